//! Puts a view's counts into words for the status line: what is shown, of how many, hidden by what.

use super::{Lens, View};

/// "14 of 63 events, 49 hidden by KZ, 2025"; "63 events" where nothing is hidden by an empty lens. Events that no
/// date range can find are named: "49 hidden by 2025 (3 undated)".
pub fn summary(view: &View, lens: &Lens) -> String {
    let counts = &view.counts;
    let (shown, total) = (counts.events_shown, counts.events_total);
    let noun = if total == 1 { "event" } else { "events" };
    if lens.is_empty() {
        return format!("{total} {noun}");
    }
    let undated = match counts.events_undated {
        0 => String::new(),
        count => format!(" ({count} undated)"),
    };
    format!("{shown} of {total} {noun}, {} hidden by {lens}{undated}", counts.events_hidden())
}
