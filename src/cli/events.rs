//! `bluf events`: dated happenings in chronological order, each with its sentence.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull, parts};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Candidate, Corpus, Day, DocId, Document, Event, EventId};
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
    /// Other reports of what may be the same happening.
    candidates: Vec<CandidateCell>,
    #[serde(flatten)]
    cited: Cited<'a>,
    spans: Spans,
}

#[derive(Debug, Serialize)]
struct CandidateCell {
    id: String,
    likeness: &'static str,
    differs: Vec<&'static str>,
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
        "candidates",
    ];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let candidate = |c: &CandidateCell| format!("{}:{}", c.likeness, c.id);
        let candidates: Vec<String> = self.candidates.iter().map(candidate).collect();
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
            candidates.join(" "),
        ]
    }
}

/// Prints the events that the lens leaves.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let ids = ids(corpus);
    let rows = asked.view.events.iter().filter_map(|&event| row(corpus, event, &ids));
    let rows: Vec<EventRow<'_>> = rows.collect();
    format::print(&rows, asked.format, out)
}

/// The name of each event of a corpus: its file and the place of its date there. Two happenings may share the words of
/// one date; the second and later ones then carry a number.
fn ids(corpus: &Corpus) -> Vec<String> {
    let mut seen = std::collections::HashMap::<(DocId, Span), usize>::new();
    let id = |event: &Event| {
        let count = seen.entry((event.document, event.date)).or_default();
        *count += 1;
        let repeat = if *count > 1 { format!(".{count}") } else { String::new() };
        let name = corpus.document(event.document).map(|d| (d.name(), hull(d, event.date)));
        name.map_or(String::new(), |(name, [at, _])| format!("{name}@{at}{repeat}"))
    };
    corpus.events.iter().map(id).collect()
}

fn row<'a>(corpus: &'a Corpus, event: EventId, ids: &[String]) -> Option<EventRow<'a>> {
    let id = |event: EventId| ids.get(event.index()).cloned().unwrap_or_default();
    let candidate = |c: &Candidate| CandidateCell {
        id: id(c.other),
        likeness: c.likeness.name(),
        differs: c.differs.names().collect(),
    };
    let candidates = corpus.candidates_of(event).iter().map(candidate).collect();
    let (id, event) = (id(event), corpus.event(event)?);
    let document = corpus.document(event.document)?;
    let [start, end] = hull(document, event.sentence);
    let countries = corpus.countries(event).iter();
    let title = corpus.title_spans(event).iter();
    Some(EventRow {
        id,
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
        candidates,
        cited: Cited::of(document, event.sentence.start),
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

/// A day as ISO 8601; nothing for an open end or an unanchored date.
pub(super) fn day(day: Day, anchored: bool) -> Option<String> {
    day.date().filter(|_| anchored).map(|d| d.format("%Y-%m-%d").to_string())
}
