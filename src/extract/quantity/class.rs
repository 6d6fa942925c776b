//! The classes of words that numbers and units are made of, as `assets/numbers.tsv` and `assets/units.tsv` name them.
//! Holds no words.

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NumberWord {
    /// Adds: seven, forty.
    Cardinal(f64),
    /// Multiplies: dozen, hundred, million.
    Scale(f64),
    /// Divides one into so many parts: half, third.
    Part(f64),
    /// Names an order of magnitude: tens, dozens, thousands.
    Order(f64),
    /// Counts so many where "a … of" stands around it: a couple of, a score of.
    Group(f64),
    /// Says how many times: threefold.
    Fold(f64),
}

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A sign or code before the number: $, US$, EUR.
    Sign,
    /// Money, named after the number.
    Money,
    /// A share: percent, percentage point.
    Percent,
    /// A length of time.
    Time,
    /// Years of age.
    Age,
    /// Anything physical.
    Measure,
}

/// A unit as the table has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Singular, normalised.
    pub(super) name: &'static str,
    /// What it measures.
    pub(super) kind: UnitKind,
}

/// A list of words of `numbers.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Stand between a hedge and its number and change nothing.
    Softeners,
    /// Name something by the number that follows.
    Labels,
    /// Take the number before them as their name.
    Named,
    /// End the name of a street.
    Streets,
    Months,
    Weekdays,
    /// Tell of a change.
    Changes,
    /// Plurals without an s.
    Plurals,
    /// Plurals that tell what kind the noun behind them is of.
    Compounds,
    /// Words in s that are no plurals.
    Singulars,
    /// End the noun phrase after a number.
    Stops,
    /// Verbs in the past that follow a counted noun without one in between.
    Deeds,
    /// Wholes that shares are taken of.
    Wholes,
    /// Stand before a noun phrase and are no part of it.
    Determiners,
    /// Words between which and a large number nothing is counted.
    Models,
    /// What follows a number that counts.
    Told,
    /// Adjectives that nothing in their ending shows.
    Adjectives,
}

impl List {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "softeners" => Self::Softeners,
            "labels" => Self::Labels,
            "named" => Self::Named,
            "streets" => Self::Streets,
            "months" => Self::Months,
            "weekdays" => Self::Weekdays,
            "changes" => Self::Changes,
            "plurals" => Self::Plurals,
            "compounds" => Self::Compounds,
            "singulars" => Self::Singulars,
            "stops" => Self::Stops,
            "deeds" => Self::Deeds,
            "wholes" => Self::Wholes,
            "determiners" => Self::Determiners,
            "models" => Self::Models,
            "told" => Self::Told,
            "adjectives" => Self::Adjectives,
            _ => return None,
        })
    }

    pub(super) fn bit(self) -> u32 {
        1 << self as u32
    }
}
