//! How the panes look.

mod assessments;
mod chart;
mod documents;
mod empty;
mod events;
mod figure;
mod findings;
mod histogram;
mod indicators;
mod reader;
mod spark;

pub(super) use documents::documents;
pub(super) use findings::findings;
pub(super) use reader::{Passage, reader};
