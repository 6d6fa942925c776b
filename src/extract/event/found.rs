//! What is known of a dated happening in a sentence, before it has a title. Plain values.

use super::lexicon::Trigger;
use super::predicate::Predicate;
use crate::text::Span;
use std::ops::Range;

/// A dated happening in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The words of the date.
    pub(super) date: Range<usize>,
    /// The words of the date with its preposition and the dates joined to it.
    pub(super) run: Range<usize>,
    /// The clause it stands in, as an index of the sentence's clauses.
    pub(super) clause: usize,
    /// What the date hangs on.
    pub(super) anchor: Anchor,
    /// The words around the predicate; empty where the date hangs on a noun.
    pub(super) parts: Parts,
    /// The words a pronoun stands for that is the whole subject.
    pub(super) stand_in: Option<Span>,
    /// The word that gives the type.
    pub(super) word: Trigger,
}

/// The words around a predicate.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    /// What it is said of.
    pub(super) subject: Vec<usize>,
    /// What follows it.
    pub(super) rest: Vec<usize>,
    /// The last word of the predicate of what is said, where it reports something.
    pub(super) told: Option<usize>,
    /// Whether what follows it could not be told from another clause.
    pub(super) torn: bool,
    /// The participle in front of a sentence that is told of the subject behind it: "Founded in 1994, the forum".
    pub(super) fronted: Option<usize>,
}

/// What a date hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A predicate.
    Predicate(Predicate),
    /// A noun that names a happening, as an index of the sentence's words.
    Noun(usize),
    /// A noun that names a happening, and the first and one past the last word of the quoted name it has.
    Name(usize, usize, usize),
}

/// A clause, what the date hangs on there, and the word that gives the type.
pub(super) type Hung = (usize, Anchor, Trigger);
