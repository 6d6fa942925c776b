//! What an empty list of findings says: that files are still read, or why it is empty, and which key brings something back. Never hides a count.

use crate::app::page::Page;
use crate::text::Span;
use crate::ui::canvas::Canvas;

/// Writes the reason where the rows would be, and the key that clears the lens below it.
pub(super) fn say(canvas: &mut Canvas, text: &str) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    if app.loading {
        canvas.pen(rows, 0).put("loading…", styles.dim);
        return;
    }
    let lines = Page::of(text, Span::new(0, text.len()), rows.width.into()).rows;
    for (line, row) in lines.iter().enumerate() {
        canvas.pen(rows, line).put(row.span.of(text), styles.text);
    }
    if app.lens.is_empty() {
        return;
    }
    let (key, what) = match app.overlay {
        Some(_) => ("esc", " brings back what was before"),
        None => ("x", " clears the lens"),
    };
    canvas.pen(rows, lines.len()).put(key, styles.key).put(what, styles.dim);
}
