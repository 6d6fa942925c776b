//! What a format room gives: text in one of two scripts, places in it, members, warnings. Plain data, kept by the cache.

use super::about::About;
use super::kind::Format;
use crate::text::BlockKind;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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
    /// Rows of a table of events, in order; empty in every other file.
    pub rows: Vec<Row>,
}

/// A row of a table of events: a line of the text, and what the table says of its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The line, as bytes of the text.
    pub line: Range<u32>,
    /// The cell of its date.
    pub date: Option<Range<u32>>,
    /// The cell that says best what happened: a title, else a note, else the actors, else the type.
    pub title: Option<Range<u32>>,
    /// The cells of countries.
    pub countries: Vec<Place>,
    /// The date as a valid EDTF value, as exact as the table says it is; `None` where it cannot be read.
    pub edtf: Option<String>,
    /// The type of the event as the table has it.
    pub kind: Option<String>,
    /// Whether it is told as past, planned, supposed or denied, in bluf's own words; a table of others does not say.
    pub mode: Option<String>,
    /// How many were killed.
    pub fatalities: Option<u64>,
}

/// A country as a row has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its name or code, as bytes of the text.
    pub at: Range<u32>,
    /// Its ISO 3166-1 alpha-2 code, where the table gives a code; a name is not looked up.
    pub code: Option<String>,
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
            rows: Vec::new(),
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
