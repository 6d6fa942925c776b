//! A brief: one page of what the corpus says under a lens, in the order a reader in a hurry needs it. A corpus and what the lens
//! leaves come in; quotes with their numbered sources go out. Never writes a sentence that no document says: what bluf counts
//! itself is told apart, as a count.

mod choose;
mod differences;
mod facts;
mod figures;
mod form;
mod html;
mod judgements;
mod markdown;
mod page;
mod plain;
mod signs;

pub use form::Form;
pub use page::{Brief, Line, Part, Section, Source};

use super::figures::Figures;
use super::{Index, Lens, View};
use crate::extract::assessment::Scale;
use crate::model::{Corpus, Day};
use page::Draft;

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
    fn most(&self, lines: usize) -> usize {
        if self.whole { usize::MAX } else { lines }
    }
}

impl Brief {
    /// Makes a brief.
    pub fn new(request: Request) -> Self {
        let mut draft = Draft::default();
        judgements::bottom_line(&request, &mut draft);
        choose::events(&request, &mut draft);
        figures::add(&request, &mut draft);
        judgements::judgements(&request, &mut draft);
        judgements::scenarios(&request, &mut draft);
        signs::add(&request, &mut draft);
        differences::add(&request, &mut draft);
        facts::add(&request, &mut draft);
        draft.finish(facts::head(&request))
    }
}
