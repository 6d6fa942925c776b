//! Splits a folded text into words and says what stands between them. Knows nothing of terms.

use super::fold::{Folded, is_word};
use super::fuzzy::{Gap, Word};

/// A word of a folded text and where it begins.
pub(super) struct Place<'a> {
    pub(super) start: usize,
    pub(super) word: Word<'a>,
}

/// The words of a folded text.
pub(super) fn words(folded: &Folded) -> Vec<Place<'_>> {
    let mut words: Vec<Place<'_>> = Vec::new();
    let mut from = None;
    let text = folded.text.as_str();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word(c), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                from = None;
                let word = text.get(start..at).unwrap_or_default();
                let before =
                    words.last().map(|last| (last.word.text, last.start + last.word.text.len()));
                let gap = before.map_or(Gap::Apart, |(last, end)| {
                    gap(last, text.get(end..start).unwrap_or_default())
                });
                let capital = folded.is_capital(start);
                let mut letters = word.char_indices().filter(|(_, c)| c.is_alphabetic());
                let capitals = capital && letters.all(|(i, _)| folded.is_capital(start + i));
                words.push(Place { start, word: Word { text: word, capital, capitals, gap } });
            }
            _ => {}
        }
    }
    words
}

fn gap(last: &str, between: &str) -> Gap {
    match between {
        "-" | "'" => Gap::Glue,
        // "U.S." is one word, "3.5" and "Tashkent.The" are not.
        "." if last.len() == 1 && last.bytes().all(|b| b.is_ascii_alphabetic()) => Gap::Glue,
        " " | "/" | "." | ". " | " '" | "' " | " \"" | "\" " => Gap::Space,
        _ => Gap::Apart,
    }
}
