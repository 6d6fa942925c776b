//! A file from its bytes to the text that was taken out of it, and so each member of an archive. A file comes in; texts go
//! out that nothing has been looked for in, or why there is none. Never draws, and never lets a panic out.

use super::guard::guarded;
use crate::cache::{Cache, Key};
use crate::format::{self, Converted, Failure, Format, Limits, Member, Script};
use crate::model::{Document, File, FileState, Left};
use crate::source::{Content, Facts, Raw, Refusal};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What became of a file, or of one inside it.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    /// A document.
    Document(Arc<Document>),
    /// None, or an archive.
    File(File),
}

/// What a file holds.
pub(super) enum Part<'a> {
    /// A text.
    Text(Box<Opened<'a>>),
    /// None, or an archive.
    Entry(Entry),
}

impl<'a> Part<'a> {
    /// The text, where it is one.
    pub(super) fn text(&self) -> Option<&Opened<'a>> {
        match self {
            Self::Text(opened) => Some(opened),
            Self::Entry(_) => None,
        }
    }
}

/// A text that was taken out of a file, or out of a member of one.
pub(super) struct Opened<'a> {
    /// The file as the user would name it, and the member.
    pub(super) path: String,
    /// What is stated of it elsewhere.
    pub(super) facts: Facts,
    /// The file its bytes can be read from again.
    pub(super) file: Option<&'a Path>,
    /// The file's bytes.
    pub(super) bytes: Arc<[u8]>,
    /// The text.
    pub(super) converted: Converted,
}

/// How long the text of a file may take to be taken out.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many archives deep a document may lie.
const DEPTH: usize = 3;
/// Files larger than this are looked at before they are read whole, in bytes.
const LARGE: u64 = 1 << 18;

/// Opens a file and what is inside it.
pub(super) fn open<'a>(raw: &'a Raw, cache: Option<&Cache>) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    match bytes(raw) {
        Ok(bytes) => Whole::of(raw).open(bytes, cache, &mut parts),
        Err(refusal) => parts.push(Part::Entry(refused(&raw.path, raw.stamp.size, &refusal))),
    }
    parts
}

/// Opens a file that is to be one document.
///
/// # Errors
/// Why there is no text.
pub(super) fn open_one(raw: &Raw) -> Result<Opened<'_>, Refusal> {
    let bytes = bytes(raw)?;
    let whole = Whole::of(raw);
    let converted = whole.convert(&bytes, None)?;
    if converted.script == Script::None {
        let names: Vec<&str> = converted.members.iter().map(|m| m.name.as_str()).collect();
        let message = format!("an archive; unpack it and name one of: {}", names.join(", "));
        return Err(Refusal::Unreadable(message));
    }
    Ok(whole.opened(bytes, converted))
}

/// A file's bytes; one that is plainly no document is not read to its end.
fn bytes(raw: &Raw) -> Result<Arc<[u8]>, Refusal> {
    if raw.stamp.size > LARGE {
        let glance = format::glance(&raw.path, &raw.head()?);
        glance.map_err(|failure| refusal(&failure, raw.named))?;
    }
    raw.read()
}

/// A file, or a member of one.
#[derive(Clone, Copy)]
struct Whole<'a, 'f> {
    path: &'a str,
    facts: &'a Facts,
    depth: usize,
    /// Whether it was meant to be a document.
    meant: bool,
    /// The file its bytes can be read from again.
    file: Option<&'f Path>,
}

impl<'f> Whole<'f, 'f> {
    fn of(raw: &'f Raw) -> Self {
        let file = match &raw.content {
            Ok(Content::File(path)) => Some(path.as_path()),
            Ok(Content::Bytes(_)) | Err(_) => None,
        };
        Self { path: &raw.path, facts: &raw.facts, depth: 0, meant: raw.named, file }
    }
}

