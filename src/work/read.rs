//! One file from its bytes to its documents: format, text, findings. A file comes in; a document goes out, or several of
//! an archive, or why there is none. Never draws, and never lets a panic out.

use crate::cache::{Cache, Key};
use crate::extract::country::Country;
use crate::extract::{
    DateValue, Findings, ImportedRow, Loss, SignpostFinding, Trace, extract, import, signposts,
};
use crate::format::{self, Converted, Failure, Format, Limits, Member, Row, Script};
use crate::model::{Document, File, FileState, Input, Left, Origin};
use crate::source::{Content, Facts, Raw, Refusal, Sha256};
use crate::text::{self, Span, Text};
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::hint::black_box;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a file came to: one entry, or those of an archive and of all it holds.
pub(super) type Entries = Vec<Entry>;

/// What became of a file, or of one inside it.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    /// A document.
    Document(Arc<Document>),
    /// None, or an archive.
    File(File),
}

/// How files are read.
#[derive(Debug, Clone, Default)]
pub(super) struct How {
    /// Where text that was taken out of files is kept.
    pub(super) cache: Option<Cache>,
    /// Whether the bytes of a text that lies on disk are left there once it is read.
    pub(super) leave: bool,
}

/// How long the text of a file may take to be taken out.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many archives deep a document may lie.
const DEPTH: usize = 3;
/// Room that the allocator is asked to have at hand for a document, in bytes.
const AHEAD: usize = 1 << 20;
/// Files larger than this are looked at before they are read whole, in bytes.
const LARGE: u64 = 1 << 18;

/// Has the allocator find room, and take it back at once; no page of it is touched. glibc keeps what is freed up to twice
/// the largest block it ever took back, and gives a thread's memory room by as little as each block needs, each time by
/// a call that stops all cores: some three calls a document without this.
pub(super) fn reserve(bytes: usize) {
    drop(black_box(Vec::<u8>::with_capacity(bytes)));
}

/// Reads a file and what is inside it.
pub(super) fn read(raw: &Raw, how: &How) -> Entries {
    reserve(AHEAD);
    let mut entries = Vec::new();
    let whole = Whole::of(raw);
    match bytes(raw) {
        Ok(bytes) => whole.read(bytes, how, &mut entries),
        Err(refusal) => entries.push(refused(&raw.path, raw.stamp.size, &refusal)),
    }
    entries
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
struct Whole<'a> {
    path: &'a str,
    facts: &'a Facts,
    depth: usize,
    /// Whether it was meant to be a document.
    meant: bool,
    /// The file its bytes can be read from again.
    file: Option<&'a Path>,
}

impl<'a> Whole<'a> {
    fn of(raw: &'a Raw) -> Self {
        let file = match &raw.content {
            Ok(Content::File(path)) => Some(path.as_path()),
            Ok(Content::Bytes(_)) | Err(_) => None,
        };
        Self { path: &raw.path, facts: &raw.facts, depth: 0, meant: raw.named, file }
    }

    fn read(self, bytes: Arc<[u8]>, how: &How, entries: &mut Entries) {
        let size = bytes.len() as u64;
        let mut converted = match self.convert(&bytes, how.cache.as_ref()) {
            Ok(converted) => converted,
            Err(refusal) => {
                entries.push(refused(self.path, size, &refusal));
                return;
            }
        };
        let members = std::mem::take(&mut converted.members);
        if converted.script == Script::None {
            let state = FileState::Unpacked(members.len());
            entries.push(Entry::File(File { path: self.path.into(), size, state }));
        } else {
            let read = self.document(bytes, converted, &mut Trace::off());
            entries.push(match read {
                Ok(input) => {
                    let mut document = Document::new(input);
                    self.leave(how, &mut document);
                    Entry::Document(Arc::new(document))
                }
                Err(refusal) => refused(self.path, size, &refusal),
            });
        }
        for member in members {
            self.member(member, how, entries);
        }
    }

    /// Leaves the bytes of a text in its file, where that is wanted and there is one.
    fn leave(self, how: &How, document: &mut Document) {
        let file = self.file.filter(|_| how.leave && !document.origin.taken);
        if let (Some(file), Some(bytes)) = (file, document.bytes.held()) {
            let (path, size) = (file.into(), bytes.len() as u64);
            let sha256 = document.origin.sha256;
            document.leave(Left { path, size, sha256 });
        }
    }

