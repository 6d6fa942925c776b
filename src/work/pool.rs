//! Reads many files on all cores. Files come in; what each came to goes out as soon as it is there, in no order. A file
//! whose reading does not end is given up, and another thread takes the place of the one that reads it for ever.

use super::read::{Entries, How, given_up, now, read};
use crate::source::Raw;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long reading a file may take in all, and how much more for its size: the slowest text known is read at 0.7 MB a
/// second.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of a file for which a second more is given.
const A_SECOND: u64 = 400_000;
/// How often the clock is looked at, and whoever waits for news is told that there is none.
const TICK: Duration = Duration::from_millis(40);
/// Stack of a reading thread, in bytes: parsers of other people's files may go deep. Only what is used is ever touched.
const STACK: usize = 256 << 20;

/// What comes out of the pool.
pub(super) enum News {
    /// A file has been read.
    Read(usize, Entries),
    /// Nothing has come for a while; the file that has been read longest.
    Waiting(Option<usize>),
}

/// Files to read.
struct Batch {
    files: Arc<[Raw]>,
    /// Indexes of those to read, in the order they are begun.
    wanted: Vec<usize>,
    next: AtomicUsize,
    how: How,
    /// For each thread, which file it reads, and since when; nothing for one that was given up.
    busy: Mutex<Vec<Option<(usize, Instant)>>>,
}

/// Reads the wanted ones of the files and tells of each; returns when all are done, or when `tell` has had enough.
pub(super) fn read_all(
    files: &Arc<[Raw]>,
    wanted: Vec<usize>,
    how: How,
    tell: &mut dyn FnMut(News) -> bool,
) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(wanted.len());
    let mut left = wanted.len();
    let (files, next, busy) = (Arc::clone(files), AtomicUsize::new(0), Mutex::default());
    let batch = Arc::new(Batch { files, wanted, next, how, busy });
    let (outbox, inbox) = channel();
    for _ in 0..threads {
        hire(&batch, &outbox);
    }
    let mut done = vec![false; batch.files.len()];
    let mut looked = now();
    while left > 0 {
        // Nothing comes for a while; the other end is never gone, for this thread holds one too.
        let read = inbox.recv_timeout(TICK).ok();
        let waiting = read.is_none();
        let mut news: Vec<(usize, Entries)> = read.into_iter().collect();
        if waiting || looked.elapsed() > TICK {
            looked = now();
            for at in batch.overdue() {
                hire(&batch, &outbox);
                let raw = batch.files.get(at);
                news.push((
                    at,
                    raw.map(|raw| vec![given_up(raw, patience(raw).as_secs())]).unwrap_or_default(),
                ));
            }
        }
        // What comes of a file after it was given up is too late.
        news.retain(|(at, _)| done.get_mut(*at).is_some_and(|done| !std::mem::replace(done, true)));
        left -= news.len();
        let told = news.into_iter().all(|(at, entries)| tell(News::Read(at, entries)));
        if !told || waiting && !tell(News::Waiting(batch.longest())) {
            return;
        }
    }
}

/// How long a file's reading may take.
fn patience(raw: &Raw) -> Duration {
    PATIENCE + Duration::from_secs(raw.stamp.size / A_SECOND)
}

/// Starts a thread that takes one file after another. Without a thread to be had, this one reads what is left.
fn hire(batch: &Arc<Batch>, outbox: &Sender<(usize, Entries)>) {
    let (shared, results) = (Arc::clone(batch), outbox.clone());
    let builder = thread::Builder::new().name("read".into()).stack_size(STACK);
    if builder.spawn(move || work(&shared, &results)).is_err() {
        work(batch, outbox);
    }
}

fn work(batch: &Batch, outbox: &Sender<(usize, Entries)>) {
    let me = {
        let mut busy = batch.busy();
        busy.push(None);
        busy.len() - 1
    };
    loop {
        let taken = batch.next.fetch_add(1, Ordering::Relaxed);
        let Some(&at) = batch.wanted.get(taken) else { return };
        let Some(raw) = batch.files.get(at) else { return };
        batch.set(me, Some((at, now())));
        let entries = read(raw, &batch.how);
        let given_up = batch.set(me, None).is_none();
        if given_up || outbox.send((at, entries)).is_err() {
            return;
        }
    }
}

impl Batch {
    fn busy(&self) -> MutexGuard<'_, Vec<Option<(usize, Instant)>>> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what a thread reads; what was noted before.
    fn set(&self, thread: usize, what: Option<(usize, Instant)>) -> Option<(usize, Instant)> {
        let mut busy = self.busy();
        let slot = busy.get_mut(thread)?;
        std::mem::replace(slot, what)
    }

    /// Files that have been read for too long; their threads are given up.
    fn overdue(&self) -> Vec<usize> {
        let late = |(at, since): &(usize, Instant)| {
            self.files.get(*at).is_none_or(|raw| since.elapsed() > patience(raw))
        };
        let mut busy = self.busy();
        let late = busy.iter_mut().filter_map(|slot| slot.take_if(|read| late(read)));
        late.map(|(at, _)| at).collect()
    }

    /// The file that has been read longest.
    fn longest(&self) -> Option<usize> {
        let busy = self.busy();
        busy.iter().flatten().min_by_key(|(_, since)| *since).map(|&(at, _)| at)
    }
}
