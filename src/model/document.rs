//! One document: its bytes, its reading text, what it says of itself, its sections.

use super::Origin;
use crate::extract::{
    self, AssessmentFinding, CountryMention, DateMention, DateValue, EventFinding, Findings, Front,
    IndicatorFinding, Names, Quantity, SignpostFinding, Table, Trace,
};
use crate::format::{Format, Locator, Mark};
use crate::source::{Facts, Sha256};
use crate::text::{BlockKind, Span, Text};
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The bytes that a document's places lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bytes {
    /// At hand.
    Held(Arc<[u8]>),
    /// Left in the file, which is read again when somebody asks to see them: most documents are never seen raw, and
    /// their bytes would take as much memory as their text.
    Left(Left),
}

/// Where bytes were left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub path: Arc<Path>,
    /// How many there are.
    pub size: u64,
    /// Their sum: a file that has another is another file.
    pub sha256: Sha256,
}

impl Bytes {
    /// The bytes, where they are at hand.
    pub fn held(&self) -> Option<&Arc<[u8]>> {
        match self {
            Self::Held(bytes) => Some(bytes),
            Self::Left(_) => None,
        }
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        match self {
            Self::Held(bytes) => bytes.len() as u64,
            Self::Left(left) => left.size,
        }
    }
}

impl<B: Into<Arc<[u8]>>> From<B> for Bytes {
    fn from(bytes: B) -> Self {
        Self::Held(bytes.into())
    }
}

/// One document as the source, the formats and the extractors hand it over.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it was read from.
    pub path: Box<str>,
    /// The file behind it.
    pub origin: Origin,
    /// The bytes its places lead to: the file's own, or the text taken out of it.
    pub bytes: Bytes,
    /// The reading text.
    pub text: Text,
    /// What was found in it.
    pub findings: Findings,
    /// What is stated of it outside the text.
    pub facts: Facts,
}

/// A document of the corpus.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where it was read from, as the user would name it; the `doc` of every export.
    pub path: Box<str>,
    /// The file behind it.
    pub origin: Origin,
    /// The bytes its places lead to: the file's own, or the text taken out of it.
    pub bytes: Bytes,
    /// The ends of its lines, as bytes of the same.
    line_ends: Box<[u32]>,
    /// The reading text.
    pub text: Text,
    /// Title, date, authors, publisher, as the text gives them.
    pub front: Front,
    /// What is stated of it outside the text; it counts before what the text gives.
    pub facts: Facts,
    /// The date of publication: the manifest's, else the file's own field, else the text's own. `None` is "undated".
    pub published: Option<DateValue>,
    /// The outline, in reading order.
    pub sections: Vec<Section>,
    /// Dates found, rising by place.
    pub dates: Vec<DateMention>,
    /// Countries found, rising by place.
    pub countries: Vec<CountryMention>,
    /// Quantities found, rising by place.
    pub quantities: Vec<Quantity>,
    /// Events found, rising by place; a corpus makes its rows of them.
    pub events: Vec<EventFinding>,
    /// Indicators found, rising by place; a corpus makes its rows of them.
    pub indicators: Vec<IndicatorFinding>,
    /// Assessments found, rising by place.
    pub assessments: Vec<AssessmentFinding>,
    /// Tables whose rows and columns are certain, rising by place.
    pub tables: Vec<Table>,
    /// Persons and organisations, once somebody has asked for them.
    names: OnceLock<Names>,
    /// What it says is to be watched, once somebody has asked.
    signposts: OnceLock<Box<[SignpostFinding]>>,
    /// For each block, how many up to it are no furniture; counted once somebody has asked.
    bodies: OnceLock<Box<[u32]>>,
}

/// A heading and the text under it, down to the next heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The heading's words.
    pub heading: Span,
    /// 0 for the title, 1 and up for headings.
    pub level: u8,
    /// Heading and text together.
    pub span: Span,
}

