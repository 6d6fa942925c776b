//! Paragraphs in; the same paragraphs with their kinds out: title, headings, items, captions, cells, lines about the
//! document. Looks at a paragraph and its neighbours; never changes what belongs to it.

use super::block::BlockKind;
use super::label;
use super::label::trails_off;
use super::line::{Closes, Opens};
use super::print::{Paragraph, Print};
use super::sentence;
use super::shape;
use super::span::Span;

/// How many heading-like lines may follow each other before they are a list of short lines.
const STACK: u8 = 4;

/// Names every paragraph.
pub(super) fn classify(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    for paragraph in paragraphs.iter_mut().filter(|p| p.kind == BlockKind::Paragraph) {
        if let Some(kind) = alone(print, paragraph) {
            paragraph.kind = kind;
        }
    }
    rows(print, paragraphs);
    tables(print, paragraphs);
    let leads = leads(print, paragraphs);
    for i in 0..paragraphs.len() {
        if let Some(kind) = heading(print, paragraphs, &leads, i)
            && let Some(slot) = paragraphs.get_mut(i)
        {
            slot.kind = kind;
        }
    }
    title(print, paragraphs, &leads);
    levels(print, paragraphs);
}

/// The kind that a paragraph's own first words tell.
pub(super) fn alone(print: &Print<'_>, paragraph: &Paragraph) -> Option<BlockKind> {
    let words = print.words(paragraph.first as usize);
    if label::is_caption(words) {
        return Some(BlockKind::Caption);
    }
    if paragraph.height() <= 3 && label::is_metadata(words) {
        return Some(BlockKind::Metadata);
    }
    if let Some(item) = shape::item(words) {
        return Some(item.kind);
    }
    None
}

/// Names rows of tables: two and more lines of cells on end.
fn rows(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    let is_row = |p: &Paragraph| p.kind == BlockKind::Paragraph && is_row(print, p);
    let mut first = 0;
    while first < paragraphs.len() {
        let run = paragraphs.iter().skip(first).take_while(|p| is_row(p)).count();
        if run >= 2 {
            for row in paragraphs.get_mut(first..first + run).unwrap_or_default() {
                row.kind = BlockKind::Cell;
            }
        }
        first += run + 1;
    }
}

fn is_row(print: &Print<'_>, paragraph: &Paragraph) -> bool {
    let row = paragraph.height() == 1
        && print.lines.get(paragraph.first as usize).is_some_and(|l| l.width < 200);
    row && print.is_row(paragraph.first as usize)
}

/// From a table's caption to its source everything is a cell; without a source, as long as it looks like cells.
fn tables(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    let mut i = 0;
    while i < paragraphs.len() {
        let end = match paragraphs.get(i) {
            Some(p)
                if p.kind == BlockKind::Caption
                    && label::is_table_caption(print.words(p.first as usize)) =>
            {
                table_end(print, paragraphs, i + 1)
            }
            _ => i + 1,
        };
        for cell in paragraphs.get_mut(i + 1..end).unwrap_or_default() {
            if matches!(cell.kind, BlockKind::Paragraph | BlockKind::Numbered) {
                cell.kind = BlockKind::Cell;
            }
        }
        i = end;
    }
}

/// The paragraph after a table's last cell.
fn table_end(print: &Print<'_>, paragraphs: &[Paragraph], first: usize) -> usize {
    let mut end = first;
    for (n, cell) in paragraphs.iter().enumerate().skip(first).take(200) {
        if cell.kind == BlockKind::Metadata && label::is_source(print.words(cell.first as usize)) {
            return n;
        }
        let closes = print.lines.get(cell.last as usize).map_or(Closes::Stop, |l| l.closes);
        let prose = closes == Closes::Stop && (cell.height() > 4 || print.all(cell).len() > 240);
        if prose
            || !matches!(
                cell.kind,
                BlockKind::Paragraph | BlockKind::Cell | BlockKind::Numbered | BlockKind::Bullet
            )
        {
            break;
        }
        // Without a source line below, only what is plainly torn is a cell: three or more in a row.
        if closes != Closes::Stop {
            end = n + 1;
        }
    }
    if end >= first + 3 { end } else { first }
}

