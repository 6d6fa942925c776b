//! The file itself: read whole, written whole or not at all. Every change is made in the file as it is at that moment.

use super::change::{self, Change};
use super::read;
use super::record::Register;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// How often a change is made anew because somebody else wrote the file meanwhile.
const TRIES: usize = 5;

/// The analyst's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

/// What is asked of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Read it.
    Read,
    /// Make a change.
    Change(Change),
    /// Take a change back.
    Undo(Undo),
}

/// What takes a change back: the text before it, as long as the file still says what it said after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    before: String,
    after: String,
}

/// What the file says after a task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Everything that could be read.
    pub register: Register,
    /// Where the file is, in words.
    pub path: String,
    /// What takes the change back, where one was made.
    pub undo: Option<Undo>,
    /// The entry that was touched.
    pub touched: Option<String>,
}

impl Store {
    /// The user's own: `signposts.toml` in `$XDG_STATE_HOME/bluf`, or `~/.local/state/bluf`; where a system knows no such
    /// folder, in that of the user's data. `None` where there is no home.
    pub fn own() -> Option<Self> {
        use etcetera::BaseStrategy;
        let strategy = etcetera::choose_base_strategy().ok()?;
        let state = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
        Some(Self::at(state.join("bluf").join("signposts.toml")))
    }

    /// A file, which is made when something is put there.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Does what is asked.
    ///
    /// # Errors
    /// Why it could not be done, with the name of the file; the file is then what it was.
    pub fn perform(&self, task: &Task) -> Result<Kept, String> {
        let done = match task {
            Task::Read => self.text().map(|text| (text.unwrap_or_default(), None, None)),
            Task::Change(change) => {
                self.change(change).map(|(undo, id)| (undo.after.clone(), Some(undo), Some(id)))
            }
            Task::Undo(undo) => self.undo(undo).map(|()| (undo.before.clone(), None, None)),
        };
        let path = self.path.display().to_string();
        let (text, undo, touched) = done.map_err(|why| format!("{path}: {why}"))?;
        Ok(Kept { register: read::parse(&text), path, undo, touched })
    }

    /// Makes a change in what the file says now.
    fn change(&self, change: &Change) -> Result<(Undo, String), String> {
        for _ in 0..TRIES {
            let found = self.text()?;
            let before = found.clone().unwrap_or_else(|| change::HEADER.to_owned());
            let made = change::apply(&before, change);
            let (after, id) = made.map_err(|why| format!("{why}; nothing was written"))?;
            if self.write(found.as_deref(), &after).map_err(|why| told(&why))? {
                return Ok((Undo { before, after }, id));
            }
        }
        Err("somebody else keeps writing it; nothing was written".to_owned())
    }

    fn undo(&self, undo: &Undo) -> Result<(), String> {
        let now = self.text()?;
        let same = now.as_deref() == Some(&undo.after);
        if same && self.write(now.as_deref(), &undo.before).map_err(|why| told(&why))? {
            return Ok(());
        }
        Err("it has been edited since; the change was not taken back".to_owned())
    }

    /// What the file says; nothing where there is none.
    fn text(&self) -> Result<Option<String>, String> {
        match fs::metadata(&self.path) {
            Ok(about) if !about.is_file() => return Err("it is no file".to_owned()),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            _ => {}
        }
        #[expect(clippy::disallowed_methods, reason = "the analyst's file is no document")]
        let bytes = fs::read(&self.path).map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map(Some).map_err(|_| "it is no UTF-8 text".to_owned())
    }

    /// Puts a text in the file's place, unless the file has ceased to say what was read; whether it was put there.
    fn write(&self, read: Option<&str>, text: &str) -> io::Result<bool> {
        // A link is followed: what it leads to is replaced, not the link.
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        if let Some(permissions) = permissions(&path) {
            file.as_file().set_permissions(permissions)?;
        }
        file.as_file().sync_all()?;
        let _lock = lock(folder);
        if self.text().map_err(io::Error::other)?.as_deref() != read {
            return Ok(false);
        }
        file.persist(&path).map_err(|error| error.error)?;
        sync(folder);
        Ok(true)
    }
}

fn told(error: &io::Error) -> String {
    format!("{error}; nothing was written")
}

/// The bits of a file that is there.
fn permissions(path: &Path) -> Option<Permissions> {
    fs::metadata(path).ok().map(|about| about.permissions())
}

/// Keeps other processes of bluf out of the folder while a file is replaced; where a system cannot, nobody is kept out.
fn lock(folder: &Path) -> Option<File> {
    let handle = File::open(folder).ok()?;
    handle.lock().ok()?;
    Some(handle)
}

/// Lets the folder's new entry outlast a power cut, where the system has it so.
fn sync(folder: &Path) {
    if let Ok(handle) = File::open(folder) {
        let _ = handle.sync_all();
    }
}
