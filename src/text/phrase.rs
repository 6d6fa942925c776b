//! Finds the phrases of a list in a text, in any ASCII case: the longest at the first place where one stands, then on
//! from its end. A phrase is found where a word begins, in ASCII, never inside one. Laid out so that building costs less
//! than a page's search.

use super::scan;
use std::ops::Range;

/// A list of phrases, ready to be looked for.
pub(super) struct Phrases {
    /// Each phrase with the slot of its first two bytes and its index in the list: by slot, the longest first.
    rows: Vec<(u16, u16, &'static str)>,
    /// For each slot, where its phrases start in `rows`; one more for the end.
    starts: Vec<u16>,
}

/// How many slots the first two bytes of a phrase are told apart by.
const SLOTS: usize = 1024;

/// The slot of two bytes, the same for capitals and small letters.
fn slot(a: u8, b: u8) -> u16 {
    u16::from(a & 31) << 5 | u16::from(b & 31)
}

impl Phrases {
    /// Of phrases of two bytes or more; shorter ones are never found.
    pub(super) fn new(list: impl Iterator<Item = &'static str>) -> Self {
        let row = |(i, phrase): (u16, &'static str)| match phrase.as_bytes() {
            [a, b, ..] => Some((slot(*a, *b), i, phrase)),
            _ => None,
        };
        let mut rows: Vec<_> = (0..).zip(list).filter_map(row).collect();
        rows.sort_by_key(|(slot, _, phrase)| (*slot, usize::MAX - phrase.len()));
        let mut starts = Vec::with_capacity(SLOTS + 1);
        for (at, (slot, ..)) in (0..).zip(&rows) {
            starts.resize(starts.len().max(usize::from(*slot) + 1), at);
        }
        starts.resize(SLOTS + 1, rows.len() as u16);
        Self { rows, starts }
    }

    /// The phrases of a text that do not overlap: where each stands and its index in the list.
    pub(super) fn find_iter<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            if !begins_word(bytes, at) {
                at = scan::word(bytes, at);
            }
            while let [a, b, ..] = bytes.get(at..)? {
                let slot = usize::from(slot(*a, *b));
                let [from, to] = *self.starts.get(slot..)?.first_chunk()?;
                if from < to
                    && let Some((index, len)) = self.longest(bytes.get(at..)?, from..to)
                {
                    let found = at..at + len;
                    at = found.end;
                    return Some((found, index));
                }
                at = scan::word(bytes, at).max(at + 1);
            }
            None
        })
    }

    /// The longest phrase of some rows that the bytes begin with: its index and length.
    fn longest(&self, bytes: &[u8], rows: Range<u16>) -> Option<(usize, usize)> {
        let rows = self.rows.get(usize::from(rows.start)..usize::from(rows.end))?;
        let stands = |phrase: &[u8]| {
            phrase.get(2).is_none_or(|c| bytes.get(2).is_some_and(|b| b.eq_ignore_ascii_case(c)))
                && bytes.get(..phrase.len()).is_some_and(|b| b.eq_ignore_ascii_case(phrase))
        };
        let (_, index, phrase) = rows.iter().find(|row| stands(row.2.as_bytes()))?;
        Some((usize::from(*index), phrase.len()))
    }
}

/// Whether no ASCII letter or digit stands right before the one at `at`.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    !letter(at) || !at.checked_sub(1).is_some_and(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIST: [&str; 7] = ["ab", "abc", "bc a", "cab", "Ab", "ca bb", " b"];

    /// The longest phrase that stands at a place where a word begins.
    fn at(text: &str, place: usize) -> Option<(usize, usize)> {
        let inside = text.split_at(place).0.ends_with(|c: char| c.is_ascii_alphanumeric());
        let stands = |phrase: &str| {
            let inside = inside && phrase.starts_with(|c: char| c.is_ascii_alphanumeric());
            let words = text.get(place..place + phrase.len());
            !inside && words.is_some_and(|w| w.eq_ignore_ascii_case(phrase))
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
