//! A short title from the document's own words: a sentence and what happened in it come in; one to three spans go
//! out, read in order with a space between. Leading dates and circumstances go, trailing clauses go; a hedge, a
//! denial and the predicate never do. Adds no word of its own.

use super::class;
use super::clause::{Clause, Link};
use super::cut::Cut;
use super::found::{Anchor, Found};
use super::phrase::Phrases;
use super::predicate::{Predicate, says};
use super::sentence::Sentence;
use super::subject::Subjects;
use super::word::{Shape, Word};
use crate::text::Span;
use std::ops::Range;

/// The most spans.
const SPANS: usize = 3;

/// The title; `None` where the words left say too little to stand alone.
pub(super) fn of(sentence: &Sentence<'_>, found: &Found) -> Option<Vec<Span>> {
    let run = sentence.date_run(&found.date);
    let maker = Maker { sentence, phrases: Phrases { sentence }, found, run };
    let clause = sentence.clauses.get(found.clause)?;
    let (words, must) = match found.anchor {
        Anchor::Predicate(predicate) => maker.told(clause, predicate),
        Anchor::Noun(noun) => maker.named(noun),
        Anchor::Name(noun, start, end) => maker.quoted(noun, start..end),
    };
    let words = maker.without_date(&words, must);
    let kept = maker.cutter().cut(&words, must);
    let kept = maker.cutter().trim(kept, must);
    let content = kept.iter().filter(|&&i| sentence.word(i).is_some_and(Word::is_content)).count();
    if content < 2 || maker.says_nothing(&kept) {
        return None;
    }
    Some(maker.spans(kept))
}

struct Maker<'a> {
    sentence: &'a Sentence<'a>,
    phrases: Phrases<'a>,
    found: &'a Found,
    /// The words of the date, with those joined to it.
    run: Range<usize>,
}

impl Maker<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    fn subjects(&self) -> Subjects<'_> {
        Subjects { sentence: self.sentence, phrases: &self.phrases, date: &self.run }
    }

    fn cutter(&self) -> Cut<'_> {
        Cut { sentence: self.sentence }
    }

    /// Subject, predicate and what follows, and the last word that must stay.
    fn told(&self, clause: &Clause, predicate: Predicate) -> (Vec<usize>, usize) {
        let kept = |i: &usize| self.word(*i).is_some_and(|w| !w.aside);
        let subject: Vec<usize> = self.subjects().of(clause, predicate).filter(kept).collect();
        let mut words = self.cutter().short_subject(self.without_dated_aside(subject));
        if words.is_empty() && predicate.finite {
            words = self.subjects().governing(clause).into_iter().flatten().collect();
        }
        let mut first = predicate.first;
        if clause.link == Link::Participle
            && words.is_empty()
            && self.subjects().is_carrier(predicate)
        {
            first = predicate.last + 1;
        }
        words.extend(first..self.end(clause, predicate));
        let figure = (predicate.last..clause.words.end)
            .find(|&i| self.word(i).is_some_and(|w| w.shape == Shape::Number && w.date.is_none()));
        let scale = |i: usize| {
            self.word(i).is_some_and(|w| w.shape == Shape::Lower && !w.is(class::FUNCTION))
        };
        let must = figure
            .filter(|_| predicate.copula)
            .map_or(predicate.last, |i| if scale(i + 1) { i + 1 } else { i });
        (words, must.min(clause.words.end.saturating_sub(1)))
    }

    /// Drops what stands between commas with the date, before the predicate: "A second rise, due on July 1, will …".
    fn without_dated_aside(&self, words: Vec<usize>) -> Vec<usize> {
        let comma = |i: usize| self.word(i).is_some_and(|w| w.mark(&[',']));
        let date = self.found.date.start;
        let closed = words.last().is_some_and(|&i| comma(i) && i > date);
        let open = words.iter().position(|&i| comma(i));
        match open.filter(|&k| closed && words.get(k).is_some_and(|&i| i < date)) {
            Some(k) if k > 0 => words.get(..k).unwrap_or_default().to_vec(),
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

    /// Where the clause ends; what somebody said belongs to "said".
    fn end(&self, clause: &Clause, predicate: Predicate) -> usize {
        let that = self.word(clause.words.end).is_some_and(|w| w.text == "that");
        let run = &self.run;
        let reports = that
            && (predicate.last + 1..clause.words.end)
                .all(|i| run.contains(&i) || self.word(i).is_some_and(|w| w.is(class::ADVERB)));
        if !reports && !says(&self.sentence.words, &predicate) {
            return clause.words.end;
        }
        let next = self.sentence.clause_of(clause.words.end);
        let next = next.and_then(|index| self.sentence.clauses.get(index));
        let told = next.filter(|c| {
            c.link == Link::Complement || self.word(c.words.start).is_some_and(|w| w.text == "that")
        });
        told.map_or(clause.words.end, |c| c.words.end)
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
        let date = &self.run;
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
