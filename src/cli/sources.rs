//! `bluf sources`: every file, what it is, what became of it, what it holds.

use super::format::{self, Row};
use super::select::Asked;
use crate::format::Format;
use crate::query::{Index, SourceRow};
use serde::Serialize;
use std::io::Write;

/// One file.
#[derive(Debug, Serialize)]
struct FileRow<'a> {
    path: &'a str,
    state: &'static str,
    format: Option<&'static str>,
    encoding: Option<&'a str>,
    size: u64,
    pages: Option<usize>,
    words: usize,
    events: usize,
    indicators: usize,
    /// Warnings, or why it is no document.
    notes: Vec<&'a str>,
}

impl Row for FileRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "state",
        "format",
        "encoding",
        "size",
        "pages",
        "words",
        "events",
        "indicators",
        "path",
        "notes",
    ];
    const SHOWN: usize = 10;

    fn cells(&self) -> Vec<String> {
        vec![
            self.state.to_owned(),
            self.format.unwrap_or_default().to_owned(),
            self.encoding.unwrap_or_default().to_owned(),
            self.size.to_string(),
            self.pages.map(|pages| pages.to_string()).unwrap_or_default(),
            self.words.to_string(),
            self.events.to_string(),
            self.indicators.to_string(),
            self.path.to_owned(),
            self.notes.join("; "),
        ]
    }
}

/// Prints every file that was found.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let index = Index::places(&asked.corpus);
    let files = asked.corpus.files.iter().map(|file| row(index.source(&asked.corpus, file)));
    let rows: Vec<FileRow<'_>> = files.collect();
    format::print(&rows, asked.format, out)
}

fn row(row: SourceRow<'_>) -> FileRow<'_> {
    FileRow {
        path: row.path,
        state: row.state.name(),
        format: row.format.map(Format::name),
        encoding: row.encoding,
        size: row.size,
        pages: row.pages,
        words: row.words,
        events: row.events,
        indicators: row.indicators,
        notes: row.notes,
    }
}
