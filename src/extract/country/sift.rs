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
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(entry) = names.entry(hit.entry) else { continue };
        if entry.kind == Kind::Decoy || in_address(text, hit) || !in_place(text, hit, entry) {
            continue;
        }
        if entry.kind == Kind::County {
            let whole = text.get(hit.start..hit.end) == Some("County");
            let county = if whole { county(text, hit) } else { hit };
            while kept.last().is_some_and(|last| last.end > county.start) {
                kept.pop();
            }
            kept.push(county);
            continue;
        }
        let via = entry.senses.first().map_or(Via::Group, |s| s.via);
        let person = person::surname(text, hit.start, hit.end, via)
            || person::given_name(text, hit.start, hit.end);
        if person {
            people.insert(text.get(hit.start..hit.end).unwrap_or_default());
        } else if !in_name(text, hit, via) && !spoken(text, hit, via) {
            kept.push(hit);
        }
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

/// An abbreviation that is also a word stands after a town and a comma.
fn in_place(text: &str, hit: Hit, entry: &Entry) -> bool {
    let (word, gap) = before(text, hit.start);
    !entry.only_after_town || (comma(gap) && capital(word))
}

/// "Walker County": the hit with the capitalised words before it, marked when there are any.
fn county(text: &str, hit: Hit) -> Hit {
    let mut county = hit;
    for _ in 0..3 {
        let (word, gap) = before(text, county.start);
        let small = word.chars().skip(1).any(char::is_lowercase);
        if !(blank(gap) && capital(word) && small) || OPENERS.contains(&word) {
            break;
        }
        county.start -= word.len() + gap.len();
        county.named_county = true;
    }
    let (gap, next) = after(text, hit.end);
    let elsewhere = blank(gap)
        && ["Council", "Councils", "Hall", "Championship", "Cricket", "Durham"].contains(&next);
    Hit { named_county: county.named_county && !elsewhere, ..county }
}

/// Words that open a sentence before a name and are no part of it.
const OPENERS: &[&str] = &[
    "The", "In", "At", "From", "And", "But", "For", "To", "Of", "On", "By", "With", "Former",
    "Police", "As", "When",
];

/// Part of a longer name: a newspaper's ("Washington Post"), a church's ("St. Paul Church"), a club's ("Real Madrid").
fn in_name(text: &str, hit: Hit, via: Via) -> bool {
    let (gap, word) = after(text, hit.end);
    if blank(gap) && PAPERS.contains(&word) {
        return true;
    }
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let town = matches!(via, Via::City);
    if town && name.starts_with("St") && name.contains(' ') && blank(gap) && capital(word) {
        return true;
    }
    let (word, gap) = before(text, hit.start);
    let small = word.chars().skip(1).any(char::is_lowercase);
    town && !name.contains(' ')
        && blank(gap)
        && !gap.contains('\n')
        && capital(word)
        && small
        && !BEFORE_TOWN.contains(&word)
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

/// Capitalised words that stand before a town's name and are no part of another.
const BEFORE_TOWN: &[&str] = &[
    "The",
    "In",
    "At",
    "From",
    "And",
    "But",
    "For",
    "To",
    "Of",
    "On",
    "By",
    "With",
    "Near",
    "Outside",
    "Inside",
    "Around",
    "Downtown",
    "Central",
    "Greater",
    "North",
    "South",
    "East",
    "West",
    "Northern",
    "Southern",
    "Eastern",
    "Western",
    "Northeast",
    "Northwest",
    "Southeast",
    "Southwest",
    "Upper",
    "Lower",
    "Inner",
    "Old",
    "Metro",
    "Metropolitan",
    "A",
    "An",
    "If",
    "When",
    "While",
    "As",
    "Although",
    "Since",
    "After",
    "Before",
    "Former",
    "Mayor",
    "Port",
    "Is",
    "Was",
    "Why",
    "How",
    "Where",
    "Its",
    "His",
    "Her",
    "Their",
    "Our",
    "This",
    "That",
    "Nearby",
    "Visit",
    "Across",
    "Beyond",
    "Between",
    "Into",
    "Over",
    "Through",
    "Toward",
    "Towards",
    "Until",
    "Via",
    "Or",
    "Like",
    "Unlike",
    "Both",
    "Meanwhile",
    "Today",
    "Yesterday",
    "Then",
    "Now",
    "Only",
    "Even",
    "Many",
    "Most",
    "Some",
    "Police",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// A language named as such: "speaks English", "translated into French".
fn spoken(text: &str, hit: Hit, via: Via) -> bool {
    let (word, gap) = before(text, hit.start);
    let speech = [
        "speak", "speaks", "spoke", "speaking", "spoken", "learn", "learned", "learning", "taught",
    ];
    via == Via::Demonym && blank(gap) && speech.contains(&word)
}

/// The surname of somebody whose full name the document gives, unless a preposition of place stands before it.
fn named_before(text: &str, hit: Hit, people: &HashSet<&str>) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (word, gap) = before(text, hit.start);
    let placed = blank(gap) && PLACED.contains(&word);
    people.contains(name) && !placed && !comma(after(text, hit.end).0)
}

const PLACED: &[&str] = &[
    "in",
    "In",
    "to",
    "from",
    "near",
    "at",
    "outside",
    "across",
    "into",
    "around",
    "throughout",
    "of",
];
