//! Where a history stands, and what it costs it to go on from there: in come two stretches of days, out comes a cost. Never
//! reads what is said in them.

use super::expression::{Body, Edge, Expression, Opens, Year};
use super::place::moved;
use super::stamp::{Grain, Stamp};
use chrono::NaiveDate;

/// What a step ahead costs, a doubling of its weeks each: to a date without its year, to one with it, to a bare year.
const AHEAD: i32 = 6;
const AHEAD_TOLD: i32 = 2;
const AHEAD_YEAR: i32 = 6;

/// The same for a step back.
const BACK: i32 = 8;
const BACK_TOLD: i32 = 6;
const BACK_YEAR: i32 = 11;

/// What it costs to turn back at all: in the middle of a paragraph, where one opens, and where a section does.
const TURN: i32 = 30;
const TURN_PARAGRAPH: i32 = 18;
const TURN_SECTION: i32 = 3;

/// What it costs to tell again the larger stretch that the story stands in.
const WIDER: i32 = 3;

/// A stretch of days that the story stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) stamp: Stamp,
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

impl Line {
    /// The days meant by a place of which only the beginning or the end is told.
    pub(super) fn new(stamp: Stamp, edge: Edge) -> Self {
        let (first, last) = (stamp.day, stamp.last());
        let quarter = (last - first).num_days() / 4;
        match edge {
            Edge::None => Self { stamp, first, last },
            Edge::Early => Self { stamp, first, last: moved(first, quarter) },
            Edge::Mid => Self { stamp, first: moved(first, quarter), last: moved(last, -quarter) },
            Edge::Late => Self { stamp, first: moved(last, -quarter), last },
        }
    }

    /// What it costs a story to go from here to another place: little ahead, more back, less back where it opens anew.
    pub(super) fn travel(self, to: Self, expression: &Expression) -> i32 {
        let told = matches!(expression.body, Body::Point(Year::Given(_), ..));
        if to.first >= self.first {
            let each = match (told, to.stamp.grain) {
                (true, Grain::Year) => AHEAD_YEAR,
                (true, _) => AHEAD_TOLD,
                (false, _) => AHEAD,
            };
            return weight((to.first - self.first).num_days()) * each / 16;
        }
        if to.last >= self.first {
            return WIDER;
        }
        let turn = match expression.opens {
            Opens::Within => TURN,
            Opens::Paragraph => TURN_PARAGRAPH,
            Opens::Section | Opens::Heading => TURN_SECTION,
        };
        let each = match (told, to.stamp.grain) {
            (true, Grain::Year) => BACK_YEAR,
            (true, _) => BACK_TOLD,
            (false, _) => BACK,
        };
        turn + weight((self.first - to.last).num_days()) * each / 16
    }
}

/// What it costs to tell of a day some days from one that was looked aside to.
pub(super) fn beside(days: i64) -> i32 {
    weight(days.abs()) * AHEAD / 16
}

/// How much a distance in days weighs: sixteen times its binary logarithm in weeks.
fn weight(days: i64) -> i32 {
    let n = u32::try_from(days.clamp(0, 1 << 24)).unwrap_or(0) / 2 + 4;
    let log = n.ilog2();
    let rest = ((n << 4) >> log) & 15;
    i32::try_from(log * 16 + rest).unwrap_or(0) - 32
}
