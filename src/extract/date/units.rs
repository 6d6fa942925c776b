//! Units of the calendar with no more than their article: in come tokens, out come "the year", "the 13th", "year-end", as
//! units and days that the text is in. Never counts any.

use super::expression::{Amount, Base, Body, Found, Part, Year};
use super::fiscal;
use super::list;
use super::measure::written;
use super::named::year_after;
use super::reader::Reader;
use super::relative;
use super::word::{Key, STAGES, Unit, Word};

/// "the 13th": a day of the month told before.
pub(super) fn the_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    r.digits(at)?;
    let (day @ 1..=31, end) = r.ordinal(at)? else { return None };
    // "the 16th consecutive month", "the 17th annual fair"
    let counts =
        matches!(r.word(end), Word::Frequency(_) | Word::Ordinal(_) | Word::Weekday { .. })
            || r.any(end, &[Key::Consecutive, Key::Straight, Key::Most, Key::Full]);
    // "the 12th Five Year Plan"
    let noun =
        matches!(r.word(end), Word::Plain | Word::PastForm | Word::Unit { .. } | Word::Cardinal(_))
            && !r.opens(end)
            || counts;
    // "the 10th of the 24 kinds"; "the 10th of that month" is a day.
    let month = |i: usize| matches!(r.word(i), Word::Unit { .. } | Word::Month { .. });
    let noun = noun || r.key(end, Key::Of) && !(end + 1..end + 4).any(month);
    let body = Part::DayOfMonth(day as u8);
    (!noun).then(|| Found::point(end, Year::Missing, body, "date.day"))
}

/// "the year", "the month", "the weekend": the unit the text is in.
pub(super) fn the_unit(r: &Reader<'_>, at: usize) -> Option<Found> {
    let at = if r.any(at, &[Key::Full, Key::Entire, Key::Whole]) { at + 1 } else { at };
    let Word::Unit { unit, plural: false } = r.word(at) else { return None };
    let plain = matches!(
        unit,
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year
    );
    // "by the end of the decade"; "over the decade" is a length.
    let of = r.key(at.wrapping_sub(2), Key::Of);
    let larger = unit == Unit::Decade && of || unit == Unit::Century && of && edge_before(r, at);
    if !plain && !larger {
        return None;
    }
    if unit >= Unit::Week && r.key(at + 1, Key::Ahead) {
        let one = Amount::Exact(1.0);
        let length = Body::Length(written(one, unit), Some((one, unit, 1)), Year::Missing);
        return Some(Found::new(at + 2, length, "duration.framed"));
    }
    if r.mark(at + 1, b'-') || matches!(r.word(at + 1), Word::Plain) && r.glued(at + 1) {
        return None;
    }
    // "carried the day"
    let idiom = unit == Unit::Day && r.listed(at.wrapping_sub(2), list::DAY_IDIOM);
    if idiom || relative::to_the_day(r, at) {
        return None;
    }
    // "the year 12 class"
    if unit == Unit::Year && r.digits(at + 1).is_some() {
        return None;
    }
    // "the Year II" of another calendar is a name.
    let of = r.key(at + 1, Key::Of) && r.capital(at + 2);
    if r.capital(at) && (r.capital(at + 1) || of) {
        return None;
    }
    let to = r.key(at + 1, Key::To) && matches!(r.word(at + 2), Word::Month { .. });
    if unit == Unit::Year && (to || r.any(at + 1, &[Key::Ended, Key::Ending])) {
        let length = Body::Length("P1Y".to_owned(), None, Year::Missing);
        return Some(Found::new(at + 1, length, "duration.year-ended"));
    }
    if let Some(body) = fiscal::quarter_ended(r, at).filter(|_| unit == Unit::Quarter) {
        return Some(Found::new(at + 1, body, "date.quarter-ended"));
    }
    let base = if plain { Base::Story } else { Base::Now };
    Some(Found::new(at + 1, Body::Period { unit, steps: 0, base }, "date.the-unit"))
}

/// "the turn of the century", "the middle of the century"; "the crime of the century" tells no time.
fn edge_before(r: &Reader<'_>, unit: usize) -> bool {
    let edge = unit.wrapping_sub(3);
    r.any(edge, &STAGES)
        || r.any(edge, &[Key::Half, Key::Part])
        || matches!(r.word(edge), Word::Unit { plural: true, .. })
}

/// "year-end", "year's end", "month's end": the end of the unit the text is in; "year-end 2022" that of the year.
pub(super) fn unit_end(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Unit { unit: unit @ (Unit::Month | Unit::Year), plural: false } = r.word(at) else {
        return None;
    };
    let next = r.pass(at + 1, b'-');
    let next = if r.mark(at + 1, b'\'') && r.key(at + 2, Key::S) { at + 3 } else { next };
    if !r.key(next, Key::End) {
        return None;
    }
    let told = year_after(r, next + 1).filter(|_| unit == Unit::Year && !r.mark(next + 1, b','));
    Some(match told {
        Some((year, end)) => Found::point(end, year, Part::Whole, "date.unit-end"),
        None => {
            Found::new(next + 1, Body::Period { unit, steps: 0, base: Base::Now }, "date.unit-end")
        }
    })
}
