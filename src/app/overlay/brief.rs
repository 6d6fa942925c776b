//! The brief over the panes: one page of quotes under the lens; from each one goes to its card. Plain data and its commands.

use super::{Card, Overlay};
use crate::app::scroll::step;
use crate::app::{Action, App, Effect};
use crate::query::Brief;
use crate::query::brief::{Form, Request, Source};
use std::sync::Arc;

/// A brief that is looked at.
#[derive(Debug, Clone)]
pub struct Briefing {
    /// The page.
    pub brief: Arc<Brief>,
    /// The selected quote, counted over all parts.
    pub selected: usize,
    /// Whether everything is given, not one page.
    pub whole: bool,
}

impl Briefing {
    /// The source of the selected quote.
    pub fn source(&self) -> Option<Source> {
        let line = self.brief.parts.iter().flat_map(|part| &part.lines).nth(self.selected)?;
        self.brief.sources.get(line.source.checked_sub(1)?).copied()
    }

    /// Moves the selection by quotes.
    pub(super) fn step(&mut self, by: isize) {
        self.selected = step(self.selected, by, self.brief.quotes());
    }
}

impl App {
    /// Commands that open and drive the brief.
    pub(super) fn act_on_brief(&mut self, action: Action) {
        match action {
            Action::Brief => {
                self.beneath.clear();
                self.overlay = self.sheet(false).map(Overlay::Brief);
            }
            Action::WholeBrief => {
                if let Some(Overlay::Brief(sheet)) = &self.overlay {
                    let whole = !sheet.whole;
                    self.overlay = self.sheet(whole).map(Overlay::Brief);
                }
            }
            _ => {}
        }
    }

    /// The brief under the lens.
    pub(in crate::app) fn sheet(&mut self, whole: bool) -> Option<Briefing> {
        let scale = self.assessments.scale()?;
        let figures = self.indicators.held(&self.corpus);
        let brief = Brief::new(Request {
            corpus: &self.corpus,
            index: &self.index,
            figures: &figures,
            lens: &self.lens,
            view: &self.view,
            scale,
            whole,
            today: self.today,
        });
        Some(Briefing { brief: Arc::new(brief), selected: 0, whole })
    }

    /// Shows the card of the selected quote; the brief comes back from it.
    pub(super) fn take_quote(&mut self, sheet: Briefing) {
        let card = sheet.source().and_then(|source| self.card_of(source));
        let sheet = Overlay::Brief(sheet);
        let Some(card) = card else {
            self.overlay = Some(sheet);
            return;
        };
        self.beneath.push(sheet);
        self.overlay = Some(Overlay::Card(card));
    }

    /// The card of a place: of the event or figure in its sentence, else of that.
    fn card_of(&self, source: Source) -> Option<Card> {
        let hit = self.sentence_at(source.document, source.span)?;
        let subject = self.index.item_at(&self.corpus, hit.document, hit.sentence.start);
        Some(Card::new(&self.corpus, subject, (hit.document, hit.sentence), &[]))
    }

    /// The page for the terminal's clipboard.
    pub fn copy_brief(&mut self, markdown: bool) -> Vec<Effect> {
        let Some(Overlay::Brief(sheet)) = &self.overlay else { return Vec::new() };
        let form = if markdown { Form::Markdown } else { Form::Plain };
        let text = sheet.brief.write(&self.corpus, form);
        let what = if markdown { "as Markdown" } else { "as plain text" };
        self.notice =
            Some(format!("the brief was sent to the terminal's clipboard {what} (OSC 52)"));
        vec![Effect::Copy(text)]
    }
}
