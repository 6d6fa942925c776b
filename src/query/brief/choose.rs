//! What happened: the latest events that stand on the calendar, told in order of time, one line a sentence.

use super::page::{Draft, Section};
use super::request::Request;
use crate::extract::country::Country;
use crate::extract::{EventKind, Mode, Via};
use crate::model::{DocId, Event};
use crate::text::Span;
use std::collections::HashSet;

/// The most events of a page.
const EVENTS: usize = 6;

/// Adds the events.
pub(super) fn events(request: &Request, draft: &mut Draft) {
    // That a document was published is its source's date, no news.
    let corpus = request.corpus;
    let dated = request.view.events.iter().filter_map(|id| corpus.event(*id));
    let dated: Vec<&Event> =
        dated.filter(|event| event.is_dated() && event.kind != EventKind::Publication).collect();
    // The latest by their first days, one of each sentence; a span that is still open began when it began.
    let mut latest: Vec<&Event> = dated.clone();
    latest.sort_by_key(|event| {
        std::cmp::Reverse((event.earliest.max(event.latest.min(event.earliest)), event.latest))
    });
    let mut seen: HashSet<(DocId, Span)> = HashSet::new();
    latest.retain(|event| {
        let place = (event.document, event.sentence);
        seen.len() < request.most(EVENTS) && seen.insert(place)
    });
    latest.sort_by_key(|event| event.place());
    let all = places(dated.iter().map(|event| (event.document, event.sentence)));
    let left = all - latest.len();
    let shown = request.view.events.iter().filter_map(|id| corpus.event(*id));
    let undated = shown.filter(|event| !event.is_dated()).count();
    let mut facts = Vec::new();
    if latest.is_empty() {
        facts.push("No dated event.".to_owned());
    }
    if undated > 0 {
        let more = if undated == 1 { "event" } else { "events" };
        facts.push(format!("{undated} more {more} without a place on the calendar."));
    }
    let lines = latest.into_iter().map(|event| {
        let mut label = vec![corpus.string(event.edtf).to_owned(), event.kind.name().to_owned()];
        label.extend(codes(corpus.countries(event)));
        if event.mode != Mode::Historical {
            label.push(event.mode.name().to_owned());
        }
        draft.line(label.join(" · "), (event.document, event.sentence), Vec::new())
    });
    let lines = lines.collect();
    draft.part(Section::Events, lines, left, facts);
}

/// How many distinct places there are.
fn places(all: impl Iterator<Item = (DocId, Span)>) -> usize {
    let mut all: Vec<(DocId, Span)> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The codes of countries in one string; nothing where there are none.
pub(super) fn codes(countries: &[(Country, Via)]) -> Option<String> {
    let codes: Vec<&str> = countries.iter().map(|(country, _)| country.code()).collect();
    (!codes.is_empty()).then(|| codes.join(" "))
}

/// Up to `most` items taken from the documents in turn, in corpus order again; and how many are left.
pub(super) fn fairly<T: Clone + Ord>(
    items: &[T],
    most: usize,
    document: impl Fn(&T) -> DocId,
) -> (Vec<T>, usize) {
    if items.len() <= most {
        return (items.to_vec(), 0);
    }
    let mut by_document: Vec<(DocId, Vec<&T>)> = Vec::new();
    for item in items {
        let id = document(item);
        match by_document.last_mut() {
            Some((of, all)) if *of == id => all.push(item),
            _ => by_document.push((id, vec![item])),
        }
    }
    let mut taken = Vec::new();
    let mut round = 0;
    while taken.len() < most {
        let before = taken.len();
        for (_, all) in &by_document {
            if let Some(item) = all.get(round)
                && taken.len() < most
            {
                taken.push((*item).clone());
            }
        }
        round += 1;
        if taken.len() == before {
            break;
        }
    }
    taken.sort();
    let left = items.len() - taken.len();
    (taken, left)
}
