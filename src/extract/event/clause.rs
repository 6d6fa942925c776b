//! Clauses without a parser: tagged words and predicates come in; how the sentence falls into clauses, and how each
//! hangs on the others, goes out. Never looks further than a clause may be long.

use super::class;
use super::predicate::{Predicate, says, within};
use super::word::{Shape, Word};
use std::ops::Range;

/// How a clause hangs on the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Stands by itself.
    Main,
    /// Begins with "when", "although", "if" …
    Subordinate,
    /// Begins with "which", "who", "that".
    Relative,
    /// A second predicate of the same subject: "… and signed".
    Shared,
    /// A participle: ", resolving …", "by hosting …".
    Participle,
    /// What somebody said.
    Complement,
}

/// A run of words about one predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) words: Range<usize>,
    pub(super) link: Link,
}

/// Cuts the sentence into clauses, rising and touching.
pub(super) fn clauses(words: &[Word<'_>], predicates: &[Predicate]) -> Vec<Clause> {
    let mut cuts: Vec<(usize, Link)> = vec![(0, Link::Main)];
    for at in 0..words.len() {
        let mut open = cuts.last().copied().unwrap_or((0, Link::Main));
        if at.saturating_sub(open.0) >= LONGEST {
            open = (at, Link::Main);
            cuts.push(open);
        }
        let cutter = Cutter { words, predicates, open };
        if let Some((start, link)) = cutter.at(at)
            && start > open.0
        {
            cuts.push((start, link));
        }
    }
    if let Some(first) = words.first()
        && first.entry.class & class::SUBORDINATOR != 0
        && let Some(cut) = cuts.first_mut()
        && opens_subordinate(words, predicates, 0)
    {
        cut.1 = Link::Subordinate;
    }
    let ends = cuts.iter().skip(1).map(|c| c.0).chain([words.len()]);
    cuts.iter().zip(ends).map(|(&(start, link), end)| Clause { words: start..end, link }).collect()
}

/// No clause has more words than this, so that what is looked for in a clause is never looked for in a whole book.
const LONGEST: usize = 160;
/// A clause that goes on after a comma has its predicate within so many words.
const AHEAD: usize = 60;

/// A subject behind a date that opens a clause has at most so many words.
const SUBJECT: usize = 24;
/// A phrase between commas behind "and" has at most so many words.
const INSET: usize = 16;

struct Cutter<'a> {
    words: &'a [Word<'a>],
    predicates: &'a [Predicate],
    open: (usize, Link),
}

