//! The words of a corpus, counted: what decides where a hyphen belongs when a line end has broken a word.
//! Never reads a file.

/// The corpus's own words, folded to lower case, with how often each stands unbroken.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {}

impl Vocabulary {
    /// Adds the unbroken words of one file.
    pub fn learn(&mut self, _bytes: &[u8]) {}
}
