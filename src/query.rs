//! Answers a question about a corpus snapshot: what a lens leaves, why it matched, how much it hides.
//! Never changes a corpus or reorders time.

pub mod lens;
pub mod pattern;
pub mod view;

pub use lens::{CountryFilter, DateRange, Lens};
pub use pattern::Pattern;
pub use view::{Counts, Hit, View};
