//! Finds the tags that a document gives itself: a section or a line that is named so comes in; one span for each tag goes
//! out. Never takes a tag from prose: a list with a long part is none.

use super::lexicon::lexicon;
use crate::text::{Block, BlockKind, Furniture, Span, Text};

/// The most tags of a document.
const MOST: usize = 60;
/// The longest tag, in bytes and in words.
const LONGEST: usize = 60;
const WORDS: usize = 6;
/// The longest line of tags, in bytes.
const LINE: usize = 1000;

/// One span for each tag, rising.
pub(super) fn of(text: &Text) -> Vec<Span> {
    let mut tags = Vec::new();
    for (at, block) in text.blocks.iter().enumerate() {
        if !speaks(block) || block.span.len() > LINE || tags.len() >= MOST {
            continue;
        }
        let words = text.words(block.span);
        let Some(name) = named(words) else { continue };
        let rest = words.get(name..).unwrap_or_default();
        if rest.trim().is_empty() {
            tags.extend(below(text, at));
        } else if rest.starts_with([':', '—', '–']) {
            let skip = name + rest.chars().next().map_or(0, char::len_utf8);
            tags.extend(parts(text, Span { start: block.span.start + skip as u32, ..block.span }));
        }
    }
    tags.truncate(MOST);
    tags
}

/// Whether tags may stand in a block: the lines around an article on a web page are a usual place of theirs.
fn speaks(block: &Block) -> bool {
    block.kind.is_body() || block.kind == BlockKind::Furniture(Furniture::Boilerplate)
}

/// The bytes of a line that name tags, its number included: "6. Thematic Tags", "Keywords".
fn named(words: &str) -> Option<usize> {
    let bare = words.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ' ' | '#' | '*' | '(' | ')')
    });
    let skip = words.len() - bare.len();
    let fits = |name: &&String| {
        let head = bare.get(..name.len());
        let next = bare.get(name.len()..).and_then(|rest| rest.trim_start().chars().next());
        head.is_some_and(|head| head.eq_ignore_ascii_case(name))
            && next.is_none_or(|c| matches!(c, ':' | '—' | '–'))
    };
    let name = lexicon().tags.iter().filter(fits).max_by_key(|name| name.len())?;
    let end = skip + name.len();
    let blanks = words.get(end..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let colon = words.get(end + blanks..).is_some_and(|rest| rest.trim() == ":");
    Some(if colon { words.len() } else { end + blanks })
}

/// The tags below a heading: items each, else the parts of one line.
fn below(text: &Text, heading: usize) -> Vec<Span> {
    let rest = || text.blocks.iter().skip(heading + 1);
    let item = |b: &&Block| matches!(b.kind, BlockKind::Bullet | BlockKind::Numbered);
    let items: Vec<Span> = rest().take_while(item).map(|block| block.span).collect();
    if items.is_empty() {
        let line = rest().next().filter(|b| speaks(b) && !b.kind.is_heading());
        return line.map_or_else(Vec::new, |line| parts(text, line.span));
    }
    let tags = items.iter().map(|item| {
        let words = text.words(*item);
        let bare = words.trim_start_matches(|c: char| !c.is_alphabetic());
        tag(text, Span { start: item.start + (words.len() - bare.len()) as u32, ..*item })
    });
    tags.collect::<Option<Vec<Span>>>().unwrap_or_default()
}

/// The parts of a line between commas, semicolons, bars and dots; none where one of them is no tag.
fn parts(text: &Text, line: Span) -> Vec<Span> {
    let words = text.words(line);
    let mut found = Vec::new();
    let mut from = 0;
    let ends = words.match_indices([',', ';', '|', '·', '•']).map(|(at, mark)| (at, mark.len()));
    for (at, len) in ends.chain([(words.len(), 0)]) {
        let start = line.start as usize;
        let part = Span::new(start + from, start + at);
        from = at + len;
        if !text.words(part).trim().is_empty() {
            match tag(text, part) {
                Some(tag) => found.push(tag),
                None => return Vec::new(),
            }
        }
    }
    found
}

/// A tag without what is around it; `None` for what is none.
fn tag(text: &Text, part: Span) -> Option<Span> {
    let words = text.words(part);
    let around = |c: char| c.is_whitespace() || matches!(c, '.' | '#' | ':' | '"' | '“' | '”');
    let bare = words.trim_matches(around);
    let start = part.start as usize + words.find(bare)?;
    let fits = (2..=LONGEST).contains(&bare.len())
        && bare.split_whitespace().count() <= WORDS
        && bare.chars().any(char::is_alphabetic)
        && !bare.contains(". ");
    fits.then(|| Span::new(start, start + bare.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::read;

    fn tags(source: &str) -> Vec<String> {
        let text = read(source.as_bytes());
        of(&text).into_iter().map(|tag| text.words(tag).to_owned()).collect()
    }

    const PROSE: &str = "The harbour was closed in the spring of that year, and nobody has opened it \
                         since then, for there were no ships left to come in.\n\n";

    #[test]
    fn tags_stand_below_a_heading_or_behind_a_name() {
        let heading =
            format!("On Harbours\n\n{PROSE}6. Thematic Tags\n\nport security, cargo, North Sea\n");
        assert_eq!(tags(&heading), ["port security", "cargo", "North Sea"]);
        let line = format!("On Harbours\n\nKeywords: ports; inland shipping; Rhine.\n\n{PROSE}");
        assert_eq!(tags(&line), ["ports", "inland shipping", "Rhine"]);
        let dash = format!("On Harbours\n\nIndex Terms—ports, cranes\n\n{PROSE}");
        assert_eq!(tags(&dash), ["ports", "cranes"]);
        let items = format!("On Harbours\n\n{PROSE}Tags:\n\n• ports\n• river trade\n\n");
        assert_eq!(tags(&items), ["ports", "river trade"]);
    }

    #[test]
    fn prose_is_no_list_of_tags() {
        let long = format!("On Harbours\n\nKeywords: {PROSE}");
        assert_eq!(tags(&long), [""; 0]);
        let word = format!(
            "On Harbours\n\nTags are sewn on to sacks of grain, cloth and seed.\n\n{PROSE}"
        );
        assert_eq!(tags(&word), [""; 0]);
    }
}
