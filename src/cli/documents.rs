//! `bluf documents`: what the corpus holds.

use super::format::{self, Row};
use super::select::Asked;
use crate::model::{Corpus, DocId};
use serde::Serialize;
use std::io::Write;

/// One document. `date` is absent where it is undated.
#[derive(Debug, Serialize)]
struct DocumentRow<'a> {
    doc: &'a str,
    title: Option<&'a str>,
    date: Option<String>,
    publisher: Option<&'a str>,
    authors: Vec<&'a str>,
    sections: Vec<&'a str>,
    sentences: usize,
    events: usize,
    indicators: usize,
    bytes: usize,
}

impl Row for DocumentRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["doc", "date", "publisher", "events", "indicators", "sentences", "bytes", "title"];
    const SHOWN: usize = 8;

    fn cells(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.date.clone().unwrap_or_else(|| "undated".to_owned()),
            self.publisher.unwrap_or_default().to_owned(),
            self.events.to_string(),
            self.indicators.to_string(),
            self.sentences.to_string(),
            self.bytes.to_string(),
            self.title.unwrap_or_default().to_owned(),
        ]
    }
}

/// Prints the documents that the lens leaves; events and indicators are counted under it.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let left = asked.view.documents.iter();
    let rows: Vec<DocumentRow<'_>> = left.filter_map(|&id| row(asked, id)).collect();
    format::print(&rows, asked.format, out)
}

fn row(asked: &Asked, id: DocId) -> Option<DocumentRow<'_>> {
    let corpus: &Corpus = &asked.corpus;
    let document = corpus.document(id)?;
    let words = |span| document.text.words(span);
    let counts = asked.view.per_document.get(id.index()).copied().unwrap_or_default();
    Some(DocumentRow {
        doc: &document.path,
        title: document.front.title.map(words),
        date: document.published.as_ref().map(|d| d.edtf.clone()),
        publisher: document.front.publisher.map(words),
        authors: document.front.authors.iter().map(|&a| words(a)).collect(),
        sections: document.sections.iter().map(|s| words(s.heading)).collect(),
        sentences: document.text.sentences.len(),
        events: counts.events_shown,
        indicators: counts.indicators_shown,
        bytes: document.bytes.len(),
    })
}
