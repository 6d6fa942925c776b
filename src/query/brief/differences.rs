//! Where documents differ: reports of what may be one happening, and figures of one thing and period that are not the same. Both
//! are quoted; neither is preferred.

use super::page::{Draft, Line, Section};
use super::request::Request;
use crate::model::{Candidate, EventId, IndicatorId, Likeness};
use std::collections::BTreeSet;

/// The most pairs of a page.
const PAIRS: usize = 4;

/// Two statements that differ.
enum Pair {
    Reports(Candidate),
    Figures(IndicatorId, IndicatorId),
}

/// Adds the pairs.
pub(super) fn add(request: &Request, draft: &mut Draft) {
    let mut pairs: Vec<Pair> = Vec::new();
    for &id in &request.view.events {
        for candidate in request.corpus.candidates_of(id) {
            // Each pair once: from its earlier report, or from the only one that the lens leaves.
            let other = request.view.events.binary_search(&candidate.other);
            let first = id < candidate.other || other.is_err();
            if first && differs(candidate) && apart(request, candidate) {
                pairs.push(Pair::Reports(*candidate));
            }
        }
    }
    let mut seen: BTreeSet<(IndicatorId, IndicatorId)> = BTreeSet::new();
    for &id in &request.view.indicators {
        for other in request.figures.conflicts(id) {
            let (one, other) = (id.min(other), id.max(other));
            if seen.insert((one, other)) {
                pairs.push(Pair::Figures(one, other));
            }
        }
    }
    let left = pairs.len().saturating_sub(request.most(PAIRS));
    let facts = if pairs.is_empty() {
        let none = "No two reports of one happening, and no two values of one figure, were found to differ.";
        vec![none.to_owned()]
    } else {
        Vec::new()
    };
    pairs.truncate(request.most(PAIRS));
    let lines = pairs.iter().filter_map(|pair| match pair {
        Pair::Reports(candidate) => reports(request, draft, candidate),
        Pair::Figures(one, other) => figures(request, draft, (*one, *other)),
    });
    let lines = lines.flatten().collect();
    draft.part(Section::Differences, lines, left, facts);
}

fn differs(candidate: &Candidate) -> bool {
    candidate.differs.names().next().is_some()
}

/// Whether two documents tell of it.
fn apart(request: &Request, candidate: &Candidate) -> bool {
    let document = |id: EventId| request.corpus.event(id).map(|event| event.document);
    document(candidate.event) != document(candidate.other)
}

fn reports(request: &Request, draft: &mut Draft, candidate: &Candidate) -> Option<Vec<Line>> {
    let likeness = match candidate.likeness {
        Likeness::Same => "the same happening",
        Likeness::Possibly => "possibly the same happening",
    };
    let differs: Vec<&str> = candidate.differs.names().collect();
    let label = format!("{likeness}, told with another {}", differs.join(", "));
    let mut line = |id: EventId, label: String| {
        let event = request.corpus.event(id)?;
        Some(draft.line(label, (event.document, event.sentence), Vec::new()))
    };
    let date = |id: EventId| request.corpus.event(id).map_or("", |e| request.corpus.string(e.edtf));
    let first = line(candidate.event, format!("{label}: {}", date(candidate.event)))?;
    let second = line(candidate.other, format!("against: {}", date(candidate.other)))?;
    Some(vec![first, second])
}

fn figures(
    request: &Request,
    draft: &mut Draft,
    (a, b): (IndicatorId, IndicatorId),
) -> Option<Vec<Line>> {
    let corpus = request.corpus;
    let mut line = |id: IndicatorId, start: &str| {
        let row = corpus.indicators.get(id.index())?;
        let document = corpus.document(row.document)?;
        let label =
            format!("{start} {}: {}", corpus.string(row.name), document.text.words(row.number));
        Some(draft.line(label, super::figures::sentence(corpus, id)?, Vec::new()))
    };
    Some(vec![line(a, "two values for one period,")?, line(b, "against")?])
}
