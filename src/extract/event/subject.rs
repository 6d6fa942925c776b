//! What a predicate is said of: a clause and its predicate come in; the range of words of its subject goes out, in
//! the clause itself, before a relative clause, or in a clause before. Empty where the sentence names none.

use super::class;
use super::clause::{Clause, Link};
use super::cut::WISHED;
use super::phrase::Phrases;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::Word;
use std::ops::Range;

/// A predicate shares the subject of one of so many clauses before.
const CHAINED: usize = 8;

/// Finds subjects in a sentence.
pub(super) struct Subjects<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) phrases: &'a Phrases<'a>,
    /// The words of the date, with those joined to it.
    pub(super) date: &'a Range<usize>,
}

fn is_content(word: &Word<'_>) -> bool {
    word.is_content()
}

impl Subjects<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    /// The subject of a predicate of a clause.
    pub(super) fn of(&self, clause: &Clause, predicate: Predicate) -> Range<usize> {
        let from = clause.words.start;
        let none = predicate.first..predicate.first;
        match clause.link {
            Link::Relative => {
                let lead = from + 1..predicate.first;
                let whose = self.word(from).is_some_and(|w| w.text == "whose");
                if self.resumes(clause, predicate) {
                    return self.antecedent(from);
                }
                let earlier = self.sentence.predicates_in(&lead).any(|p| p.finite);
                match self.phrases.any(lead.clone(), |w| w.is_content() || w.is(class::PRONOUN)) {
                    true if earlier => self.phrases.np(predicate.first, from + 1),
                    true if self.is_bare(clause, predicate) => {
                        self.antecedent(from).start..predicate.first
                    }
                    true => lead,
                    false if whose => lead,
                    false => self.antecedent(from),
                }
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
                if earlier {
                    let near = self.phrases.np(predicate.first, from);
                    return if near.is_empty() { self.parted(start, predicate) } else { near };
                }
                let said =
                    |w: &Word<'_>| w.is_content() || w.is(class::PRONOUN | class::DETERMINER);
                if clause.link == Link::Main && !self.phrases.any(start.clone(), said) {
                    return self.interrupted(clause).unwrap_or(start);
                }
                start
            }
        }
    }

    /// Whether a second predicate after a relative clause goes on with what the clause speaks of: "a man who admitted
    /// the deed was sentenced". One with a subject of its own does not: "the gains these issues made".
    fn resumes(&self, clause: &Clause, predicate: Predicate) -> bool {
        let lead = clause.words.start..predicate.first;
        let before = self.sentence.predicates_in(&lead).rfind(|p| p.finite);
        before.is_some_and(|p| {
            let own = p.last + 1..predicate.first;
            let subject = |w: &Word<'_>| w.is(class::PRONOUN | class::CONJUNCTION);
            let chain = predicate.first < predicate.head || predicate.copula;
            let named = self.phrases.np(predicate.first, own.start).start;
            let article = self.word(named).is_some_and(|w| w.is(class::DETERMINER));
            (chain || !article) && !self.phrases.any(own, subject)
        })
    }

    /// Whether a relative clause ends with its predicate, so that only what it speaks of says what was done.
    fn is_bare(&self, clause: &Clause, predicate: Predicate) -> bool {
        let rest = predicate.last + 1..clause.words.end;
        let date = self.date;
        !rest.into_iter().any(|i| !date.contains(&i) && self.word(i).is_some_and(Word::is_content))
            && self.word(clause.words.start).is_some_and(|w| w.text == "which")
    }

    /// A subject with a predicate inside: up to its first comma, or all of it: "the firms to be bought had …".
    fn parted(&self, whole: Range<usize>, predicate: Predicate) -> Range<usize> {
        let comma = |i: usize| self.word(i).is_some_and(|w| w.mark(&[',']));
        let closed = predicate.first.checked_sub(1).is_some_and(comma);
        let end = whole.clone().find(|&i| comma(i)).filter(|_| closed);
        whole.start..end.unwrap_or(whole.end)
    }

    /// The subject that a clause between commas parts from its predicate: "The park, located on the lake, will open".
    fn interrupted(&self, clause: &Clause) -> Option<Range<usize>> {
        let index = self.sentence.clause_of(clause.words.start)?;
        let between = self.sentence.clauses.get(index.checked_sub(1)?)?;
        if between.link == Link::Relative {
            return Some(self.antecedent(between.words.start)).filter(|s| !s.is_empty());
        }
        let before = self.sentence.clauses.get(index.checked_sub(2)?)?;
        let open = self.sentence.predicates_in(&before.words).all(|p| !p.finite);
        let fits = between.link == Link::Participle && open;
        let subject = self.phrases.stripped(before.words.start, between.words.start);
        (fits && self.phrases.any(subject.clone(), is_content)).then_some(subject)
    }

    /// The subject of the clause before, for a predicate that shares it.
    pub(super) fn governing(&self, clause: &Clause) -> Option<Range<usize>> {
        let index = self.sentence.clause_of(clause.words.start)?;
        let mut before = self.sentence.clauses.get(..index)?.iter().rev().take(CHAINED);
        let owner = before.find(|c| !matches!(c.link, Link::Shared | Link::Participle))?;
        let predicate = *self.sentence.predicates_in(&owner.words).find(|p| p.finite)?;
        let subject = self.of(owner, predicate);
        let long = self.sentence.cover(&subject)?.len() > WISHED;
        Some(if long { self.phrases.np(predicate.first, owner.words.start) } else { subject })
    }

    /// The noun phrase a relative clause speaks of.
    fn antecedent(&self, relative: usize) -> Range<usize> {
        let comma = relative.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_mark);
        let end = if comma { relative - 1 } else { relative };
        self.phrases.np(end, 0)
    }

    /// Whether the object of a predicate says what happened: "held a meeting".
    pub(super) fn is_carrier(&self, predicate: Predicate) -> bool {
        self.word(predicate.head).is_some_and(|w| w.is(class::CARRIER))
            && self.phrases.any(predicate.last + 1..predicate.last + 8, |w| w.entry.noun.is_some())
    }
}
