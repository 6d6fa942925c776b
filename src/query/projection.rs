//! The texts of a corpus made ready for many questions: as numbers of distinct words. Texts come in once; which texts
//! hold a word and which words a text holds goes out. Knows nothing of terms; keeps no text.

use super::bits::Bits;
use super::fold::Folded;
use super::fuzzy::{self, Gap, Word};
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
    /// For each pair of letters from a to z, the texts with capitalised neighbours that begin with them.
    initials: Postings,
    /// The texts with a word that is one with the word before it.
    glued: Bits,
}

/// A word of a text: its number in the lexicon below, what stands before it in the two highest bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Whether something stands between it and the word before it that parts sentences or clauses.
    pub(super) fn is_apart(self) -> bool {
        self.0 & (Self::GLUE | Self::SPACE) == 0
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

    /// Looks at all neighbours that a run of initials may go over, as [`fuzzy::initials`] has them.
    fn note_initials(&mut self) {
        let initials: Vec<Initial> = (0..self.lexicon.len() as u32)
            .map(|number| {
                let (word, capital) = (self.lexicon.word(number), self.lexicon.is_capital(number));
                let letter = word.chars().next().filter(|_| capital).and_then(letter);
                Initial { letter, short: fuzzy::is_short(word, capital) }
            })
            .collect();
        let none = Initial { letter: None, short: false };
        let near = |text: u32, at: usize| {
            let token = self.words_of(text as usize).get(at)?;
            let apart = token.0 & (Token::GLUE | Token::SPACE) == 0;
            (at == 0 || !apart).then(|| initials.get(token.word_number() as usize).unwrap_or(&none))
        };
        let pair = |text: u32, at: usize| {
            let first = near(text, at).or_else(|| {
                let token = self.words_of(text as usize).get(at)?;
                initials.get(token.word_number() as usize)
            })?;
            let first = first.letter?;
            let next = near(text, at + 1)?;
            let behind = || if next.short { near(text, at + 2) } else { None };
            Some(first * LETTERS + next.letter.or_else(|| behind()?.letter)?)
        };
        let pairs = || {
            (0..self.len() as u32).flat_map(|text| {
                let places = 0..self.words_of(text as usize).len();
                places.filter_map(move |at| Some((text, pair(text, at)?)))
            })
        };
        self.initials = Postings::new((LETTERS * LETTERS) as usize, self.len(), pairs);
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

    /// The texts in which initials of capitalised neighbours may spell a term: all that have each pair of its letters.
    pub(super) fn with_initials(&self, term: &str) -> Bits {
        let mut texts: Option<Bits> = None;
        for (one, two) in term.chars().zip(term.chars().skip(1)) {
            let Some(pair) = letter(one).zip(letter(two)) else { continue };
            let mut set = Bits::none(self.len());
            self.initials.add(pair.0 * LETTERS + pair.1, &mut set);
            match &mut texts {
                Some(texts) => texts.intersect(&set),
                None => texts = Some(set),
            }
        }
        texts.unwrap_or_else(|| Bits::all(self.len()))
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

/// Letters whose pairs are noted, from a.
const LETTERS: u32 = 26;

fn letter(c: char) -> Option<u32> {
    (c as u32).checked_sub('a' as u32).filter(|&at| at < LETTERS)
}

/// What a run of initials asks of a word.
struct Initial {
    /// The letter it begins with, where it is capitalised.
    letter: Option<u32>,
    /// Whether a run may pass it by.
    short: bool,
}
