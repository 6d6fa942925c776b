//! Printed lines in, paragraphs out: decides, for the file and for each run of lines, whether a line ends because the
//! page did or because the paragraph did. Never names what a paragraph is.

use super::block::BlockKind;
use super::label;
use super::line::{Closes, Line, Opens};
use super::print::{Paragraph, Print, Way};
use super::shape;

/// Mean width in characters below which lines alone may be verse; on a page of wider lines they are a narrow column.
const VERSE: u64 = 30;

/// How the lines of a stretch end.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    /// Full lines below which a letter comes: the ones that tell whether sentences go on.
    full: u32,
    /// Lines that fill their column.
    long: u32,
    /// Those of the full lines whose sentence visibly goes on.
    full_open: u32,
    /// All lines whose sentence visibly goes on.
    open: u32,
    /// Line ends looked at.
    all: u32,
    /// Words that lines could break at, about: first words of the lines against their widths.
    width: u64,
}

impl Ends {
    /// Whether the lines were broken by a measure that is not even: as in a column some of whose lines were run
    /// together. Four of ten sentences visibly go on, which no list, table or verse of this width does.
    fn ragged(self, fewest: u32) -> bool {
        let mean = self.width / u64::from(self.all.max(1));
        self.open >= fewest && self.open * 10 >= self.all * 4 && (VERSE..=400).contains(&mean)
    }

    fn add(&mut self, other: Self) {
        self.full += other.full;
        self.long += other.long;
        self.full_open += other.full_open;
        self.open += other.open;
        self.all += other.all;
        self.width += other.width;
    }

    /// Whether these lines were broken by a measure: where the next word would not fit, the sentence goes on in at
    /// least three of ten (names and titles begin lines too), and it seldom goes on elsewhere.
    fn wrapped(self, fewest: u32, narrowest: u64) -> bool {
        let mean = self.width / u64::from(self.all.max(1));
        self.open >= fewest
            && self.full_open * 10 >= self.full * 3
            && self.full_open * 10 >= self.open * 6
            && (narrowest..=400).contains(&mean)
    }
}

/// Whether the file's lines are printed lines rather than paragraphs.
pub(super) fn is_wrapped(print: &Print<'_>) -> bool {
    let mut ends = Ends::default();
    let mut first = 0;
    while first < print.lines.len() {
        let end = print.chunk_end(first);
        ends.add(ends_of(&print.lines, first, end));
        first = end;
    }
    // Two will do in a short text whose lines have a page's width.
    let narrow = ends.width <= 100 * u64::from(ends.all) && ends.full_open == ends.open;
    ends.wrapped(3, VERSE)
        || narrow && ends.wrapped(2, VERSE)
        || ends.all < 4 && ends.wrapped(1, VERSE)
        || ends.ragged(6)
}

/// The paragraphs of a file.
pub(super) fn paragraphs(print: &Print<'_>) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < print.lines.len() {
        let end = print.chunk_end(first);
        let same = (first..end).take_while(|&i| {
            goes_with(print.way(first), print.way(i))
                && (i == first || !matches!(print.way(i), Way::Resumes | Way::Note))
        });
        let mut end = first + same.count().max(1);
        if print.wrapped && end == first + 1 && numbers_heading(print, first) {
            end += 1;
            found.push(paragraph(first, first + 1));
        } else {
            chunk(print, first, end, &mut found);
        }
        first = end;
    }
    found
}

/// Whether a line stands in the way just as the one that begins a run does.
fn goes_with(first: Way, here: Way) -> bool {
    first == here
        || first == Way::Resumes && here == Way::Text
        || first == Way::Note && here == Way::NoteGoesOn
}

fn paragraph(first: usize, last: usize) -> Paragraph {
    Paragraph {
        first: first as u32,
        last: last as u32,
        kind: BlockKind::Paragraph,
        next: None,
        continues: false,
    }
}

fn chunk(print: &Print<'_>, first: usize, end: usize, found: &mut Vec<Paragraph>) {
    let run = end - first;
    let ends = ends_of(&print.lines, first, end);
    // In a wrapped file a run is wrapped unless its lines end short.
    let by_file = print.wrapped && (run < 5 || ends.long * 10 >= ends.all * 6);
    let even = by_file || run > 4 && ends.wrapped(2, if print.wrapped { 14 } else { VERSE });
    let ragged = print.wrapped && !even && run > 4 && ends.ragged(3);
    let column = ragged.then(|| usual(print, first, end));
    let wrapped = run > 1 && (even || ragged);
    let mut start = first;
    for i in first..end {
        let last = i + 1 == end;
        let ends = || {
            let by_print = || column.unwrap_or_else(|| self::column(&print.lines, first, end, i));
            if wrapped { parted(print, first, by_print(), i) } else { !visibly_goes_on(print, i) }
        };
        if last || !hangs(print, start, i) && ends() {
            found.push(paragraph(start, i));
            start = i + 1;
        }
    }
}

/// Whether the line below `i` hangs from the list item that begins at `start`: it stands further in than the item's
/// mark and is no item itself.
fn hangs(print: &Print<'_>, start: usize, i: usize) -> bool {
    let (Some(first), Some(below)) = (print.lines.get(start), print.lines.get(i + 1)) else {
        return false;
    };
    below.indent >= first.indent + 2
        && (i == start || print.lines.get(i).is_some_and(|l| l.indent == below.indent))
        && shape::item(print.words(start)).is_some()
        && shape::item(print.words(i + 1)).is_none()
}

