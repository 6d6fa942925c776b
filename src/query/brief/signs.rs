//! Signs to watch: what documents say is to be watched, one quote for all that a sentence names.

use super::choose::{codes, fairly};
use super::page::{Draft, Line, Section};
use super::request::Request;
use crate::extract::SignpostFinding;
use crate::model::{DocId, Document};
use crate::query::FoundSign;
use crate::query::counts::counted;
use crate::text::Span;

/// The most quotes of a page.
const SIGNS: usize = 4;

/// Adds the signs.
pub(super) fn add(request: &Request, draft: &mut Draft) {
    let signs = request.index.signs(request.corpus, request.lens);
    let place = |sign: &FoundSign| Some((sign.document, sign.of(request.corpus)?.1.sentence));
    let mut places: Vec<(DocId, Span)> = signs.shown.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    let (taken, left) = fairly(&places, request.most(SIGNS), |(id, _)| *id);
    let lines = taken.into_iter().filter_map(|place| line(request, draft, place)).collect();
    let mut facts = Vec::new();
    if places.is_empty() {
        facts.push("No document says what is to be watched.".to_owned());
    }
    if signs.undated > 0 {
        let said = counted(signs.undated, "sign");
        facts.push(format!("{said} in documents without a date are not given."));
    }
    draft.part(Section::Signs, lines, left, facts);
}

/// A sentence, with the heading it is listed under and what it points to, where it does not say so itself.
fn line(request: &Request, draft: &mut Draft, place: (DocId, Span)) -> Option<Line> {
    let document: &Document = request.corpus.document(place.0)?;
    let first = document.signposts().iter().find(|sign| sign.sentence == place.1)?;
    let told = |span: &Span| !place.1.covers(*span);
    let words = |span: Span| document.text.words(span).to_owned();
    let mut notes = Vec::new();
    notes.extend(first.under.filter(told).map(|span| format!("under “{}”", words(span))));
    notes.extend(first.points_to.filter(told).map(|span| format!("points to “{}”", words(span))));
    Some(draft.line(label(first), place, notes))
}

/// "military, KZ": its kind and its countries.
fn label(sign: &SignpostFinding) -> String {
    let kind = sign.kind.map(|kind| kind.name().to_owned());
    let parts: Vec<String> = [kind, codes(&sign.countries)].into_iter().flatten().collect();
    parts.join(", ")
}
