//! The text part of a lens: fzf's term syntax, matched against one text. What was typed comes in; whether, how well
//! and where a text matches goes out. Never fails to parse.

use super::fold::{Folded, is_word};
use super::fuzzy::{self, Gap, Pieces, Word};
use super::term::{self, Groups, Shape, Term};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;
use std::sync::LazyLock;

/// A parsed query. Empty matches everything.
///
/// Terms parted by spaces must all match; `a | b` asks for one of two; `'text` is exact, `'text'` whole words,
/// `^text` the item's start, `text$` its end, `!text` leaves out, `\ ` is a space inside a term. Case, accents, curly
/// quotes and long dashes are ignored, so that "Tashkent" finds TASHKENT; only two or three capitals ("US", "WHO")
/// are taken for an abbreviation, which "us" and "who" do not match.
///
/// ```
/// use bluf::query::Pattern;
/// let pattern = Pattern::parse("tash intel !draft");
/// assert!(pattern.matches("The Tashkent Intelligence Forum"));
/// assert!(!pattern.matches("The Tashkent Intelligence Forum (draft)"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    /// As typed, without spaces around.
    pub typed: String,
    pub(super) groups: Groups,
}

/// How a text matched, from the weakest to the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchKind {
    /// With letters left out, or over the starts of neighbouring words.
    Fuzzy,
    /// Inside a word.
    Inside,
    /// At the start of a word.
    Start,
    /// As a whole word.
    Word,
    /// At the start of the text.
    Prefix,
    /// As the whole text.
    Exact,
}

impl Pattern {
    /// Parses what was typed; anything parses.
    pub fn parse(typed: &str) -> Self {
        Self { typed: typed.trim().to_owned(), groups: term::parse(typed) }
    }

    /// Whether it lets everything through: nothing typed, or nothing that means anything.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether a text matches.
    pub fn matches(&self, text: &str) -> bool {
        self.kind(text).is_some()
    }

    /// How a text matches: the weakest of what its terms found; `None` where it does not match.
    pub fn kind(&self, text: &str) -> Option<MatchKind> {
        let folded = Folded::new(text);
        let words = words(&folded);
        let kinds = self.groups.iter().map(|group| {
            let kinds = group.iter().map(|t| t.outcome(&folded, &words));
            kinds.max().flatten()
        });
        kinds.min().unwrap_or(Some(MatchKind::Exact))
    }

    /// Whether a text matches, and how well: higher is better. The kind of match counts first, then
    /// fuzzy-matcher's score.
    pub fn score(&self, text: &str) -> Option<i64> {
        let kind = self.kind(text)?;
        let found =
            |t: &Term| MATCHER.fuzzy_match(text, &t.text).unwrap_or_default().clamp(0, STEP - 1);
        let best = |group: &Vec<Term>| group.iter().filter(|t| !t.negated).map(found).max();
        let scores: i64 = self.groups.iter().filter_map(best).sum();
        let terms = self.groups.len().max(1) as i64;
        Some(kind as i64 * STEP + scores / terms)
    }

    /// The byte ranges of `text` that its terms are found at, rising, not overlapping, on character boundaries.
    /// A term is lit wherever it stands, also in a text that does not hold all the others.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let words = words(&folded);
        let terms = self.groups.iter().flatten().filter(|t| !t.negated);
        let found = terms.filter_map(|t| t.find(&folded, &words)).flat_map(|(_, ranges)| ranges);
        merge(found.map(|range| folded.original(&range)).filter(|r| !r.is_empty()).collect())
    }
}

/// The room between two kinds of match in a score.
const STEP: i64 = 1 << 20;

static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// A word of a folded text and where it begins.
pub(super) struct Place<'a> {
    pub(super) start: usize,
    pub(super) word: Word<'a>,
}

/// The words of a folded text.
pub(super) fn words(folded: &Folded) -> Vec<Place<'_>> {
    let mut words: Vec<Place<'_>> = Vec::new();
    let mut from = None;
    let text = folded.text.as_str();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word(c), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                from = None;
                let word = text.get(start..at).unwrap_or_default();
                let before =
                    words.last().map(|last| (last.word.text, last.start + last.word.text.len()));
                let gap = before.map_or(Gap::Apart, |(last, end)| {
                    gap(last, text.get(end..start).unwrap_or_default())
                });
                let capital = folded.is_capital(start);
                let mut letters = word.char_indices().filter(|(_, c)| c.is_alphabetic());
                let capitals = capital && letters.all(|(i, _)| folded.is_capital(start + i));
                words.push(Place { start, word: Word { text: word, capital, capitals, gap } });
            }
            _ => {}
        }
    }
    words
}

fn gap(last: &str, between: &str) -> Gap {
    match between {
        "-" | "'" => Gap::Glue,
        // "U.S." is one word, "3.5" and "Tashkent.The" are not.
        "." if last.len() == 1 && last.bytes().all(|b| b.is_ascii_alphabetic()) => Gap::Glue,
        " " | "/" | "." | ". " | " '" | "' " | " \"" | "\" " => Gap::Space,
        _ => Gap::Apart,
    }
}

type Found = (MatchKind, Vec<Range<usize>>);

impl Term {
    /// What a term says of a text: for a negated one, that it is not there.
    fn outcome(&self, folded: &Folded, words: &[Place<'_>]) -> Option<MatchKind> {
        let found = self.find(folded, words);
        if self.negated {
            return found.is_none().then_some(MatchKind::Exact);
        }
        found.map(|(kind, _)| kind)
    }

    /// Where the term stands in a folded text, and how it matched.
    pub(super) fn find(&self, folded: &Folded, words: &[Place<'_>]) -> Option<Found> {
        let text = folded.text.as_str();
        match self.shape {
            Shape::Fuzzy => self.substring(folded, words).or_else(|| self.fuzzy(words)),
            Shape::Substring | Shape::Word => self.substring(folded, words),
            Shape::Prefix | Shape::Suffix | Shape::Whole => {
                edge(text, &self.text, self.shape).map(|(kind, range)| (kind, vec![range]))
            }
        }
    }

    fn substring(&self, folded: &Folded, words: &[Place<'_>]) -> Option<Found> {
        let text = folded.text.as_str();
        let mut best = None;
        let mut ranges = Vec::new();
        for (start, _) in text.match_indices(&self.text) {
            let end = start + self.text.len();
            let kind = place(text, start, end);
            let holder = words.partition_point(|w| w.start <= start).checked_sub(1);
            let capitals = holder.and_then(|w| words.get(w)).is_some_and(|w| w.word.capitals);
            if (self.abbreviation && !capitals)
                || (self.shape == Shape::Word && kind < MatchKind::Word)
            {
                continue;
            }
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
        Some(Fit::Inside(place(word.text, range.start, range.end), vec![range]))
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
    let at = |i: usize| text.get(i..).and_then(|rest| rest.chars().next()).is_some_and(is_word);
    let before = text.get(..start).and_then(|head| head.chars().next_back()).is_some_and(is_word);
    match (before && at(start), at(end)) {
        _ if start == 0 && end == text.len() => MatchKind::Exact,
        _ if start == 0 => MatchKind::Prefix,
        (false, false) => MatchKind::Word,
        (false, true) => MatchKind::Start,
        (true, _) => MatchKind::Inside,
    }
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

/// Puts ranges in order and makes one of those that touch.
fn merge(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|r| (r.start, r.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}
