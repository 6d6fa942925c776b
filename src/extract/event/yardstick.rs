//! Dates that something is only measured against: a date in its sentence comes in; whether it compares, begins a record
//! or opens a change goes out. Never looks for an event.

use super::class;
use super::hint;
use super::lexicon::Trigger;
use super::place::Place;
use super::predicate::Predicate;
use super::word::{Shape, Word};

/// What a span of time begins or ends with stands within so many words before its date.
const SPAN: usize = 24;

impl Place<'_> {
    /// "compared with 2015", "than in 2015".
    pub(super) fn is_yardstick(&self) -> bool {
        let near = |steps| self.before(steps).map_or("", |w| w.text);
        if self.is_record() || self.is_start() {
            return true;
        }
        let text = |i: usize| self.sentence.text(i);
        let lead = self.date.start.saturating_sub(10)..self.date.start;
        let measured = lead.clone().any(|i| {
            matches!(text(i), "compared" | "comparison") && matches!(text(i + 1), "with" | "to")
                || matches!(text(i), "up" | "down" | "Up" | "Down") && text(i + 1) == "from"
                || matches!(text(i), "versus" | "vs")
                || text(i) == "as" && text(i + 1) == "of"
        });
        if self.is_in_spite() {
            return true;
        }
        let than = |word: &str| matches!(word, "than" | "versus" | "unlike");
        // "deals dating from 2013", "a streak that dates back to 2007"
        let dating = |steps| matches!(near(steps), "dating" | "dates" | "dated");
        let since = matches!(near(1), "from" | "to");
        // "Not since 1945 have we seen": what came before is only the measure.
        if near(1) == "since" && matches!(near(2), "Not" | "not") {
            return true;
        }
        // "files that go back to 2009"
        if near(1) == "to" && near(2) == "back"
            || since && (dating(2) || near(2) == "back" && dating(3))
        {
            return true;
        }
        let compared = |word: &str| matches!(word, "compared" | "comparison");
        measured || than(near(1)) || than(near(2)) || compared(near(2)) || compared(near(3))
    }

    /// "despite the introduction of a simpler system in 2003, the backlog grew": the date of what did not help.
    fn is_in_spite(&self) -> bool {
        let lead = (self.run.start.saturating_sub(SPAN)..self.run.start).rev();
        let mark = |w: &Word<'_>| w.is_mark() && !w.mark(&['"', '“', '”']);
        let stop = |i: &usize| self.sentence.in_predicate(*i) || self.word(*i).is_some_and(mark);
        let comma = self.word(self.run.end).is_some_and(|w| w.mark(&[',']));
        let spite = |i: usize| matches!(self.text(i), "despite" | "Despite");
        let ago = self.date.end.checked_sub(1).is_some_and(|i| self.text(i) == "ago");
        (comma || ago) && lead.take_while(|i| !stop(i)).any(|i| spite(i) && i + 1 < self.run.start)
    }

    /// "the highest since 2008", "the first time since the war of 1973".
    fn is_record(&self) -> bool {
        let lead = self.date.start.saturating_sub(9)..self.date.start;
        let most = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.says(hint::RECORD) || w.text.len() > 5 && w.text.ends_with("est")
            })
        };
        let span = self
            .date
            .clone()
            .any(|i| matches!(self.text(i), "decade" | "decades" | "years" | "century"));
        if span && lead.clone().any(most) {
            return true;
        }
        let Some(since) = lead.clone().rev().find(|&i| matches!(self.text(i), "since" | "from"))
        else {
            return false;
        };
        // "only the second town since 1900"
        let nth = |i: usize| matches!(self.text(i), "second" | "third" | "fourth" | "fifth");
        let before = || (lead.start..since).any(|i| most(i) || nth(i));
        let behind = || (since..self.date.start).any(|i| self.text(i) == "records");
        self.text(since) == "since" && (before() || behind())
    }

    /// "from 30 per cent in 2015 to 23 per cent": where a change began.
    fn is_start(&self) -> bool {
        let lead = self.run.start.saturating_sub(8)..self.run.start;
        let stop =
            |i: &usize| self.sentence.in_predicate(*i) || self.word(*i).is_some_and(Word::is_mark);
        let from = lead.rev().take_while(|i| !stop(i)).find(|&i| self.text(i) == "from");
        let behind = self.run.end..self.run.end + 8;
        from.is_some() && behind.into_iter().take_while(|i| !stop(i)).any(|i| self.text(i) == "to")
    }

    /// "has pulled tonnes from the river since the first cleanup in 1997", "stayed until the treaty of the two in 1925": the
    /// date is that of what a span of time begins or ends with.
    pub(super) fn is_end_of_span(&self, predicate: &Predicate) -> bool {
        let from = if predicate.last < self.run.start { predicate.last + 1 } else { 0 };
        // "since its opening, in 1961,"
        let comma =
            self.run.start.checked_sub(1).filter(|&i| self.word(i).is_some_and(|w| w.mark(&[','])));
        let end = comma.unwrap_or(self.run.start);
        let lead = (from.max(end.saturating_sub(SPAN))..end).rev();
        let stop =
            |i: &usize| self.sentence.in_predicate(*i) || self.word(*i).is_some_and(Word::is_mark);
        let mut near = lead.take_while(|i| !stop(i));
        let span = near.find(|&i| self.sentence.hints(i, hint::BOUNDS));
        span.is_some_and(|i| i + 1 < self.run.start)
    }

    /// "gave his name to it, according to a report on Friday": the date is that of the report.
    pub(super) fn is_source(&self, predicate: &Predicate) -> bool {
        let between = (predicate.last + 1..self.run.start).rev();
        let mut near = between.take_while(|&i| !self.sentence.in_predicate(i));
        near.any(|i| matches!(self.text(i), "according" | "According") && self.text(i + 1) == "to")
    }

    /// "since the signing of the accord in May 2003", "until Peru's annexation of the islands in 1884": what a span began or
    /// ended with happened then, where its noun says what of, or whose.
    pub(super) fn noun_of_span(&self) -> Option<(usize, Trigger)> {
        let lead = (self.run.start.saturating_sub(SPAN)..self.run.start).rev();
        let stop =
            |i: &usize| self.sentence.in_predicate(*i) || self.word(*i).is_some_and(Word::is_mark);
        let span = lead.take_while(|i| !stop(i)).find(|&i| {
            self.word(i)
                .is_some_and(|w| w.hints(hint::BOUNDS) || w.text.eq_ignore_ascii_case("following"))
        })?;
        let whose = self.word(span + 1)?;
        let day = self.before(1).is_some_and(|w| matches!(w.text, "in" | "on"))
            && self.date.clone().any(|i| self.sentence.is_year(i));
        let opens = matches!(whose.text, "the" | "its" | "their") || whose.shape == Shape::Capital;
        let noun = (span + 1..self.run.start).find(|&i| self.names(i).is_some())?;
        let plain = (span + 1..noun).all(|i| {
            self.word(i).is_some_and(|w| {
                !w.is(class::PREPOSITION) && (w.is_content() || w.is(class::DETERMINER))
            })
        });
        let of = self.text(noun + 1) == "of";
        let owned = (span + 1..noun).any(|i| {
            let text = self.text(i);
            text.ends_with("'s") || text.ends_with("’s") || text.ends_with("s’")
        });
        let said = of || owned && self.sentence.is(noun + 1, class::PREPOSITION);
        (day && opens && plain && said).then_some((noun, self.names(noun)?))
    }

    /// "up 5% from 2008": what a change is counted from.
    pub(super) fn is_from(&self, interval: bool) -> bool {
        let near = |steps| self.before(steps).map_or("", |w| w.text);
        let range = self.date.clone().any(|i| matches!(self.text(i), "to" | "-" | "–" | "until"));
        let lead = self.run.start.saturating_sub(16)..self.run.start;
        let stop = |i: &usize| {
            self.sentence.in_predicate(*i) || self.word(*i).is_some_and(|w| w.mark(&[';', ':']))
        };
        let counted = lead.rev().take_while(|i| !stop(i)).any(|i| {
            let level = matches!(self.text(i + 1), "a" | "an" | "the" | "its")
                && (i + 2..i + 5).any(|k| self.sentence.says(k, hint::GRADE));
            self.text(i) == "from"
                && (level || self.word(i + 1).is_some_and(|w| w.shape == Shape::Number))
        });
        let range = range || interval;
        counted
            || !range && near(1) == "from"
            || !interval
                && near(2) == "from"
                && self.before(1).is_some_and(|w| w.is(class::DETERMINER))
    }
}
