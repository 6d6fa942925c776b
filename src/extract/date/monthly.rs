//! Days told by their place in something larger: in come tokens, out come "the first Tuesday in September", "the last day
//! of March", "Thursday of last week", "the September quarter". Never counts a day on the calendar itself.

use super::expression::{Body, Found, Part, Pick, Year};
use super::list;
use super::named::{month, year_after};
use super::reader::Reader;
use super::word::{Key, Unit, Word};

/// "the first Tuesday in September", "the last Friday of May 2015", "the last day of the year"; "the second Tuesday of
/// each month" recurs.
pub(super) fn nth_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let (n, next) = match r.word(start) {
        Word::Key(Key::Last | Key::Final) => (0, start + 1),
        _ => r.ordinal(start).filter(|(n, _)| (1..=5).contains(n))?,
    };
    let weekday = match r.word(next) {
        Word::Weekday { number, short: false, plural: false } if r.capital(next) => Some(number),
        Word::Unit { unit: Unit::Day, plural: false } if n == 0 => None,
        _ => return None,
    };
    if !r.any(next + 1, &[Key::Of, Key::In]) {
        return None;
    }
    let of = next + 2;
    if r.any(of, &[Key::Each, Key::Every])
        && matches!(r.word(of + 1), Word::Unit { unit: Unit::Month, plural: false })
    {
        return Some(Found::new(of + 2, Body::Set("P1M".to_owned()), "set.nth-day"));
    }
    if let Some((month, end)) = month(r, of) {
        let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
        let part = match weekday {
            Some(weekday) => Part::NthDay(n as u8, weekday, month),
            None => Part::LastDay(month),
        };
        return Some(Found::point(end, year, part, "date.nth-day"));
    }
    let part = Part::Day(12, 31);
    if r.key(of, Key::The)
        && matches!(r.word(of + 1), Word::Unit { unit: Unit::Year, plural: false })
    {
        let body = Body::Point(Year::Missing, part, Pick::This);
        return weekday.is_none().then(|| Found::new(of + 2, body, "date.nth-day"));
    }
    let (year, end) = year_after(r, of).filter(|_| weekday.is_none())?;
    Some(Found::point(end, year, part, "date.nth-day"))
}

/// "Thursday of last week", "Friday next week", "Monday of the following week".
pub(super) fn weekday_of_week(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (number, end) = super::named::weekday(r, at)?;
    let the = r.skip(r.skip(end, Key::Of), Key::The);
    let (weeks, pick) = match r.word(the) {
        Word::Key(Key::Last) => (-1, Pick::Nearest),
        Word::Key(Key::This) => (0, Pick::Nearest),
        Word::Key(Key::Next) => (1, Pick::Nearest),
        Word::Key(Key::That | Key::Same) => (0, Pick::Same),
        Word::Key(Key::Previous | Key::Preceding) => (-1, Pick::Same),
        Word::Key(Key::Following) => (1, Pick::Same),
        _ => return None,
    };
    let week = matches!(r.word(the + 1), Word::Unit { unit: Unit::Week, plural: false });
    let body = Body::Point(Year::Missing, Part::WeekdayIn(number, weeks, true), pick);
    week.then(|| Found::new(the + 2, body, "date.weekday-of-week"))
}

/// "two weeks ago Monday", "a week from Friday": a weekday so many weeks from the one that it means alone.
pub(super) fn weeks_from(r: &Reader<'_>, weeks: f64, at: usize) -> Option<Found> {
    let (number, end) = super::named::weekday(r, at + 1)?;
    let weeks = if r.key(at, Key::Ago) { -weeks } else { weeks };
    let whole = weeks.fract() == 0.0 && weeks.abs() < 100.0;
    let part = Part::WeekdayIn(number, weeks as i8, false);
    whole.then(|| Found::point(end, Year::Missing, part, "date.weeks-from"))
}

/// "the September quarter", "the March quarter of 2019": the quarter that ends with a month.
pub(super) fn month_quarter(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Month { number, short: false, .. } = r.word(at) else { return None };
    let unit = r.pass(at + 1, b'-');
    let quarter = matches!(r.word(unit), Word::Unit { unit: Unit::Quarter, plural: false });
    if !quarter || !r.capital(at) || number % 3 != 0 {
        return None;
    }
    let (year, end) = year_after(r, unit + 1).unwrap_or((Year::Missing, unit + 1));
    Some(Found::point(end, year, Part::Quarter(number / 3), "date.quarter"))
}

/// Whether the article before a date belongs to the noun behind it: "the Christmas market", "the 8 November vote".
pub(super) fn borrows_article(r: &Reader<'_>, at: usize, found: &Found) -> bool {
    if !r.key(at, Key::The)
        || r.glued(found.end)
        || !matches!(r.word(found.end), Word::Plain | Word::Numbering)
    {
        return false;
    }
    let kind = match found.rule {
        "date.holiday" | "date.day-month" | "date.season" | "date.day-month-year" => true,
        "date.the-unit" => matches!(r.word(at + 1), Word::Unit { unit: Unit::Weekend, .. }),
        "date.quarter" => matches!(r.letters(at + 1), "Q"),
        _ => false,
    };
    kind && !r.letters(found.end).ends_with("ly") && !r.listed(found.end, list::APART)
}
