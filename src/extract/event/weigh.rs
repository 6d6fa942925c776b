//! Which word gives the type: a predicate and the nouns around it come in, each with its strength; the word that
//! says most goes out, and what the title is to be built on. Nothing where the predicate tells of a mere state.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Hung, Parts};
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// Past tenses that no list knows still tell of something.
const TOLD: Trigger =
    Trigger { kind: EventKind::Other, strength: 1, id: 3, rule: "event.other.told" };
/// "A tree fell on a wedding party": a fall of things.
const TOLD_OF: Trigger = Trigger { strength: 2, ..TOLD };
/// What armies do.
const OF_ARMS: Trigger =
    Trigger { kind: EventKind::Conflict, strength: 2, id: 7, rule: "event.conflict.arms" };
/// Verbs that tell a figure where one follows.
const FIGURED: [&str; 11] = [
    "lost",
    "posted",
    "contracted",
    "shed",
    "finished",
    "closed",
    "ended",
    "stood",
    "netted",
    "reached",
    "reach",
];
/// Who is found guilty is sentenced.
const VERDICT: Trigger = Trigger {
    kind: EventKind::Counterterror,
    strength: 3,
    id: 8,
    rule: "event.counterterror.verdict",
};
/// What is met and is no meeting.
const MEASURES: [&str; 16] = [
    "criteria",
    "requirements",
    "requirement",
    "needs",
    "demand",
    "demands",
    "goal",
    "goals",
    "target",
    "targets",
    "standards",
    "deadline",
    "obligations",
    "expectations",
    "conditions",
    "challenge",
];
/// A rise or a fall with no number in its clause is a broad shift.
const CHANGED: Trigger =
    Trigger { kind: EventKind::Trend, strength: 2, id: 4, rule: "event.trend.change" };
/// A figure at a date.
const FIGURE: Trigger =
    Trigger { kind: EventKind::Statistic, strength: 2, id: 5, rule: "event.statistic.figure" };

/// Weighs the words around a date.
pub(super) struct Scale<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) date: &'a Range<usize>,
    pub(super) parts: &'a Parts,
}

