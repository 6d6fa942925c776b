//! Puts a view's counts into words for the status line: what is shown, of how many, hidden by what.

use super::counts::{Counts, counted};
use super::{Lens, View};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Events.
    Events,
    /// Indicators.
    Indicators,
    /// Assessments.
    Assessments,
}

impl Listed {
    /// The singular, then how many are left, are there, and have no date that a range could find.
    fn of(self, counts: &Counts) -> (&'static str, usize, usize, usize) {
        match self {
            Self::Events => {
                ("event", counts.events_shown, counts.events_total, counts.events_undated)
            }
            Self::Indicators => ("indicator", counts.indicators_shown, counts.indicators_total, 0),
            Self::Assessments => (
                "assessment",
                counts.assessments_shown,
                counts.assessments_total,
                counts.assessments_undated,
            ),
        }
    }
}

/// "14 of 63 events, 49 hidden by KZ, 2025"; "63 events" where nothing is hidden by an empty lens. What no
/// date range can find is named: "49 hidden by 2025 (3 undated)".
pub fn summary(view: &View, lens: &Lens, listed: Listed) -> String {
    let (noun, shown, total, undated) = listed.of(&view.counts);
    if lens.is_empty() {
        return counted(total, noun);
    }
    let undated = match undated {
        0 => String::new(),
        count => format!(" ({count} undated)"),
    };
    format!("{shown} of {}, {} hidden by {lens}{undated}", counted(total, noun), total - shown)
}
