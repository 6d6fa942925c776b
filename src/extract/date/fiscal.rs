//! What firms and states count by: in come tokens, out come fiscal years, quarters and halves, by name ("the third quarter of
//! 1990") and in figures ("Q3 2019", "1H22").

use super::expression::{Base, Body, Found, Part, Year};
use super::named::{day_month, month_day, year_after};
use super::reader::Reader;
use super::word::{Key, Unit, Word};

/// "the third quarter of 1990", "third-quarter", "Q3 2019", "first half of last year".
pub(super) fn quarter(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (part, end) = quarter_name(r, at)?;
    let after = figures_after(r, end).or_else(|| year_after(r, end)).or_else(|| {
        let of = r.skip(end, Key::Of);
        let fiscal = r.skip(r.skip(of, Key::The), Key::Fiscal);
        (of > end && matches!(r.word(fiscal), Word::Unit { unit: Unit::Year, plural: false }))
            .then_some((Year::Step(0, Base::Story), fiscal + 1))
            .or_else(|| fiscal_year(r, fiscal).filter(|_| fiscal > of))
    });
    let (year, end) = after.unwrap_or((Year::Missing, end));
    Some(Found::point(end, year, part, "date.quarter"))
}

/// "the quarter ended March 31": the quarter of the year that its last day lies in.
pub(super) fn quarter_ended(r: &Reader<'_>, at: usize) -> Option<Body> {
    if !r.any(at + 1, &[Key::Ended, Key::Ending]) {
        return None;
    }
    let last = month_day(r, at + 2).or_else(|| day_month(r, at + 2))?;
    let Body::Point(year, Part::Day(month, _), pick) = last.body else { return None };
    Some(Body::Point(year, Part::Quarter(month.div_ceil(3)), pick))
}

fn quarter_name(r: &Reader<'_>, at: usize) -> Option<(Part, usize)> {
    let letters = r.letters(at);
    if letters == "Q" && r.glued(at + 1) {
        let (n @ 1..=4, 1) = r.digits(at + 1)? else { return None };
        return Some((Part::Quarter(n as u8), at + 2));
    }
    if letters == "H" && r.glued(at + 1) {
        let (n @ 1..=2, 1) = r.digits(at + 1)? else { return None };
        let year = figures_after(r, at + 2).or_else(|| year_after(r, at + 2));
        return year.map(|_| (Part::Half(n as u8), at + 2));
    }
    if let (Some((n @ 1..=4, 1)), "Q") = (r.digits(at), r.letters(at + 1)) {
        return r.glued(at + 1).then_some((Part::Quarter(n as u8), at + 2));
    }
    if let (Some((n @ 1..=2, 1)), "H") = (r.digits(at), r.letters(at + 1)) {
        let year = figures_after(r, at + 2).or_else(|| year_after(r, at + 2));
        return year.filter(|_| r.glued(at + 1)).map(|_| (Part::Half(n as u8), at + 2));
    }
    let (n, end) = match r.word(at) {
        Word::Key(Key::Final | Key::Last) => (0, at + 1),
        Word::Key(Key::Latter) => (2, at + 1),
        Word::Ordinal(n @ 1..=4) => (n, at + 1),
        Word::Digits(..) => {
            r.ordinal(at).map(|(n, end)| (n as u8, end)).filter(|(n, _)| *n <= 4)?
        }
        _ => return None,
    };
    let unit = r.pass(r.skip(r.pass(end, b'-'), Key::Fiscal), b'-');
    match r.word(unit) {
        // "the first quarter century"
        Word::Unit { unit: Unit::Quarter, .. }
            if matches!(r.word(r.pass(unit + 1, b'-')), Word::Unit { unit: Unit::Century, .. }) =>
        {
            None
        }
        Word::Unit { unit: Unit::Quarter, plural: false } if n > 0 && !r.key(at, Key::Latter) => {
            Some((Part::Quarter(n), unit + 1))
        }
        Word::Unit { unit: Unit::Quarter, plural: false } if r.key(at, Key::Final) => {
            Some((Part::Quarter(4), unit + 1))
        }
        Word::Key(Key::Half) if n <= 2 && half_of_time(r, unit + 1) => {
            Some((Part::Half(if n == 0 { 2 } else { n }), unit + 1))
        }
        _ => None,
    }
}

/// "half" is a half of a year only before a year.
fn half_of_time(r: &Reader<'_>, at: usize) -> bool {
    let next = r.skip(r.skip(at, Key::Of), Key::The);
    let fiscal = r.skip(next, Key::Fiscal);
    year_after(r, at).is_some()
        || fiscal > next && fiscal_year(r, fiscal).is_some()
        || matches!(r.word(next), Word::Unit { unit: Unit::Year, plural: false })
}

/// The year written onto a quarter or half: "1Q23", "Q4/22", "2H/2022"; nothing behind a name in words.
fn figures_after(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let before = at.checked_sub(2)?;
    let letter = |i: usize| matches!(r.letters(i), "Q" | "H");
    if !letter(before) && !letter(before + 1) || !r.glued(at) {
        return None;
    }
    let digits = r.pass(at, b'/');
    let (year, end) = match r.digits(digits).filter(|_| r.glued(digits))? {
        (short, 2) if letter(before + 1) || digits > at => (Year::Short(short as u8), digits + 1),
        (year @ 1000..=2190, 4) => (Year::Given(year as i32), digits + 1),
        _ => return None,
    };
    // "Q4/22/3", "1Q23-7" are numbers of something else.
    let goes_on = r.glued(end) && (r.digits(end).is_some() || r.mark(end, b'/'));
    (!goes_on).then_some((year, end))
}

/// The year behind "fiscal", of two digits behind "FY": "FY19".
fn fiscal_year(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let short = match r.digits(at) {
        Some((year, 2)) if r.letters(at.wrapping_sub(1)) == "FY" => {
            Some((Year::Short(year as u8), at + 1))
        }
        _ => None,
    };
    short.or_else(|| year_after(r, at))
}

/// "fiscal 1989", "fiscal year 2019", "the current fiscal year".
pub(super) fn fiscal(r: &Reader<'_>, at: usize) -> Option<Found> {
    if !r.any(at, &[Key::Fiscal, Key::Financial, Key::Calendar, Key::School]) {
        return None;
    }
    let unit = matches!(r.word(at + 1), Word::Unit { unit: Unit::Year, plural: false });
    let next = if unit { at + 2 } else { at + 1 };
    if let Some((year, end)) = fiscal_year(r, next).filter(|_| !r.key(at, Key::School)) {
        return Some(Found::point(end, year, Part::Whole, "date.fiscal-year"));
    }
    if !unit {
        return r.key(at, Key::Fiscal).then(|| quarter(r, r.pass(at + 1, b'-'))).flatten();
    }
    let body = Body::Length("P1Y".to_owned(), None, Year::Missing);
    Some(Found::new(at + 2, body, "duration.fiscal-year"))
}
