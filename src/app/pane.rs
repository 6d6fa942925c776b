//! The panes as plain data, each changed by its own methods. Never draws.

mod assessments;
mod documents;
mod events;
mod histogram;
mod indicators;
mod motion;
mod reader;
mod rows;
mod year;

pub use assessments::{Assessments, Order};
pub use documents::{Documents, Item};
pub use events::Events;
pub use histogram::Histogram;
pub use indicators::{Indicators, Kind, Line, Sort};
pub use motion::Motion;
pub use reader::Reader;
pub use rows::Rows;
pub use year::{Period, Year};

/// The panes. Documents, the text and one of the lists of findings are on the screen; Tab takes them in this order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Documents and outline.
    Documents,
    /// The text.
    Reader,
    /// Events in time.
    #[default]
    Events,
    /// Figures by what they count.
    Indicators,
    /// What the authors judge, expect, fear and recommend.
    Assessments,
}

impl Pane {
    /// Whether it is one of the lists of what was found; one of them is on the screen at a time.
    pub fn is_findings(self) -> bool {
        !matches!(self, Self::Documents | Self::Reader)
    }
}
