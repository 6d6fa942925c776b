//! Reads `bluf.toml`, a corpus folder's own notes: the date of publication of each document.

use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a folder says of its documents.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// By file name, relative to the folder.
    #[serde(default)]
    pub documents: BTreeMap<String, Entry>,
}

/// What is said of one document.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its date of publication, `YYYY-MM-DD`.
    pub published: Option<NaiveDateText>,
}

/// A day written as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct NaiveDateText(pub NaiveDate);

impl TryFrom<String> for NaiveDateText {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d");
        day.map(Self).map_err(|_| format!("{text:?} is no date of the form YYYY-MM-DD"))
    }
}

impl Manifest {
    /// The date stated for a file name.
    pub fn published(&self, file: &str) -> Option<String> {
        self.documents.get(file)?.published.map(|d| d.0.to_string())
    }
}
