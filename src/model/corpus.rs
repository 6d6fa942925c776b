//! The immutable snapshot every pane and command reads. Shared as `Arc<Corpus>`; a published one never changes.

use super::{
    Assessment, AssessmentId, Candidate, DocId, Document, Event, EventId, File, Indicator, StrId,
    Strings,
};
use crate::extract::country::Country;
use crate::extract::{AssessmentFinding, Via};
use crate::text::Span;
use std::sync::Arc;

/// Documents, events and indicators, with the tables their rows point into.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Documents in the order they were opened.
    pub documents: Vec<Arc<Document>>,
    /// Events in chronological order.
    pub events: Vec<Event>,
    /// Indicators by document and place.
    pub indicators: Vec<Indicator>,
    /// Assessments by document and place.
    pub assessments: Vec<Assessment>,
    /// Every file found, in the order they were opened, and what became of it.
    pub files: Vec<File>,
    /// Pairs of events that may be reports of one happening, both ways, by event and other report. None while files are
    /// still being read.
    pub candidates: Vec<Candidate>,
    pub(super) strings: Strings,
    pub(super) titles: Vec<Span>,
    pub(super) countries: Vec<(Country, Via)>,
}

impl Corpus {
    /// A document by id.
    pub fn document(&self, id: DocId) -> Option<&Document> {
        self.documents.get(id.index()).map(Arc::as_ref)
    }

    /// An event by id.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.index())
    }

    /// An assessment by id, with the document that makes it.
    pub fn assessment(&self, id: AssessmentId) -> Option<(&Document, &AssessmentFinding)> {
        let row = self.assessments.get(id.index())?;
        let document = self.document(row.document)?;
        Some((document, document.assessments.get(row.finding as usize)?))
    }

    /// Other reports of what may be an event's happening, in chronological order.
    pub fn candidates_of(&self, id: EventId) -> &[Candidate] {
        let first = self.candidates.partition_point(|c| c.event < id);
        let last = self.candidates.partition_point(|c| c.event <= id);
        self.candidates.get(first..last).unwrap_or_default()
    }

    /// A shared string.
    pub fn string(&self, id: StrId) -> &str {
        self.strings.get(id)
    }

    /// An event's countries, by code.
    pub fn countries(&self, event: &Event) -> &[(Country, Via)] {
        let start = event.countries as usize;
        self.countries.get(start..start + event.country_count as usize).unwrap_or_default()
    }

    /// The spans of an event's title, in its document's reading text.
    pub fn title_spans(&self, event: &Event) -> &[Span] {
        let start = event.titles as usize;
        self.titles.get(start..start + event.title_count as usize).unwrap_or_default()
    }

    /// An event's title: the document's own words.
    pub fn title(&self, event: &Event) -> String {
        let Some(document) = self.document(event.document) else { return String::new() };
        let words = self.title_spans(event).iter().map(|&s| document.text.words(s));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The sentence an event stands in.
    pub fn sentence(&self, event: &Event) -> &str {
        self.document(event.document).map_or("", |d| d.text.words(event.sentence))
    }
}
