//! Another corpus under the same hands: what was selected, read and remembered is found again in it, or let go, and nothing
//! jumps.

use super::App;
use super::moved::Moved;
use super::overlay::{Card, Overlay, Sheet};
use super::pane::{Item, Line};
use crate::model::Corpus;
use crate::query::Index;
use crate::query::lookup::Subject;
use std::sync::Arc;

impl App {
    /// Takes another corpus: what was selected, read and remembered stays where it is still there, on the same row of
    /// the screen.
    pub fn renew(&mut self, corpus: Arc<Corpus>, index: Arc<Index>) {
        let before = std::mem::replace(&mut self.corpus, corpus);
        self.index = index;
        (self.roster, self.glossed) = (None, None);
        let to = Moved::new(&before, &self.corpus);
        let rows = (self.events.selected, self.documents.selected);
        self.events.anchor = self.events.anchor.and_then(|id| to.event(id));
        self.indicators.forget();
        let line = self.indicators.rows.anchor;
        self.indicators.rows.anchor =
            line.and_then(|line| Some(Line { id: to.indicator(line.id)?, ..line }));
        self.assessments.rows.anchor =
            self.assessments.rows.anchor.and_then(|id| to.assessment(id));
        self.documents.anchor = self.documents.anchor.and_then(|id| to.document(id));
        let gone = self.reader.document.filter(|&id| to.document(id).is_none());
        let gone = gone.and_then(|id| before.document(id)).map(|d| d.path.clone());
        self.reader.renew(&to);
        self.history.renew(&to);
        let overlays = self.overlay.take().into_iter().chain(std::mem::take(&mut self.beneath));
        let mut kept: Vec<Overlay> = overlays
            .filter_map(|mut overlay| {
                renew_overlay(&mut overlay, &to, &self.index).then_some(overlay)
            })
            .collect();
        self.overlay = (!kept.is_empty()).then(|| kept.remove(0));
        self.beneath = kept;
        if let Some(around) = &mut self.around {
            around.renew(&to, |overlay| renew_overlay(overlay, &to, &self.index));
        }
        if let Some(telling) = &mut self.told {
            telling.again();
        }
        if let Some(palette) = &mut self.left {
            palette.again();
        }
        if let Some(path) = gone {
            self.notice = Some(format!("{path} is gone; another document is shown"));
        }
        if !self.touched {
            // Which file was read first must not decide what one finds on opening a corpus.
            self.reader.begin();
            (self.events.anchor, self.documents.anchor) = (None, None);
        }
        self.refresh();
        self.arrange_board(None);
        self.hold(rows);
    }

    /// Scrolls the lists so that what is selected stays on its row of the screen.
    fn hold(&mut self, (event, item): (usize, Item)) {
        let events = &mut self.events;
        events.offset = (events.offset + events.selected).saturating_sub(event);
        if let (Item::Document(before), Item::Document(now)) = (item, self.documents.selected) {
            self.documents.offset = (self.documents.offset + now).saturating_sub(before);
        }
    }
}

/// Finds again what lies over the panes; whether it is still there.
fn renew_overlay(overlay: &mut Overlay, to: &Moved, index: &Index) -> bool {
    match overlay {
        Overlay::Palette(palette) => palette.again(),
        Overlay::Narrative(telling) => telling.again(),
        Overlay::Sheet(sheet) => return renew_sheet(sheet, to),
        Overlay::Card(card) => return renew_card(card, to),
        Overlay::Find(prompt) | Overlay::Dates(prompt) => {
            prompt.before.place = to.place(prompt.before.place).unwrap_or_default();
        }
        Overlay::Countries(picker) => {
            picker.before.place = to.place(picker.before.place).unwrap_or_default();
        }
        Overlay::Choice(picker) => {
            picker.countries = index.country_counts(to.after, &picker.before.lens);
        }
        Overlay::Coverage(survey) => survey.count(to.after, index),
        Overlay::Compare(pair) => pair.renew(to, index),
        // Its quotes are of the corpus before.
        Overlay::Brief(_) => return false,
        Overlay::Sources(sources) => sources.renew(to.before, to.after, index),
        // Its rows are made anew once the lens has been applied.
        Overlay::Board(_) => {}
        Overlay::Help(help) => {
            let under = help.under.take();
            help.under =
                under.and_then(|mut under| renew_overlay(&mut under, to, index).then_some(under));
        }
    }
    true
}

/// Finds a table again, where its document is the same.
fn renew_sheet(sheet: &mut Sheet, to: &Moved) -> bool {
    let same = to.is_unchanged(sheet.document);
    let document = to.document(sheet.document).filter(|_| same);
    sheet.document = document.unwrap_or(sheet.document);
    document.is_some()
}

/// Finds a card's sentence again; what is meant in it, where that is an event or nothing but the sentence.
fn renew_card(card: &mut Card, to: &Moved) -> bool {
    let Some(document) = to.document(card.document).filter(|_| to.is_unchanged(card.document))
    else {
        return false;
    };
    card.document = document;
    card.subject = match card.subject {
        Subject::Event(id) => match to.event(id) {
            Some(id) => Subject::Event(id),
            None => return false,
        },
        Subject::Indicator(id) => match to.indicator(id) {
            Some(id) => Subject::Indicator(id),
            None => return false,
        },
        subject => subject,
    };
    let lit = std::mem::take(&mut card.lit);
    let (proof, offset) = (card.proof, card.offset);
    let place = (card.document, card.sentence);
    *card = Card { proof, offset, ..Card::new(to.after, card.subject, place, &lit) };
    true
}
