//! `bluf indicators --series` and `--derived`: figures of one thing along the calendar, and what is computed of figures.
//! What is computed never stands among what is stated.

use super::format::{self, Row};
use super::indicators::name_of;
use super::select::Asked;
use crate::model::{Corpus, Indicator, IndicatorId};
use crate::query::Figures;
use crate::query::figures::{Derived, Formula, Series, change};
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;

/// One series.
#[derive(Debug, Serialize)]
struct SeriesRow<'a> {
    /// The id of its first point.
    id: String,
    name: &'a str,
    country: Option<String>,
    unit: Option<&'a str>,
    /// How long its periods are: `day`, `week`, `month`, `quarter`, `half-year` or `year`.
    grain: &'static str,
    points: Vec<Point<'a>>,
    /// What is computed of its first and its last point.
    derived: Vec<Computed>,
}

/// One value of a series.
#[derive(Debug, Serialize)]
struct Point<'a> {
    id: String,
    doc: &'a str,
    period: &'a str,
    value: f64,
    qualifier: &'a str,
    written: &'a str,
}

/// One computed value in a series.
#[derive(Debug, Serialize)]
struct Computed {
    formula: &'static str,
    value: f64,
    qualifier: &'static str,
    operands: Vec<String>,
}

/// One computed value.
#[derive(Debug, Serialize)]
struct DerivedRow<'a> {
    status: &'static str,
    formula: &'static str,
    value: f64,
    qualifier: &'static str,
    unit: Option<&'a str>,
    /// What the first operand counts.
    name: &'a str,
    country: Option<String>,
    operands: Vec<String>,
}

impl Row for SeriesRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["country", "unit", "grain", "name", "points", "derived", "id"];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let point = |p: &Point<'_>| format!("{}: {}", p.period, bounded(p.qualifier, p.value));
        let points: Vec<String> = self.points.iter().map(point).collect();
        let computed = |d: &Computed| format!("{} {}", d.formula, bounded(d.qualifier, d.value));
        let derived: Vec<String> = self.derived.iter().map(computed).collect();
        vec![
            self.country.clone().unwrap_or_default(),
            self.unit.unwrap_or_default().to_owned(),
            self.grain.to_owned(),
            self.name.to_owned(),
            points.join("; "),
            derived.join("; "),
            self.id.clone(),
        ]
    }
}

impl Row for DerivedRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["status", "formula", "qualifier", "value", "unit", "country", "name", "operands"];
    const SHOWN: usize = 8;

    fn cells(&self) -> Vec<String> {
        vec![
            self.status.to_owned(),
            self.formula.to_owned(),
            self.qualifier.to_owned(),
            self.value.to_string(),
            self.unit.unwrap_or_default().to_owned(),
            self.country.clone().unwrap_or_default(),
            self.name.to_owned(),
            self.operands.join(" "),
        ]
    }
}

/// Prints the series that have a point that the lens leaves, whole.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let figures = Figures::new(corpus);
    let left: HashSet<IndicatorId> = asked.view.indicators.iter().copied().collect();
    let all = figures.groups.iter().flat_map(|group| &group.series);
    let shown = all.filter(|series| series.points.iter().any(|id| left.contains(id)));
    let rows: Vec<SeriesRow<'_>> = shown.filter_map(|series| row(corpus, series)).collect();
    format::print(&rows, asked.format, out)
}

/// Prints what is computed of figures that the lens leaves.
pub(super) fn derived(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let figures = Figures::new(corpus);
    let left: HashSet<IndicatorId> = asked.view.indicators.iter().copied().collect();
    let series = figures.groups.iter().flat_map(|group| &group.series);
    let mut all: Vec<Derived> = series.flat_map(|series| change(corpus, series)).collect();
    all.extend(&figures.pairs);
    all.sort_by_key(|derived| derived.operands);
    let shown = all.iter().filter(|derived| derived.operands.iter().all(|id| left.contains(id)));
    let rows: Vec<DerivedRow<'_>> = shown.filter_map(|one| derived_row(corpus, one)).collect();
    format::print(&rows, asked.format, out)
}

fn row<'a>(corpus: &'a Corpus, series: &Series) -> Option<SeriesRow<'a>> {
    let get = |id: &IndicatorId| corpus.indicators.get(id.index());
    let first = series.points.first().and_then(get)?;
    let point = |id: &IndicatorId| {
        let row = get(id)?;
        let document = corpus.document(row.document)?;
        Some(Point {
            id: name_of(corpus, *id)?,
            doc: &document.path,
            period: corpus.string(row.edtf),
            value: row.value,
            qualifier: corpus.string(row.qualifier),
            written: document.text.words(row.number),
        })
    };
    let computed = |derived: Derived| Computed {
        formula: derived.formula.name(),
        value: derived.value,
        qualifier: derived.qualifier,
        operands: operands(corpus, &derived),
    };
    Some(SeriesRow {
        id: name_of(corpus, *series.points.first()?)?,
        name: corpus.string(first.name),
        country: country(first),
        unit: unit(corpus, first),
        grain: series.grain.name(),
        points: series.points.iter().filter_map(point).collect(),
        derived: change(corpus, series).into_iter().map(computed).collect(),
    })
}

fn derived_row<'a>(corpus: &'a Corpus, derived: &Derived) -> Option<DerivedRow<'a>> {
    let first = derived.operands.first().and_then(|id| corpus.indicators.get(id.index()))?;
    let own = matches!(derived.formula, Formula::Change | Formula::Net);
    let percent = matches!(derived.formula, Formula::Growth | Formula::Share);
    Some(DerivedRow {
        status: "derived",
        formula: derived.formula.name(),
        value: derived.value,
        qualifier: derived.qualifier,
        unit: if own { unit(corpus, first) } else { percent.then_some("percent") },
        name: corpus.string(first.name),
        country: country(first),
        operands: operands(corpus, derived),
    })
}

fn operands(corpus: &Corpus, derived: &Derived) -> Vec<String> {
    derived.operands.iter().filter_map(|id| name_of(corpus, *id)).collect()
}

fn country(row: &Indicator) -> Option<String> {
    row.country.map(|(country, _)| country.code().to_owned())
}

fn unit<'a>(corpus: &'a Corpus, row: &Indicator) -> Option<&'a str> {
    Some(corpus.string(row.unit)).filter(|unit| !unit.is_empty())
}

/// A value with its qualifier, where it has one.
fn bounded(qualifier: &str, value: f64) -> String {
    let qualifier = if qualifier == "=" { "" } else { qualifier };
    format!("{qualifier}{value}")
}
