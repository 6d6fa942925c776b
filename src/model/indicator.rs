//! One indicator as a compact row.

use super::{Day, DocId, StrId};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::text::Span;

/// A figure with what it counts, where and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Indicator {
    /// The document that states it.
    pub document: DocId,
    /// The number as written.
    pub number: Span,
    /// The clause it stands in.
    pub clause: Span,
    /// Its value, scale words multiplied in.
    pub value: f64,
    /// What it measures: the document's own words, joined.
    pub name: StrId,
    /// `=`, `>`, `<`, `>=`, `<=` or `~`.
    pub qualifier: StrId,
    /// Unit in the singular; empty for a bare count.
    pub unit: StrId,
    /// Country it is about, and how the text says so.
    pub country: Option<(Country, Via)>,
    /// The words of its period; `None` where no period is stated.
    pub period: Option<Span>,
    /// The period as EDTF; empty where none is stated.
    pub edtf: StrId,
    /// First day of the period.
    pub earliest: Day,
    /// Last day of the period.
    pub latest: Day,
    /// The rule that found it.
    pub rule: StrId,
}

impl Indicator {
    /// Whether its period stands anywhere on the calendar: what a date range can find.
    pub fn is_dated(&self) -> bool {
        self.period.is_some() && (self.earliest, self.latest) != (Day::MIN, Day::MAX)
    }
}
