//! Asking for the analyst's file and taking in what became of that.

use crate::app::overlay::Overlay;
use crate::app::{App, Effect};
use crate::signposts::{Change, Kept, Task};

impl App {
    /// Asks for a change of the analyst's file.
    pub(in crate::app) fn keep_change(change: Change) -> Vec<Effect> {
        vec![Effect::Keep(Task::Change(change))]
    }

    /// Asks for the last change to be taken back.
    pub(in crate::app) fn take_back(&self) -> Vec<Effect> {
        let undo = self.watch.undo.last().cloned();
        undo.map(|undo| Effect::Keep(Task::Undo(undo))).into_iter().collect()
    }

    /// Takes what became of a task.
    pub(in crate::app) fn kept(&mut self, task: &Task, done: Result<Box<Kept>, String>) {
        let kept = match done {
            Ok(kept) => *kept,
            Err(why) => {
                if *task == Task::Read {
                    self.watch.failed = Some(why.clone());
                }
                if matches!(task, Task::Undo(_)) {
                    // What cannot be taken back now will not be later: the file says something else.
                    self.watch.undo.clear();
                }
                self.notice = Some(why);
                return;
            }
        };
        self.watch.failed = None;
        if matches!(task, Task::Undo(_)) {
            self.watch.undo.pop();
        }
        self.watch.undo.extend(kept.undo.clone());
        let touched = kept.touched.clone();
        self.watch.kept = kept;
        self.arrange_board(touched.as_deref());
    }

    /// Puts the board's rows in order again, after the file or the corpus has changed; `touched` is then selected.
    pub(in crate::app) fn arrange_board(&mut self, touched: Option<&str>) {
        let register = &self.watch.kept.register;
        for overlay in self.overlay.iter_mut().chain(&mut self.beneath) {
            if let Overlay::Board(board) = overlay {
                board.arrange((&self.corpus, &self.index), &self.lens, register);
                if let Some(id) = touched {
                    board.select(register, id);
                }
            }
        }
    }
}
