//! The capitalised words beside a place in the text that no table knows. Never says what they name.

use super::context::{after, before, blank, capital, named};
use super::given;
use super::list;
use super::scan::Hit;

/// The run of up to three capitalised words that ends at an offset, none of them in a table; `None` where it is longer.
pub(super) fn run(text: &str, end: usize, kept: &[Hit]) -> Option<(usize, usize)> {
    let mut start = end;
    let mut count = 0;
    loop {
        let (word, gap) = before(text, start);
        let joins = if start == end { gap.is_empty() } else { glue(gap, word) };
        let from = start - gap.len() - word.len();
        if !joins || !capital(word) || stops(word) {
            break;
        }
        if overlaps(kept, from, start) {
            return None;
        }
        count += 1;
        if count > 3 {
            return None;
        }
        start = from;
    }
    let name = text.get(start..end).unwrap_or_default();
    let whole = named(name) || name.bytes().filter(u8::is_ascii_uppercase).count() > 3;
    (count > 0 && whole).then_some((start, end))
}

/// The run of up to three capitalised words after an offset.
pub(super) fn following(text: &str, at: usize, kept: &[Hit]) -> Option<(usize, usize)> {
    let (mut start, mut end) = (None, at);
    for _ in 0..3 {
        let (gap, word) = after(text, end);
        let from = end + gap.len();
        if !blank(gap) || !named(word) || stops(word) || overlaps(kept, from, from + word.len()) {
            break;
        }
        start = start.or(Some(from));
        end = from + word.len();
    }
    start.map(|start| (start, end))
}

/// What may stand between two words of a town's name: a space, or a stop after "St" and its like.
fn glue(gap: &str, word: &str) -> bool {
    let short = list::SHORTENED.has(word);
    (blank(gap) && !gap.contains('\n')) || gap == "-" || (short && gap == ". ")
}

/// Words that are no part of a town's name.
fn stops(word: &str) -> bool {
    !list::BEGINS_TOWN.has(word)
        && (list::INSTITUTION.has(word)
            || list::OPENER.has(word)
            || list::BEFORE_TOWN.has(word)
            || given::TITLE.has(word))
}

/// Whether a hit of the tables lies among these bytes.
pub(super) fn overlaps(raw: &[Hit], start: usize, end: usize) -> bool {
    let at = raw.partition_point(|hit| hit.end <= start);
    raw.get(at).is_some_and(|hit| hit.start < end)
}