/// For each paragraph: 0 when it is neither prose nor leads to prose, else how many heading-like ones stand before
/// the prose it leads to, plus one.
fn leads(print: &Print<'_>, paragraphs: &[Paragraph]) -> Vec<u8> {
    let mut leads = vec![0; paragraphs.len()];
    let mut next = 0u8;
    for (i, paragraph) in paragraphs.iter().enumerate().rev() {
        let here = if heading_like(print, paragraph) {
            if next == 0 { 0 } else { (next + 1).min(STACK + 2) }
        } else {
            u8::from(is_prose(print, paragraph))
        };
        if let Some(slot) = leads.get_mut(i) {
            *slot = here;
        }
        next = if paragraph.kind == BlockKind::Metadata || paragraph.kind == BlockKind::Caption {
            next
        } else {
            here
        };
    }
    leads
}

fn is_prose(print: &Print<'_>, paragraph: &Paragraph) -> bool {
    match paragraph.kind {
        BlockKind::Bullet | BlockKind::Numbered => true,
        BlockKind::Paragraph => {
            let closes =
                print.lines.get(paragraph.last as usize).map_or(Closes::Open, |l| l.closes);
            let len = print.all(paragraph).len();
            len > 60 || len > 24 && closes == Closes::Stop || closes == Closes::Colon
        }
        _ => false,
    }
}

/// Whether a paragraph is short, open-ended and begins like a name.
fn heading_like(print: &Print<'_>, paragraph: &Paragraph) -> bool {
    let words = print.all(paragraph);
    let parted = paragraph.next.is_some() || paragraph.continues;
    if parted || paragraph.height() > 3 || words.len() > 120 {
        return false;
    }
    let numbered = shape::heading_depth(words).is_some();
    let kind = match paragraph.kind {
        BlockKind::Paragraph => true,
        BlockKind::Numbered => numbered,
        _ => false,
    };
    if !kind || !is_one_sentence(words) {
        return false;
    }
    let (first, last) =
        (print.lines.get(paragraph.first as usize), print.lines.get(paragraph.last as usize));
    let (Some(first), Some(last)) = (first, last) else { return false };
    let count = words.split_whitespace().count();
    let begins = first.opens == Opens::Upper || numbered || is_label(words);
    let ends = last.closes == Closes::Open || words.ends_with('?') && (numbered || count <= 8);
    begins
        && ends
        && count <= 14
        && words.chars().any(char::is_alphabetic)
        && !trails_off(words)
        && !words.ends_with(['-', '–', '—', '_', '='])
        && !words.contains(['@', '|'])
}

/// Whether no sentence ends inside the words: a name has none.
fn is_one_sentence(words: &str) -> bool {
    let mut found = Vec::new();
    sentence::sentences(words, Span::new(0, words.len()), &mut found);
    found.len() < 2
}

/// "2020-2021", "2 May": digits that name a section when a capital word follows.
fn is_label(words: &str) -> bool {
    words.len() < 40
        && words.starts_with(|c: char| c.is_ascii_digit())
        && words.split_whitespace().any(|w| w.starts_with(char::is_uppercase))
}

/// Whether paragraph `i` is a heading: heading-like, with prose below, and set apart or plainly shorter than it.
fn heading(
    print: &Print<'_>,
    paragraphs: &[Paragraph],
    leads: &[u8],
    i: usize,
) -> Option<BlockKind> {
    let here = paragraphs.get(i)?;
    let lead = *leads.get(i)?;
    if !(2..=STACK + 1).contains(&lead) || !heading_like(print, here) {
        return None;
    }
    let words = print.all(here);
    let depth = shape::heading_depth(words);
    if depth.is_some() && next_item(print, paragraphs, i) {
        return None;
    }
    let apart = print.gap(here.first as usize) > 0 || i == 0;
    let after = print.gap(here.last as usize + 1) > 0;
    let count = words.split_whitespace().count();
    let below = paragraphs.get(i + 1).map_or(0, |p| print.all(p).len());
    let short = count <= 10 && (lead > 2 || below > words.len() * 2);
    let fits = depth.is_some()
        || shape::is_shouted(words) && !print.shouts
        || (apart && after)
        || short && (apart || !print.wrapped || after);
    (fits && (short || depth.is_some() || apart)).then_some(BlockKind::Heading(depth.unwrap_or(0)))
}

