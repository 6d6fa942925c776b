//! What a lens leaves of a corpus, with the counts that must never be hidden. PROVISIONAL: applies nothing yet.

use super::Lens;
use crate::extract::country::Country;
use crate::model::{Corpus, DocId, EventId, IndicatorId};
use crate::text::Span;

/// What is left to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Events in chronological order.
    pub events: Vec<EventId>,
    /// Documents with at least one sentence or event left, in corpus order.
    pub documents: Vec<DocId>,
    /// Indicators left, in corpus order.
    pub indicators: Vec<IndicatorId>,
    /// Places that match, by document and place: what `n` and `N` run through.
    pub hits: Vec<Hit>,
    /// Shown, total and hidden.
    pub counts: Counts,
}

/// One matching sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub document: DocId,
    /// The sentence.
    pub sentence: Span,
}

/// How many items there are and how many are left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events left.
    pub events_shown: usize,
    /// Events in the corpus.
    pub events_total: usize,
    /// Documents left.
    pub documents_shown: usize,
    /// Documents in the corpus.
    pub documents_total: usize,
    /// Matching sentences.
    pub hits: usize,
    /// Sentences searched.
    pub sentences: usize,
}

impl View {
    /// Applies a lens.
    pub fn new(corpus: &Corpus, _lens: &Lens) -> Self {
        let events: Vec<EventId> = (0..corpus.events.len() as u32).map(EventId).collect();
        let documents: Vec<DocId> = (0..corpus.documents.len() as u32).map(DocId).collect();
        let indicators = (0..corpus.indicators.len() as u32).map(IndicatorId).collect();
        let sentences = corpus.documents.iter().map(|d| d.text.sentences.len()).sum();
        let counts = Counts {
            events_shown: events.len(),
            events_total: events.len(),
            documents_shown: documents.len(),
            documents_total: documents.len(),
            hits: 0,
            sentences,
        };
        Self { events, documents, indicators, hits: Vec::new(), counts }
    }

    /// How many events each country has under the rest of the lens (text and dates, not its countries), by
    /// falling count, then name.
    pub fn country_counts(_corpus: &Corpus, _lens: &Lens) -> Vec<(Country, usize)> {
        Vec::new()
    }
}
