//! Holds together the figures of one thing. A corpus comes in; groups go out, with their series, what one document says
//! otherwise than another, and what is newer. Never prefers one value to another: newer is not truer.

use super::agree::Stated;
use super::key::{Key, Keys};
use super::series::{self, Row, Series, is_beside};
use super::words::Strength;
use crate::model::{Corpus, Day, Indicator, IndicatorId};
use std::collections::HashMap;

/// Figures of one thing: one name, unit and country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its figures by period, document and place; those without a period last.
    pub rows: Vec<IndicatorId>,
    /// Its series, days before months before years.
    pub series: Vec<Series>,
    /// Pairs that state one period otherwise, and cannot both be true.
    pub conflicts: Vec<[IndicatorId; 2]>,
    /// Figures of which there is a newer one, and that.
    pub superseded: Vec<[IndicatorId; 2]>,
}

impl Group {
    /// The series that holds a figure's value: the figure itself, or another one that says the same of the same period.
    pub fn series_of(&self, corpus: &Corpus, id: IndicatorId) -> Option<&Series> {
        let row = corpus.indicators.get(id.index())?;
        let said = |row: &Indicator| (row.earliest, row.latest, row.value.to_bits());
        let same = |other: &IndicatorId| {
            *other == id
                || corpus.indicators.get(other.index()).is_some_and(|o| said(o) == said(row))
        };
        self.series.iter().find(|series| series.points.iter().any(same))
    }
}

/// All groups of a corpus, by their first figures.
pub(super) fn all(corpus: &Corpus) -> Vec<Group> {
    let mut keys = Keys::default();
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut gathered: Vec<(Strength, Vec<Row<'_>>)> = Vec::new();
    for (at, row) in corpus.indicators.iter().enumerate() {
        let (key, strength) = keys.of(corpus, row);
        let place = *places.entry(key).or_insert(gathered.len());
        if place == gathered.len() {
            gathered.push((strength, Vec::new()));
        }
        if let Some((_, rows)) = gathered.get_mut(place) {
            rows.push((IndicatorId(at as u32), row));
        }
    }
    gathered.into_iter().map(|(strength, rows)| group(corpus, strength, rows)).collect()
}

/// The group of one figure.
pub(super) fn one(corpus: &Corpus, id: IndicatorId) -> Option<Group> {
    let row = corpus.indicators.get(id.index())?;
    let mut keys = Keys::default();
    let (key, strength) = keys.of(corpus, row);
    let place = |row: &Indicator| (row.unit, row.country.map(|(country, _)| country));
    let rows = corpus
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, other)| place(other) == place(row) && keys.of(corpus, other).0 == key);
    let rows = rows.map(|(at, row)| (IndicatorId(at as u32), row)).collect();
    Some(group(corpus, strength, rows))
}

fn group(corpus: &Corpus, strength: Strength, mut rows: Vec<Row<'_>>) -> Group {
    if rows.len() > 1 {
        rows.sort_by_key(|(id, row)| (!row.is_dated(), row.earliest, row.latest, *id));
    }
    let several = rows.len() > 1;
    let of_one_thing = several && strength > Strength::Vague;
    let series = if of_one_thing { series::of(corpus, &rows) } else { Vec::new() };
    let telling = several && strength == Strength::Telling;
    let conflicts = if telling { conflicts(corpus, &rows) } else { Vec::new() };
    let mut superseded: Vec<[IndicatorId; 2]> =
        series.iter().flat_map(|series| older(corpus, series)).collect();
    if telling {
        superseded.extend(older_by_document(corpus, &rows));
    }
    let rows = rows.into_iter().map(|(id, _)| id).collect();
    Group { rows, series, conflicts, superseded }
}

/// The most values of one period that can be reports of one thing: where there are more, they count several.
const MOST: usize = 3;

/// Pairs of one period that cannot both be true.
fn conflicts(corpus: &Corpus, rows: &[Row<'_>]) -> Vec<[IndicatorId; 2]> {
    let mut found = Vec::new();
    let dated = rows.iter().copied().filter(|(_, row)| row.is_dated()).collect::<Vec<_>>();
    let period = |row: &Row<'_>| (row.1.earliest, row.1.latest);
    for chunk in dated.chunk_by(|a, b| period(a) == period(b)) {
        let mut values: Vec<u64> = chunk.iter().map(|(_, row)| row.value.to_bits()).collect();
        values.sort_unstable();
        values.dedup();
        if values.len() < 2 || values.len() > MOST {
            continue;
        }
        for (at, one) in chunk.iter().enumerate() {
            for other in chunk.iter().skip(at + 1) {
                let said = [one, other].map(|row| Stated::of(corpus, row.1));
                let [a, b] = said;
                if !a.agrees(b) && !is_beside(corpus, one.1, other.1) {
                    found.push([one.0, other.0]);
                }
            }
        }
    }
    found
}

/// The points of a series that have a newer one, and the newest: of its last period what was published last.
fn older(corpus: &Corpus, series: &Series) -> Vec<[IndicatorId; 2]> {
    let row = |id: &IndicatorId| corpus.indicators.get(id.index());
    let earliest = |id: &IndicatorId| row(id).map_or(Day::MIN, |row| row.earliest);
    let published = |id: &IndicatorId| row(id).map_or(Day::MIN, |row| published(corpus, row));
    let Some(last) = series.points.last().map(earliest) else { return Vec::new() };
    let newest = series.points.iter().filter(|id| earliest(id) == last);
    let Some(newest) = newest.max_by_key(|id| (published(id), **id)) else { return Vec::new() };
    let older = series.points.iter().filter(|id| earliest(id) < last);
    older.map(|id| [*id, *newest]).collect()
}

/// What is told without a period in one document and otherwise in one that was published later.
fn older_by_document(corpus: &Corpus, rows: &[Row<'_>]) -> Vec<[IndicatorId; 2]> {
    let undated = rows.iter().filter(|(_, row)| row.period.is_none());
    let told: Vec<(Day, Row<'_>)> =
        undated.map(|row| (published(corpus, row.1), *row)).filter(|t| t.0 != Day::MIN).collect();
    let Some(last) = told.iter().map(|(day, _)| *day).max() else { return Vec::new() };
    let mut newest = told.iter().filter(|(day, _)| *day == last);
    let (Some((_, newest)), None) = (newest.next(), newest.next()) else { return Vec::new() };
    let said = Stated::of(corpus, newest.1);
    let older =
        told.iter().filter(|(day, row)| *day < last && !Stated::of(corpus, row.1).agrees(said));
    older.map(|(_, row)| [row.0, newest.0]).collect()
}

/// The day a figure's document was published, or the last that can have been; none where that is not known.
fn published(corpus: &Corpus, row: &Indicator) -> Day {
    let date = corpus.document(row.document).and_then(|d| d.published.as_ref());
    date.and_then(|date| date.latest).map_or(Day::MIN, |day| Day::latest(Some(day)))
}
