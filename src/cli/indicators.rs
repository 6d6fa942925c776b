//! `bluf indicators`: figures with what they count, where and when.

use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull, parts};
use crate::model::{Corpus, Indicator};
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
        ]
    }
}

/// Prints the indicators that the lens leaves.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let corpus = &asked.corpus;
    let left = asked.view.indicators.iter().filter_map(|id| corpus.indicators.get(id.index()));
    let rows: Vec<IndicatorRow<'_>> = left.filter_map(|i| row(corpus, i)).collect();
    format::print(&rows, asked.format, out)
}

fn row<'a>(corpus: &'a Corpus, indicator: &Indicator) -> Option<IndicatorRow<'a>> {
    let document = corpus.document(indicator.document)?;
    let [start, end] = hull(document, indicator.number);
    let stated = |text: &'a str| Some(text).filter(|t| !t.is_empty());
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
    })
}
