//! `bluf signposts`: what the documents say is to be watched, and the analyst's own warning signs, each with where it stands.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull, parts};
use crate::model::Corpus;
use crate::query::counts::counted;
use crate::query::signposts::{FoundSign, Signs, codes};
use crate::signposts::{Diagnosticity, Kept, Quoted, Signpost, Store, Task, diagnosticity};
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// One warning sign. Offsets are bytes of the file; `start` and `end` hold what is watched, `quote` is the sentence.
#[derive(Debug, Serialize)]
struct SignpostRow<'a> {
    id: String,
    text: &'a str,
    scenario: Option<&'a str>,
    kind: Option<&'a str>,
    state: Option<&'static str>,
    threshold: Option<&'a str>,
    diagnosticity: Option<u32>,
    countries: Vec<&'a str>,
    doc: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    quote: Option<&'a str>,
    section: Option<&'a str>,
    rule: Option<&'a str>,
    origin: &'static str,
    observations: Vec<Seen<'a>>,
    /// Where the countries are named: `sentence`, `section`, `title`.
    told: Option<&'static str>,
    #[serde(flatten)]
    cited: Option<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spans: Option<Spans>,
}

/// Every part of the file that the row was made of.
#[derive(Debug, Serialize)]
struct Spans {
    text: Vec<Bytes>,
    scenario: Option<Vec<Bytes>>,
    sentence: Vec<Bytes>,
}

/// Something that was seen of one of the analyst's own.
#[derive(Debug, Serialize)]
struct Seen<'a> {
    date: Option<&'a str>,
    doc: Option<&'a str>,
    sha256: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    quote: Option<&'a str>,
    note: Option<&'a str>,
}

impl Row for SignpostRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "origin",
        "state",
        "diagnosticity",
        "countries",
        "kind",
        "doc",
        "scenario",
        "text",
        "threshold",
        "section",
        "start",
        "end",
        "quote",
        "rule",
        "id",
        "observations",
    ];
    const SHOWN: usize = 8;

    fn cells(&self) -> Vec<String> {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
        vec![
            self.origin.to_owned(),
            text(self.state),
            number(self.diagnosticity),
            self.countries.join(" "),
            text(self.kind),
            text(self.doc),
            text(self.scenario),
            self.text.to_owned(),
            text(self.threshold),
            text(self.section),
            number(self.start),
            number(self.end),
            text(self.quote),
            text(self.rule),
            self.id.clone(),
            self.observations.len().to_string(),
        ]
    }
}

/// Prints the analyst's own signs that the words of the lens leave, then those of the documents that it leaves; says on
/// `err` what is wrong with the analyst's file.
pub(super) fn print(
    asked: &Asked,
    file: Option<&Path>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let kept = own(file)?;
    for flaw in &kept.register.flaws {
        writeln!(
            err,
            "bluf: {}: {}",
            format::one_line(&kept.path),
            format::one_line(&flaw.to_string())
        )?;
    }
    let register = &kept.register;
    let (own, apart): (Vec<&Signpost>, Vec<&Signpost>) =
        register.signposts.iter().partition(|sign| matches(asked, sign));
    if !apart.is_empty() {
        let said = counted(apart.len(), "signpost");
        writeln!(
            err,
            "bluf: {said} of the analyst's own left out; they have no country and no date"
        )?;
    }
    let mut rows: Vec<SignpostRow<'_>> =
        own.iter().map(|sign| analyst(sign, diagnosticity(sign, &register.scenarios))).collect();
    let signs = Signs::new(corpus, &asked.lens);
    rows.extend(signs.shown.iter().filter_map(|&sign| found(corpus, sign)));
    if signs.undated > 0 {
        let said = counted(signs.undated, "signpost");
        writeln!(err, "bluf: {said} of undated documents left out")?;
    }
    format::print(&rows, asked.format, out)
}

/// What the analyst's file says; nothing where there is none.
fn own(file: Option<&Path>) -> anyhow::Result<Kept> {
    let store = file.map(Store::at).or_else(Store::own);
    let Some(store) = store else { return Ok(Kept::default()) };
    store.perform(&Task::Read).map_err(|why| anyhow::anyhow!(why))
}

/// Whether one of the analyst's own holds every plain word of the lens; it has no country and no date of its own.
fn matches(asked: &Asked, sign: &Signpost) -> bool {
    let lens = &asked.lens;
    let said = format!("{} {}", sign.text, sign.scenario);
    lens.countries.is_empty() && lens.dates.is_none() && lens.text.matches(&said)
}

fn stated(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn analyst(sign: &Signpost, diagnosticity: Diagnosticity) -> SignpostRow<'_> {
    let source = sign.source.as_ref();
    SignpostRow {
        id: sign.id.clone(),
        text: &sign.text,
        scenario: stated(&sign.scenario),
        kind: stated(&sign.kind),
        state: Some(sign.state.name()),
        threshold: stated(&sign.threshold),
        diagnosticity: diagnosticity.sum(),
        countries: Vec::new(),
        doc: source.and_then(|source| stated(&source.doc)),
        start: source.map(|source| source.start),
        end: source.map(|source| source.end),
        quote: source.and_then(|source| stated(&source.quote)),
        section: None,
        rule: None,
        origin: "analyst",
        observations: sign
            .observations
            .iter()
            .map(|seen| {
                let cited: Option<&Quoted> = seen.cited.as_ref();
                Seen {
                    date: stated(&seen.date),
                    doc: cited.and_then(|cited| stated(&cited.doc)),
                    sha256: cited.and_then(|cited| stated(&cited.sha256)),
                    start: cited.map(|cited| cited.start),
                    end: cited.map(|cited| cited.end),
                    quote: cited.and_then(|cited| stated(&cited.quote)),
                    note: stated(&seen.note),
                }
            })
            .collect(),
        told: None,
        cited: None,
        sha256: source.and_then(|source| stated(&source.sha256)),
        spans: None,
    }
}

fn found(corpus: &Corpus, sign: FoundSign) -> Option<SignpostRow<'_>> {
    let (document, sign) = sign.of(corpus)?;
    let words = |span| document.text.words(span);
    let [start, end] = hull(document, sign.span);
    let section = document.section_at(sign.span.start).and_then(|at| document.sections.get(at));
    let under = sign.under.or(section.filter(|s| s.level > 0).map(|s| s.heading));
    Some(SignpostRow {
        id: format!("{}#{start}", document.name()),
        text: words(sign.span),
        scenario: sign.points_to.map(words),
        kind: sign.kind.map(crate::extract::SignpostKind::name),
        state: None,
        threshold: None,
        diagnosticity: None,
        countries: codes(sign),
        doc: Some(&document.path),
        start: Some(start),
        end: Some(end),
        quote: Some(words(sign.sentence)),
        section: under.map(words),
        rule: Some(sign.rule),
        origin: "text",
        observations: Vec::new(),
        told: sign.told.map(crate::extract::Told::name),
        cited: Some(Cited::of(document, sign.span.start)),
        sha256: None,
        spans: Some(Spans {
            text: parts(document, sign.span),
            scenario: sign.points_to.map(|span| parts(document, span)),
            sentence: parts(document, sign.sentence),
        }),
    })
}
