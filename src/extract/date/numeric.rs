//! Dates in figures alone: in come tokens, out comes a point. ISO order is read first; then an order is chosen by
//! what can be a day and a month, and left open where both can (see [`super::resolve`]).

use super::expression::{Found, Part, Year, days_of};
use super::reader::Reader;
use super::word::Word;

/// "2025-04-25", "25/04/2025", "4/25/25", "2025-04".
pub(super) fn date(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (first, length) = r.digits(at)?;
    let Word::Mark(sep @ (b'-' | b'/' | b'.')) = r.word(at + 1) else { return None };
    if !(1..=2).all(|i| r.glued(at + i)) || outside(r, at) {
        return None;
    }
    if length == 4 { iso(r, at, sep) } else { three(r, at, first, length) }
}

/// Whether what stands before makes the number part of a longer one.
fn outside(r: &Reader<'_>, at: usize) -> bool {
    r.glued(at) && matches!(r.before(at), Word::Mark(b'.' | b'/' | b'-' | b'$') | Word::Digits(..))
}

/// Whether a longer number goes on after the last token.
fn goes_on(r: &Reader<'_>, end: usize) -> bool {
    r.glued(end)
        && matches!(r.word(end), Word::Mark(b'-' | b'/' | b'.' | b',' | b'%'))
        && r.glued(end + 1)
        && matches!(r.word(end + 1), Word::Digits(..))
        || r.glued(end) && matches!(r.word(end), Word::Mark(b'%'))
}

fn iso(r: &Reader<'_>, at: usize, sep: u8) -> Option<Found> {
    let (value @ 1000..=2199, 4) = r.digits(at)? else { return None };
    let (month @ 1..=12, 1..=2) = r.digits(at + 2)? else { return None };
    let year = Year::Given(value as i32);
    let month = month as u8;
    if r.mark(at + 3, sep) && r.glued(at + 3) && r.glued(at + 4) {
        let (day, 1..=2) = r.digits(at + 4)? else { return None };
        let day = u8::try_from(day).ok().filter(|d| (1..=days_of(month)).contains(d))?;
        let end = at + 5;
        return (!goes_on(r, end))
            .then(|| Found::point(end, year, Part::Day(month, day), "date.iso"));
    }
    // "2007-08" is two years, "2025-04" a month.
    let years = value % 100 + 1 == u32::from(month);
    let whole = !years
        && sep == b'-'
        && r.digits(at + 2).is_some_and(|(_, n)| n == 2)
        && !goes_on(r, at + 3);
    whole.then(|| Found::point(at + 3, year, Part::Month(month), "date.iso"))
}

fn three(r: &Reader<'_>, at: usize, first: u32, length: u8) -> Option<Found> {
    let Word::Mark(sep) = r.word(at + 1) else { return None };
    let (second, 1..=2) = r.digits(at + 2)? else { return None };
    if length > 2
        || !r.mark(at + 3, sep)
        || !r.glued(at + 3)
        || !r.glued(at + 4)
        || goes_on(r, at + 5)
    {
        return None;
    }
    let year = match r.digits(at + 4)? {
        (year @ 1000..=2199, 4) => Year::Given(year as i32),
        (year, 2) if sep == b'/' => Year::Short(year as u8),
        _ => return None,
    };
    let part = order(u8::try_from(first).ok()?, u8::try_from(second).ok()?, sep)?;
    let rule = match part {
        Part::Day(month, _) if u32::from(month) == first && first != second => {
            "date.figures-month-first"
        }
        Part::Day(..) if first != second => "date.figures-day-first",
        _ => "date.figures",
    };
    Some(Found::point(at + 5, year, part, rule))
}

/// Which of two numbers is the month; left open where both can be.
fn order(first: u8, second: u8, sep: u8) -> Option<Part> {
    let fits =
        |month: u8, day: u8| (1..=12).contains(&month) && (1..=days_of(month)).contains(&day);
    match (fits(first, second), fits(second, first)) {
        (true, true) if first == second => Some(Part::Day(first, second)),
        (true, true) => Some(Part::Ambiguous(first, second, sep == b'.')),
        (true, false) => Some(Part::Day(first, second)),
        (false, true) => Some(Part::Day(second, first)),
        (false, false) => None,
    }
}
