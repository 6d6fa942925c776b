//! What a table over the panes does: open, move, go to a cell's place in the text.

use super::{Overlay, Sheet};
use crate::app::{Action, App, Pane, geometry};
use crate::query::Hit;

impl App {
    /// Commands that open and drive a table.
    pub(super) fn act_on_sheet(&mut self, action: Action) {
        match action {
            Action::Table => self.open_sheet(),
            Action::NextTable => self.turn_sheet(1),
            Action::PreviousTable => self.turn_sheet(-1),
            _ => {}
        }
    }

    /// Opens the table at the lit sentence, or the one after it.
    fn open_sheet(&mut self) {
        let id = self.reader.document;
        let document = self.document();
        let place = document.and_then(|d| self.reader.lit(d)).map_or(0, |lit| lit.start);
        let sheet = document.zip(id).and_then(|(d, id)| Sheet::at(d, id, place));
        match sheet {
            Some(sheet) => {
                self.beneath.clear();
                self.overlay = Some(Overlay::Sheet(sheet));
            }
            None => {
                self.notice = Some("no table in this document that could be put together".into());
            }
        }
    }

    fn turn_sheet(&mut self, by: isize) {
        if let Some(Overlay::Sheet(sheet)) = &mut self.overlay
            && !sheet.turn(&self.corpus, by)
        {
            let end = if by > 0 { "last" } else { "first" };
            self.notice = Some(format!("the {end} table of the document"));
        }
    }

    /// Puts the reader on the selected cell.
    pub(super) fn take_sheet(&mut self, sheet: Sheet) {
        let cell = sheet.cell(&self.corpus);
        let document = self.corpus.document(sheet.document);
        let sentence = document.zip(cell).and_then(|(document, cell)| {
            let text = &document.text;
            text.sentence_at(cell.start).and_then(|at| text.sentences.get(at)).copied()
        });
        if let Some(sentence) = sentence {
            self.leave_place();
            self.show_hit(Hit { document: sheet.document, sentence });
            self.focus_on(Pane::Reader);
        } else {
            self.notice = Some("the cell is empty".into());
            self.overlay = Some(Overlay::Sheet(sheet));
        }
    }

    /// Keeps the selected row in sight.
    pub(super) fn settle_sheet(&mut self) {
        let areas = geometry::sheet(self.size);
        if let Some(Overlay::Sheet(sheet)) = &mut self.overlay {
            sheet.settle(&self.corpus, (areas.rows.width.into(), areas.rows.height.into()));
        }
    }
}
