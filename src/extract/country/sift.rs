//! Drops hits that mean no country: decoys, persons, papers, addresses. Never chooses between countries.

use super::context::{after, before, blank, capital, comma};
use super::gazetteer::{Entry, Gazetteer, Kind};
use super::person;
use super::scan::Hit;
use crate::extract::Via;
use std::collections::HashSet;

/// The hits that can mean a country or a group.
pub(super) fn sift(text: &str, hits: Vec<Hit>, names: &Gazetteer) -> Vec<Hit> {
    let mut people: HashSet<&str> = HashSet::new();
    let mut kept = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(entry) = names.entry(hit.entry) else { continue };
        if entry.kind == Kind::Decoy || in_address(text, hit) || !in_place(text, hit, entry) {
            continue;
        }
        let via = entry.senses.first().map_or(Via::Group, |s| s.via);
        if person::surname(text, hit.start, hit.end, via) {
            people.insert(text.get(hit.start..hit.end).unwrap_or_default());
            continue;
        }
        if person::given_name(text, hit.start, hit.end) || in_title(text, hit) {
            continue;
        }
        kept.push(hit);
    }
    if !people.is_empty() {
        kept.retain(|hit| !named_before(text, *hit, &people));
    }
    kept
}

/// Part of an e-mail or web address, a handle or a file name.
fn in_address(text: &str, hit: Hit) -> bool {
    let bytes = text.as_bytes();
    let back = |n: usize| hit.start.checked_sub(n).and_then(|i| bytes.get(i));
    let ahead = |n: usize| bytes.get(hit.end + n);
    let glued = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
    matches!(back(1), Some(b'@' | b'_' | b'\\'))
        || (back(1) == Some(&b'.') && back(2).is_some_and(u8::is_ascii_lowercase))
        || (back(1) == Some(&b'/') && back(2) == Some(&b'/'))
        || matches!(ahead(0), Some(b'@' | b'_'))
        || (ahead(0) == Some(&b'.')
            && ahead(1).is_some_and(u8::is_ascii_lowercase)
            && glued(ahead(2)))
}

/// An abbreviation that is also a word stands after a town and a comma; "the States" after a preposition.
fn in_place(text: &str, hit: Hit, entry: &Entry) -> bool {
    if !entry.only_after_town {
        return true;
    }
    let (word, gap) = before(text, hit.start);
    comma(gap) && capital(word)
}

/// Part of the name of a newspaper or journal: "Washington Post", "Tehran Times".
fn in_title(text: &str, hit: Hit) -> bool {
    let (gap, word) = after(text, hit.end);
    blank(gap) && PAPERS.contains(&word)
}

/// Words that make a place's name before them that of a newspaper.
const PAPERS: &[&str] = &[
    "Post",
    "Times",
    "Herald",
    "Tribune",
    "Journal",
    "Gazette",
    "Chronicle",
    "Examiner",
    "Observer",
    "Telegraph",
    "Inquirer",
    "Enquirer",
    "Globe",
    "Courier",
    "Dispatch",
    "Sentinel",
    "Gazeta",
];

/// The surname of somebody whose full name the document gives, unless a preposition of place stands before it.
fn named_before(text: &str, hit: Hit, people: &HashSet<&str>) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (word, gap) = before(text, hit.start);
    let placed = blank(gap) && PLACED.contains(&word);
    people.contains(name) && !placed && !comma(after(text, hit.end).0)
}

const PLACED: &[&str] =
    &["in", "In", "to", "from", "near", "at", "outside", "across", "into", "around", "throughout"];
