//! Which countries a term of text names: "kazakh" and "KZ" find an event of Kazakhstan whose sentence says "Astana".
//! A term comes in, countries go out. Reads no document.

use super::fold::{folded, is_word};
use crate::extract::Via;
use crate::extract::country::Country;
use std::sync::LazyLock;

/// Countries that a term names, in order of code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named(Vec<Country>);

impl Named {
    /// Whether an event's country counts as named. A group's members do not: a text that says "Central Asian
    /// states" says neither of the five names, and the country part of the lens is there to find it.
    pub(super) fn contains(&self, country: Country, via: Via) -> bool {
        via != Via::Group && self.0.binary_search(&country).is_ok()
    }
}

/// The shortest term that may stand for a country's name; shorter ones begin too many words.
const SHORTEST: usize = 4;

/// The folded names of all countries, by code.
static NAMES: LazyLock<Vec<(Country, String)>> = LazyLock::new(|| {
    let mut names: Vec<_> = Country::all().iter().map(|&c| (c, folded(c.name()))).collect();
    names.sort_unstable_by_key(|&(country, _)| country);
    names
});

/// The countries a folded term names: by the start of a word of the name, or by the code in capitals.
pub(super) fn named(term: &str, abbreviation: bool) -> Named {
    if term.len() < SHORTEST && !abbreviation {
        return Named::default();
    }
    let starts = |name: &str| {
        let mut heads = name.match_indices(term).map(|(at, _)| name.get(..at).unwrap_or_default());
        heads.any(|head| !head.ends_with(is_word))
    };
    let names = |(country, name): &&(Country, String)| {
        if abbreviation { country.code().eq_ignore_ascii_case(term) } else { starts(name) }
    };
    Named(NAMES.iter().filter(names).map(|&(country, _)| country).collect())
}
