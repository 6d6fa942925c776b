//! The words of a document, counted: what decides where a hyphen belongs when a line end has broken a word.
//! The document's bytes in, counts out. Never keeps a word's letters: only a hash of them, folded.
//!
//! Other documents have no say: a document reads the same in every folder, and before the others have been opened.

use super::hash::Packed;
use super::scan;
use std::cell::OnceCell;

/// A document's own words, folded to lower case, with how often each stands unbroken.
///
/// A compound ("multi-vector") is counted whole and in its parts; the halves of a word that a line end has broken
/// are not counted. Most words of a document are never asked for: counted at once are those that begin as a half does.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary<'a> {
    bytes: &'a [u8],
    counts: Counts,
    /// All words, once one was asked for that begins as no half does.
    all: OnceCell<Counts>,
}

impl<'a> Vocabulary<'a> {
    /// The words of a document that may begin with one of the halves that stand before hyphens at line ends.
    pub(super) fn of<'b>(bytes: &'a [u8], halves: impl Iterator<Item = &'b str>) -> Self {
        let mut beginnings = None;
        for half in halves {
            beginnings.get_or_insert_with(Beginnings::default).add(half);
        }
        let counts = beginnings.map_or_else(Counts::default, |of| Counts::of(bytes, &of));
        Self { bytes, counts, all: OnceCell::new() }
    }

    /// How often a word or a hyphenated compound that begins with a half stands unbroken, in capitals or not.
    pub(super) fn count(&self, word: &str) -> u32 {
        self.counts.counted(hash(word.as_bytes()))
    }

    /// How often any word stands unbroken.
    pub(super) fn count_any(&self, word: &str) -> u32 {
        let all = self.all.get_or_init(|| Counts::of(self.bytes, &Beginnings::all()));
        all.counted(hash(word.as_bytes()))
    }

    /// How often a half stands before the first hyphen of a compound: "non" in "non-state", "non-aligned".
    pub(super) fn count_before_hyphen(&self, half: &str) -> u32 {
        self.counts.counted(prefix_hash(half.as_bytes()))
    }
}

/// Which words begin as some halves do, by three letters; of more words than do, never of fewer.
#[derive(Debug)]
struct Beginnings {
    /// A bit for each three letters.
    bits: Box<[u64; 512]>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { bits: Box::new([0; 512]) }
    }
}

impl Beginnings {
    /// Those of all words.
    fn all() -> Self {
        Self { bits: Box::new([u64::MAX; 512]) }
    }

    /// Adds a half, and its last part: "multi-eth" may go on as one word or in its second part.
    fn add(&mut self, half: &str) {
        for half in [half, half.rsplit('-').next().unwrap_or_default()] {
            self.add_bytes(half.as_bytes());
        }
    }

    fn add_bytes(&mut self, half: &[u8]) {
        // Words that begin with anything else are taken anyway.
        if !half.iter().take(3).all(u8::is_ascii_alphanumeric) {
            return;
        }
        let [a, b, c] = match half {
            [a, b, c, ..] => [Some(a), Some(b), Some(c)],
            [a, b] => [Some(a), Some(b), None],
            [a] => [Some(a), None, None],
            [] => [None; 3],
        };
        // No letter or digit is the last of the 32: that one says that all are there already.
        let last = |byte: Option<&u8>| byte.map_or(31, |b| usize::from(b & 31));
        if self.has(Self::place(last(a), last(b), last(c))) {
            return;
        }
        let letters = |byte: Option<&u8>| {
            byte.map_or(0..32, |b| usize::from(b & 31)..usize::from(b & 31) + 1)
        };
        for first in letters(a) {
            for second in letters(b) {
                for third in letters(c) {
                    let (slot, bit) = Self::place(first, second, third);
                    if let Some(bits) = self.bits.get_mut(slot) {
                        *bits |= bit;
                    }
                }
            }
        }
    }

    /// Whether the word that begins at a place may begin as a half does.
    #[inline]
    fn have(&self, bytes: &[u8], at: usize) -> bool {
        let Some([a, b, c]) = bytes.get(at..).and_then(|rest| rest.first_chunk()) else {
            return true;
        };
        let (slot, bit) =
            Self::place(usize::from(a & 31), usize::from(b & 31), usize::from(c & 31));
        let plain = [a, b, c].iter().all(|byte| byte.is_ascii_alphanumeric());
        !plain || self.has((slot, bit))
    }

