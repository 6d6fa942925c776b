//! The answer card: one event, figure or sentence with all that leads to it. Plain data; the dial says how much is shown.

use crate::model::{Corpus, DocId};
use crate::query::lookup::Subject;
use crate::text::Span;

/// The card over the panes.
#[derive(Debug, Clone)]
pub struct Card {
    /// What it is of.
    pub subject: Subject,
    /// The document.
    pub document: DocId,
    /// The sentence that says it.
    pub sentence: Span,
    /// What made it match.
    pub lit: Vec<Span>,
    /// Whether the proof is shown: file, bytes, sum, rule.
    pub proof: bool,
    /// First row shown.
    pub offset: usize,
}

/// How much a card says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dial {
    /// Ten seconds: the sentence and who says so.
    Ten,
    /// Thirty seconds: what, where and when as well, and who else says so.
    #[default]
    Thirty,
    /// The whole passage, the figure's series, every difference.
    Full,
}

impl Dial {
    /// The next setting, round through all three.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Ten => Self::Thirty,
            Self::Thirty => Self::Full,
            Self::Full => Self::Ten,
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ten => "10 seconds",
            Self::Thirty => "30 seconds",
            Self::Full => "full passage",
        }
    }
}

impl Card {
    /// A card of a sentence and what in it is meant.
    pub fn new(subject: Subject, (document, sentence): (DocId, Span), lit: &[Span]) -> Self {
        Self { subject, document, sentence, lit: lit.to_vec(), proof: false, offset: 0 }
    }

    /// The card of an event or a figure.
    pub fn of(corpus: &Corpus, subject: Subject) -> Option<Self> {
        subject.sentence(corpus).map(|place| Self::new(subject, place, &[]))
    }
}
