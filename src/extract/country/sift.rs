//! Drops hits that mean no country: decoys, persons, papers, addresses, languages. Names the guard that refused each.
//! Never chooses between countries.

use super::adjective;
use super::context::{after, before, blank, capital, comma};
use super::cue::{self, Way};
use super::gazetteer::{Entry, Gazetteer, Kind, rule};
use super::given;
use super::list;
use super::person::{self, shouted};
use super::scan::{Hit, within};
use crate::extract::{Rule, Trace, Via};
use crate::text::Span;
use std::collections::HashSet;

/// The hits that can mean a country or a group, and the cues.
pub(super) fn sift(text: &str, hits: &[Hit], names: &Gazetteer, trace: &mut Trace) -> Vec<Hit> {
    let (mut people, mut ships): (HashSet<&str>, HashSet<&str>) = Default::default();
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for (i, &hit) in hits.iter().enumerate() {
        let Some(entry) = names.entry(hit.entry) else { continue };
        match entry.kind {
            Kind::County => take_county(text, hit, &mut kept),
            Kind::Cue(row) if cue::way(row) == Way::Within => take_county(text, hit, &mut kept),
            Kind::Cue(_) => kept.push(hit),
            Kind::Decoy => unmask(text, hit, names, trace),
            Kind::Place | Kind::Group(_) => {
                let neighbour = i.checked_sub(1).and_then(|i| hits.get(i)).map_or(0, |h| h.end);
                match guard(text, hit, entry, neighbour) {
                    Some(guard) => {
                        let name = text.get(hit.start..hit.end).unwrap_or_default();
                        match guard {
                            PERSON => people.insert(name),
                            SHIP => ships.insert(name),
                            _ => false,
                        };
                        refuse(hit, entry, guard, trace);
                        if guard == STREET {
                            kept.push(Hit { street: true, ..hit });
                        }
                    }
                    None => kept.push(hit),
                }
            }
        }
    }
    if !people.is_empty() {
        kept.retain(|hit| {
            let Some(entry) = names.entry(hit.entry) else { return false };
            let name = text.get(hit.start..hit.end).unwrap_or_default();
            let given = given::BOTH.has(name);
            let person = entry.kind == Kind::Place
                && (given || !entry.named())
                && named_before(text, *hit, &people);
            if person {
                refuse(*hit, entry, "country.not-a-person-named-before", trace);
            }
            !person
        });
    }
    if !ships.is_empty() {
        kept.retain(|hit| {
            let ship = ships.contains(text.get(hit.start..hit.end).unwrap_or_default())
                && matches!(before(text, hit.start).0, "the" | "The");
            if let Some(entry) = names.entry(hit.entry).filter(|_| ship) {
                refuse(*hit, entry, SHIP, trace);
            }
            !ship
        });
    }
    kept
}

const SHIP: Rule = "country.not-a-ship";
const PERSON: Rule = "country.not-a-person";
const STREET: Rule = "country.not-a-street";

/// The guard that refuses a hit, where one does; `neighbour` is where the hit before it ends.
fn guard(text: &str, hit: Hit, entry: &Entry, neighbour: usize) -> Option<Rule> {
    let via = entry.senses.first().map_or(Via::Group, |s| s.via);
    if in_address(text, hit) {
        return Some("country.not-in-an-address");
    }
    let rest = text.get(hit.end..).unwrap_or_default();
    if rest.starts_with('$') || rest.starts_with(" $") && hit.end - hit.start < 3 {
        return Some("country.not-a-currency-sign");
    }
    if before_christ(text, hit) || rest.starts_with("-era") {
        return Some("country.not-a-date");
    }
    // "OSLO, May 3 (Xinhua) --": who reports it.
    let bracketed = text.get(..hit.start).is_some_and(|lead| lead.ends_with('('));
    if via == Via::Metonym && bracketed && rest.starts_with(')') {
        return Some("country.not-a-newspaper");
    }
    let (word, gap) = before(text, hit.start);
    if blank(gap) && word.ends_with(char::is_uppercase) && list::SHIP.has(word) {
        return Some(SHIP);
    }
    if !in_place(text, hit, entry) {
        return Some("country.not-after-a-town");
    }
    let owner = text.get(hit.start..hit.end + 1).unwrap_or_default();
    if hit.lost_apostrophe && given::GIVEN.has(owner) {
        return Some(PERSON);
    }
    if person::surname(text, hit.start, hit.end, via)
        || person::given_name(text, hit.start, hit.end)
    {
        return Some(PERSON);
    }
    let local = matches!(via, Via::City | Via::Capital | Via::Region);
    if local && person::told_of(text, hit.start, hit.end) {
        return Some(PERSON);
    }
    if let Some(guard) = in_longer(text, hit, entry, neighbour) {
        return Some(guard);
    }
    match via {
        Via::Name if is_pronoun(text, hit) => Some("country.not-a-pronoun"),
        Via::Demonym => adjective::refused(text, hit),
        Via::Metonym if is_settlement(text, hit) => Some("country.not-a-settlement"),
        _ => None,
    }
}

