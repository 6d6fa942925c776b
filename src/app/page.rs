//! Lays a document's reading text out in rows of a given width, furniture folded or not. First fit; every row
//! knows its bytes. Never draws.

use super::glyph;
use crate::model::Document;
use crate::text::{BlockKind, Furniture, Span};
use unicode_segmentation::UnicodeSegmentation;

/// A document laid out for one width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Rows from top to bottom; their starts never fall.
    pub rows: Vec<Row>,
}

/// One row of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the reading text it shows.
    pub span: Span,
    /// Cells left empty before them.
    pub indent: u16,
    /// What it is.
    pub kind: RowKind,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Space between blocks.
    Blank,
    /// Words of a block of this kind.
    Words(BlockKind),
    /// Furniture folded into one row: how many lines of the file, and of what kind the first block is.
    Fold(u32, Furniture),
}

impl Page {
    /// Lays out a document. `width` is in cells; less than one counts as one.
    pub fn new(document: &Document, width: usize, folded: bool) -> Self {
        let mut page = Self::default();
        let blocks = &document.text.blocks;
        let mut previous: Option<BlockKind> = None;
        let mut i = 0;
        while let Some(block) = blocks.get(i) {
            if parted(previous, block.kind) {
                page.push(Span { start: block.span.start, end: block.span.start }, RowKind::Blank);
            }
            previous = Some(block.kind);
            i += 1;
            match block.kind {
                BlockKind::Furniture(furniture) if folded => {
                    let mut span = block.span;
                    let mut count = lines(document, span);
                    while let Some(next) = blocks.get(i).filter(|b| !b.kind.is_body()) {
                        count += lines(document, next.span);
                        span = span.hull(next.span);
                        i += 1;
                    }
                    page.push(span, RowKind::Fold(count, furniture));
                }
                kind => page.wrap(&document.text.clean, block.span, width.max(1), kind),
            }
        }
        page
    }

    /// Lays out one span of prose.
    pub fn of(clean: &str, span: Span, width: usize) -> Self {
        let mut page = Self::default();
        page.wrap(clean, span, width.max(1), BlockKind::Paragraph);
        page
    }

    /// The row that shows an offset of the reading text.
    pub fn row_at(&self, at: u32) -> usize {
        self.rows.partition_point(|r| r.span.start <= at).saturating_sub(1)
    }

    fn push(&mut self, span: Span, kind: RowKind) {
        self.rows.push(Row { span, indent: 0, kind });
    }

    /// First fit: a word goes on the row while it fits; one wider than a whole row is cut between graphemes.
    fn wrap(&mut self, clean: &str, span: Span, width: usize, kind: BlockKind) {
        let text = span.of(clean);
        let hang = hang(text, kind, width);
        let mut row = RowBuilder { page: self, span, hang, width, kind, start: 0, used: 0, end: 0 };
        for (start, word) in words(text) {
            row.add(start, word);
        }
        row.finish();
    }
}

/// Rows of one block under construction; offsets are of the block's own text.
struct RowBuilder<'a> {
    page: &'a mut Page,
    span: Span,
    hang: usize,
    width: usize,
    kind: BlockKind,
    start: usize,
    used: usize,
    end: usize,
}

