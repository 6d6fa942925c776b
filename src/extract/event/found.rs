//! What is known of a dated happening in a sentence, before it has a title. Plain values.

use super::lexicon::Trigger;
use super::predicate::Predicate;
use std::ops::Range;

/// A dated happening in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The words of the date.
    pub(super) date: Range<usize>,
    /// The clause it stands in, as an index of the sentence's clauses.
    pub(super) clause: usize,
    /// What the date hangs on.
    pub(super) anchor: Anchor,
    /// The word that gives the type.
    pub(super) word: Trigger,
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
