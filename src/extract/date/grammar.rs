//! The grammar: in come the tokens of a block, out come typed expressions with the hints of their clause.
//! Reads from left to right, takes the longest expression that begins at a token, and never looks back into one.

use super::clock;
use super::context;
use super::expression::{Base, Body, Clock, Expression, Found, Part, Tense, Year};
use super::holiday;
use super::length;
use super::named;
use super::numeric;
use super::opening::may_open;
use super::reader::Reader;
use super::relative;
use super::span;
use super::word::{Key, Reference, Unit, Word};
use crate::text::Span;

type GrammarRule = fn(&Reader<'_>, usize) -> Option<Found>;

/// The rules that may begin with a word, in the order they are tried; the longest finding wins, the first among
/// equals.
fn rules(word: Word) -> &'static [GrammarRule] {
    match word {
        Word::Digits(..) => &[
            numeric::date,
            named::day_month,
            span::decade,
            span::century,
            span::quarter,
            span::week,
            relative::shift,
            clock::time,
            length::length,
            span::bare_year,
        ],
        Word::Month { .. } => &[named::month_day, named::month_year, holiday::named],
        Word::Weekday { .. } => &[named::weekday_date, length::set, named::free_weekday],
        Word::Season { .. } => &[span::season],
        Word::Mark(_) | Word::Tens(_) => &[span::decade],
        Word::Day(..) => &[relative::day],
        Word::Frequency(_) => &[length::set],
        Word::Reference(_) => &[reference],
        Word::Holiday => &[holiday::named],
        Word::Daypart(..) => &[],
        _ => &WORDY,
    }
}

/// The rules that begin with a number in words, a unit or one of the grammar's own words.
const WORDY: [GrammarRule; 16] = [
    named::day_month,
    span::decade,
    span::century,
    span::quarter,
    span::fiscal,
    span::week,
    relative::day,
    relative::picked,
    relative::year_ago,
    relative::shift,
    clock::time,
    length::framed,
    length::set,
    length::length,
    span::bare_year,
    reference_or_end,
];

/// A reference, or the end of a unit.
fn reference_or_end(r: &Reader<'_>, at: usize) -> Option<Found> {
    unit_end(r, at).or_else(|| reference(r, at))
}
/// Finds the expressions of a block. `stretch` counts on over the document.
pub(super) fn read(r: &Reader<'_>, stretch: &mut u32, out: &mut Vec<Expression>) {
    let mut at = 0;
    while at < r.tokens.len() {
        match r.word(at) {
            Word::Mark(mark) if mark != b'\'' => {
                *stretch += u32::from(mark == b'.' && !r.glued(at + 1));
                at += 1;
            }
            _ if !may_open(r, at) => at += 1,
            Word::Digits(..) if super::series::heads(r, at).is_some() => {
                if let Some(found) = super::series::heads(r, at) {
                    at = found.end;
                    out.push(expression(r, at - 1, found, *stretch));
                }
            }
            _ => match parse(r, at).filter(|found| found.end > at) {
                Some(found) => {
                    let end = found.end;
                    let more = super::series::more(r, &found);
                    out.push(expression(r, at, found, *stretch));
                    at = end;
                    if let Some((start, found)) = more {
                        at = found.end;
                        out.push(expression(r, start, found, *stretch));
                    }
                }
                None => at += 1,
            },
        }
    }
}

fn expression(r: &Reader<'_>, at: usize, found: Found, stretch: u32) -> Expression {
    let start = r.tokens.get(at).map_or(0, |t| t.start);
    let last = found.end.checked_sub(1).and_then(|i| r.tokens.get(i));
    let span = Span { start, end: last.map_or(start, |t| t.end) };
    let weekday = matches!(found.body, Body::Point(_, Part::Weekday(_), _));
    let tense = match weekday {
        true if context::ahead(r, at, found.end) => Tense::Future,
        true => Tense::Past,
        false => context::tense(r, at, found.end),
    };
    let lead = context::lead(r, at);
    let link = context::link(r, at, found.end);
    Expression {
        span,
        body: found.body,
        clock: found.clock,
        rule: found.rule,
        tense,
        lead,
        link,
        stretch,
    }
}

/// The expression that begins at a token.
fn parse(r: &Reader<'_>, at: usize) -> Option<Found> {
    let plain = simple(r, at);
    let edged = edge(r, at);
    let found = longer(plain, edged);
    let found = longer(found, approximated(r, at));
    longer(found, part_of(r, at)).map(|found| joined(r, found))
}

