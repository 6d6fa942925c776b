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
use std::sync::Arc;
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
/// At most one part in so many of the time goes into making snapshots.
const SHARE: u32 = 5;

/// Reads what was ordered and tells of it until `tell` says that nobody listens any more; where nothing is watched,
/// until all is read.
pub fn follow<F: FnMut() -> Vec<Raw>>(mut order: Order<F>, mut tell: impl FnMut(Report) -> bool) {
    reserve(KEPT);
    let mut shelf = Shelf::new((order.find)());
    if !read(&mut shelf, order.cache.as_ref(), &mut tell) || order.watched.is_empty() {
        return;
    }
    // Without a watcher (too many folders for the system, say) the corpus stays as it was opened.
    let Ok(changes) = watch::Changes::of(&order.watched) else { return };
    while changes.wait() {
        if shelf.renew((order.find)()) && !read(&mut shelf, order.cache.as_ref(), &mut tell) {
            return;
        }
    }
}

/// Reads what has not been read, and tells of it; whether anybody still listens.
fn read(shelf: &mut Shelf, cache: Option<&Cache>, tell: &mut dyn FnMut(Report) -> bool) -> bool {
    let wanted = shelf.unread();
    let mut progress = Progress::of(wanted.len());
    if !wanted.is_empty() && !tell(Report::Progress(progress.clone())) {
        return false;
    }
    let files = Arc::clone(&shelf.files);
    let mut pace = Pace::new();
    let mut listening = true;
    pool::read_all(&files, wanted, cache.cloned(), &mut |news| {
        let is_new = matches!(news, News::Read(..));
        match news {
            News::Read(at, entries) => {
                progress.count(files.get(at), &entries);
                shelf.put(at, entries);
            }
            News::Waiting(slow) => {
                progress.slow =
                    slow.and_then(|at| files.get(at)).map(|raw| raw.path.as_str().into());
            }
        }
        pace.new |= is_new;
        if progress.read < progress.found && pace.is_due() {
            listening &= tell(Report::Progress(progress.clone()));
            if std::mem::take(&mut pace.new) {
                let corpus = shelf.corpus(false);
                let index = Index::new(&corpus);
                listening &= tell(Report::SoFar(corpus.into(), index.into()));
            }
            pace.step();
        }
        listening
    });
    if !listening {
        return false;
    }
    let corpus = shelf.corpus(true);
    let index = Index::new(&corpus);
    tell(Report::Whole(corpus.into(), index.into()))
}

/// When the next snapshot is due: at once for the first document, then ever more rarely as they cost more.
struct Pace {
    /// Whether something has come since the last one.
    new: bool,
    first: bool,
    due: Instant,
    begun: Instant,
}

impl Pace {
    fn new() -> Self {
        Self { new: false, first: true, due: now(), begun: now() }
    }

    fn is_due(&mut self) -> bool {
        self.begun = now();
        if self.first { self.new } else { self.begun >= self.due }
    }

    fn step(&mut self) {
        self.first = false;
        let cost = self.begun.elapsed();
        self.due = now() + PAUSE.max(cost * SHARE);
    }
}
