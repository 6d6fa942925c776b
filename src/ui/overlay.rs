//! What lies over the panes: the country picker, the help, the list of sources, the lookup, the answer card,
//! the table of coverage, two countries side by side, the brief, the board of warning signs, the narrative of a term.
//! the table of coverage, two countries side by side, the narrative of a term,
//! a table.

mod board;
mod brief;
mod card;
mod compare;
mod coverage;
mod frame;
mod narrative;
mod palette;
mod ratings;
mod sheet;

use super::canvas::Canvas;
use super::pen::Pen;
use crate::app::geometry::{cut_bottom, cut_top};
use crate::app::label;
use crate::app::overlay::{Help, Overlay, Picker, Sources};
use crate::format::Format;
use crate::query::{SourceCounts, SourceRow, SourceState};
use frame::{field, frame};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Draws what lies over the panes; where the cursor stands if something is typed there.
pub(super) fn draw(canvas: &mut Canvas) -> Option<Position> {
    match &canvas.app.overlay {
        Some(Overlay::Countries(picker)) => Some(countries(canvas, picker)),
        Some(Overlay::Help(list)) => Some(help(canvas, list)),
        Some(Overlay::Sources(list)) => Some(sources(canvas, list)),
        Some(Overlay::Palette(list)) => Some(palette::draw(canvas, list)),
        Some(Overlay::Card(shown)) => {
            card::draw(canvas, shown);
            None
        }
        Some(Overlay::Coverage(survey)) => {
            coverage::draw(canvas, survey);
            None
        }
        Some(Overlay::Compare(pair)) => {
            compare::draw(canvas, pair);
            None
        }
        Some(Overlay::Brief(sheet)) => {
            brief::draw(canvas, sheet);
            None
        }
        Some(Overlay::Board(board)) => board::draw(canvas, board),
        Some(Overlay::Narrative(telling)) => Some(narrative::draw(canvas, telling)),
        Some(Overlay::Sheet(shown)) => {
            sheet::draw(canvas, shown);
            None
        }
        Some(Overlay::Choice(picker)) => Some(compare::choice(canvas, picker)),
        Some(Overlay::Find(_) | Overlay::Dates(_)) | None => None,
    }
}

fn countries(canvas: &mut Canvas, picker: &Picker) -> Position {
    let (app, styles) = (canvas.app, canvas.styles);
    let all = if app.lens.countries.all { "all of them" } else { "any of them" };
    let rows = picker.rows();
    let inner = frame(canvas, &format!("Countries: {all}"), (64, picker.countries.len()));
    let (head, list) = cut_top(inner, 1);
    let on = app.lens.countries.countries.len();
    let cursor = field(canvas, head, &picker.field, &format!("{} shown, {on} on", rows.len()));
    let list = cut_top(list, 1).1;
    if rows.is_empty() {
        let text = format!("no country answers to {:?}", picker.field.text());
        canvas.pen(list, 0).put(&text, styles.text);
    }
    let shown = rows.iter().enumerate().skip(picker.offset).take(list.height.into());
    for (line, (index, (country, events))) in shown.enumerate() {
        let chosen = app.lens.countries.countries.contains(country);
        let style = if index == picker.selected { styles.selected } else { styles.text };
        let style = if chosen { style.patch(styles.key) } else { style };
        let mut pen = canvas.pen(list, line);
        pen.put(if chosen { "[x] " } else { "[ ] " }, style);
        pen.put(country.code(), style).put("  ", style);
        let room = pen.left().saturating_sub(12);
        pen.fit(country.name(), room, style);
        pen.fit(&format!("{:>12}", label::count(*events, "event")), 12, style);
    }
    cursor
}

fn help(canvas: &mut Canvas, help: &Help) -> Position {
    let styles = canvas.styles;
    let rows = help.rows();
    let inner = frame(canvas, "Help: type to narrow, Enter runs", (110, usize::MAX >> 1));
    let (head, list) = cut_top(inner, 1);
    let cursor = field(canvas, head, &help.field, &format!("{} commands", rows.len()));
    let (list, foot) = (cut_top(list, list.height.saturating_sub(1)).0, list);
    let shown = rows.iter().enumerate().skip(help.offset).take(list.height.into());
    for (line, (index, row)) in shown.enumerate() {
        let base = if index == help.selected { styles.selected } else { styles.text };
        let over = |style| if index == help.selected { base } else { style };
        let dead = !(row.enabled)(canvas.app);
        let mut pen = canvas.pen(list, line);
        pen.fit(&row.keys.join(" "), 16, over(styles.key)).put(" ", base);
        let style = if dead { styles.dim } else { base };
        pen.fit(row.title, 19, style).put(" ", base);
        let room = pen.left();
        pen.fit(row.doc, room, over(styles.dim));
    }
    let foot = Rect { y: foot.bottom().saturating_sub(1), height: foot.height.min(1), ..foot };
    if let Some(row) = rows.get(help.selected) {
        let room = usize::from(foot.width);
        canvas.pen(foot, 0).fit(row.doc, room, styles.dim);
    }
    cursor
}

