//! The distinct words of many texts and where each stands. Words come in while texts are read; numbers, and for each
//! number its places, go out. Knows nothing of terms.

use super::fuzzy::Word;
use super::texts::Texts;
use std::collections::HashMap;

/// Distinct folded words by number. "The" and "the" are two, so that what a capital allows is decided once a word.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    words: Texts,
    cases: Vec<Case>,
    numbers: HashMap<Box<str>, u32>,
    /// The places of all words, by word and place.
    places: Vec<u32>,
    /// Where each word's places end.
    ends: Vec<u32>,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Case {
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether all its letters are capitals.
    pub(super) capitals: bool,
}

impl Lexicon {
    /// The number of a word, added where it is new.
    pub(super) fn intern(&mut self, word: Word<'_>, key: &mut String) -> u32 {
        key.clear();
        key.push_str(word.text);
        // No folded word holds a capital: these can only be marks.
        key.push_str(if word.capital { "C" } else { "" });
        key.push_str(if word.capitals { "S" } else { "" });
        if let Some(&number) = self.numbers.get(key.as_str()) {
            return number;
        }
        self.cases.push(Case { capital: word.capital, capitals: word.capitals });
        let number = self.words.push(word.text);
        self.numbers.insert(key.as_str().into(), number);
        number
    }

    /// Notes the places of all words: the numbers of the texts' words in a row.
    pub(super) fn settle(&mut self, numbers: impl Iterator<Item = usize> + Clone) {
        let mut ends = vec![0u32; self.words.len() + 1];
        for number in numbers.clone() {
            if let Some(count) = ends.get_mut(number + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        self.places = vec![0; sum as usize];
        for (place, number) in numbers.enumerate() {
            let Some(next) = ends.get_mut(number) else { continue };
            if let Some(slot) = self.places.get_mut(*next as usize) {
                *slot = place as u32;
            }
            *next += 1;
        }
        self.ends = ends;
    }

    /// The places of a word, rising. None before [`Lexicon::settle`].
    pub(super) fn places(&self, number: usize) -> &[u32] {
        let end = |n: usize| self.ends.get(n).map_or(0, |&end| end as usize);
        let start = number.checked_sub(1).map_or(0, end);
        self.places.get(start..end(number)).unwrap_or_default()
    }

    /// The folded words, by number.
    pub(super) fn words(&self) -> &Texts {
        &self.words
    }

    /// How a word is written.
    pub(super) fn case(&self, number: usize) -> Case {
        self.cases.get(number).copied().unwrap_or(Case { capital: false, capitals: false })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fuzzy::Gap;
    use super::*;

    #[test]
    fn each_word_knows_its_places() {
        let mut lexicon = Lexicon::default();
        let mut key = String::new();
        let numbers: Vec<usize> = ["b", "a", "B", "b", "a"]
            .iter()
            .map(|text| {
                let capital = *text == "B";
                let text = if capital { "b" } else { text };
                let word = Word { text, capital, capitals: capital, gap: Gap::Space };
                lexicon.intern(word, &mut key) as usize
            })
            .collect();
        assert_eq!(numbers, [0, 1, 2, 0, 1]);
        lexicon.settle(numbers.iter().copied());
        let places: Vec<&[u32]> = (0..4).map(|n| lexicon.places(n)).collect();
        assert_eq!(places, [&[0, 3][..], &[1, 4], &[2], &[]]);
    }
}
