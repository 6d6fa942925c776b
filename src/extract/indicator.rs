//! Picks the figures worth a row of their own and gives each its name, country and period. PROVISIONAL.

use super::{CountryMention, DateMention, IndicatorFinding, Quantity};
use crate::text::Text;

/// Finds the indicators of a document, rising by place; a series gives one for each period.
pub fn find(
    _text: &Text,
    _dates: &[DateMention],
    _countries: &[CountryMention],
    _quantities: &[Quantity],
) -> Vec<IndicatorFinding> {
    Vec::new()
}
