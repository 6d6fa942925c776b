//! What became of the files of a corpus, and how many there are of each kind. Files come in, states and counts go out.
//! Reads no file.

use crate::model::{Corpus, File, FileState};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceState {
    /// It has not been read yet.
    Waiting,
    /// It is a document.
    Opened,
    /// It holds other files.
    Unpacked,
    /// It was left out by rule.
    Skipped,
    /// It could not be read.
    Refused,
}

/// How many files are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SourceCounts {
    /// Not read yet.
    pub waiting: usize,
    /// Documents.
    pub opened: usize,
    /// Archives.
    pub unpacked: usize,
    /// Left out by rule.
    pub skipped: usize,
    /// Could not be read.
    pub refused: usize,
    /// Bytes of all of them.
    pub bytes: u64,
}

impl SourceState {
    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Opened => "opened",
            Self::Unpacked => "unpacked",
            Self::Skipped => "left out",
            Self::Refused => "refused",
        }
    }

    pub(super) fn of(file: &File) -> Self {
        match file.state {
            FileState::Waiting => Self::Waiting,
            FileState::Opened(_) => Self::Opened,
            FileState::Unpacked(_) => Self::Unpacked,
            FileState::Refused { error: false, .. } => Self::Skipped,
            FileState::Refused { error: true, .. } => Self::Refused,
        }
    }
}

impl SourceCounts {
    /// Counts the files of a corpus, one by one: where an [`Index`](super::Index) is at hand, it has counted them.
    pub fn of(corpus: &Corpus) -> Self {
        let mut counts = Self::default();
        for file in &corpus.files {
            counts.bytes += file.size;
            *match SourceState::of(file) {
                SourceState::Waiting => &mut counts.waiting,
                SourceState::Opened => &mut counts.opened,
                SourceState::Unpacked => &mut counts.unpacked,
                SourceState::Skipped => &mut counts.skipped,
                SourceState::Refused => &mut counts.refused,
            } += 1;
        }
        counts
    }
}
