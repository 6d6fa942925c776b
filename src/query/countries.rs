//! The country part of a lens: which countries an item must concern. Plain data with its parser and printer.

use super::fold::folded;
use crate::extract::Via;
use crate::extract::country::Country;
use std::fmt;

/// Countries, any or all of which an item must concern. Empty lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountryFilter {
    /// In alphabetical order of code, once each.
    pub countries: Vec<Country>,
    /// Whether an item must concern all of them; else any.
    pub all: bool,
    /// Whether only a country's own name, people or capital counts: groups ("Central Asian states"), cities,
    /// regions and words that stand for a government are left aside.
    pub strict: bool,
}

impl CountryFilter {
    /// A filter that lets through what concerns any of these.
    pub fn any(countries: impl IntoIterator<Item = Country>) -> Self {
        let mut filter = Self { countries: countries.into_iter().collect(), ..Self::default() };
        filter.countries.sort_unstable();
        filter.countries.dedup();
        filter
    }

    /// Reads codes or names parted by commas: "KZ,UZ", "kazakhstan, Türkiye". Empty text is an empty filter.
    ///
    /// # Errors
    /// A sentence that names the part that is no country of ISO 3166-1.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let parts = typed.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(country).collect::<Result<Vec<_>, _>>().map(Self::any)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.countries.is_empty()
    }

    /// Whether a country is one of those asked for.
    pub fn contains(&self, country: Country) -> bool {
        self.countries.binary_search(&country).is_ok()
    }

    /// Puts a country in, or takes it out where it was in.
    pub fn toggle(&mut self, country: Country) {
        match self.countries.binary_search(&country) {
            Ok(at) => drop(self.countries.remove(at)),
            Err(at) => self.countries.insert(at, country),
        }
    }

    /// Whether a mention counts: one of the countries asked for, named directly enough.
    pub fn admits(&self, country: Country, via: Via) -> bool {
        self.admits_via(via) && self.contains(country)
    }

    /// Whether a country named in this way counts at all: always, unless the filter is strict.
    pub fn admits_via(&self, via: Via) -> bool {
        !self.strict || matches!(via, Via::Name | Via::Demonym | Via::Capital)
    }

    /// Whether an item that concerns these countries is let through.
    pub fn matches(&self, concerned: impl Iterator<Item = (Country, Via)>) -> bool {
        if self.is_empty() {
            return true;
        }
        let mut admitted = concerned.filter(|&(country, via)| self.admits(country, via));
        if !self.all {
            return admitted.next().is_some();
        }
        let mut found: Vec<Country> = admitted.map(|(country, _)| country).collect();
        found.sort_unstable();
        found.dedup();
        found.len() == self.countries.len()
    }
}

/// "KZ", "KZ or UZ", "KZ and UZ", with "named" where only direct names count; nothing when empty.
impl fmt::Display for CountryFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.countries.iter().map(Country::code).collect();
        f.write_str(&codes.join(if self.all { " and " } else { " or " }))?;
        if self.strict && !codes.is_empty() { f.write_str(" by name") } else { Ok(()) }
    }
}

fn country(part: &str) -> Result<Country, String> {
    let wanted = folded(part);
    let named = || Country::all().iter().copied().find(|c| folded(c.name()) == wanted);
    Country::parse(part).or_else(named).ok_or_else(|| {
        format!("{part:?} is no country: use an ISO code such as KZ, or its English name")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concerned(codes: &[(&str, Via)]) -> Vec<(Country, Via)> {
        codes.iter().map(|&(code, via)| (Country::parse(code).unwrap(), via)).collect()
    }

    #[test]
    fn any_all_and_strict_are_obeyed() {
        let both = concerned(&[("KZ", Via::Name), ("UZ", Via::Group)]);
        let one = concerned(&[("KZ", Via::Demonym)]);
        let check = |all, strict, items: &[(Country, Via)]| {
            let filter =
                CountryFilter { all, strict, ..CountryFilter::parse("uz, kz,KZ").unwrap() };
            filter.matches(items.iter().copied())
        };
        assert!(check(false, false, &both) && check(false, false, &one));
        assert!(check(true, false, &both) && !check(true, false, &one));
        assert!(!check(true, true, &both), "a group is no name");
        assert!(!check(false, false, &[]));
    }

    #[test]
    fn codes_are_kept_in_order_and_toggled() {
        let mut filter = CountryFilter::parse("UZ,KZ").unwrap();
        assert_eq!(filter.to_string(), "KZ or UZ");
        filter.toggle(Country::parse("TJ").unwrap());
        filter.toggle(Country::parse("KZ").unwrap());
        filter.all = true;
        assert_eq!(filter.to_string(), "TJ and UZ");
        assert!(CountryFilter::parse(" ").unwrap().is_empty());
        assert!(CountryFilter::parse("Atlantis").unwrap_err().contains("Atlantis"));
    }
}
