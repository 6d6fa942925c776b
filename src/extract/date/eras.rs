//! Years of less than four digits that leave their era to the text around them: "in 494 their fleet was lost", after 499
//! BC, "c. 347", "the year 71". In come tokens and expressions, out come the years that an era or a word told before makes
//! plain. Never reads one without.

use super::expression::{Body, Expression, Found, Part, Year};
use super::reader::Reader;
use super::word::{Key, Word, leads};
use crate::extract::Trace;

/// The rule of a year that waits for its era.
const RULE: &str = "date.year-of-era";

/// How many years from the one told last with its era, or by it, the next may lie.
const REACH: i32 = 60;

/// Three digits behind a preposition of time, with nothing counted behind them: a year, where an era was told.
pub(super) fn waiting(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (year @ 100..=999, 3) = r.digits(at)? else { return None };
    let about = r.last(at, b'.');
    // "S.C. 161" is a road.
    let circa = r.key(about, Key::Circa) && !r.capital(about);
    let led = circa || leads(r.before(at)) || r.key(r.last(at, b'-'), Key::Of);
    // "c. 347 – 30 September 420"
    let dash = circa && r.mark(at + 1, b'-');
    let free = dash || is_free(r, at) || later(r, at + 1, year as i32).is_some();
    (led && free && !r.glued(at)).then(|| {
        let rule = if circa { "date.year" } else { RULE };
        Found::point(at + 1, Year::Given(year as i32), Part::Whole, rule)
    })
}

/// "in the year 71"; "year 12 pupils" are in no year of the calendar.
pub(super) fn numbered(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (year @ 32..=999, 2..=3) = r.digits(at + 1)? else { return None };
    let the = r.key(at.wrapping_sub(1), Key::The) && !r.capital(at);
    (the && is_free(r, at + 1))
        .then(|| Found::point(at + 2, Year::Given(year as i32), Part::Whole, "date.year"))
}

/// The three digits of a year behind its month: "30 September 420".
pub(super) fn of_day(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let (year @ 100..=999, 3) = r.digits(at)? else { return None };
    let ends = matches!(r.word(at + 1), Word::Mark(b'.' | b',' | b';' | b')'));
    (ends && is_free(r, at)).then_some((Year::Given(year as i32), at + 1))
}

/// The second of two such years behind the mark that joins them: "360-366", "360 - 366".
pub(super) fn later(r: &Reader<'_>, at: usize, first: i32) -> Option<Found> {
    let (year @ 100..=999, 3) = r.digits(at + 1).filter(|_| r.mark(at, b'-'))? else { return None };
    let near = (1..=REACH).contains(&(year as i32 - first));
    (near && is_free(r, at + 1) && r.glued(at) == r.glued(at + 1))
        .then(|| Found::point(at + 2, Year::Given(year as i32), Part::Whole, RULE))
}

/// Whether a number counts nothing behind it and is no part of a longer one.
fn is_free(r: &Reader<'_>, at: usize) -> bool {
    match r.word(at + 1) {
        Word::Key(key) => {
            !matches!(key, Key::More | Key::Of | Key::Or | Key::S | Key::To) && !r.glued(at + 1)
        }
        Word::Plain => r.capital(at + 1) && !r.glued(at + 1),
        Word::PastTense | Word::PastForm => !r.glued(at + 1),
        Word::Mark(mark) => b".,;:)(".contains(&mark) && !r.glued(at + 2),
        _ => false,
    }
}

/// Gives the years that wait for it the era told last; those that lie near no such year are dropped.
pub(super) fn settle(expressions: &mut Vec<Expression>, trace: &mut Trace) {
    // The year told last by its era, in astronomical numbering.
    let mut told: Option<i32> = None;
    expressions.retain_mut(|expression| {
        let Body::Point(Year::Given(year), ..) = &mut expression.body else { return true };
        if expression.rule != RULE {
            if *year < 1000 {
                told = Some(*year);
            }
            return true;
        }
        if told.is_some_and(|told| told < 1) {
            *year = 1 - *year;
        }
        let near = told.is_some_and(|told| (told - *year).abs() <= REACH);
        if near {
            told = Some(*year);
        } else {
            trace.lose(expression.span, RULE, "date.not-of-an-era");
        }
        near
    });
}
