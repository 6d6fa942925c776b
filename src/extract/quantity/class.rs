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
