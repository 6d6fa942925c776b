//! Answers questions on a thread of its own: of several that wait the newest one counts. Questions come in, answers go to
//! whoever was named at the start. Never changes a corpus.

use super::guard::guarded;
use crate::model::Corpus;
use crate::query::lookup::{Answer, Changes};
use crate::query::{Index, Lens, Lookup, Narrative, Roster};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What its answer is known by.
    pub ticket: u64,
    /// As typed.
    pub question: String,
    /// How parts of it are to be taken.
    pub changes: Changes,
    /// The most rows that are wanted.
    pub limit: usize,
}

/// A term that is to be told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// What its answer is known by.
    pub ticket: u64,
    /// As typed.
    pub term: String,
    /// The lens whose countries, dates and tags hold.
    pub lens: Lens,
}

/// A question about a corpus.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The question.
    pub ask: Ask,
    /// The corpus that is asked.
    pub corpus: Arc<Corpus>,
    /// Its index.
    pub index: Arc<Index>,
    /// Whether it is all there: in one that is still being read nobody looks for names.
    pub whole: bool,
}

/// What the desk tells.
#[derive(Debug, Clone)]
pub enum Told {
    /// The answer to the question of a ticket about a corpus, or why there is none. A ticket may be answered again, once
    /// it is known who is named in the corpus.
    Answer(u64, Arc<Corpus>, Result<Arc<Answer>, String>),
    /// What is told of the term of a ticket in a corpus, or why nothing is.
    Narrative(u64, Arc<Corpus>, Result<Arc<Narrative>, String>),
    /// Who is named in a corpus.
    Roster(Arc<Corpus>, Arc<Roster>),
}

/// What comes to the desk.
enum Mail {
    Asked(Asked),
    Study(Study, Arc<Corpus>, Arc<Index>),
    Met(Arc<Corpus>, Arc<Roster>),
}

/// Where questions are put. The thread behind it ends when this is dropped.
#[derive(Debug)]
pub struct Desk {
    inbox: Sender<Mail>,
}

impl Desk {
    /// Opens the desk; `tell` is called on its thread with each answer, until it says that nobody listens.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn open(tell: impl FnMut(Told) -> bool + Send + 'static) -> std::io::Result<Self> {
        let (inbox, mail) = mpsc::channel();
        let own = inbox.clone();
        let serve = move || serve(&mail, &own, tell);
        std::thread::Builder::new().name("lookup".into()).spawn(serve)?;
        Ok(Self { inbox })
    }

    /// Puts a question; one that still waits is dropped.
    pub fn ask(&self, asked: Asked) {
        // Without the thread, which ends with the program only, there is nobody to answer.
        let _ = self.inbox.send(Mail::Asked(asked));
    }

    /// Asks for what a corpus tells of a term; a term that still waits is dropped.
    pub fn study(&self, study: Study, corpus: Arc<Corpus>, index: Arc<Index>) {
        // As with [`Desk::ask`].
        let _ = self.inbox.send(Mail::Study(study, corpus, index));
    }
}

fn serve(mail: &Receiver<Mail>, own: &Sender<Mail>, mut tell: impl FnMut(Told) -> bool) {
    let mut lookup: Option<Lookup> = None;
    let mut last: Option<Asked> = None;
    while let Ok(first) = mail.recv() {
        let (mut asked, mut study) = (None, None);
        for mail in std::iter::once(first).chain(mail.try_iter()) {
            match mail {
                Mail::Asked(newer) => asked = Some(newer),
                Mail::Study(newer, corpus, index) => study = Some((newer, corpus, index)),
                Mail::Met(corpus, roster) => {
                    let known =
                        lookup.as_mut().filter(|known| Arc::ptr_eq(known.corpus(), &corpus));
                    if let Some(known) = known {
                        known.meet(Arc::clone(&roster));
                        // What was asked before is answered again, with names.
                        asked = asked.or_else(|| last.clone());
                    }
                    if !tell(Told::Roster(corpus, roster)) {
                        return;
                    }
                }
            }
        }
        if let Some((study, corpus, index)) = study
            && !tell(told_of(&study, corpus, &index))
        {
            return;
        }
        let Some(asked) = asked else { continue };
        let answer = guarded(|| answer(&mut lookup, &asked, own));
        let answer = answer.map(Arc::new).ok_or_else(|| {
            lookup = None;
            format!("looking up {:?} failed", asked.ask.question)
        });
        let told = Told::Answer(asked.ask.ticket, Arc::clone(&asked.corpus), answer);
        last = Some(asked);
        if !tell(told) {
            return;
        }
    }
}

/// What a corpus tells of a term.
fn told_of(study: &Study, corpus: Arc<Corpus>, index: &Index) -> Told {
    let narrative = || Arc::new(index.narrative(&corpus, &study.lens, &study.term));
    let told = guarded(narrative).ok_or_else(|| format!("telling of {:?} failed", study.term));
    Told::Narrative(study.ticket, corpus, told)
}

/// Answers with what is kept of the corpus; it is read anew where another is asked, and who is named in it is looked for
/// on a thread of its own meanwhile.
fn answer(lookup: &mut Option<Lookup>, asked: &Asked, own: &Sender<Mail>) -> Answer {
    let known = lookup.take().filter(|known| Arc::ptr_eq(known.corpus(), &asked.corpus));
    let new = || {
        let (corpus, own) = (Arc::clone(&asked.corpus), own.clone());
        let meet = move || {
            let roster = Arc::new(Roster::new(&corpus));
            // The desk may have been closed by now.
            let _ = own.send(Mail::Met(corpus, roster));
        };
        if asked.whole {
            // Without a thread there are no names; the answer is the same otherwise.
            let _ = std::thread::Builder::new().name("names".into()).spawn(meet);
        }
        Lookup::new(Arc::clone(&asked.corpus), Arc::clone(&asked.index))
    };
    let Ask { question, changes, limit, .. } = &asked.ask;
    lookup.insert(known.unwrap_or_else(new)).ask(question, changes, *limit)
}
