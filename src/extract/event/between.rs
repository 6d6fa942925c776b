//! The time and the number of a note between a subject and its predicate: the place of the predicate comes in; the place where the time before it begins
//! goes out. Never looks for the subject.

use super::class;
use super::hint;
use super::predicate::Predicate;
use super::subject::{BETWEEN, Subjects};
use super::word::{Shape, Word};
use std::ops::Range;

impl Subjects<'_> {
    /// The subject before what a comma or dash closes; where a dash opens it ("said the vote – expected to fall in May –
    /// would"), what stands right before the dash.
    pub(super) fn behind_mark(
        &self,
        end: usize,
        predicate: Predicate,
        depth: usize,
        dash: bool,
    ) -> Vec<usize> {
        let parted = self.parted(end);
        match (parted.is_empty(), dash) {
            (false, _) => parted,
            (true, true) => self.reach.close(end - 1).collect(),
            (true, false) => self.joined(predicate, depth),
        }
    }

    /// "Ana Lopes, 23, of High Street, Leeds was arrested", "aid, including tents, food and water tanks were sent": whom an
    /// address belongs to, or what a list only gives examples of, where no comma closes it.
    pub(super) fn headed(&self, near: &Range<usize>) -> Option<Range<usize>> {
        let floor = near.start.saturating_sub(BETWEEN);
        let free = |i: &usize| {
            !self.sentence.in_predicate(*i)
                && self.word(*i).is_some_and(|w| {
                    !w.is(class::RELATIVE | class::SUBORDINATOR) && (!w.is_mark() || w.mark(&[',']))
                })
        };
        let name =
            |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital || w.mark(&[',']));
        let opens = |i: usize| match self.word(i).map(|w| w.text) {
            Some("including") => self.word(i + 1).is_some_and(|w| !w.is_mark()),
            Some("of" | "from") => (i + 1..near.end).all(name),
            _ => false,
        };
        let comma = |i: usize| self.before(i).is_some_and(|w| w.mark(&[',']));
        let open = (floor..=near.start).rev().take_while(free).find(|&i| comma(i) && opens(i))?;
        let head = self.without_age(self.named_before(open - 1));
        let said = head.clone().any(|i| self.word(i).is_some_and(Word::is_content));
        said.then_some(head)
    }

    /// "The minister, citing figures, on 3 May rejected the plan": a date between a subject and its predicate is
    /// passed over.
    pub(super) fn before_date(&self, end: usize) -> usize {
        let mut at = end;
        while self.before(at).is_some_and(|w| w.date.is_some()) {
            at -= 1;
        }
        let led = self.before(at).is_some_and(|w| w.says(hint::DATING));
        // "The curfew imposed in May was lifted in June": the first day belongs to what describes the subject.
        let described = led
            && at.checked_sub(2).and_then(|i| self.sentence.predicate_at(i)).is_some_and(|p| {
                let noun = p.first.checked_sub(1).and_then(|i| self.word(i));
                p.first == p.head && p.last + 2 == at && noun.is_some_and(Word::is_content)
            });
        if described {
            return end;
        }
        match at < end {
            true if led => at - 1,
            true if self.before(at).is_some_and(Word::is_mark) => at,
            _ => end,
        }
    }

    /// "those who, on 3 May, voted": a time between commas behind a relative pronoun is passed over.
    pub(super) fn before_time(&self, end: usize) -> usize {
        let comma = |i: usize| self.before(i).is_some_and(|w| w.mark(&[',']));
        let mut at = end - usize::from(end > 0 && comma(end));
        let last = at;
        while self.before(at).is_some_and(|w| w.date.is_some()) {
            at -= 1;
        }
        let dated = at < last;
        while dated && self.before(at).is_some_and(|w| w.is(class::PREPOSITION | class::DETERMINER))
        {
            at -= 1;
        }
        let inserted = last < end && dated && comma(at);
        let relative = inserted && self.before(at - 1).is_some_and(|w| w.is(class::RELATIVE));
        if relative { at - 1 } else { end }
    }

    /// "the plan, known as “North”,3 was signed": the number of a note right behind a mark.
    pub(super) fn before_note(&self, end: usize) -> usize {
        let note = end.checked_sub(2).is_some_and(|mark| {
            self.word(mark).is_some_and(Word::is_mark)
                && self.word(mark + 1).zip(self.word(mark)).is_some_and(|(n, m)| {
                    n.shape == Shape::Number
                        && n.date.is_none()
                        && n.text.len() < 4
                        && n.span.start == m.span.end
                        && m.mark(&[',', '”', '"', ')', '’'])
                })
        });
        end - usize::from(note)
    }
}
