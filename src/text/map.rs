//! The source map: leads each character of the reading text back to its bytes in the file, and forth again.
//! Never reads the text itself.

use super::span::{SourceSpan, Span};

/// A run of reading text and the run of file bytes it came from.
///
/// A verbatim piece has the same bytes on both sides, so offsets inside it move together. Any other piece
/// (a space for a line end, a superscript for a footnote digit) is one indivisible replacement.
/// File bytes that no piece names (a hyphen at a line end, furniture cut out of a sentence) were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where the run stands in the reading text.
    pub clean: Span,
    /// Where its bytes stand in the file.
    pub source: SourceSpan,
    /// Same bytes on both sides.
    pub verbatim: bool,
}

/// All pieces of a document, in reading order, without gaps on the reading side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    pieces: Vec<Piece>,
    /// Indexes of `pieces`, ordered by place in the file.
    by_source: Vec<u32>,
}

impl SourceMap {
    /// A map from pieces in reading order.
    pub fn new(pieces: Vec<Piece>) -> Self {
        let mut by_source: Vec<u32> = (0..pieces.len() as u32).collect();
        // Only a sentence that goes on past what interrupts it stands before what it passed over.
        if !pieces.is_sorted_by_key(|piece| piece.source) {
            by_source.sort_by_key(|&i| pieces.get(i as usize).map(|p| p.source));
        }
        Self { pieces, by_source }
    }

    /// The pieces, in reading order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The smallest range of file bytes that holds all of `span`, with whatever was cut out between.
    pub fn source(&self, span: Span) -> SourceSpan {
        let mut parts = self.parts(span).into_iter();
        let Some(first) = parts.next() else { return SourceSpan::default() };
        parts.fold(first, SourceSpan::hull)
    }

    /// The ranges of file bytes that `span` was made of, in reading order. Runs that touch, or are parted only by
    /// what a line break leaves out (a few bytes that no other place was made of), are given as one; furniture inside a
    /// sentence parts them.
    pub fn parts(&self, span: Span) -> Vec<SourceSpan> {
        let first = self.pieces.partition_point(|p| p.clean.end <= span.start);
        let mut parts: Vec<SourceSpan> = Vec::new();
        for piece in self.pieces.iter().skip(first).take_while(|p| p.clean.start < span.end) {
            let part = Self::cut(piece, span);
            match parts.last_mut() {
                Some(last) if self.is_line_break(last.end, part.start) => last.end = part.end,
                _ => parts.push(part),
            }
        }
        parts
    }

    /// Whether nothing but a line break lies between two offsets of the file: no word of another place, be it only a page
    /// number.
    fn is_line_break(&self, from: u32, to: u32) -> bool {
        let next = self.by_source.partition_point(|&i| self.piece(i).source.start < from);
        let named = self.by_source.get(next).map_or(u32::MAX, |&i| self.piece(i).source.start);
        from <= to && to - from <= LINE_BREAK && to <= named
    }

    /// The reading text's place for a file offset: the same character where it survives, else what follows it.
    pub fn clean_at(&self, at: u32) -> u32 {
        let next = self.by_source.partition_point(|&i| self.piece(i).source.start <= at);
        if let Some(&i) = next.checked_sub(1).and_then(|n| self.by_source.get(n)) {
            let piece = self.piece(i);
            if piece.source.contains(at) {
                let shift = if piece.verbatim { at - piece.source.start } else { 0 };
                return piece.clean.start + shift;
            }
        }
        let after = self.by_source.get(next).map(|&i| self.piece(i).clean.start);
        after.unwrap_or_else(|| self.pieces.last().map_or(0, |p| p.clean.end))
    }

    fn piece(&self, i: u32) -> Piece {
        let empty =
            Piece { clean: Span::default(), source: SourceSpan::default(), verbatim: false };
        self.pieces.get(i as usize).copied().unwrap_or(empty)
    }

    fn cut(piece: &Piece, span: Span) -> SourceSpan {
        if !piece.verbatim {
            return piece.source;
        }
        let head = span.start.saturating_sub(piece.clean.start);
        let tail = piece.clean.end.saturating_sub(span.end);
        SourceSpan { start: piece.source.start + head, end: piece.source.end - tail }
    }
}

/// The most file bytes that a line break inside a word or sentence leaves out: a hyphen, a return, an indent.
const LINE_BREAK: u32 = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_inside_a_sentence_is_no_part_of_it() {
        let piece = |clean: (usize, usize), source: (usize, usize)| Piece {
            clean: Span::new(clean.0, clean.1),
            source: SourceSpan::new(source.0, source.1),
            verbatim: true,
        };
        // "no 1 more" and "no- more": a number of another place, and a line break.
        let pieces = |between: (usize, usize)| {
            SourceMap::new(vec![
                piece((0, 2), (0, 2)),
                piece((2, 6), (6, 10)),
                piece((7, 8), between),
            ])
        };
        let parted = [SourceSpan::new(0, 2), SourceSpan::new(6, 10)];
        assert_eq!(pieces((4, 5)).parts(Span::new(0, 6)), parted);
        assert_eq!(pieces((12, 13)).parts(Span::new(0, 6)), [SourceSpan::new(0, 10)]);
    }
}
