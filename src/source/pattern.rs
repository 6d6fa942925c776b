//! A path with `*`, `?`, `[…]` or `{…}` in it: which folder to walk, and which files fit. Opens nothing.

use globset::{GlobBuilder, GlobMatcher};
use std::path::{Path, PathBuf};

/// A pattern among the paths.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// As it was given.
    pub(super) path: PathBuf,
    /// The folder that all it can fit lies in.
    pub(super) folder: PathBuf,
    matcher: GlobMatcher,
}

impl Pattern {
    /// The pattern of a path; `None` where the path is there, or holds no sign of a pattern. `*` stops at a folder, `**`
    /// does not.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let text = path.to_str()?;
        if path.exists() || !text.contains(['*', '?', '[', '{']) {
            return None;
        }
        let glob = GlobBuilder::new(text).literal_separator(true).build().ok()?;
        let plain = |part: &std::path::Component<'_>| {
            !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{'])
        };
        let folder: PathBuf = path.components().take_while(plain).collect();
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
        Some(Self { path: path.to_owned(), folder, matcher: glob.compile_matcher() })
    }

    /// Whether a file's path fits.
    pub(super) fn fits(&self, file: &Path) -> bool {
        self.matcher.is_match(file)
            || file.strip_prefix("./").is_ok_and(|f| self.matcher.is_match(f))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_knows_its_folder_and_what_fits() {
        let pattern = Pattern::of(Path::new("reports/20*/*.pdf")).expect("a pattern");
        assert_eq!(pattern.folder, Path::new("reports"));
        assert!(pattern.fits(Path::new("reports/2016/a.pdf")));
        assert!(!pattern.fits(Path::new("reports/2016/x/a.pdf")));
        let here = Pattern::of(Path::new("*.nothing")).expect("a pattern");
        assert!(here.fits(Path::new("./a.nothing")));
        assert!(Pattern::of(Path::new("Cargo.toml")).is_none());
        assert!(Pattern::of(Path::new("no/such/file")).is_none());
    }
}
