//! Places that are remembered: plain data.

use super::pane::Pane;
use crate::model::{DocId, EventId};

/// A place to come back to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The pane that had the focus.
    pub focus: Pane,
    /// The document in the reader.
    pub document: Option<DocId>,
    /// The offset of its reading text at the top of the pane.
    pub top: u32,
    /// The lit sentence.
    pub sentence: Option<usize>,
    /// Whether the reader was only being looked at.
    pub glancing: bool,
    /// The selected event.
    pub event: Option<EventId>,
}

/// Where the last gloss was given, and which part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glossed {
    /// The sentence.
    pub sentence: (DocId, u32),
    /// The part shown, from 0.
    pub part: usize,
}
