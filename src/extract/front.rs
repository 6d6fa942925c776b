//! Finds what a document says of itself: the reading text comes in; title, date of publication, authors, publisher
//! and the mark of paid matter go out. Only the first blocks are read. A month or a year is no day, and a document
//! that does not say when it appeared stays undated; nothing is ever inferred from what it tells of.

mod lexicon;
mod name;
mod published;
mod title;

use super::Front;
use crate::text::{Block, BlockKind, Furniture, Span, Text};

/// Reads the front matter; what the text does not give stays empty.
pub fn find(text: &Text) -> Front {
    let head: Vec<&Block> = text.blocks.iter().take(HEAD).collect();
    let title = title::of(text, &head);
    let (title, promoted, tail) =
        title.map_or((None, None, None), |t| (Some(t.words), t.promoted, t.tail));
    Front {
        title,
        published: published::of(text, &head),
        authors: name::authors(text, &head),
        publisher: name::publisher(text, &head).or(tail),
        promoted,
    }
}

/// The title alone.
pub(super) fn title(text: &Text) -> Option<Span> {
    let head: Vec<&Block> = text.blocks.iter().take(HEAD).collect();
    title::of(text, &head).map(|t| t.words)
}

/// Front matter stands in the first blocks.
const HEAD: usize = 14;

/// Whether a block can hold front matter at all.
fn may_speak(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Furniture(Furniture::Advert | Furniture::PullQuote) | BlockKind::Cell
    )
}
