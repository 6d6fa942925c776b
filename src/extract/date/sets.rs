//! Times that recur: in come tokens, out come the values TIMEX3 writes for sets. Never says when one of them is.

use super::expression::{Amount, Body, Found};
use super::measure::{measure, written};
use super::named::month;
use super::reader::Reader;
use super::word::{Key, Length, Unit, Word};

/// "each year", "every Thursday", "per month", "daily", "Tuesdays", "every two weeks".
pub(super) fn set(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, value: String, rule| Some(Found::new(end, Body::Set(value), rule));
    match r.word(at) {
        Word::Frequency(value) => {
            // "annual sales" are of a kind; "it pays annually" tells when.
            let kind = matches!(r.word(at + 1), Word::Plain | Word::Numbering)
                && !r.glued(at + 1)
                && matches!(
                    value,
                    Length::Annual | Length::Quarterly | Length::Daily | Length::Nightly
                );
            let rule = if kind { "set.frequency-adjective" } else { "set.frequency" };
            close(at + 1, value.name().to_owned(), rule)
        }
        Word::Weekday { number, plural: false, short: false } if r.capital(at) => {
            let part = nights(r, at + 1)?;
            close(at + 2, format!("XXXX-WXX-{number}T{part}"), "set.weekdays")
        }
        Word::Weekday { number, plural: true, .. } => {
            close(at + 1, format!("XXXX-WXX-{number}"), "set.weekdays")
        }
        Word::Key(Key::Per) => match r.word(at + 1) {
            Word::Unit { unit, plural: false } => {
                close(at + 2, written(Amount::Exact(1.0), unit), "set.rate")
            }
            _ => None,
        },
        Word::Key(Key::Each | Key::Every) => every(r, at + 1),
        _ => None,
    }
}

/// "nights", "mornings": the part of the day that recurs.
fn nights(r: &Reader<'_>, at: usize) -> Option<&'static str> {
    match r.word(at) {
        Word::Daypart(part, true) => Some(part.name()),
        Word::Unit { unit: Unit::Night, plural: true } => Some("NI"),
        _ => None,
    }
}

fn every(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, value: String| Some(Found::new(end, Body::Set(value), "set.every"));
    if let Some((number, end)) = super::named::weekday(r, at) {
        return match super::dayparts::daypart(r, end) {
            Word::Daypart(part, false) => {
                close(end + 1, format!("XXXX-WXX-{number}T{}", part.name()))
            }
            _ => close(end, format!("XXXX-WXX-{number}")),
        };
    }
    if let Some((number, end)) = month(r, at) {
        return close(end, format!("XXXX-{number:02}"));
    }
    match r.word(at) {
        Word::Season { season, .. } => close(at + 1, format!("XXXX-{}", season.name())),
        Word::Daypart(part, _) => close(at + 1, format!("XXXX-XX-XXT{}", part.name())),
        Word::Key(Key::Other) => match r.word(at + 1) {
            Word::Unit { unit, .. } => close(at + 2, written(Amount::Exact(2.0), unit)),
            _ => None,
        },
        Word::Unit { unit: Unit::Day, .. } => {
            // "every day of the year"
            let larger = r.key(at + 1, Key::Of)
                && r.key(at + 2, Key::The)
                && matches!(r.word(at + 3), Word::Unit { unit, plural: false } if unit > Unit::Day);
            close(if larger { at + 4 } else { at + 1 }, "XXXX-XX-XX".to_owned())
        }
        Word::Unit { unit: Unit::Night, .. } => close(at + 1, "XXXX-XX-XXTNI".to_owned()),
        Word::Unit { unit, .. } => close(at + 1, written(Amount::Exact(1.0), unit)),
        _ => {
            let (amount, unit, end) = measure(r, at)?;
            close(end, written(amount, unit))
        }
    }
}

/// "three summers" of "the past three summers": seasons that recur.
pub(super) fn seasons(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (_, next) = r.amount(at)?;
    let Word::Season { season, plural: true, .. } = r.word(next) else { return None };
    let value = format!("XXXX-{}", season.name());
    Some(Found::new(next + 1, Body::Set(value), "set.seasons"))
}
