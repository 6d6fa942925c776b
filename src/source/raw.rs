//! One file as it was found: its bytes, or why it is no document. Plain data.

use super::facts::Facts;
use std::path::Path;

/// One file's bytes, with where they came from.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The path as the user would name it.
    pub path: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Vec<u8>, Refusal>,
    /// What is stated of it outside its text.
    pub facts: Facts,
}

/// Why a file is no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It could not be read, or says what it must not.
    #[error("{0}")]
    Unreadable(String),
    /// It is left out by rule.
    #[error("{0}")]
    Skipped(String),
}

impl Raw {
    /// A file that is no document.
    pub(super) fn refused(path: &Path, refusal: Refusal) -> Self {
        Self { path: path.display().to_string(), bytes: Err(refusal), facts: Facts::default() }
    }
}
