//! Turns files into a corpus on all cores: reads, extracts, builds; at once for a command, bit by bit for whoever watches.
//! Never draws; a panic over one document is that document's refusal.

mod bundle;
mod desk;
mod guard;
mod live;
mod open;
mod pool;
mod read;
mod shelf;
mod watch;

pub use desk::{Ask, Asked, Desk, Study, Told};
pub use live::{Order, Report, follow};
pub use read::{Explained, explain};
pub use shelf::Progress;

use crate::cache::Cache;
use crate::model::{Builder, Corpus};
use crate::source::Raw;
use pool::News;
use read::How;
use shelf::Shelf;
use std::sync::Arc;

/// How much freed memory the allocator may keep for the next document, in bytes.
const KEPT: usize = 16 << 20;

/// Builds a corpus. A file that is no document says why; the rest still opens. The order of documents is the order
/// given, whatever the number of threads.
pub fn load(files: Vec<Raw>, cache: Option<Cache>) -> Corpus {
    read_all(files, cache).finish()
}

/// The same, but events that may be one happening are not held together: for whoever asks for rows only.
pub fn load_rows(files: Vec<Raw>, cache: Option<Cache>) -> Corpus {
    read_all(files, cache).so_far()
}

/// Reads files; what they came to is added while others are still read.
fn read_all(files: Vec<Raw>, cache: Option<Cache>) -> Builder {
    read::reserve(KEPT);
    let mut shelf = Shelf::new(files);
    let (files, wanted) = (Arc::clone(&shelf.files), shelf.unread());
    let how = How { cache, leave: false };
    let (mut builder, mut next) = (Builder::new(), 0);
    pool::read_all(&files, &wanted, how, &mut |news| {
        if let News::Read(at, entries) = news {
            shelf.put(at, entries);
            next = shelf.add_read(next, &mut builder);
        }
        true
    });
    builder
}
