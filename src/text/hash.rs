//! Tables of words kept in the program, looked up once for each word of a text. Their hash is a few steps for a short
//! word; it never serves for words that a text brings in, as it does not guard against words chosen to collide.

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
        let (parts, rest) = bytes.as_chunks::<8>();
        for part in parts {
            self.mix(u64::from_le_bytes(*part));
        }
        let rest = rest.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b));
        self.mix(rest ^ (bytes.len() as u64) << 56);
    }

    /// The end of a word: its length is mixed in already.
    fn write_u8(&mut self, _: u8) {}
}

/// The most bytes of a word that [`packed`] takes.
pub const PACKED: usize = 16;

/// The bytes `start..end` of a text as one number, each with the bit set that makes an ASCII capital small: equal words
/// of ASCII letters give equal numbers in any case. Nothing for a range that is longer than [`PACKED`] or no range of the
/// text. Reads the text sixteen bytes at a time, since nearly every word of a text is looked up.
///
/// ```
/// use bluf::text::hash::packed;
/// assert_eq!(packed(b"Two words", 0, 3), packed(b"two", 0, 3));
/// assert_eq!(packed(b"two", 0, 4), None);
/// ```
pub fn packed(text: &[u8], start: usize, end: usize) -> Option<u128> {
    const SMALL: u128 = u128::from_le_bytes([0x20; PACKED]);
    let len = end.checked_sub(start).filter(|len| *len <= PACKED && end <= text.len())?;
    let keep = u128::MAX.checked_shr(8 * (PACKED - len) as u32).unwrap_or_default();
    let wide = match text.get(start..)?.first_chunk::<PACKED>() {
        Some(chunk) => u128::from_le_bytes(*chunk),
        None => text.get(start..end)?.iter().rev().fold(0, |all, b| all << 8 | u128::from(*b)),
    };
    Some((wide | SMALL) & keep)
}

/// A number for the ASCII word `start..end` of a text, the same in any case and on every machine; its high bits tell words
/// apart. It does not guard against words chosen to collide.
pub(super) fn of_word(text: &[u8], start: usize, end: usize) -> u64 {
    if let Some(packed) = packed(text, start, end) {
        return mixed(packed);
    }
    let parts = (start..end).step_by(PACKED);
    parts.fold(0, |all: u64, at| {
        let part = packed(text, at, end.min(at + PACKED)).map_or(0, mixed);
        (all.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// Mixes a packed word into a number whose high bits tell words apart.
fn mixed(packed: u128) -> u64 {
    let folded = packed as u64 ^ ((packed >> 64) as u64).rotate_left(29);
    folded.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Words of the program's own by their packed letters, for a look at every word of a text: most of them are in no table,
/// and end at one bit of a gate that stays near the processor.
#[derive(Debug, Clone)]
pub struct WordTable<V> {
    /// In open addressing, at most half full; 0 is no word.
    slots: Vec<(u128, V)>,
    /// A bit for each beginning of a hash that a word has.
    gate: Vec<u64>,
    words: usize,
}

/// How many bits of a hash the gate looks at.
const GATE: u32 = 15;

impl<V: Copy + Default> Default for WordTable<V> {
    fn default() -> Self {
        Self { slots: vec![(0, V::default()); 64], gate: vec![0; 1 << (GATE - 6)], words: 0 }
    }
}

impl<V: Copy + Default> WordTable<V> {
    /// What is known of the word `start..end` of a text, in any case.
    pub fn get(&self, text: &[u8], start: usize, end: usize) -> Option<V> {
        let key = packed(text, start, end).filter(|key| *key != 0)?;
        let hash = mixed(key);
        let (place, bit) = Self::bit(hash);
        if self.gate.get(place)? & bit == 0 {
            return None;
        }
        let (held, value) = self.slots.get(self.slot(hash, key))?;
        (*held == key).then_some(*value)
    }

    /// Sets what is known of a word; false where it is too long to be packed, or empty.
    pub fn insert(&mut self, word: &str, value: V) -> bool {
        let Some(key) = packed(word.as_bytes(), 0, word.len()).filter(|key| *key != 0) else {
            return false;
        };
        if (self.words + 1) * 2 > self.slots.len() {
            let larger = vec![(0, V::default()); self.slots.len() * 2];
            for (held, value) in std::mem::replace(&mut self.slots, larger) {
                if held != 0 {
                    self.put(held, value);
                }
            }
        }
        let (place, bit) = Self::bit(mixed(key));
        if let Some(bits) = self.gate.get_mut(place) {
            *bits |= bit;
        }
        self.words += usize::from(self.put(key, value));
        true
    }

    /// Puts a word in its slot; whether the slot was free.
    fn put(&mut self, key: u128, value: V) -> bool {
        let at = self.slot(mixed(key), key);
        let Some(slot) = self.slots.get_mut(at) else { return false };
        let free = slot.0 == 0;
        *slot = (key, value);
        free
    }

    /// The slot that holds a word, or the free one where it would stand.
    fn slot(&self, hash: u64, key: u128) -> usize {
        let last = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & last;
        while self.slots.get(at).is_some_and(|(held, _)| *held != 0 && *held != key) {
            at = (at + 1) & last;
        }
        at
    }

    /// The word of the gate that holds a hash's bit, and the bit.
    fn bit(hash: u64) -> (usize, u64) {
        let at = (hash >> (64 - GATE)) as usize;
        (at / 64, 1 << (at % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_packs_alike_wherever_it_stands(before in "[a-z ]{0,9}", word in "[a-zA-Z]{0,18}", after in "[ a-z]{0,20}") {
            let text = format!("{before}{word}{after}");
            let found = packed(text.as_bytes(), before.len(), before.len() + word.len());
            prop_assert_eq!(found, packed(word.to_lowercase().as_bytes(), 0, word.len()));
            prop_assert_eq!(found.is_some(), word.len() <= PACKED);
        }
    }

    #[test]
    fn a_table_knows_its_own_words_in_any_case_and_no_others() {
        let mut table = WordTable::default();
        let words: Vec<String> = (0..500u32).map(|n| format!("w{}", n * n)).collect();
        for (n, word) in words.iter().enumerate() {
            assert!(table.insert(word, n as u32));
        }
        assert!(!table.insert("counterrevolutionary", 1));
        assert!(!table.insert("", 1));
        for (n, word) in words.iter().enumerate() {
            assert_eq!(table.get(word.to_uppercase().as_bytes(), 0, word.len()), Some(n as u32));
        }
        assert_eq!(table.get(b"w2", 0, 2), None);
        assert_eq!(table.get(b"w1", 0, 0), None);
        table.insert("w1", 7);
        assert_eq!(table.get(b"in w1", 3, 5), Some(7));
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
