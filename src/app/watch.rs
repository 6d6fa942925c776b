//! What the explorer holds of the analyst's warning signs, as plain data. Reads and writes nothing.

mod act;

use crate::signposts::{Kept, Undo};

/// The analyst's warning signs, as the file last said.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// What the file says.
    pub kept: Kept,
    /// Why it could not be read.
    pub failed: Option<String>,
    /// What takes back the changes that were made, the last one last.
    pub undo: Vec<Undo>,
}
