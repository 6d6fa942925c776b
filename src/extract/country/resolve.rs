//! Settles what each name means: by the region or country written after it, by the same name elsewhere in the
//! document, by what else the document speaks of. Never drops a name that can mean one country only.

use super::context::comma;
use super::evidence::Evidence;
use super::gazetteer::{Gazetteer, Sense, rule};
use super::iso::Country;
use super::scan::Hit;
use crate::extract::{Rule, Via};

/// A country, how the words lead to it and by which rule.
pub(super) type Choice = (Country, Via, Rule);

/// For each hit, what it means; `None` for groups and for what nothing supports.
pub(super) fn resolve(text: &str, hits: &[Hit], names: &Gazetteer) -> Vec<Option<Choice>> {
    let mut evidence = Evidence::of(hits, names);
    let qualified = qualify(text, hits, names, &mut evidence);
    hits.iter()
        .enumerate()
        .map(|(i, hit)| {
            let senses = names.entry(hit.entry).map(|e| e.senses.as_slice()).unwrap_or_default();
            let own = qualified.iter().find(|q| q.hit == i);
            if let Some(q) = own {
                return Some((q.sense.country, q.sense.via, "country.qualified"));
            }
            let same = |q: &&Qualified| hits.get(q.hit).is_some_and(|h| h.entry == hit.entry);
            let nearest = qualified.iter().filter(same).rev().find(|q| q.before(i));
            if let Some(q) = nearest.or_else(|| qualified.iter().find(same)) {
                return Some((q.sense.country, q.sense.via, "country.qualified-elsewhere"));
            }
            choose(senses, hit, &evidence)
        })
        .collect()
}

/// A name that the region or country after it explains.
struct Qualified {
    hit: usize,
    sense: Sense,
}

impl Qualified {
    fn before(&self, hit: usize) -> bool {
        self.hit < hit
    }
}

/// Names followed by a comma and their region or country: "Paris, Texas", "Cambridge, England".
fn qualify(text: &str, hits: &[Hit], names: &Gazetteer, evidence: &mut Evidence) -> Vec<Qualified> {
    let mut found = Vec::new();
    for (i, pair) in hits.windows(2).enumerate() {
        let &[town, outer] = pair else { continue };
        if !comma(text.get(town.end..outer.start).unwrap_or_default()) {
            continue;
        }
        let senses =
            |hit: Hit| names.entry(hit.entry).map(|e| e.senses.as_slice()).unwrap_or_default();
        let (inner, outer) = (senses(town), senses(outer));
        let found_in = |o| inside(inner, o, outer.len() == 1);
        let Some(sense) = outer.iter().find_map(found_in) else { continue };
        evidence.add(&sense);
        found.push(Qualified { hit: i, sense });
    }
    found
}

/// What a town's name means before a name of which one sense is `outer`; `certain` where it has no other.
fn inside(town: &[Sense], outer: &Sense, certain: bool) -> Option<Sense> {
    let first = town.first()?;
    if matches!(first.via, Via::Demonym | Via::Metonym | Via::Group) {
        return None;
    }
    let same =
        town.iter().find(|s| s.country == outer.country).map(|s| Sense { weak: false, ..*s });
    match outer.via {
        Via::Region if outer.regions.len() > 3 && first.via != Via::Region => {
            let lies = |s: &Sense| s.regions.is_empty() || lists(s.regions, outer.regions);
            if certain {
                let town = Sense { via: Via::City, weak: false, regions: "", ..*outer };
                Some(same.unwrap_or(town))
            } else {
                same.filter(lies)
            }
        }
        Via::Name if matches!(first.via, Via::City | Via::Capital | Via::Region) => same,
        _ => None,
    }
}

/// Whether a list of regions (`US:TX,KY`) holds one (`US-TX`).
fn lists(list: &str, region: &str) -> bool {
    list.split_once(':').zip(region.split_once('-')).is_some_and(
        |((country, regions), (own, code))| country == own && regions.split(',').any(|r| r == code),
    )
}

/// Chooses by what the document speaks of.
fn choose(senses: &[Sense], hit: &Hit, evidence: &Evidence) -> Option<Choice> {
    let plain = |s: &Sense| {
        let by = if hit.lost_apostrophe { "country.lost-apostrophe" } else { rule(s.via) };
        Some((s.country, s.via, by))
    };
    if let [sense] = senses {
        let supported = evidence.named(sense.country) + evidence.placed(sense.country) > 0;
        return if sense.weak && !supported { None } else { plain(sense) };
    }
    let scored = senses.iter().enumerate().map(|(i, s)| (score(i, s, evidence), s));
    let mut best: Option<(f64, &Sense)> = None;
    for (points, sense) in scored {
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, sense));
        }
    }
    let (points, sense) = best?;
    if points <= 0.0 {
        return None;
    }
    let first = senses.first().is_some_and(|s| s.country == sense.country);
    if first { plain(sense) } else { Some((sense.country, sense.via, "country.by-document")) }
}

/// How well the document supports a sense. The first sense has a start, a capital the most.
fn score(index: usize, sense: &Sense, evidence: &Evidence) -> f64 {
    let named = f64::from(evidence.named(sense.country).min(5));
    let placed = f64::from(evidence.placed(sense.country).min(5));
    let local = matches!(sense.via, Via::City | Via::Region);
    let support = if local { placed * 2.0 + named * 0.5 } else { named * 2.0 + placed };
    let region = if evidence.in_region(sense.regions) { 6.0 } else { 0.0 };
    let around = sense.neighbours.split(',').filter_map(Country::parse);
    let around: u32 = around.map(|c| evidence.named(c)).sum();
    let support = support + f64::from(around.min(4));
    let start = match (index, sense.weak, sense.via) {
        (_, true, _) if support + region == 0.0 => -100.0,
        (0, false, Via::Capital) => 6.0,
        (0, false, _) => 3.0,
        _ => 0.0,
    };
    start + support + region
}
