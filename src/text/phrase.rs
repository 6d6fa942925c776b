//! Finds the phrases of a list in a text, in any ASCII case: the longest at the first place where one stands, then on
//! from its end. A phrase is found where its first word stands whole, in ASCII; its last may go on.

use super::hash::{Packed, WordTable};
use super::scan;
use std::ops::Range;

/// A list of phrases, ready to be looked for.
pub(super) struct Phrases {
    /// Each phrase with its first word and its index in the list: by first word, the longest first.
    rows: Vec<(&'static str, u16, &'static str)>,
    /// For each first word, where its phrases start in `rows`.
    starts: WordTable<Option<u16>>,
    /// Whether a byte begins a phrase that begins with no letter or digit.
    signs: [bool; 256],
}

impl Phrases {
    /// Of phrases of one byte or more; empty ones are never found.
    pub(super) fn new(list: impl Iterator<Item = &'static str>) -> Self {
        let row = |(i, phrase): (u16, &'static str)| (first_word(phrase), i, phrase);
        let mut rows: Vec<_> = (0..).zip(list).filter(|(_, p)| !p.is_empty()).map(row).collect();
        rows.sort_by_cached_key(|(w, _, p)| (w.to_ascii_lowercase(), usize::MAX - p.len()));
        let mut starts = WordTable::default();
        let mut signs = [false; 256];
        for (at, (word, _, phrase)) in (0..).zip(&rows) {
            if !word.is_empty() && starts.find(word).is_none() {
                starts.insert(word, Some(at));
            }
            let first = phrase.bytes().next().filter(|_| word.is_empty());
            if let Some(sign) = first.and_then(|byte| signs.get_mut(usize::from(byte))) {
                *sign = true;
            }
        }
        Self { rows, starts, signs }
    }

    /// The phrases of a text that do not overlap: where each stands and its index in the list.
    pub(super) fn find_iter<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0usize;
        std::iter::from_fn(move || {
            if at.checked_sub(1).and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_alphanumeric) {
                at = scan::word(bytes, at);
            }
            while let Some(&byte) = bytes.get(at) {
                let (end, known) = if byte.is_ascii_alphanumeric() {
                    let (end, word) = Packed::letters_and_digits(bytes, at);
                    (end, self.starts.get(word).flatten())
                } else {
                    (at + 1, self.signs.get(usize::from(byte)).filter(|sign| **sign).map(|_| 0))
                };
                let found = known.and_then(|row| self.longest(bytes, at, usize::from(row)));
                if let Some((index, len)) = found {
                    let place = at..at + len;
                    at = place.end;
                    return Some((place, index));
                }
                at = end;
            }
            None
        })
    }

    /// The longest phrase at a place among those with the first word of a row, from that row on: its index and length.
    fn longest(&self, bytes: &[u8], at: usize, row: usize) -> Option<(usize, usize)> {
        let word = self.rows.get(row)?.0;
        let stands = |phrase: &str| {
            bytes
                .get(at..at + phrase.len())
                .is_some_and(|b| b.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        let mut alike = self.rows.iter().skip(row).take_while(|r| r.0.eq_ignore_ascii_case(word));
        let (_, index, phrase) = alike.find(|row| stands(row.2))?;
        Some((usize::from(*index), phrase.len()))
    }
}

/// The ASCII letters and digits that a phrase begins with.
fn first_word(phrase: &str) -> &str {
    phrase.get(..scan::word(phrase.as_bytes(), 0)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIST: [&str; 7] = ["ab", "abc", "bc a", "cab", "Ab", "ca bb", " b"];

    /// The longest phrase that stands at a place with its first word whole.
    fn at(text: &str, place: usize) -> Option<(usize, usize)> {
        let letter = |c: char| c.is_ascii_alphanumeric();
        let inside = text.split_at(place).0.ends_with(letter);
        let word = |text: &str| text.split(|c| !letter(c)).next().unwrap().len();
        let stands = |phrase: &str| {
            let first = word(phrase);
            let whole = first == 0 || !inside && first == word(text.split_at(place).1);
            let words = text.get(place..place + phrase.len());
            whole && words.is_some_and(|w| w.eq_ignore_ascii_case(phrase))
        };
        let longest = LIST.iter().filter(|phrase| stands(phrase)).map(|p| p.len()).max()?;
        let index = LIST.iter().position(|p| p.len() == longest && stands(p))?;
        Some((index, longest))
    }

    proptest! {
        #[test]
        fn the_longest_phrase_is_found_at_each_word_past_the_last(text in "[abcA é]{0,40}") {
            let mut expected = Vec::new();
            let mut end = 0;
            for (place, _) in text.char_indices() {
                if let Some((index, len)) = at(&text, place).filter(|_| place >= end) {
                    end = place + len;
                    expected.push((place..end, index));
                }
            }
            let found: Vec<_> = Phrases::new(LIST.into_iter()).find_iter(&text).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
