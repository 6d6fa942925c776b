//! Bytes in; characters that may be read out, with the way back to each byte that was changed on the way.
//! Invalid UTF-8 becomes U+FFFD, escape sequences and control characters vanish, ligatures fall apart, every space
//! is a space. Never looks at lines or words. Which encoding a file is in is told from outside.

mod foreign;
mod writer;

use encoding_rs::Encoding;
use std::borrow::Cow;
pub(super) use writer::Swap;
use writer::{Writer, next_odd};

/// A file's characters.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// What may be read: no control characters but tab, line feed, form feed and carriage return.
    pub(super) text: Cow<'a, str>,
    /// What was changed, in order.
    pub(super) swaps: Vec<Swap>,
}

impl Decoded<'_> {
    /// The file's byte where what follows a place of the decoded text begins, past bytes that were dropped there; inside
    /// a run that stands for its bytes as a whole, where those begin.
    pub(super) fn source(&self, at: u32) -> u32 {
        if let Some(whole) = self.around(at) {
            return whole.source.0;
        }
        let before = self.swaps.partition_point(|s| s.at.1 <= at);
        match before.checked_sub(1).and_then(|i| self.swaps.get(i)) {
            Some(swap) => swap.source.1 + (at - swap.at.1),
            None => at,
        }
    }

    /// The file's byte where what precedes a place of the decoded text ends, before bytes that were dropped there; inside
    /// a run that stands for its bytes as a whole, where those end.
    pub(super) fn source_end(&self, at: u32) -> u32 {
        if let Some(whole) = self.around(at) {
            return whole.source.1;
        }
        let before = self.swaps.partition_point(|s| s.at.1 < at || s.at.1 == at && s.at.0 < at);
        match before.checked_sub(1).and_then(|i| self.swaps.get(i)) {
            Some(swap) => swap.source.1 + (at - swap.at.1),
            None => at,
        }
    }

    /// The run that a place lies inside of, between two of its characters.
    fn around(&self, at: u32) -> Option<&Swap> {
        let next = self.swaps.partition_point(|s| s.at.1 <= at);
        self.swaps.get(next).filter(|s| s.at.0 < at)
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

/// Words on one line, as they may be shown anywhere: what reading a text would drop is gone, and blanks of any kind and
/// length are one space.
pub fn one_line(words: &str) -> String {
    let decoded = decode(words.as_bytes());
    let mut line = String::with_capacity(decoded.text.len());
    for word in decoded.text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
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
