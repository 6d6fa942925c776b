//! The list of events in time, grouped by year, and the histogram above it.

use super::histogram::Histogram;
use super::motion::Motion;
use super::year::{Period, Year, years};
use crate::app::scroll::{follow, step};
use crate::model::{Corpus, EventId};
use crate::query::View;

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
        let shown = (self.years.as_slice(), view.events.len());
        self.histogram = Histogram::new(shown, (&all, corpus.events.len()));
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
