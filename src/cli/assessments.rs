//! `bluf assessments`: what the authors judge, expect, fear and recommend, each with its words of likelihood.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull, parts};
use crate::extract::AssessmentFinding;
use crate::extract::assessment::{AssessmentKind, Case, Expression, Scale};
use crate::model::Document;
use crate::query::lints::{Lint, lints};
use anyhow::Context;
use serde::Serialize;
use std::io::Write;

/// One assessment. Offsets are bytes of the file.
#[derive(Debug, Serialize)]
struct AssessmentRow<'a> {
    id: String,
    kind: &'static str,
    /// Of a scenario: `best`, `worst`, `most-likely` or `other`.
    case: Option<&'static str>,
    doc: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
    likelihood: Vec<LikelihoodCell<'a>>,
    countries: Vec<CountryCell>,
    /// Where the countries are named: `own`, `paragraph`, `heading`, `title` or `nowhere`.
    countries_from: &'static str,
    horizon: Option<&'a str>,
    section: Option<&'a str>,
    lints: Vec<LintCell>,
    rule: &'a str,
    #[serde(flatten)]
    cited: Cited<'a>,
    spans: Spans,
}

#[derive(Debug, Serialize)]
struct LikelihoodCell<'a> {
    word: &'a str,
    class: &'static str,
    /// The scale whose band is given; none for what has no number.
    scale: Option<&'static str>,
    /// Per cent.
    low: Option<u8>,
    high: Option<u8>,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct CountryCell {
    code: String,
    via: &'static str,
}

#[derive(Debug, Serialize)]
struct LintCell {
    lint: &'static str,
    reason: &'static str,
    standard: &'static str,
}

/// Every part of the file that the row was made of.
#[derive(Debug, Serialize)]
struct Spans {
    text: Vec<Bytes>,
    horizon: Option<Vec<Bytes>>,
}

impl Row for AssessmentRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "kind",
        "countries",
        "likelihood",
        "horizon",
        "doc",
        "text",
        "start",
        "end",
        "section",
        "case",
        "lints",
        "rule",
        "id",
    ];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let codes: Vec<&str> = self.countries.iter().map(|c| c.code.as_str()).collect();
        let likelihood: Vec<String> = self.likelihood.iter().map(LikelihoodCell::told).collect();
        let lints: Vec<&str> = self.lints.iter().map(|l| l.lint).collect();
        vec![
            self.kind.to_owned(),
            codes.join(" "),
            likelihood.join("; "),
            self.horizon.unwrap_or_default().to_owned(),
            self.doc.to_owned(),
            self.text.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.section.unwrap_or_default().to_owned(),
            self.case.unwrap_or_default().to_owned(),
            lints.join(" "),
            self.rule.to_owned(),
            self.id.clone(),
        ]
    }
}

impl LikelihoodCell<'_> {
    /// "likely (icd203 55-80)", "may (hedge)".
    fn told(&self) -> String {
        match (self.scale, self.low, self.high) {
            (Some(scale), Some(low), Some(high)) => format!("{} ({scale} {low}-{high})", self.word),
            _ => format!("{} ({})", self.word, self.class),
        }
    }
}

/// The kinds that words name.
///
/// # Errors
/// When a word names none.
pub(super) fn kinds(words: &[String]) -> anyhow::Result<Vec<AssessmentKind>> {
    let kind = |word: &String| {
        AssessmentKind::parse(word).with_context(|| {
            let all = AssessmentKind::ALL.map(AssessmentKind::name).join(", ");
            format!("--kind {word:?}: no kind of assessment; there are {all}")
        })
    };
    words.iter().map(kind).collect()
}

/// The scale that a word names.
///
/// # Errors
/// When it names none.
pub(super) fn scale(word: &str) -> anyhow::Result<&'static Scale> {
    Scale::named(word).with_context(|| {
        let all: Vec<&str> = Scale::all().iter().map(|scale| scale.name.as_str()).collect();
        format!("--scale {word:?}: no scale of likelihood; there are {}", all.join(", "))
    })
}

/// Prints the assessments that the lens leaves, of these kinds, with the bands of a scale.
pub(super) fn print(
    asked: &Asked,
    kinds: &[AssessmentKind],
    scale: &'static Scale,
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let mut rows: Vec<AssessmentRow<'_>> = Vec::new();
    let mut of: Option<(usize, Vec<(usize, Lint)>)> = None;
    for id in &asked.view.assessments {
        let Some(place) = corpus.assessments.get(id.index()) else { continue };
        let Some((document, finding)) = corpus.assessment(*id) else { continue };
        let number = place.document.index();
        if of.as_ref().is_none_or(|(of, _)| *of != number) {
            of = Some((number, lints(document)));
        }
        let all = of.as_ref().map_or(&[] as &[_], |(_, lints)| lints.as_slice());
        let own = all.iter().filter(|(at, _)| *at == place.finding as usize).map(|(_, lint)| *lint);
        if kinds.is_empty() || kinds.contains(&finding.kind) {
            rows.push(row(document, finding, own.collect(), scale));
        }
    }
    format::print(&rows, asked.format, out)
}

fn row<'a>(
    document: &'a Document,
    finding: &'a AssessmentFinding,
    lints: Vec<Lint>,
    scale: &'static Scale,
) -> AssessmentRow<'a> {
    let text = &document.text;
    let [start, end] = hull(document, finding.span);
    let section = document.section_at(finding.span.start).and_then(|at| document.sections.get(at));
    let section = section.filter(|section| section.level > 0);
    let countries = finding.countries.iter();
    let lint = |lint: Lint| LintCell {
        lint: lint.name(),
        reason: lint.reason(),
        standard: lint.standard(),
    };
    AssessmentRow {
        id: format!("{}!{start}", document.name()),
        kind: finding.kind.name(),
        case: finding.case.map(Case::name),
        doc: &document.path,
        start,
        end,
        text: text.words(finding.span),
        likelihood: finding.likelihood.iter().map(|e| likelihood(document, e, scale)).collect(),
        countries: countries
            .map(|(c, via)| CountryCell { code: c.code().to_owned(), via: via.name() })
            .collect(),
        countries_from: finding.reach.name(),
        horizon: finding.horizon.map(|span| text.words(span)),
        section: section.map(|section| text.words(section.heading)),
        lints: lints.into_iter().map(lint).collect(),
        rule: finding.rule,
        cited: Cited::of(document, finding.span.start),
        spans: Spans {
            text: parts(document, finding.span),
            horizon: finding.horizon.map(|span| parts(document, span)),
        },
    }
}

fn likelihood<'a>(
    document: &'a Document,
    expression: &Expression,
    scale: &'static Scale,
) -> LikelihoodCell<'a> {
    let (class, band) = scale.read(expression);
    let [start, end] = hull(document, expression.span);
    LikelihoodCell {
        word: document.text.words(expression.span),
        class: class.name(),
        scale: band.map(|band| band.scale.name.as_str()),
        low: band.map(|band| band.low),
        high: band.map(|band| band.high),
        start,
        end,
    }
}
