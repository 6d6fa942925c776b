//! Tells marks of lists and notes, early years, numbers of pages, of places and of telephones from numbers that count. Looks only at what stands
//! right beside the number.

use super::counted::counts_plural;
use super::list;
use super::noun::is_plural;
use super::point::Point;
use super::step::{char_at, char_before, is_space, word_after, word_before, word_ending, words};

/// Figures with a nought before them, those of a telephone, a maker of tape, a standard: 007, +44 20 7946 0958, 3M, 802.11.
pub(super) fn is_code(text: &str, point: &Point) -> bool {
    let figures = words(text, point.number.start..point.number.end);
    let noughts = figures.len() > 1
        && figures.starts_with('0')
        && figures.bytes().all(|b| b.is_ascii_digit());
    let dialled = char_before(text, point.start) == Some('+') && {
        let rest = text.get(point.number.end..).unwrap_or_default();
        let next = rest.trim_start_matches([' ', '-', '(', '.']);
        next.len() < rest.len() && next.starts_with(|c: char| c.is_ascii_digit())
    };
    let zone = matches!(char_before(text, point.start), Some('+' | '-' | '−'))
        && text.get(..point.start).is_some_and(|h| {
            let head = h.trim_end_matches(['+', '-', '−']).trim_end_matches(' ');
            head.ends_with("GMT") || head.ends_with("UTC")
        });
    // "1 201-592-4699"
    let called = point.unit.is_none() && {
        let rest = text.get(point.number.end..).unwrap_or_default();
        let groups = rest.strip_prefix([' ', '-']).unwrap_or_default();
        shaped(groups, "999-999-9999")
    };
    let known = matches!(figures, "3M" | "802.11") && point.unit.is_none();
    noughts || dialled || called || zone || known || is_journal(text, point)
}

/// Whether a text begins with figures in groups, as a pattern of nines has them, and no figure goes on.
fn shaped(text: &str, pattern: &str) -> bool {
    let fits = text.bytes().zip(pattern.bytes()).all(|(byte, as_in)| match as_in {
        b'9' => byte.is_ascii_digit(),
        other => byte == other,
    });
    let on = text.as_bytes().get(pattern.len()).is_some_and(u8::is_ascii_digit);
    fits && text.len() >= pattern.len() && !on
}

/// "92 (6): 1087-1101": the volume of a journal, with its issue and pages.
fn is_journal(text: &str, point: &Point) -> bool {
    point.unit.is_none() && journal(text.get(point.number.end..).unwrap_or_default()).is_some()
}

/// The length of an issue in brackets and its pages.
fn journal(rest: &str) -> Option<usize> {
    let figures = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let inner = rest.trim_start_matches(' ').strip_prefix('(')?;
    let issue = figures(inner);
    let pages = inner.get(issue..)?.strip_prefix(')')?.strip_prefix([':', ','])?;
    let pages = pages.strip_prefix(' ').unwrap_or(pages);
    let first = figures(pages);
    let dash = pages.get(first..)?.strip_prefix(['-', '–', '‑'])?;
    let last = figures(dash);
    (issue > 0 && first > 0 && last > 0).then(|| rest.len() - dash.len() + last)
}

/// Where the groups of figures of a telephone number end, or the pages of a journal.
pub(super) fn code_end(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    if let Some(pages) = journal(rest) {
        return end + pages;
    }
    let bytes = rest.as_bytes();
    let mut at = 0;
    while matches!(bytes.get(at), Some(b' ' | b'-' | b'.')) {
        let figures = bytes.get(at + 1..).unwrap_or_default();
        let len = figures.iter().take_while(|b| b.is_ascii_digit()).count();
        if len < 2 {
            break;
        }
        at += 1 + len;
    }
    end + at
}

/// The mark of a list item or a note: `1. `, `(3)`, `[12]`, `[3,14]`, `or 2) `.
pub(super) fn is_mark(text: &str, point: &Point) -> bool {
    let before = text.get(..point.start).unwrap_or_default().trim_start();
    let next = char_at(text, point.number.end);
    if point.number.grouped && !words(text, point.start..point.number.end).contains('.') {
        return false;
    }
    let then = next.and_then(|c| char_at(text, point.number.end + c.len_utf8()));
    match next {
        Some('.' | ')') if before.is_empty() || before == "(" => text.len() > point.number.end + 1,
        Some(')') if before.ends_with('(') => point.number.value < 100.0,
        Some(')') => point.unit.is_none() && point.number.value < 20.0 && is_open(before),
        Some(']') if before.ends_with('[') => true,
        Some(':') if before.is_empty() => then == Some(' '),
        // "claims: 1. that it is so, and 2. that"
        Some('.') if then == Some(' ') && is_listed(text, point) => true,
        _ if before.is_empty() => is_headed(text, point),
        _ => point.unit.is_none() && is_noted(before, text.get(point.number.end..)),
    }
}

