//! Where a noun phrase begins: the place behind its last word comes in; its words go out, without the connectives,
//! dates and circumstances that lead up to them. Never reads forward.

use super::class;
use super::hint;
use super::reach::Reach;
use super::word::{Shape, Word};
use std::ops::Range;

/// An object longer than this is cut back to its last "and" or article, in bytes.
const LONG: usize = 84;

impl Reach<'_> {
    /// The noun phrase that ends before `end`.
    pub(super) fn back(&self, end: usize) -> Range<usize> {
        self.front(self.whole(end))
    }

    /// The same where the phrase is somebody's object: only the preposition it stands behind goes. A verb with "to"
    /// ends it, but for what is attempted or planned.
    pub(super) fn object(&self, end: usize) -> Range<usize> {
        let whole = self.whole(end);
        let verb = whole.clone().rev().find(|&i| {
            let text = |steps: usize| {
                i.checked_sub(steps).and_then(|b| self.word(b)).map_or("", |w| w.text)
            };
            let order = text(1) == "order" && text(2) == "in";
            let verbal = order || i.checked_sub(1).is_some_and(|b| self.sentence.in_predicate(b));
            self.word(i).is_some_and(|w| w.text == "to")
                && self.word(i + 1).is_some_and(|w| {
                    let verb = w.entry.verb.is_some() || verbal && w.entry.noun.is_none();
                    verb && w.is_content() && w.shape == Shape::Lower
                })
                && (order
                    || !i
                        .checked_sub(1)
                        .and_then(|b| self.word(b))
                        .is_some_and(|w| w.says(hint::ATTEMPT)))
        });
        let whole = verb.map_or(whole.start, |i| i + 2)..end;
        let gerund = whole.clone().rev().find(|&i| self.is_gerund(i));
        let whole = gerund.map_or(whole.start, |i| i + 1)..end;
        let small = |w: &Word<'_>| {
            w.is(class::PREPOSITION | class::CONJUNCTION | class::SUBORDINATOR)
                || w.date.is_some()
                || w.aside
                || w.hints(hint::OWING)
                || w.is_mark() && !w.mark(&['“', '‘', '"'])
        };
        let start =
            whole.clone().find(|&i| self.word(i).is_some_and(|w| !small(w)) && !self.is_led(i));
        let near = self.front(start.unwrap_or(end)..end);
        let long = self.sentence.cover(&near).is_some_and(|s| s.len() > LONG);
        if !long {
            return near;
        }
        let name = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let joint = |i: &usize| self.sentence.is(*i, class::CONJUNCTION) && !name(i + 1);
        let article = |i: &usize| self.sentence.is(*i, class::DETERMINER);
        let cut = near
            .clone()
            .rev()
            .find(joint)
            .map(|i| i + 1)
            .or_else(|| near.clone().rev().find(article));
        cut.unwrap_or(near.start)..end
    }

    /// "As demonstrated by the declaration": a participle in front leads up to it.
    fn is_led(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.shape == Shape::Lower && w.text.ends_with("ed"))
            && self.word(at + 1).is_some_and(|w| w.text == "by")
    }

    /// "for describing Russia's elections": the verb is no part of its object.
    fn is_gerund(&self, at: usize) -> bool {
        let behind = at.checked_sub(1).and_then(|i| self.word(i));
        let opens =
            |w: &Word<'_>| w.is(class::DETERMINER | class::PRONOUN) || w.shape == Shape::Capital;
        self.word(at)
            .is_some_and(|w| w.shape == Shape::Lower && w.text.ends_with("ing") && w.text.len() > 5)
            && behind.is_some_and(|w| w.is(class::PREPOSITION))
            && self.word(at + 1).is_some_and(opens)
    }

    /// The same, but no further than the phrase of its last noun: "at the session", "rounds of negotiations".
    pub(super) fn close(&self, end: usize) -> Range<usize> {
        let whole = self.object(end);
        let behind = |i: &usize| {
            self.word(*i).is_some_and(|w| w.is(class::PREPOSITION) && w.text != "of")
                && !self.is_quoted(*i, end)
        };
        whole.clone().rev().find(behind).map_or(whole.start, |i| i + 1)..end
    }

    /// Whether a quotation that holds a word closes before the end.
    fn is_quoted(&self, at: usize, end: usize) -> bool {
        let mut marks =
            (at..end).filter_map(|i| self.word(i)).filter(|w| w.mark(&['“', '”', '‘', '’', '"']));
        marks.next().is_some_and(|w| w.mark(&['”', '’', '"']))
    }

    /// Drops what leads up to the phrase: connectives, dates, circumstances.
    pub(super) fn front(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, end } = range;
        while start < end {
            let before = start;
            start = self.past_small(start, end);
            start = self.past_circumstance(start, end);
            if start == before {
                break;
            }
        }
        start..end
    }

    fn past_small(&self, mut start: usize, end: usize) -> usize {
        while start < end {
            if self.is_led(start) && start + 2 < end {
                start += 2;
                continue;
            }
            let Some(word) = self.word(start) else { break };
            let counts = self.word(start + 1).is_some_and(|w| {
                w.shape == Shape::Number && w.date.is_none()
                    || w.says(hint::NUMERAL)
                    || w.is(class::QUANTIFIER)
                    || w.text == "than"
            });
            // "DETROIT The department said": where a report comes from.
            let dateline = word.text.len() > 3
                && word.text.chars().all(char::is_uppercase)
                && self.word(start + 1).is_some_and(|w| {
                    w.shape == Shape::Capital && w.is(class::DETERMINER) || w.aside
                });
            let quote = word.mark(&['“', '‘', '"', '\'']) && self.closes(start, end);
            let small = dateline
                || word.is(class::CONJUNCTION)
                || word.is(class::ADVERB) && !word.is(class::HEDGE | class::DETERMINER) && !counts
                || word.shape == Shape::Capital && word.hints(hint::CONNECTIVE)
                || word.is_mark() && !quote
                || word.date.is_some() && !word.is_compound()
                || word.aside;
            if !small {
                break;
            }
            start += 1;
        }
        start
    }

    fn closes(&self, open: usize, end: usize) -> bool {
        (open + 1..end).any(|i| self.word(i).is_some_and(|w| w.mark(&['”', '’', '"', '\''])))
    }

    /// "In 2018 the ministry", "In the north rebels": a preposition in front opens a circumstance; what follows it
    /// begins with the date's end or with the next article or name.
    fn past_circumstance(&self, start: usize, end: usize) -> usize {
        let comma =
            start.checked_sub(1).is_none_or(|i| self.word(i).is_some_and(|w| w.mark(&[','])));
        if comma && self.word(start).is_some_and(|w| w.text == "with") {
            return start + 1;
        }
        let counts =
            self.word(start + 1).is_some_and(|w| w.shape == Shape::Number && w.date.is_none());
        let leads = self
            .word(start)
            .is_some_and(|w| w.is(class::PREPOSITION | class::SUBORDINATOR) && !w.is(class::HEDGE));
        if !leads || counts && self.sentence.is(start, class::ADVERB) {
            return start;
        }
        let small = |w: &Word<'_>| w.is(class::PREPOSITION | class::DETERMINER | class::ADVERB);
        let first = (start..end).find(|&i| self.word(i).is_some_and(|w| !small(w)));
        // "In a speech on 3 May the minister": what is told begins behind the date, or, in "In a Monday statement Mr Roy",
        // behind the noun that the date describes.
        let dated = (start..end).find(|&i| self.word(i).is_some_and(|w| w.date.is_some()));
        let behind =
            dated.and_then(|d| (d..end).find(|&i| self.word(i).is_some_and(|w| w.date.is_none())));
        let opens =
            |w: &Word<'_>| w.shape == Shape::Capital || w.is(class::DETERMINER | class::PRONOUN);
        let article =
            dated.is_some_and(|d| d > start && self.sentence.is(d - 1, class::DETERMINER));
        let plain = |w: &Word<'_>| article && w.shape == Shape::Lower && w.is_content();
        let told = behind
            .and_then(|b| (b..end).find(|&i| self.word(i).is_some_and(|w| !plain(w))))
            .filter(|&i| self.word(i).is_some_and(opens));
        if let Some(told) = told {
            return told;
        }
        if first.is_some() && first == dated {
            return behind.unwrap_or(end);
        }
        (start + 2..end)
            .find(|&i| {
                let noun = self.word(i - 1).is_some_and(|w| w.is_content() || w.date.is_some());
                let named = self.sentence.is(i, class::DETERMINER | class::PRONOUN);
                // "for the first time Kenya"
                let time = self.word(i - 1).is_some_and(|w| w.text == "time")
                    && self.word(i).is_some_and(|w| w.shape == Shape::Capital);
                noun && (named || time)
            })
            .unwrap_or(end)
    }
}
