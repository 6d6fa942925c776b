//! Looking around an event, wider and narrower, and coming back.

use super::{Around, FIRST};
use crate::app::overlay::Overlay;
use crate::app::{App, Pane, label};
use crate::model::EventId;
use crate::query::Lens;
use crate::query::lookup::Subject;

impl App {
    /// The days that are looked at around an event, unless the dates of the lens have been changed since.
    pub fn looks_around(&self) -> Option<&Around> {
        self.around.as_ref().filter(|around| self.lens.dates.as_ref() == Some(&around.range()))
    }

    /// The event that is meant here: of the card, else the selected one, else that of the lit sentence.
    pub fn meant_event(&self) -> Option<EventId> {
        let subject = match (&self.overlay, self.focus) {
            (Some(Overlay::Card(card)), _) => card.subject,
            (_, Pane::Events) => return self.selected_event(),
            (_, Pane::Reader) => {
                let (id, document) = (self.reader.document?, self.document()?);
                self.index.item_at(&self.corpus, id, self.reader.lit(document)?.start)
            }
            (_, Pane::Documents | Pane::Indicators | Pane::Assessments) => return None,
        };
        match subject {
            Subject::Event(id) => Some(id),
            _ => None,
        }
    }

    /// Shows everything of all countries around the event that is meant, or what was before.
    pub(in crate::app) fn look_around(&mut self) {
        if self.looks_around().is_some() {
            self.look_back();
            return;
        }
        let event = self.meant_event().and_then(|id| Some((id, self.corpus.event(id)?)));
        let Some((id, event)) = event else {
            self.notice = Some("no dated event here to look around".into());
            return;
        };
        let date = label::date(&self.corpus, event);
        if !event.is_dated() {
            let said =
                self.corpus.document(event.document).map_or("", |d| d.text.words(event.date));
            let said = format!(
                "“{said}” has no place on the calendar: nothing can be told to lie around it"
            );
            self.notice = Some(said);
            return;
        }
        let bounds = (event.earliest, event.latest);
        let (lens, place) = (self.lens.clone(), self.place());
        let over = self.overlay.take().into_iter().chain(std::mem::take(&mut self.beneath));
        let over = over.collect();
        let around = Around { lens, place, over, event: Some(id), date, bounds, days: FIRST };
        let dates = Some(around.range());
        self.around = Some(around);
        self.events.anchor = Some(id);
        self.focus_on(Pane::Events);
        self.look_through(Lens { dates, ..Lens::default() });
        self.events.find_anchor(&self.view);
        self.glance();
    }

    /// Brings back the lens, the place and what lay over the panes before.
    pub(in crate::app) fn look_back(&mut self) {
        let Some(around) = self.around.take() else { return };
        self.look_through(around.lens);
        self.restore(around.place);
        let mut over = around.over.into_iter();
        self.overlay = over.next();
        self.beneath = over.collect();
    }

    /// Looks at more days around the event, or at fewer; words and countries added since stay.
    pub(in crate::app) fn widen(&mut self, wider: bool) {
        if self.looks_around().is_none() {
            return;
        }
        let Some(around) = &mut self.around else { return };
        if !around.step(wider) {
            let end = if wider { "no wider than a year" } else { "no narrower than a day" };
            self.notice = Some(end.into());
            return;
        }
        let (event, dates) = (around.event, Some(around.range()));
        self.look_through(Lens { dates, ..self.lens.clone() });
        let gone = self.events.anchor.is_none_or(|id| self.view.position(id).is_none());
        if gone && event.is_some() {
            self.events.anchor = event;
            self.events.find_anchor(&self.view);
            self.glance();
        }
    }
}
