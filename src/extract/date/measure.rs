//! An amount with its unit, the piece that lengths and shifts share: in come tokens, out come "two days", "a year",
//! "months", and how TIMEX3 writes them. Never says what the measure is for.

use super::expression::Amount;
use super::list;
use super::reader::Reader;
use super::word::{Key, Unit, Word};

/// An amount with its unit: "two days", "a year", bare "months".
pub(super) fn measure(r: &Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    if let Some(end) = quarter_century(r, at) {
        return Some((Amount::Exact(25.0), Unit::Year, end));
    }
    let (amount, mut next) = match r.word(at) {
        // "a year-long trial": the article belongs to the trial.
        Word::Key(Key::A | Key::An)
            if r.mark(at + 2, b'-') && matches!(r.word(at + 1), Word::Unit { .. }) =>
        {
            return None;
        }
        Word::Unit { plural: false, .. } if r.mark(at + 1, b'-') && r.key(at + 2, Key::Long) => {
            (Amount::Exact(1.0), at)
        }
        // "it will take another year"
        Word::Key(Key::Another)
            if matches!(r.word(at + 1), Word::Unit { plural: false, unit } if unit >= Unit::Week)
                && !r.mark(at + 2, b'-') =>
        {
            (Amount::Exact(1.0), at + 1)
        }
        // "the worst single-day loss"
        Word::Key(Key::Single) if r.mark(at + 1, b'-') => (Amount::Exact(1.0), at + 1),
        Word::Key(Key::A | Key::An) => match r.amount(at) {
            Some(found) => found,
            None => (Amount::Exact(1.0), r.skip(r.skip(at + 1, Key::Full), Key::Single)),
        },
        // "Min" and "hr" without a number are names or anything else.
        Word::Unit { plural: true, .. }
            if r.letters(at).len() > 3
                && !joined(r, at)
                && !as_many(r, at)
                && !opening_hours(r, at) =>
        {
            (Amount::Vague, at)
        }
        _ => r.amount(at)?,
    };
    let hyphen = r.mark(next, b'-');
    next = r.pass(next, b'-');
    // "20-odd years", "two-plus years"
    if hyphen && matches!(r.letters(next), "odd" | "plus" | "some") {
        next = r.pass(next + 1, b'-');
    }
    let next = filler(r, next);
    let Word::Unit { unit, plural } = r.word(next) else { return None };
    // "the eight Millennium Goals" has a name.
    if !plural && r.capital(next) && !r.capital(at) && !hyphen {
        return None;
    }
    if unit == Unit::Second
        && !plural
        && !matches!(r.word(at), Word::Digits(..) | Word::Cardinal(_))
    {
        return None;
    }
    // "five year plan" has the unit in the singular; a vague amount never has.
    if !plural && amount == Amount::Vague && !hyphen {
        return None;
    }
    if let Amount::Exact(n) = amount
        && let Some(end) = and_a_half(r, next + 1)
    {
        return Some((Amount::Exact(n + 0.5), unit, end));
    }
    Some((amount, unit, next + 1))
}

/// "the past quarter century", "a quarter-century": the index after it.
fn quarter_century(r: &Reader<'_>, at: usize) -> Option<usize> {
    let quarter = matches!(r.word(at), Word::Unit { unit: Unit::Quarter, plural: false });
    let next = r.pass(at + 1, b'-');
    let century = matches!(r.word(next), Word::Unit { unit: Unit::Century, plural: false });
    (quarter && century).then_some(next + 1)
}

/// "after-hours trading", "man-hours": a unit behind a hyphen counts no time by itself.
fn joined(r: &Reader<'_>, at: usize) -> bool {
    r.glued(at) && r.mark(at.wrapping_sub(1), b'-') && r.glued(at.wrapping_sub(1))
}

/// "Hours are 9 a.m. to 5 p.m.", "business hours": when something is open.
fn opening_hours(r: &Reader<'_>, at: usize) -> bool {
    if !matches!(r.word(at), Word::Unit { unit: Unit::Hour, .. }) {
        return false;
    }
    let head =
        r.capital(at) && (r.mark(at + 1, b':') || matches!(r.letters(at + 1), "are" | "vary"));
    head || r.listed(at.wrapping_sub(1), list::OPENING_HOURS)
}

/// "the third minister in as many years": so many as were told.
fn as_many(r: &Reader<'_>, at: usize) -> bool {
    r.key(at.wrapping_sub(1), Key::Many) && r.key(at.wrapping_sub(2), Key::As)
}

/// "a year and a half": the index after the half.
pub(super) fn and_a_half(r: &Reader<'_>, at: usize) -> Option<usize> {
    (r.key(at, Key::And) && r.key(at + 1, Key::A) && r.key(at + 2, Key::Half)).then_some(at + 3)
}

