//! Figures of a brief: series first, each value with its source, then what stands alone, the latest first. What is computed of
//! them says so and names what it is computed of.

use super::choose::codes;
use super::page::{Draft, Line, Section};
use super::request::Request;
use crate::model::{Corpus, DocId, Indicator, IndicatorId};
use crate::query::figures::{Formula, Group, change};
use crate::query::lookup::Subject;
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The most figures of a page.
const FIGURES: usize = 5;

/// Adds the figures.
pub(super) fn add(request: &Request, draft: &mut Draft) {
    let mut groups = groups(request);
    groups.sort_by_key(|(group, shown)| {
        let latest = shown.iter().filter_map(|id| request.corpus.indicators.get(id.index()));
        let latest = latest.filter(|row| row.is_dated()).map(|row| row.latest).max();
        (Reverse(points(group, shown)), Reverse(latest))
    });
    let all = groups.len();
    groups.truncate(request.most(FIGURES));
    let lines: Vec<Line> =
        groups.iter().filter_map(|(group, shown)| line(request, draft, group, shown)).collect();
    let left = all - lines.len();
    let facts = if lines.is_empty() { vec!["No figure.".to_owned()] } else { Vec::new() };
    draft.part(Section::Figures, lines, left, facts);
}

/// The groups that the lens leaves figures of, with those figures; parts of a total that is shown are told with it.
fn groups<'a>(request: &Request<'a>) -> Vec<(&'a Group, Vec<IndicatorId>)> {
    // By the first figure of each: what is shown first comes first.
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut found: Vec<(usize, Vec<IndicatorId>)> = Vec::new();
    for &id in &request.view.indicators {
        let Some(group) = request.figures.group_of(id) else { continue };
        let place = *places.entry(group).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, shown)) => shown.push(id),
            None => found.push((group, vec![id])),
        }
    }
    let group = |(at, shown)| Some((request.figures.groups.get(at)?, shown));
    found.into_iter().filter_map(group).collect()
}

/// How many points of a group's longest series are shown.
fn points(group: &Group, shown: &[IndicatorId]) -> usize {
    let points = |points: &[IndicatorId]| points.iter().filter(|id| shown.contains(id)).count();
    group.series.iter().map(|series| points(&series.points)).max().unwrap_or(0)
}

fn line(
    request: &Request,
    draft: &mut Draft,
    group: &Group,
    shown: &[IndicatorId],
) -> Option<Line> {
    let corpus = request.corpus;
    let row = |id: &IndicatorId| corpus.indicators.get(id.index());
    let dated = |id: &IndicatorId| {
        row(id).filter(|row| row.is_dated()).map(|row| (row.latest, row.earliest))
    };
    let latest = shown.iter().copied().max_by_key(dated)?;
    let newest = row(&latest)?;
    let mut label = vec![corpus.string(newest.name).to_owned()];
    label.extend(newest.country.and_then(|country| codes(&[country])));
    label.push(stated(corpus, newest));
    let mut notes = Vec::new();
    let series = group.series.iter().max_by_key(|series| series.points.len());
    if let Some(series) = series.filter(|_| points(group, shown) > 1) {
        let values = series.points.iter().filter_map(|id| {
            let point = row(id)?;
            let (document, span) = sentence(corpus, *id)?;
            Some(format!("{} [{}]", stated(corpus, point), draft.number(document, span)))
        });
        notes.push(values.collect::<Vec<_>>().join(", "));
        let computed = change(corpus, series);
        let told = computed.iter().map(|derived| match derived.formula {
            Formula::Growth => format!("{}{:+.0} %", mark(derived.qualifier), derived.value),
            _ => format!("{}{:+}", mark(derived.qualifier), derived.value),
        });
        let told: Vec<String> = told.collect();
        if !told.is_empty() {
            notes.push(format!("computed, first to last: {}", told.join(", ")));
        }
    }
    notes.extend(shown.iter().filter_map(|id| total(request, *id)));
    if request.figures.superseded_by(latest).is_some() {
        notes.push("a newer value is hidden by the lens".to_owned());
    }
    Some(draft.line(label.join(" · "), sentence(corpus, latest)?, notes))
}

/// A qualifier as it is shown; none for what is exact.
fn mark(qualifier: &str) -> &str {
    if qualifier == "=" { "" } else { qualifier }
}

/// "2014: 136", "more than 15,000"; as the document writes it.
fn stated(corpus: &Corpus, row: &Indicator) -> String {
    let written = corpus.document(row.document).map_or("", |d| d.text.words(row.number));
    let qualifier = mark(corpus.string(row.qualifier));
    let unit = corpus.string(row.unit);
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    let period = corpus.string(row.edtf);
    let period = if period.is_empty() { String::new() } else { format!("{period}: ") };
    format!("{period}{qualifier}{written}{unit}")
}

/// What a total is made of, and whether it adds up.
fn total(request: &Request, id: IndicatorId) -> Option<String> {
    let total = request.figures.total(id)?;
    let corpus = request.corpus;
    let written = |id: &IndicatorId| {
        let row = corpus.indicators.get(id.index())?;
        Some(corpus.document(row.document)?.text.words(row.number))
    };
    let parts: Vec<&str> = total.parts.iter().filter_map(written).collect();
    let whole = written(&total.total)?;
    let said = if total.agrees {
        format!("computed: {} adds up to the {whole} stated", parts.join(" + "))
    } else {
        format!("computed: {} is {}, not the {whole} stated", parts.join(" + "), total.sum)
    };
    Some(said)
}

/// The sentence that a figure stands in, else its clause.
pub(super) fn sentence(corpus: &Corpus, id: IndicatorId) -> Option<(DocId, Span)> {
    let clause = || corpus.indicators.get(id.index()).map(|row| (row.document, row.clause));
    Subject::Indicator(id).sentence(corpus).or_else(clause)
}
