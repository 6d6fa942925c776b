//! The list of events in time, grouped by year, and the histogram above it.

use super::motion::Motion;
use crate::app::scroll::{follow, step};
use crate::model::{Corpus, Day, Event, EventId};
use crate::query::View;
use chrono::{Datelike, NaiveDate};

/// The events pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Events {
    /// The selected event, as an index of the view's events.
    pub selected: usize,
    /// The event the user chose last, kept selected while the lens leaves it.
    pub anchor: Option<EventId>,
    /// First row shown.
    pub offset: usize,
    /// The groups, in order.
    pub years: Vec<Year>,
    /// Events for each year.
    pub histogram: Histogram,
}

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

/// How many events begin in each year, without gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The first year.
    pub first: i32,
    /// For each year on from there: events under the lens, and events in all.
    pub years: Vec<(u32, u32)>,
}

/// The years a histogram reaches over at most.
const REACH: std::ops::RangeInclusive<i32> = -4999..=9999;

impl Events {
    /// Moves the selection by events.
    pub fn step(&mut self, motion: Motion, view: &View, height: usize) {
        self.selected = step(self.selected, motion.rows(height), view.events.len());
        self.anchor = view.events.get(self.selected).copied();
    }

    /// Puts the selection back on the chosen event after the view has changed; if it is gone, on the next one left.
    pub fn find_anchor(&mut self, view: &View) {
        let Some(anchor) = self.anchor else { return };
        self.selected = view.nearest(anchor).unwrap_or(0);
    }

    /// Groups the events by year and counts them.
    pub fn group(&mut self, corpus: &Corpus, view: &View) {
        let shown = |i: usize| view.events.get(i).and_then(|id| corpus.event(*id));
        self.years = years(view.events.len(), shown);
        let all = years(corpus.events.len(), |i| corpus.events.get(i));
        self.histogram = Histogram::new(&self.years, view.events.len(), &all, corpus.events.len());
    }

    /// The group an event belongs to, and whether it is the first of it.
    pub fn group_of(&self, event: usize) -> Option<(Period, bool)> {
        let at = self.years.partition_point(|y| y.first <= event).checked_sub(1)?;
        self.years.get(at).map(|y| (y.period, y.first == event))
    }

    /// Keeps the selection in sight.
    pub fn settle(&mut self, height: usize, len: usize) {
        self.offset = follow(self.selected, self.offset, height, len);
    }
}

impl Histogram {
    fn new(shown: &[Year], shown_len: usize, all: &[Year], all_len: usize) -> Self {
        let mut histogram = Self::default();
        let counted = |years: &[Year], len: usize| -> Vec<(i32, u32)> {
            let ends = years.iter().skip(1).map(|y| y.first).chain([len]);
            let sized = years.iter().zip(ends).map(|(y, end)| (y.period, (end - y.first) as u32));
            sized
                .filter_map(|(period, n)| match period {
                    Period::Year(year) if REACH.contains(&year) => Some((year, n)),
                    _ => None,
                })
                .collect()
        };
        let (shown, all) = (counted(shown, shown_len), counted(all, all_len));
        let (Some(&(first, _)), Some(&(last, _))) = (all.first(), all.last()) else {
            return histogram;
        };
        histogram.first = first;
        histogram.years = vec![(0, 0); (last - first) as usize + 1];
        for (year, n) in shown {
            histogram.add(year, n, 0);
        }
        for (year, n) in all {
            histogram.add(year, 0, n);
        }
        histogram
    }

    fn add(&mut self, year: i32, shown: u32, all: u32) {
        if let Some(slot) = self.years.get_mut((year - self.first) as usize) {
            slot.0 += shown;
            slot.1 += all;
        }
    }
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
fn years<'a>(len: usize, event: impl Fn(usize) -> Option<&'a Event>) -> Vec<Year> {
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
