//! Holds what was found: documents, events, indicators, mentions, and the indexes between them.
//! Never reads text for meaning, formats for people, or changes once built.

pub mod builder;
pub mod candidate;
mod compare;
pub mod corpus;
pub mod document;
pub mod event;
pub mod ids;
pub mod indicator;
pub mod strings;

pub use builder::{Builder, Input};
pub use candidate::{Candidate, Difference, Differs, Likeness};
pub use corpus::{Corpus, Diagnostic};
pub use document::{Document, Section};
pub use event::Event;
pub use ids::{Day, DocId, EventId, IndicatorId, StrId};
pub use indicator::Indicator;
pub use strings::Strings;
