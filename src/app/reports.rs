//! From one report to the next of what may be the same happening, and what the two say differently.

use super::{App, Pane};
use crate::model::{Candidate, EventId, Likeness};

impl App {
    /// The selected event.
    pub fn selected_event(&self) -> Option<EventId> {
        self.view.events.get(self.events.selected).copied()
    }

    /// Other reports of what may be the selected event's happening.
    pub fn candidates(&self) -> &[Candidate] {
        self.selected_event().map_or(&[], |id| self.corpus.candidates_of(id))
    }

    /// Selects the next report, round through all of them, and says how it differs from the one left. What the lens
    /// hides is passed over, and counted.
    pub fn next_report(&mut self) {
        let Some(here) = self.selected_event() else { return };
        let all = self.corpus.candidates_of(here).to_vec();
        let shown = |c: &&Candidate| self.view.events.binary_search(&c.other).is_ok();
        let hidden = all.len() - all.iter().filter(shown).count();
        let later = all.iter().filter(shown).find(|c| c.other > here);
        let Some(next) = later.or_else(|| all.iter().find(shown)).copied() else {
            let reports = super::label::count(hidden, "other report");
            self.notice = Some(format!("{reports} hidden by {}", self.lens));
            return;
        };
        self.leave_place();
        self.events.anchor = Some(next.other);
        self.events.find_anchor(&self.view);
        self.focus_on(Pane::Events);
        self.glance();
        self.notice = Some(told(&next, hidden));
    }
}

/// "possibly the same: date and countries differ".
fn told(candidate: &Candidate, hidden: usize) -> String {
    let said = likeness(candidate);
    if hidden > 0 { format!("{said}; {hidden} more hidden") } else { said }
}

/// How sure it is that two reports are of one happening, and what differs.
pub fn likeness(candidate: &Candidate) -> String {
    let likeness = match candidate.likeness {
        Likeness::Same => "the same",
        Likeness::Possibly => "possibly the same",
    };
    let differs: Vec<&str> = candidate.differs.names().collect();
    match differs.split_last() {
        None => format!("{likeness}: nothing differs"),
        Some((only, [])) if only.ends_with('s') => format!("{likeness}: {only} differ"),
        Some((only, [])) => format!("{likeness}: {only} differs"),
        Some((last, rest)) => format!("{likeness}: {} and {last} differ", rest.join(", ")),
    }
}
