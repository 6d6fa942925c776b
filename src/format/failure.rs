//! Why a file gives no text. Says so in words that name the place where one is known.

use super::kind::Format;

/// Why a file gives no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// It is locked with a password.
    #[error("{}: encrypted, and opens only with a password", .0.name())]
    Encrypted(Format),
    /// It is not what it says it is, or is torn off.
    #[error("{}: broken{}: {why}", .format.name(), .at.map(|at| format!(" at byte {at}")).unwrap_or_default())]
    Broken {
        /// What it should be.
        format: Format,
        /// The byte where that shows, where it is known.
        at: Option<u64>,
        /// What is wrong.
        why: String,
    },
    /// What it holds is larger than bluf takes in.
    #[error("too large: more than {limit} {what}")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// The most that is taken.
        limit: usize,
    },
    /// Reading it took longer than a file may.
    #[error("{}: given up after {seconds} seconds", .format.name())]
    TookTooLong {
        /// What it is.
        format: Format,
        /// The time given to it.
        seconds: u64,
    },
    /// It has pages, but no text on them: pictures of pages, most likely.
    #[error("{}: no text layer, pages: {pages} (a scan?)", .format.name())]
    NoText {
        /// What it is.
        format: Format,
        /// How many pages.
        pages: usize,
    },
    /// It holds no text at all.
    #[error("no text in it")]
    Empty,
    /// It is no text and of no format known.
    #[error("not a document: {0}")]
    NotText(String),
    /// A table without the columns that make an event.
    #[error("{}: no table of events: {why}", .format.name())]
    NoEvents {
        /// What it is.
        format: Format,
        /// The columns that are missing.
        why: String,
    },
    /// A format that this build does not read.
    #[error("{}: a format this build does not read", .0.name())]
    NotRead(Format),
}

impl Failure {
    /// Whether the file is of a kind that was never meant to be read: no fault of anybody's.
    pub fn is_foreign(&self) -> bool {
        matches!(self, Self::NotText(_) | Self::NotRead(_) | Self::NoEvents { .. })
    }
}
