//! All names that lead to a country, from the tables in `assets/`, and the index that finds them by first word.
//! Never looks at a document.

use super::cue;
use super::group;
use super::iso::{Country, lines, names, rows};
use super::letter::letter;
use super::sense::{Sense, Senses, namesake};
use crate::extract::{Rule, Via};
use crate::text::hash::Packed;
use std::borrow::Cow;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a name is when it is no single country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Leads to one of its senses.
    Place,
    /// A group; the index is that of [`group::all`]. Means its members only before a word such as "states".
    Group(usize),
    /// The word "County", with a name before it one of the United States'.
    County,
    /// Words of local news; the index is that of [`cue::all`].
    Cue(usize),
    /// No country at all: "Indian Ocean", "French fries".
    Decoy,
}

/// A name and what it can mean, the likeliest first.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: Cow<'static, str>,
    pub(super) kind: Kind,
    pub(super) senses: Senses,
    /// An "s" glued to it is a genitive whose apostrophe was lost.
    pub(super) may_lose_apostrophe: bool,
    /// An abbreviation that is also a word: a region only after a town and a comma ("Salem, Ore.").
    pub(super) only_after_town: bool,
}

/// The names, and where to find those that begin with a word.
#[derive(Debug, Default)]
pub(super) struct Gazetteer {
    entries: Vec<Entry>,
    /// By hash of the first word, the longest name first.
    order: Vec<Slot>,
    /// For the first bits of a hash, where the hashes that begin with them start in `order`; one more for the end.
    starts: Vec<u32>,
    /// A bit for each beginning of a hash that a name's first word has.
    gate: Vec<u64>,
}

/// Where a name is found.
#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u64,
    entry: u32,
    /// The letter that its second word begins with, as [`second`] gives it.
    second: u8,
}

/// How many first bits of a hash the gate looks at.
const GATE: u32 = 17;

/// The word of the gate that holds a hash's bit, and the bit.
fn gate(hash: u64) -> (usize, u64) {
    let at = (hash >> (64 - GATE)) as usize;
    (at / 64, 1 << (at % 64))
}

/// How many first bits of a hash lead into `order`: about as many places as there are names.
const BITS: u32 = 14;
/// Room for the names of all tables.
const NAMES_AT_LEAST: usize = 16_384;

static NAMES: LazyLock<Gazetteer> = LazyLock::new(build);

/// The gazetteer, read once.
pub(super) fn gazetteer() -> &'static Gazetteer {
    &NAMES
}

impl Entry {
    /// Whether it means one thing, and nothing else.
    pub(super) fn plain(&self) -> bool {
        matches!(&*self.senses, [sense] if !sense.weak)
    }

    /// Whether it is a country's own name before all else.
    pub(super) fn named(&self) -> bool {
        self.senses.first().is_some_and(|s| s.via == Via::Name)
    }
}

impl Gazetteer {
    pub(super) fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// Whether any name may begin with a word of this hash: a cheap "no" for nearly all capitalised words.
    pub(super) fn may_start(&self, hash: u64) -> bool {
        let (place, bit) = gate(hash);
        self.gate.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// The names whose first word has this hash and whose second, if any, may begin so; the longest first.
    pub(super) fn starting_with(&self, hash: u64, next: u8) -> impl Iterator<Item = usize> + '_ {
        let at = (hash >> (64 - BITS)) as usize;
        let from = self.starts.get(at).map_or(0, |s| *s as usize);
        let to = self.starts.get(at + 1).map_or(0, |s| *s as usize);
        let run = self.order.get(from..to).unwrap_or_default();
        let fits = move |s: &&Slot| s.hash == hash && (s.second == 0 || s.second == next);
        run.iter().filter(fits).map(|slot| slot.entry as usize)
    }

    fn push(&mut self, written: &'static str, kind: Kind, senses: Senses) {
        let named = senses.first().is_some_and(|s| s.via == Via::Name && !s.weak);
        let may_lose_apostrophe =
            named && written.len() >= 5 && !written.ends_with(['s', '.', 'a']);
        let bare = written.strip_prefix('^');
        let (name, only_after_town) = (bare.unwrap_or(written), bare.is_some());
        let entry =
            |name, senses| Entry { name, kind, senses, may_lose_apostrophe, only_after_town };
        if !name.is_ascii() {
            let plain: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
            if plain != name {
                self.entries.push(entry(Cow::Owned(plain), senses.clone()));
            }
        }
        self.entries.push(entry(Cow::Borrowed(name), senses));
    }