/// Whether a numbered line is one of a list of numbered lines.
fn next_item(print: &Print<'_>, paragraphs: &[Paragraph], i: usize) -> bool {
    let number = |n: usize| {
        let paragraph = paragraphs.get(n)?;
        shape::item(print.words(paragraph.first as usize))
            .map(|item| item.number)
            .filter(|n| *n > 0)
    };
    let here = number(i);
    let next = number(i + 1).zip(here).is_some_and(|(n, h)| n == h + 1);
    let above = i.checked_sub(1).and_then(number).zip(here).is_some_and(|(a, h)| a + 1 == h);
    next || above
}

/// The document's own title: its first line, when that is no prose, or the first below a date and such; and the publisher's
/// line below it.
fn title(print: &Print<'_>, paragraphs: &mut [Paragraph], leads: &[u8]) {
    let about = |p: &Paragraph| p.kind == BlockKind::Metadata || !p.kind.is_body();
    let Some(at) = paragraphs.iter().position(|p| !about(p)) else { return };
    let Some(first) = paragraphs.get(at).copied() else { return };
    let words = print.all(&first);
    let named = matches!(first.kind, BlockKind::Paragraph | BlockKind::Heading(0))
        || words.starts_with("# ");
    let fits = named
        && first.height() <= 3
        && words.len() <= 200
        && words.split_whitespace().count() <= 24
        && is_one_sentence(words)
        && words.chars().any(char::is_alphabetic)
        && print.lines.get(first.first as usize).is_some_and(|l| l.opens != Opens::Lower)
        && print.lines.get(first.last as usize).is_some_and(|l| {
            l.closes == Closes::Open || words.ends_with(['?', '!', '’', '”', '\'', '"'])
        })
        && !trails_off(words)
        && !is_section(words);
    // A first line that the second takes up is the half of a sentence.
    let taken_up = first.next.is_some()
        || paragraphs
            .get(at + 1)
            .and_then(|p| print.lines.get(p.first as usize))
            .is_some_and(|l| l.opens == Opens::Lower);
    let fits = fits && !taken_up;
    let followed = leads.iter().skip(at + 1).take(6).any(|l| *l > 0) && print.all(&first).len() > 3;
    if !fits || !followed {
        return;
    }
    if let Some(slot) = paragraphs.get_mut(at) {
        slot.kind = BlockKind::Title;
    }
    let Some(second) = paragraphs.get(at + 1).copied() else { return };
    let words = print.all(&second);
    let stacked = matches!(
        paragraphs.get(at + 2).map(|p| p.kind),
        Some(BlockKind::Heading(_) | BlockKind::Metadata)
    );
    if second.kind == BlockKind::Heading(0)
        && stacked
        && words.len() <= 60
        && !is_section(words)
        && let Some(slot) = paragraphs.get_mut(at + 1)
    {
        slot.kind = BlockKind::Metadata;
    }
}

/// Names of sections that begin a document but do not name it.
fn is_section(words: &str) -> bool {
    let folded = words.trim_end_matches([':', '.']).to_lowercase();
    matches!(
        folded.as_str(),
        "abstract"
            | "summary"
            | "executive summary"
            | "introduction"
            | "overview"
            | "background"
            | "contents"
            | "table of contents"
            | "foreword"
            | "preface"
            | "key points"
            | "key findings"
            | "key judgements"
            | "key judgments"
            | "conclusion"
            | "conclusions"
            | "references"
            | "bibliography"
            | "notes"
    )
}

/// Levels of headings that carry no number: below the numbered ones; capitals above small letters; set apart on both
/// sides above those that stand on their text.
fn levels(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    let kinds = || paragraphs.iter().filter(|p| p.kind == BlockKind::Heading(0));
    let shouted = |p: &Paragraph| shape::is_shouted(print.all(p));
    let apart = |p: &Paragraph| print.gap(p.last as usize + 1) > 0;
    let numbered = paragraphs.iter().any(|p| matches!(p.kind, BlockKind::Heading(1..)));
    let some_shouted = kinds().any(shouted) && !kinds().all(shouted);
    let some_apart = kinds().any(apart) && !kinds().all(apart);
    let mut seen_number = false;
    for paragraph in paragraphs.iter_mut() {
        match paragraph.kind {
            BlockKind::Heading(0) => {
                let mut level = 1;
                level += u8::from(numbered && seen_number);
                level += u8::from(some_shouted && !shouted(paragraph));
                level += u8::from(some_apart && !apart(paragraph));
                paragraph.kind = BlockKind::Heading(level);
            }
            BlockKind::Heading(_) => seen_number = true,
            _ => {}
        }
    }
}
