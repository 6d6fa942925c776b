//! What there is to say of each file of a corpus: what it is, what became of it, what it holds. Rows for screens and
//! exports; reads no file.

use super::Index;
use super::states::SourceState;
use crate::format::Format;
use crate::model::{Corpus, DocId, Document, File, FileState};

/// A file in words and numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow<'a> {
    /// Its path.
    pub path: &'a str,
    /// What became of it.
    pub state: SourceState,
    /// The document it became.
    pub document: Option<DocId>,
    /// Its format.
    pub format: Option<Format>,
    /// The encoding of its text, where that is not UTF-8.
    pub encoding: Option<&'a str>,
    /// Its size in bytes; 0 where it is not known.
    pub size: u64,
    /// Pages, where the format has any.
    pub pages: Option<usize>,
    /// Words of its reading text.
    pub words: usize,
    /// Events found in it.
    pub events: usize,
    /// Indicators found in it.
    pub indicators: usize,
    /// Warnings, or why it is no document.
    pub notes: Vec<&'a str>,
}

impl Index {
    /// What there is to say of a file.
    pub fn source<'a>(&self, corpus: &'a Corpus, file: &'a File) -> SourceRow<'a> {
        let mut row = SourceRow {
            path: &file.path,
            state: SourceState::of(file),
            document: None,
            format: None,
            encoding: None,
            size: file.size,
            pages: None,
            words: 0,
            events: 0,
            indicators: 0,
            notes: Vec::new(),
        };
        match &file.state {
            FileState::Opened(id) => {
                row.document = Some(*id);
                if let Some(document) = corpus.document(*id) {
                    describe(document, &mut row);
                }
                let counts = self.totals.get(id.index()).copied().unwrap_or_default();
                (row.events, row.indicators) = (counts.events_total, counts.indicators_total);
            }
            FileState::Refused { message, .. } => row.notes.push(message),
            FileState::Unpacked(_) | FileState::Waiting => {}
        }
        row
    }
}

fn describe<'a>(document: &'a Document, row: &mut SourceRow<'a>) {
    let origin = &document.origin;
    row.format = Some(origin.format);
    row.encoding = origin.encoding.as_deref();
    row.size = origin.size;
    row.pages = document.pages();
    // Words of the reading text are parted by one space or one line end.
    let clean = document.text.clean.as_bytes();
    row.words = memchr::memchr2_iter(b' ', b'\n', clean).count() + usize::from(!clean.is_empty());
    row.notes.extend(origin.warnings.iter().map(|warning| &**warning));
}
