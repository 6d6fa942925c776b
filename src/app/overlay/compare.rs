//! Two countries on one axis of time: which ones, and which row and side is selected. Plain data with what can be read off
//! it; lines nothing up itself.

use crate::app::moved::Moved;
use crate::app::scroll::step;
use crate::extract::country::Country;
use crate::model::{Corpus, EventId};
use crate::query::{Comparison, Index, Lens};

/// Two countries side by side over the panes.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What they are looked at through; its countries are not asked.
    pub lens: Lens,
    /// The events lined up.
    pub comparison: Comparison,
    /// The selected row.
    pub row: usize,
    /// The selected side, 0 left and 1 right.
    pub side: usize,
    /// First row shown.
    pub offset: usize,
}

impl Pair {
    /// Lines two countries up.
    pub fn new(corpus: &Corpus, index: &Index, lens: Lens, countries: [Country; 2]) -> Self {
        let comparison = index.compare(corpus, &lens, countries);
        let mut pair = Self { lens, comparison, row: 0, side: 0, offset: 0 };
        pair.side = usize::from(pair.event().is_none());
        pair
    }

    /// The event of the selected row and side.
    pub fn event(&self) -> Option<EventId> {
        self.comparison.rows.get(self.row)?.events.get(self.side).copied().flatten()
    }

    /// The country of the selected side.
    pub fn country(&self) -> Country {
        let [left, right] = self.comparison.countries;
        if self.side == 0 { left } else { right }
    }

    /// Moves by rows.
    pub fn step(&mut self, by: isize) {
        self.row = step(self.row, by, self.comparison.rows.len());
    }

    /// Moves by rows that have an event on the selected side; whether there is one.
    pub fn step_event(&mut self, by: isize) -> bool {
        let full = |at: &usize| {
            let row = self.comparison.rows.get(*at);
            row.and_then(|row| row.events.get(self.side)).copied().flatten().is_some()
        };
        let next = if by > 0 {
            (self.row + 1..self.comparison.rows.len()).find(full)
        } else {
            (0..self.row).rfind(full)
        };
        self.row = next.unwrap_or(self.row);
        next.is_some()
    }

    /// Takes another country on the selected side; where it stands on the other, the two change places. The selected
    /// date stays about where it is.
    pub fn choose(&mut self, (corpus, index): (&Corpus, &Index), country: Country) {
        let [left, right] = self.comparison.countries;
        let countries = match self.side {
            0 if country == right => [right, left],
            0 => [country, right],
            _ if country == left => [right, left],
            _ => [left, country],
        };
        let at = self.date();
        self.comparison = index.compare(corpus, &self.lens, countries);
        self.row = at.map_or(0, |at| self.find(at));
    }

    /// Lines up again in another corpus; what is selected stays, or what follows it in time.
    pub fn renew(&mut self, to: &Moved, index: &Index) {
        let at = self.date().map(|id| to.event(id).unwrap_or(id));
        self.comparison = index.compare(to.after, &self.lens, self.comparison.countries);
        self.row = at.map_or(0, |at| self.find(at));
    }

    /// The event that says where in time the selection is.
    fn date(&self) -> Option<EventId> {
        let row = self.comparison.rows.get(self.row)?;
        self.event().or_else(|| row.any())
    }

    /// The row of an event, or of the first that comes after it.
    fn find(&self, id: EventId) -> usize {
        let rows = &self.comparison.rows;
        let own = rows.iter().position(|row| row.events.contains(&Some(id)));
        let after = || rows.iter().position(|row| row.any().is_some_and(|other| other >= id));
        own.or_else(after).unwrap_or(rows.len().saturating_sub(1))
    }
}
