//! What lies over the panes: the country picker, the help, the list of problems.

use super::canvas::Canvas;
use super::pen::Pen;
use crate::app::field::Field;
use crate::app::geometry::{cut_top, popup};
use crate::app::label;
use crate::app::overlay::{Help, Overlay, Picker};
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

/// Draws what lies over the panes; where the cursor stands if something is typed there.
pub(super) fn draw(canvas: &mut Canvas) -> Option<Position> {
    match &canvas.app.overlay {
        Some(Overlay::Countries(picker)) => Some(countries(canvas, picker)),
        Some(Overlay::Help(list)) => Some(help(canvas, list)),
        Some(Overlay::Problems(top)) => {
            problems(canvas, *top);
            None
        }
        Some(Overlay::Find(_) | Overlay::Dates(_)) | None => None,
    }
}

/// Clears the place of a list and frames it; what is inside the frame.
fn frame(canvas: &mut Canvas, title: &str, (columns, rows): (u16, usize)) -> Rect {
    let area = popup(canvas.buffer.area.as_size(), columns, rows).intersection(canvas.buffer.area);
    Clear.render(area, canvas.buffer);
    let block = Block::bordered().title(format!(" {title} ")).title_style(canvas.styles.key);
    let inner = block.inner(area);
    block.render(area, canvas.buffer);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

fn field(canvas: &mut Canvas, area: Rect, field: &Field, note: &str) -> Position {
    let styles = canvas.styles;
    let mut pen = Pen::new(canvas.buffer, area);
    pen.put("> ", styles.key);
    let (shown, cursor) = field.window(pen.left());
    pen.put(shown, styles.text);
    pen.right(note, styles.dim);
    Position { x: area.x.saturating_add(2 + cursor as u16), y: area.y }
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

fn problems(canvas: &mut Canvas, top: usize) {
    let styles = canvas.styles;
    let problems = &canvas.app.corpus.diagnostics;
    let errors = problems.iter().filter(|d| d.error).count();
    let skipped = problems.len() - errors;
    let title = format!("{errors} could not be read, {skipped} left out by rule");
    let inner = frame(canvas, &title, (100, problems.len() * 2));
    let mut line = 0;
    for problem in problems.iter().skip(top) {
        let style = if problem.error { styles.error } else { styles.text };
        canvas.pen(inner, line).put(&problem.path, style);
        canvas.pen(inner, line + 1).put("  ", styles.text).put(&problem.message, styles.text);
        line += 2;
        if line >= usize::from(inner.height) {
            break;
        }
    }
}