impl Cutter<'_> {
    /// Where a new clause starts at or after a word, and how it hangs on.
    fn at(&self, at: usize) -> Option<(usize, Link)> {
        let word = self.words.get(at)?;
        if word.aside || word.date.is_some() {
            return None;
        }
        if word.mark(&[';', ':', '—', '–', '(', ')', '_']) {
            return Some((at + 1, Link::Main));
        }
        if word.mark(&[',']) {
            return self.comma(at);
        }
        if word.is(class::CONJUNCTION) {
            return self.conjunction(at);
        }
        if word.is(class::RELATIVE) && self.relative(at) {
            return Some((at, Link::Relative));
        }
        if word.is(class::SUBORDINATOR)
            && at > 0
            && opens_subordinate(self.words, self.predicates, at)
        {
            return Some((at, Link::Subordinate));
        }
        let gerund = self.opening(at).is_some_and(|p| !p.finite);
        if gerund && self.seen(at) {
            return Some((at, Link::Participle));
        }
        self.complement(at)
    }

    /// Whether the open clause already has a predicate before a word.
    fn seen(&self, at: usize) -> bool {
        within(self.predicates, &(self.open.0..at)).iter().any(|p| p.finite)
    }

    /// The predicate that begins with a word.
    fn opening(&self, at: usize) -> Option<&Predicate> {
        let index = self.predicates.partition_point(|p| p.first < at);
        self.predicates.get(index).filter(|p| p.first == at)
    }

    /// The first finite predicate at or after a word.
    fn next(&self, at: usize) -> Option<Predicate> {
        let index = self.predicates.partition_point(|p| p.first < at);
        let near = self.predicates.get(index..).unwrap_or_default().iter();
        near.take_while(|p| p.first < at + AHEAD).copied().find(|p| p.finite)
    }

    /// The next finite predicate after a word, before a mark that ends the stretch.
    fn ahead(&self, at: usize, within: usize) -> Option<Predicate> {
        let stop = |w: &Word<'_>| {
            w.is_mark() && !w.mark(&['’', '\'', '"', '“', '”', '‘', '.', '-']) && !w.aside
        };
        let end = (at..self.words.len().min(at + within))
            .find(|&i| self.words.get(i).is_some_and(stop))
            .unwrap_or(self.words.len().min(at + within));
        self.next(at).filter(|p| p.first < end)
    }

    fn comma(&self, at: usize) -> Option<(usize, Link)> {
        let next = self.words.get(at + 1)?;
        if next.mark(&['"', '”', '’', '“']) && self.seen(at) && self.ahead(at + 2, 12).is_some()
        {
            return Some((at + 2, Link::Main));
        }
        if self.opening(at + 1).is_some() && self.seen(at) {
            let participle = next.text.ends_with("ing") || next.text.ends_with("ed");
            return participle.then_some((at + 1, Link::Participle));
        }
        if next.text == "with" && self.seen(at) {
            return Some((at + 1, Link::Participle));
        }
        let inside = matches!(self.open.1, Link::Subordinate | Link::Relative | Link::Participle);
        if inside && self.seen_any(at) && self.ahead_over_commas(at + 1) {
            return Some((at + 1, Link::Main));
        }
        if self.seen(at) && self.opens_dated(at + 1) {
            return Some((at + 1, Link::Main));
        }
        let subject = next.is(class::PRONOUN | class::DETERMINER) || next.shape == Shape::Capital;
        if self.seen(at) && subject && self.ahead(at + 1, 8).is_some_and(|p| says(self.words, &p)) {
            return Some((at + 1, Link::Main));
        }
        None
    }

    fn seen_any(&self, at: usize) -> bool {
        !within(self.predicates, &(self.open.0..at)).is_empty()
    }

    fn ahead_over_commas(&self, at: usize) -> bool {
        self.next(at).is_some_and(|p| {
            let between = self.words.get(at..p.first).unwrap_or_default().iter();
            !between
                .into_iter()
                .any(|w| w.is(class::RELATIVE | class::SUBORDINATOR) || w.mark(&[';', ':']))
        })
    }

    fn conjunction(&self, at: usize) -> Option<(usize, Link)> {
        if !self.seen_any(at) {
            // "is growing, with a rise of 1 per cent in 2017, and has reached": the second verb is the sentence's.
            let comma =
                at.checked_sub(1).and_then(|i| self.words.get(i)).is_some_and(|w| w.mark(&[',']));
            let verb = self.opening(at + 1).is_some_and(|p| p.finite && p.first < p.head);
            let with = self.open.1 == Link::Participle && comma && verb;
            return with.then_some((at, Link::Shared));
        }
        // "and in June, the board voted": a time between commas opens the second half.
        let from = past_time(self.words, at + 1);
        let dated =
            at.checked_sub(1).and_then(|i| self.words.get(i)).is_some_and(|w| w.date.is_some());
        // "over two weeks and on Tuesday, 16 May, approved"
        let verb = self.opening(from).is_some_and(|p| p.finite)
            && self.words.get(at + 1).is_some_and(|w| w.is(class::PREPOSITION));
        let subject = self.words.get(from).is_some_and(|w| {
            w.is(class::NOMINATIVE | class::DETERMINER) || w.shape == Shape::Capital
        });
        if from > at + 1
            && (verb || subject || !dated)
            && let Some(next) = self.next(from).filter(|_| self.ahead_over_commas(from))
        {
            return Some((at, if next.first == from { Link::Shared } else { Link::Main }));
        }
        if self.opens_dated(at + 1) {
            return Some((at, Link::Main));
        }
        // "had succeeded and, at the expense of a delay, on 4 June the town was taken"
        if let Some(from) = self.past_inset(at + 1)
            && self.ahead(from, 14).is_some()
        {
            return Some((at, Link::Main));
        }
        let next = self.ahead(at + 1, 14)?;
        let between = self.words.get(at + 1..next.first).unwrap_or_default();
        if between.iter().all(|w| w.is(class::ADVERB | class::NEGATION) || w.date.is_some()) {
            return Some((at, Link::Shared));
        }
        let cut = between.iter().any(|w| w.is(class::RELATIVE | class::SUBORDINATOR));
        let comma =
            at.checked_sub(1).and_then(|i| self.words.get(i)).is_some_and(|w| w.mark(&[',']));
        (!cut && (comma || between.len() <= 5)).then_some((at, Link::Main))
    }

    /// ", by 2030 some cities could": a date that opens a clause with a subject of its own.
    fn opens_dated(&self, at: usize) -> bool {
        let word = |i: usize| self.words.get(i);
        let dated = |i: usize| word(i).is_some_and(|w| w.date.is_some());
        let led = word(at).is_some_and(|w| w.is(class::PREPOSITION) && w.date.is_none());
        let first = at + usize::from(led);
        let end = (first..first + TIME).find(|&i| !dated(i)).unwrap_or(first);
        let subject = word(end).is_some_and(|w| {
            w.is(class::NOMINATIVE | class::DETERMINER)
                || w.shape == Shape::Capital && w.is_content()
        });
        led && end > first && subject && self.ahead(end, SUBJECT).is_some_and(|p| p.first > end)
    }

    /// Behind a phrase between commas that begins with a preposition.
    fn past_inset(&self, at: usize) -> Option<usize> {
        let comma = |i: usize| self.words.get(i).is_some_and(|w| w.mark(&[',']));
        let led = self.words.get(at + 1).is_some_and(|w| w.is(class::PREPOSITION));
        let close = (at + 2..at + INSET).find(|&i| comma(i))?;
        let plain = within(self.predicates, &(at..close)).iter().all(|p| !p.finite);
        (comma(at) && led && plain).then_some(close + 1)
    }

    /// A relative pronoun opens a clause where a predicate follows and it is no determiner.
    fn relative(&self, at: usize) -> bool {
        at > 0 && self.ahead(past_time(self.words, at + 1), 16).is_some()
    }

    /// What somebody said begins right after the verb of saying, with no "that".
    fn complement(&self, at: usize) -> Option<(usize, Link)> {
        let index = self.predicates.partition_point(|p| p.last < at).checked_sub(1)?;
        let before = self.predicates.get(index)?;
        if before.last + 1 != at || !says(self.words, before) {
            return None;
        }
        let word = self.words.get(at)?;
        let opens =
            !word.is(class::PREPOSITION | class::RELATIVE | class::SUBORDINATOR) && !word.is_mark();
        let next = self.ahead(at, 14)?;
        let that = self.words.get(at..next.first).unwrap_or_default();
        let joined = that.iter().rev().find(|w| !w.is(class::ADVERB));
        // "condemned the war but also criticised": a second predicate, and nothing that was said.
        if that.iter().any(|w| w.is(class::RELATIVE))
            || joined.is_some_and(|w| w.is(class::CONJUNCTION))
        {
            return None;
        }
        let verbless = next.first > at && before.head < at;
        (opens && verbless).then_some((at, Link::Complement))
    }
}

