//! `bluf indicators`: figures with what they count, where and when; their series; what is computed of them.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull, parts};
use crate::model::{Corpus, Indicator, IndicatorId};
use crate::query::Figures;
use serde::Serialize;
use std::io::Write;

/// One figure. Offsets are bytes of the file; `start` and `end` hold the number, `quote` is its clause.
#[derive(Debug, Serialize)]
struct IndicatorRow<'a> {
    id: String,
    doc: &'a str,
    start: u32,
    end: u32,
    quote: &'a str,
    name: &'a str,
    country: Option<String>,
    period: Option<&'a str>,
    value: f64,
    qualifier: &'a str,
    unit: Option<&'a str>,
    rule: &'a str,
    via: Option<&'static str>,
    #[serde(flatten)]
    cited: Cited<'a>,
    spans: Spans,
    /// The number as written.
    written: &'a str,
    /// The id of its series: that of the series' first point.
    series: Option<String>,
    /// `stated`, or `total` where its parts are known.
    status: &'static str,
    /// The ids of its parts.
    total_of: Vec<String>,
    /// What the parts add up to, where that is not what is stated: computed, never stated.
    sum: Option<f64>,
    /// The id of the newest value of the same thing.
    superseded_by: Option<String>,
    /// The ids of figures that state the same period otherwise.
    conflicts: Vec<String>,
}

/// Every part of the file that the row was made of.
#[derive(Debug, Serialize)]
struct Spans {
    clause: Vec<Bytes>,
    period: Option<Vec<Bytes>>,
}

impl Row for IndicatorRow<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "period",
        "country",
        "qualifier",
        "value",
        "unit",
        "doc",
        "name",
        "start",
        "end",
        "quote",
        "rule",
        "id",
        "written",
        "series",
        "status",
        "total_of",
        "sum",
        "superseded_by",
        "conflicts",
    ];
    const SHOWN: usize = 7;

    fn cells(&self) -> Vec<String> {
        vec![
            self.period.unwrap_or_default().to_owned(),
            self.country.clone().unwrap_or_default(),
            self.qualifier.to_owned(),
            self.value.to_string(),
            self.unit.unwrap_or_default().to_owned(),
            self.doc.to_owned(),
            self.name.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.quote.to_owned(),
            self.rule.to_owned(),
            self.id.clone(),
            self.written.to_owned(),
            self.series.clone().unwrap_or_default(),
            self.status.to_owned(),
            self.total_of.join(" "),
            self.sum.map(|sum| sum.to_string()).unwrap_or_default(),
            self.superseded_by.clone().unwrap_or_default(),
            self.conflicts.join(" "),
        ]
    }
}

/// Prints the indicators that the lens leaves.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let figures = Figures::new(corpus);
    let left = asked.view.indicators.iter();
    let rows: Vec<IndicatorRow<'_>> = left.filter_map(|id| row(corpus, &figures, *id)).collect();
    format::print(&rows, asked.format, out)
}

fn row<'a>(corpus: &'a Corpus, figures: &Figures, id: IndicatorId) -> Option<IndicatorRow<'a>> {
    let indicator: &Indicator = corpus.indicators.get(id.index())?;
    let document = corpus.document(indicator.document)?;
    let [start, end] = hull(document, indicator.number);
    let stated = |text: &'a str| Some(text).filter(|t| !t.is_empty());
    let total = figures.total(id);
    let ids = |ids: &[IndicatorId]| ids.iter().filter_map(|id| name_of(corpus, *id)).collect();
    let series = figures.series(corpus, id).and_then(|series| series.points.first());
    Some(IndicatorRow {
        id: format!("{}#{start}", document.name()),
        doc: &document.path,
        start,
        end,
        quote: document.text.words(indicator.clause),
        name: corpus.string(indicator.name),
        country: indicator.country.map(|(c, _)| c.code().to_owned()),
        period: stated(corpus.string(indicator.edtf)),
        value: indicator.value,
        qualifier: corpus.string(indicator.qualifier),
        unit: stated(corpus.string(indicator.unit)),
        rule: corpus.string(indicator.rule),
        via: indicator.country.map(|(_, via)| via.name()),
        cited: Cited::of(document, indicator.number.start),
        spans: Spans {
            clause: parts(document, indicator.clause),
            period: indicator.period.map(|p| parts(document, p)),
        },
        written: document.text.words(indicator.number),
        series: series.and_then(|first| name_of(corpus, *first)),
        status: if total.is_some() { "total" } else { "stated" },
        total_of: total.map_or_else(Vec::new, |total| ids(&total.parts)),
        sum: total.filter(|total| !total.agrees).map(|total| total.sum),
        superseded_by: figures.superseded_by(id).and_then(|newest| name_of(corpus, newest)),
        conflicts: ids(&figures.conflicts(id)),
    })
}

/// The id that a figure has in exports: its document's name and the place of its number.
pub(super) fn name_of(corpus: &Corpus, id: IndicatorId) -> Option<String> {
    let row = corpus.indicators.get(id.index())?;
    let document = corpus.document(row.document)?;
    Some(format!("{}#{}", document.name(), hull(document, row.number)[0]))
}
