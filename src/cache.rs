//! Keeps text that was taken out of files, so that it need not be taken out again: a key of a file's bytes and its text
//! come in, the text goes out. Lies in the user's cache folder (XDG), never in the corpus. An entry is written whole or
//! not at all, and one that does not say what was written is as good as none: two processes, a crash in the middle and a
//! full disk cost time, never words.

use crate::format::Converted;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What an entry begins with; changes whenever what a format room gives for the same bytes does.
const MARK: &[u8; 8] = b"bluf\0\0\0\x02";
/// Bytes of a SHA-256.
const SUM: usize = 32;

/// A folder of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
}

/// What a cache holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Entries.
    pub entries: usize,
    /// Bytes of all entries.
    pub bytes: u64,
}

/// Names an entry: the SHA-256 of a file's bytes and of what else decides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; SUM]);

impl Key {
    /// The key of a file; of its name only the ending counts.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let ending = name.rsplit('/').next().and_then(|file| file.rsplit_once('.'));
        let ending = ending.map_or("", |(_, ending)| ending).to_lowercase();
        let mut hash = Sha256::new();
        hash.update(MARK);
        hash.update(env!("CARGO_PKG_VERSION"));
        hash.update((ending.len() as u64).to_le_bytes());
        hash.update(ending);
        hash.update(bytes);
        Self(hash.finalize().into())
    }
}

impl Cache {
    /// The user's own: `$XDG_CACHE_HOME/bluf`, or `~/.cache/bluf`; `None` where there is no home.
    pub fn own() -> Option<Self> {
        use etcetera::BaseStrategy;
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(Self::at(strategy.cache_dir().join("bluf")))
    }

    /// A cache in a folder, which is made when something is put there.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The text kept under a key; `None` where there is none, or where it is not what was put there.
    pub fn get(&self, key: &Key) -> Option<Converted> {
        #[expect(clippy::disallowed_methods, reason = "an entry is no document")]
        let entry = fs::read(self.path(key)).ok()?;
        let (sum, payload) = entry.strip_prefix(MARK)?.split_at_checked(SUM)?;
        if Sha256::digest(payload).as_slice() != sum {
            return None;
        }
        postcard::from_bytes(payload).ok()
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// When the folder cannot be made or written to; nothing is left behind then.
    pub fn put(&self, key: &Key, converted: &Converted) -> io::Result<()> {
        let payload = postcard::to_stdvec(converted).map_err(io::Error::other)?;
        let path = self.path(key);
        let folder = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(MARK)?;
        file.write_all(&Sha256::digest(&payload))?;
        file.write_all(&payload)?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    /// What it holds.
    pub fn usage(&self) -> Usage {
        let mut usage = Usage::default();
        for file in self.files() {
            usage.entries += 1;
            usage.bytes += file.metadata().map(|m| m.len()).unwrap_or_default();
        }
        usage
    }

    /// Removes everything it holds, and says how much that was.
    ///
    /// # Errors
    /// When something cannot be removed; what could be is gone.
    pub fn clear(&self) -> io::Result<Usage> {
        let usage = self.usage();
        let mut failed = None;
        for file in self.files() {
            if let Err(error) = fs::remove_file(&file) {
                failed = Some(error);
            }
        }
        failed.map_or(Ok(usage), Err)
    }

    fn path(&self, key: &Key) -> PathBuf {
        let mut name = String::with_capacity(2 * SUM);
        for byte in key.0 {
            let _ = write!(name, "{byte:02x}");
        }
        let (head, rest) = name.split_at(2);
        self.folder.join(head).join(rest)
    }

    /// Its entries, and what a crash may have left half written.
    fn files(&self) -> Vec<PathBuf> {
        let inside = |folder: &Path| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries.map(|entry| entry.path()).collect::<Vec<_>>()
        };
        let shelves = inside(&self.folder).into_iter().filter(|path| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.len() == 2)
        });
        shelves.flat_map(|shelf| inside(&shelf)).filter(|path| path.is_file()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, Script};

    fn converted(text: &str) -> Converted {
        Converted::new(Format::Pdf, Script::Lines(text.into()))
    }

    #[test]
    fn what_was_put_comes_back_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path().join("new"));
        let (one, two) = (Key::of("a.pdf", b"one"), Key::of("a.pdf", b"two"));
        assert_eq!(cache.get(&one), None);
        cache.put(&one, &converted("words")).expect("written");
        assert_eq!(cache.get(&one), Some(converted("words")));
        assert_eq!(cache.get(&two), None);
        assert_ne!(one, Key::of("a.txt", b"one"));
        assert_eq!(one, Key::of("b/c.PDF", b"one"));
        assert_eq!(cache.usage().entries, 1);
        assert_eq!(cache.clear().expect("cleared").entries, 1);
        assert_eq!(cache.get(&one), None);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test tears an entry")]
    fn an_entry_that_was_torn_or_changed_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path());
        let key = Key::of("a.pdf", b"one");
        cache.put(&key, &converted("words that are kept")).expect("written");
        let path = cache.path(&key);
        let whole = fs::read(&path).expect("there");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x20;
            fs::write(&path, &changed).expect("written");
            assert_eq!(cache.get(&key), None, "byte {at} changed");
            fs::write(&path, &whole[..at]).expect("written");
            assert_eq!(cache.get(&key), None, "cut at byte {at}");
        }
        fs::write(&path, &whole).expect("written");
        assert!(cache.get(&key).is_some());
    }

    #[test]
    fn many_writers_of_one_entry_leave_it_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache::at(folder.path());
        let key = Key::of("a.pdf", b"one");
        let long = converted(&"words ".repeat(20_000));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        cache.put(&key, &long).expect("written");
                        assert_eq!(cache.get(&key).as_ref(), Some(&long));
                    }
                });
            }
        });
        assert_eq!(cache.usage().entries, 1);
    }
}
