//! A figure among others: its series over time, and other statements of what may be the same figure. An indicator comes in,
//! indicators go out, each with what differs. Never merges two, and never prefers one to the other.

use super::figures;
use super::fold::{folded, is_word};
use crate::model::{Corpus, Difference, Differs, Indicator, IndicatorId, Likeness};

/// Another statement of what may be the same figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restated {
    /// The figure.
    pub other: IndicatorId,
    /// How sure it is that both state one figure.
    pub likeness: Likeness,
    /// What the two say differently.
    pub differs: Differs,
}

/// The values of a figure's series by their periods, itself among them. Nothing for a figure that stands alone or is
/// undated.
pub fn series(corpus: &Corpus, id: IndicatorId) -> Vec<IndicatorId> {
    let Some(series) = figures::series_of(corpus, id) else { return Vec::new() };
    let said = |id: &IndicatorId| {
        corpus.indicators.get(id.index()).map(|row| (row.earliest, row.latest, row.value.to_bits()))
    };
    let mut points = series.points;
    // Where the same value of the same period is stated twice, this statement stands for both.
    if !points.contains(&id)
        && let Some(same) = points.iter_mut().find(|other| said(other) == said(&id))
    {
        *same = id;
    }
    points
}

/// Other statements of what may be the same figure: of the same unit, a period that overlaps, no other country, and half
/// the words of their names in common, in another sentence.
pub fn restated(corpus: &Corpus, id: IndicatorId) -> Vec<Restated> {
    let Some(row) = corpus.indicators.get(id.index()) else { return Vec::new() };
    let words = Words::of(corpus.string(row.name));
    let found = corpus.indicators.iter().enumerate().filter_map(|(at, other)| {
        let elsewhere = other.document != row.document || !other.clause.overlaps(row.clause);
        let dated = row.is_dated() && other.is_dated();
        let overlap = row.earliest <= other.latest && other.earliest <= row.latest;
        let period = if dated { overlap } else { !row.is_dated() && !other.is_dated() };
        let country = |row: &Indicator| row.country.map(|c| c.0);
        let apart =
            country(row).is_some() && country(other).is_some() && country(row) != country(other);
        if at == id.index() || !elsewhere || !period || apart || row.unit != other.unit {
            return None;
        }
        let shared = words.shared(&Words::of(corpus.string(other.name)));
        shared.then(|| compare((row, other), IndicatorId(at as u32)))
    });
    found.collect()
}

fn compare((row, other): (&Indicator, &Indicator), id: IndicatorId) -> Restated {
    let country = |row: &Indicator| row.country.map(|c| c.0);
    let value = |row: &Indicator| (row.value.to_bits(), row.qualifier);
    let differs = Differs::of([
        (Difference::Date, (row.earliest, row.latest) != (other.earliest, other.latest)),
        (Difference::Countries, country(row) != country(other)),
        (Difference::Values, value(row) != value(other)),
    ]);
    let same = differs.names().next().is_none();
    let likeness = if same { Likeness::Same } else { Likeness::Possibly };
    Restated { other: id, likeness, differs }
}

/// The words of a name by their first six letters, rising; small words left out.
struct Words(Vec<String>);

impl Words {
    fn of(name: &str) -> Self {
        let folded = folded(name);
        let words = folded.split(|c| !is_word(c)).filter(|word| word.chars().count() > 3);
        let mut words: Vec<String> = words.map(|word| word.chars().take(6).collect()).collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Whether half of the words of either are in the other.
    fn shared(&self, other: &Self) -> bool {
        let common = self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count();
        common > 0 && common * 2 >= self.0.len().max(other.0.len())
    }
}
