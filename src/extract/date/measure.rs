//! An amount with its unit, the piece that lengths and shifts share: in come tokens, out come "two days", "a year",
//! "months", and how TIMEX3 writes them. Never says what the measure is for.

use super::expression::Amount;
use super::reader::Reader;
use super::word::{Key, Unit, Word};

/// An amount with its unit: "two days", "a year", bare "months".
pub(super) fn measure(r: &Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
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
        // "the worst single-day loss"
        Word::Key(Key::Single) if r.mark(at + 1, b'-') => (Amount::Exact(1.0), at + 1),
        Word::Key(Key::A | Key::An) => match r.amount(at) {
            Some(found) => found,
            None => (Amount::Exact(1.0), r.skip(r.skip(at + 1, Key::Full), Key::Single)),
        },
        // "Min" and "hr" without a number are names or anything else.
        Word::Unit { plural: true, .. } if r.letters(at).len() > 3 && !compound(r, at) => {
            (Amount::Vague, at)
        }
        _ => r.amount(at)?,
    };
    let hyphen = r.mark(next, b'-');
    next = r.pass(next, b'-');
    // "20-odd years"
    if hyphen && r.letters(next) == "odd" {
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

/// "after-hours trading", "man-hours": a unit behind a hyphen counts no time by itself.
fn compound(r: &Reader<'_>, at: usize) -> bool {
    r.glued(at) && r.mark(at.wrapping_sub(1), b'-') && r.glued(at.wrapping_sub(1))
}

/// "a year and a half": the index after the half.
fn and_a_half(r: &Reader<'_>, at: usize) -> Option<usize> {
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
