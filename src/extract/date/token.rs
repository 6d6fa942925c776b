//! Cuts a block into words, numbers and marks: in comes text, out come tokens with their place and class.
//! Never joins two words and never decides what is a date.

use super::word::{Lexicon, Word, lexicon};
use crate::text::runs::Run;

/// A word, a run of digits, or one mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// First byte in the reading text.
    pub(super) start: u32,
    /// One past the last byte.
    pub(super) end: u32,
    /// What it is to the grammar.
    pub(super) word: Word,
    /// No space stands before it.
    pub(super) glued: bool,
    /// It opens with a capital letter.
    pub(super) capital: bool,
    /// The grammar has a look at it: most words are passed over.
    pub(super) wakes: bool,
}

/// Appends the tokens of `text`, whose first byte stands at `offset` and whose runs of letters are `runs`.
pub(super) fn cut(text: &str, offset: u32, runs: &[Run], tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let lexicon = lexicon();
    let mut at = 0;
    let mut glued = false;
    let mut runs = runs.iter();
    tokens.reserve(text.len() / 5);
    while let Some(&byte) = bytes.get(at) {
        let (end, word) = match KIND[byte as usize] {
            Kind::Space => {
                at += 1;
                glued = false;
                continue;
            }
            Kind::Letter => {
                // A word that goes on in letters beyond ASCII has taken the runs behind them.
                let here = offset + at as u32;
                let Some(run) = runs.find(|run| run.start >= here) else { break };
                letters(lexicon, bytes, (at, run), (run.end - offset) as usize)
            }
            Kind::Digit => digits(bytes, at),
            Kind::Mark => (at + 1, Word::Mark(byte)),
            Kind::Foreign => {
                let Some(other) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                    at += 1;
                    continue;
                };
                if other.is_whitespace() {
                    at += other.len_utf8();
                    glued = false;
                    continue;
                }
                foreign(bytes, at, other)
            }
        };
        let start = offset + at as u32;
        let capital = byte.is_ascii_uppercase();
        let wakes = word.wakes();
        tokens.push(Token { start, end: offset + end as u32, word, glued, capital, wakes });
        // Most tokens end at one blank.
        glued = bytes.get(end) != Some(&b' ');
        at = if glued { end } else { end + 1 };
    }
}

/// What a byte begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    Digit,
    Mark,
    Foreign,
}

static KIND: [Kind; 256] = {
    let mut table = [Kind::Foreign; 256];
    let mut byte = 0;
    while byte < 0x80 {
        table[byte] = match byte as u8 {
            b' ' | b'\n' | b'\t' | b'\r' => Kind::Space,
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            _ => Kind::Mark,
        };
        byte += 1;
    }
    table
};

fn letters(lexicon: &Lexicon, bytes: &[u8], (at, run): (usize, &Run), end: usize) -> (usize, Word) {
    // A letter beyond ASCII makes it a word of another language: "març".
    if bytes.get(end).is_some_and(|b| (0xC3..=0xDF).contains(b)) {
        return (word_end(bytes, end), Word::Plain);
    }
    let ends_in_ed = end - at > 3 && bytes.get(end - 2..end) == Some(b"ed");
    (end, lexicon.class(run.word).unwrap_or(if ends_in_ed { Word::PastForm } else { Word::Plain }))
}

fn word_end(bytes: &[u8], mut end: usize) -> usize {
    while bytes.get(end).is_some_and(|b| b.is_ascii_alphabetic() || (0xC3..=0xDF).contains(b)) {
        let wide = bytes.get(end).is_some_and(|b| !b.is_ascii());
        end += if wide { 2 } else { 1 };
    }
    end.min(bytes.len())
}

fn digits(bytes: &[u8], at: usize) -> (usize, Word) {
    let mut end = at;
    let mut value = 0u32;
    while let Some(byte) = bytes.get(end).filter(|b| b.is_ascii_digit()) {
        value = value.saturating_mul(10).saturating_add(u32::from(byte - b'0'));
        end += 1;
    }
    (end, Word::Digits(value, u8::try_from(end - at).unwrap_or(u8::MAX)))
}

/// A character beyond ASCII: typographic quotes and dashes in their plain form, letters as a word.
fn foreign(bytes: &[u8], at: usize, other: char) -> (usize, Word) {
    let end = at + other.len_utf8();
    match other {
        '\u{2018}' | '\u{2019}' | '\u{2032}' => (end, Word::Mark(b'\'')),
        '\u{201C}' | '\u{201D}' => (end, Word::Mark(b'"')),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => (end, Word::Mark(b'-')),
        '½' => (end, Word::Mark(b'h')),
        _ if other.is_alphabetic() && other.len_utf8() == 2 => (word_end(bytes, end), Word::Plain),
        _ if other.is_alphabetic() => (end, Word::Plain),
        _ => (end, Word::Mark(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::runs::Runs;
    use crate::text::{Span, read};

    #[test]
    fn words_numbers_and_marks_are_cut_with_their_places() {
        let mut tokens = Vec::new();
        let words = read("mid–1990s, Müller’s 5th".as_bytes());
        let text = &*words.clean;
        cut(text, 0, &Runs::of(&words).of_block(&words, 0), &mut tokens);
        let words: Vec<_> =
            tokens.iter().map(|t| Span { start: t.start, end: t.end }.of(text)).collect();
        assert_eq!(words, ["mid", "–", "1990", "s", ",", "Müller", "’", "s", "5", "th"]);
        assert_eq!(tokens[1].word, Word::Mark(b'-'));
        assert!(tokens[3].glued && !tokens[5].glued);
    }
}
