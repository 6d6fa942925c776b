//! Tables of words kept in the program, looked up once for each word of a text. Their hash is a few steps for a short
//! word; it never serves for words that a text brings in, as it does not guard against words chosen to collide.

use super::scan;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// From a word of the program's own to what is known of it.
pub type WordMap<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;
/// Words of the program's own.
pub type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Multiplies eight bytes at a time into one number, the same on every machine.
#[derive(Debug, Default, Clone, Copy)]
pub struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        let length = (bytes.len() as u64) << 56;
        // The last eight bytes may overlap those before: they are still told apart by them.
        if let Some(last) = bytes.last_chunk::<8>() {
            for part in bytes.get(..bytes.len() - 1).unwrap_or_default().as_chunks::<8>().0 {
                self.mix(u64::from_le_bytes(*part));
            }
            return self.mix(u64::from_le_bytes(*last) ^ length);
        }
        let rest = match (bytes, bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (_, Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            ([a, b, c], ..) => u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
            ([a, b], ..) => u64::from(*a) | u64::from(*b) << 8,
            ([a], ..) => u64::from(*a),
            _ => 0,
        };
        self.mix(rest ^ length);
    }

    /// The end of a word: its length is mixed in already.
    fn write_u8(&mut self, _: u8) {}
}

/// A word as two numbers, equal for equal words in any ASCII case: its first eight bytes and the next eight, each with the
/// bit set that makes a capital small. What is longer is mixed into the second, which no two words share by accident.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Packed {
    head: u64,
    tail: u64,
}

/// The bits that make eight capitals small.
pub(super) const SMALL: u64 = 0x2020_2020_2020_2020;
const MIXER: u64 = 0x9e37_79b9_7f4a_7c15;

impl Packed {
    /// The word `start..end` of a text; no word for what is no range of it.
    ///
    /// ```
    /// use bluf::text::hash::Packed;
    /// assert_eq!(Packed::of(b"Two words", 0, 3), Packed::of(b"two", 0, 3));
    /// assert_eq!(Packed::of(b"two", 0, 4), Packed::default());
    /// ```
    #[inline]
    pub fn of(text: &[u8], start: usize, end: usize) -> Self {
        let length = end.wrapping_sub(start);
        match sixteen(text, start) {
            Some((head, _)) if length <= 8 => {
                Self { head: (head | SMALL) & first(length), tail: 0 }
            }
            Some((head, tail)) if length <= 16 => {
                Self { head: head | SMALL, tail: (tail | SMALL) & first(length - 8) }
            }
            _ => text.get(start..end).map_or(Self::default(), Self::whole),
        }
    }

    /// The run of ASCII letters that begins at a place: where it ends, and the word it is.
    #[inline]
    pub fn letters(text: &[u8], from: usize) -> (usize, Self) {
        Self::run(text, from, scan::letters_of, u8::is_ascii_alphabetic)
    }

    /// The run of ASCII letters and digits that begins at a place: where it ends, and the word it is.
    #[inline]
    pub fn letters_and_digits(text: &[u8], from: usize) -> (usize, Self) {
        // Most are letters alone.
        let (end, word) = Self::letters(text, from);
        let digit = text.get(end).is_some_and(u8::is_ascii_digit);
        if digit { Self::mixed(text, from) } else { (end, word) }
    }

    #[inline(never)]
    fn mixed(text: &[u8], from: usize) -> (usize, Self) {
        let both = |eight| scan::letters_of(eight) | scan::digits_of(eight);
        Self::run(text, from, both, u8::is_ascii_alphanumeric)
    }

    /// `mark` sets the highest bit of each of eight bytes that `is` holds.
    #[inline]
    fn run(
        text: &[u8],
        from: usize,
        mark: impl Fn(u64) -> u64,
        is: impl Fn(&u8) -> bool,
    ) -> (usize, Self) {
        if let Some((head, tail)) = sixteen(text, from) {
            let ends = mark(head) ^ scan::HIGH;
            if ends != 0 {
                let packed = Self { head: (head | SMALL) & before(ends), tail: 0 };
                return (from + ends.trailing_zeros() as usize / 8, packed);
            }
            let ends = mark(tail) ^ scan::HIGH;
            if ends != 0 {
                let packed = Self { head: head | SMALL, tail: (tail | SMALL) & before(ends) };
                return (from + 8 + ends.trailing_zeros() as usize / 8, packed);
            }
        }
        let rest = text.get(from..).unwrap_or_default();
        let length = rest.iter().position(|b| !is(b)).unwrap_or(rest.len());
        (from + length, Self::whole(rest.get(..length).unwrap_or_default()))
    }

