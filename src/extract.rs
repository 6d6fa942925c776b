//! Reads text and reports dates, countries, quantities, indicators and events, each with its place and rule.
//! Never fails, opens a file or looks at the clock: a document's own date arrives as an argument.

pub mod country;
pub mod date;
pub mod event;
pub mod finding;
pub mod front;
pub mod indicator;
pub mod quantity;

pub use finding::{
    CountryMention, DateMention, DateValue, EventFinding, EventKind, Findings, Front,
    IndicatorFinding, Mode, Quantity, Rule, TimexKind, Via,
};

use crate::text::Text;
use chrono::NaiveDate;

/// Everything found in one document.
///
/// `published` is the document's date where somebody stated it outside the text (a manifest); where it is
/// `None`, a date that the text itself gives ("Published on: …") is used, and without one relative dates stay
/// unanchored.
pub fn extract(text: &Text, published: Option<NaiveDate>) -> Findings {
    let front = front::find(text);
    let anchor = published.or(front.published.map(|(_, day)| day));
    let dates = date::find(text, anchor);
    let countries = country::find(text);
    let quantities = quantity::find(text, &dates);
    let indicators = indicator::find(text, &dates, &countries, &quantities);
    let events = event::find(text, &dates, &countries, anchor);
    Findings { front, dates, countries, quantities, indicators, events }
}
