//! How much is known of each country and year. Events, figures and the countries that count come in; a table of counts
//! goes out, with what has no place in it. Blanks are what it is for: nothing is filled in.

use super::{CountryFilter, DateRange, Index, Lens, View};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, Event, EventId, Indicator, IndicatorId};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Years without anything that stand between two others before they are drawn together.
const LONG_GAP: i32 = 9;
/// The same in decades.
const LONG_GAP_OF_DECADES: i32 = 3;

/// What is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// Dated events.
    #[default]
    Events,
    /// Figures.
    Figures,
}

/// Events and figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many events.
    pub events: usize,
    /// How many figures.
    pub figures: usize,
}

/// What is known of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// The country.
    pub country: Country,
    /// The years that have something, rising; blank years are not among them.
    pub years: Vec<(i32, Tally)>,
    /// All its years.
    pub total: Tally,
}

/// Counts of countries and years. What spans years counts in the year it starts, without a start in the year it ends; under
/// a lens with dates in the first of its years that the lens admits. What concerns several countries counts for each of
/// them, and once in a year's total.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The countries, by name.
    pub rows: Vec<CoverageRow>,
    /// All countries together, rising; each event and figure once.
    pub years: Vec<(i32, Tally)>,
    /// All that has a place in the table, once.
    pub total: Tally,
    /// What has a country and stands nowhere on the calendar.
    pub undated: Tally,
    /// What has a date and no country.
    pub nowhere: Tally,
    /// What has neither.
    pub neither: Tally,
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A year.
    Year(i32),
    /// The ten years from one that ends in 0.
    Decade(i32),
    /// Years that have nothing, the first and the last of them: too many to give each a column.
    Gap(i32, i32),
}

impl Tally {
    /// The count of one measure.
    pub fn of(self, measure: Measure) -> usize {
        match measure {
            Measure::Events => self.events,
            Measure::Figures => self.figures,
        }
    }

    fn add(&mut self, measure: Measure) {
        match measure {
            Measure::Events => self.events += 1,
            Measure::Figures => self.figures += 1,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self { events: self.events + other.events, figures: self.figures + other.figures }
    }
}

impl Measure {
    /// The other one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Events => Self::Figures,
            Self::Figures => Self::Events,
        }
    }

    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Events => "event",
            Self::Figures => "figure",
        }
    }
}

impl Period {
    /// Its first and its last year.
    pub fn span(self) -> (i32, i32) {
        match self {
            Self::Year(year) => (year, year),
            Self::Decade(first) => (first, first + 9),
            Self::Gap(first, last) => (first, last),
        }
    }

    /// Whether a year lies in it.
    pub fn holds(self, year: i32) -> bool {
        let (first, last) = self.span();
        (first..=last).contains(&year)
    }

    /// "2025", "2020s", "1493–1990".
    pub fn name(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Decade(first) => format!("{first}s"),
            Self::Gap(first, last) => format!("{first}–{last}"),
        }
    }

    /// Its days, as a range that can be typed; none where the calendar has no such year.
    pub fn range(self) -> Option<DateRange> {
        let (first, last) = self.span();
        let first = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(last, 12, 31)?;
        let (earliest, latest) = (Day::earliest(Some(first)), Day::latest(Some(last)));
        Some(DateRange { typed: self.name(), earliest, latest })
    }
}

impl Index {
    /// How much is known under a lens. Its countries hide no row; where it is strict, only countries named directly count.
    pub fn coverage(&self, corpus: &Corpus, lens: &Lens) -> Coverage {
        let rest = Lens { countries: CountryFilter::default(), ..lens.clone() };
        let view = self.view(corpus, &rest);
        let dates = lens.dates.as_ref();
        Coverage::of(corpus, (&view, dates), |_, via| lens.countries.admits_via(via))
    }
}

impl Coverage {
    /// Counts what a view leaves, and the dates of the lens that it is of; `counts` says which countries do, named in
    /// which way.
    pub fn of(
        corpus: &Corpus,
        (view, dates): (&View, Option<&DateRange>),
        counts: impl Fn(Country, Via) -> bool,
    ) -> Self {
        let mut sheet = Sheet::default();
        for event in view.events.iter().filter_map(|&id| corpus.event(id)) {
            let concerned = corpus.countries(event).iter();
            let countries = concerned.filter(|c| counts(c.0, c.1)).map(|c| c.0);
            sheet.add(Measure::Events, year_of_event(event, dates), countries);
        }
        for row in view.indicators.iter().filter_map(|id| corpus.indicators.get(id.index())) {
            let country = row.country.filter(|c| counts(c.0, c.1)).map(|c| c.0);
            sheet.add(Measure::Figures, year_of_figure(row, dates), country.into_iter());
        }
        sheet.coverage()
    }

