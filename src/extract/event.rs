//! Finds dated happenings: a sentence, its date, its countries, a type and a title. PROVISIONAL.

use super::{CountryMention, DateMention, EventFinding};
use crate::text::Text;

/// Finds the events of a document, rising by place.
pub fn find(
    _text: &Text,
    _dates: &[DateMention],
    _countries: &[CountryMention],
) -> Vec<EventFinding> {
    Vec::new()
}
