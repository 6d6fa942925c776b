//! What a brief is asked of: a corpus, what a lens leaves of it, how much. Plain data.

use crate::extract::assessment::Scale;
use crate::model::{Corpus, Day};
use crate::query::{Figures, Index, Lens, View};

/// What a brief is made of, and how.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// Its index.
    pub index: &'a Index,
    /// Its figures held together.
    pub figures: &'a Figures,
    /// The lens.
    pub lens: &'a Lens,
    /// What the lens leaves.
    pub view: &'a View,
    /// The scale that likelihoods are read on.
    pub scale: &'static Scale,
    /// Whether everything is given, not one page.
    pub whole: bool,
    /// Today, for the head of the page; no date is ever counted from it.
    pub today: Option<Day>,
}

impl Request<'_> {
    /// The most lines of a part: so many on one page.
    pub(super) fn most(&self, lines: usize) -> usize {
        if self.whole { usize::MAX } else { lines }
    }
}
