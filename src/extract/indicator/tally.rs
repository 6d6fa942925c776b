//! Names the figures of a tally by what they are parts of: "792 civilians, of which 299 were killed, 310 injured, 151 abducted".
//! The row before and the words around a number come in, spans of both go out. Adds no word of its own.

use super::beside::Beside;
use super::counting::done;
use super::{list, phrases};
use crate::extract::{IndicatorFinding, Quantity};
use crate::text::Span;

/// How far behind the row before the next part of a tally may stand, in bytes.
const FAR: usize = 90;

/// What the row before counts, and what became of so many of them; `first` is the row before in the same sentence.
pub(super) fn find(beside: &Beside<'_>, first: Option<&IndicatorFinding>) -> Option<Vec<Span>> {
    if let Some(name) = beside.rowless.and_then(|last| rowless(beside, last)) {
        return Some(name);
    }
    let Beside { text, quantity, .. } = *beside;
    let first = first?;
    let base = *first.name.first()?;
    // The row before counts the whole, or is a part of the tally itself.
    let whole = base.start > first.number.start || first.name.len() == 2;
    let counts = matches!(quantity.rule, "quantity.count" | "quantity.spelled");
    let told = first.name.iter().map(|n| n.end).filter(|&end| end <= quantity.span.start);
    let told = told.fold(first.number.end, u32::max);
    if !whole || !counts || quantity.unit.is_some() || !is_part(beside, told) {
        return None;
    }
    let noun = text.words(base).rsplit(' ').next().unwrap_or_default();
    let people = list::PEOPLE.has(noun) || noun.ends_with("men");
    let plural = people || noun.ends_with('s') && !phrases::HAPPENINGS.says(noun);
    let fate = fate(beside).filter(|_| plural)?;
    Some(vec![base, fate])
}

/// The same, where the quantity before is small and has no row of its own: "four people were killed and 35 wounded".
fn rowless(beside: &Beside<'_>, last: &Quantity) -> Option<Vec<Span>> {
    let Beside { text, setting, quantity, .. } = *beside;
    let base = last.counted.filter(|c| {
        let near = c.start >= setting.sentence.start && c.end <= quantity.span.start;
        near && c.start > last.number.end && last.unit.is_none()
    })?;
    let noun = text.words(base).rsplit(' ').next().unwrap_or_default();
    let plural = noun.ends_with('s') || noun.ends_with("men") || noun == "people";
    let told = done(text, Span { start: base.end, end: quantity.span.start })?;
    let counts = matches!(quantity.rule, "quantity.count" | "quantity.spelled");
    if !plural || !counts || phrases::HAPPENINGS.says(noun) || !is_part(beside, told.end) {
        return None;
    }
    Some(vec![base, fate(beside)?])
}

/// Whether nothing but a comma, "and" or "of which" parts a figure from what the row before says, which ends at `from`.
fn is_part(beside: &Beside<'_>, from: u32) -> bool {
    let Beside { text, quantity, .. } = *beside;
    if from > quantity.span.start {
        return false;
    }
    let gap = text.words(Span { start: from, end: quantity.span.start });
    let near = gap.len() <= FAR && !gap.contains([';', '.', '?', '!']);
    // "civilians in May 2024, of whom 30 died": only a date may stand between.
    let of = gap.ends_with(" of which ") || gap.ends_with(" of whom ");
    let digit = gap.contains(|c: char| c.is_ascii_digit());
    near && (of || !digit) && phrases::PARTS.ends(gap).is_some()
}

/// "were killed", "injured", "subjected to violence": what became of so many.
fn fate(beside: &Beside<'_>) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    if let Some(counted) = quantity.counted {
        return phrases::FATES.says(text.words(counted)).then_some(counted);
    }
    let start = quantity.span.end;
    let rest = Span { start, end: setting.sentence.end.max(start) };
    done(text, rest).or_else(|| {
        let words = text.words(rest).trim_start();
        let at = rest.end - words.len() as u32;
        let fate = phrases::FATES.all().iter().find(|fate| {
            words.strip_prefix(**fate).is_some_and(|w| !w.starts_with(char::is_alphanumeric))
        })?;
        Some(Span { start: at, end: at + fate.len() as u32 })
    })
}
