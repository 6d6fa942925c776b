//! Blocks in; a run of them that may be one table, with its caption and its source, out. Never looks into a cell.

use crate::text::{Block, BlockKind, Span, Text};

/// Blocks that may be a table.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// The caption above, else the one below.
    pub(super) caption: Option<Span>,
    /// Its blocks, furniture left out.
    pub(super) blocks: Vec<Span>,
    /// The line that says where it is from.
    pub(super) source: Option<Span>,
    /// The block after it.
    pub(super) end: usize,
    /// Whether its blocks were taken for paragraphs.
    pub(super) prose: bool,
}

/// The most rows of a table, and the most paragraphs that are looked at for rows.
const MOST: usize = 4096;
const MOST_PROSE: usize = 200;
/// The longest paragraph that may be a row, in bytes; a block may hold several.
const LONGEST_PROSE: usize = 4096;

/// The run that begins at a block.
pub(super) fn at(text: &Text, first: usize) -> Option<Run> {
    let block = text.blocks.get(first)?;
    match block.kind {
        BlockKind::Caption => {
            let run = cells(text, first + 1, Some(block.span))?;
            (!run.blocks.is_empty()).then_some(run)
        }
        BlockKind::Cell => cells(text, first, None),
        BlockKind::Paragraph if opens_with_years(text.words(block.span)) => {
            let fits = |b: &&Block| {
                matches!(b.kind, BlockKind::Paragraph | BlockKind::Cell)
                    && b.span.len() <= LONGEST_PROSE
            };
            let blocks = text.blocks.iter().skip(first).take_while(fits).take(MOST_PROSE);
            let blocks: Vec<Span> = blocks.map(|b| b.span).collect();
            Some(Run { end: first + blocks.len(), blocks, prose: true, ..Run::default() })
        }
        _ => None,
    }
}

/// Whether a paragraph may begin with the heads of years: "2014 2015", "Country 2014 2015".
fn opens_with_years(words: &str) -> bool {
    let mut tokens = words.split_whitespace().take(5);
    let year = |t: &str| super::block::year(t).is_some();
    tokens.find(|t| year(t)).and_then(|_| tokens.next()).is_some_and(year)
}

/// The cells from a block on, down to the line that says where they are from.
fn cells(text: &Text, first: usize, caption: Option<Span>) -> Option<Run> {
    let mut run = Run { caption, end: first, ..Run::default() };
    let mut items = false;
    for (i, block) in text.blocks.iter().enumerate().skip(first).take(MOST) {
        match block.kind {
            BlockKind::Cell => run.blocks.push(block.span),
            // Items are cells where a caption stands above and a source below.
            BlockKind::Bullet | BlockKind::Numbered if caption.is_some() => {
                items = true;
                run.blocks.push(block.span);
            }
            BlockKind::Furniture(_) => continue,
            BlockKind::Metadata if is_source(text.words(block.span)) => {
                run.source = Some(block.span);
                run.end = i + 1;
                break;
            }
            BlockKind::Caption if caption.is_none() && is_below(text, i) => {
                run.caption = Some(block.span);
                run.end = i + 1;
                break;
            }
            _ => break,
        }
        run.end = i + 1;
    }
    if items && run.source.is_none() {
        return None;
    }
    Some(run)
}

/// Whether a line says where a table is from.
fn is_source(words: &str) -> bool {
    ["Source", "SOURCE", "Note:", "Notes:"].iter().any(|opening| words.starts_with(opening))
}

/// Whether a caption belongs to the table above: no cell follows it.
fn is_below(text: &Text, caption: usize) -> bool {
    let names = text.blocks.get(caption).is_some_and(|b| text.words(b.span).starts_with("Table"));
    names && text.blocks.get(caption + 1).is_none_or(|next| next.kind != BlockKind::Cell)
}
