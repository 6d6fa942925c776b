//! Where a date stands: a sentence and a date come in; whether it only names, compares, lists or measures, and the
//! event noun it stands with, go out. Never looks at how a predicate is built.

use super::class;
use super::found::{Anchor, Hung};
use super::hint;
use super::lexicon::Trigger;
use super::look::is_owner;
use super::predicate::Predicate;
use super::sense;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// A date between brackets stands within so many words of the bracket that opens.
const BRACKETED: usize = 12;
/// What a time saw is named within so many words.
const SEEN: usize = 10;

/// A date in its sentence.
pub(super) struct Place<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) date: Range<usize>,
    /// The date with its preposition and the dates joined to it.
    pub(super) run: Range<usize>,
}

impl<'a> Place<'a> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    pub(super) fn text(&self, index: usize) -> &'a str {
        self.sentence.text(index)
    }

    pub(super) fn before(&self, steps: usize) -> Option<&Word<'a>> {
        self.word(self.date.start.checked_sub(steps)?)
    }

    fn after(&self) -> Option<&Word<'a>> {
        self.word(self.date.end)
    }

    /// "2014: 136 recruits": one of a series of figures.
    pub(super) fn is_listed(&self) -> bool {
        self.after().is_some_and(|w| w.mark(&[':']))
    }

    /// "December 2022 will mark the anniversary": it is what the sentence speaks of.
    pub(super) fn is_subject(&self) -> bool {
        let led = self.run.start < self.date.start;
        let opens = self.date.start == 0
            || self
                .before(1)
                .is_some_and(|w| w.is(class::CONJUNCTION | class::RELATIVE | class::SUBORDINATOR));
        !led && opens && self.sentence.in_predicate(self.date.end)
    }

    /// "May 2020 saw a fall of trade": what a time is said to have seen.
    pub(super) fn seen(&self) -> Option<Hung> {
        let verb = self.sentence.predicate_at(self.date.end).filter(|_| self.is_subject())?;
        let saw =
            matches!(self.text(verb.head), "saw" | "witnessed") && verb.first == self.date.end;
        let near = verb.last + 1..verb.last + SEEN;
        let (noun, trigger) = near
            .into_iter()
            .take_while(|&i| !self.sentence.in_predicate(i))
            .find_map(|i| Some((i, self.names(i)?)))?;
        let clause = self.sentence.clause_of(verb.head)?;
        saw.then_some((clause, Anchor::Noun(noun), trigger))
    }

    /// "the peak of 2008", "the detente of the 1980s": it dates a noun.
    pub(super) fn is_of(&self) -> bool {
        self.run.start < self.date.start && self.before(1).is_some_and(|w| w.text == "of")
    }

    /// "a venture called Orion 1980", "at London 2012": a year right behind a name belongs to it.
    pub(super) fn is_named(&self) -> bool {
        let year = self.date.len() == 1 && self.sentence.is_year(self.date.start);
        let name = |w: &Word<'_>| {
            w.shape == Shape::Capital && w.date.is_none() && !w.is(class::FUNCTION | class::PRONOUN)
        };
        // "the National Vision 2020"
        let wide = usize::from(self.before(2).is_some_and(name));
        let lead = self.before(2 + wide).is_some_and(|w| {
            w.is(class::PREPOSITION) && w.shape == Shape::Lower
                || wide > 0 && w.is(class::DETERMINER)
                || w.says(hint::NAMING)
        });
        // "this Decade of Action"
        let whole =
            self.date.clone().any(|i| matches!(self.text(i), "Decade" | "Year" | "Century"))
                && self.text(self.date.end) == "of";
        // "a post-2020 goal"
        let joined = self.before(1).is_some_and(|w| w.mark(&['-', '\u{2011}']))
            && matches!(self.before(2).map_or("", |w| w.text), "post" | "pre" | "Post" | "Pre");
        whole || joined || year && self.before(1).is_some_and(name) && lead
    }

    /// "bonds due Nov. 17", "celebrated the day", "established 9 December as": a term, or the thing itself.
    pub(super) fn is_object(&self) -> bool {
        let led = self.run.start < self.date.start;
        let before = self.before(1).map_or("", |w| w.text);
        let article = self.text(self.date.start) == "the" || self.text(self.date.start) == "a";
        let verb = self.date.start.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
        let term = self.before(1).is_some_and(|w| w.says(hint::TERMED));
        // "spent Monday trying": the day is what was spent.
        let whole = self.run.start.checked_sub(1).map_or("", |i| self.text(i));
        let spent =
            [before, whole].iter().any(|w| matches!(*w, "spent" | "spend" | "spends" | "spending"));
        let plain = !self.sentence.is(self.run.start, class::PREPOSITION);
        spent && plain || !led && (term || verb && (article || self.text(self.date.end) == "as"))
    }

    /// "recent initiatives": an adjective that only looks like a date.
    pub(super) fn is_adjective(&self) -> bool {
        let one = self.date.len() == 1;
        one && self.after().is_some_and(Word::is_content)
            && self.sentence.hints(self.date.start, hint::RECENT)
    }

    /// "and on Tuesday approved", "and, more recently, it worked": a date that begins what follows.
    pub(super) fn opens_half(&self) -> bool {
        let comma = |i: Option<usize>| i.and_then(|i| self.word(i)).is_some_and(|w| w.mark(&[',']));
        let joint = |i: Option<usize>| {
            i.and_then(|i| self.word(i)).is_some_and(|w| w.is(class::CONJUNCTION))
        };
        let start = self.run.start;
        let aside = comma(start.checked_sub(1)) && comma(Some(self.run.end));
        joint(start.checked_sub(1)) || aside && joint(start.checked_sub(2))
    }

    pub(super) fn is_aside(&self) -> bool {
        self.word(self.date.start).is_some_and(|w| w.aside)
    }

    /// A date between brackets dates the programme, law or event whose name stands before them: "Concept (2023–2027)".
    pub(super) fn aside(&self) -> Option<Hung> {
        let nearest = self.date.start.saturating_sub(BRACKETED)..self.date.start;
        let open = nearest.rev().find(|&i| self.word(i).is_some_and(|w| !w.aside))?;
        let first = open.saturating_sub(4);
        let noun = (first..=open).rev().find_map(|i| {
            let word = self.word(i)?;
            let named = self.names(i)?;
            (i == open || word.shape == Shape::Capital).then_some((i, named))
        })?;
        let alone = (open + 2..self.date.start).all(|i| self.sentence.is(i, class::PREPOSITION));
        let closed = self.after().is_some_and(|w| w.mark(&[')', ']']));
        if !alone || !closed {
            return None;
        }
        let clause = self.sentence.clause_of(open)?;
        let words = &self.sentence.clauses.get(clause)?.words;
        let predicate = self.sentence.predicates_in(words).find(|p| p.finite);
        let anchor = predicate.map_or(Anchor::Noun(noun.0), |p| Anchor::Predicate(*p));
        Some((clause, anchor, noun.1))
    }

    /// "the March 2025 agreement", "Kazakhstan 2050 Strategy": the date stands before a noun, with no preposition.
    pub(super) fn is_modifier(&self) -> bool {
        let possessive = self.after().is_some_and(|w| w.text.starts_with('’') || w.text == "'s")
            || self.word(self.date.end.saturating_sub(1)).is_some_and(is_owner);
        let noun = self.word(self.onward()).is_some_and(|w| {
            w.is_content() && w.shape != Shape::Number && !self.opens_predicate(self.onward())
        });
        let article = self.word(self.date.start).is_some_and(|w| {
            w.entry.class & class::DETERMINER != 0 && w.shape == Shape::Lower || w.text == "The"
        });
        let described = self.before(1).is_some_and(|w| w.is_content() && w.shape == Shape::Lower)
            && self.before(2).is_some_and(|w| w.is(class::DETERMINER));
        let year = self.date.len() == 1
            && self.sentence.is_year(self.date.start)
            && self.date.start.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
        // "claimed the Dec. 10 bombings", "responsibility for Dec. 10 bombings"
        let behind = self.before(1).is_some_and(|w| w.says(hint::TIMED | hint::SHIELD))
            && self.word(self.onward()).is_some_and(|w| w.shape == Shape::Lower)
            && self.names(self.onward()).is_some();
        let led = year
            || behind
            || article && self.run.start + 1 >= self.date.start
            || described
            || self.before(1).is_some_and(|w| {
                w.is(class::DETERMINER)
                    || (w.is_content() && w.form().is_none() && w.shape == Shape::Capital)
            });
        possessive || (noun && led)
    }

    /// The word behind the date; in "an Aug. 10, 1988, agreement" the one behind its comma.
    fn onward(&self) -> usize {
        let comma = self.after().is_some_and(|w| w.mark(&[',']))
            && self.before(1).is_some_and(|w| w.is(class::INDEFINITE));
        self.date.end + usize::from(comma)
    }

    fn opens_predicate(&self, index: usize) -> bool {
        let at = self.sentence.predicates.partition_point(|p| p.first < index);
        self.sentence.predicates.get(at).is_some_and(|p| p.first == index)
    }

    pub(super) fn modified(&self) -> Option<Hung> {
        let named = self
            .before(1)
            .is_some_and(|w| w.shape == Shape::Capital && !w.is(class::DETERMINER) && !is_owner(w));
        let first = self.onward();
        let end = first + 5;
        let stop = (first..end).find(|&i| {
            self.word(i).is_none_or(|w| {
                w.is_mark() && !self.joins(i) || w.is(class::FUNCTION) || self.opens_predicate(i)
            })
        });
        let noun = (first..stop.unwrap_or(end)).find_map(|i| {
            let word = self.word(i)?;
            let trigger = self.names(i)?;
            let name = word.shape == Shape::Capital
                && matches!(
                    trigger.kind,
                    EventKind::Law | EventKind::Programme | EventKind::Agreement
                );
            // "the 2030 strategy": what is named by the year it looks to.
            let aim = trigger.kind == EventKind::Programme && self.is_aim();
            (!name && !aim).then_some((i, trigger))
        })?;
        let clause = self.sentence.clause_of(self.date.start)?;
        (!named).then_some((clause, Anchor::Noun(noun.0), noun.1))
    }

    /// "the June 2004 U.S.-EU Summit": a hyphen inside a name.
    fn joins(&self, mark: usize) -> bool {
        let name = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        self.word(mark).is_some_and(|w| w.mark(&['-', '–', '\u{2011}']))
            && mark.checked_sub(1).is_some_and(name)
            && name(mark + 1)
    }

    /// Whether a date is a year that plans look to: 2030, 2050.
    fn is_aim(&self) -> bool {
        let year = self.text(self.date.start).parse::<u16>().ok();
        self.date.len() == 1 && year.is_some_and(|y| y >= 2025 && y % 5 == 0)
    }

    /// "the law ‘On …’ of DATE"; in "the laws ‘…’ of DATE and ‘…’ of DATE" the noun stands before the first name.
    pub(super) fn quoted_name(&self, words: &Range<usize>) -> Option<(Anchor, Trigger)> {
        let close = self.date.start.checked_sub(2)?;
        if self.before(1)?.text != "of" || !self.word(close)?.mark(&['’', '”', '"', '\'']) {
            return None;
        }
        let quote = |i: &usize| self.word(*i).is_some_and(|w| w.mark(&['‘', '“', '"', '\'']));
        let open = (words.start..close).rev().find(quote)?;
        let noun = (words.start..open).rev().find_map(|i| {
            let trigger = self.names(i)?;
            quote(&(i + 1)).then_some((i, trigger))
        })?;
        Some((Anchor::Name(noun.0, open, close + 1), noun.1))
    }

    /// What the noun at a word names, where it says more than little.
    pub(super) fn names(&self, at: usize) -> Option<Trigger> {
        sense::of(self.sentence, at).filter(|t| t.strength > 1)
    }

    /// "the six months ended Oct. 1": the words of a period.
    pub(super) fn is_span(&self, predicate: &Predicate) -> bool {
        let unit = predicate.first.checked_sub(1).and_then(|i| self.word(i));
        self.word(predicate.head).is_some_and(|w| w.lemma() == "end")
            && unit.is_some_and(|w| w.says(hint::PERIOD))
    }
}
