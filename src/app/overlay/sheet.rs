//! A table of a document, put together: which one, which cell is selected, what of it is in sight. Plain data with what can
//! be read off it; the text behind it stays as it is.

use crate::app::page::{Page, Row};
use crate::app::scroll::step;
use crate::extract::Table;
use crate::model::{Corpus, DocId, Document};
use crate::text::Span;

/// A table over the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The document.
    pub document: DocId,
    /// Which of its tables.
    pub table: usize,
    /// The selected row, heads not counted.
    pub row: usize,
    /// The selected column.
    pub column: usize,
    /// First line in sight.
    pub top: usize,
}

/// A line of a table on the screen: a part of each cell of a row.
#[derive(Debug, Clone)]
pub struct SheetLine {
    /// The row; none for heads.
    pub row: Option<usize>,
    /// For each column, what this line shows of its cell.
    pub parts: Vec<Option<Row>>,
}

impl Sheet {
    /// The table that a place stands in, else the next one after it, else the document's first.
    pub fn at(document: &Document, id: DocId, place: u32) -> Option<Self> {
        let holds = |table: &Table| table_span(table).contains(place);
        let tables = &document.tables;
        let table = tables.iter().position(holds);
        let after = || tables.iter().position(|table| table_span(table).start >= place);
        let table = table.or_else(after).or((!tables.is_empty()).then_some(0))?;
        let mut sheet = Self { document: id, table, row: 0, column: 0, top: 0 };
        sheet.select(document, place);
        Some(sheet)
    }

    /// Its table.
    pub fn table<'a>(&self, corpus: &'a Corpus) -> Option<&'a Table> {
        corpus.document(self.document)?.tables.get(self.table)
    }

    /// The words of the selected cell; nothing where it is empty.
    pub fn cell(&self, corpus: &Corpus) -> Option<Span> {
        self.table(corpus)?.cell(self.row, self.column).filter(|cell| !cell.is_empty())
    }

    /// Moves by rows and columns.
    pub fn step(&mut self, corpus: &Corpus, rows: isize, columns: isize) {
        let Some(table) = self.table(corpus) else { return };
        self.row = step(self.row, rows, table.rows());
        self.column = step(self.column, columns, table.columns.len());
    }

    /// Goes to a neighbouring table of the document; whether there is one.
    pub fn turn(&mut self, corpus: &Corpus, by: isize) -> bool {
        let count = corpus.document(self.document).map_or(0, |d| d.tables.len());
        let next = self.table.checked_add_signed(by).filter(|next| *next < count);
        let Some(table) = next else { return false };
        *self = Self { table, row: 0, column: 0, top: 0, ..*self };
        true
    }

    /// Cells of each column in so many cells, two between.
    pub fn column_width(&self, corpus: &Corpus, width: usize) -> usize {
        let columns = self.table(corpus).map_or(1, |table| table.columns.len()).max(1);
        (width.saturating_sub(2 * (columns - 1)) / columns).max(4)
    }

    /// Its lines at a width.
    pub fn lines(&self, corpus: &Corpus, width: usize) -> Vec<SheetLine> {
        let Some(document) = corpus.document(self.document) else { return Vec::new() };
        let Some(table) = self.table(corpus) else { return Vec::new() };
        let width = self.column_width(corpus, width);
        let wrap = |span: Span| {
            if span.is_empty() {
                Vec::new()
            } else {
                Page::of(&document.text.clean, span, width).rows
            }
        };
        let mut lines = Vec::new();
        let mut add = |row: Option<usize>, cells: Vec<Vec<Row>>| {
            let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            for at in 0..height {
                let parts = cells.iter().map(|rows| rows.get(at).copied()).collect();
                lines.push(SheetLine { row, parts });
            }
        };
        if !table.heads.is_empty() {
            add(None, table.heads.iter().map(|head| wrap(*head)).collect());
        }
        for row in 0..table.rows() {
            let cells = (0..table.columns.len()).map(|c| table.cell(row, c).unwrap_or_default());
            add(Some(row), cells.map(wrap).collect());
        }
        lines
    }

    /// Keeps the selected row in sight of so many lines.
    pub fn settle(&mut self, corpus: &Corpus, (width, height): (usize, usize)) {
        self.step(corpus, 0, 0);
        let lines = self.lines(corpus, width);
        let first = lines.iter().position(|line| line.row == Some(self.row)).unwrap_or(0);
        let last = lines.iter().rposition(|line| line.row == Some(self.row)).unwrap_or(first);
        let first = if self.row == 0 { 0 } else { first };
        self.top = self.top.max((last + 1).saturating_sub(height)).min(first);
        self.top = self.top.min(lines.len().saturating_sub(height));
    }

    fn select(&mut self, document: &Document, place: u32) {
        let Some(table) = document.tables.get(self.table) else { return };
        for (column, cells) in table.columns.iter().enumerate() {
            if let Some(row) = cells.iter().position(|cell| cell.contains(place)) {
                (self.row, self.column) = (row, column);
            }
        }
    }
}

/// A table with its caption and source.
fn table_span(table: &Table) -> Span {
    let around = table.caption.into_iter().chain(table.source);
    around.fold(table.span(), Span::hull)
}
