//! Writes text into one row of cells: grapheme by grapheme, safe, never past the row's end. The one way text becomes
//! cells.

use crate::app::glyph;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// A pen on one row.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    row: Rect,
    used: u16,
}

impl<'a> Pen<'a> {
    /// A pen at the start of an area's first row.
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        let row = area.intersection(buffer.area);
        let row = Rect { height: row.height.min(1), ..row };
        Self { buffer, row: if row.height == 0 { Rect::default() } else { row }, used: 0 }
    }

    /// A pen on the row `index` of an area.
    pub(super) fn row(buffer: &'a mut Buffer, area: Rect, index: usize) -> Self {
        let index = u16::try_from(index).unwrap_or(u16::MAX);
        if index >= area.height {
            return Self::new(buffer, Rect::default());
        }
        Self::new(buffer, Rect { y: area.y + index, height: 1, ..area })
    }

    /// Cells left on the row.
    pub(super) fn left(&self) -> usize {
        usize::from(self.row.width - self.used)
    }

    /// Cells written.
    pub(super) fn column(&self) -> usize {
        self.used.into()
    }

    /// Writes as much as fits.
    pub(super) fn put(&mut self, text: &str, style: Style) -> &mut Self {
        for grapheme in text.graphemes(true) {
            if !self.glyph(grapheme, style) {
                break;
            }
        }
        self
    }

    /// Writes within `width` cells, with a mark where something was cut, and fills up to there.
    pub(super) fn fit(&mut self, text: &str, width: usize, style: Style) -> &mut Self {
        let end = self.column() + width.min(self.left());
        if glyph::width(text) <= width {
            self.put(text, style);
        } else {
            for grapheme in text.graphemes(true) {
                if self.column() + glyph::cells(grapheme) >= end {
                    break;
                }
                self.glyph(grapheme, style);
            }
            if self.column() < end {
                self.put("…", style);
            }
        }
        self.fill_to(end, " ", style)
    }

    /// Like [`Pen::fit`], but keeps the end where something was cut: the name in a path.
    pub(super) fn fit_end(&mut self, text: &str, width: usize, style: Style) -> &mut Self {
        let end = self.column() + width.min(self.left());
        let mut over = glyph::width(text).saturating_sub(width);
        if over == 0 || width == 0 {
            return self.fit(text, width, style);
        }
        self.put("…", style);
        over += 1;
        let mut graphemes = text.graphemes(true);
        while over > 0 {
            let Some(grapheme) = graphemes.next() else { break };
            over = over.saturating_sub(glyph::cells(grapheme));
        }
        self.put(graphemes.as_str(), style);
        self.fill_to(end, " ", style)
    }

    /// Writes at the right end of the row, if there is room after a space.
    pub(super) fn right(&mut self, text: &str, style: Style) -> &mut Self {
        let width = glyph::width(text);
        if 0 < width && width < self.left() {
            let start = usize::from(self.row.width) - width;
            self.skip_to(start).put(text, style);
        }
        self
    }

    /// Fills with one glyph up to a column.
    pub(super) fn fill_to(&mut self, column: usize, with: &str, style: Style) -> &mut Self {
        while self.column() < column.min(self.row.width.into()) && self.glyph(with, style) {}
        self
    }

    /// Fills the rest of the row.
    pub(super) fn fill(&mut self, with: &str, style: Style) -> &mut Self {
        self.fill_to(self.row.width.into(), with, style)
    }

    /// Leaves cells as they are up to a column.
    pub(super) fn skip_to(&mut self, column: usize) -> &mut Self {
        self.used = self.used.max(column.min(self.row.width.into()) as u16);
        self
    }

    /// Writes one grapheme; false where it does not fit any more.
    pub(super) fn glyph(&mut self, grapheme: &str, style: Style) -> bool {
        let cells = glyph::cells(grapheme);
        if cells > self.left() {
            return false;
        }
        let safe = glyph::safe(grapheme);
        if grapheme == "\t" {
            for _ in 0..cells {
                self.cell(" ", style);
            }
        } else if cells > 0 {
            self.cell(&safe, style);
            for _ in 1..cells {
                self.cell("", style);
            }
        }
        true
    }

    /// One cell; an empty symbol stands for the second half of a wide glyph.
    fn cell(&mut self, symbol: &str, style: Style) {
        let at = (self.row.x + self.used, self.row.y);
        if let Some(cell) = self.buffer.cell_mut(at) {
            cell.reset();
            cell.set_symbol(if symbol.is_empty() { " " } else { symbol }).set_style(style);
        }
        self.used += 1;
    }
}
