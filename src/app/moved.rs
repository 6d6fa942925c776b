//! Where what one corpus names is found in another, after files have been added, changed or removed. Ids of the old corpus
//! come in; ids of the new one go out. Changes nothing.

use super::place::Place;
use crate::model::{AssessmentId, Corpus, DocId, EventId, IndicatorId};
use std::collections::HashMap;
use std::sync::Arc;

/// Where what one corpus names is found in another.
pub struct Moved<'a> {
    /// The corpus before.
    pub before: &'a Corpus,
    /// The corpus after.
    pub after: &'a Corpus,
    /// For each document of the one, the same file's in the other.
    documents: Vec<Option<DocId>>,
}

impl<'a> Moved<'a> {
    /// The way from one corpus to another.
    pub fn new(before: &'a Corpus, after: &'a Corpus) -> Self {
        let paths: HashMap<&str, u32> =
            after.documents.iter().zip(0..).map(|(document, id)| (&*document.path, id)).collect();
        let find = |path: &str| paths.get(path).map(|&id| DocId(id));
        let documents = before.documents.iter().map(|document| find(&document.path)).collect();
        Self { before, after, documents }
    }

    /// The same file's document.
    pub fn document(&self, id: DocId) -> Option<DocId> {
        self.documents.get(id.index()).copied().flatten()
    }

    /// Whether a document's text is what it was.
    pub fn is_unchanged(&self, id: DocId) -> bool {
        let before = self.before.documents.get(id.index());
        let after = self.document(id).and_then(|id| self.after.documents.get(id.index()));
        before.zip(after).is_some_and(|(before, after)| Arc::ptr_eq(before, after))
    }

    /// The same event: of the same file, date and sentence.
    pub fn event(&self, id: EventId) -> Option<EventId> {
        let event = self.before.event(id)?;
        let document = self.document(event.document)?;
        let (anchored, earliest, latest, _, sentence, date) = event.place();
        let place = (anchored, earliest, latest, document, sentence, date);
        let at = self.after.events.partition_point(|event| event.place() < place);
        let found = self.after.events.get(at).is_some_and(|event| event.place() == place);
        found.then_some(EventId(at as u32))
    }

    /// The same figure: of the same file and number.
    pub fn indicator(&self, id: IndicatorId) -> Option<IndicatorId> {
        let row = self.before.indicators.get(id.index())?;
        let place = (self.document(row.document)?, row.number);
        let found =
            self.after.indicators.iter().position(|row| (row.document, row.number) == place);
        found.map(|at| IndicatorId(at as u32))
    }

    /// The same assessment: of the same file and words.
    pub fn assessment(&self, id: AssessmentId) -> Option<AssessmentId> {
        let (_, before) = self.before.assessment(id)?;
        let document = self.document(self.before.assessments.get(id.index())?.document)?;
        let first = self.after.assessments.partition_point(|row| row.document < document);
        let findings = &self.after.document(document)?.assessments;
        let at = findings.iter().position(|after| after.span == before.span)?;
        Some(AssessmentId((first + at) as u32))
    }

    /// The same place; nothing where its document is gone.
    pub fn place(&self, place: Place) -> Option<Place> {
        let document = match place.document {
            Some(id) => Some(self.document(id)?),
            None => None,
        };
        let event = place.event.and_then(|id| self.event(id));
        Some(Place { document, event, ..place })
    }
}
