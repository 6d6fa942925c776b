//! What a date hangs on: a sentence and one of its dates come in; the predicate or event noun the date belongs to,
//! and the word that gives the type, go out. Nothing where the date only names, compares or lists.

use super::clause::{Link, Predicate};
use super::lexicon::{Form, Trigger, class};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::{DateMention, EventKind};
use std::ops::Range;

/// A dated happening in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The words of the date.
    pub(super) date: Range<usize>,
    /// The clause it stands in, as an index of the sentence's clauses.
    pub(super) clause: usize,
    /// What the date hangs on.
    pub(super) anchor: Anchor,
    /// The word that gives the type.
    pub(super) word: Trigger,
}

/// What a date hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// A predicate.
    Predicate(Predicate),
    /// A noun that names a happening, as an index of the sentence's words.
    Noun(usize),
}

/// Past tenses that no list knows still tell of something; a broad shift is the least that can be said of it.
const TOLD: Trigger = Trigger { kind: EventKind::Trend, strength: 1, rule: "event.trend.told" };
/// A figure at a date.
const FIGURE: Trigger =
    Trigger { kind: EventKind::Statistic, strength: 2, rule: "event.statistic.figure" };

/// Finds what a date hangs on.
pub(super) fn of(sentence: &Sentence<'_>, date: usize, mention: &DateMention) -> Option<Found> {
    let range = sentence.date(date)?;
    let place = Place { sentence, date: range.clone() };
    if place.is_listed() || place.is_yardstick() {
        return None;
    }
    let anchored = mention.date.as_ref().is_some_and(|d| d.anchored);
    let (clause, anchor, word) = if place.is_aside() {
        place.aside()?
    } else if place.is_modifier() {
        place.modified()?
    } else {
        place.told()?
    };
    if !anchored && word.strength < 2 {
        return None;
    }
    Some(Found { date: range, clause, anchor, word })
}

type Hung = (usize, Anchor, Trigger);

struct Place<'a> {
    sentence: &'a Sentence<'a>,
    date: Range<usize>,
}

