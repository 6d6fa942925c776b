//! `bluf verify`: reads the corpus again, without what is kept, and holds everything that was found in it, or rows that were
//! exported before, against the very bytes.

use super::arguments::{Format, Place};
use super::format::{self, Row};
use super::select;
use crate::extract::rules;
use crate::model::{Corpus, Document};
use crate::query::proof;
use crate::source;
use crate::text::{SourceSpan, Span};
use anyhow::Context;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// One document and how much of it was checked.
#[derive(Debug, Serialize)]
struct VerifyRow<'a> {
    doc: &'a str,
    sha256: String,
    checked: usize,
    wrong: usize,
}

impl Row for VerifyRow<'_> {
    const COLUMNS: &'static [&'static str] = &["checked", "wrong", "doc", "sha256"];
    const SHOWN: usize = 4;

    fn cells(&self) -> Vec<String> {
        vec![
            self.checked.to_string(),
            self.wrong.to_string(),
            self.doc.to_owned(),
            self.sha256.clone(),
        ]
    }
}

/// What was checked: how many rows were printed, and how many places were wrong.
pub(super) struct Verified {
    pub(super) rows: usize,
    pub(super) wrong: usize,
}

/// Checks a corpus, or exported rows against it.
pub(super) fn print(
    corpus: &Corpus,
    place: &Place,
    (rows, format): (Option<&Path>, Option<Format>),
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<Verified> {
    let found = match rows {
        Some(path) => exported(corpus, path)?,
        None => whole(corpus, place)?,
    };
    let mut printed = Vec::new();
    let mut wrong = 0;
    for (at, document) in corpus.documents.iter().enumerate() {
        let Some(checked) = found.documents.get(&at) else { continue };
        wrong += checked.flaws.len();
        for flaw in &checked.flaws {
            writeln!(err, "bluf: {}: {}", document.path, format::one_line(flaw))?;
        }
        printed.push(VerifyRow {
            doc: &document.path,
            sha256: document.origin.sha256.to_string(),
            checked: checked.count,
            wrong: checked.flaws.len(),
        });
    }
    for flaw in &found.homeless {
        writeln!(err, "bluf: {}", format::one_line(flaw))?;
    }
    wrong += found.homeless.len();
    let rows = format::print(&printed, format, out)?;
    Ok(Verified { rows, wrong })
}

/// What was checked, by document.
#[derive(Default)]
struct Found {
    documents: BTreeMap<usize, Checked>,
    /// Flaws of rows that belong to no document.
    homeless: Vec<String>,
}

/// How many places of a document were checked, and what is wrong.
#[derive(Default)]
struct Checked {
    count: usize,
    flaws: Vec<String>,
}

impl Checked {
    fn check(&mut self, what: &str, document: &Document, span: Span) {
        self.count += 1;
        let Some(bytes) = document.bytes.held() else { return };
        if let Err(flaw) = proof::check(document, bytes, span) {
            let at = document.text.source(span).start;
            self.flaws.push(format!("byte {at}: {what}: {}", flaw.said()));
        }
    }

    fn rule(&mut self, rule: &str) {
        if rules::described(rule).is_none() {
            self.flaws.push(format!("no such rule: {rule}"));
        }
    }
}

/// Checks everything that was found in a corpus, and that reading it again finds the same.
fn whole(corpus: &Corpus, place: &Place) -> anyhow::Result<Found> {
    let again = select::open(&Place { no_cache: true, ..place.clone() })?;
    let mut found = Found::default();
    for (at, document) in corpus.documents.iter().enumerate() {
        let mut checked = Checked::default();
        match again.documents.iter().find(|other| other.path == document.path) {
            None => checked.flaws.push("it is not there any more".to_owned()),
            Some(other) if other.origin.sha256 != document.origin.sha256 => {
                checked.flaws.push("it has changed since it was read".to_owned());
            }
            Some(other) if !same(document, other) => {
                checked.flaws.push("read again, it says something else".to_owned());
            }
            Some(_) => {}
        }
        for &sentence in &document.text.sentences {
            checked.check("sentence", document, sentence);
        }
        for mention in &document.dates {
            checked.check("date", document, mention.span);
            checked.rule(mention.rule);
        }
        for mention in &document.countries {
            checked.check("country", document, mention.span);
            checked.rule(mention.rule);
        }
        for quantity in &document.quantities {
            checked.check("quantity", document, quantity.span);
            checked.rule(quantity.rule);
        }
        for event in &document.events {
            event.title.iter().for_each(|&span| checked.check("title", document, span));
            checked.rule(event.rule);
        }
        for indicator in &document.indicators {
            checked.check("clause", document, indicator.clause);
            checked.rule(indicator.rule);
        }
        judged(document, &mut checked);
        found.documents.insert(at, checked);
    }
    Ok(found)
}

/// Checks judgements, warning signs and tables.
fn judged(document: &Document, checked: &mut Checked) {
    for assessment in &document.assessments {
        checked.check("assessment", document, assessment.span);
        for expression in &assessment.likelihood {
            checked.check("word of likelihood", document, expression.span);
        }
        assessment.horizon.iter().for_each(|&span| checked.check("horizon", document, span));
        checked.rule(assessment.rule);
    }
    for sign in document.signposts() {
        checked.check("signpost", document, sign.span);
        checked.rule(sign.rule);
    }
    for table in &document.tables {
        for &cell in table.columns.iter().flatten().filter(|cell| !cell.is_empty()) {
            checked.check("cell", document, cell);
        }
        checked.rule(table.rule);
    }
}

/// Whether two readings of a file found the same.
fn same(one: &Document, other: &Document) -> bool {
    one.text.clean == other.text.clean
        && one.dates == other.dates
        && one.countries == other.countries
        && one.quantities == other.quantities
        && one.events == other.events
        && one.indicators == other.indicators
        && one.assessments == other.assessments
        && one.tables == other.tables
}

/// Checks rows of JSON Lines that were exported before.
fn exported(corpus: &Corpus, path: &Path) -> anyhow::Result<Found> {
    let bytes = source::one(path).read().map_err(|refusal| anyhow::anyhow!("{refusal}"));
    let bytes = bytes.with_context(|| path.display().to_string())?;
    let text = String::from_utf8_lossy(&bytes);
    let mut found = Found::default();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let at = format!("{}, line {}", path.display(), number + 1);
        let row: Value = serde_json::from_str(line).with_context(|| at.clone())?;
        let named = row.get("doc").and_then(Value::as_str);
        let document =
            named.and_then(|name| corpus.documents.iter().position(|d| *d.path == *name));
        let Some(id) = document else {
            let name = named.unwrap_or("no document named");
            found.homeless.push(format!("{at}: not in the corpus: {name}"));
            continue;
        };
        let Some(document) = corpus.documents.get(id) else { continue };
        let checked = found.documents.entry(id).or_default();
        checked.count += 1;
        if let Err(flaw) = row_of(document, &row) {
            checked.flaws.push(format!("{at}: {flaw}"));
        }
    }
    Ok(found)
}

