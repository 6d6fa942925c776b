//! Paragraphs in; the reading text out, written once from left to right together with its source map.
//! Never decides what belongs together; only how the seams between lines look.

use super::block::Block;
use super::decode::Decoded;
use super::join::{Seam, seam};
use super::map::Piece;
use super::print::{Paragraph, Print};
use super::span::{SourceSpan, Span};
use super::vocabulary::Vocabulary;
use memchr::memmem;
use std::sync::LazyLock;

/// The reading text while it is written.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// What is written so far.
    pub(super) clean: String,
    /// Where each run of it came from.
    pub(super) pieces: Vec<Piece>,
    /// Blocks of it.
    pub(super) blocks: Vec<Block>,
}

impl Draft {
    /// Adds a run of reading text that came from a run of the file; grows the last piece where it can.
    pub(super) fn push(&mut self, shown: &str, source: (u32, u32), verbatim: bool) {
        if shown.is_empty() {
            return;
        }
        let start = self.clean.len();
        self.clean.push_str(shown);
        let end = self.clean.len();
        match self.pieces.last_mut() {
            Some(last) if verbatim && last.verbatim && last.source.end == source.0 => {
                last.clean.end = end as u32;
                last.source.end = source.1;
            }
            _ => self.pieces.push(Piece {
                clean: Span::new(start, end),
                source: SourceSpan { start: source.0, end: source.1 },
                verbatim,
            }),
        }
    }

    /// Copies a run of the decoded text as it stands.
    fn copy(&mut self, decoded: &Decoded<'_>, start: u32, end: u32) {
        let mut at = start;
        let first = decoded.swaps.partition_point(|s| s.at.1 <= start && s.at.0 < start);
        for swap in decoded.swaps.iter().skip(first).take_while(|s| s.at.0 < end) {
            if swap.at.0 > at {
                self.same(decoded, at, swap.at.0);
            }
            // A run that stands for its bytes as a whole may begin before, or end behind, what is copied.
            let (from, to) = (swap.at.0.max(start), swap.at.1.min(end));
            self.push(decoded.words(from, to), swap.source, false);
            at = to.max(at);
        }
        if at < end {
            self.same(decoded, at, end);
        }
    }

    fn same(&mut self, decoded: &Decoded<'_>, start: u32, end: u32) {
        let source = decoded.source(start);
        self.push(decoded.words(start, end), (source, source + end - start), true);
    }

    /// Copies words with every run of blanks as one space.
    fn words(&mut self, decoded: &Decoded<'_>, start: u32, end: u32) {
        let text = decoded.words(start, end);
        let bytes = text.as_bytes();
        let mut done = 0;
        while let Some(blank) = next_wide_blank(bytes, done) {
            let len = bytes.get(blank..).unwrap_or_default();
            let len = len.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            self.copy(decoded, start + done as u32, start + blank as u32);
            let (from, to) = (start + blank as u32, start + (blank + len) as u32);
            self.push(" ", (decoded.source(from), decoded.source_end(to)), false);
            done = blank + len;
        }
        self.copy(decoded, start + done as u32, end);
    }
}

static DOUBLE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(b"  "));

/// The next run of blanks, at or after `from`, that is not a single space.
fn next_wide_blank(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let double = DOUBLE.find(rest);
    let before = rest.get(..double.unwrap_or(rest.len()))?;
    let tab = memchr::memchr(b'\t', before).map(|at| {
        let head = before.get(..at).unwrap_or_default();
        head.len() - usize::from(head.ends_with(b" "))
    });
    tab.or(double).map(|at| from + at)
}

/// Writes paragraphs in order; one that takes up another's sentence follows it at once.
pub(super) fn compose(
    print: &Print<'_>,
    paragraphs: &[Paragraph],
    vocabulary: &Vocabulary<'_>,
) -> Draft {
    let mut draft =
        Draft { clean: String::with_capacity(print.decoded.text.len()), ..Draft::default() };
    let mut pending = None;
    for paragraph in paragraphs.iter().filter(|p| !p.continues) {
        if let Some((source, verbatim)) = pending {
            draft.push("\n", source, verbatim);
        }
        let start = draft.clean.len();
        let last = whole(print, paragraphs, paragraph, vocabulary, &mut draft);
        draft
            .blocks
            .push(Block { kind: paragraph.kind, span: Span::new(start, draft.clean.len()) });
        pending = Some(line_end(print, last));
    }
    draft
}

/// Writes a paragraph and all that continues it; gives its last line.
fn whole(
    print: &Print<'_>,
    paragraphs: &[Paragraph],
    paragraph: &Paragraph,
    vocabulary: &Vocabulary<'_>,
    draft: &mut Draft,
) -> usize {
    let mut above: Option<usize> = None;
    let mut part = Some(paragraph);
    while let Some(here) = part {
        for line in here.first as usize..=here.last as usize {
            write_line(print, above, line, vocabulary, draft);
            above = Some(line);
        }
        part = here.next.and_then(|i| paragraphs.get(i as usize)).filter(|p| p.first > here.last);
    }
    above.unwrap_or_default()
}

/// Writes a line after the one above it in the same paragraph.
fn write_line(
    print: &Print<'_>,
    above: Option<usize>,
    line: usize,
    vocabulary: &Vocabulary<'_>,
    draft: &mut Draft,
) {
    let Some(here) = print.lines.get(line) else { return };
    if let Some(above) = above {
        match seam(print.words(above), print.words(line), vocabulary) {
            Seam::Keep => {}
            Seam::Join => unhyphen(draft),
            Seam::Space => {
                let source = print.decoded;
                let to = if above + 1 == line {
                    here.start
                } else {
                    print.lines.get(above).map_or(0, |l| l.next)
                };
                let from = print.lines.get(above).map_or(0, |l| l.end);
                draft.push(" ", (source.source(from), source.source_end(to)), false);
            }
        }
    }
    draft.words(print.decoded, here.start, here.end);
}

/// Takes back the hyphen that was written last.
fn unhyphen(draft: &mut Draft) {
    if !draft.clean.ends_with('-') {
        return;
    }
    draft.clean.pop();
    let Some(last) = draft.pieces.last_mut() else { return };
    if last.clean.len() == 1 {
        draft.pieces.pop();
        return;
    }
    last.clean.end -= 1;
    if last.verbatim {
        last.source.end -= 1;
    }
}

/// The file's bytes of a line's end (its last byte, which is the line feed), and whether they are one line feed.
fn line_end(print: &Print<'_>, line: usize) -> ((u32, u32), bool) {
    let Some(line) = print.lines.get(line) else { return ((0, 0), false) };
    let decoded = print.decoded;
    let end = decoded.source_end(line.next);
    if line.next == line.end {
        return ((end, end), false);
    }
    let last = line.next - 1;
    let verbatim = decoded.words(last, line.next) == "\n" && !decoded.is_swapped(last);
    ((decoded.source(last), end), verbatim)
}
