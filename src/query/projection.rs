//! The texts of a corpus made ready for many questions: as numbers of distinct words. Texts come in once; which texts
//! hold a word and which words a text holds goes out. Knows nothing of terms; keeps no text.

use super::bits::Bits;
use super::fold::Folded;
use super::fuzzy::{Gap, Word};
use super::lexicon::{Case, Lexicon};
use super::postings::Postings;
use super::words::words;

/// Texts by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Projection {
    lexicon: Lexicon,
    /// The words of all texts in a row.
    tokens: Vec<Token>,
    /// Where each text's words end in `tokens`.
    ends: Vec<u32>,
    postings: Postings,
    /// For each letter from a to z, the texts with a capitalised word that begins with it.
    initials: Vec<Bits>,
    /// The texts with a word that is one with the word before it.
    glued: Bits,
}

/// A word of a text: its number in the lexicon below, what stands before it in the two highest bits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token(u32);

impl Token {
    const SPACE: u32 = 1 << 31;
    const GLUE: u32 = 1 << 30;
    const NUMBER: u32 = Self::GLUE - 1;

    fn new(number: u32, gap: Gap) -> Self {
        let gap = match gap {
            Gap::Apart => 0,
            Gap::Space => Self::SPACE,
            Gap::Glue => Self::GLUE,
        };
        Self((number & Self::NUMBER) | gap)
    }

    /// Its number in the lexicon.
    pub(super) fn word_number(self) -> u32 {
        self.0 & Self::NUMBER
    }

    fn renumbered(self, numbers: &[u32]) -> Self {
        let number = numbers.get(self.word_number() as usize).copied().unwrap_or_default();
        Self(self.0 & !Self::NUMBER | number & Self::NUMBER)
    }

    /// Whether it is one word with the one before it: a hyphen, an apostrophe or the stop of an initial between.
    pub(super) fn is_glued(self) -> bool {
        self.0 & Self::GLUE != 0
    }

    /// The word behind the number.
    pub(super) fn word(self, lexicon: &Lexicon) -> Word<'_> {
        let gap = match (self.0 & Self::GLUE, self.0 & Self::SPACE) {
            (0, 0) => Gap::Apart,
            (0, _) => Gap::Space,
            _ => Gap::Glue,
        };
        let number = self.word_number();
        let Case { capital, capitals } = lexicon.case(number);
        Word { text: lexicon.word(number), capital, capitals, gap }
    }
}

impl Projection {
    /// Reads all texts; each gets the number of its turn.
    pub(super) fn new(texts: impl Iterator<Item = impl AsRef<str>>) -> Self {
        let mut all = Self::default();
        let mut key = String::new();
        let mut folded = Folded::default();
        for text in texts {
            folded.refill(text.as_ref());
            for place in words(&folded) {
                let number = all.lexicon.intern(place.word, &mut key);
                all.tokens.push(Token::new(number, place.word.gap));
            }
            all.ends.push(all.tokens.len() as u32);
        }
        all.tokens.shrink_to_fit();
        all.ends.shrink_to_fit();
        let numbers = all.lexicon.sort();
        all.tokens.iter_mut().for_each(|token| *token = token.renumbered(&numbers));
        drop(numbers);
        all.lexicon.settle(all.tokens.iter().map(|token| token.word_number()));
        let tokens = || {
            let texts = (0..all.len() as u32).zip(&all.ends).scan(0, |start, (text, &end)| {
                let start = std::mem::replace(start, end) as usize;
                Some((text, all.tokens.get(start..end as usize).unwrap_or_default()))
            });
            texts.flat_map(|(text, row)| row.iter().map(move |token| (text, token.word_number())))
        };
        all.postings = Postings::new(all.lexicon.len(), all.len(), tokens);
        all.note_initials();
        all.note_glued();
        all
    }

    fn note_initials(&mut self) {
        for letter in 'a'..='z' {
            let mut bits = Bits::none(self.len());
            let words = self.lexicon.beginning(letter.encode_utf8(&mut [0; 4]));
            for word in words.filter(|&word| self.lexicon.is_capital(word)) {
                self.postings.add(word, &mut bits);
            }
            self.initials.push(bits);
        }
    }

    fn note_glued(&mut self) {
        self.glued = Bits::none(self.len());
        for text in 0..self.len() {
            if self.words_of(text).iter().any(|token| token.is_glued()) {
                self.glued.insert(text);
            }
        }
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The distinct words of all texts.
    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Which texts hold each distinct word.
    pub(super) fn postings(&self) -> &Postings {
        &self.postings
    }

    /// The texts with a capitalised word that begins with a letter; `None` where that is not known.
    pub(super) fn initial(&self, letter: char) -> Option<&Bits> {
        let at = (letter as usize).checked_sub('a' as usize)?;
        self.initials.get(at)
    }

    /// The texts with a word that is one with the word before it.
    pub(super) fn glued(&self) -> &Bits {
        &self.glued
    }

    /// The words of a text in order; none where there is no such text.
    pub(super) fn words_of(&self, text: usize) -> &[Token] {
        let end = |n: usize| self.ends.get(n).map_or(0, |&end| end as usize);
        let start = text.checked_sub(1).map_or(0, end);
        self.tokens.get(start..end(text)).unwrap_or_default()
    }
}
