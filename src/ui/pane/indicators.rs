//! ```text
//! ▸recruits turned back         KZ  2014–2017       ▇█▅▄           ∆−54%     a series: · where a period has none
//!  └ 20 years of the border         2014             136            ↑  11.9y  its values, with their documents
//!  └ 20 years of the border         2015             151            ↑  10.9y
//!  population                   KZ  2016      2.7 million            ✓ 9.9y
//! ──────────────────────────────────────────────────────────
//! 136 · recruits turned back …                                               the selected figure in full
//! ```
//!
//! The list of figures: ✓ adds up, ≠ does not, ↑ a newer value is known, ! stated otherwise, ∆ computed.

use super::chart::written;
use super::empty;
use super::figure;
use super::spark::spark;
use crate::app::pane::{Kind, Line};
use crate::app::{App, Pane, glyph, label};
use crate::model::{Indicator, IndicatorId};
use crate::query::figures::{Derived, Formula, change};
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use ratatui::style::Style;

/// Draws list and detail.
pub(super) fn indicators(canvas: &mut Canvas) {
    let (app, rows) = (canvas.app, canvas.areas.finding_rows);
    let state = &app.indicators;
    if state.lines.is_empty() {
        nothing(canvas);
        return;
    }
    let shown = state.lines.iter().enumerate().skip(state.rows.offset);
    for (at, (index, line)) in shown.take(rows.height.into()).enumerate() {
        let Some(row) = app.corpus.indicators.get(line.id.index()) else { continue };
        entry(canvas, (at, index), *line, row);
    }
    figure::detail(canvas);
}

/// Why the list is empty, and what to do about it.
fn nothing(canvas: &mut Canvas) {
    let app = canvas.app;
    let counts = app.view.counts;
    let searched = format!(
        "{}, {}",
        label::count(counts.documents_total, "document"),
        label::count(counts.sentences, "sentence")
    );
    let text = if counts.indicators_total == 0 {
        format!("No figure that counts or measures anything in {searched}.")
    } else {
        let hidden = label::count(counts.indicators_hidden(), "indicator");
        format!("No indicator for {} in {searched}; {hidden} hidden.", app.lens)
    };
    empty::say(canvas, &text);
}

/// Cells of the columns; the name has what they leave.
struct Columns {
    name: usize,
    period: usize,
    value: usize,
    unit: usize,
    marks: usize,
    age: usize,
    document: usize,
}

impl Columns {
    fn of(width: u16) -> Self {
        let mut columns = match width {
            140.. => {
                Self { name: 0, period: 13, value: 16, unit: 18, marks: 4, age: 8, document: 34 }
            }
            100.. => {
                Self { name: 0, period: 12, value: 14, unit: 12, marks: 4, age: 6, document: 20 }
            }
            66.. => Self { name: 0, period: 11, value: 12, unit: 9, marks: 4, age: 6, document: 0 },
            54.. => Self { name: 0, period: 9, value: 11, unit: 7, marks: 3, age: 0, document: 0 },
            _ => Self { name: 0, period: 8, value: 9, unit: 0, marks: 3, age: 0, document: 0 },
        };
        let Self { period, value, unit, marks, age, document, .. } = columns;
        // Country codes and the spaces between columns.
        let taken = 3 + 4 + period + value + unit + marks + age + document;
        columns.name = usize::from(width).saturating_sub(taken);
        columns
    }
}

fn entry(canvas: &mut Canvas, (at, index): (usize, usize), line: Line, row: &Indicator) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    let selected = index == app.indicators.rows.selected;
    let reversed = selected && app.focus == Pane::Indicators;
    let base = if reversed { styles.selected } else { styles.text };
    let over = |style: Style| if reversed { base } else { style };
    let columns = Columns::of(rows.width);
    let lit = row.country.is_some_and(|(country, via)| app.lens.lights_country(country, via));
    let country = if lit { styles.hit } else { styles.country };
    let mut pen = Pen::row(canvas.buffer, rows, at);
    let mark = if selected { "▸" } else { " " };
    pen.put(mark, if selected { over(styles.selected_elsewhere) } else { base });
    let document = app.corpus.document(row.document).map_or("", |d| label::document(d));
    let member = line.kind == Kind::Member;
    if member {
        pen.put("└ ", over(styles.dim));
        pen.fit(document, columns.name.saturating_sub(2), over(styles.dim));
    } else {
        let style = if line.kind == Kind::Head { over(styles.group) } else { base };
        pen.fit(app.corpus.string(row.name), columns.name, style);
    }
    let code = row.country.filter(|_| !member).map(|(country, _)| country);
    let code = code.as_ref().map_or("", |country| country.code());
    pen.put(" ", base).fit(code, 3, over(country));
    if line.kind == Kind::Head {
        head(
            &mut pen,
            app,
            (index, line),
            &columns,
            (base, over(styles.column), over(styles.mode)),
        );
    } else {
        figure(&mut pen, app, (line.id, row), &columns, (base, over(styles.mode)));
    }
    if columns.document > 0 {
        let shown = if line.kind == Kind::Alone { document } else { "" };
        pen.put(" ", base).fit(shown, columns.document, over(styles.dim));
    }
    pen.fill(" ", base);
}

