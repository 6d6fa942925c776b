//! ```text
//! ┌ Coverage: events by year · lens “treaty” ─────────────────────┐
//! │                    total  2018 2019 2020 2021 2022 2023 2024  │
//! │ all countries         58     4    ·    9   12    2    1   30  │   each event once
//! │ KZ Kazakhstan         34     1    ·    4    8    ·    1   20  │   blanks are what is not known
//! │ Kazakhstan, 2024: 20 events, 3 figures                        │   the selected cell
//! │ Not in the table: 3 events undated, 2 without a country       │
//! └───────────────────────────────────────────────────────────────┘
//! ```

use super::frame::framed;
use crate::app::geometry::{CoverageAreas, coverage};
use crate::app::label;
use crate::app::overlay::Survey;
use crate::query::coverage::{CoverageRow, Period, Tally};
use crate::query::{CountryFilter, Lens, Measure};
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

/// The mark of a blank: nothing is known.
const BLANK: &str = "·";
/// The mark of years that have nothing, too many to give each a column.
const GAP: &str = "⋯";

/// Draws the table.
pub(super) fn draw(canvas: &mut Canvas, survey: &Survey) {
    let areas = coverage(canvas.buffer.area.as_size());
    framed(canvas, &title(survey), areas.frame);
    head(canvas, survey, &areas);
    line(canvas, survey, (None, 0), (&areas, areas.all, 0));
    for at in 0..usize::from(areas.rows.height) {
        let index = survey.top + at;
        let Some(row) = survey.row(index) else { break };
        line(canvas, survey, (Some(row), index + 1), (&areas, areas.rows, at));
    }
    if survey.rows.is_empty() {
        let said = format!("no {} with a country and a date", survey.measure.noun());
        let style = canvas.styles.text;
        canvas.pen(areas.rows, 0).put(&said, style);
    }
    foot(canvas, survey, &areas);
}

/// What is counted, by what, and under which lens.
fn title(survey: &Survey) -> String {
    let scale = if survey.decades { "decade" } else { "year" };
    let mut title = format!("Coverage: {}s by {scale}", survey.measure.noun());
    if survey.decades && survey.wanted.is_none() {
        title.push_str(" (years do not fit)");
    }
    let rest = Lens { countries: CountryFilter::default(), ..survey.lens.clone() };
    if !rest.is_empty() {
        title = format!("{title} · lens: {rest}");
    }
    if !survey.lens.countries.is_empty() {
        title = format!("{title} · countries of the lens ({}) hide no row", survey.lens.countries);
    }
    title
}

/// The columns in sight, each with its place among all.
fn in_sight(survey: &Survey, areas: &CoverageAreas) -> impl Iterator<Item = (usize, Period)> {
    let across = areas.cells / survey.column_width();
    let shown = survey.columns.iter().enumerate().skip(survey.first).take(across);
    shown.map(|(at, period)| (at + 1, *period)).collect::<Vec<_>>().into_iter()
}

/// The names of the columns.
fn head(canvas: &mut Canvas, survey: &Survey, areas: &CoverageAreas) {
    let styles = canvas.styles;
    let over = |column: usize| if column == survey.column { styles.key } else { styles.dim };
    let mut pen = canvas.pen(areas.head, 0);
    pen.fit("", areas.names, styles.dim);
    pen.put(&format!("{:>width$}", "total", width = areas.totals), over(0));
    let width = survey.column_width();
    for (column, period) in in_sight(survey, areas) {
        let name = if matches!(period, Period::Gap(..)) { GAP.to_owned() } else { period.name() };
        pen.put(&format!("{name:>width$}"), over(column));
    }
}

