//! What a date tells of behind or before the verb it stands nearest to: a date in its sentence and that verb come in; the verb
//! that says what happened then, or the noun, goes out: "came in May, when they met", "scheduled for May". Never
//! looks for the nearest verb.

use super::class;
use super::found::{Anchor, Found, Parts};
use super::hint;
use super::idiom::TOLD_OF;
use super::lexicon::Trigger;
use super::look::looks_gerund;
use super::place::Place;
use super::predicate::Predicate;
use super::reach::Reach;
use super::rest::Rest;
use super::sense;
use super::sentence::Sentence;
use super::word::Word;
use crate::extract::{EventKind, Rule};
use std::ops::Range;

/// What happened at a time has its verb within so many words behind "when".
const POINTED: usize = 24;
/// What somebody is tried for.
pub(super) const CHARGED: Rule = "event.attack.charged";

impl Place<'_> {
    /// "The breakthrough came in May, when the ministers met", "It was in 1814 that the Dutch left": a verb that only
    /// says when; what happened then follows.
    pub(super) fn pointed_at(&self, predicate: &Predicate) -> Option<(usize, Predicate)> {
        let run = &self.run;
        let head = self.word(predicate.head)?;
        let empty = predicate.copula || head.says(hint::BEFELL) || head.text == "came";
        let near = predicate.last < run.start && run.start <= predicate.last + 3;
        let when = run.end + usize::from(self.word(run.end)?.mark(&[',']));
        let lead = self.word(when)?;
        let cleft = lead.text == "that"
            && predicate
                .first
                .checked_sub(1)
                .and_then(|i| self.word(i))
                .is_some_and(|w| matches!(w.text, "It" | "it"));
        if !empty || !near || !(lead.text == "when" || cleft) {
            return None;
        }
        let next = self.sentence.predicates.partition_point(|p| p.first <= when);
        let told = self.sentence.predicates.iter().skip(next).find(|p| p.finite)?;
        let near = told.first < when + POINTED && !told.copula;
        near.then_some((self.sentence.clause_of(told.head)?, *told))
    }

    /// What a day belongs to that stands behind a verb it does not date.
    pub(super) fn of_another_day(&self, predicate: &Predicate) -> Option<(Anchor, Trigger, Parts)> {
        let noun = self
            .awaited(predicate)
            .or_else(|| self.blamed(predicate))
            .or_else(|| self.aftermath(predicate));
        match noun {
            Some((noun, trigger)) => Some((Anchor::Noun(noun), trigger, Parts::default())),
            None => self.charged(predicate),
        }
    }

    /// "The election, scheduled for May, could divide the country": what is planned for a day, by a participle that only
    /// describes it.
    fn awaited(&self, predicate: &Predicate) -> Option<(usize, Trigger)> {
        let bare = predicate.first == predicate.head && predicate.last == predicate.head;
        let head = self.word(predicate.head)?;
        let planned = bare && (head.hints(hint::AHEAD) || head.says(hint::HELD));
        let lead = self.word(self.run.start)?;
        let near = self.run.start == predicate.last + 1 && matches!(lead.text, "for" | "on" | "in")
            || self.date.start == predicate.last + 2 && lead.date.is_some();
        if !planned || !near {
            return None;
        }
        let before = predicate.first.checked_sub(1)?;
        let noun = before.checked_sub(usize::from(self.word(before)?.mark(&[','])))?;
        let named = self.names(noun)?;
        self.word(noun)?.hints(hint::VOTE).then_some((noun, named))
    }

    /// "charged with murdering a deputy in June", "accused of gunning down a deputy a month ago": the day of the deed, not of
    /// the charge.
    fn charged(&self, predicate: &Predicate) -> Option<(Anchor, Trigger, Parts)> {
        let between = predicate.last + 1..self.run.start;
        let deed = self.gerund_behind(between.clone(), &["for", "of", "with"])?;
        let done = self.word(deed)?.told()?;
        let court = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.hints(hint::BLAMING)
                    || matches!(w.text, "guilty" | "convicted" | "responsible")
                    || w.told().is_some_and(|t| t.kind == EventKind::Counterterror)
            })
        };
        let parted = |i: usize| self.word(i).is_some_and(|w| w.mark(&[',', ';', ':']));
        let violent = matches!(done.kind, EventKind::Attack | EventKind::Conflict);
        let tried = (predicate.first..deed).any(court) && !(deed..between.end).any(parted);
        if !violent || done.strength < 2 || !tried {
            return None;
        }
        let verb = Predicate { first: deed, head: deed, last: deed, finite: false, copula: false };
        let (rest, _) = Rest { sentence: self.sentence, run: &self.run }.of(verb)?;
        let parts = Parts { rest, ..Parts::default() };
        Some((Anchor::Predicate(verb), Trigger { rule: CHARGED, ..done }, parts))
    }

    /// The last gerund among some words that stands behind one of these: "for ordering".
    fn gerund_behind(&self, words: Range<usize>, leads: &[&str]) -> Option<usize> {
        let led =
            |i: usize| leads.contains(&self.text(i)) && self.word(i + 1).is_some_and(looks_gerund);
        words.rev().find(|&i| led(i)).map(|i| i + 1)
    }

    /// "a man denied arson following a fire at a shop early on Sunday": the day of the fire, not of what a court heard.
    fn aftermath(&self, predicate: &Predicate) -> Option<(usize, Trigger)> {
        let head = self.word(predicate.head)?;
        let court = head.told().is_some_and(|t| t.kind == EventKind::Counterterror)
            || matches!(head.lemma(), "deny" | "admit" | "confess");
        let between = predicate.last + 1..self.run.start;
        let lead = between.clone().find(|&i| {
            self.word(i).is_some_and(|w| matches!(w.text, "after" | "following" | "over"))
                && self.sentence.is(i + 1, class::DETERMINER)
        })?;
        let (noun, named) = (lead + 2..between.end.min(lead + 6)).find_map(|i| {
            let alarm = self.word(i)?.says(hint::ALARM).then_some(TOLD_OF);
            Some((i, self.names(i).or(alarm)?))
        })?;
        let deed = matches!(named.kind, EventKind::Attack | EventKind::Other);
        let hangs = self.sentence.is(noun + 1, class::PREPOSITION)
            && self.text(noun + 1) != "of"
            && noun + 2 < between.end;
        let plain = !(lead..between.end).any(|i| {
            self.sentence.in_predicate(i) || self.word(i).is_some_and(|w| w.mark(&[',', ';']))
        });
        (court && deed && hangs && plain).then_some((noun, named))
    }

    /// "criticised the general for ordering the invasion of the islands in May 1982": what somebody is blamed or praised for
    /// happened then.
    fn blamed(&self, predicate: &Predicate) -> Option<(usize, Trigger)> {
        let head = self.word(predicate.head)?;
        let told = head.says(hint::BLAMING);
        let between = predicate.last + 1..self.run.start;
        let gerund = self.gerund_behind(between.clone(), &["for", "of"])?;
        let (noun, named) = (gerund + 1..between.end).find_map(|i| Some((i, self.names(i)?)))?;
        let deed = !matches!(named.kind, EventKind::Statement | EventKind::Statistic);
        let whole = self.sentence.is(noun + 1, class::PREPOSITION) && noun + 2 < between.end;
        (told && deed && whole).then_some((noun, named))
    }

    /// "A statement released on 3 May said": what is said in it was said then.
    pub(super) fn said_in(&self, predicate: &Predicate, words: &Range<usize>) -> Option<Predicate> {
        let out = self.word(predicate.head)?.says(hint::ISSUED);
        let noun = predicate.first.checked_sub(1).and_then(|i| self.word(i))?;
        let noun = noun.says(hint::PAPER);
        let next = self.sentence.predicates_in(words).find(|p| p.first >= self.run.end)?;
        let near = next.finite && next.first <= self.run.end + 1;
        let bare = predicate.first == predicate.head && !next.copula;
        (out && noun && near && bare).then_some(*next)
    }

    /// "to hold"
    pub(super) fn is_infinitive(&self, predicate: &Predicate) -> bool {
        !predicate.finite
            && predicate
                .first
                .checked_sub(1)
                .and_then(|i| self.word(i))
                .is_some_and(|w| w.text == "to")
    }

    /// "the summit, to be held in June, will": what is put in between commas and is still to be.
    pub(super) fn is_put_in(&self, predicate: &Predicate) -> bool {
        let be = self.word(predicate.first).is_some_and(|w| w.text == "be");
        let comma = predicate.first.checked_sub(2).and_then(|i| self.word(i));
        be && self.is_infinitive(predicate) && comma.is_some_and(|w| w.mark(&[',']))
    }

    /// "a summit, to be held in 2019": the noun before says what.
    pub(super) fn to_be(&self, predicate: &Predicate) -> Option<(usize, Trigger)> {
        let to = predicate.first.checked_sub(1)?;
        let to = to - usize::from(self.is_put_in(predicate));
        let held = self.sentence.says(predicate.head, hint::HELD);
        (Reach { sentence: self.sentence }).object(to).find_map(|i| {
            let named = self
                .word(i)?
                .entry
                .noun
                .filter(|t| t.strength > 1 && t.kind != EventKind::Other)?;
            // "the parties to the Convention, to be held in May": no pact is held.
            let pact = named.kind == EventKind::Agreement;
            let meets = sense::governing(self.sentence, i);
            let named = if held && pact { meets? } else { meets.unwrap_or((i, named)) };
            (!self.sentence.in_predicate(i)).then_some(named)
        })
    }
}

/// "made a commitment to cut waste by 2030", "a target was set for 2030": the day belongs to what was bound.
pub(super) fn is_pledged(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(p) = found.anchor else { return false };
    let binds = |w: &Word<'_>| {
        w.says(hint::GOAL) || matches!(w.text, "pledge" | "promise" | "undertaking" | "deadline")
    };
    let made = sentence.says(p.head, hint::PLEDGING);
    let object = found.parts.rest.iter().take(4);
    let bound = object.chain(found.parts.subject.last());
    let bound = bound.filter_map(|&i| sentence.word(i)).any(binds);
    let by = sentence.says(found.run.start, hint::DEADLINE);
    made && bound && by && found.date.start > p.last
}
