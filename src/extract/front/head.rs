//! Where front matter stands: a text comes in, its first blocks go out. Never reads their words.

use crate::text::{Block, BlockKind, Furniture, Text};

/// The first blocks.
pub(super) fn of(text: &Text) -> Vec<&Block> {
    text.blocks.iter().take(HEAD).collect()
}

/// Front matter stands in the first blocks.
const HEAD: usize = 14;

/// Whether a block can hold front matter at all.
pub(super) fn may_speak(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Furniture(Furniture::Advert | Furniture::PullQuote) | BlockKind::Cell
    )
}
