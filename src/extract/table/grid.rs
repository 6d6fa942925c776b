//! Rows whose cells the file itself parts, by bars or by gaps, in; a table out, where all rows have as many cells.
//! Never decides where a cell ends by its words.

use super::block::{WIDE, is_figure, parts, parts_by};
use super::run::Run;
use crate::extract::finding::Table;
use crate::extract::via::Rule;
use crate::text::{Span, Text};

/// The longest head, in bytes.
const HEAD: usize = 80;

/// The table of a run of rows.
pub(super) fn read(text: &Text, run: &Run) -> Option<Table> {
    if run.prose || run.blocks.len() < 2 {
        return None;
    }
    let barred = |block: &Span| text.words(*block).split(' ').any(|word| word == "|");
    let by_bars = run.blocks.iter().any(barred);
    let rows = if by_bars { bars(text, run) } else { gaps(text, run)? };
    let width = rows.first()?.len();
    if width < 2 || rows.len() < 2 || rows.iter().any(|row| row.len() != width) {
        return None;
    }
    let columns = (0..width).map(|c| rows.iter().filter_map(|row| row.get(c).copied()).collect());
    let mut columns: Vec<Vec<Span>> = columns.collect();
    columns.retain(|column| column.iter().any(|cell| !cell.is_empty()));
    let heads = heads(text, &columns);
    if !heads.is_empty() {
        for column in &mut columns {
            column.remove(0);
        }
    }
    let rows = columns.first().map_or(0, Vec::len);
    // Gaps are in justified lines and formulas too: there heads over figures must stand above, or a table's caption.
    let sure = by_bars || !heads.is_empty() && rows >= 2 || is_named(text, run) && rows >= 3;
    let fits = columns.len() >= 2 && (rows >= 2 || rows == 1 && !heads.is_empty()) && sure;
    let rule: Rule = if by_bars { "table.bars" } else { "table.gaps" };
    fits.then_some(Table { caption: run.caption, heads, columns, source: run.source, rule })
}

/// The cells of each row, parted by bars; a line of dashes below the heads is no row.
fn bars(text: &Text, run: &Run) -> Vec<Vec<Span>> {
    let is_rule = |words: &str| words.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '));
    let blocks = run.blocks.iter().filter(|b| !is_rule(text.words(**b)));
    blocks.map(|block| barred(text.words(*block), block.start as usize)).collect()
}

/// The cells of one row; an empty cell is an empty span.
fn barred(words: &str, start: usize) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut push = |from: usize, to: usize| {
        let part = words.get(from..to).unwrap_or_default();
        let bare = part.trim();
        let lead = part.len() - part.trim_start().len();
        cells.push(Span::new(start + from + lead, start + from + lead + bare.len()));
    };
    let mut from = 0;
    let bytes = words.as_bytes();
    for at in memchr::memchr_iter(b'|', bytes) {
        let before = at == 0 || bytes.get(at - 1) == Some(&b' ');
        let after = bytes.get(at + 1).is_none_or(|b| *b == b' ');
        if before && after {
            push(from, at);
            from = at + 1;
        }
    }
    push(from, words.len());
    cells
}

/// Whether a caption says that it is a table, and its cells have no line ends that a tab could be taken for.
fn is_named(text: &Text, run: &Run) -> bool {
    let named = run.caption.is_some_and(|c| text.words(c).to_lowercase().starts_with("table"));
    let wide = |block: &Span| parts_by(text, *block, |width| width >= WIDE).len();
    named && run.blocks.iter().all(|block| parts(text, *block, WIDE).len() == wide(block))
}

/// The cells of each row, parted by gaps; all rows must have as many.
fn gaps(text: &Text, run: &Run) -> Option<Vec<Vec<Span>>> {
    let rows = |wide: usize| -> Vec<Vec<Span>> {
        run.blocks.iter().map(|block| parts(text, *block, wide)).collect()
    };
    let even = |rows: &Vec<Vec<Span>>| {
        let width = rows.first().map_or(0, Vec::len);
        width >= 2 && rows.iter().all(|row| row.len() == width)
    };
    [WIDE, WIDE - 1].into_iter().map(rows).find(even)
}

/// The first row, where it is plainly one of heads: short words, each another, above figures in some column.
fn heads(text: &Text, columns: &[Vec<Span>]) -> Vec<Span> {
    let first: Vec<Span> = columns.iter().filter_map(|c| c.first().copied()).collect();
    let words: Vec<&str> = first.iter().map(|span| text.words(*span)).collect();
    let years = words.iter().filter(|w| super::block::year(w).is_some()).count();
    let letters = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count();
    let named = |w: &str| letters(w) >= 2 || super::block::year(w).is_some();
    let short = words.iter().skip(1).all(|w| w.len() <= HEAD && named(w))
        && words.first().is_some_and(|w| w.len() <= HEAD && (w.is_empty() || named(w)));
    let distinct = words.iter().enumerate().all(|(i, w)| !words.iter().take(i).any(|o| o == w));
    let figures = |column: &Vec<Span>| {
        column.len() > 1 && column.iter().skip(1).all(|c| is_figure(text.words(*c)))
    };
    let above = columns.iter().zip(&words).any(|(c, w)| figures(c) && !is_figure(w));
    if short && distinct && (above || years >= 2) { first } else { Vec::new() }
}
