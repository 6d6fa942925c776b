//! Holds what was found: documents, events, indicators, mentions, and the indexes between them.
//! Never reads text for meaning, formats for people, or changes once built.

pub mod assessment;
pub mod builder;
pub mod candidate;
mod compare;
pub mod corpus;
pub mod document;
pub mod event;
pub mod file;
pub mod ids;
pub mod indicator;
pub mod origin;
pub mod strings;

pub use assessment::Assessment;
pub use builder::Builder;
pub use candidate::{Candidate, Difference, Differs, Likeness};
pub use corpus::Corpus;
pub use document::{Bytes, Document, Input, Left, Section};
pub use event::Event;
pub use file::{File, FileState};
pub use ids::{AssessmentId, Day, DocId, EventId, IndicatorId, StrId};
pub use indicator::Indicator;
pub use origin::Origin;
pub use strings::Strings;
