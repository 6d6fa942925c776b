//! Decoded text in; its printed lines out, each with what its two ends and its width say. Blank lines are counted,
//! not kept. Never decides what belongs together.

/// A line with something on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// First byte of the words in the decoded text.
    pub(super) start: u32,
    /// One past the last byte of the words.
    pub(super) end: u32,
    /// One past the line end.
    pub(super) next: u32,
    /// Characters of the words.
    pub(super) width: u32,
    /// Characters of the first word: what the line above would have had to hold.
    pub(super) first_word: u16,
    /// Blanks before the words.
    pub(super) indent: u16,
    /// Blank lines before it; a page break counts as one more.
    pub(super) gap: u16,
    /// How it begins.
    pub(super) opens: Opens,
    /// How it ends.
    pub(super) closes: Closes,
}

/// How a line begins, past quotes and brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opens {
    /// A lower-case letter.
    Lower,
    /// A capital.
    Upper,
    /// A digit.
    Digit,
    /// A letter of a script without case.
    Caseless,
    /// A dash, bullet or other sign.
    Sign,
}

/// How a line ends, past closing quotes, brackets and footnote marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closes {
    /// A full stop, question or exclamation mark, ellipsis.
    Stop,
    /// A colon.
    Colon,
    /// A comma or semicolon.
    Comma,
    /// A hyphen right after a letter or digit.
    Hyphen,
    /// Anything else: a word goes on or a heading ends.
    Open,
}

/// Splits decoded text into lines. Line feed, carriage return (alone or with a line feed) and form feed end a line.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut found: Vec<Line> = Vec::new();
    let (mut at, mut gap) = (0, 0u16);
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = memchr::memchr3(b'\n', b'\r', 0xc, rest).unwrap_or(rest.len());
        let end = at + len;
        let next = match (bytes.get(end), bytes.get(end + 1)) {
            (Some(b'\r'), Some(b'\n')) => end + 2,
            (Some(_), _) => end + 1,
            (None, _) => end,
        };
        match line(text, at, end, next) {
            Some(line) => {
                found.push(Line { gap, ..line });
                gap = 0;
            }
            None => gap = gap.saturating_add(1),
        }
        if bytes.get(end) == Some(&0xc) {
            gap = gap.saturating_add(1);
        }
        at = next;
    }
    found
}

fn line(text: &str, start: usize, end: usize, next: usize) -> Option<Line> {
    let raw = text.get(start..end)?;
    let blank = |b: &u8| matches!(b, b' ' | b'\t');
    let indent = raw.bytes().position(|b| !blank(&b))?;
    let last = raw.bytes().rposition(|b| !blank(&b))?;
    let words = raw.get(indent..=last)?;
    let first = words.as_bytes().first()?;
    let start = start + indent;
    let first_word = words.get(..words.bytes().position(|b| blank(&b)).unwrap_or(words.len()))?;
    Some(Line {
        start: start as u32,
        end: (start + words.len()) as u32,
        next: next as u32,
        width: characters(words),
        first_word: characters(first_word).min(u32::from(u16::MAX)) as u16,
        indent: indent.min(usize::from(u16::MAX)) as u16,
        gap: 0,
        opens: if first.is_ascii_lowercase() { Opens::Lower } else { opens(words) },
        closes: closes(words),
    })
}

/// Characters of a text.
pub(super) fn characters(words: &str) -> u32 {
    if words.is_ascii() {
        return words.len() as u32;
    }
    words.chars().count() as u32
}

/// How words begin.
pub(super) fn opens(words: &str) -> Opens {
    let first = words.trim_start_matches(OPENERS).chars().next();
    match first {
        Some(c) if c.is_lowercase() => Opens::Lower,
        Some(c) if c.is_uppercase() => Opens::Upper,
        Some(c) if c.is_numeric() => Opens::Digit,
        Some(c) if c.is_alphabetic() => Opens::Caseless,
        _ => Opens::Sign,
    }
}

/// How words end.
pub(super) fn closes(words: &str) -> Closes {
    // Nearly every line ends with one of these, past which nothing need be read.
    match words.as_bytes() {
        [.., last] if last.is_ascii_alphabetic() => return Closes::Open,
        [.., b'.' | b'!' | b'?'] => return Closes::Stop,
        [.., b',' | b';'] => return Closes::Comma,
        [.., b':'] => return Closes::Colon,
        _ => {}
    }
    let bare = words.trim_end_matches(CLOSERS);
    let unmarked = bare.trim_end_matches(MARKS).trim_end_matches(CLOSERS);
    let marked = unmarked.len() < bare.len();
    match unmarked.chars().next_back() {
        // "ACH 2.0" ends with a number, "in 2017.26" with a stop and a mark.
        Some('.') if marked && ends_in_number(unmarked) => return Closes::Open,
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।') => {
            return Closes::Stop;
        }
        Some(',' | ';') if marked && !ends_in_number(unmarked) => return Closes::Comma,
        _ => {}
    }
    let mut back = bare.chars().rev();
    match back.next() {
        Some(':' | '：') => Closes::Colon,
        Some(',' | ';' | '、' | '，') => Closes::Comma,
        Some('-') if back.next().is_some_and(char::is_alphanumeric) => Closes::Hyphen,
        _ => Closes::Open,
    }
}

/// Whether one to three digits, and no year, stand before the last sign.
fn ends_in_number(words: &str) -> bool {
    let mut back = words.chars().rev().skip(1);
    let digits = back.by_ref().take(4).take_while(char::is_ascii_digit).count();
    (1..4).contains(&digits)
}

/// What may stand before the first letter of a sentence.
pub(super) const OPENERS: [char; 11] = ['"', '\'', '(', '[', '{', '“', '‘', '«', '„', '‹', '`'];
/// What may stand after the full stop of a sentence.
pub(super) const CLOSERS: [char; 11] = ['"', '\'', ')', ']', '}', '”', '’', '»', '“', '›', '`'];
/// Digits of a footnote mark, raised or not.
pub(super) const MARKS: [char; 20] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸',
    '⁹',
];

#[cfg(test)]
mod tests {
    use super::super::span::Span;
    use super::*;

    #[test]
    fn lines_end_at_every_kind_of_line_end_and_count_what_is_blank() {
        let text = "one\r\n\r\n  two\rthree\u{c}four\n\n\nfive";
        let found = lines(text);
        let words: Vec<_> =
            found.iter().map(|l| (Span { start: l.start, end: l.end }.of(text), l.gap)).collect();
        let expected = [("one", 0), ("two", 1), ("three", 0), ("four", 1), ("five", 2)];
        assert_eq!(words, expected);
        assert_eq!(found[1].indent, 2);
    }

    #[test]
    fn ends_are_read_past_quotes_brackets_and_footnote_marks() {
        for (words, expected) in [
            ("the end.", Closes::Stop),
            ("the end.”", Closes::Stop),
            ("(the end.)12", Closes::Stop),
            ("researchers.1", Closes::Stop),
            ("in 2017.26", Closes::Stop),
            ("in 2018", Closes::Open),
            ("ACH 2.0", Closes::Open),
            ("as follows:", Closes::Colon),
            ("people,16", Closes::Comma),
            ("transna-", Closes::Hyphen),
            ("spaced -", Closes::Open),
        ] {
            assert_eq!(closes(words), expected, "{words}");
        }
    }
}
