//! Where what is read behind a predicate goes on over a comma: the words read so far and the comma come in; whether to
//! go on, pass over what stands between commas, or stop, goes out.

use super::class;
use super::rest::{NEAR, QUOTED, Rest, Step};
use super::word::{Shape, Word};

/// One thing of a list has at most so many words.
const ITEM: usize = 7;

impl Rest<'_> {
    /// A comma goes on with a list, with the country of a town, and with what stood before an insertion.
    pub(super) fn comma(&self, taken: &[usize], open: bool, at: usize) -> Step {
        let Some(next) = self.word(at + 1) else { return Step::Stop };
        let led = next.is(class::PREPOSITION | class::ADVERB) || next.date.is_some();
        // "to seek, unsuccessfully, a seat": the verb still wants its object.
        let verb = at.checked_sub(2).is_some_and(|i| self.word(i).is_some_and(|w| w.text == "to"));
        if verb && next.is(class::ADVERB) {
            let close = (at + 1..at + NEAR).find(|&i| self.word(i).is_some_and(|w| w.mark(&[','])));
            return close.map_or(Step::Stop, |i| Step::Skip(i + 1));
        }
        let before = at.checked_sub(1).and_then(|i| self.word(i));
        let pair = before.is_some_and(|w| w.is_content() && w.shape == Shape::Lower)
            && at
                .checked_sub(2)
                .is_some_and(|i| self.sentence.is(i, class::DETERMINER))
            && (next.is_content() || self.is_grade(at + 1))
            && next.shape != Shape::Capital
            // "said that the talks, led by an envoy, had been called off": no second adjective.
            && !self.sentence.in_predicate(at + 1);
        if pair {
            return Step::Take(at + 1);
        }
        if self.is_between_adjectives(at) {
            return Step::Take(at + 1);
        }
        if taken.is_empty() && !led {
            return Step::Stop;
        }
        if taken.is_empty()
            || taken.last().is_some_and(|&i| self.word(i).is_some_and(|w| w.text == "that"))
        {
            let close =
                (at + 1..at + QUOTED).find(|&i| self.word(i).is_some_and(|w| w.mark(&[','])));
            return close.map_or(Step::Stop, |i| Step::Skip(i + 1));
        }
        let comma = |i: usize| self.word(i).is_some_and(|w| w.mark(&[',']));
        let resumes = |&i: &usize| {
            comma(i)
                && (self.is_said(i)
                    || self.sentence.in_predicate(i + 1)
                    || self.sentence.in_predicate(i + 2))
        };
        if open && let Some(close) = (at + 1..at + QUOTED).find(resumes) {
            return Step::Skip(close + 1);
        }
        let capital = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let ends = |i: usize| self.word(i).is_none_or(Word::is_mark);
        let place = at > 0 && capital(at - 1) && capital(at + 1) && (ends(at + 2) || ends(at + 3));
        if next.is(class::CONJUNCTION) {
            let listed = taken.iter().any(|&i| comma(i)) && !self.opens_clause(at + 2, NEAR);
            return if listed { Step::Take(at + 1) } else { Step::Stop };
        }
        let clause = next.is(class::PREPOSITION
            | class::ADVERB
            | class::SUBORDINATOR
            | class::RELATIVE
            | class::PRONOUN)
            || self.sentence.in_predicate(at + 1)
            || self.opens_clause(at + 1, ITEM);
        let joint = self.is_list(at + 1);
        if !clause && (joint || place) { Step::Take(at + 1) } else { Step::Stop }
    }

    /// "slow-growth, low-profit shops", "the newest, most powerful ships": a comma between two adjectives of one noun.
    fn is_between_adjectives(&self, at: usize) -> bool {
        let small =
            |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Lower && w.date.is_none());
        let grades = |i: usize| {
            let text = self.sentence.text(i);
            small(i) && text.len() > 4 && (text.contains('-') || text.ends_with("est"))
        };
        let most = self.sentence.text(at + 1) == "most";
        let next = at + 1 + usize::from(most);
        let noun = self.word(next + 1).is_some_and(Word::is_content);
        // "an eight-year, $160 million offer"
        let sum = self.word(next).is_some_and(|w| w.shape == Shape::Number && w.date.is_none())
            && (next + 1..next + 3).all(|i| small(i) && self.word(i).is_some_and(Word::is_content));
        let compound = |w: &Word<'_>| w.shape == Shape::Lower && w.text.contains('-');
        if sum && at.checked_sub(1).and_then(|i| self.word(i)).is_some_and(compound) {
            return true;
        }
        at > 0 && grades(at - 1) && (most || grades(next)) && small(next) && noun
    }

    /// "told the owners of the firm, a press, on 3 May that": a comma behind which only a date stands before "that".
    fn is_said(&self, comma: usize) -> bool {
        let near = comma + 1..comma + NEAR;
        let that = near.into_iter().find(|&k| self.word(k).is_some_and(|w| w.text == "that"));
        that.is_some_and(|that| {
            that > comma + 1
                && (comma + 1..that).all(|k| {
                    self.word(k).is_some_and(|w| w.date.is_some() || w.is(class::PREPOSITION))
                })
        })
    }

    /// Whether "…, … and …" goes on with short items.
    fn is_list(&self, from: usize) -> bool {
        let mut items = from;
        for at in from..from + ITEM * 3 {
            let Some(word) = self.word(at) else { return false };
            if word.is(class::COORDINATOR) {
                return at > from && !self.opens_clause(at + 1, NEAR);
            }
            if word.mark(&[',']) {
                items = at + 1;
            } else if word.is_mark() && !word.mark(&['’', '\'', '-', '“', '”', '‘', '.']) {
                return false;
            }
            if at > items + ITEM || self.sentence.in_predicate(at) {
                return false;
            }
        }
        false
    }

    /// "a new, highly critical flaw": an adverb that grades a second adjective.
    fn is_grade(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| w.is(class::ADVERB) && w.text.ends_with("ly"))
            && self.word(at + 1).is_some_and(|w| w.is_content() && w.shape == Shape::Lower)
            && !self.sentence.in_predicate(at + 1)
    }
}
