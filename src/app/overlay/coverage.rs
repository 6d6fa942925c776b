//! The table of coverage: countries by years, what of it is shown and which cell is selected. Plain data with what can be
//! read off it; counts nothing itself.

use crate::app::scroll::{follow, step};
use crate::extract::country::Country;
use crate::model::Corpus;
use crate::query::coverage::{CoverageRow, Period, Tally, within};
use crate::query::{CountryFilter, Coverage, DateRange, Index, Lens, Measure};

/// Cells of a year's column, the space before it included; a decade's takes one more.
const YEAR: usize = 5;

/// The table of coverage over the panes.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What it is counted under.
    pub lens: Lens,
    /// The counts.
    pub table: Coverage,
    /// What the cells show.
    pub measure: Measure,
    /// Whether columns are decades.
    pub decades: bool,
    /// What the user wants columns to be; nothing where what fits decides.
    pub wanted: Option<bool>,
    /// The rows of the table that are shown, in order.
    pub rows: Vec<usize>,
    /// The columns.
    pub columns: Vec<Period>,
    /// The selected row; 0 is that of all countries.
    pub row: usize,
    /// The selected column; 0 is that of all years.
    pub column: usize,
    /// First of the rows in sight, that of all countries not counted.
    pub top: usize,
    /// First of the columns in sight, that of all years not counted.
    pub first: usize,
    /// Whether the user has chosen a cell; until then it is the one with most.
    pub chosen: bool,
}

impl Survey {
    /// Counts under a lens; the fullest cell of the country with most is selected.
    pub fn new(corpus: &Corpus, index: &Index, lens: Lens) -> Self {
        let mut survey = Self {
            table: index.coverage(corpus, &lens),
            lens,
            measure: Measure::Events,
            decades: false,
            wanted: None,
            rows: Vec::new(),
            columns: Vec::new(),
            row: 1,
            column: 0,
            top: 0,
            first: 0,
            chosen: false,
        };
        if survey.table.ranked(Measure::Events).is_empty() {
            survey.measure = Measure::Figures;
        }
        survey.arrange();
        survey.start();
        survey
    }

    /// Counts again, in another corpus; what is selected stays.
    pub fn count(&mut self, corpus: &Corpus, index: &Index) {
        let at = self.selected();
        self.table = index.coverage(corpus, &self.lens);
        self.arrange();
        if self.chosen { self.select(at) } else { self.start() }
    }

    /// Shows the other measure.
    pub fn turn(&mut self) {
        let at = self.selected();
        self.measure = self.measure.next();
        self.arrange();
        if self.chosen { self.select(at) } else { self.start() }
    }

    /// Shows years instead of decades, or decades instead of years.
    pub fn rescale(&mut self) {
        (self.wanted, self.chosen) = (Some(!self.decades), true);
    }

    /// The selected country and period; nothing stands for all of them.
    pub fn selected(&self) -> (Option<Country>, Option<Period>) {
        let country = self.row.checked_sub(1).and_then(|at| self.row(at)).map(|row| row.country);
        let period = self.column.checked_sub(1).and_then(|at| self.columns.get(at)).copied();
        (country, period)
    }

    /// A row by its place among those shown.
    pub fn row(&self, at: usize) -> Option<&CoverageRow> {
        self.rows.get(at).and_then(|&row| self.table.rows.get(row))
    }

    /// What a cell counts.
    pub fn cell(&self, row: Option<&CoverageRow>, period: Option<Period>) -> Tally {
        let (years, total) = match row {
            Some(row) => (&row.years, row.total),
            None => (&self.table.years, self.table.total),
        };
        period.map_or(total, |period| within(years, period))
    }

    /// What the selected cell counts.
    pub fn here(&self) -> Tally {
        let row = self.row.checked_sub(1).and_then(|at| self.row(at));
        self.cell(row, self.selected().1)
    }

