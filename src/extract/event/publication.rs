//! The publication of the document itself: the one line "Published on: …" comes in, one event goes out, titled by
//! the document's title. A document without such a line, a title or a full date has no such event.

use super::document::Document;
use super::lexicon::lexicon;
use super::parties;
use crate::extract::{EventFinding, EventKind, Mode, front};
use crate::text::BlockKind;

/// Adds the publication in its place, if the text states it.
pub(super) fn add(document: &Document<'_>, events: &mut Vec<EventFinding>) {
    let Some(event) = stated(document) else { return };
    let at = events.partition_point(|e| e.sentence <= event.sentence);
    events.insert(at, event);
}

fn stated(document: &Document<'_>) -> Option<EventFinding> {
    let text = document.text;
    let title = front::title(text)?;
    let line = text.blocks.iter().take(LINES).find(|b| {
        let words = text.words(b.span).to_lowercase();
        b.kind == BlockKind::Metadata
            && lexicon().published.iter().any(|p| words.starts_with(p.as_str()))
    })?;
    let date = document.dates.iter().position(|d| {
        let day = d.date.as_ref().is_some_and(|v| v.earliest.is_some() && v.earliest == v.latest);
        line.span.covers(d.span) && day
    })?;
    Some(EventFinding {
        sentence: text.sentence_at(document.dates.get(date)?.span.start)?,
        date,
        countries: parties::named_in(document.countries, title),
        kind: EventKind::Publication,
        mode: Mode::Historical,
        title: vec![title],
        rule: "event.publication.line",
    })
}

/// Front matter stands in a document's first blocks.
const LINES: usize = 12;
