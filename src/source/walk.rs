//! Finds the documents under the paths a user gave, in a stable order. Reads standard input, but no file.
//! Never writes, and never leaves a file out without saying so.

use super::stated::{MANIFEST, Stated};
use super::{Content, Facts, Raw, Refusal};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Endings of plain text, in lower case; a file without an ending is read too.
const PLAIN: [&str; 4] = ["txt", "text", "md", "markdown"];

/// Opens files, folders (walked; hidden files and what `.gitignore` excludes are left out) and `-` (standard
/// input), in the order given; the files of a folder come in order of their names. A file named outright is read
/// whatever its ending. What a folder holds besides plain text is counted in one refusal for the folder.
pub fn open(paths: &[PathBuf]) -> Vec<Raw> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(standard_input());
        } else if path.is_dir() {
            Walk::default().folder(path, &mut found);
        } else {
            let folder = path.parent().unwrap_or(Path::new(""));
            let facts = Stated::default().facts(folder, path, &mut found);
            found.push(file(path, facts));
        }
    }
    found
}

fn standard_input() -> Raw {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    let content = read.map(|_| Content::Bytes(bytes.into()));
    let content = content.map_err(|e| Refusal::Unreadable(e.to_string()));
    Raw { path: "-".into(), content, facts: Facts::default() }
}

#[derive(Default)]
struct Walk {
    stated: Stated,
    /// Files left out, by ending.
    skipped: BTreeMap<String, usize>,
}

impl Walk {
    fn folder(mut self, root: &Path, found: &mut Vec<Raw>) {
        let before = found.len();
        for entry in ignore::WalkBuilder::new(root).sort_by_file_path(Ord::cmp).build() {
            match entry {
                Err(error) => {
                    found.push(Raw::refused(root, Refusal::Unreadable(error.to_string())));
                }
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                    self.file(root, entry.path(), found);
                }
                Ok(_) => {}
            }
        }
        self.stated.unused(found);
        if !self.skipped.is_empty() {
            let list = self.skipped.iter().map(|(ending, n)| format!("{n} {ending}"));
            let list: Vec<String> = list.collect();
            let message = format!("left out, not plain text: {}", list.join(", "));
            found.push(Raw::refused(root, Refusal::Skipped(message)));
        } else if found.len() == before {
            let message = "no file in this folder".to_owned();
            found.push(Raw::refused(root, Refusal::Unreadable(message)));
        }
    }

    fn file(&mut self, root: &Path, path: &Path, found: &mut Vec<Raw>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending {
            Some(ending) if !PLAIN.contains(&ending.as_str()) => {
                if name != MANIFEST {
                    *self.skipped.entry(format!(".{ending}")).or_default() += 1;
                }
            }
            _ => {
                let facts = self.stated.facts(root, path, found);
                found.push(file(path, facts));
            }
        }
    }
}

fn file(path: &Path, facts: Facts) -> Raw {
    let content = Ok(Content::File(path.to_owned()));
    Raw { path: path.display().to_string(), content, facts }
}
