//! How far back a noun phrase goes: the place behind its last word comes in; the range of its words goes out, with
//! the phrases that hang on it, the names it lists, and no circumstance in front. Never reads forward.

use super::class;
use super::hint;
use super::look::{is_owner, looks_gerund};
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use std::ops::Range;

/// No noun phrase has more words than this.
const FARTHEST: usize = 44;
/// A bracket or quotation closes within so many words.
const QUOTED: usize = 40;
/// One name of a list has at most so many words.
const ITEM: usize = 10;

/// Reads noun phrases backwards.
pub(super) struct Reach<'a> {
    pub(super) sentence: &'a Sentence<'a>,
}

/// What a word in front of a phrase does to it.
enum Step {
    /// It belongs to it.
    Take,
    /// So do all words from here.
    From(usize),
    /// It belongs to it, and nothing before it does.
    Last,
    Stop,
}

impl Reach<'_> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    /// The words before `end` that can belong to one noun phrase, as they stand.
    pub(super) fn whole(&self, end: usize) -> Range<usize> {
        let mut start = end;
        let floor = end.saturating_sub(FARTHEST);
        while start > floor {
            match self.step(start - 1, end) {
                Step::Take => start -= 1,
                Step::From(at) => start = at,
                Step::Last => {
                    start -= 1;
                    break;
                }
                Step::Stop => break,
            }
            if self.opens(start, end) {
                break;
            }
        }
        start..end
    }

    /// "the sharp gains these issues made": an article behind a noun opens a phrase of its own.
    fn opens(&self, start: usize, end: usize) -> bool {
        let article =
            self.word(start).is_some_and(|w| w.is(class::DETERMINER) && !w.is(class::NEGATION));
        let behind = start.checked_sub(1).and_then(|i| self.word(i));
        let behind_noun = || {
            let noun = start.checked_sub(2).and_then(|i| self.word(i));
            noun.is_some_and(|w| w.is_content() && !self.sentence.in_predicate(start - 2))
        };
        // "the process of cleaning and sorting the records"
        let text = |steps: usize| start.checked_sub(steps).map_or("", |i| self.sentence.text(i));
        let led = || {
            let pair = start.checked_sub(3).and_then(|i| self.word(i)).is_some_and(looks_gerund);
            text(2) == "of" || text(2) == "and" && pair && text(4) == "of"
        };
        let noun = behind.is_some_and(|w| {
            // "told MPs the rebate": a hearer is no part of what he hears. "Alexander the Great" is one name.
            let hearer = w.shape == Shape::Capital
                && self.word(start + 1).is_some_and(|w| w.shape == Shape::Lower)
                && self.is_told(start - 1);
            // "cartoons depicting the prophet": a gerund takes what follows.
            w.is_content()
                && (w.shape == Shape::Lower || hearer)
                && !self.sentence.in_predicate(start - 1)
                && !(looks_gerund(w) && w.entry.noun.is_none() && (behind_noun() || led()))
        });
        let infinitive =
            start.checked_sub(2).and_then(|i| self.word(i)).is_some_and(|w| w.text == "to");
        article && noun && !infinitive && start + 1 < end
    }

    /// Whether a name stands behind a verb of telling.
    fn is_told(&self, name: usize) -> bool {
        let first = (name.saturating_sub(ITEM)..=name)
            .rev()
            .find(|&i| self.word(i).is_none_or(|w| w.shape != Shape::Capital));
        first.and_then(|i| self.word(i)).is_some_and(|w| w.says(hint::TELLING))
    }

    fn step(&self, at: usize, end: usize) -> Step {
        let Some(word) = self.word(at) else { return Step::Stop };
        if word.aside || word.date.is_some() {
            return Step::Take;
        }
        if let Some(predicate) = self.sentence.predicate_at(at) {
            let first = predicate.first;
            return if self.describes(predicate, end) { Step::From(first) } else { Step::Stop };
        }
        if let Shape::Mark(mark) = word.shape {
            return self.mark(at, end, mark);
        }
        if word.is(class::RELATIVE) {
            let pointing = word.text == "that"
                && at
                    .checked_sub(1)
                    .and_then(|i| self.word(i))
                    // "points out that": what is said begins here.
                    .is_some_and(|w| w.is(class::PREPOSITION) && !matches!(w.text, "out" | "on"));
            return if pointing && at + 1 < end { Step::Take } else { Step::Stop };
        }
        if word.is(class::PRONOUN) {
            return match (word.text, at + 1 == end) {
                ("others" | "one" | "One" | "Others", _) => Step::Take,
                (_, true) => Step::Last,
                _ => Step::Stop,
            };
        }
        if word.is(class::CONJUNCTION) {
            return self.conjunction(at, end);
        }
        if word.is(class::QUESTION) && word.text != "what" && self.opens_question(at) {
            return Step::Stop;
        }
        if word.is(class::SUBORDINATOR)
            || matches!(word.text, "to" | "according" | "despite") && at + 1 == end
        {
            return Step::Stop;
        }
        Step::Take
    }

    /// "is known for how the general was forced", "That is why the islands founded": whether "how" or "why" opens a clause
    /// behind a verb of its own.
    fn opens_question(&self, at: usize) -> bool {
        let told = self.sentence.predicates.first().is_some_and(|p| p.finite && p.last < at);
        let led = at.checked_sub(1).is_some_and(|i| {
            self.sentence.is(i, class::PREPOSITION)
                || self.sentence.predicate_at(i).is_some_and(|p| p.copula)
        });
        told && led
    }

    /// "people convicted of crimes", "a boy riding a scooter": a verb that only describes the noun before it.
    fn describes(&self, predicate: &Predicate, end: usize) -> bool {
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        let bare = predicate.first == predicate.head && !predicate.copula && !moves;
        let noun = predicate.first.checked_sub(1).and_then(|i| self.word(i));
        if noun.is_some_and(|w| w.text == "to") {
            return true;
        }
        let noun = noun.is_some_and(Word::is_content);
        let next = self.word(predicate.last + 1).filter(|_| predicate.last + 1 < end);
        let hangs = next.is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        // "described Friday's meeting": its object follows.
        let owner = next.is_some_and(is_owner);
        bare && noun && !owner && (hangs || !predicate.finite)
    }

    fn conjunction(&self, at: usize, end: usize) -> Step {
        let behind = at.checked_sub(1).and_then(|i| self.word(i));
        let joins = self.sentence.is(at, class::COORDINATOR);
        let noun = behind.is_some_and(|w| {
            w.is_content() || w.aside || w.mark(&[',', '”', '’', '"', ')', '.']) || w.date.is_some()
        });
        let verb = at.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
        // "joined in 2003 and the firm launched": a date and "and" part two clauses.
        let dated =
            |i: Option<usize>| i.and_then(|i| self.word(i)).is_some_and(|w| w.date.is_some());
        let told = || {
            let near = at.saturating_sub(ITEM)..at;
            self.sentence.predicates_in(&near).any(|p| p.finite)
        };
        if dated(at.checked_sub(1)) && !dated(Some(at + 1)) && told() {
            return Step::Stop;
        }
        if joins && noun && !verb && at + 1 < end { Step::Take } else { Step::Stop }
    }

    fn mark(&self, at: usize, end: usize, mark: char) -> Step {
        let before = at.checked_sub(1).and_then(|i| self.word(i));
        let touches = before.zip(self.word(at)).is_some_and(|(a, b)| a.span.end == b.span.start);
        // "“Winter Is Coming” was sold": in a title no verb tells.
        let title = |open: usize| {
            let mut words = (open + 1..at).filter_map(|i| self.word(i)).filter(|w| !w.is_mark());
            words.all(|w| w.shape != Shape::Lower || !w.is_content())
        };
        let told = |open: usize| {
            before.is_some_and(|w| w.mark(&[',']))
                || self.sentence.predicates_in(&(open..at)).any(|p| p.finite) && !title(open)
        };
        let open = |c: char| match self.opening(at, c) {
            Some(open) if !told(open) => Step::From(open),
            _ => Step::Stop,
        };
        match mark {
            ')' => open('('),
            ']' => open('['),
            '”' => open('“'),
            '"' => open('"'),
            '’' | '\'' => match self.opening(at, if mark == '’' { '‘' } else { '\'' }) {
                Some(open) if !told(open) => Step::From(open),
                None if touches && at + 1 < end => Step::Take,
                _ => Step::Stop,
            },
            '.' => {
                let short = before.is_some_and(|w| w.shape == Shape::Capital && w.text.len() < 6);
                let initials = before.is_some_and(|w| w.text.contains('.'));
                if short && touches && (at + 1 < end || initials) { Step::Take } else { Step::Stop }
            }
            ',' => self.comma(at, end),
            '—' | '–' | '_' | ';' | ':' | '“' | '‘' | '(' | '[' => Step::Stop,
            _ if touches && at + 1 < end => Step::Take,
            _ => Step::Stop,
        }
    }

    /// Where the quotation or bracket opens that a mark closes.
    fn opening(&self, close: usize, open: char) -> Option<usize> {
        (close.saturating_sub(QUOTED)..close)
            .rev()
            .find(|&i| self.word(i).is_some_and(|w| w.mark(&[open])))
    }

    /// A comma belongs to a phrase in a list of names, in an age, and in the name of a place.
    fn comma(&self, at: usize, end: usize) -> Step {
        let Some(next) = self.word(at + 1).filter(|_| at + 1 < end) else { return Step::Stop };
        if self.closes_gerund(at) {
            return Step::Stop;
        }
        let Some(before) = at.checked_sub(1).and_then(|i| self.word(i)) else { return Step::Stop };
        let comma = |i: usize| i < end && self.word(i).is_some_and(|w| w.mark(&[',']));
        let joint = (at + 1..end.min(at + 1 + ITEM))
            .any(|i| comma(i) || self.sentence.is(i, class::COORDINATOR));
        let age =
            next.shape == Shape::Number && next.date.is_none() && (comma(at + 2) || at + 2 == end);
        let aged = before.shape == Shape::Number
            && before.date.is_none()
            && at.checked_sub(2).is_some_and(|i| self.word(i).is_some_and(|w| w.mark(&[','])));
        let place = before.shape == Shape::Capital
            && next.shape == Shape::Capital
            && (at + 2..at + 5).any(comma);
        let closes = next.is_content() && self.closes_place(at, next);
        let listed = joint && !next.is(class::PREPOSITION) && self.is_item(at);
        let pair = before.is_content()
            && before.shape == Shape::Lower
            && next.is_content()
            && next.shape == Shape::Lower
            && at.checked_sub(2).is_some_and(|i| self.sentence.is(i, class::DETERMINER));
        if pair || age || aged || place || closes || listed { Step::Take } else { Step::Stop }
    }

    /// "the Rockford, Ill., maker": the second comma behind a place and its region, where no preposition stands before a
    /// place and a name: "in Sochi, Russia, Wikinews".
    fn closes_place(&self, comma: usize, next: &Word<'_>) -> bool {
        let name = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let dot = |i: usize| self.word(i).is_some_and(|w| w.mark(&['.']));
        let Some(last) = comma.checked_sub(1) else { return false };
        let region = if dot(last) { last.checked_sub(1) } else { Some(last) };
        let first = region.filter(|&i| name(i)).and_then(|i| i.checked_sub(1));
        let Some(place) = first
            .filter(|&i| self.word(i).is_some_and(|w| w.mark(&[','])))
            .and_then(|i| i.checked_sub(1))
            .filter(|&i| name(i))
        else {
            return false;
        };
        let before = (place.saturating_sub(ITEM)..place).rev().find(|&i| !name(i));
        let within = before.is_some_and(|i| self.sentence.is(i, class::PREPOSITION));
        !(within && next.shape == Shape::Capital)
    }

    /// "Striking a blow at piracy, the ship and its crew": the first comma behind a gerund in front.
    fn closes_gerund(&self, comma: usize) -> bool {
        let takes = |w: &Word<'_>| {
            w.is(class::DETERMINER | class::PRONOUN | class::ADVERB | class::PREPOSITION)
        };
        let gerund = |w: &Word<'_>| w.text.ends_with("ing") && w.text.len() > 5;
        self.word(0).is_some_and(|w| gerund(w) && w.entry.noun.is_none())
            && self.word(1).is_some_and(takes)
            && !(2..comma).any(|i| self.word(i).is_some_and(|w| w.mark(&[','])))
    }

    /// Whether what stands before a comma is one of several names, and no circumstance.
    fn is_item(&self, comma: usize) -> bool {
        let floor = comma.saturating_sub(FARTHEST);
        let stops = |i: &usize| {
            self.word(*i).is_none_or(|w| w.mark(&[',', ';', ':', '—', '–', '“', '"']))
                || self.sentence.in_predicate(*i)
        };
        let first = (floor..comma).rev().find(stops).map_or(floor, |i| i + 1);
        let leads = self.word(first).is_none_or(|w| {
            w.is(class::ADVERB | class::SUBORDINATOR | class::RELATIVE)
                && !self
                    .word(first + 1)
                    .is_some_and(|n| n.text == "than" || n.shape == Shape::Number)
                || w.date.is_some()
                || w.is(class::PREPOSITION) && !self.follows_item(first)
                || w.text.ends_with("ly")
        });
        let noun = comma.checked_sub(1).and_then(|i| self.word(i));
        first < comma
            && !leads
            && noun.is_some_and(|w| w.is_content() || w.mark(&['’', '”', '"', '.']))
    }

    /// "between France, Spain and Italy": a preposition in the middle of a sentence belongs to the list.
    fn follows_item(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_content)
    }
}
