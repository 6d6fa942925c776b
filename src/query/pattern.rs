//! The text part of a lens: fzf's term syntax, matched against one text. What was typed comes in; whether, how well
//! and where a text matches goes out. Never fails to parse.

use super::fold::Folded;
use super::term::{self, Groups, Shape, Term};
use super::words::words;
use crate::extract::Via;
use crate::extract::country::Country;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::ops::Range;
use std::sync::LazyLock;

/// A parsed query. Empty matches everything.
///
/// Terms parted by spaces must all match; `a | b` asks for one of two; `'text` is exact, `'text'` whole words,
/// `^text` the item's start, `text$` its end, `!text` leaves out, `\ ` is a space inside a term, `#text` asks for a tag
/// of the document (a text alone cannot tell: there it leaves everything). Case, accents, curly
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
        Some(Self::scored(kind, scores, self.groups.len()))
    }

    /// The score of a kind of match and of the sum of what its groups of terms were given.
    pub(super) fn scored(kind: MatchKind, scores: i64, groups: usize) -> i64 {
        kind as i64 * STEP + scores / groups.max(1) as i64
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

    /// Its terms that ask for tags, and nothing else.
    #[must_use]
    pub fn tags(&self) -> Self {
        let tag = |group: &&Vec<Term>| group.iter().all(|term| term.shape == Shape::Tag);
        let groups: Groups = self.groups.iter().filter(tag).cloned().collect();
        let typed = if groups.is_empty() { String::new() } else { self.typed.clone() };
        Self { typed, groups }
    }

    /// The words it asks for, in small letters, as terms of a narrative: none that it leaves out, and no tags.
    pub fn wanted(&self) -> Vec<String> {
        let terms = self.groups.iter().flatten();
        let terms = terms.filter(|term| !term.negated && term.shape != Shape::Tag);
        let said = |term: &Term| match (term.abbreviation, term.shape) {
            (true, _) => term.text.to_uppercase(),
            (false, Shape::Word) => format!("'{}", term.text),
            _ => term.text.clone(),
        };
        terms.map(said).collect()
    }

    /// Whether one of its terms names a country that an item concerns in this way.
    pub fn names(&self, country: Country, via: Via) -> bool {
        let mut terms = self.groups.iter().flatten().filter(|term| !term.negated);
        terms.any(|term| term.named.contains(country, via))
    }
}

/// The room between two kinds of match in a score.
const STEP: i64 = 1 << 20;

static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().ignore_case());

/// Fuzzy-matcher's score of a folded text for what was typed; 0 where it has not all the letters in order.
pub(super) fn closeness(text: &str, typed: &str) -> u32 {
    let score = MATCHER.fuzzy_match(text, typed).unwrap_or_default();
    u32::try_from(score).unwrap_or(0)
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
