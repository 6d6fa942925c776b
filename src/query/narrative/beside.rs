//! Which words stand with a term more often than chance would have it: uses and the sentences that were searched in,
//! words with what was counted, what was to be expected and G² out. Function words, figures and the term's own words are
//! left out.
//!
//! G² is the log-likelihood ratio of the two-by-two table of Dunning, "Accurate Methods for the Statistics of Surprise and
//! Coincidence" (Computational Linguistics 19, 1993): 2 Σ O ln(O/E) over its four cells. By chance alone it passes 3.84
//! once in twenty words, 10.83 once in a thousand.

use super::theme::Theme;
use super::uses::Use;
use crate::query::Index;
use crate::query::bits::Bits;
use crate::query::lexicon::Lexicon;
use std::collections::HashSet;
use std::sync::LazyLock;

/// How far from the term a word may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Window {
    /// In the same sentence: sentences are counted.
    #[default]
    Sentence,
    /// At most five words away, in the same sentence: words are counted.
    Five,
}

/// A word that goes with the term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Companion {
    /// The word, by its number in the index.
    word: u32,
    /// How often it stands with the term (O): sentences, or places near it.
    pub observed: u64,
    /// How often that was to be expected by chance (E).
    pub expected: f64,
    /// How often it stands anywhere in what was searched.
    pub everywhere: u64,
    /// How far that is from chance; higher is further.
    pub g2: f64,
}

/// Words that go with a term, by both windows.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) in_sentence: Vec<Companion>,
    pub(super) near: Vec<Companion>,
}

/// How often a word must stand with the term to be told.
pub(super) const FEWEST: u64 = 3;
/// The least G² that is told: chance passes it once in twenty.
pub(super) const LEAST: f64 = 3.84;
/// Words on each side that are near.
const NEAR: usize = 5;

impl Window {
    /// The other one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Sentence => Self::Five,
            Self::Five => Self::Sentence,
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "same sentence",
            Self::Five => "within 5 words",
        }
    }
}

impl Companion {
    /// The word, in small letters, without accents.
    pub fn word(self, index: &Index) -> &str {
        index.vocabulary().word(self.word)
    }
}

/// Dunning's G² of a pair: together, each of them, all. Cells that are empty add nothing.
pub fn g2(together: u64, one: u64, other: u64, all: u64) -> f64 {
    let rest = (all + together).saturating_sub(one + other);
    let cells = [
        (together, one, other),
        (one.saturating_sub(together), one, all.saturating_sub(other)),
        (other.saturating_sub(together), all.saturating_sub(one), other),
        (rest, all.saturating_sub(one), all.saturating_sub(other)),
    ];
    let term = |(observed, row, column): (u64, u64, u64)| {
        let expected = row as f64 * column as f64 / all as f64;
        if observed == 0 { 0.0 } else { observed as f64 * (observed as f64 / expected).ln() }
    };
    2.0 * cells.into_iter().map(term).sum::<f64>()
}

/// Counts of each word, by the number of its first spelling.
#[derive(Default, Clone, Copy)]
struct Counts {
    sentences: u32,
    places: u32,
    with: u32,
    near: u32,
    /// The last sentence it was counted in, one up.
    last: u32,
}

/// Counts the words that go with the uses of a theme.
pub(super) fn count(index: &Index, theme: &Theme, searched: &Bits, uses: &[Use]) -> Beside {
    if uses.is_empty() {
        return Beside::default();
    }
    let first = firsts(index.vocabulary());
    let mut counts = vec![Counts::default(); first.len()];
    let mut totals = Totals::default();
    let mut rest = uses;
    for sentence in searched.iter() {
        let here = rest.iter().take_while(|one| one.sentence as usize == sentence).count();
        let (own, later) = rest.split_at_checked(here).unwrap_or_default();
        rest = later;
        add(index, (sentence as u32, own), (&first, &mut counts), &mut totals);
    }
    let skip = |word: u32| {
        let text = index.vocabulary().word(word);
        let told = text.chars().nth(1).is_some() && text.chars().any(char::is_alphabetic);
        !told || text.starts_with(|c: char| c.is_numeric()) || FUNCTION.contains(text)
    };
    let mut beside = Beside::default();
    for (word, counts) in counts.iter().enumerate() {
        let word = word as u32;
        if u64::from(counts.with) < FEWEST || skip(word) || is_own(index, theme, word) {
            continue;
        }
        let (with, sentences) = (u64::from(counts.with), u64::from(counts.sentences));
        let (near, places) = (u64::from(counts.near), u64::from(counts.places));
        beside.in_sentence.extend(companion(word, with, sentences, (totals.with, totals.all)));
        beside.near.extend(companion(word, near, places, (totals.near, totals.places)));
    }
    for list in [&mut beside.in_sentence, &mut beside.near] {
        list.sort_by(|a, b| b.g2.total_cmp(&a.g2).then(a.word.cmp(&b.word)));
    }
    beside
}

