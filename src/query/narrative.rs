//! How a corpus tells of a term: where each document uses it, how often by document, year and country, and which words go
//! with it more than chance would have it. A corpus, a lens and what was typed come in; places and counts go out. The
//! countries and dates of the lens hold; its words do not, for the term stands in their place. Says which forms of the
//! words were counted, and keeps no words itself.

mod beside;
mod form;
mod line;
mod shares;
mod theme;
mod uses;

pub use beside::{Companion, Window, g2};
pub use form::Form;
pub use line::{Line, Order};
pub use shares::{Share, Shares};
pub use theme::from_lens;
pub use uses::Use;

use super::bits::Bits;
use super::{Index, Lens};
use crate::model::Corpus;

/// What is told of a term.
#[derive(Debug, Clone, Default)]
pub struct Narrative {
    /// The term as typed, without spaces around.
    pub typed: String,
    /// The forms of its words that the corpus has, by falling count.
    pub forms: Vec<Form>,
    /// Its uses, by document and place.
    pub uses: Vec<Use>,
    /// How often, by document, year and country.
    pub shares: Shares,
    /// Words within the same sentence more often than chance would have it, by falling G².
    pub in_sentence: Vec<Companion>,
    /// Words at most five words away more often than chance would have it, by falling G².
    pub near: Vec<Companion>,
    /// How many sentences were searched: those that the countries and dates of the lens leave.
    pub searched: usize,
    /// How many sentences hold a use.
    pub holding: usize,
}

impl Narrative {
    /// The order of its uses, as places in their list.
    pub fn ordered(&self, index: &Index, order: Order) -> Vec<u32> {
        line::ordered(index, &self.uses, order)
    }

    /// Whether a word stands with one of its uses within a window.
    pub fn stands_beside(
        &self,
        index: &Index,
        one: &Use,
        (companion, window): (Companion, Window),
    ) -> bool {
        beside::stands(index, one, companion, window)
    }

    /// The words that go with the term within a window.
    pub fn companions(&self, window: Window) -> &[Companion] {
        match window {
            Window::Sentence => &self.in_sentence,
            Window::Five => &self.near,
        }
    }
}

impl Index {
    /// What the corpus of this index tells of a term.
    pub fn narrative(&self, corpus: &Corpus, lens: &Lens, typed: &str) -> Narrative {
        let searched = self.searched(corpus, lens);
        let theme = theme::Theme::parse(self, typed);
        let uses = uses::find(self, &theme, &searched);
        let shares = shares::count(corpus, self, &searched, &uses);
        let beside = beside::count(self, &theme, &searched, &uses);
        let mut holding: Vec<u32> = uses.iter().map(|one| one.sentence).collect();
        holding.dedup();
        Narrative {
            typed: typed.trim().to_owned(),
            forms: form::of(self, &uses),
            shares,
            in_sentence: beside.in_sentence,
            near: beside.near,
            searched: searched.count(),
            holding: holding.len(),
            uses,
        }
    }

    /// The sentences that the countries and dates of a lens leave, and the tags among its words.
    fn searched(&self, corpus: &Corpus, lens: &Lens) -> Bits {
        let rest = Lens { text: lens.text.tags(), ..lens.clone() };
        if rest.is_empty() {
            return Bits::all(self.sentence_count());
        }
        let mut left = Bits::none(self.sentence_count());
        for hit in &self.view(corpus, &rest).hits {
            let at = corpus.document(hit.document);
            let at = at.and_then(|d| d.text.sentence_at(hit.sentence.start));
            if let Some(number) = at.and_then(|at| self.sentence_number(hit.document, at)) {
                left.insert(number as usize);
            }
        }
        left
    }
}
