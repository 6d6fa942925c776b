//! A set of numbers below a bound, one bit each, so that sets of a million are joined in microseconds. Numbers come in,
//! numbers go out, rising. Knows nothing of what they count.

use std::ops::Range;

/// A set of numbers below a bound that is given once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// The empty set of numbers below a bound.
    pub(super) fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// The empty set of no numbers.
    pub(super) const fn nothing() -> Self {
        Self { words: Vec::new(), len: 0 }
    }

    /// All numbers below a bound.
    pub(super) fn all(len: usize) -> Self {
        let mut bits = Self { words: vec![u64::MAX; len.div_ceil(64)], len };
        bits.trim();
        bits
    }

    /// The places of those that are true.
    pub(super) fn of(all: impl ExactSizeIterator<Item = bool>) -> Self {
        let mut bits = Self { words: Vec::with_capacity(all.len().div_ceil(64)), len: all.len() };
        let (mut word, mut bit) = (0, 0);
        for holds in all {
            word |= u64::from(holds) << bit;
            bit += 1;
            if bit == 64 {
                bits.words.push(std::mem::take(&mut word));
                bit = 0;
            }
        }
        bits.words.extend((bit > 0).then_some(word));
        bits
    }

    /// Adds a number or takes it out.
    pub(super) fn set(&mut self, number: usize, inside: bool) {
        if inside {
            self.insert(number);
        } else if let Some(word) = self.words.get_mut(number / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Adds a number; one past the bound is left out.
    #[inline]
    pub(super) fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64).filter(|_| number < self.len) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether a number is in it.
    #[inline]
    pub(super) fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Adds all of another set.
    pub(super) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
        self.trim();
    }

    /// Adds all that is not in another set of the same bound.
    pub(super) fn unite_rest(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= !other);
        self.trim();
    }

    /// Keeps what is in another set of the same bound too.
    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Takes out all of another set.
    pub(super) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Takes out what is in another set of the same bound too, and adds what is in that one only.
    pub(super) fn toggle(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word ^= other);
    }

    /// Makes every number one more.
    pub(super) fn step_up(&mut self) {
        let mut carry = 0;
        for word in &mut self.words {
            (*word, carry) = (*word << 1 | carry, *word >> 63);
        }
        self.trim();
    }

    /// Makes every number one less; 0 is taken out.
    pub(super) fn step_down(&mut self) {
        let mut carry = 0;
        for word in self.words.iter_mut().rev() {
            (*word, carry) = (*word >> 1 | carry, *word << 63);
        }
    }

    /// Turns it into the set of the numbers that were not in it.
    pub(super) fn invert(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.trim();
    }

    /// Keeps the numbers that pass a test.
    pub(super) fn retain(&mut self, holds: impl Fn(usize) -> bool) {
        for (at, word) in self.words.iter_mut().enumerate() {
            let fallen = Ones(*word).filter(|bit| !holds(at * 64 + bit)).map(|bit| 1 << bit);
            *word &= !fallen.fold(0, |all, bit: u64| all | bit);
        }
    }

    /// Lowers the bound.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.words.truncate(self.len.div_ceil(64));
        self.trim();
    }

    /// The bound.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Whether no number is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// How many numbers are in it.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The numbers in it, rising.
    pub(super) fn iter(&self) -> Numbers<'_> {
        self.within(0..self.len)
    }

    /// The numbers of a range that are in it, rising.
    pub(super) fn within(&self, range: Range<usize>) -> Numbers<'_> {
        let at = range.start / 64;
        let rest = self.words.get(at..range.end.div_ceil(64).min(self.words.len()));
        let mut rest = rest.unwrap_or_default().iter();
        let first = rest.next().map_or(0, |word| word & (u64::MAX << (range.start % 64)));
        Numbers { word: Ones(first), base: at * 64, rest, end: range.end }
    }

    /// Takes out what lies past the bound.
    fn trim(&mut self) {
        let spare = self.words.len() * 64 - self.len;
        if let Some(last) = self.words.last_mut().filter(|_| spare > 0) {
            *last &= u64::MAX >> spare;
        }
    }
}

/// The numbers of a set below an end.
pub(super) struct Numbers<'a> {
    word: Ones,
    /// What the lowest bit of the word stands for.
    base: usize,
    rest: std::slice::Iter<'a, u64>,
    end: usize,
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        loop {
            if let Some(bit) = self.word.next() {
                let number = self.base + bit;
                return (number < self.end).then_some(number);
            }
            self.word = Ones(*self.rest.next()?);
            self.base += 64;
        }
    }
}

/// The places of the ones of a word, from the lowest.
struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros() as usize;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(len: usize, numbers: &[usize]) -> Bits {
        let mut bits = Bits::none(len);
        for &number in numbers {
            bits.insert(number);
        }
        bits
    }

    #[test]
    fn sets_are_joined_number_by_number() {
        let numbers = |bits: &Bits| bits.iter().collect::<Vec<_>>();
        let (one, two) = (set(130, &[0, 63, 64, 129, 130, 999]), set(130, &[63, 100]));
        assert_eq!(numbers(&one), [0, 63, 64, 129]);
        let with = |change: fn(&mut Bits, &Bits)| {
            let mut bits = one.clone();
            change(&mut bits, &two);
            numbers(&bits)
        };
        assert_eq!(with(Bits::unite), [0, 63, 64, 100, 129]);
        assert_eq!(with(Bits::intersect), [63]);
        assert_eq!(with(Bits::subtract), [0, 64, 129]);
        let mut rest = two.clone();
        rest.invert();
        assert_eq!(rest.count(), 128);
        assert!(!rest.contains(63) && rest.contains(129) && !rest.contains(130));
        assert_eq!(Bits::all(130).count(), 130);
        for range in [0..0, 0..1, 1..64, 63..65, 64..130, 129..500, 200..900] {
            let expected: Vec<_> =
                numbers(&one).into_iter().filter(|n| range.contains(n)).collect();
            assert_eq!(one.within(range.clone()).collect::<Vec<_>>(), expected, "{range:?}");
        }
        assert_eq!(with(Bits::toggle), [0, 64, 100, 129]);
        assert_eq!(with(|bits, _| bits.step_up()), [1, 64, 65]);
        assert_eq!(with(|bits, _| bits.step_down()), [62, 63, 128]);
        assert!(!one.is_empty() && set(130, &[999]).is_empty() && Bits::nothing().is_empty());
        let mut short = one.clone();
        short.truncate(64);
        assert_eq!(numbers(&short), [0, 63]);
    }
}
