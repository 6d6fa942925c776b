//! What a found happening cannot be, once its mode is known: the happening, its date and the document's own date come
//! in; the guard that refuses it goes out. Never looks at the title.

use super::class;
use super::form::Form;
use super::found::{Anchor, Found};
use super::predicate::Predicate;
use super::sentence::Sentence;
use crate::extract::{DateMention, EventKind, Mode, Rule};
use chrono::NaiveDate;

/// Refuses a happening whose date cannot be its own.
pub(super) fn of(
    sentence: &Sentence<'_>,
    found: &Found,
    date: &DateMention,
    mode: Mode,
    published: Option<NaiveDate>,
) -> Result<(), Rule> {
    let doubt = Doubt { sentence, found };
    let Anchor::Predicate(predicate) = found.anchor else {
        // "whose goal is ratification by 2024"
        return if doubt.lead(1) == "by" { Err("event.not-yet") } else { Ok(()) };
    };
    let light = found.word.strength < 2;
    if light && sentence.bears(&predicate, class::NEGATION) && mode == Mode::Negated {
        return Err("event.not-a-happening");
    }
    let century = date.date.as_ref().is_some_and(|d| d.edtf.ends_with("XX"));
    if light && century {
        return Err("event.not-a-point");
    }
    if doubt.is_term() {
        return Err("event.not-a-term");
    }
    if light && doubt.is_from(date) {
        return Err("event.not-a-yardstick");
    }
    let day = date.date.as_ref().and_then(|d| d.earliest).zip(published);
    let later = day.is_some_and(|(day, published)| day > published);
    // "will close plants after last year's loss": no day before its document dates what will be.
    let past = date.date.as_ref().and_then(|d| d.latest).zip(published);
    let past = past.is_some_and(|(day, published)| day < published);
    if past && sentence.bears(&predicate, class::WILL) {
        return Err("event.not-yet");
    }
    if doubt.runs_towards(predicate) || later && doubt.is_over(predicate) {
        return Err("event.not-yet");
    }
    Ok(())
}

struct Doubt<'a> {
    sentence: &'a Sentence<'a>,
    found: &'a Found,
}

impl Doubt<'_> {
    fn text(&self, index: usize) -> &str {
        self.sentence.word(index).map_or("", |w| w.text)
    }

    fn lead(&self, steps: usize) -> &str {
        self.found.date.start.checked_sub(steps).map_or("", |i| self.text(i))
    }

    /// "a candidate for the term 2020-2022": the years of an office.
    fn is_term(&self) -> bool {
        let kept = self.found.word.kind == EventKind::Statistic;
        let unit = |w: &str| matches!(w, "period" | "term" | "biennium" | "triennium" | "mandate");
        !kept && (1..3).any(|k| unit(self.lead(k))) && (2..6).any(|k| self.lead(k) == "for")
    }

    /// "finished at 7,223, up 54 from 12 March": what something is measured against.
    fn is_from(&self, date: &DateMention) -> bool {
        let interval = date.date.as_ref().is_some_and(|d| d.edtf.contains('/'));
        let moved = (2..8).any(|k| {
            matches!(
                self.lead(k),
                "increase"
                    | "decrease"
                    | "rise"
                    | "fall"
                    | "drop"
                    | "gain"
                    | "decline"
                    | "up"
                    | "down"
                    | "change"
                    | "unchanged"
                    | "points"
            )
        });
        !interval && self.lead(1) == "from" && moved
    }

    /// "is leading a coalition that seeks protection by 2030": what runs now does not end at a goal.
    fn runs_towards(&self, predicate: Predicate) -> bool {
        let present = matches!(self.text(predicate.first), "is" | "are" | "am");
        let running = self.text(predicate.last).ends_with("ing");
        let bound = matches!(
            self.text(predicate.head),
            "committed"
                | "pledged"
                | "promised"
                | "vowed"
                | "undertaken"
                | "undertook"
                | "resolved"
                | "decided"
                | "agreed"
                | "sought"
                | "aimed"
                | "aims"
                | "seeks"
        );
        // A goal stands behind more words; "agreed by 2010" tells when.
        let far = self.found.date.start > predicate.last + 3;
        (present && running || bound && far) && self.lead(1) == "by"
    }

    /// What is told as done, or as going on, did not happen at a later day: "said sales will rise next year".
    fn is_over(&self, predicate: Predicate) -> bool {
        let ahead = class::WILL | class::WOULD | class::MAY | class::PLAN;
        let open = self.sentence.bears(&predicate, ahead);
        let head = self.sentence.word(predicate.head);
        let past = predicate.first == predicate.head
            && predicate.last == predicate.head
            && head.is_some_and(|w| w.text.ends_with("ed") || w.form() == Some(Form::Past));
        let first = self.text(predicate.first);
        let moves = matches!(self.found.word.kind, EventKind::Meeting | EventKind::Initiative)
            || matches!(
                self.text(predicate.head),
                "going" | "coming" | "leaving" | "arriving" | "returning" | "retiring"
            );
        let running = matches!(first, "is" | "are" | "am" | "was" | "were")
            && self.text(predicate.last).ends_with("ing")
            && !moves;
        let done = matches!(first, "has" | "have" | "had" | "was" | "were")
            && !running
            && predicate.last == predicate.head
            && !predicate.copula
            && !self.text(predicate.last).ends_with("ing");
        !open && (past || running || done)
    }
}
