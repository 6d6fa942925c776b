//! The picture of the state. Never changes it, waits or looks at the clock.
//!
//! ```text
//! 120 columns                              80 columns, a list over the text
//! ┌ 1 Documents ─┬ 3 Events ───────────┐   ┌ 3 Events ───────────┐
//! │ list         │ histogram           │   │ histogram           │
//! │              │ list                │   │ list                │
//! ├ Outline ─────┤ selected, in full   │   ├ 2 Reader ───────────┤
//! │              ├ 2 Reader ───────────┤   │                     │
//! │              │                     │   │                     │
//! │ status                             │   │ status              │
//! │ footer: hints, or the prompt       │   │ footer              │
//! └────────────────────────────────────┘   └─────────────────────┘
//! ```

use super::canvas::Canvas;
use super::pen::Pen;
use super::{Styles, overlay, pane, status};
use crate::app::App;
use crate::app::geometry;
use ratatui::Frame;

/// Draws the whole screen.
pub fn draw(app: &App, styles: &Styles, frame: &mut Frame) {
    let size = frame.area().as_size();
    let areas = geometry::areas(size, app);
    let canvas = &mut Canvas { app, styles, areas, buffer: frame.buffer_mut() };
    for rule in areas.rules {
        for y in 0..rule.height {
            Pen::row(canvas.buffer, rule, y.into()).put("│", styles.dim);
        }
    }
    pane::documents(canvas);
    pane::reader(canvas);
    pane::findings(canvas);
    status::status(canvas);
    let prompt = status::footer(canvas);
    let cursor = overlay::draw(canvas).or(prompt);
    if let Some(cursor) = cursor.filter(|c| frame.area().contains(*c)) {
        frame.set_cursor_position(cursor);
    }
}
