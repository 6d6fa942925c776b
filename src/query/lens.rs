//! The lens: text, countries and dates that every pane obeys. Plain data with its parsers and printers.

use super::Pattern;
use crate::extract::country::Country;
use crate::model::Day;

/// What the user wants to see. The default shows everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lens {
    /// Words that must match.
    pub text: Pattern,
    /// Countries that must be concerned.
    pub countries: CountryFilter,
    /// Days that must overlap.
    pub dates: Option<DateRange>,
}

/// Countries, any or all of which an item must concern. Empty lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountryFilter {
    /// In alphabetical order, once each.
    pub countries: Vec<Country>,
    /// Whether an item must concern all of them; else any.
    pub all: bool,
}

/// A range of days, as typed and as meant; an item matches when its bounds overlap it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRange {
    /// As typed: "2025", "2018..2022", "since 2020".
    pub typed: String,
    /// First day.
    pub earliest: Day,
    /// Last day.
    pub latest: Day,
}

impl Lens {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.countries.countries.is_empty() && self.dates.is_none()
    }
}