fn longer(one: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The longest of the plain rules, with or without the article.
fn simple(r: &Reader<'_>, at: usize) -> Option<Found> {
    let mut best: Option<Found> = None;
    for rule in rules(r.word(at)) {
        if let Some(found) = rule(r, at)
            && best.as_ref().is_none_or(|held| found.end > held.end)
        {
            best = Some(found);
        }
    }
    if best.is_none() && r.key(at, Key::The) {
        best = articled(r, at + 1);
    }
    best
}

/// What may follow "the" and takes it in.
fn articled(r: &Reader<'_>, at: usize) -> Option<Found> {
    let hyphen = (1..=3).any(|i| r.mark(at + i, b'-') && r.glued(at + i));
    if hyphen && span::quarter(r, at).is_some() {
        return None;
    }
    for rule in
        [span::decade, span::century, span::quarter, span::fiscal, span::season, holiday::named]
    {
        if let Some(found) = rule(r, at) {
            return Some(found);
        }
    }
    if let Word::Unit { unit: Unit::Year, .. } = r.word(at)
        && let Some(found) = span::bare_year(r, at).filter(|f| f.end > at + 1)
    {
        return Some(found);
    }
    year_noun(r, at).or_else(|| the_unit(r, at)).or_else(|| the_day(r, at))
}

/// "the 1988 third quarter", "the 1989 period": a year before the name of its part.
fn year_noun(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (value, next) = r.digits(at).and_then(|_| named::year(r, at))?;
    let year = Year::Given(value);
    if r.key(next, Key::Period) {
        return Some(Found::point(next + 1, year, Part::Whole, "date.year-part"));
    }
    let found = span::quarter(r, next)?;
    let Body::Point(Year::Missing, part, _) = found.body else { return None };
    Some(Found::point(found.end, year, part, "date.year-part"))
}

/// "the 13th": a day of the month told before.
fn the_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    r.digits(at)?;
    let (day @ 1..=31, end) = r.ordinal(at)? else { return None };
    let noun =
        matches!(r.word(end), Word::Plain | Word::PastForm | Word::Unit { .. }) && !r.opens(end);
    let body = Part::DayOfMonth(day as u8);
    (!noun).then(|| Found::point(end, Year::Missing, body, "date.day"))
}

/// "the year", "the month", "the weekend": the unit the text is in.
fn the_unit(r: &Reader<'_>, at: usize) -> Option<Found> {
    let at = if r.any(at, &[Key::Full, Key::Entire, Key::Whole]) { at + 1 } else { at };
    let Word::Unit { unit, plural: false } = r.word(at) else { return None };
    if !matches!(
        unit,
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year
    ) {
        return None;
    }
    if r.mark(at + 1, b'-') || matches!(r.word(at + 1), Word::Plain) && r.glued(at + 1) {
        return None;
    }
    let body = Body::Period { unit, steps: 0, base: Base::Story };
    Some(Found::new(at + 1, body, "date.the-unit"))
}

/// "year-end", "year's end", "month's end": the end of the unit the text is in.
fn unit_end(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Unit { unit: unit @ (Unit::Month | Unit::Year), plural: false } = r.word(at) else {
        return None;
    };
    let next = r.pass(at + 1, b'-');
    let next = if r.mark(at + 1, b'\'') && r.key(at + 2, Key::S) { at + 3 } else { next };
    let body = Body::Period { unit, steps: 0, base: Base::Now };
    r.key(next, Key::End).then(|| Found::new(next + 1, body, "date.unit-end"))
}

/// "the end of 1990", "early March", "mid-1996", "late in the year", "earlier this month", "year-end".
fn edge(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(r.skip(at, Key::The), Key::Very);
    let inner = match r.word(start) {
        Word::Key(
            Key::End
            | Key::Beginning
            | Key::Start
            | Key::Middle
            | Key::Outset
            | Key::Rest
            | Key::Remainder
            | Key::Close,
        ) if r.key(start + 1, Key::Of) => start + 2,
        Word::Key(Key::Early | Key::Late | Key::Mid | Key::Middle | Key::Later | Key::Earlier) => {
            r.skip(r.pass(start + 1, b'-'), Key::In)
        }
        Word::Key(Key::Sometime) if start == at => start + 1,
        Word::Key(Key::Circa) if start == at => r.pass(start + 1, b'.'),
        _ => return None,
    };
    let found = simple(r, inner).or_else(|| articled(r, inner)).or_else(|| edge(r, inner))?;
    let calendar = matches!(found.body, Body::Point(..) | Body::Period { .. });
    calendar.then_some(found)
}

