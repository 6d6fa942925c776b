//! Spans of a document as the file's own bytes, the way exports give them: `[start, end]`, end exclusive.

use crate::model::Document;
use crate::text::Span;

/// A range of file bytes.
pub(super) type Bytes = [u32; 2];

/// The smallest range of file bytes that holds a place.
pub(super) fn hull(document: &Document, span: Span) -> Bytes {
    let at = document.text.source(span);
    [at.start, at.end]
}

/// All ranges of file bytes a place was made of, in reading order; several where furniture tears it.
pub(super) fn parts(document: &Document, span: Span) -> Vec<Bytes> {
    document.text.map.parts(span).iter().map(|p| [p.start, p.end]).collect()
}