impl<'a> Scale<'a> {
    fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    /// Weighs the predicate and the nouns around it, and takes the word that says most.
    pub(super) fn weighed(
        &self,
        clause: usize,
        words: &Range<usize>,
        predicate: Predicate,
    ) -> Option<Hung> {
        let head = self.word(predicate.head)?;
        // "going to", "expected to": the verb behind it says what.
        let onward = predicate.last > predicate.head
            && (head.is(class::PLAN) || head.text == "going")
            && self.word(predicate.last).is_some_and(|w| !w.is(class::STATIVE));
        let verbs = if onward { predicate.last } else { predicate.head }..=predicate.last;
        let verb = [*verbs.start(), *verbs.end()]
            .iter()
            .filter_map(|&i| self.word(i)?.entry.verb?.1)
            .max_by_key(|t| t.strength);
        let noun = self.best_noun();
        let figure = self.figure(words);
        let still = predicate.copula || (head.is(class::STATIVE) && !onward);
        let present = predicate.first == predicate.head
            && matches!(head.form(), Some(Form::Present | Form::Base));
        if present && !predicate.copula && verb.is_none_or(|t| t.strength < 2) {
            return None;
        }
        if still {
            let named = |(i, t): (usize, Trigger)| {
                !matches!(head.text, "is" | "are" | "am") && t.strength > 2
                    || t.strength > 1 && i > predicate.last && !self.is_inner(i)
            };
            let noun = noun.filter(|&(i, t, _)| named((i, t))).map(|(i, t, _)| {
                let object = !predicate.copula && i > predicate.last && self.is_past(predicate);
                (clause, if object { Anchor::Predicate(predicate) } else { Anchor::Noun(i) }, t)
            });
            let figure = figure && !matches!(head.text, "is" | "are" | "am");
            let figure = figure.then_some((clause, Anchor::Predicate(predicate), FIGURE));
            return figure.or(noun);
        }
        if verb.is_none()
            && let Some((i, trigger, _)) =
                noun.filter(|(i, t, _)| *i > predicate.last && t.strength > 1)
            && (predicate.last..i).any(|k| self.word(k).is_some_and(|w| w.text == "by"))
        {
            return Some((clause, Anchor::Noun(i), trigger));
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
        let word = if word.strength < 2 {
            self.elsewhere(words).or_else(|| self.spoken(words, predicate)).unwrap_or(word)
        } else {
            word
        };
        let counted = figure
            || self.parts.rest.iter().any(|&i| {
                self.word(i).is_some_and(|w| w.shape == Shape::Number && w.date.is_none())
            });
        let next = self.parts.rest.first().and_then(|&i| self.word(i)).map_or("", |w| w.text);
        let lives = self.parts.rest.iter().take(4).filter_map(|&i| self.word(i));
        let near = |words: &[&str]| {
            self.parts
                .rest
                .iter()
                .take(6)
                .filter_map(|&i| self.word(i))
                .any(|w| words.contains(&w.text))
        };
        let guilty = near(&["guilty"]) && matches!(head.text, "found" | "pleaded" | "pled");
        let word = if guilty { VERDICT } else { word };
        let carried =
            word.kind == EventKind::Meeting && word.strength < 2 && head.is(class::CARRIER);
        let met = matches!(head.text, "met" | "meet" | "meets") && near(&MEASURES);
        let idiom = carried
            || met
            || head.text == "called" && near(&["police", "ambulance"])
            || head.text == "called"
                && predicate.first < predicate.head
                && matches!(next, "to" | "out" | "in")
            || matches!(head.text, "claimed" | "claims")
                && lives.into_iter().any(|w| matches!(w.text, "lives" | "life" | "victims"));
        let word = if idiom { TOLD_OF } else { word };
        let armed = word.strength < 2
            && self.parts.subject.iter().any(|&i| self.word(i).is_some_and(|w| w.is(class::ARMED)));
        let word = if armed { OF_ARMS } else { word };
        let lost = figure && word.kind == EventKind::Other && FIGURED.contains(&head.text);
        let word = if lost { FIGURE } else { word };
        let measured = self.is_measure()
            && verb.is_none_or(|t| t.strength < 2)
            && !matches!(word.kind, EventKind::Statistic | EventKind::Trend);
        let word = if measured { CHANGED } else { word };
        let falls = word.kind == EventKind::Statistic
            && !counted
            && matches!(
                head.text,
                "fell" | "fallen" | "falls" | "fall" | "dropped" | "slipped" | "grew" | "climbed"
            )
            && self.parts.rest.first().is_some_and(|&i| {
                self.word(i).is_some_and(|w| {
                    matches!(
                        w.text,
                        "on" | "onto" | "up" | "into" | "from" | "off" | "through" | "over"
                    )
                })
            });
        let word = if falls { TOLD_OF } else { word };
        let uncounted = word.kind == EventKind::Statistic && word.strength < 3 && !counted;
        let word = if uncounted && word.strength < 2 { TOLD } else { word };
        let uncounted = uncounted && word.kind == EventKind::Statistic;
        let word = if uncounted { Trigger { strength: word.strength, ..CHANGED } } else { word };
        let word = if figure && word.kind == EventKind::Trend && word.strength < 3 {
            FIGURE
        } else {
            word
        };
        let open = self.sentence.clauses.get(clause).is_some_and(|c| c.link == Link::Participle);
        if (!predicate.finite && !open) || (word.strength < 2 && !self.is_past(predicate)) {
            return None;
        }
        Some((clause, Anchor::Predicate(predicate), word))
    }

    /// A strong word in the clause that follows, for a predicate that says little: "the events that occurred …, where
    /// people died".
    fn elsewhere(&self, words: &Range<usize>) -> Option<Trigger> {
        let opens = |w: &&Word<'_>| w.is(class::SUBORDINATOR | class::RELATIVE);
        let start = words
            .clone()
            .rev()
            .chain([words.end])
            .find(|&i| self.word(i).as_ref().is_some_and(opens));
        let start = start.filter(|&i| i > self.date.start)?;
        (start..self.sentence.words.len().min(start + 16)).find_map(|i| {
            let word = self.word(i)?;
            let verb =
                word.entry.verb.and_then(|(_, t)| t).filter(|_| self.sentence.in_predicate(i));
            let strong = |t: &Trigger| {
                t.strength > 1 && matches!(t.kind, EventKind::Attack | EventKind::Conflict)
            };
            verb.filter(strong).or(word.entry.noun.filter(strong))
        })
    }

    /// Whether a word of the complement stands behind a preposition.
    fn is_inner(&self, index: usize) -> bool {
        let before = self.parts.rest.iter().take_while(|&&i| i < index);
        before.filter_map(|&i| self.word(i)).any(|w| w.is(class::PREPOSITION))
    }

    /// "the number of conflicts rose": a measure.
    fn is_measure(&self) -> bool {
        let head = self.parts.subject.iter().filter_map(|&i| self.word(i));
        let mut head = head.take_while(|w| !w.is(class::PREPOSITION));
        head.any(|w| {
            matches!(
                w.text,
                "number"
                    | "share"
                    | "level"
                    | "rate"
                    | "proportion"
                    | "percentage"
                    | "amount"
                    | "price"
                    | "prices"
                    | "cost"
                    | "costs"
                    | "value"
            )
        })
    }

    /// "the United Nations Development Programme": a body, not what it does.
    fn is_name(&self, noun: usize, kind: EventKind) -> bool {
        let capital = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let act = matches!(
            kind,
            EventKind::Agreement | EventKind::Meeting | EventKind::Initiative | EventKind::Conflict
        );
        let before = noun.checked_sub(1).is_some_and(capital) || capital(noun + 1);
        self.parts.subject.contains(&noun) && capital(noun) && before && !act
    }

    /// "In an interview, the minister spoke of …": a circumstance that says how it was told.
    fn spoken(&self, words: &Range<usize>, predicate: Predicate) -> Option<Trigger> {
        let first = self.parts.subject.first().copied().unwrap_or(predicate.first);
        (words.start.max(first.saturating_sub(12))..first).find_map(|i| {
            self.word(i)?.entry.noun.filter(|t| t.strength > 1 && t.kind == EventKind::Statement)
        })
    }

    /// The noun that weighs most for a predicate: near it, strong, and not deep inside a phrase.
    fn best_noun(&self) -> Option<(usize, Trigger, i32)> {
        let weigh = |(k, i): (usize, usize), inner: bool, least: usize| {
            let word = self.word(i).filter(|w| !w.aside && w.date.is_none())?;
            let trigger = word.entry.noun.filter(|t| !self.is_name(i, t.kind))?;
            let away = (k + least).min(30) as i32 + if inner { 12 } else { 0 };
            Some((i, trigger, i32::from(trigger.strength) * 10 - away))
        };
        let hangs = |words: &[usize]| {
            let behind = |&i: &usize| {
                self.word(i).is_some_and(|w| w.is(class::PREPOSITION) && w.text != "of")
            };
            words.iter().position(behind).unwrap_or(words.len())
        };
        let (subject, rest) = (&self.parts.subject, &self.parts.rest);
        let (head, object) = (hangs(subject), hangs(rest));
        let said = subject
            .iter()
            .enumerate()
            .filter_map(|(k, &i)| weigh((head.saturating_sub(k + 1), i), k > head, 3));
        let done = rest.iter().enumerate().filter_map(|(k, &i)| weigh((k, i), k > object, 1));
        said.chain(done).max_by_key(|&(i, _, weight)| (weight, i))
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
        let planned = predicate.last > predicate.head;
        let past = planned
            || matches!(form, Some(Form::Past | Form::Participle))
            || (form.is_none() && head.is_some_and(|w| w.text.ends_with("ed")));
        let chain = predicate.first < predicate.head;
        past || chain
    }
}
