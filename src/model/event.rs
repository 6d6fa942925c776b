//! One event as a compact row: ids, day numbers and spans; no owned text.

use super::{Day, DocId, StrId};
use crate::extract::{EventKind, Mode};
use crate::text::Span;

/// A dated happening. Rows are sorted by (`earliest`, `latest`, `document`, place); an open start comes first. What is
/// not anchored has no place in time and comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// The document that tells of it.
    pub document: DocId,
    /// The sentence, in the document's reading text.
    pub sentence: Span,
    /// The words of its date.
    pub date: Span,
    /// Its date as EDTF.
    pub edtf: StrId,
    /// First day it can mean.
    pub earliest: Day,
    /// Last day it can mean.
    pub latest: Day,
    /// Where its title's spans start in the corpus.
    pub(super) titles: u32,
    /// Where its countries start in the corpus.
    pub(super) countries: u32,
    /// How many title spans.
    pub(super) title_count: u8,
    /// How many countries.
    pub(super) country_count: u8,
    /// Its type.
    pub kind: EventKind,
    /// Past, planned, supposed or denied.
    pub mode: Mode,
    /// Whether its date stands on the calendar.
    pub anchored: bool,
    /// The rule that found it.
    pub rule: StrId,
}

impl Event {
    /// What rows are sorted by; no two events of a document that differ have the same.
    pub fn place(&self) -> (bool, Day, Day, DocId, u32, u32) {
        let Self { document, sentence, date, .. } = *self;
        (!self.anchored, self.earliest, self.latest, document, sentence.start, date.start)
    }

    /// Whether it stands anywhere on the calendar: what a date range can find.
    pub fn is_dated(&self) -> bool {
        self.anchored && (self.earliest, self.latest) != (Day::MIN, Day::MAX)
    }
}