/// Whether "after", "since", "when" … opens a clause: a finite predicate follows before the next comma, and no date
/// follows at once ("since 2003").
fn opens_subordinate(words: &[Word<'_>], predicates: &[Predicate], at: usize) -> bool {
    if words.get(at + 1).is_none_or(|w| w.date.is_some()) {
        return false;
    }
    // "where, on 17 July, he spoke"
    let from = past_time(words, at + 1);
    let end = (from..words.len().min(at + 25))
        .find(|&i| words.get(i).is_some_and(|w| w.mark(&[',', ';', ':']) || w.is(class::RELATIVE)))
        .unwrap_or(words.len().min(at + 25));
    let nouns = words.get(at).is_some_and(|w| w.is(class::PREPOSITION));
    let first = predicates.partition_point(|p| p.first <= at);
    let near = predicates.get(first..).unwrap_or_default().iter().take_while(|p| p.first < end);
    near.into_iter().find(|p| p.finite).is_some_and(|p| !nouns || p.first <= at + 8)
}

/// Behind a time and the comma that ends it, where one begins at a word: "in June, ", ", on 3 May, ".
fn past_time(words: &[Word<'_>], at: usize) -> usize {
    let comma = |i: usize| words.get(i).is_some_and(|w| w.mark(&[',']));
    let dated = |i: usize| words.get(i).is_some_and(|w| w.date.is_some());
    let led = comma(at);
    let mut end = at + usize::from(led);
    let small =
        |i: usize| words.get(i).is_some_and(|w| w.is(class::PREPOSITION | class::DETERMINER));
    while end < at + 4 && !dated(end) && small(end) {
        end += 1;
    }
    let first = end;
    let joint = |i: usize| comma(i) || words.get(i).is_some_and(|w| w.is(class::CONJUNCTION));
    while end < first + TIME && (dated(end) || joint(end) && dated(end + 1)) {
        end += 1;
    }
    let ends = end > first && (led || comma(end));
    if ends { end + usize::from(comma(end)) } else { at }
}

/// A time in front of a clause has at most so many words.
const TIME: usize = 10;
