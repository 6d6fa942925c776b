//! Finds the files under the paths a user gave, in a stable order. Reads standard input, but no file.
//! Never writes, and never leaves a file out without saying so.

use super::pattern::Pattern;
use super::raw::{Stamp, special};
use super::stated::{MANIFEST, Stated};
use super::{Raw, Refusal};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Opens files, folders (walked; hidden files and what `.gitignore` excludes are left out, links are followed but not
/// in a circle), patterns (`reports/*.pdf`) and `-` (standard input), in the order given; the files of a folder come in
/// order of their names. Of each folder at most so many files are looked for.
pub fn open(paths: &[PathBuf], most: usize) -> Vec<Raw> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(standard_input());
        } else if path.is_dir() {
            folder(path, None, most, &mut found);
        } else if let Some(pattern) = Pattern::of(path) {
            folder(&pattern.folder, Some(&pattern), most, &mut found);
        } else {
            let folder = path.parent().unwrap_or(Path::new(""));
            let facts = Stated::default().facts(folder, path, &mut found);
            let stamp = path.metadata().map(|m| Stamp::of(&m)).unwrap_or_default();
            found.push(Raw { named: true, ..Raw::file(path, facts, stamp) });
        }
    }
    found
}

fn standard_input() -> Raw {
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Raw::bytes("-", bytes.into()),
        Err(error) => Raw::refused(Path::new("-"), Refusal::Unreadable(error.to_string())),
    }
}

/// Walks a folder; with a pattern, for what it fits only.
fn folder(root: &Path, pattern: Option<&Pattern>, most: usize, found: &mut Vec<Raw>) {
    let before = found.len();
    let mut stated = Stated::default();
    let walk =
        ignore::WalkBuilder::new(root).follow_links(true).sort_by_file_path(Ord::cmp).build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.push(refused(root, &error));
                continue;
            }
        };
        let path = entry.path();
        let kind = entry.file_type();
        let named = pattern.is_none_or(|pattern| pattern.fits(path));
        if !named || path.file_name().is_some_and(|name| name == MANIFEST) {
            continue;
        }
        if let Some(special) = kind.and_then(special) {
            found.push(Raw::refused(path, Refusal::Skipped(format!("no file: {special}"))));
        }
        if !kind.is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let facts = stated.facts(root, path, found);
        let stamp = entry.metadata().map(|m| Stamp::of(&m)).unwrap_or_default();
        found.push(Raw::file(path, facts, stamp));
        if found.len() - before >= most {
            return;
        }
    }
    if pattern.is_none() {
        stated.unused(found);
    }
    if found.len() == before {
        let message = match pattern {
            Some(_) => "no file fits the pattern",
            None => "no file in this folder",
        };
        let path = pattern.map_or(root, |pattern| &pattern.path);
        found.push(Raw::refused(path, Refusal::Unreadable(message.to_owned())));
    }
}

/// What the walk could not go into; a circle of links is no fault, everything in it is found once.
fn refused(root: &Path, error: &ignore::Error) -> Raw {
    let kind = if is_loop(error) { Refusal::Skipped } else { Refusal::Unreadable };
    // What the system says names the path once more.
    let said = error.io_error().map_or_else(|| error.to_string(), |error| error.kind().to_string());
    Raw::refused(place(error).unwrap_or(root), kind(said))
}

/// Where the walk met an error, if that is known.
fn place(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => place(err),
        _ => None,
    }
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => is_loop(err),
        _ => false,
    }
}
