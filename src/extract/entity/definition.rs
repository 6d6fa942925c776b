//! Reads the short forms that a text writes out itself: "gross domestic product (GDP)", "BSA (Border Security Agency)". A text
//! in, pairs of spans out. Never takes letters that the words do not have, and knows no names.

use super::list;
use super::token::prose;
use crate::extract::Definition;
use crate::text::{Span, Text};
use std::ops::Range;

/// The most bytes looked at inside brackets.
const BRACKET: usize = 160;

/// What the text writes out in brackets, rising by place.
pub(super) fn find(text: &Text) -> Vec<Definition> {
    let mut found = Vec::new();
    for block in text.blocks.iter().filter(|block| prose(block.kind)) {
        let Some(words) = text.clean.get(block.span.range()) else { continue };
        let offset = block.span.start as usize;
        let span = |range: Range<usize>| Span::new(range.start + offset, range.end + offset);
        let brackets = memchr::memchr_iter(b'(', words.as_bytes());
        found.extend(brackets.filter_map(|at| {
            let (short, long) = bracketed(words, at)?;
            Some(Definition { short: span(short), long: span(long) })
        }));
    }
    found
}

/// What the bracket at a place writes out, or is written out by: the short form and the long one.
fn bracketed(words: &str, at: usize) -> Option<(Range<usize>, Range<usize>)> {
    let rest = words.get(at + 1..)?;
    let close = rest.bytes().take(BRACKET).position(|b| matches!(b, b'(' | b')' | b'\n'))?;
    let inner = rest.get(..close).filter(|_| rest.as_bytes().get(close) == Some(&b')'))?;
    let first = inner.split([',', ';']).next()?;
    let told = bare(first);
    if is_short(told) {
        let long = before(words.get(..at)?, &letters(told))?;
        return Some((within(words, told)?, long));
    }
    let outside = words.get(..at)?.strip_suffix(' ')?;
    let word = bare(outside.rsplit([' ', '\n', '(']).next()?);
    if !is_short(word) || told.split(' ').count() < 2 || told.len() > 120 {
        return None;
    }
    let parts = parts(told);
    fits(&letters(word), &parts).filter(|_| parts.len() <= most(word))?;
    Some((within(words, word)?, within(words, told)?))
}

/// The words that a short form stands for, at the end of what stands before it.
fn before(words: &str, short: &[char]) -> Option<Range<usize>> {
    let head = words.trim_end_matches([' ', '"', '”', '’', ',']);
    // "the Agency’s (BSA) guards"
    let head = head.strip_suffix("’s").or_else(|| head.strip_suffix("'s")).unwrap_or(head);
    let mut best: Option<((bool, usize), usize)> = None;
    let mut start = head.len();
    for _ in 0..(short.len() + 5).min(short.len() * 2 + 1) {
        let rest = head.get(..start)?.trim_end_matches(' ');
        let from = rest.rfind([' ', '\n', '(', '“', '"', '—']).map_or(0, |gap| {
            gap + rest.get(gap..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8)
        });
        let word = rest.get(from..)?;
        let ends =
            word.len() > 3 && word.ends_with('.') || word.ends_with([';', ':', '!', '?', ')']);
        if word.is_empty() || (ends && start < head.len()) {
            break;
        }
        start = from;
        // "talks of the Border Agency (BA)", and "of Islamic Cooperation" is no whole name.
        let rank = fits(short, &parts(head.get(start..)?))
            .filter(|_| !list::SMALL.says(word))
            .map(|used| (word.starts_with(char::is_uppercase), used));
        if let Some(rank) = rank.filter(|rank| best.is_none_or(|(best, _)| *rank > best)) {
            best = Some((rank, start));
        }
    }
    best.map(|(_, start)| start..head.len())
}

/// Initials as all documents have them: without the "s" of several: "NGOs" is "NGO".
pub fn initials(word: &str) -> &str {
    let one = word.strip_suffix('s').unwrap_or(word);
    if one.len() > 1 && one.ends_with(|c: char| c.is_uppercase()) { one } else { word }
}

/// Without quotes and the words that introduce a short form: "hereinafter the “Agency”".
fn bare(words: &str) -> &str {
    let mut words = words;
    loop {
        let before = words;
        words = words.trim_matches([' ', '"', '“', '”', '‘', '’', '\'', '*']);
        let lead = list::INTRODUCING.begins(words);
        words = lead.and_then(|lead| words.strip_prefix(lead)?.strip_prefix(' ')).unwrap_or(words);
        if words.len() == before.len() {
            return words;
        }
    }
}

