//! What is reported of a warning sign that a text names: plain values with spans of the reading text. Finds nothing itself.

use crate::extract::country::Country;
use crate::extract::{Rule, Via};
use crate::text::Span;

/// Something that a text says is to be watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignpostFinding {
    /// What is watched, in the document's own words.
    pub span: Span,
    /// The sentence, the item of a list or the cell of a table that says so.
    pub sentence: Span,
    /// What it would be a sign of, where the text says so.
    pub points_to: Option<Span>,
    /// The heading or the head of the column it is listed under.
    pub under: Option<Span>,
    /// Its kind, where a word of it or of what it is listed under tells.
    pub kind: Option<SignpostKind>,
    /// The countries it concerns, in alphabetical order, once each, with the most direct way they are named.
    pub countries: Vec<(Country, Via)>,
    /// Where they are named; nothing where there are none.
    pub told: Option<Told>,
    /// The rule that found it.
    pub rule: Rule,
}

/// Where the countries of a warning sign are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Told {
    /// In its own sentence.
    Sentence,
    /// In the heading of its section, or the caption of its table.
    Section,
    /// In the title of the document.
    Title,
}

/// The kinds of warning sign: domains that indicators are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SignpostKind {
    /// Government, parties, elections.
    Political,
    /// Armed forces.
    Military,
    /// Trade, money, budgets.
    Economic,
    /// Society.
    Social,
    /// Information, media, propaganda.
    Informational,
    /// Terror, crime, police.
    Security,
    /// Relations of states.
    Diplomatic,
    /// Networks.
    Cyber,
    /// Climate and nature.
    Environmental,
    /// Law and courts.
    Legal,
    /// Relief.
    Humanitarian,
    /// Techniques and industry.
    Technological,
}

impl Told {
    /// The word of exports and screens: `sentence`, `section`, `title`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Section => "section",
            Self::Title => "title",
        }
    }
}

impl SignpostKind {
    /// All of them with the words of exports and screens.
    const NAMES: [(Self, &'static str); 12] = [
        (Self::Political, "political"),
        (Self::Military, "military"),
        (Self::Economic, "economic"),
        (Self::Social, "social"),
        (Self::Informational, "informational"),
        (Self::Security, "security"),
        (Self::Diplomatic, "diplomatic"),
        (Self::Cyber, "cyber"),
        (Self::Environmental, "environmental"),
        (Self::Legal, "legal"),
        (Self::Humanitarian, "humanitarian"),
        (Self::Technological, "technological"),
    ];

    /// The kind of a word of exports; nothing where it is none.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, word)| *word == name).map(|(kind, _)| *kind)
    }

    /// The word of exports and screens: `political`, `military`, …
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
}
