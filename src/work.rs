//! Turns raw files into a corpus on all cores: reads, extracts, builds.
//! Never draws; a panic over one document is that document's diagnostic.

use crate::extract::{DateValue, Findings, Loss, Trace, extract};
use crate::model::{Builder, Corpus, Diagnostic, Input};
use crate::source::{Raw, Refusal};
use crate::text::{self, Text};
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Builds a corpus. A file that is no document becomes a diagnostic; the rest still opens. The order of documents is
/// the order given, whatever the number of threads.
pub fn load(raw: Vec<Raw>) -> Corpus {
    reserve(KEPT);
    let read = read_all(&raw);
    let mut builder = Builder::new();
    for (raw, read) in raw.into_iter().zip(read) {
        let path = raw.path.into();
        match read {
            Ok(Read { bytes, text, findings }) => {
                builder.add(Input { path, bytes, text, findings, facts: raw.facts });
            }
            Err(refusal) => builder.diagnose(Diagnostic {
                path,
                message: refusal.to_string().into(),
                error: matches!(refusal, Refusal::Unreadable(_)),
            }),
        }
    }
    builder.finish()
}

/// How much freed memory the allocator may keep for the next document, in bytes.
const KEPT: usize = 16 << 20;
/// How much it is asked to have at hand for a document, in bytes.
const AHEAD: usize = 1 << 20;

/// Has the allocator find room, and take it back at once; no page of it is touched. glibc keeps what is freed up to twice
/// the largest block it ever took back, and gives a thread's memory room by as little as each block needs, each time by
/// a call that stops all cores: some three calls a document without this.
fn reserve(bytes: usize) {
    drop(black_box(Vec::<u8>::with_capacity(bytes)));
}

/// A document as it was read.
struct Read {
    bytes: Arc<[u8]>,
    text: Text,
    findings: Findings,
}

/// Reads every document.
fn read_all(raw: &[Raw]) -> Vec<Result<Read, Refusal>> {
    let mut all: Vec<Result<Read, Refusal>> = Vec::new();
    all.resize_with(raw.len(), || Err(failed()));
    let parts =
        share(raw, |done: &mut Vec<_>, at, raw| done.push((at, read_one(raw, &mut Trace::off()))));
    for (at, read) in parts.into_iter().flatten() {
        if let Some(slot) = all.get_mut(at) {
            *slot = read;
        }
    }
    all
}

/// What is said of a document whose reading panicked.
fn failed() -> Refusal {
    let message = "reading it failed: a defect of bluf's, please report the file";
    Refusal::Unreadable(message.to_owned())
}

/// Works on items with as many threads as there are cores, each of which takes the next one not yet taken; gives what
/// each thread has gathered.
fn share<T: Sync, S: Default + Send>(
    items: &[T],
    work: impl Fn(&mut S, usize, &T) + Sync,
) -> Vec<S> {
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, usize::from).min(items.len().max(1));
    let run = || {
        let mut gathered = S::default();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return gathered };
            work(&mut gathered, at, item);
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        workers.into_iter().map(|w| w.join().unwrap_or_default()).collect()
    })
}

/// A document with all that was found in it, and the readings that lost.
#[derive(Debug)]
pub struct Explained {
    /// The file's bytes.
    pub bytes: Arc<[u8]>,
    /// The reading text.
    pub text: Text,
    /// What was found.
    pub findings: Findings,
    /// What was weighed and left, rising by place.
    pub losses: Vec<Loss>,
}

/// Reads one document and keeps what the rules left.
///
/// # Errors
/// Why it has no bytes, or that reading it panicked.
pub fn explain(raw: &Raw) -> Result<Explained, Refusal> {
    let mut trace = Trace::on();
    let Read { bytes, text, findings } = read_one(raw, &mut trace)?;
    Ok(Explained { bytes, text, findings, losses: trace.losses() })
}

/// The date of publication that was stated outside the text.
fn stated(raw: &Raw) -> Option<DateValue> {
    raw.facts.published.as_deref().and_then(DateValue::parse)
}

/// Reads one document; the refusal where it has no bytes or reading it panicked.
fn read_one(raw: &Raw, trace: &mut Trace) -> Result<Read, Refusal> {
    reserve(AHEAD);
    let bytes = raw.read()?;
    let read = || {
        let text = text::read(&bytes);
        let findings = extract(&text, stated(raw).as_ref(), trace);
        (text, findings)
    };
    let read = catch_unwind(AssertUnwindSafe(read)).map_err(|_| failed());
    read.map(|(text, findings)| Read { bytes, text, findings })
}
