//! What was typed as a term in; which words of the vocabulary it means, out. Reads no sentence.

use crate::query::Index;
use crate::query::fold::{Folded, folded};
use crate::query::lookup::stem;
use crate::query::pattern::Pattern;
use crate::query::words::words;

/// Words and phrases of which one is enough.
#[derive(Debug, Default)]
pub(super) struct Theme {
    /// For each word of each phrase, the numbers it can be, rising.
    pub(super) phrases: Vec<Vec<Vec<u32>>>,
}

/// A lens's words as a term: each one of them, none that is left out.
pub fn from_lens(pattern: &Pattern) -> String {
    pattern.wanted().join(" | ")
}

impl Theme {
    /// Reads what was typed: words are a phrase, `a | b` is either, `'word` only as it stands, `word*` whatever begins
    /// so. Without a sign, a word is met in all its forms, in British and American spelling. Two to five capitals are an
    /// abbreviation and meet only capitals.
    pub(super) fn parse(index: &Index, typed: &str) -> Self {
        let phrases = typed.split('|').map(|phrase| phrase_of(index, phrase.trim()));
        Self { phrases: phrases.filter(|phrase| !phrase.is_empty()).collect() }
    }

    /// Whether a word is one of its own.
    pub(super) fn has(&self, word: u32) -> bool {
        self.phrases.iter().flatten().any(|numbers| numbers.binary_search(&word).is_ok())
    }
}

fn phrase_of(index: &Index, typed: &str) -> Vec<Vec<u32>> {
    let exact = typed.strip_prefix('\'');
    let open = typed.ends_with('*');
    let bare = exact.unwrap_or(typed).trim_end_matches(['*', '\'']);
    let letters = Folded::new(bare);
    let places = words(&letters);
    let last = places.len().saturating_sub(1);
    let mut phrase: Vec<Vec<u32>> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let word = place.word.text;
        let acronym = place.word.capitals && (2..=5).contains(&word.chars().count());
        phrase.push(if open && at == last {
            index.vocabulary().beginning(word).collect()
        } else if acronym {
            let numbers = index.vocabulary().numbers(word);
            numbers.filter(|number| index.vocabulary().case(*number).capitals).collect()
        } else if exact.is_some() {
            index.vocabulary().numbers(word).collect()
        } else {
            forms_of(index, word)
        });
    }
    phrase
}

/// The words that are forms of one: of the same first letter, which irregular forms nearly all keep.
fn forms_of(index: &Index, word: &str) -> Vec<u32> {
    let vocabulary = index.vocabulary();
    let key = stem::key(word);
    let Some(letter) = word.chars().next() else { return Vec::new() };
    let alike = |number: u32| {
        let other = vocabulary.word(number);
        other == word || other.len() + 6 >= word.len() && stem::key(other) == key
    };
    let mut numbers = Vec::new();
    let mut last = (String::new(), false);
    for number in vocabulary.beginning(&folded(&letter.to_string())) {
        // The same word with capitals follows at once.
        if last.0 != vocabulary.word(number) {
            last = (vocabulary.word(number).to_owned(), alike(number));
        }
        if last.1 {
            numbers.push(number);
        }
    }
    numbers
}
