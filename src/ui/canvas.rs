//! What every part of the picture is drawn from and on.

use super::pen::Pen;
use super::theme::Styles;
use crate::app::geometry::Areas;
use crate::app::{App, Pane, glyph};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// State, looks and rectangles in; cells out.
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
        let taken = if note.is_empty() { 2 } else { glyph::width(note) + 7 };
        let room = pen.left().saturating_sub(taken);
        let width = glyph::width(title).min(room);
        pen.put(" ", style).fit(title, width, style).put(" ", style);
        let at = pen.column();
        self.end_title((area, at), note, (rule, line));
    }

    /// The title row of several lists that share a place: the one on the screen as [`Canvas::title`] has it.
    pub(super) fn tabs(&mut self, area: Rect, tabs: &[(Pane, String)], note: &str) {
        if area.height < 2 {
            return;
        }
        let (app, styles) = (self.app, self.styles);
        let focused = app.focus == app.findings && app.overlay.is_none();
        let (rule, line) = if focused { ("━", styles.key) } else { ("─", styles.dim) };
        let mut pen = Pen::new(self.buffer, area);
        for (pane, title) in tabs {
            let here = *pane == app.findings;
            let style = match (here, focused) {
                (true, true) => styles.title_focused,
                (true, false) => styles.title,
                (false, _) => styles.dim,
            };
            pen.put(rule, line).put(" ", style).put(title, style).put(" ", style);
        }
        let at = pen.column();
        self.end_title((area, at), note, (rule, line));
    }

    /// The rest of a title row from a column on: its rule, and the note at its right end.
    fn end_title(&mut self, (area, at): (Rect, usize), note: &str, (rule, style): (&str, Style)) {
        let mut pen = Pen::new(self.buffer, area);
        pen.skip_to(at).fill(rule, style);
        if !note.is_empty() {
            let mut pen = Pen::new(self.buffer, area);
            pen.skip_to(at + 1);
            pen.right(&format!(" {note} {rule}"), style);
        }
    }

    /// A pen on a row of an area.
    pub(super) fn pen(&mut self, area: Rect, row: usize) -> Pen<'_> {
        Pen::row(self.buffer, area, row)
    }
}
