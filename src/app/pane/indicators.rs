//! The list of figures, those of one thing under one head, in the order the user asked for. Figures and what a lens leaves
//! come in; never draws, and never leaves one out.

use super::rows::Rows;
use crate::model::{Corpus, Day, Indicator, IndicatorId};
use crate::query::figures::Group;
use crate::query::{Figures, View};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

/// The indicators pane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicators {
    /// Where one is in the lines.
    pub rows: Rows<Line>,
    /// The lines as they stand.
    pub lines: Vec<Line>,
    /// What they are ordered by.
    pub sort: Sort,
    /// The figures of the corpus held together, once they have been on the screen.
    pub figures: Option<Arc<Figures>>,
    /// Whether the lines are those of the lens and the order.
    laid: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The figure; on a head the latest of its group that the lens leaves.
    pub id: IndicatorId,
    /// What it is a line of.
    pub kind: Kind,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A figure that stands alone.
    Alone,
    /// The head of several.
    Head,
    /// One of several, under their head.
    Member,
}

/// What the list is ordered by. Figures of one thing stay together, by their periods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The documents, from first to last.
    #[default]
    Document,
    /// What is counted.
    Name,
    /// The country's name.
    Country,
    /// The last period, the latest first.
    Period,
    /// The unit, then the value, the largest first: unlike units are not compared.
    Value,
    /// The age of the last period, the oldest first; what has none comes last.
    Age,
}

impl Sort {
    /// The next order, round through all.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Document => Self::Name,
            Self::Name => Self::Country,
            Self::Country => Self::Period,
            Self::Period => Self::Value,
            Self::Value => Self::Age,
            Self::Age => Self::Document,
        }
    }

    /// "country".
    pub fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Name => "name",
            Self::Country => "country",
            Self::Period => "period",
            Self::Value => "value",
            Self::Age => "age",
        }
    }

    /// "country", with what comes first where that is not the first letter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Period => "period, latest first",
            Self::Value => "value, largest first in each unit",
            Self::Age => "age, oldest first",
            _ => self.word(),
        }
    }
}

/// The figures of a group that the lens leaves.
struct Left<'a> {
    ids: Vec<IndicatorId>,
    /// The first, by period.
    first: &'a Indicator,
    /// The last point of its series, else the last one that has a period, else the first.
    last: &'a Indicator,
    latest: IndicatorId,
    most: f64,
}

impl Indicators {
    /// Says that the lens or the order is another.
    pub fn stale(&mut self) {
        self.laid = false;
    }

    /// Forgets what was held together of another corpus.
    pub fn forget(&mut self) {
        (self.figures, self.laid) = (None, false);
    }

    /// The figures of a corpus held together, kept once they have been made.
    pub fn held(&mut self, corpus: &Corpus) -> Arc<Figures> {
        Arc::clone(self.figures.get_or_insert_with(|| Arc::new(Figures::new(corpus))))
    }

    /// Lays the lines out where they are not those of the lens any more.
    pub fn lay(&mut self, corpus: &Corpus, view: &View) {
        if self.laid {
            return;
        }
        let figures = self.held(corpus);
        self.lines = lines(corpus, &figures, view, self.sort);
        self.laid = true;
        self.rows.find_anchor(&self.lines);
    }

    /// Takes the next order.
    pub fn turn(&mut self) {
        self.sort = self.sort.next();
        self.rows.anchor = self.lines.get(self.rows.selected).copied();
        self.stale();
    }

    /// The figure of the selected line.
    pub fn selected(&self) -> Option<IndicatorId> {
        self.lines.get(self.rows.selected).map(|line| line.id)
    }

    /// The figure so many figures on from another, as the list has them.
    pub fn beside(&self, id: IndicatorId, by: isize) -> Option<IndicatorId> {
        let figures = self.lines.iter().filter(|line| line.kind != Kind::Head);
        let ids: Vec<IndicatorId> = figures.map(|line| line.id).collect();
        let at = ids.iter().position(|other| *other == id)?;
        ids.get(at.checked_add_signed(by)?).copied()
    }

