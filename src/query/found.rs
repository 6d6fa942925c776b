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
const READ: usize = 16;

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
        let mut runs = union(&mut self.with(Role::BEGINS));
        let continuing = || self.roles.continuing.iter().copied();
        if self.cost(continuing()) < runs.count() * READ {
            let mut second = union(&mut continuing());
            second.unite(self.texts.glued());
            runs.intersect(&second);
        }
        let mut joined = union(&mut self.with(Role::JOINS));
        joined.intersect(self.texts.glued());
        runs.unite(&joined);
        if self.with(Role::BEGINS.or(Role::INITIAL)).next().is_some() {
            let mut initials = Bits::all(self.texts.len());
            let sets = self.bare.chars().filter_map(|letter| self.texts.initial(letter));
            sets.for_each(|set| initials.intersect(set));
            if self.bare.chars().nth(1).is_some() {
                runs.unite(&initials);
            }
        }
        runs
    }

    /// Adds those of some texts that the term is found in, by their words.
    fn read(&self, texts: &Bits, found: &mut Bits) {
        for text in texts.iter() {
            let tokens = self.texts.words_of(text);
            if (0..tokens.len()).any(|at| self.is_at(at, tokens)) {
                found.insert(text);
            }
        }
    }

    /// Whether the term is found in a word, or by a run that begins there.
    fn is_at(&self, at: usize, tokens: &[Token]) -> bool {
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
        let glued = || tokens.get(at + 1).is_some_and(|next| next.is_glued());
        // A run goes on with the next word, or with the one behind a short one.
        let goes_on = |marks: Role| role(1).is(marks) || role(2).is(marks);
        let may = glued() && !here.is(Role::INITIAL)
            || here.is(Role::BEGINS) && goes_on(Role::CONTINUES.or(Role::SECOND))
            || here.is(Role::INITIAL) && goes_on(Role::SECOND);
        let word = |n: usize| tokens.get(at + n).map(|token| token.word(self.texts.lexicon()));
        may && self.term.fit(self.bare, &word).is_some()
    }
}
