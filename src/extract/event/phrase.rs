//! Where a noun phrase or a subject begins: a sentence comes in; ranges of its words go out, without the dates,
//! connectives and circumstances that lead up to them. Never cuts at the end.

use super::class;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use std::ops::Range;

/// A noun phrase longer than this is cut back to its nearest article, in bytes.
const LONG: usize = 84;

/// No noun phrase has more words than this.
const FARTHEST: usize = 48;

/// Finds phrases in a sentence.
pub(super) struct Phrases<'a> {
    pub(super) sentence: &'a Sentence<'a>,
}

impl Phrases<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    pub(super) fn any(&self, range: Range<usize>, test: impl Fn(&Word<'_>) -> bool) -> bool {
        range.into_iter().any(|i| self.word(i).is_some_and(&test))
    }

    /// The noun phrase that ends before `end`, not reaching back over `floor`.
    pub(super) fn np(&self, end: usize, floor: usize) -> Range<usize> {
        let mut start = end;
        while start > floor.max(end.saturating_sub(FARTHEST)) {
            let Some(word) = self.word(start - 1) else { break };
            if let Some(open) = self.opening(start - 1, floor) {
                start = open;
                continue;
            }
            let near = self.word(start).is_some_and(|w| w.shape == Shape::Capital);
            let lists = word.text == "and"
                && near
                && start > 1
                && self
                    .word(start - 2)
                    .is_some_and(|w| w.shape == Shape::Capital || w.mark(&[',']));
            let inside = word.is_content()
                || word.aside
                || word.is(class::DETERMINER)
                || (word.is(class::ADVERB) && word.shape == Shape::Capital)
                || word.mark(&['\'', '"', '“', '”', '‘', '’', '-', '.'])
                || matches!(
                    word.text,
                    "of" | "in" | "for" | "between" | "with" | "on" | "against" | "to"
                )
                || word.date.is_some()
                || lists;
            if !inside || self.in_predicate(start - 1) || word.is(class::RELATIVE) {
                break;
            }
            start -= 1;
            // "the sharp gains these issues made": an article opens a phrase of its own.
            let opens = word.is(class::DETERMINER)
                && start > floor
                && self.word(start - 1).is_some_and(|w| w.is_content() && w.shape == Shape::Lower)
                && start.checked_sub(2).and_then(|i| self.word(i)).is_none_or(|w| w.text != "to");
            if opens {
                break;
            }
        }
        let range = self.lead_off(start, end);
        let long = self.sentence.cover(&range).is_some_and(|s| s.len() > LONG);
        if !long {
            return range;
        }
        let nearer =
            range.clone().rev().find(|&i| self.word(i).is_some_and(|w| w.is(class::DETERMINER)));
        nearer.map_or(range, |at| at..end)
    }

    /// Where the quotation opens that a mark closes, within a few words.
    fn opening(&self, close: usize, floor: usize) -> Option<usize> {
        let open = match self.word(close)?.shape {
            Shape::Mark('”') => '“',
            Shape::Mark('’') => '‘',
            Shape::Mark('"') => '"',
            _ => return None,
        };
        (floor.max(close.saturating_sub(12))..close)
            .rev()
            .find(|&i| self.word(i).is_some_and(|w| w.mark(&[open])))
    }

    pub(super) fn in_predicate(&self, index: usize) -> bool {
        self.sentence.in_predicate(index)
    }

    /// Drops prepositions, conjunctions, dates and marks at the front of a range.
    fn lead_off(&self, mut start: usize, end: usize) -> Range<usize> {
        while start < end
            && self.word(start).is_some_and(|w| {
                w.date.is_some()
                    || w.aside
                    || w.is(class::PREPOSITION | class::CONJUNCTION | class::RELATIVE)
                        && !w.is(class::HEDGE)
                    || w.mark(&[',', '.', ';', ':', '-', '–', '—', '•', '*', ')', '”'])
            })
        {
            start += 1;
        }
        start..end
    }

    /// Drops what leads up to the subject: connectives, dates, circumstances before a comma.
    pub(super) fn stripped(&self, from: usize, end: usize) -> Range<usize> {
        let mut start = from;
        loop {
            let before = start;
            start = self.lead_marks(start, end);
            let Some(first) = self.word(start).filter(|_| start < end) else { break };
            let comma = (start..end).find(|&i| self.word(i).is_some_and(|w| w.mark(&[','])));
            let leads = first
                .is(class::PREPOSITION | class::ADVERB | class::SUBORDINATOR | class::CONJUNCTION)
                || first.date.is_some()
                || ORDINALS.contains(&first.text.to_lowercase().as_str())
                || first.text.ends_with("ing")
                || first.text.ends_with("ed")
                || first.text.ends_with("ly");
            if let Some(comma) = comma.filter(|_| leads)
                && comma + 1 < end
                && !self.any(start..comma, |w| w.is(class::HEDGE))
            {
                start = comma + 1;
                continue;
            }
            start = self.lead_date(start, end);
            let small = self.word(start).is_some_and(|w| {
                w.is(class::CONJUNCTION)
                    || (w.is(class::SUBORDINATOR) && !w.is(class::HEDGE))
                    || matches!(w.text, "that" | "with")
            });
            if small && start + 1 < end {
                start += 1;
            }
            if start == before {
                break;
            }
        }
        start..end
    }

    /// Drops bullets, dashes and the numbers of items.
    fn lead_marks(&self, mut start: usize, end: usize) -> usize {
        let item = self.word(start).is_some_and(|w| w.shape == Shape::Number && w.date.is_none())
            && self.word(start + 1).is_some_and(|w| w.mark(&['.', ')']));
        if item {
            start += 2;
        }
        while start < end
            && self.word(start).is_some_and(|w| {
                w.aside
                    || w.mark(&[',', '.', ';', ':', '-', '–', '—', '•', '*', ')', '”', '·', '…'])
            })
        {
            start += 1;
        }
        start
    }

    /// Drops a date at the front, with the small words before it: "In early 2017", "Late on Monday".
    fn lead_date(&self, start: usize, end: usize) -> usize {
        let small = |w: &Word<'_>| w.is(class::PREPOSITION | class::DETERMINER | class::ADVERB);
        let mut at = start;
        while at < end && self.word(at).is_some_and(small) {
            at += 1;
        }
        if at >= end || self.word(at).is_none_or(|w| w.date.is_none()) {
            return start;
        }
        while at < end && self.word(at).is_some_and(|w| w.date.is_some() || w.mark(&[','])) {
            at += 1;
        }
        if at < end { at } else { start }
    }
}

/// Words that number a point of an argument.
const ORDINALS: [&str; 12] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "finally",
    "lastly",
    "next",
    "today",
    "initiated",
    "notably",
];
