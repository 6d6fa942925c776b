//! What a pattern makes of the words of a sentence, and how patterns look at them. Knows no pattern.

use super::word::{Word, hull};
use crate::extract::Rule;
use crate::text::Span;

/// What a sentence says is to be watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    /// The things, one or more.
    pub(super) watched: Vec<Span>,
    /// What they would show.
    pub(super) points_to: Option<Span>,
    /// The rule.
    pub(super) rule: Rule,
}

/// A reading that a guard refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused {
    /// The words.
    pub(super) span: Span,
    /// The rule that read them.
    pub(super) rule: Rule,
    /// The guard.
    pub(super) guard: Rule,
}

/// What one pattern makes of a sentence.
pub(super) type Reading = Option<Result<Sign, Refused>>;

/// Words from a place on.
pub(super) fn from(words: &[Word], at: usize) -> &[Word] {
    words.get(at..).unwrap_or_default()
}

/// Words up to a place.
pub(super) fn to(words: &[Word], at: usize) -> &[Word] {
    words.get(..at).unwrap_or_default()
}

/// Skips words of some classes.
pub(super) fn skip(words: &[Word], mut at: usize, classes: u32) -> usize {
    while words.get(at).is_some_and(|word| word.is(classes)) {
        at += 1;
    }
    at
}

/// Whether this very word or mark stands at a place.
pub(super) fn says(words: &[Word], at: usize, word: &str) -> bool {
    words.get(at).is_some_and(|w| w.says(word))
}

/// A guard's refusal of the words.
pub(super) fn refuse(words: &[Word], rule: Rule, guard: Rule) -> Reading {
    let span = hull(words)?;
    Some(Err(Refused { span, rule, guard }))
}
