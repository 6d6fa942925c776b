//! A document's title: a line "Title: …", a title block, or a heading that opens the document. What a site adds
//! behind it ("… – EURACTIV", "… | Reuters") is left out and may name the publisher. Never makes a title of prose.

use super::head::may_speak;
use super::lexicon::{lexicon, opening};
use crate::text::{Block, BlockKind, Span, Text};

/// A title as read.
pub(super) struct Title {
    pub(super) words: Span,
    /// The mark of paid matter.
    pub(super) promoted: Option<Span>,
    /// The site's name behind the title.
    pub(super) tail: Option<Span>,
}

/// Reads the title.
pub(super) fn of(text: &Text, head: &[&Block]) -> Option<Title> {
    let stated = head.iter().find_map(|b| {
        let line = text.words(b.span);
        let skip = opening(line, &lexicon().title)?;
        trimmed(text, Span { start: b.span.start + skip as u32, end: b.span.end })
    });
    let block = || {
        let title = head.iter().find(|b| b.kind == BlockKind::Title);
        title
            .or_else(|| head.iter().find(|b| may_speak(b.kind)).filter(|b| strong(b.kind)))
            .map(|b| b.span)
    };
    shortened(text, stated.or_else(block)?)
}

/// A heading of the two highest levels can be the title where it opens the document.
fn strong(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(1 | 2))
}

/// Leaves out the site's name and the mark of paid matter behind a title.
fn shortened(text: &Text, whole: Span) -> Option<Title> {
    let words = text.words(whole);
    let lower = words.to_ascii_lowercase();
    let part = |from: usize, to: usize| {
        let start = whole.start as usize;
        trimmed(text, Span::new(start + from, start + to))
    };
    let mark = lexicon().promoted.iter().find_map(|p| Some((lower.find(p.as_str())?, p.len())));
    let promoted = mark.and_then(|(at, len)| part(at, at + len));
    let tail_at = SEPARATORS
        .iter()
        .filter_map(|s| Some((words.rfind(s)?, s.len())))
        .max()
        .filter(|&(at, len)| is_site(words.get(at + len..).unwrap_or_default(), at));
    let tail = tail_at.and_then(|(at, len)| part(at + len, words.len()));
    let end = mark
        .map(|(at, _)| at)
        .filter(|&at| at > 0)
        .into_iter()
        .chain(tail_at.map(|(at, _)| at))
        .min();
    Some(Title { words: part(0, end.unwrap_or(words.len()))?, promoted, tail })
}

const SEPARATORS: [&str; 4] = [" – ", " — ", " | ", " - "];

/// A site's name is short, has no small words but "of" and "the", and stands behind a longer title.
fn is_site(tail: &str, before: usize) -> bool {
    let words: Vec<&str> = tail.split_whitespace().collect();
    let capital =
        |w: &&str| w.starts_with(|c: char| c.is_uppercase()) || matches!(*w, "of" | "the" | "and");
    !words.is_empty() && words.len() <= 4 && words.iter().all(capital) && before >= 2 * tail.len()
}

fn trimmed(text: &Text, span: Span) -> Option<Span> {
    let words = text.words(span);
    let inner =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '|'));
    let start = span.start as usize + words.find(inner)?;
    (!inner.is_empty()).then(|| Span::new(start, start + inner.len()))
}
