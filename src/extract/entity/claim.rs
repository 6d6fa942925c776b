//! A name read in a run of capitalised words, before anybody knows whose it is. Plain data.

use super::token::Token;
use crate::extract::{EntityKind, Rule};
use crate::text::Span;
use std::ops::Range;

/// A name read in the text.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// Its words, as indices of the document's tokens.
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    pub(super) kind: EntityKind,
    /// The office that the text gives with it.
    pub(super) office: Option<Span>,
    /// The first name of the row of a body known by name.
    pub(super) known: Option<&'static str>,
    pub(super) rule: Rule,
}

/// The span of some words of a run.
pub(super) fn span(run: &[Token], words: Range<usize>) -> Span {
    let first = run.get(words.start).map_or(0, |t| t.start);
    let last = words.end.checked_sub(1).and_then(|i| run.get(i)).map_or(first, |t| t.end);
    Span::new(first, last)
}
