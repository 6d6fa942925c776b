//! Bytes in; characters that may be read out, with the way back to each byte that was changed on the way.
//! Invalid UTF-8 becomes U+FFFD, escape sequences and control characters vanish, ligatures fall apart, every space
//! is a space. Never looks at lines or words. Which encoding a file is in is told from outside.

mod foreign;

use super::scan;
use encoding_rs::Encoding;
use std::borrow::Cow;

/// A run of the decoded text that is not the same bytes as in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Swap {
    /// Where the replacement stands in the decoded text; empty when the bytes were dropped.
    pub(super) at: (u32, u32),
    /// The bytes of the file it stands for.
    pub(super) source: (u32, u32),
}

/// A file's characters.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// What may be read: no control characters but tab, line feed, form feed and carriage return.
    pub(super) text: Cow<'a, str>,
    /// What was changed, in order.
    pub(super) swaps: Vec<Swap>,
}

impl Decoded<'_> {
    /// The file's byte where what follows a place of the decoded text begins, past bytes that were dropped there.
    pub(super) fn source(&self, at: u32) -> u32 {
        let before = self.swaps.partition_point(|s| s.at.1 <= at);
        match before.checked_sub(1).and_then(|i| self.swaps.get(i)) {
            Some(swap) => swap.source.1 + (at - swap.at.1),
            None => at,
        }
    }

    /// The file's byte where what precedes a place of the decoded text ends, before bytes that were dropped there.
    pub(super) fn source_end(&self, at: u32) -> u32 {
        let before = self.swaps.partition_point(|s| s.at.1 < at || s.at.1 == at && s.at.0 < at);
        match before.checked_sub(1).and_then(|i| self.swaps.get(i)) {
            Some(swap) => swap.source.1 + (at - swap.at.1),
            None => at,
        }
    }

    /// Whether the character at a place is not the file's own.
    pub(super) fn is_swapped(&self, at: u32) -> bool {
        let next = self.swaps.partition_point(|s| s.at.1 <= at);
        self.swaps.get(next).is_some_and(|s| s.at.0 <= at)
    }

    /// The words between two places; empty when they cut a character.
    pub(super) fn words(&self, start: u32, end: u32) -> &str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// Decodes a file in an encoding.
pub(super) fn decode_in<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    if encoding == encoding_rs::UTF_8 {
        return decode(bytes);
    }
    let mut writer = Writer { text: String::with_capacity(bytes.len() * 2), swaps: Vec::new() };
    foreign::write(&mut writer, bytes, encoding);
    Decoded { text: Cow::Owned(writer.text), swaps: writer.swaps }
}

/// Decodes a file in UTF-8. Texts that need no change are borrowed.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && next_odd(text, 0).is_none()
    {
        return Decoded { text: Cow::Borrowed(text), swaps: Vec::new() };
    }
    let mut writer = Writer { text: String::with_capacity(bytes.len() + 16), swaps: Vec::new() };
    if let Ok(text) = std::str::from_utf8(bytes) {
        writer.valid(text, 0);
        return Decoded { text: Cow::Owned(writer.text), swaps: writer.swaps };
    }
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        writer.valid(chunk.valid(), at);
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            writer.invalid(at, at + chunk.invalid().len());
            at += chunk.invalid().len();
        }
    }
    Decoded { text: Cow::Owned(writer.text), swaps: writer.swaps }
}

struct Writer {
    text: String,
    swaps: Vec<Swap>,
}

impl Writer {
    fn valid(&mut self, text: &str, base: usize) {
        let mut done = 0;
        while let Some((start, end, shown)) = next_odd(text, done) {
            self.text.push_str(text.get(done..start).unwrap_or_default());
            self.swap(shown, base + start, base + end);
            done = end;
        }
        self.text.push_str(text.get(done..).unwrap_or_default());
    }

    fn swap(&mut self, shown: &str, start: usize, end: usize) {
        let at = self.text.len() as u32;
        self.text.push_str(shown);
        let at = (at, self.text.len() as u32);
        self.swaps.push(Swap { at, source: (start as u32, end as u32) });
    }

