//! A rehearsal: questions drawn from the corpus, and how many keys and how much time each took until its answer was on
//! screen. Keys and the shell's time come in; scores go out. Helps nobody.

use super::overlay::Overlay;
use super::{App, Pane};
use crate::model::{Corpus, DocId};
use crate::query::{Drill, Roster, rehearsal};
use crate::text::Span;
use std::time::Duration;

/// A rehearsal.
#[derive(Debug, Clone, Default)]
pub struct Rehearsal {
    /// How many questions are asked.
    pub count: usize,
    /// What decides which.
    pub seed: u64,
    /// The questions, once the corpus has been read.
    pub drills: Vec<Drill>,
    /// What came of those that have been asked.
    pub scores: Vec<Score>,
    /// Keys pressed for the one that is asked now.
    pub keys: usize,
    /// When it was asked, by the shell's time.
    pub asked: Duration,
}

/// What came of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Keys pressed.
    pub keys: usize,
    /// Time taken.
    pub time: Duration,
    /// Whether the answer was on screen; else it was given up.
    pub found: bool,
}

impl Rehearsal {
    /// The question that is asked now; none before the corpus has been read, and after the last.
    pub fn drill(&self) -> Option<&Drill> {
        self.drills.get(self.scores.len())
    }

    /// Draws the questions, where they have not been drawn.
    pub fn draw(&mut self, corpus: &Corpus, now: Duration) {
        if self.drills.is_empty() {
            let roster = Roster::new(corpus);
            self.drills = rehearsal::draw(corpus, &roster, self.count, self.seed);
            self.asked = now;
        }
    }

    fn score(&mut self, now: Duration, found: bool) -> Score {
        let score = Score { keys: self.keys, time: now.saturating_sub(self.asked), found };
        self.scores.push(score);
        (self.keys, self.asked) = (0, now);
        score
    }
}

impl App {
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
