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
    /// What [`Lexicon::intern`] finds a word by; empty once sorted.
    numbers: HashMap<Box<str>, u32>,
    /// The places of all words, by word and place: each as the step from the one before, seven bits a byte, low ones
    /// first, the highest bit set where more follow. Most words of a text come back soon.
    steps: Vec<u8>,
    /// Where each word's steps end.
    ends: Vec<usize>,
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
        let key = |number: usize| {
            let Case { capital, capitals } = self.case(number);
            (self.words.get(number), capital, capitals)
        };
        let mut order: Vec<usize> = (0..self.words.len()).collect();
        order.sort_unstable_by(|&a, &b| key(a).cmp(&key(b)));
        let mut numbers = vec![0; order.len()];
        let mut sorted = Self::default();
        for (new, &old) in order.iter().enumerate() {
            sorted.words.push(self.words.get(old));
            sorted.cases.push(self.case(old));
            if let Some(number) = numbers.get_mut(old) {
                *number = new as u32;
            }
        }
        sorted.words.shrink();
        *self = sorted;
        numbers
    }

    /// Notes the places of all words: the numbers of the texts' words in a row.
    pub(super) fn settle(&mut self, numbers: impl Iterator<Item = usize> + Clone) {
        let words = self.words.len();
        self.counts = vec![0; words];
        self.ends = vec![0; words];
        let mut last = vec![0usize; words];
        for (place, number) in numbers.clone().enumerate() {
            let Some(last) = last.get_mut(number) else { continue };
            let step = place - std::mem::replace(last, place);
            if let (Some(end), Some(count)) =
                (self.ends.get_mut(number), self.counts.get_mut(number))
            {
                *end += width(step);
                *count += 1;
            }
        }
        // Each word's bytes begin where those of the one before end.
        let mut sum = 0;
        for end in &mut self.ends {
            sum += std::mem::replace(end, sum);
        }
        self.steps = vec![0; sum];
        last.fill(0);
        for (place, number) in numbers.enumerate() {
            let (Some(last), Some(end)) = (last.get_mut(number), self.ends.get_mut(number)) else {
                continue;
            };
            let step = place - std::mem::replace(last, place);
            *end = write(step, &mut self.steps, *end);
        }
    }

    /// The places of a word, rising. None before [`Lexicon::settle`].
    pub(super) fn places(&self, number: usize) -> impl Iterator<Item = usize> {
        let end = |n: usize| self.ends.get(n).copied().unwrap_or_default();
        let start = number.checked_sub(1).map_or(0, end);
        let mut steps = self.steps.get(start..end(number)).unwrap_or_default().iter();
        let mut place = 0;
        std::iter::from_fn(move || {
            let (mut step, mut shift) = (0, 0);
            loop {
                let byte = *steps.next()?;
                step |= usize::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    place += step;
                    return Some(place);
                }
                shift += 7;
            }
        })
    }

    /// How many places a word has.
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
        self.case(number as usize).capital
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
    pub(super) fn case(&self, number: usize) -> Case {
        self.cases.get(number).copied().unwrap_or(Case { capital: false, capitals: false })
    }
}

/// Bytes that a step takes.
fn width(step: usize) -> usize {
    (usize::BITS - step.leading_zeros()).div_ceil(7).max(1) as usize
}

/// Writes a step at a place; where the next one goes.
fn write(mut step: usize, steps: &mut [u8], mut at: usize) -> usize {
    loop {
        let more = step > 0x7f;
        if let Some(slot) = steps.get_mut(at) {
            *slot = (step & 0x7f) as u8 | if more { 0x80 } else { 0 };
        }
        at += 1;
        step >>= 7;
        if !more {
            return at;
        }
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
        let places: Vec<Vec<usize>> = (0..4).map(|n| lexicon.places(n).collect()).collect();
        assert_eq!(places, [vec![0, 3], vec![1, 4], vec![2], vec![]]);
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

    #[test]
    fn far_places_are_kept() {
        let mut lexicon = Lexicon::default();
        let mut key = String::new();
        for text in ["a", "b"] {
            lexicon
                .intern(Word { text, capital: false, capitals: false, gap: Gap::Space }, &mut key);
        }
        let far = [0, 127, 128, 129, 20_000, 3_000_000];
        let numbers = (0..=3_000_000).map(|place| usize::from(!far.contains(&place)));
        lexicon.settle(numbers);
        assert_eq!(lexicon.places(0).collect::<Vec<_>>(), far);
    }
}