    /// Reads a document inside this one.
    fn member(self, member: Member, how: &How, entries: &mut Entries) {
        let path = format!("{}/{}", self.path, member.name);
        let refuse = |why: String| refused(&path, 0, &Refusal::Unreadable(why));
        match member.bytes {
            Err(why) => entries.push(refuse(why)),
            Ok(_) if self.depth + 1 >= DEPTH => {
                entries.push(refuse(format!("more than {DEPTH} archives deep")));
            }
            Ok(bytes) => {
                let facts = Facts::default();
                let (depth, meant) = (self.depth + 1, false);
                let inside = Whole { path: &path, facts: &facts, depth, meant, file: None };
                inside.read(bytes.into(), how, entries);
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
        let converted = catch_unwind(AssertUnwindSafe(convert)).map_err(|_| failed())?;
        let converted = converted.map_err(|failure| refusal(&failure, self.meant))?;
        if let Some((cache, key)) = kept {
            // What cannot be kept is taken out anew the next time.
            let _ = cache.put(&key, &converted);
        }
        Ok(converted)
    }

    /// Reads the text and finds what is in it.
    fn document(
        self,
        bytes: Arc<[u8]>,
        converted: Converted,
        trace: &mut Trace,
    ) -> Result<Input, Refusal> {
        let size = bytes.len() as u64;
        let stated = self.facts.published.as_ref().or(converted.about.published.as_ref());
        let published = stated.and_then(|date| DateValue::parse(date));
        let encoding = converted.encoding.as_deref();
        let read = || -> (Text, Findings) {
            let text = match &converted.script {
                Script::Own | Script::None => own(&bytes, encoding),
                Script::Lines(lines) => text::read(lines.as_bytes()),
                Script::Blocks { text, kinds } => text::read_blocks(text, kinds),
            };
            let mut findings = extract(&text, published.as_ref(), trace);
            if !converted.rows.is_empty() {
                import(&text, &rows(&text, &converted.rows), &mut findings);
            }
            (text, findings)
        };
        let (text, findings) = catch_unwind(AssertUnwindSafe(read)).map_err(|_| failed())?;
        let taken = converted.script != Script::Own;
        let sha256 = Sha256::of(&bytes);
        let shown: Arc<[u8]> = match converted.script {
            Script::Own | Script::None => bytes,
            Script::Lines(text) | Script::Blocks { text, .. } => text.as_bytes().into(),
        };
        let origin = Origin {
            format: converted.format,
            encoding: converted.encoding.map(Into::into),
            size,
            sha256,
            taken,
            marks: converted.marks,
            about: converted.about,
            warnings: converted.warnings.into_iter().map(Into::into).collect(),
        };
        let (path, facts) = (self.path.into(), self.facts.clone());
        Ok(Input { path, origin, bytes: shown.into(), text, findings, facts })
    }
}

/// The rows of a table that state a date and what happened, as places of the reading text.
fn rows(text: &Text, rows: &[Row]) -> Vec<ImportedRow> {
    let span = |range: &Range<u32>| {
        let (start, end) = (text.map.clean_at(range.start), text.map.clean_at(range.end));
        Some(Span { start, end }).filter(|span| start < end && !text.words(*span).is_empty())
    };
    let row = |row: &Row| {
        let date = (span(row.date.as_ref()?)?, row.edtf.clone()?);
        let title = span(row.title.as_ref().unwrap_or(&row.line))?;
        let country = |code: &String| Country::parse(code);
        let countries = row
            .countries
            .iter()
            .filter_map(|place| Some((span(&place.at)?, place.code.as_ref().and_then(country))));
        let countries = countries.collect();
        let (kind, mode) = (row.kind.clone(), row.mode.clone());
        Some(ImportedRow { date, title, countries, kind, mode })
    };
    rows.iter().filter_map(row).collect()
}

/// The reading text of a file's own bytes.
fn own(bytes: &[u8], encoding: Option<&str>) -> Text {
    let encoding = encoding.and_then(|label| Encoding::for_label(label.as_bytes()));
    encoding.map_or_else(|| text::read(bytes), |encoding| text::read_encoded(bytes, encoding))
}

fn refused(path: &str, size: u64, refusal: &Refusal) -> Entry {
    let (message, error) = (refusal.to_string().into(), matches!(refusal, Refusal::Unreadable(_)));
    Entry::File(File { path: path.into(), size, state: FileState::Refused { message, error } })
}

/// A file that was never meant to be a document is left out by rule; anything else went wrong.
fn refusal(failure: &Failure, meant: bool) -> Refusal {
    let said = failure.to_string();
    if failure.is_foreign() && !meant { Refusal::Skipped(said) } else { Refusal::Unreadable(said) }
}

/// What is said of a document whose reading panicked.
fn failed() -> Refusal {
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

/// A document with all that was found in it, and the readings that lost.
#[derive(Debug)]
pub struct Explained {
    /// The bytes its places lead to.
    pub bytes: Arc<[u8]>,
    /// The reading text.
    pub text: Text,
    /// What was found.
    pub findings: Findings,
    /// What it says is to be watched.
    pub signposts: Vec<SignpostFinding>,
    /// What was weighed and left, rising by place.
    pub losses: Vec<Loss>,
}

/// Reads one document and keeps what the rules left.
///
/// # Errors
/// Why there is no text, or that reading it panicked.
pub fn explain(raw: &Raw) -> Result<Explained, Refusal> {
    let mut trace = Trace::on();
    let bytes = bytes(raw)?;
    let whole = Whole::of(raw);
    let converted = whole.convert(&bytes, None)?;
    if converted.script == Script::None {
        let names: Vec<Cow<'_, str>> =
            converted.members.iter().map(|m| m.name.as_str().into()).collect();
        let message = format!("an archive; unpack it and name one of: {}", names.join(", "));
        return Err(Refusal::Unreadable(message));
    }
    let Input { bytes, text, findings, .. } = whole.document(bytes, converted, &mut trace)?;
    let bytes = bytes.held().cloned().unwrap_or_default();
    let signposts =
        signposts(&text, &findings.countries, &findings.front, &findings.tables, &mut trace);
    Ok(Explained { bytes, text, findings, signposts, losses: trace.losses() })
}
