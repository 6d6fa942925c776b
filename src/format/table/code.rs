//! Codes of countries in; ISO 3166-1 alpha-2 out, by tables in `assets/`. Never reads a country's name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

type Codes = BTreeMap<&'static str, &'static str>;

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

static FIPS: LazyLock<Codes> = LazyLock::new(|| {
    rows(include_str!("../../../assets/fips.tsv")).filter_map(|row| row.split_once('\t')).collect()
});

static ISO: LazyLock<Codes> = LazyLock::new(|| {
    let both = |row: &'static str| {
        let mut columns = row.split('\t');
        let (alpha2, alpha3) = (columns.next()?, columns.next()?);
        Some([(alpha2, alpha2), (alpha3, alpha2)])
    };
    rows(include_str!("../../../assets/countries.tsv")).filter_map(both).flatten().collect()
});

/// The alpha-2 code for one of FIPS 10-4.
pub(super) fn from_fips(code: &str) -> Option<&'static str> {
    FIPS.get(code).copied()
}

/// The alpha-2 code for itself or for an alpha-3 code, where it is one.
pub(super) fn from_iso(code: &str) -> Option<&'static str> {
    ISO.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_mean_another_country_in_iso_are_told_apart() {
        for (fips, alpha2) in [("CH", "CN"), ("GM", "DE"), ("NI", "NG"), ("UP", "UA"), ("IZ", "IQ")]
        {
            assert_eq!(from_fips(fips), Some(alpha2));
        }
        assert_eq!(
            (from_iso("KAZ"), from_iso("KZ"), from_iso("QQQ")),
            (Some("KZ"), Some("KZ"), None)
        );
        for row in rows(include_str!("../../../assets/fips.tsv")) {
            let (_, alpha2) = row.split_once('\t').unwrap();
            assert_eq!(from_iso(alpha2), Some(alpha2), "{row}");
        }
    }
}