    /// The word that some bytes are, where nothing may be read behind them: of up to sixteen the first and the last eight, or
    /// four, which may overlap.
    fn whole(word: &[u8]) -> Self {
        let bits = |bytes: usize| 8 * bytes as u32;
        match (word.len(), word.first_chunk(), word.last_chunk()) {
            (8, Some(first), _) => Self { head: u64::from_le_bytes(*first) | SMALL, tail: 0 },
            (length @ 9..=16, Some(head), Some(last)) => {
                let tail = u64::from_le_bytes(*last) >> bits(16 - length);
                let tail = (tail | SMALL) & first(length - 8);
                Self { head: u64::from_le_bytes(*head) | SMALL, tail }
            }
            (length @ 4..=7, ..) => {
                let four =
                    |four: Option<&[u8; 4]>| four.map_or(0, |f| u32::from_le_bytes(*f).into());
                let (head, last): (u64, u64) = (four(word.first_chunk()), four(word.last_chunk()));
                let head = head | last << bits(length - 4);
                Self { head: (head | SMALL) & first(length), tail: 0 }
            }
            (1..=3, ..) => {
                let head = match word {
                    [a, b, c] => u64::from(*a) | u64::from(*b) << 8 | u64::from(*c) << 16,
                    [a, b] => u64::from(*a) | u64::from(*b) << 8,
                    [a] => u64::from(*a),
                    _ => 0,
                };
                Self { head: (head | SMALL) & first(word.len()), tail: 0 }
            }
            _ => Self::slowly(word),
        }
    }

    /// The word that some bytes are, however many.
    #[inline(never)]
    fn slowly(word: &[u8]) -> Self {
        let mut packed = Self::default();
        for (at, part) in word.chunks(8).enumerate() {
            let part = part.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b | 0x20));
            match at {
                0 => packed.head = part,
                1 => packed.tail = part,
                _ => packed.tail = (packed.tail.rotate_left(5) ^ part).wrapping_mul(MIXER),
            }
        }
        packed
    }

    /// A number whose high bits tell words apart, the same on every machine. It does not guard against words chosen to
    /// collide.
    #[inline]
    pub fn hash(self) -> u64 {
        (self.head ^ self.tail.rotate_left(29)).wrapping_mul(MIXER)
    }
}

/// The next sixteen bytes of a text, the first the lowest, in two halves; nothing where fewer are left.
#[inline]
fn sixteen(text: &[u8], from: usize) -> Option<(u64, u64)> {
    let wide = u128::from_le_bytes(*text.get(from..)?.first_chunk()?);
    Some((wide as u64, (wide >> 64) as u64))
}

/// All bits of the first bytes, up to eight of them.
#[inline]
fn first(bytes: usize) -> u64 {
    if bytes == 0 { 0 } else { u64::MAX >> (64 - 8 * bytes) }
}

/// All bits of the bytes before the first whose highest bit is set.
#[inline]
fn before(marked: u64) -> u64 {
    (marked ^ (marked - 1)) >> 8
}

/// Words of the program's own by their packed letters, for a look at every word of a text: most of them are in no table,
/// and end at one bit of a gate that stays near the processor.
#[derive(Debug, Clone)]
pub struct WordTable<V> {
    /// In open addressing, at most half full; the empty word is none.
    slots: Vec<(Packed, V)>,
    gate: Gate,
    words: usize,
}

/// Which hashes may be known, by their highest bits: of more hashes than are, never of fewer.
#[derive(Debug, Clone)]
pub struct Gate {
    /// A bit for each beginning of a hash that was added.
    bits: Vec<u64>,
}

/// How many bits of a hash the gate looks at.
const GATE: u32 = 15;

impl Default for Gate {
    fn default() -> Self {
        Self { bits: vec![0; 1 << (GATE - 6)] }
    }
}

impl Gate {
    /// Adds a hash.
    pub fn add(&mut self, hash: u64) {
        let (place, bit) = Self::bit(hash);
        if let Some(bits) = self.bits.get_mut(place) {
            *bits |= bit;
        }
    }