    /// The rows that have something of a measure, those with most first.
    pub fn ranked(&self, measure: Measure) -> Vec<usize> {
        let count = |row: &CoverageRow| row.total.of(measure);
        let known = self.rows.iter().enumerate().filter(|(_, row)| count(row) > 0);
        let mut ranked: Vec<(usize, usize)> = known.map(|(at, row)| (at, count(row))).collect();
        ranked.sort_by_key(|&(at, count)| (std::cmp::Reverse(count), at));
        ranked.into_iter().map(|(at, _)| at).collect()
    }

    /// The columns from the first to the last year that has something of a measure, blank ones too; long gaps are one
    /// column.
    pub fn columns(&self, measure: Measure, decades: bool) -> Vec<Period> {
        let (step, long) = if decades { (10, LONG_GAP_OF_DECADES) } else { (1, LONG_GAP) };
        let of = |first: i32| if decades { Period::Decade(first) } else { Period::Year(first) };
        let known = self.years.iter().filter(|(_, tally)| tally.of(measure) > 0);
        let mut columns: Vec<Period> = Vec::new();
        for first in known.map(|(year, _)| year.div_euclid(step) * step) {
            let before = columns.last().map(|column| column.span());
            if before.is_some_and(|(at, _)| at == first) {
                continue;
            }
            let from = before.map_or(first, |(_, last)| last + 1);
            if (first - from) / step > long {
                columns.push(Period::Gap(from, first - 1));
            } else {
                let blank = (0..(first - from) / step).map(|at| of(from + at * step));
                columns.extend(blank);
            }
            columns.push(of(first));
        }
        columns
    }
}

/// What some years hold of a country or of all; years must rise.
pub fn within(years: &[(i32, Tally)], period: Period) -> Tally {
    let (first, last) = period.span();
    let from = years.partition_point(|(year, _)| *year < first);
    let rest = years.iter().skip(from).take_while(|(year, _)| *year <= last);
    rest.fold(Tally::default(), |sum, (_, tally)| sum.plus(*tally))
}

/// The first event of a view that counts in a period under the dates of a lens; the first of all where no period is given.
pub fn first_event(
    corpus: &Corpus,
    view: &View,
    (period, dates): (Option<Period>, Option<&DateRange>),
) -> Option<EventId> {
    let counts = |id: &EventId| {
        let year = corpus.event(*id).and_then(|event| year_of_event(event, dates));
        period.is_none_or(|period| year.is_some_and(|year| period.holds(year)))
    };
    view.events.iter().copied().find(counts)
}

/// The first figure of a view that counts in a period under the dates of a lens; the first of all where no period is
/// given.
pub fn first_figure(
    corpus: &Corpus,
    view: &View,
    (period, dates): (Option<Period>, Option<&DateRange>),
) -> Option<IndicatorId> {
    let counts = |id: &IndicatorId| {
        let year = corpus.indicators.get(id.index()).and_then(|row| year_of_figure(row, dates));
        period.is_none_or(|period| year.is_some_and(|year| period.holds(year)))
    };
    view.indicators.iter().copied().find(counts)
}

fn year_of_event(event: &Event, dates: Option<&DateRange>) -> Option<i32> {
    if event.is_dated() { year(event.earliest, event.latest, dates) } else { None }
}

fn year_of_figure(row: &Indicator, dates: Option<&DateRange>) -> Option<i32> {
    if row.is_dated() { year(row.earliest, row.latest, dates) } else { None }
}

fn year(earliest: Day, latest: Day, dates: Option<&DateRange>) -> Option<i32> {
    let earliest = dates.map_or(earliest, |range| earliest.max(range.earliest));
    let latest = dates.map_or(latest, |range| latest.min(range.latest));
    earliest.date().or_else(|| latest.date()).map(|day| day.year())
}

/// Counts in the making.
#[derive(Default)]
struct Sheet {
    cells: BTreeMap<(Country, i32), Tally>,
    years: BTreeMap<i32, Tally>,
    undated: Tally,
    nowhere: Tally,
    neither: Tally,
}

impl Sheet {
    fn add(
        &mut self,
        measure: Measure,
        year: Option<i32>,
        mut countries: impl Iterator<Item = Country>,
    ) {
        let first = countries.next();
        let (Some(year), Some(first)) = (year, first) else {
            match (year, first) {
                (None, Some(_)) => self.undated.add(measure),
                (Some(_), None) => self.nowhere.add(measure),
                _ => self.neither.add(measure),
            }
            return;
        };
        self.years.entry(year).or_default().add(measure);
        let mut seen = vec![first];
        seen.extend(countries);
        seen.sort_unstable();
        seen.dedup();
        for country in seen {
            self.cells.entry((country, year)).or_default().add(measure);
        }
    }

