//! One file as it was found: where its bytes are, or why it is no document. Reads a file when asked to, and keeps nothing.

use super::facts::Facts;
use super::sum::Sha256;
use std::fs::{File, FileType, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// One file, with where it came from.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The path as the user would name it.
    pub path: String,
    /// Where its bytes are, or why there are none.
    pub content: Result<Content, Refusal>,
    /// What is stated of it outside its text.
    pub facts: Facts,
    /// How large and how old it was when it was found.
    pub stamp: Stamp,
    /// Whether the user named it outright; else it lay in a folder, and may be no document at all.
    pub named: bool,
}

/// A file's size and age, by which a change of it shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When it was written last, where the system says so.
    pub modified: Option<SystemTime>,
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

/// The largest file that is opened, in bytes: places in a text are told by four bytes.
const LARGEST: u64 = 1 << 30;
/// How many bytes of a large file are looked at before the rest is read.
pub const HEAD: usize = 8192;

impl Raw {
    /// A file on disk.
    pub(super) fn file(path: &Path, facts: Facts, stamp: Stamp) -> Self {
        let content = Ok(Content::File(path.to_owned()));
        Self { path: path.display().to_string(), content, facts, stamp, named: false }
    }

    /// Bytes at hand.
    pub fn bytes(path: impl Into<String>, bytes: Arc<[u8]>) -> Self {
        let stamp = Stamp { size: bytes.len() as u64, modified: None };
        let content = Ok(Content::Bytes(bytes));
        Self { path: path.into(), content, facts: Facts::default(), stamp, named: true }
    }

    /// A file that is no document.
    pub(super) fn refused(path: &Path, refusal: Refusal) -> Self {
        let path = path.display().to_string();
        let (facts, stamp) = (Facts::default(), Stamp::default());
        Self { path, content: Err(refusal), facts, stamp, named: false }
    }

    /// Its first bytes, at most [`HEAD`].
    ///
    /// # Errors
    /// Why there are none.
    pub fn head(&self) -> Result<Vec<u8>, Refusal> {
        match &self.content {
            Ok(Content::Bytes(bytes)) => Ok(bytes.get(..HEAD).unwrap_or(bytes).to_vec()),
            Ok(Content::File(path)) => {
                let mut head = Vec::new();
                let file = File::open(path).map_err(|e| unreadable(&e))?;
                file.take(HEAD as u64).read_to_end(&mut head).map_err(|e| unreadable(&e))?;
                Ok(head)
            }
            Err(refusal) => Err(refusal.clone()),
        }
    }

    /// Its bytes, read from disk where they are not here yet.
    ///
    /// # Errors
    /// Why there are none.
    pub fn read(&self) -> Result<Arc<[u8]>, Refusal> {
        match &self.content {
            Ok(Content::Bytes(bytes)) => Ok(Arc::clone(bytes)),
            Ok(Content::File(path)) => file(path, self.stamp.size),
            Err(refusal) => Err(refusal.clone()),
        }
    }
}

/// Reads a file again whose bytes had this sum.
///
/// # Errors
/// That it cannot be read, or is not the same any more.
pub fn again(path: &Path, before: Sha256) -> Result<Arc<[u8]>, Refusal> {
    let bytes = file(path, 0)?;
    if Sha256::of(&bytes) != before {
        return Err(Refusal::Unreadable("the file has changed since it was read".to_owned()));
    }
    Ok(bytes)
}

impl Stamp {
    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Reads a file whole. What has no size of its own, a pipe or a file that grows, is read no further than any other.
fn file(path: &Path, size: u64) -> Result<Arc<[u8]>, Refusal> {
    let too_large = |size: String| {
        Refusal::Unreadable(format!("too large: {size} bytes, and {LARGEST} at most are read"))
    };
    if size > LARGEST {
        return Err(too_large(size.to_string()));
    }
    let file = File::open(path).map_err(|e| unreadable(&e))?;
    if let Some(device) = device(&file) {
        return Err(Refusal::Unreadable(format!("no file: {device}")));
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|e| unreadable(&e))?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(format!("more than {LARGEST}")));
    }
    Ok(bytes.into())
}

/// What a path leads to if that is neither a file nor a pipe: a device may have no end.
#[cfg(unix)]
fn device(file: &File) -> Option<&'static str> {
    let kind = file.metadata().ok()?.file_type();
    Some(special(kind)?).filter(|kind| *kind != PIPE)
}

#[cfg(not(unix))]
fn device(_: &File) -> Option<&'static str> {
    None
}

#[cfg(unix)]
const PIPE: &str = "a named pipe";

/// What an entry of a folder is that is neither a file nor a folder.
#[cfg(unix)]
pub(super) fn special(kind: FileType) -> Option<&'static str> {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        kind if kind.is_fifo() => Some(PIPE),
        kind if kind.is_socket() => Some("a socket"),
        kind if kind.is_char_device() || kind.is_block_device() => Some("a device"),
        _ => None,
    }
}

#[cfg(not(unix))]
pub(super) fn special(_: FileType) -> Option<&'static str> {
    None
}

fn unreadable(error: &std::io::Error) -> Refusal {
    Refusal::Unreadable(error.to_string())
}
