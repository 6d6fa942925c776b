//! The reader: one document laid out for the width at hand, a place in it, and the lit sentence. What it only shows
//! while one looks through a list does not move the places one reads at.

use crate::app::moved::Moved;
use crate::app::page::Page;
use crate::app::place::Place;
use crate::app::raw::RawPage;
use crate::model::{Corpus, DocId, Document};
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The reader pane.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// The document being read.
    pub document: Option<DocId>,
    /// The lit sentence, as an index of the document's sentences.
    pub sentence: Option<usize>,
    /// Whether what is shown is only being looked at: it does not become the place to come back to.
    pub glancing: bool,
    /// The reading text in rows.
    pub page: Page,
    /// First row shown, of the page or of the raw page.
    pub top: usize,
    /// Whether page furniture is folded.
    pub folded: bool,
    /// Whether the file's own bytes are shown.
    pub raw: bool,
    /// The file in rows; empty unless shown.
    pub raw_page: RawPage,
    /// The bytes of those rows.
    pub raw_bytes: Arc<[u8]>,
    /// The document whose bytes were read again last, by its path, and the bytes; none while they are on their way.
    fetched: Option<Fetched>,
    /// Columns and rows of the text.
    pub size: (usize, usize),
    kept: u32,
    laid: Option<(DocId, usize, bool, bool)>,
    places: BTreeMap<DocId, (u32, Option<usize>)>,
}

/// The path of a document, and its bytes once they have come.
type Fetched = (Box<str>, Option<Arc<[u8]>>);

impl Reader {
    /// Opens a document where it was left, or at its start.
    pub fn open(&mut self, corpus: &Corpus, id: DocId) {
        if self.document == Some(id) && !self.glancing {
            return;
        }
        self.keep_place();
        self.glancing = false;
        self.take_up(corpus, id);
    }

    /// Shows the sentence at an offset of a document and lights it: as the place to read on from, or as a glance that
    /// leaves every document's place where it was.
    pub fn show(&mut self, corpus: &Corpus, id: DocId, at: u32, glance: bool) {
        self.keep_place();
        self.glancing = glance;
        if self.document != Some(id) {
            self.take_up(corpus, id);
        }
        let Some(document) = corpus.document(id) else { return };
        if let Some(sentence) = document.text.sentence_at(at) {
            self.sentence = Some(sentence);
            self.show_sentence(document);
        }
    }

    /// Shows what was shown at a place.
    pub fn put_back(&mut self, corpus: &Corpus, place: Place) {
        let Some(id) = place.document else { return };
        self.keep_place();
        self.glancing = place.glancing;
        if self.document != Some(id) {
            self.take_up(corpus, id);
        }
        self.sentence = place.sentence;
        let Some(document) = corpus.document(id) else { return };
        self.top = self.row_of(document, place.top).min(self.last_top());
        self.show_sentence(document);
    }

    /// Lays everything aside but how it is shown.
    pub fn begin(&mut self) {
        let (folded, size) = (self.folded, self.size);
        *self = Self { folded, size, ..Self::default() };
    }

    /// Finds what is read, and the places remembered, again in another corpus. A document whose text has changed is laid
    /// out anew at the same offset.
    pub fn renew(&mut self, to: &Moved) {
        let places = std::mem::take(&mut self.places);
        self.places =
            places.into_iter().filter_map(|(id, place)| Some((to.document(id)?, place))).collect();
        let Some(id) = self.document else { return };
        self.document = to.document(id);
        match self.document {
            Some(_) if !to.is_unchanged(id) => (self.laid, self.fetched) = (None, None),
            Some(now) => {
                self.laid = self.laid.map(|(_, width, folded, raw)| (now, width, folded, raw));
            }
            None => {
                let places = std::mem::take(&mut self.places);
                self.begin();
                self.places = places;
            }
        }
    }

    /// Remembers the place one reads at, unless this is but a glance.
    fn keep_place(&mut self) {
        if let Some(id) = self.document.filter(|_| !self.glancing) {
            self.places.insert(id, (self.top_offset(), self.sentence));
        }
    }

