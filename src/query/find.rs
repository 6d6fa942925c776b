//! Finds one term in one folded text. A term, a text and its words come in; how it matched and where goes out.
//! Knows nothing of the other terms.

use super::fold::{Folded, is_word};
use super::fuzzy::{self, Pieces, Word};
use super::pattern::MatchKind;
use super::term::{Shape, Term};
use super::words::Place;
use std::ops::Range;

type Found = (MatchKind, Vec<Range<usize>>);

impl Term {
    /// What a term says of a text: for a negated one, that it is not there.
    pub(super) fn outcome(&self, folded: &Folded, words: &[Place<'_>]) -> Option<MatchKind> {
        let found = self.find(folded, words);
        if self.shape == Shape::Tag {
            return Some(MatchKind::Exact);
        }
        if self.negated {
            return found.is_none().then_some(MatchKind::Exact);
        }
        found.map(|(kind, _)| kind)
    }

    /// Where the term stands in a folded text, and how it matched.
    pub(super) fn find(&self, folded: &Folded, words: &[Place<'_>]) -> Option<Found> {
        match self.shape {
            Shape::Tag => None,
            Shape::Fuzzy => self.substring(folded, words).or_else(|| self.fuzzy(words)),
            Shape::Substring | Shape::Word => self.substring(folded, words),
            Shape::Prefix | Shape::Suffix | Shape::Whole => {
                edge(&folded.text, &self.text, self.shape).map(|(kind, range)| (kind, vec![range]))
            }
        }
    }

    fn substring(&self, folded: &Folded, words: &[Place<'_>]) -> Option<Found> {
        let text = folded.text.as_str();
        let mut best = None;
        let mut ranges = Vec::new();
        for (start, _) in text.match_indices(&self.text) {
            let end = start + self.text.len();
            let holder = words.partition_point(|w| w.start <= start).checked_sub(1);
            let holder = holder.and_then(|at| words.get(at));
            let named = || holder.is_some_and(|w| w.start == start && w.word.capitals);
            let unfit = (self.abbreviation && !named())
                || (self.shape == Shape::Word && !is_whole(text, start, end));
            if unfit {
                continue;
            }
            let kind = place(text, start, end);
            best = best.max(Some(kind));
            ranges.push(start..end);
        }
        best.map(|kind| (kind, ranges))
    }

    fn fuzzy(&self, words: &[Place<'_>]) -> Option<Found> {
        let bare = self.bare()?;
        let here = |pieces: Pieces, from: usize| {
            let place = |(at, length)| {
                let start = words.get(from + at).map_or(0, |w: &Place<'_>| w.start);
                start..start + length
            };
            pieces.into_iter().map(place).collect::<Vec<_>>()
        };
        let mut found: Option<Found> = None;
        for (from, place) in words.iter().enumerate() {
            let word = |at: usize| words.get(from + at).map(|w| w.word);
            let Some(fit) = self.fit(&bare, &word) else { continue };
            let (kind, ranges) = match fit {
                Fit::Inside(kind, ranges) => (
                    kind,
                    ranges.iter().map(|r| r.start + place.start..r.end + place.start).collect(),
                ),
                Fit::Run(kind, pieces) => (kind, here(pieces, from)),
            };
            let all = found.get_or_insert((kind, Vec::new()));
            all.0 = all.0.max(kind);
            all.1.extend(ranges);
        }
        found
    }

    /// The term without hyphens, where it then consists of letters and digits only: what may match fuzzily.
    pub(super) fn bare(&self) -> Option<String> {
        let bare: String = self.text.chars().filter(|&c| c != '-').collect();
        (!bare.is_empty() && bare.chars().all(is_word)).then_some(bare)
    }

    /// How the term fits a run of words beyond a substring, the run starting at word 0.
    pub(super) fn fit<'a>(
        &self,
        bare: &str,
        word: &impl Fn(usize) -> Option<Word<'a>>,
    ) -> Option<Fit> {
        let first = word(0)?;
        if first.text.chars().next() != bare.chars().next() {
            return self.hyphen_left_out(bare, first);
        }
        let joined = || {
            let pieces = fuzzy::joined(word, bare)?;
            let capitals = pieces.iter().all(|&(at, _)| word(at).is_some_and(|w| w.capitals));
            (capitals || !self.abbreviation).then_some(Fit::Run(MatchKind::Start, pieces))
        };
        let run = |pieces: Option<Pieces>| pieces.map(|p| Fit::Run(MatchKind::Fuzzy, p));
        self.hyphen_left_out(bare, first)
            .or_else(joined)
            .or_else(|| {
                let ranges = fuzzy::skipping(first.text, bare).filter(|_| !self.abbreviation);
                ranges.map(|ranges| Fit::Inside(MatchKind::Fuzzy, ranges))
            })
            .or_else(|| run(fuzzy::initials(word, bare)))
            .or_else(|| run(fuzzy::starts(word, bare).filter(|_| !self.abbreviation)))
    }

    /// "multi-vector" finds "multivector".
    fn hyphen_left_out(&self, bare: &str, word: Word<'_>) -> Option<Fit> {
        let start = if bare.len() < self.text.len() { word.text.find(bare)? } else { return None };
        let range = start..start + bare.len();
        let kind = match start {
            0 if range.end == word.text.len() => MatchKind::Word,
            0 => MatchKind::Start,
            _ => MatchKind::Inside,
        };
        Some(Fit::Inside(kind, vec![range]))
    }
}

/// How a term fits beyond a substring.
pub(super) enum Fit {
    /// Inside the run's first word, at these bytes of it.
    Inside(MatchKind, Vec<Range<usize>>),
    /// Over several words.
    Run(MatchKind, Pieces),
}

/// What kind of match a substring is by where it stands.
fn place(text: &str, start: usize, end: usize) -> MatchKind {
    match (cuts(text, start), cuts(text, end)) {
        _ if start == 0 && end == text.len() => MatchKind::Exact,
        _ if start == 0 => MatchKind::Prefix,
        (false, false) => MatchKind::Word,
        (false, true) => MatchKind::Start,
        (true, _) => MatchKind::Inside,
    }
}

/// Whether a substring begins and ends where words do.
pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    !cuts(text, start) && !cuts(text, end)
}

/// Whether a place lies inside a word.
fn cuts(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at..).and_then(|rest| rest.chars().next());
    before.is_some_and(is_word) && after.is_some_and(is_word)
}

/// A match bound to the start or end of a text; quotes, bullets and the full stop around it do not count.
pub(super) fn edge(text: &str, term: &str, shape: Shape) -> Option<(MatchKind, Range<usize>)> {
    let head = text.len() - text.trim_start_matches(|c: char| !is_word(c)).len();
    let tail = text.trim_end_matches(|c: char| !is_word(c)).len();
    let heads = [0, head].into_iter();
    let tails = || [text.len(), tail].into_iter();
    match shape {
        Shape::Prefix => heads
            .filter(|&at| text.get(at..).is_some_and(|t| t.starts_with(term)))
            .map(|at| (MatchKind::Prefix, at..at + term.len()))
            .next(),
        Shape::Suffix => tails()
            .filter(|&at| text.get(..at).is_some_and(|t| t.ends_with(term)))
            .map(|at| (place(text, at - term.len(), at), at - term.len()..at))
            .next(),
        _ => heads
            .flat_map(|start| tails().map(move |end| start..end))
            .find(|range| text.get(range.clone()) == Some(term))
            .map(|range| (MatchKind::Exact, range)),
    }
}
