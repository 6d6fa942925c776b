//! Finds the unit of a number: the sign of money before it, the words or symbol after it, and "per" what.

use super::lexicon::{Unit, UnitKind, lexicon};
use super::step::{char_at, char_before, is_space, skip_spaces, word_at, words};

/// A unit found at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Singular and normalised, with "per …" where the words say so.
    pub(super) name: String,
    /// What it measures.
    pub(super) kind: UnitKind,
    /// One past its last byte.
    pub(super) end: usize,
    /// Tied to the number by a hyphen: "three-year".
    pub(super) hyphen: bool,
}

/// The sign of money that stands before `start`, with the place where it begins.
pub(super) fn before(text: &str, start: usize) -> Option<(usize, Unit)> {
    let head = text.get(..start)?;
    let spaced = head.trim_end_matches(is_space);
    let (len, unit) = lexicon().money_sign(spaced)?;
    let from = spaced.len() - len;
    let form = words(spaced, from..spaced.len());
    let free = !form.starts_with(char::is_alphabetic)
        || char_before(spaced, from).is_none_or(|c| !c.is_alphanumeric());
    let glued = spaced.len() == head.len();
    // "PS" is what a plain-ASCII rendering makes of the pound sign; apart from its number it is a postscript.
    (free && (glued || form != "PS")).then_some((from, unit))
}

/// The unit that stands after `end`.
pub(super) fn after(text: &str, end: usize) -> Option<Found> {
    let hyphen = matches!(char_at(text, end), Some('-' | '‑'));
    let start = if hyphen { end + char_at(text, end)?.len_utf8() } else { skip_spaces(text, end) };
    let spaced = start > end && !hyphen;
    let (stop, unit) = longest(text, start)?;
    let form = words(text, start..stop);
    let loose = spaced && matches!(form, "c" | "x" | "A" | "R" | "C" | "F") && !alone(text, stop);
    if loose {
        return None;
    }
    Some(Found { name: unit.name.into(), kind: unit.kind, end: stop, hyphen })
}

/// Whether no capital follows: "12 C melting point" is a temperature, "12 C Company" is not.
fn alone(text: &str, end: usize) -> bool {
    let next = skip_spaces(text, end);
    !char_at(text, next).is_some_and(char::is_uppercase)
        && !words(text, end - 1..end).starts_with('A')
}

/// The longest form of a unit that starts at `start`, up to four words.
fn longest(text: &str, start: usize) -> Option<(usize, Unit)> {
    let mut ends = [0usize; 4];
    let mut count = 0;
    let mut at = start;
    while count < ends.len() {
        let rest = text.get(at..)?;
        let len =
            rest.chars().take(24).take_while(|c| in_unit(*c)).map(char::len_utf8).sum::<usize>();
        if len == 0 {
            break;
        }
        at += len;
        if let Some(slot) = ends.get_mut(count) {
            *slot = at;
        }
        count += 1;
        match char_at(text, at) {
            Some(c @ (' ' | '-' | '\u{a0}')) => at += c.len_utf8(),
            _ => break,
        }
    }
    let found = ends
        .iter()
        .take(count)
        .rev()
        .find_map(|&end| lexicon().unit(words(text, start..end)).map(|unit| (end, unit)));
    // A sign needs no word boundary: "5%-6%", "1,200€to".
    found.or_else(|| {
        let sign = char_at(text, start).filter(|c| !c.is_alphanumeric() && in_unit(*c))?;
        let end = start + sign.len_utf8();
        lexicon().unit(words(text, start..end)).map(|unit| (end, unit))
    })
}

fn in_unit(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            '/' | '²'
                | '³'
                | '·'
                | '°'
                | '%'
                | '‰'
                | '€'
                | '£'
                | '¥'
                | '$'
                | '₸'
                | '₽'
                | '¢'
                | '₹'
                | '″'
                | '\''
                | '='
        )
}

/// Reads what may follow a money unit or a measure: "US", "dollars" said twice, "per barrel", "a month", "/kg".
pub(super) fn extend(text: &str, mut found: Found) -> Found {
    if found.kind == UnitKind::Money || found.kind == UnitKind::Sign {
        let gap = skip_spaces(text, found.end);
        let rest = text.get(gap..).unwrap_or_default();
        let us = ["U.S.", "US"].into_iter().find(|f| {
            rest.starts_with(f)
                && !rest.get(f.len()..).is_some_and(|r| r.starts_with(char::is_alphanumeric))
        });
        if let Some(us) = us
            && gap > found.end
            && found.name == "dollar"
        {
            found.name = "US dollar".into();
            found.end = gap + us.len();
        }
        if gap > found.end
            && let Some((end, unit)) = longest(text, gap)
            && unit.kind == UnitKind::Money
            && (unit.name.ends_with(found.name.as_str()) || found.name.ends_with(unit.name))
        {
            if unit.name.len() > found.name.len() {
                found.name = unit.name.into();
            }
            found.end = end;
        }
    }
    if matches!(found.kind, UnitKind::Percent | UnitKind::Time | UnitKind::Age) {
        return found;
    }
    if let Some((end, per)) = per(text, found.end) {
        found.name = format!("{} per {per}", found.name);
        found.end = end;
    }
    found
}

/// What a rate is per: "per square foot", "a month", "/kg".
pub(super) fn per(text: &str, end: usize) -> Option<(usize, String)> {
    let rest = text.get(end..)?;
    let (skip, any) = if rest.starts_with(" per ") || rest.starts_with("-per-") {
        (5, true)
    } else if rest.starts_with(" an ") || rest.starts_with("-an-") {
        (4, false)
    } else if rest.starts_with(" a ") || rest.starts_with("-a-") {
        (3, false)
    } else if rest.starts_with('/') {
        (1, true)
    } else {
        return None;
    };
    let start = end + skip;
    if let Some((stop, unit)) = longest(text, start).filter(|(_, u)| u.kind != UnitKind::Money) {
        return Some((stop, unit.name.into()));
    }
    let word = word_at(text, start)?;
    let form = words(text, word.clone());
    let known = matches!(
        form,
        "share"
            | "head"
            | "person"
            | "piece"
            | "night"
            | "ticket"
            | "bottle"
            | "copy"
            | "unit"
            | "pop"
    );
    (any || known).then(|| (word.end, form.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_after_a_number() {
        for (text, expected) in [
            ("5%-6%", "percent"),
            ("5 per cent of", "percent"),
            ("5 square miles off", "square mile"),
            ("5km2,", "square kilometre"),
            ("5 percentage points", "percentage point"),
            ("5-mile run", "mile"),
            ("5 barrels per day", "barrel per day"),
            ("5 m", "metre"),
        ] {
            let found = after(text, 1).map(|f| f.name);
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(after("5 people", 1), None);
    }

    #[test]
    fn signs_are_found_before_a_number() {
        for (text, expected) in [("US$ 5", "US dollar"), ("$5", "dollar"), ("RM5", "ringgit")] {
            let found = before(text, text.len() - 1).map(|(_, u)| u.name);
            assert_eq!(found, Some(expected), "{text}");
        }
        assert_eq!(before("MPS5", 3), None);
    }
}
