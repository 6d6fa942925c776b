//! Series and ranges that say their common part once: "3-5 May 1993", "April 25 and 26, 2025", "1914-18".
//! In come tokens beside an expression, out comes the expression of the short member. Never finds one alone.

use super::expression::{Body, Found, Part, Pick, Year, days_of};
use super::named::{day_month, year_after};
use super::reader::Reader;
use super::word::{Key, Word};

/// Whether a token joins two members.
fn joins(r: &Reader<'_>, at: usize) -> bool {
    r.any(at, &[Key::And, Key::Or, Key::To, Key::Through]) || r.mark(at, b'-')
}

/// The number of a day that stands without its month: "3" before "-5 May".
pub(super) fn heads(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (Word::Digits(day @ 1..=31, 1..=2), true) = (r.word(at), joins(r, at + 1)) else {
        return None;
    };
    if r.glued(at) && matches!(r.before(at), Word::Mark(b'.' | b'/' | b'-' | b'$' | b':')) {
        return None;
    }
    let next = day_month(r, at + 2)?;
    let Body::Point(year, Part::Day(month, last), _) = next.body else { return None };
    let fits = day as u8 <= days_of(month) && (day as u8) < last;
    fits.then(|| Found::point(at + 1, year, Part::Day(month, day as u8), "date.series"))
}

/// The short member after an expression, with the index where it begins.
pub(super) fn more(r: &Reader<'_>, found: &Found) -> Option<(usize, Found)> {
    let Body::Point(year, part, Pick::Nearest) = found.body else { return None };
    match part {
        Part::Day(month, day) if year == Year::Missing => later_day(r, found.end, month, day),
        Part::Whole => later_year(r, found.end, year),
        _ => None,
    }
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

/// "1914-18", "2011/12": the second year by its last two digits.
fn later_year(r: &Reader<'_>, at: usize, year: Year) -> Option<(usize, Found)> {
    let Year::Given(first) = year else { return None };
    if !matches!(r.word(at), Word::Mark(b'-' | b'/')) || !r.glued(at) || !r.glued(at + 1) {
        return None;
    }
    let (short, 2) = r.digits(at + 1)? else { return None };
    let second = first.div_euclid(100) * 100 + short as i32;
    let longer =
        r.glued(at + 2) && matches!(r.word(at + 2), Word::Mark(b'-' | b'/' | b'%') | Word::Plain);
    let fits = second > first && !longer;
    fits.then(|| (at + 1, Found::point(at + 2, Year::Given(second), Part::Whole, "date.series")))
}
