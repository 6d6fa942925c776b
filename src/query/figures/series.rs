//! The values of one thing along the calendar. Figures of one thing come in, a line of points a grain goes out. Never
//! joins a year to a month, and never merges two values that differ.

use super::grain::Grain;
use crate::model::{Corpus, Indicator, IndicatorId};
use std::collections::HashSet;

/// Values of one thing, one or more for each period, by period. At least two periods have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The points, by period, document and place. The same value stated again for a period is left out.
    pub points: Vec<IndicatorId>,
    /// How long their periods are.
    pub grain: Grain,
}

impl Series {
    /// Whether one of the points says what a figure says, of the same period.
    pub(super) fn holds(&self, corpus: &Corpus, row: &Indicator) -> bool {
        let point = |id: &IndicatorId| corpus.indicators.get(id.index());
        let before = |id: &IndicatorId| point(id).is_some_and(|p| p.earliest < row.earliest);
        let from = self.points.partition_point(before);
        let mut same = self.points.iter().skip(from).filter_map(point);
        same.by_ref()
            .take_while(|p| p.earliest == row.earliest)
            .any(|p| p.value.to_bits() == row.value.to_bits())
    }

    /// The points with how many periods after the first each is: 0, 1, 3 where the third period has none.
    pub fn steps(&self, corpus: &Corpus) -> Vec<(usize, IndicatorId)> {
        let start = |id: &IndicatorId| corpus.indicators.get(id.index()).map(|row| row.earliest);
        let Some(first) = self.points.first().and_then(start) else { return Vec::new() };
        let step = |id: &IndicatorId| {
            let steps = self.grain.steps(first, start(id)?);
            Some((usize::try_from(steps).ok()?, *id))
        };
        self.points.iter().filter_map(step).collect()
    }
}

/// A figure with its row.
pub(super) type Row<'a> = (IndicatorId, &'a Indicator);

/// The series of figures that are values of one thing; `rows` rise by period, document and place.
pub(super) fn of(corpus: &Corpus, rows: &[Row<'_>]) -> Vec<Series> {
    let mut grained: Vec<(Grain, Row<'_>)> =
        rows.iter().filter_map(|row| Some((Grain::of(row.1)?, *row))).collect();
    grained.sort_by_key(|(grain, _)| *grain);
    let chunks = grained.chunk_by(|a, b| a.0 == b.0);
    chunks.filter_map(|chunk| line(corpus, chunk)).collect()
}

/// The points of one grain; nothing where they are of one period.
fn line(corpus: &Corpus, chunk: &[(Grain, Row<'_>)]) -> Option<Series> {
    let grain = chunk.first()?.0;
    let mut points = Vec::new();
    let mut periods = 0;
    for period in chunk.chunk_by(|a, b| a.1.1.earliest == b.1.1.earliest) {
        let rows: Vec<Row<'_>> = period.iter().map(|(_, row)| *row).collect();
        // "17 and 5 people" of one sentence are of two things, and only one word for both.
        if is_torn(corpus, &rows) {
            continue;
        }
        periods += 1;
        let said = |row: &Indicator| (row.value.to_bits(), row.qualifier);
        let mut known = HashSet::new();
        points.extend(rows.iter().filter(|(_, row)| known.insert(said(row))).map(|(id, _)| *id));
    }
    (periods > 1).then_some(Series { points, grain })
}

/// Whether one sentence gives several values for one period.
fn is_torn(corpus: &Corpus, rows: &[Row<'_>]) -> bool {
    rows.windows(2).any(|pair| match pair {
        [one, other] => {
            one.1.value.to_bits() != other.1.value.to_bits() && is_beside(corpus, one.1, other.1)
        }
        _ => false,
    })
}

/// Whether two figures stand in one sentence.
pub(super) fn is_beside(corpus: &Corpus, one: &Indicator, other: &Indicator) -> bool {
    let sentence = |row: &Indicator| {
        corpus.document(row.document).and_then(|d| d.text.sentence_at(row.number.start))
    };
    one.document == other.document && sentence(one) == sentence(other)
}