/// The guard that refuses a name within a longer one: a paper's, a street's, a person's, another place's.
fn in_longer(text: &str, hit: Hit, entry: &Entry, neighbour: usize) -> Option<Rule> {
    let via = entry.senses.first().map_or(Via::Group, |s| s.via);
    let (gap, next) = after(text, hit.end);
    let joined = blank(gap) && !gap.contains('\n');
    if blank(gap) && list::PAPER.names(next) {
        return Some("country.not-a-newspaper");
    }
    if matches!(via, Via::Demonym | Via::Metonym | Via::Group) {
        return None;
    }
    if joined && street(text, hit.end + gap.len(), next) {
        return Some(STREET);
    }
    // "El Congo" is a town, "La Argentina" another.
    let (article, lead) = before(text, hit.start);
    let spanish = lead == " " && list::SAINT.names(article) && via == Via::Name;
    if spanish && !before(text, hit.start - lead.len() - article.len()).1.contains(['.', ':']) {
        return Some("country.not-in-a-longer-name");
    }
    if !matches!(via, Via::City | Via::Capital) {
        return None;
    }
    if joined && person::family_name(text, hit.end + gap.len(), next) {
        return Some(PERSON);
    }
    // "New Miami" lies where Miami does, "Lake Geneva" need not.
    let abroad = entry.senses.iter().any(|s| s.country.code() != "US");
    let doubtful = entry.senses.first().is_some_and(|s| s.weak);
    let longer = (abroad && after_land(text, hit))
        || (via == Via::City
            && ((doubtful && joined && opens_longer(next)) || in_name(text, hit, neighbour)));
    longer.then_some("country.not-in-a-longer-name")
}

/// A street named after a place, by the word at an offset: "London Road", "Toulouse Street".
fn street(text: &str, at: usize, word: &str) -> bool {
    if !list::ROAD.names(word) {
        return false;
    }
    let (space, then) = after(text, at + word.len());
    !(blank(space) && capital(then))
}

/// "CONTACT US", "TO PROTECT US FROM": the pronoun where all stands in capitals.
fn is_pronoun(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    text.get(hit.start..hit.end) == Some("US")
        && blank(gap)
        && shouted(word)
        && list::BEFORE_US.has(word)
}

/// The last word of a longer name of a place: "Lake Geneva", "Port Moscow", "New Glasgow".
fn after_land(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    if gap != " " || !list::LAND.names(word) {
        return false;
    }
    let start = hit.start - gap.len() - word.len();
    let opens = start == 0 || text.as_bytes().get(start - 1).is_some_and(|b| *b == b'\n');
    word != "New" || !(opens || before(text, start).1.starts_with(['.', '!', '?', '"', '”']))
}

/// Reports a refusal.
fn refuse(hit: Hit, entry: &Entry, guard: Rule, trace: &mut Trace) {
    let via = entry.senses.first().map_or(Via::Group, |s| s.via);
    trace.lose(Span::new(hit.start, hit.end), rule(via), guard);
}

/// Reports what a decoy keeps from being read: "French" of "French fries".
fn unmask(text: &str, decoy: Hit, names: &Gazetteer, trace: &mut Trace) {
    if !trace.listens() {
        return;
    }
    for hit in within(text, decoy, names) {
        if let Some(entry) = names.entry(hit.entry) {
            refuse(hit, entry, "country.not-in-a-set-phrase", trace);
        }
    }
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

/// "B.C." of a year before Christ: "350 B.C.", "the fourth millennium B.C."
fn before_christ(text: &str, hit: Hit) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (word, gap) = before(text, hit.start);
    let dated = word.bytes().any(|b| b.is_ascii_digit()) || list::YEARS.has(word);
    name.starts_with("B.C") && blank(gap) && dated
}

/// An abbreviation that is also a word stands after a town and a comma.
fn in_place(text: &str, hit: Hit, entry: &Entry) -> bool {
    if !entry.only_after_town {
        return true;
    }
    let (word, gap) = before(text, hit.start);
    let acronym = matches!(word.len(), 2 | 3) && word.bytes().all(|b| b.is_ascii_uppercase());
    if heads_noun(text, hit) {
        return true;
    }
    comma(gap) && capital(word) && !acronym && !degree(text, hit, hit.start - gap.len())
}