/// "nearly two years ago", "around Nov. 1", "about 1910".
fn approximated(r: &Reader<'_>, at: usize) -> Option<Found> {
    let next = length::approximate(r, at);
    if next == at {
        return None;
    }
    if let Some(found) = relative::shift(r, next) {
        return Some(found);
    }
    let counted = r.any(at, &[Key::At, Key::Nearly, Key::Almost, Key::Roughly]);
    if let Some(found) = length::framed(r, next).filter(|_| counted) {
        return Some(found);
    }
    if !r.any(at, &[Key::About, Key::Around]) {
        return None;
    }
    let found = simple(r, next)?;
    let fits = matches!(found.body, Body::Point(..) | Body::Time);
    fits.then_some(found)
}

/// "the morning of April 19", "the night of 20 June 1791".
fn part_of(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(r.skip(at, Key::The), Key::Early);
    let Word::Daypart(part, false) = daypart(r, start) else { return None };
    if !r.any(start + 1, &[Key::Of, Key::On]) {
        return None;
    }
    let mut found = simple(r, start + 2).filter(|f| matches!(f.body, Body::Point(..)))?;
    found.clock = Some(Clock::Part(part));
    found.rule = "time.part-of-day";
    Some(found)
}

/// The class of a part of the day; "night" is also a unit.
fn daypart(r: &Reader<'_>, at: usize) -> Word {
    match r.word(at) {
        Word::Unit { unit: Unit::Night, plural } => Word::Daypart("NI", plural),
        word => word,
    }
}

/// A day and its hour told side by side are one expression: "Thursday evening", "5 p.m. EST, Nov. 6".
fn joined(r: &Reader<'_>, mut found: Found) -> Found {
    let at = found.end;
    if found.body == Body::Time {
        let next = r.skip(r.pass(at, b','), Key::On);
        if let Some(date) = simple(r, next).filter(|f| day_like(&f.body)) {
            let clock = found.clock.take();
            return Found { clock, rule: "time.clock-date", ..date };
        }
        return found;
    }
    if !day_like(&found.body) || found.clock.is_some() {
        return found;
    }
    if let Word::Daypart(part, false) = daypart(r, at) {
        found.clock = Some(Clock::Part(part));
        found.rule = "time.day-part";
        found.end = at + 1;
        return found;
    }
    let next = r.skip(r.pass(at, b','), Key::At);
    if let Some(time) = clock::time(r, next) {
        return Found { clock: time.clock, rule: "time.date-clock", end: time.end, ..found };
    }
    found
}

fn day_like(body: &Body) -> bool {
    match body {
        Body::Point(_, part, _) => matches!(
            part,
            Part::Day(..)
                | Part::Weekday(_)
                | Part::Ambiguous(..)
                | Part::Holiday(_)
                | Part::DayOfMonth(_)
        ),
        Body::Period { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

/// Words that refer to past, present or future as such.
fn reference(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, to| Some(Found::new(end, Body::Reference(to), "date.reference"));
    let adjective =
        |end, to| Some(Found::new(end, Body::Reference(to), "date.reference-adjective"));
    match r.word(at) {
        Word::Reference(to) => close(at + 1, to),
        Word::Key(Key::Recent) => close(at + 1, Reference::Past),
        Word::Key(Key::Former) => adjective(at + 1, Reference::Past),
        Word::Key(Key::Current) => close(at + 1, Reference::Present),
        Word::Key(Key::Right) if matches!(r.word(at + 1), Word::Reference(Reference::Present)) => {
            close(at + 2, Reference::Present)
        }
        Word::Key(Key::More | Key::Very) => match r.word(at + 1) {
            Word::Reference(to) => close(at + 2, to),
            _ => None,
        },
        Word::Key(Key::As) if r.letters(at + 1) == "soon" && r.key(at + 3, Key::Possible) => {
            close(at + 4, Reference::Future)
        }
        Word::Key(Key::Future) => adjective(at + 1, Reference::Future),
        Word::Key(Key::These) if r.letters(at + 1) == "days" => close(at + 2, Reference::Present),
        Word::Key(Key::The) => article_reference(r, at + 1),
        _ => None,
    }
}

fn article_reference(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, to| Some(Found::new(end, Body::Reference(to), "date.reference"));
    let noun = |i: usize| !matches!(r.word(i), Word::Plain | Word::PastForm) || r.opens(i);
    match r.word(at) {
        Word::Key(Key::Near | Key::Foreseeable | Key::Distant | Key::Immediate)
            if r.any(at + 1, &[Key::Future, Key::Term]) =>
        {
            close(at + 2, Reference::Future)
        }
        Word::Key(Key::Future) if noun(at + 1) => close(at + 1, Reference::Future),
        Word::Key(Key::Past) if noun(at + 1) => close(at + 1, Reference::Past),
        Word::Key(Key::Present) if noun(at + 1) => close(at + 1, Reference::Present),
        Word::Key(Key::Time) if r.letters(at + 1) == "being" => close(at + 2, Reference::Present),
        _ => None,
    }
}
