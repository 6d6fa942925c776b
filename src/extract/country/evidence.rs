//! Counts what in a document speaks for a country: names, peoples, towns, regions, words of local news. Decides nothing.

use super::cue::{self, Way};
use super::gazetteer::{Entry, Gazetteer, Kind};
use super::iso::Country;
use super::list;
use super::scan::Hit;
use super::sense::Sense;
use crate::extract::Via;
use std::collections::HashSet;

/// What a document speaks for.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// By code. Names that mean one thing only count in full.
    counts: Vec<(Country, Count)>,
    /// Regions, as `US-TX`.
    regions: Vec<&'static str>,
    /// Names that several countries share: which name, whose, with what weight. Sorted by country.
    shared: Vec<(Country, usize, f64)>,
    counties: u32,
    /// Names that stand somewhere as only a town's does: after "in", before "residents".
    anchored: HashSet<usize>,
    /// Names that a town's institution of these countries stands beside: an entry and the row of the cue.
    beside: HashSet<(usize, usize)>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    named: u32,
    placed: u32,
    cued: u32,
    shared: f64,
}

impl Evidence {
    /// What a document's hits speak for.
    pub(super) fn of(text: &str, hits: &[Hit], names: &Gazetteer) -> Self {
        let mut evidence = Self::default();
        let mut seen = HashSet::new();
        for hit in hits {
            let Some(entry) = names.entry(hit.entry) else { continue };
            if hit.street {
                evidence.street(entry);
                continue;
            }
            match entry.kind {
                Kind::County => evidence.county(hit.named_county),
                Kind::Cue(row) => evidence.cue(row),
                _ => match &*entry.senses {
                    [sense] if !sense.weak => evidence.add(sense),
                    [_, _, ..] if seen.insert(hit.entry) => {
                        evidence.share(hit.entry, &entry.senses);
                    }
                    _ => {}
                },
            }
        }
        evidence.shared.sort_by_key(|s| (s.0, s.1));
        if !evidence.shared.is_empty() {
            evidence.sterling(text);
        }
        evidence
    }

    /// Streets are named after towns of their own country more often than not, but for those of the United States, which are
    /// found all over the world.
    fn street(&mut self, entry: &Entry) {
        if let [sense] = &*entry.senses
            && !sense.weak
            && sense.via == Via::City
            && sense.country.code() != "US"
        {
            self.count_mut(sense.country).cued += 1;
        }
    }

    /// Counts sums in pounds as words of British news, where a name has to be settled.
    fn sterling(&mut self, text: &str) {
        let Some(country) = Country::parse("GB") else { return };
        let sums = memchr::memmem::find_iter(text.as_bytes(), "£").take(3).count();
        self.count_mut(country).cued += sums as u32;
    }

    /// Counts one mention.
    pub(super) fn add(&mut self, sense: &Sense) {
        let local = matches!(sense.via, Via::City | Via::Region);
        let count = self.count_mut(sense.country);
        if local {
            count.placed += 1;
        } else {
            count.named += 1;
        }
        if sense.via == Via::Region && !self.regions.contains(&sense.regions) {
            self.regions.push(sense.regions);
        }
    }

    /// Remembers that a name stands somewhere as only a town's does.
    pub(super) fn anchor(&mut self, entry: usize) {
        self.anchored.insert(entry);
    }

    /// Remembers that a name stands beside a cue.
    pub(super) fn put_beside(&mut self, entry: usize, row: usize) {
        self.beside.insert((entry, row));
        self.anchored.insert(entry);
    }

    fn cue(&mut self, row: usize) {
        let Some(cue) = cue::all().get(row) else { return };
        for country in &cue.countries {
            self.count_mut(*country).cued += 1;
        }
    }

    fn county(&mut self, named: bool) {
        let Some(country) = Country::parse("US") else { return };
        let count = self.count_mut(country);
        count.cued += 1;
        count.placed += u32::from(named);
        self.counties += u32::from(named);
    }

    /// Counts a name once for each country that shares it, most for the likeliest.
    fn share(&mut self, entry: usize, senses: &[Sense]) {
        for (i, sense) in senses.iter().enumerate() {
            let weight = if i == 0 && !sense.weak { 2.0 } else { 0.5 };
            self.shared.push((sense.country, entry, weight));
            self.count_mut(sense.country).shared += weight;
        }
    }

