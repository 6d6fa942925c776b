//! What is no happening although it has a predicate: what a date hangs on comes in; the guard that refuses it goes out:
//! a wish, a bare participle, a doer that nobody can name. Never looks for another predicate.

use super::class;
use super::found::{Anchor, Parts};
use super::hint;
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::trigger::Hook;
use super::word::{Shape, Word};
use crate::extract::{EventKind, Rule};

impl Hook<'_> {
    /// What is too loosely built to be sure of: a participle with a verb of no type, a subject of one small word.
    fn unsure(&self, predicate: Predicate, parts: &Parts, word: Trigger) -> Result<(), Rule> {
        let clause = self.sentence.clause_of(predicate.head);
        let words =
            clause.and_then(|c| self.sentence.clauses.get(c)).map_or(0..0, |c| c.words.clone());
        let verb = self.word(predicate.head).and_then(Word::told);
        let reduced =
            self.sentence.is_reduced(&predicate, &words) && verb.is_none_or(|t| t.strength < 2);
        let owner = parts.subject.iter().any(|&i| self.word(i).is_some_and(|w| w.text == "whose"));
        let measured = matches!(word.kind, EventKind::Statistic | EventKind::Trend);
        let small = match parts.subject.as_slice() {
            [only] => self.word(*only).is_some_and(|w| {
                w.is_content()
                    && w.shape == Shape::Lower
                    && !w.text.ends_with('s')
                    && !measured
                    && !w.says(hint::PEOPLE)
                    && !w.text.ends_with("men")
            }),
            _ => false,
        };
        if reduced || owner || small { Err("event.not-a-clause") } else { Ok(()) }
    }

    /// What is no happening although it has a predicate: wishes, and what nobody can tell of whom.
    pub(super) fn refused(
        &self,
        anchor: Anchor,
        parts: &Parts,
        word: Trigger,
        named: bool,
    ) -> Result<(), Rule> {
        let Anchor::Predicate(predicate) = anchor else { return Ok(()) };
        let text = |i: usize| self.sentence.text(i);
        let wish = self.sentence.bears(&predicate, class::OBLIGING);
        // "would like to outdo that"
        let likes = self.sentence.bears(&predicate, class::WOULD)
            && (predicate.first..predicate.last + 2).any(|i| text(i) == "like");
        // "demands that elections be held by May"
        let asked = predicate.finite && text(predicate.first) == "be";
        // "the goal is to double output"
        let aim = self.sentence.is_due(&predicate)
            && parts
                .subject
                .iter()
                .any(|&i| self.word(i).is_some_and(|w| w.says(hint::GOAL) || w.says(hint::VIEW)));
        let wish = wish || likes || asked || aim;
        let has_to =
            matches!(text(predicate.first), "has" | "have") && text(predicate.first + 1) == "to";
        if wish || has_to {
            return Err("event.not-a-wish");
        }
        self.unsure(predicate, parts, word)?;
        // "the power they lost": a pronoun right behind a noun opens a relative clause.
        let hidden = parts.subject.first().filter(|_| parts.subject.len() == 1).is_some_and(|&i| {
            self.sentence.is(i, class::PRONOUN)
                && i.checked_sub(1)
                    .and_then(|b| self.word(b))
                    .is_some_and(|w| w.is_content() && !self.sentence.in_predicate(i - 1))
        });
        if hidden {
            return Err("event.not-a-voice");
        }
        let present =
            self.sentence.is(predicate.first, class::PRESENT) && predicate.last > predicate.first;
        let plan = (predicate.first..=predicate.last + 1).any(|i| self.sentence.is(i, class::PLAN));
        let gerund = text(predicate.last).ends_with("ing");
        let due = self.sentence.is_due(&predicate);
        if present && word.strength < 3 && !plan && !gerund && !due {
            return Err("event.not-a-happening");
        }
        let only = match parts.subject.as_slice() {
            [only] => only,
            [.., last] if matches!(text(*last), "I" | "we" | "you") => last,
            _ => return Ok(()),
        };
        if !predicate.finite || named {
            return Ok(());
        }
        let verb = |i: usize| self.word(i)?.told().filter(|t| t.strength > 1);
        let ours = verb(predicate.head).or_else(|| verb(predicate.last)).is_none();
        let vague =
            word.strength < 2 || matches!(word.kind, EventKind::Statement | EventKind::Trend);
        let unnamed = self.word(*only).is_some_and(|w| {
            let speaker = w.is(class::SPEAKER);
            let other = w.is(class::PRONOUN) || w.hints(hint::POINTED);
            speaker && (vague || ours)
                || !speaker && (other || matches!(w.text, "that" | "what" | "her"))
        });
        if unnamed { Err("event.not-a-voice") } else { Ok(()) }
    }
}
