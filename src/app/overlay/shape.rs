//! What the table of coverage and the two countries side by side do: open, move, narrow the lens, show a card.

use super::{Card, Overlay, Pair, Picker, Survey};
use crate::app::field::Field;
use crate::app::scroll::follow;
use crate::app::{Action, App, Pane, geometry, label};
use crate::extract::country::Country;
use crate::query::Measure;
use crate::query::coverage::{Period, first_event, first_figure};
use crate::query::lookup::Subject;

/// Further than any table reaches.
const FAR: isize = isize::MAX >> 1;

impl App {
    /// Commands that open and drive the table of coverage and the comparison.
    pub(super) fn act_on_shape(&mut self, action: Action) {
        match action {
            Action::Coverage => self.open_coverage(),
            Action::Compare => self.open_compare(),
            Action::GridDown => self.step_shape(1, 0),
            Action::GridUp => self.step_shape(-1, 0),
            Action::GridLeft => self.step_shape(0, -1),
            Action::GridRight => self.step_shape(0, 1),
            Action::GridFirst => self.step_shape(-FAR, 0),
            Action::GridLast => self.step_shape(FAR, 0),
            Action::GridHalfDown => self.step_shape(10, 0),
            Action::GridHalfUp => self.step_shape(-10, 0),
            Action::Measure | Action::Scale => self.on_survey(|survey| match action {
                Action::Measure => survey.turn(),
                _ => survey.rescale(),
            }),
            Action::NextBeside => self.step_beside(1),
            Action::PreviousBeside => self.step_beside(-1),
            Action::OtherCountry => self.open_choice(),
            _ => self.act_on_brief(action),
        }
    }

    fn on_survey(&mut self, change: impl FnOnce(&mut Survey)) {
        if let Some(Overlay::Coverage(survey)) = &mut self.overlay {
            change(survey);
        }
    }

    /// Moves in the table, or by rows and sides in the comparison.
    pub(super) fn step_shape(&mut self, rows: isize, columns: isize) {
        match &mut self.overlay {
            Some(Overlay::Coverage(survey)) => survey.step(rows, columns),
            Some(Overlay::Brief(sheet)) => sheet.step(rows.saturating_add(columns)),
            Some(Overlay::Sheet(sheet)) => sheet.step(&self.corpus, rows, columns),
            Some(Overlay::Compare(pair)) => {
                pair.step(rows);
                if columns != 0 {
                    pair.side = usize::from(columns > 0);
                }
            }
            Some(Overlay::Board(board)) => {
                board.step(rows);
                board.step_scenario(columns, self.watch.kept.register.scenarios.len());
            }
            _ => {}
        }
    }

    /// Goes to a neighbouring event of the selected side.
    fn step_beside(&mut self, by: isize) {
        if let Some(Overlay::Compare(pair)) = &mut self.overlay
            && !pair.step_event(by)
        {
            let end = if by > 0 { "last" } else { "first" };
            self.notice = Some(format!("no other: the {end} event of {}", pair.country().name()));
        }
    }

    /// Opens the table; where the lens is still the one that it set, as it was left.
    fn open_coverage(&mut self) {
        self.beneath.clear();
        let left = self.surveyed.take().filter(|(lens, _)| *lens == self.lens);
        let survey = match left {
            Some((_, mut survey)) => {
                survey.count(&self.corpus, &self.index);
                survey
            }
            None => Box::new(Survey::new(&self.corpus, &self.index, self.lens.clone())),
        };
        self.overlay = Some(Overlay::Coverage(survey));
    }

    /// Narrows the lens to the selected cell and goes to its events, or to the card of its first figure.
    pub(super) fn take_cell(&mut self, survey: Box<Survey>) {
        let (country, period) = survey.selected();
        let (measure, count) = (survey.measure, survey.here().of(survey.measure));
        if count == 0 || matches!(period, Some(Period::Gap(..))) {
            let whose = country.map_or("any country", |c| c.name());
            let when = period.map_or("any year".into(), in_words);
            self.notice = Some(format!("no {} of {whose} begins in {when}", measure.noun()));
            self.overlay = Some(Overlay::Coverage(survey));
            return;
        }
        let lens = survey.narrowed();
        let dates = survey.lens.dates.clone();
        let at = (period, dates.as_ref());
        self.surveyed = Some((lens.clone(), survey));
        self.look_through(lens);
        match measure {
            Measure::Events => {
                self.events.anchor = first_event(&self.corpus, &self.view, at);
                self.events.find_anchor(&self.view);
                self.focus_on(Pane::Events);
                self.glance();
                self.tell_reaching(count, period);
            }
            Measure::Figures => {
                let first = first_figure(&self.corpus, &self.view, at);
                let card = first.and_then(|id| Card::of(&self.corpus, Subject::Indicator(id)));
                self.overlay = card.map(Overlay::Card);
            }
        }
    }

