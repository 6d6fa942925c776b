//! What a format room gives: text in one of two scripts, places in it, members, warnings. Plain data, kept by the cache.

use super::about::About;
use super::kind::Format;
use crate::text::BlockKind;
use serde::{Deserialize, Serialize};

/// A file's text and what is known of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Converted {
    /// What the file is.
    pub format: Format,
    /// The name of the encoding its text is in, as the WHATWG Encoding Standard spells it; `None` where that is UTF-8 or
    /// the format's own affair.
    pub encoding: Option<String>,
    /// The text.
    pub script: Script,
    /// Where pages or parts begin, rising; empty where the format has none.
    pub marks: Vec<Mark>,
    /// What the file says of itself.
    pub about: About,
    /// What was left out or mended on the way, a sentence each.
    pub warnings: Vec<String>,
    /// Documents inside it, in order.
    pub members: Vec<Member>,
}

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Script {
    /// There is none of its own, only members.
    None,
    /// The file's own bytes: lines as print has them.
    Own,
    /// Lines as print has them, taken out of the file; a form feed parts pages.
    Lines(Box<str>),
    /// Blocks whose kinds the file tells, one a line; each with the byte of the text it begins at.
    Blocks {
        /// The lines.
        text: Box<str>,
        /// First byte and kind of each block, rising.
        kinds: Vec<(u32, BlockKind)>,
    },
}

/// From a byte of the text on, where that stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The byte of the text.
    pub at: u32,
    /// The place.
    pub locator: Locator,
}

/// A place in a file as a reader would cite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locator {
    /// A page, from 1, as the file counts its pages.
    Page(u32),
    /// A part of the file by its name: a chapter of a book.
    Part(String),
}

/// A document inside another file: of an archive, attached to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its name inside the file, with `/` between folders.
    pub name: String,
    /// Its bytes, or why they cannot be had.
    pub bytes: Result<Vec<u8>, String>,
}

impl Converted {
    /// A file of a format with text and nothing else known.
    pub fn new(format: Format, script: Script) -> Self {
        Self {
            format,
            encoding: None,
            script,
            marks: Vec::new(),
            about: About::default(),
            warnings: Vec::new(),
            members: Vec::new(),
        }
    }
}

impl Locator {
    /// As a citation has it: `p. 3`, or the part's name.
    pub fn cited(&self) -> String {
        match self {
            Self::Page(page) => format!("p. {page}"),
            Self::Part(name) => name.clone(),
        }
    }
}
