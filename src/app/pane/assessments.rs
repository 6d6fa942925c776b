//! The list of assessments.

use super::rows::Rows;
use crate::model::AssessmentId;

/// The assessments pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessments {
    /// Where one is in the view's assessments.
    pub rows: Rows<AssessmentId>,
}
