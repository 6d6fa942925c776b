//! `bluf events`: dated happenings in chronological order, each with its sentence.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, hull, parts};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, Document, Event};
use crate::text::Span;
use serde::Serialize;
use std::io::Write;

/// One event. Offsets are bytes of the file; `start` and `end` hold the sentence.
#[derive(Debug, Serialize)]
struct EventRow<'a> {
    id: String,
    doc: &'a str,
    start: u32,
    end: u32,
    quote: &'a str,
    date: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
    countries: Vec<CountryCell>,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    rule: &'a str,
    mode: &'static str,
    anchored: bool,
    spans: Spans,
}

#[derive(Debug, Serialize)]
struct CountryCell {
    code: String,
    via: &'static str,
    /// Where the sentence names it; absent where it was taken from elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Bytes>,
}

/// Every part of the file that the row was made of.
#[derive(Debug, Serialize)]
struct Spans {
    sentence: Vec<Bytes>,
    date: Vec<Bytes>,
    title: Vec<Bytes>,
}

impl Row for EventRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "countries",
        "type",
        "mode",
        "doc",
        "title",
        "start",
        "end",
        "quote",
        "earliest",
        "latest",
        "rule",
        "id",
    ];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let codes: Vec<&str> = self.countries.iter().map(|c| c.code.as_str()).collect();
        vec![
            self.date.to_owned(),
            codes.join(" "),
            self.kind.to_owned(),
            self.mode.to_owned(),
            self.doc.to_owned(),
            self.title.clone(),
            self.start.to_string(),
            self.end.to_string(),
            self.quote.to_owned(),
            self.earliest.clone().unwrap_or_default(),
            self.latest.clone().unwrap_or_default(),
            self.rule.to_owned(),
            self.id.clone(),
        ]
    }
}

/// Prints the events that the lens leaves.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let events = asked.view.events.iter().filter_map(|&id| corpus.event(id));
    let mut rows: Vec<EventRow<'_>> = events.filter_map(|e| row(corpus, e)).collect();
    number_repeats(&mut rows);
    format::print(&rows, asked.format, out)
}

fn row<'a>(corpus: &'a Corpus, event: &Event) -> Option<EventRow<'a>> {
    let document = corpus.document(event.document)?;
    let [start, end] = hull(document, event.sentence);
    let [at, _] = hull(document, event.date);
    let countries = corpus.countries(event).iter();
    let title = corpus.title_spans(event).iter();
    Some(EventRow {
        id: format!("{}@{}", document.name(), at),
        doc: &document.path,
        start,
        end,
        quote: document.text.words(event.sentence),
        date: corpus.string(event.edtf),
        earliest: day(event.earliest, event.anchored),
        latest: day(event.latest, event.anchored),
        countries: countries.map(|&(c, via)| country(document, event.sentence, c, via)).collect(),
        kind: event.kind.name(),
        title: corpus.title(event),
        rule: corpus.string(event.rule),
        mode: event.mode.name(),
        anchored: event.anchored,
        spans: Spans {
            sentence: parts(document, event.sentence),
            date: parts(document, event.date),
            title: title.flat_map(|&s| parts(document, s)).collect(),
        },
    })
}

fn country(document: &Document, sentence: Span, country: Country, via: Via) -> CountryCell {
    let named = |m: &&crate::extract::CountryMention| {
        m.country == country && m.via == via && sentence.covers(m.span)
    };
    let span = document.countries.iter().find(named).map(|m| hull(document, m.span));
    CountryCell { code: country.code().to_owned(), via: via.name(), span }
}

/// Two happenings may share the words of one date; the second and later ones then carry a number.
fn number_repeats(rows: &mut [EventRow<'_>]) {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for row in rows {
        let count = seen.entry(row.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            row.id = format!("{}.{count}", row.id);
        }
    }
}

/// A day as ISO 8601; nothing for an open end or an unanchored date.
pub(super) fn day(day: Day, anchored: bool) -> Option<String> {
    day.date().filter(|_| anchored).map(|d| d.format("%Y-%m-%d").to_string())
}
