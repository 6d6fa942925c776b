//! The user's part in a rehearsal: keys are counted, and the answer is known when it is on screen. Helps nobody.

use super::overlay::Overlay;
use super::rehearsal::Score;
use super::{App, Pane};
use crate::model::DocId;
use crate::text::Span;

impl App {
    /// Draws the questions of a rehearsal, where one is on and has none yet.
    pub fn draw_rehearsal(&mut self) {
        let Some(mut rehearsal) = self.rehearsal.take() else { return };
        if rehearsal.drills.is_empty() {
            let roster = self.roster();
            rehearsal.draw(&self.corpus, &roster, self.elapsed);
        }
        self.rehearsal = Some(rehearsal);
    }

    /// Counts a key, where one was pressed, and notes whether the answer is on screen now.
    pub fn rehearse(&mut self, pressed: bool) {
        let now = self.elapsed;
        let shown = self.shown_sentence();
        let Some(rehearsal) = &mut self.rehearsal else { return };
        let Some(drill) = rehearsal.drill() else { return };
        let found = shown.is_some_and(|shown| drill.answers.contains(&shown));
        rehearsal.keys += usize::from(pressed);
        if found {
            let score = rehearsal.score(now, true);
            self.notice = Some(said(score));
        }
    }

    /// Gives the question up.
    pub fn give_up(&mut self) {
        let now = self.elapsed;
        if let Some(rehearsal) = self.rehearsal.as_mut().filter(|r| r.drill().is_some()) {
            let score = rehearsal.score(now, false);
            self.notice = Some(said(score));
        }
    }

    /// The sentence that is shown as an answer: on a card, or lit in the text that is read.
    fn shown_sentence(&self) -> Option<(DocId, Span)> {
        match &self.overlay {
            Some(Overlay::Card(card)) => Some((card.document, card.sentence)),
            None if self.focus == Pane::Reader => {
                Some((self.reader.document?, self.reader.lit(self.document()?)?))
            }
            Some(_) | None => None,
        }
    }
}

/// "found: 7 keys, 4.2 s".
fn said(score: Score) -> String {
    let what = if score.found { "found" } else { "given up" };
    let keys = super::label::count(score.keys, "key");
    format!("{what}: {keys}, {:.1} s", score.time.as_secs_f64())
}
