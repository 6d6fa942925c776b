//! Weighs the senses of a name that several countries share against what the document speaks of. Never looks at its
//! words.

use super::evidence::Evidence;
use super::iso::Country;
use super::sense::Sense;
use crate::extract::Via;

/// What a name stands in one list with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Company {
    /// With nothing that tells.
    #[default]
    None,
    /// With a town or region of this country: "Zurich, Amsterdam and Brussels".
    Place(Country),
    /// With the name of another country, and it is a country's name itself: "Armenia and Georgia".
    Countries,
}

/// The sense that the document supports best, with its points; the likelier one where two are equal.
pub(super) fn best<'a>(
    senses: &'a [Sense],
    entry: usize,
    company: Company,
    evidence: &Evidence,
) -> Option<(f64, &'a Sense)> {
    let mut best: Option<(f64, &Sense)> = None;
    for (i, sense) in senses.iter().enumerate() {
        if i > 0 && !allowed(senses, sense, entry, company, evidence) {
            continue;
        }
        let points = score(i, sense, entry, senses, evidence) + listed(i, sense, senses, company);
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, sense));
        }
    }
    best
}

/// What a name gains by its company in a list: a sense in the same country, or the likeliest among foreign ones.
fn listed(index: usize, sense: &Sense, senses: &[Sense], company: Company) -> f64 {
    let shares = |country: Country| senses.iter().any(|s| s.country == country);
    match company {
        Company::Place(country) if country == sense.country => 6.0,
        Company::Place(country) if index == 0 && !shares(country) => 5.0,
        Company::Countries if index == 0 && sense.via == Via::Name => 10.0,
        _ => 0.0,
    }
}

/// Whether a town may take a name that is first of all a country's or a capital's: where the document names its
/// region or has words of its country's local news or an institution stands beside it, and speaks of the other country
/// nowhere.
fn allowed(
    senses: &[Sense],
    sense: &Sense,
    entry: usize,
    company: Company,
    evidence: &Evidence,
) -> bool {
    let Some(first) = senses.first() else { return true };
    let known = first.major || matches!(first.via, Via::Name | Via::Capital);
    if first.weak || sense.via != Via::City || !known {
        return true;
    }
    let abroad = matches!(company, Company::Place(c) if senses.iter().all(|s| s.country != c));
    if evidence.beside(entry, sense.country) {
        return evidence.named(first.country) == 0;
    }
    let cues = evidence.cued(sense.country);
    let near = match first.via {
        // "Lebanon" is a town only where no country is spoken of but the town's.
        Via::Name => cues > 0 && evidence.only(sense.country),
        _ if evidence.only(sense.country) => cues > 0 || evidence.in_region(sense.regions),
        // "Vienna" is a town of Virginia where Virginia is spoken of, not wherever Republicans are.
        Via::Capital => cues > 0 && !first.major && evidence.in_region(sense.regions),
        _ => cues > 0 && !first.major,
    };
    near && !abroad && evidence.named(first.country) == 0
}

/// How well the document supports a sense. The likeliest sense has a start, a capital the most.
fn score(index: usize, sense: &Sense, entry: usize, senses: &[Sense], evidence: &Evidence) -> f64 {
    let named = f64::from(evidence.named(sense.country).min(5));
    let placed = f64::from(evidence.placed(sense.country).min(5));
    let local = matches!(sense.via, Via::City | Via::Region);
    let support = if local { placed * 2.0 + named * 0.5 } else { named * 2.0 + placed };
    let at_home = sense.via == Via::City
        && sense.regions.contains(':')
        && leads(sense, senses, evidence)
        && evidence.only(sense.country);
    let local_text = evidence.cued(sense.country) > 0 || evidence.only(sense.country);
    let in_region = local_text && evidence.in_region(sense.regions);
    let region = if in_region || at_home { 6.1 } else { 0.0 };
    let around = sense.neighbours.split(',').filter_map(Country::parse);
    let around: u32 = around.map(|c| evidence.named(c)).sum();
    let spoken_of = evidence.named(sense.country) + evidence.placed(sense.country) > 0
        || evidence.cued(sense.country) > 0;
    let most = if spoken_of { 6.0 } else { 2.0 };
    let shared = if local { evidence.shared(sense.country, entry).min(most) } else { 0.0 };
    let cued = if local { f64::from(evidence.cued(sense.country).min(3)) } else { 0.0 };
    let beside = if local && evidence.beside(entry, sense.country) { 4.0 } else { 0.0 };
    let support = support + region + f64::from(around.min(4)) + shared + cued + beside;
    support
        + match (index, sense.weak, sense.via) {
            (_, true, _) if support < 1.0 => -100.0,
            (0, false, Via::Capital) => 6.0,
            (0, false, _) if sense.major => 6.0,
            (0, false, Via::Name) => 1.9,
            (0, false, _) => 1.5,
            _ => 0.0,
        }
}

/// Whether words of local news speak for a sense's country more than for any other that shares the name.
fn leads(sense: &Sense, senses: &[Sense], evidence: &Evidence) -> bool {
    let own = evidence.cued(sense.country);
    let rival = |s: &&Sense| s.country != sense.country && evidence.cued(s.country) >= own;
    own > 0 && !senses.iter().any(|s| rival(&s))
}
