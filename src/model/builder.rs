//! Builds a corpus from texts and findings: interns, sorts, links. The only door into [`Corpus`].

use super::compare;
use super::corpus::Diagnostic;
use super::{Corpus, Day, DocId, Document, Event, Indicator, Section};
use crate::extract::{DateValue, Findings};
use crate::source::Facts;
use crate::text::{BlockKind, Span, Text};
use std::sync::Arc;

/// One document as the source and the extractors hand it over.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it was read from.
    pub path: Box<str>,
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// The reading text.
    pub text: Text,
    /// What was found in it.
    pub findings: Findings,
    /// What is stated of it outside the text.
    pub facts: Facts,
}

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

    /// Notes a file that did not become a document.
    pub fn diagnose(&mut self, diagnostic: Diagnostic) {
        self.corpus.diagnostics.push(diagnostic);
    }

    /// Adds a document with its findings.
    pub fn add(&mut self, input: Input) {
        let id = DocId(self.corpus.documents.len() as u32);
        self.add_events(id, &input);
        self.add_indicators(id, &input);
        let Input { path, bytes, text, findings, facts } = input;
        let sections = sections(&text);
        let Findings { front, dates, countries, quantities, .. } = findings;
        let stated = facts.published.as_deref().and_then(DateValue::parse);
        let published = stated.or(front.published.map(|(_, day)| DateValue::day(day)));
        self.corpus.documents.push(Document {
            path,
            bytes,
            text,
            front,
            facts,
            published,
            sections,
            dates,
            countries,
            quantities,
        });
    }

    /// Sorts the events into time, those without a place in it last, holds reports of what may be one happening
    /// together, and gives the corpus away.
    pub fn finish(mut self) -> Corpus {
        self.corpus.events.sort_by_key(|e| {
            let place = (e.document, e.sentence.start, e.date.start);
            (!e.anchored, e.earliest, e.latest, place)
        });
        self.corpus.candidates = compare::candidates(&self.corpus);
        self.corpus
    }

    fn add_events(&mut self, document: DocId, input: &Input) {
        for found in &input.findings.events {
            let Some(date) = input.findings.dates.get(found.date) else { continue };
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

    fn add_indicators(&mut self, document: DocId, input: &Input) {
        for found in &input.findings.indicators {
            let Some(quantity) = input.findings.quantities.get(found.quantity) else { continue };
            let date = found.period.and_then(|i| input.findings.dates.get(i));
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

/// The outline: each heading with the text down to the next heading of any level.
fn sections(text: &Text) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in &text.blocks {
        let level = match block.kind {
            BlockKind::Title => 0,
            BlockKind::Heading(level) => level,
            _ => {
                if let Some(last) = sections.last_mut() {
                    last.span = Span { start: last.span.start, end: block.span.end };
                }
                continue;
            }
        };
        sections.push(Section { heading: block.span, level, span: block.span });
    }
    sections
}
