//! The three panes as plain data, each changed by its own methods. Never draws.

mod documents;
mod events;
mod motion;
mod reader;

pub use documents::{Documents, Item};
pub use events::{Events, Histogram, Period, Year};
pub use motion::Motion;
pub use reader::Reader;

/// The three panes, in the order Tab takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Documents and outline.
    Documents,
    /// The text.
    Reader,
    /// Events in time.
    #[default]
    Events,
}
