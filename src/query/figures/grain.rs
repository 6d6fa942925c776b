//! How long a period is, so that years are set beside years and months beside months. Days come in; never looks at values.

use crate::model::{Day, Indicator};
use chrono::{Datelike, Months, NaiveDate};

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year, of the calendar or another twelve months.
    Year,
}

impl Grain {
    /// The grain of a figure's period; none where it is open, or of another length.
    pub fn of(row: &Indicator) -> Option<Self> {
        if !row.is_dated() {
            return None;
        }
        let (first, last) = (row.earliest.date()?, row.latest.date()?);
        let end = last.succ_opt()?;
        let months = |count: u32| first.checked_add_months(Months::new(count)) == Some(end);
        match (last - first).num_days() {
            0 => Some(Self::Day),
            6 => Some(Self::Week),
            _ if first.day() != 1 => None,
            _ if months(1) => Some(Self::Month),
            _ if months(3) => Some(Self::Quarter),
            _ if months(6) => Some(Self::Half),
            _ if months(12) => Some(Self::Year),
            _ => None,
        }
    }

    /// "year": what one of them is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half-year",
            Self::Year => "year",
        }
    }

    /// How many periods of this grain lie between the starts of two: 1 where one follows the other.
    pub fn steps(self, from: Day, to: Day) -> i64 {
        let (Some(first), Some(last)) = (from.date(), to.date()) else { return 0 };
        let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        let months = months(last) - months(first);
        let days = (last - first).num_days();
        match self {
            Self::Day => days,
            Self::Week => days / 7,
            Self::Month => months,
            Self::Quarter => months / 3,
            Self::Half => months / 6,
            Self::Year => months / 12,
        }
    }
}