    /// Whether a hash may have been added.
    #[inline]
    pub fn may_have(&self, hash: u64) -> bool {
        let (place, bit) = Self::bit(hash);
        self.bits.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// The word of the gate that holds a hash's bit, and the bit.
    #[inline]
    fn bit(hash: u64) -> (usize, u64) {
        let at = (hash >> (64 - GATE)) as usize;
        (at / 64, 1 << (at % 64))
    }
}

impl<V: Copy + Default> Default for WordTable<V> {
    fn default() -> Self {
        let slots = vec![(Packed::default(), V::default()); 64];
        Self { slots, gate: Gate::default(), words: 0 }
    }
}

impl<V: Copy + Default> WordTable<V> {
    /// What is known of a word, in any case.
    #[inline]
    pub fn get(&self, word: Packed) -> Option<V> {
        let hash = word.hash();
        if self.gate.may_have(hash) { self.held(word, hash) } else { None }
    }

    fn held(&self, word: Packed, hash: u64) -> Option<V> {
        let (held, value) = self.slots.get(self.slot(hash, word))?;
        (*held == word && word != Packed::default()).then_some(*value)
    }

    /// What is known of a word, in any case.
    pub fn find(&self, word: &str) -> Option<V> {
        self.get(Packed::of(word.as_bytes(), 0, word.len()))
    }

    /// Sets what is known of a word.
    pub fn insert(&mut self, word: &str, value: V) {
        self.insert_packed(Packed::of(word.as_bytes(), 0, word.len()), value);
    }

    /// Sets what is known of a word.
    pub fn insert_packed(&mut self, word: Packed, value: V) {
        if (self.words + 1) * 2 > self.slots.len() {
            let larger = vec![(Packed::default(), V::default()); self.slots.len() * 2];
            for (held, value) in std::mem::replace(&mut self.slots, larger) {
                if held != Packed::default() {
                    self.put(held, value);
                }
            }
        }
        self.gate.add(word.hash());
        self.words += usize::from(self.put(word, value));
    }

    /// Puts a word in its slot; whether the slot was free.
    fn put(&mut self, word: Packed, value: V) -> bool {
        let at = self.slot(word.hash(), word);
        let Some(slot) = self.slots.get_mut(at) else { return false };
        let free = slot.0 == Packed::default();
        *slot = (word, value);
        free
    }

    /// The slot that holds a word, or the free one where it would stand.
    fn slot(&self, hash: u64, word: Packed) -> usize {
        let last = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & last;
        while self.slots.get(at).is_some_and(|(h, _)| *h != Packed::default() && *h != word) {
            at = (at + 1) & last;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_packs_alike_wherever_it_stands(
            before in "[a-z ]{0,9}",
            word in "[a-zA-Z]{0,27}",
            after in "([- .][-a-zA-Z .]{0,20})?",
        ) {
            let (text, start) = (format!("{before}{word}{after}"), before.len());
            let found = Packed::of(text.as_bytes(), start, start + word.len());
            prop_assert_eq!(found, Packed::of(word.to_lowercase().as_bytes(), 0, word.len()));
            prop_assert_eq!((start + word.len(), found), Packed::letters(text.as_bytes(), start));
            prop_assert_eq!(Packed::letters(text.as_bytes(), start), Packed::letters_and_digits(text.as_bytes(), start));
        }
    }

    #[test]
    fn a_table_knows_its_own_words_in_any_case_and_no_others() {
        let mut table = WordTable::default();
        let words: Vec<String> = (0..500u32).map(|n| format!("w{}", n * n)).collect();
        for (n, word) in words.iter().enumerate() {
            table.insert(word, n as u32);
        }
        table.insert("counterrevolutionary", 7);
        for (n, word) in words.iter().enumerate() {
            assert_eq!(table.find(&word.to_uppercase()), Some(n as u32));
        }
        assert_eq!(table.find("Counterrevolutionary"), Some(7));
        assert_eq!(table.find("counterrevolutionaries"), None);
        assert_eq!(table.find("w2"), None);
        assert_eq!(table.find(""), None);
        table.insert("w1", 9);
        assert_eq!(table.get(Packed::of(b"in w1", 3, 5)), Some(9));
    }
    #[test]
    fn words_are_found_by_their_letters_alone() {
        let words: WordSet = ["a", "of", "thousand", "thousands", "\0"].into_iter().collect();
        for word in ["a", "of", "thousand", "thousands", "\0"] {
            assert!(words.contains(word), "{word}");
        }
        for word in ["", "b", "\0\0", "thousanD"] {
            assert!(!words.contains(word), "{word}");
        }
    }
}