/// What was counted in all.
#[derive(Default)]
struct Totals {
    /// Sentences, and those with a use.
    all: u64,
    with: u64,
    /// Words, and those near a use.
    places: u64,
    near: u64,
}

fn add(
    index: &Index,
    (sentence, uses): (u32, &[Use]),
    (first, counts): (&[u32], &mut [Counts]),
    totals: &mut Totals,
) {
    let tokens = index.tokens(sentence);
    totals.all += 1;
    totals.with += u64::from(!uses.is_empty());
    totals.places += tokens.len() as u64;
    for (at, token) in tokens.iter().enumerate() {
        let word = first.get(token.word_number() as usize).map_or(0, |word| *word as usize);
        let Some(counts) = counts.get_mut(word) else { continue };
        let new = counts.last != sentence + 1;
        counts.last = sentence + 1;
        counts.places += 1;
        counts.sentences += u32::from(new);
        if uses.is_empty() {
            continue;
        }
        counts.with += u32::from(new);
        let own = |one: &Use| (one.at as usize..(one.at + one.words) as usize).contains(&at);
        let close =
            |one: &Use| at + NEAR >= one.at as usize && at < (one.at + one.words) as usize + NEAR;
        if uses.iter().any(close) && !uses.iter().any(own) {
            counts.near += 1;
            totals.near += 1;
        }
    }
}

/// Whether a word stands with a use: in its sentence, or near it.
pub(super) fn stands(index: &Index, one: &Use, companion: Companion, window: Window) -> bool {
    let vocabulary = index.vocabulary();
    let spellings = vocabulary.numbers(vocabulary.word(companion.word));
    let (start, end) = (one.at as usize, (one.at + one.words) as usize);
    let places = index.tokens(one.sentence).iter().enumerate();
    let mut places = places.filter(|(_, token)| spellings.contains(&token.word_number()));
    places.any(|(at, _)| match window {
        Window::Sentence => true,
        Window::Five => at + NEAR >= start && at < end + NEAR && !(start..end).contains(&at),
    })
}

fn companion(
    word: u32,
    observed: u64,
    everywhere: u64,
    (with, all): (u64, u64),
) -> Option<Companion> {
    let expected = with as f64 * everywhere as f64 / all.max(1) as f64;
    let g2 = g2(observed, with, everywhere, all);
    let told = observed >= FEWEST && observed as f64 > expected && g2 >= LEAST;
    told.then_some(Companion { word, observed, expected, everywhere, g2 })
}

fn is_own(index: &Index, theme: &Theme, word: u32) -> bool {
    let spellings = index.vocabulary().numbers(index.vocabulary().word(word));
    spellings.into_iter().any(|number| theme.has(number))
}

/// For each word, the first number of the same word: capitals stand behind small letters.
fn firsts(words: &Lexicon) -> Vec<u32> {
    let mut firsts: Vec<u32> = Vec::with_capacity(words.len());
    for number in 0..words.len() as u32 {
        let before = number.checked_sub(1).filter(|b| words.word(*b) == words.word(number));
        let first = before.and_then(|before| firsts.get(before as usize).copied());
        firsts.push(first.unwrap_or(number));
    }
    firsts
}

static FUNCTION: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../../assets/function-words.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g2_is_that_of_dunnings_own_table() {
        // Dunning 1993, table 2: "the swiss", 110 together of 2,552 and 221 in 31,777 pairs.
        assert!((g2(110, 2552, 221, 31_777) - 270.72).abs() < 0.01);
        // By hand: rows 10 and 90, columns 30 and 70, 6 together: E = 3, 7, 27, 63.
        let hand = 2.0
            * (6.0 * (6.0f64 / 3.0).ln()
                + 4.0 * (4.0f64 / 7.0).ln()
                + 24.0 * (24.0f64 / 27.0).ln()
                + 66.0 * (66.0f64 / 63.0).ln());
        assert!((g2(6, 10, 30, 100) - hand).abs() < 1e-9);
        // What is as often as chance has it says nothing, and an empty cell adds nothing.
        assert!(g2(3, 10, 30, 100).abs() < 1e-9);
        assert!(g2(5, 5, 5, 10) > 13.0 && g2(0, 0, 0, 10).abs() < 1e-9);
    }

    #[test]
    fn function_words_are_folded_and_stand_once() {
        let lines = include_str!("../../../assets/function-words.tsv").lines();
        let words = lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let words: Vec<&str> = words.collect();
        assert_eq!(words.len(), FUNCTION.len(), "a word stands twice");
        assert!(words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
