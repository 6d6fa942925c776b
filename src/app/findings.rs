//! The lists of findings as one place on the screen: which stands in it, and moving in it whichever it is.

use super::pane::{Indicators, Motion};
use super::{App, Pane};
use crate::model::{Indicator, IndicatorId};
use crate::query::figures::Series;

impl App {
    /// Gives a list of findings its place and the focus; the reader shows what is selected in it.
    pub fn show_findings(&mut self, pane: Pane) {
        self.focus_on(pane);
        self.lay();
        if self.reader.glancing {
            self.glance();
        }
    }

    /// Lays out the figures where they are on the screen and not those of the lens any more.
    pub fn lay(&mut self) {
        if self.findings == Pane::Indicators {
            self.indicators.lay(&self.corpus, &self.view);
        }
    }

    /// Moves in the list of findings on the screen, `height` rows of it being seen.
    pub fn step_findings(&mut self, motion: Motion, height: usize) {
        let view = &self.view;
        match self.findings {
            Pane::Indicators => {
                let Indicators { rows, lines, .. } = &mut self.indicators;
                rows.step(motion, lines, height);
            }
            Pane::Assessments => self.assessments.step(motion, height),
            _ => self.events.step(motion, view, height),
        }
        self.glance();
    }

    /// Selects what stands on a row of the list on the screen, from 0, where anything does.
    pub fn select_finding(&mut self, row: usize) {
        let view = &self.view;
        match self.findings {
            Pane::Indicators => {
                let Indicators { rows, lines, .. } = &mut self.indicators;
                let at = row + rows.offset;
                if at < lines.len() {
                    rows.select(at, lines);
                }
            }
            Pane::Assessments => {
                let list = &mut self.assessments;
                let at = row + list.rows.offset;
                if at < list.listed.len() {
                    list.rows.select(at, &list.listed);
                }
            }
            _ => {
                let at = row + self.events.offset;
                if at < view.events.len() {
                    self.events.selected = at;
                    self.events.anchor = view.events.get(at).copied();
                }
            }
        }
        self.glance();
    }

    /// Lists the findings in their next order.
    pub(super) fn sort(&mut self) {
        if self.findings == Pane::Assessments {
            self.assessments.next_order();
            self.assessments.list(&self.corpus, &self.view);
            self.notice = Some(format!("assessments {}", self.assessments.order.name()));
        } else {
            self.indicators.turn();
            self.lay();
            self.notice = Some(format!("indicators by {}", self.indicators.sort.name()));
        }
    }

    /// The days from the end of a figure's period to today; none where either is not known.
    pub fn age(&self, row: &Indicator) -> Option<i64> {
        let (end, today) = (row.latest.date().filter(|_| row.is_dated())?, self.today?.date()?);
        Some((today - end).num_days())
    }

    /// The series with most points of what a figure counts, once the figures have been on the screen.
    pub fn longest_series(&self, id: IndicatorId) -> Option<&Series> {
        let group = self.indicators.figures.as_ref()?.group(id)?;
        group.series.iter().max_by_key(|series| series.points.len())
    }

    /// Reads likelihoods on the next scale.
    pub(super) fn next_scale(&mut self) {
        self.assessments.next_scale();
        self.assessments.list(&self.corpus, &self.view);
        let title = self.assessments.scale().map_or("", |scale| scale.title.as_str());
        self.notice = Some(format!("likelihoods as {title} has them"));
    }

    /// Lists only assessments of the selected one's kind, or all again.
    pub(super) fn only_kind(&mut self) {
        let kind = self.assessments.selected().and_then(|id| self.corpus.assessment(id));
        let kind = kind.map(|(_, finding)| finding.kind);
        self.assessments.only = if self.assessments.only.is_some() { None } else { kind };
        self.assessments.list(&self.corpus, &self.view);
    }
}
