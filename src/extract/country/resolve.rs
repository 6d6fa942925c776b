//! Settles what each name means: by the region or country written after it, by the same name elsewhere in the
//! document, by what else the document speaks of. Never drops a name that can mean one country only.

use super::context::{before, blank, comma};
use super::evidence::Evidence;
use super::gazetteer::{Gazetteer, Kind, rule};
use super::iso::Country;
use super::scan::Hit;
use super::sense::Sense;
use crate::extract::{Rule, Via};
use std::collections::HashMap;

/// A country, how the words lead to it and by which rule.
pub(super) type Choice = (Country, Via, Rule);

/// For each hit, what it means; `None` for groups and for what nothing supports.
pub(super) fn resolve(text: &str, hits: &[Hit], names: &Gazetteer) -> Vec<Option<Choice>> {
    let mut evidence = Evidence::of(hits, names);
    let qualified = Qualified::find(text, hits, names, &mut evidence);
    let mut resolved = Vec::with_capacity(hits.len());
    for (i, hit) in hits.iter().enumerate() {
        let Some(entry) = names.entry(hit.entry) else { continue };
        resolved.push(match (entry.kind, qualified.of(i, hit.entry)) {
            (Kind::County, _) => county(hit, &evidence),
            (_, Some((sense, rule))) => Some((sense.country, sense.via, rule)),
            _ => choose(&entry.senses, hit, placed(text, hit), &evidence),
        });
    }
    resolved
}

/// Names that the region or country after them explains.
#[derive(Default)]
struct Qualified {
    by_hit: HashMap<usize, Sense>,
    /// For each entry, the hits so explained, rising.
    by_entry: HashMap<usize, Vec<usize>>,
}

impl Qualified {
    /// Names followed by a comma and their region or country: "Paris, Texas", "Cambridge, England".
    fn find(text: &str, hits: &[Hit], names: &Gazetteer, evidence: &mut Evidence) -> Self {
        let mut found = Self::default();
        for (i, pair) in hits.windows(2).enumerate() {
            let &[town, outer] = pair else { continue };
            if !comma(text.get(town.end..outer.start).unwrap_or_default()) {
                continue;
            }
            let senses = |hit: Hit| names.entry(hit.entry).map(|e| &*e.senses).unwrap_or_default();
            let (inner, outer) = (senses(town), senses(outer));
            let found_in = |o| inside(inner, o, outer.len() == 1);
            let Some(sense) = outer.iter().find_map(found_in) else { continue };
            evidence.add(&sense);
            found.by_hit.insert(i, sense);
            found.by_entry.entry(town.entry).or_default().push(i);
        }
        found
    }

    /// What a hit means by its own qualifier, else by the nearest of the same name before it, else after it.
    fn of(&self, hit: usize, entry: usize) -> Option<(Sense, Rule)> {
        if let Some(sense) = self.by_hit.get(&hit) {
            return Some((*sense, "country.qualified"));
        }
        let same = self.by_entry.get(&entry)?;
        let after = same.partition_point(|&i| i < hit);
        let nearest = after.checked_sub(1).and_then(|i| same.get(i)).or(same.first())?;
        self.by_hit.get(nearest).map(|sense| (*sense, "country.qualified-elsewhere"))
    }
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
            let lies = |s: &Sense| s.regions.is_empty() || lists(s.regions, outer.regions);
            let town = Sense { via: Via::City, weak: false, regions: "", ..*outer };
            if certain { same.or(Some(town)) } else { same.filter(lies) }
        }
        Via::Name if matches!(first.via, Via::City | Via::Capital | Via::Region) => same,
        _ => None,
    }
}

/// Whether a list of regions (`US:TX,KY`) holds one (`US-TX`).
fn lists(list: &str, region: &str) -> bool {
    let split = list.split_once(':').zip(region.split_once('-'));
    split.is_some_and(|((country, regions), (own, code))| {
        country == own && regions.split(',').any(|r| r == code)
    })
}

