//! The reading text of one document: clean words, blocks, sentences, and the way back to the file.
//! Made by [`super::read()`]; never changed afterwards.

use super::block::Block;
use super::map::SourceMap;
use super::span::{SourceSpan, Span};

/// A document as a person reads it.
///
/// `clean` is the reading text: blocks parted by one line end, words joined, spaces single. All spans are byte
/// ranges of it; [`Text::source`] leads to the file.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// The reading text.
    pub clean: Box<str>,
    /// The way back to the file.
    pub map: SourceMap,
    /// Blocks in reading order; their spans rise and do not overlap.
    pub blocks: Vec<Block>,
    /// Sentences of body blocks, rising, each inside one block, without spaces around; footnote marks that follow
    /// a full stop are outside.
    pub sentences: Vec<Span>,
    /// Footnote marks, shown as superscripts in `clean`.
    pub marks: Vec<Span>,
}

impl Text {
    /// The words at a place.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.clean)
    }

    /// The smallest range of file bytes that holds the place.
    pub fn source(&self, span: Span) -> SourceSpan {
        self.map.source(span)
    }

    /// The block at an offset of the reading text, as an index of `blocks`.
    pub fn block_at(&self, at: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|b| b.span.start <= at);
        let index = after.checked_sub(1)?;
        self.blocks.get(index).filter(|b| at <= b.span.end).map(|_| index)
    }

    /// The sentence at an offset of the reading text, as an index of `sentences`.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.start <= at);
        let index = after.checked_sub(1)?;
        self.sentences.get(index).filter(|s| at <= s.end).map(|_| index)
    }

    /// The sentences that lie inside a span, as a slice.
    pub fn sentences_in(&self, span: Span) -> &[Span] {
        let first = self.sentences.partition_point(|s| s.start < span.start);
        let last = self.sentences.partition_point(|s| s.start < span.end);
        self.sentences.get(first..last).unwrap_or_default()
    }
}
