//! What a figure's name says of it: a key by which two names are known to be one, and how much it proves. A name comes
//! in; keys are never shown.

use crate::query::fold::{folded, is_word};
use crate::query::lookup::stem;
use std::collections::HashMap;
use std::sync::LazyLock;

const WORDS: &str = include_str!("../../../assets/figures.tsv");

/// The lists of `assets/figures.tsv` that are sets of words, in the order of their bits.
const LISTS: [&str; 8] =
    ["idle", "links", "generic", "measures", "versus", "whole", "parts", "rates"];

static TABLE: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (list, words) in rows() {
        let Some(bit) = LISTS.iter().position(|l| *l == list) else { continue };
        for word in words.split(' ') {
            *table.entry(word).or_default() |= 1 << bit;
        }
    }
    table
});

/// Flows against each other, by the keys of what comes in and what goes out.
static PAIRS: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
    let pairs = rows().filter(|(list, _)| *list == "pairs");
    let keys = pairs.filter_map(|(_, words)| words.split_once(' '));
    keys.map(|(one, other)| [one, other].map(stem::key)).collect()
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    stem::lines(WORDS).filter_map(|line| line.split_once('\t'))
}

/// How much two figures of one name have in common by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Nothing: "people", "countries" may be any.
    Vague,
    /// They are likely one thing where one document says both: "recruits".
    Own,
    /// They are one thing wherever they stand, if the country is one: "population", "recruits turned back".
    Telling,
}

/// What a name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// What forms and spellings of one name have in common.
    pub(super) key: String,
    /// How much it proves.
    pub(super) strength: Strength,
    /// Whether that hangs on its only two words: "Kenyan exporters" of Kenya are but exporters.
    pub(super) barely: bool,
}

impl Name {
    /// Reads a name: small words out, each other word by the key of its forms, in their order ("from A to B" is not
    /// "from B to A"). Of a share of something the name tells the whole, not the part.
    pub(super) fn of(name: &str, share: bool) -> Self {
        let folded = folded(name);
        let words = folded.split(|c| !is_word(c)).filter(|w| !w.is_empty() && !is(0, w));
        let mut words: Vec<&str> = words.collect();
        if let ["number", "of", _, ..] = words.as_slice() {
            words.drain(..2);
        }
        let telling = |word: &&&str| {
            word.len() > 2 && !is(1, word) && !is(2, word) && word.contains(char::is_alphabetic)
        };
        let count = words.iter().filter(telling).count();
        let measure = words.iter().any(|word| is(7, word) || !share && is(3, word));
        let strength = match count {
            0 => Strength::Vague,
            1 if !measure => Strength::Own,
            _ => Strength::Telling,
        };
        let keys: Vec<String> = words.into_iter().map(stem::key).collect();
        Self { key: keys.join(" "), strength, barely: count == 2 && !measure }
    }
}

fn is(list: usize, word: &str) -> bool {
    TABLE.get(word).is_some_and(|bits| bits >> list & 1 == 1)
}

/// Whether two names are flows against each other, what comes in first; by their keys.
pub(super) fn is_pair(one: &str, other: &str) -> bool {
    PAIRS.iter().any(|[a, b]| a == one && b == other)
}

/// Whether words set two figures against each other: "25,000 arrivals versus 16,000 departures".
pub(super) fn sets_against(words: &str) -> bool {
    says(words, 4)
}

/// Whether words call a figure the whole of others: "in total".
pub(super) fn says_whole(words: &str) -> bool {
    says(words, 5) || folded(words).contains("in all")
}

/// Whether words begin a list of parts: "including".
pub(super) fn says_parts(words: &str) -> bool {
    let folded = folded(words);
    let of = ["of which", "of whom", "of them", "of these", "of those", "made up of"];
    says(words, 6) || of.iter().any(|cue| folded.contains(cue))
}

fn says(words: &str, list: usize) -> bool {
    folded(words).split(|c| !is_word(c)).any(|word| is(list, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pretty_assertions::assert_eq;

    #[test]
    fn forms_of_one_name_have_one_key() {
        for [one, other] in [
            ["the number of recruits turned back", "Recruits turned back"],
            ["organised groups", "organized group"],
            ["total exports of oil", "Exports of oil"],
        ] {
            assert_eq!(Name::of(one, false).key, Name::of(other, false).key);
        }
        for [one, other] in [
            ["exports from Kenya to Uganda", "exports from Uganda to Kenya"],
            ["people convicted of terrorist crimes", "people convicted of extremist crimes"],
            ["share of exports", "exports"],
        ] {
            assert_ne!(Name::of(one, false).key, Name::of(other, false).key);
        }
    }

    #[test]
    fn a_name_proves_as_much_as_it_says() {
        assert_eq!(Name::of("population", true).strength, Strength::Own);
        assert_eq!(Name::of("inflation", true).strength, Strength::Telling);
        for (name, strength) in [
            ("people", Strength::Vague),
            ("number of people killed", Strength::Vague),
            ("you'd", Strength::Vague),
            ("recruits", Strength::Own),
            ("population", Strength::Telling),
            ("GDP", Strength::Telling),
            ("recruits turned back", Strength::Telling),
        ] {
            assert_eq!(Name::of(name, false).strength, strength, "{name}");
        }
    }
}
