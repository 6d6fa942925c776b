//! Lays a file's own bytes out in numbered rows of a given width. Never interprets them.

use super::glyph;
use crate::text::SourceSpan;
use unicode_segmentation::UnicodeSegmentation;

/// A file laid out for one width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawPage {
    /// Rows from top to bottom, by rising place.
    pub rows: Vec<RawRow>,
    /// Cells the line numbers take.
    pub gutter: usize,
}

/// One row of raw text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawRow {
    /// Its bytes, without the line end.
    pub span: SourceSpan,
    /// Its line, from 1; 0 where a row goes on with the line above.
    pub line: u32,
}

impl RawPage {
    /// Lays out a file; `width` in cells holds the line numbers too.
    pub fn new(bytes: &[u8], width: usize) -> Self {
        let count = memchr::memchr_iter(b'\n', bytes).count() + 1;
        let gutter = count.to_string().len() + 1;
        let mut page = Self { rows: Vec::new(), gutter };
        let room = width.saturating_sub(gutter).max(4);
        let mut at = 0;
        for (i, line) in bytes.split_inclusive(|b| *b == b'\n').enumerate() {
            let body = line.strip_suffix(b"\n").unwrap_or(line);
            let body = body.strip_suffix(b"\r").unwrap_or(body);
            page.wrap(body, at, i as u32 + 1, room);
            at += line.len();
        }
        page
    }

    /// The row that holds a file offset.
    pub fn row_at(&self, at: u32) -> usize {
        self.rows.partition_point(|r| r.span.start <= at).saturating_sub(1)
    }

    fn wrap(&mut self, body: &[u8], at: usize, line: u32, room: usize) {
        let (mut start, mut used, mut number) = (0, 0, line);
        for (i, glyph) in glyphs(body) {
            let cells = glyph::cells(glyph);
            if used > 0 && used + cells > room {
                self.push(at + start, at + i, std::mem::take(&mut number));
                (start, used) = (i, 0);
            }
            used += cells;
        }
        self.push(at + start, at + body.len(), number);
    }

    fn push(&mut self, start: usize, end: usize, line: u32) {
        self.rows.push(RawRow { span: SourceSpan::new(start, end), line });
    }
}

/// The graphemes of bytes with their places; each run of bytes that is no UTF-8 shows as U+FFFD.
pub fn glyphs(bytes: &[u8]) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    bytes.utf8_chunks().flat_map(move |chunk| {
        let start = at;
        let bad = start + chunk.valid().len();
        at = bad + chunk.invalid().len();
        let valid = chunk.valid().grapheme_indices(true).map(move |(i, g)| (start + i, g));
        valid.chain((!chunk.invalid().is_empty()).then_some((bad, "\u{fffd}")))
    })
}
