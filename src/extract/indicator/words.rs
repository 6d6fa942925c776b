//! Words of a stretch of text, and what a word or a unit is by its list and its form. Knows no figures.

use super::{list, phrases};
use crate::text::{Span, Text, scan};

/// Whether a unit, or the first word of one, measures single things: speed, heat, the size of a screen.
pub(super) fn is_of_thing(unit: &str) -> bool {
    let first = unit.split(' ').next().unwrap_or_default();
    let speed = unit.ends_with(" per hour") || unit.ends_with(" per second");
    list::THINGS.has(first) || speed && list::LENGTHS.has(first)
}

/// Whether a word right after a figure does not name what it measures, by the lists or by its ending.
pub(super) fn starts_no_noun(word: &str) -> bool {
    (word.len() > 3 && word.ends_with("ly")) || list::NO_NOUN.has(word)
}

/// "you're getting", "I've": what is told of somebody who speaks is no name.
pub(super) fn is_spoken(word: &str) -> bool {
    let (stem, end) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    (end.is_empty() || list::CONTRACTED.says(end)) && list::SPEAKERS.has(stem)
}

/// Whether a word is an adverb in "ly", by its ending.
pub(super) fn is_adverb(word: &str) -> bool {
    let small = word.starts_with(|c: char| c.is_ascii_lowercase());
    small && word.len() > 4 && word.ends_with("ly") && !phrases::LY_WORDS.has(word)
}

/// The words of a stretch with their places: letters and digits, with apostrophes, hyphens and strokes.
pub(super) fn tokens(text: &Text, span: Span) -> Vec<Span> {
    first_tokens(text, span, usize::MAX)
}

/// The first words of a stretch with their places, at most so many.
pub(super) fn first_tokens(text: &Text, span: Span, most: usize) -> Vec<Span> {
    let words = text.words(span);
    let base = span.start as usize;
    let mut found = Vec::with_capacity((words.len() / 6 + 1).min(most));
    let mut at = 0;
    while at < words.len() && found.len() < most {
        let end = token_end(words, at);
        if end > at && !words.as_bytes().get(at..end).is_some_and(is_mark) {
            found.push(Span::new(base + at, base + end));
        }
        at = end + words.get(end..).and_then(|w| w.chars().next()).map_or(1, char::len_utf8);
    }
    found
}

/// Whether a stretch of hyphens, strokes and apostrophes has no letter: a dash is no word.
fn is_mark(word: &[u8]) -> bool {
    let mark = |b: &u8| matches!(b, b'-' | b'\'' | b'/');
    word.first().is_some_and(mark) && word.iter().all(mark)
}

/// Where initials end: "U.S.", "J.D."; one letter alone is a word as others are.
fn initials_end(bytes: &[u8], start: usize) -> usize {
    let initial = |at: usize| {
        let after = bytes.get(at + 2).is_none_or(|b| !b.is_ascii_alphanumeric());
        let more = bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(at + 3) == Some(&b'.');
        let letter =
            bytes.get(at).is_some_and(u8::is_ascii_uppercase) && bytes.get(at + 1) == Some(&b'.');
        letter && (after || more)
    };
    let mut at = start;
    while initial(at) {
        at += 2;
    }
    if at > start + 2 { at } else { start + 1 }
}

/// Where a word ends that begins at a place; the place itself where none does.
fn token_end(words: &str, mut at: usize) -> usize {
    let bytes = words.as_bytes();
    let start = at;
    loop {
        at = scan::word(bytes, at);
        if at == start + 1 && bytes.get(at) == Some(&b'.') {
            return initials_end(bytes, start);
        }
        match bytes.get(at) {
            // "a sum--with the fee": two hyphens are a dash.
            Some(b'-') if bytes.get(at + 1) == Some(&b'-') => return at,
            Some(b'\'' | b'-' | b'/') => at += 1,
            Some(0x80..) => {
                let other = words.get(at..).and_then(|rest| rest.chars().next());
                match other.filter(|c| c.is_alphanumeric() || *c == '’') {
                    Some(letter) => at += letter.len_utf8(),
                    None => return at,
                }
            }
            _ => return at,
        }
    }
}