fn sources(canvas: &mut Canvas, list: &Sources) -> Position {
    let (app, styles) = (canvas.app, canvas.styles);
    let counts = app.index.files;
    let inner = frame(canvas, &title(counts), (120, list.shown.len() + 2));
    let (head, rest) = cut_top(inner, 1);
    let cursor = field(canvas, head, &list.field, &label::count(list.shown.len(), "file"));
    let (columns, rest) = cut_top(rest, 1);
    let wide = rest.width >= 90;
    columns_of(
        &mut canvas.pen(columns, 0),
        ["file", "format", "pages", "words", "events"],
        wide,
        styles.dim,
    );
    let (rows, foot) = cut_bottom(rest, 1);
    let shown = list.shown.iter().enumerate().skip(list.offset).take(rows.height.into());
    for (line, (index, &file)) in shown.enumerate() {
        let Some(file) = app.corpus.files.get(file) else { continue };
        let row = app.index.source(&app.corpus, file);
        let base = match (index == list.selected, row.state) {
            (true, _) => styles.selected,
            (false, SourceState::Refused) => styles.error,
            (false, SourceState::Opened) => styles.text,
            (false, _) => styles.dim,
        };
        source(&mut canvas.pen(rows, line), &row, wide, base);
    }
    let selected = list.shown.get(list.selected).and_then(|&file| app.corpus.files.get(file));
    if let Some(file) = selected {
        let row = app.index.source(&app.corpus, file);
        let room = usize::from(foot.width);
        canvas.pen(foot, 0).fit(&whole(&row), room, styles.dim);
    }
    cursor
}

/// How many files there are, and what became of them.
fn title(counts: SourceCounts) -> String {
    let mut parts = vec![format!("Sources: {} opened", counts.opened)];
    let more = [
        (counts.waiting, "waiting"),
        (counts.unpacked, "unpacked"),
        (counts.refused, "refused"),
        (counts.skipped, "left out"),
    ];
    parts.extend(more.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")));
    parts.push(label::bytes(counts.bytes));
    parts.join(" · ")
}

/// One line of the table of sources: a path and five columns, or, where there is none, what is said instead.
fn source(pen: &mut Pen, row: &SourceRow, wide: bool, base: Style) {
    if row.state == SourceState::Opened {
        let format = row.format.map_or("", Format::name);
        let format = row.encoding.unwrap_or(format);
        let pages = row.pages.map(|pages| pages.to_string()).unwrap_or_default();
        let (words, events) = (row.words.to_string(), row.events.to_string());
        let mark = if row.notes.is_empty() { "" } else { " *" };
        let path = format!("{}{mark}", row.path);
        columns_of(pen, [&path, format, &pages, &words, &events], wide, base);
        return;
    }
    let said = match row.notes.first() {
        Some(note) => format!("{}: {note}", row.state.name()),
        None => row.state.name().to_owned(),
    };
    let room = pen.left();
    let path = (room / 2).saturating_sub(1);
    pen.fit_end(row.path, path, base).put("  ", base);
    let room = pen.left();
    pen.fit(&said, room, base);
}

fn columns_of(pen: &mut Pen, cells: [&str; 5], wide: bool, style: Style) {
    let [path, format, pages, words, events] = cells;
    let format_width = if wide { 18 } else { 12 };
    let room = pen.left().saturating_sub(format_width + 25);
    pen.fit_end(path, room, style).put("  ", style).fit(format, format_width, style);
    for (cell, width) in [(pages, 6), (words, 9), (events, 8)] {
        pen.fit(&format!("{cell:>width$}"), width, style);
    }
}

/// Everything there is to say of a file.
fn whole(row: &SourceRow) -> String {
    let mut parts = vec![row.path.to_owned(), row.state.name().to_owned()];
    parts.extend((row.size > 0).then(|| label::bytes(row.size)));
    parts.extend(row.notes.iter().map(|note| (*note).to_owned()));
    parts.join(" · ")
}