/// Period, value, unit, marks and age of a figure.
fn figure(
    pen: &mut Pen,
    app: &App,
    (id, row): (IndicatorId, &Indicator),
    columns: &Columns,
    (base, mark): (Style, Style),
) {
    let period = app.corpus.string(row.edtf);
    let period = if period.is_empty() { String::new() } else { label::edtf(period) };
    pen.fit(&period, columns.period, base).put(" ", base);
    let unit = app.corpus.string(row.unit);
    let mut value = written(app, row);
    // "sevenfold" says its unit.
    let unit = if value.ends_with("fold") { "" } else { unit };
    if columns.unit == 0 && unit == "percent" && !value.ends_with('%') {
        value.push('%');
    }
    right(pen, &value, columns.value, base);
    pen.put(" ", base).fit(unit, columns.unit, base);
    pen.fit(&marks(app, id), columns.marks, mark);
    let age = app.age(row).map_or_else(String::new, short_age);
    right(pen, &age, columns.age, base);
}

/// What is known of a group: its series, and how it changed; without one how many values it has.
fn head(
    pen: &mut Pen,
    app: &App,
    (index, line): (usize, Line),
    columns: &Columns,
    (base, column, mark): (Style, Style, Style),
) {
    let series = app.longest_series(line.id);
    let row = |id: &IndicatorId| app.corpus.indicators.get(id.index());
    let Some(series) = series else {
        let members = app.indicators.lines.iter().skip(index + 1);
        let count = members.take_while(|line| line.kind == Kind::Member).count();
        let end = pen.column() + columns.period + 1;
        pen.fill_to(end, " ", base);
        right(pen, &label::count(count, "value"), columns.value, base);
        let end = pen.column() + 1 + columns.unit + columns.marks + columns.age;
        pen.fill_to(end, " ", base);
        return;
    };
    let ends = [series.points.first(), series.points.last()].map(|id| id.and_then(row));
    let span = match ends {
        [Some(from), Some(to)] => {
            let point = |row: &Indicator| label::edtf(app.corpus.string(row.edtf));
            let (from, to) = (point(from), point(to));
            let short = glyph::width(&from) + glyph::width(&to) < columns.period;
            if short { format!("{from}–{to}") } else { from }
        }
        _ => String::new(),
    };
    pen.fit(&span, columns.period, base).put(" ", base);
    right(pen, &spark(app, series, columns.value), columns.value, column);
    let unit = ends.into_iter().flatten().next().map_or("", |row| app.corpus.string(row.unit));
    pen.put(" ", base).fit(unit, columns.unit, base);
    let derived = change(&app.corpus, series);
    let growth = derived.iter().find(|d| d.formula == Formula::Growth).or(derived.first());
    let text = growth.map_or_else(String::new, grown);
    let room = columns.marks + columns.age;
    right(pen, if glyph::width(&text) < room { &text } else { "" }, room, mark);
}

/// "∆−54%".
fn grown(derived: &Derived) -> String {
    let sign = if derived.value > 0.0 { "+" } else { "" };
    let unit = if derived.formula == Formula::Growth { "%" } else { "" };
    let bound = label::bound(derived.qualifier);
    let value =
        if derived.formula == Formula::Growth { derived.value.round() } else { derived.value };
    format!("∆{bound}{sign}{}{unit}", label::computed(value))
}

/// Writes at the right end of a column.
fn right(pen: &mut Pen, text: &str, width: usize, style: Style) {
    let end = pen.column() + width;
    let start = end.saturating_sub(glyph::width(text));
    pen.fill_to(start, " ", style).fit(text, end.saturating_sub(start).min(width), style);
    pen.fill_to(end, " ", style);
}

/// What is known of a figure beside others, in marks.
fn marks(app: &App, id: IndicatorId) -> String {
    let Some(figures) = &app.indicators.figures else { return String::new() };
    let mut marks = String::from(" ");
    marks.extend(figures.total(id).map(|total| if total.agrees { '✓' } else { '≠' }));
    marks.extend((!figures.conflicts(id).is_empty()).then_some('!'));
    marks.extend(figures.superseded_by(id).map(|_| '↑'));
    marks
}

/// "12d", "5m", "8.9y"; what is still ahead with a plus.
fn short_age(days: i64) -> String {
    let sign = if days < 0 { "+" } else { "" };
    match days.unsigned_abs() {
        days @ 0..60 => format!("{sign}{days}d"),
        days @ 60..700 => format!("{sign}{}m", days / 30),
        days => format!("{sign}{:.1}y", days as f64 / 365.25),
    }
}
