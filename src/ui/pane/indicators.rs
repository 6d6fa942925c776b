//! The list of figures.

use crate::app::Pane;
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;

/// Draws the list.
pub(super) fn indicators(canvas: &mut Canvas) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    let state = &app.indicators.rows;
    let shown = app.view.indicators.iter().enumerate().skip(state.offset);
    for (line, (index, id)) in shown.take(rows.height.into()).enumerate() {
        let Some(row) = app.corpus.indicators.get(id.index()) else { continue };
        let selected = index == state.selected && app.focus == Pane::Indicators;
        let base = if selected { styles.selected } else { styles.text };
        let mut pen = Pen::row(canvas.buffer, rows, line);
        let room = pen.left();
        pen.fit(app.corpus.string(row.name), room, base);
    }
}