/// "went off at approximately 2230": hours and minutes in four figures, where no verb of a level stands before.
pub(super) fn is_hour(text: &str, point: &Point) -> bool {
    let number = &point.number;
    let figures = words(text, number.start..number.end);
    let plain = point.unit.is_none() && figures.len() == 4 && !number.grouped;
    if !plain || number.value >= 2400.0 || number.value % 100.0 >= 60.0 {
        return false;
    }
    let from = super::hedge::before(text, point.start).map_or(point.start, |(from, _)| from);
    let Some(at) =
        word_before(text, from).filter(|w| matches!(words(text, w.clone()), "at" | "At"))
    else {
        return false;
    };
    let verb = word_before(text, at.start).map_or("", |w| words(text, w));
    !list::AT_LEVELS.has(verb) && !list::CHANGES.has(verb) && !counts_plural(text, number.end)
}

/// Whether a small number stands between a mark or an "and" and a point with a small letter behind it.
fn is_listed(text: &str, point: &Point) -> bool {
    let before = text.get(..point.start).unwrap_or_default();
    let led = [": ", ", ", "; ", "and ", "or "].iter().any(|lead| before.ends_with(lead));
    let rest = text.get(point.number.end + 2..).unwrap_or_default();
    let whole =
        point.unit.is_none() && point.number.value < 20.0 && point.number.value.fract() == 0.0;
    led && whole && rest.starts_with(char::is_lowercase)
}

/// Whether no bracket is open that the mark behind a number would close: "either 1) give up".
fn is_open(before: &str) -> bool {
    let apart = before.is_empty() || before.ends_with(' ');
    let open = before.rfind('(').map_or(0, |at| at + 1);
    apart && (open == 0 || before.get(open..).is_some_and(|b| b.contains(')')))
}

/// "3 Imam Mosque", "2.2 The Learner": the number of a heading or an entry, and no number of things.
fn is_headed(text: &str, point: &Point) -> bool {
    let after = word_after(text, point.number.end).map_or("", |w| words(text, w));
    let one = (point.number.value - 1.0).abs() < f64::EPSILON;
    let bare = point.unit.is_none() && !point.number.scaled() && point.number.value < 100.0;
    bare && !one && after.starts_with(char::is_uppercase) && !counts_plural(text, point.number.end)
}

/// `[3,14]`, `[3-7, 9]`: one of several notes.
fn is_noted(before: &str, rest: Option<&str>) -> bool {
    let joins = |c: char| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–');
    let near = before.trim_end_matches(joins).ends_with('[');
    near && rest.is_some_and(|r| r.trim_start_matches(joins).starts_with(']'))
}

/// "in the year 71", "in December of 384", "1890 – 91": a year that is not written in four figures.
pub(super) fn is_early(text: &str, point: &Point, (before, after): (&str, &str)) -> bool {
    let number = &point.number;
    let head = text.get(..number.start).unwrap_or_default().trim_end_matches(is_space);
    let length = number.end - number.start;
    if length > 4 || number.value.fract() != 0.0 {
        return false;
    }
    let year = before == "year" && head.ends_with("the year") && !is_plural(after);
    let month = before == "of" && {
        let word = word_ending(text, head.len().saturating_sub(3)).map_or("", |w| words(text, w));
        number.value >= 32.0 && list::MONTHS.names(word)
    };
    let span = length == 2
        && head.strip_suffix(['-', '–', '—']).is_some_and(|h| {
            let first = h.trim_end_matches(is_space);
            let figures =
                first.get(first.len().saturating_sub(4)..).and_then(|y| y.parse::<u32>().ok());
            let year =
                figures.filter(|y| (1000..2100).contains(y) && f64::from(y % 100) < number.value);
            let apart = first.len() < h.len() || first.len() < 5;
            let alone = first.len() < 5
                || !first.as_bytes().get(first.len() - 5).is_some_and(u8::is_ascii_digit);
            year.is_some() && apart && alone && !counts_plural(text, number.end)
        });
    year || month || span
}

/// "(Smith 1998, 136)", "p. 28", "Op. 46": a place in what is cited, or a work.
pub(super) fn is_cited(text: &str, point: &Point) -> bool {
    let head = text.get(..point.start).unwrap_or_default();
    if let Some(short) = head.trim_end().strip_suffix('.') {
        let word = word_ending(text, short.len()).map_or("", |w| words(text, w));
        return list::CITED.has(word) && !counts_plural(text, point.number.end);
    }
    let year = head.strip_suffix(", ").or_else(|| head.strip_suffix(": ")).unwrap_or_default();
    let figures = year.bytes().rev().take_while(u8::is_ascii_digit).count();
    let closed = matches!(char_at(text, point.number.end), Some(')' | ';' | ']'));
    let opened =
        year.rfind(['(', '[']).is_some_and(|at| !year.get(at..).is_some_and(|y| y.contains(')')));
    figures == 4 && closed && opened
}

/// "Launch Pad 39A", "Room 12C": a letter tied to the number of a place is no unit.
pub(super) fn is_lettered(text: &str, point: &Point) -> bool {
    let letter = point.end == point.number.end + 1
        && char_at(text, point.number.end).is_some_and(|c| c.is_ascii_uppercase());
    letter && word_before(text, point.start).is_some_and(|w| list::LABELS.has(words(text, w)))
}
