//! Spans of a document as the file's own bytes, the way exports give them: `[start, end]`, end exclusive.

use crate::format::Locator;
use crate::model::Document;
use crate::text::Span;
use serde::Serialize;

/// A range of file bytes.
pub(super) type Bytes = [u32; 2];

/// Where a place stands, as a citation has it.
#[derive(Debug, Serialize)]
pub(super) struct Cited<'a> {
    /// The page, where the file has pages.
    page: Option<u32>,
    /// The part of the file, where it has parts: a chapter of a book.
    part: Option<&'a str>,
    /// The paragraph, counted from 1 on its page or in its part, else in the document.
    paragraph: usize,
}

impl<'a> Cited<'a> {
    /// The citation of a place.
    pub(super) fn of(document: &'a Document, at: u32) -> Self {
        let (page, part) = match document.locator(at) {
            Some(Locator::Page(page)) => (Some(*page), None),
            Some(Locator::Part(part)) => (None, Some(part.as_str())),
            None => (None, None),
        };
        Self { page, part, paragraph: document.paragraph(at).0 }
    }
}

/// The smallest range of file bytes that holds a place.
pub(super) fn hull(document: &Document, span: Span) -> Bytes {
    let at = document.text.source(span);
    [at.start, at.end]
}

/// All ranges of file bytes a place was made of, in reading order; several where furniture tears it.
pub(super) fn parts(document: &Document, span: Span) -> Vec<Bytes> {
    document.text.map.parts(span).iter().map(|p| [p.start, p.end]).collect()
}
