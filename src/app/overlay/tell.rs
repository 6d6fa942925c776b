//! What the narrative of a term does: open, ask, move, go on to the text, narrow the lens.

use super::Overlay;
use super::narrative::{Key, Part, Telling};
use crate::app::{Action, App, Effect, Pane, geometry};
use crate::model::Corpus;
use crate::query::narrative::{Narrative, from_lens};
use crate::query::{CountryFilter, DateRange, Hit, Lens};
use crate::work::Study;
use std::sync::Arc;

impl App {
    /// Commands that open and drive the narrative.
    pub(super) fn act_on_telling(&mut self, action: Action) {
        match action {
            Action::Narrative => self.open_narrative(),
            Action::NextPartOfTelling => self.on_telling(|telling, _| telling.turn(1)),
            Action::PreviousPartOfTelling => self.on_telling(|telling, _| telling.turn(-1)),
            Action::Reorder => self.on_telling(|telling, app| telling.reorder(&app.index)),
            _ => {}
        }
    }

    fn on_telling(&mut self, change: impl FnOnce(&mut Telling, &Self)) {
        let Some(Overlay::Narrative(mut telling)) = self.overlay.take() else { return };
        change(&mut telling, self);
        self.overlay = Some(Overlay::Narrative(telling));
    }

    /// Opens the narrative of the lens's words; without any, of the term that was told last, as it was left.
    fn open_narrative(&mut self) {
        self.beneath.clear();
        let words = from_lens(&self.lens.text);
        let left = self.told.take();
        let same = |left: &Telling| words.is_empty() || words == left.field.text();
        let telling = left.filter(|left| same(left));
        let telling = telling.unwrap_or_else(|| Box::new(Telling::of(&words)));
        self.overlay = Some(Overlay::Narrative(telling));
    }

    /// The question of the narrative that is to be asked now, if there is one.
    pub(super) fn study_due(&mut self) -> Option<Effect> {
        let lens = self.lens.clone();
        let Some(Overlay::Narrative(telling)) = &mut self.overlay else { return None };
        let term = telling.due(&lens)?;
        if term.is_empty() {
            (telling.narrative, telling.waiting) = (None, None);
            telling.lines.clear();
            return None;
        }
        self.tickets += 1;
        telling.waiting = Some(self.tickets);
        Some(Effect::Study(Study { ticket: self.tickets, term, lens }))
    }

    /// Takes what is told of a term, where it is what is waited for.
    pub fn studied(
        &mut self,
        ticket: u64,
        corpus: &Arc<Corpus>,
        told: Result<Arc<Narrative>, String>,
    ) {
        let index = Arc::clone(&self.index);
        let same = Arc::ptr_eq(corpus, &self.corpus);
        let Some(Overlay::Narrative(telling)) = &mut self.overlay else { return };
        if telling.waiting != Some(ticket) || !same {
            return;
        }
        match told {
            Ok(narrative) => telling.take(narrative, &index),
            Err(why) => {
                telling.waiting = None;
                self.notice = Some(why);
            }
        }
    }

    /// Goes to what the selected row tells of: the sentence, the document; or narrows to its word, year or country.
    pub(super) fn take_telling(&mut self, mut telling: Box<Telling>) {
        match telling.part {
            Part::Lines => {
                let line = telling.line(telling.selected);
                let line = line.and_then(|one| one.line(&self.corpus, &self.index));
                let Some(line) = line else {
                    self.overlay = Some(Overlay::Narrative(telling));
                    return;
                };
                self.told = Some(telling);
                self.leave_place();
                self.show_hit(Hit { document: line.document, sentence: line.sentence });
                self.focus_on(Pane::Reader);
            }
            Part::Words => {
                let word = telling.companions().get(telling.selected).copied();
                let index = Arc::clone(&self.index);
                if word.is_some() {
                    telling.narrow(word, &index);
                }
                self.overlay = Some(Overlay::Narrative(telling));
            }
            _ => self.take_share(telling),
        }
    }

    fn take_share(&mut self, telling: Box<Telling>) {
        let row = telling.rows().get(telling.selected).map(|(key, _)| *key);
        let mut lens = self.lens.clone();
        match row {
            Some(Key::Document(id)) => {
                self.told = Some(telling);
                self.read_document(id);
                return;
            }
            Some(Key::Country(Some(country))) => {
                let filter = CountryFilter::any([country]);
                lens.countries = CountryFilter { strict: lens.countries.strict, ..filter };
            }
            Some(Key::Told(Some(year))) => lens.dates = DateRange::parse(&year.to_string()).ok(),
            Some(Key::Published(_)) => {
                self.notice = Some("the lens knows no date of publication".into());
            }
            Some(Key::Told(None) | Key::Country(None)) | None => {
                self.notice = Some("the lens cannot ask for what is missing".into());
            }
        }
        let narrowed = lens != self.lens;
        self.overlay = Some(Overlay::Narrative(telling));
        if narrowed {
            self.narrow_telling(lens);
        }
    }

    /// Narrows the lens under the narrative, which then tells of what is left, line by line.
    fn narrow_telling(&mut self, lens: Lens) {
        self.look_through(lens);
        if let Some(Overlay::Narrative(telling)) = &mut self.overlay {
            telling.part = Part::Lines;
            (telling.selected, telling.offset) = (0, 0);
        }
    }

    /// Closes the narrative, to be brought back as it is; first shows all lines again where only some are shown.
    pub(super) fn leave_telling(&mut self, mut telling: Box<Telling>) {
        if telling.beside.is_some() {
            let index = Arc::clone(&self.index);
            telling.narrow(None, &index);
            self.overlay = Some(Overlay::Narrative(telling));
        } else {
            self.told = Some(telling);
        }
    }

    /// Keeps the selected row in sight.
    pub(super) fn settle_telling(&mut self) {
        let size = self.size;
        if let Some(Overlay::Narrative(telling)) = &mut self.overlay {
            let height = geometry::narrative(size, telling.part != Part::Lines).rows.height;
            telling.settle(height.into());
        }
    }
}
