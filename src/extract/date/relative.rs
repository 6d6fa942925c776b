//! Words that tell a time by its distance from another: in come tokens, out come steps and shifts with the anchor
//! they are counted from. Never asks what day it is.

use super::expression::{Amount, Base, Body, Clock, Found, Part, Pick, Year};
use super::fiscal::quarter;
use super::measure::{and_a_half, measure, or_so, written};
use super::named::{free_weekday, month};
use super::reader::Reader;
use super::span::season;
use super::word::{Key, Reference, Unit, Word};

/// "today", "tomorrow", "tonight", "the day before yesterday".
pub(super) fn day(r: &Reader<'_>, at: usize) -> Option<Found> {
    if let Word::Day(steps, night) = r.word(at) {
        // "Florida Today" is a paper; a headline has a verb there. "USA TODAY" is one in any company.
        let last = at.wrapping_sub(1);
        let names = r.capital(at) && r.capital(last) && r.before(at) == Word::Plain;
        let shouts = r.shouts(at) && r.letters(last).len() > 3;
        if names && !shouts && !r.letters(last).ends_with('s') {
            return None;
        }
        let body = Body::Period { unit: Unit::Day, steps: i32::from(steps), base: Base::Now };
        let mut found = Found::new(at + 1, body, "date.day-word");
        if night {
            found.clock = Some(Clock::Part("NI"));
        }
        return Some(found);
    }
    let start = r.skip(at, Key::The);
    let Word::Unit { unit: Unit::Day, plural: false } = r.word(start) else { return None };
    let sign = if r.key(start + 1, Key::Before) { -1 } else { 1 };
    let turn = r.any(start + 1, &[Key::Before, Key::After]);
    match r.word(start + 2) {
        Word::Day(steps @ (-1 | 1), false) if turn && i32::from(steps) == sign => {
            let body = Body::Period { unit: Unit::Day, steps: sign * 2, base: Base::Now };
            Some(Found::new(start + 3, body, "date.day-word"))
        }
        _ => None,
    }
}

/// How a word before a unit or a name picks one of them: steps, anchor and pick.
fn picker(r: &Reader<'_>, at: usize) -> Option<(i32, Base, Pick, usize)> {
    let the = r.key(at, Key::The);
    let start = r.skip(at, Key::The);
    let story = if the { Base::Story } else { Base::Now };
    let (steps, base, pick, end) = match r.word(start) {
        Word::Key(Key::This) if r.any(start + 1, &[Key::Past, Key::Coming]) => {
            let last = r.key(start + 1, Key::Past);
            let pick = if last { Pick::Last } else { Pick::Next };
            (if last { -1 } else { 1 }, Base::Now, pick, start + 2)
        }
        Word::Key(Key::This | Key::Current) => (0, Base::Now, Pick::This, start + 1),
        Word::Key(Key::Last | Key::Past) => (-1, Base::Now, Pick::Last, start + 1),
        Word::Key(Key::Next) => {
            // "Next day rain fell": nobody calls tomorrow so.
            let unit = super::dayparts::daypart(r, start + 1);
            let day = matches!(unit, Word::Unit { unit: Unit::Day, .. } | Word::Daypart(..));
            let base = if day { Base::Story } else { story };
            (1, base, if the { Pick::Following } else { Pick::Next }, start + 1)
        }
        Word::Key(Key::Coming) => (1, Base::Now, Pick::Next, start + 1),
        Word::Key(Key::Previous | Key::Preceding | Key::Prior) => {
            (-1, Base::Story, Pick::Previous, start + 1)
        }
        Word::Key(Key::Following) => (1, Base::Story, Pick::Following, start + 1),
        Word::Key(Key::That) => (0, Base::Story, Pick::Same, r.skip(start + 1, Key::Same)),
        Word::Key(Key::Same | Key::Latest) if the || start > 0 => {
            (0, Base::Story, Pick::Same, start + 1)
        }
        _ => return None,
    };
    Some((steps, base, pick, end))
}

