//! How the panes look.

mod assessments;
mod documents;
mod events;
mod findings;
mod histogram;
mod indicators;
mod reader;

pub(super) use documents::documents;
pub(super) use findings::findings;
pub(super) use reader::{Passage, reader};
