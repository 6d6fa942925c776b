//! A short title from the document's own words: a sentence and what happened in it come in; one to three spans go
//! out, read in order with a space between. Leading dates and circumstances go, trailing clauses go; a hedge, a
//! denial and the predicate never do. Adds no word of its own.

use super::class;
use super::clause::{Clause, Link};
use super::found::{Anchor, Found};
use super::phrase::Phrases;
use super::predicate::{Predicate, says};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::text::Span;
use std::ops::Range;

/// Titles longer than this are cut, in bytes.
const LONGEST: usize = 96;
/// The length a cut comes nearest to, in bytes.
const WISHED: usize = 76;
/// How much worse a cut before "of" or "and" is than another, in bytes.
const WEAK: usize = 18;
/// A subject longer than wished for is cut to this, in bytes.
const SUBJECT: usize = 56;
/// No cut leaves less than this, in bytes.
const SHORTEST: usize = 24;
/// A predicate shares the subject of one of so many clauses before.
const CHAINED: usize = 8;
/// Dates within so many words are told in one breath.
const JOINED: usize = 16;
/// The most spans.
const SPANS: usize = 3;

/// The title; `None` where the words left say too little to stand alone.
pub(super) fn of(sentence: &Sentence<'_>, found: &Found) -> Option<Vec<Span>> {
    let maker = Maker { sentence, phrases: Phrases { sentence }, found };
    let clause = sentence.clauses.get(found.clause)?;
    let (words, must) = match found.anchor {
        Anchor::Predicate(predicate) => maker.told(clause, predicate),
        Anchor::Noun(noun) => maker.named(noun),
        Anchor::Name(noun, start, end) => maker.quoted(noun, start..end),
    };
    let words = maker.without_date(&words, must);
    let kept = maker.cut(&words, must);
    let kept = maker.trim(kept, must);
    let content = kept.iter().filter(|&&i| sentence.word(i).is_some_and(Word::is_content)).count();
    if content < 2 || maker.says_nothing(&kept) {
        return None;
    }
    Some(maker.spans(kept))
}

fn is_content(word: &Word<'_>) -> bool {
    word.is_content()
}

struct Maker<'a> {
    sentence: &'a Sentence<'a>,
    phrases: Phrases<'a>,
    found: &'a Found,
}

