//! Prints rows in the format asked for. Knows no row's meaning: columns and serde do.

use super::arguments::Format;
use serde::Serialize;
use std::io::{IsTerminal, Write};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A row that can be printed in every format: serde gives the JSON, `cells` the columns.
pub(super) trait Row: Serialize {
    /// Names of the columns; the same words as the JSON keys they show.
    const COLUMNS: &'static [&'static str];

    /// How many of the columns a table shows; the last of them takes what room is left.
    const SHOWN: usize;

    /// One cell a column.
    fn cells(&self) -> Vec<String>;
}

/// Prints all rows and says how many there were.
pub(super) fn print<R: Row>(
    rows: &[R],
    format: Option<Format>,
    out: &mut dyn Write,
) -> anyhow::Result<usize> {
    match chosen(format) {
        format @ (Format::Jsonl | Format::Json) => json(rows, format, out)?,
        Format::Csv => csv(rows, out)?,
        Format::Md => markdown(rows, out)?,
        Format::Plain => {
            for row in rows {
                let cells: Vec<String> = row.cells().iter().map(|c| one_line(c)).collect();
                writeln!(out, "{}", cells.join("\t"))?;
            }
        }
        Format::Table => table(rows, terminal_width(), out)?,
    }
    out.flush()?;
    Ok(rows.len())
}

/// Prints rows as one JSON array, else as one object a line.
pub(super) fn json<R: Serialize>(
    rows: &[R],
    format: Format,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    if format == Format::Json {
        serde_json::to_writer_pretty(&mut *out, rows)?;
        out.write_all(b"\n")?;
        return Ok(());
    }
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The format that is asked for, else the one that suits where the rows go.
pub(super) fn chosen(format: Option<Format>) -> Format {
    let terminal = std::io::stdout().is_terminal();
    format.unwrap_or(if terminal { Format::Table } else { Format::Plain })
}

/// Whether rows are printed for a person to read.
pub(super) fn is_table(format: Option<Format>) -> bool {
    chosen(format) == Format::Table
}

/// Cells of the terminal that rows are printed on, if it is one.
pub(super) fn terminal_width() -> Option<usize> {
    std::io::stdout().is_terminal().then(width).flatten()
}

fn width() -> Option<usize> {
    crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns))
}

fn csv<R: Row>(rows: &[R], out: &mut dyn Write) -> std::io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(R::COLUMNS).map_err(unwrapped)?;
    for row in rows {
        writer.write_record(row.cells()).map_err(unwrapped)?;
    }
    writer.flush()
}

/// The I/O error inside a csv error, so that a closed pipe is known as one.
fn unwrapped(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

fn markdown<R: Row>(rows: &[R], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "| {} |", R::COLUMNS.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(R::COLUMNS.len()))?;
    for row in rows {
        let cells: Vec<String> = row.cells().iter().map(|cell| escaped(cell)).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Words of a cell of a Markdown table.
pub(super) fn escaped(cell: &str) -> String {
    one_line(cell).replace('\\', "\\\\").replace('|', "\\|")
}

/// Aligned columns, the first [`Row::SHOWN`] of them, cut where the terminal ends.
fn table<R: Row>(rows: &[R], limit: Option<usize>, out: &mut dyn Write) -> std::io::Result<()> {
    let head: Vec<String> = R::COLUMNS.iter().take(R::SHOWN).map(|c| c.to_uppercase()).collect();
    let cells = |row: &R| row.cells().iter().take(R::SHOWN).map(|c| one_line(c)).collect();
    let body = rows.iter().map(cells);
    let lines: Vec<Vec<String>> = std::iter::once(head).chain(body).collect();
    let mut widths = vec![0; R::SHOWN];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.width().min(WIDEST));
        }
    }
    for line in &lines {
        let mut printed = String::new();
        for (i, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let last = i + 1 == line.len();
            let cell = if last { cell.clone() } else { cut(cell, *width) };
            printed.push_str(&cell);
            if !last {
                printed.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
            }
        }
        let printed = limit.map_or_else(|| printed.clone(), |limit| cut(&printed, limit));
        writeln!(out, "{}", printed.trim_end())?;
    }
    Ok(())
}

/// The widest a column of a table gets, in cells; the last column is free.
const WIDEST: usize = 44;

/// A text cut to so many cells, with an ellipsis where something is missing.
fn cut(text: &str, cells: usize) -> String {
    if text.width() <= cells {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() >= cells {
            break;
        }
        used += grapheme.width();
        kept.push_str(grapheme);
    }
    kept.push('…');
    kept
}

/// A text on one line, without control characters, line separators or marks that turn the direction of writing:
/// documents and their names are hostile until read.
pub(super) fn one_line(text: &str) -> String {
    let shown = |c: char| match c {
        '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => ' ',
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_says_so_and_keeps_its_width() {
        assert_eq!(cut("Kazakhstan", 10), "Kazakhstan");
        assert_eq!(cut("Kazakhstan", 5), "Kaza…");
        assert_eq!(cut("哈萨克斯坦", 5), "哈萨…");
    }

    #[test]
    fn control_characters_never_reach_the_terminal() {
        assert_eq!(one_line("a\x1b[31mb\nc\td\u{202e}e"), "a [31mb c d\u{fffd}e");
    }
}