impl<'a> Place<'a> {
    fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    fn before(&self, steps: usize) -> Option<&Word<'a>> {
        self.word(self.date.start.checked_sub(steps)?)
    }

    fn after(&self) -> Option<&Word<'a>> {
        self.word(self.date.end)
    }

    /// "2014: 136 recruits": one of a series of figures.
    fn is_listed(&self) -> bool {
        self.after().is_some_and(|w| w.mark(&[':']))
    }

    /// "compared with 2015", "than in 2015".
    fn is_yardstick(&self) -> bool {
        let near = |steps| self.before(steps).map_or("", |w| w.text);
        let than = |word: &str| matches!(word, "than" | "versus" | "unlike");
        let compared = |word: &str| matches!(word, "compared" | "comparison");
        than(near(1)) || than(near(2)) || compared(near(2)) || compared(near(3))
    }

    fn is_aside(&self) -> bool {
        self.word(self.date.start).is_some_and(|w| w.aside)
    }

    /// A date between brackets dates the programme, law or event whose name stands before them: "Concept (2023–2027)".
    fn aside(&self) -> Option<Hung> {
        let open = (0..self.date.start).rev().find(|&i| self.word(i).is_some_and(|w| !w.aside))?;
        let first = open.saturating_sub(4);
        let noun = (first..=open).rev().find_map(|i| {
            let word = self.word(i)?;
            let named = word.entry.noun.filter(|t| t.strength > 1)?;
            (i == open || word.shape == Shape::Capital).then_some((i, named))
        })?;
        let alone = (open + 2..self.date.start)
            .all(|i| self.word(i).is_some_and(|w| w.is(class::PREPOSITION)));
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
    fn is_modifier(&self) -> bool {
        let possessive = self.after().is_some_and(|w| w.text.starts_with('’') || w.text == "'s")
            || self
                .word(self.date.end.saturating_sub(1))
                .is_some_and(|w| w.text.ends_with("'s") || w.text.ends_with("’s"));
        let noun = self.after().is_some_and(|w| {
            w.is_content() && w.shape != Shape::Number && !self.opens_predicate(self.date.end)
        });
        let led = self.before(1).is_some_and(|w| {
            w.is(class::DETERMINER)
                || (w.is_content() && w.form().is_none() && w.shape == Shape::Capital)
        });
        possessive || (noun && led)
    }

    fn opens_predicate(&self, index: usize) -> bool {
        self.sentence.predicates.iter().any(|p| p.first == index)
    }

    fn modified(&self) -> Option<Hung> {
        let named =
            self.before(1).is_some_and(|w| w.shape == Shape::Capital && !w.is(class::DETERMINER));
        let end = self.date.end + 5;
        let stop = (self.date.end..end).find(|&i| {
            self.word(i)
                .is_none_or(|w| w.is_mark() || w.is(class::FUNCTION) || self.opens_predicate(i))
        });
        let noun = (self.date.end..stop.unwrap_or(end)).find_map(|i| {
            let word = self.word(i)?;
            let trigger = word.entry.noun.filter(|t| t.strength > 1)?;
            let name = word.shape == Shape::Capital
                && matches!(
                    trigger.kind,
                    EventKind::Law | EventKind::Programme | EventKind::Agreement
                );
            (!name).then_some((i, trigger))
        })?;
        let clause = self.sentence.clause_of(self.date.start)?;
        (!named).then_some((clause, Anchor::Noun(noun.0), noun.1))
    }

    /// A date in running words.
    fn told(&self) -> Option<Hung> {
        let clause = self.sentence.clause_of(self.date.start)?;
        let words = self.sentence.clauses.get(clause)?.words.clone();
        if let Some((noun, trigger)) = self.noun_before(&words) {
            return Some((clause, Anchor::Noun(noun), trigger));
        }
        let (clause, predicate) = if let Some(predicate) = self.predicate(&words) {
            (clause, predicate)
        } else if let Some((noun, trigger)) = self.nearest_noun(&words, 6) {
            return Some((clause, Anchor::Noun(noun), trigger));
        } else {
            self.neighbour(clause)?
        };
        let words = self.sentence.clauses.get(clause)?.words.clone();
        self.weighed(clause, &words, predicate)
    }

    /// A predicate in a clause next to one that has none.
    fn neighbour(&self, clause: usize) -> Option<(usize, Predicate)> {
        let of = |index: usize| {
            let words = &self.sentence.clauses.get(index)?.words;
            Some((index, *self.sentence.predicates_in(words).find(|p| p.finite)?))
        };
        if clause == 0 { of(1).or_else(|| of(2)) } else { None }
    }

    /// The predicate a date belongs to: the last one before it, else the first after it.
    fn predicate(&self, words: &Range<usize>) -> Option<Predicate> {
        let all: Vec<Predicate> = self.sentence.predicates_in(words).copied().collect();
        let before = all.iter().rev().find(|p| p.head < self.date.start);
        before.or_else(|| all.iter().find(|p| p.finite)).copied()
    }

    /// An event noun right before the date that is not the object of the predicate: "after the incident in 2015".
    fn noun_before(&self, words: &Range<usize>) -> Option<(usize, Trigger)> {
        let lead = self.before(1)?;
        if !lead.is(class::PREPOSITION) || matches!(lead.text, "until" | "till" | "by" | "since") {
            return None;
        }
        let start = self.date.start.checked_sub(2)?;
        let of = lead.text == "of" || lead.text == "for";
        let reach = if of { 9 } else { 1 };
        let first = words.start.max(start.saturating_sub(reach - 1));
        let noun = (first..=start).rev().take_while(|&i| !self.in_predicate(i)).find_map(|i| {
            let trigger = self.word(i)?.entry.noun.filter(|t| t.strength > 1)?;
            Some((i, trigger))
        })?;
        let verb = self.sentence.predicates_in(words).filter(|p| p.last < noun.0).last();
        let free = match verb {
            None => true,
            Some(p) => p.copula || of || self.shielded(p.last + 1..noun.0),
        };
        free.then_some(noun)
    }

    fn in_predicate(&self, index: usize) -> bool {
        self.sentence.predicates.iter().any(|p| (p.first..=p.last).contains(&index))
    }

    /// Whether a preposition keeps a noun from being the object of the predicate.
    fn shielded(&self, mut between: Range<usize>) -> bool {
        between.any(|i| {
            self.word(i).is_some_and(|w| {
                matches!(
                    w.text,
                    "after"
                        | "before"
                        | "following"
                        | "since"
                        | "despite"
                        | "of"
                        | "about"
                        | "for"
                        | "from"
                        | "over"
                        | "because"
                        | "during"
                        | "until"
                        | "against"
                )
            })
        })
    }

    fn nearest_noun(&self, words: &Range<usize>, reach: usize) -> Option<(usize, Trigger)> {
        let first = words.start.max(self.date.start.saturating_sub(reach));
        let last = words.end.min(self.date.end + reach);
        let back = (first..self.date.start).rev();
        back.chain(self.date.end..last).find_map(|i| {
            let word = self.word(i)?;
            Some((i, word.entry.noun.filter(|t| t.strength > 1 && !word.aside)?))
        })
    }

    /// Weighs the predicate and the nouns around it, and takes the word that says most.
    fn weighed(&self, clause: usize, words: &Range<usize>, predicate: Predicate) -> Option<Hung> {
        let head = self.word(predicate.head)?;
        let verb = [predicate.head, predicate.last]
            .iter()
            .filter_map(|&i| self.word(i)?.entry.verb?.1)
            .max_by_key(|t| t.strength);
        let noun = self.best_noun(words, predicate);
        let figure = self.figure(words);
        let still = predicate.copula || head.is(class::STATIVE);
        if still {
            let noun = noun
                .filter(|(_, t, _)| t.strength > 1)
                .map(|(i, t, _)| (clause, Anchor::Noun(i), t));
            let figure = figure.then_some((clause, Anchor::Predicate(predicate), FIGURE));
            return figure.or(noun);
        }
        let carried = head.is(class::CARRIER);
        let verb_weight =
            verb.map_or(0, |t| i32::from(t.strength) * 10 - if carried { 12 } else { 0 });
        let word = match (verb, noun) {
            (_, Some((_, trigger, weight))) if weight > verb_weight => trigger,
            (Some(trigger), _) => trigger,
            (None, _) if self.is_past(predicate) => TOLD,
            _ => return None,
        };
        let word = if figure && word.kind == EventKind::Trend { FIGURE } else { word };
        let open = self.sentence.clauses.get(clause).is_some_and(|c| c.link == Link::Participle);
        if (!predicate.finite && !open) || (word.strength < 2 && !self.is_past(predicate)) {
            return None;
        }
        Some((clause, Anchor::Predicate(predicate), word))
    }

    /// The noun that weighs most for a predicate: near it, strong, and not part of the date.
    fn best_noun(
        &self,
        words: &Range<usize>,
        predicate: Predicate,
    ) -> Option<(usize, Trigger, i32)> {
        let weigh = |i: usize| {
            let word = self.word(i).filter(|w| !w.aside && w.date.is_none())?;
            let trigger = word.entry.noun?;
            let before = i < predicate.first;
            let gap =
                if before { predicate.first - i + 3 } else { i.saturating_sub(predicate.last) };
            let weight = i32::from(trigger.strength) * 10 - gap.min(30) as i32;
            Some((i, trigger, weight))
        };
        let outside = |i: &usize| !(predicate.first..=predicate.last).contains(i);
        words.clone().filter(outside).filter_map(weigh).max_by_key(|&(i, _, weight)| (weight, i))
    }

    /// A figure with a per cent or scale word in the clause.
    fn figure(&self, words: &Range<usize>) -> bool {
        words.clone().any(|i| {
            let number = self.word(i).is_some_and(|w| w.shape == Shape::Number && w.date.is_none());
            let unit = self.word(i + 1).map_or("", |w| w.text);
            number
                && (matches!(
                    unit,
                    "%" | "percent" | "per" | "million" | "billion" | "trillion" | "thousand"
                ) || self
                    .word(i)
                    .is_some_and(|w| w.text.ends_with('%') || w.text.starts_with('$')))
        })
    }

    fn is_past(&self, predicate: Predicate) -> bool {
        let head = self.word(predicate.head);
        let form = head.and_then(Word::form);
        let past = matches!(form, Some(Form::Past | Form::Participle))
            || (form.is_none() && head.is_some_and(|w| w.text.ends_with("ed")));
        let chain = predicate.first < predicate.head;
        past || chain
    }
}