impl Document {
    /// A document of what was found.
    pub fn new(input: Input) -> Self {
        let Input { path, origin, bytes, text, findings, facts } = input;
        let sections = sections(&text);
        let Findings {
            mut front,
            mut dates,
            mut countries,
            mut quantities,
            mut events,
            mut indicators,
            mut assessments,
            mut tables,
            foreign: _,
        } = findings;
        if let Some(title) = stated_title(&text, origin.about.title.as_deref()) {
            front.title = Some(title);
        }
        // Thousands of documents stay for as long as bluf runs: none keeps room for what is not there.
        dates.shrink_to_fit();
        countries.shrink_to_fit();
        quantities.shrink_to_fit();
        events.shrink_to_fit();
        indicators.shrink_to_fit();
        assessments.shrink_to_fit();
        tables.shrink_to_fit();
        let stated = facts.published.as_deref().or(origin.about.published.as_deref());
        let own = front.published.as_ref().map(|(_, date)| date.clone());
        let published = stated.and_then(DateValue::parse).or(own);
        Self {
            path,
            origin,
            line_ends: bytes.held().map(|bytes| line_ends(bytes)).unwrap_or_default(),
            bytes,
            text,
            front,
            facts,
            published,
            sections,
            dates,
            countries,
            quantities,
            events,
            indicators,
            assessments,
            tables,
            names: OnceLock::new(),
            signposts: OnceLock::new(),
            bodies: OnceLock::new(),
        }
    }

    /// Its persons and organisations. They are found when they are first asked for and kept, so that a document which
    /// snapshots share is read for names once; any number of threads may ask.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| extract::names(&self.text, &self.countries))
    }

    /// Whether its names have been asked for.
    pub fn has_names(&self) -> bool {
        self.names.get().is_some()
    }

    /// What it says is to be watched, rising by place. Found when first asked for and kept, as its names are: a document
    /// without a cue costs one scan of its text.
    pub fn signposts(&self) -> &[SignpostFinding] {
        let find = || {
            extract::signposts(
                &self.text,
                &self.countries,
                &self.front,
                &self.tables,
                &mut Trace::off(),
            )
        };
        self.signposts.get_or_init(|| find().into())
    }

    /// The page or part of the file that a place of the reading text stands on, where the file has any.
    pub fn locator(&self, at: u32) -> Option<&Locator> {
        let mark = self.mark_at(at)?;
        self.origin.marks.get(mark).map(|mark| &mark.locator)
    }

    /// Leaves its bytes in their file.
    pub fn leave(&mut self, left: Left) {
        self.bytes = Bytes::Left(left);
    }

    /// The line that a byte of it stands on, from 1.
    pub fn line(&self, at: u32) -> u32 {
        self.line_ends.partition_point(|end| *end < at) as u32 + 1
    }

    /// How many pages the file has; `None` where its format has none.
    pub fn pages(&self) -> Option<usize> {
        let page = |mark: &&Mark| matches!(mark.locator, Locator::Page(_));
        let pages = self.origin.marks.iter().filter(page).count();
        (pages > 0).then_some(pages)
    }

    /// The paragraph that a place stands in, and how many there are: counted from 1, furniture left out, on the place's
    /// own page or part where the file has any.
    pub fn paragraph(&self, at: u32) -> (usize, usize) {
        let bodies = self.bodies.get_or_init(|| bodies(&self.text));
        let before = |at: u32| {
            let blocks = &self.text.blocks;
            let first = blocks.partition_point(|b| b.span.start < at);
            first
                .checked_sub(1)
                .and_then(|last| bodies.get(last))
                .map_or(0, |&count| count as usize)
        };
        let body = |from: u32, to: u32| before(to).saturating_sub(before(from));
        let place = |mark: Option<usize>| {
            let mark = mark.and_then(|mark| self.origin.marks.get(mark));
            mark.map(|mark| self.text.map.clean_at(mark.at))
        };
        let mark = self.mark_at(at);
        let first = place(mark).unwrap_or(0);
        let last = place(mark.map(|mark| mark + 1)).unwrap_or(u32::MAX);
        (body(first, at.saturating_add(1)).max(1), body(first, last).max(1))
    }

    fn mark_at(&self, at: u32) -> Option<usize> {
        if self.origin.marks.is_empty() {
            return None;
        }
        let source = self.text.source(Span { start: at, end: at + 1 }).start;
        self.origin.marks.partition_point(|mark| mark.at <= source).checked_sub(1)
    }

    /// The file's name without folder and extension.
    pub fn name(&self) -> &str {
        let file = self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path);
        file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem })
    }

    /// Its title: as stated, else as the text gives it, else as the file's own field has it.
    pub fn title(&self) -> Option<&str> {
        let own = || self.front.title.map(|span| self.text.words(span));
        self.facts.title.as_deref().or_else(own).or(self.origin.about.title.as_deref())
    }

    /// Its authors: as stated, else as the text gives them, else as the file's own field has them.
    pub fn authors(&self) -> Vec<&str> {
        if !self.facts.authors.is_empty() {
            return self.facts.authors.iter().map(String::as_str).collect();
        }
        let own = self.front.authors.iter().map(|&span| self.text.words(span));
        let own: Vec<&str> = own.collect();
        if own.is_empty() {
            self.origin.about.authors.iter().map(String::as_str).collect()
        } else {
            own
        }
    }

    /// Its tags, each once: as stated, as the text gives them, and as the file's own fields have them.
    pub fn tags(&self) -> Vec<&str> {
        let own = self.front.tags.iter().map(|&span| self.text.words(span));
        let stated = self.facts.tags.iter().map(String::as_str);
        let about = self.origin.about.tags.iter().map(String::as_str);
        let mut tags: Vec<&str> = Vec::new();
        for tag in stated.chain(own).chain(about) {
            if !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                tags.push(tag);
            }
        }
        tags
    }

    /// Who published it: as stated, else as the text gives it, else as the file's own field has it.
    pub fn publisher(&self) -> Option<&str> {
        let own = || self.front.publisher.map(|span| self.text.words(span));
        let stated = self.facts.publisher.as_deref();
        stated.or_else(own).or(self.origin.about.publisher.as_deref())
    }

    /// Where it can be found: as stated, else as the file's own field has it.
    pub fn url(&self) -> Option<&str> {
        self.facts.url.as_deref().or(self.origin.about.url.as_deref())
    }

    /// Whether it is a table of events and no text: rows have no opening words.
    pub fn is_table(&self) -> bool {
        matches!(self.origin.format, Format::Csv | Format::Jsonl)
    }

    /// What to call it on screen: its title, else its first words that are no line about it, else its file name.
    pub fn label(&self) -> &str {
        if self.is_table() {
            return self.title().unwrap_or_else(|| self.name());
        }
        let about = |sentence: &&Span| {
            let block = self.text.block_at(sentence.start).and_then(|at| self.text.blocks.get(at));
            block.is_some_and(|block| block.kind == BlockKind::Metadata)
        };
        let sentences = &self.text.sentences;
        let first = || sentences.iter().take(8).find(|s| !about(s)).or(sentences.first());
        let opening = || first().map(|&s| self.text.words(s));
        self.title().or_else(opening).filter(|s| !s.is_empty()).unwrap_or_else(|| self.name())
    }

    /// The innermost section at an offset of the reading text, as an index of `sections`.
    pub fn section_at(&self, at: u32) -> Option<usize> {
        let after = self.sections.partition_point(|s| s.span.start <= at);
        after.checked_sub(1)
    }
}

