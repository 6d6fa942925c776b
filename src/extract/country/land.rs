//! Finds rivers, lakes, mountains, airports and the like by the word that names them ("Barlow River", "Lake Barlow"), in the
//! country that the document is about. Never takes a name that a table knows, or a part of a longer one.

use super::context::{after, before, blank, capital, named};
use super::cue::{self, Way};
use super::evidence::Evidence;
use super::gazetteer::{Gazetteer, Kind};
use super::given;
use super::list;
use super::run::{following, run};
use super::scan::Hit;
use crate::extract::{CountryMention, Rule, Via};
use crate::text::Span;

/// The rule that finds them.
const RULE: Rule = "country.landmark";

/// Words that stand before a name as well as after it: "Barlow Lake", "Lake Barlow".
const EITHER: [&str; 2] = ["Lake", "River"];

/// Takes the words that name land and water out of the hits of a document.
pub(super) fn take(hits: &mut Vec<Hit>, names: &Gazetteer) -> Vec<Hit> {
    let of_land = |hit: &Hit| {
        let kind = names.entry(hit.entry).map(|entry| entry.kind);
        matches!(kind, Some(Kind::Cue(row)) if cue::way(row).names_land())
    };
    let land: Vec<Hit> = hits.iter().filter(|hit| of_land(hit)).copied().collect();
    if !land.is_empty() {
        hits.retain(|hit| !of_land(hit));
    }
    land
}

/// Adds a mention for each name that such a word makes, in no order. `mentions` rise by place.
pub(super) fn find(
    text: &str,
    land: &[Hit],
    (kept, names): (&[Hit], &Gazetteer),
    evidence: &Evidence,
    mentions: &mut Vec<CountryMention>,
) {
    let Some(country) = evidence.here().filter(|_| !land.is_empty()) else { return };
    let known = mentions.len();
    for hit in land {
        let Some(Kind::Cue(row)) = names.entry(hit.entry).map(|entry| entry.kind) else { continue };
        let Some(cue) = cue::all().get(row) else { continue };
        if !(cue.countries.is_empty() || cue.countries.contains(&country)) {
            continue;
        }
        let found = match cue.way {
            Way::Closes => closed(text, hit, kept).or_else(|| {
                let word = text.get(hit.start..hit.end)?;
                // "River Road" of America
                let road = word == "River" && matches!(country.code(), "US" | "CA");
                if EITHER.contains(&word) && !road { opened(text, hit, kept) } else { None }
            }),
            Way::Opens => opened(text, hit, kept),
            _ => None,
        };
        let Some((start, end)) = found else { continue };
        let span = Span::new(start, end);
        let towns = mentions.get(..known).unwrap_or_default();
        let at = towns.partition_point(|m| m.span.end <= span.start);
        if towns.get(at).is_none_or(|m| m.span.start >= span.end) {
            mentions.push(CountryMention { span, country, via: Via::Region, rule: RULE });
        }
    }
}

/// The name that ends with a word: "Barlow River".
fn closed(text: &str, hit: &Hit, kept: &[Hit]) -> Option<(usize, usize)> {
    let (last, gap) = before(text, hit.start);
    if gap != " " || goes_on(text, hit.end) || named(last) && list::KIND.has(last) {
        return None;
    }
    let (start, end) = run(text, hit.start - gap.len(), kept)?;
    let name = text.get(start..end)?;
    // "Veronica Lake"
    let word = text.get(hit.start..hit.end)?;
    let person = given::GIVEN.has(name) && matches!(word, "Lake" | "Park" | "Beach" | "Bay");
    (!person).then_some((start, hit.end))
}

/// The name that begins with a word: "Lake Barlow".
fn opened(text: &str, hit: &Hit, kept: &[Hit]) -> Option<(usize, usize)> {
    let (word, gap) = before(text, hit.start);
    if blank(gap) && capital(word) && !list::OPENER.has(word) {
        return None;
    }
    let (_, end) = following(text, hit.end, kept)?;
    // "Fort St. Barlow"
    let short = list::SHORTENED.names(before(text, end).0);
    (!short && !goes_on(text, end)).then_some((hit.start, end))
}

/// Whether a name goes on behind a place: "Barlow River Systems", "Lake Barlow-based".
fn goes_on(text: &str, end: usize) -> bool {
    let (gap, next) = after(text, end);
    gap == "-" || (gap == " " && capital(next) && !list::OPENER.has(next))
}
