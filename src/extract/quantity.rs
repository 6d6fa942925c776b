//! Finds numbers with what they count: the body of a text comes in, quantities rising by place go out.
//! Never reads furniture, never takes a date's figures for a quantity, never guesses a unit.

mod counted;
mod draft;
mod guard;
mod hedge;
mod lexicon;
mod number;
mod numeral;
mod point;
mod range;
mod spelled;
mod step;
mod unit;

use super::{DateMention, Quantity, TimexKind, Trace};
use crate::text::{Span, Text};
use draft::Draft;
use lexicon::{UnitKind, lexicon};

/// Finds every quantity in the body of a document, rising by place.
///
/// Numbers inside a date are left out; a length of time written as such ("the last five years") is kept.
pub fn find(text: &Text, dates: &[DateMention], _trace: &mut Trace) -> Vec<Quantity> {
    let mut found = Vec::new();
    for block in text.blocks.iter().filter(|b| b.kind.is_body()) {
        let words = text.words(block.span);
        let mut drafts = in_block(words);
        drafts.retain(|d| !is_dated(d, block.span.start, dates));
        draft::share(words, &mut drafts);
        found.extend(drafts.into_iter().map(|d| finish(d, block.span.start as usize)));
    }
    found
}

/// The quantities of one block, with offsets inside it.
fn in_block(text: &str) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut named = 0;
    let mut at = 0;
    while let Some(start) = next_start(text.as_bytes(), at) {
        at = match draft::read(text, start, named) {
            Ok(draft) => {
                let next = draft.next;
                drafts.push(draft);
                next
            }
            Err(draft::Refused { next, name }) => {
                named = name.unwrap_or(named);
                next
            }
        }
        .max(start + 1);
        // A refusal may end inside a character or a word: the scan starts over at the next boundary.
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    drafts
}

/// The next digit, or the next word that may be a number.
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let mut inside = at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphabetic);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            return Some(at);
        }
        if !byte.is_ascii_alphabetic() {
            inside = false;
            at += 1;
            continue;
        }
        let len = bytes.get(at..)?.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if !inside && lexicon().may_be_number(bytes.get(at..at + len)?) {
            return Some(at);
        }
        inside = true;
        at += len;
    }
    None
}

/// Whether a date covers the number, and it is no length of time and no measure in words of its own.
fn is_dated(draft: &Draft, base: u32, dates: &[DateMention]) -> bool {
    let measured = draft.kind.is_some_and(|k| !matches!(k, UnitKind::Time | UnitKind::Age));
    if measured {
        return false;
    }
    let length = draft.kind.is_some();
    let (first, last) = draft.ends.clone().unwrap_or((draft.number.clone(), draft.number.clone()));
    [first, last].into_iter().any(|end| {
        let number = Span::new(end.start + base as usize, end.end + base as usize);
        let after = dates.partition_point(|d| d.span.end <= number.start);
        let mut covering = dates.iter().skip(after).take_while(|d| d.span.start < number.end);
        covering.any(|d| !length || d.kind == TimexKind::Time)
    })
}

fn finish(draft: Draft, base: usize) -> Quantity {
    let place = |r: std::ops::Range<usize>| Span::new(r.start + base, r.end + base);
    Quantity {
        span: place(draft.span),
        number: place(draft.number),
        value: draft.value,
        upper: draft.upper,
        ends: draft.ends.map(|(a, b)| (place(a), place(b))),
        qualifier: draft.qualifier,
        unit: draft.unit,
        counted: draft.counted.map(place),
        rule: draft.rule,
    }
}
