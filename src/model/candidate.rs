//! What is said of two events that may be reports of one happening. Plain data.

use super::EventId;

/// How sure it is that two events are one happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Dates agree at the coarser of their precisions, countries are equal, titles alike.
    Same,
    /// They could be; an analyst decides.
    Possibly,
}

/// Another report of what may be the same happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The event.
    pub event: EventId,
    /// The other report.
    pub other: EventId,
    /// How sure it is.
    pub likeness: Likeness,
    /// What the two say differently.
    pub differs: Differs,
}

/// Something that two reports may say differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The date, or how precise it is.
    Date,
    /// The countries concerned.
    Countries,
    /// The type.
    Kind,
    /// Whether it is told as past, planned, supposed or denied.
    Mode,
    /// The figures: each gives some, and none is given by both.
    Values,
}

/// What two reports say differently: a set of [`Difference`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Differs(u8);

impl Likeness {
    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Possibly => "possibly",
        }
    }
}

impl Difference {
    const ALL: [Self; 5] = [Self::Date, Self::Countries, Self::Kind, Self::Mode, Self::Values];

    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Countries => "countries",
            Self::Kind => "type",
            Self::Mode => "mode",
            Self::Values => "values",
        }
    }
}

impl Differs {
    /// The set of those differences that are true.
    pub fn of(all: impl IntoIterator<Item = (Difference, bool)>) -> Self {
        let there = all.into_iter().filter(|(_, differs)| *differs);
        Self(there.fold(0, |set, (difference, _)| set | 1 << difference as u8))
    }

    /// Whether something differs.
    pub fn has(self, difference: Difference) -> bool {
        self.0 & 1 << difference as u8 != 0
    }

    /// The names of what differs, in the words of exports and screens.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Difference::ALL.into_iter().filter(move |d| self.has(*d)).map(Difference::name)
    }
}
