//! How far back a noun phrase goes: the place behind its last word comes in; the range of its words goes out, with
//! the phrases that hang on it, the names it lists, and no circumstance in front. Never reads forward.

use super::class;
use super::predicate::{Predicate, moves};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use std::ops::Range;

/// No noun phrase has more words than this.
const FARTHEST: usize = 44;
/// A bracket or quotation closes within so many words.
const QUOTED: usize = 40;
/// An object longer than this is cut back to its last "and" or article, in bytes.
const LONG: usize = 84;
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

    /// The noun phrase that ends before `end`.
    pub(super) fn back(&self, end: usize) -> Range<usize> {
        self.front(self.whole(end))
    }

    /// The same where the phrase is somebody's object: only the preposition it stands behind goes. A verb with "to"
    /// ends it, but for what is attempted or planned.
    pub(super) fn object(&self, end: usize) -> Range<usize> {
        let whole = self.whole(end);
        let verb = whole.clone().rev().find(|&i| {
            let noun = i.checked_sub(1).and_then(|b| self.word(b));
            self.word(i).is_some_and(|w| w.text == "to")
                && self
                    .word(i + 1)
                    .is_some_and(|w| w.entry.verb.is_some() && w.shape == Shape::Lower)
                && noun.is_some_and(|w| !ATTEMPTS.contains(&w.text))
        });
        let whole = verb.map_or(whole.start, |i| i + 2)..end;
        let small = |w: &Word<'_>| {
            w.is(class::PREPOSITION | class::CONJUNCTION | class::SUBORDINATOR)
                || w.date.is_some()
                || w.aside
                || matches!(
                    w.text,
                    "Owing"
                        | "owing"
                        | "Due"
                        | "due"
                        | "Thanks"
                        | "thanks"
                        | "According"
                        | "according"
                )
                || w.is_mark() && !w.mark(&['“', '‘', '"'])
        };
        // "As demonstrated by the declaration": a participle in front leads up to it.
        let led = |i: usize| {
            self.word(i).is_some_and(|w| w.shape == Shape::Lower && w.text.ends_with("ed"))
                && self.word(i + 1).is_some_and(|w| w.text == "by")
        };
        let start = whole.clone().find(|&i| self.word(i).is_some_and(|w| !small(w)) && !led(i));
        let near = self.front(start.unwrap_or(end)..end);
        let long = self.sentence.cover(&near).is_some_and(|s| s.len() > LONG);
        if !long {
            return near;
        }
        let name = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let joint =
            |i: &usize| self.word(*i).is_some_and(|w| w.is(class::CONJUNCTION)) && !name(i + 1);
        let article = |i: &usize| self.word(*i).is_some_and(|w| w.is(class::DETERMINER));
        let cut = near
            .clone()
            .rev()
            .find(joint)
            .map(|i| i + 1)
            .or_else(|| near.clone().rev().find(article));
        cut.unwrap_or(near.start)..end
    }

    /// The same, but no further than the phrase of its last noun: "at the session", "rounds of negotiations".
    pub(super) fn close(&self, end: usize) -> Range<usize> {
        let whole = self.object(end);
        let behind = |i: &usize| {
            self.word(*i).is_some_and(|w| w.is(class::PREPOSITION) && w.text != "of")
                && !self.is_quoted(*i, end)
        };
        whole.clone().rev().find(behind).map_or(whole.start, |i| i + 1)..end
    }

    /// Whether a quotation that holds a word closes before the end.
    fn is_quoted(&self, at: usize, end: usize) -> bool {
        let mut marks =
            (at..end).filter_map(|i| self.word(i)).filter(|w| w.mark(&['“', '”', '‘', '’', '"']));
        marks.next().is_some_and(|w| w.mark(&['”', '’', '"']))
    }

    /// "the sharp gains these issues made": an article behind a noun opens a phrase of its own.
    fn opens(&self, start: usize, end: usize) -> bool {
        let article =
            self.word(start).is_some_and(|w| w.is(class::DETERMINER) && !w.is(class::NEGATION));
        let behind = start.checked_sub(1).and_then(|i| self.word(i));
        let noun = behind.is_some_and(|w| {
            w.is_content() && w.shape == Shape::Lower && !self.sentence.in_predicate(start - 1)
        });
        let infinitive =
            start.checked_sub(2).and_then(|i| self.word(i)).is_some_and(|w| w.text == "to");
        article && noun && !infinitive && start + 1 < end
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
                    .is_some_and(|w| w.is(class::PREPOSITION));
            return if pointing && at + 1 < end { Step::Take } else { Step::Stop };
        }
        // "for describing Russia's elections": the verb is no part of its object.
        let gerund = word.shape == Shape::Lower
            && word.text.ends_with("ing")
            && word.text.len() > 5
            && at
                .checked_sub(1)
                .and_then(|i| self.word(i))
                .is_some_and(|w| w.is(class::PREPOSITION))
            && self.word(at + 1).is_some_and(|w| {
                w.is(class::DETERMINER | class::PRONOUN) || w.shape == Shape::Capital
            });
        if gerund && at + 1 < end {
            return Step::Stop;
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
        if word.is(class::SUBORDINATOR)
            || matches!(word.text, "to" | "according" | "despite") && at + 1 == end
        {
            return Step::Stop;
        }
        Step::Take
    }

    /// "people convicted of crimes", "a boy riding a scooter": a verb that only describes the noun before it.
    fn describes(&self, predicate: &Predicate, end: usize) -> bool {
        let moves = self.word(predicate.head).is_some_and(|w| moves(w.text));
        let bare = predicate.first == predicate.head && !predicate.copula && !moves;
        let noun = predicate.first.checked_sub(1).and_then(|i| self.word(i));
        if noun.is_some_and(|w| w.text == "to") {
            return true;
        }
        let noun = noun.is_some_and(Word::is_content);
        let next = self.word(predicate.last + 1).filter(|_| predicate.last + 1 < end);
        let hangs = next.is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        bare && noun && (hangs || !predicate.finite)
    }

    fn conjunction(&self, at: usize, end: usize) -> Step {
        let behind = at.checked_sub(1).and_then(|i| self.word(i));
        let joins = self.word(at).is_some_and(|w| matches!(w.text, "and" | "or" | "&"));
        let noun = behind.is_some_and(|w| {
            w.is_content() || w.aside || w.mark(&[',', '”', '’', '"', ')', '.']) || w.date.is_some()
        });
        let verb = at.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
        if joins && noun && !verb && at + 1 < end { Step::Take } else { Step::Stop }
    }

    fn mark(&self, at: usize, end: usize, mark: char) -> Step {
        let before = at.checked_sub(1).and_then(|i| self.word(i));
        let touches = before.zip(self.word(at)).is_some_and(|(a, b)| a.span.end == b.span.start);
        let told = |open: usize| {
            before.is_some_and(|w| w.mark(&[',']))
                || self.sentence.predicates_in(&(open..at)).any(|p| p.finite)
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
                Some(_) => Step::Stop,
                None if touches && at + 1 < end => Step::Take,
                None => Step::Stop,
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
        let Some(before) = at.checked_sub(1).and_then(|i| self.word(i)) else { return Step::Stop };
        let comma = |i: usize| i < end && self.word(i).is_some_and(|w| w.mark(&[',']));
        let joint = (at + 1..end.min(at + 1 + ITEM)).any(|i| {
            comma(i) || self.word(i).is_some_and(|w| matches!(w.text, "and" | "or" | "&"))
        });
        let age =
            next.shape == Shape::Number && next.date.is_none() && (comma(at + 2) || at + 2 == end);
        let aged = before.shape == Shape::Number
            && before.date.is_none()
            && at.checked_sub(2).is_some_and(|i| self.word(i).is_some_and(|w| w.mark(&[','])));
        let place = before.shape == Shape::Capital
            && next.shape == Shape::Capital
            && (at + 2..at + 5).any(comma);
        let closes = before.shape == Shape::Capital
            && next.is_content()
            && at.checked_sub(2).is_some_and(|i| self.word(i).is_some_and(|w| w.mark(&[','])))
            && at
                .checked_sub(3)
                .is_some_and(|i| self.word(i).is_some_and(|w| w.shape == Shape::Capital));
        let listed = joint && !next.is(class::PREPOSITION) && self.is_item(at);
        let pair = before.is_content()
            && before.shape == Shape::Lower
            && next.is_content()
            && next.shape == Shape::Lower
            && at
                .checked_sub(2)
                .is_some_and(|i| self.word(i).is_some_and(|w| w.is(class::DETERMINER)));
        if pair || age || aged || place || closes || listed { Step::Take } else { Step::Stop }
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

    /// Drops what leads up to the phrase: connectives, dates, circumstances.
    pub(super) fn front(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, end } = range;
        while start < end {
            let before = start;
            start = self.past_small(start, end);
            start = self.past_circumstance(start, end);
            if start == before {
                break;
            }
        }
        start..end
    }

    fn past_small(&self, mut start: usize, end: usize) -> usize {
        while start < end {
            let Some(word) = self.word(start) else { break };
            let counts = self.word(start + 1).is_some_and(|w| {
                w.shape == Shape::Number && w.date.is_none() || w.text == "than" || w.text == "half"
            });
            // "DETROIT The department said": where a report comes from.
            let dateline = word.text.len() > 3
                && word.text.chars().all(char::is_uppercase)
                && self
                    .word(start + 1)
                    .is_some_and(|w| w.shape == Shape::Capital && w.is(class::DETERMINER));
            let quote = word.mark(&['“', '‘', '"', '\'']) && self.closes(start, end);
            let small = dateline
                || word.is(class::CONJUNCTION)
                || word.is(class::ADVERB) && !word.is(class::HEDGE | class::DETERMINER) && !counts
                || word.shape == Shape::Capital && CONNECTIVES.contains(&word.text)
                || word.is_mark() && !quote
                || word.date.is_some() && !word.is_compound()
                || word.aside;
            if !small {
                break;
            }
            start += 1;
        }
        start
    }

    fn closes(&self, open: usize, end: usize) -> bool {
        (open + 1..end).any(|i| self.word(i).is_some_and(|w| w.mark(&['”', '’', '"', '\''])))
    }

    /// "In 2018 the ministry", "In the north rebels": a preposition in front opens a circumstance; what follows it
    /// begins with the date's end or with the next article or name.
    fn past_circumstance(&self, start: usize, end: usize) -> usize {
        let comma =
            start.checked_sub(1).is_none_or(|i| self.word(i).is_some_and(|w| w.mark(&[','])));
        if comma && self.word(start).is_some_and(|w| w.text == "with") {
            return start + 1;
        }
        let counts =
            self.word(start + 1).is_some_and(|w| w.shape == Shape::Number && w.date.is_none());
        let leads = self
            .word(start)
            .is_some_and(|w| w.is(class::PREPOSITION | class::SUBORDINATOR) && !w.is(class::HEDGE));
        if !leads || counts && self.word(start).is_some_and(|w| w.is(class::ADVERB)) {
            return start;
        }
        let small = |w: &Word<'_>| w.is(class::PREPOSITION | class::DETERMINER | class::ADVERB);
        let first = (start..end).find(|&i| self.word(i).is_some_and(|w| !small(w)));
        if let Some(dated) = first.filter(|&i| self.word(i).is_some_and(|w| w.date.is_some())) {
            return (dated..end)
                .find(|&i| self.word(i).is_some_and(|w| w.date.is_none()))
                .unwrap_or(end);
        }
        (start + 2..end)
            .find(|&i| {
                let noun = self.word(i - 1).is_some_and(|w| w.is_content() || w.date.is_some());
                let named = self.word(i).is_some_and(|w| w.is(class::DETERMINER | class::PRONOUN));
                noun && named
            })
            .unwrap_or(end)
    }
}

/// Nouns that a verb with "to" belongs to.
pub(super) const ATTEMPTS: [&str; 40] = [
    "attempt",
    "attempts",
    "call",
    "calls",
    "decision",
    "plan",
    "plans",
    "effort",
    "efforts",
    "bid",
    "move",
    "agreement",
    "proposal",
    "deal",
    "vote",
    "campaign",
    "pledge",
    "commitment",
    "failure",
    "refusal",
    "contract",
    "intention",
    "desire",
    "need",
    "order",
    "orders",
    "permission",
    "right",
    "chance",
    "opportunity",
    "ability",
    "offer",
    "request",
    "threat",
    "promise",
    "approval",
    "mandate",
    "authority",
    "readiness",
    "willingness",
];

/// Capitalised words that only lead up to a sentence.
const CONNECTIVES: [&str; 26] = [
    "However",
    "Moreover",
    "Furthermore",
    "Also",
    "Notably",
    "Additionally",
    "Likewise",
    "Similarly",
    "Consequently",
    "Accordingly",
    "Finally",
    "Then",
    "Later",
    "Meanwhile",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Today",
    "But",
    "And",
    "Yet",
    "So",
    "That",
    "With",
];
