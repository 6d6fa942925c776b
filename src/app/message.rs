//! What reaches the application and what it asks for in return: plain values.

use super::Key;
use crate::model::{Corpus, Left};
use crate::query::lookup::Answer;
use crate::query::{Index, Narrative, Roster};
use crate::signposts::{Kept, Task};
use crate::work::{Ask, Progress, Report, Study, Told};
use ratatui::layout::Size;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has a new size.
    Resize(Size),
    /// The mouse did something at a cell.
    Mouse(Mouse, u16, u16),
    /// How far reading has come.
    Progress(Progress),
    /// Some of the corpus has been read, and its index made; more is to come.
    SoFar(Arc<Corpus>, Arc<Index>),
    /// The corpus has been read, and its index made; it may be read anew when a file changes.
    Loaded(Arc<Corpus>, Arc<Index>),
    /// The bytes that were asked for, of the document of a path, or why there are none.
    Fetched(Box<str>, Result<Arc<[u8]>, String>),
    /// The answer to the question of a ticket about this corpus, or why there is none.
    Answered(u64, Arc<Corpus>, Result<Arc<Answer>, String>),
    /// What became of a task with the analyst's file: what the file says now, or why nothing was done.
    Kept(Task, Result<Box<Kept>, String>),
    /// What is told of the term of a ticket in this corpus, or why nothing is.
    Studied(u64, Arc<Corpus>, Result<Arc<Narrative>, String>),
    /// Who is named in this corpus.
    Met(Arc<Corpus>, Arc<Roster>),
    /// Reading the corpus broke off, and why.
    LoadFailed(String),
}

impl Message {
    /// What the desk tells.
    pub fn told(told: Told) -> Self {
        match told {
            Told::Answer(ticket, corpus, answer) => Self::Answered(ticket, corpus, answer),
            Told::Narrative(ticket, corpus, told) => Self::Studied(ticket, corpus, told),
            Told::Roster(corpus, roster) => Self::Met(corpus, roster),
        }
    }

    /// What a reader of the corpus reports.
    pub fn of(report: Report) -> Self {
        match report {
            Report::Progress(progress) => Self::Progress(progress),
            Report::SoFar(corpus, index) => Self::SoFar(corpus, index),
            Report::Whole(corpus, index) => Self::Loaded(corpus, index),
        }
    }
}

/// What a mouse can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down.
    Click,
    /// The wheel turned down.
    WheelDown,
    /// The wheel turned up.
    WheelUp,
}

/// What the shell is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the loop.
    Quit,
    /// Repaint every cell.
    Redraw,
    /// Stop the process until the user brings it back.
    Suspend,
    /// Read the bytes of the document of a path again.
    Fetch(Box<str>, Left),
    /// Answer a question about the corpus that is shown; of several the last one counts.
    Ask(Ask),
    /// Read the analyst's file, or make a change in it.
    Keep(Task),
    /// Tell of a term in the corpus that is shown; of several the last one counts.
    Study(Study),
    /// Put a text into the terminal's clipboard.
    Copy(String),
}

/// How the explorer was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// The user, or a signal, broke off.
    Interrupted,
}
