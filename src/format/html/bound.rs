//! A page as it was written in; the same page in pieces that a parser takes in linear time and little memory out: tags
//! nested too deep and tags with too many attributes are left out, their words stay. Looks at tags alone; never parses.

use memchr::{memchr, memmem};
use std::borrow::Cow;
use std::collections::HashMap;

/// The most elements open at once; pages that people read stay under a hundred.
const DEPTH: usize = 256;
/// The most elements open at once that a parser opens again in every paragraph until they are closed.
const FORMATTED: usize = 8;
/// The most tags in a piece.
const TAGS: usize = 400_000;
/// The most attributes of a tag: parsers compare each with all before it.
const ATTRIBUTES: usize = 256;

/// Elements that a parser opens again in every paragraph until they are closed.
const FORMATTING: [&[u8]; 15] = [
    b"a", b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike",
    b"strong", b"tt", b"u", b"mark",
];
/// Elements that hold nothing, or that the next of their like closes.
const FLAT: [&[u8]; 30] = [
    b"area",
    b"base",
    b"body",
    b"br",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"head",
    b"hr",
    b"html",
    b"img",
    b"input",
    b"li",
    b"link",
    b"meta",
    b"option",
    b"p",
    b"param",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"tfoot",
    b"th",
    b"thead",
    b"tr",
    b"wbr",
];
/// Elements whose contents are no tags.
const RAW: [&[u8]; 5] = [b"script", b"style", b"textarea", b"title", b"xmp"];

/// A page in pieces; nearly always it is one, and unchanged. Beside it what it costs to look for an article: for each
/// element, how many are around it.
pub(super) fn pieces(html: &str) -> (Vec<Cow<'_, str>>, usize) {
    let mut bound = Bound::default();
    let (mut at, mut effort) = (0, 0);
    while let Some(tag) = next(html.as_bytes(), at, bound.foreign > 0) {
        if bound.tags >= TAGS {
            bound.cut(html, tag.start);
        }
        bound.tags += usize::from(tag.kind != Kind::Aside);
        effort += 1 + bound.depth;
        if !bound.keeps(&tag) {
            bound.leave_out(html, &tag);
        }
        at = tag.end;
    }
    bound.cut(html, html.len());
    (bound.pieces, effort)
}

/// What stands between two angle brackets.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Kind {
    Start,
    End,
    /// A comment, a declaration, or words that are no tags.
    Aside,
}

#[derive(Debug)]
struct Tag {
    kind: Kind,
    name: Vec<u8>,
    attributes: usize,
    start: usize,
    end: usize,
}

#[derive(Default)]
struct Bound<'a> {
    pieces: Vec<Cow<'a, str>>,
    /// Where what has not been written begins.
    from: usize,
    /// The piece so far, where something was left out of it.
    written: String,
    tags: usize,
    open: HashMap<Vec<u8>, Open>,
    depth: usize,
    formatted: usize,
    /// How many elements of drawings and formulas are open: there, tags are tags everywhere.
    foreign: usize,
}

/// How many elements of a name are open, and how many of them were left out.
#[derive(Default)]
struct Open {
    kept: usize,
    left_out: usize,
}

impl<'a> Bound<'a> {
    fn keeps(&mut self, tag: &Tag) -> bool {
        if tag.kind == Kind::Aside {
            return true;
        }
        if FLAT.contains(&tag.name.as_slice()) {
            return tag.attributes <= ATTRIBUTES;
        }
        let formats = FORMATTING.contains(&tag.name.as_slice());
        let (open, most) =
            if formats { (&mut self.formatted, FORMATTED) } else { (&mut self.depth, DEPTH) };
        let named = self.open.entry(tag.name.clone()).or_default();
        let foreign = tag.name == b"svg" || tag.name == b"math";
        if tag.kind == Kind::Start {
            let keep = *open < most && tag.attributes <= ATTRIBUTES;
            if keep {
                *open += 1;
                named.kept += 1;
                self.foreign += usize::from(foreign);
            } else {
                named.left_out += 1;
            }
            return keep;
        }
        if named.left_out > 0 {
            named.left_out -= 1;
            return false;
        }
        if named.kept > 0 {
            named.kept -= 1;
            *open -= 1;
            self.foreign -= usize::from(foreign && self.foreign > 0);
        }
        true
    }

    /// Writes what stands before a tag, and in its place what keeps the words around it apart.
    fn leave_out(&mut self, html: &str, tag: &Tag) {
        self.written.push_str(html.get(self.from..tag.start).unwrap_or_default());
        let formats = FORMATTING.contains(&tag.name.as_slice());
        self.written.push_str(if formats { "" } else { "<p>" });
        self.from = tag.end;
    }

    /// Ends a piece.
    fn cut(&mut self, html: &'a str, at: usize) {
        let rest = html.get(self.from..at).unwrap_or_default();
        let piece = if self.written.is_empty() {
            Cow::Borrowed(rest)
        } else {
            self.written.push_str(rest);
            Cow::Owned(std::mem::take(&mut self.written))
        };
        let pieces = std::mem::take(&mut self.pieces);
        *self = Self { from: at, pieces, ..Self::default() };
        self.pieces.push(piece);
    }
}

