//! Finds the unit of a number: the sign of money before it, the words or symbol after it, and "per" what.

use super::class::{Unit, UnitKind};
use super::lexicon::{Sign, lexicon};
use super::step::{
    char_at, char_before, is_space, letters_at, skip_spaces, word_after, word_at, words,
};
use super::{counted, list, noun, numeral};

/// A unit found at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Singular and normalised, with "per …" where the words say so.
    pub(super) name: String,
    /// What it measures.
    pub(super) kind: UnitKind,
    /// One past its last byte.
    pub(super) end: usize,
    /// One past what belongs to the number: a price ends before "a share", a factor before "times".
    pub(super) core: usize,
    /// Tied to the number by a hyphen: "three-year".
    pub(super) hyphen: bool,
}

impl Found {
    /// A unit that ends where its words end.
    pub(super) fn plain(name: &str, kind: UnitKind, end: usize) -> Self {
        Self { name: name.into(), kind, end, core: end, hyphen: false }
    }
}

/// The sign of money that stands before `start`, with the place where it begins.
pub(super) fn before(text: &str, start: usize) -> Option<(usize, Sign)> {
    let head = text.get(..start)?;
    let spaced = head.trim_end_matches(is_space);
    let sign = lexicon().money_sign(spaced)?;
    let from = spaced.len() - sign.form.len();
    // "A $5 million sum": an article, and no Australian dollars.
    let ends = ['.', '!', '?', ':', ';', '"', '“', '‘', '(', '—', '•', '\n'];
    let opens = |head: &str| head.trim_end().is_empty() || head.trim_end().ends_with(ends);
    if sign.form == "A $" && spaced.get(..from).is_some_and(opens) {
        return lexicon().money_sign("$").map(|sign| (spaced.len() - 1, sign));
    }
    let free = !sign.form.starts_with(char::is_alphabetic)
        || char_before(spaced, from).is_none_or(|c| !c.is_alphanumeric() && c != '-');
    let glued = spaced.len() == head.len();
    // "PS" is what a plain-ASCII rendering makes of the pound sign; apart from its number it is a postscript.
    (free && (glued || sign.form != "PS")).then_some((from, sign))
}

/// The unit that stands after `end`.
pub(super) fn after(text: &str, end: usize) -> Option<Found> {
    let hyphen = matches!(char_at(text, end), Some('-' | '‑'));
    let start = if hyphen { end + char_at(text, end)?.len_utf8() } else { skip_spaces(text, end) };
    let spaced = start > end && !hyphen;
    let found = longest(text, start).filter(|&(stop, _)| {
        let form = words(text, start..stop);
        let letter = matches!(form.as_bytes(), [b'c' | b'x' | b'A' | b'R' | b'C' | b'F']);
        !(spaced && letter && !alone(text, stop))
    });
    let (stop, unit) = match found {
        Some(found) => found,
        None if spaced => symbol(text, start)?,
        None => return feet(text, end),
    };
    // "2732 x 2048" multiplies nothing.
    let crossed = unit.name == "times"
        && char_at(text, skip_spaces(text, stop)).is_some_and(|c| c.is_ascii_digit());
    if crossed {
        return None;
    }
    let core = if unit.name == "times" { end } else { stop };
    Some(Found { name: unit.name.into(), kind: unit.kind, end: stop, core, hyphen })
}

/// Whether no capital follows: "12 C melting point" is a temperature, "12 C Company" is not.
fn alone(text: &str, end: usize) -> bool {
    let next = skip_spaces(text, end);
    // "one C-47 aircraft"
    !char_at(text, next).is_some_and(|c| c.is_uppercase() || c == '-')
        && !words(text, end - 1..end).starts_with('A')
}

/// A symbol that a word would take for its own: "300 K", "11 in)", not "12 in May".
fn symbol(text: &str, start: usize) -> Option<(usize, Unit)> {
    let word = letters_at(text, start);
    let unit = lexicon().spaced(words(text, word.clone()))?;
    let next = char_at(text, skip_spaces(text, word.end));
    let tall = word_after(text, word.end).is_some_and(|w| list::DIMENSIONS.says(words(text, w)));
    let mark = next.is_none_or(|c| matches!(c, ')' | ',' | ';' | '/' | '×' | '.'));
    (mark || tall).then_some((word.end, unit))
}