/// Adjectives that stand between a number and its unit: "three consecutive years".
fn filler(r: &Reader<'_>, at: usize) -> usize {
    let keys = [
        Key::More,
        Key::Full,
        Key::Whole,
        Key::Consecutive,
        Key::Straight,
        Key::Trading,
        Key::Working,
        Key::Additional,
        Key::Long,
        Key::Further,
        Key::Calendar,
        Key::Fiscal,
    ];
    if r.any(at, &keys) { at + 1 } else { at }
}

/// A measure with the smaller ones that go on with it, as TIMEX3 writes all of it: "two years and three months" is
/// `P2Y3M`, "an hour, 20 minutes and 5 seconds" `PT1H20M5S`.
pub(super) fn compound(r: &Reader<'_>, from: (Amount, Unit, usize)) -> Option<(String, usize)> {
    let (mut amount, mut unit, mut end) = from;
    let mut value = String::new();
    let mut clock = false;
    while let Some((next, smaller, after)) = smaller(r, (amount, unit, end)) {
        push(&mut value, &mut clock, amount, unit);
        (amount, unit, end) = (next, smaller, after);
    }
    if value.is_empty() {
        return None;
    }
    push(&mut value, &mut clock, amount, unit);
    Some((format!("P{value}"), end))
}

/// Adds one measure to a compound, with the T before the first unit of the clock.
fn push(value: &mut String, clock: &mut bool, amount: Amount, unit: Unit) {
    let part = written(amount, unit);
    let part = part.strip_prefix('P').unwrap_or_default();
    value.push_str(if *clock { part.trim_start_matches('T') } else { part });
    *clock |= part.starts_with('T');
}

/// The measure of a smaller unit that goes on with one: "and three months", ", 20 minutes", "45 minutes".
fn smaller(
    r: &Reader<'_>,
    (amount, unit, end): (Amount, Unit, usize),
) -> Option<(Amount, Unit, usize)> {
    let whole = |amount: Amount| matches!(amount, Amount::Exact(n) if n.fract() == 0.0);
    let next = r.skip(r.pass(end, b','), Key::And);
    let figures = matches!(r.word(next), Word::Digits(..) | Word::Cardinal(_));
    let (rest, below, after) = measure(r, next).filter(|_| figures && whole(amount))?;
    // "two days, 36 hours" tells one time twice.
    let fits = match (unit, below, rest) {
        (Unit::Year, Unit::Month, Amount::Exact(n)) => n < 12.0,
        (Unit::Year, Unit::Week | Unit::Day, Amount::Exact(n)) => n < 366.0,
        (Unit::Month, Unit::Week | Unit::Day, Amount::Exact(n)) => n < 31.0,
        (Unit::Week, Unit::Day, Amount::Exact(n)) => n < 7.0,
        (Unit::Day, Unit::Hour, Amount::Exact(n)) => n < 24.0,
        (Unit::Hour, Unit::Minute, Amount::Exact(n))
        | (Unit::Minute, Unit::Second, Amount::Exact(n)) => n < 60.0,
        _ => false,
    };
    let shifted = r.any(after, &[Key::Ago, Key::Later, Key::Earlier]);
    let hyphen = r.mark(after.wrapping_sub(2), b'-') || r.mark(after, b'-');
    (fits && !hyphen && !shifted).then_some((rest, below, after))
}

/// "or so", "or more" after a measure.
pub(super) fn or_so(r: &Reader<'_>, at: usize) -> usize {
    let single = matches!(r.word(at.wrapping_sub(1)), Word::Unit { plural: false, .. });
    let two = single && r.word(at + 1) == Word::Cardinal(2);
    let more = two || r.any(at + 1, &[Key::So, Key::More, Key::Less]);
    if r.key(at, Key::Or) && more { at + 2 } else { at }
}

/// A length as TIMEX3 writes it: `P5Y`, `PT30M`, `PXD`; decades and centuries in years.
pub(super) fn written(amount: Amount, unit: Unit) -> String {
    let (clock, letter, factor) = match unit {
        Unit::Second => ("T", "S", 1.0),
        Unit::Minute => ("T", "M", 1.0),
        Unit::Hour => ("T", "H", 1.0),
        Unit::Day | Unit::Night => ("", "D", 1.0),
        Unit::Weekend => ("", "WE", 1.0),
        Unit::Week => ("", "W", 1.0),
        Unit::Fortnight => ("", "W", 2.0),
        Unit::Month => ("", "M", 1.0),
        Unit::Quarter => ("", "Q", 1.0),
        Unit::Year => ("", "Y", 1.0),
        Unit::Decade => ("", "Y", 10.0),
        Unit::Century => ("", "Y", 100.0),
        Unit::Millennium => ("", "Y", 1000.0),
    };
    match amount {
        Amount::Exact(n) => format!("P{clock}{}{letter}", (n * factor * 100.0).round() / 100.0),
        Amount::Vague => {
            let letter = match unit {
                Unit::Decade => "DE",
                Unit::Century => "CE",
                Unit::Millennium => "ML",
                _ => letter,
            };
            format!("P{clock}X{letter}")
        }
    }
}
