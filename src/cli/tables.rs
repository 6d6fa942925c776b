//! `bluf tables`: tables put together again, each cell with the bytes it came from.

use super::arguments::Format;
use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Bytes, Cited, hull};
use crate::extract::{Rule, Table};
use crate::model::Document;
use crate::query::tables;
use crate::text::Span;
use serde::Serialize;
use std::io::Write;

/// One table. Offsets are bytes of the file; `start` and `end` hold heads and cells.
#[derive(Debug, Serialize)]
struct TableRow<'a> {
    doc: &'a str,
    /// Which of the document's tables, from 1.
    table: usize,
    start: u32,
    end: u32,
    caption: Option<Cell<'a>>,
    heads: Vec<Cell<'a>>,
    rows: Vec<Vec<Cell<'a>>>,
    source: Option<Cell<'a>>,
    rule: Rule,
    #[serde(flatten)]
    cited: Cited<'a>,
}

/// Words with their bytes; an empty cell has no words and no bytes.
#[derive(Debug, Serialize)]
struct Cell<'a> {
    text: &'a str,
    start: u32,
    end: u32,
}

/// One cell as a row of its own, for formats that hold no table in a table.
#[derive(Debug, Serialize)]
struct CellRow<'a> {
    doc: &'a str,
    table: usize,
    row: usize,
    column: usize,
    head: &'a str,
    text: &'a str,
    start: u32,
    end: u32,
    rule: Rule,
}

impl Row for CellRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["doc", "table", "row", "column", "head", "text", "start", "end", "rule"];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let number = |n: usize| n.to_string();
        vec![
            self.doc.to_owned(),
            number(self.table),
            number(self.row),
            number(self.column),
            self.head.to_owned(),
            self.text.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.rule.to_owned(),
        ]
    }
}

/// Prints the tables that the lens leaves, and says how many there were: JSON gives each whole, Markdown and the terminal
/// draw it, CSV and plain lines give a line a cell.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    let left = tables::left(&asked.corpus, &asked.lens, &asked.view);
    let found = left.into_iter().filter_map(|(id, table)| {
        let document = asked.corpus.document(id)?;
        let number = document.tables.iter().position(|other| std::ptr::eq(other, table))?;
        Some((document, table, number + 1))
    });
    let found: Vec<(&Document, &Table, usize)> = found.collect();
    match format::chosen(asked.format) {
        format @ (Format::Json | Format::Jsonl) => {
            let rows: Vec<TableRow<'_>> = found.iter().map(|(d, t, n)| row(d, t, *n)).collect();
            format::json(&rows, format, out)?;
        }
        Format::Md => found.iter().try_for_each(|(d, t, n)| markdown(&row(d, t, *n), out))?,
        Format::Table => found.iter().try_for_each(|(d, t, n)| drawn(&row(d, t, *n), out))?,
        Format::Csv | Format::Plain => {
            let cells = found.iter().flat_map(|(d, t, n)| cells(d, t, *n));
            format::print(&cells.collect::<Vec<_>>(), asked.format, out)?;
        }
    }
    out.flush()?;
    Ok(found.len())
}

fn row<'a>(document: &'a Document, table: &Table, number: usize) -> TableRow<'a> {
    let [start, end] = hull(document, table.span());
    let cell = |span: Span| cell(document, span);
    let at = |row: usize| {
        let cells = (0..table.columns.len()).map(|c| table.cell(row, c).unwrap_or_default());
        cells.map(cell).collect()
    };
    TableRow {
        doc: &document.path,
        table: number,
        start,
        end,
        caption: table.caption.map(cell),
        heads: table.heads.iter().map(|head| cell(*head)).collect(),
        rows: (0..table.rows()).map(at).collect(),
        source: table.source.map(cell),
        rule: table.rule,
        cited: Cited::of(document, table.span().start),
    }
}

fn cell(document: &Document, span: Span) -> Cell<'_> {
    let [start, end]: Bytes = if span.is_empty() { [0, 0] } else { hull(document, span) };
    Cell { text: document.text.words(span), start, end }
}

fn cells<'a>(document: &'a Document, table: &Table, number: usize) -> Vec<CellRow<'a>> {
    let head = |c: usize| {
        let head = table.heads.get(c).copied().unwrap_or_default();
        document.text.words(head)
    };
    let mut rows = Vec::new();
    for at in 0..table.rows() {
        for column in 0..table.columns.len() {
            let Some(span) = table.cell(at, column) else { continue };
            let Cell { text, start, end } = cell(document, span);
            let (doc, row) = (&*document.path, at + 1);
            let (table, head, rule) = (number, head(column), table.rule);
            rows.push(CellRow {
                doc,
                table,
                row,
                column: column + 1,
                head,
                text,
                start,
                end,
                rule,
            });
        }
    }
    rows
}

/// A Markdown table under its caption; one without heads has empty ones, which Markdown asks for.
fn markdown(row: &TableRow<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let line = |cells: &[Cell<'_>]| {
        let cells: Vec<String> = cells.iter().map(|cell| format::escaped(cell.text)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let columns = row.rows.first().map_or(0, Vec::len);
    if let Some(caption) = &row.caption {
        writeln!(out, "**{}**\n", format::escaped(caption.text))?;
    }
    let none = format!("|{}", "  |".repeat(columns));
    writeln!(out, "{}", if row.heads.is_empty() { none } else { line(&row.heads) })?;
    writeln!(out, "|{}", " --- |".repeat(columns))?;
    for cells in &row.rows {
        writeln!(out, "{}", line(cells))?;
    }
    writeln!(out, "\n{}, bytes {}–{}\n", format::escaped(row.doc), row.start, row.end)
}

/// A table drawn in columns; cells are wrapped, never cut.
fn drawn(row: &TableRow<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let columns = row.rows.first().map_or(1, Vec::len).max(1);
    let width = (format::terminal_width().unwrap_or(WIDTH).saturating_sub(2 * columns)) / columns;
    let all = || row.rows.iter().chain(std::iter::once(&row.heads));
    let widest = |c: usize| {
        let cells = all().filter_map(|cells| cells.get(c));
        cells.map(|cell| cell.text.chars().count()).max().unwrap_or(0).min(width).max(1)
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    if let Some(caption) = &row.caption {
        writeln!(out, "{}", format::one_line(caption.text))?;
    }
    if !row.heads.is_empty() {
        wrapped(&row.heads, &widths, out)?;
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        writeln!(out, "{}", rules.join("  "))?;
    }
    for cells in &row.rows {
        wrapped(cells, &widths, out)?;
    }
    writeln!(out, "  {} · {}\n", format::one_line(row.doc), row.rule)
}

/// How wide a table is drawn where nobody says, in cells.
const WIDTH: usize = 100;

fn wrapped(cells: &[Cell<'_>], widths: &[usize], out: &mut dyn Write) -> std::io::Result<()> {
    let parts: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(&format::one_line(cell.text), *width))
        .collect();
    let height = parts.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut printed = String::new();
        for (part, width) in parts.iter().zip(widths) {
            let words = part.get(line).map_or("", String::as_str);
            printed.push_str(words);
            let used = words.chars().count();
            printed.push_str(&" ".repeat(width.saturating_sub(used) + 2));
        }
        writeln!(out, "{}", printed.trim_end())?;
    }
    Ok(())
}

/// Words in lines of so many characters; a longer word stands alone on its line.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let room = line.is_empty() || line.chars().count() + 1 + word.chars().count() <= width;
        if !room {
            lines.push(word.to_owned());
        } else if line.is_empty() {
            line.push_str(word);
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines
}
