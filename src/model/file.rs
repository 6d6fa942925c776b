//! Every file that was found, and what became of it. Plain data.

use super::DocId;

/// A file of the corpus, or a document inside one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path as the user would name it.
    pub path: Box<str>,
    /// Its size in bytes; 0 where it is not known.
    pub size: u64,
    /// What became of it.
    pub state: FileState,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileState {
    /// It has not been read yet.
    Waiting,
    /// It is a document.
    Opened(DocId),
    /// It holds other files, which come after it; how many.
    Unpacked(usize),
    /// It did not become a document; the rest of the corpus still opened.
    Refused {
        /// Why not, and where in the file if that is known.
        message: Box<str>,
        /// Whether something went wrong; else the file was left out by rule.
        error: bool,
    },
}

impl File {
    /// Whether something went wrong with it.
    pub fn is_error(&self) -> bool {
        matches!(self.state, FileState::Refused { error: true, .. })
    }
}
