//! Finds the documents under the paths a user gave, in a stable order, and reads them.

use super::Raw;
use super::manifest::Manifest;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The file that says things about a folder's documents.
pub const MANIFEST: &str = "bluf.toml";

/// Opens files, folders (walked, `.gitignore` obeyed) and `-` (standard input), in the order given; files of a
/// folder come in order of their names.
pub fn open(paths: &[PathBuf]) -> Vec<Raw> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(standard_input());
        } else if path.is_dir() {
            folder(path, &mut found);
        } else {
            found.push(file(path, None));
        }
    }
    found
}

fn standard_input() -> Raw {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().read_to_end(&mut bytes);
    Raw { path: "-".into(), bytes: read.map(|_| bytes).map_err(|e| e.to_string()), published: None }
}

fn folder(root: &Path, found: &mut Vec<Raw>) {
    let mut manifests: BTreeMap<PathBuf, Manifest> = BTreeMap::new();
    let walk = ignore::WalkBuilder::new(root).sort_by_file_path(Ord::cmp).build();
    for entry in walk {
        match entry {
            Err(error) => found.push(Raw {
                path: root.display().to_string(),
                bytes: Err(error.to_string()),
                published: None,
            }),
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                let path = entry.path();
                if path.extension().is_none_or(|e| !e.eq_ignore_ascii_case("txt")) {
                    continue;
                }
                let parent = path.parent().unwrap_or(root).to_path_buf();
                let manifest =
                    manifests.entry(parent.clone()).or_insert_with(|| manifest(&parent, found));
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let published = manifest.published(&name);
                found.push(file(path, published));
            }
            Ok(_) => {}
        }
    }
}

fn manifest(folder: &Path, found: &mut Vec<Raw>) -> Manifest {
    let path = folder.join(MANIFEST);
    if !path.is_file() {
        return Manifest::default();
    }
    #[expect(clippy::disallowed_methods, reason = "source/ opens documents")]
    let text = std::fs::read_to_string(&path).map_err(|e| e.to_string());
    text.and_then(|t| toml::from_str(&t).map_err(|e| e.to_string())).unwrap_or_else(|error| {
        let path = path.display().to_string();
        found.push(Raw { path, bytes: Err(error), published: None });
        Manifest::default()
    })
}

fn file(path: &Path, published: Option<chrono::NaiveDate>) -> Raw {
    #[expect(clippy::disallowed_methods, reason = "source/ opens documents")]
    let bytes = std::fs::read(path).map_err(|e| e.to_string());
    Raw { path: path.display().to_string(), bytes, published }
}