    /// Bytes that are no characters: one replacement for each run of them.
    fn invalid(&mut self, start: usize, end: usize) {
        match self.swaps.last_mut() {
            Some(last)
                if last.source.1 as usize == start
                    && last.at.1 as usize == self.text.len()
                    && self.text.ends_with('\u{FFFD}') =>
            {
                last.source.1 = end as u32;
            }
            _ => self.swap("\u{FFFD}", start, end),
        }
    }
}

/// The next character at or after `from` that may not be read as it stands: its bytes and what is shown for it.
fn next_odd(text: &str, from: usize) -> Option<(usize, usize, &'static str)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at = scan::next_unprintable(bytes, at)?;
        if bytes.get(at).is_some_and(|&b| !SUSPECT[b as usize]) {
            at += 1;
            continue;
        }
        let rest = text.get(at..)?;
        let character = rest.chars().next()?;
        let after = at + character.len_utf8();
        if character == '\u{1b}' {
            return Some((at, at + escape_len(rest.as_bytes()), ""));
        }
        if let Some(shown) = instead(character, rest) {
            return Some((at, after, shown));
        }
        at = after;
    }
}

/// First bytes of characters that [`instead`] may change.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let control = byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0c && byte != 0x0d;
        table[byte] = control || matches!(byte, 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef);
        byte += 1;
    }
    table
};

/// What is shown for a character that may not reach the reader; `None` when it may.
fn instead(character: char, rest: &str) -> Option<&'static str> {
    Some(match character {
        '\t' | '\n' | '\u{c}' | '\r' => return None,
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            " "
        }
        '\u{ad}' => soft_hyphen(rest),
        // Controls, zero-width spaces, marks that turn the direction of writing, stray byte-order marks.
        _ if character.is_control() || is_unseen(character) => "",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Zero-width spaces, marks that turn the direction of writing, stray byte-order marks.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}')
        || matches!(character, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A soft hyphen is seen only where a line ends after it: there it is the hyphen of a broken word.
fn soft_hyphen(rest: &str) -> &'static str {
    let after = rest.trim_start_matches(['\u{ad}', ' ', '\t']);
    if after.starts_with(['\n', '\r']) { "-" } else { "" }
}

/// Length of a terminal's escape sequence (ECMA-48: CSI, OSC and the two-byte ones); at most 256 bytes are one.
fn escape_len(bytes: &[u8]) -> usize {
    let body = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let until = |from: usize, last: fn(&u8) -> bool| {
        let found = body.get(from..)?.iter().position(|b| last(b) || *b == b'\n')?;
        let end = from + found;
        Some(if body.get(end) == Some(&b'\n') { end } else { end + 1 })
    };
    let len = match body.get(1) {
        Some(b'[') => until(2, |b| (0x40..0x7f).contains(b)),
        Some(b']' | b'P' | b'X' | b'^' | b'_') => until(2, |b| *b == 7 || *b == b'\\'),
        Some(b) if (0x20..0x7f).contains(b) => Some(2),
        _ => Some(1),
    };
    // A sequence without an end hides nothing but its first byte; nor may a character be cut.
    len.filter(|&n| body.get(..n).is_some_and(|s| std::str::from_utf8(s).is_ok())).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> String {
        decode(bytes).text.into_owned()
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(decode("plain – “text”\n".as_bytes()).text, Cow::Borrowed(_)));
    }

    #[test]
    fn what_may_not_reach_a_screen_is_gone() {
        assert_eq!(
            shown(b"\xef\xbb\xbfred \x1b[31mword\x1b[0m\x07 \x1b]0;title\x07end\0"),
            "red word end"
        );
        assert_eq!(
            shown("o\u{fb03}ce a\u{a0}b c\u{ad}d e\u{ad}\nf".as_bytes()),
            "office a b cd e-\nf"
        );
        assert_eq!(shown("\u{202e}evil\u{2028}x".as_bytes()), "evil\nx");
        assert_eq!(shown(b"\x1b[31"), "[31");
    }

    #[test]
    fn a_run_of_bad_bytes_is_one_replacement_that_keeps_its_place() {
        let decoded = decode(b"a\xff\xfe\xc3b");
        assert_eq!(decoded.text, "a\u{fffd}b");
        assert_eq!(decoded.swaps, vec![Swap { at: (1, 4), source: (1, 4) }]);
        assert_eq!(decoded.source(4), 4);
    }
}
