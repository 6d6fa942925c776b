//! Two dates that are the ends of one range, and what a preposition opens: in come expressions with their places, out
//! come the intervals of the calendar. Never reads a word.

use super::expression::{self, Body, Clock, Edge, Expression, Lead, Link, Part, Tense, Year};
use super::place::{moved, place};
use super::stamp::Stamp;
use super::word::Unit;
use crate::extract::{DateMention, DateValue};

/// Gives each of two linked expressions what the other says for both: the year of "in February and May 2013".
pub(super) fn link(expressions: &mut [Expression]) {
    for i in (1..expressions.len()).rev() {
        let (left, right) = expressions.split_at_mut(i);
        let (Some(left), Some(right)) = (left.last_mut(), right.first_mut()) else { continue };
        if left.link == Link::None || !follows(left, right) {
            left.link = Link::None;
            continue;
        }
        expression::share(&mut left.body, &mut right.body, left.link);
    }
    if let Some(last) = expressions.last_mut() {
        last.link = Link::None;
    }
}

/// Gives hours the day that is told behind them: "at 2:20 p.m. EDT (18:20 UTC) on Monday", "from 9 a.m. to noon Monday".
pub(super) fn date_hours(expressions: &mut [Expression]) {
    for i in (1..expressions.len()).rev() {
        let (left, right) = expressions.split_at_mut(i);
        let (Some(hour), Some(day)) = (left.last_mut(), right.first()) else { continue };
        let near = day.span.start.saturating_sub(hour.span.end) <= HOURS;
        let timed =
            hour.body == Body::Time && matches!(hour.clock, Some(Clock::At(_) | Clock::Bare(_)));
        let dayly = matches!(
            day.body,
            Body::Point(_, Part::Weekday(_) | Part::WeekdayIn(..) | Part::Day(..), _)
                | Body::Period { unit: Unit::Day, .. }
        );
        let told = dayly && (day.lead == Lead::Point || day.clock.is_some());
        if near && timed && told && hour.stretch == day.stretch && hour.link != Link::And {
            hour.body = day.body.clone();
            hour.tense = day.tense;
        }
    }
}

/// Gives what is told by its distance the date that brackets behind it name: "two years later (218 BC)".
pub(super) fn bracketed(expressions: &mut [Expression]) {
    for i in 1..expressions.len() {
        let (left, right) = expressions.split_at_mut(i);
        let (Some(told), Some(named)) = (left.last_mut(), right.first()) else { continue };
        let Body::Point(year, part, _) = named.body else { continue };
        let year_told = matches!(year, Year::Given(_));
        let fits = match told.body {
            Body::Shift { unit, .. } | Body::Period { unit, .. } => match part {
                Part::Whole => unit == Unit::Year,
                Part::Month(_) => unit == Unit::Month,
                Part::Day(..) => matches!(unit, Unit::Day | Unit::Week),
                _ => false,
            },
            Body::Same => true,
            _ => false,
        };
        let gap = named.span.start.saturating_sub(told.span.end);
        // "a week later, on 7 March,": what is told twice is the same day.
        let again = gap == AGAIN
            && named.lead == Lead::Point
            && named.stretch == told.stretch
            && matches!(
                (&told.body, part),
                (Body::Shift { unit: Unit::Day | Unit::Week, .. }, Part::Day(..))
            );
        let behind = gap == BRACKET && year_told && told.link == Link::None;
        if fits && (behind || again) {
            told.body = named.body.clone();
        }
    }
}

/// The way into brackets: " (".
const BRACKET: u32 = 2;

/// The way to a date that is told again: ", on ".
const AGAIN: u32 = 5;

/// The longest way from an hour to its day: " local time (", ") on ".
const HOURS: u32 = 14;

/// Whether nothing but a link stands between two expressions.
fn follows(left: &Expression, right: &Expression) -> bool {
    right.span.start.saturating_sub(left.span.end) <= LINK && left.span.end <= right.span.start
}

/// The longest link with its spaces and one article or preposition: " through the ".
const LINK: u32 = 9;

