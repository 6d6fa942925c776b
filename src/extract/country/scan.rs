//! Reading text in, the places where a name of the gazetteer stands out. Never decides what a name means.

use super::gazetteer::{Entry, Gazetteer, Kind, second};
use super::letter::letter;
use crate::text::hash::Packed;
use crate::text::scan::{next_capital, word};
use std::ops::Range;

/// A name of the gazetteer, found as whole words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// Which name, as an index of the gazetteer's entries.
    pub(super) entry: usize,
    /// An "s" follows that is no part of the name: "Kazakhstans", its apostrophe lost.
    pub(super) lost_apostrophe: bool,
    /// It is the word "County" with the county's name before it.
    pub(super) named_county: bool,
    /// It is the first part of a street's name: no mention, but a hint of where the text was written.
    pub(super) street: bool,
}

/// Adds the names that stand between two offsets, the longest at each place, none inside another.
pub(super) fn scan(text: &str, from: usize, to: usize, names: &Gazetteer, hits: &mut Vec<Hit>) {
    let bytes = text.as_bytes().get(..to).unwrap_or_default();
    let mut at = from;
    while let Some(next) = next_capital(bytes, at) {
        at = next;
        if at > from && follows_letter(bytes, at) {
            at += 1;
            continue;
        }
        at = match capitalised(bytes, at, names) {
            Ok(hit) => {
                hits.push(hit);
                hit.end
            }
            Err(end) => end,
        };
    }
}

/// The places that stand within a decoy's words, the longest at each word.
pub(super) fn within(text: &str, decoy: Hit, names: &Gazetteer) -> Vec<Hit> {
    let bytes = text.as_bytes().get(..decoy.end).unwrap_or_default();
    let mut found: Vec<Hit> = Vec::new();
    let mut at = decoy.start;
    while at < decoy.end {
        let end = skip(bytes, at);
        let place = names
            .starting_with(Packed::of(bytes, at, end).hash(), second(bytes, end))
            .find_map(|i| {
                let entry = names.entry(i).filter(|e| e.kind == Kind::Place)?;
                hit(bytes, at, i, entry)
            });
        at = place.map_or(end, |hit| hit.end);
        found.extend(place);
    }
    found
}

/// Whether a letter or digit ends where `at` is.
fn follows_letter(bytes: &[u8], at: usize) -> bool {
    if let Some(before) = at.checked_sub(1).and_then(|i| bytes.get(i)).filter(|b| b.is_ascii()) {
        return before.is_ascii_alphanumeric();
    }
    let head = bytes.get(..at).unwrap_or_default();
    let Some(last) = head.iter().rposition(|b| !(0x80..0xC0).contains(b)) else { return false };
    letter(bytes, last) == at - last
}

/// The end of the run of letters at a place, or the next byte where there is none.
fn skip(bytes: &[u8], at: usize) -> usize {
    let mut end = word(bytes, at);
    loop {
        match letter(bytes, end) {
            0 => return end.max(at + 1),
            n => end += n,
        }
    }
}

/// The name that begins with the word at a place, or where that word ends.
fn capitalised(bytes: &[u8], at: usize, names: &Gazetteer) -> Result<Hit, usize> {
    let end = skip(bytes, at);
    let hit = longest(bytes, at..end, names);
    hit.or_else(|| owner(bytes, at..end, names)).ok_or(end)
}

/// A name with an "s" glued to it.
fn owner(bytes: &[u8], word: Range<usize>, names: &Gazetteer) -> Option<Hit> {
    let last = word.end.checked_sub(1)?;
    bytes.get(last).filter(|b| **b == b's')?;
    longest(bytes, word.start..last, names).filter(|hit| hit.end == last)
}

/// The longest name that begins with a word.
fn longest(bytes: &[u8], word: Range<usize>, names: &Gazetteer) -> Option<Hit> {
    let hash = Packed::of(bytes, word.start, word.end).hash();
    if !names.may_start(hash) {
        return None;
    }
    let mut fitting = names.starting_with(hash, second(bytes, word.end));
    fitting.find_map(|entry| hit(bytes, word.start, entry, names.entry(entry)?))
}

