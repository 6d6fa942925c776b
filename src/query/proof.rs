//! Checks that words lead back to the bytes they came from. A document, its bytes and a span come in; nothing, or what is
//! wrong, goes out. Never repairs anything.
//!
//! Words and bytes are held against each other by their letters and digits alone: the reading text has broken words joined,
//! spaces made single and footnote marks raised, and none of that changes a letter.

use crate::model::Document;
use crate::text::{SourceSpan, Span};
use encoding_rs::{Encoding, UTF_8};
use unicode_normalization::UnicodeNormalization;

/// What is wrong with a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Its place is not in the file.
    Outside,
    /// The bytes at its place say something else: the words, and what is there instead.
    Words(String, String),
}

impl Flaw {
    /// In words, for a person.
    pub fn said(&self) -> String {
        match self {
            Self::Outside => "its place is not in the file".to_owned(),
            Self::Words(words, bytes) => format!("{words:?} is not what stands there: {bytes:?}"),
        }
    }
}

/// Holds a span of the reading text against the bytes it was made of.
///
/// # Errors
/// What is wrong.
pub fn check(document: &Document, bytes: &[u8], span: Span) -> Result<(), Flaw> {
    let parts = document.text.map.parts(span);
    check_words(document, bytes, document.text.words(span), &parts)
}

/// Holds words against the bytes they are said to have come from.
///
/// # Errors
/// What is wrong.
pub fn check_words(
    document: &Document,
    bytes: &[u8],
    words: &str,
    parts: &[SourceSpan],
) -> Result<(), Flaw> {
    let encoding = document.origin.encoding.as_ref().filter(|_| !document.origin.taken);
    let encoding =
        encoding.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(UTF_8);
    let mut there = String::new();
    for part in parts {
        let run = bytes.get(part.range()).ok_or(Flaw::Outside)?;
        there.push_str(&encoding.decode_without_bom_handling(run).0);
    }
    if letters(words).eq(letters(&there)) {
        return Ok(());
    }
    Err(Flaw::Words(words.to_owned(), there))
}

/// The letters and digits of a text, raised ones made plain.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.nfkc().filter(|c| c.is_alphanumeric())
}
