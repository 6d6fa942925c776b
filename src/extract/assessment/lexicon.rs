//! The words that tell a judgement: `assets/assessment/`. A block of text comes in, the words found in it go out, rising, the
//! longest at each place. Decides nothing.

use super::scale::Scale;
use super::told::{AssessmentKind, Sense};
use crate::extract::country::{self, Country};
use crate::text::Span;
use crate::text::hash::{Gate, Packed};
use crate::text::runs::Run;
use crate::text::word_entries::WordEntries;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What words are; one row may be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// An expression of likelihood or its like.
    Expression(Sense),
    /// Makes its sentence a judgement of this kind.
    Cue(AssessmentKind),
    /// An outcome one fears.
    Bad,
    /// An outcome one expects.
    Trend,
    /// How far ahead.
    Horizon,
    /// Tells somebody to do something, at the start.
    Imperative,
    /// The document speaks of itself.
    Own,
    /// The first word of a frame, as its place in [`FRAMES`].
    First(u8),
    /// The second one.
    Second(u8),
    /// A region, as its place in [`REGIONS`].
    Region(u16),
}

impl Use {
    /// The bit of a set of uses that it has; expressions of one sense share one, and so do all regions.
    pub(super) fn bit(self) -> u64 {
        let place = match self {
            Self::Expression(sense) => match sense {
                Sense::Term(_) => 0,
                Sense::Hedge => 1,
                Sense::Rank => 2,
                Sense::Confidence => 3,
                Sense::Obligation => 4,
                Sense::UnhedgedFuture => 5,
            },
            Self::Bad => 6,
            Self::Trend => 7,
            Self::Horizon => 8,
            Self::Imperative => 9,
            Self::Own => 10,
            Self::Region(_) => 11,
            Self::Cue(kind) => 12 + kind as u32,
            Self::First(frame) => 32 + u32::from(frame),
            Self::Second(frame) => 48 + u32::from(frame),
        };
        1 << place
    }
}

/// The bits of all expressions.
const SENSES: u64 = 0x3f;

/// The bits of many uses.
pub(super) fn bits(uses: &[Use]) -> u64 {
    uses.iter().fold(0, |all, u| all | u.bit())
}

/// Words found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) span: Span,
    uses: &'static [Use],
    /// The bits of its uses.
    pub(super) bits: u64,
}

impl Found {
    /// Whether it is of a use, whichever the region or the term.
    pub(super) fn is(&self, what: Use) -> bool {
        self.bits & what.bit() != 0
    }

    /// The countries of a region that is named.
    pub(super) fn region(&self) -> &'static [Country] {
        if self.bits & Use::Region(0).bit() == 0 {
            return &[];
        }
        let place = self.uses.iter().find_map(|u| match u {
            Use::Region(at) => Some(usize::from(*at)),
            _ => None,
        });
        place.and_then(|at| REGIONS.get(at)).map_or(&[], |(_, members)| members)
    }

    pub(super) fn sense(&self) -> Option<Sense> {
        if self.bits & SENSES == 0 {
            return None;
        }
        self.uses.iter().find_map(|u| match u {
            Use::Expression(sense) => Some(*sense),
            _ => None,
        })
    }
}

/// Two words that make a judgement together.
pub(super) struct Frame {
    pub(super) kind: AssessmentKind,
    first: &'static str,
    second: &'static str,
    /// The most words between.
    pub(super) gap: usize,
    /// Whether a word of doubt or future must stand before.
    pub(super) doubt: bool,
}

/// The words of the table at some runs of letters, up to the end of a text: at each run the longest, none within another.
pub(super) fn scan(words: &'static Words, text: &str, runs: &[Run], found: &mut Vec<Found>) {
    let mut done = 0;
    let mut ahead = runs.first().map(|run| run.word.hash());
    for (i, run) in runs.iter().enumerate() {
        let next = runs.get(i + 1);
        let Some(hash) = std::mem::replace(&mut ahead, next.map(|next| next.word.hash())) else {
            return;
        };
        let joined = next.is_some_and(|next| next.start == run.end + 1);
        let second = ahead.filter(|_| joined);
        if run.start < done || !words.may_stand(hash, second) {
            continue;
        }
        let place = (run.start as usize, run.end as usize);
        let row = words.entries.get(run.word).and_then(|bucket| bucket.longest(text, place));
        if let Some(row) = row {
            let span = Span::new(place.0, place.0 + row.words.len());
            found.push(Found { span, uses: &row.uses, bits: row.bits });
            done = span.end;
        }
    }
}

/// The words of `words.tsv` and of the scales.
pub(super) struct Words {
    /// For each first word, what begins with it.
    entries: WordEntries<Bucket>,
    /// First words of rows that are that word alone or go on with anything but a blank and letters, and the first two of the
    /// others: most words that begin rows, "in" and "is", are left by these.
    openings: Gate,
}

/// The rows that begin with one word, the longest first.
#[derive(Default)]
struct Bucket(Vec<Row>);

/// A hash of two words in their order.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(7) ^ second
}

impl Words {
    /// Whether a row may stand at a word, by its hash and that of the word that follows it.
    fn may_stand(&self, first: u64, second: Option<u64>) -> bool {
        let two = second.is_some_and(|second| self.openings.may_have(pair(first, second)));
        two || self.openings.may_have(first)
    }

