//! All names that lead to a country, from the tables in `assets/`, and the index that finds them by first word.
//! Never looks at a document.

use super::group;
use super::iso::{Country, lines, names, rows};
use super::letter::letter;
use crate::extract::{Rule, Via};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a name can mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    /// The country it leads to.
    pub(super) country: Country,
    /// How.
    pub(super) via: Via,
    /// The word is often something else: it counts only where the document speaks of that country otherwise.
    pub(super) weak: bool,
    /// The region it names (`US-TX`), or the regions that have a town of that name (`US:TX,KY`); may be empty.
    pub(super) regions: &'static str,
    /// Codes of countries whose mention speaks for this sense.
    pub(super) neighbours: &'static str,
}

/// What a name is when it is no single country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Leads to one of its senses.
    Place,
    /// A group; the index is that of [`group::all`]. Means its members only before a word such as "states".
    Group(usize),
    /// The word "County", with a name before it one of the United States'; and words of their local news.
    County,
    /// No country at all: "Indian Ocean", "French fries".
    Decoy,
}

/// A name and what it can mean, the likeliest first.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Cow<'static, str>,
    pub(super) kind: Kind,
    pub(super) senses: Vec<Sense>,
    /// An "s" glued to it is a genitive whose apostrophe was lost.
    pub(super) may_lose_apostrophe: bool,
    /// An abbreviation that is also a word: a region only after a town and a comma ("Salem, Ore.").
    pub(super) only_after_town: bool,
}

/// The names, and where to find those that begin with a word.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    entries: Vec<Entry>,
    /// Indexes of entries, by hash of the first word, the longest name first.
    order: Vec<(u64, u32)>,
    /// For the hash of a first word, its run in `order`.
    runs: HashMap<u64, (u32, u32), std::hash::BuildHasherDefault<Identity>>,
}

static NAMES: LazyLock<Gazetteer> = LazyLock::new(build);

/// The gazetteer, read once.
pub(super) fn gazetteer() -> &'static Gazetteer {
    &NAMES
}

impl Entry {
    /// Whether it is a country's own name before all else.
    pub(super) fn named(&self) -> bool {
        self.senses.first().is_some_and(|s| s.via == Via::Name)
    }
}

impl Gazetteer {
    pub(super) fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// The names whose first word has this hash, the longest first.
    pub(super) fn starting_with(&self, hash: u64) -> impl Iterator<Item = usize> + '_ {
        let (from, to) = self.runs.get(&hash).copied().unwrap_or_default();
        let run = self.order.get(from as usize..to as usize).unwrap_or_default();
        run.iter().map(|&(_, entry)| entry as usize)
    }

    fn push(&mut self, name: &'static str, kind: Kind, senses: Vec<Sense>) {
        self.entry_named(Cow::Borrowed(name), kind, senses);
    }

    fn entry_named(&mut self, name: Cow<'static, str>, kind: Kind, senses: Vec<Sense>) {
        let named = senses.first().is_some_and(|s| s.via == Via::Name && !s.weak);
        let may_lose_apostrophe = named && name.len() >= 5 && !name.ends_with(['s', '.', 'a']);
        let (name, only_after_town) = match name.strip_prefix('^') {
            Some(bare) => (Cow::Owned(bare.to_owned()), true),
            None => (name, false),
        };
        if !name.is_ascii() {
            let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
            if plain != *name {
                let senses = senses.clone();
                let name = Cow::Owned(plain);
                let e = Entry { name, kind, senses, may_lose_apostrophe, only_after_town };
                self.entries.push(e);
            }
        }
        self.entries.push(Entry { name, kind, senses, may_lose_apostrophe, only_after_town });
    }

    /// Orders the names and joins those that several tables give; the first table's meaning is the likeliest.
    fn index(mut self) -> Self {
        let mut order: Vec<(u64, u32)> = (0u32..)
            .zip(&self.entries)
            .map(|(i, entry)| (first_word(entry.name.as_bytes()), i))
            .collect();
        let entries = &self.entries;
        let name = |i: u32| entries.get(i as usize).map_or("", |e| &*e.name);
        order.sort_by(|a, b| {
            let long = name(b.1).len().cmp(&name(a.1).len());
            a.0.cmp(&b.0).then(long).then_with(|| name(a.1).cmp(name(b.1))).then(a.1.cmp(&b.1))
        });
        let mut joined: Vec<(u64, u32)> = Vec::with_capacity(order.len());
        for (hash, i) in order {
            match joined.last().copied() {
                Some((last, kept))
                    if last == hash
                        && name_of(&self.entries, kept) == name_of(&self.entries, i) =>
                {
                    let more =
                        self.entries.get(i as usize).map(|e| e.senses.clone()).unwrap_or_default();
                    if let Some(entry) =
                        self.entries.get_mut(kept as usize).filter(|e| e.kind == Kind::Place)
                    {
                        let known = entry.senses.clone();
                        entry.senses.extend(
                            more.into_iter()
                                .filter(|s| known.iter().all(|k| k.country != s.country)),
                        );
                    }
                }
                _ => joined.push((hash, i)),
            }
        }
        let mut from = 0;
        for run in joined.chunk_by(|a, b| a.0 == b.0) {
            let to = from + run.len() as u32;
            self.runs.insert(run.first().map_or(0, |r| r.0), (from, to));
            from = to;
        }
        self.order = joined;
        self
    }
}

/// Words of local news in the United States; they name no country, yet tell where a town is likelier to be.
const LOCAL: &[&str] = &[
    "County",
    "Sheriff",
    "Township",
    "High School",
    "Elementary School",
    "Middle School",
    "Interstate",
];