    #[inline]
    fn has(&self, (slot, bit): (usize, u64)) -> bool {
        self.bits.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(a: usize, b: usize, c: usize) -> (usize, u64) {
        let at = a << 10 | b << 5 | c;
        (at / 64, 1 << (at % 64))
    }
}

/// Words with how often each stands.
#[derive(Debug, Clone, Default)]
struct Counts {
    /// Hashes with their counts in open addressing, at most half full; 0 is no word.
    slots: Vec<(u64, u32)>,
    words: usize,
}

/// How many slots are looked at for a word. One that finds no room there is not counted: no text can make the search
/// long by words that were chosen to share a place.
const REACH: usize = 64;

impl Counts {
    /// The unbroken words of a document that begin so.
    fn of(bytes: &[u8], beginnings: &Beginnings) -> Self {
        let mut counts = Self::default();
        let mut at = 0;
        let mut broken = false;
        while let Some(&b) = bytes.get(at) {
            if !in_word(b) {
                at += 1;
                continue;
            }
            if !beginnings.have(bytes, at) {
                let end = scan::word(bytes, at);
                if !goes_on(bytes, end) {
                    (at, broken) = (end, false);
                    continue;
                }
            }
            if let Some((end, hash)) = plain(bytes, at) {
                at = end;
                if !std::mem::take(&mut broken) {
                    counts.add(hash);
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
                counts.token(bytes.get(start..token.end).unwrap_or_default(), &token);
            }
            broken = breaks;
        }
        counts
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
    (!goes_on(bytes, end)).then(|| (end, word.hash()))
}

/// Whether a word goes on behind its letters and digits, with a hyphen or a character beyond ASCII.
fn goes_on(bytes: &[u8], end: usize) -> bool {
    bytes.get(end).is_some_and(|b| !b.is_ascii() || *b == b'-')
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
    use super::super::decode::decode;
    use super::super::line::Closes;
    use super::super::print::Print;
    use super::*;
    use proptest::prelude::*;

    /// All words of a text.
    fn learned(text: &str) -> Vocabulary<'_> {
        Vocabulary::of(text.as_bytes(), [""].into_iter())
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
    fn lines_that_end_whole_ask_for_no_words() {
        let torn = |text: &str| {
            let decoded = decode(text.as_bytes());
            let lines = Print::new(&decoded).lines;
            lines.iter().any(|line| line.closes == Closes::Hyphen)
        };
        for text in [
            "trans-\nport",
            "trans- \t\r\nport",
            "trans\u{ad}\rport",
            "trans\u{2010}\u{a0}\u{2028}port",
        ] {
            assert!(torn(text), "{text:?}");
        }
        for text in ["well-known\n", "a – b\n", ""] {
            assert!(!torn(text), "{text:?}");
        }
        let none = Vocabulary::of(b"unasked words", [].into_iter());
        assert_eq!((none.count("words"), none.count_any("words")), (0, 1));
    }

    proptest! {
        #[test]
        fn words_that_begin_as_a_half_does_are_counted_as_all_are(
            text in "([a-cA-Cé1]{1,5}[- \n]){0,30}",
            half in "[a-cé1]{1,4}(-[a-c]{1,3})?",
            rest in "[a-c1]{0,3}",
        ) {
            let some = Vocabulary::of(text.as_bytes(), [half.as_str()].into_iter());
            let last = half.rsplit('-').next().unwrap();
            for word in [format!("{half}{rest}"), format!("{half}-{rest}"), format!("{last}{rest}"), last.into()] {
                prop_assert_eq!(some.count(&word), learned(&text).count(&word), "{}", word);
            }
            let before = learned(&text).count_before_hyphen(last);
            prop_assert_eq!(some.count_before_hyphen(last), before);
        }
    }

    #[test]
    fn any_bytes_are_learned() {
        let known = learned("—— ’’ \u{c2}");
        assert_eq!(known.count("nothing"), 0);
        Vocabulary::of(b"\xc2\xe2\x80a-\xff-\n", ["a", ""].into_iter());
    }
}
