//! `bluf explain`: what the rules made of a line of a file, which readings they left, and why.

use super::arguments::Format;
use super::format::{self, Row};
use crate::extract::{Findings, Loss, Rule, rules};
use crate::source;
use crate::text::{SourceSpan, Span, Text};
use crate::work::{self, Explained};
use anyhow::bail;
use serde::Serialize;
use std::io::Write;
use std::path::Path;

/// One reading of the words of a line. Offsets are bytes of the file.
#[derive(Debug, Serialize)]
struct ReadingRow {
    line: usize,
    start: u32,
    end: u32,
    kind: &'static str,
    /// `found` or `beaten`.
    outcome: &'static str,
    text: String,
    /// What a finding came to; empty for what was beaten.
    value: String,
    rule: Rule,
    /// The rule or guard that won; empty for a finding.
    to: Rule,
    /// The sentence of the rules table: of the rule that found it, or of the one that won.
    why: &'static str,
    #[serde(skip)]
    span: Span,
}

impl Row for ReadingRow {
    const COLUMNS: &'static [&'static str] =
        &["line", "kind", "outcome", "text", "value", "rule", "to", "why", "start", "end"];
    const SHOWN: usize = 8;

    fn cells(&self) -> Vec<String> {
        let [line, start, end] = [self.line as u64, self.start.into(), self.end.into()];
        let words =
            [self.kind, self.outcome, &self.text, &self.value, self.rule, self.to, self.why];
        let words = words.map(str::to_owned);
        let mut cells = vec![line.to_string()];
        cells.extend(words);
        cells.extend([start.to_string(), end.to_string()]);
        cells
    }
}

/// Prints the readings of the sentences that touch a line.
///
/// # Errors
/// When there is no such file or line, or `out` cannot be written.
pub(super) fn print(
    file: &Path,
    line: usize,
    (dated, format): (Option<&str>, Option<Format>),
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let mut raw = source::one(file);
    raw.facts.published = dated.map(str::to_owned).or(raw.facts.published);
    let explained = match work::explain(&raw) {
        Ok(explained) => explained,
        Err(refusal) => bail!("{}: {refusal}", raw.path),
    };
    let bytes = &explained.bytes;
    let Some(place) = lines(bytes).nth(line.wrapping_sub(1)) else {
        bail!("{}: no line {line}; it has {}", raw.path, lines(bytes).count());
    };
    let spans = asked(&explained.text, place);
    let mut rows = rows(&explained);
    rows.retain(|row| spans.iter().any(|span| span.overlaps(row.span)));
    let starts: Vec<u32> = lines(bytes).map(|line| line.start).collect();
    for row in &mut rows {
        let at = explained.text.source(row.span);
        (row.start, row.end) = (at.start, at.end);
        row.line = starts.partition_point(|start| *start <= at.start);
    }
    rows.sort_by_key(|row| (row.span.start, row.outcome != "found", row.span.end));
    format::print(&rows, format, out)
}

/// The lines of a file, without their line feeds.
fn lines(bytes: &[u8]) -> impl Iterator<Item = SourceSpan> {
    let mut at = 0;
    bytes.split_inclusive(|b| *b == b'\n').map(move |line| {
        let start = at;
        at += line.len();
        SourceSpan::new(start, at)
    })
}

/// The sentences that have words on a line; where it has none in a sentence, its own words.
fn asked(text: &Text, line: SourceSpan) -> Vec<Span> {
    let (start, end) = (text.map.clean_at(line.start), text.map.clean_at(line.end));
    let own = Span { start, end: end.max(start + 1) };
    let touches = |span: &Span| {
        text.map.parts(*span).iter().any(|part| part.start < line.end && line.start < part.end)
    };
    let sentences: Vec<Span> = text.sentences.iter().copied().filter(touches).collect();
    if sentences.is_empty() { vec![own] } else { sentences }
}

