//! The list of assessments.

use crate::app::Pane;
use crate::ui::canvas::Canvas;
use crate::ui::pen::Pen;

/// Draws the list.
pub(super) fn assessments(canvas: &mut Canvas) {
    let (app, rows, styles) = (canvas.app, canvas.areas.finding_rows, canvas.styles);
    let state = &app.assessments.rows;
    let shown = app.view.assessments.iter().enumerate().skip(state.offset);
    for (line, (index, id)) in shown.take(rows.height.into()).enumerate() {
        let Some((document, finding)) = app.corpus.assessment(*id) else { continue };
        let selected = index == state.selected && app.focus == Pane::Assessments;
        let base = if selected { styles.selected } else { styles.text };
        let mut pen = Pen::row(canvas.buffer, rows, line);
        let room = pen.left();
        pen.fit(document.text.words(finding.span), room, base);
    }
}
