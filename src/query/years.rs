//! Counts events by year for the strip over time. Events come in, one bar for each year goes out, empty ones too.

use crate::model::{Corpus, EventId};
use chrono::Datelike;

/// Events by year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Years {
    /// Every year from the first to the last that has an event, with its count; empty years stand between.
    /// An event that spans years counts in the year it starts, one without a start in the year it ends.
    pub bars: Vec<(i32, usize)>,
    /// Events that stand nowhere on the calendar.
    pub unanchored: usize,
}

impl Years {
    /// Counts these events, which must be in chronological order as everywhere.
    pub fn new(corpus: &Corpus, events: &[EventId]) -> Self {
        let mut years = Vec::with_capacity(events.len());
        for event in events.iter().filter_map(|&id| corpus.event(id)) {
            let day = event.earliest.date().or_else(|| event.latest.date());
            years.extend(day.filter(|_| event.anchored).map(|day| day.year()));
        }
        let unanchored = events.len() - years.len();
        years.sort_unstable();
        let mut bars: Vec<(i32, usize)> = Vec::new();
        for year in years {
            let from = bars.last().map_or(year, |&(last, _)| last + 1);
            bars.extend((from..=year).map(|year| (year, 0)));
            if let Some((_, count)) = bars.last_mut() {
                *count += 1;
            }
        }
        Self { bars, unanchored }
    }

    /// The tallest bar.
    pub fn most(&self) -> usize {
        self.bars.iter().map(|&(_, count)| count).max().unwrap_or_default()
    }
}