fn hit(bytes: &[u8], at: usize, index: usize, entry: &Entry) -> Option<Hit> {
    let name = entry.name.as_bytes();
    let end = spelled(bytes, at, name, false).or_else(|| {
        let shortest = if entry.named() { 4 } else { 5 };
        let shouts = name.len() >= shortest && !bytes.get(at + 1)?.is_ascii_lowercase();
        if shouts { spelled(bytes, at, name, true) } else { None }
    })?;
    let mut lost_apostrophe = false;
    if name.last() == Some(&b'-') {
        bytes.get(end).filter(|b| b.is_ascii_uppercase())?;
        return Some(Hit {
            start: at,
            end: end - 1,
            entry: index,
            lost_apostrophe,
            named_county: false,
            street: false,
        });
    }
    if letter(bytes, end) != 0 && name.last() != Some(&b'.') {
        let owner = entry.may_lose_apostrophe && bytes.get(end) == Some(&b's');
        lost_apostrophe = owner && letter(bytes, end + 1) == 0;
        if !lost_apostrophe {
            return None;
        }
    }
    Some(Hit { start: at, end, entry: index, lost_apostrophe, named_county: false, street: false })
}

/// Where a name ends that is spelled out at `at`. Its spaces match any run of white space, its apostrophe either
/// form. With `capitals`, its small letters stand as capitals.
fn spelled(bytes: &[u8], at: usize, name: &[u8], capitals: bool) -> Option<usize> {
    let mut end = at;
    for &wanted in name {
        let found = *bytes.get(end)?;
        end += match wanted {
            b' ' => white_space(bytes, end)?,
            b'\'' if found != b'\'' => quote(bytes, end)?,
            b if found == b && !(capitals && b.is_ascii_lowercase()) => 1,
            b if capitals && found == b.to_ascii_uppercase() => 1,
            _ => return None,
        };
    }
    Some(end)
}

fn white_space(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    loop {
        match bytes.get(end) {
            Some(b' ' | b'\n' | b'\t' | b'\r') => end += 1,
            Some(0xC2) if bytes.get(end + 1) == Some(&0xA0) => end += 2,
            // U+2000 to U+200A, and the narrow space U+202F
            Some(0xE2) if bytes.get(end + 1) == Some(&0x80) => match bytes.get(end + 2) {
                Some(0x80..=0x8A | 0xAF) => end += 3,
                _ => return (end > at).then_some(end - at),
            },
            _ => return (end > at).then_some(end - at),
        }
    }
}

fn quote(bytes: &[u8], at: usize) -> Option<usize> {
    let curly = bytes.get(at..at + 3)?;
    (curly == "’".as_bytes() || curly == "‘".as_bytes()).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::super::gazetteer::gazetteer;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let mut hits = Vec::new();
        scan(text, 0, text.len(), gazetteer(), &mut hits);
        let found: Vec<&str> = hits.iter().map(|h| text.get(h.start..h.end).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_is_found_whole_across_white_space_and_under_either_apostrophe() {
        check("Republic of\nKazakhstan", &["Republic of\nKazakhstan"]);
        check("South\u{a0}Korea and N’Djamena", &["South\u{a0}Korea", "N’Djamena"]);
        check("Nigerians, Nigeria, Niger", &["Nigerians", "Nigeria", "Niger"]);
    }

    #[test]
    fn a_name_inside_a_word_or_after_a_superscript_is_told_apart() {
        check("Malinois Chadwick Omanhene", &[]);
        check("Kazakhstan²⁸ and Iran…", &["Kazakhstan", "Iran"]);
    }

    #[test]
    fn capitals_throughout_and_lost_apostrophes_are_read() {
        check("KAZAKHSTANS SWAT us US", &["US"]);
        check("KAZAKHSTAN, Kazakhstans course", &["KAZAKHSTAN", "Kazakhstan"]);
    }

    #[test]
    fn combining_forms_stand_before_a_hyphen_and_a_capital_only() {
        check("Sino-Russian, Sino-russian, Sino", &["Sino", "Russian"]);
    }
}