    /// Lays a document out at the place remembered of it, or at its start.
    fn take_up(&mut self, corpus: &Corpus, id: DocId) {
        let Some(document) = corpus.document(id) else { return };
        let first = (!document.text.sentences.is_empty()).then_some(0);
        let (top, sentence) = self.places.get(&id).copied().unwrap_or((0, first));
        self.document = Some(id);
        self.sentence = sentence;
        self.lay_out(document, top);
    }

    /// Takes the size of the text column; lays out anew where the width has changed.
    pub fn resize(&mut self, corpus: &Corpus, columns: usize, rows: usize) {
        let same = self.size == (columns, rows);
        self.size = (columns, rows);
        let Some(document) = self.document.and_then(|id| corpus.document(id)) else { return };
        if self.laid != self.key() {
            let top = self.top_offset();
            self.lay_out(document, top);
        }
        self.top = self.top.min(self.last_top());
        if self.glancing && !same {
            self.show_sentence(document);
        }
    }

    /// Folds or unfolds furniture, or swaps the reading text for the file's bytes; the lit sentence stays in sight.
    pub fn switch(&mut self, corpus: &Corpus, raw: bool, folded: bool) {
        let Some(document) = self.document.and_then(|id| corpus.document(id)) else { return };
        let above = self.sentence_row(document).saturating_sub(self.top);
        self.kept = self.top_offset();
        (self.raw, self.folded) = (raw, folded);
        self.lay_out(document, self.kept);
        self.top = self.sentence_row(document).saturating_sub(above).min(self.last_top());
        self.show_sentence(document);
    }

    /// Scrolls by rows; at either end the lit sentence goes on alone.
    pub fn scroll(&mut self, corpus: &Corpus, by: isize) {
        let Some(document) = self.document.and_then(|id| corpus.document(id)) else { return };
        self.glancing = false;
        let top = self.top.saturating_add_signed(by).min(self.last_top());
        if top == self.top {
            self.step_sentence(document, by.signum(), by.unsigned_abs() > 1);
            return;
        }
        self.top = top;
        self.light_visible(document);
    }

    /// Lights a sentence and brings it in sight.
    pub fn light(&mut self, corpus: &Corpus, sentence: usize) {
        let Some(document) = self.document.and_then(|id| corpus.document(id)) else { return };
        self.glancing = false;
        if sentence < document.text.sentences.len() {
            self.sentence = Some(sentence);
            self.show_sentence(document);
        }
    }

    /// Lights the first sentence at or after an offset and puts the offset's row at the top.
    pub fn go_to(&mut self, corpus: &Corpus, at: u32) {
        let Some(document) = self.document.and_then(|id| corpus.document(id)) else { return };
        self.glancing = false;
        let after = document.text.sentences.partition_point(|s| s.start < at);
        self.sentence = after.min(document.text.sentences.len().saturating_sub(1)).into();
        self.top = self.row_of(document, at).min(self.last_top());
    }

    /// The offset of the reading text at the top of the pane.
    pub fn top_offset(&self) -> u32 {
        if self.raw {
            return self.kept;
        }
        self.page.rows.get(self.top).map_or(0, |r| r.span.start)
    }

    /// The lit sentence's place.
    pub fn lit(&self, document: &Document) -> Option<Span> {
        document.text.sentences.get(self.sentence?).copied()
    }

    /// The last row that may stand at the top.
    pub fn last_top(&self) -> usize {
        self.len().saturating_sub(self.size.1)
    }

