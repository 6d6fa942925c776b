//! Turns raw documents into a corpus: learns the vocabulary, reads, extracts, builds. Never draws.

use crate::extract::extract;
use crate::model::{Builder, Corpus, Input};
use crate::source::Raw;
use crate::text::{self, Vocabulary};

/// Builds a corpus. One document that cannot be read is a diagnostic; the rest still opens.
pub fn load(raw: Vec<Raw>) -> Corpus {
    let mut vocabulary = Vocabulary::default();
    for document in &raw {
        if let Ok(bytes) = &document.bytes {
            vocabulary.learn(bytes);
        }
    }
    let mut builder = Builder::new();
    for document in raw {
        match document.bytes {
            Err(message) => builder.diagnose(&document.path, &message),
            Ok(bytes) => {
                let text = text::read(&bytes, &vocabulary);
                let findings = extract(&text, document.published);
                builder.add(Input {
                    path: document.path.into(),
                    bytes: bytes.into(),
                    text,
                    findings,
                    published: document.published,
                });
            }
        }
    }
    builder.finish()
}