    /// Orders the names and joins those that several tables give; the first table's meaning is the likeliest.
    fn index(mut self) -> Self {
        let mut joined: Vec<(u64, u32)> = Vec::with_capacity(self.entries.len());
        for (hash, i) in ordered(&self.entries) {
            match joined.last().copied() {
                Some((last, kept))
                    if last == hash
                        && name_of(&self.entries, kept) == name_of(&self.entries, i) =>
                {
                    let more = self.entries.get(i as usize).map(|e| e.senses.clone());
                    let entry = self.entries.get_mut(kept as usize);
                    if let Some(entry) = entry.filter(|e| e.kind == Kind::Place) {
                        entry.senses.join(&more.unwrap_or_default());
                    }
                }
                _ => joined.push((hash, i)),
            }
        }
        self.starts = Vec::with_capacity((1 << BITS) + 1);
        for (i, (hash, _)) in (0u32..).zip(&joined) {
            let place = (hash >> (64 - BITS)) as usize + 1;
            self.starts.resize(place.max(self.starts.len()), i);
        }
        self.starts.resize((1 << BITS) + 1, joined.len() as u32);
        let slot = |&(hash, entry): &(u64, u32)| {
            let name = name_of(&self.entries, entry).as_bytes();
            Slot { hash, entry, second: second(name, word_end(name)) }
        };
        self.order = joined.iter().map(slot).collect();
        self.gate = vec![0; 1 << (GATE - 6)];
        for (hash, _) in &joined {
            let (place, bit) = gate(*hash);
            if let Some(bits) = self.gate.get_mut(place) {
                *bits |= bit;
            }
        }
        self
    }
}

/// Indexes of the entries with the hash of their first word: by hash, the longest name first, equal names together
/// in the order of the tables. Numbers are compared first, as nearly all of them differ.
fn ordered(entries: &[Entry]) -> Vec<(u64, u32)> {
    let key = |(i, entry): (u32, &Entry)| {
        let length = u64::from(u32::MAX) - entry.name.len() as u64;
        (first_word(entry.name.as_bytes()), length << 32 | u64::from(i))
    };
    let mut keys: Vec<(u64, u64)> = (0u32..).zip(entries).map(key).collect();
    keys.sort_unstable();
    for alike in keys.chunk_by_mut(|a, b| a.0 == b.0 && a.1 >> 32 == b.1 >> 32) {
        if alike.len() > 1 {
            alike.sort_by_key(|(_, i)| name_of(entries, *i as u32));
        }
    }
    keys.into_iter().map(|(hash, i)| (hash, i as u32)).collect()
}

fn name_of(entries: &[Entry], index: u32) -> &str {
    entries.get(index as usize).map_or("", |e| &*e.name)
}

fn build() -> Gazetteer {
    let mut all = Gazetteer { entries: Vec::with_capacity(NAMES_AT_LEAST), ..Gazetteer::default() };
    for name in lines(include_str!("../../../assets/country-decoys.tsv")).flat_map(|l| l.split('|'))
    {
        all.push(name, Kind::Decoy, Senses::None);
    }
    for (i, group) in group::all().iter().enumerate() {
        for name in &group.names {
            all.push(name, Kind::Group(i), Senses::None);
        }
    }
    for line in lines(include_str!("../../../assets/namesakes.tsv")) {
        let (name, senses) = line.split_once('\t').unwrap_or((line, ""));
        all.push(name, Kind::Place, senses.split(' ').filter_map(namesake).collect());
    }
    all.push("County", Kind::County, Senses::None);
    for (i, cue) in cue::all().iter().enumerate() {
        for words in cue.words.split('|') {
            all.push(words, Kind::Cue(i), Senses::None);
        }
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
        all.push(
            name,
            Kind::Place,
            Senses::One(Sense { country, via, weak, major: false, regions, neighbours: "" }),
        );
    }
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

/// The first byte of the next letter after a place, as a capital; 0 where none is near.
pub(super) fn second(bytes: &[u8], from: usize) -> u8 {
    for (i, b) in bytes.iter().enumerate().skip(from).take(64) {
        if letter(bytes, i) != 0 {
            return b.to_ascii_uppercase();
        }
    }
    0
}

fn word_end(name: &[u8]) -> usize {
    let mut end = 0;
    while letter(name, end) != 0 {
        end += letter(name, end);
    }
    end
}

fn first_word(name: &[u8]) -> u64 {
    Packed::of(name, 0, word_end(name)).hash()
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