    /// Says why the lens leaves more events than the cell counts: what began earlier is not over.
    fn tell_reaching(&mut self, count: usize, period: Option<Period>) {
        let more = self.view.events.len().saturating_sub(count);
        if let Some(period) = period.filter(|_| more > 0) {
            let began = label::count(count, "event");
            let verb = if count == 1 { "begins" } else { "begin" };
            let (reach, verb_of_more) = if more == 1 { (1, "reaches") } else { (more, "reach") };
            self.notice = Some(format!(
                "{began} {verb} in {}, {reach} more {verb_of_more} into it",
                in_words(period)
            ));
        }
    }

    /// Opens the comparison: of the lens's two countries, else of those compared last, else of those with most events,
    /// one of the lens among them.
    fn open_compare(&mut self) {
        let Some(countries) = self.compared_countries() else {
            self.notice = Some("fewer than two countries have events: nothing to compare".into());
            return;
        };
        self.beneath.clear();
        let pair = Pair::new(&self.corpus, &self.index, self.lens.clone(), countries);
        self.overlay = Some(Overlay::Compare(pair));
    }

    fn compared_countries(&self) -> Option<[Country; 2]> {
        let asked = &self.lens.countries.countries;
        if let [left, right] = asked.as_slice() {
            return Some([*left, *right]);
        }
        if asked.is_empty()
            && let Some(pair) = self.compared
        {
            return Some(pair);
        }
        let counts = self.index.country_counts(&self.corpus, &self.lens);
        let one = if let [one] = asked.as_slice() { Some(*one) } else { None };
        let most = counts.into_iter().map(|(country, _)| country).filter(|c| Some(*c) != one);
        let mut found = one.into_iter().chain(most);
        Some([found.next()?, found.next()?])
    }

    /// Lets another country be picked for the selected side.
    fn open_choice(&mut self) {
        let Some(Overlay::Compare(pair)) = self.overlay.take() else { return };
        let picker = Picker {
            field: Field::default(),
            selected: 0,
            offset: 0,
            countries: self.index.country_counts(&self.corpus, &pair.lens),
            meant: true,
            before: self.before(),
        };
        self.beneath.push(Overlay::Compare(pair));
        self.overlay = Some(Overlay::Choice(picker));
    }

    /// Puts the picked country beside the other.
    pub(super) fn take_choice(&mut self, picker: &Picker) {
        self.overlay = self.beneath.pop();
        let Some(country) = picker.country() else { return };
        if let Some(Overlay::Compare(pair)) = &mut self.overlay {
            pair.choose((&self.corpus, &self.index), country);
            self.compared = Some(pair.comparison.countries);
        }
    }

    /// Shows the card of the selected event of the comparison.
    pub(super) fn take_side(&mut self, pair: Pair) {
        let card = pair.event().and_then(|id| Card::of(&self.corpus, Subject::Event(id)));
        if let Some(card) = card {
            self.beneath.push(Overlay::Compare(pair));
            self.overlay = Some(Overlay::Card(card));
        } else {
            self.notice = Some(format!("nothing of {} on this row", pair.country().name()));
            self.overlay = Some(Overlay::Compare(pair));
        }
    }

    /// The card of the next event of the side that a card was taken from; whether it was taken from a side.
    pub(super) fn next_beside(&mut self, by: isize) -> bool {
        let Some(Overlay::Compare(pair)) = self.beneath.last_mut() else { return false };
        if pair.step_event(by)
            && let Some(id) = pair.event()
            && let Some(card) = Card::of(&self.corpus, Subject::Event(id))
        {
            self.overlay = Some(Overlay::Card(card));
        }
        true
    }

    /// Keeps what is selected in sight.
    pub(super) fn settle_shape(&mut self) {
        let size = self.size;
        match &mut self.overlay {
            Some(Overlay::Coverage(survey)) => {
                let areas = geometry::coverage(size);
                survey.fit(areas.cells, areas.rows.height.into());
            }
            Some(Overlay::Compare(pair)) => {
                pair.step(0);
                let (height, len) =
                    (geometry::compare(size).rows.height, pair.comparison.rows.len());
                pair.offset = follow(pair.row, pair.offset, height.into(), len);
            }
            _ => {}
        }
    }
}

/// "2025", "the 2020s".
fn in_words(period: Period) -> String {
    let name = period.name();
    if matches!(period, Period::Decade(_)) { format!("the {name}") } else { name }
}
