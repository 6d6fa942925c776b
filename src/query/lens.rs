//! The lens: text, countries and dates that every pane obeys. Plain data with its printer; filters nothing itself.

use super::{CountryFilter, DateRange, Pattern};
use std::fmt;

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

impl Lens {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.countries.is_empty() && self.dates.is_none()
    }
}

/// "“tash intel”, KZ or UZ, 2025": the parts in force, as short as the status line needs them; nothing when empty.
impl fmt::Display for Lens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = (!self.text.is_empty()).then(|| format!("“{}”", self.text.typed));
        let countries = (!self.countries.is_empty()).then(|| self.countries.to_string());
        let dates = self.dates.as_ref().map(DateRange::to_string);
        let parts: Vec<String> = [text, countries, dates].into_iter().flatten().collect();
        f.write_str(&parts.join(", "))
    }
}
