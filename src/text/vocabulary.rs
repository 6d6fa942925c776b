//! The words of a document, counted: what decides where a hyphen belongs when a line end has broken a word.
//! The document's bytes in, counts out. Never keeps a word's letters: only a hash of them, folded.
//!
//! Other documents have no say: a document reads the same in every folder, and before the others have been opened.

use super::hash::Packed;

/// A document's own words, folded to lower case, with how often each stands unbroken.
///
/// A compound ("multi-vector") is counted whole and in its parts; the halves of a word that a line end has broken
/// are not counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// Hashes with their counts in open addressing, at most half full; 0 is no word.
    slots: Vec<(u64, u32)>,
    words: usize,
}

/// How many slots are looked at for a word. One that finds no room there is not counted: no text can make the search
/// long by words that were chosen to share a place.
const REACH: usize = 64;

impl Vocabulary {
    /// The words of a document; none where no line end breaks a word, since nobody will ask for them.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut vocabulary = Self::default();
        if breaks_words(bytes) {
            vocabulary.learn(bytes);
        }
        vocabulary
    }

    /// Adds the unbroken words of a document.
    pub(super) fn learn(&mut self, bytes: &[u8]) {
        let mut at = 0;
        let mut broken = false;
        while let Some(&b) = bytes.get(at) {
            if !in_word(b) {
                at += 1;
                continue;
            }
            if let Some((end, hash)) = plain(bytes, at) {
                at = end;
                if !std::mem::take(&mut broken) {
                    self.add(hash);
                }
                continue;
            }
            let start = at;
            let token = Token::read(bytes, start);
            at = token.end;
            if token.end == start {
                at += if b == 0xc2 { 2 } else { 3 };
                continue;
            }
            let breaks = breaks_here(bytes, token.end);
            if !broken && !breaks {
                self.token(bytes.get(start..token.end).unwrap_or_default(), &token);
            }
            broken = breaks;
        }
    }

    /// How often a word or a hyphenated compound stands unbroken, in capitals or not.
    pub(super) fn count(&self, word: &str) -> u32 {
        self.counted(hash(word.as_bytes()))
    }

    /// How often a word stands before the first hyphen of a compound: "non" in "non-state", "non-aligned".
    pub(super) fn count_before_hyphen(&self, word: &str) -> u32 {
        self.counted(prefix_hash(word.as_bytes()))
    }

    fn counted(&self, word: u64) -> u32 {
        let slot = self.place(word).and_then(|at| self.slots.get(at));
        slot.filter(|(held, _)| *held == word).map_or(0, |(_, count)| *count)
    }

    /// The slot of a word, or the free one where it would stand.
    #[inline]
    fn place(&self, word: u64) -> Option<usize> {
        let last = self.slots.len().checked_sub(1)?;
        let mut at = (word >> 32) as usize & last;
        for _ in 0..REACH {
            let held = self.slots.get(at)?.0;
            if held == word || held == 0 {
                return Some(at);
            }
            at = (at + 1) & last;
        }
        None
    }

    fn token(&mut self, words: &[u8], token: &Token) {
        self.add(hash(words));
        if !token.compound {
            return;
        }
        let mut parts = words.split(|b| *b == b'-');
        let first = parts.next().unwrap_or_default();
        self.add(prefix_hash(first));
        self.add(hash(first));
        for part in parts {
            self.add(hash(part));
        }
    }

    #[inline]
    fn add(&mut self, word: u64) {
        if (self.words + 1) * 2 > self.slots.len() {
            self.grow();
        }
        self.words += usize::from(self.put(word, 1));
    }

    #[inline(never)]
    fn grow(&mut self) {
        let larger = vec![(0, 0); (self.slots.len() * 2).max(1024)];
        for (held, count) in std::mem::replace(&mut self.slots, larger) {
            if held != 0 {
                self.put(held, count);
            }
        }
    }

    /// Adds to the count of a word; whether it is new.
    #[inline]
    fn put(&mut self, word: u64, count: u32) -> bool {
        let Some(slot) = self.place(word).and_then(|at| self.slots.get_mut(at)) else {
            return false;
        };
        let new = slot.0 == 0;
        *slot = (word, slot.1.saturating_add(count));
        new
    }
}

