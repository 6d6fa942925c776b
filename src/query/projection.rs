//! The texts of a corpus made ready for many questions. Texts come in once; for each term, which of them it is
//! found in goes out. Agrees with [`Pattern`](super::Pattern) on every text.

use super::fold::Folded;
use super::pattern::words;
use super::term::Term;

/// Texts by number, from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Projection {
    texts: Vec<Folded>,
}

impl Projection {
    /// Adds a text and gives its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        self.texts.push(Folded::new(text));
        self.texts.len() as u32 - 1
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// For each text, whether the term, taken without its `!`, is found in it.
    pub(super) fn found(&self, term: &Term) -> Vec<bool> {
        self.texts.iter().map(|text| term.find(text, &words(text)).is_some()).collect()
    }
}
