//! The texts of a corpus made ready for many questions: folded, and as numbers of distinct words. Texts come in once;
//! for each term, which of them it is found in goes out. Agrees with [`Pattern`](super::Pattern) on every text.
//!
//! A term is tried on each distinct word, of which there are few, and not on each text; one pass over the texts' word
//! numbers then tells where it is found, and looks closer only where a run over neighbours could begin.

use super::find::{edge, is_whole};
use super::fold::Folded;
use super::fuzzy::{Gap, Word, common_prefix, skipping};
use super::lexicon::{Case, Lexicon};
use super::term::{Shape, Term};
use super::texts::Texts;
use super::words::words;

/// Texts by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Projection {
    texts: Texts,
    lexicon: Lexicon,
    /// The words of all texts in a row.
    tokens: Vec<Token>,
    /// Where each text's words end in `tokens`.
    ends: Vec<usize>,
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

    fn number(self) -> usize {
        (self.0 & Self::NUMBER) as usize
    }

    /// Its number in the lexicon.
    pub(super) fn word_number(self) -> u32 {
        self.0 & Self::NUMBER
    }

    fn renumbered(self, numbers: &[u32]) -> Self {
        let number = numbers.get(self.number()).copied().unwrap_or_default();
        Self(self.0 & !Self::NUMBER | number & Self::NUMBER)
    }

    /// Whether it is one word with the one before it: a hyphen, an apostrophe or the stop of an initial between.
    pub(super) fn is_glued(self) -> bool {
        self.0 & Self::GLUE != 0
    }

    fn word(self, lexicon: &Lexicon) -> Word<'_> {
        let gap = match (self.0 & Self::GLUE, self.0 & Self::SPACE) {
            (0, 0) => Gap::Apart,
            (0, _) => Gap::Space,
            _ => Gap::Glue,
        };
        let Case { capital, capitals } = lexicon.case(self.number());
        Word { text: lexicon.words().get(self.number()), capital, capitals, gap }
    }
}

/// What a distinct word does for a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Nothing.
    No,
    /// The term is found in it.
    Holds,
    /// A run over neighbours may begin here.
    Begins,
    /// A run may begin here, over the parts of one compound only: "in" of "in-depth".
    Joins,
    /// A run may begin here, of initials only.
    Initial,
    /// Nothing by itself, but it may be the second of a run of initials.
    Follows,
}

