//! Reads a corpus for somebody who watches: a first document as soon as there is one, more as they come, and what changes
//! on disk afterwards. Paths come in; snapshots and progress go out. Never changes a snapshot once it is out.

use super::open::now;
use super::pool::{self, News};
use super::read::{self, How, reserve};
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
    /// Finds the files, at most so many of a folder: called for all of them, and again whenever something has changed.
    pub find: F,
    /// Whether a first document is looked for before all files are found: it is there in no time however many they are.
    pub eager: bool,
    /// Where text that was taken out of files is kept.
    pub cache: Option<Cache>,
    /// Files and folders that are watched once all is read.
    pub watched: Vec<PathBuf>,
}

/// The least time between two snapshots.
const PAUSE: Duration = Duration::from_millis(80);
/// No bound on the files of a folder.
const ALL: usize = usize::MAX;
/// How many files are tried for a first document.
const FIRST: usize = 8;
/// How often progress is told.
const TICK: Duration = Duration::from_millis(60);
/// So many times as long as a snapshot took to make, none is made.
const SHARE: u32 = 5;

/// Reads what was ordered and tells of it until `tell` says that nobody listens any more; where nothing is watched,
/// until all is read.
pub fn follow<F: FnMut(usize) -> Vec<Raw>>(
    mut order: Order<F>,
    tell: impl Fn(Report) -> bool + Sync,
) {
    reserve(KEPT);
    let teller = Teller { tell: &tell, shown: Mutex::default() };
    let first = if order.eager { (order.find)(FIRST) } else { Vec::new() };
    let how = How { cache: order.cache.clone(), leave: true };
    thread::scope(|scope| {
        // A first document is there in no time, however many files there are to be found.
        scope.spawn(|| teller.first(first, &how));
        let mut shelf = Shelf::new((order.find)(ALL));
        if !read_rest(&mut shelf, &how, &teller) || order.watched.is_empty() {
            return;
        }
        // Without a watcher (too many folders for the system, say) the corpus stays as it was opened.
        let Ok(changes) = watch::Changes::of(&order.watched) else { return };
        while changes.wait() {
            if shelf.renew((order.find)(ALL)) && !read_rest(&mut shelf, &how, &teller) {
                return;
            }
        }
    });
}

/// Tells of snapshots, each of which holds what the one before held.
struct Teller<'a> {
    tell: &'a (dyn Fn(Report) -> bool + Sync),
    shown: Mutex<Shown>,
}

/// What has been told of.
#[derive(Default)]
struct Shown {
    /// Whether a snapshot of all files, or of some of them.
    all: bool,
    /// The document that was told of before those.
    first: Option<Arc<str>>,
}

impl Teller<'_> {
    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the first of some files that is a document, and tells of it, unless that comes too late.
    fn first(&self, files: Vec<Raw>, how: &How) {
        let mut few = Shelf::new(files);
        for at in few.unread() {
            let read = few.files.get(at).map(|raw| read::read(&[raw], how, &|_| ()));
            few.put(at, read.and_then(|mut read| read.pop()).unwrap_or_default());
            let corpus = few.corpus(false);
            let Some(document) = corpus.documents.first() else { continue };
            let path = Arc::from(&*document.path);
            let index = Index::new(&corpus);
            let mut shown = self.shown();
            if !shown.all {
                shown.first = Some(path);
                // Whoever does not listen any more is noticed by the first progress.
                let _ = (self.tell)(Report::SoFar(corpus.into(), index.into()));
            }
            return;
        }
    }

    /// Tells of what there is so far, unless the document that is shown already is not among it yet.
    fn so_far(&self, corpus: Corpus, index: Index) {
        let mut shown = self.shown();
        let first =
            shown.first.take_if(|first| corpus.documents.iter().any(|d| *d.path == **first));
        if first.is_some() || shown.first.is_none() {
            shown.all = true;
            // Whoever does not listen any more is noticed by the next progress.
            let _ = (self.tell)(Report::SoFar(corpus.into(), index.into()));
        }
    }
}

/// Reads what has not been read, and tells of it; whether anybody still listens.
fn read_rest(shelf: &mut Shelf, how: &How, teller: &Teller<'_>) -> bool {
    let tell = teller.tell;
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
        pool::read_all(&files, &wanted, how.clone(), &mut |news| {
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
                    teller.so_far(corpus, index);
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
    teller.shown().all = true;
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