/// The foot and inch of 6'2".
fn feet(text: &str, end: usize) -> Option<Found> {
    let found = |name: &str, len: usize| Some(Found::plain(name, UnitKind::Measure, end + len));
    let mark = char_at(text, end)?;
    let digit = |at: usize| char_at(text, at).is_some_and(|c| c.is_ascii_digit());
    if matches!(mark, '\'' | '’' | '′') && digit(end + mark.len_utf8()) {
        let then = end + mark.len_utf8();
        let figures = text.get(then..)?.bytes().take_while(u8::is_ascii_digit).count();
        let inch = char_at(text, then + figures).is_some_and(is_inch);
        return if inch { found("foot", mark.len_utf8()) } else { None };
    }
    if !is_inch(mark) {
        return None;
    }
    let digits = text.get(..end)?.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = char_before(text, end - digits)?;
    if matches!(before, '\'' | '’' | '′') { found("inch", mark.len_utf8()) } else { None }
}

fn is_inch(mark: char) -> bool {
    matches!(mark, '"' | '”' | '″')
}

/// The longest form of a unit that starts at `start`, up to four words; a word may end with a stop: "sq. mi", "U.S. dollars".
fn longest(text: &str, start: usize) -> Option<(usize, Unit)> {
    if !lexicon().may_be_unit(text.as_bytes(), start) {
        return None;
    }
    let mut ends = [0usize; 8];
    let mut count = 0;
    let mut keep = |end: usize| {
        if let Some(slot) = ends.get_mut(count) {
            *slot = end;
            count += 1;
        }
    };
    let mut at = start;
    for _ in 0..4 {
        let rest = text.get(at..)?;
        let len =
            rest.chars().take(24).take_while(|c| in_unit(*c)).map(char::len_utf8).sum::<usize>();
        if len == 0 {
            break;
        }
        at += len;
        keep(at);
        if char_at(text, at) == Some('.') {
            at += 1;
            keep(at);
        }
        match char_at(text, at) {
            Some(c @ (' ' | '-' | '\u{a0}')) => at += c.len_utf8(),
            Some(c) if c.is_alphanumeric() && text.as_bytes().get(at - 1) == Some(&b'.') => {}
            _ => break,
        }
    }
    let first = *ends.first()?;
    let known = ends.iter().take(count).rev();
    let found = known
        .copied()
        .find_map(|end| lexicon().unit(words(text, start..end)).map(|unit| (end, unit)));
    // "mg/kg" is known by what stands before its stroke; a sign needs no word boundary: "5%-6%", "1,200€to".
    found.or_else(|| over(text, start, first)).or_else(|| {
        let sign = char_at(text, start).filter(|c| !c.is_alphanumeric() && in_unit(*c))?;
        let end = start + sign.len_utf8();
        lexicon().unit(words(text, start..end)).map(|unit| (end, unit))
    })
}

/// The unit before a stroke.
fn over(text: &str, start: usize, end: usize) -> Option<(usize, Unit)> {
    let stroke = start + text.get(start..end)?.find('/')?;
    lexicon().unit(words(text, start..stroke)).map(|unit| (stroke, unit))
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
                | '٪'
                | '％'
                | '′'
                | '^'
                | '='
        )
}

/// Reads what may follow a money unit or a measure: "US", "dollars" said twice, "per barrel", "a month", "/kg".
pub(super) fn extend(text: &str, mut found: Found) -> Found {
    if found.kind == UnitKind::Money || found.kind == UnitKind::Sign {
        found = said_twice(text, found);
        found.core = found.end;
    }
    if matches!(found.kind, UnitKind::Percent | UnitKind::Time | UnitKind::Age) {
        return found;
    }
    if found.kind == UnitKind::Measure
        && let Some((many, end)) = below(text, found.end)
    {
        found.name = format!("per {many}{}", found.name);
        found.end = end;
        found.core = end;
    }
    for _ in 0..2 {
        let Some((end, per)) = per(text, found.end).or_else(|| inverse(text, found.end)) else {
            break;
        };
        found.name = format!("{} per {per}", found.name);
        found.end = end;
        if found.kind == UnitKind::Measure {
            found.core = end;
        }
    }
    found
}

/// "$5 US", "$5 billion dollars": the money after a sign of money.
fn said_twice(text: &str, mut found: Found) -> Found {
    let gap = skip_spaces(text, found.end);
    if gap == found.end {
        return found;
    }
    if let Some((end, unit)) = longest(text, gap)
        && unit.kind == UnitKind::Money
        && (unit.name.ends_with(found.name.as_str()) || found.name.ends_with(unit.name))
    {
        if unit.name.len() > found.name.len() {
            found.name = unit.name.into();
        }
        found.end = end;
        return found;
    }
    let rest = text.get(gap..).unwrap_or_default();
    let us = ["U.S.", "US"]
        .into_iter()
        .find(|f| rest.strip_prefix(f).is_some_and(|r| !r.starts_with(char::is_alphanumeric)));
    if let Some(us) = us.filter(|_| found.name == "dollar") {
        found.name = "US dollar".into();
        found.end = gap + us.len();
    }
    found
}

