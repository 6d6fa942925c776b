//! Groups of events by the year they begin in.

use crate::model::{Day, Event};
use chrono::{Datelike, NaiveDate};

/// A group: the events that begin in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// Which year.
    pub period: Period,
    /// Its first event, as an index of the view's events.
    pub first: usize,
}

/// What the events of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Events with an end but no beginning.
    Until,
    /// Events on no place of the calendar.
    Undated,
    /// Events that begin in a year.
    Year(i32),
}

impl Period {
    /// The group an event belongs to.
    pub fn of(event: &Event) -> Self {
        match event.earliest.date() {
            _ if !event.anchored => Self::Undated,
            Some(day) => Self::Year(day.year()),
            None if event.latest == Day::MAX => Self::Undated,
            None => Self::Until,
        }
    }
}

/// The groups of a list of events that stands in order of time: as many steps as there are groups.
pub(super) fn years<'a>(len: usize, event: impl Fn(usize) -> Option<&'a Event>) -> Vec<Year> {
    let mut years = Vec::new();
    let mut first = 0;
    while let Some(row) = event(first) {
        let period = Period::of(row);
        years.push(Year { period, first });
        let inside = |i: usize| event(i).is_some_and(|e| same(e, period));
        first = partition(first, len, inside);
    }
    years
}

fn same(event: &Event, period: Period) -> bool {
    match period {
        Period::Year(year) => {
            let next =
                NaiveDate::from_ymd_opt(year + 1, 1, 1).map_or(i32::MAX, |d| d.num_days_from_ce());
            event.anchored && event.earliest.0 < next
        }
        Period::Until | Period::Undated => Period::of(event) == period,
    }
}

/// The first index in `from..to` for which `inside` no longer holds; it must hold for a run at the start.
fn partition(from: usize, to: usize, inside: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (from + 1, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if inside(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
