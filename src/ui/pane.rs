//! How the three panes look.

mod documents;
mod events;
mod histogram;
mod reader;

pub(super) use documents::documents;
pub(super) use events::events;
pub(super) use reader::{Passage, reader};
