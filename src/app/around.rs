//! What else was going on: everything within some days of an event. Plain data, and the range of days that follows from it.

mod act;

use super::moved::Moved;
use super::overlay::Overlay;
use super::place::Place;
use crate::model::{Day, EventId};
use crate::query::{DateRange, Lens};

/// The days on either side that can be chosen.
const STEPS: [i32; 5] = [1, 7, 30, 90, 365];
/// Those that are chosen at first.
const FIRST: i32 = 30;

/// The days around an event, and what comes back after them.
#[derive(Debug, Clone)]
pub struct Around {
    /// The lens before.
    pub lens: Lens,
    /// The place before.
    pub place: Place,
    /// What lay over the panes before, the topmost first.
    pub over: Vec<Overlay>,
    /// The event; none where a corpus no longer has it.
    pub event: Option<EventId>,
    /// Its date in words.
    pub date: String,
    /// Its first and its last day.
    pub bounds: (Day, Day),
    /// How many days before and after.
    pub days: i32,
}

impl Around {
    /// The days around an event's bounds; what has no start or no end goes on without one.
    pub fn range(&self) -> DateRange {
        let (first, last) = self.bounds;
        let moved = |day: Day, by: i32| match day {
            Day::MIN | Day::MAX => day,
            Day(number) => Day(number.saturating_add(by)),
        };
        let (earliest, latest) = (moved(first, -self.days), moved(last, self.days));
        let said = |day: Day| day.date().map(|date| date.to_string()).unwrap_or_default();
        let typed = format!("{}..{}", said(earliest), said(latest));
        DateRange { typed, earliest, latest }
    }

    /// "± 30 days around 2025-04-25".
    pub fn told(&self) -> String {
        let days = if self.days == 1 { "day" } else { "days" };
        format!("± {} {days} around {}", self.days, self.date)
    }

    /// Takes the next step, wider or narrower; whether there is one.
    pub(super) fn step(&mut self, wider: bool) -> bool {
        let next = if wider {
            STEPS.iter().find(|&&days| days > self.days)
        } else {
            STEPS.iter().rfind(|&&days| days < self.days)
        };
        self.days = next.copied().unwrap_or(self.days);
        next.is_some()
    }

    /// Finds what is remembered in another corpus.
    pub(super) fn renew(&mut self, to: &Moved, over: impl FnMut(&mut Overlay) -> bool) {
        self.event = self.event.and_then(|id| to.event(id));
        self.place = to.place(self.place).unwrap_or_default();
        self.over.retain_mut(over);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(first: Day, last: Day) -> Around {
        Around {
            lens: Lens::default(),
            place: Place::default(),
            over: Vec::new(),
            event: None,
            date: "2025".into(),
            bounds: (first, last),
            days: FIRST,
        }
    }

    #[test]
    fn days_are_counted_from_both_bounds() {
        let year = DateRange::parse("2025").unwrap();
        let mut around = around(year.earliest, year.latest);
        assert_eq!(around.range().typed, "2024-12-02..2026-01-30");
        assert_eq!(Ok(around.range()), DateRange::parse(&around.range().typed));
        assert!(around.step(true) && around.step(true) && !around.step(true));
        assert_eq!((around.days, around.told()), (365, "± 365 days around 2025".into()));
        assert!((0..4).all(|_| around.step(false)) && !around.step(false));
        assert_eq!(around.told(), "± 1 day around 2025");
    }

    #[test]
    fn an_open_end_stays_open() {
        let since = DateRange::parse("since 2018").unwrap();
        let range = around(since.earliest, since.latest).range();
        assert_eq!((range.typed.as_str(), range.latest), ("2017-12-02..", Day::MAX));
    }
}
