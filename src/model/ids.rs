//! Dense ids, valid within one corpus, and the day number rows are kept by. Plain values.

use chrono::{Datelike, NaiveDate};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id as an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A document, in the order the corpus was opened.
    DocId
);
id!(
    /// An event, in chronological order.
    EventId
);
id!(
    /// An indicator, in order of document and place.
    IndicatorId
);
id!(
    /// An assessment, in order of document and place.
    AssessmentId
);
id!(
    /// A string kept once for the whole corpus.
    StrId
);

/// A day as days since 0001-01-01 (chrono's "days from CE"); [`Day::MIN`] and [`Day::MAX`] are open ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// No start.
    pub const MIN: Self = Self(i32::MIN);
    /// No end.
    pub const MAX: Self = Self(i32::MAX);

    /// The first day of a bound, open where there is none.
    pub fn earliest(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::MIN, |d| Self(d.num_days_from_ce()))
    }

    /// The last day of a bound, open where there is none.
    pub fn latest(date: Option<NaiveDate>) -> Self {
        date.map_or(Self::MAX, |d| Self(d.num_days_from_ce()))
    }

    /// The calendar date; `None` for an open end.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(self.0)
    }
}
