//! The words that tell a judgement: `assets/assessment/`. A block of text comes in, the words found in it go out, rising, the
//! longest at each place. Decides nothing.

use super::scale::Scale;
use super::told::{AssessmentKind, Sense};
use crate::extract::country::{self, Country};
use crate::text::Span;
use crate::text::hash::{Packed, WordTable};
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

/// Words found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) uses: &'static [Use],
}

impl Found {
    pub(super) fn is(&self, what: Use) -> bool {
        self.uses.contains(&what)
    }

    /// The countries of a region that is named.
    pub(super) fn region(&self) -> &'static [Country] {
        let place = self.uses.iter().find_map(|u| match u {
            Use::Region(at) => Some(usize::from(*at)),
            _ => None,
        });
        place.and_then(|at| REGIONS.get(at)).map_or(&[], |(_, members)| members)
    }

    pub(super) fn sense(&self) -> Option<Sense> {
        self.uses.iter().find_map(|u| match u {
            Use::Expression(sense) => Some(*sense),
            _ => None,
        })
    }
}

/// How much of the prose under a heading is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    All,
    Fits,
    First,
}

/// What a heading says of the text under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) kind: AssessmentKind,
    pub(super) share: Share,
    /// How many words say so.
    pub(super) words: usize,
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

/// The words of the table in a stretch of text that begins at `start` of the reading text: at each place the longest, none
/// within another.
pub(super) fn scan(words: &'static Words, text: &str, start: u32, found: &mut Vec<Found>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            at += 1;
            continue;
        }
        let (end, packed) = Packed::letters(bytes, at);
        let next = end.max(at + 1);
        let Some(bucket) = words.first.get(packed) else {
            at = next;
            continue;
        };
        match words.longest(usize::from(bucket), text, (at, end)) {
            Some((length, uses)) => {
                let place = start as usize + at;
                found.push(Found { span: Span::new(place, place + length), uses });
                at = next.max(at + length);
            }
            None => at = next,
        }
    }
}

/// The words of `words.tsv` and of the scales.
pub(super) struct Words {
    /// From a first word to its place in `rows`.
    first: WordTable<u16>,
    /// For each first word, the rows that begin with it, the longest first, with what they are.
    rows: Vec<Vec<Row>>,
}

/// A row that begins with a word.
struct Row {
    words: &'static str,
    /// What stands behind its first word: two bytes in small letters, nothing where it is that word alone. Most rows of a
    /// common word are left by these.
    next: [u8; 2],
    uses: Vec<Use>,
}

impl Words {
    /// The longest row of a bucket that stands at a place, its first word ending at `end`: its length in bytes, and what it
    /// is.
    fn longest(
        &'static self,
        bucket: usize,
        text: &str,
        (at, end): (usize, usize),
    ) -> Option<(usize, &'static [Use])> {
        let rest = text.as_bytes().get(at..)?;
        let byte = |at: usize| text.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
        let next = [byte(end), byte(end + 1)];
        let is = |row: &&Row| {
            let words = row.words.as_bytes();
            let here = row.next == [0, 0]
                || row.next == next
                    && rest.get(..words.len()).is_some_and(|run| run.eq_ignore_ascii_case(words));
            // What ends with a mark of its own may be followed by anything.
            let open = words.last().is_some_and(u8::is_ascii_punctuation);
            here && (open || !continues(text, at + words.len()))
        };
        let row = self.rows.get(bucket)?.iter().find(is)?;
        let before = text.as_bytes().get(at.wrapping_sub(1));
        let inside = match before {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            Some(_) => text.get(..at)?.chars().next_back().is_some_and(char::is_alphanumeric),
            None => false,
        };
        (!inside).then_some((row.words.len(), row.uses.as_slice()))
    }
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
        let mut words = Self { first: WordTable::default(), rows: Vec::new() };
        for (row, uses) in rows {
            let end = row.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(row.len());
            let first = row.get(..end).unwrap_or_default();
            let bucket = words.first.find(first).unwrap_or_else(|| {
                words.first.insert(first, words.rows.len() as u16);
                words.rows.push(Vec::new());
                words.rows.len() as u16 - 1
            });
            if let Some(bucket) = words.rows.get_mut(usize::from(bucket)) {
                let byte = |at: usize| row.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
                let next = [byte(end), byte(end + 1)];
                bucket.push(Row { words: row, next, uses: unique(uses) });
            }
        }
        for bucket in &mut words.rows {
            bucket.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
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

/// What a heading promises, in its own order; `None` for a heading that promises nothing.
pub(super) fn promises(heading: &str) -> Vec<Promise> {
    let heading = heading.to_lowercase();
    let bare = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    if bare.split_whitespace().count() > LONGEST {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, Promise)> = Vec::new();
    for (words, promise) in HEADINGS.iter() {
        for (at, _) in bare.match_indices(words) {
            let before = bare.get(..at).and_then(|t| t.chars().next_back());
            let after = bare.get(at + words.len()..).and_then(|t| t.chars().next());
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            if !inside(before) && !inside(after) {
                found.push((at, words.len(), *promise));
            }
        }
    }
    found.sort_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)));
    let mut end = 0;
    found.retain(|(at, length, _)| {
        let free = *at >= end;
        end = if free { at + length } else { end };
        free
    });
    found.dedup_by_key(|(_, _, promise)| promise.kind);
    found.into_iter().map(|(_, _, promise)| promise).collect()
}

/// The most words of a heading that names what stands under it; longer ones are headlines.
const LONGEST: usize = 8;

static HEADINGS: LazyLock<Vec<(&'static str, Promise)>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/assessment/headings.tsv");
    let mut headings = Vec::new();
    for (words, rest) in rows_of(table) {
        let mut rest = rest.split('\t');
        let (Some(kind), Some(share)) = (rest.next().and_then(AssessmentKind::parse), rest.next())
        else {
            continue;
        };
        let share = match share {
            "all" => Share::All,
            "first" => Share::First,
            _ => Share::Fits,
        };
        let promise = |words: &str| Promise { kind, share, words: words.split(' ').count() };
        headings.extend(listed(words).map(|words| (words, promise(words))));
    }
    headings
});

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
fn rows_of(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

fn listed(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(heading: &str) -> Vec<&'static str> {
        promises(heading).into_iter().map(|p| p.kind.name()).collect()
    }

    #[test]
    fn a_heading_promises_what_it_names() {
        for (heading, expected) in [
            ("1. BLUF (Bottom Line Up Front)", &["bottom-line"][..]),
            ("3. Implications and Strategic Risks", &["risk"]),
            ("Recommendations and Outlook", &["recommendation", "forecast"]),
            ("KEY JUDGEMENTS", &["key-judgement"]),
            ("Strengths and Weaknesses", &["strength", "weakness"]),
            ("Background", &[]),
            ("Asterisks", &[]),
            ("Why the risk of a war between the two states has grown this year", &[]),
        ] {
            assert_eq!(kinds(heading), expected, "{heading}");
        }
    }

    #[test]
    fn every_row_of_the_tables_is_understood() {
        let table = include_str!("../../../assets/assessment/words.tsv");
        assert!(rows_of(table).all(|(what, _)| meaning(what).is_some()));
        assert_eq!(
            rows_of(include_str!("../../../assets/assessment/frames.tsv")).count(),
            FRAMES.len()
        );
        assert!(WORDS.rows.len() > 200);
    }
}
