//! Cuts the clause a figure stands in out of its sentence. Looks at punctuation and conjunctions; knows no figures.

use super::mark::Marks;
use super::phrases;
use crate::extract::Quantity;
use crate::text::{Span, Text};
use std::sync::LazyLock;

/// Where a quantity stands: sentence, bracket and clause, widest first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The sentence, or as much of it as lies within reach of the number.
    pub(super) sentence: Span,
    /// The inside of the brackets around the number.
    pub(super) bracket: Option<Span>,
    /// The clause.
    pub(super) clause: Span,
}

/// How far from its number a sentence is read, in bytes; longer ones are no prose.
const REACH: usize = 400;

/// Marks that end a clause.
static ENDS: LazyLock<Marks> = LazyLock::new(|| Marks::new(phrases::CLAUSE_ENDS.all()));

/// Marks that part what stands in brackets.
static INNER_ENDS: Marks = Marks::new(&[", ", "; ", " and "]);

impl Setting {
    /// The setting of a quantity.
    pub(super) fn new(text: &Text, quantity: &Quantity) -> Self {
        let whole = text.sentence_at(quantity.span.start).and_then(|i| text.sentences.get(i));
        let block = text.block_at(quantity.span.start).and_then(|i| text.blocks.get(i));
        let whole = whole.copied().or(block.map(|b| b.span)).unwrap_or(quantity.span);
        let sentence = near(text, whole.hull(quantity.span), quantity.span);
        let bracket = bracket(text, sentence, quantity.span);
        let clause = bracket.map_or_else(
            || cut(text, sentence, quantity, &ENDS),
            |inside| cut(text, inside, quantity, &INNER_ENDS),
        );
        Self { sentence, bracket, clause }
    }

    /// Whether a place shares the quantity's brackets, or like it stands outside of any.
    pub(super) fn beside(&self, text: &Text, place: Span) -> bool {
        bracket(text, self.sentence, place) == self.bracket
    }
}

/// The part of a span within reach of a place, on character boundaries.
fn near(text: &Text, span: Span, place: Span) -> Span {
    let mut start = (span.start as usize).max((place.start as usize).saturating_sub(REACH));
    let mut end = (span.end as usize).min(place.end as usize + REACH);
    while !text.clean.is_char_boundary(start) {
        start += 1;
    }
    while !text.clean.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start, end)
}

/// The inside of the round brackets around a place.
pub(super) fn bracket(text: &Text, sentence: Span, place: Span) -> Option<Span> {
    let before = text.clean.get(sentence.start as usize..place.start as usize)?;
    let open = before.rfind('(').filter(|&o| !before.get(o..).is_some_and(|b| b.contains(')')))?;
    let start = sentence.start as usize + open + 1;
    let after = text.clean.get(place.end as usize..sentence.end as usize)?;
    let end = after.find(')').map_or(sentence.end as usize, |c| place.end as usize + c);
    Some(Span::new(start, end))
}

/// The part of `span` around the quantity that no end parts.
fn cut(text: &Text, span: Span, quantity: &Quantity, ends: &Marks) -> Span {
    let held = quantity.counted.map_or(quantity.span, |c| quantity.span.hull(c));
    let before = text.clean.get(span.start as usize..held.start as usize).unwrap_or_default();
    let after = text.clean.get(held.end as usize..span.end as usize).unwrap_or_default();
    let start = ends.last_end(before).unwrap_or(0);
    let end = ends.first_start(after).unwrap_or(after.len());
    let words = |s: usize, e: usize| Span::new(s, e);
    let clause = words(span.start as usize + start, held.end as usize + end);
    trim(text, clause)
}

/// A span without spaces and stops around it.
pub(super) fn trim(text: &Text, span: Span) -> Span {
    let words = text.words(span);
    let idle = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–' | '—' | '(' | ')' | '-')
    };
    let head = words.len() - words.trim_start_matches(idle).len();
    let tail = words.trim_end_matches(idle).len();
    let start = span.start as usize + head;
    Span::new(start, (span.start as usize + tail).max(start))
}
