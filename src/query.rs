//! Answers a question about a corpus snapshot: what a lens leaves, why it matched, how much it hides.
//! Never changes a corpus or reorders time.
//!
//! In comes a [`Corpus`](crate::model::Corpus) and a [`Lens`]; out goes a [`View`]: ids in order, hits, counts.
//! An [`Index`] made once for each corpus answers every keystroke; [`View::new`] makes one for a single question.

mod access;
mod assessments;
pub mod best;
mod bits;
pub mod brief;
pub mod citation;
pub mod compare;
pub mod countries;
pub mod counts;
pub mod coverage;
pub mod date_range;
pub mod figures;
mod find;
mod fold;
mod found;
mod fuzzy;
pub mod index;
pub mod lens;
mod lexicon;
pub mod lights;
pub mod lints;
mod literal;
pub mod lookup;
mod names;
pub mod narrative;
pub mod navigate;
pub mod pattern;
mod postings;
mod projection;
pub mod proof;
pub mod rehearsal;
mod roles;
pub mod roster;
pub mod series;
pub mod signposts;
pub mod sources;
pub mod states;
pub mod summary;
pub mod tables;
mod term;
mod texts;
pub mod view;
mod words;
pub mod years;

pub use best::Ranked;
pub use brief::Brief;
pub use citation::Citation;
pub use compare::{Beside, Comparison};
pub use countries::CountryFilter;
pub use counts::{Counts, DocumentCounts};
pub use coverage::{Coverage, Measure};
pub use date_range::DateRange;
pub use figures::Figures;
pub use index::Index;
pub use lens::Lens;
pub use lights::{Light, Why};
pub use lookup::{Answer, Lookup, Question};
pub use narrative::Narrative;
pub use navigate::Step;
pub use pattern::{MatchKind, Pattern};
pub use rehearsal::Drill;
pub use roster::{Entry, Gloss, Office, Roster, Variant, Words};
pub use signposts::{FoundSign, Signs};
pub use sources::SourceRow;
pub use states::{SourceCounts, SourceState};
pub use summary::{Listed, summary};
pub use view::{Hit, View};
pub use years::Years;
