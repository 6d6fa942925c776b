//! Finds towns that no table knows, by what stands beside them: their state ("Maplebrook, Ohio"), an institution
//! ("Harlow Bend City Council"), a dateline. Never takes a word that is in a table, a person's name, or a common word alone.

use super::context::{after, before, blank, capital, comma};
use super::counties;
use super::cue::{self, Way};
use super::evidence::Evidence;
use super::folk;
use super::gazetteer::{Gazetteer, Kind};
use super::given;
use super::iso::Country;
use super::learned::Learned;
use super::list;
use super::resolve::{Choice, dateline};
use super::run::{following, overlaps, run};
use super::scan::Hit;
use crate::extract::{CountryMention, Rule, Via};
use crate::text::{Span, Text, is_english};

/// What the other steps found: all hits of the tables, those that were kept, what they mean.
pub(super) struct Known<'a> {
    pub(super) raw: &'a [Hit],
    pub(super) kept: &'a [Hit],
    pub(super) chosen: &'a [Option<Choice>],
    pub(super) names: &'a Gazetteer,
    pub(super) evidence: &'a Evidence,
}

/// A town's name as it stands somewhere.
#[derive(Debug, Clone, Copy)]
struct Seen {
    start: usize,
    end: usize,
    country: Country,
    rule: Rule,
}

/// Adds a mention for each place where a town stands that the tables do not know, in no order.
pub(super) fn find(text: &Text, known: &Known<'_>, mentions: &mut Vec<CountryMention>) {
    let clean = &*text.clean;
    let home = known.evidence.home();
    let mut seen: Vec<Seen> = Vec::new();
    if let Some(country) = known.evidence.home_of_counties() {
        for (start, end) in counties::listed(clean) {
            if !overlaps(known.kept, start, end) {
                seen.push(Seen { start, end, country, rule: "country.county" });
            }
        }
    }
    by_state(clean, known, &mut seen);
    if let Some(home) = home {
        by_institution(clean, known, home, &mut seen);
        by_dateline(text, known, home, &mut seen);
    }
    if let Some(country) = known.evidence.here() {
        let rule = "country.town-by-people";
        let towns = folk::towns(clean, known.kept);
        seen.extend(towns.into_iter().map(|(start, end)| Seen { start, end, country, rule }));
    }
    if seen.is_empty() {
        return;
    }
    seen.sort_by_key(|s| (s.start, s.end));
    seen.dedup_by(|next, last| next.start < last.end);
    let mut learned = Learned::default();
    for town in &seen {
        if town.rule == "country.county" {
            mentions.push(CountryMention { via: Via::Region, ..mention(*town) });
            continue;
        }
        let name = clean.get(town.start..town.end).unwrap_or_default();
        if worth_learning(name) {
            learned.add(name, town.country);
        }
        mentions.push(mention(*town));
    }
    let taken = |start: usize, end: usize| overlaps(known.raw, start, end);
    for (start, end, country) in learned.again(text, &taken) {
        let at = seen.partition_point(|s| s.end <= start);
        if seen.get(at).is_none_or(|s| s.start >= end) {
            mentions.push(mention(Seen { start, end, country, rule: "country.town-again" }));
        }
    }
}

fn mention(town: Seen) -> CountryMention {
    let span = Span::new(town.start, town.end);
    CountryMention { span, country: town.country, via: Via::City, rule: town.rule }
}

/// A name is looked for again unless it is one word that is common in small letters.
fn worth_learning(name: &str) -> bool {
    name.contains(' ') || !is_english(&name.to_lowercase())
}

/// Towns before a comma and their region: "Maplebrook, Ohio".
fn by_state(text: &str, known: &Known<'_>, seen: &mut Vec<Seen>) {
    for (hit, choice) in known.kept.iter().zip(known.chosen) {
        let Some((country, Via::Region, _)) = choice else { continue };
        let coded = known
            .names
            .entry(hit.entry)
            .is_some_and(|e| e.senses.iter().any(|s| s.country == *country && s.regions.len() > 3));
        let (_, gap) = before(text, hit.start);
        let (owner, _) = after(text, hit.end);
        // "Barlow Robotics, Sierra Nevada Corporation": a list of names of which one begins like a region.
        let (space, next) = after(text, hit.end);
        let longer = space == " " && capital(next) && !list::OPENER.has(next);
        if !coded || longer || !comma(gap) || owner.starts_with(['\'', '’']) {
            continue;
        }
        let Some((start, end)) = run(text, hit.start - gap.len(), known.kept) else { continue };
        let (prior, space) = before(text, start);
        let person = given::GIVEN.has(first_word(text, start, end))
            || (blank(space) && given::TITLE.names(prior));
        if !person {
            seen.push(Seen { start, end, country: *country, rule: "country.town-of-region" });
        }
    }
}

/// Towns beside an institution: "Harlow Bend City Council", "City of Maplebrook".
fn by_institution(text: &str, known: &Known<'_>, home: Country, seen: &mut Vec<Seen>) {
    for hit in known.kept {
        let Some(Kind::Cue(row)) = known.names.entry(hit.entry).map(|e| e.kind) else { continue };
        let Some(cue) = cue::all().get(row).filter(|cue| cue.countries.contains(&home)) else {
            continue;
        };
        let found = match cue.way {
            Way::None | Way::Within | Way::Closes | Way::Opens => None,
            Way::Before => {
                let (_, gap) = before(text, hit.start);
                let run = run(text, hit.start - gap.len(), known.kept);
                run.filter(|_| blank(gap) && !gap.contains('\n'))
            }
            Way::After => following(text, hit.end, known.kept),
        };
        let Some((start, end)) = found else { continue };
        if cue.way == Way::After || !common(text, start, end) {
            seen.push(Seen { start, end, country: home, rule: "country.town-by-institution" });
        }
    }
}

/// Towns that open a paragraph in capitals before a dash: "MAPLEBROOK -- City officials".
fn by_dateline(text: &Text, known: &Known<'_>, home: Country, seen: &mut Vec<Seen>) {
    let clean = &*text.clean;
    for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
        let start = block.span.range().start;
        let head = clean.get(start..block.span.range().end).unwrap_or_default();
        let len = head
            .find(|c: char| !(c.is_ascii_uppercase() || matches!(c, ' ' | '.' | '\'' | '’')))
            .unwrap_or(head.len());
        let name = head.get(..len.min(40)).unwrap_or_default().trim_end();
        let end = start + name.len();
        let letters = name.bytes().filter(u8::is_ascii_uppercase).count();
        if letters < 4 || !dateline(clean, end) || overlaps(known.raw, start, end) {
            continue;
        }
        if !common(clean, start, end) {
            seen.push(Seen { start, end, country: home, rule: "country.dateline" });
        }
    }
}

/// Whether all words between two offsets are common in small letters: "Rocky Hill" may be a town, but need not.
fn common(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default().to_lowercase();
    name.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 2).all(is_english)
}

fn first_word(text: &str, start: usize, end: usize) -> &str {
    let name = text.get(start..end).unwrap_or_default();
    name.split(char::is_whitespace).next().unwrap_or(name)
}