    /// Selects a figure, where the list has it.
    pub fn select(&mut self, id: IndicatorId) {
        let figure = |line: &Line| line.id == id && line.kind != Kind::Head;
        if let Some(at) = self.lines.iter().position(figure) {
            self.rows.select(at, &self.lines);
        }
    }
}

fn lines(corpus: &Corpus, figures: &Figures, view: &View, sort: Sort) -> Vec<Line> {
    let all = view.indicators.len() == corpus.indicators.len();
    let left: HashSet<IndicatorId> =
        if all { HashSet::new() } else { view.indicators.iter().copied().collect() };
    let kept = |id: &IndicatorId| all || left.contains(id);
    let groups = figures.groups.iter();
    let mut groups: Vec<Left<'_>> =
        groups.filter_map(|group| Left::of(corpus, group, &kept)).collect();
    order(corpus, &mut groups, sort);
    let mut lines = Vec::with_capacity(view.indicators.len() + groups.len());
    for group in groups {
        if let [id] = group.ids.as_slice() {
            lines.push(Line { id: *id, kind: Kind::Alone });
            continue;
        }
        lines.push(Line { id: group.latest, kind: Kind::Head });
        lines.extend(group.ids.iter().map(|id| Line { id: *id, kind: Kind::Member }));
    }
    lines
}

impl<'a> Left<'a> {
    fn of(corpus: &'a Corpus, group: &Group, kept: &impl Fn(&IndicatorId) -> bool) -> Option<Self> {
        let ids: Vec<IndicatorId> = group.rows.iter().filter(|id| kept(id)).copied().collect();
        let row = |id: &IndicatorId| corpus.indicators.get(id.index());
        let dated = |id: &&IndicatorId| row(id).is_some_and(Indicator::is_dated);
        // A total of all the years is no later value: where there is a series, its last point is.
        let series = group.series.iter().max_by_key(|series| series.points.len());
        let point = series.and_then(|series| series.points.iter().rfind(|id| kept(id)));
        let latest = *point.or_else(|| ids.iter().rfind(dated)).or(ids.first())?;
        let most = ids.iter().filter_map(row).map(|row| row.value).fold(f64::MIN, f64::max);
        Some(Self { first: row(ids.first()?)?, last: row(&latest)?, latest, most, ids })
    }

    /// The place of its first figure.
    fn place(&self) -> Option<IndicatorId> {
        self.ids.iter().min().copied()
    }

    /// The last day of its last period; the beginning of time where it has none.
    fn end(&self) -> Day {
        if self.last.is_dated() { self.last.latest } else { Day::MIN }
    }
}

fn order(corpus: &Corpus, groups: &mut [Left<'_>], sort: Sort) {
    let name = |group: &Left<'_>| corpus.string(group.first.name).to_lowercase();
    let country = |group: &Left<'_>| {
        let country = group.first.country.map(|(country, _)| country.name());
        (country.is_none(), country)
    };
    match sort {
        Sort::Document => groups.sort_by_key(Left::place),
        Sort::Name => groups.sort_by_cached_key(|group| (name(group), group.place())),
        Sort::Country => groups.sort_by_cached_key(|group| (country(group), group.place())),
        Sort::Period => groups.sort_by_key(|group| (Reverse(group.end()), group.place())),
        Sort::Age => {
            groups.sort_by_key(|group| (!group.last.is_dated(), group.end(), group.place()));
        }
        Sort::Value => groups.sort_by(|a, b| {
            let unit = |group: &Left<'_>| corpus.string(group.first.unit);
            let value = b.most.total_cmp(&a.most);
            unit(a).cmp(unit(b)).then(value).then_with(|| a.place().cmp(&b.place()))
        }),
    }
}