/// Whether a preposition of place stands before a hit.
fn placed(text: &str, hit: &Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    blank(gap) && ["in", "In", "near", "outside", "downtown"].contains(&word)
}

/// A county is one of the United States', unless the document speaks of other countries that have counties.
fn county(hit: &Hit, evidence: &Evidence) -> Option<Choice> {
    let country = Country::parse("US")?;
    let total =
        |code: &str| Country::parse(code).map_or(0, |c| evidence.named(c) + evidence.placed(c));
    let elsewhere =
        ["GB", "IE", "KE", "LR", "HR", "HU", "NO", "RO", "SE"].map(total).iter().sum::<u32>();
    let here = evidence.named(country) > 0 || evidence.placed(country) > evidence.counties();
    (hit.named_county && (here || elsewhere == 0)).then_some((
        country,
        Via::Region,
        "country.county",
    ))
}

/// Chooses by what the document speaks of. A word that is often something else needs support, or, if it is a
/// town, a preposition of place before it.
fn choose(senses: &[Sense], hit: &Hit, placed: bool, evidence: &Evidence) -> Option<Choice> {
    let plain = |s: &Sense| {
        let by = if hit.lost_apostrophe { "country.lost-apostrophe" } else { rule(s.via) };
        Some((s.country, s.via, by))
    };
    let by_place = |s: &Sense| placed && s.via == Via::City;
    if let [sense] = senses {
        let supported = evidence.named(sense.country) + evidence.placed(sense.country) > 0;
        return if sense.weak && !supported && !by_place(sense) { None } else { plain(sense) };
    }
    let mut best: Option<(f64, &Sense)> = None;
    for (i, sense) in senses.iter().enumerate() {
        if i > 0 && !allowed(senses, sense, evidence) {
            continue;
        }
        let points = score(i, sense, hit.entry, evidence);
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, sense));
        }
    }
    let (points, sense) = best?;
    if points <= 0.0 && !by_place(sense) {
        return None;
    }
    let first = senses.first().is_some_and(|s| s.country == sense.country);
    if first { plain(sense) } else { Some((sense.country, sense.via, "country.by-document")) }
}

/// Whether a town may take a name that is first of all a country's or a capital's: where the document names its
/// region or has words of local news, and speaks of the other country nowhere.
fn allowed(senses: &[Sense], sense: &Sense, evidence: &Evidence) -> bool {
    let Some(first) = senses.first() else { return true };
    if first.weak || sense.via != Via::City || !matches!(first.via, Via::Name | Via::Capital) {
        return true;
    }
    let local =
        evidence.in_region(sense.regions) || (evidence.local() && sense.regions.starts_with("US"));
    local && evidence.named(first.country) == 0
}

/// How well the document supports a sense. The likeliest sense has a start, a capital the most.
fn score(index: usize, sense: &Sense, entry: usize, evidence: &Evidence) -> f64 {
    let named = f64::from(evidence.named(sense.country).min(5));
    let placed = f64::from(evidence.placed(sense.country).min(5));
    let local = matches!(sense.via, Via::City | Via::Region);
    let support = if local { placed * 2.0 + named * 0.5 } else { named * 2.0 + placed };
    let at_home = || {
        let town = sense.via == Via::City && sense.regions.starts_with("US");
        town && evidence.local() && evidence.only(sense.country)
    };
    let region = if evidence.in_region(sense.regions) || at_home() { 6.1 } else { 0.0 };
    let around = sense.neighbours.split(',').filter_map(Country::parse);
    let around: u32 = around.map(|c| evidence.named(c)).sum();
    let shared = if local { evidence.shared(sense.country, entry).min(6.0) } else { 0.0 };
    let support = support + region + f64::from(around.min(4)) + shared;
    support
        + match (index, sense.weak, sense.via) {
            (_, true, _) if support < 1.0 => -100.0,
            (0, false, Via::Capital) => 6.0,
            (0, false, Via::Name) => 1.9,
            (0, false, _) => 1.5,
            _ => 0.0,
        }
}
