//! Lines the events of two countries up along one axis of time. A corpus, the events that a lens leaves and two countries
//! come in; rows in order of date go out. Never reorders time, never takes two events for one.

use super::{CountryFilter, Index, Lens};
use crate::extract::country::Country;
use crate::model::{Corpus, Event, EventId};

/// The events of two countries side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The countries, left and right.
    pub countries: [Country; 2],
    /// The rows in order of date.
    pub rows: Vec<Beside>,
    /// Events of each country, those of both included.
    pub counts: [usize; 2],
    /// Events that concern both.
    pub both: usize,
}

/// A row: what is told of one date of either country. A date with several events has several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The event of each country; the same one where it concerns both.
    pub events: [Option<EventId>; 2],
    /// Whether it is the first row of its date.
    pub first: bool,
}

impl Beside {
    /// Whether its event concerns both countries.
    pub fn is_both(&self) -> bool {
        matches!(self.events, [Some(left), Some(right)] if left == right)
    }

    /// One of its events, for what they have in common: the date.
    pub fn any(&self) -> Option<EventId> {
        let [left, right] = self.events;
        left.or(right)
    }
}

impl Index {
    /// The events of two countries under the rest of a lens: its text and dates, not its countries.
    pub fn compare(&self, corpus: &Corpus, lens: &Lens, countries: [Country; 2]) -> Comparison {
        let filter = CountryFilter { all: false, ..lens.countries.clone() };
        let filter = CountryFilter { countries: CountryFilter::any(countries).countries, ..filter };
        let view = self.view(corpus, &Lens { countries: filter.clone(), ..lens.clone() });
        let concerns = |event: &Event, country: Country| {
            let named = |&(c, via): &_| c == country && filter.admits_via(via);
            corpus.countries(event).iter().any(named)
        };
        Comparison::of(corpus, &view.events, countries, concerns)
    }
}

impl Comparison {
    /// Lines up events, which must be in chronological order; `concerns` says whose an event is.
    pub fn of(
        corpus: &Corpus,
        events: &[EventId],
        countries: [Country; 2],
        concerns: impl Fn(&Event, Country) -> bool,
    ) -> Self {
        let mut comparison = Self { countries, rows: Vec::new(), counts: [0; 2], both: 0 };
        let date = |id: &EventId| corpus.event(*id).map(|e| (e.anchored, e.earliest, e.latest));
        for told in events.chunk_by(|a, b| date(a) == date(b)) {
            comparison.add(told.iter().filter_map(|&id| {
                let event = corpus.event(id)?;
                Some((id, countries.map(|country| concerns(event, country))))
            }));
        }
        comparison
    }

    /// Adds the events of one date: those of both first, the others side by side.
    fn add(&mut self, told: impl Iterator<Item = (EventId, [bool; 2])>) {
        let start = self.rows.len();
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for (id, whose) in told {
            let [of_left, of_right] = whose;
            for (count, of) in self.counts.iter_mut().zip(whose) {
                *count += usize::from(of);
            }
            match (of_left, of_right) {
                (true, true) => {
                    self.both += 1;
                    self.rows.push(Beside { events: [Some(id); 2], first: false });
                }
                (true, false) => left.push(id),
                (false, true) => right.push(id),
                (false, false) => {}
            }
        }
        for at in 0..left.len().max(right.len()) {
            let events = [left.get(at).copied(), right.get(at).copied()];
            self.rows.push(Beside { events, first: false });
        }
        if let Some(row) = self.rows.get_mut(start) {
            row.first = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::DateRange;
    use crate::source::Raw;
    use crate::work;
    use pretty_assertions::assert_eq;

    const TEXT: &str = "On 3 May 2019, Kenya signed a treaty on water.\n\n\
        On 3 May 2019, Uganda signed a treaty on trade.\n\n\
        On 3 May 2019, Kenya and Uganda signed a treaty on borders.\n\n\
        On 9 June 2021, Uganda attacked a convoy.\n\n\
        On 10 June 2021, Peru signed a treaty on fish.\n";

    fn compare(lens: &Lens) -> Comparison {
        let corpus = work::load(vec![Raw::bytes("a.txt", TEXT.as_bytes().into())], None);
        let countries = ["KE", "UG"].map(|code| Country::parse(code).unwrap());
        Index::new(&corpus).compare(&corpus, lens, countries)
    }

    #[test]
    fn a_date_has_what_concerns_both_first_and_the_rest_side_by_side() {
        let found = compare(&Lens::default());
        let shape: Vec<_> = found
            .rows
            .iter()
            .map(|row| (row.first, row.events.map(|e| e.is_some()), row.is_both()))
            .collect();
        assert_eq!(
            shape,
            [
                (true, [true, true], true),
                (false, [true, true], false),
                (true, [false, true], false),
            ]
        );
        assert_eq!((found.counts, found.both), ([2, 3], 1));
    }

    #[test]
    fn the_lens_applies_but_for_its_countries() {
        let dates = Some(DateRange::parse("2021").unwrap());
        let countries = CountryFilter::parse("PE").unwrap();
        let found = compare(&Lens { countries, dates, ..Lens::default() });
        assert_eq!((found.counts, found.rows.len()), ([0, 1], 1));
        assert!(found.rows[0].first && found.rows[0].any().is_some());
    }
}