/// A row of the table; that of all countries where none is given.
fn line(
    canvas: &mut Canvas,
    survey: &Survey,
    (row, index): (Option<&CoverageRow>, usize),
    (areas, area, at): (&CoverageAreas, Rect, usize),
) {
    let styles = canvas.styles;
    let lit = row.is_some_and(|row| survey.lens.countries.contains(row.country));
    let selected = index == survey.row;
    let name = row.map_or_else(
        || "all countries".to_owned(),
        |row| format!("{} {}", row.country.code(), row.country.name()),
    );
    let base = if row.is_none() { styles.heading } else { styles.text };
    let style = match (selected, lit) {
        (true, _) => styles.key,
        (false, true) => styles.country,
        (false, false) => base,
    };
    let mut pen = canvas.pen(area, at);
    pen.fit(&name, areas.names.saturating_sub(1), style).put(" ", base);
    let mut put = |column: usize, period: Option<Period>, width: usize| {
        let count = survey.cell(row, period).of(survey.measure);
        let said = match (period, count) {
            (Some(Period::Gap(..)), _) => " ".to_owned(),
            (_, 0) => BLANK.to_owned(),
            (_, count) => short(count, width - 1),
        };
        let here = selected && column == survey.column;
        let style = if here {
            styles.selected
        } else if count == 0 {
            styles.dim
        } else {
            base
        };
        pen.put(" ", base);
        pen.put(&format!("{said:>width$}", width = width - 1), style);
    };
    put(0, None, areas.totals.max(2));
    for (column, period) in in_sight(survey, areas) {
        put(column, Some(period), survey.column_width());
    }
}

/// A count in so many cells: "9999", "12k".
fn short(count: usize, cells: usize) -> String {
    let whole = count.to_string();
    if whole.len() <= cells {
        return whole;
    }
    let thousands = format!("{}k", count / 1_000);
    if thousands.len() <= cells { thousands } else { format!("{}M", count / 1_000_000) }
}

/// What the selected cell is, what the table lacks, and how to read it.
fn foot(canvas: &mut Canvas, survey: &Survey, areas: &CoverageAreas) {
    let styles = canvas.styles;
    let (country, period) = survey.selected();
    let whose = country.map_or("all countries", |country| country.name());
    let when = period.map_or_else(|| "all years".to_owned(), Period::name);
    let cell = format!("{whose}, {when}: {}", both(survey.here()));
    let mut pen = canvas.pen(areas.foot, 0);
    let room = pen.left();
    let more = more(survey, areas);
    pen.fit(&cell, room.saturating_sub(more.chars().count() + 2), styles.key);
    pen.right(&more, styles.dim);
    let width = usize::from(areas.foot.width);
    canvas.pen(areas.foot, 1).fit(&lacking(survey), width, styles.text);
    let lens = if survey.lens.dates.is_some() { ", or the lens does," } else { "," };
    let told = format!(
        "Counted in the year it begins{lens} under each of its countries. {BLANK} nothing found"
    );
    canvas.pen(areas.foot, 2).fit(&told, width, styles.dim);
}

/// "3 events, 1 figure".
fn both(tally: Tally) -> String {
    format!("{}, {}", label::count(tally.events, "event"), label::count(tally.figures, "figure"))
}

/// What lies out of sight.
fn more(survey: &Survey, areas: &CoverageAreas) -> String {
    let height = usize::from(areas.rows.height);
    let below = survey.rows.len().saturating_sub(survey.top + height);
    let across = areas.cells / survey.column_width();
    let right = survey.columns.len().saturating_sub(survey.first + across);
    let sides = [
        ("↑", survey.top, "row"),
        ("↓", below, "row"),
        ("←", survey.first, "column"),
        ("→", right, "column"),
    ];
    let told = sides.iter().filter(|(_, count, _)| *count > 0);
    let told = told.map(|(arrow, count, noun)| format!("{arrow} {}", label::count(*count, noun)));
    told.collect::<Vec<_>>().join("  ")
}

/// What stands nowhere in the table.
fn lacking(survey: &Survey) -> String {
    let table = &survey.table;
    let kinds = [
        (table.undated, "undated"),
        (table.nowhere, "without country"),
        (table.neither, "with neither"),
    ];
    let told = |measure: Measure| {
        let some = kinds.iter().map(|(tally, what)| (tally.of(measure), what));
        let some: Vec<String> =
            some.filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        some.join(", ")
    };
    let measure = survey.measure;
    let counted = table.total.of(measure);
    let out: usize = kinds.iter().map(|(tally, _)| tally.of(measure)).sum();
    let all = label::count(counted + out, measure.noun());
    match out {
        0 => format!("All {all} are in the table."),
        _ => format!("{counted} of {all}; not here: {}", told(measure)),
    }
}