/// For each block, how many up to it are no furniture.
fn bodies(text: &Text) -> Box<[u32]> {
    let mut count = 0;
    let counted = text.blocks.iter().map(|block| {
        count += u32::from(block.kind.is_body());
        count
    });
    counted.collect()
}

fn line_ends(bytes: &[u8]) -> Box<[u32]> {
    memchr::memchr_iter(b'\n', bytes).map(|end| u32::try_from(end).unwrap_or(u32::MAX)).collect()
}

/// How many blocks of a document a title that its file states is looked for in.
const FIRST: usize = 30;

/// Where the title that a file states stands among the first blocks of its text, letter by letter; there it is no guess.
fn stated_title(text: &Text, stated: Option<&str>) -> Option<Span> {
    let letters = |words: &str| {
        words
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let stated = letters(stated?);
    let same = |span: &Span| !stated.is_empty() && letters(text.words(*span)) == stated;
    text.blocks.iter().take(FIRST).map(|block| block.span).find(same)
}

/// The outline: each heading with the text down to the next heading of any level.
fn sections(text: &Text) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in &text.blocks {
        let level = match block.kind {
            BlockKind::Title => 0,
            BlockKind::Heading(level) => level,
            _ => {
                if let Some(last) = sections.last_mut() {
                    last.span = Span { start: last.span.start, end: block.span.end };
                }
                continue;
            }
        };
        sections.push(Section { heading: block.span, level, span: block.span });
    }
    sections
}
