//! The list of figures.

use super::rows::Rows;
use crate::model::IndicatorId;

/// The indicators pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Indicators {
    /// Where one is in the view's indicators.
    pub rows: Rows<IndicatorId>,
}
