//! The country picker: countries with their events, narrowed by what is typed.

use super::before::Before;
use crate::app::field::Field;
use crate::app::scroll::step;
use crate::extract::country::{Country, lookup};

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
    /// Whether the selected country was typed for or moved to, so that Enter means it.
    pub meant: bool,
    /// What to restore on Escape.
    pub before: Before,
}

impl Picker {
    /// The countries that what is typed can mean, the best first, those without an event too; where nothing is typed,
    /// the countries that have events.
    pub fn rows(&self) -> Vec<(Country, usize)> {
        let typed = self.field.text().trim();
        if typed.is_empty() {
            return self.countries.clone();
        }
        let count = |country| self.countries.iter().find(|(c, _)| *c == country).map_or(0, |c| c.1);
        lookup(typed).into_iter().map(|country| (country, count(country))).collect()
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
