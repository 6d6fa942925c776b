//! Reads what beside a name says which place it is: its region or country after a comma, its own government, the quarter
//! of a state. Never weighs what the document speaks of otherwise.

use super::context::{before, blank, comma};
use super::counties;
use super::cue::{self, Way};
use super::evidence::Evidence;
use super::gazetteer::{Entry, Gazetteer, Kind};
use super::iso::Country;
use super::list;
use super::scan::Hit;
use super::sense::Sense;
use crate::extract::{Rule, Via};
use std::collections::HashMap;

/// Names that the region or country after them explains.
#[derive(Default)]
pub(super) struct Qualified {
    by_hit: HashMap<usize, Sense>,
    /// For each entry, the hits so explained, rising.
    by_entry: HashMap<usize, Vec<usize>>,
}

impl Qualified {
    /// Names followed by a comma and their region or country: "Paris, Texas", "Cambridge, England".
    pub(super) fn find(
        text: &str,
        hits: &[Hit],
        names: &Gazetteer,
        evidence: &mut Evidence,
    ) -> Self {
        let mut found = Self::default();
        for (i, hit) in hits.iter().enumerate() {
            let Some(entry) = names.entry(hit.entry) else { continue };
            let sense = quarter(text, hit, &entry.senses).or_else(|| state(text, hit, entry));
            if let Some(sense) = sense {
                found.explain(i, hits, sense, evidence);
            }
        }
        found.by_counties(text, hits, names, evidence);
        found.by_region(text, hits, names, evidence);
        found.in_order()
    }

    /// Names listed before "counties".
    fn by_counties(
        &mut self,
        text: &str,
        hits: &[Hit],
        names: &Gazetteer,
        evidence: &mut Evidence,
    ) {
        for (start, end) in counties::listed(text) {
            let Some(country) = evidence.home_of_counties() else { return };
            let at = hits.partition_point(|hit| hit.start < start);
            let here = hits.get(at).is_some_and(|hit| (hit.start, hit.end) == (start, end));
            let place = hits.get(at).and_then(|hit| names.entry(hit.entry)).map(|e| e.kind);
            if here && place == Some(Kind::Place) {
                self.explain(at, hits, Sense::of(country, Via::Region), evidence);
            }
        }
    }

    fn by_region(&mut self, text: &str, hits: &[Hit], names: &Gazetteer, evidence: &mut Evidence) {
        for (i, pair) in hits.windows(2).enumerate() {
            let &[town, outer] = pair else { continue };
            if let Some(sense) = governed(text, pair, names) {
                let town = if names.entry(town.entry).is_some_and(|e| e.kind == Kind::Place) {
                    i
                } else {
                    i + 1
                };
                self.explain(town, hits, sense, evidence);
                continue;
            }
            if !comma(text.get(town.end..outer.start).unwrap_or_default()) {
                continue;
            }
            let senses = |hit: Hit| names.entry(hit.entry).map(|e| &*e.senses).unwrap_or_default();
            let (inner, outer) = (senses(town), senses(outer));
            if let Some(sense) = chained(text, (inner, outer), hits.get(i + 1..), names) {
                self.explain(i, hits, sense, evidence);
                continue;
            }
            let found_in = |o| inside(inner, o, outer.len() == 1);
            let Some(sense) = outer.iter().find_map(found_in) else { continue };
            if foreign(inner, &sense) && !surely_inside(text, pair, hits.get(i + 2), evidence) {
                continue;
            }
            self.explain(i, hits, sense, evidence);
        }
    }

    /// The hits of each name in order of place, as they were found in several goes.
    fn in_order(mut self) -> Self {
        self.by_entry.values_mut().for_each(|hits| hits.sort_unstable());
        self
    }

    /// Remembers what a hit means.
    fn explain(&mut self, i: usize, hits: &[Hit], sense: Sense, evidence: &mut Evidence) {
        let Some(town) = hits.get(i) else { return };
        evidence.add(&sense);
        evidence.anchor(town.entry);
        if self.by_hit.insert(i, sense).is_none() {
            self.by_entry.entry(town.entry).or_default().push(i);
        }
    }

    /// What a hit means by its own qualifier, else by the nearest of the same name before it, else after it.
    pub(super) fn of(&self, hit: usize, entry: usize) -> Option<(Sense, Rule)> {
        if let Some(sense) = self.by_hit.get(&hit) {
            return Some((*sense, "country.qualified"));
        }
        let same = self.by_entry.get(&entry)?;
        let after = same.partition_point(|&i| i < hit);
        let nearest = after.checked_sub(1).and_then(|i| same.get(i)).or(same.first())?;
        self.by_hit.get(nearest).map(|sense| (*sense, "country.qualified-elsewhere"))
    }
}

