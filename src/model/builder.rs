//! Builds a corpus from texts and findings: interns, sorts, links. The only door into [`Corpus`].

use super::compare;
use super::{Assessment, Corpus, Day, DocId, Document, Event, File, FileState, Indicator};
use crate::extract::DateValue;
use std::sync::Arc;

/// Collects documents and makes a corpus of them.
#[derive(Debug, Default)]
pub struct Builder {
    corpus: Corpus,
}

impl Builder {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a file that is no document, or not yet.
    pub fn note(&mut self, file: File) {
        self.corpus.files.push(file);
    }

    /// Adds a document with its findings.
    pub fn add(&mut self, document: Arc<Document>) {
        let id = DocId(self.corpus.documents.len() as u32);
        self.add_events(id, &document);
        self.add_indicators(id, &document);
        let findings = 0..document.assessments.len() as u32;
        let rows = findings.map(|finding| Assessment { document: id, finding });
        self.corpus.assessments.extend(rows);
        let (path, size) = (document.path.clone(), document.origin.size);
        self.corpus.files.push(File { path, size, state: FileState::Opened(id) });
        self.corpus.documents.push(document);
    }

    /// Sorts the events into time and gives away what there is so far: reports are not held together yet.
    pub fn so_far(mut self) -> Corpus {
        self.sort();
        self.corpus
    }

    /// Sorts the events into time, those without a place in it last, holds reports of what may be one happening
    /// together, and gives the corpus away.
    pub fn finish(mut self) -> Corpus {
        self.sort();
        self.corpus.candidates = compare::candidates(&self.corpus);
        self.corpus
    }

    fn sort(&mut self) {
        self.corpus.events.sort_by_cached_key(Event::place);
    }

    fn add_events(&mut self, document: DocId, input: &Document) {
        for found in &input.events {
            let Some(date) = input.dates.get(found.date) else { continue };
            let Some(&sentence) = input.text.sentences.get(found.sentence) else { continue };
            let value = date.date.as_ref();
            let (titles, countries) = (self.corpus.titles.len(), self.corpus.countries.len());
            self.corpus.titles.extend(found.title.iter().take(u8::MAX.into()));
            self.corpus.countries.extend(found.countries.iter().take(u8::MAX.into()));
            let event = Event {
                document,
                sentence,
                date: date.span,
                edtf: self.corpus.strings.intern(value.map_or("XXXX", |v| &v.edtf)),
                earliest: Day::earliest(value.and_then(|v| v.earliest)),
                latest: Day::latest(value.and_then(|v| v.latest)),
                titles: titles as u32,
                countries: countries as u32,
                title_count: (self.corpus.titles.len() - titles) as u8,
                country_count: (self.corpus.countries.len() - countries) as u8,
                kind: found.kind,
                mode: found.mode,
                anchored: value.is_some_and(|v| v.anchored),
                rule: self.corpus.strings.intern(found.rule),
            };
            self.corpus.events.push(event);
        }
    }

    fn add_indicators(&mut self, document: DocId, input: &Document) {
        for found in &input.indicators {
            let Some(quantity) = input.quantities.get(found.quantity) else { continue };
            let date = found.period.and_then(|i| input.dates.get(i));
            let value: Option<&DateValue> =
                found.end.as_ref().or(date.and_then(|d| d.date.as_ref()));
            let name: Vec<&str> = found.name.iter().map(|&s| input.text.words(s)).collect();
            let strings = &mut self.corpus.strings;
            self.corpus.indicators.push(Indicator {
                document,
                number: found.number,
                clause: found.clause,
                value: found.value,
                name: strings.intern(&name.join(" ")),
                qualifier: strings.intern(quantity.qualifier),
                unit: strings.intern(quantity.unit.as_deref().unwrap_or_default()),
                country: found.country,
                period: date.map(|d| d.span),
                edtf: strings.intern(value.map_or("", |v| &v.edtf)),
                earliest: Day::earliest(value.and_then(|v| v.earliest)),
                latest: Day::latest(value.and_then(|v| v.latest)),
                rule: strings.intern(found.rule),
            });
        }
    }
}
