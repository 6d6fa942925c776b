//! `bluf text`: the text that a document's places lead to, byte for byte: the file's own, or what was taken out of it.

use super::select::Asked;
use std::io::Write;

/// Prints the text of each document.
pub(super) fn print(asked: &Asked, out: &mut dyn Write) -> anyhow::Result<usize> {
    for document in &asked.corpus.documents {
        out.write_all(document.bytes.held().map_or(&[], |bytes| bytes))?;
    }
    out.flush()?;
    Ok(asked.corpus.documents.len())
}