/// What a town's name means before its region and their country: "Preston, Victoria, Australia", though the table knows no
/// Preston there.
fn chained(
    text: &str,
    (town, region): (&[Sense], &[Sense]),
    behind: Option<&[Hit]>,
    names: &Gazetteer,
) -> Option<Sense> {
    let [outer, whole, ..] = behind? else { return None };
    let country = names.entry(whole.entry)?.senses.first().filter(|s| s.via == Via::Name)?.country;
    let lies = region.iter().any(|s| s.via == Via::Region && s.country == country);
    let listed = comma(text.get(outer.end..whole.start)?) && lies;
    let place = town.first().is_some_and(|s| matches!(s.via, Via::City | Via::Capital));
    let known = town.iter().find(|s| s.country == country).copied();
    (listed && place).then(|| known.unwrap_or(Sense::of(country, Via::City)))
}

/// Whether no sense of a town's name lies in the country that a qualifier gives it.
fn foreign(town: &[Sense], sense: &Sense) -> bool {
    town.iter().all(|s| s.country != sense.country)
}

/// Whether a name known elsewhere only is a town of the region after it ("Peru, Ind."), and not the next of a list
/// ("China, California, Africa").
fn surely_inside(text: &str, pair: &[Hit], third: Option<&Hit>, evidence: &Evidence) -> bool {
    let &[town, outer] = pair else { return false };
    let region = text.get(outer.start..outer.end).unwrap_or_default();
    let gap = third.and_then(|third| text.get(outer.end..third.start)).unwrap_or_default();
    let list = matches!(gap, ", " | " and " | ", and ") || comma(before(text, town.start).1);
    let home = Country::parse("US").is_some_and(|us| evidence.only(us));
    region.ends_with('.') || region.len() == 2 || (home && !list)
}

/// What a country's name means where a town's own government stands beside it: "the City of Turkey", "Peru City Council".
fn governed(text: &str, pair: &[Hit], names: &Gazetteer) -> Option<Sense> {
    let &[first, second] = pair else { return None };
    if !blank(text.get(first.end..second.start)?) {
        return None;
    }
    let (one, two) = (names.entry(first.entry)?, names.entry(second.entry)?);
    let (row, place, way) = match (one.kind, two.kind) {
        (Kind::Cue(row), Kind::Place) => (row, two, Way::After),
        (Kind::Place, Kind::Cue(row)) => (row, one, Way::Before),
        _ => return None,
    };
    let cue = cue::all().get(row).filter(|cue| cue.way == way)?;
    let whole = place.senses.first().is_some_and(|s| s.via == Via::Name && !s.weak);
    let words = text.get(second.start..second.end)?;
    let own = way == Way::After || words.starts_with("City") || words.starts_with("Village");
    let country = *cue.countries.first()?;
    let known = place.senses.iter().any(|s| s.via == Via::City);
    (whole && own && !known).then_some(Sense::of(country, Via::City))
}

/// What a town's name means before a name of which one sense is `outer`; `certain` where it has no other.
fn inside(town: &[Sense], outer: &Sense, certain: bool) -> Option<Sense> {
    let first = town.first()?;
    if matches!(first.via, Via::Demonym | Via::Metonym | Via::Group) {
        return None;
    }
    let same = town.iter().find(|s| s.country == outer.country);
    let same = same.map(|s| Sense { weak: false, ..*s });
    match outer.via {
        Via::Region if outer.regions.len() > 3 && first.via != Via::Region => {
            let lies = |s: &Sense| s.regions.is_empty() || lists_region(s.regions, outer.regions);
            let town = Sense { via: Via::City, weak: false, regions: "", ..*outer };
            if certain { same.or(Some(town)) } else { same.filter(lies) }
        }
        Via::Name if matches!(first.via, Via::City | Via::Capital | Via::Region) => same,
        _ => None,
    }
}

/// Whether a list of regions (`US:TX,KY`) holds one (`US-TX`).
fn lists_region(list: &str, region: &str) -> bool {
    let split = list.split_once(':').zip(region.split_once('-'));
    split.is_some_and(|((country, regions), (own, code))| {
        country == own && regions.split(',').any(|r| r == code)
    })
}

/// What a name means that is a country's and a state's, after the quarter of a state: "Northeast Georgia".
fn quarter(text: &str, hit: &Hit, senses: &[Sense]) -> Option<Sense> {
    let state = senses.iter().skip(1).find(|s| s.via == Via::Region)?;
    let (word, gap) = before(text, hit.start);
    // South Georgia is an island.
    let quarter = list::QUARTER.has(word) || word == "south";
    (blank(gap) && quarter).then_some(*state)
}

/// What a name means that is a country's and a state's, where a word before it says which: "the republic of Georgia",
/// "Soviet Georgia", "the state of Georgia".
fn state(text: &str, hit: &Hit, entry: &Entry) -> Option<Sense> {
    let [first, others @ ..] = &*entry.senses else { return None };
    if first.via != Via::Name || others.is_empty() {
        return None;
    }
    let (word, gap) = before(text, hit.start);
    if !blank(gap) {
        return None;
    }
    let region = others.iter().find(|s| s.via == Via::Region);
    match word {
        "Soviet" => Some(*first),
        "of" => match before(text, hit.start - gap.len() - word.len()).0 {
            kind if list::SOVEREIGN.has(kind) => Some(*first),
            "state" | "State" => region.copied(),
            _ => None,
        },
        _ => None,
    }
}
