//! Rows of numbers under or over a line of years in; a table out, where every row has a number for every year.
//! Never fills a number in.

use super::block::{is_number, lines, tokens, year};
use super::run::Run;
use crate::extract::finding::Table;
use crate::text::{Span, Text};

/// The longest label of a row, in bytes.
const LABEL: usize = 80;

/// A line of the table: words, then numbers.
struct Line {
    /// The words before; an empty span where there are none.
    label: Span,
    /// The numbers, or years.
    numbers: Vec<Span>,
    /// Whether the numbers are years that rise or fall.
    years: bool,
}

/// The table of a run of lines.
pub(super) fn read(text: &Text, run: &Run) -> Option<Table> {
    let all = run.blocks.iter().flat_map(|block| lines(text, *block));
    let mut rows: Vec<Line> = Vec::new();
    for span in all {
        match line(text, span) {
            Some(line) => rows.push(line),
            None if run.prose => break,
            None => return None,
        }
    }
    let head = if rows.first()?.years {
        rows.remove(0)
    } else if rows.last()?.years && !run.prose {
        rows.pop()?
    } else {
        return None;
    };
    let width = head.numbers.len();
    let labelled = |row: &Line| !row.label.is_empty() && !row.years;
    let last = rows.iter().take_while(|row| labelled(row) && row.numbers.len() == width).count();
    if last < 2 || last < rows.len() && !run.prose {
        return None;
    }
    rows.truncate(last);
    let mut columns = vec![rows.iter().map(|row| row.label).collect::<Vec<Span>>()];
    for c in 0..width {
        columns.push(rows.iter().filter_map(|row| row.numbers.get(c).copied()).collect());
    }
    let heads = std::iter::once(head.label).chain(head.numbers).collect();
    let (caption, source) = (run.caption, run.source);
    Some(Table { caption, heads, columns, source, rule: "table.years" })
}

/// Words and numbers of a line; `None` where it is no row.
fn line(text: &Text, span: Span) -> Option<Line> {
    let tokens = tokens(text, span);
    let is = |token: &&Span| is_number(text.words(**token)) || year(text.words(**token)).is_some();
    let count = tokens.iter().rev().take_while(is).count();
    let (words, numbers) = tokens.split_at(tokens.len() - count);
    let end = words.last().map_or(span.start, |last| last.end);
    let label = Span { start: span.start, end };
    if numbers.len() < 2 || label.len() > LABEL {
        return None;
    }
    let found: Vec<u16> = numbers.iter().filter_map(|n| year(text.words(*n))).collect();
    let pairs = || found.windows(2).filter_map(|pair| Some((pair.first()?, pair.last()?)));
    let ordered = pairs().all(|(a, b)| a < b) || pairs().all(|(a, b)| a > b);
    let years = found.len() == numbers.len() && ordered;
    Some(Line { label, numbers: numbers.to_vec(), years })
}
