//! Scales of likelihood: what per cent a term stands for on each. An expression and a scale come in; its class and band go
//! out. The tables are `assets/assessment/scales.toml`. Never gives a hedge a number, and never changes a word.

use super::told::{Expression, Sense};
use serde::Deserialize;
use std::sync::LazyLock;

/// A scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its word on the command line and in exports: `icd203`, `phia`, `nato`, `kent`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// Its terms.
    pub terms: Vec<Term>,
}

/// A term of a scale.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its forms, in small letters.
    pub words: Vec<String>,
    /// The least it stands for, in per cent.
    pub low: u8,
    /// The most, in per cent.
    pub high: u8,
    /// The row of terms it belongs to, where a scale has several that must not be mixed.
    #[serde(default)]
    pub row: u8,
}

/// What an expression is, seen with one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A term of the chosen scale.
    Standard,
    /// A term of another one.
    OtherScale,
    /// Doubt that no scale has a number for.
    Hedge,
    /// The future without a likelihood.
    UnhedgedFuture,
    /// A place among others.
    Rank,
    /// How well founded, not how likely.
    Confidence,
    /// What is to be done.
    Obligation,
}

/// A band of a scale.
#[derive(Debug, Clone, Copy)]
pub struct Band {
    /// The scale it is of.
    pub scale: &'static Scale,
    /// Per cent.
    pub low: u8,
    /// Per cent.
    pub high: u8,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Standard,
        Self::OtherScale,
        Self::Hedge,
        Self::UnhedgedFuture,
        Self::Rank,
        Self::Confidence,
        Self::Obligation,
    ];

    /// The word of exports and screens: `standard`, `other-scale`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::OtherScale => "other-scale",
            Self::Hedge => "hedge",
            Self::UnhedgedFuture => "unhedged-future",
            Self::Rank => "rank",
            Self::Confidence => "confidence",
            Self::Obligation => "obligation",
        }
    }
}

impl Scale {
    /// All scales, the default first.
    pub fn all() -> &'static [Self] {
        &SCALES
    }

    /// The scale of a word of the command line.
    pub fn named(name: &str) -> Option<&'static Self> {
        SCALES.iter().find(|scale| scale.name == name)
    }

    /// The term that words are on this scale.
    pub fn term(&self, words: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.words.iter().any(|w| w == words))
    }

    /// What an expression is on this scale, and its band: of this scale, or of the first other one that knows the words. A
    /// term that is negated has the rest of the hundred, but for what is certain or impossible: what is "not certain" is
    /// anything else.
    pub fn read(&'static self, expression: &Expression) -> (Class, Option<Band>) {
        let words = match expression.sense {
            Sense::Term(words) => words,
            Sense::Hedge => return (Class::Hedge, None),
            Sense::UnhedgedFuture => return (Class::UnhedgedFuture, None),
            Sense::Rank => return (Class::Rank, None),
            Sense::Confidence => return (Class::Confidence, None),
            Sense::Obligation => return (Class::Obligation, None),
        };
        let others = SCALES.iter().filter(|other| other.name != self.name);
        let mut known = std::iter::once(self).chain(others);
        let Some((scale, term)) = known.find_map(|s| Some((s, s.term(words)?))) else {
            return (Class::Hedge, None);
        };
        let class = if scale.name == self.name { Class::Standard } else { Class::OtherScale };
        match expression.negated {
            false => (class, Some(Band { scale, low: term.low, high: term.high })),
            true if term.low == term.high || term.high >= 99 && term.low >= 87 => {
                (Class::Hedge, None)
            }
            true => (class, Some(Band { scale, low: 100 - term.high, high: 100 - term.low })),
        }
    }
}

static SCALES: LazyLock<Vec<Scale>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct Table {
        scale: Vec<Scale>,
    }
    let table = include_str!("../../../assets/assessment/scales.toml");
    toml::from_str::<Table>(table).map(|table| table.scale).unwrap_or_default()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn band(
        scale: &str,
        words: &'static str,
        negated: bool,
    ) -> (Class, Option<(&'static str, u8, u8)>) {
        let expression = Expression { span: Span::new(0, 1), sense: Sense::Term(words), negated };
        let (class, band) = Scale::named(scale).expect("a scale").read(&expression);
        (class, band.map(|b| (b.scale.name.as_str(), b.low, b.high)))
    }

    #[test]
    fn a_word_has_the_band_of_the_chosen_scale() {
        for (scale, low, high) in [("icd203", 20, 45), ("phia", 25, 35), ("nato", 10, 40)] {
            assert_eq!(band(scale, "unlikely", false), (Class::Standard, Some((scale, low, high))));
        }
        assert_eq!(band("kent", "probable", false), (Class::Standard, Some(("kent", 63, 87))));
    }

    #[test]
    fn a_word_of_another_scale_says_so() {
        assert_eq!(
            band("icd203", "highly likely", false),
            (Class::OtherScale, Some(("phia", 80, 90)))
        );
        assert_eq!(band("kent", "remote", false), (Class::OtherScale, Some(("icd203", 1, 5))));
    }

    #[test]
    fn a_negation_turns_a_band_round_and_leaves_certainty_without_one() {
        assert_eq!(band("icd203", "likely", true), (Class::Standard, Some(("icd203", 20, 45))));
        assert_eq!(band("kent", "certain", true), (Class::Hedge, None));
        assert_eq!(band("kent", "impossible", true), (Class::Hedge, None));
    }

    #[test]
    fn no_band_lies_outside_the_hundred_or_upside_down() {
        assert_eq!(Scale::all().len(), 4);
        for term in Scale::all().iter().flat_map(|scale| &scale.terms) {
            assert!(term.low <= term.high && term.high <= 100, "{term:?}");
        }
    }
}
