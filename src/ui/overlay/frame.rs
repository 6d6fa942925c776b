//! The frame of what lies over the panes, and the field in it.

use crate::app::field::Field;
use crate::app::geometry::popup;
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, Clear, Widget};

/// Clears the place of a list and frames it; what is inside the frame.
pub(super) fn frame(canvas: &mut Canvas, title: &str, (columns, rows): (u16, usize)) -> Rect {
    let area = popup(canvas.buffer.area.as_size(), columns, rows);
    framed(canvas, title, area)
}

/// Clears an area and frames it; what is inside the frame.
pub(super) fn framed(canvas: &mut Canvas, title: &str, area: Rect) -> Rect {
    let area = area.intersection(canvas.buffer.area);
    Clear.render(area, canvas.buffer);
    let block = Block::bordered().title(format!(" {title} ")).title_style(canvas.styles.key);
    let inner = block.inner(area);
    block.render(area, canvas.buffer);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// The field one types into, with a note on the right; where the cursor stands.
pub(super) fn field(canvas: &mut Canvas, area: Rect, field: &Field, note: &str) -> Position {
    let styles = canvas.styles;
    let mut pen = Pen::new(canvas.buffer, area);
    pen.put("> ", styles.key);
    let (shown, cursor) = field.window(pen.left());
    pen.put(shown, styles.text);
    pen.right(note, styles.dim);
    Position { x: area.x.saturating_add(2 + cursor as u16), y: area.y }
}
