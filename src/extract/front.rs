//! Finds what a document says of itself: the reading text comes in; title, date of publication, authors, publisher,
//! the mark of paid matter and tags go out. But for tags only the first blocks are read. A year is no date of publication, and a document
//! that does not say when it appeared stays undated; nothing is ever inferred from what it tells of.

mod head;
mod lexicon;
mod name;
mod published;
mod tags;
mod title;

use super::Front;
use crate::text::{Span, Text};

/// Reads the front matter; what the text does not give stays empty.
pub fn find(text: &Text) -> Front {
    let head = head::of(text);
    let title = title::of(text, &head);
    let (title, promoted, tail) =
        title.map_or((None, None, None), |t| (Some(t.words), t.promoted, t.tail));
    Front {
        title,
        published: published::of(text, &head),
        authors: name::authors(text, &head),
        publisher: name::publisher(text, &head).or(tail),
        promoted,
        tags: tags::of(text),
    }
}

/// The title alone.
pub(super) fn title(text: &Text) -> Option<Span> {
    let head = head::of(text);
    title::of(text, &head).map(|t| t.words)
}
