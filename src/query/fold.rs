//! Folds text for searching: lower case, accents off, curly quotes and long dashes made plain.
//! Text comes in, folded text with the way back to its bytes goes out. Never decides whether anything matches.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text that knows where each of its bytes came from.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    /// The folded text.
    pub(super) text: String,
    /// For each byte of `text`, the first byte of the character it came from; then the length of the original.
    starts: Vec<u32>,
    /// The places in `text` that were capitals, rising.
    capitals: Vec<u32>,
}

impl Folded {
    /// Folds a text and keeps the way back.
    pub(super) fn new(original: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(original);
        folded
    }

    /// Folds another text in the place of this one.
    pub(super) fn refill(&mut self, original: &str) {
        self.text.clear();
        self.starts.clear();
        self.capitals.clear();
        for (at, c) in original.char_indices() {
            let before = self.text.len();
            if c.is_uppercase() {
                self.capitals.push(before as u32);
            }
            if c.is_ascii() {
                self.text.push(c.to_ascii_lowercase());
                self.starts.push(at as u32);
            } else {
                fold(c, &mut self.text);
                self.starts.resize(self.text.len(), at as u32);
            }
        }
        self.starts.push(original.len() as u32);
    }

    /// The bytes of the original that a range of the folded text came from.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or_default();
        let last = at(range.end.saturating_sub(1).max(range.start));
        let rest = self.starts.get(range.end..).unwrap_or_default();
        let end = rest.iter().copied().find(|&s| s > last).unwrap_or(last);
        at(range.start) as usize..end as usize
    }

    /// Whether the character at a place of the folded text was a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.capitals.binary_search(&(at as u32)).is_ok()
    }
}

/// A text folded, without the way back.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a text in the place of another one, without the way back.
pub(super) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    if text.is_ascii() {
        out.push_str(text);
        out.make_ascii_lowercase();
    } else {
        text.chars().for_each(|c| fold(c, out));
    }
}

/// Adds the folded form of one character, which may be nothing (a soft hyphen, a combining accent).
pub(super) fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{02BB}' | '\u{02BC}'
        | '\u{2032}' | '\u{00B4}' => out.push('\''),
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
        // These letters have no accent that Unicode could take off.
        'ı' | 'İ' => out.push('i'),
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
        'ß' | 'ẞ' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        'þ' | 'Þ' => out.push_str("th"),
        _ if c.is_whitespace() => out.push(' '),
        _ => out.extend(c.to_lowercase().nfd().filter(|&c| !is_combining_mark(c))),
    }
}

/// Whether a folded character belongs to a word. Superscript digits are footnote marks, not part of the word.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '²' | '³' | '¹' | '\u{2070}'..='\u{209F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_quotes_and_dashes_are_folded() {
        for (typed, expected) in [
            ("Türkiye", "turkiye"),
            ("Tu\u{308}rkiye", "turkiye"),
            ("İstanbul Iğdır", "istanbul igdir"),
            ("Kazakhstan’s “Path”", "kazakhstan's \"path\""),
            ("2011–2012 — multi‑vector", "2011-2012 - multi-vector"),
            ("Łódź, Ørsted, Straße", "lodz, orsted, strasse"),
            ("a\u{a0}b\tc", "a b\tc"),
            ("Oʻzbekiston", "o'zbekiston"),
        ] {
            assert_eq!(folded(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_range_leads_back_to_whole_characters() {
        let text = "Straße in Tu\u{308}rkiye";
        let folded = Folded::new(text);
        assert_eq!(folded.text, "strasse in turkiye");
        for (range, expected) in [
            (0..5, "Straß"),
            (4..6, "ß"),
            (5..7, "ße"),
            (11..13, "Tu\u{308}"),
            (11..18, "Tu\u{308}rkiye"),
        ] {
            assert_eq!(text.get(folded.original(&range)), Some(expected));
        }
        assert!(folded.is_capital(0) && folded.is_capital(11) && !folded.is_capital(1));
    }
}
