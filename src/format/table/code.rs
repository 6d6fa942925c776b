//! Codes of countries in; ISO 3166-1 alpha-2 out, by tables in `assets/`. Never reads a country's name.

/// The alpha-2 code for one of FIPS 10-4.
pub(super) fn from_fips(code: &str) -> Option<&'static str> {
    let mut rows = include_str!("../../../assets/fips.tsv").lines().filter(|l| !l.starts_with('#'));
    rows.find_map(|row| row.split_once('\t').filter(|(fips, _)| fips.eq_ignore_ascii_case(code)))
        .map(|(_, alpha2)| alpha2)
}

/// The alpha-2 code for itself or for an alpha-3 code, where it is one.
pub(super) fn from_iso(code: &str) -> Option<&'static str> {
    let countries = include_str!("../../../assets/countries.tsv");
    countries.lines().filter(|l| !l.starts_with('#')).find_map(|row| {
        let mut columns = row.split('\t');
        let (alpha2, alpha3) = (columns.next()?, columns.next()?);
        (alpha2 == code || alpha3 == code).then_some(alpha2)
    })
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
        let rows = include_str!("../../../assets/fips.tsv").lines().filter(|l| !l.starts_with('#'));
        for row in rows {
            let (_, alpha2) = row.split_once('\t').unwrap();
            assert_eq!(from_iso(alpha2), Some(alpha2), "{row}");
        }
    }
}
