//! The words of a corpus, counted: what decides where a hyphen belongs when a line end has broken a word.
//! File bytes in, counts out. Never reads a file, never keeps a word's letters: only a hash of them, folded.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The corpus's own words, folded to lower case, with how often each stands unbroken.
///
/// A compound ("multi-vector") is counted whole and in its parts; the halves of a word that a line end has broken
/// are not counted.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    counts: HashMap<u64, u32, BuildHasherDefault<Itself>>,
}

impl Vocabulary {
    /// Adds the unbroken words of one file.
    pub fn learn(&mut self, bytes: &[u8]) {
        let mut at = 0;
        let mut broken = false;
        let next = |at: usize| bytes.get(at..)?.iter().position(|&b| LETTER[b as usize]);
        while let Some(skip) = next(at) {
            let start = at + skip;
            let end = token_end(bytes, start);
            at = end;
            if end == start {
                at += if bytes.get(start) == Some(&0xc2) { 2 } else { 3 };
                continue;
            }
            let breaks = breaks_here(bytes, end);
            if !broken && !breaks {
                self.token(bytes.get(start..end).unwrap_or_default());
            }
            broken = breaks;
        }
    }

    /// Adds all that another vocabulary knows.
    pub fn merge(&mut self, other: &Self) {
        #[expect(clippy::iter_over_hash_type, reason = "sums do not depend on the order")]
        for (&word, &count) in &other.counts {
            let sum = self.counts.entry(word).or_default();
            *sum = sum.saturating_add(count);
        }
    }

    /// How often a word or a hyphenated compound stands unbroken, in capitals or not.
    pub fn count(&self, word: &str) -> u32 {
        self.counts.get(&hash(word.as_bytes())).copied().unwrap_or_default()
    }

    /// How often a word stands before the first hyphen of a compound: "non" in "non-state", "non-aligned".
    pub fn count_before_hyphen(&self, word: &str) -> u32 {
        self.counts.get(&prefix_hash(word.as_bytes())).copied().unwrap_or_default()
    }

    fn token(&mut self, token: &[u8]) {
        self.add(hash(token));
        let mut parts = token.split(|b| *b == b'-').peekable();
        let first = parts.next().unwrap_or_default();
        if parts.peek().is_none() {
            return;
        }
        self.add(prefix_hash(first));
        self.add(hash(first));
        for part in parts {
            self.add(hash(part));
        }
    }

    fn add(&mut self, word: u64) {
        let count = self.counts.entry(word).or_default();
        *count = count.saturating_add(1);
    }
}

/// One past a run of letters, digits and single hyphens inside.
fn token_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(&b) = bytes.get(end) {
        let inside = b == b'-' && bytes.get(end + 1).is_some_and(|&n| LETTER[n as usize]);
        if !(LETTER[b as usize] || inside) || punctuation(bytes, end) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a line end breaks the word that ends here.
fn breaks_here(bytes: &[u8], end: usize) -> bool {
    let hyphen = match bytes.get(end..) {
        Some([b'-', ..]) => 1,
        Some([0xc2, 0xad, ..]) => 2,
        _ => return false,
    };
    let rest = bytes.get(end + hyphen..).unwrap_or_default();
    rest.iter().find(|b| !matches!(b, b' ' | b'\t' | b'\r')).is_none_or(|b| *b == b'\n')
}

/// Whether the character at `at` is punctuation or a space outside ASCII: U+0080 to U+00BF, U+2000 to U+206F.
fn punctuation(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([0xc2, ..] | [0xe2, 0x80 | 0x81, ..]))
}

/// Bytes that may stand in a word: letters, digits, and all beyond ASCII.
static LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte >= 0x80;
        byte += 1;
    }
    table
};

/// A word's hash (64-bit FNV-1a over eight bytes' worth of folding), the same on every machine.
fn hash(word: &[u8]) -> u64 {
    if word.is_ascii() {
        return mix(word.iter().map(u8::to_ascii_lowercase));
    }
    mix(String::from_utf8_lossy(word).to_lowercase().bytes())
}

fn prefix_hash(word: &[u8]) -> u64 {
    hash(word) ^ 0x9e37_79b9_7f4a_7c15
}

fn mix(bytes: impl Iterator<Item = u8>) -> u64 {
    let mixed = bytes
        .fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    mixed ^ (mixed >> 29)
}

/// A hasher for what is a hash already.
#[derive(Debug, Default, Clone, Copy)]
struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 << 8) | u64::from(*b);
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = word.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(text: &str) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn(text.as_bytes());
        vocabulary
    }

    #[test]
    fn words_and_compounds_are_counted_folded() {
        let known = learned("Kazakhstan’s multi-vector KAZAKHSTAN (multi-ethnic) Улан-Удэ");
        assert_eq!(known.count("kazakhstan"), 2);
        assert_eq!(known.count("Multi-Vector"), 1);
        assert_eq!(known.count("vector"), 1);
        assert_eq!(known.count_before_hyphen("multi"), 2);
        assert_eq!(known.count("улан-удэ"), 1);
        assert_eq!(known.count("multi-"), 0);
    }

    #[test]
    fn halves_of_a_broken_word_are_no_words() {
        let known = learned("the transna-\ntional flow of trans\u{ad}\nport -\nend");
        for half in ["transna", "tional", "trans", "port"] {
            assert_eq!(known.count(half), 0, "{half}");
        }
        assert_eq!(known.count("flow"), 1);
        assert_eq!(known.count("end"), 1);
    }

    #[test]
    fn two_vocabularies_add_up() {
        let mut all = learned("one two");
        all.merge(&learned("two three"));
        assert_eq!([all.count("one"), all.count("two"), all.count("three")], [1, 2, 1]);
    }

    #[test]
    fn any_bytes_are_learned() {
        let known = learned("—— ’’ \u{c2}");
        assert_eq!(known.count("nothing"), 0);
        Vocabulary::default().learn(b"\xc2\xe2\x80a-\xff-\n");
    }
}
