//! `bluf documents`: what the corpus holds.

use super::format::{self, Row};
use super::select::Asked;
use crate::model::{Corpus, DocId};
use crate::source::{Facts, Grade};
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
    tags: Vec<&'a str>,
    sections: Vec<&'a str>,
    sentences: usize,
    events: usize,
    indicators: usize,
    bytes: u64,
    format: &'static str,
    pages: Option<usize>,
    url: Option<&'a str>,
    grade: Option<char>,
    notes: Option<&'a str>,
    /// The keys that a manifest or the command line states; the others are the text's own.
    stated: Vec<&'static str>,
    /// What was left out or mended when the text was taken out of the file.
    warnings: Vec<&'a str>,
}

impl Row for DocumentRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "doc",
        "date",
        "grade",
        "publisher",
        "events",
        "indicators",
        "sentences",
        "bytes",
        "title",
    ];
    const SHOWN: usize = 9;

    fn cells(&self) -> Vec<String> {
        vec![
            self.doc.to_owned(),
            self.date.clone().unwrap_or_else(|| "undated".to_owned()),
            self.grade.map(String::from).unwrap_or_default(),
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
        title: document.title(),
        date: document.published.as_ref().map(|d| d.edtf.clone()),
        publisher: document.publisher(),
        authors: document.authors(),
        tags: document.tags(),
        sections: document.sections.iter().map(|s| words(s.heading)).collect(),
        sentences: document.text.sentences.len(),
        events: counts.events_shown,
        indicators: counts.indicators_shown,
        bytes: document.bytes.count(),
        format: document.origin.format.name(),
        pages: document.pages(),
        url: document.url(),
        grade: document.facts.grade.map(Grade::letter),
        notes: document.facts.notes.as_deref(),
        stated: stated(&document.facts),
        warnings: document.origin.warnings.iter().map(|warning| &**warning).collect(),
    })
}

/// The keys that are stated outside the text.
fn stated(facts: &Facts) -> Vec<&'static str> {
    let keys = [
        ("title", facts.title.is_some()),
        ("date", facts.published.is_some()),
        ("publisher", facts.publisher.is_some()),
        ("authors", !facts.authors.is_empty()),
        ("url", facts.url.is_some()),
        ("tags", !facts.tags.is_empty()),
        ("grade", facts.grade.is_some()),
        ("notes", facts.notes.is_some()),
    ];
    keys.into_iter().filter(|(_, stated)| *stated).map(|(key, _)| key).collect()
}
