//! Where a document's text came from: the file's format, size and places. Plain data.

use crate::format::{About, Format, Mark};
use crate::source::Sha256;

/// What is known of the file behind a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The file's format.
    pub format: Format,
    /// The encoding of its text where that is not UTF-8, as the WHATWG Encoding Standard spells it.
    pub encoding: Option<Box<str>>,
    /// Bytes of the file.
    pub size: u64,
    /// The SHA-256 of the file.
    pub sha256: Sha256,
    /// Whether the document's bytes were taken out of the file; else they are the file's own.
    pub taken: bool,
    /// Where pages or parts begin in the document's bytes, rising.
    pub marks: Vec<Mark>,
    /// What the file says of itself in fields of its own.
    pub about: About,
    /// What was left out or mended when the text was taken out, a sentence each.
    pub warnings: Vec<Box<str>>,
}

impl Origin {
    /// A plain-text file in UTF-8 of so many bytes.
    pub fn plain(size: u64) -> Self {
        Self {
            format: Format::Plain,
            encoding: None,
            size,
            sha256: Sha256::default(),
            taken: false,
            marks: Vec::new(),
            about: About::default(),
            warnings: Vec::new(),
        }
    }
}
