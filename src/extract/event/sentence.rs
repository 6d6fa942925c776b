//! A sentence as tagged words: the reading text, a sentence's place and its dates come in; words with what each can
//! be, predicates and clauses go out. Never decides what is an event.

use super::class::{self, Class};
use super::clause::{self, Clause};
use super::guard;
use super::hint::{self, Hint};
use super::predicate::{self, Predicate};
use super::word::{Shape, Word, words};
use crate::extract::DateMention;
use crate::text::{Span, Text};
use std::ops::Range;

/// A sentence in words, predicates and clauses.
pub(super) struct Sentence<'a> {
    pub(super) words: Vec<Word<'a>>,
    pub(super) predicates: Vec<Predicate>,
    pub(super) clauses: Vec<Clause>,
    pub(super) span: Span,
    /// Each date mention and its words, rising.
    dates: Vec<(usize, Range<usize>)>,
}

impl<'a> Sentence<'a> {
    pub(super) fn read(
        text: &'a Text,
        span: Span,
        dates: &[DateMention],
        range: Range<usize>,
    ) -> Self {
        let mut words = words(text, span);
        for index in range {
            let Some(date) = dates.get(index) else { continue };
            let end = dates.get(index + 1).filter(|next| guard::opens_a_range(date, next));
            let span = end.map_or(date.span, |end| date.span.hull(end.span));
            let first = words.partition_point(|w| w.span.end <= span.start);
            let near = words.get_mut(first..).unwrap_or_default().iter_mut();
            for word in near.take_while(|w| span.overlaps(w.span)) {
                word.date = word.date.or(Some(index));
            }
        }
        let mut predicates = predicate::predicates(&words);
        set_aside(&mut words, &predicates);
        set_inset(&mut words, &predicates);
        let dates = dated(&words);
        set_zone(&mut words, &dates);
        predicates.retain(|p| words.get(p.head).is_some_and(|w| !w.aside));
        let clauses = clause::clauses(&words, &predicates);
        Self { words, predicates, clauses, span, dates }
    }

