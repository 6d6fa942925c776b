//! What each file came to, in the order the files were found; makes a corpus of it at any time. Never reads a file.

use super::open::Entry;
use super::read::Entries;
use crate::model::{Builder, Corpus, File, FileState};
use crate::source::Raw;
use std::collections::HashMap;
use std::sync::Arc;

/// Files and what they came to.
#[derive(Debug)]
pub(super) struct Shelf {
    /// The files, as they were found.
    pub(super) files: Arc<[Raw]>,
    /// What each came to; nothing while it has not been read.
    entries: Vec<Option<Entries>>,
}

/// How far reading has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files read.
    pub read: usize,
    /// Files found.
    pub found: usize,
    /// Bytes of the files read.
    pub bytes: u64,
    /// Files read that could not be read.
    pub failed: usize,
    /// The file that takes longest just now, where nothing else has come for a while.
    pub slow: Option<Box<str>>,
}

impl Shelf {
    /// Files of which none has been read.
    pub(super) fn new(files: Vec<Raw>) -> Self {
        let entries = files.iter().map(|_| None).collect();
        Self { files: files.into(), entries }
    }

    /// Takes in what a file came to.
    pub(super) fn put(&mut self, file: usize, entries: Entries) {
        if let Some(slot) = self.entries.get_mut(file) {
            *slot = Some(entries);
        }
    }

    /// Indexes of the files that have not been read.
    pub(super) fn unread(&self) -> Vec<usize> {
        let unread = self.entries.iter().enumerate().filter(|(_, entries)| entries.is_none());
        unread.map(|(at, _)| at).collect()
    }

    /// Takes in what was found anew: a file of the same path, size, age and facts keeps what it came to. Whether
    /// anything is different.
    pub(super) fn renew(&mut self, files: Vec<Raw>) -> bool {
        let before: HashMap<&str, usize> =
            self.files.iter().enumerate().map(|(at, raw)| (raw.path.as_str(), at)).collect();
        let mut entries = Vec::with_capacity(files.len());
        let mut same = files.len() == self.files.len();
        for (at, raw) in files.iter().enumerate() {
            let old = before.get(raw.path.as_str()).copied();
            let kept = old.filter(|&old| self.files.get(old).is_some_and(|old| is_same(old, raw)));
            same &= kept == Some(at);
            entries.push(kept.and_then(|old| self.entries.get_mut(old)?.take()));
        }
        (self.files, self.entries) = (files.into(), entries);
        !same
    }

    /// The corpus of what has been read; `whole` where nothing more is to come.
    pub(super) fn corpus(&self, whole: bool) -> Corpus {
        let mut builder = Builder::new();
        for (raw, entries) in self.files.iter().zip(&self.entries) {
            if let Some(entries) = entries {
                add(&mut builder, entries);
            } else {
                let (path, size) = (raw.path.as_str().into(), raw.stamp.size);
                builder.note(File { path, size, state: FileState::Waiting });
            }
        }
        if whole { builder.finish() } else { builder.so_far() }
    }

    /// Adds what the files came to, from the one at `from` up to the first that has not been read; gives its index.
    pub(super) fn add_read(&self, from: usize, builder: &mut Builder) -> usize {
        let read = self.entries.iter().skip(from).map_while(Option::as_ref);
        from + read.map(|entries| add(builder, entries)).count()
    }
}

fn add(builder: &mut Builder, entries: &Entries) {
    for entry in entries {
        match entry {
            Entry::Document(document) => builder.add(Arc::clone(document)),
            Entry::File(file) => builder.note(file.clone()),
        }
    }
}

/// Whether a file found again is the one that was read. Bytes at hand do not change.
fn is_same(old: &Raw, new: &Raw) -> bool {
    old.stamp == new.stamp && old.facts == new.facts && old.content.is_ok() == new.content.is_ok()
}

impl Progress {
    /// Nothing read yet of so many files.
    pub(super) fn of(found: usize) -> Self {
        Self { found, ..Self::default() }
    }

    /// Counts a file that has been read.
    pub(super) fn count(&mut self, raw: Option<&Raw>, entries: &Entries) {
        self.read += 1;
        self.bytes += raw.map_or(0, |raw| raw.stamp.size);
        self.slow = None;
        let failed = |entry: &&Entry| matches!(entry, Entry::File(file) if file.is_error());
        self.failed += entries.iter().filter(failed).count();
    }
}
