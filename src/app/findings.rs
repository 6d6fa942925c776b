//! The lists of findings as one place on the screen: which stands in it, and moving in it whichever it is.

use super::pane::Motion;
use super::{App, Pane};

impl App {
    /// Gives a list of findings its place and the focus; the reader shows what is selected in it.
    pub fn show_findings(&mut self, pane: Pane) {
        self.focus_on(pane);
        if self.reader.glancing {
            self.glance();
        }
    }

    /// Moves in the list of findings on the screen, `height` rows of it being seen.
    pub fn step_findings(&mut self, motion: Motion, height: usize) {
        let view = &self.view;
        match self.findings {
            Pane::Indicators => self.indicators.rows.step(motion, &view.indicators, height),
            Pane::Assessments => self.assessments.rows.step(motion, &view.assessments, height),
            _ => self.events.step(motion, view, height),
        }
        self.glance();
    }

    /// Selects what stands on a row of the list on the screen, from 0, where anything does.
    pub fn select_finding(&mut self, row: usize) {
        let view = &self.view;
        match self.findings {
            Pane::Indicators => {
                let rows = &mut self.indicators.rows;
                let at = row + rows.offset;
                if at < view.indicators.len() {
                    rows.select(at, &view.indicators);
                }
            }
            Pane::Assessments => {
                let rows = &mut self.assessments.rows;
                let at = row + rows.offset;
                if at < view.assessments.len() {
                    rows.select(at, &view.assessments);
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
}
