//! The country picker: countries with their events, narrowed by what is typed.

use super::Before;
use crate::app::field::Field;
use crate::app::scroll::step;
use crate::extract::country::Country;

/// The country picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What is typed.
    pub field: Field,
    /// The selected row of what is left.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// Every country that can be picked, with its events under the rest of the lens.
    pub countries: Vec<(Country, usize)>,
    /// What to restore on Escape.
    pub before: Before,
}

impl Picker {
    /// The countries left by what is typed; those whose code or name begins with it come first.
    pub fn rows(&self) -> Vec<(Country, usize)> {
        let typed = self.field.text().trim().to_lowercase();
        let mut rows: Vec<(u8, (Country, usize))> = self
            .countries
            .iter()
            .filter_map(|&(country, n)| Some((rank(country, &typed)?, (country, n))))
            .collect();
        rows.sort_by_key(|&(rank, _)| rank);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// The selected country.
    pub fn country(&self) -> Option<Country> {
        self.rows().get(self.selected).map(|&(country, _)| country)
    }

    /// Moves the selection.
    pub fn step(&mut self, by: isize) {
        self.selected = step(self.selected, by, self.rows().len());
    }
}

/// How well a country answers to what is typed; 0 is best, `None` not at all.
fn rank(country: Country, typed: &str) -> Option<u8> {
    let name = country.name().to_lowercase();
    if typed.is_empty() || country.code().eq_ignore_ascii_case(typed) {
        Some(0)
    } else if name.starts_with(typed) {
        Some(1)
    } else if name.split([' ', '-', '(']).any(|w| w.starts_with(typed)) {
        Some(2)
    } else {
        name.contains(typed).then_some(3)
    }
}
