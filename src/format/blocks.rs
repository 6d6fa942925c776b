//! Text while a format room writes it, block by block. Words come in; one line a block, with kinds and marks, goes out.
//! Never joins or parts blocks.

use super::converted::{Locator, Mark, Script};
use crate::text::BlockKind;

/// Blocks of text in reading order, each on a line of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocks {
    text: String,
    kinds: Vec<(u32, BlockKind)>,
    marks: Vec<Mark>,
}

impl Blocks {
    /// Adds a block: white space of any kind and length becomes one space. Words without anything to see add nothing.
    pub fn push(&mut self, kind: BlockKind, words: &str) {
        if !words.chars().any(char::is_alphanumeric) {
            return;
        }
        let apart = !matches!(kind, BlockKind::Cell | BlockKind::Bullet | BlockKind::Numbered);
        if !self.text.is_empty() && (apart || self.kinds.last().is_some_and(|(_, k)| *k != kind)) {
            self.text.push('\n');
        }
        self.kinds.push((self.text.len() as u32, kind));
        for (i, word) in words.split_whitespace().enumerate() {
            if i > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        self.text.push('\n');
    }

    /// Notes that what follows stands at a place of the file; a place without text is left out.
    pub fn mark(&mut self, locator: Locator) {
        let at = self.text.len() as u32;
        if self.marks.last().is_some_and(|last| last.at == at) {
            self.marks.pop();
        }
        self.marks.push(Mark { at, locator });
    }

    /// The byte at which the last block begins.
    pub fn last(&self) -> Option<u32> {
        self.kinds.last().map(|&(at, _)| at)
    }

    /// Bytes of text written so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The kind of each block, in order.
    pub fn kinds(&self) -> impl Iterator<Item = BlockKind> {
        self.kinds.iter().map(|&(_, kind)| kind)
    }

    /// Bytes of text that is no furniture.
    pub fn body(&self) -> usize {
        let ends = self.kinds.iter().skip(1).map(|&(at, _)| at).chain([self.text.len() as u32]);
        let body = self.kinds.iter().zip(ends).filter(|((_, kind), _)| kind.is_body());
        body.map(|(&(start, _), end)| (end - start) as usize).sum()
    }

    /// The finished text, and the marks in it.
    pub fn finish(self) -> (Script, Vec<Mark>) {
        (Script::Blocks { text: self.text.into(), kinds: self.kinds }, self.marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_a_line_and_what_cannot_be_seen_is_none() {
        let mut blocks = Blocks::default();
        blocks.push(BlockKind::Title, "  A\u{2028}title \n here");
        blocks.mark(Locator::Page(1));
        blocks.push(BlockKind::Paragraph, "\u{200b}--");
        blocks.mark(Locator::Page(2));
        blocks.push(BlockKind::Bullet, "• one");
        blocks.push(BlockKind::Bullet, "• two");
        let (script, marks) = blocks.finish();
        let kinds = vec![(0, BlockKind::Title), (14, BlockKind::Bullet), (22, BlockKind::Bullet)];
        let text = "A title here\n\n• one\n• two\n".into();
        assert_eq!(script, Script::Blocks { text, kinds });
        assert_eq!(marks, [Mark { at: 13, locator: Locator::Page(2) }]);
    }
}