/// Where a part of some words stands in them.
fn within(words: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(words.as_ptr() as usize)?;
    (start + part.len() <= words.len()).then_some(start..start + part.len())
}

/// Whether a word looks like a short form: two to ten letters, half of them capitals, and no number in Roman figures.
fn is_short(word: &str) -> bool {
    let count = word.chars().count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '&' | '.' | '/');
    (2..=10).contains(&count)
        && capitals > 1
        && capitals >= small
        && word.chars().all(fits)
        && word.starts_with(|c: char| c.is_uppercase())
        && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The letters of a short form that its words must have, in small letters; without the "s" of several.
fn letters(short: &str) -> Vec<char> {
    let one = initials(short);
    one.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The most words that a short form stands for.
fn most(short: &str) -> usize {
    short.len() * 2 + 1
}

/// The words of a long form, compounds in their parts.
fn parts(long: &str) -> Vec<&str> {
    let parts = long.split([' ', '-', '/', '\n']);
    parts
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .collect()
}

/// How many words some letters come from, in order: the first letter begins the first word, each other begins a word or
/// follows in one. None where they do not come from the words, or where too much is left over.
fn fits(short: &[char], words: &[&str]) -> Option<usize> {
    // For each number of letters spent so far: words used and words passed over, the best of them.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; short.len() + 1];
    if let Some(none) = best.first_mut() {
        *none = Some((0, 0));
    }
    for (n, word) in words.iter().enumerate() {
        let skip = usize::from(!list::SMALL.says(word));
        let mut next: Vec<Option<(usize, usize)>> = vec![None; short.len() + 1];
        for (spent, held) in best.iter().enumerate() {
            let Some((used, passed)) = *held else { continue };
            if n > 0 {
                better(next.get_mut(spent), (used, passed + skip));
            }
            for taken in 1..=takes(word, short.get(spent..).unwrap_or_default()) {
                better(next.get_mut(spent + taken), (used + 1, passed));
            }
        }
        best = next;
    }
    let (used, passed) = (*best.last()?)?;
    (used * 2 >= short.len() && passed * 2 <= short.len()).then_some(used)
}

fn better(held: Option<&mut Option<(usize, usize)>>, new: (usize, usize)) {
    let value = |(used, passed): (usize, usize)| 4 * used as isize - passed as isize;
    if let Some(held) = held
        && held.is_none_or(|old| value(new) > value(old))
    {
        *held = Some(new);
    }
}

/// How many of some letters a word has in order, the first of them at its beginning.
fn takes(word: &str, letters: &[char]) -> usize {
    let mut left = letters.iter();
    let mut taken = 0;
    let mut wanted = left.next();
    for (n, c) in word.chars().flat_map(char::to_lowercase).enumerate() {
        if wanted == Some(&c) {
            taken += 1;
            wanted = left.next();
        } else if n == 0 {
            return 0;
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<(&str, &str)>) {
        let text = crate::text::read(words.as_bytes());
        let found = find(&text);
        let found = found.first().map(|d| (text.words(d.short), text.words(d.long)));
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn a_text_writes_its_short_forms_out() {
        for (words, expected) in [
            (
                "They left the Border Security Agency (BSA) alone.",
                Some(("BSA", "Border Security Agency")),
            ),
            (
                "The gross domestic product (GDP) grew a bit.",
                Some(("GDP", "gross domestic product")),
            ),
            (
                "Armed non-state actors (ANSAs) were seen there.",
                Some(("ANSAs", "Armed non-state actors")),
            ),
            (
                "There the BSA (Border Security Agency) went home.",
                Some(("BSA", "Border Security Agency")),
            ),
            (
                "It asked the African Development Bank (“AfDB”) for it.",
                Some(("AfDB", "African Development Bank")),
            ),
            (
                "At the Conference on Interaction and Confidence Building Measures in Asia (CICA) they sat.",
                Some((
                    "CICA",
                    "Conference on Interaction and Confidence Building Measures in Asia",
                )),
            ),
            (
                "Then the State Statistics Service (SSS, for short) knew.",
                Some(("SSS", "State Statistics Service")),
            ),
            ("They heard of the Border Agency’s (BA) guards.", Some(("BA", "Border Agency"))),
            (
                "There were talks between the Transit Control Agency (TCA) and others.",
                Some(("TCA", "Transit Control Agency")),
            ),
            ("They read the Border Paper (2015) and the World War (II) book.", None),
            ("They met Jane Dorval (USA) and others there.", None),
            ("The end. Border guards of all kinds of Security Agencies (BSA) left.", None),
        ] {
            check(words, expected);
        }
    }
}
