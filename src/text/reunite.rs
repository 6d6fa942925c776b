//! Paragraphs in; the same paragraphs out, those that a page break or an interruption has parted linked again, and
//! what stood between named as furniture. Never moves bytes: the writing follows the links.

use super::block::{BlockKind, Furniture};
use super::label;
use super::label::trails_off;
use super::line::{Closes, Line, Opens};
use super::print::{Paragraph, Print, Way};
use super::shape;

/// How many paragraphs an interruption may have.
const REACH: usize = 16;

/// Links parted paragraphs and names running heads and quotes set apart.
pub(super) fn reunite(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    folios(print, paragraphs);
    if !print.wrapped {
        halves(print, paragraphs);
        return;
    }
    for paragraph in paragraphs.iter_mut() {
        let way = print.way(paragraph.first as usize);
        match way {
            Way::Repeats | Way::Intrudes => paragraph.kind = intruder(print, paragraph),
            Way::Recurs => paragraph.kind = BlockKind::Furniture(Furniture::RunningHead),
            Way::Notice => paragraph.kind = BlockKind::Furniture(Furniture::Boilerplate),
            _ => {}
        }
    }
    for open in 0..paragraphs.len() {
        if let Some(next) = continuation(print, paragraphs, open) {
            link(print, paragraphs, open, next);
        }
    }
}

fn link(print: &Print<'_>, paragraphs: &mut [Paragraph], open: usize, next: usize) {
    for between in paragraphs.get_mut(open + 1..next).unwrap_or_default() {
        if between.kind == BlockKind::Paragraph && print.way(between.first as usize) != Way::Note {
            between.kind = intruder(print, between);
        }
    }
    if let Some(part) = paragraphs.get_mut(open) {
        part.next = Some(next as u32);
    }
    if let Some(part) = paragraphs.get_mut(next) {
        part.continues = true;
    }
}

/// What a paragraph is that stands in another's way.
fn intruder(print: &Print<'_>, paragraph: &Paragraph) -> BlockKind {
    let words = print.all(paragraph);
    if label::is_caption(words) {
        return BlockKind::Caption;
    }
    let repeats = print.way(paragraph.first as usize) == Way::Repeats;
    let head =
        shape::is_page_number(words) || shape::is_running_head(words) || shape::is_shouted(words);
    let kind = if head && !repeats { Furniture::RunningHead } else { Furniture::PullQuote };
    BlockKind::Furniture(kind)
}

/// The paragraph that takes up the open sentence of another.
fn continuation(print: &Print<'_>, paragraphs: &[Paragraph], open: usize) -> Option<usize> {
    let here = paragraphs.get(open).filter(|p| p.kind == BlockKind::Paragraph)?;
    if print.way(here.first as usize) == Way::Note {
        return None;
    }
    let last = print.lines.get(here.last as usize)?;
    let words = print.words(here.last as usize);
    let prose = here.height() > 1 || here.continues || last.width * 10 >= print.measure * 6;
    if !prose || matches!(last.closes, Closes::Stop | Closes::Colon) {
        return None;
    }
    let wanting = last.closes != Closes::Open || trails_off(words);
    let end = (open + 1 + REACH).min(paragraphs.len());
    for next in open + 1..end {
        let part = paragraphs.get(next)?;
        let first = print.lines.get(part.first as usize)?;
        let note = print.way(part.first as usize) == Way::Note;
        let furniture = note || !part.kind.is_body();
        if !furniture && !part.continues && part.kind == BlockKind::Paragraph {
            let apart = first.gap > 0 || next > open + 1;
            if apart && takes_up(print, part, wanting) {
                return Some(next);
            }
        }
        if !(furniture || may_intrude(print, part)) {
            return None;
        }
    }
    None
}

/// Whether a paragraph may be the rest of a sentence.
fn takes_up(print: &Print<'_>, part: &Paragraph, wanting: bool) -> bool {
    let Some(first) = print.lines.get(part.first as usize) else { return false };
    let words = print.words(part.first as usize);
    if label::is_caption(words) || shape::item(words).is_some() && !words.starts_with('(') {
        return false;
    }
    let wide = first.width * 10 >= print.measure * 6;
    match first.opens {
        Opens::Lower => true,
        Opens::Upper | Opens::Digit => wanting && wide && !shape::is_shouted(words),
        Opens::Caseless => wide,
        Opens::Sign => false,
    }
}

/// Whether a paragraph may stand inside another: a page's head or foot, a caption.
fn may_intrude(print: &Print<'_>, part: &Paragraph) -> bool {
    let words = print.all(part);
    let line = part.height() == 1;
    let after = print.gap(part.last as usize + 1) > 0;
    line && after
        && (shape::is_page_number(words)
            || shape::is_running_head(words)
            || shape::is_shouted(words))
        || label::is_caption(words)
}

/// Names lines that are nothing but a document's number and the like at the head of a page, or a rule above its notes.
fn folios(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    for paragraph in paragraphs.iter_mut().filter(|p| p.height() == 1) {
        if shape::is_rule(print.words(paragraph.first as usize)) {
            paragraph.kind = BlockKind::Furniture(Furniture::Boilerplate);
            continue;
        }
        let edge =
            print.gap(paragraph.first as usize) > 0 || print.gap(paragraph.last as usize + 1) > 0;
        if edge && shape::is_folio(print.words(paragraph.first as usize)) {
            paragraph.kind = BlockKind::Furniture(Furniture::RunningHead);
        }
    }
}

/// In a file of one paragraph a line: links the halves of a sentence that a page's end has parted. Only where lines
/// are sentences (most end with a stop), the first half is long and open, and the second begins with a small letter.
fn halves(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    let closed = print.lines.iter().filter(|l| l.closes == Closes::Stop).count();
    if closed < 4 || closed * 10 < print.lines.len() * 6 {
        return;
    }
    for open in 0..paragraphs.len() {
        let Some(here) = paragraphs.get(open).filter(|p| p.kind == BlockKind::Paragraph) else {
            continue;
        };
        let (line, words) = (print.lines.get(here.last as usize), print.words(here.last as usize));
        let broken = |l: &Line| l.width >= 50 && !matches!(l.closes, Closes::Stop | Closes::Colon);
        if !line.is_some_and(broken) || words.ends_with(';') {
            continue;
        }
        let between = paragraphs.get(open + 1..).unwrap_or_default();
        let skip = between.iter().take(2).take_while(|p| !p.kind.is_body()).count();
        let next = open + 1 + skip;
        if paragraphs.get(next).is_some_and(|part| is_half(print, part)) {
            link(print, paragraphs, open, next);
        }
    }
}

/// Whether a line may be the rest of a sentence in a file of one paragraph a line.
fn is_half(print: &Print<'_>, part: &Paragraph) -> bool {
    let words = print.words(part.first as usize);
    let first = print.lines.get(part.first as usize);
    let goes_on = first.is_some_and(|l| {
        (l.opens == Opens::Lower || words.starts_with('('))
            && (l.width >= 40 || l.closes == Closes::Stop)
    });
    goes_on
        && part.kind == BlockKind::Paragraph
        && shape::item(words).is_none()
        && !label::is_caption(words)
}
