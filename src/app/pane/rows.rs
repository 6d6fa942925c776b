//! A list of rows with an id each: what is selected, what was chosen last, the first row shown. Ids come in as the list has
//! them now; never knows what they stand for.

use super::motion::Motion;
use crate::app::scroll::{follow, step};

/// Where one is in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<Id> {
    /// The selected row.
    pub selected: usize,
    /// What the user chose last, kept selected while the list has it.
    pub anchor: Option<Id>,
    /// First row shown.
    pub offset: usize,
}

impl<Id> Default for Rows<Id> {
    fn default() -> Self {
        Self { selected: 0, anchor: None, offset: 0 }
    }
}

impl<Id: Copy + PartialEq> Rows<Id> {
    /// Moves the selection.
    pub fn step(&mut self, motion: Motion, ids: &[Id], height: usize) {
        self.select(step(self.selected, motion.rows(height), ids.len()), ids);
    }

    /// Selects a row.
    pub fn select(&mut self, row: usize, ids: &[Id]) {
        self.selected = row;
        self.anchor = ids.get(row).copied();
    }

    /// Puts the selection back on what was chosen after the list has changed; where that is gone, it stays on its row.
    pub fn find_anchor(&mut self, ids: &[Id]) {
        let found = self.anchor.and_then(|anchor| ids.iter().position(|id| *id == anchor));
        self.selected = found.unwrap_or_else(|| step(self.selected, 0, ids.len()));
    }

    /// Keeps the selection in sight.
    pub fn settle(&mut self, height: usize, len: usize) {
        self.offset = follow(self.selected, self.offset, height, len);
    }
}
