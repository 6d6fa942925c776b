//! What a subject read backwards took too much of: a noun phrase before a predicate comes in; the part of it that is no
//! subject of it, or the relative pronoun it resumes, goes out. Never looks for another subject.

use super::class;
use super::predicate::{Predicate, says};
use super::subject::Subjects;
use super::word::Shape;
use std::ops::Range;

impl Subjects<'_> {
    /// "A man who had led the rebels was arrested": what follows the verb of a relative clause is no new subject.
    pub(super) fn resumed(&self, near: &Range<usize>) -> Option<usize> {
        let mut end = near.start.checked_sub(1)?;
        while end > 0 && self.sentence.is(end, class::ADVERB) && !self.sentence.in_predicate(end) {
            end -= 1;
        }
        let verb = self.sentence.predicate_at(end)?;
        let pronoun = self.sentence.is(near.start, class::PRONOUN);
        let mut first = verb.first.checked_sub(1)?;
        while first > 0 && self.word(first).is_some_and(|w| w.is(class::ADVERB) || w.date.is_some())
        {
            first -= 1;
        }
        let noun = first
            .checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| w.is_content() || w.is_mark());
        let relative = self.sentence.is(first, class::RELATIVE);
        (relative && noun && !pronoun).then_some(first)
    }

    /// "fears the army might use bases in Oslo led to": the object of a verb with an auxiliary is no subject.
    pub(super) fn is_taken(&self, first: usize) -> bool {
        let verb = first.checked_sub(1).and_then(|i| self.sentence.predicate_at(i));
        verb.is_some_and(|p| {
            let modal = self.sentence.is(p.first, class::MAY | class::WOULD | class::WILL);
            let lead = (0..p.first).rev().find(|&i| !self.sentence.is(i, class::ADVERB));
            let opens = lead
                .and_then(|i| self.word(i))
                .is_some_and(|w| w.is(class::RELATIVE | class::SUBORDINATOR) || w.mark(&[',']));
            modal
                && !p.copula
                && p.first < p.head
                && p.last + 1 == first
                && !says(&self.sentence.words, p)
                && !opens
        })
    }

    /// "and" behind a verb parts its object from the next subject: "visited Paris and police arrested".
    pub(super) fn clipped(&self, near: Range<usize>) -> Range<usize> {
        let verb = near.start.checked_sub(1).and_then(|i| self.sentence.predicate_at(i));
        let tells = verb.is_some_and(|p| !says(&self.sentence.words, p));
        let joint = |i: &usize| self.sentence.is(*i, class::CONJUNCTION);
        // "was listed as a town and the name was changed"
        let led = self.before(near.start).is_some_and(|w| w.text == "as")
            && self.sentence.is(near.start, class::INDEFINITE);
        let opens = |i: &usize| tells || self.sentence.is(i + 1, class::DETERMINER);
        match near.clone().rev().find(joint).filter(|i| (tells || led) && opens(i)) {
            Some(at) => at + 1..near.end,
            None => near,
        }
    }

    /// "The army retreated to Paris and Napoleon abdicated": a verb before "and" tells of the first half, where the
    /// second tells of its own.
    pub(super) fn own_half(&self, near: Range<usize>, predicate: Predicate) -> Range<usize> {
        let passive = (predicate.first..predicate.head).any(|i| self.sentence.is(i, class::BE));
        let opens = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.shape == Shape::Capital || w.is(class::DETERMINER | class::PRONOUN)
            })
        };
        let joint = near.clone().rev().find(|&i| {
            self.word(i).is_some_and(|w| w.is(class::CONJUNCTION) && w.text == "and")
                && opens(i + 1)
                && i + 1 < near.end
        });
        let Some(at) = joint.filter(|_| !passive) else { return near };
        let told = self
            .sentence
            .predicates_in(&(near.start..at))
            .any(|p| p.finite && p.first > near.start);
        if told { at + 1..near.end } else { near }
    }
}
