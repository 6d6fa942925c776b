//! Tells the places that are only tied to a figure's: one of two that a stroke joins, one compared with, one of another clause.
//! A place and the text around it come in, a yes or no goes out. Knows no figures.

use super::mark::Marks;
use super::phrases;
use crate::text::{Span, Text};
use std::sync::LazyLock;

/// "the US-Mexico border", "the EU-Turkey deal": one of two that a stroke ties together.
pub(super) fn is_tied(text: &Text, place: Span) -> bool {
    let strokes = ['-', '–', '/'];
    let before = text.clean.get(..place.start as usize).unwrap_or_default();
    let after = text.clean.get(place.end as usize..).unwrap_or_default();
    let name = after.strip_prefix(strokes).is_some_and(|r| r.starts_with(char::is_uppercase));
    let made = after.strip_prefix(strokes).is_some_and(|r| phrases::ORIGINS.begins(r).is_some());
    let tail = before.strip_suffix(strokes);
    // "against the US dollar": money is no place.
    let led = [" the ", " to ", " per ", " against "].iter().any(|l| before.ends_with(l));
    let coin = led && phrases::COINS.begins(after).is_some();
    name || made || coin || tail.is_some_and(|r| r.ends_with(char::is_alphabetic))
}

/// Whether a place is only compared with: "treated in the same way as the United States".
pub(super) fn is_likened(text: &Text, place: Span) -> bool {
    let mut start = (place.start as usize).saturating_sub(20);
    while !text.clean.is_char_boundary(start) {
        start += 1;
    }
    let before = text.clean.get(start..place.start as usize).unwrap_or_default().trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    phrases::LIKENED.ends(before).is_some()
}

/// "fell to 5 per cent despite the strength of Kenya's trade": a place of another clause behind the figure.
pub(super) fn is_aside(text: &Text, at: u32, place: Span) -> bool {
    let gap = text.words(Span { start: at, end: place.start.max(at) });
    ASIDES.first_start(gap).or_else(|| BREAKS.first_start(gap)).is_some()
}

/// What begins another clause behind a figure, for places and dates.
pub(super) static ASIDES: LazyLock<Marks> =
    LazyLock::new(|| Marks::new(phrases::OTHER_CLAUSE.all()));

/// The same, for places alone.
static BREAKS: Marks = Marks::new(&[" against ", " following ", " while ", "; "]);