/// "last week", "this month", "the following year", "next Friday", "that autumn", "this morning", "last night",
/// "this year's third quarter".
pub(super) fn picked(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (steps, base, pick, next) = picker(r, at)?;
    let next = r.skip(next, Key::Fiscal);
    if let Word::Unit { unit, plural: false } = r.word(next) {
        return picked_unit(r, at, next, unit, (steps, base));
    }
    if let Word::Daypart(part, false) = r.word(next) {
        return Some(daypart(next, part.name(), steps, base));
    }
    if r.key(next, Key::Period) && r.key(next.wrapping_sub(1), Key::Latest) {
        let body = Body::Period { unit: Unit::Quarter, steps, base };
        return Some(Found::new(next + 1, body, "date.latest-quarter"));
    }
    let mut found = super::named::weekday_date(r, next)
        .or_else(|| free_weekday(r, next))
        .or_else(|| quarter(r, next).filter(|f| matches!(f.body, Body::Point(Year::Missing, ..))))
        // "reported that third-quarter profit": the word joins clauses.
        .filter(|_| pick != Pick::Same || r.key(at, Key::The) || !r.mark(next + 1, b'-'))
        .or_else(|| picked_season(r, next))
        .or_else(|| super::holiday::named(r, next))
        .or_else(|| {
            let (month, end) = month(r, next)?;
            let day = super::named::month_day(r, next);
            day.or(Some(Found::point(end, Year::Missing, Part::Month(month), "date.month")))
        })?;
    if let Body::Point(Year::Missing, _, held) = &mut found.body {
        *held = pick;
        found.rule = "date.picked";
    }
    Some(found)
}

fn picked_season(r: &Reader<'_>, at: usize) -> Option<Found> {
    if let Word::Season { season, plural: false, .. } = r.word(at) {
        let of = r.key(at + 1, Key::Of);
        return (!of)
            .then(|| Found::point(at + 1, Year::Missing, Part::Season(season), "date.season"));
    }
    season(r, at)
}

fn picked_unit(
    r: &Reader<'_>,
    at: usize,
    next: usize,
    unit: Unit,
    to: (i32, Base),
) -> Option<Found> {
    let (steps, base) = to;
    if unit <= Unit::Hour || unit == Unit::Second {
        return None;
    }
    if r.any(next + 1, &[Key::Old, Key::Long]) || is_hyphen(r, next + 1) {
        return None;
    }
    // "This Week" with a capital inside a sentence is a name.
    let named = r.capital(next) && r.capital(at) && !r.shouts(next);
    if named && (!r.opens(at) || r.mark(at.wrapping_sub(1), b'"')) {
        return None;
    }
    // "her last day in the post": nobody calls yesterday so.
    if unit == Unit::Day && next == at + 1 && r.key(at, Key::Last) {
        let body = Body::Period { unit, steps: 0, base: Base::Story };
        return Some(Found::new(next + 1, body, "date.last-of"));
    }
    if unit == Unit::Night {
        return Some(daypart(next, "NI", steps, base));
    }
    let owns = unit == Unit::Year && r.mark(next + 1, b'\'') && r.key(next + 2, Key::S);
    let quarter_of = matches!(r.word(next + 3), Word::Unit { unit: Unit::Quarter, plural: false });
    if owns && (quarter_of || r.key(next + 3, Key::Period)) {
        let body = Body::Compared { year: Year::Step(steps, base), quarter: quarter_of };
        return Some(Found::new(next + 4, body, "date.same-period"));
    }
    if owns
        && let Some(mut found) = quarter(r, next + 3).or_else(|| season(r, next + 3))
        && let Body::Point(year @ Year::Missing, ..) = &mut found.body
    {
        *year = Year::Step(steps, base);
        return Some(found);
    }
    let past = r.key(next.saturating_sub(1), Key::Past) && !r.key(at, Key::This);
    // "the capital for the next decade" lasts; "in the next decade" it may move.
    let lasts = r.key(at.wrapping_sub(1), Key::For) && r.key(at, Key::The) && steps != 0;
    if past || lasts && base == Base::Story {
        // "the past year and a half"
        let half = and_a_half(r, next + 1);
        let one = Amount::Exact(if half.is_some() { 1.5 } else { 1.0 });
        let length = Body::Length(
            written(one, unit),
            Some((one, unit, if past { -1 } else { 1 })).filter(|_| past),
            Year::Missing,
        );
        return Some(Found::new(half.unwrap_or(next + 1), length, "duration.past-unit"));
    }
    let latest = unit == Unit::Quarter && r.key(next.wrapping_sub(1), Key::Latest);
    let rule = if latest { "date.latest-quarter" } else { "date.picked-unit" };
    let end = if steps > 0 { or_so(r, next + 1) } else { next + 1 };
    Some(Found::new(end, Body::Period { unit, steps, base }, rule))
}

