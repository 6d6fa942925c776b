//! What a heading or label promises of the text under it: `assets/assessment/headings.tsv`. Its words come in, the kinds of
//! judgement it names go out. Looks at no text under it.

use super::lexicon::{listed, rows_of};
use super::told::AssessmentKind;
use crate::text::hash::Packed;
use crate::text::word_entries::WordEntries;
use std::sync::LazyLock;

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

/// What a heading promises, in its own order; `None` for a heading that promises nothing.
pub(super) fn promises(heading: &str) -> Vec<Promise> {
    let heading = heading.to_lowercase();
    let bare = heading.trim_start_matches(|c: char| !c.is_alphabetic());
    if bare.split_whitespace().count() > LONGEST {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize, Promise)> = Vec::new();
    let bytes = bare.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let (end, first) = Packed::letters(bytes, at);
        let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let before = bare.get(..at).and_then(|t| t.chars().next_back());
        let rest = bare.get(at..).filter(|_| !inside(before)).unwrap_or_default();
        for (words, promise) in HEADINGS.get(first).into_iter().flatten() {
            if let Some(after) = rest.strip_prefix(words)
                && !inside(after.chars().next())
            {
                found.push((at, words.len(), *promise));
            }
        }
        at = end.max(at + 1);
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

/// The rows of `headings.tsv` by their first words.
static HEADINGS: LazyLock<WordEntries<Vec<(&'static str, Promise)>>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/assessment/headings.tsv");
    let mut headings = WordEntries::<Vec<_>>::default();
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
        for words in listed(words) {
            let first = words.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            if let Some(rows) = headings.entry(first) {
                rows.push((words, promise(words)));
            }
        }
    }
    headings
});

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
}
