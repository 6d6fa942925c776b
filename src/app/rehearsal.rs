//! A rehearsal: questions drawn from the corpus, and how many keys and how much time each took until its answer was on
//! screen. Plain data with what can be read off it.

use crate::model::Corpus;
use crate::query::{Drill, Roster, rehearsal};
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

    /// Draws the questions.
    pub fn draw(&mut self, corpus: &Corpus, roster: &Roster, now: Duration) {
        self.drills = rehearsal::draw(corpus, roster, self.count, self.seed);
        self.asked = now;
    }

    /// Closes the question that is asked now, and goes on to the next.
    pub fn score(&mut self, now: Duration, found: bool) -> Score {
        let score = Score { keys: self.keys, time: now.saturating_sub(self.asked), found };
        self.scores.push(score);
        (self.keys, self.asked) = (0, now);
        score
    }
}
