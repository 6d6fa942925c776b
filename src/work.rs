//! Turns raw files into a corpus on all cores: learns the vocabulary, reads, extracts, builds.
//! Never draws; a panic over one document is that document's diagnostic.

use crate::extract::{DateValue, Findings, Loss, Trace, extract};
use crate::model::{Builder, Corpus, Diagnostic, Input};
use crate::source::{Raw, Refusal};
use crate::text::{self, Vocabulary};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Builds a corpus. A file that is no document becomes a diagnostic; the rest still opens. The order of documents is
/// the order given, whatever the number of threads.
pub fn load(raw: Vec<Raw>) -> Corpus {
    let vocabulary = learn_all(&raw);
    let read = read_all(&raw, &vocabulary);
    let mut builder = Builder::new();
    for (raw, read) in raw.into_iter().zip(read) {
        match (raw.bytes, read) {
            (Ok(bytes), Some((text, findings))) => builder.add(Input {
                path: raw.path.into(),
                bytes: bytes.into(),
                text,
                findings,
                facts: raw.facts,
            }),
            (Ok(_), None) => builder.diagnose(Diagnostic {
                path: raw.path.into(),
                message: "reading it failed: a defect of bluf's, please report the file".into(),
                error: true,
            }),
            (Err(refusal), _) => builder.diagnose(Diagnostic {
                path: raw.path.into(),
                message: refusal.to_string().into(),
                error: matches!(refusal, Refusal::Unreadable(_)),
            }),
        }
    }
    builder.finish()
}

/// The words of all documents; none where no line end breaks a word, since nobody will ask for them.
fn learn_all(raw: &[Raw]) -> Vocabulary {
    let mut all = Vocabulary::default();
    let texts: Vec<&[u8]> = raw.iter().filter_map(|r| r.bytes.as_deref().ok()).collect();
    if !texts.iter().any(|bytes| text::breaks_words(bytes)) {
        return all;
    }
    for part in share(&texts, |known: &mut Vocabulary, _, bytes| known.learn(bytes)) {
        all.merge(&part);
    }
    all
}

type Read = (text::Text, Findings);

/// Reads every document.
fn read_all(raw: &[Raw], vocabulary: &Vocabulary) -> Vec<Option<Read>> {
    let mut all: Vec<Option<Read>> = Vec::new();
    all.resize_with(raw.len(), || None);
    let parts = share(raw, |done: &mut Vec<_>, at, raw| done.push((at, read_one(raw, vocabulary))));
    for (at, read) in parts.into_iter().flatten() {
        if let Some(slot) = all.get_mut(at) {
            *slot = read;
        }
    }
    all
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
    /// The reading text.
    pub text: text::Text,
    /// What was found.
    pub findings: Findings,
    /// What was weighed and left, rising by place.
    pub losses: Vec<Loss>,
}

/// Reads one document by itself and keeps what the rules left; nothing where it has no bytes or reading it panicked.
/// A word that a line end breaks is joined as this document's own words have it, not as a corpus's.
pub fn explain(raw: &Raw) -> Option<Explained> {
    let bytes = raw.bytes.as_ref().ok()?;
    let mut vocabulary = Vocabulary::default();
    vocabulary.learn(bytes);
    let read = || {
        let mut trace = Trace::on();
        let text = text::read(bytes, &vocabulary);
        let findings = extract(&text, stated(raw).as_ref(), &mut trace);
        Explained { text, findings, losses: trace.losses() }
    };
    catch_unwind(AssertUnwindSafe(read)).ok()
}

/// The date of publication that was stated outside the text.
fn stated(raw: &Raw) -> Option<DateValue> {
    raw.facts.published.as_deref().and_then(DateValue::parse)
}

/// Reads one document; nothing where it has no bytes or reading it panicked.
fn read_one(raw: &Raw, vocabulary: &Vocabulary) -> Option<Read> {
    let bytes = raw.bytes.as_ref().ok()?;
    let read = || {
        let text = text::read(bytes, vocabulary);
        let findings = extract(&text, stated(raw).as_ref(), &mut Trace::off());
        (text, findings)
    };
    catch_unwind(AssertUnwindSafe(read)).ok()
}
