//! ```text
//! ┌ Table 1 of 2 · 001_7955f991e146a58a ──────────────────────────┐
//! │ Table 1: External and Internal Factors …                      │
//! │ External Factors              Internal Factors                │   heads that print has below
//! │ Proximity of Kazakhstan to    Existing socio-economic and     │   cells side by side
//! │ Source: State Program …                                       │
//! │ row 1 of 4 · ¶ 34, line 332 · table.torn-words                │
//! └───────────────────────────────────────────────────────────────┘
//! ```

use super::frame::framed;
use crate::app::geometry::{SheetAreas, sheet};
use crate::app::label;
use crate::app::overlay::{Sheet, SheetLine};
use crate::extract::rules;
use crate::query::Citation;
use crate::ui::canvas::Canvas;

/// Draws the table.
pub(super) fn draw(canvas: &mut Canvas, shown: &Sheet) {
    let app = canvas.app;
    let areas = sheet(canvas.buffer.area.as_size());
    let Some(document) = app.corpus.document(shown.document) else { return };
    let Some(table) = shown.table(&app.corpus) else { return };
    let count = document.tables.len();
    let title = format!("Table {} of {count} · {}", shown.table + 1, label::document(document));
    framed(canvas, &title, areas.frame);
    let styles = canvas.styles;
    let width = usize::from(areas.caption.width);
    let words = |span| document.text.words(span);
    let caption = table.caption.map_or("(without a caption)", words);
    canvas.pen(areas.caption, 0).fit(caption, width, styles.heading);
    let lines = shown.lines(&app.corpus, areas.rows.width.into());
    let height = usize::from(areas.rows.height);
    for (at, line) in lines.iter().skip(shown.top).take(height).enumerate() {
        draw_line(canvas, shown, line, (&areas, at));
    }
    canvas.pen(areas.source, 0).fit(table.source.map_or("", words), width, styles.dim);
    let below = lines.len().saturating_sub(shown.top + height);
    let more =
        if below > 0 { format!("↓ {}", label::count(below, "line")) } else { String::new() };
    let mut said = format!("row {} of {}", shown.row + 1, table.rows());
    if let Some(cell) = shown.cell(&app.corpus) {
        said = format!("{said} · {}", Citation::of(document, cell).place());
    }
    let why = rules::described(table.rule).map_or("", |row| row.sentence);
    let mut pen = canvas.pen(areas.foot, 0);
    let room = pen.left().saturating_sub(more.chars().count() + 2);
    pen.fit(&format!("{said} · {}: {why}", table.rule), room, styles.dim);
    pen.right(&more, styles.key);
}

fn draw_line(
    canvas: &mut Canvas,
    shown: &Sheet,
    line: &SheetLine,
    (areas, at): (&SheetAreas, usize),
) {
    let (app, styles) = (canvas.app, canvas.styles);
    let Some(document) = app.corpus.document(shown.document) else { return };
    let width = shown.column_width(&app.corpus, areas.rows.width.into());
    let mut pen = canvas.pen(areas.rows, at);
    for (column, part) in line.parts.iter().enumerate() {
        let base = match line.row {
            None => styles.heading,
            Some(row) if (row, column) == (shown.row, shown.column) => styles.selected,
            Some(row) if row % 2 == 1 => styles.dim,
            Some(_) => styles.text,
        };
        pen.skip_to(column * (width + 2));
        let words = part.map_or("", |row| document.text.words(row.span));
        pen.fit(words, width, base);
    }
}
