//! Reads text and reports dates, countries, quantities, indicators, events and assessments, and when asked persons and
//! bodies; each with its place and rule.
//! Never fails, opens a file or looks at the clock: a document's own date arrives as an argument.

pub mod assessment;
mod case;
pub mod country;
pub mod date;
pub mod entity;
pub mod event;
pub mod finding;
pub mod front;
pub mod imported;
pub mod indicator;
mod language;
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
use std::borrow::Cow;

/// Everything found in one document.
///
/// `published` is the document's date, of any precision, where somebody stated it outside the text (a manifest); where it is
/// `None`, a date that the text itself gives ("Published on: …") is used, and without one relative dates stay
/// unanchored. What the rules weighed and left goes to `trace`.
pub fn extract(text: &Text, published: Option<&DateValue>, trace: &mut Trace) -> Findings {
    extract_all(&[(text, published)], trace).pop().unwrap_or_default()
}

/// The same of many documents, in their order; one `trace` for all.
///
/// Each step goes through all of them before the next begins: its code and the words it knows stay in the processor's
/// caches, which takes a fifth less time for texts of 14 kB, a third for those of 3 kB, once there are half a megabyte.
pub fn extract_all(documents: &[(&Text, Option<&DateValue>)], trace: &mut Trace) -> Vec<Findings> {
    let begin = |&(text, published): &(_, Option<&DateValue>)| Underway::new(text, published);
    let mut all: Vec<Underway<'_>> = documents.iter().map(begin).collect();
    for (english, step) in STEPS {
        for underway in all.iter_mut().filter(|underway| !english || !underway.found.foreign) {
            step(underway, trace);
        }
    }
    all.into_iter().map(|underway| underway.found).collect()
}

/// A document while things are looked for in it.
struct Underway<'a> {
    text: Cow<'a, Text>,
    anchor: Option<DateValue>,
    runs: Runs,
    found: Findings,
}

impl<'a> Underway<'a> {
    fn new(text: &'a Text, published: Option<&DateValue>) -> Self {
        let front = front::find(text);
        let own = || front.published.as_ref().map(|(_, date)| date.clone());
        let anchor = published.cloned().or_else(own);
        let text = case::restored(text);
        let foreign = !language::is_english(&text.clean);
        let found = Findings { front, foreign, ..Findings::default() };
        let runs = Runs::of(&text);
        Self { text, anchor, runs, found }
    }
}

/// Looks for one kind of finding.
type Step = fn(&mut Underway<'_>, &mut Trace);

/// What is looked for, each by what was found before it, and whether its rules are for English alone: how a sentence is built
/// tells what was done and what is counted.
const STEPS: [(bool, Step); 7] = [
    (false, |d, trace| d.found.dates = date::find(&d.text, &d.runs, d.anchor.as_ref(), trace)),
    (false, |d, trace| d.found.countries = country::find(&d.text, trace)),
    (false, |d, trace| {
        d.found.quantities = quantity::find(&d.text, &d.runs, &d.found.dates, trace);
    }),
    (true, |d, trace| {
        let Findings { dates, countries, quantities, .. } = &d.found;
        d.found.indicators = indicator::find(&d.text, dates, countries, quantities, trace);
    }),
    (true, |d, trace| {
        let Findings { dates, countries, .. } = &d.found;
        d.found.events = event::find(&d.text, dates, countries, d.anchor.as_ref(), trace);
    }),
    (false, |d, trace| d.found.tables = table::find(&d.text, trace)),
    (true, |d, _| {
        let known = (d.found.dates.as_slice(), d.found.countries.as_slice());
        d.found.assessments = assessment::find(&d.text, &d.runs, known, &d.found.tables);
    }),
];

/// The persons and organisations of one document, and the short forms that it writes out.
///
/// `countries` are those that [`extract`] found in it. Names cost an eighth of what all else does and few ask for them:
/// [`extract`] finds none.
pub fn names(text: &Text, countries: &[CountryMention]) -> Names {
    entity::find(&case::restored(text), countries)
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
    let text = case::restored(text);
    signpost::find(&text, (countries, front.title), &signpost::Column::of(tables), trace)
}
