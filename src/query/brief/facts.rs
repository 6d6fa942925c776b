//! What the corpus does not say, in its own words, and what bluf counts of it: what was searched, how it is dated, where a blank
//! is. Counts only, never a statement about the world.

use super::judgements::line;
use super::page::{Draft, Section};
use super::request::Request;
use crate::extract::{AssessmentKind, Mode};
use crate::model::{AssessmentId, Day, DocId};
use crate::query::counts::counted;
use chrono::Datelike;

/// The most gaps of a page.
const GAPS: usize = 5;

/// Adds what the documents say they do not know, and the counts.
pub(super) fn add(request: &Request, draft: &mut Draft) {
    let corpus = request.corpus;
    let is_gap = |id: &&AssessmentId| {
        corpus.assessment(**id).is_some_and(|(_, f)| f.kind == AssessmentKind::Gap)
    };
    let gaps: Vec<_> = request.view.assessments.iter().filter(is_gap).copied().collect();
    let most = request.most(GAPS);
    let lines = gaps.iter().take(most).filter_map(|id| line(request, draft, *id)).collect();
    let mut facts = blanks(request);
    if gaps.is_empty() {
        facts.insert(0, "No document says what it does not know.".to_owned());
    }
    draft.part(Section::Gaps, lines, gaps.len().saturating_sub(most), facts);
}

/// The title of the page, and what was read and searched.
pub(super) fn head(request: &Request) -> (String, Vec<String>) {
    let title =
        if request.lens.is_empty() { "the whole corpus".to_owned() } else { named(request) };
    let counts = request.view.counts;
    let mut facts = vec![format!(
        "searched {}, {}; the lens leaves {}, {} of {} events, {} of {} indicators, {} of {} assessments",
        counted(counts.documents_total, "document"),
        counted(counts.sentences, "sentence"),
        counted(counts.documents_shown, "document"),
        counts.events_shown,
        counts.events_total,
        counts.indicators_shown,
        counts.indicators_total,
        counts.assessments_shown,
        counts.assessments_total,
    )];
    facts.extend(cut_off(request));
    if let Some(today) = request.today.and_then(Day::date) {
        facts.push(format!("made on {today}"));
    }
    (title, facts)
}

/// The lens with the names of its countries.
fn named(request: &Request) -> String {
    let lens = request.lens;
    let names: Vec<&str> = lens.countries.countries.iter().map(|country| country.name()).collect();
    let join = if lens.countries.all { " and " } else { " or " };
    let mut parts = Vec::new();
    parts.extend((!names.is_empty()).then(|| names.join(join)));
    parts.extend((!lens.text.is_empty()).then(|| format!("“{}”", lens.text.typed)));
    parts.extend(lens.dates.as_ref().map(ToString::to_string));
    parts.join(", ")
}

/// Up to when there is information: the latest day on which a document was published or, of those without a date, an event
/// of the past began.
fn cut_off(request: &Request) -> Option<String> {
    let corpus = request.corpus;
    let dated = |id: DocId| corpus.document(id).is_some_and(|d| d.published.is_some());
    let past = corpus.events.iter().filter(|event| {
        event.is_dated() && event.mode == Mode::Historical && !dated(event.document)
    });
    let told = past.map(|event| event.earliest).max();
    let published = corpus.documents.iter().filter_map(|d| d.published.as_ref()?.latest);
    let published = published.map(|day| Day::latest(Some(day))).max();
    let last = told.max(published)?.date()?;
    Some(format!("information in the corpus up to {last}"))
}

/// What is not there: documents without a date, years without an event.
fn blanks(request: &Request) -> Vec<String> {
    let corpus = request.corpus;
    let mut facts = Vec::new();
    let undated = corpus.documents.iter().filter(|d| d.published.is_none()).count();
    if undated > 0 {
        facts.push(format!(
            "{undated} of {} have no date of publication.",
            counted(corpus.documents.len(), "document")
        ));
    }
    let shown =
        request.view.events.iter().filter_map(|id| corpus.event(*id)).filter(|e| e.is_dated());
    let years: Vec<i32> = shown.filter_map(|e| e.earliest.date()).map(|day| day.year()).collect();
    if let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) {
        let blank: Vec<i32> = (*first..=*last).filter(|year| !years.contains(year)).collect();
        if !blank.is_empty() {
            facts.push(format!(
                "Years in which no event begins, between {first} and {last}: {}.",
                ranges(&blank)
            ));
        }
    }
    facts
}

/// "1991, 1993–1998".
fn ranges(years: &[i32]) -> String {
    let mut parts: Vec<(i32, i32)> = Vec::new();
    for &year in years {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => parts.push((year, year)),
        }
    }
    let told = |(a, b): &(i32, i32)| if a == b { a.to_string() } else { format!("{a}–{b}") };
    parts.iter().map(told).collect::<Vec<_>>().join(", ")
}
