//! Texts to documents, many at a time: what was opened is read and looked through, step by step over all. Files come in;
//! what each came to goes out. Never draws, and never lets a panic out: it is that one document's refusal.

use super::bundle::{self, TOGETHER};
use super::guard::guarded;
use super::open::{self, Entry, Opened, Part, failed, refused};
use crate::cache::Cache;
use crate::extract::country::Country;
use crate::extract::{
    DateValue, Findings, ImportedRow, Loss, SignpostFinding, Trace, extract_all, import, signposts,
};
use crate::format::{Row, Script};
use crate::model::{Document, Input, Origin};
use crate::source::{Raw, Refusal, Sha256};
use crate::text::{self, Span, Text};
use encoding_rs::Encoding;
use std::hint::black_box;
use std::ops::Range;
use std::sync::Arc;

/// What a file came to: one entry, or those of an archive and of all it holds.
pub(super) type Entries = Vec<Entry>;

/// How files are read.
#[derive(Debug, Clone, Default)]
pub(super) struct How {
    /// Where text that was taken out of files is kept.
    pub(super) cache: Option<Cache>,
    /// Whether the bytes of a text that lies on disk are left there once it is read.
    pub(super) leave: bool,
}

/// What is said of a text in another language.
const FOREIGN: &str =
    "not English: dates, places and quantities are found; events, figures and judgements are not";
/// Room that the allocator is asked to have at hand for a document, in bytes.
const AHEAD: usize = 1 << 20;

/// Has the allocator find room, and take it back at once; no page of it is touched. glibc keeps what is freed up to twice
/// the largest block it ever took back, and gives a thread's memory room by as little as each block needs, each time by
/// a call that stops all cores: some three calls a document without this.
pub(super) fn reserve(bytes: usize) {
    drop(black_box(Vec::<u8>::with_capacity(bytes)));
}

/// Reads files and what is inside them, in their order. `opening` hears of each one's index before it is opened.
pub(super) fn read(raws: &[&Raw], how: &How, opening: &dyn Fn(Option<usize>)) -> Vec<Entries> {
    reserve(AHEAD);
    let mut read: Vec<Entries> = raws.iter().map(|_| Entries::new()).collect();
    let mut parts = Vec::new();
    for (at, raw) in raws.iter().enumerate() {
        opening(Some(at));
        parts.extend(open::open(raw, how.cache.as_ref()).into_iter().map(|part| (at, part)));
    }
    opening(None);
    let size =
        |(_, part): &(usize, Part<'_>)| part.text().map_or(0, |opened| opened.bytes.len() as u64);
    let mut parts = parts.into_iter().peekable();
    while parts.peek().is_some() {
        let (bundle, _) = bundle::next(&mut parts, TOGETHER, size);
        for (at, entry) in documents(bundle, how) {
            if let Some(entries) = read.get_mut(at) {
                entries.push(entry);
            }
        }
    }
    read
}

/// Makes documents of texts, together; each part keeps its index and its place.
fn documents(parts: Vec<(usize, Part<'_>)>, how: &How) -> Vec<(usize, Entry)> {
    let texts: Vec<&Opened<'_>> = parts.iter().filter_map(|(_, part)| part.text()).collect();
    let mut looked = look(&texts, &mut Trace::off()).into_iter();
    let mut entry = |part: Part<'_>| match part {
        Part::Entry(entry) => entry,
        Part::Text(opened) => document(*opened, looked.next().flatten(), how),
    };
    parts.into_iter().map(|(at, part)| (at, entry(part))).collect()
}

/// A document, of a text and what was found in it.
fn document(opened: Opened<'_>, looked: Option<(Text, Findings)>, how: &How) -> Entry {
    let Some((text, findings)) = looked else {
        return refused(&opened.path, opened.bytes.len() as u64, &failed());
    };
    let file = opened.file.filter(|_| how.leave);
    let mut document = Document::new(input(opened, text, findings));
    open::leave(file, &mut document);
    Entry::Document(Arc::new(document))
}

/// Reads texts and finds what is in them; nothing for one over which that panicked.
fn look(opened: &[&Opened<'_>], trace: &mut Trace) -> Vec<Option<(Text, Findings)>> {
    let texts: Vec<_> = opened.iter().map(|opened| guarded(|| text_of(opened))).collect();
    let published: Vec<_> = opened.iter().map(|opened| published(opened)).collect();
    let asked = texts.iter().zip(&published);
    let asked: Vec<_> =
        asked.filter_map(|(text, day)| Some((text.as_ref()?, day.as_ref()))).collect();
    let together = guarded(|| extract_all(&asked, trace));
    // A panic is the fault of one of them: each alone.
    let alone = |one: &(_, _)| guarded(|| extract_all(&[*one], trace).pop()).flatten();
    let found = together.map_or_else(
        || asked.iter().map(alone).collect(),
        |all| all.into_iter().map(Some).collect::<Vec<Option<Findings>>>(),
    );
    let mut found = found.into_iter();
    let with = |(opened, text): (&&Opened<'_>, Option<Text>)| {
        let (text, mut findings) = (text?, found.next()??);
        if !opened.converted.rows.is_empty() {
            guarded(|| import(&text, &rows(&text, &opened.converted.rows), &mut findings))?;
        }
        Some((text, findings))
    };
    opened.iter().zip(texts).map(with).collect()
}

/// The reading text of what was opened.
fn text_of(opened: &Opened<'_>) -> Text {
    match &opened.converted.script {
        Script::Own | Script::None => own(&opened.bytes, opened.converted.encoding.as_deref()),
        Script::Lines(lines) => text::read(lines.as_bytes()),
        Script::Blocks { text, kinds } => text::read_blocks(text, kinds),
    }
}

/// The date of a document, where somebody stated it outside the text.
fn published(opened: &Opened<'_>) -> Option<DateValue> {
    let stated = opened.facts.published.as_ref().or(opened.converted.about.published.as_ref());
    stated.and_then(|date| DateValue::parse(date))
}

/// All that a document is made of.
fn input(opened: Opened<'_>, text: Text, findings: Findings) -> Input {
    let Opened { path, facts, bytes, converted, .. } = opened;
    let size = bytes.len() as u64;
    let taken = converted.script != Script::Own;
    let sha256 = Sha256::of(&bytes);
    let shown: Arc<[u8]> = match converted.script {
        Script::Own | Script::None => bytes,
        Script::Lines(text) | Script::Blocks { text, .. } => text.as_bytes().into(),
    };
    let foreign = findings.foreign.then_some(FOREIGN);
    let warnings = converted.warnings.iter().map(String::as_str).chain(foreign);
    let warnings = warnings.map(Into::into).collect();
    let origin = Origin {
        format: converted.format,
        encoding: converted.encoding.map(Into::into),
        size,
        sha256,
        taken,
        marks: converted.marks,
        about: converted.about,
        warnings,
    };
    Input { path: path.into(), origin, bytes: shown.into(), text, findings, facts }
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
    let opened = open::open_one(raw)?;
    let looked = look(&[&opened], &mut trace).pop().flatten();
    let (text, findings) = looked.ok_or_else(failed)?;
    let Input { bytes, text, findings, .. } = input(opened, text, findings);
    let bytes = bytes.held().cloned().unwrap_or_default();
    let signposts =
        signposts(&text, &findings.countries, &findings.front, &findings.tables, &mut trace);
    Ok(Explained { bytes, text, findings, signposts, losses: trace.losses() })
}