/// Holds one exported row against its document.
fn row_of(document: &Document, row: &Value) -> Result<(), String> {
    let sum = row.get("sha256").and_then(Value::as_str);
    if sum.is_some_and(|sum| sum != document.origin.sha256.to_string()) {
        return Err("the file has another SHA-256".to_owned());
    }
    let words = row.get("quote").or_else(|| row.get("text")).and_then(Value::as_str);
    let words = words.ok_or("no quote to check")?;
    let spans = row.get("spans");
    let listed = spans.and_then(|spans| {
        let of = ["sentence", "clause", "text"].iter().find_map(|key| spans.get(key));
        of.or(Some(spans)).and_then(ranges)
    });
    let number = |key: &str| row.get(key).and_then(Value::as_u64);
    let whole = || Some(vec![SourceSpan::new(number("start")? as usize, number("end")? as usize)]);
    let parts = listed.or_else(whole).ok_or("no place to check")?;
    let Some(bytes) = document.bytes.held() else { return Ok(()) };
    proof::check_words(document, bytes, words, &parts).map_err(|flaw| flaw.said())
}

/// The ranges of a list of `[start, end]`.
fn ranges(spans: &Value) -> Option<Vec<SourceSpan>> {
    let range = |pair: &Value| {
        let [start, end] = pair.as_array()?.as_slice() else { return None };
        Some(SourceSpan::new(start.as_u64()? as usize, end.as_u64()? as usize))
    };
    spans.as_array()?.iter().map(range).collect()
}