/// A rate of a bare number: "12.3 per 100,000 people", "476.7/km2"; not "15 a year", which counts what was told before.
pub(super) fn rate(text: &str, from: usize) -> Option<Found> {
    let rest = text.get(from..)?;
    if rest.starts_with(" a") || rest.starts_with("-a") {
        return None;
    }
    let (end, per) = per(text, from)?;
    Some(Found { core: from, ..Found::plain(&format!("per {per}"), UnitKind::Measure, end) })
}

/// "m s−1", "kg·m⁻³": a unit with an exponent below nought.
fn inverse(text: &str, end: usize) -> Option<(usize, String)> {
    let gap = char_at(text, end).filter(|c| is_space(*c) || *c == '·')?;
    let word = letters_at(text, end + gap.len_utf8());
    let (many, end) = below(text, word.end)?;
    let form = words(text, word);
    let unit = if form == "s" { Some("second") } else { lexicon().unit(form).map(|u| u.name) }?;
    Some((end, format!("{many}{unit}")))
}

/// The exponent below nought that stands at `at`: what it makes of the unit before it, and its end.
fn below(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let rest = text.get(at..)?;
    let tail = rest.strip_prefix('^').unwrap_or(rest);
    let tail = tail.strip_prefix(['−', '-', '⁻'])?;
    let power = tail.chars().next()?;
    let many = match power {
        '1' | '¹' => "",
        '2' | '²' => "square ",
        '3' | '³' => "cubic ",
        _ => return None,
    };
    let end = text.len() - tail.len() + power.len_utf8();
    let free = !char_at(text, end).is_some_and(|c| c.is_alphanumeric() || c == '-');
    free.then_some((many, end))
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
    if any && char_at(text, start).is_some_and(|c| c.is_ascii_digit()) {
        return of_many(text, start);
    }
    if let Some((stop, unit)) = longest(text, start).filter(|(_, u)| u.kind != UnitKind::Money) {
        return (any || !told_from_now(text, stop)).then(|| (stop, unit.name.into()));
    }
    let word = word_at(text, start)?;
    let form = words(text, word.clone());
    (any || list::PIECES.says(form)).then(|| (word.end, form.to_lowercase()))
}

/// What a count is per, where that is a round number: "per 100,000 residents", "for every 1,000 births".
pub(super) fn per_many(text: &str, end: usize) -> Option<(usize, String)> {
    let rest = text.get(end..)?;
    let skip = [" per ", " for every ", " in every "].into_iter().find(|s| rest.starts_with(s))?;
    let many = rest.get(skip.len()..)?.starts_with("10");
    if many { of_many(text, end + skip.len()) } else { None }
}

/// How often a count comes: "21 people per day", "12 deaths each day".
pub(super) fn per_time(text: &str, end: usize) -> Option<(usize, String)> {
    let rest = text.get(end..)?;
    let skip = [" per ", " a ", " each ", " every "].into_iter().find(|s| rest.starts_with(s))?;
    let time = |unit: &Unit| unit.kind == UnitKind::Time;
    let (stop, unit) = longest(text, end + skip.len()).filter(|(_, unit)| time(unit))?;
    (!told_from_now(text, stop)).then(|| (stop, unit.name.into()))
}

/// "3.2 million a year ago" names a time and no rate.
fn told_from_now(text: &str, end: usize) -> bool {
    word_after(text, end).is_some_and(|w| list::FROM_NOW.says(words(text, w)))
}

/// "per 100,000 people", "per 1,000 live births".
pub(super) fn of_many(text: &str, start: usize) -> Option<(usize, String)> {
    let number = numeral::read(text, start).ok()?;
    let noun = counted::plural_phrase(text, number.end)
        .filter(|r| words(text, r.clone()).rsplit(' ').next().is_some_and(noun::is_plural));
    let end = noun.map_or(number.end, |r| r.end);
    Some((end, words(text, start..end).to_lowercase()))
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
            let found = before(text, text.len() - 1).map(|(_, s)| s.unit.name);
            assert_eq!(found, Some(expected), "{text}");
        }
        assert_eq!(before("MPS5", 3), None);
    }
}
