//! Series and ranges that say their common part once: "3-5 May 1993", "April 25 and 26, 2025", "1914-18".
//! In come tokens beside an expression, out comes the expression of the short member. Never finds one alone.

use super::eras;
use super::expression::{Amount, Body, Found, Part, Pick, Year, days_of};
use super::measure::{measure, written};
use super::named::{bc, day_month, of_era, year_after};
use super::reader::Reader;
use super::word::{Key, Unit, Word};

/// Whether a token joins two members.
fn joins(r: &Reader<'_>, at: usize) -> bool {
    r.any(at, &[Key::And, Key::Or, Key::To, Key::Through]) || r.mark(at, b'-')
}

/// The first of two members that leaves the common part to the second: "3" before "-5 May", "264" before " to 241
/// BC", "18th" before " and 19th centuries", "ten" before " or fifteen years".
pub(super) fn heads(r: &Reader<'_>, at: usize) -> Option<Found> {
    if !matches!(r.word(at), Word::Digits(..) | Word::Ordinal(_) | Word::Cardinal(_)) {
        return None;
    }
    if r.glued(at) && matches!(r.before(at), Word::Mark(b'.' | b'/' | b'-' | b'$' | b':' | b',')) {
        return None;
    }
    day_before(r, at)
        .or_else(|| century_before(r, at))
        .or_else(|| year_before(r, at))
        .or_else(|| count_before(r, at))
        .or_else(|| super::clock::hour_before(r, at))
}

/// "3-5 May", "14/15 June", "7th to 9th of May".
pub(super) fn day_before(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (day, end) = match (r.ordinal(at), r.word(at)) {
        (Some((day @ 1..=31, end)), Word::Digits(..)) => (day as u8, end),
        (None, Word::Digits(day @ 1..=31, 1..=2)) => (day as u8, at + 1),
        _ => return None,
    };
    let slash = r.mark(end, b'/') && r.glued(end) && r.glued(end + 1);
    if !slash && !joins(r, end) {
        return None;
    }
    let next = day_month(r, end + 1)?;
    let Body::Point(year, Part::Day(month, last), _) = next.body else { return None };
    let fits = day <= days_of(month) && day < last;
    fits.then(|| Found::point(end, year, Part::Day(month, day), "date.series"))
}

/// "the 18th and 19th centuries", "the 5th-4th century BC".
pub(super) fn century_before(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (n, end) = r.ordinal(at)?;
    if !joins(r, end) {
        return None;
    }
    let next = super::span::century(r, r.skip(end + 1, Key::The))?;
    let Body::Point(_, Part::Century(later), _) = next.body else { return None };
    let n = n as i32;
    let part = if later < 0 { Part::Century(-n) } else { Part::Century(n - 1) };
    (1..=30).contains(&n).then(|| Found::point(end, Year::Missing, part, "date.series"))
}

/// "264 to 241 BC", "98-117 AD".
fn year_before(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (first @ 1..=9998, 1..=4) = r.digits(at)? else { return None };
    let slash = r.mark(at + 1, b'/') && r.glued(at + 1) && r.glued(at + 2);
    if !slash && !joins(r, at + 1) {
        return None;
    }
    let (second, _) = r.digits(at + 2)?;
    let (Year::Given(later), _) = of_era(r, at + 2)? else { return None };
    let (first, second) = (first as i32, second as i32);
    let (year, fits) =
        if later < 1 { (1 - first, first > second) } else { (first, first < second) };
    let alone = bc(r, at + 1).is_none();
    (fits && alone).then(|| Found::point(at + 1, Year::Given(year), Part::Whole, "date.series"))
}

/// "ten or fifteen years", "two to three weeks", "12-18 months": two lengths, the first without its unit.
fn count_before(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (first, next) = r.amount(at)?;
    let dash = r.mark(next, b'-') && matches!(r.word(at), Word::Digits(..));
    if !dash && !r.any(next, &[Key::To, Key::Or]) {
        return None;
    }
    let (second, unit, _) = r.amount(next + 1).and_then(|_| measure(r, next + 1))?;
    let (Amount::Exact(low), Amount::Exact(high)) = (first, second) else { return None };
    let body = Body::Length(written(first, unit), None, Year::Missing);
    (low < high && unit != Unit::Quarter).then(|| Found::new(next, body, "duration.series"))
}