impl<'f> Whole<'_, 'f> {
    fn open(self, bytes: Arc<[u8]>, cache: Option<&Cache>, parts: &mut Vec<Part<'f>>) {
        let size = bytes.len() as u64;
        let mut converted = match self.convert(&bytes, cache) {
            Ok(converted) => converted,
            Err(refusal) => {
                parts.push(Part::Entry(refused(self.path, size, &refusal)));
                return;
            }
        };
        let members = std::mem::take(&mut converted.members);
        parts.push(if converted.script == Script::None {
            let state = FileState::Unpacked(members.len());
            Part::Entry(Entry::File(File { path: self.path.into(), size, state }))
        } else {
            Part::Text(self.opened(bytes, converted).into())
        });
        for member in members {
            self.member(member, cache, parts);
        }
    }

    fn opened(self, bytes: Arc<[u8]>, converted: Converted) -> Opened<'f> {
        let (path, facts) = (self.path.to_owned(), self.facts.clone());
        Opened { path, facts, file: self.file, bytes, converted }
    }

    /// Opens a file inside this one.
    fn member(self, member: Member, cache: Option<&Cache>, parts: &mut Vec<Part<'f>>) {
        let path = format!("{}/{}", self.path, member.name);
        let refuse = |why: String| Part::Entry(refused(&path, 0, &Refusal::Unreadable(why)));
        match member.bytes {
            Err(why) => parts.push(refuse(why)),
            Ok(_) if self.depth + 1 >= DEPTH => {
                parts.push(refuse(format!("more than {DEPTH} archives deep")));
            }
            Ok(bytes) => {
                let facts = Facts::default();
                let (depth, meant) = (self.depth + 1, false);
                let inside = Whole { path: &path, facts: &facts, depth, meant, file: None };
                inside.open(bytes.into(), cache, parts);
            }
        }
    }

    /// Takes the text out, or has it from the cache.
    fn convert(self, bytes: &[u8], cache: Option<&Cache>) -> Result<Converted, Refusal> {
        let kept = cache.filter(|_| Format::of(self.path, bytes).is_costly());
        let kept = kept.map(|cache| (cache, Key::of(self.path, bytes)));
        if let Some(converted) = kept.and_then(|(cache, key)| cache.get(&key)) {
            return Ok(converted);
        }
        let until = now() + PATIENCE;
        let expired = move || now() >= until;
        let limits = Limits { expired: &expired, seconds: PATIENCE.as_secs(), ..Limits::default() };
        let convert = || format::convert(self.path, bytes, &limits);
        let converted = guarded(convert).ok_or_else(failed)?;
        let converted = converted.map_err(|failure| refusal(&failure, self.meant))?;
        if let Some((cache, key)) = kept {
            // What cannot be kept is taken out anew the next time.
            let _ = cache.put(&key, &converted);
        }
        Ok(converted)
    }
}

/// Leaves the bytes of a text in its file, where there is one.
pub(super) fn leave(file: Option<&Path>, document: &mut Document) {
    let file = file.filter(|_| !document.origin.taken);
    if let (Some(file), Some(bytes)) = (file, document.bytes.held()) {
        let (path, size) = (file.into(), bytes.len() as u64);
        let sha256 = document.origin.sha256;
        document.leave(Left { path, size, sha256 });
    }
}

/// What a file that could not be read, or was left out, comes to.
pub(super) fn refused(path: &str, size: u64, refusal: &Refusal) -> Entry {
    let (message, error) = (refusal.to_string().into(), matches!(refusal, Refusal::Unreadable(_)));
    Entry::File(File { path: path.into(), size, state: FileState::Refused { message, error } })
}

/// A file that was never meant to be a document is left out by rule; anything else went wrong.
fn refusal(failure: &Failure, meant: bool) -> Refusal {
    let said = failure.to_string();
    if failure.is_foreign() && !meant { Refusal::Skipped(said) } else { Refusal::Unreadable(said) }
}

/// What is said of a document whose reading panicked.
pub(super) fn failed() -> Refusal {
    let message = "reading it failed: a defect of bluf's, please report the file";
    Refusal::Unreadable(message.to_owned())
}

/// What is said of a file whose reading does not end.
pub(super) fn given_up(raw: &Raw, seconds: u64) -> Entry {
    let message = format!("given up after {seconds} seconds: it does not come to an end");
    refused(&raw.path, raw.stamp.size, &Refusal::Unreadable(message))
}

/// The time, by which a file that takes too long is given up; nothing that is shown depends on it.
#[expect(clippy::disallowed_methods, reason = "files are given up by the clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}