impl RowBuilder<'_> {
    fn add(&mut self, start: usize, word: &str) {
        let body = word.trim_end_matches([' ', '\n']);
        let cells = glyph::width(body);
        if self.used > 0 && self.used + cells > self.room() {
            self.finish();
        }
        if self.used == 0 {
            self.start = start;
        }
        if cells > self.room() {
            self.cut(start, body);
        } else {
            self.used += cells;
            self.end = start + body.len();
        }
        self.used += word.len() - body.len();
        if word.ends_with('\n') {
            self.finish();
        }
    }

    fn cut(&mut self, start: usize, word: &str) {
        for (i, grapheme) in word.grapheme_indices(true) {
            let cells = glyph::cells(grapheme);
            if self.used > 0 && self.used + cells > self.room() {
                self.finish();
                self.start = start + i;
            }
            self.used += cells;
            self.end = start + i + grapheme.len();
        }
    }

    fn room(&self) -> usize {
        self.width - self.indent()
    }

    fn indent(&self) -> usize {
        if self.start > 0 { self.hang } else { 0 }
    }

    fn finish(&mut self) {
        if self.end > self.start {
            let at = self.span.start as usize;
            let span = Span::new(at + self.start, at + self.end);
            let indent = self.indent() as u16;
            self.page.rows.push(Row { span, indent, kind: RowKind::Words(self.kind) });
        }
        self.start = self.end.max(1);
        self.used = 0;
    }
}

/// Words with the spaces after them, and where they start. A no-break space parts nothing.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive([' ', '\n']).map(move |word| {
        let start = at;
        at += word.len();
        (start, word)
    })
}

/// How far the second row of an item hangs: the width of its mark, within reason.
fn hang(text: &str, kind: BlockKind, width: usize) -> usize {
    let mark = match kind {
        BlockKind::Bullet | BlockKind::Numbered => text.find(' ').map_or(0, |i| i + 1),
        _ => 0,
    };
    let cells = text.get(..mark).map_or(0, glyph::width);
    if cells > 6 || cells * 3 > width { 0 } else { cells }
}

/// Whether an empty row stands between two blocks: not within a list, a table or the front matter.
fn parted(previous: Option<BlockKind>, next: BlockKind) -> bool {
    use BlockKind::{Bullet, Cell, Furniture, Metadata, Numbered};
    let Some(previous) = previous else { return false };
    !matches!(
        (previous, next),
        (Bullet | Numbered, Bullet | Numbered)
            | (Cell, Cell)
            | (Metadata, Metadata)
            | (Furniture(_), Furniture(_))
    )
}

/// Lines of the file that a place was made of.
fn lines(document: &Document, span: Span) -> u32 {
    let source = document.text.source(span);
    document.line(source.end) - document.line(source.start) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;

    fn rows(text: &str, width: usize, kind: BlockKind) -> Vec<(u16, String)> {
        let mut page = Page::default();
        page.wrap(text, Span::new(0, text.len()), width, kind);
        page.rows.iter().map(|r| (r.indent, r.span.of(text).to_owned())).collect()
    }

    #[test]
    fn words_go_on_the_row_while_they_fit() {
        let row = |text: &str| (0, text.to_owned());
        let text = "border agreement of 2025";
        let check = |width, expected: &[&str]| {
            let expected: Vec<_> = expected.iter().map(|t| row(t)).collect();
            assert_eq!(rows(text, width, BlockKind::Paragraph), expected, "{width}");
        };
        check(80, &[text]);
        check(16, &["border agreement", "of 2025"]);
        check(15, &["border", "agreement of", "2025"]);
        check(5, &["borde", "r", "agree", "ment", "of", "2025"]);
    }

    #[test]
    fn an_item_hangs_under_its_first_word() {
        let expected = vec![(0, "• one two".to_owned()), (2, "three".to_owned())];
        assert_eq!(rows("• one two three", 10, BlockKind::Bullet), expected);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_row_is_too_wide_and_no_word_is_lost(text in "[a-zé外\u{301}\t\u{7} \n-]{0,60}", width in 4usize..40) {
            let rows = rows(&text, width, BlockKind::Paragraph);
            for (_, row) in &rows {
                let alone = row.graphemes(true).count() == 1;
                prop_assert!(alone || glyph::width(row) <= width, "{:?} in {}", row, width);
            }
            let dark = |t: &str| t.chars().filter(|c| !" \n".contains(*c)).collect::<String>();
            let shown: String = rows.iter().map(|(_, row)| dark(row)).collect();
            prop_assert_eq!(shown, dark(&text));
        }
    }
}