    /// How often a country is named as such: its name, people, capital, government.
    pub(super) fn named(&self, country: Country) -> u32 {
        self.count(country).named
    }

    /// How often a country is meant by a town or region.
    pub(super) fn placed(&self, country: Country) -> u32 {
        self.count(country).placed
    }

    /// How many words of a country's local news there are.
    pub(super) fn cued(&self, country: Country) -> u32 {
        self.count(country).cued
    }

    /// How much names other than `entry` that a country shares with others speak for it.
    pub(super) fn shared(&self, country: Country, entry: usize) -> f64 {
        let own = self.shared.binary_search_by_key(&(country, entry), |s| (s.0, s.1));
        let own = own.ok().and_then(|i| self.shared.get(i)).map_or(0.0, |s| s.2);
        self.count(country).shared - own
    }

    /// Where the document's counties lie: in the United States, unless it speaks of other countries that have counties.
    pub(super) fn home_of_counties(&self) -> Option<Country> {
        let country = Country::parse("US")?;
        let total = |code: &str| Country::parse(code).map_or(0, |c| self.named(c) + self.placed(c));
        let elsewhere: u32 = list::WITH_COUNTIES.all().iter().map(|code| total(code)).sum();
        let here = self.named(country) > 0 || self.placed(country) > self.counties;
        (here || elsewhere == 0).then_some(country)
    }

    /// Whether a name stands somewhere as only a town's does.
    pub(super) fn anchored(&self, entry: usize) -> bool {
        self.anchored.contains(&entry)
    }

    /// Whether an institution that a country's towns have stands beside a name.
    pub(super) fn beside(&self, entry: usize, country: Country) -> bool {
        cue::all().iter().enumerate().any(|(row, cue)| {
            cue.way != Way::None
                && cue.countries.contains(&country)
                && self.beside.contains(&(entry, row))
        })
    }

    /// Whether the document names no country as such but this one.
    pub(super) fn only(&self, country: Country) -> bool {
        self.counts.iter().all(|(other, count)| *other == country || count.named == 0)
    }

    /// Whether one of a list of regions (`US:TX,KY`) is named.
    pub(super) fn in_region(&self, list: &str) -> bool {
        let Some((country, regions)) = list.split_once(':') else { return false };
        regions.split(',').any(|wanted| {
            let split = |known: &&'static str| known.split_once('-') == Some((country, wanted));
            self.regions.iter().any(split)
        })
    }

    /// Whether the document names another country of a kind, and names it more often.
    pub(super) fn other_than(&self, country: Country, of: impl Fn(Country) -> bool) -> bool {
        let own = self.count(country).named;
        let more = |(other, count): &(Country, Count)| *other != country && count.named > own;
        self.counts.iter().any(|found| more(found) && of(found.0))
    }

    /// The country that the document's towns, regions and words of local news speak for, before all others.
    pub(super) fn home(&self) -> Option<Country> {
        let weight = |count: &Count| count.placed * 2 + count.cued;
        let best = self.counts.iter().max_by_key(|(_, count)| weight(count))?;
        let rival = |(country, count): &(Country, Count)| {
            *country != best.0 && weight(count) * 2 > weight(&best.1)
        };
        (weight(&best.1) > 0 && !self.counts.iter().any(rival)).then_some(best.0)
    }

    /// The country that the document is about: it speaks of it more than once, and twice as much as of all others.
    pub(super) fn here(&self) -> Option<Country> {
        let weight = |count: &Count| (count.placed + count.named) * 2 + count.cued;
        let best = self.counts.iter().max_by_key(|(_, count)| weight(count))?;
        let whole: u32 = self.counts.iter().map(|(_, count)| weight(count)).sum();
        let most = weight(&best.1);
        (most > 2 && most * 3 >= whole * 2).then_some(best.0)
    }

    fn count(&self, country: Country) -> Count {
        let found = self.counts.binary_search_by_key(&country, |c| c.0);
        found.ok().and_then(|i| self.counts.get(i)).map_or_else(Count::default, |c| c.1)
    }

    fn count_mut(&mut self, country: Country) -> &mut Count {
        let i = self.counts.partition_point(|c| c.0 < country);
        if self.counts.get(i).is_none_or(|c| c.0 != country) {
            self.counts.insert(i, (country, Count::default()));
        }
        &mut self.counts[i].1
    }
}
