//! Says which way a figure tells of a change: the verb, "up" or "higher" that stands beside it. Words come in, a span of
//! them goes out. Never reads how much: a figure that something fell "to" is a level and no change.

use super::beside::Beside;
use super::words::tokens;
use super::{list, phrases};
use crate::text::{Span, Text};

/// How far before a figure its word of change may stand, in bytes.
const REACH: u32 = 64;

/// The word of change that tells of a figure: "rose", "up", "higher".
pub(super) fn of(beside: &Beside<'_>) -> Option<Span> {
    if beside.quantity.rule == "quantity.change" {
        return None;
    }
    before(beside).or_else(|| behind(beside))
}

/// "declined in 2005 by", "rose", "up", "an increase of".
fn before(beside: &Beside<'_>) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    let end = quantity.span.start;
    let mut start = setting.sentence.start.max(end.saturating_sub(REACH)).min(end);
    while !text.clean.is_char_boundary(start as usize) {
        start += 1;
    }
    // A cheap no for most figures: the word right before one is neither.
    let words = text.words(Span { start, end }).trim_end();
    let word = words.rsplit([' ', '-', '/']).next().unwrap_or_default();
    let letters = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    if letters
        && !list::SHIFTS.has(word)
        && !is_small(word)
        && !beside.is_dated(near(word, words, start))
    {
        return None;
    }
    let all = tokens(text, Span { start, end });
    let mut next = end;
    let mut of = false;
    for token in all.iter().rev() {
        let word = text.words(*token);
        if text.words(Span { start: token.end, end: next }).contains([',', ';', ':', '(', ')', '"'])
        {
            return None;
        }
        if if of { list::CHANGES.has(word) } else { list::SHIFTS.has(word) } {
            let made = matches!(word, "up" | "down") && is_phrasal(text, *token);
            return Some(*token).filter(|_| !made);
        }
        let dated = beside.is_dated(*token) || matches!(word, "in" | "since" | "during");
        if of || !(is_small(word) || dated) {
            return None;
        }
        of = word == "of";
        next = token.start;
    }
    None
}

/// Where the last word of a stretch stands.
fn near(word: &str, words: &str, start: u32) -> Span {
    let end = start as usize + words.len();
    Span::new(end - word.len(), end)
}

/// Whether a word may stand between a word of change and its figure.
fn is_small(word: &str) -> bool {
    list::DEGREE.says(word) || word.len() > 3 && word.ends_with("ly")
}

/// "making up 5 per cent": a verb of which "up" is a part.
fn is_phrasal(text: &Text, up: Span) -> bool {
    let mut start = up.start.saturating_sub(12);
    while !text.clean.is_char_boundary(start as usize) {
        start += 1;
    }
    let before = text.words(Span { start, end: up.start }).trim_end();
    let word = before.rsplit(' ').next().unwrap_or_default();
    list::PHRASAL.has(word)
}

/// "5 per cent higher than in 2005".
fn behind(beside: &Beside<'_>) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    let end = quantity.span.end;
    let rest = text.words(Span { start: end, end: setting.sentence.end.max(end) });
    let word = rest.strip_prefix([' ', '-'])?.split([' ', ',', '.']).next()?;
    let then = rest.get(1 + word.len()..).unwrap_or_default();
    let set = then.starts_with(" than ") || !matches!(word, "more" | "less" | "above" | "below");
    let share = matches!(quantity.unit.as_deref(), Some("percent" | "percentage point"));
    let len = u32::try_from(word.len()).ok()?;
    // "a 12 per cent reduction to 956": of what was told before.
    let own = phrases::COMPLEMENT.begins(then).is_some();
    let says = set && list::COMPARING.has(word) || list::CHANGES.has(word) && !own;
    (share && says).then_some(Span { start: end + 1, end: end + 1 + len })
}

/// A name without the word of change at its end: what a level is told of.
pub(super) fn level(text: &Text, name: &[Span]) -> Vec<Span> {
    let word = |span: &Span| text.words(*span);
    // "increased trade by 5 per cent to $19 million": what it was increased to is trade.
    let name = match name.split_first() {
        Some((first, rest)) if !rest.is_empty() && list::CHANGING.has(word(first)) => rest,
        _ => name,
    };
    match name.split_last() {
        Some((last, rest))
            if !rest.is_empty()
                && (list::SHIFTS | list::COMPARING | list::CHANGES).has(word(last)) =>
        {
            rest.to_vec()
        }
        _ => name.iter().map(|span| unlikened(text, *span)).collect(),
    }
}

/// "less migrants" without the word that sets them against others.
fn unlikened(text: &Text, span: Span) -> Span {
    let words = text.words(span);
    let lead = phrases::MORE_OR_LESS.begins(words);
    let len = lead.map_or(0, |w| u32::try_from(w.len()).unwrap_or_default());
    Span { start: span.start + len, end: span.end }
}
