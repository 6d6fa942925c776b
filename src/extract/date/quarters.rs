//! The quarter that a report speaks of: in come what it told and where, out comes the one that "the quarter" and "a year
//! ago" then mean. Never reads a word.

use super::expression::{Base, Body, Expression};
use super::place::stepped;
use super::resolve::Resolver;
use super::stamp::{Stamp, fits};
use super::word::Unit;

/// How many ends of sentences and paragraphs after a quarter "a year ago" still means that quarter of the year before.
const NEAR_QUARTER: u32 = 3;

/// The same for "a year earlier", which is counted from what was told and not from the day of speaking.
const STORY_QUARTER: u32 = 10;

impl Resolver {
    /// "For the nine months …, up from … a year earlier": a length in months or a year puts the quarter aside.
    pub(super) fn leave_quarter(&mut self, length: &str) {
        let calendar = length.ends_with('M') && !length.starts_with("PT") || length == "P1Y";
        if let Some((_, stretch)) = self.quarter.as_mut().filter(|_| calendar) {
            *stretch = None;
        }
    }

    /// The quarter told in this sentence or the few before it, which "a year ago" then means.
    pub(super) fn near_quarter(&self, expression: &Expression) -> Option<Stamp> {
        let (stamp, stretch) = self.quarter?;
        let spoken = matches!(expression.body, Body::Shift { base: Base::Now, .. });
        let reach = if spoken { NEAR_QUARTER } else { STORY_QUARTER };
        let near = expression.stretch.saturating_sub(stretch?) <= reach;
        (near && !self.narrates).then_some(stamp)
    }

    /// "the quarter", "the latest quarter": the one told, or the last that is over.
    pub(super) fn this_quarter(&self) -> Option<Stamp> {
        let told = self.quarter.map(|(stamp, _)| stamp);
        told.or_else(|| {
            stepped(self.now.filter(|now| fits(Unit::Quarter, now.grain))?, Unit::Quarter, -1)
        })
    }
}
