//! Holds together the figures of one thing. A corpus comes in; groups go out, with their series, what one document says
//! otherwise than another, and what is newer. Never prefers one value to another: newer is not truer.

use super::agree::Stated;
use super::grain::Grain;
use super::key::{Key, Keys};
use super::series::{self, Row, Series, is_beside};
use super::words::Strength;
use crate::model::{Corpus, Day, Indicator, IndicatorId};
use std::collections::HashMap;

/// Figures of one thing: one name, unit and country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its figures by period, document and place; behind them those of several years, then those without a period.
    pub rows: Vec<IndicatorId>,
    /// Its series, days before months before years.
    pub series: Vec<Series>,
    /// Figures with others that state their period otherwise, so that both cannot be true; by the former, both ways. Of
    /// others that state one value the first.
    pub conflicts: Vec<[IndicatorId; 2]>,
    /// Figures of which there is a newer one, and that; by the former.
    pub superseded: Vec<[IndicatorId; 2]>,
}

impl Group {
    /// The series that holds a figure's value: the figure itself, or another one that says the same of the same period.
    pub fn series_of(&self, corpus: &Corpus, id: IndicatorId) -> Option<&Series> {
        let row = corpus.indicators.get(id.index())?;
        let grain = Grain::of(row)?;
        let series = self.series.iter().find(|series| series.grain == grain)?;
        series.holds(corpus, row).then_some(series)
    }

    /// The newest value, where a figure is not it.
    pub fn newer(&self, id: IndicatorId) -> Option<IndicatorId> {
        let at = self.superseded.binary_search_by_key(&id, |pair| pair[0]).ok()?;
        self.superseded.get(at).map(|pair| pair[1])
    }

    /// Figures that state a figure's period otherwise: the first of each value.
    pub fn otherwise(&self, id: IndicatorId) -> impl Iterator<Item = IndicatorId> {
        let from = self.conflicts.partition_point(|pair| pair[0] < id);
        let rest = self.conflicts.iter().skip(from);
        rest.take_while(move |pair| pair[0] == id).map(|pair| pair[1])
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
        let order = |(id, row): &Row<'_>| {
            (!row.is_dated(), Grain::of(row).is_none(), row.earliest, row.latest, *id)
        };
        rows.sort_by_cached_key(order);
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
    superseded.sort_unstable();
    let rows = rows.into_iter().map(|(id, _)| id).collect();
    Group { rows, series, conflicts, superseded }
}

/// The most values of one period that can be reports of one thing: where there are more, they count several.
const MOST: usize = 3;

/// Figures with others of their period, so that both cannot be true.
fn conflicts(corpus: &Corpus, rows: &[Row<'_>]) -> Vec<[IndicatorId; 2]> {
    let mut found = Vec::new();
    let dated = rows.iter().copied().filter(|(_, row)| row.is_dated()).collect::<Vec<_>>();
    let period = |row: &Row<'_>| (row.1.earliest, row.1.latest);
    for chunk in dated.chunk_by(|a, b| period(a) == period(b)) {
        let mut firsts: Vec<Row<'_>> = Vec::new();
        for row in chunk {
            let new = firsts.iter().all(|first| first.1.value.to_bits() != row.1.value.to_bits());
            if new && firsts.len() <= MOST {
                firsts.push(*row);
            }
        }
        if firsts.len() < 2 || firsts.len() > MOST {
            continue;
        }
        let told: Vec<(Row<'_>, Stated<'_>)> =
            firsts.into_iter().map(|row| (row, Stated::of(corpus, row.1))).collect();
        for row in chunk {
            let said = Stated::of(corpus, row.1);
            let apart = told.iter().filter(|(first, other)| {
                !said.agrees(*other) && !is_beside(corpus, first.1, row.1)
            });
            found.extend(apart.map(|(first, _)| [row.0, first.0]));
        }
    }
    found.sort_unstable();
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
