//! What a date hangs on: a sentence and one of its dates come in; the predicate or event noun the date belongs to,
//! and the word that gives the type, go out. Nothing where the date only names, compares or lists.

use super::class;
use super::found::{Anchor, Found, Hung};
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::weigh::Scale;
use super::word::{Shape, Word};
use crate::extract::{DateMention, EventKind};
use std::ops::Range;

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
    // "Net sales" alone says nothing happened.
    if word.kind == EventKind::Statistic && matches!(anchor, Anchor::Noun(_)) {
        return None;
    }
    if !anchored && (word.strength < 2 || place.is_adjective()) {
        return None;
    }
    let word = place.answered(clause, word);
    Some(Found { date: range, clause, anchor, word })
}

/// A conflict that somebody works to end.
const SETTLED: Trigger =
    Trigger { kind: EventKind::Initiative, strength: 2, rule: "event.initiative.settled" };
/// Violence that somebody works against.
const COUNTERED: Trigger =
    Trigger { kind: EventKind::Counterterror, strength: 2, rule: "event.counterterror.against" };
/// A date between brackets stands within so many words of the bracket that opens.
const BRACKETED: usize = 12;

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

    /// What is done about violence is no violence: "the settlement of the war", "the fight against terrorism".
    fn answered(&self, clause: usize, word: Trigger) -> Trigger {
        if !matches!(word.kind, EventKind::Attack | EventKind::Conflict) {
            return word;
        }
        let words = self.sentence.clauses.get(clause).map_or(0..0, |c| c.words.clone());
        let near = |noun: usize| noun.saturating_sub(6).max(words.start)..noun;
        let noun = words.clone().find(|&i| {
            self.word(i).is_some_and(|w| w.entry.noun.is_some_and(|t| t.rule == word.rule))
        });
        let answer = noun.and_then(|noun| {
            near(noun)
                .rev()
                .find(|&i| self.word(i).is_some_and(|w| w.is(class::SETTLE | class::COUNTER)))
        });
        let linked = answer.zip(noun).filter(|&(from, to)| {
            !(from + 1..to)
                .any(|i| self.sentence.in_predicate(i) || self.word(i).is_some_and(Word::is_mark))
        });
        match linked.and_then(|(at, _)| self.word(at)) {
            Some(w) if w.is(class::SETTLE) => SETTLED,
            Some(_) if word.kind == EventKind::Attack => COUNTERED,
            _ => word,
        }
    }

    /// "2014: 136 recruits": one of a series of figures.
    fn is_listed(&self) -> bool {
        self.after().is_some_and(|w| w.mark(&[':']))
    }

    /// "compared with 2015", "than in 2015".
    fn is_yardstick(&self) -> bool {
        let near = |steps| self.before(steps).map_or("", |w| w.text);
        let text = |i: usize| self.word(i).map_or("", |w| w.text);
        let lead = self.date.start.saturating_sub(8)..self.date.start;
        let measured = lead.clone().any(|i| text(i) == "compared" && text(i + 1) == "with");
        let than = |word: &str| matches!(word, "than" | "versus" | "unlike");
        let compared = |word: &str| matches!(word, "compared" | "comparison");
        measured || than(near(1)) || than(near(2)) || compared(near(2)) || compared(near(3))
    }

    /// "recent initiatives": an adjective that only looks like a date.
    fn is_adjective(&self) -> bool {
        let one = self.date.len() == 1;
        one && self.after().is_some_and(Word::is_content)
            && self.word(self.date.start).is_some_and(|w| {
                matches!(
                    w.text,
                    "recent" | "current" | "past" | "future" | "former" | "latest" | "previous"
                )
            })
    }

    fn is_aside(&self) -> bool {
        self.word(self.date.start).is_some_and(|w| w.aside)
    }

    /// A date between brackets dates the programme, law or event whose name stands before them: "Concept (2023–2027)".
    fn aside(&self) -> Option<Hung> {
        let nearest = self.date.start.saturating_sub(BRACKETED)..self.date.start;
        let open = nearest.rev().find(|&i| self.word(i).is_some_and(|w| !w.aside))?;
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
        let at = self.sentence.predicates.partition_point(|p| p.first < index);
        self.sentence.predicates.get(at).is_some_and(|p| p.first == index)
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
        if let Some((anchor, trigger)) = self.quoted_name(&words) {
            return Some((clause, anchor, trigger));
        }
        if let Some((noun, trigger)) = self.noun_before(&words) {
            return Some((clause, Anchor::Noun(noun), trigger));
        }
        let (clause, predicate) = if let Some(predicate) = self.predicate(&words) {
            // "Having crossed into Europe in April, the army began": the clause it leads up to tells.
            let leads = clause == 0 && !predicate.finite;
            leads.then(|| self.neighbour(0)).flatten().unwrap_or((clause, predicate))
        } else if let Some((noun, trigger)) = self.nearest_noun(&words, 6) {
            return Some((clause, Anchor::Noun(noun), trigger));
        } else {
            self.neighbour(clause)?
        };
        let words = self.sentence.clauses.get(clause)?.words.clone();
        Scale { sentence: self.sentence, date: &self.date }.weighed(clause, &words, predicate)
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
        let before = all.iter().rev().find(|p| p.head < self.date.start && !self.is_span(p));
        let after = || all.iter().find(|p| p.finite && !self.sentence.is_reduced(p, words));
        before.or_else(after).copied()
    }

    /// "the six months ended Oct. 1": the words of a period.
    fn is_span(&self, predicate: &Predicate) -> bool {
        let text = |i: usize| self.word(i).map_or("", |w| w.text);
        let unit = predicate.first.checked_sub(1).map_or("", text);
        matches!(text(predicate.head), "ended" | "ending" | "ends")
            && matches!(
                unit,
                "months" | "month" | "weeks" | "week" | "year" | "years" | "quarter" | "period"
            )
    }

    /// "the law ‘On …’ of DATE"; in "the laws ‘…’ of DATE and ‘…’ of DATE" the noun stands before the first name.
    fn quoted_name(&self, words: &Range<usize>) -> Option<(Anchor, Trigger)> {
        let close = self.date.start.checked_sub(2)?;
        if self.before(1)?.text != "of" || !self.word(close)?.mark(&['’', '”', '"', '\'']) {
            return None;
        }
        let quote = |i: &usize| self.word(*i).is_some_and(|w| w.mark(&['‘', '“', '"', '\'']));
        let open = (words.start..close).rev().find(quote)?;
        let noun = (words.start..open).rev().find_map(|i| {
            let trigger = self.word(i)?.entry.noun.filter(|t| t.strength > 1)?;
            quote(&(i + 1)).then_some((i, trigger))
        })?;
        Some((Anchor::Name(noun.0, open, close + 1), noun.1))
    }

    /// An event noun right before the date that is not the object of the predicate: "after the incident in 2015".
    fn noun_before(&self, words: &Range<usize>) -> Option<(usize, Trigger)> {
        let lead = self.before(1)?;
        if !lead.is(class::PREPOSITION) || matches!(lead.text, "until" | "till" | "by" | "since") {
            return None;
        }
        let start = self.date.start.checked_sub(2)?;
        let of = lead.text == "of" || lead.text == "for";
        let reach = if of { 16 } else { 1 };
        let first = words.start.max(start.saturating_sub(reach - 1));
        let noun = (first..=start).rev().take_while(|&i| !self.sentence.in_predicate(i)).find_map(
            |i| {
                let trigger =
                    self.word(i)?.entry.noun.filter(|t| t.strength > 1 && !self.is_idiom(i))?;
                let act = matches!(
                    trigger.kind,
                    EventKind::Law | EventKind::Programme | EventKind::Agreement
                );
                (i == start || act).then_some((i, trigger))
            },
        )?;
        let verb = self.sentence.predicates_in(words).rfind(|p| p.last < noun.0);
        let free = match verb {
            None => true,
            Some(p) => p.copula || of || self.shielded(p.last + 1..noun.0),
        };
        free.then_some(noun)
    }

    /// "in operation", "at war": a noun with a preposition and no article tells of a state.
    fn is_idiom(&self, noun: usize) -> bool {
        noun.checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| matches!(w.text, "in" | "at"))
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
            let told = |t: &Trigger| t.strength > 1 && !word.aside && !self.is_idiom(i);
            Some((i, word.entry.noun.filter(told)?))
        })
    }
}
