//! Reads many files on all cores, a bundle at a time. Files come in; what each came to goes out as soon as it is there, in no
//! order. A file whose reading does not end is given up, and another thread takes the place of the one that reads it for
//! ever.

use super::bundle::{self, TOGETHER};
use super::open::{given_up, now};
use super::read::{Entries, How, read};
use crate::source::Raw;
use std::collections::VecDeque;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long reading a file may take in all, and how much more for its size: the slowest text known is read at 0.7 MB a
/// second.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of a file for which a second more is given.
const A_SECOND: u64 = 400_000;
/// How much is read together at first, in bytes.
const FIRST: u64 = 1 << 15;
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

/// Files that are read together, by index.
type Bundle = Vec<usize>;

/// Files to read.
struct Batch {
    files: Arc<[Raw]>,
    /// Those that nobody reads yet, in the order they are begun.
    bundles: Mutex<VecDeque<Bundle>>,
    how: How,
    /// What each thread reads; nothing for one that was given up.
    busy: Mutex<Vec<Option<Busy>>>,
}

/// What a thread reads.
struct Busy {
    bundle: Bundle,
    /// The file that is being opened; nothing once all are, and are looked through together.
    opening: Option<usize>,
    since: Instant,
}

/// Reads the wanted ones of the files and tells of each; returns when all are done, or when `tell` has had enough.
pub(super) fn read_all(
    files: &Arc<[Raw]>,
    wanted: &[usize],
    how: How,
    tell: &mut dyn FnMut(News) -> bool,
) {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(wanted.len());
    let mut left = wanted.len();
    let bundles = Mutex::new(bundles(files, wanted, threads));
    let batch = Arc::new(Batch { files: Arc::clone(files), bundles, how, busy: Mutex::default() });
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
            for busy in batch.overdue() {
                news.extend(batch.give_up(&busy));
                hire(&batch, &outbox);
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

/// Cuts files into bundles: small ones at first, for somebody may wait for the first document, and small ones at last,
/// that no thread be left with much when the others are done.
fn bundles(files: &[Raw], wanted: &[usize], threads: usize) -> VecDeque<Bundle> {
    let size = |at: &usize| files.get(*at).map_or(0, |raw| raw.stamp.size);
    let mut left: u64 = wanted.iter().map(size).sum();
    let mut most = FIRST;
    let mut bundles = VecDeque::new();
    let mut rest = wanted.iter().copied().peekable();
    while rest.peek().is_some() {
        let room = most.min(left / (2 * threads as u64));
        let (bundle, bytes) = bundle::next(&mut rest, room, size);
        bundles.push_back(bundle);
        (left, most) = (left - bytes, TOGETHER.min(2 * most));
    }
    bundles
}

/// How long reading so many bytes may take.
fn patience(bytes: u64) -> Duration {
    PATIENCE + Duration::from_secs(bytes / A_SECOND)
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
    while let Some(bundle) = batch.next() {
        let raws: Vec<&Raw> = bundle.iter().filter_map(|at| batch.files.get(*at)).collect();
        batch.set(me, Some(Busy { bundle: bundle.clone(), opening: None, since: now() }));
        let opening =
            |at: Option<usize>| batch.opening(me, at.and_then(|at| bundle.get(at).copied()));
        let read = read(&raws, &batch.how, &opening);
        let given_up = batch.set(me, None).is_none();
        let told =
            || bundle.iter().zip(read).all(|(at, entries)| outbox.send((*at, entries)).is_ok());
        if given_up || !told() {
            return;
        }
    }
}

impl Batch {
    fn busy(&self) -> MutexGuard<'_, Vec<Option<Busy>>> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn bundles(&self) -> MutexGuard<'_, VecDeque<Bundle>> {
        self.bundles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The files to read next.
    fn next(&self) -> Option<Bundle> {
        self.bundles().pop_front()
    }

    /// Notes what a thread reads; what was noted before.
    fn set(&self, thread: usize, what: Option<Busy>) -> Option<Busy> {
        let mut busy = self.busy();
        let slot = busy.get_mut(thread)?;
        std::mem::replace(slot, what)
    }

    /// Notes which file of its bundle a thread opens now.
    fn opening(&self, thread: usize, file: Option<usize>) {
        if let Some(Some(busy)) = self.busy().get_mut(thread) {
            (busy.opening, busy.since) = (file, now());
        }
    }

    /// What has been read for too long; the threads that read it are given up.
    fn overdue(&self) -> Vec<Busy> {
        let size = |at: &usize| self.files.get(*at).map_or(0, |raw| raw.stamp.size);
        let bytes = |busy: &Busy| match &busy.opening {
            Some(at) => size(at),
            None => busy.bundle.iter().map(size).sum(),
        };
        let late = |busy: &mut Busy| busy.since.elapsed() > patience(bytes(busy));
        self.busy().iter_mut().filter_map(|slot| slot.take_if(late)).collect()
    }

    /// Gives up what is to blame for a reading that does not end, where that is known: a file that is being opened, or
    /// stands alone. The other files of its bundle are read again, each alone.
    fn give_up(&self, busy: &Busy) -> Option<(usize, Entries)> {
        let alone = || busy.bundle.first().copied().filter(|_| busy.bundle.len() == 1);
        let blamed = busy.opening.or_else(alone);
        let others = busy.bundle.iter().filter(|at| Some(**at) != blamed);
        self.bundles().extend(others.map(|at| vec![*at]));
        let raw = self.files.get(blamed?)?;
        Some((blamed?, vec![given_up(raw, patience(raw.stamp.size).as_secs())]))
    }

    /// The file that has been read longest, or the first of a bundle that has.
    fn longest(&self) -> Option<usize> {
        let busy = self.busy();
        let longest = busy.iter().flatten().min_by_key(|busy| busy.since)?;
        longest.opening.or_else(|| longest.bundle.first().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Files of so many bytes.
    fn files(sizes: &[usize]) -> Arc<[Raw]> {
        sizes.iter().map(|size| Raw::bytes("x", vec![0; *size].into())).collect()
    }

    #[test]
    fn every_file_is_in_one_bundle_and_the_first_and_the_last_are_small() {
        let sizes: Vec<usize> = (0..3000).map(|n| 200 + n % 7 * 1000).collect();
        let wanted: Vec<usize> = (0..sizes.len()).filter(|at| at % 5 != 0).collect();
        let bundles = bundles(&files(&sizes), &wanted, 2);
        assert_eq!(bundles.iter().flatten().copied().collect::<Vec<_>>(), wanted);
        let bytes = |bundle: &Bundle| bundle.iter().map(|at| sizes[*at] as u64).sum::<u64>();
        let bytes: Vec<u64> = bundles.iter().map(bytes).collect();
        assert!(bytes[0] <= FIRST && bytes[bytes.len() - 1] <= FIRST, "{bytes:?}");
        let most = bytes.iter().copied().max().unwrap_or(0);
        assert!(most > TOGETHER * 9 / 10 && most <= TOGETHER, "{bytes:?}");
    }

    #[test]
    fn a_large_file_stands_alone_and_few_files_go_to_all_threads() {
        let sizes = [100, 2_000_000, 100, 100, 300_000];
        let bundled = bundles(&files(&sizes), &[0, 1, 2, 3, 4], 2);
        assert_eq!(bundled, [vec![0], vec![1], vec![2, 3], vec![4]]);
        let few = bundles(&files(&[10_000; 4]), &[0, 1, 2, 3], 2);
        assert_eq!(few, [[0], [1], [2], [3]]);
    }

    #[test]
    fn only_the_file_to_blame_is_given_up_and_the_others_are_read_again_alone() {
        let batch = Batch {
            files: files(&[100; 4]),
            bundles: Mutex::default(),
            how: How::default(),
            busy: Mutex::default(),
        };
        let busy =
            |bundle: &[usize], opening| Busy { bundle: bundle.to_vec(), opening, since: now() };
        let blamed = |busy| batch.give_up(&busy).map(|(at, _)| at);
        assert_eq!(blamed(busy(&[0, 1, 2], Some(1))), Some(1), "it was being opened");
        assert_eq!(*batch.bundles(), [[0], [2]]);
        assert_eq!(blamed(busy(&[2, 3], None)), None, "one of the two");
        assert_eq!(*batch.bundles(), [[0], [2], [2], [3]]);
        assert_eq!(blamed(busy(&[3], None)), Some(3), "there is no other");
    }
}
