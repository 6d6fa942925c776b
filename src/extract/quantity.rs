//! Finds numbers with what they count. PROVISIONAL: finds nothing yet.

use super::{DateMention, Quantity};
use crate::text::Text;

/// Finds every quantity in the body of a document, rising by place; numbers inside a date are left out.
pub fn find(_text: &Text, _dates: &[DateMention]) -> Vec<Quantity> {
    Vec::new()
}