fn name_of(entries: &[Entry], index: u32) -> &str {
    entries.get(index as usize).map_or("", |e| &*e.name)
}

fn build() -> Gazetteer {
    let mut all = Gazetteer::default();
    for name in lines(include_str!("../../../assets/country-decoys.tsv")).flat_map(|l| l.split('|'))
    {
        all.push(name, Kind::Decoy, Vec::new());
    }
    for (i, group) in group::all().iter().enumerate() {
        for name in &group.names {
            all.push(name, Kind::Group(i), Vec::new());
        }
    }
    for line in lines(include_str!("../../../assets/namesakes.tsv")) {
        let (name, senses) = line.split_once('\t').unwrap_or((line, ""));
        all.push(name, Kind::Place, senses.split(' ').filter_map(namesake).collect());
    }
    for word in LOCAL {
        all.push(word, Kind::County, Vec::new());
    }
    for row in rows() {
        let own = [(row.name, Via::Name), (row.variants, Via::Name)];
        for (list, via) in
            own.into_iter().chain([(row.demonyms, Via::Demonym), (row.capitals, Via::Capital)])
        {
            places(&mut all, row.country.code(), via, "", list);
        }
    }
    for line in lines(include_str!("../../../assets/regions.tsv")) {
        let (region, list) = line.split_once('\t').unwrap_or((line, ""));
        places(&mut all, region.get(..2).unwrap_or(""), Via::Region, region, list);
    }
    for (asset, via) in [
        (include_str!("../../../assets/metonyms.tsv"), Via::Metonym),
        (include_str!("../../../assets/cities.tsv"), Via::City),
    ] {
        for line in lines(asset) {
            let (code, list) = line.split_once('\t').unwrap_or((line, ""));
            places(&mut all, code, via, "", list);
        }
    }
    all.index()
}

fn places(all: &mut Gazetteer, code: &str, via: Via, regions: &'static str, list: &'static str) {
    let Some(country) = Country::parse(code) else { return };
    for (name, weak) in names(list) {
        all.push(name, Kind::Place, vec![Sense { country, via, weak, regions, neighbours: "" }]);
    }
}

/// A sense of the namesakes' table: `US/city:TX,KY`, `US-GA/region`, `GE/name~RU,AM`; "?" in front when weak.
fn namesake(written: &'static str) -> Option<Sense> {
    let (bare, weak) = written.strip_prefix('?').map_or((written, false), |bare| (bare, true));
    let (bare, neighbours) = bare.split_once('~').unwrap_or((bare, ""));
    let (head, towns) = bare.split_once(':').map_or((bare, ""), |(head, _)| (head, bare));
    let (place, via) = head.split_once('/').unwrap_or((head, "city"));
    let via = match via {
        "name" => Via::Name,
        "demonym" => Via::Demonym,
        "capital" => Via::Capital,
        "region" => Via::Region,
        "city" => Via::City,
        _ => return None,
    };
    let country = Country::parse(place.get(..2)?)?;
    let regions = if via == Via::Region { place } else { towns };
    Some(Sense { country, via, weak, regions, neighbours })
}

/// The rule that a plain name is found by.
pub(super) fn rule(via: Via) -> Rule {
    match via {
        Via::Name => "country.name",
        Via::Demonym => "country.demonym",
        Via::Capital => "country.capital",
        Via::Group => "country.group",
        Via::City => "country.city",
        Via::Region => "country.region",
        Via::Metonym => "country.metonym",
    }
}

/// One step of the hash of a word (FNV-1a), small ASCII letters as capitals.
pub(super) fn hash_byte(hash: u64, byte: u8) -> u64 {
    let seed = if hash == 0 { 0xCBF2_9CE4_8422_2325 } else { hash };
    (seed ^ u64::from(byte.to_ascii_uppercase())).wrapping_mul(0x0100_0000_01B3)
}

fn first_word(name: &[u8]) -> u64 {
    let mut end = 0;
    while letter(name, end) != 0 {
        end += letter(name, end);
    }
    name.get(..end).unwrap_or_default().iter().fold(0, |hash, b| hash_byte(hash, *b))
}

/// Takes a hash as it is: the keys are hashes already.
#[derive(Debug, Default)]
struct Identity(u64);

impl std::hash::Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, b| hash_byte(hash, *b));
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_is_read() {
        for line in lines(include_str!("../../../assets/namesakes.tsv")) {
            let (name, senses) = line.split_once('\t').unwrap();
            assert!(!name.is_empty());
            for written in senses.split(' ') {
                let sense = namesake(written).unwrap_or_else(|| panic!("{line}"));
                let codes = sense.neighbours.split(',').filter(|c| !c.is_empty());
                assert!(codes.into_iter().all(|c| Country::parse(c).is_some()), "{line}");
            }
        }
        for asset in [
            include_str!("../../../assets/regions.tsv"),
            include_str!("../../../assets/metonyms.tsv"),
            include_str!("../../../assets/cities.tsv"),
        ] {
            for line in lines(asset) {
                let (place, list) = line.split_once('\t').unwrap();
                assert!(Country::parse(place.get(..2).unwrap()).is_some(), "{line}");
                assert!(
                    list.split('|').all(|name| !name.trim_matches(['?', '^']).is_empty()),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn a_name_that_two_tables_give_keeps_the_senses_of_both() {
        let names = gazetteer();
        let entry = names.entries.iter().find(|e| e.name == "Paris").unwrap();
        assert_eq!(entry.senses.first().map(|s| s.via), Some(Via::Capital));
        assert!(entry.senses.len() > 1);
    }
}
