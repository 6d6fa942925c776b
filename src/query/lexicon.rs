//! The distinct words of many texts. Words come in while texts are read; numbers, and what there is to say of a number,
//! go out. Knows nothing of terms.

use super::fuzzy::Word;
use super::texts::Texts;
use std::collections::HashMap;

/// Distinct folded words by number. "The" and "the" are two, so that what a capital allows is decided once a word.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    words: Texts,
    cases: Vec<Case>,
    /// What [`Lexicon::intern`] finds a word by; empty once sorted.
    numbers: HashMap<Box<str>, u32>,
    /// How many places each word has.
    counts: Vec<u32>,
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

    /// Numbers the words anew, in their order of bytes, a word in small letters before the same with capitals, so that
    /// those with a common beginning stand in a row. For each number of before, the one of now. No word may be added
    /// behind it.
    pub(super) fn sort(&mut self) -> Vec<u32> {
        let key = |number: u32| {
            let Case { capital, capitals } = self.case(number);
            (self.word(number), capital, capitals)
        };
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| key(a).cmp(&key(b)));
        let mut numbers = vec![0; order.len()];
        let mut sorted = Self::default();
        for (new, &old) in order.iter().enumerate() {
            sorted.words.push(self.word(old));
            sorted.cases.push(self.case(old));
            if let Some(number) = numbers.get_mut(old as usize) {
                *number = new as u32;
            }
        }
        sorted.words.shrink();
        sorted.cases.shrink_to_fit();
        *self = sorted;
        numbers
    }

    /// Notes how many places each word has: the numbers of the texts' words come in.
    pub(super) fn settle(&mut self, numbers: impl Iterator<Item = u32>) {
        self.counts = vec![0; self.words.len()];
        for number in numbers {
            if let Some(count) = self.counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }

    /// How many places a word has. 0 before [`Lexicon::settle`].
    pub(super) fn count(&self, number: usize) -> usize {
        self.counts.get(number).map_or(0, |&count| count as usize)
    }

    /// How many distinct words there are; their numbers lie below.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A folded word; empty where the number has none.
    pub(super) fn word(&self, number: u32) -> &str {
        self.words.get(number as usize)
    }

    /// Whether a word begins with a capital.
    pub(super) fn is_capital(&self, number: u32) -> bool {
        self.case(number).capital
    }

    /// The numbers of the words that begin with a folded text, in their order of bytes; all where it is empty.
    pub(super) fn beginning(&self, start: &str) -> std::ops::Range<u32> {
        let head =
            |word: &str| word.as_bytes().get(..start.len()).is_some_and(|h| h == start.as_bytes());
        let first = self.partition(0, |word| word < start);
        first..self.partition(first, head)
    }

    /// The numbers of one folded word: up to three, written small, with a capital, in capitals.
    pub(super) fn numbers(&self, word: &str) -> std::ops::Range<u32> {
        let first = self.partition(0, |other| other < word);
        first..self.partition(first, |other| other == word)
    }

    /// The first number from one on whose word a test fails, which must hold for a run from there.
    fn partition(&self, from: u32, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (from, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The folded words, by number.
    pub(super) fn words(&self) -> &Texts {
        &self.words
    }

    /// How a word is written.
    pub(super) fn case(&self, number: u32) -> Case {
        self.cases.get(number as usize).copied().unwrap_or(Case { capital: false, capitals: false })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fuzzy::Gap;
    use super::*;

    #[test]
    fn each_word_is_counted() {
        let mut lexicon = Lexicon::default();
        let mut key = String::new();
        let numbers: Vec<u32> = ["b", "a", "B", "b", "a"]
            .iter()
            .map(|text| {
                let capital = *text == "B";
                let text = if capital { "b" } else { text };
                let word = Word { text, capital, capitals: capital, gap: Gap::Space };
                lexicon.intern(word, &mut key)
            })
            .collect();
        assert_eq!(numbers, [0, 1, 2, 0, 1]);
        lexicon.settle(numbers.iter().copied());
        assert_eq!([0, 1, 2, 3].map(|n| lexicon.count(n)), [2, 2, 1, 0]);
    }

    #[test]
    fn sorted_words_stand_beside_those_that_begin_alike() {
        let mut lexicon = Lexicon::default();
        let mut key = String::new();
        for (text, capital) in [
            ("tas", false),
            ("b", true),
            ("tash", true),
            ("tash", false),
            ("ta\u{448}", false),
            ("z", false),
        ] {
            lexicon.intern(Word { text, capital, capitals: false, gap: Gap::Space }, &mut key);
        }
        assert_eq!(lexicon.sort(), [1, 0, 3, 2, 4, 5]);
        for (start, expected) in
            [("tash", 2..4), ("ta", 1..5), ("", 0..6), ("tast", 4..4), ("z", 5..6), ("zz", 6..6)]
        {
            assert_eq!(lexicon.beginning(start), expected, "{start}");
        }
        assert_eq!(lexicon.numbers("tash"), 2..4);
        assert_eq!(lexicon.numbers("tas"), 1..2);
        assert_eq!(lexicon.numbers("t"), 1..1);
        assert_eq!([2, 3].map(|n| lexicon.is_capital(n)), [false, true]);
        assert_eq!((lexicon.word(4), lexicon.word(6), lexicon.len()), ("ta\u{448}", "", 6));
    }
}