    /// Adds a row whose first word ends at a byte.
    fn add(&mut self, row: &'static str, end: usize, uses: Vec<Use>) {
        let word = row.get(..end).unwrap_or_default();
        let first = Packed::of(row.as_bytes(), 0, end).hash();
        let byte = |at: usize| row.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
        let next = [byte(end), byte(end + 1)];
        self.openings.add(if next[0] == b' ' && next[1].is_ascii_alphabetic() {
            pair(first, Packed::letters(row.as_bytes(), end + 1).1.hash())
        } else {
            first
        });
        let bits = bits(&uses);
        if let Some(bucket) = self.entries.entry(word) {
            bucket.0.push(Row { words: row, next, uses: unique(uses), bits });
        }
    }
}

impl Bucket {
    /// The longest row that stands at a place, its first word ending at `end`.
    fn longest(&self, text: &str, (at, end): (usize, usize)) -> Option<&Row> {
        let byte = |at: usize| text.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
        let next = [byte(end), byte(end + 1)];
        let rest = text.as_bytes().get(at..)?;
        let is = |row: &&Row| {
            let words = row.words.as_bytes();
            let here = row.next == [0, 0]
                || row.next == next
                    && rest.get(..words.len()).is_some_and(|run| run.eq_ignore_ascii_case(words));
            // What ends with a mark of its own may be followed by anything.
            let open = words.last().is_some_and(u8::is_ascii_punctuation);
            here && (open || !continues(text, at + words.len()))
        };
        let row = self.0.iter().find(is)?;
        let before = text.as_bytes().get(at.wrapping_sub(1));
        let inside = match before {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            Some(_) => text.get(..at)?.chars().next_back().is_some_and(char::is_alphanumeric),
            None => false,
        };
        (!inside).then_some(row)
    }
}

/// A row that begins with a word.
struct Row {
    words: &'static str,
    /// What stands behind its first word: two bytes in small letters, nothing where it is that word alone. Most rows of a
    /// common word are left by these.
    next: [u8; 2],
    uses: Vec<Use>,
    /// The bits of the uses.
    bits: u64,
}

/// Whether a letter or digit stands at a place.
fn continues(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_alphanumeric),
        None => false,
    }
}

/// Regions with the countries that make them up.
static REGIONS: LazyLock<Vec<(&'static str, Vec<Country>)>> =
    LazyLock::new(|| country::regions().collect());

/// All of them.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(Words::new);

impl Words {
    /// Reads the tables.
    fn new() -> Self {
        let mut rows: Vec<(&'static str, Vec<Use>)> = Vec::new();
        let mut known: HashMap<&'static str, usize> = HashMap::new();
        let mut add = |words: &'static str, what: Use| {
            let at = *known.entry(words).or_insert_with(|| {
                rows.push((words, Vec::new()));
                rows.len() - 1
            });
            if let Some((_, uses)) = rows.get_mut(at) {
                uses.push(what);
            }
        };
        for term in Scale::all().iter().flat_map(|scale| &scale.terms) {
            for words in &term.words {
                add(words, Use::Expression(Sense::Term(words)));
            }
        }
        for (at, (name, _)) in REGIONS.iter().enumerate() {
            add(name, Use::Region(at as u16));
        }
        for (what, words) in rows_of(include_str!("../../../assets/assessment/words.tsv")) {
            let Some(what) = meaning(what) else { continue };
            listed(words).for_each(|words| add(words, what));
        }
        for (at, frame) in FRAMES.iter().enumerate() {
            listed(frame.first).for_each(|words| add(words, Use::First(at as u8)));
            listed(frame.second).for_each(|words| add(words, Use::Second(at as u8)));
        }
        let mut words = Self { entries: WordEntries::default(), openings: Gate::default() };
        for (row, uses) in rows {
            let end = row.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(row.len());
            words.add(row, end, uses);
        }
        for bucket in words.entries.values_mut() {
            bucket.0.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
        }
        words
    }
}

/// Every use once; a term of a scale before any other expression.
fn unique(mut uses: Vec<Use>) -> Vec<Use> {
    let mut seen = Vec::new();
    uses.retain(|u| {
        let new = !seen.contains(u);
        seen.push(*u);
        new
    });
    uses
}

fn meaning(word: &str) -> Option<Use> {
    Some(match word {
        "hedge" => Use::Expression(Sense::Hedge),
        "rank" => Use::Expression(Sense::Rank),
        "confidence" => Use::Expression(Sense::Confidence),
        "obligation" => Use::Expression(Sense::Obligation),
        "future" => Use::Expression(Sense::UnhedgedFuture),
        "bad" => Use::Bad,
        "trend" => Use::Trend,
        "horizon" => Use::Horizon,
        "self" => Use::Own,
        "imperative" => Use::Imperative,
        kind => Use::Cue(AssessmentKind::parse(kind)?),
    })
}

/// The frames of `frames.tsv`.
pub(super) static FRAMES: LazyLock<Vec<Frame>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/assessment/frames.tsv");
    let frame = |(kind, rest): (&'static str, &'static str)| {
        let mut rest = rest.split('\t');
        Some(Frame {
            kind: AssessmentKind::parse(kind)?,
            first: rest.next()?,
            second: rest.next()?,
            gap: rest.next()?.parse().ok()?,
            doubt: rest.next() == Some("doubt"),
        })
    };
    rows_of(table).filter_map(frame).collect()
});

/// The first column of each row, and the rest of it.
pub(super) fn rows_of(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

pub(super) fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_understood() {
        let table = include_str!("../../../assets/assessment/words.tsv");
        assert!(rows_of(table).all(|(what, _)| meaning(what).is_some()));
        assert_eq!(
            rows_of(include_str!("../../../assets/assessment/frames.tsv")).count(),
            FRAMES.len()
        );
        let known = |word: &str| WORDS.entries.get(Packed::letters(word.as_bytes(), 0).1).is_some();
        assert!(known("likely") && known("should") && !known("recruit"));
    }
}