/// The short member after an expression, with the index where it begins.
pub(super) fn more(r: &Reader<'_>, found: &Found) -> Option<(usize, Found)> {
    if let Body::Set(_) = found.body {
        return later_weekday(r, found);
    }
    let Body::Point(year, part, Pick::Nearest) = found.body else { return None };
    if found.rule == "date.series" {
        return None;
    }
    match part {
        Part::Day(month, day) if year == Year::Missing => later_day(r, found.end, month, day),
        Part::Whole => later_year(r, found.end, year),
        _ => None,
    }
}

/// "every Monday and Wednesday": the second recurs too.
fn later_weekday(r: &Reader<'_>, found: &Found) -> Option<(usize, Found)> {
    let first = matches!(r.word(found.end.wrapping_sub(1)), Word::Weekday { plural: false, .. });
    if found.rule != "set.every" || !first || !r.any(found.end, &[Key::And, Key::Or]) {
        return None;
    }
    let start = found.end + 1;
    let (number, end) = super::named::weekday(r, start)?;
    let body = Body::Set(format!("XXXX-WXX-{number}"));
    (!r.mark(end, b'\'')).then(|| (start, Found::new(end, body, "set.every")))
}

/// "April 25 and 26", "May 5-8, 1951": the next day of the month.
fn later_day(r: &Reader<'_>, at: usize, month: u8, day: u8) -> Option<(usize, Found)> {
    if !joins(r, at) {
        return None;
    }
    let (Word::Digits(next @ 1..=31, 1..=2), start) = (r.word(at + 1), at + 1) else { return None };
    let next = next as u8;
    let end = r.ordinal(start).map_or(start + 1, |(_, end)| end);
    let follows = r.word(end);
    let counts = matches!(
        follows,
        Word::Plain | Word::PastForm | Word::Unit { .. } | Word::Month { .. } | Word::Scale(_)
    ) || r.glued(end) && matches!(follows, Word::Mark(b'%' | b':' | b'/' | b'-'))
        || r.glued(end) && r.glued(end + 1) && matches!(follows, Word::Mark(b'.' | b','));
    let dash = r.mark(at, b'-');
    let unit = matches!(follows, Word::Unit { .. } | Word::Month { .. } | Word::Scale(_));
    if next <= day || next > days_of(month) || counts && (!dash || unit) {
        return None;
    }
    let part = Part::Day(month, next);
    let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
    Some((start, Found::point(end, year, part, "date.series")))
}

/// "1914-18", "2011/12", "1890 – 91,": the second year by its last two digits.
fn later_year(r: &Reader<'_>, at: usize, year: Year) -> Option<(usize, Found)> {
    let Year::Given(first) = year else { return None };
    if let Some(found) = eras::later(r, at, first) {
        return Some((at + 1, found));
    }
    let joined = r.glued(at) && r.glued(at + 1) && matches!(r.word(at), Word::Mark(b'-' | b'/'));
    let ends = matches!(r.word(at + 2), Word::Mark(b'.' | b',' | b';' | b')')) && r.glued(at + 2);
    let apart = !r.glued(at) && !r.glued(at + 1) && r.mark(at, b'-') && ends && !r.glued(at + 3);
    if !joined && !apart {
        return None;
    }
    let (short, 2) = r.digits(at + 1)? else { return None };
    let second = first.div_euclid(100) * 100 + short as i32;
    let longer =
        r.glued(at + 2) && matches!(r.word(at + 2), Word::Mark(b'-' | b'/' | b'%') | Word::Plain);
    let fits = second > first && !longer;
    fits.then(|| (at + 1, Found::point(at + 2, Year::Given(second), Part::Whole, "date.series")))
}
