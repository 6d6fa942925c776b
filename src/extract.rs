//! Reads text and reports dates, countries, quantities, indicators, events and assessments, and when asked persons and
//! bodies; each with its place and rule.
//! Never fails, opens a file or looks at the clock: a document's own date arrives as an argument.

pub mod assessment;
pub mod country;
pub mod date;
pub mod entity;
pub mod event;
pub mod finding;
pub mod front;
pub mod imported;
pub mod indicator;
pub mod names;
pub mod quantity;
pub mod rules;
pub mod signpost;
pub mod table;
pub mod trace;
pub mod via;

pub use assessment::{AssessmentFinding, AssessmentKind};
pub use finding::{
    CountryMention, DateMention, DateValue, EventFinding, EventKind, Findings, Front,
    IndicatorFinding, Mode, Quantity, Table, TimexKind,
};
pub use imported::{ImportedRow, import};
pub use names::{Definition, Entity, EntityKind, EntityMention, Names};
pub use signpost::{SignpostFinding, SignpostKind, Told};
pub use trace::{Loss, Trace};
pub use via::{Rule, Via};

use crate::text::Text;
use crate::text::runs::Runs;

/// Everything found in one document.
///
/// `published` is the document's date, of any precision, where somebody stated it outside the text (a manifest); where it is
/// `None`, a date that the text itself gives ("Published on: …") is used, and without one relative dates stay
/// unanchored. What the rules weighed and left goes to `trace`.
pub fn extract(text: &Text, published: Option<&DateValue>, trace: &mut Trace) -> Findings {
    let front = front::find(text);
    let own = front.published.map(|(_, day)| DateValue::day(day));
    let anchor = published.or(own.as_ref());
    let runs = Runs::of(text);
    let dates = date::find(text, &runs, anchor, trace);
    let countries = country::find(text, trace);
    let quantities = quantity::find(text, &runs, &dates, trace);
    let indicators = indicator::find(text, &dates, &countries, &quantities, trace);
    let events = event::find(text, &dates, &countries, anchor, trace);
    let tables = table::find(text, trace);
    let assessments = assessment::find(text, &runs, (&dates, &countries), &tables);
    Findings { front, dates, countries, quantities, indicators, events, assessments, tables }
}

/// The persons and organisations of one document, and the short forms that it writes out.
///
/// `countries` are those that [`extract`] found in it. Names cost an eighth of what all else does and few ask for them:
/// [`extract`] finds none.
pub fn names(text: &Text, countries: &[CountryMention]) -> Names {
    entity::find(text, countries)
}

/// What a document says is to be watched. `countries` are those that [`extract()`] found in it.
///
/// Few ask for it, and it needs nothing but what is kept of a document: [`extract()`] finds none.
pub fn signposts(
    text: &Text,
    countries: &[CountryMention],
    front: &Front,
    tables: &[Table],
    trace: &mut Trace,
) -> Vec<SignpostFinding> {
    signpost::find(text, (countries, front.title), &signpost::Column::of(tables), trace)
}
