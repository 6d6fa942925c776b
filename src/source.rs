//! Finds documents on disk or in the binary, and hands over their bytes when asked. Never keeps or interprets them.

pub mod facts;
pub mod manifest;
mod pattern;
pub mod raw;
pub mod seeds;
pub mod stated;
mod sum;
pub mod walk;

pub use facts::{Facts, Grade};
pub use raw::{Content, Raw, Refusal, Stamp, again};
pub use sum::Sha256;

use std::path::{Path, PathBuf};

/// Opens the paths given; without any, the embedded corpus.
pub fn open(paths: &[PathBuf]) -> Vec<Raw> {
    open_first(paths, usize::MAX)
}

/// Opens the first files of each of the paths given, at most so many of a folder.
pub fn open_first(paths: &[PathBuf], most: usize) -> Vec<Raw> {
    if paths.is_empty() { seeds::open() } else { walk::open(paths, most) }
}

/// Opens one file, `-` for standard input, or a document of the embedded corpus by its name where no such file exists.
pub fn one(path: &Path) -> Raw {
    let seed = || seeds::open().into_iter().find(|seed| Path::new(&seed.path) == path);
    let embedded = if path.exists() { None } else { seed() };
    let opened = || walk::open(&[path.to_path_buf()], usize::MAX).pop();
    let missing = || Raw::refused(path, Refusal::Unreadable("nothing to read".to_owned()));
    embedded.or_else(opened).unwrap_or_else(missing)
}

/// The files and folders among the paths that can be watched; none where standard input is among them: it can be read
/// but once.
pub fn on_disk(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.iter().any(|path| path.as_os_str() == "-") {
        return Vec::new();
    }
    let folder = |path: &PathBuf| pattern::Pattern::of(path).map(|pattern| pattern.folder);
    paths.iter().map(|path| folder(path).unwrap_or_else(|| path.clone())).collect()
}

/// Why none of the paths can be opened, one line a path; nothing where at least one exists or none was given.
pub fn all_missing(paths: &[PathBuf]) -> Option<String> {
    let missing = |path: &PathBuf| {
        let found =
            path.as_os_str() == "-" || path.exists() || pattern::Pattern::of(path).is_some();
        (!found).then(|| format!("{}: no such file or folder", path.display()))
    };
    let lines: Vec<String> = paths.iter().filter_map(missing).collect();
    (!lines.is_empty() && lines.len() == paths.len()).then(|| lines.join("\n"))
}
