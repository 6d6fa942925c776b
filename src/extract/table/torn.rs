//! Cells that print has torn out of their table, one column after the other with the heads above or below, in; the table
//! out, where the heads can be told apart and the cells themselves say that they stand so.

use super::evidence::{self, Verdict};
use super::heads;
use super::run::Run;
use crate::extract::finding::Table;
use crate::extract::trace::Trace;
use crate::extract::via::Rule;
use crate::text::{Span, Text};

/// What a torn table is weighed as; the rule that reads it says by what it is known.
const TORN: Rule = "table.torn";

/// The table of a run of cells.
pub(super) fn read(text: &Text, run: &Run, trace: &mut Trace) -> Option<Table> {
    if run.prose || run.blocks.len() < 5 {
        return None;
    }
    let last = run.blocks.split_last().map(|(line, cells)| (*line, cells));
    let first = run.blocks.split_first().map(|(line, cells)| (*line, cells));
    let mut refused = None;
    for (line, cells) in [last, first].into_iter().flatten() {
        let Some(heads) = heads::of(text, line, run.caption) else { continue };
        match columns(text, cells, &heads) {
            Ok((columns, rule)) => {
                let (caption, source) = (run.caption, run.source);
                return Some(Table { caption, heads, columns, source, rule });
            }
            Err(guard) => {
                refused.get_or_insert((line, guard));
            }
        }
    }
    let unknown = || last.map(|(line, _)| (line, "table.not-the-caption"));
    let refused = refused.or_else(unknown).filter(|_| run.caption.is_some());
    if let Some((line, guard)) = refused {
        trace.lose(line, TORN, guard);
    }
    None
}

/// The cells by column, and the rule that knows them; else the guard that refuses them.
fn columns(text: &Text, cells: &[Span], heads: &[Span]) -> Result<(Vec<Vec<Span>>, Rule), Rule> {
    let count = heads.len();
    if let Some(columns) = evidence::numbered(text, cells, count) {
        return Ok((columns, "table.torn-numbers"));
    }
    let each = cells.len() / count;
    if !cells.len().is_multiple_of(count) || each < 2 {
        return Err("table.not-even");
    }
    let columns: Vec<&[Span]> = cells.chunks(each).collect();
    match evidence::of(text, &columns, heads) {
        Some(Verdict::For(rule)) => Ok((columns.into_iter().map(<[Span]>::to_vec).collect(), rule)),
        Some(Verdict::Against(guard)) => Err(guard),
        None => Err("table.not-sure"),
    }
}
