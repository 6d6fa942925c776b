//! In which texts a term is found. A term comes in, a set of texts goes out. Agrees with [`Pattern`](super::Pattern) on
//! every text.
//!
//! A term is tried on each distinct word, of which there are few, and not on each text. Sets of the texts that hold
//! those words then tell where it is found, and where a run over neighbours could begin; only there the words of a text
//! are read.

use super::bits::Bits;
use super::literal::{self, TextOf};
use super::projection::{Projection, Token};
use super::roles::{Role, Roles};
use super::term::{Shape, Term};

/// What reading the words of one text costs, in texts added to a set one by one.
const READ: usize = 8;

impl Projection {
    /// The texts that a term, taken without its `!`, is found in. `text` gives the text of a number.
    pub(super) fn found(&self, term: &Term, text: TextOf<'_>) -> Bits {
        let bound = matches!(term.shape, Shape::Prefix | Shape::Suffix | Shape::Whole);
        let bare = term.bare().filter(|_| !bound);
        let whole = bare.as_ref() == Some(&term.text);
        let mut found =
            if whole { Bits::none(self.len()) } else { literal::found(self, term, text) };
        if let Some(bare) = bare
            && (whole || term.shape == Shape::Fuzzy)
        {
            Words {
                texts: self,
                term,
                bare: &bare,
                roles: Roles::new(term, &bare, self.lexicon()),
            }
            .add(&mut found);
        }
        found
    }
}

/// A term of letters and digits among the words of texts.
struct Words<'a> {
    texts: &'a Projection,
    term: &'a Term,
    bare: &'a str,
    roles: Roles,
}

impl Words<'_> {
    /// Adds the texts that the term is found in.
    fn add(&self, found: &mut Bits) {
        let postings = self.texts.postings();
        let holding = || self.with(Role::HOLDS);
        holding()
            .filter(|&word| postings.is_dense(word))
            .for_each(|word| postings.add(word, found));
        let rest = || holding().filter(|&word| !postings.is_dense(word));
        let left = self.texts.len() - found.count();
        if self.cost(rest()) > left * READ {
            let mut others = found.clone();
            others.invert();
            self.read(&others, found);
            return;
        }
        rest().for_each(|word| postings.add(word, found));
        let mut runs = self.runs();
        runs.subtract(found);
        self.read(&runs, found);
    }

    fn with(&self, marks: Role) -> impl Iterator<Item = u32> + '_ {
        self.roles.starting.iter().copied().filter(move |&word| self.roles.of(word).is(marks))
    }

    fn cost(&self, words: impl Iterator<Item = u32>) -> usize {
        words.map(|word| self.texts.postings().cost(word)).sum()
    }

    /// The texts in which a run over neighbours may be found.
    fn runs(&self) -> Bits {
        let postings = self.texts.postings();
        let union = |words: &mut dyn Iterator<Item = u32>| {
            let mut set = Bits::none(self.texts.len());
            words.for_each(|word| postings.add(word, &mut set));
            set
        };
        let narrow = |first: Bits, second: &[u32]| {
            let mut texts = first;
            if self.cost(second.iter().copied()) < texts.count() * READ {
                texts.intersect(&union(&mut second.iter().copied()));
            }
            texts
        };
        let begins = union(&mut self.with(Role::BEGINS));
        let mut joined = union(&mut self.with(Role::JOINS));
        joined.unite(&begins);
        joined.intersect(self.texts.glued());
        let mut runs = narrow(begins, &self.roles.continuing);
        runs.unite(&narrow(joined, &self.roles.joined));
        let capital = self.with(Role::BEGINS.or(Role::INITIAL)).next().is_some();
        if capital && self.bare.chars().nth(1).is_some() {
            runs.unite(&self.texts.with_initials(self.bare));
        }
        runs
    }

    /// Adds those of some texts that the term is found in, by their words.
    fn read(&self, texts: &Bits, found: &mut Bits) {
        let mut known = Known::new();
        for text in texts.iter() {
            let tokens = self.texts.words_of(text);
            if (0..tokens.len()).any(|at| self.is_at(at, tokens, &mut known)) {
                found.insert(text);
            }
        }
    }

    /// Whether the term is found in a word, or by a run that begins there.
    fn is_at(&self, at: usize, tokens: &[Token], known: &mut Known) -> bool {
        let role = |n: usize| {
            tokens.get(at + n).map_or(Role::default(), |token| self.roles.of(token.word_number()))
        };
        let here = role(0);
        if here.is(Role::HOLDS) {
            return true;
        }
        if !here.is(Role::BEGINS.or(Role::JOINS).or(Role::INITIAL)) {
            return false;
        }
        let joined =
            || role(1).is(Role::JOINED) && tokens.get(at + 1).is_some_and(|t| t.is_glued());
        // A run goes on with the next word, or with the one behind a short one.
        let goes_on = |marks: Role| role(1).is(marks) || role(2).is(marks);
        let may = !here.is(Role::INITIAL) && joined()
            || here.is(Role::BEGINS) && goes_on(Role::CONTINUES.or(Role::SECOND))
            || here.is(Role::INITIAL) && goes_on(Role::SECOND);
        if !may {
            return false;
        }
        let pair = (tokens.get(at).copied(), tokens.get(at + 1).copied());
        if known.holds(pair) {
            return true;
        }
        let fits = |count: usize| {
            let word = |n: usize| {
                let token = tokens.get(at + n).filter(|_| n < count);
                token.map(|token| token.word(self.texts.lexicon()))
            };
            self.term.fit(self.bare, &word).is_some()
        };
        if fits(2) {
            known.note(pair);
            return true;
        }
        fits(usize::MAX)
    }
}

/// Two neighbours.
type Pair = (Option<Token>, Option<Token>);

/// Pairs of neighbours that a term was found to run over: names stand side by side again and again.
struct Known([Pair; 64]);

impl Known {
    fn new() -> Self {
        Self([(None, None); 64])
    }

    /// Whether a pair has been noted and not been forgotten since.
    fn holds(&self, pair: Pair) -> bool {
        pair.0.is_some() && self.0.get(Self::slot(pair)) == Some(&pair)
    }

    fn note(&mut self, pair: Pair) {
        if let Some(slot) = self.0.get_mut(Self::slot(pair)) {
            *slot = pair;
        }
    }

    fn slot(pair: Pair) -> usize {
        let number = |token: Option<Token>| token.map_or(0, |token| token.word_number() as usize);
        (number(pair.0) * 31 + number(pair.1)) % 64
    }
}