    /// The lens that leaves what the selected cell counts: its country and its years; where it has none, all countries
    /// and the dates it was counted under.
    pub fn narrowed(&self) -> Lens {
        let (country, period) = self.selected();
        let countries = CountryFilter::any(country);
        let countries = CountryFilter { strict: self.lens.countries.strict, ..countries };
        let dates = match period.and_then(Period::range) {
            Some(range) => Some(both(range, self.lens.dates.as_ref())),
            None => self.lens.dates.clone(),
        };
        Lens { countries, dates, text: self.lens.text.clone() }
    }

    /// Moves the selection by rows and columns.
    pub fn step(&mut self, rows: isize, columns: isize) {
        self.chosen |= (rows, columns) != (0, 0);
        self.row = step(self.row, rows, self.rows.len() + 1);
        self.column = step(self.column, columns, self.columns.len() + 1);
    }

    /// Cells of a column.
    pub fn column_width(&self) -> usize {
        YEAR + usize::from(self.decades)
    }

    /// Fits the table to so many cells of columns and so many rows of countries: years where they fit, else decades;
    /// what is selected stays in sight.
    pub fn fit(&mut self, width: usize, height: usize) {
        let years = self.table.columns(self.measure, false).len();
        let decades = self.wanted.unwrap_or(years * YEAR > width);
        if decades != self.decades {
            let at = self.selected();
            self.decades = decades;
            self.columns = self.table.columns(self.measure, decades);
            if self.chosen { self.select(at) } else { self.start() }
        }
        self.step(0, 0);
        let across = width / self.column_width();
        let at = |selected: usize, first: usize| selected.checked_sub(1).unwrap_or(first);
        self.first = follow(at(self.column, self.first), self.first, across, self.columns.len());
        self.top = follow(at(self.row, 0), self.top, height, self.rows.len());
    }

    /// Orders rows and columns for what is measured.
    fn arrange(&mut self) {
        self.rows = self.table.ranked(self.measure);
        self.columns = self.table.columns(self.measure, self.decades);
        self.step(0, 0);
    }

    /// Selects the fullest cell of the first row; of several the latest.
    fn start(&mut self) {
        let count = |period: &Period| self.cell(self.row(0), Some(*period)).of(self.measure);
        let fullest = self.columns.iter().enumerate().max_by_key(|(_, period)| count(period));
        self.column = fullest.map_or(0, |(at, _)| at + 1);
        self.row = 1;
        self.step(0, 0);
    }

    /// Selects a country and the last column of a period that has something, where they are shown.
    fn select(&mut self, (country, period): (Option<Country>, Option<Period>)) {
        if let Some(country) = country {
            let is = |&at: &usize| self.table.rows.get(at).is_some_and(|r| r.country == country);
            self.row = self.rows.iter().position(is).map_or(1, |at| at + 1);
        }
        if let Some(period) = period {
            let (first, last) = period.span();
            let row = self.row.checked_sub(1).and_then(|at| self.row(at));
            let meets = |column: &Period| column.span().0 <= last && first <= column.span().1;
            let full = |c: &Period| meets(c) && self.cell(row, Some(*c)).of(self.measure) > 0;
            let columns = self.columns.iter();
            let at = columns.clone().rposition(full).or_else(|| columns.clone().rposition(meets));
            self.column = at.map_or(self.columns.len(), |at| at + 1);
        }
        self.step(0, 0);
    }
}

/// The days of one range that lie in another, if any do; else the one.
fn both(range: DateRange, other: Option<&DateRange>) -> DateRange {
    let Some(other) = other.filter(|o| o.overlaps(range.earliest, range.latest)) else {
        return range;
    };
    let earliest = range.earliest.max(other.earliest);
    let latest = range.latest.min(other.latest);
    if (earliest, latest) == (range.earliest, range.latest) {
        return range;
    }
    let said = |day: crate::model::Day| day.date().map(|date| date.to_string()).unwrap_or_default();
    DateRange { typed: format!("{}..{}", said(earliest), said(latest)), earliest, latest }
}
