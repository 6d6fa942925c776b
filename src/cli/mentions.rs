//! `bluf mentions`: every date, country, quantity, person and organisation found, with its bytes.

use super::arguments::Kind;
use super::format::{self, Row};
use super::select::Asked;
use super::spans::hull;
use crate::extract::EntityKind;
use crate::model::{DocId, Document};
use crate::query::{CountryFilter, Roster, Words};
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
    kind_of: &'static str,
    rule: &'a str,
    /// Of a quantity: its unit, or else the words of what it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// Of a person: the office, where the text gives it here or elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<&'a str>,
    /// Of an acronym: the words that the corpus writes it out with.
    #[serde(skip_serializing_if = "Option::is_none")]
    expansion: Option<&'a str>,
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
            self.unit.or(self.office).or(self.expansion).unwrap_or_default().to_owned(),
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
    let both = [(Kind::Person, EntityKind::Person), (Kind::Organisation, EntityKind::Organisation)];
    let asked_for = both.into_iter().filter(|(kind, _)| wanted(kinds, *kind));
    let named: Vec<EntityKind> = asked_for.map(|(_, kind)| kind).collect();
    // Names take time; nobody waits for them who has asked for something else.
    let roster = (!named.is_empty()).then(|| Roster::new(&asked.corpus));
    let mut rows = Vec::new();
    for &id in &asked.view.documents {
        let Some(document) = asked.corpus.document(id) else { continue };
        let mut found = mentions(document, kinds, &asked.lens.countries);
        if let Some(roster) = &roster {
            found.extend(names_in(asked, roster, id, &named));
        }
        found.retain(|row| passes(asked, id, row.span));
        found.sort_by_key(|row| (row.start, row.end, row.kind));
        rows.append(&mut found);
    }
    format::print(&rows, asked.format, out)
}

fn wanted(kinds: &[Kind], kind: Kind) -> bool {
    kinds.is_empty() || kinds.contains(&kind)
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
    let wanted = |kind| wanted(kinds, kind);
    let row = |kind, span, value, kind_of, rule| row(document, (kind, span), value, kind_of, rule);
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
    rows
}

fn row<'a>(
    document: &'a Document,
    (kind, span): (&'static str, Span),
    value: String,
    kind_of: &'static str,
    rule: &'a str,
) -> MentionRow<'a> {
    let [start, end] = hull(document, span);
    let (doc, text) = (&*document.path, document.text.words(span));
    let (unit, office, expansion) = (None, None, None);
    MentionRow { doc, kind, start, end, text, value, kind_of, rule, unit, office, expansion, span }
}

/// The names in a document, each with the fullest name that the corpus has for whom it means.
fn names_in<'a>(
    asked: &'a Asked,
    roster: &Roster,
    id: DocId,
    kinds: &[EntityKind],
) -> Vec<MentionRow<'a>> {
    let corpus = &asked.corpus;
    let Some(document) = corpus.document(id) else { return Vec::new() };
    let found = &document.names().mentions;
    let mut rows = Vec::new();
    for &(Words { span, .. }, entry) in roster.mentions_in(id) {
        let Some(entry) = roster.entries().get(entry as usize) else { continue };
        if !kinds.contains(&entry.kind) {
            continue;
        }
        let text = document.text.words(span);
        let own = found.binary_search_by_key(&span.start, |m| m.span.start).ok();
        let own = own.and_then(|at| found.get(at));
        let initials = !text.contains(|c: char| c.is_lowercase() || c == ' ');
        let gloss = roster.gloss(text).first().filter(|_| initials);
        let kind_of = match entry.kind {
            EntityKind::Organisation if initials => "acronym",
            EntityKind::Person if !text.contains([' ', '\n']) => "part",
            EntityKind::Organisation | EntityKind::Person => "name",
        };
        // Initials that only another document writes out are the roster's own finding.
        let rule = own.map_or("entity.initials", |mention| mention.rule);
        let value = entry.name.of(corpus).to_owned();
        let row = row(document, (entry.kind.name(), span), value, kind_of, rule);
        rows.push(match entry.kind {
            EntityKind::Person => {
                let here = own.and_then(|m| m.office).map(|office| document.text.words(office));
                let office = here.or_else(|| Some(entry.offices.first()?.words.of(corpus)));
                MentionRow { office, ..row }
            }
            EntityKind::Organisation => {
                MentionRow { expansion: gloss.map(|gloss| gloss.long.of(corpus)), ..row }
            }
        });
    }
    rows
}
