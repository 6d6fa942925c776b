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
mod list;
mod mark;
mod noun;
mod number;
mod numeral;
mod point;
mod range;
mod spelled;
mod step;
mod unit;

use super::{DateMention, Quantity, Rule, Trace};
use crate::text::runs::{Run, Runs};
use crate::text::{Span, Text, scan};
use calendar::Calendar;
use draft::Draft;
use lexicon::lexicon;

/// Finds every quantity in the body of a document, rising by place; its runs of letters and its dates come with it.
///
/// Numbers inside a date are left out; a length of time written as such ("the last five years") is kept.
pub fn find(text: &Text, runs: &Runs, dates: &[DateMention], trace: &mut Trace) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (at, block) in text.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_body()) {
        let words = text.words(block.span);
        let base = block.span.start as usize;
        let runs = runs.of_block(text, at);
        let starts = Starts::new(words, &runs, block.span.start);
        let mut drafts = in_block(words, starts, &Calendar::new(dates, base), |range, rule, to| {
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
    mut starts: Starts<'_>,
    calendar: &Calendar<'_>,
    mut lose: impl FnMut(std::ops::Range<usize>, Rule, Rule),
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut named = 0;
    let mut at = 0;
    while let Some(start) = starts.next(at) {
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

/// Where quantities may start in a block: at digits, and at words that may be numbers.
struct Starts<'a> {
    bytes: &'a [u8],
    /// The runs of letters that are not behind yet; the first byte of the block.
    runs: &'a [Run],
    base: u32,
    /// The next digit and the next word of a number, as far as they are known; past the end where there is none.
    digit: usize,
    word: usize,
}

impl<'a> Starts<'a> {
    fn new(text: &'a str, runs: &'a [Run], base: u32) -> Self {
        Self { bytes: text.as_bytes(), runs, base, digit: 0, word: 0 }
    }

    /// The first start at or after a place, which never goes back. One inside a word leaves the rest of it.
    fn next(&mut self, from: usize) -> Option<usize> {
        if self.digit <= from {
            self.digit = scan::next_digit(self.bytes, from).unwrap_or(usize::MAX);
        }
        if self.word <= from {
            let lexicon = lexicon();
            let first = self.base as usize + from;
            let near = |run: &Run| run.start as usize >= first && lexicon.is_number(run.word);
            let skipped = self.runs.iter().position(near).unwrap_or(self.runs.len());
            self.runs = self.runs.get(skipped..).unwrap_or_default();
            let start = self.runs.first().map(|run| (run.start - self.base) as usize);
            self.word = start.unwrap_or(usize::MAX);
        }
        Some(self.digit.min(self.word)).filter(|start| *start < self.bytes.len())
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
