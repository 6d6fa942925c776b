//! The three panes as plain data, each changed by its own methods. Never draws.

mod documents;
mod events;
mod histogram;
mod motion;
mod reader;
mod year;

pub use documents::{Documents, Item};
pub use events::Events;
pub use histogram::Histogram;
pub use motion::Motion;
pub use reader::Reader;
pub use year::{Period, Year};

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
