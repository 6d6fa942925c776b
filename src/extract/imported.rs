//! Events that a table states: its rows come in, as places in the text; rows like any other go out, marked as imported.
//! Takes each row's word for date and country; never looks for either.

use super::country::{Country, lookup};
use super::{
    CountryMention, DateMention, DateValue, EventFinding, EventKind, Findings, Mode, TimexKind, Via,
};
use crate::text::{Span, Text};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A row of a table of events, as places of the reading text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRow {
    /// The words of its date, and what they say as EDTF.
    pub date: (Span, String),
    /// The words that say what happened.
    pub title: Span,
    /// Its countries: the words, and the country where the table gives a code.
    pub countries: Vec<(Span, Option<Country>)>,
    /// Its type, as the table has it.
    pub kind: Option<String>,
    /// Its mode, as the table has it; past where it has none.
    pub mode: Option<String>,
}

/// The rule that made an event of a row.
pub const RULE: &str = "event.imported";

static TYPES: LazyLock<HashMap<&'static str, EventKind>> = LazyLock::new(|| {
    let rows = include_str!("../../assets/event-types.tsv").lines().filter(|l| !l.starts_with('#'));
    let row = |line: &'static str| {
        let (written, kind) = line.split_once('\t')?;
        Some((written, EventKind::parse(kind)?))
    };
    rows.filter_map(row).collect()
});

/// Puts the events of rows in the place of those found in the text, and their dates and countries beside those found.
pub fn import(text: &Text, rows: &[ImportedRow], findings: &mut Findings) {
    let Findings { dates, countries, events, indicators, .. } = findings;
    events.clear();
    let old: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let mut stated: Vec<Span> = rows.iter().map(|row| row.date.0).collect();
    stated.sort_unstable();
    dates.retain(|date| !touches(&stated, date.span));
    dates.extend(rows.iter().filter_map(date));
    dates.sort_by_key(|date| date.span);
    dates.dedup_by_key(|date| date.span);
    let place = |span: Span| dates.binary_search_by_key(&span, |date| date.span).ok();
    // Indicators keep their periods under the new numbers.
    for indicator in indicators.iter_mut() {
        indicator.period =
            indicator.period.and_then(|at| old.get(at)).and_then(|&span| place(span));
    }
    for row in rows {
        let Some(event) = event(text, row, countries, place(row.date.0)) else { continue };
        events.push(event);
    }
    events.sort_by_key(|event| (event.sentence, event.date));
    name_countries(rows, countries);
}

/// Whether a place shares a byte with one of some that rise and do not overlap.
fn touches(places: &[Span], span: Span) -> bool {
    let next = places.partition_point(|place| place.end <= span.start);
    places.get(next).is_some_and(|place| place.overlaps(span))
}

fn date(row: &ImportedRow) -> Option<DateMention> {
    let (span, edtf) = &row.date;
    let date = DateValue::parse(edtf)?;
    let date = DateValue { anchored: !edtf.starts_with("XXXX"), ..date };
    let value = edtf.clone();
    Some(DateMention {
        span: *span,
        kind: TimexKind::Date,
        value,
        date: Some(date),
        rule: "date.imported",
    })
}

fn event(
    text: &Text,
    row: &ImportedRow,
    found: &[CountryMention],
    date: Option<usize>,
) -> Option<EventFinding> {
    let written = row.kind.as_deref().unwrap_or_default().to_lowercase();
    let own = EventKind::parse(&written);
    let kind = own.or_else(|| TYPES.get(written.as_str()).copied()).unwrap_or(EventKind::Other);
    let mut countries: Vec<(Country, Via)> =
        row.countries.iter().flat_map(|(span, code)| named(text, *span, *code, found)).collect();
    countries.sort_unstable_by_key(|&(country, via)| (country, via));
    countries.dedup_by_key(|&mut (country, _)| country);
    Some(EventFinding {
        sentence: text.sentence_at(row.title.start)?,
        date: date?,
        countries,
        kind,
        mode: row.mode.as_deref().and_then(Mode::parse).unwrap_or(Mode::Historical),
        title: vec![row.title],
        rule: RULE,
    })
}

/// The countries of a cell: by its code, else as found in its words, else by its name.
fn named(
    text: &Text,
    span: Span,
    code: Option<Country>,
    found: &[CountryMention],
) -> Vec<(Country, Via)> {
    if let Some(country) = code {
        return vec![(country, Via::Name)];
    }
    let first = found.partition_point(|mention| mention.span.start < span.start);
    let inside = found.iter().skip(first).take_while(|mention| mention.span.end <= span.end);
    let inside: Vec<(Country, Via)> =
        inside.map(|mention| (mention.country, mention.via)).collect();
    if inside.is_empty() {
        return lookup(text.words(span)).first().map(|&c| (c, Via::Name)).into_iter().collect();
    }
    inside
}

/// Adds a mention for each code, which no name in the text would have led to.
fn name_countries(rows: &[ImportedRow], countries: &mut Vec<CountryMention>) {
    let stated =
        rows.iter().flat_map(|row| &row.countries).filter_map(|&(span, code)| Some((span, code?)));
    let stated: Vec<CountryMention> = stated
        .map(|(span, country)| CountryMention {
            span,
            country,
            via: Via::Name,
            rule: "country.imported",
        })
        .collect();
    let mut spans: Vec<Span> = stated.iter().map(|mention| mention.span).collect();
    spans.sort_unstable();
    spans.dedup();
    countries.retain(|mention| !touches(&spans, mention.span));
    countries.extend(stated);
    countries.sort_by_key(|mention| (mention.span.start, mention.span.end, mention.country));
}
