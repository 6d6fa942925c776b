//! The noun a date stands with: a date in its sentence comes in; the event noun it belongs to goes out: right before it,
//! in the subject it stands in, what an anniversary remembers, or the nearest. Never looks for a predicate.

use super::class;
use super::form::Form;
use super::hint;
use super::lexicon::Trigger;
use super::place::Place;
use super::predicate::Predicate;
use super::reach::Reach;
use super::sense;
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// An anniversary stands within so many words before the date of what it remembers.
const REMEMBERED: usize = 20;
/// The phrase in front of a sentence has at most so many words before its date.
const FRONT: usize = 12;

impl Place<'_> {
    /// An event noun right before the date that is not the object of the predicate: "after the incident in 2015".
    pub(super) fn noun_before(&self, words: &Range<usize>) -> Option<(usize, Trigger)> {
        // "at the forum on 3 and 4 May": the second day stands where the first does.
        let joined = self.before(1)?.is(class::CONJUNCTION);
        let at = if joined { self.run.start } else { self.date.start.checked_sub(1)? };
        let lead = self.word(at)?;
        if !lead.is(class::PREPOSITION) || lead.says(hint::DEADLINE | hint::BOUNDS) {
            return None;
        }
        let start = at.checked_sub(1)?;
        if let Some(noun) = self.remembered(words) {
            return Some(noun);
        }
        let of = lead.text == "of" || lead.text == "for";
        let played = self.plays(start.saturating_sub(REMEMBERED)..start);
        let reach = if of || played { 16 } else { 1 };
        let first = words.start.max(start.saturating_sub(reach - 1));
        let noun = (first..=start).rev().take_while(|&i| !self.sentence.in_predicate(i)).find_map(
            |i| {
                let trigger = self.names(i).filter(|_| !self.is_idiom(i))?;
                if self.word(i)?.text == "Operations" {
                    return None;
                }
                let act = matches!(
                    trigger.kind,
                    EventKind::Law | EventKind::Programme | EventKind::Agreement
                );
                (i == start || act || played).then_some((i, trigger))
            },
        )?;
        let noun = sense::governing(self.sentence, noun.0).unwrap_or(noun);
        let verb = self.sentence.predicates_in(words).rfind(|p| p.last < noun.0);
        if verb.is_none() && self.is_backdrop(noun) {
            return None;
        }
        // "the rules of the Paris Agreement in December": no pact is dated by what is done about it.
        let pact = self.word(noun.0).is_some_and(|w| w.shape == Shape::Capital)
            && !(noun.0.saturating_sub(8)..noun.0).any(|i| self.sentence.says(i, hint::CONCLUDING))
            && matches!(noun.1.kind, EventKind::Law | EventKind::Programme | EventKind::Agreement);
        if pact && !of && verb.is_some_and(|p| !self.is_timed(p.last + 1..noun.0)) {
            return None;
        }
        // "found guilty of murder": the deed is not the happening.
        let tried = |p: &Predicate| {
            self.word(p.head)
                .and_then(Word::told)
                .is_some_and(|t| t.kind == EventKind::Counterterror)
                || (p.last..noun.0).any(|i| self.text(i) == "guilty")
        };
        let free = match verb {
            None => true,
            Some(p) if tried(p) => false,
            Some(p) => {
                p.copula
                    || of
                    || self.shielded(p.last + 1..noun.0)
                    || self.plays(p.last + 1..noun.0)
            }
        };
        free.then_some(noun)
    }

    /// "in operation", "at war": a noun with a preposition and no article tells of a state.
    fn is_idiom(&self, noun: usize) -> bool {
        noun.checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| matches!(w.text, "in" | "at") || w.says(hint::ILL))
    }

    /// "marks the tenth anniversary of the adoption of the charter in 2005": what is remembered happened then.
    fn remembered(&self, words: &Range<usize>) -> Option<(usize, Trigger)> {
        let first = words.start.max(self.date.start.saturating_sub(REMEMBERED));
        let of = (first..self.date.start)
            .rev()
            .find(|&i| self.text(i) == "anniversary" && self.text(i + 1) == "of")?;
        let verb = self.sentence.predicates_in(words).rfind(|p| p.last < of);
        let past = verb.is_none_or(|p| {
            p.first < p.head
                || !matches!(
                    self.word(p.head).and_then(Word::form),
                    Some(Form::Present | Form::Base)
                )
        });
        let year = self.date.clone().any(|i| self.sentence.is_year(i));
        let noun = (of + 2..self.date.start).find_map(|i| Some((i, self.names(i)?)));
        noun.filter(|_| !past && year)
    }

    /// "In a speech on 3 May he called", "At their meeting in June they agreed": what was done there tells more.
    pub(super) fn is_backdrop(&self, (noun, trigger): (usize, Trigger)) -> bool {
        let phrase = (Reach { sentence: self.sentence }).close(noun + 1);
        let lead = phrase.start.checked_sub(1).and_then(|i| self.word(i));
        let anyone =
            self.word(phrase.start).is_some_and(|w| w.says(hint::ARTICLE) && w.text != "the");
        let told = || {
            let next = self.sentence.predicates.partition_point(|p| p.first < self.date.end);
            self.sentence.predicates.iter().skip(next).take(3).any(|p| p.finite)
        };
        let lead =
            lead.is_some_and(|w| w.hints(hint::OCCASION) || w.text.eq_ignore_ascii_case("after"));
        matches!(trigger.kind, EventKind::Meeting | EventKind::Statement)
            && lead
            && (anyone && told() || self.is_outdone(noun, phrase.start))
    }

    /// "At the summit in June, Kenya and Peru signed a pact": what is concluded, adopted or founded there tells more
    /// than the meeting in front of it.
    fn is_outdone(&self, noun: usize, start: usize) -> bool {
        let comma = self.word(self.run.end.max(self.date.end));
        let comma = comma.is_some_and(|w| w.mark(&[','])) || self.run.end > start + FRONT;
        let next = self.sentence.predicates.partition_point(|p| p.first < self.date.end);
        let Some(main) = self.sentence.predicates.iter().skip(next).find(|p| p.finite) else {
            return false;
        };
        let done = self.word(main.last).and_then(Word::told);
        let done = done.is_some_and(|t| {
            let kept =
                matches!(t.kind, EventKind::Agreement | EventKind::Law | EventKind::Initiative);
            kept && t.strength > 1
        });
        let named = self.date.end + 1 < main.first
            && !main
                .first
                .checked_sub(1)
                .and_then(|i| self.word(i))
                .is_some_and(|w| w.is(class::PRONOUN | class::RELATIVE));
        let near = main.first < self.date.end + REMEMBERED;
        // "At the Lima Conference in May, the states adopted a plan": its name tells more than theirs.
        let capital = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let known = !capital(noun) || (self.run.end..main.first).any(capital);
        start < 3 && comma && done && named && near && known
    }

    /// Whether a preposition of time stands between a predicate and a noun.
    fn is_timed(&self, mut between: Range<usize>) -> bool {
        between.any(|i| self.sentence.says(i, hint::TIMED))
    }

    /// "played a role in the resignation of the mayor in 1974": when it was played, nobody says.
    fn plays(&self, mut between: Range<usize>) -> bool {
        between.any(|i| matches!(self.text(i), "role" | "part") && self.text(i + 1) == "in")
    }

    /// Whether a preposition keeps a noun from being the object of the predicate.
    fn shielded(&self, mut between: Range<usize>) -> bool {
        between.any(|i| self.sentence.says(i, hint::TIMED | hint::SHIELD))
    }

    /// The noun of a subject that the date stands in: "The invasion of Kuwait in 1990 led to …".
    pub(super) fn subject_noun(&self, words: &Range<usize>) -> Option<(usize, Trigger)> {
        let lead = self.word(self.run.start)?;
        if !matches!(lead.text, "in" | "of") || self.run.start == self.date.start {
            return None;
        }
        let told = self
            .sentence
            .predicates_in(words)
            .any(|p| p.finite && p.last < self.date.start && !self.sentence.is_reduced(p, words));
        let follows = self.word(self.run.end)?;
        let verb = self.sentence.in_predicate(self.run.end)
            || follows.is(class::RELATIVE | class::PREPOSITION)
            || follows.mark(&[',']);
        if told || !verb {
            return None;
        }
        let phrase = (Reach { sentence: self.sentence }).back(self.run.start);
        let within = phrase.start.max(words.start)..phrase.end;
        within.into_iter().find_map(|i| {
            self.word(i).filter(|w| !w.aside && w.date.is_none())?;
            let trigger = self.names(i)?;
            (!self.is_idiom(i) && !self.sentence.in_predicate(i)).then_some((i, trigger))
        })
    }

    pub(super) fn nearest_noun(
        &self,
        words: &Range<usize>,
        reach: usize,
    ) -> Option<(usize, Trigger)> {
        let first = words.start.max(self.date.start.saturating_sub(reach));
        let last = words.end.min(self.date.end + reach);
        let back = (first..self.date.start).rev();
        back.chain(self.date.end..last).find_map(|i| {
            let word = self.word(i)?;
            let named = self.names(i).filter(|_| !word.aside && !self.is_idiom(i))?;
            Some(sense::governing(self.sentence, i).unwrap_or((i, named)))
        })
    }
}
