//! Dates that something is only measured against: a date in its sentence comes in; whether it compares, begins a record
//! or opens a change goes out. Never looks for an event.

use super::class;
use super::hint;
use super::place::Place;
use super::word::{Shape, Word};

impl Place<'_> {
    /// "compared with 2015", "than in 2015".
    pub(super) fn is_yardstick(&self) -> bool {
        let near = |steps| self.before(steps).map_or("", |w| w.text);
        if self.is_record() || self.is_start() {
            return true;
        }
        let text = |i: usize| self.word(i).map_or("", |w| w.text);
        let lead = self.date.start.saturating_sub(10)..self.date.start;
        let measured = lead.clone().any(|i| {
            matches!(text(i), "compared" | "comparison") && matches!(text(i + 1), "with" | "to")
                || matches!(text(i), "up" | "down" | "Up" | "Down") && text(i + 1) == "from"
                || matches!(text(i), "versus" | "vs")
                || text(i) == "as" && text(i + 1) == "of"
        });
        let than = |word: &str| matches!(word, "than" | "versus" | "unlike");
        // "deals dating from 2013", "a streak that dates back to 2007"
        let dating = |steps| matches!(near(steps), "dating" | "dates" | "dated");
        let since = matches!(near(1), "from" | "to");
        // "Not since 1945 have we seen": what came before is only the measure.
        if near(1) == "since" && matches!(near(2), "Not" | "not") {
            return true;
        }
        if since && (dating(2) || near(2) == "back" && dating(3)) {
            return true;
        }
        let compared = |word: &str| matches!(word, "compared" | "comparison");
        measured || than(near(1)) || than(near(2)) || compared(near(2)) || compared(near(3))
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
        if span && lead.clone().any(|i| most(i)) {
            return true;
        }
        let Some(since) = lead.clone().rev().find(|&i| matches!(self.text(i), "since" | "from"))
        else {
            return false;
        };
        let before = || (lead.start..since).any(|i| most(i));
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
                && (i + 2..i + 5).any(|k| self.says(k, hint::GRADE));
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
