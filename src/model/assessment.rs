//! One assessment as a row: which finding of which document. The finding itself stays with the document.

use super::DocId;

/// A judgement of the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// The document that makes it.
    pub document: DocId,
    /// Its place in the document's assessments.
    pub finding: u32,
}