/// The width that half the lines of a run keep within.
fn usual(print: &Print<'_>, first: usize, end: usize) -> u32 {
    let lines = print.lines.get(first..end).unwrap_or_default();
    let mut widths: Vec<u32> = lines.iter().map(|l| l.width).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// Whether, in a wrapped file, a line as wide as half the page ends open above a small letter: prose, whatever the
/// lines around it.
fn visibly_goes_on(print: &Print<'_>, i: usize) -> bool {
    let (Some(here), Some(below)) = (print.lines.get(i), print.lines.get(i + 1)) else {
        return false;
    };
    let prose = |l: &Line| l.width * 2 >= print.measure && l.width >= 40;
    print.wrapped
        && prose(here)
        && below.opens == Opens::Lower
        && !matches!(here.closes, Closes::Stop | Closes::Colon)
        && !print.is_row(i)
        && !print.is_row(i + 1)
        && shape::item(print.words(i + 1)).is_none()
}

/// Whether a line is a section's number alone, with its heading on a line of its own below: "1.", "Introduction".
pub(super) fn numbers_heading(print: &Print<'_>, i: usize) -> bool {
    let Some(below) = print.lines.get(i + 1) else { return false };
    shape::is_section_number(print.words(i))
        && (print.gap(i) > 0 || i == 0)
        && below.gap == 1
        && print.gap(i + 2) > 0
        && print.lines.get(i + 2).is_some()
        && below.opens == Opens::Upper
        && below.closes == Closes::Open
        && below.width <= 80
        && print.words(i + 1).split(' ').count() <= 10
}

fn ends_of(lines: &[Line], first: usize, end: usize) -> Ends {
    let mut ends = Ends::default();
    for i in first..end.saturating_sub(1) {
        let (Some(here), Some(below)) = (lines.get(i), lines.get(i + 1)) else { break };
        let full = fills(here, below, column(lines, first, end, i), 90);
        let open = goes_on(here, below, full);
        ends.all += 1;
        ends.long += u32::from(full);
        ends.full += u32::from(full && !matches!(below.opens, Opens::Sign | Opens::Digit));
        ends.open += u32::from(open);
        ends.full_open += u32::from(open && full);
        ends.width += u64::from(here.width);
    }
    ends
}

/// Whether a sentence visibly goes on over a line end.
fn goes_on(here: &Line, below: &Line, full: bool) -> bool {
    match below.opens {
        Opens::Lower => here.closes != Closes::Stop,
        Opens::Caseless => full && here.closes != Closes::Stop,
        _ => here.closes == Closes::Hyphen && below.opens == Opens::Upper && full,
    }
}

/// Whether the first word below would not have fitted on the line, to a hundredth of the column.
fn fills(here: &Line, below: &Line, column: u32, hundredths: u32) -> bool {
    (here.width + 1 + u32::from(below.first_word)) * 100 >= column * hundredths
}

/// The width of the column at a line: a page may change it between two lines.
fn column(lines: &[Line], first: usize, end: usize, i: usize) -> u32 {
    let widest = |from: usize, to: usize| {
        lines.get(from..to).unwrap_or_default().iter().fold(0, |widest, l| l.width.max(widest))
    };
    let above = widest(i.saturating_sub(3).max(first), i + 1);
    let below = widest(i + 1, (i + 5).min(end));
    let near = lines.get(i.saturating_sub(2).max(first)..=i).unwrap_or_default();
    let even = near.len() == 3 && near.iter().all(|l| l.width * 100 >= above * 80);
    if even { above.min(below) } else { above.max(below) }
}

/// Whether a paragraph ends with line `i` of a wrapped run.
fn parted(print: &Print<'_>, first: usize, column: u32, i: usize) -> bool {
    let (Some(here), Some(below)) = (print.lines.get(i), print.lines.get(i + 1)) else {
        return true;
    };
    if print.is_row(i) && print.is_row(i + 1) {
        return true;
    }
    if begins_item(print, i, column) {
        return true;
    }
    let fills = |hundredths| fills(here, below, column, hundredths);
    let indented = below.indent >= here.indent + 2 && i > first;
    match (here.closes, below.opens) {
        (Closes::Stop, Opens::Lower) => !fills(90),
        (Closes::Hyphen, _) | (_, Opens::Lower) => false,
        (Closes::Stop | Closes::Colon, _) => indented || !fills(94),
        (Closes::Comma, _) => !fills(60),
        (Closes::Open, _) => !fills(80) && !label::trails_off(print.words(i)),
    }
}

/// Whether line `i + 1` of a wrapped run begins a list item, caption or line about the document.
fn begins_item(print: &Print<'_>, i: usize, column: u32) -> bool {
    let (Some(here), Some(below)) = (print.lines.get(i), print.lines.get(i + 1)) else {
        return true;
    };
    let words = print.words(i + 1);
    let settled = match here.closes {
        Closes::Stop | Closes::Colon => true,
        Closes::Comma => print.words(i).ends_with(';'),
        Closes::Open => !fills(here, below, column, 80) || print.words(i).ends_with("; and"),
        Closes::Hyphen => false,
    };
    match shape::item(words) {
        Some(_) if words.starts_with(['•', '‣', '▪', '●', '■']) => true,
        Some(mark) if settled => {
            let above = shape::item(print.words(i)).map_or(0, |m| m.number);
            mark.number <= above + 1 || mark.number <= 40 && !fills(here, below, column, 94)
        }
        _ => {
            settled && label::is_caption(words)
                || label::is_field(words) && (settled || label::is_field(print.words(i)))
        }
    }
}
