//! The table of countries: codes and names in, [`Country`] out. Never reads a document.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A country or territory of ISO 3166-1, or Kosovo, as its two capital letters.
///
/// Kosovo has no code of ISO 3166-1; it goes by `XK`, which the standard leaves to users and which the European
/// Union and the World Bank use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// One line of `assets/countries.tsv`. Lists keep their marks.
pub(super) struct Row {
    pub(super) country: Country,
    pub(super) alpha3: &'static str,
    pub(super) name: &'static str,
    pub(super) variants: &'static str,
    pub(super) demonyms: &'static str,
    pub(super) capitals: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    lines(include_str!("../../../assets/countries.tsv")).filter_map(row).collect()
});
static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| ROWS.iter().map(|row| row.country).collect());

impl Country {
    /// From an alpha-2 code in either case; `None` where no country has it.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let country = Self(bytes.map(|b| b.to_ascii_uppercase()));
        COUNTRIES.binary_search(&country).ok().map(|_| country)
    }

    /// The alpha-2 code: "KZ".
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The alpha-3 code: "KAZ". Kosovo's is the user-assigned "XKX".
    pub fn alpha3(self) -> &'static str {
        self.row().map_or("", |row| row.alpha3)
    }

    /// The usual English short name: "Kazakhstan".
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// All 249 entries of ISO 3166-1, and Kosovo, by code.
    pub fn all() -> &'static [Self] {
        &COUNTRIES
    }

    fn row(self) -> Option<&'static Row> {
        COUNTRIES.binary_search(&self).ok().and_then(|i| ROWS.get(i))
    }
}

/// The countries that a few typed letters can mean, the best first: a code, a name, the start of a name, of a
/// word of a name, of another or older name, of a people, of a capital. Case and accents do not matter.
pub fn lookup(typed: &str) -> Vec<Country> {
    let typed = fold(typed.trim());
    if typed.is_empty() {
        return Country::all().to_vec();
    }
    let mut found: Vec<(u8, Country)> =
        ROWS.iter().filter_map(|row| Some((rank(row, &typed)?, row.country))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, country)| country).collect()
}

/// The country of exactly this name: its own, another or older one, that of its people; its
/// codes only in capitals. Case and accents do not matter otherwise.
pub fn named(typed: &str) -> Option<Country> {
    if typed.len() == 2 {
        let capitals = typed.bytes().all(|b| b.is_ascii_uppercase());
        let other = |country: &Country| typed == "UK" && country.code() == "GB";
        let coded = || Country::all().iter().copied().find(other);
        return Country::parse(typed).or_else(coded).filter(|_| capitals);
    }
    if typed.len() == 3 && typed.bytes().all(|b| b.is_ascii_uppercase()) {
        let coded = ROWS.iter().find(|row| row.alpha3 == typed);
        return coded.map(|row| row.country).or_else(|| NAMED.get(&fold(typed)).copied());
    }
    NAMED.get(&fold(typed.trim())).copied()
}

/// Every name of a country and of its people, folded. What several have is the first one's by code.
static NAMED: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let mut named = HashMap::new();
    for own in [true, false] {
        for row in ROWS.iter() {
            let others = names(row.variants).chain(names(row.demonyms)).map(|(name, _)| name);
            let list: Vec<&str> = if own { vec![row.name] } else { others.collect() };
            for name in list.into_iter().filter(|name| name.len() > 2 && !name.ends_with('-')) {
                named.entry(fold(name)).or_insert(row.country);
            }
        }
    }
    named
});

/// How well a row answers what was typed; 0 is best.
fn rank(row: &Row, typed: &str) -> Option<u8> {
    let name = fold(row.name);
    let starts = |list: &str| {
        names(list).any(|(n, _)| {
            let n = fold(n);
            n.starts_with(typed) || n.split([' ', '-']).any(|word| word.starts_with(typed))
        })
    };
    let code = fold(row.country.code()) == typed || fold(row.alpha3) == typed;
    [
        code || name == typed || names(row.variants).any(|(n, _)| fold(n) == typed),
        name.starts_with(typed),
        name.split([' ', '-']).any(|word| word.starts_with(typed)),
        starts(row.variants),
        starts(row.demonyms),
        starts(row.capitals),
    ]
    .iter()
    .position(|&hit| hit)
    .map(|i| i as u8)
}

/// Lower case, without accents: "Côte d'Ivoire" is found by "cote".
fn fold(words: &str) -> String {
    words.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The rows of the table, by code.
pub(super) fn rows() -> &'static [Row] {
    &ROWS
}

/// The lines of an asset that carry data.
pub(super) fn lines(asset: &'static str) -> impl Iterator<Item = &'static str> {
    asset.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The names of a list, each with whether it is marked as often something else.
pub(super) fn names(list: &str) -> impl Iterator<Item = (&str, bool)> {
    list.split('|').filter(|name| !name.is_empty()).map(|name| match name.strip_prefix('?') {
        Some(bare) => (bare, true),
        None => (name, false),
    })
}

fn row(line: &'static str) -> Option<Row> {
    let mut columns = line.split('\t');
    let mut next = || columns.next();
    let code: [u8; 2] = next()?.as_bytes().try_into().ok()?;
    Some(Row {
        country: Country(code),
        alpha3: next()?,
        name: next()?,
        variants: next()?,
        demonyms: next()?,
        capitals: next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(typed: &str) -> Vec<String> {
        lookup(typed).iter().map(|c| c.code().to_owned()).collect()
    }

    #[test]
    fn every_line_of_the_table_is_a_country_in_order() {
        let asset = include_str!("../../../assets/countries.tsv");
        assert_eq!(lines(asset).count(), ROWS.len());
        assert_eq!(ROWS.len(), 250);
        assert!(COUNTRIES.windows(2).all(|pair| pair[0] < pair[1]));
        for row in rows() {
            assert!(row.country.code().bytes().all(|b| b.is_ascii_uppercase()));
            assert!(row.alpha3.len() == 3 && row.alpha3.bytes().all(|b| b.is_ascii_uppercase()));
            assert!(!row.name.is_empty());
        }
    }

    #[test]
    fn a_code_is_parsed_in_either_case_and_others_are_refused() {
        assert_eq!(Country::parse("kz").map(Country::name), Some("Kazakhstan"));
        assert_eq!(Country::parse("KZ").map(Country::alpha3), Some("KAZ"));
        assert_eq!(Country::parse("XK").map(Country::name), Some("Kosovo"));
        for wrong in ["", "K", "ZZ", "KAZ", "é"] {
            assert_eq!(Country::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn typed_letters_find_names_codes_peoples_and_capitals() {
        assert_eq!(codes("kaz").first().map(String::as_str), Some("KZ"));
        assert_eq!(codes("cote").first().map(String::as_str), Some("CI"));
        assert_eq!(codes("uk").first().map(String::as_str), Some("GB"));
        assert_eq!(codes("dushan"), ["TJ"]);
        assert_eq!(codes("burma"), ["MM"]);
        assert_eq!(codes("filip"), ["PH"]);
        assert!(codes("xyzzy").is_empty());
        assert_eq!(codes("").len(), 250);
    }
}
