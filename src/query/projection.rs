//! The texts of a corpus made ready for many questions: folded, and as numbers of distinct words. Texts come in once;
//! for each term, which of them it is found in goes out. Agrees with [`Pattern`](super::Pattern) on every text.
//!
//! A term is tried on each distinct word, of which there are few, and not on each text; one pass over the texts' word
//! numbers then tells where it is found, and looks closer only where a run over neighbours could begin.

use super::find::{edge, is_whole};
use super::fold::Folded;
use super::fuzzy::{Gap, Word, common_prefix, skipping};
use super::term::{Shape, Term};
use super::texts::Texts;
use super::words::words;
use std::collections::HashMap;

/// Texts by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Projection {
    texts: Texts,
    /// Distinct folded words.
    lexicon: Texts,
    numbers: HashMap<Box<str>, u32>,
    /// The words of all texts in a row.
    tokens: Vec<Token>,
    /// Where each text's words end in `tokens`.
    ends: Vec<usize>,
}

/// A word of a text: its number in the lexicon below, what a text does with it in the four highest bits.
#[derive(Debug, Clone, Copy)]
struct Token(u32);

impl Token {
    const CAPITAL: u32 = 1 << 31;
    const CAPITALS: u32 = 1 << 30;
    const SPACE: u32 = 1 << 29;
    const GLUE: u32 = 1 << 28;
    const NUMBER: u32 = Self::GLUE - 1;

    fn new(number: u32, word: Word<'_>) -> Self {
        let gap = match word.gap {
            Gap::Apart => 0,
            Gap::Space => Self::SPACE,
            Gap::Glue => Self::GLUE,
        };
        let capital = if word.capital { Self::CAPITAL } else { 0 };
        let capitals = if word.capitals { Self::CAPITALS } else { 0 };
        Self((number & Self::NUMBER) | gap | capital | capitals)
    }

    fn number(self) -> usize {
        (self.0 & Self::NUMBER) as usize
    }

    fn is(self, flag: u32) -> bool {
        self.0 & flag != 0
    }

    fn word(self, lexicon: &Texts) -> Word<'_> {
        let gap = match (self.is(Self::GLUE), self.is(Self::SPACE)) {
            (true, _) => Gap::Glue,
            (_, true) => Gap::Space,
            _ => Gap::Apart,
        };
        let (capital, capitals) = (self.is(Self::CAPITAL), self.is(Self::CAPITALS));
        Word { text: lexicon.get(self.number()), capital, capitals, gap }
    }
}

/// What a distinct word does for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// Nothing.
    No,
    /// The term is found in it.
    Holds,
    /// The term, an abbreviation, is found in it where it is written in capitals.
    HoldsInCapitals,
    /// A run over neighbours may begin here.
    Begins,
    /// A run of initials may begin here, where it has a capital.
    BeginsWithCapital,
}

impl Projection {
    /// Adds a text and gives its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        let folded = Folded::new(text);
        for place in words(&folded) {
            let number = self.number(place.word.text);
            self.tokens.push(Token::new(number, place.word));
        }
        self.ends.push(self.tokens.len());
        self.texts.push(&folded.text)
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// For each text, whether the term, taken without its `!`, is found in it.
    pub(super) fn found(&self, term: &Term) -> Vec<bool> {
        let mut found = vec![false; self.len()];
        match term.shape {
            Shape::Prefix | Shape::Suffix | Shape::Whole => {
                for (found, text) in found.iter_mut().zip(self.texts.iter()) {
                    *found = edge(text, &term.text, term.shape).is_some();
                }
            }
            Shape::Fuzzy | Shape::Substring | Shape::Word => {
                let bare = term.bare();
                if bare.as_ref() != Some(&term.text) {
                    self.scan_texts(term, &mut found);
                }
                if let Some(bare) = bare
                    && (term.shape == Shape::Fuzzy || bare == term.text)
                {
                    self.scan_words(term, &bare, &mut found);
                }
            }
        }
        found
    }

    /// Looks for a term that holds more than letters and digits.
    fn scan_texts(&self, term: &Term, found: &mut [bool]) {
        self.texts.find(&term.text, |number, at| {
            let whole = || is_whole(self.texts.get(number), at, at + term.text.len());
            let fits = term.shape != Shape::Word || whole();
            if let Some(found) = found.get_mut(number).filter(|_| fits) {
                *found = true;
            }
            fits
        });
    }

    /// Looks for a term of letters and digits.
    fn scan_words(&self, term: &Term, bare: &str, found: &mut [bool]) {
        let fits = self.fits(term, bare);
        if fits.iter().all(|&fit| fit == Fit::No) {
            return;
        }
        let mut start = 0;
        for (found, &end) in found.iter_mut().zip(&self.ends) {
            let tokens = self.tokens.get(start..end).unwrap_or_default();
            start = end;
            *found = *found || self.holds(tokens, term, bare, &fits);
        }
    }

    fn holds(&self, tokens: &[Token], term: &Term, bare: &str, fits: &[Fit]) -> bool {
        tokens.iter().enumerate().any(|(at, token)| {
            let run = || {
                let word = |n: usize| tokens.get(at + n).map(|t| t.word(&self.lexicon));
                term.fit(bare, &word).is_some()
            };
            match fits.get(token.number()) {
                None | Some(Fit::No) => false,
                Some(Fit::Holds) => true,
                Some(Fit::HoldsInCapitals) => token.is(Token::CAPITALS) || run(),
                Some(Fit::Begins) => run(),
                Some(Fit::BeginsWithCapital) => token.is(Token::CAPITAL) && run(),
            }
        })
    }

    /// What each distinct word does for a term.
    fn fits(&self, term: &Term, bare: &str) -> Vec<Fit> {
        let mut fits = vec![Fit::No; self.lexicon.len()];
        if term.shape == Shape::Fuzzy {
            for (fit, word) in fits.iter_mut().zip(self.lexicon.iter()) {
                *fit = begins(term, bare, word);
            }
        }
        self.lexicon.find(bare, |number, at| {
            let word = self.lexicon.get(number);
            let fit = match term.shape {
                Shape::Word if word != bare => Fit::No,
                _ if term.abbreviation && at == 0 => Fit::HoldsInCapitals,
                _ if term.abbreviation => Fit::No,
                _ => Fit::Holds,
            };
            if let Some(old) = fits.get_mut(number).filter(|_| fit != Fit::No) {
                *old = fit;
            }
            true
        });
        fits
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.lexicon.push(word);
        self.numbers.insert(word.into(), number);
        number
    }
}

/// What a distinct word does for a fuzzy term that is no part of it.
fn begins(term: &Term, bare: &str, word: &str) -> Fit {
    if word.as_bytes().first() != bare.as_bytes().first() {
        return Fit::No;
    }
    if !term.abbreviation && skipping(word, bare).is_some() {
        return Fit::Holds;
    }
    let shared = common_prefix(word, bare);
    if shared == word.len() || shared >= 3 { Fit::Begins } else { Fit::BeginsWithCapital }
}
