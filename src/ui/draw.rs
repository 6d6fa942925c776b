//! The picture of the state. Never changes it, waits or looks at the clock.
//!
//! ```text
//! 120 columns                              80 columns, a list over the text
//! ┌ 1 Documents ─┬ 3 Events ───────────┐   ┌ 3 Events ───────────┐
//! │ list         │ histogram           │   │ histogram           │
//! │              │ list                │   │ list                │
//! ├ Outline ─────┤ selected, in full   │   ├ 2 Text ─────────────┤
//! │              ├ 2 Text ─────────────┤   │                     │
//! │              │                     │   │                     │
//! │ status                             │   │ status              │
//! │ footer: hints, or the prompt       │   │ footer              │
//! └────────────────────────────────────┘   └─────────────────────┘
//! ```

use super::pen::Pen;
use super::{Styles, overlay, pane, status};
use crate::app::geometry::{self, Areas};
use crate::app::{App, Pane};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    pane::events(canvas);
    status::status(canvas);
    let prompt = status::footer(canvas);
    let cursor = overlay::draw(canvas).or(prompt);
    if let Some(cursor) = cursor.filter(|c| frame.area().contains(*c)) {
        frame.set_cursor_position(cursor);
    }
}

/// What every part of the picture is drawn from and on.
pub(super) struct Canvas<'a> {
    pub(super) app: &'a App,
    pub(super) styles: &'a Styles,
    pub(super) areas: Areas,
    pub(super) buffer: &'a mut Buffer,
}

impl Canvas<'_> {
    /// The title row of a pane: a heavy rule and a reversed title where it has the focus.
    pub(super) fn title(&mut self, area: Rect, pane: Pane, title: &str, note: &str) {
        if area.height < 2 {
            return;
        }
        let focused = self.app.focus == pane && self.app.overlay.is_none();
        let styles = self.styles;
        let (rule, style) =
            if focused { ("━", styles.title_focused) } else { ("─", styles.title) };
        let line = if focused { styles.key } else { styles.dim };
        let mut pen = Pen::new(self.buffer, area);
        pen.put(rule, line);
        let taken = if note.is_empty() { 2 } else { crate::app::glyph::width(note) + 7 };
        let room = pen.left().saturating_sub(taken);
        let width = crate::app::glyph::width(title).min(room);
        pen.put(" ", style).fit(title, width, style).put(" ", style);
        let at = pen.column();
        pen.fill(rule, line);
        if !note.is_empty() {
            let mut pen = Pen::new(self.buffer, area);
            pen.skip_to(at + 1);
            pen.right(&format!(" {note} {rule}"), line);
        }
    }

    /// A pen on a row of an area.
    pub(super) fn pen(&mut self, area: Rect, row: usize) -> Pen<'_> {
        Pen::row(self.buffer, area, row)
    }
}
