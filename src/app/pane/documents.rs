//! The list of documents with the outline of the one being read below it.

use super::motion::Motion;
use crate::app::scroll::{follow, step};
use crate::model::DocId;
use crate::query::View;

/// The documents pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Documents {
    /// What is selected.
    pub selected: Item,
    /// The document the user chose last, kept selected while the lens leaves it.
    pub anchor: Option<DocId>,
    /// First document row shown, in items.
    pub offset: usize,
    /// First outline row shown.
    pub outline_offset: usize,
}

/// Something in the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// A document, as an index of the view's documents.
    Document(usize),
    /// A section of the document being read, as an index of its sections.
    Section(usize),
}

impl Default for Item {
    fn default() -> Self {
        Self::Document(0)
    }
}

impl Documents {
    /// Moves the selection through the documents and on into the outline.
    pub fn step(&mut self, motion: Motion, view: &View, sections: usize, height: usize) {
        let documents = view.documents.len();
        let at = match self.selected {
            Item::Document(i) => i,
            Item::Section(i) => documents + i,
        };
        let at = step(at, motion.rows(height), documents + sections);
        self.selected = match at.checked_sub(documents) {
            Some(section) if sections > 0 => Item::Section(section),
            _ => Item::Document(at.min(documents.saturating_sub(1))),
        };
        if let Item::Document(i) = self.selected {
            self.anchor = view.documents.get(i).copied();
        }
    }

    /// Puts the selection back on the chosen document after the view has changed; if it is gone, on its neighbour.
    pub fn find_anchor(&mut self, view: &View) {
        let Some(anchor) = self.anchor else { return };
        if matches!(self.selected, Item::Document(_)) {
            self.selected = Item::Document(view.nearest_document(anchor).unwrap_or(0));
        }
    }

    /// Keeps documents and outline in sight; `heights` in documents and in sections, `lens` how many there are.
    pub fn settle(&mut self, heights: [usize; 2], lens: [usize; 2], current: Option<usize>) {
        let (document, section) = match self.selected {
            Item::Document(i) => (i, current.unwrap_or(0)),
            Item::Section(i) => (self.offset, i),
        };
        self.offset = follow(document, self.offset, heights[0], lens[0]);
        self.outline_offset = follow(section, self.outline_offset, heights[1], lens[1]);
    }
}
