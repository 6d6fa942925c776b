//! Words of a stretch of text, and the lists of `assets/indicators.tsv` that naming figures needs. Knows no figures.

use crate::text::hash::WordMap;
use crate::text::{Span, Text, scan};
use std::sync::LazyLock;

const WORDS: &str = include_str!("../../../assets/indicators.tsv");

/// The lists, in the order of their bits.
const LISTS: [&str; 32] = [
    "measures",
    "verbs",
    "telling",
    "openers",
    "links",
    "auxiliaries",
    "turns",
    "idle",
    "no-noun",
    "chain",
    "determiners",
    "structural",
    "vague",
    "people",
    "changes",
    "bare",
    "times",
    "changing",
    "dangling",
    "lengths",
    "ways",
    "numbers",
    "settled",
    "timing",
    "pronouns",
    "torn",
    "things",
    "shifts",
    "becoming",
    "light",
    "seeing",
    "comparing",
];

/// The longest word of the lists.
const LONGEST: usize = 20;

/// The words with a bit for each list that has one, and the same bits for each first letter and length.
struct Table {
    words: WordMap<u32>,
    cells: [u32; 1024],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: WordMap::default(), cells: [0; 1024] };
    for line in WORDS.lines().filter(|l| !l.starts_with('#')) {
        let Some((list, words)) = line.split_once('\t') else { continue };
        let bit = LISTS.iter().position(|l| *l == list).map_or(0, |i| 1 << i);
        for word in words.split(' ') {
            *table.words.entry(word).or_default() |= bit;
            if let Some(bits) = cell(word).and_then(|c| table.cells.get_mut(c)) {
                *bits |= bit;
            }
        }
    }
    table
});

/// Where the bits of a first letter, in any case, and a length stand.
fn cell(word: &str) -> Option<usize> {
    let first = word.bytes().next().filter(|_| word.len() <= LONGEST)?;
    Some(usize::from(first & 31) << 5 | word.len())
}

/// Whether a list has a word; in any case.
fn is(list: usize, word: &str) -> bool {
    let table = &*TABLE;
    // A cheap no for most words.
    let near = cell(word).and_then(|c| table.cells.get(c));
    if near.is_none_or(|bits| bits >> list & 1 != 1) {
        return false;
    }
    let bits = if word.bytes().any(|b| b.is_ascii_uppercase()) {
        table.words.get(word.to_ascii_lowercase().as_str())
    } else {
        table.words.get(word)
    };
    bits.is_some_and(|bits| bits >> list & 1 == 1)
}

/// Whether a noun names a measure when "of" follows: "the share of".
pub(super) fn is_measure(word: &str) -> bool {
    is(0, word)
}

/// Whether a word is a verb that parts a measure from its value.
pub(super) fn is_verb(word: &str) -> bool {
    is(1, word)
}

/// Whether a word is a verb of telling.
pub(super) fn is_telling(word: &str) -> bool {
    is(2, word)
}

/// Whether a word opens a clause and can be cut from its subject.
pub(super) fn is_opener(word: &str) -> bool {
    is(3, word)
}

/// Whether a word links phrases: prepositions, relatives, conjunctions.
pub(super) fn is_link(word: &str) -> bool {
    is(4, word)
}

/// Whether a word stands between a counted noun and what was done with it.
pub(super) fn is_auxiliary(word: &str) -> bool {
    is(5, word)
}

/// Whether a word begins another clause, and is no more of what was done.
pub(super) fn is_turn(word: &str) -> bool {
    is(6, word)
}

/// Whether a word says nothing of what a figure measures.
pub(super) fn is_idle(word: &str) -> bool {
    is(7, word)
}

/// Whether a word right after a figure does not name what it measures.
fn is_no_noun(word: &str) -> bool {
    is(8, word)
}

/// Whether a word only links one figure to the next.
pub(super) fn is_chain(word: &str) -> bool {
    is(9, word)
}

/// Whether a word makes a small number point at known things: "the two countries".
pub(super) fn is_determiner(word: &str) -> bool {
    is(10, word)
}