/// The next tag, comment or declaration.
fn next(html: &[u8], mut at: usize, foreign: bool) -> Option<Tag> {
    loop {
        let start = at + memchr(b'<', html.get(at..)?)?;
        let aside =
            |end| Some(Tag { kind: Kind::Aside, name: Vec::new(), attributes: 0, start, end });
        let mut name = start + 1;
        match html.get(name)? {
            b'!' if html.get(name..)?.starts_with(b"!--") => {
                return aside(comment(html, name + 1)?);
            }
            b'!' | b'?' => return aside(name + memchr(b'>', html.get(name..)?)? + 1),
            b'/' => name += 1,
            _ => {}
        }
        if !html.get(name).is_some_and(u8::is_ascii_alphabetic) {
            at = start + 1;
            continue;
        }
        let kind = if name == start + 1 { Kind::Start } else { Kind::End };
        let rest = html.get(name..)?;
        let length = rest.iter().position(|b| b" \t\n\r\x0c/>".contains(b)).unwrap_or(rest.len());
        let (end, attributes) = attributes(html, name + length)?;
        let name = html.get(name..name + length)?.to_ascii_lowercase();
        if kind == Kind::Start && !foreign && RAW.contains(&name.as_slice()) {
            return aside(raw_end(html, end, &name));
        }
        return Some(Tag { kind, name, attributes, start, end });
    }
}

/// Where a comment ends whose two hyphens begin at a place.
fn comment(html: &[u8], hyphens: usize) -> Option<usize> {
    // `<!-->` is a whole comment.
    let mut at = hyphens;
    loop {
        at += memmem::find(html.get(at..)?, b"--")?;
        match html.get(at + 2..)? {
            [b'>', ..] => return Some(at + 3),
            [b'!', b'>', ..] => return Some(at + 4),
            _ => at += 1,
        }
    }
}

/// Where a tag ends, and how many attributes it has; nothing where it never ends.
fn attributes(html: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut count = 0;
    let mut before = b' ';
    loop {
        let byte = *html.get(at)?;
        match byte {
            b'>' => return Some((at + 1, count)),
            b'"' | b'\'' if before == b'=' => at += 1 + memchr(byte, html.get(at + 1..)?)?,
            _ => {}
        }
        // After white space, a slash or a quoted value another one begins.
        let begins = before.is_ascii_whitespace() || matches!(before, b'/' | b'"' | b'\'');
        count += usize::from(begins && !byte.is_ascii_whitespace());
        if !(byte.is_ascii_whitespace() && before == b'=') {
            before = byte;
        }
        at += 1;
    }
}

/// Where the end tag of an element begins whose contents are no tags.
fn raw_end(html: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(next) = html.get(at..).and_then(|rest| memmem::find(rest, b"</")) {
        at += next;
        let named = html.get(at + 2..at + 2 + name.len());
        if named.is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn got(html: &str) -> Vec<Cow<'_, str>> {
        pieces(html).0
    }

    #[test]
    fn pages_that_people_write_stay_as_they_are() {
        let html = "<!doctype html><!-- <div> --><html><head><title>a < b</title><script>if (a<b) '<div>'\
                    </script></head><body class=\"x>y\"><p>One<p>Two <b>bold</b><br><a href=it's>x</a></body>";
        assert!(matches!(got(html).as_slice(), [Cow::Borrowed(whole)] if *whole == html));
        for torn in ["", "<", "<!--", "<p", "<p a='", "</", "<script>", "<svg><style>", "a<>b<!>"] {
            assert_eq!(got(torn), [torn]);
        }
    }

    #[test]
    fn tags_too_deep_are_left_out_and_words_stay() {
        let html = format!("{}word{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let kept = got(&html).concat();
        assert_eq!(kept.matches("<div>").count(), DEPTH);
        assert_eq!(kept.matches("</div>").count(), DEPTH);
        assert!(kept.contains("word"));
        let fonts = (0..100).map(|i| format!("<font size={i}>x")).collect::<Vec<_>>().concat();
        assert_eq!(got(&fonts).concat().matches("<font").count(), FORMATTED);
        let drawn = format!("<svg><style>{}", "<g>".repeat(1000));
        assert!(got(&drawn).concat().matches("<g>").count() < DEPTH);
    }

    #[test]
    fn a_tag_with_too_many_attributes_is_left_out() {
        let many = (0..1000).map(|i| format!(" a{i}=\"1 2 3\"")).collect::<Vec<_>>().concat();
        assert_eq!(got(&format!("a<div{many}>b</div>c")).concat(), "a<p>b<p>c");
    }

    #[test]
    fn a_page_of_millions_of_tags_comes_in_pieces() {
        let html = "<p>x".repeat(TAGS + 2);
        let pieces = got(&html);
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces.concat(), html);
    }
}