    /// Rows of the page shown.
    pub fn len(&self) -> usize {
        if self.raw { self.raw_page.rows.len() } else { self.page.rows.len() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn key(&self) -> Option<(DocId, usize, bool, bool)> {
        Some((self.document?, self.size.0, self.folded, self.raw))
    }

    fn lay_out(&mut self, document: &Document, top: u32) {
        self.laid = self.key();
        if self.raw {
            self.raw_bytes = self.bytes_of(document);
            self.raw_page = RawPage::new(&self.raw_bytes, self.size.0);
            let row = self.sentence_row(document);
            self.top = row.saturating_sub(self.size.1 / 3).min(self.last_top());
            return;
        }
        (self.raw_page, self.raw_bytes) = (RawPage::default(), Arc::default());
        self.page = Page::new(document, self.size.0, self.folded);
        self.top = self.page.row_at(top).min(self.last_top());
    }

    /// A document's bytes; none while they are on their way.
    fn bytes_of(&self, document: &Document) -> Arc<[u8]> {
        let fetched = || {
            let (path, bytes) = self.fetched.as_ref()?;
            bytes.as_ref().filter(|_| *path == document.path)
        };
        document.bytes.held().or_else(fetched).cloned().unwrap_or_default()
    }

    /// Whether the bytes of a document must be asked for; they are then on their way.
    pub fn asks(&mut self, path: &str) -> bool {
        let known = self.fetched.as_ref().is_some_and(|(known, _)| **known == *path);
        if !known {
            self.fetched = Some((path.into(), None));
        }
        !known
    }

    /// Forgets the bytes that were asked for and did not come: they can be asked for again.
    pub fn forget(&mut self) {
        self.fetched = None;
    }

    /// Takes the bytes of a document that were asked for, and shows them where they are still wanted.
    pub fn hold(&mut self, corpus: &Corpus, path: &str, bytes: Arc<[u8]>) {
        self.fetched = Some((path.into(), Some(bytes)));
        let document = self.document.and_then(|id| corpus.document(id));
        if let Some(document) = document.filter(|d| self.raw && *d.path == *path) {
            self.lay_out(document, self.kept);
        }
    }

    /// The row an offset of the reading text stands on, in the page shown.
    fn row_of(&self, document: &Document, at: u32) -> usize {
        if self.raw {
            let source = document.text.source(Span { start: at, end: at + 1 });
            return self.raw_page.row_at(source.start);
        }
        self.page.row_at(at)
    }

    fn sentence_row(&self, document: &Document) -> usize {
        self.lit(document).map_or(self.top, |s| self.row_of(document, s.start))
    }

    /// Scrolls as little as keeps the whole lit sentence in sight; from afar, puts it in the upper third.
    fn show_sentence(&mut self, document: &Document) {
        let Some(span) = self.lit(document) else { return };
        let height = self.size.1.max(1);
        let first = self.row_of(document, span.start);
        let last = self.row_of(document, span.end.saturating_sub(1)).max(first);
        if first >= self.top && last < self.top + height {
            return;
        }
        self.top = first.saturating_sub(height / 3).max((last + 1).saturating_sub(height));
        self.top = self.top.min(first).min(self.last_top());
    }

    /// Moves the light to a sentence in sight where the lit one has been scrolled away.
    fn light_visible(&mut self, document: &Document) {
        let sentences = &document.text.sentences;
        let bottom = self.top + self.size.1.max(1);
        let Some(span) = self.lit(document) else { return };
        let row = |at: u32| self.row_of(document, at);
        if row(span.start) < bottom && row(span.end.saturating_sub(1)) >= self.top {
            return;
        }
        let first = sentences.partition_point(|s| row(s.start) < self.top);
        let first = first.min(sentences.len().saturating_sub(1));
        let visible = sentences.get(first).is_some_and(|s| row(s.start) < bottom);
        let next = if !visible {
            first.saturating_sub(1)
        } else if row(span.start) >= bottom {
            sentences.partition_point(|s| row(s.start) < bottom).saturating_sub(1)
        } else {
            first
        };
        self.sentence = Some(next);
    }

    fn step_sentence(&mut self, document: &Document, by: isize, far: bool) {
        let last = document.text.sentences.len().saturating_sub(1);
        let Some(at) = self.sentence else { return };
        self.sentence = Some(match (far, by > 0) {
            (true, true) => last,
            (true, false) => 0,
            (false, _) => at.saturating_add_signed(by).min(last),
        });
    }
}
