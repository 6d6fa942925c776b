//! Answers questions on a thread of its own: of several that wait the newest one counts. Questions come in, answers go to
//! whoever was named at the start. Never changes a corpus.

use crate::model::Corpus;
use crate::query::lookup::{Answer, Changes};
use crate::query::{Index, Lookup};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

/// A question about a corpus.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What its answer is known by.
    pub ticket: u64,
    /// As typed.
    pub question: String,
    /// How parts of it are to be taken.
    pub changes: Changes,
    /// The most rows that are wanted.
    pub limit: usize,
    /// The corpus that is asked.
    pub corpus: Arc<Corpus>,
    /// Its index.
    pub index: Arc<Index>,
}

/// The answer to the question of a ticket about a corpus, or why there is none.
pub type Answered = (u64, Arc<Corpus>, Result<Arc<Answer>, String>);

/// Where questions are put. The thread behind it ends when this is dropped.
#[derive(Debug)]
pub struct Desk {
    inbox: Sender<Asked>,
}

impl Desk {
    /// Opens the desk; `tell` is called on its thread with each answer, until it says that nobody listens.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn open(tell: impl FnMut(Answered) -> bool + Send + 'static) -> std::io::Result<Self> {
        let (inbox, questions) = mpsc::channel();
        let serve = move || serve(&questions, tell);
        std::thread::Builder::new().name("lookup".into()).spawn(serve)?;
        Ok(Self { inbox })
    }

    /// Puts a question; one that still waits is dropped.
    pub fn ask(&self, asked: Asked) {
        // Without the thread, which ends with the program only, there is nobody to answer.
        let _ = self.inbox.send(asked);
    }
}

fn serve(questions: &Receiver<Asked>, mut tell: impl FnMut(Answered) -> bool) {
    let mut lookup: Option<Lookup> = None;
    while let Ok(first) = questions.recv() {
        let asked = questions.try_iter().last().unwrap_or(first);
        let answer = catch_unwind(AssertUnwindSafe(|| answer(&mut lookup, &asked)));
        let answer = answer.map(Arc::new).map_err(|_| {
            lookup = None;
            format!("looking up {:?} failed", asked.question)
        });
        if !tell((asked.ticket, asked.corpus, answer)) {
            return;
        }
    }
}

/// Answers with what is kept of the corpus; it is read anew where another is asked.
fn answer(lookup: &mut Option<Lookup>, asked: &Asked) -> Answer {
    let known = lookup.take().filter(|known| Arc::ptr_eq(known.corpus(), &asked.corpus));
    let new = || Lookup::new(Arc::clone(&asked.corpus), Arc::clone(&asked.index));
    lookup.insert(known.unwrap_or_else(new)).ask(&asked.question, &asked.changes, asked.limit)
}