    pub(super) fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.words.get(index)
    }

    /// A word as it is written; nothing behind the last one.
    pub(super) fn text(&self, index: usize) -> &'a str {
        self.word(index).map_or("", |w| w.text)
    }

    /// Whether a word is a year in figures: "2011".
    pub(super) fn is_year(&self, index: usize) -> bool {
        self.word(index).is_some_and(|w| w.text.len() == 4 && w.text.parse::<u16>().is_ok())
    }

    /// Whether a word is of a class.
    pub(super) fn is(&self, index: usize, class: Class) -> bool {
        self.word(index).is_some_and(|w| w.is(class))
    }

    /// Whether a word hints at something, in any case.
    pub(super) fn hints(&self, index: usize, hint: Hint) -> bool {
        self.word(index).is_some_and(|w| w.hints(hint))
    }

    /// Whether a word hints at something, in small letters.
    pub(super) fn says(&self, index: usize, hint: Hint) -> bool {
        self.word(index).is_some_and(|w| w.says(hint))
    }

    /// The words of a date mention, as a range.
    pub(super) fn date(&self, date: usize) -> Option<Range<usize>> {
        let at = self.dates.binary_search_by_key(&date, |(known, _)| *known).ok()?;
        self.dates.get(at).map(|(_, words)| words.clone())
    }

    /// The date with its preposition and the dates joined to it: "in February and May 2013".
    pub(super) fn date_run(&self, date: &Range<usize>) -> Range<usize> {
        let dated = |i: usize| self.word(i).is_some_and(|w| w.date.is_some());
        let joint = |i: usize| {
            self.word(i)
                .is_some_and(|w| w.is(class::PREPOSITION | class::CONJUNCTION) || w.mark(&[',']))
        };
        let mut run = date.clone();
        let mut probe = run.start;
        let first = run.start.saturating_sub(JOINED);
        while probe > first && (joint(probe - 1) || dated(probe - 1)) {
            probe -= 1;
            if dated(probe) {
                if self.opens_half(run.start, date.end) {
                    break;
                }
                run.start = probe;
            }
        }
        while run.start > 0
            && self.word(run.start - 1).is_some_and(|w| w.is(class::PREPOSITION))
            && !self.is_particle(run.start - 1)
        {
            run.start -= 1;
        }
        if let Some(start) = self.slow_start(run.start) {
            run.start = start;
        }
        if let Some(start) = self.period_start(run.start) {
            run.start = start;
        }
        probe = run.end;
        let last = run.end + JOINED;
        while probe < last && (joint(probe) || dated(probe)) {
            probe += 1;
            if dated(probe - 1) {
                let half = |end| self.opens_half(run.end, end);
                let behind = (probe..probe + JOINED).find(|&i| !dated(i));
                if run.end + 1 < probe && behind.is_some_and(half) {
                    break;
                }
                run.end = probe;
            }
        }
        run
    }

    /// "began in the 1860s, and in 1911 the dam secured": whether the date that ends before a word begins the second half of
    /// a sentence, with "and" between it and the words before.
    fn opens_half(&self, from: usize, end: usize) -> bool {
        let joined = (from.saturating_sub(HALF)..end)
            .any(|i| self.text(i) == "and" && self.is(i + 1, class::PREPOSITION));
        let subject = |w: &Word<'_>| {
            w.is(class::DETERMINER | class::NOMINATIVE)
                || w.shape == Shape::Capital && w.is_content()
        };
        let stop = |i: &usize| {
            self.word(*i).is_none_or(|w| w.mark(&[',', ';', '.']) || w.is(class::RELATIVE))
        };
        let end = end + usize::from(self.word(end).is_some_and(|w| w.mark(&[','])));
        let near = (end + 1..end + SUBJECT).take_while(|i| !stop(i));
        let told = near.into_iter().find_map(|i| self.predicate_at(i));
        joined && self.word(end).is_some_and(subject) && told.is_some_and(|p| p.finite)
    }

    /// "walk out on Monday": a word of place right behind a verb belongs to it.
    fn is_particle(&self, at: usize) -> bool {
        let particle = |w: &Word<'_>| w.is(class::PARTICLE) && w.text != "over";
        let next = self.word(at + 1).is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        next && self.word(at).is_some_and(particle) && at > 0 && self.in_predicate(at - 1)
    }

    /// Where "for the seasonally slow" begins, which a date in small letters ends: "third quarter".
    fn slow_start(&self, end: usize) -> Option<usize> {
        let small = self.word(end)?.date.is_some() && self.word(end)?.says(hint::SEASON);
        let floor = end.saturating_sub(4);
        let article = (floor..end)
            .rev()
            .take_while(|&i| self.word(i).is_some_and(|w| !w.is_mark() && !self.in_predicate(i)));
        let article =
            article.into_iter().find(|&i| self.word(i).is_some_and(|w| w.is(class::DETERMINER)))?;
        let lead = article.checked_sub(1)?;
        (small && self.word(lead)?.is(class::PREPOSITION)).then_some(lead)
    }

    /// Where "for the six months ended" begins, whose end stands before a date.
    fn period_start(&self, end: usize) -> Option<usize> {
        let text = |i: usize| self.text(i);
        let last = end.checked_sub(1)?;
        if !matches!(text(last), "ended" | "ending") {
            return None;
        }
        let mut lead = (last.saturating_sub(6)..last).rev();
        lead.find(|&i| self.word(i).is_some_and(|w| w.is(class::PREPOSITION)))
    }

    /// The index of the clause that holds a word.
    pub(super) fn clause_of(&self, word: usize) -> Option<usize> {
        let at = self.clauses.partition_point(|c| c.words.end <= word);
        self.clauses.get(at).is_some_and(|c| c.words.contains(&word)).then_some(at)
    }

    /// The predicates inside a range of words.
    pub(super) fn predicates_in(
        &self,
        range: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Predicate> {
        predicate::within(&self.predicates, range).iter()
    }

    /// Whether a word belongs to a predicate.
    pub(super) fn in_predicate(&self, index: usize) -> bool {
        predicate::is_inside(&self.predicates, index)
    }

    /// Whether a predicate has a word of a class.
    pub(super) fn bears(&self, predicate: &Predicate, class: Class) -> bool {
        (predicate.first..=predicate.last).any(|i| self.word(i).is_some_and(|w| w.is(class)))
    }

    /// "is to open", "are due to meet": what is arranged.
    pub(super) fn is_due(&self, predicate: &Predicate) -> bool {
        predicate.copula
            && predicate.last > predicate.head + 1
            && self.word(predicate.head).is_some_and(|w| w.is(class::BE))
            && self.word(predicate.head + 1).is_some_and(|w| w.text == "to" || w.is(class::PLAN))
    }

    /// The predicate a word belongs to.
    pub(super) fn predicate_at(&self, word: usize) -> Option<&Predicate> {
        let at = self.predicates.partition_point(|p| p.last < word);
        self.predicates.get(at).filter(|p| p.first <= word)
    }

    /// Whether a predicate only describes a noun: "people convicted of crimes", "the convention adopted in 2010".
    /// It is a past form with no auxiliary; another predicate of its clause bears the sentence.
    pub(super) fn is_reduced(&self, predicate: &Predicate, clause: &Range<usize>) -> bool {
        let moves = self.word(predicate.head).is_some_and(|w| w.says(hint::MOVES));
        let bare =
            predicate.first == predicate.head && !predicate.copula && predicate.finite && !moves;
        let hangs = predicate.last == predicate.head
            && self
                .word(predicate.last + 1)
                .is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        let noun =
            predicate.first.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_content);
        let later = self.predicates_in(clause).any(|p| p.finite && p.first > predicate.last);
        bare && hangs && noun && later
    }

    /// The bytes from one word to another, the last included.
    pub(super) fn cover(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.word(range.start)?;
        let last = self.word(range.end.checked_sub(1)?)?;
        Some(first.span.hull(last.span))
    }
}

