//! What opens behind a word: the place in its sentence comes in; whether a clause, a verb behind what is put in, or what
//! belongs to another word stands there goes out. Never takes a word.

use super::class;
use super::rest::{NEAR, QUOTED, Rest, Step};

impl Rest<'_> {
    /// "saw the incident as a crime", "visited the area of the storm in the summer of 2012": what belongs to the verb before a
    /// noun, and not to the noun.
    pub(super) fn leaves_noun(&self, at: usize, first: bool) -> bool {
        let dated = |i: usize| self.word(i).is_some_and(|w| w.date.is_some());
        let day = at + 1 + usize::from(self.sentence.is(at + 1, class::DETERMINER));
        let end = (day..day + NEAR).find(|&i| !dated(i)).unwrap_or(day);
        let bare = self.word(end).is_none_or(|w| !w.is_content());
        let other = self.sentence.is(at, class::PREPOSITION) && dated(day) && bare;
        let text = self.sentence.text(at);
        other && text != "of"
            || first && text == "as" && self.sentence.is(at + 1, class::INDEFINITE)
    }

    /// "said the vote – due in May – would be held": what is put between dashes is passed over where a verb follows.
    pub(super) fn over_dashes(&self, open: usize) -> Step {
        let dash = |i: &usize| self.word(*i).is_some_and(|w| w.mark(&['—', '–']));
        let close = (open + 1..open + QUOTED).find(dash);
        let told = close.and_then(|i| self.sentence.predicate_at(i + 1)).is_some_and(|p| p.finite);
        close.filter(|_| told).map_or(Step::Stop, |i| Step::Skip(i + 1))
    }

    /// Whether a finite verb comes soon, before any mark.
    pub(super) fn opens_clause(&self, from: usize, within: usize) -> bool {
        let end = self.sentence.words.len().min(from + within);
        let stop = (from..end).find(|&i| {
            self.word(i).is_some_and(|w| {
                w.is_mark() && !w.mark(&['’', '\'', '-', '.']) || w.is(class::RELATIVE)
            })
        });
        let near = self.sentence.predicates.partition_point(|p| p.first < from);
        self.sentence
            .predicates
            .get(near)
            .is_some_and(|p| p.finite && p.first < stop.unwrap_or(end))
    }

    /// "that the talks, led by an envoy, had ended": whether a finite verb stands right behind what is put between commas.
    pub(super) fn opens_over(&self, from: usize) -> bool {
        let comma = |i: &usize| self.word(*i).is_some_and(|w| w.mark(&[',']));
        let Some(open) = (from..from + NEAR).find(comma) else { return false };
        let Some(close) = (open + 1..open + QUOTED).find(comma) else { return false };
        let told = [close + 1, close + 2].into_iter().find_map(|i| self.sentence.predicate_at(i));
        told.is_some_and(|p| p.finite)
            && self.sentence.predicates_in(&(from..open)).next().is_none()
    }
}
