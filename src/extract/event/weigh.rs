//! Which word gives the type: a predicate and the nouns around it come in, each with its strength; the word that
//! says most goes out, and what the title is to be built on. Nothing where the predicate tells of a mere state.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Hung, Parts};
use super::hint;
use super::idiom::{FIGURE, TOLD, TOLD_OF, Turn};
use super::lexicon::Trigger;
use super::look::looks_gerund;
use super::predicate::Predicate;
use super::sense;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// A noun, what it names, and how much it weighs.
type Weighed = (usize, Trigger, i32);

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

    /// Whether a verb only says how things are; "was named head of the agency" does not.
    fn is_state(&self, predicate: Predicate, onward: bool) -> bool {
        let named = self.sentence.text(predicate.head) == "named"
            && (predicate.first..predicate.head).any(|i| self.sentence.is(i, class::BE));
        self.sentence.is(predicate.head, class::STATIVE) && !onward && !named
    }

    /// Weighs the predicate and the nouns around it, and takes the word that says most.
    pub(super) fn weighed(
        &self,
        clause: usize,
        words: &Range<usize>,
        predicate: Predicate,
    ) -> Option<Hung> {
        let head = self.word(predicate.head)?;
        let onward = self.is_onward(predicate, head);
        let noun = self.best_noun();
        let verb = self.verb(predicate, onward, noun);
        let figure = self.figure(words);
        let due = onward && self.sentence.is_due(&predicate);
        let still = predicate.copula && !due || self.is_state(predicate, onward);
        let present = predicate.first == predicate.head
            && matches!(head.form(), Some(Form::Present | Form::Base));
        if let Some((i, trigger, _)) = noun.filter(|&n| present && self.is_hailed(n, predicate)) {
            return Some((clause, Anchor::Noun(i), trigger));
        }
        let plans = onward && head.is(class::PLAN) || predicate.copula;
        if present && !plans && verb.is_none_or(|t| t.strength < 2) {
            return None;
        }
        if still {
            let now = |w: &Word<'_>| w.is(class::PRESENT);
            let named = |(i, t): (usize, Trigger)| {
                !now(head) && t.strength > 2
                    || t.strength > 1 && i > predicate.last && !self.is_inner(i)
            };
            let noun = noun.filter(|&(i, t, _)| named((i, t))).map(|(i, t, _)| {
                let object = !predicate.copula && i > predicate.last && self.is_past(predicate);
                (clause, if object { Anchor::Predicate(predicate) } else { Anchor::Noun(i) }, t)
            });
            let figure = figure && !now(head) && !matches!(head.text, "has" | "have");
            let figure = figure.then_some((clause, Anchor::Predicate(predicate), FIGURE));
            return figure.or(noun);
        }
        let means = if verb.is_none() { self.means(predicate) } else { None };
        if verb.is_none()
            && let Some((i, trigger, _)) =
                noun.filter(|(i, t, _)| *i > predicate.last && t.strength > 1)
            && (predicate.last..i).any(|k| self.word(k).is_some_and(|w| w.text == "by"))
            && means.is_none()
        {
            return Some((clause, Anchor::Noun(i), trigger));
        }
        let carried = head.is(class::CARRIER);
        let verb_weight =
            verb.map_or(0, |t| i32::from(t.strength) * 10 - if carried { 12 } else { 0 });
        let word = match (verb, self.near_enough(noun, predicate, verb.is_some())) {
            (_, Some((_, trigger, weight))) if weight > verb_weight => trigger,
            (Some(trigger), _) => trigger,
            (None, aimed) if self.is_past(predicate) => {
                let aimed = aimed.map(|(_, word, _)| word);
                means.filter(|t| t.strength > 1).or(aimed).unwrap_or(TOLD)
            }
            _ => return None,
        };
        let word = self.told_by(words, predicate, word);
        let turn = Turn { sentence: self.sentence, parts: self.parts, predicate, figure };
        let own = verb.is_some_and(|t| t.strength > 1);
        let word = turn.of(word, own);
        let open = self.sentence.clauses.get(clause).is_some_and(|c| c.link == Link::Participle);
        if (!predicate.finite && !open) || (word.strength < 2 && !self.is_past(predicate)) {
            return None;
        }
        Some((clause, Anchor::Predicate(predicate), word))
    }

    /// "welcomes the holding of the summit in Oslo on 3 May": what is spoken of happened then.
    fn is_hailed(&self, (noun, trigger, _): Weighed, predicate: Predicate) -> bool {
        let hails = self.sentence.says(predicate.head, hint::HAIL)
            || self.word(predicate.last + 1).is_some_and(|w| w.text == "forward");
        hails && trigger.strength > 1 && (predicate.last..self.date.start).contains(&noun)
    }

    /// "going to", "expected to": the verb behind it says what.
    fn is_onward(&self, predicate: Predicate, head: &Word<'_>) -> bool {
        predicate.last > predicate.head
            && (head.is(class::PLAN)
                || head.text == "going"
                || head.says(hint::PHASE)
                || self.sentence.is_due(&predicate))
            && self.word(predicate.last).is_some_and(|w| !w.is(class::STATIVE))
    }

    /// What the verb tells by itself.
    fn verb(&self, predicate: Predicate, onward: bool, noun: Option<Weighed>) -> Option<Trigger> {
        // "A conference is planned": what is planned says what.
        let plan = self.sentence.is(predicate.head, class::PLAN);
        let named = noun.is_some_and(|(_, t, _)| t.strength > 1);
        if plan && named && !onward && predicate.first < predicate.head {
            return None;
        }
        let first = if onward { predicate.last } else { predicate.head };
        [first, predicate.last]
            .iter()
            .filter_map(|&i| self.word(i)?.told())
            .max_by_key(|t| t.strength)
    }

    /// "stunned the region by signing a pact": by what somebody did it, and what that verb tells.
    fn means(&self, predicate: Predicate) -> Option<Trigger> {
        let rest = &self.parts.rest;
        let by = rest.iter().position(|&i| self.word(i).is_some_and(|w| w.text == "by"))?;
        let &done = rest.get(by + 1).filter(|&&i| i > predicate.last)?;
        let word = self.word(done).filter(|w| looks_gerund(w))?;
        Some(word.told().filter(|t| t.strength > 1).unwrap_or(TOLD))
    }

    /// The noun where it may say what happened. "saved lives during the crisis": what it happened in is not what
    /// happened, and what a strong noun is only the aim of is something else that did.
    fn near_enough(
        &self,
        noun: Option<Weighed>,
        predicate: Predicate,
        known: bool,
    ) -> Option<Weighed> {
        let (i, word, weight) = noun?;
        if known && self.is_beside(i, predicate) || self.is_of_subject(i, predicate) {
            return None;
        }
        let own = known || i < predicate.first || !self.is_inner(i);
        match (own, word.strength > 2, self.is_aimed_at(i)) {
            (true, ..) | (_, true, false) => Some((i, word, weight)),
            (_, true, true) => Some((i, TOLD_OF, 0)),
            _ => None,
        }
    }

    /// "The rebels in the civil war took a step": what stands deep in a subject is not what its verb tells.
    fn is_of_subject(&self, index: usize, predicate: Predicate) -> bool {
        let inner = self.parts.subject.iter().take_while(|&&i| i < index);
        let inner = index < predicate.first
            && inner
                .filter_map(|&i| self.word(i))
                .any(|w| w.is(class::PREPOSITION) && w.text != "of");
        let place = self.word(predicate.last + 1).is_some_and(|w| w.text == "place");
        let happens = self.word(predicate.head).is_some_and(|w| {
            let takes = w.lemma() == "take";
            w.is(class::CARRIER) || w.says(hint::HAPPENS | hint::MOVES) && (!takes || place)
        });
        inner && !happens
    }

    /// "died after a battle with cancer", "spoke of the war": what a verb of its own type has behind a preposition is not
    /// what happened; "led to a war", "held talks in the crisis" still is.
    fn is_beside(&self, index: usize, predicate: Predicate) -> bool {
        let head = self.word(predicate.head);
        let says = head.is_some_and(|w| {
            w.is(class::CARRIER) || w.says(hint::HAPPENS) || w.hints(hint::LEADING)
        });
        // "made a commitment to fighting crime"; "made offers to end the war" is about the war.
        let base = |i: usize| self.word(i).is_some_and(|w| w.form() == Some(Form::Base));
        let aimed =
            |i: usize, w: &Word<'_>| w.says(hint::AIMED) && (w.text != "to" || !base(i + 1));
        let before = self.parts.rest.iter().copied().take_while(|&i| i < index).skip(1);
        let behind = before.filter_map(|i| Some((i, self.word(i)?)));
        let behind = behind.filter(|(_, w)| w.is(class::PREPOSITION) && w.text != "of");
        let behind = behind.into_iter().any(|(i, w)| !says || aimed(i, w));
        let first = self.parts.rest.first().and_then(|&i| self.word(i));
        let open = first.is_some_and(|w| w.is(class::PREPOSITION) && !is_particle(w));
        index > predicate.last && (behind || open && !says)
    }

    /// For a word that says little, what the words around it say.
    fn told_by(&self, words: &Range<usize>, predicate: Predicate, word: Trigger) -> Trigger {
        if word.strength > 1 {
            return word;
        }
        let happens = self.sentence.says(predicate.head, hint::HAPPENS);
        let near = happens.then(|| self.elsewhere(words)).flatten();
        near.or_else(|| self.spoken(words, predicate)).unwrap_or(word)
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
            let verb = word.told().filter(|_| self.sentence.in_predicate(i));
            let strong = |t: &Trigger| {
                t.strength > 1 && matches!(t.kind, EventKind::Attack | EventKind::Conflict)
            };
            verb.filter(strong).or(word.entry.noun.filter(strong))
        })
    }

    /// Whether a word of the complement stands behind a preposition.
    fn is_inner(&self, index: usize) -> bool {
        let particle = |i: usize| self.word(i).is_some_and(is_particle);
        let before = self.parts.rest.iter().take_while(|&&i| i < index);
        let before =
            before.enumerate().skip_while(|&(k, &i)| k == 0 && particle(i)).map(|(_, i)| i);
        before.filter_map(|&i| self.word(i)).any(|w| w.is(class::PREPOSITION))
    }

    /// "offered to confess to a murder", "apologised for the war": what a verb that no list knows is about.
    fn is_aimed_at(&self, index: usize) -> bool {
        let before = self.parts.rest.iter().rev().skip_while(|&&i| i >= index);
        let lead = before
            .filter_map(|&i| self.word(i))
            .find(|w| w.is(class::PREPOSITION) && w.text != "of");
        lead.is_some_and(|w| w.says(hint::AIMED) || matches!(w.text, "over" | "with"))
    }

    /// "rally officials", "a funeral home": a noun before another noun only describes it.
    fn describes(&self, noun: usize, kind: EventKind) -> bool {
        let ill = noun.checked_sub(1).and_then(|i| self.word(i)).is_some_and(|w| w.says(hint::ILL));
        if ill && kind == EventKind::Attack {
            return true;
        }
        let adjective = self.word(noun).is_some_and(|w| matches!(w.text, "violent" | "terrorist"));
        let measure = kind == EventKind::Statistic;
        !adjective
            && !measure
            && self.word(noun + 1).is_some_and(|w| {
                w.is_content()
                    && w.shape == Shape::Lower
                    && w.form().is_none()
                    && w.entry.noun.is_none()
                    && !w.text.contains(['\'', '’'])
                    && !w.text.ends_with("ed")
                    && !w.text.ends_with("ing")
                    && !self.sentence.in_predicate(noun + 1)
            })
    }

    /// "the United Nations Development Programme": a body, not what it does.
    fn is_name(&self, noun: usize, kind: EventKind) -> bool {
        let capital = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let act = matches!(
            kind,
            EventKind::Agreement | EventKind::Meeting | EventKind::Initiative | EventKind::Conflict
        );
        let body = self
            .word(noun)
            .is_some_and(|w| w.shape == Shape::Capital && w.hints(hint::LEGISLATURE))
            && self.word(noun + 1).is_none_or(|w| w.text != "of");
        if body {
            return true;
        }
        // "Battle Ground Academy"
        if capital(noun) && capital(noun + 1) {
            return true;
        }
        let before = noun.checked_sub(1).is_some_and(capital);
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
    fn best_noun(&self) -> Option<Weighed> {
        let weigh = |(k, i): (usize, usize), inner: bool, least: usize| {
            let word = self.word(i).filter(|w| !w.aside && w.date.is_none())?;
            let trigger = word
                .entry
                .noun
                .and_then(|_| sense::of(self.sentence, i))
                .filter(|t| !self.is_name(i, t.kind) && !self.describes(i, t.kind))?;
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
            let unit = self.word(i + 1);
            number
                && (unit.is_some_and(|u| u.text == "%" || u.says(hint::SCALE))
                    || self
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

/// "carried out"
fn is_particle(word: &Word<'_>) -> bool {
    word.is(class::PARTICLE)
}
