//! A sentence as the title of what it tells: where no shorter title can be told without tearing a phrase, a plain sentence
//! whose main verb the date hangs on stands for itself, without that date. Never takes a sentence that tells of more than its
//! own happening, or leaves open of whom.

use super::class;
use super::cut;
use super::found::{Anchor, Found};
use super::hint;
use super::predicate::{self, Predicate};
use super::sentence::Sentence;
use super::whole;
use super::word::{Shape, Word};
use crate::text::Span;

/// The fewest and the most words and marks of a sentence that is a title: a shorter one was refused for what it says.
const WORDS: std::ops::RangeInclusive<usize> = 11..=34;
/// The most words in front of a date that opens a sentence: "Late in".
const LEAD: usize = 3;

/// What points at something named before.
const POINTING: [&str; 4] = ["this", "these", "that", "those"];

/// The words of the sentence; nothing where it is no title.
pub(super) fn of(sentence: &Sentence<'_>, found: &Found) -> Option<Vec<Span>> {
    let Anchor::Predicate(predicate) = found.anchor else { return None };
    let entire = Entire { sentence, found, predicate };
    let (first, end) = entire.bounds()?;
    if !predicate.finite
        || found.parts.fronted.is_some()
        || !entire.is_main(first)
        || entire.is_reduced()
        || !entire.is_dated(first)
        || !entire.is_plain(first, end)
    {
        return None;
    }
    let words: Vec<usize> = (first..end).filter(|&i| !entire.is_date(i, end)).collect();
    WORDS.contains(&words.len()).then(|| cut::spans(sentence, words)).flatten()
}

struct Entire<'a> {
    sentence: &'a Sentence<'a>,
    found: &'a Found,
    predicate: Predicate,
}

