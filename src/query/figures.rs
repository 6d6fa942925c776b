//! The figures of a corpus held together: what counts one thing, how it went on, what adds up, what is newer. A corpus
//! comes in, tables of ids go out. Never merges two figures, and never counts a computed one among those that are stated.
//!
//! Made once for a corpus when somebody asks; a lens only chooses which rows are shown, so that a total stays a total
//! whatever is hidden.

mod agree;
mod derived;
mod grain;
mod group;
mod key;
mod series;
mod sum;
mod words;

pub use derived::{Derived, Formula, change};
pub use grain::Grain;
pub use group::Group;
pub use series::Series;
pub use sum::Total;

use crate::model::{Corpus, IndicatorId};

/// No entry.
const NONE: u32 = u32::MAX;

/// What is known of the figures of a corpus.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Figures of one thing each, by their first figures.
    pub groups: Vec<Group>,
    /// Totals with their parts, by place.
    pub totals: Vec<Total>,
    /// What two neighbouring figures give.
    pub pairs: Vec<Derived>,
    /// For each figure: its group, its total's entry, the entry of the total it is part of.
    rows: Vec<Entry>,
}

/// Where a figure is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    group: u32,
    total: u32,
    part: u32,
}

impl Figures {
    /// Holds the figures of a corpus together.
    pub fn new(corpus: &Corpus) -> Self {
        let none = Entry { group: NONE, total: NONE, part: NONE };
        let mut rows = vec![none; corpus.indicators.len()];
        let groups = group::all(corpus);
        for (at, group) in groups.iter().enumerate() {
            for id in &group.rows {
                set(&mut rows, *id, |row| row.group = at as u32);
            }
        }
        let totals = sum::all(corpus);
        for (at, total) in totals.iter().enumerate() {
            set(&mut rows, total.total, |row| row.total = at as u32);
            for id in &total.parts {
                set(&mut rows, *id, |row| row.part = at as u32);
            }
        }
        Self { groups, totals, pairs: derived::pairs(corpus), rows }
    }

    /// The group of a figure, as an index of `groups`.
    pub fn group_of(&self, id: IndicatorId) -> Option<usize> {
        self.entry(id, |row| row.group)
    }

    /// The group of a figure.
    pub fn group(&self, id: IndicatorId) -> Option<&Group> {
        self.groups.get(self.group_of(id)?)
    }

    /// The series a figure is a point of; also where its value is stated again there.
    pub fn series(&self, corpus: &Corpus, id: IndicatorId) -> Option<&Series> {
        self.group(id)?.series_of(corpus, id)
    }

    /// What a figure is the total of.
    pub fn total(&self, id: IndicatorId) -> Option<&Total> {
        self.totals.get(self.entry(id, |row| row.total)?)
    }

    /// The total a figure is part of.
    pub fn part_of(&self, id: IndicatorId) -> Option<&Total> {
        self.totals.get(self.entry(id, |row| row.part)?)
    }

    /// The newest value of what a figure counts, where that is another.
    pub fn superseded_by(&self, id: IndicatorId) -> Option<IndicatorId> {
        self.group(id)?.newer(id)
    }

    /// Figures that state the same period of the same thing otherwise, the first of each value.
    pub fn conflicts(&self, id: IndicatorId) -> Vec<IndicatorId> {
        self.group(id).map(|group| group.otherwise(id).collect()).unwrap_or_default()
    }

    /// What is computed of a figure and a neighbour of it.
    pub fn derived(&self, id: IndicatorId) -> &[Derived] {
        let first = |d: &Derived| d.operands.into_iter().min();
        let from = self.pairs.partition_point(|d| first(d).is_some_and(|f| f.0 + 1 < id.0));
        let to = self.pairs.partition_point(|d| first(d).is_some_and(|f| f <= id));
        self.pairs.get(from..to.max(from)).unwrap_or_default()
    }

    fn entry(&self, id: IndicatorId, of: impl Fn(&Entry) -> u32) -> Option<usize> {
        self.rows.get(id.index()).map(of).filter(|at| *at != NONE).map(|at| at as usize)
    }
}

/// The series of one figure, without those of all others.
pub fn series_of(corpus: &Corpus, id: IndicatorId) -> Option<Series> {
    let group = group::one(corpus, id)?;
    group.series_of(corpus, id).cloned()
}

fn set(rows: &mut [Entry], id: IndicatorId, change: impl FnOnce(&mut Entry)) {
    if let Some(row) = rows.get_mut(id.index()) {
        change(row);
    }
}
