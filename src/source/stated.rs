//! Finds what the manifests of a folder and of those it lies in state of a file. Keeps each manifest once read, and
//! gives its mistakes as refusals that name file and line. Never reads a document.

use super::facts::Facts;
use super::manifest::Manifest;
use super::{Raw, Refusal};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// The file that says things about a folder's documents.
pub const MANIFEST: &str = "bluf.toml";

/// The largest manifest that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// The manifests met on a walk.
#[derive(Debug, Default)]
pub(super) struct Stated {
    manifests: BTreeMap<PathBuf, Manifest>,
    /// Folders with the names in their manifests that a file was found for.
    used: BTreeSet<(PathBuf, String)>,
}

impl Stated {
    /// What is stated of a file: by the manifest of its own folder, else of the nearest above, `root` being the last.
    pub(super) fn facts(&mut self, root: &Path, file: &Path, found: &mut Vec<Raw>) -> Facts {
        for folder in file.ancestors().skip(1) {
            let Some(name) = name(folder, file) else { continue };
            let manifest = self.manifests.entry(folder.to_path_buf());
            let manifest = manifest.or_insert_with_key(|folder| read(folder, found));
            if let Some(facts) = manifest.documents.get(&name) {
                self.used.insert((folder.to_path_buf(), name));
                return facts.clone();
            }
            if folder == root {
                break;
            }
        }
        Facts::default()
    }

    /// Names each document of a manifest that there is no file for.
    pub(super) fn unused(&self, found: &mut Vec<Raw>) {
        for (folder, manifest) in &self.manifests {
            for (name, line) in &manifest.lines {
                let used = self.used.contains(&(folder.clone(), name.clone()));
                if !used && !folder.join(name).exists() {
                    let said = format!("line {line}: there is no file {name:?} beside it");
                    found.push(refused(folder, said));
                }
            }
        }
    }
}

/// A file's path from a folder above it, with `/` between.
fn name(folder: &Path, file: &Path) -> Option<String> {
    let parts = file.strip_prefix(folder).ok()?.components();
    let part = |part: Component<'_>| part.as_os_str().to_str().map(str::to_owned);
    parts.map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

/// A folder's manifest; without one, or where it is no text, it states nothing.
fn read(folder: &Path, found: &mut Vec<Raw>) -> Manifest {
    let path = folder.join(MANIFEST);
    let Some(kept) = path.metadata().ok().filter(std::fs::Metadata::is_file) else {
        return Manifest::default();
    };
    if kept.len() > LARGEST {
        found.push(refused(folder, format!("too large: more than {LARGEST} bytes")));
        return Manifest::default();
    }
    #[expect(clippy::disallowed_methods, reason = "source/ is the room that opens files")]
    let text = std::fs::read_to_string(&path);
    match text {
        Ok(text) => {
            let manifest = Manifest::parse(&text);
            found.extend(manifest.mistakes.iter().map(|said| refused(folder, said.clone())));
            manifest
        }
        Err(error) => {
            found.push(refused(folder, error.to_string()));
            Manifest::default()
        }
    }
}

fn refused(folder: &Path, said: String) -> Raw {
    Raw::refused(&folder.join(MANIFEST), Refusal::Unreadable(said))
}
