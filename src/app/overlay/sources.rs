//! The list of every file, narrowed by what is typed.

use crate::app::field::Field;
use crate::app::scroll::step;
use crate::model::{Corpus, DocId, FileState};
use crate::query::{Index, SourceRow};

/// The list of sources.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// What is typed.
    pub field: Field,
    /// The selected row of what is left.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// Indexes of the corpus's files that are left.
    pub shown: Vec<usize>,
}

impl Sources {
    /// All files of a corpus.
    pub fn of(corpus: &Corpus, index: &Index) -> Self {
        let mut sources = Self::default();
        sources.narrow(corpus, index);
        sources
    }

    /// Leaves the files whose path, format, state or notes hold every word that is typed, in any case.
    pub fn narrow(&mut self, corpus: &Corpus, index: &Index) {
        let typed = self.field.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let left = corpus.files.iter().enumerate().filter(|(_, file)| {
            if words.is_empty() {
                return true;
            }
            let said = said(&index.source(corpus, file)).to_lowercase();
            words.iter().all(|word| said.contains(word))
        });
        self.shown = left.map(|(at, _)| at).collect();
        self.selected = step(self.selected, 0, self.shown.len());
    }

    /// Narrows the files of another corpus; the selected file stays selected where it is still there.
    pub fn renew(&mut self, before: &Corpus, corpus: &Corpus, index: &Index) {
        let file = self.shown.get(self.selected).and_then(|&at| before.files.get(at));
        let row = self.selected.saturating_sub(self.offset);
        self.narrow(corpus, index);
        let Some(file) = file else { return };
        let same = |at: &usize| corpus.files.get(*at).is_some_and(|now| now.path == file.path);
        if let Some(selected) = self.shown.iter().position(same) {
            (self.selected, self.offset) = (selected, selected.saturating_sub(row));
        }
    }

    /// The document that the selected file became.
    pub fn document(&self, corpus: &Corpus) -> Option<DocId> {
        let file = self.shown.get(self.selected).and_then(|&at| corpus.files.get(at))?;
        match file.state {
            FileState::Opened(id) => Some(id),
            _ => None,
        }
    }
}

/// All that is shown of a file, in one line.
fn said(row: &SourceRow) -> String {
    let format = row.format.map_or("", |format| format.name());
    let parts = [row.path, row.state.name(), format, row.encoding.unwrap_or_default()];
    parts.into_iter().chain(row.notes.iter().copied()).collect::<Vec<_>>().join(" ")
}
