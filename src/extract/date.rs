//! Finds dates, times, durations and sets in running text. PROVISIONAL: finds nothing yet.

use super::DateMention;
use crate::text::Text;
use chrono::NaiveDate;

/// Finds every temporal expression in the body of a document, rising by place.
///
/// `published` anchors relative expressions; without it they stay unanchored.
pub fn find(_text: &Text, _published: Option<NaiveDate>) -> Vec<DateMention> {
    Vec::new()
}

/// Reads an EDTF value (level 0 and 1) as a user types it into its first and last day; `None` on either side where
/// the interval is open. `None` in all where it is no EDTF.
pub fn edtf_bounds(_edtf: &str) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    None
}
