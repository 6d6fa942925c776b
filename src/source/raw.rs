//! One file as it was found: where its bytes are, or why it is no document. Reads a file when asked to, and keeps nothing.

use super::facts::Facts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One file, with where it came from.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The path as the user would name it.
    pub path: String,
    /// Where its bytes are, or why there are none.
    pub content: Result<Content, Refusal>,
    /// What is stated of it outside its text.
    pub facts: Facts,
}

/// Where a file's bytes are.
#[derive(Debug, Clone)]
pub enum Content {
    /// Here.
    Bytes(Arc<[u8]>),
    /// Still on disk.
    File(PathBuf),
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
        Self { path: path.display().to_string(), content: Err(refusal), facts: Facts::default() }
    }

    /// Its bytes, read from disk where they are not here yet.
    ///
    /// # Errors
    /// Why there are none.
    pub fn read(&self) -> Result<Arc<[u8]>, Refusal> {
        match &self.content {
            Ok(Content::Bytes(bytes)) => plain(bytes).map(|()| Arc::clone(bytes)),
            Ok(Content::File(path)) => file(path),
            Err(refusal) => Err(refusal.clone()),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "source/ is the room that opens documents")]
fn file(path: &Path) -> Result<Arc<[u8]>, Refusal> {
    let bytes = std::fs::read(path).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    plain(&bytes)?;
    Ok(bytes.into())
}

/// Refuses what is no text at all: a NUL byte among the first 8,192 says so, as it does for grep and git.
fn plain(bytes: &[u8]) -> Result<(), Refusal> {
    match memchr::memchr(0, bytes.get(..8192).unwrap_or(bytes)) {
        Some(at) => Err(Refusal::Unreadable(format!("no plain text: a NUL byte at byte {at}"))),
        None => Ok(()),
    }
}
