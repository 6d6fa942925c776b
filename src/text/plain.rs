//! Reads plain text. PROVISIONAL: one block a line, one piece a line; to be replaced by the real reflow.

use super::{Block, BlockKind, Piece, SourceMap, SourceSpan, Span, Text, Vocabulary};

/// Reads the bytes of a plain-text file; never fails. Invalid UTF-8 shows as U+FFFD.
pub fn read(bytes: &[u8], _vocabulary: &Vocabulary) -> Text {
    let mut clean = String::new();
    let mut pieces = Vec::new();
    let mut blocks = Vec::new();
    let mut sentences = Vec::new();
    let mut at = 0usize;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let start = clean.len();
        let words = String::from_utf8_lossy(line).into_owned();
        let verbatim = words.len() == line.len();
        clean.push_str(&words);
        let span = Span::new(start, clean.len());
        pieces.push(Piece { clean: span, source: SourceSpan::new(at, at + line.len()), verbatim });
        at += line.len();
        let trimmed = words.trim();
        if trimmed.is_empty() {
            continue;
        }
        let head = start + words.len() - words.trim_start().len();
        let body = Span::new(head, head + trimmed.len());
        blocks.push(Block { kind: BlockKind::Paragraph, span: body });
        let mut from = head;
        for (i, _) in trimmed.match_indices(". ") {
            sentences.push(Span::new(from, head + i + 1));
            from = head + i + 2;
        }
        if from < body.end as usize {
            sentences.push(Span::new(from, body.end as usize));
        }
    }
    Text { clean: clean.into(), map: SourceMap::new(pieces), blocks, sentences, marks: Vec::new() }
}