impl Entire<'_> {
    fn is(&self, index: usize, test: impl Fn(&Word<'_>) -> bool) -> bool {
        self.sentence.word(index).is_some_and(test)
    }

    /// The first word behind a date that opens the sentence, and one past the last before its full stop.
    fn bounds(&self) -> Option<(usize, usize)> {
        let words = &self.sentence.words;
        let mut end = words.len();
        if self.is(end.checked_sub(1)?, |w| w.mark(&['.'])) {
            end -= 1;
        }
        let mut first = 0;
        if self.is(0, |w| w.is(class::ADVERB)) && self.is(1, |w| w.mark(&[','])) {
            first = 2;
        }
        let run = &self.found.run;
        let comma = self.is(run.end, |w| w.mark(&[',']));
        let names = |w: &Word<'_>| w.is(class::DETERMINER) || w.shape == Shape::Capital;
        let parted = comma || self.is(run.end, names);
        if run.start <= first + LEAD && run.end <= self.predicate.first && parted {
            let lead = (first..=run.start).all(|i| self.is(i, |w| w.is(class::FUNCTION)));
            first = if lead { run.end + usize::from(comma) } else { first };
        }
        Some((first, end))
    }

    /// Whether no other verb of a sentence stands before the predicate, and the predicate is not that of a phrase in front:
    /// "Under an accord signed in May, the bank gave".
    fn is_main(&self, first: usize) -> bool {
        let comma = (first..self.sentence.words.len()).find(|&i| self.is(i, |w| w.mark(&[','])));
        let fronted = self.is(first, |w| w.is(class::PREPOSITION));
        if fronted && comma.is_none_or(|comma| self.predicate.first < comma) {
            return false;
        }
        let before = first..self.predicate.first;
        let opens = |w: &Word<'_>| w.is(class::RELATIVE | class::SUBORDINATOR | class::PRONOUN);
        self.sentence.predicates_in(&before).all(|p| !p.finite)
            && !before.into_iter().any(|i| self.is(i, |w| !w.aside && opens(w)))
    }

    /// "the curfew imposed in May was lifted": a participle, with the verb of the sentence behind it and nothing between that
    /// opens a clause.
    fn is_reduced(&self) -> bool {
        let p = self.predicate;
        let whole = 0..self.sentence.words.len();
        let clause =
            self.sentence.clauses.get(self.found.clause).map_or(whole, |c| c.words.clone());
        if self.sentence.is_reduced(&p, &clause) || self.is_inset() {
            return true;
        }
        let rest = p.last + 1..self.sentence.words.len();
        let Some(next) = self.sentence.predicates_in(&rest).find(|q| q.finite) else {
            return false;
        };
        // "the founder, born in 1955, has built"
        let comma = |w: &Word<'_>| w.mark(&[',']);
        if p.first == p.head && p.first.checked_sub(1).is_some_and(|i| self.is(i, comma)) {
            return true;
        }
        let opens = |w: &Word<'_>| {
            w.is(class::RELATIVE | class::SUBORDINATOR | class::CONJUNCTION)
                || w.mark(&[',', '–', '—'])
        };
        !(p.last + 1..next.first).any(|i| self.is(i, opens))
            && !predicate::says(&self.sentence.words, &p)
    }

    /// "the council – elected in May – met": told between dashes.
    fn is_inset(&self) -> bool {
        let dash = |i: usize| self.is(i, |w| w.mark(&['–', '—']));
        let before = (0..self.predicate.first).filter(|&i| dash(i)).count();
        before % 2 == 1 && (self.predicate.last..self.sentence.words.len()).any(dash)
    }

    /// Whether the date stands in front of the sentence or right behind its verb, with no other clause between.
    fn is_dated(&self, first: usize) -> bool {
        let run = &self.found.run;
        if run.end <= first {
            return true;
        }
        let between = self.predicate.last + 1..run.start;
        let before = run.start.checked_sub(1);
        let hangs = before.is_some_and(|i| self.is(i, |w| w.text.ends_with("ed")));
        if hangs && before != Some(self.predicate.last) {
            return false;
        }
        let opens =
            |w: &Word<'_>| w.is(class::RELATIVE | class::SUBORDINATOR) || w.mark(&[',', '–', '—']);
        run.start > self.predicate.last
            && self.sentence.predicates_in(&between).next().is_none()
            && !between.into_iter().any(|i| self.is(i, opens))
    }

    /// Whether it is no question, quotation or list, and says whom it speaks of.
    fn is_plain(&self, first: usize, end: usize) -> bool {
        let marks = |w: &Word<'_>| w.mark(&[':', ';', '?', '!', '“', '”', '"', '‘', '[', ']']);
        let open = |w: &Word<'_>| {
            let word = w.text.split(['\'', '’']).next().unwrap_or_default();
            w.is(class::PRONOUN | class::CONJUNCTION)
                || w.hints(hint::POINTED | hint::COUNTED)
                || whole::is_voice(w.text)
                || POINTING.iter().any(|pointing| word.eq_ignore_ascii_case(pointing))
        };
        // "OSLO, Norway — The court ruled"
        let line =
            |w: &Word<'_>| w.text.len() > 3 && w.text.bytes().all(|b| b.is_ascii_uppercase());
        let starts = self.is(0, |w| w.shape != Shape::Lower && !line(w));
        // "Having taken the port in 1976, the general went on in 1977"
        let participle = self.is(first, |w| w.text.ends_with("ing"));
        starts
            && !participle
            && !self.is(first, open)
            && self.is(first, |w| !w.is_mark())
            && (first..end).all(|i| !self.is(i, marks))
    }

    /// Whether a word belongs to a date that ends the sentence, and nothing before it asks for one: "starting on Monday".
    fn is_date(&self, index: usize, end: usize) -> bool {
        let run = &self.found.run;
        let asks = run.start.checked_sub(1).is_none_or(|i| {
            self.sentence.in_predicate(i) && i != self.predicate.last
                || self.is(i, |w| w.is_mark() || w.text.ends_with("ing") || w.text.ends_with("ed"))
        });
        run.end == end && run.contains(&index) && !asks
    }
}
