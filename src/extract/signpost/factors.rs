//! Columns of tables whose head says that what stands in them are factors, drivers, risks or triggers: each cell is a thing
//! to be watched, and what it points to stands in the caption. Columns come in, findings go out.

use super::class::{FACTORS, LEADS, MEASURE};
use super::finding::SignpostFinding;
use super::word::{hull, words};
use crate::extract::Table;
use crate::text::{Span, Text};

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// The caption of its table.
    pub caption: Option<Span>,
    /// Its head.
    pub head: Span,
    /// Its cells from top to bottom; an empty cell is an empty span.
    pub cells: &'a [Span],
}

impl<'a> Column<'a> {
    /// The columns of tables, those without a head left out.
    pub fn of(tables: &'a [Table]) -> Vec<Self> {
        let columns = |table: &'a Table| {
            let both = table.heads.iter().zip(&table.columns);
            both.map(|(&head, cells)| Self { caption: table.caption, head, cells })
        };
        tables.iter().flat_map(columns).filter(|column| !column.head.is_empty()).collect()
    }
}

/// The cells of columns of factors.
pub(super) fn find(text: &Text, columns: &[Column<'_>]) -> Vec<SignpostFinding> {
    let factors = columns.iter().filter(|column| is_of_factors(text, column.head));
    let mut found = Vec::new();
    for column in factors {
        let points_to = column.caption.and_then(|caption| led_to(text, caption));
        let told = column.cells.iter().filter(|cell| is_told(text, **cell));
        found.extend(told.map(|&cell| SignpostFinding {
            span: cell,
            sentence: cell,
            points_to,
            under: Some(column.head),
            kind: None,
            countries: Vec::new(),
            told: None,
            rule: "signpost.factors",
        }));
    }
    found
}

/// "External Factors", but not "Economic Indicators".
fn is_of_factors(text: &Text, head: Span) -> bool {
    let words = words(text, head);
    let last = words.iter().rfind(|word| !word.mark);
    let factors = last.is_some_and(|word| word.is(FACTORS));
    let measure = last.is_some_and(|word| word.low.starts_with("indicator"))
        && words.iter().any(|word| word.is(MEASURE));
    factors && !measure && words.len() <= 6
}

/// A cell that says something, and is no number.
fn is_told(text: &Text, cell: Span) -> bool {
    let words = words(text, cell);
    words.iter().any(|word| word.low.chars().any(char::is_alphabetic))
}

/// What a caption says that the factors lead to: "Factors Contributing to Terrorism in Kazakhstan".
fn led_to(text: &Text, caption: Span) -> Option<Span> {
    let words = words(text, caption);
    let factors = words.iter().rposition(|word| word.is(FACTORS))?;
    let mut rest = words.get(factors + 1..)?;
    if !rest.first()?.is(LEADS) {
        return None;
    }
    while rest.first().is_some_and(|word| word.is(LEADS)) {
        rest = rest.get(1..)?;
    }
    hull(rest)
}
