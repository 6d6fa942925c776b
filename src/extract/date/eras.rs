//! Years of antiquity that leave their era to the text around them: "in 494 their fleet was lost", after 499 BC. In come
//! tokens and expressions, out come the years that an era told before makes plain. Never reads one without such an era.

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
    let led = leads(r.before(at));
    let counts = match r.word(at + 1) {
        Word::Key(key) => matches!(key, Key::More | Key::Of | Key::Or | Key::S | Key::To),
        Word::Plain => !r.capital(at + 1),
        Word::PastTense | Word::PastForm => false,
        Word::Mark(mark) => !b".,;:)(".contains(&mark) || r.glued(at + 2),
        _ => true,
    };
    let glued = r.glued(at) || r.glued(at + 1) && !matches!(r.word(at + 1), Word::Mark(_));
    (led && !counts && !glued)
        .then(|| Found::point(at + 1, Year::Given(year as i32), Part::Whole, RULE))
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
