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