    fn coverage(self) -> Coverage {
        let Self { cells, years, undated, nowhere, neither } = self;
        let mut rows: Vec<CoverageRow> = Vec::new();
        for ((country, year), tally) in cells {
            match rows.last_mut().filter(|row| row.country == country) {
                Some(row) => {
                    row.years.push((year, tally));
                    row.total = row.total.plus(tally);
                }
                None => {
                    rows.push(CoverageRow { country, years: vec![(year, tally)], total: tally });
                }
            }
        }
        rows.sort_by_key(|row| row.country.name());
        let total = years.values().fold(Tally::default(), |sum, tally| sum.plus(*tally));
        let years = years.into_iter().collect();
        Coverage { rows, years, total, undated, nowhere, neither }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Raw;
    use crate::work;
    use pretty_assertions::assert_eq;

    fn corpus(text: &str) -> Corpus {
        work::load(vec![Raw::bytes("a.txt", text.as_bytes().into())], None)
    }

    fn of(text: &str, lens: &Lens) -> Coverage {
        let corpus = corpus(text);
        Index::new(&corpus).coverage(&corpus, lens)
    }

    fn told(coverage: &Coverage) -> Vec<String> {
        let years = |row: &CoverageRow| {
            let told =
                row.years.iter().map(|(year, t)| format!("{year} {}/{}", t.events, t.figures));
            told.collect::<Vec<_>>().join(", ")
        };
        coverage.rows.iter().map(|row| format!("{} {}", row.country.code(), years(row))).collect()
    }

    const TEXT: &str = "On 3 May 2019, Kenya and Uganda signed a treaty on water.\n\n\
        On 9 June 2021, Rwanda signed a treaty with Kenya.\n\n\
        In 2021, Kenya had 440 border guards.\n";

    #[test]
    fn an_event_counts_for_each_country_and_once_in_its_year() {
        let coverage = of(TEXT, &Lens::default());
        assert_eq!(told(&coverage), ["KE 2019 1/0, 2021 1/1", "RW 2021 1/0", "UG 2019 1/0"]);
        let years: Vec<(i32, usize)> = coverage.years.iter().map(|(y, t)| (*y, t.events)).collect();
        assert_eq!(years, [(2019, 1), (2021, 1)]);
        assert_eq!(coverage.total, Tally { events: 2, figures: 1 });
        let ranked = coverage.ranked(Measure::Events);
        assert_eq!(coverage.rows[ranked[0]].country.code(), "KE");
        assert_eq!(coverage.ranked(Measure::Figures).len(), 1);
    }

    #[test]
    fn the_lens_applies_but_for_its_countries() {
        let countries = CountryFilter::parse("RW").unwrap();
        let dates = Some(DateRange::parse("2019").unwrap());
        let coverage = of(TEXT, &Lens { countries, dates, ..Lens::default() });
        assert_eq!(told(&coverage), ["KE 2019 1/0", "UG 2019 1/0"]);
    }

    #[test]
    fn what_began_before_the_lens_counts_in_its_first_year() {
        let text = "Since 2018 Kenya has met Uganda every year.\n";
        let dates = Some(DateRange::parse("since 2021").unwrap());
        let coverage = of(text, &Lens { dates, ..Lens::default() });
        assert_eq!(told(&coverage), ["KE 2021 1/0", "UG 2021 1/0"]);
    }

    #[test]
    fn what_has_no_place_is_counted_beside_the_table() {
        let coverage =
            of("On 3 May 2019, the ministers signed a treaty on water.\n", &Lens::default());
        assert_eq!((coverage.rows.len(), coverage.total), (0, Tally::default()));
        assert_eq!(coverage.nowhere.events + coverage.neither.events, 1);
    }

    #[test]
    fn blank_years_stand_and_long_gaps_are_one_column() {
        let years = [1492, 1988, 1991, 2003].map(|year| (year, Tally { events: 1, figures: 0 }));
        let coverage = Coverage { years: years.to_vec(), ..Coverage::default() };
        let names = |decades| {
            let columns = coverage.columns(Measure::Events, decades);
            columns.into_iter().map(Period::name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(false), "1492 1493–1987 1988 1989 1990 1991 1992–2002 2003");
        assert_eq!(names(true), "1490s 1500–1979 1980s 1990s 2000s");
        assert_eq!(coverage.columns(Measure::Figures, false), []);
        let decade = Period::Decade(1980);
        assert_eq!(within(&coverage.years, decade).events, 1);
        assert_eq!(decade.range(), DateRange::parse("1980s").ok());
        assert!(decade.holds(1989) && !decade.holds(1990));
    }
}