fn rows(explained: &Explained) -> Vec<ReadingRow> {
    let Explained { text, findings, losses, .. } = explained;
    let mut rows = found(text, findings);
    rows.extend(explained.signposts.iter().map(|sign| {
        let value = sign.points_to.map_or("to be watched", |span| text.words(span)).to_owned();
        row("signpost", sign.span, text.words(sign.span).to_owned(), value, sign.rule)
    }));
    rows.extend(findings.assessments.iter().map(|found| {
        let from = found.reach.name();
        let codes: Vec<&str> = found.countries.iter().map(|(country, _)| country.code()).collect();
        let value = format!("{} {} ({from})", found.kind.name(), codes.join(" "));
        row("assessment", found.span, text.words(found.span).to_owned(), value, found.rule)
    }));
    rows.extend(findings.tables.iter().map(|table| {
        let value = format!("{} columns of {} rows", table.columns.len(), table.rows());
        row("table", table.span(), text.words(table.span()).to_owned(), value, table.rule)
    }));
    rows.extend(losses.iter().map(|loss| beaten(text, loss)));
    rows
}

fn beaten(text: &Text, loss: &Loss) -> ReadingRow {
    let kind = loss.rule.split('.').next().unwrap_or_default();
    let why = rules::described(loss.to).map_or("", |row| row.sentence);
    let text = text.words(loss.span).to_owned();
    ReadingRow { to: loss.to, why, ..row(kind_of(kind), loss.span, text, String::new(), loss.rule) }
}

/// The kind of finding that a family of rules makes.
fn kind_of(family: &str) -> &'static str {
    match family {
        "date" | "time" | "duration" | "set" => "date",
        "country" => "country",
        "quantity" => "quantity",
        "indicator" => "indicator",
        "signpost" => "signpost",
        "table" => "table",
        "assessment" => "assessment",
        _ => "event",
    }
}

fn row(kind: &'static str, span: Span, text: String, value: String, rule: Rule) -> ReadingRow {
    let why = rules::described(rule).map_or("", |row| row.sentence);
    let outcome = if value.is_empty() { "beaten" } else { "found" };
    ReadingRow { line: 0, start: 0, end: 0, kind, outcome, text, value, rule, to: "", why, span }
}

fn found(text: &Text, findings: &Findings) -> Vec<ReadingRow> {
    let words = |span: Span| text.words(span).to_owned();
    let mut rows = Vec::new();
    for date in &findings.dates {
        let edtf = date.date.as_ref().map_or("", |d| d.edtf.as_str());
        let value = format!("{} {} {edtf}", date.kind.name(), date.value);
        rows.push(row("date", date.span, words(date.span), value.trim_end().to_owned(), date.rule));
    }
    for country in &findings.countries {
        let value = format!("{} by {}", country.country.code(), country.via.name());
        rows.push(row("country", country.span, words(country.span), value, country.rule));
    }
    for quantity in &findings.quantities {
        let counted = quantity.counted.map(words).unwrap_or_default();
        let unit = quantity.unit.as_deref().unwrap_or(&counted);
        let upper = quantity.upper.map_or(String::new(), |upper| format!("..{upper}"));
        let value = format!("{}{}{upper} {unit}", quantity.qualifier, quantity.value);
        let span = quantity.span;
        rows.push(row("quantity", span, words(span), value.trim_end().to_owned(), quantity.rule));
    }
    for indicator in &findings.indicators {
        let name: Vec<String> = indicator.name.iter().map(|&span| words(span)).collect();
        let country =
            indicator.country.map_or("no country".to_owned(), |(c, _)| c.code().to_owned());
        let period = indicator.period.and_then(|i| findings.dates.get(i));
        let period = period.map_or("no period", |date| date.value.as_str());
        let value = format!("{} = {}, {country}, {period}", name.join(" "), indicator.value);
        rows.push(row(
            "indicator",
            indicator.number,
            words(indicator.number),
            value,
            indicator.rule,
        ));
    }
    for event in &findings.events {
        let title: Vec<String> = event.title.iter().map(|&span| words(span)).collect();
        let date = findings.dates.get(event.date);
        let span = date.map_or_else(Span::default, |date| date.span);
        let when = date.map_or("", |date| date.value.as_str());
        let codes: Vec<&str> = event.countries.iter().map(|(country, _)| country.code()).collect();
        let (kind, mode) = (event.kind.name(), event.mode.name());
        let value = format!("{kind}, {mode}, {when}, {}", codes.join(" "));
        rows.push(row("event", span, title.join(" "), value, event.rule));
    }
    rows
}