/// Whether a counted noun tells how a text is built and no figure of the world.
pub(super) fn is_structural(word: &str) -> bool {
    is(11, word)
}

/// Whether a word makes a small number one of talk.
pub(super) fn is_vague(word: &str) -> bool {
    is(12, word)
}

/// Whether shares are usually told of it.
pub(super) fn is_people(word: &str) -> bool {
    is(13, word)
}

/// Whether a noun tells of a change.
pub(super) fn is_change(word: &str) -> bool {
    is(14, word)
}

/// Whether a noun before "of" names no measure by itself.
pub(super) fn is_bare(word: &str) -> bool {
    is(15, word)
}

/// Whether a unit is one of time.
pub(super) fn is_time(word: &str) -> bool {
    is(16, word)
}

/// Whether a word is a verb that changes its object by so much.
pub(super) fn is_changing(word: &str) -> bool {
    is(17, word)
}

/// Whether a word hangs on what follows it, and ends no name.
pub(super) fn is_dangling(word: &str) -> bool {
    is(18, word)
}

/// Whether a unit is one of length on the ground.
pub(super) fn is_length(word: &str) -> bool {
    is(19, word)
}

/// Whether a word behind a length tells where something lies: "two miles south".
pub(super) fn is_way(word: &str) -> bool {
    is(20, word)
}

/// Whether a word is a number in letters.
pub(super) fn is_number(word: &str) -> bool {
    is(21, word)
}

/// Whether a noun behind "on", "in" or "of" names no measure: "on average".
pub(super) fn is_settled(word: &str) -> bool {
    is(22, word)
}

/// Whether a word leads a time in before a subject.
pub(super) fn is_timing(word: &str) -> bool {
    is(23, word)
}

/// Whether a word speaks of something named elsewhere.
pub(super) fn is_pronoun(word: &str) -> bool {
    is(24, word)
}

/// Whether a subject that ends with a word is torn.
pub(super) fn is_torn(word: &str) -> bool {
    is(25, word)
}

/// Whether a unit, or the first word of one, measures single things: speed, heat, the size of a screen.
pub(super) fn is_of_thing(unit: &str) -> bool {
    let first = unit.split(' ').next().unwrap_or_default();
    let speed = unit.ends_with(" per hour") || unit.ends_with(" per second");
    is(26, first) || speed && is_length(first)
}

/// Whether a word says which way a figure changes: "rose", "up", "declining".
pub(super) fn is_shift(word: &str) -> bool {
    is(27, word)
}

/// Whether a form of a verb that is no finite one parts a measure from its value: "reaching", "to stand at".
pub(super) fn is_becoming(word: &str) -> bool {
    is(28, word)
}

/// Whether a participle says nothing of what is counted but that somebody counted it: "deaths recorded".
pub(super) fn is_light(word: &str) -> bool {
    is(29, word)
}

/// Whether a verb has what happens to a measure for its object: "saw exports rise".
pub(super) fn is_seeing(word: &str) -> bool {
    is(30, word)
}

/// Whether a word behind a share sets it against something: "5 per cent higher".
pub(super) fn is_comparing(word: &str) -> bool {
    is(31, word)
}

/// Whether a word right after a figure does not name what it measures, by the lists or by its ending.
pub(super) fn starts_no_noun(word: &str) -> bool {
    (word.len() > 3 && word.ends_with("ly")) || is_no_noun(word)
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

/// Where a word ends that begins at a place; the place itself where none does.
fn token_end(words: &str, mut at: usize) -> usize {
    let bytes = words.as_bytes();
    loop {
        at = scan::word(bytes, at);
        match bytes.get(at) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_list_and_every_word_is_found() {
        for line in WORDS.lines().filter(|l| !l.starts_with('#')) {
            let (list, words) = line.split_once('\t').unwrap_or_default();
            let at = LISTS.iter().position(|l| *l == list);
            for word in words.split(' ') {
                assert!(at.is_some_and(|at| is(at, word)), "{list}: {word}");
            }
        }
    }
}
