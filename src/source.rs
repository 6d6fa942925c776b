//! Finds documents on disk or in the binary and hands over their bytes. Never keeps or interprets them.

pub mod manifest;
pub mod raw;
pub mod seeds;
pub mod walk;

pub use raw::{Raw, Refusal};

use std::path::PathBuf;

/// Opens the paths given; without any, the embedded corpus.
pub fn open(paths: &[PathBuf]) -> Vec<Raw> {
    if paths.is_empty() { seeds::open() } else { walk::open(paths) }
}
