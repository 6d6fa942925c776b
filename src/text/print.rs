//! A file's printed lines with the flags that tell which of them stand in the way of the text.
//! Plain data with small questions; decides nothing.

use super::block::BlockKind;
use super::decode::Decoded;
use super::line::{Line, Opens, lines};
use super::shape;

/// Lines of a file.
pub(super) struct Print<'a> {
    /// The characters.
    pub(super) decoded: &'a Decoded<'a>,
    /// Lines that are not blank.
    pub(super) lines: Vec<Line>,
    /// The width, in characters, that nine of ten lines keep within.
    pub(super) measure: u32,
    /// Whether most lines of the file end because the page did, not the paragraph.
    pub(super) wrapped: bool,
    /// Everything stands in capitals, so that they make no heading.
    pub(super) shouts: bool,
    /// What stands in the way, by line; empty when nothing does.
    pub(super) ways: Vec<Way>,
    /// Whether any line may be a row of a table.
    rows: bool,
}

/// A line's part in an interruption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Way {
    /// None: text.
    #[default]
    Text,
    /// Interrupts a word or sentence.
    Intrudes,
    /// Repeats words of the text elsewhere.
    Repeats,
    /// Takes the interrupted word up again.
    Resumes,
    /// Comes back page after page.
    Recurs,
    /// Begins a footnote.
    Note,
    /// Goes on with a footnote.
    NoteGoesOn,
    /// A notice of copyright that parts a sentence.
    Notice,
}

/// Lines that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    /// First line.
    pub(super) first: u32,
    /// Last line, inclusive.
    pub(super) last: u32,
    /// What it is.
    pub(super) kind: BlockKind,
    /// The paragraph that takes up its open sentence.
    pub(super) next: Option<u32>,
    /// Whether it takes up the open sentence of one before.
    pub(super) continues: bool,
}

impl<'a> Print<'a> {
    /// The lines of a decoded file.
    pub(super) fn new(decoded: &'a Decoded<'a>) -> Self {
        let mut lines = lines(&decoded.text);
        let shouts = shape::stands_in_capitals(&decoded.text);
        // Where all are capitals none opens a sentence.
        let capitals = lines.iter_mut().filter(|line| shouts && line.opens == Opens::Upper);
        capitals.for_each(|line| line.opens = Opens::Lower);
        let measure = measure(&lines);
        let rows = shape::may_have_rows(&decoded.text);
        Self { decoded, lines, measure, wrapped: false, ways: Vec::new(), rows, shouts }
    }

    /// Whether a line is a row of a table.
    pub(super) fn is_row(&self, line: usize) -> bool {
        self.rows && shape::is_table_row(self.words(line))
    }

    /// The words of a line; empty past the last.
    pub(super) fn words(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |l| self.decoded.words(l.start, l.end))
    }

    /// From the first word of a paragraph to its last, with the line ends between.
    pub(super) fn all(&self, paragraph: &Paragraph) -> &str {
        let first = self.lines.get(paragraph.first as usize);
        let last = self.lines.get(paragraph.last as usize);
        first.zip(last).map_or("", |(f, l)| self.decoded.words(f.start, l.end))
    }

    /// A line's part in an interruption.
    pub(super) fn way(&self, line: usize) -> Way {
        self.ways.get(line).copied().unwrap_or_default()
    }

    /// Notes a line's part in an interruption.
    pub(super) fn set_way(&mut self, line: usize, way: Way) {
        self.ways.resize(self.lines.len(), Way::Text);
        if let Some(slot) = self.ways.get_mut(line) {
            *slot = way;
        }
    }

    /// Blank lines before a line; more than any line has past the last.
    pub(super) fn gap(&self, line: usize) -> u16 {
        self.lines.get(line).map_or(u16::MAX, |l| l.gap)
    }

    /// One past the last line of the run without blank lines that `first` begins.
    pub(super) fn chunk_end(&self, first: usize) -> usize {
        let rest = self.lines.iter().skip(first + 1);
        first + 1 + rest.take_while(|l| l.gap == 0).count()
    }
}

impl Paragraph {
    /// Number of lines.
    pub(super) fn height(&self) -> u32 {
        self.last - self.first + 1
    }
}

/// The width that nine of ten lines keep within.
fn measure(lines: &[Line]) -> u32 {
    let mut histogram = [0usize; 256];
    for line in lines {
        if let Some(slot) = histogram.get_mut(line.width.min(255) as usize) {
            *slot += 1;
        }
    }
    let mut left = lines.len() * 9 / 10;
    for (width, &count) in histogram.iter().enumerate() {
        if left <= count {
            return width as u32;
        }
        left -= count;
    }
    255
}