fn daypart(next: usize, part: &'static str, steps: i32, base: Base) -> Found {
    // "last night" and "last evening" lie on the day before.
    let body = Body::Period { unit: Unit::Day, steps, base };
    let mut found = Found::new(next + 1, body, "time.picked-part");
    found.clock = Some(Clock::Part(part));
    found
}

/// "two days later", "a year ago", "three weeks from now", "the day after", "months ago".
pub(super) fn shift(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (amount, unit, end) = measure(r, at)?;
    let end = or_so(r, end);
    let close = |sign, base, end| {
        let clock = (unit == Unit::Night).then_some(Clock::Part("NI"));
        let body = Body::Shift { amount, unit, sign, base };
        Some(Found { clock, ..Found::new(end, body, "date.shift") })
    };
    if let (Amount::Exact(n), Unit::Week, true) = (amount, unit, r.any(end, &[Key::Ago, Key::From]))
        && let Some(found) = super::monthly::weeks_from(r, n, end)
    {
        return Some(found);
    }
    match r.word(end) {
        Word::Key(Key::Ago) => close(-1, Base::Now, end + 1),
        Word::Key(Key::Earlier | Key::Before | Key::Prior) if !complement(r, end) => {
            close(-1, Base::Story, end + 1)
        }
        Word::Key(Key::After) if matches!(r.word(end + 1), Word::Mark(b',' | b'.' | b';')) => {
            close(1, Base::Story, end + 1)
        }
        _ if r.letters(end) == "previously" => close(-1, Base::Story, end + 1),
        Word::Key(Key::Later | Key::Afterwards) => close(1, Base::Story, end + 1),
        // "in three days' time", "in a year's time"
        Word::Mark(b'\'') => {
            let time = r.skip(end + 1, Key::S);
            r.key(time, Key::Time).then(|| close(1, Base::Now, time + 1)).flatten()
        }
        Word::Key(Key::Hence) => close(1, Base::Now, end + 1),
        Word::Key(Key::From) => match r.word(end + 1) {
            Word::Reference(Reference::Present) | Word::Day(0, false) => {
                close(1, Base::Now, end + 2)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether "before" has something of its own after it: "two days before the vote".
fn complement(r: &Reader<'_>, at: usize) -> bool {
    r.any(at, &[Key::Before, Key::Prior, Key::After, Key::Following])
        && !matches!(
            r.word(at + 1),
            Word::Mark(b',' | b'.' | b';' | b')' | b'-' | b'"' | 0)
                | Word::PastTense
                | Word::PastForm
                | Word::FutureTense
                | Word::Key(Key::And | Key::In | Key::On | Key::At | Key::By | Key::To)
        )
}

/// "ten years to the day": the measure is exact, and the day none of its own.
pub(super) fn to_the_day(r: &Reader<'_>, unit: usize) -> bool {
    r.key(unit.wrapping_sub(2), Key::To)
        && matches!(unit.checked_sub(3).map(|i| r.word(i)), Some(Word::Unit { .. }))
}

/// "the day before", "the year after", "the night before": the unit beside the story's own.
pub(super) fn beside(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    // "the night before", "the morning after"
    if let Word::Daypart(part, false) = r.word(start) {
        let after = r.key(start + 1, Key::After)
            && !matches!(r.word(start + 2), Word::Plain | Word::Digits(..) | Word::Key(Key::The));
        let beside = start > at && (r.key(start + 1, Key::Before) || after);
        let steps = if after { 1 } else { -1 };
        return (beside && !complement(r, start + 1))
            .then(|| daypart(start + 1, part.name(), steps, Base::Story));
    }
    let Word::Unit { unit, plural: false } = r.word(start) else { return None };
    // "the week before last"
    if start > at && r.key(start + 1, Key::Before) && r.key(start + 2, Key::Last) {
        let body = Body::Period { unit, steps: -2, base: Base::Now };
        return (unit > Unit::Night).then(|| Found::new(start + 3, body, "date.picked-unit"));
    }
    if start > at && r.key(start + 1, Key::After) && r.key(start + 2, Key::Next) {
        let body = Body::Period { unit, steps: 2, base: Base::Now };
        return (unit > Unit::Night).then(|| Found::new(start + 3, body, "date.picked-unit"));
    }
    let steps = match r.word(start + 1) {
        Word::Key(Key::Before | Key::Previous) => -1,
        Word::Key(Key::After | Key::Following) => 1,
        _ => return None,
    };
    let beside = Body::Period { unit, steps, base: Base::Story };
    // "the week before that", the one last told
    let told = r.key(start + 2, Key::That)
        && matches!(r.word(start + 3), Word::Mark(b'.' | b',' | b';' | b'?' | b')') | Word::Key(_));
    if told && start > at && unit > Unit::Hour && unit != Unit::Night {
        return Some(Found::new(start + 3, beside, "date.unit-beside"));
    }
    if start == at
        || to_the_day(r, start)
        || !matches!(unit, Unit::Day | Unit::Night | Unit::Week | Unit::Month | Unit::Year)
    {
        return None;
    }
    if unit == Unit::Night {
        return (steps < 0 && !complement(r, start + 1))
            .then(|| daypart(start + 1, "NI", -1, Base::Story));
    }
    // "the day after the battle" is a day beside the story's, and the battle no part of it.
    if complement(r, start + 1) {
        // "ended the day after falling": no day after anything.
        let verb = r.letters(start + 2).ends_with("ing");
        return (unit == Unit::Day && !verb)
            .then(|| Found::new(start + 1, beside, "date.day-beside-event"));
    }
    Some(Found::new(start + 2, beside, "date.unit-beside"))
}

/// "the same period last year", "the corresponding quarter a year earlier", "the same month of 1988".
pub(super) fn same_period(r: &Reader<'_>, at: usize) -> Option<Found> {
    let the = r.skip(at, Key::The);
    if the == at {
        return None;
    }
    let alike = r.any(the, &[Key::Same, Key::Comparable, Key::Corresponding]);
    // "the quarter a year ago": what is compared needs no "same" before it.
    let start = if alike { the } else { at };
    let period = r.key(start + 1, Key::Period)
        || matches!(
            r.word(start + 1),
            Word::Unit { unit: Unit::Week | Unit::Month | Unit::Quarter, plural: false }
        );
    let quarter = matches!(r.word(start + 1), Word::Unit { unit: Unit::Quarter, .. });
    let next = r.skip(start + 2, Key::Of);
    let told = super::named::told_year(r, next).filter(|_| alike);
    let (years, end) = if let Some((Year::Step(steps, _), end)) = told {
        (steps, end)
    } else {
        let found = shift(r, next)?;
        let Body::Shift { amount: Amount::Exact(n), unit: Unit::Year, sign, .. } = found.body
        else {
            return None;
        };
        (n as i32 * i32::from(sign), found.end)
    };
    (period && years < 0).then(|| {
        Found::new(
            end,
            Body::Compared { year: Year::Step(years, Base::Story), quarter },
            "date.same-period",
        )
    })
}

/// "year-ago", "the year-earlier quarter", "the comparable year-ago period".
pub(super) fn year_ago(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(r.skip(r.skip(at, Key::The), Key::Comparable), Key::Corresponding);
    let Word::Unit { unit: Unit::Year, plural: false } = r.word(start) else { return None };
    if !r.mark(start + 1, b'-') || !r.any(start + 2, &[Key::Ago, Key::Earlier]) {
        return None;
    }
    let body =
        Body::Shift { amount: Amount::Exact(1.0), unit: Unit::Year, sign: -1, base: Base::Story };
    if let Some(mut found) = quarter(r, start + 3)
        && let Body::Point(year @ Year::Missing, ..) = &mut found.body
    {
        *year = Year::Step(-1, Base::Now);
        return Some(found);
    }
    let noun =
        matches!(r.word(start + 3), Word::Unit { plural: false, .. } | Word::Key(Key::Period));
    let quarter = matches!(r.word(start + 3), Word::Unit { unit: Unit::Quarter, .. });
    // "the year-ago results": the article belongs to the results.
    if !noun && start > at {
        return None;
    }
    let body =
        if noun { Body::Compared { year: Year::Step(-1, Base::Story), quarter } } else { body };
    Some(Found::new(if noun { start + 4 } else { start + 3 }, body, "date.year-ago"))
}

/// Whether a token joins two words: "this year-round job"; in "this year--it began" it parts two clauses.
pub(super) fn is_hyphen(r: &Reader<'_>, at: usize) -> bool {
    r.mark(at, b'-') && r.letters(at) == "-" && r.glued(at) && !r.mark(at + 1, b'-')
}
