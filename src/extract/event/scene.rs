//! What was done at what a date names: a date in a phrase in front of a sentence, or in its subject, comes in; the verb of
//! the sentence with its words, or the participle in front with its subject, goes out. Never looks at other dates.

use super::class;
use super::cut::{self, Cut};
use super::form::Form;
use super::found::{Anchor, Found, Hung, Parts};
use super::hint;
use super::parts;
use super::place::Place;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::weigh::Scale;
use super::word::{Shape, Word};
use crate::extract::EventKind;
use crate::text::Span;
use std::ops::Range;

/// A participle in front of a sentence has its date within so many words.
const FRONTED: usize = 12;
/// The noun that a date names stands within so many words behind it.
const NAMED: usize = 5;
/// The subject of what was done there has at most so many words.
const REACHED: usize = 24;

impl Place<'_> {
    /// "Founded in 1994, the forum has ten members": a participle in front tells of the subject behind its comma.
    pub(super) fn fronted(&self) -> Option<(Hung, Parts)> {
        let run = &self.run;
        let at = usize::from(self.word(0)?.is(class::ADVERB) || self.word(0)?.text == "First");
        let verb = self.word(at).filter(|w| w.shape == Shape::Capital || at > 0)?;
        let trigger = verb.told().filter(|t| t.strength > 1)?;
        let past = matches!(verb.form(), Some(Form::Past | Form::Participle));
        let plain = (at + 1..run.start)
            .all(|i| self.word(i).is_some_and(|w| !w.is_mark() && !self.sentence.in_predicate(i)));
        let near = at < run.start && run.start < FRONTED;
        let comma = self.word(run.end)?.mark(&[',']);
        if !past || !plain || !near || !comma {
            return None;
        }
        let main = self.sentence.predicates.iter().find(|p| p.finite && p.first > run.end);
        let mut parts = main.map(|main| parts::of(self.sentence, run, *main)).unwrap_or_default();
        let named = parts.subject.first().is_some_and(|&i| i > run.end)
            && parts.subject.iter().all(|&i| self.word(i).is_some_and(|w| !w.is(class::PRONOUN)));
        if !named {
            parts = Parts { subject: self.named_behind(run.end + 1), ..Parts::default() };
        }
        let clause = self.sentence.clause_of(run.start)?;
        parts.fronted = Some(at);
        let head = Predicate { first: at, head: at, last: at, finite: true, copula: false };
        let named = !parts.subject.is_empty();
        named.then_some(((clause, Anchor::Predicate(head), trigger), parts))
    }

    /// "In the May 2021 election, the party lost", "The floods of May 2021 killed hundreds": the verb behind the phrase that
    /// holds the date, where it only says at what something was done, or is what the verb is told of.
    pub(super) fn main(&self) -> Option<(Hung, Parts)> {
        let next = self.sentence.predicates.partition_point(|p| p.first < self.date.end);
        let near = self.sentence.predicates.iter().skip(next).take(2);
        let open = class::WILL | class::WOULD | class::MAY;
        let told = near.copied().find(|p| {
            let clause = self.sentence.clause_of(p.head).and_then(|c| self.sentence.clauses.get(c));
            let reduced = clause.is_none_or(|c| self.sentence.is_reduced(p, &c.words));
            let before = p.first.checked_sub(1).and_then(|i| self.word(i));
            let inner = before.is_some_and(|w| w.is(class::RELATIVE));
            p.finite && !p.copula && !reduced && !inner && !self.sentence.bears(p, open)
        })?;
        let between = self.date.end..told.first;
        let comma = between.clone().find(|&i| self.word(i).is_some_and(|w| w.mark(&[','])));
        let lead = self.word(0)?;
        let front = lead.shape == Shape::Capital
            && lead.hints(hint::OCCASION)
            && self.date.start < FRONTED
            && comma.is_some_and(|i| i <= self.date.end + NAMED)
            && between.len() < REACHED;
        let clause = self.sentence.clause_of(told.head)?;
        let words = self.sentence.clauses.get(clause)?.words.clone();
        let past = self.word(told.head).is_some_and(Word::is_past);
        if !past || !front && told.first > self.date.end + NAMED {
            return None;
        }
        let parts = parts::of(self.sentence, &self.run, told);
        if !front {
            return self.told_of(told, &words, parts);
        }
        let named = parts.subject.first().is_some_and(|&i| Some(i) > comma);
        let scale = Scale { sentence: self.sentence, date: &self.date, parts: &parts };
        let hung = scale.weighed(clause, &words, told).filter(|_| named)?;
        Some((hung, parts))
    }

    /// "The floods of May 2021 killed hundreds": what the noun at a date did, right behind it.
    fn told_of(
        &self,
        told: Predicate,
        words: &Range<usize>,
        parts: Parts,
    ) -> Option<(Hung, Parts)> {
        let noun = if self.is_modifier() {
            self.modified().and_then(|hung| match hung.1 {
                Anchor::Noun(noun) => Some((noun, hung.2)),
                _ => None,
            })
        } else {
            self.noun_before(words)
        };
        let (noun, trigger) = noun?;
        // "The agreement of 2015 was criticised": what is said or done later has another day.
        let verb = self.word(told.head)?.told();
        let acts = told.first == told.head && verb.is_some_and(|t| t.kind != EventKind::Statement);
        let near = acts && told.first == self.run.end.max(noun + 1);
        let article = parts.subject.first().and_then(|&i| self.word(i));
        let head = parts.subject.iter().take_while(|&&i| i < noun);
        let mut head = head.filter_map(|&i| self.word(i));
        let head = head.all(|w| !w.is(class::PREPOSITION));
        let many = self.sentence.is(told.first, class::PLURAL);
        let odd = many && self.word(noun).is_none_or(|w| !w.text.ends_with('s'));
        let whole = article.is_some_and(|w| w.is(class::DETERMINER))
            && parts.subject.contains(&noun)
            && head
            && !odd;
        let light =
            matches!(trigger.kind, EventKind::Statistic | EventKind::Trend | EventKind::Statement);
        let told = (near && whole && !light).then_some(Anchor::Predicate(told))?;
        let clause = self.sentence.clause_of(noun)?;
        Some(((clause, told, trigger), parts))
    }

    /// The noun phrase that begins with a word, where it plainly ends: with a name, or before an adverb.
    fn named_behind(&self, from: usize) -> Vec<usize> {
        let article = usize::from(self.sentence.is(from, class::DETERMINER));
        let inside = |i: &usize| {
            !self.sentence.in_predicate(*i)
                && self.word(*i).is_some_and(|w| {
                    let verb = matches!(w.form(), Some(Form::Present | Form::Past | Form::Base));
                    let verb = verb && w.entry.noun.is_none();
                    w.is_content() && w.date.is_none() && !w.is(class::FUNCTION) && !verb
                })
        };
        let end = (from + article..from + FRONTED).take_while(inside).last();
        let Some(last) = end else { return Vec::new() };
        let name = self.word(last).is_some_and(|w| w.shape == Shape::Capital);
        let closed = self.sentence.in_predicate(last + 1)
            || self.word(last + 1).is_some_and(|w| w.is(class::ADVERB) || w.date.is_some());
        if name || closed { (from..=last).collect() } else { Vec::new() }
    }
}

/// "the forum" with "Founded by six states": whom a participle in front is told of, and the participle.
pub(super) fn title(sentence: &Sentence<'_>, found: &Found, verb: usize) -> Option<Vec<Span>> {
    let subject = Cut { sentence }.short_subject(found.parts.subject.clone());
    let mut spans = cut::spans(sentence, subject)?;
    spans.push(sentence.cover(&(verb..found.run.start))?);
    let length: usize = spans.iter().map(|span| span.len() + 1).sum();
    (length <= cut::HARDEST).then_some(spans)
}
