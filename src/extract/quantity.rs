//! Finds numbers with what they count: the body of a text comes in, quantities rising by place go out.
//! Never reads furniture, never takes a date's figures for a quantity, never guesses a unit.

mod calendar;
mod class;
mod counted;
mod draft;
mod fraction;
mod guard;
mod hedge;
mod lexicon;
mod noun;
mod number;
mod numeral;
mod point;
mod range;
mod spelled;
mod step;
mod unit;

use super::{DateMention, Quantity, Rule, Trace};
use crate::text::hash::Packed;
use crate::text::{Span, Text};
use calendar::Calendar;
use draft::Draft;
use lexicon::lexicon;

/// Finds every quantity in the body of a document, rising by place.
///
/// Numbers inside a date are left out; a length of time written as such ("the last five years") is kept.
pub fn find(text: &Text, dates: &[DateMention], trace: &mut Trace) -> Vec<Quantity> {
    let mut found = Vec::new();
    for block in text.blocks.iter().filter(|b| b.kind.is_body()) {
        let words = text.words(block.span);
        let base = block.span.start as usize;
        let mut drafts = in_block(words, &Calendar::new(dates, base), |range, rule, to| {
            trace.lose(Span::new(range.start + base, range.end + base), rule, to);
        });
        draft::share(words, &mut drafts);
        found.extend(drafts.into_iter().map(|d| finish(d, base)));
    }
    found
}

/// The quantities of one block, with offsets inside it; what is refused is told to `lose`.
fn in_block(
    text: &str,
    calendar: &Calendar<'_>,
    mut lose: impl FnMut(std::ops::Range<usize>, Rule, Rule),
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut named = 0;
    let mut at = 0;
    while let Some(start) = next_start(text.as_bytes(), at) {
        at = match draft::read(text, start, named, calendar) {
            Ok(draft) => {
                let next = draft.next;
                drafts.push(draft);
                next
            }
            Err(draft::Refused { next, name, lost }) => {
                named = name.unwrap_or(named);
                if let Some((range, rule, to)) = lost {
                    lose(range, rule, to);
                }
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
    let lexicon = lexicon();
    let mut at = from;
    // A scan that goes on inside a word leaves the rest of it.
    if at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_alphabetic) {
        at = Packed::letters(bytes, at).0;
    }
    loop {
        match bytes.get(at)? {
            b'0'..=b'9' => return Some(at),
            b'a'..=b'z' | b'A'..=b'Z' => {
                let (end, word) = Packed::letters(bytes, at);
                if lexicon.is_number(word) {
                    return Some(at);
                }
                at = end;
            }
            _ => at += 1,
        }
    }
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
