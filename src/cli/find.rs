//! `bluf find`: the sentences that answer a question typed in plain words, the best first; or what was searched, tried and
//! nearly found.

use super::arguments::Format;
use super::format::{self, Row};
use super::spans::{Bytes, Cited, hull, parts};
use crate::model::Corpus;
use crate::query::lookup::{self, Answer, Changes, Subject};
use crate::query::{Index, Lookup, Roster};
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;

/// One answer. Offsets are bytes of the file; `start` and `end` hold the sentence that `quote` gives.
#[derive(Debug, Serialize)]
struct FindRow<'a> {
    kind: &'static str,
    doc: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    /// What a country, a document, a person or a body is called.
    name: Option<&'a str>,
    quote: &'a str,
    date: Option<&'a str>,
    countries: Vec<String>,
    score: u32,
    #[serde(rename = "match")]
    matched: &'static str,
    /// The words of the question that stand beside the sentence only.
    near: Vec<&'a str>,
    /// The words of the question that are not met.
    missing: Vec<&'a str>,
    section: Option<&'a str>,
    line: Option<u32>,
    #[serde(flatten)]
    cited: Option<Cited<'a>>,
    spans: Vec<Bytes>,
}

impl Row for FindRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "match",
        "kind",
        "date",
        "countries",
        "doc",
        "line",
        "quote",
        "section",
        "start",
        "end",
        "score",
    ];
    const SHOWN: usize = 7;

    fn cells(&self) -> Vec<String> {
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        vec![
            self.matched.to_owned(),
            self.kind.to_owned(),
            self.date.unwrap_or_default().to_owned(),
            self.countries.join(" "),
            self.doc.unwrap_or_default().to_owned(),
            number(self.line),
            self.quote.to_owned(),
            self.section.unwrap_or_default().to_owned(),
            number(self.start),
            number(self.end),
            self.score.to_string(),
        ]
    }
}

/// Answers a question; the number of rows.
pub(super) fn print(
    corpus: &Arc<Corpus>,
    question: &str,
    (limit, format): (usize, Option<Format>),
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<usize> {
    let index = Arc::new(Index::new(corpus));
    let mut lookup = Lookup::new(Arc::clone(corpus), index);
    lookup.meet(Arc::new(Roster::new(corpus)));
    let answer = lookup.ask(question, &Changes::new(), limit);
    let roster = lookup.roster().map(|roster| &**roster);
    let rows: Vec<FindRow<'_>> =
        answer.rows.iter().map(|r| row((corpus, roster), &answer, r)).collect();
    let table = format::is_table(format);
    // A table of nothing has no head.
    let count = if table && rows.is_empty() { 0 } else { format::print(&rows, format, out)? };
    if count == 0 {
        prove(corpus, &answer, err)?;
    } else if table {
        let shown = answer.rows.len();
        let beside = answer.rows.iter().filter(|row| !row.near.is_empty()).count();
        let more = answer.matching.saturating_sub(shown - beside.min(shown));
        let more = if more > 0 { format!("; {more} more sentences match") } else { String::new() };
        writeln!(err, "bluf: as understood: {}{more}", answer.understood())?;
    }
    Ok(count)
}

fn row<'a>(
    (corpus, roster): (&'a Corpus, Option<&Roster>),
    answer: &'a Answer,
    row: &lookup::Row,
) -> FindRow<'a> {
    let document = row.document(corpus);
    let place = row.place.filter(|_| !matches!(row.subject, Subject::Country(_)));
    let bytes = document.zip(place).map(|(document, (_, span))| hull(document, span));
    let section = document.zip(place).and_then(|(document, (_, span))| {
        let section = document.sections.get(document.section_at(span.start)?)?;
        Some(document.text.words(section.heading))
    });
    let parts_of = |indices: &[usize]| {
        let parts = indices.iter().filter_map(|&at| answer.question.parts.get(at));
        parts.map(|part| part.text.as_str()).collect()
    };
    FindRow {
        kind: row.subject.name(),
        doc: document.map(|document| &*document.path),
        start: bytes.map(|[start, _]| start),
        end: bytes.map(|[_, end]| end),
        name: row.name(corpus, roster),
        quote: row.quote(corpus),
        date: row.date(corpus),
        countries: row.countries(corpus).iter().map(|(c, _)| c.code().to_owned()).collect(),
        score: row.score,
        matched: row.matched.name(),
        near: parts_of(&row.near),
        missing: parts_of(&row.missing),
        section,
        line: document.zip(bytes).map(|(document, [start, _])| document.line(start)),
        cited: document.zip(place).map(|(document, (_, span))| Cited::of(document, span.start)),
        spans: document.zip(place).map(|(d, (_, span))| parts(d, span)).unwrap_or_default(),
    }
}

/// Says what was searched and tried, what is nearest, and where a document speaks of a gap.
fn prove(corpus: &Corpus, answer: &Answer, err: &mut dyn Write) -> std::io::Result<()> {
    if answer.question.is_empty() {
        return writeln!(err, "bluf: nothing asked: type the words to look for");
    }
    writeln!(err, "bluf: no answer to: {}", answer.understood())?;
    writeln!(err, "searched: {}", answer.searched())?;
    for tried in answer.told_tried() {
        writeln!(err, "tried: {}", format::one_line(&tried))?;
    }
    let Some(no) = &answer.no else { return Ok(()) };
    for nearest in &no.nearest {
        let quote = format::one_line(nearest.row.quote(corpus));
        let document = nearest.row.document(corpus).map_or("", |document| &document.path);
        writeln!(err, "nearest, {}: {document}: {quote}", answer.told_nearest(nearest))?;
    }
    for &(id, span) in &no.gaps {
        let Some(document) = corpus.document(id) else { continue };
        let quote = format::one_line(document.text.words(span));
        writeln!(err, "says it does not know: {}: {quote}", document.path)?;
    }
    Ok(())
}
