//! What is kept of a corpus so that every keystroke is answered at once. A corpus comes in, once; for each pattern,
//! which sentences, events and indicators match its text goes out. Knows nothing of countries or dates but names.

use super::counts::DocumentCounts;
use super::pattern::Pattern;
use super::projection::Projection;
use super::term::Term;
use crate::model::{Corpus, DocId, EventId};
use crate::text::Span;
use std::borrow::Cow;

/// The searchable side of one corpus. It must be asked about that corpus only.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// All sentences, by document and place, then the titles of events whose words stand elsewhere.
    pub(super) texts: Projection,
    /// The number of each document's first sentence, then the number of all sentences.
    pub(super) first: Vec<u32>,
    /// For each event, its sentence, and its title's text where the sentence does not hold it.
    events: Vec<(u32, u32)>,
    /// For each indicator, the sentence of its number.
    pub(super) indicators: Vec<u32>,
    /// The events by their sentence.
    pub(super) events_by_sentence: Vec<u32>,
    /// The indicators by their sentence.
    pub(super) indicators_by_sentence: Vec<u32>,
    /// What each document holds, nothing of it shown.
    pub(super) totals: Vec<DocumentCounts>,
}

/// No text: a number past all others.
const NONE: u32 = u32::MAX;

/// What the text of a lens leaves.
pub(super) struct Matches {
    /// By number of sentence, all documents in a row.
    pub(super) sentences: Vec<bool>,
    /// By event.
    pub(super) events: Vec<bool>,
    /// By indicator.
    pub(super) indicators: Vec<bool>,
}

impl Index {
    /// Reads all sentences and titles of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let mut index = Self::places(corpus);
        let mut titles = Vec::new();
        let mut number = index.sentence_count() as u32;
        for (event, row) in corpus.events.iter().zip(&mut index.events) {
            let inside = |&span: &Span| event.sentence.covers(span);
            if !corpus.title_spans(event).iter().all(inside) {
                titles.push(corpus.title(event));
                row.1 = number;
                number += 1;
            }
        }
        let documents = corpus.documents.iter();
        let sentences = documents.flat_map(|d| d.text.sentences.iter().map(|&s| d.text.words(s)));
        index.texts =
            Projection::new(sentences.map(Cow::from).chain(titles.into_iter().map(Cow::from)));
        index
    }

    /// An index that knows where everything stands but not what it says: enough for a lens without text.
    pub fn places(corpus: &Corpus) -> Self {
        let mut index = Self::default();
        index.place(corpus);
        index.count(corpus);
        index
    }

    /// Counts what each document holds.
    fn count(&mut self, corpus: &Corpus) {
        self.totals = vec![DocumentCounts::default(); corpus.documents.len()];
        for event in &corpus.events {
            if let Some(counts) = self.totals.get_mut(event.document.index()) {
                counts.events_total += 1;
            }
        }
        for indicator in &corpus.indicators {
            if let Some(counts) = self.totals.get_mut(indicator.document.index()) {
                counts.indicators_total += 1;
            }
        }
    }

    /// Numbers the sentences and finds those of events and indicators.
    fn place(&mut self, corpus: &Corpus) {
        let mut number = 0;
        for document in &corpus.documents {
            self.first.push(number);
            number += document.text.sentences.len() as u32;
        }
        self.first.push(number);
        let events =
            corpus.events.iter().map(|e| (self.sentence_at(corpus, e.document, e.sentence), NONE));
        self.events = events.collect();
        let numbers = corpus.indicators.iter().map(|i| (i.document, i.number));
        self.indicators = numbers.map(|(d, span)| self.sentence_at(corpus, d, span)).collect();
        self.events_by_sentence =
            by_sentence(&self.events.iter().map(|event| event.0).collect::<Vec<_>>());
        self.indicators_by_sentence = by_sentence(&self.indicators);
    }

    /// How many sentences there are.
    pub(super) fn sentence_count(&self) -> usize {
        self.first.last().map_or(0, |&n| n as usize)
    }

    /// The number of an event's sentence; past all others where it stands in none.
    pub(super) fn sentence_of(&self, event: EventId) -> usize {
        self.events.get(event.index()).map_or(NONE, |e| e.0) as usize
    }

    /// The numbers of a document's sentences.
    pub(super) fn sentences(&self, document: DocId) -> std::ops::Range<usize> {
        let at = |i: usize| self.first.get(i).map_or(0, |&n| n as usize);
        at(document.index())..at(document.index() + 1)
    }

    /// What a pattern leaves: an item must match every group of terms.
    pub(super) fn matches(&self, corpus: &Corpus, pattern: &Pattern) -> Matches {
        let sentences = self.sentence_count();
        let mut all = Matches {
            sentences: vec![true; sentences],
            events: vec![true; self.events.len()],
            indicators: vec![true; self.indicators.len()],
        };
        for group in &pattern.groups {
            let mut any = Matches {
                sentences: vec![false; sentences],
                events: vec![false; self.events.len()],
                indicators: vec![false; self.indicators.len()],
            };
            for term in group {
                self.add(corpus, term, &mut any);
            }
            let both = |all: &mut Vec<bool>, any: &[bool]| {
                all.iter_mut().zip(any).for_each(|(all, any)| *all &= any);
            };
            both(&mut all.sentences, &any.sentences);
            both(&mut all.events, &any.events);
            both(&mut all.indicators, &any.indicators);
        }
        all
    }

    /// Adds what one term leaves.
    fn add(&self, corpus: &Corpus, term: &Term, any: &mut Matches) {
        let found = self.texts.found(term);
        let at = |text: u32| found.get(text as usize).is_some_and(|&f| f);
        for (leaves, &found) in any.sentences.iter_mut().zip(&found) {
            *leaves |= found != term.negated;
        }
        let named = &term.named;
        for (at_event, (leaves, &(sentence, title))) in
            any.events.iter_mut().zip(&self.events).enumerate()
        {
            let name = || {
                let event = corpus.events.get(at_event).filter(|_| !named.is_empty());
                let countries = event.map(|e| corpus.countries(e)).unwrap_or_default();
                countries.iter().any(|&(c, via)| named.contains(c, via))
            };
            *leaves |= (at(sentence) || at(title) || name()) != term.negated;
        }
        for (leaves, &sentence) in any.indicators.iter_mut().zip(&self.indicators) {
            *leaves |= at(sentence) != term.negated;
        }
    }

    fn sentence_at(&self, corpus: &Corpus, document: DocId, span: Span) -> u32 {
        let at = corpus.document(document).and_then(|d| d.text.sentence_at(span.start));
        at.map_or(NONE, |at| self.sentences(document).start as u32 + at as u32)
    }
}

/// Items in order of their sentences, in their own order within each. The sentence of each item comes in.
fn by_sentence(sentences: &[u32]) -> Vec<u32> {
    let mut items: Vec<u32> = (0..sentences.len() as u32).collect();
    items.sort_by_key(|&item| sentences.get(item as usize).copied());
    items
}
