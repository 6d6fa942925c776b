//! Tells when something under the paths given has changed. Never says what: whoever asks looks again. Never writes.

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long there must be quiet after a change before it is told of: a file is often written in many steps.
const QUIET: Duration = Duration::from_millis(200);
/// After so many changes in a row without such a quiet it is told of anyway.
const MANY: usize = 1000;

/// Changes to come.
pub(super) struct Changes {
    inbox: Receiver<()>,
    /// Stops watching when dropped.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Watches files and folders with all that is in them.
    pub(super) fn of(paths: &[PathBuf]) -> notify::Result<Self> {
        let (outbox, inbox) = channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                // Reading a file is no change of it, or our own reading would never end.
                let changed =
                    event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
                if changed {
                    // Nobody may be listening any more.
                    let _ = outbox.send(());
                }
            })?;
        for path in paths {
            // A file that is replaced is another file: its folder tells of it.
            let folder = if path.is_dir() { path.as_path() } else { folder(path) };
            let mode =
                if path.is_dir() { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            watcher.watch(folder, mode)?;
        }
        Ok(Self { inbox, _watcher: watcher })
    }

    /// Waits for a change and for the quiet after it; false when there is none to come.
    pub(super) fn wait(&self) -> bool {
        if self.inbox.recv().is_err() {
            return false;
        }
        for _ in 0..MANY {
            match self.inbox.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }
}

fn folder(path: &std::path::Path) -> &std::path::Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => std::path::Path::new("."),
    }
}
