//! What is found of judgements: plain values with spans of the reading text. Finds nothing itself.

use crate::extract::country::Country;
use crate::extract::{Rule, Via};
use crate::text::Span;

/// What an author judges, expects, fears or recommends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentFinding {
    /// The words: a sentence, a whole item of a list without its mark, or a cell of a table.
    pub span: Span,
    /// What kind of judgement it is.
    pub kind: AssessmentKind,
    /// Which case, of a scenario.
    pub case: Option<Case>,
    /// The expressions of likelihood, doubt, confidence and obligation in it, rising.
    pub likelihood: Box<[Expression]>,
    /// The words that say how far ahead it looks: "In the short to medium term".
    pub horizon: Option<Span>,
    /// The countries concerned, by code, once each, with the most direct way they are named.
    pub countries: Box<[(Country, Via)]>,
    /// Where these are named.
    pub reach: Reach,
    /// The rule that found it.
    pub rule: Rule,
}

/// The kinds of judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AssessmentKind {
    /// The main message, put first or last.
    BottomLine,
    /// What a section of key judgements or findings says.
    KeyJudgement,
    /// Any other judgement: what "suggests", "appears", "we assess".
    Judgement,
    /// What is expected.
    Forecast,
    /// What may go wrong.
    Risk,
    /// What is to be done.
    Recommendation,
    /// One of several futures.
    Scenario,
    /// What is not known.
    Gap,
    /// What speaks for it.
    Strength,
    /// What speaks against it.
    Weakness,
}

/// The cases of scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Case {
    /// The best.
    Best,
    /// The worst.
    Worst,
    /// The most likely one.
    MostLikely,
    /// Any other: "Scenario 2", "Baseline".
    Other,
}

/// How near the countries of a judgement are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// In its own words.
    Own,
    /// Before it in its paragraph.
    Paragraph,
    /// In the heading it stands under.
    Heading,
    /// In the title of the document.
    Title,
    /// Nowhere near: it has none.
    Nowhere,
}

/// An expression of likelihood and its like, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expression {
    /// The words, a negation before them included.
    pub span: Span,
    /// What it is.
    pub sense: Sense,
    /// Whether a negation turns it round: "not likely".
    pub negated: bool,
}

/// What an expression says of likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sense {
    /// A term that one scale or another gives a band to, in small letters as the scales have it.
    Term(&'static str),
    /// May, might, could, appears: it has no number.
    Hedge,
    /// Will, without a likelihood beside it.
    UnhedgedFuture,
    /// Best, worst, most likely: a place among others.
    Rank,
    /// High, moderate, low confidence: the basis of a judgement, not the likelihood of what it says.
    Confidence,
    /// Must, should: what is to be done.
    Obligation,
}

impl AssessmentKind {
    /// All of them, in the order they are listed.
    pub const ALL: [Self; 10] = [
        Self::BottomLine,
        Self::KeyJudgement,
        Self::Judgement,
        Self::Forecast,
        Self::Risk,
        Self::Recommendation,
        Self::Scenario,
        Self::Gap,
        Self::Strength,
        Self::Weakness,
    ];

    /// The word of exports and screens: `bottom-line`, `key-judgement`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::BottomLine => "bottom-line",
            Self::KeyJudgement => "key-judgement",
            Self::Judgement => "judgement",
            Self::Forecast => "forecast",
            Self::Risk => "risk",
            Self::Recommendation => "recommendation",
            Self::Scenario => "scenario",
            Self::Gap => "gap",
            Self::Strength => "strength",
            Self::Weakness => "weakness",
        }
    }

    /// The kind of a word of exports; `None` where it is none.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Case {
    /// The word of exports and screens: `best`, `worst`, `most-likely`, `other`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Worst => "worst",
            Self::MostLikely => "most-likely",
            Self::Other => "other",
        }
    }
}

impl Reach {
    /// The word of exports and screens: `own`, `paragraph`, `heading`, `title`, `nowhere`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::Title => "title",
            Self::Nowhere => "nowhere",
        }
    }
}
