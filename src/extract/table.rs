//! Finds tables whose rows and columns are certain: reading text in; captions, heads and cells by column out.
//! Never guesses: a table whose structure could be another stays the lines it is, and the trace says why.

mod block;
mod evidence;
mod grid;
mod heads;
mod lexicon;
mod run;
mod torn;
mod years;

use super::finding::Table;
use super::trace::Trace;
use crate::text::Text;

/// The tables of a text, rising by place.
pub fn find(text: &Text, trace: &mut Trace) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < text.blocks.len() {
        let Some(run) = run::at(text, at) else {
            at += 1;
            continue;
        };
        let read = grid::read(text, &run)
            .or_else(|| years::read(text, &run))
            .or_else(|| torn::read(text, &run, trace));
        if let Some(table) = read {
            at = run.end.max(at + 1);
            tables.push(table);
        } else {
            // What is no table may be followed by one: the blocks of prose were only looked at.
            at += if run.prose { 1 } else { (run.end - at).max(1) };
        }
    }
    tables
}
