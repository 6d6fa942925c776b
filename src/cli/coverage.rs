//! `bluf coverage`: how many events and figures are known of each country and year; years that have nothing have no row.

use super::format::{self, Row};
use super::select::Asked;
use crate::query::Coverage;
use crate::query::coverage::{CoverageRow, Tally};
use serde::Serialize;
use std::io::Write;

/// One country and year.
#[derive(Debug, Serialize)]
struct CellRow {
    country: String,
    year: i32,
    events: usize,
    indicators: usize,
}

impl Row for CellRow {
    const COLUMNS: &'static [&'static str] = &["country", "year", "events", "indicators"];
    const SHOWN: usize = 4;

    fn cells(&self) -> Vec<String> {
        let Self { country, year, events, indicators } = self;
        vec![country.clone(), year.to_string(), events.to_string(), indicators.to_string()]
    }
}

/// Prints the counts, the country with most first, its years rising; says on `err` what has no place among them.
pub(super) fn print(
    asked: &Asked,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<usize> {
    let wanted = &asked.lens.countries;
    let view = (&asked.view, asked.lens.dates.as_ref());
    let coverage = Coverage::of(&asked.corpus, view, |country, via| {
        wanted.admits_via(via) && (wanted.is_empty() || wanted.contains(country))
    });
    let mut countries: Vec<&CoverageRow> = coverage.rows.iter().collect();
    let most = |row: &CoverageRow| (row.total.events, row.total.figures);
    countries.sort_by_key(|row| std::cmp::Reverse(most(row)));
    let rows: Vec<CellRow> = countries.into_iter().flat_map(cells).collect();
    let printed = format::print(&rows, asked.format, out)?;
    for (tally, what) in [
        (coverage.undated, "without a date"),
        (coverage.nowhere, "without a country"),
        (coverage.neither, "with neither date nor country"),
    ] {
        if tally != Tally::default() {
            let said = |count: usize, noun: &str| {
                format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
            };
            let (events, figures) = (said(tally.events, "event"), said(tally.figures, "indicator"));
            writeln!(err, "bluf: not counted, {what}: {events}, {figures}")?;
        }
    }
    Ok(printed)
}

fn cells(row: &CoverageRow) -> impl Iterator<Item = CellRow> {
    let country = row.country;
    row.years.iter().map(move |&(year, tally)| CellRow {
        country: country.code().to_owned(),
        year,
        events: tally.events,
        indicators: tally.figures,
    })
}
