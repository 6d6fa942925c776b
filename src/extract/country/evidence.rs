//! Counts what in a document speaks for a country: names, peoples, towns, regions. Decides nothing.

use super::gazetteer::{Gazetteer, Sense};
use super::iso::Country;
use super::scan::Hit;
use crate::extract::Via;

/// What the document's plain names, those that mean one thing only, speak for.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Countries by code, with how often they are named as such and how often by a town or region.
    counts: Vec<(Country, u32, u32)>,
    /// Regions, as `US-TX`.
    regions: Vec<&'static str>,
}

impl Evidence {
    /// What a document's hits speak for.
    pub(super) fn of(hits: &[Hit], names: &Gazetteer) -> Self {
        let mut evidence = Self::default();
        for hit in hits {
            if let Some([sense]) = names.entry(hit.entry).map(|e| e.senses.as_slice())
                && !sense.weak
            {
                evidence.add(sense);
            }
        }
        evidence
    }

    /// Counts one mention.
    pub(super) fn add(&mut self, sense: &Sense) {
        let local = matches!(sense.via, Via::City | Via::Region);
        let (named, placed) = if local { (0, 1) } else { (1, 0) };
        match self.counts.binary_search_by_key(&sense.country, |c| c.0) {
            Ok(i) => {
                if let Some(count) = self.counts.get_mut(i) {
                    count.1 += named;
                    count.2 += placed;
                }
            }
            Err(i) => self.counts.insert(i, (sense.country, named, placed)),
        }
        if sense.via == Via::Region && !self.regions.contains(&sense.regions) {
            self.regions.push(sense.regions);
        }
    }

    /// How often a country is named as such: its name, people, capital, government.
    pub(super) fn named(&self, country: Country) -> u32 {
        self.count(country).0
    }

    /// How often a country is meant by a town or region.
    pub(super) fn placed(&self, country: Country) -> u32 {
        self.count(country).1
    }

    /// Whether one of a list of regions (`US:TX,KY`) is named.
    pub(super) fn in_region(&self, list: &str) -> bool {
        let Some((country, regions)) = list.split_once(':') else { return false };
        regions.split(',').any(|wanted| {
            let split = |known: &&'static str| known.split_once('-') == Some((country, wanted));
            self.regions.iter().any(split)
        })
    }

    fn count(&self, country: Country) -> (u32, u32) {
        let found = self.counts.binary_search_by_key(&country, |c| c.0);
        found.ok().and_then(|i| self.counts.get(i)).map_or((0, 0), |c| (c.1, c.2))
    }
}
