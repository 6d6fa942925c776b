//! The days that a text told with their years: in come days, out comes the year of a day that is named again without one.
//! Never guesses: a day that was told of two years has none.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Days by month and number, with their year; nothing for one of several years.
#[derive(Debug, Clone, Default)]
pub(super) struct Days(BTreeMap<(u32, u32), Option<i32>>);

impl Days {
    /// Notes a day told with its year.
    pub(super) fn note(&mut self, day: NaiveDate) {
        let year = self.0.entry((day.month(), day.day())).or_insert(Some(day.year()));
        *year = year.filter(|year| *year == day.year());
    }

    /// The year of a day told before, by month and number.
    pub(super) fn year(&self, month: u8, day: u8) -> Option<i32> {
        self.0.get(&(month.into(), day.into())).copied().flatten()
    }
}
