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

#[cfg(test)]
mod tests {
    use super::*;

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
