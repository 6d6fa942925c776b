//! What a file says of itself in fields of its own, outside its text. Plain data; nothing here is checked against the text.

use serde::{Deserialize, Serialize};

/// A file's own fields; what is not given is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its title.
    pub title: Option<String>,
    /// Its authors.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, a valid EDTF date. A date on which a file was written or changed is none.
    pub published: Option<String>,
    /// Where it can be found.
    pub url: Option<String>,
    /// Its language, as BCP 47 has it ("en", "ru-RU").
    pub language: Option<String>,
    /// Its tags or keywords.
    pub tags: Vec<String>,
}
