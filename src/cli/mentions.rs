//! `bluf mentions`: every date, country, quantity, person and organisation found, with its bytes.

use super::arguments::Kind;
use super::format::{self, Row};
use super::select::Asked;
use super::spans::hull;
use crate::extract::{EntityKind, EntityMention};
use crate::model::{DocId, Document};
use crate::query::CountryFilter;
use crate::text::Span;
use serde::Serialize;
use std::io::Write;

/// One mention. Offsets are bytes of the file.
#[derive(Debug, Serialize)]
struct MentionRow<'a> {
    doc: &'a str,
    kind: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
    value: String,
    #[serde(rename = "type")]
    kind_of: &'a str,
    rule: &'a str,
    /// Of a quantity: its unit, or else the words of what it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip)]
    span: Span,
}

impl Row for MentionRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["kind", "type", "value", "unit", "doc", "text", "start", "end", "rule"];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        vec![
            self.kind.to_owned(),
            self.kind_of.to_owned(),
            self.value.clone(),
            self.unit.unwrap_or_default().to_owned(),
            self.doc.to_owned(),
            self.text.to_owned(),
            self.start.to_string(),
            self.end.to_string(),
            self.rule.to_owned(),
        ]
    }
}

/// Prints the mentions in the sentences that the lens leaves, by document and place.
pub(super) fn print(asked: &Asked, kinds: &[Kind], out: &mut dyn Write) -> anyhow::Result<usize> {
    let mut rows = Vec::new();
    for &id in &asked.view.documents {
        let Some(document) = asked.corpus.document(id) else { continue };
        let mut found = mentions(document, kinds, &asked.lens.countries);
        found.retain(|row| passes(asked, id, row.span));
        found.sort_by_key(|row| (row.start, row.end, row.kind));
        rows.append(&mut found);
    }
    format::print(&rows, asked.format, out)
}

/// Whether the sentence around a mention is among the lens's hits, which rise by document and place.
fn passes(asked: &Asked, document: DocId, span: Span) -> bool {
    let hits = &asked.view.hits;
    let at = hits.partition_point(|h| (h.document, h.sentence.end) <= (document, span.start));
    let inside = |h: &crate::query::Hit| h.document == document && h.sentence.overlaps(span);
    asked.lens.is_empty() || hits.get(at).is_some_and(inside)
}

/// The mentions of a document; a strict filter leaves out countries reached only through a group, city, region or metonym.
fn mentions<'a>(
    document: &'a Document,
    kinds: &[Kind],
    filter: &CountryFilter,
) -> Vec<MentionRow<'a>> {
    let wanted = |kind| kinds.is_empty() || kinds.contains(&kind);
    let row = |kind, span: Span, value, kind_of, rule| {
        let [start, end] = hull(document, span);
        let (doc, text) = (&*document.path, document.text.words(span));
        MentionRow { doc, kind, start, end, text, value, kind_of, rule, unit: None, span }
    };
    let mut rows = Vec::new();
    if wanted(Kind::Date) {
        let found = document.dates.iter();
        rows.extend(found.map(|d| row("date", d.span, d.value.clone(), d.kind.name(), d.rule)));
    }
    if wanted(Kind::Country) {
        let found = document.countries.iter().filter(|m| filter.admits_via(m.via));
        let code = |m: &crate::extract::CountryMention| m.country.code().to_owned();
        rows.extend(found.map(|m| row("country", m.span, code(m), m.via.name(), m.rule)));
    }
    if wanted(Kind::Quantity) {
        rows.extend(document.quantities.iter().map(|q| {
            let counted = q.counted.map(|span| document.text.words(span));
            let unit = q.unit.as_deref().or(counted);
            let kind_of = if q.unit.is_some() { "measure" } else { "count" };
            MentionRow { unit, ..row("quantity", q.span, q.value.to_string(), kind_of, q.rule) }
        }));
    }
    rows.extend(
        names(document, kinds).map(|(m, value, kind_of)| {
            row(m.kind.name(), m.span, value.to_owned(), kind_of, m.rule)
        }),
    );
    rows
}

/// The names in a document, each with the fullest name of whom it means, and with the office of a person or, for an
/// acronym, the words that the document writes it out with.
fn names<'a>(
    document: &'a Document,
    kinds: &[Kind],
) -> impl Iterator<Item = (&'a EntityMention, &'a str, &'a str)> {
    let wanted = |kind| kinds.is_empty() || kinds.contains(&kind);
    let (persons, bodies) = (wanted(Kind::Person), wanted(Kind::Organisation));
    document.names.iter().filter_map(move |mention| {
        let entity = document.entities.get(mention.entity as usize)?;
        let words = |span| document.text.words(span);
        let kind_of = match mention.kind {
            EntityKind::Person => mention.office.or(entity.office).map(words),
            EntityKind::Organisation => {
                let short = !words(mention.span).contains(|c: char| c.is_lowercase() || c == ' ');
                (short && words(mention.span) != words(entity.name)).then(|| words(entity.name))
            }
        };
        let asked = if mention.kind == EntityKind::Person { persons } else { bodies };
        asked.then(|| (mention, words(entity.name), kind_of.unwrap_or_default()))
    })
}