/// Dates within so many words are told in one breath.
const JOINED: usize = 16;

/// The subject of the second half of a sentence has at most so many words.
const SUBJECT: usize = 24;

/// "and" stands so near the date that begins the second half of a sentence.
const HALF: usize = 4;

/// The date mentions and their words.
fn dated(words: &[Word<'_>]) -> Vec<(usize, Range<usize>)> {
    let mut dates: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(date) = word.date else { continue };
        match dates.last_mut() {
            Some((known, run)) if *known == date && run.end == at => run.end = at + 1,
            Some((known, _)) if *known >= date => {}
            _ => dates.push((date, at..at + 1)),
        }
    }
    dates
}

/// The most words of the name of a time zone.
const ZONE: usize = 4;

/// "at 2:00 pm China Standard Time", "at 14:00 local time": marks the words right behind a date that say whose time it is.
fn set_zone(words: &mut [Word<'_>], dates: &[(usize, Range<usize>)]) {
    for (_, date) in dates {
        let name = |w: &&Word<'_>| {
            w.date.is_none() && (w.shape == Shape::Capital || matches!(w.text, "local" | "time"))
        };
        let behind = words.get(date.end..).unwrap_or_default().iter().take(ZONE);
        let last = behind.take_while(name).position(|w| matches!(w.text, "time" | "Time"));
        if let Some(last) = last.filter(|&last| last > 0) {
            for word in words.get_mut(date.end..=date.end + last).unwrap_or_default() {
                word.aside = true;
            }
        }
    }
}

/// The most words of what is said of a subject between dashes.
const INSET: usize = 20;

/// "The group — a wing of the army based in Oslo — attacked": marks what is said of a subject between dashes, where the verb
/// stands right behind them and none before.
fn set_inset(words: &mut [Word<'_>], predicates: &[Predicate]) {
    let mut dashes =
        (0..words.len()).filter(|&i| words.get(i).is_some_and(|w| w.mark(&['–', '—'])));
    let (Some(open), Some(close), None) = (dashes.next(), dashes.next(), dashes.next()) else {
        return;
    };
    let bare = |p: &Predicate| {
        let hangs = words.get(p.last + 1).is_some_and(|w| w.is(class::PREPOSITION));
        !p.finite || p.first == p.head && p.last == p.head && !p.copula && hangs
    };
    let mut inside = predicate::within(predicates, &(open..close)).iter();
    let mut before = predicate::within(predicates, &(0..open)).iter();
    let verb = predicates.iter().any(|p| p.first == close + 1 && p.finite);
    let named = open.checked_sub(1).and_then(|i| words.get(i)).is_some_and(Word::is_content);
    if verb && named && close - open <= INSET && inside.all(bare) && before.all(|p| !p.finite) {
        for word in words.get_mut(open..=close).unwrap_or_default() {
            word.aside = true;
        }
    }
}

/// "Ana Roy (born 3 April 1978) is an actor": a participle and its date between brackets.
fn is_lifetime(words: &[Word<'_>], predicates: &[Predicate], inside: Range<usize>) -> bool {
    let [only] = predicate::within(predicates, &inside) else { return false };
    let first = inside.start + 1;
    let mut rest = words.get(first + 1..inside.end).unwrap_or_default().iter();
    only.first == first
        && only.last == first
        && !rest.as_slice().is_empty()
        && rest.all(|w| w.date.is_some() || w.is(class::PREPOSITION | class::ADVERB) || w.is_mark())
}

/// Marks the words between brackets that hold no predicate.
fn set_aside(words: &mut [Word<'_>], predicates: &[Predicate]) {
    let mut open = None;
    for at in 0..words.len() {
        let Some(word) = words.get(at) else { break };
        if word.mark(&['(', '[']) {
            open = Some(at);
        } else if word.mark(&[')', ']'])
            && let Some(start) = open.take()
            && (predicate::within(predicates, &(start..at)).is_empty()
                || is_lifetime(words, predicates, start..at))
            && let Some(inside) = words.get_mut(start..=at)
        {
            for word in inside {
                word.aside = true;
            }
        }
    }
}
