//! The answer card: one event, figure or sentence with all that leads to it. Plain data; the dial says how much is shown.

use crate::model::{Candidate, Corpus, Differs, DocId, IndicatorId, Likeness};
use crate::query::lookup::Subject;
use crate::query::series::{self, Restated};
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
    /// Other reports of what may be the same.
    pub others: Vec<Other>,
    /// Of a figure: its series, by period.
    pub series: Vec<IndicatorId>,
    /// Whether the proof is shown: file, bytes, sum, rule.
    pub proof: bool,
    /// First row shown.
    pub offset: usize,
}

/// Another report of what may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Other {
    /// The event or the figure.
    pub subject: Subject,
    /// How sure it is that both are one.
    pub likeness: Likeness,
    /// What the two say differently.
    pub differs: Differs,
}

impl Other {
    fn all(corpus: &Corpus, subject: Subject) -> Vec<Self> {
        match subject {
            Subject::Event(id) => {
                let of = |c: &Candidate| Self {
                    subject: Subject::Event(c.other),
                    likeness: c.likeness,
                    differs: c.differs,
                };
                corpus.candidates_of(id).iter().map(of).collect()
            }
            Subject::Indicator(id) => {
                let of = |r: Restated| Self {
                    subject: Subject::Indicator(r.other),
                    likeness: r.likeness,
                    differs: r.differs,
                };
                series::restated(corpus, id).into_iter().map(of).collect()
            }
            _ => Vec::new(),
        }
    }
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
    /// A card of a sentence and what in it is meant. Who else says so is looked for once, here.
    pub fn new(
        corpus: &Corpus,
        subject: Subject,
        (document, sentence): (DocId, Span),
        lit: &[Span],
    ) -> Self {
        let series = match subject {
            Subject::Indicator(id) => series::series(corpus, id),
            _ => Vec::new(),
        };
        Self {
            others: Other::all(corpus, subject),
            series,
            subject,
            document,
            sentence,
            lit: lit.to_vec(),
            proof: false,
            offset: 0,
        }
    }

    /// The card of an event or a figure.
    pub fn of(corpus: &Corpus, subject: Subject) -> Option<Self> {
        subject.sentence(corpus).map(|place| Self::new(corpus, subject, place, &[]))
    }
}