/// One past a word of ASCII letters and digits alone, and its hash; nothing where a hyphen or a character beyond ASCII
/// follows, which [`Token`] reads.
fn plain(bytes: &[u8], start: usize) -> Option<(usize, u64)> {
    let (end, word) = Packed::letters_and_digits(bytes, start);
    let goes_on = bytes.get(end).is_some_and(|b| !b.is_ascii() || *b == b'-');
    (!goes_on).then(|| (end, word.hash()))
}

/// A run of letters, digits and single hyphens inside.
struct Token {
    /// One past its last byte.
    end: usize,
    compound: bool,
}

impl Token {
    fn read(bytes: &[u8], start: usize) -> Self {
        let mut token = Self { end: start, compound: false };
        while let Some(&b) = bytes.get(token.end) {
            if !in_word(b) {
                if b != b'-' || !bytes.get(token.end + 1).is_some_and(|b| in_word(*b)) {
                    break;
                }
                token.compound = true;
            } else if !b.is_ascii() && punctuation(bytes, token.end) {
                break;
            }
            token.end += 1;
        }
        token
    }
}

/// Whether a byte may stand in a word: letters, digits, and all beyond ASCII.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a line of a file may end with a hyphen: only then does reading it ask for words. May say so of more files
/// than have such a line, never of fewer: it looks at bytes, before anything is decoded.
fn breaks_words(bytes: &[u8]) -> bool {
    // The last bytes of U+0085, U+2028 and U+2029, which end lines too.
    let rare = memchr::memchr3_iter(0x85, 0xa8, 0xa9, bytes);
    let ends = memchr::memchr3_iter(b'\n', b'\r', 0xc, bytes);
    ends.chain(rare).chain(memchr::memchr_iter(0xb, bytes)).any(|end| {
        let tail = bytes.get(end.saturating_sub(TAIL)..end).unwrap_or_default();
        let mut tail = tail.iter().rev().take_while(|b| !b.is_ascii_alphanumeric());
        // A hyphen, or the last byte of a soft hyphen, of U+2010 or of U+2011.
        tail.any(|b| matches!(b, b'-' | 0xad | 0x90 | 0x91))
    })
}

/// How many bytes before a line's end a hyphen is looked for, blanks and characters nobody sees between.
const TAIL: usize = 64;

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

/// A word's hash, the same in any case and on every machine; 64-bit FNV-1a for one beyond ASCII.
fn hash(word: &[u8]) -> u64 {
    if word.is_ascii() {
        return Packed::of(word, 0, word.len()).hash();
    }
    let folded = String::from_utf8_lossy(word).to_lowercase();
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

fn prefix_hash(word: &[u8]) -> u64 {
    hash(word) ^ 0x9e37_79b9_7f4a_7c15
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
    fn a_file_whose_lines_end_whole_breaks_no_words() {
        for torn in [
            "trans-\nport",
            "trans- \t\r\nport",
            "trans\u{ad}\rport",
            "trans\u{2010}\u{a0}\u{2028}port",
        ] {
            assert!(breaks_words(torn.as_bytes()), "{torn:?}");
        }
        for whole in ["well-known\n", "a – b\n", "", "end-"] {
            assert!(!breaks_words(whole.as_bytes()), "{whole:?}");
        }
    }

    #[test]
    fn any_bytes_are_learned() {
        let known = learned("—— ’’ \u{c2}");
        assert_eq!(known.count("nothing"), 0);
        Vocabulary::of(b"\xc2\xe2\x80a-\xff-\n");
    }
}