impl Maker<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    /// Subject, predicate and what follows, and the last word that must stay.
    fn told(&self, clause: &Clause, predicate: Predicate) -> (Vec<usize>, usize) {
        let kept = |i: &usize| self.word(*i).is_some_and(|w| !w.aside);
        let subject: Vec<usize> = self.subject(clause, predicate).filter(kept).collect();
        let mut words = self.short_subject(subject);
        if words.is_empty() && predicate.finite {
            words = self.governing(clause).into_iter().flatten().collect();
        }
        let mut first = predicate.first;
        if clause.link == Link::Participle && words.is_empty() && self.is_carrier(predicate) {
            first = predicate.last + 1;
        }
        words.extend(first..self.end(clause, predicate));
        let figure = (predicate.last..clause.words.end)
            .find(|&i| self.word(i).is_some_and(|w| w.shape == Shape::Number && w.date.is_none()));
        let must = figure.filter(|_| predicate.copula).map_or(predicate.last, |i| i + 1);
        (words, must.min(clause.words.end.saturating_sub(1)))
    }

    /// A long subject ends at its last boundary before the length wished for.
    fn short_subject(&self, words: Vec<usize>) -> Vec<usize> {
        let mut length = 0;
        let mut end = None;
        for (k, &i) in words.iter().enumerate() {
            let boundary = length >= SHORTEST && self.is_boundary(&words, k);
            if boundary && length <= SUBJECT {
                end = Some(k);
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
        }
        match end {
            Some(end) if length > WISHED => words.get(..end).unwrap_or_default().to_vec(),
            _ => words,
        }
    }

    /// "The ministry said", with what it said standing elsewhere.
    fn says_nothing(&self, kept: &[usize]) -> bool {
        let Anchor::Predicate(predicate) = self.found.anchor else { return false };
        says(&self.sentence.words, &predicate)
            && kept.last().is_some_and(|&last| last <= predicate.last)
            && self.word(predicate.head.wrapping_sub(1)).is_some_and(|w| !w.is(class::AUXILIARY))
    }

    fn is_carrier(&self, predicate: Predicate) -> bool {
        self.word(predicate.head).is_some_and(|w| w.is(class::CARRIER))
            && self.phrases.any(predicate.last + 1..predicate.last + 8, |w| w.entry.noun.is_some())
    }

    /// Where the clause ends; what somebody said belongs to "said".
    fn end(&self, clause: &Clause, predicate: Predicate) -> usize {
        if !says(&self.sentence.words, &predicate) {
            return clause.words.end;
        }
        let next = self.sentence.clause_of(clause.words.end);
        let next = next.and_then(|index| self.sentence.clauses.get(index));
        let told = next.filter(|c| {
            c.link == Link::Complement || self.word(c.words.start).is_some_and(|w| w.text == "that")
        });
        told.map_or(clause.words.end, |c| c.words.end)
    }

    fn subject(&self, clause: &Clause, predicate: Predicate) -> Range<usize> {
        let from = clause.words.start;
        let none = predicate.first..predicate.first;
        match clause.link {
            Link::Relative => {
                let own = self.phrases.any(from + 1..predicate.first, is_content);
                let whose = self.word(from).is_some_and(|w| w.text == "whose");
                if own || whose { from + 1..predicate.first } else { self.antecedent(from) }
            }
            Link::Shared => self.governing(clause).unwrap_or(none),
            Link::Participle => {
                let own = self.phrases.any(from..predicate.first, is_content);
                if own {
                    self.phrases.stripped(from, predicate.first)
                } else {
                    self.governing(clause).filter(|_| !self.is_carrier(predicate)).unwrap_or(none)
                }
            }
            Link::Main | Link::Subordinate | Link::Complement => {
                let lead = from..predicate.first;
                let mut before = self.sentence.predicates_in(&lead);
                let earlier = before.any(|p| !self.sentence.is_reduced(p, &clause.words));
                let start = self.phrases.stripped(from, predicate.first);
                if earlier { self.phrases.np(predicate.first, from) } else { start }
            }
        }
    }

    /// The subject of the clause before, for a predicate that shares it.
    fn governing(&self, clause: &Clause) -> Option<Range<usize>> {
        let index = self.sentence.clause_of(clause.words.start)?;
        let mut before = self.sentence.clauses.get(..index)?.iter().rev().take(CHAINED);
        let owner = before.find(|c| !matches!(c.link, Link::Shared | Link::Participle))?;
        let predicate = *self.sentence.predicates_in(&owner.words).find(|p| p.finite)?;
        let subject = self.subject(owner, predicate);
        let long = self.sentence.cover(&subject)?.len() > WISHED;
        Some(if long { self.phrases.np(predicate.first, owner.words.start) } else { subject })
    }

    /// The noun phrase a relative clause speaks of.
    fn antecedent(&self, relative: usize) -> Range<usize> {
        let comma = relative.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_mark);
        let end = if comma { relative - 1 } else { relative };
        self.phrases.np(end, 0)
    }

    /// The noun phrase of an event noun, with what follows it.
    fn named(&self, noun: usize) -> (Vec<usize>, usize) {
        let clause = self.sentence.clauses.get(self.found.clause).map_or(0..0, |c| c.words.clone());
        let start = self.phrases.np(noun + 1, clause.start).start;
        let stop = (noun + 1..clause.end).find(|&i| {
            let date = self.found.date.start == i
                || (self.found.date.start == i + 1
                    && self.word(i).is_some_and(|w| w.is(class::PREPOSITION)));
            let end = self.word(i).is_some_and(|w| {
                w.mark(&[';', ':', '(', ')'])
                    || w.is(class::RELATIVE | class::AUXILIARY)
                    || matches!(
                        w.text,
                        "after" | "before" | "during" | "by" | "as" | "since" | "until" | "despite"
                    )
            });
            date || end || self.ends_phrase(i) || self.phrases.in_predicate(i)
        });
        let end = stop.unwrap_or(clause.end);
        match self.renamed(start) {
            Some(name) => (name.chain(noun + 1..end).collect(), noun),
            None => ((start..end).collect(), noun),
        }
    }

    /// The phrase that "…, a plan" says again: it names the thing better.
    fn renamed(&self, start: usize) -> Option<Range<usize>> {
        let article = matches!(self.word(start)?.text, "a" | "an");
        let comma = self.word(start.checked_sub(1)?)?.mark(&[',']);
        let name = self.phrases.np(start - 1, 0);
        (article && comma && name.len() > 1).then_some(name)
    }

    /// The noun and the quoted name it belongs to: "the laws" + "‘On Counteracting Terrorism’".
    fn quoted(&self, noun: usize, name: Range<usize>) -> (Vec<usize>, usize) {
        let must = name.end.saturating_sub(1);
        (self.phrases.np(noun + 1, 0).chain(name).collect(), must)
    }

    /// A comma ends a noun phrase unless it parts names of a list.
    fn ends_phrase(&self, index: usize) -> bool {
        let capital =
            |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital || w.text == "and");
        self.word(index).is_some_and(|w| w.mark(&[',']))
            && !(index.checked_sub(1).is_some_and(capital) && capital(index + 1))
    }

    /// Drops the date itself, the preposition it stands with, and what stands between brackets.
    fn without_date(&self, words: &[usize], must: usize) -> Vec<usize> {
        let date = self.date_run();
        let dropped = |i: usize| date.contains(&i) || self.word(i).is_none_or(|w| w.aside);
        // Behind a date that closes the predicate only a phrase of place or purpose still belongs to it.
        let goes_on =
            self.word(date.end).is_some_and(|w| w.is(class::PREPOSITION) || w.text == "that");
        let end = if date.start > must && !goes_on { date.start } else { usize::MAX };
        let inside = |i: &usize| *i < end && !dropped(*i);
        let kept: Vec<usize> = words.iter().copied().filter(inside).collect();
        let comma = |i: usize| self.word(i).is_some_and(|w| w.mark(&[',']));
        let orphan = |k: usize, i: usize| {
            comma(i)
                && (kept.get(k + 1).is_none_or(|&next| comma(next))
                    || k.checked_sub(1).and_then(|b| kept.get(b)).is_some_and(|&b| b + 1 != i))
        };
        kept.iter().enumerate().filter(|&(k, &i)| !orphan(k, i)).map(|(_, &i)| i).collect()
    }

    /// The date with its preposition and the dates joined to it: "in February and May 2013".
    fn date_run(&self) -> Range<usize> {
        let dated = |i: usize| self.word(i).is_some_and(|w| w.date.is_some());
        let joint = |i: usize| {
            self.word(i)
                .is_some_and(|w| w.is(class::PREPOSITION | class::CONJUNCTION) || w.mark(&[',']))
        };
        let mut run = self.found.date.clone();
        let mut probe = run.start;
        let first = run.start.saturating_sub(JOINED);
        while probe > first && (joint(probe - 1) || dated(probe - 1)) {
            probe -= 1;
            if dated(probe) {
                run.start = probe;
            }
        }
        while run.start > 0 && self.word(run.start - 1).is_some_and(|w| w.is(class::PREPOSITION)) {
            run.start -= 1;
        }
        probe = run.end;
        let last = run.end + JOINED;
        while probe < last && (joint(probe) || dated(probe)) {
            probe += 1;
            if dated(probe - 1) {
                run.end = probe;
            }
        }
        run
    }

    /// Cuts a title at a natural boundary.
    fn cut(&self, words: &[usize], must: usize) -> Vec<usize> {
        let mut length = 0;
        let mut best: Option<(usize, usize)> = None;
        let least = words.iter().position(|&i| i >= must).map_or(0, |k| k + 1);
        for (k, &i) in words.iter().enumerate() {
            let clean = k > least && length >= SHORTEST && self.is_boundary(words, k);
            if clean && length <= LONGEST {
                let weak = |w: &Word<'_>| w.text == "of" || w.is(class::CONJUNCTION);
                let away =
                    length.abs_diff(WISHED) + if self.word(i).is_some_and(weak) { WEAK } else { 0 };
                if best.is_none_or(|(_, known)| away <= known) {
                    best = Some((k, away));
                }
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
            if length > LONGEST + 1 && (best.is_some() || length > LONGEST + 24) {
                let at = best.map_or(k, |(k, _)| k);
                return words.get(..at.max(least)).unwrap_or_default().to_vec();
            }
        }
        let at =
            if length > LONGEST + 1 { best.map_or(words.len(), |(k, _)| k) } else { words.len() };
        words.get(..at.max(least)).unwrap_or_default().to_vec()
    }

    /// Whether a title may end before the k-th of its words.
    fn is_boundary(&self, words: &[usize], k: usize) -> bool {
        let at = |k: usize| words.get(k).and_then(|&i| self.word(i));
        let Some(word) = at(k) else { return true };
        let before = k.checked_sub(1).and_then(at);
        let capitals = before.is_some_and(|w| w.shape == Shape::Capital)
            && at(k + 1).is_some_and(|w| w.shape == Shape::Capital);
        if word.mark(&[',', '—', '–']) {
            return !capitals;
        }
        if word.is(class::CONJUNCTION) {
            return !capitals && before.is_some_and(|w| !w.mark(&[',']));
        }
        let hangs = k
            .checked_sub(1)
            .and_then(|b| words.get(b))
            .is_some_and(|&i| self.phrases.in_predicate(i));
        (word.is(class::PREPOSITION) && !hangs) || word.is(class::SUBORDINATOR | class::RELATIVE)
    }

    /// Drops function words and marks at both ends.
    fn trim(&self, mut words: Vec<usize>, must: usize) -> Vec<usize> {
        let loose = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.mark(&[',', ';', ':', '.', '-', '–', '—', '(', '“', '‘', '"'])
                    || w.date.is_some() && i > must && w.text == ","
                    || (i > must && w.is(class::FUNCTION) && !w.is(class::HEDGE))
            })
        };
        while words.last().is_some_and(|&i| loose(i)) {
            words.pop();
        }
        let open = words
            .iter()
            .take_while(|&&i| {
                self.word(i)
                    .is_some_and(|w| w.mark(&[',', '.', ';', ':', '-', '–', '—', '•', '*', ')']))
            })
            .count();
        words.drain(..open);
        words
    }

    fn spans(&self, words: Vec<usize>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut last = None;
        for i in words {
            let Some(span) = self.word(i).map(|w| w.span) else { continue };
            let follows = last.is_some_and(|l: usize| l + 1 == i);
            if !follows && spans.len() == SPANS {
                break;
            }
            match spans.last_mut().filter(|_| follows) {
                Some(open) => *open = open.hull(span),
                None => spans.push(span),
            }
            last = Some(i);
        }
        spans
    }
}
