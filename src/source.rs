//! Finds documents on disk or in the binary and hands over their bytes. Never keeps or interprets them.

pub mod manifest;
pub mod raw;
pub mod seeds;
pub mod walk;

pub use raw::{Raw, Refusal};

use std::path::{Path, PathBuf};

/// Opens the paths given; without any, the embedded corpus.
pub fn open(paths: &[PathBuf]) -> Vec<Raw> {
    if paths.is_empty() { seeds::open() } else { walk::open(paths) }
}

/// Why none of the paths can be opened, one line a path; nothing where at least one exists or none was given.
pub fn all_missing(paths: &[PathBuf]) -> Option<String> {
    let missing = |path: &PathBuf| {
        let found = path.as_os_str() == "-" || Path::new(path).exists();
        (!found).then(|| format!("{}: no such file or folder", path.display()))
    };
    let lines: Vec<String> = paths.iter().filter_map(missing).collect();
    (!lines.is_empty() && lines.len() == paths.len()).then(|| lines.join("\n"))
}