/// Puts the ends of a range that runs over the turn of a year on its two sides ("from October to March"), and says
/// whether it did. `stood` is where the story stood before: the nearer of two such winters is meant.
pub(super) fn crosses_a_year(
    pair: &[Expression],
    ends: &mut [Option<Stamp>],
    stood: Option<Stamp>,
) -> bool {
    let ([from, to], [Some(first), Some(last)]) = (pair, ends) else { return false };
    let (Some((first_year, first_part)), Some((last_year, last_part))) = (yearly(from), yearly(to))
    else {
        return false;
    };
    if from.link != Link::Range
        || first.day <= last.last()
        || first.year_number() - last.year_number() > 1
    {
        return false;
    }
    let late = place(last_part, first.year_number() + 1);
    let early = place(first_part, last.year_number() - 1);
    let near_early = stood.is_none_or(|s| {
        let (back, ahead) = (s.day - last.last(), first.day - s.day);
        back < ahead
    });
    match (first_year, last_year, early, late) {
        (Year::Missing, Year::Given(_), Some(early), _) => *first = early,
        (Year::Missing, Year::Missing, Some(early), _) if near_early => *first = early,
        (_, Year::Missing, _, Some(late)) => *last = late,
        _ => return false,
    }
    true
}

/// Puts the ends of a range of weekdays in their order: "ran from Monday through Saturday", said on a Monday, began the
/// week before.
pub(super) fn crosses_a_week(pair: &[Expression], ends: &mut [Option<Stamp>]) -> bool {
    let ([from, to], [Some(first), Some(last)]) = (pair, ends) else { return false };
    let bare = |e: &Expression| matches!(e.body, Body::Point(Year::Missing, Part::Weekday(_), _));
    let far = (first.day - last.day).num_days();
    if from.link != Link::Range || !bare(from) || !bare(to) || !(1..7).contains(&far) {
        return false;
    }
    if from.tense == Tense::Future {
        last.day = moved(last.day, 7);
    } else {
        first.day = moved(first.day, -7);
    }
    true
}

/// The year and the part of an expression that a year has once.
fn yearly(expression: &Expression) -> Option<(Year, Part)> {
    match expression.body {
        Body::Point(year, part @ (Part::Month(_) | Part::Day(..) | Part::Season(_)), _) => {
            Some((year, part))
        }
        _ => None,
    }
}

/// The calendar reading with the interval that a preposition opens, and with the mark of what is about right.
pub(super) fn led(stamp: Stamp, expression: &Expression) -> DateValue {
    let own = stamp.value();
    // "before the end of 2018" is not over with 2017.
    let whole = expression.clock.is_none() && expression.edge == Edge::None;
    if expression.lead == Lead::Before && whole && own.earliest.is_some() {
        let latest = own.earliest.and_then(|day| day.pred_opt());
        let edtf = latest.map_or_else(String::new, |day| format!("/{}", day.format("%Y-%m-%d")));
        return DateValue { edtf, earliest: None, latest, ..own };
    }
    if !expression.about && !matches!(expression.lead, Lead::Since | Lead::Until) {
        return own;
    }
    let about = |end: &str| if expression.about { format!("{end}~") } else { end.to_owned() };
    let ends = own.edtf.split_once('/').map(|(a, b)| (about(a), about(b)));
    let whole = ends.as_ref().map_or_else(|| about(&own.edtf), |(a, b)| format!("{a}/{b}"));
    let (first, last) = ends.unwrap_or_else(|| (whole.clone(), whole.clone()));
    match expression.lead {
        Lead::Since => DateValue { edtf: format!("{first}/.."), latest: None, ..own },
        Lead::Until => DateValue { edtf: format!("/{last}"), earliest: None, ..own },
        Lead::None | Lead::Before | Lead::In | Lead::By | Lead::From | Lead::Point | Lead::Said => {
            DateValue { edtf: whole, ..own }
        }
    }
}

/// Gives the first of two ends the interval between them.
pub(super) fn join(
    expressions: &[Expression],
    stamps: &[Option<Stamp>],
    mentions: &mut [DateMention],
) {
    for (i, pair) in expressions.windows(2).enumerate() {
        let ([from, to], Some([Some(first), Some(last)])) = (pair, stamps.get(i..i + 2)) else {
            continue;
        };
        if from.link != Link::Range || first.day > last.last() {
            continue;
        }
        let Some(mention) = mentions.get_mut(i) else { continue };
        let plain = |e: &Expression| Expression { lead: Lead::None, ..e.clone() };
        let (start, end) = (led(*first, &plain(from)).edtf, led(*last, &plain(to)).edtf);
        let start = start.split('/').next().unwrap_or_default();
        let end = end.rsplit('/').next().unwrap_or_default();
        mention.date = Some(DateValue {
            edtf: format!("{start}/{end}"),
            earliest: Some(first.day),
            latest: Some(last.last()),
            anchored: true,
        });
    }
}
