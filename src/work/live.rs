//! Reads a corpus for somebody who watches: a first document as soon as there is one, more as they come, and what changes
//! on disk afterwards. Paths come in; snapshots and progress go out. Never changes a snapshot once it is out.

use super::pool::{self, News};
use super::read::{now, reserve};
use super::shelf::{Progress, Shelf};
use super::{KEPT, watch};
use crate::cache::Cache;
use crate::model::Corpus;
use crate::query::Index;
use crate::source::Raw;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// What the watcher is told.
#[derive(Debug, Clone)]
pub enum Report {
    /// How far reading has come.
    Progress(Progress),
    /// What there is so far, and its index.
    SoFar(Arc<Corpus>, Arc<Index>),
    /// All there is; nothing more comes unless a file changes.
    Whole(Arc<Corpus>, Arc<Index>),
}

/// What to read, and how.
pub struct Order<F> {
    /// Finds the files: called once, and again whenever something has changed.
    pub find: F,
    /// Where text that was taken out of files is kept.
    pub cache: Option<Cache>,
    /// Files and folders that are watched once all is read.
    pub watched: Vec<PathBuf>,
}

/// The least time between two snapshots.
const PAUSE: Duration = Duration::from_millis(80);
/// How often progress is told.
const TICK: Duration = Duration::from_millis(60);
/// So many times as long as a snapshot took to make, none is made.
const SHARE: u32 = 5;

/// Reads what was ordered and tells of it until `tell` says that nobody listens any more; where nothing is watched,
/// until all is read.
pub fn follow<F: FnMut() -> Vec<Raw>>(mut order: Order<F>, tell: impl Fn(Report) -> bool + Sync) {
    reserve(KEPT);
    let mut shelf = Shelf::new((order.find)());
    if !read(&mut shelf, order.cache.as_ref(), &tell) || order.watched.is_empty() {
        return;
    }
    // Without a watcher (too many folders for the system, say) the corpus stays as it was opened.
    let Ok(changes) = watch::Changes::of(&order.watched) else { return };
    while changes.wait() {
        if shelf.renew((order.find)()) && !read(&mut shelf, order.cache.as_ref(), &tell) {
            return;
        }
    }
}

/// Reads what has not been read, and tells of it; whether anybody still listens.
fn read(shelf: &mut Shelf, cache: Option<&Cache>, tell: &(dyn Fn(Report) -> bool + Sync)) -> bool {
    let wanted = shelf.unread();
    let mut progress = Progress::of(wanted.len());
    if !wanted.is_empty() && !tell(Report::Progress(progress.clone())) {
        return false;
    }
    let files = Arc::clone(&shelf.files);
    let pace = Pace::default();
    let mut told = now();
    let listening = thread::scope(|scope| {
        let mut listening = true;
        pool::read_all(&files, wanted, cache.cloned(), &mut |news| {
            match news {
                News::Read(at, entries) => {
                    progress.count(files.get(at), &entries);
                    shelf.put(at, entries);
                }
                News::Waiting(slow) => {
                    let slow = slow.and_then(|at| files.get(at));
                    progress.slow = slow.map(|raw| raw.path.as_str().into());
                }
            }
            if told.elapsed() > TICK {
                told = now();
                listening &= tell(Report::Progress(progress.clone()));
            }
            if progress.read < progress.found && pace.begin(progress.read) {
                let corpus = shelf.corpus(false);
                let pace = &pace;
                scope.spawn(move || {
                    let index = Index::new(&corpus);
                    // Whoever does not listen any more is noticed by the next progress.
                    let _ = tell(Report::SoFar(corpus.into(), index.into()));
                    pace.end();
                });
            }
            listening
        });
        listening
    });
    if !listening {
        return false;
    }
    let corpus = shelf.corpus(true);
    let index = Index::new(&corpus);
    tell(Report::Whole(corpus.into(), index.into()))
}

/// When the next snapshot is due: at once for the first document, then ever more rarely as they cost more; one at a time.
#[derive(Default)]
struct Pace(Mutex<Step>);

#[derive(Default)]
struct Step {
    /// Files read when the last one was begun.
    read: usize,
    /// When the one that is being made was begun.
    begun: Option<Instant>,
    /// When the next one may be begun; at once where there has been none.
    due: Option<Instant>,
}

impl Pace {
    fn step(&self) -> MutexGuard<'_, Step> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a snapshot of so many files is due; it is then begun.
    fn begin(&self, read: usize) -> bool {
        let mut step = self.step();
        let due =
            step.begun.is_none() && read > step.read && step.due.is_none_or(|due| now() >= due);
        if due {
            (step.read, step.begun) = (read, Some(now()));
        }
        due
    }

    /// The snapshot that was begun is out.
    fn end(&self) {
        let mut step = self.step();
        let cost = step.begun.take().map_or(Duration::ZERO, |begun| begun.elapsed());
        step.due = Some(now() + PAUSE.max(cost * SHARE));
    }
}