/// A term that fits fewer than one word of so many is looked up by its words' places, any other by reading on.
const RARE: usize = 32;

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
            all.ends.push(all.tokens.len());
            all.texts.push(&folded.text);
        }
        all.tokens.shrink_to_fit();
        all.texts.shrink();
        let numbers = all.lexicon.sort();
        all.tokens.iter_mut().for_each(|token| *token = token.renumbered(&numbers));
        all.lexicon.settle(all.tokens.iter().map(|token| token.number()));
        all
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// The distinct words of all texts.
    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The words of a text in order; none where there is no such text.
    pub(super) fn tokens(&self, text: u32) -> impl ExactSizeIterator<Item = Token> + '_ {
        self.words_of(text as usize).iter().copied()
    }

    /// The texts that hold a word of the lexicon, rising, each once.
    pub(super) fn texts_of(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        let mut text = 0;
        let texts = self.lexicon.places(word as usize).map(move |place| {
            text += further(self.ends.get(text..).unwrap_or_default(), place);
            text as u32
        });
        let mut last = None;
        texts.filter(move |&text| last.replace(text) != Some(text))
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
        let roles = self.roles(term, bare);
        let idle = |role: Role| matches!(role, Role::No | Role::Follows);
        let fitting = || roles.iter().enumerate().filter(|(_, role)| !idle(**role));
        let role = |token: &Token| roles.get(token.number()).copied().unwrap_or(Role::No);
        let places: usize = fitting().map(|(number, _)| self.lexicon.count(number)).sum();
        let run = |at: usize, text: &[Token]| {
            let word = |n: usize| text.get(at + n).map(|token| token.word(&self.lexicon));
            term.fit(bare, &word).is_some()
        };
        // Names with the right initial are many; hardly any is followed by one with the next.
        let followed = |at: usize, text: &[Token]| {
            let second = bare.chars().nth(1);
            text.iter().skip(at + 1).take(2).any(|token| match role(token) {
                Role::Follows => true,
                // A word with a role of its own may begin with the second letter too.
                Role::Holds | Role::Begins | Role::Joins | Role::Initial => {
                    self.lexicon.words().get(token.number()).chars().next() == second
                }
                Role::No => false,
            })
        };
        let holds = |at: usize, role: Role, text: &[Token]| match role {
            Role::No | Role::Follows => false,
            Role::Holds => true,
            Role::Begins => run(at, text),
            Role::Joins => text.get(at + 1).is_some_and(|next| next.is_glued()) && run(at, text),
            Role::Initial => followed(at, text) && run(at, text),
        };
        if places < self.tokens.len() / RARE {
            for (number, &role) in fitting() {
                let mut text = 0;
                for place in self.lexicon.places(number) {
                    text += further(self.ends.get(text..).unwrap_or_default(), place);
                    let tokens = self.words_of(text);
                    let at = place - self.start(text);
                    if let Some(found) = found.get_mut(text) {
                        *found = *found || holds(at, role, tokens);
                    }
                }
            }
            return;
        }
        for (text, found) in found.iter_mut().enumerate().filter(|(_, found)| !**found) {
            let tokens = self.words_of(text);
            *found = tokens.iter().enumerate().any(|(at, token)| holds(at, role(token), tokens));
        }
    }

    fn start(&self, text: usize) -> usize {
        text.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default()
    }

    fn words_of(&self, text: usize) -> &[Token] {
        let end = self.ends.get(text).copied().unwrap_or_default();
        self.tokens.get(self.start(text)..end).unwrap_or_default()
    }

    /// What each distinct word does for a term.
    fn roles(&self, term: &Term, bare: &str) -> Vec<Role> {
        let words = self.lexicon.words();
        let mut roles = vec![Role::No; words.len()];
        if term.shape == Shape::Fuzzy {
            for (number, (role, word)) in roles.iter_mut().zip(words.iter()).enumerate() {
                *role = begins(term, bare, word, self.lexicon.case(number).capital);
            }
        }
        words.find(bare, |number, at| {
            let named = || at == 0 && self.lexicon.case(number).capitals;
            let holds = (term.shape != Shape::Word || words.get(number) == bare)
                && (!term.abbreviation || named());
            if let Some(role) = roles.get_mut(number).filter(|_| holds) {
                *role = Role::Holds;
            }
            true
        });
        roles
    }
}

/// How many texts further the one is that holds a place, where `ends` begins with a text that ends behind it or
/// before: near ones first, for a word's places rise.
fn further(ends: &[usize], place: usize) -> usize {
    let mut reach = 1;
    while ends.get(reach - 1).is_some_and(|&end| end <= place) {
        reach *= 2;
    }
    let from = reach / 2;
    let rest = ends.get(from..ends.len().min(reach)).unwrap_or_default();
    from + rest.partition_point(|&end| end <= place)
}

/// What a distinct word does for a fuzzy term that is no part of it.
fn begins(term: &Term, bare: &str, word: &str, capital: bool) -> Role {
    let mut letters = bare.chars();
    let (first, second) = (letters.next(), letters.next());
    let initial = word.chars().next();
    if initial != first {
        return if capital && initial == second { Role::Follows } else { Role::No };
    }
    if !term.abbreviation && skipping(word, bare).is_some() {
        return Role::Holds;
    }
    // A run goes on from a whole word, a start of three letters or more, or from an initial.
    let shared = common_prefix(word, bare);
    // Of a common word, starts of neighbours need four letters.
    let common = !capital && shared < 4;
    match capital && second.is_some() {
        _ if common && shared == word.len() => Role::Joins,
        _ if common => Role::No,
        _ if shared == word.len() || shared >= 3 => Role::Begins,
        true => Role::Initial,
        false => Role::No,
    }
}