/// An abbreviation of a state before what it is a state's: "Mass. lawmakers", "an Ind. tax".
fn heads_noun(text: &str, hit: Hit) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (gap, next) = after(text, hit.end);
    name.strip_suffix('.').is_some_and(|name| list::STATE_ABBREVIATION.has(name))
        && gap == " "
        && next.len() > 2
        && !list::GOES_ON.has(next)
        && next.bytes().all(|b| b.is_ascii_lowercase())
}

/// Letters behind a person's name: "Laura Bell, MD", "Peter F. Young, MA, PA".
fn degree(text: &str, hit: Hit, end: usize) -> bool {
    let letters = text.get(hit.start..hit.end).unwrap_or_default();
    if !(shouted(letters) && list::DEGREE.has(letters)) {
        return false;
    }
    let (last, _) = before(text, end);
    let (mut word, mut gap) = before(text, end - last.len());
    if word.len() == 1 && gap == ". " {
        (word, gap) = before(text, end - last.len() - gap.len() - word.len());
    }
    blank(gap) && given::GIVEN.names(word)
}

/// Keeps the word "County" or "Township" with the capitalised words before it in the place of the hits among these.
fn take_county(text: &str, hit: Hit, kept: &mut Vec<Hit>) {
    let county = county(text, hit);
    while kept.last().is_some_and(|last| last.end > county.start) {
        kept.pop();
    }
    kept.push(county);
}

/// "Walker County": the hit with the capitalised words before it, marked when there are any.
fn county(text: &str, hit: Hit) -> Hit {
    let mut county = hit;
    // "POLICE SEARCH WALKER COUNTY": where all stands in capitals, the name is the last word.
    let shouts = text.get(hit.start..hit.end) == Some("COUNTY");
    for _ in 0..3 {
        let (word, gap) = before(text, county.start);
        let small = word.chars().skip(1).any(char::is_lowercase);
        if !(blank(gap) && capital(word) && (small || shouts)) || list::OPENER.has(word) {
            break;
        }
        county.start -= word.len() + gap.len();
        county.named_county = true;
        if shouts {
            break;
        }
    }
    let (gap, next) = after(text, hit.end);
    let elsewhere = blank(gap) && list::NO_COUNTY.names(next);
    Hit { named_county: county.named_county && !elsewhere, ..county }
}

/// "the town of Duma": a place that has the name of a parliament or a palace.
fn is_settlement(text: &str, hit: Hit) -> bool {
    let (of, gap) = before(text, hit.start);
    let (kind, space) = before(text, hit.start - gap.len() - of.len());
    of == "of" && blank(gap) && blank(space) && list::SETTLEMENT.says(kind)
}

/// Whether a word after a doubtful name makes one longer name of both: "Lincoln Memorial", "Van Gogh".
fn opens_longer(next: &str) -> bool {
    let small = next.chars().skip(1).any(char::is_lowercase);
    capital(next) && small && !list::MUNICIPAL.has(next) && !list::OPENER.has(next)
}

/// Part of a longer name: a church's ("St. Paul Church"), a club's ("Real Madrid"), the second of two surnames
/// ("Reed-Lawton").
fn in_name(text: &str, hit: Hit, neighbour: usize) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (gap, next) = after(text, hit.end);
    let owner = matches!(gap, "'" | "’") && next == "s";
    // "Officials at St. Paul's say": a hospital or a school.
    let house = owner && matches!(before(text, hit.start).0, "at" | "At");
    let saintly = name.starts_with("St") && name.contains(' ');
    if saintly && (house || saint(text, hit.end, gap, next)) {
        return true;
    }
    if name.contains(' ') {
        return false;
    }
    let (word, gap) = before(text, hit.start);
    let small = word.chars().skip(1).any(char::is_lowercase);
    if gap == "-" && capital(word) && small && neighbour + 1 < hit.start {
        return true;
    }
    let known = list::OPENER.has(word) || list::BEFORE_TOWN.has(word);
    blank(gap) && !gap.contains('\n') && capital(word) && small && !known
}

/// A church, school or hospital of a saint: "St. Paul Church", "St. Paul's Hospital".
fn saint(text: &str, end: usize, gap: &str, next: &str) -> bool {
    if blank(gap) {
        return capital(next) && !list::TOWN_OFFICE.has(next);
    }
    let owner = matches!(gap, "'" | "’") && next == "s";
    let (space, then) = after(text, end + gap.len() + next.len());
    owner && (capital(then) || !blank(space))
}

/// The surname of somebody whose full name the document gives, unless a preposition of place stands before it.
fn named_before(text: &str, hit: Hit, people: &HashSet<&str>) -> bool {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let (word, gap) = before(text, hit.start);
    let placed = blank(gap) && list::PLACED.has(word);
    people.contains(name) && !placed && !comma(after(text, hit.end).0)
}
