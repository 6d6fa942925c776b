//! Dates with a month or weekday by name: in come tokens, out comes a point of the calendar as far as it is said.
//! Never fills in what is missing.

use super::eras;
use super::expression::{Base, Body, Found, Part, Pick, Year};
use super::list;
use super::reader::Reader;
use super::word::{DETERMINERS, Key, Unit, Word, leads, picks};

/// The month at a token, with the index after it and its full stop.
pub(super) fn month(r: &Reader<'_>, at: usize) -> Option<(u8, usize)> {
    let Word::Month { number, short, weak } = r.word(at) else { return None };
    // "this august body" is no month.
    let adjective = number == 8 && r.word(at + 1) == Word::Plain;
    if (weak || short || adjective) && !r.capital(at) && !dated(r, at) {
        return None;
    }
    if short && r.letters(at).len() == 3 && !dated(r, at) && !r.mark(at + 1, b'.') {
        return None;
    }
    let dot = short && r.mark(at + 1, b'.') && r.glued(at + 1);
    Some((number, if dot { at + 2 } else { at + 1 }))
}

/// Whether a number stands beside, as it does in a date.
fn dated(r: &Reader<'_>, at: usize) -> bool {
    let next = r.pass(r.pass(at + 1, b'.'), b',');
    let after = matches!(r.word(next), Word::Digits(1..=31, 1..=2) | Word::Digits(1000..=2199, 4))
        || r.mark(next, b'-') && r.digits(next + 1).is_some()
        || matches!(r.word(next), Word::Ordinal(_)) && r.capital(at);
    let before = at.checked_sub(1).is_some_and(|b| {
        matches!(r.word(b), Word::Digits(1..=31, 1..=2))
            || r.any(b, &[Key::Th, Key::St, Key::Nd, Key::Rd]) && r.glued(b)
            || r.mark(b, b'-') && r.glued(at) && b > 0 && r.digits(b - 1).is_some()
    });
    after || before
}

/// A day of a month: "5", "5th", "fifth"; never the start of a longer number, a count or an hour.
fn day(r: &Reader<'_>, at: usize) -> Option<(u8, usize)> {
    if let Some((day @ 1..=31, end)) = r.ordinal(at) {
        return Some((day as u8, end));
    }
    let (Word::Digits(day @ 1..=31, 1..=2), false) = (r.word(at), hour(r, at + 1)) else {
        return None;
    };
    let longer = r.glued(at + 1)
        && (r.mark(at + 1, b',') && matches!(r.digits(at + 2), Some((_, 3))) && r.glued(at + 2)
            || r.mark(at + 1, b'%'));
    (!longer).then_some((day as u8, at + 1))
}

/// Whether what follows a number makes it an hour: ":30", "p.m.".
fn hour(r: &Reader<'_>, at: usize) -> bool {
    r.mark(at, b':') && r.glued(at) && matches!(r.digits(at + 1), Some((0..=59, 2)))
        || r.any(at, &[Key::Am, Key::Pm])
        || matches!(r.letters(at), "a" | "p") && r.mark(at + 1, b'.') && r.letters(at + 2) == "m"
}

/// A written year: four digits, never part of a longer number.
pub(super) fn year(r: &Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let Some((value @ 1000..=2199, 4)) = r.digits(at) else { return spoken(r, at) };
    if r.mark(at + 1, b'.') && r.glued(at + 1) && r.glued(at + 2) && r.digits(at + 2).is_some() {
        return None;
    }
    if r.mark(at + 1, b':') && r.glued(at + 1) && r.glued(at + 2) && r.digits(at + 2).is_some() {
        return None;
    }
    Some((value as i32, at + 1))
}

/// A year in words: "nineteen ninety-six", "nineteen hundred", "two thousand (and) four".
pub(super) fn spoken(r: &Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let Word::Cardinal(first) = r.word(at) else { return None };
    if first == 2 && r.word(at + 1) == Word::Scale(1000) {
        let next = r.skip(at + 2, Key::And);
        return match r.small(next) {
            Some((rest, end)) => Some((2000 + rest as i32, end)),
            None => Some((2000, at + 2)),
        };
    }
    if !(16..=20).contains(&first) {
        return None;
    }
    let next = r.pass(at + 1, b'-');
    let (rest, end) = match r.word(next) {
        Word::Scale(100) => match r.small(r.skip(next + 1, Key::And)) {
            Some((rest, end)) => (rest, end),
            None if first < 20 => (0, next + 1),
            None => return None,
        },
        Word::Cardinal(10..) => r.small(next)?,
        _ => return None,
    };
    Some((first as i32 * 100 + rest as i32, end))
}

/// "of last year", "this year", "of the same year", "of that year": the year told by its place.
pub(super) fn told_year(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let at = r.skip(at, Key::Of);
    let the = r.skip(at, Key::The);
    let word = |i| matches!(r.word(i), Word::Unit { unit: Unit::Year, plural: false });
    let (step, base) = match r.word(the) {
        Word::Key(Key::Last) => (-1, Base::Now),
        Word::Key(Key::This | Key::Current) => (0, Base::Now),
        Word::Key(Key::Next) => (1, if the > at { Base::Story } else { Base::Now }),
        Word::Key(Key::That | Key::Same) => (0, Base::Story),
        Word::Key(Key::Previous | Key::Preceding) => (-1, Base::Story),
        Word::Key(Key::Following) => (1, Base::Story),
        _ => return None,
    };
    let same = if r.key(the, Key::That) { r.skip(the + 1, Key::Same) } else { the + 1 };
    word(same).then_some((Year::Step(step, base), same + 1))
}

/// A year after a month or season, in its own writing or told by its place; joined by nothing, "of", a comma.
pub(super) fn year_after(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    if let Some(told) = told_year(r, at) {
        return Some(told);
    }
    let next = r.skip(r.pass(at, b','), Key::Of);
    if let Some((value, end)) = year(r, next) {
        if r.mark(end, b',')
            && r.glued(end)
            && matches!(r.digits(end + 1), Some((_, 3)))
            && r.glued(end + 1)
        {
            return None;
        }
        return Some(era(r, value, end));
    }
    if let Some(told) = of_era(r, next) {
        return Some(told);
    }
    let quote = r.mark(next, b'\'') && r.glued(next + 1);
    match r.digits(next + 1) {
        Some((value, 2)) if quote => Some((Year::Short(value as u8), next + 2)),
        _ => None,
    }
}

/// A year with the era that may follow it.
pub(super) fn era(r: &Reader<'_>, value: i32, end: usize) -> (Year, usize) {
    match bc(r, end) {
        Some(end) => (Year::Given(1 - value), end),
        None => (Year::Given(value), ce(r, end).unwrap_or(end)),
    }
}

/// A year of up to four digits that its era tells: "264 BC", "476 AD", "A.D. 70".
pub(super) fn of_era(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    if let Some(next) = ce(r, at).filter(|_| !matches!(r.letters(at), "CE" | "C")) {
        let (value @ 1..=2199, 1..=4) = r.digits(next)? else { return None };
        let longer = r.glued(next + 1)
            && matches!(r.word(next + 1), Word::Mark(b'-' | b'.' | b','))
            && r.digits(next + 2).is_some();
        return (!longer).then_some((Year::Given(value as i32), next + 1));
    }
    let (value @ 1..=9998, 1..=4) = r.digits(at)? else { return None };
    // "DD4BC" is a name.
    let name = |before| matches!(before, Word::Plain | Word::PastForm | Word::Key(_));
    let mark = |before| matches!(before, Word::Mark(b'.' | b',' | b'$'));
    if r.glued(at) && (mark(r.before(at)) || name(r.before(at))) {
        return None;
    }
    match bc(r, at + 1) {
        Some(end) => Some((Year::Given(1 - value as i32), end)),
        None => ce(r, at + 1).map(|end| (Year::Given(value as i32), end)),
    }
}

/// "AD", "A.D.", "CE", "C.E.": the index after it.
pub(super) fn ce(r: &Reader<'_>, at: usize) -> Option<usize> {
    if matches!(r.letters(at), "AD" | "CE") {
        return Some(at + 1);
    }
    let dotted = matches!((r.letters(at), r.letters(at + 2)), ("A", "D") | ("C", "E"))
        && r.mark(at + 1, b'.');
    dotted.then(|| if r.mark(at + 3, b'.') && r.glued(at + 3) { at + 4 } else { at + 3 })
}

/// "BC", "B.C.", "BCE": the index after it.
pub(super) fn bc(r: &Reader<'_>, at: usize) -> Option<usize> {
    if r.any(at, &[Key::Bc, Key::Bce]) && r.capital(at) {
        return Some(at + 1);
    }
    let dotted = r.letters(at) == "B" && r.mark(at + 1, b'.') && r.letters(at + 2) == "C";
    let stop = |at: usize| if r.mark(at, b'.') && r.glued(at) { at + 1 } else { at };
    let end = stop(at + 3);
    dotted.then(|| if r.letters(end) == "E" && r.glued(end) { stop(end + 1) } else { end })
}

/// "April 25, 2025", "April 25", "April the 25th".
pub(super) fn month_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (month, after) = month(r, at)?;
    let sep = if r.mark(after, b'-') || r.mark(after, b'/') || r.mark(after, b',') {
        after + 1
    } else {
        after
    };
    let number = r.skip(sep, Key::The);
    // "in July the First Army crossed the river"
    if number > sep && r.capital(number) && r.capital(number + 1) {
        return None;
    }
    let (day, end) = day(r, number)?;
    if sep > after && r.mark(after, b',') && r.ordinal(sep).is_none() {
        return None;
    }
    if super::expression::days_of(month) < day {
        return None;
    }
    let part = Part::Day(month, day);
    let tail = r.pass(r.pass(end, b'-'), b'/');
    let glued = tail > end && r.glued(tail) && matches!(r.digits(tail), Some((1000..=2199, 4)));
    match year_after(r, if glued { tail } else { end }) {
        Some((year, end)) => Some(Found::point(end, year, part, "date.month-day-year")),
        None if (month, day) == (9, 11) && attacks(r, end) => {
            Some(Found::point(end, Year::Given(2001), part, "date.month-day"))
        }
        None => Some(Found::point(end, Year::Missing, part, "date.month-day")),
    }
}

/// "the September 11 attacks", "11 September terrorist attacks": the day of 2001.
fn attacks(r: &Reader<'_>, at: usize) -> bool {
    let attack = |i: usize| r.letters(i).to_ascii_lowercase().starts_with("attack");
    attack(at) || r.listed(at, list::TERROR) && attack(at + 1)
}

/// "23 Aug 88 (Santiago)", "3 JAN 90 --": the last two digits of a year behind its day and month, before a mark.
fn two_digits(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let (value, 2) = r.digits(at)? else { return None };
    let ends = match r.word(at + 1) {
        Word::Mark(b'(' | b'-' | b'[') => !r.glued(at + 1),
        Word::Mark(b')' | b']') => true,
        // "for $12 December 27": a day, where the month is not cut short.
        _ => {
            let short = matches!(r.word(r.last(at, b'.')), Word::Month { short: true, .. });
            at + 1 == r.tokens.len() && (short || value > 31)
        }
    };
    (ends && !r.glued(at)).then_some((Year::Short(value as u8), at + 1))
}

/// "25 April 2025", "the 25th of April", "25-Apr-2025".
pub(super) fn day_month(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let (day, after) = day(r, start)?;
    let mut next = r.pass(r.pass(r.pass(after, b'-'), b'/'), b',');
    if matches!(r.word(next), Word::Unit { unit: Unit::Day, .. }) {
        next += 1;
    }
    next = r.skip(next, Key::Of);
    let (month, end) = month(r, next)?;
    if super::expression::days_of(month) < day {
        return None;
    }
    let part = Part::Day(month, day);
    let tail = r.pass(r.pass(end, b'-'), b'/');
    let told = year_after(r, tail).or_else(|| eras::of_day(r, end));
    match told.or_else(|| two_digits(r, end)) {
        Some((year, end)) => Some(Found::point(end, year, part, "date.day-month-year")),
        None => Some(Found::point(end, Year::Missing, part, "date.day-month")),
    }
}

/// "September 1996", "May of 1789", "June last year"; a month alone where nothing speaks against it.
pub(super) fn month_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (month, end) = month(r, at)?;
    let tail = r.pass(r.pass(end, b'-'), b'/');
    let of = r.skip(end, Key::Of);
    let early = || eras::of_day(r, of).filter(|_| of > end);
    if let Some((year, end)) = year_after(r, tail).or_else(early) {
        return Some(Found::point(end, year, Part::Month(month), "date.month-year"));
    }
    free_month(r, at).then(|| Found::point(end, Year::Missing, Part::Month(month), "date.month"))
}

/// Whether a month without day and year is one: "May" and "March" need a word of time before them, and no month is
/// part of a person's or a thing's name.
fn free_month(r: &Reader<'_>, at: usize) -> bool {
    let Word::Month { weak, .. } = r.word(at) else { return false };
    if !r.capital(at) {
        return false;
    }
    let before = r.before(at);
    let timely = leads(before) || picks(before) || before == Word::Key(Key::Of);
    let timely = timely
        || at >= 2 && r.mark(at - 1, b'-') && r.any(at - 2, &[Key::Mid, Key::Early, Key::Late]);
    let joined = matches!(before, Word::Key(Key::And | Key::Or) | Word::Mark(b',' | b'-'))
        && at >= 2
        && (1..=5).any(|back| {
            at.checked_sub(back)
                .is_some_and(|i| matches!(r.word(i), Word::Month { weak: false, .. }))
        });
    // "(May-August 1950)", "March and April"
    let joins = r.mark(at + 1, b'-') || r.any(at + 1, &[Key::And, Key::To, Key::Or]);
    let joined =
        joined || joins && matches!(r.word(at + 2), Word::Month { weak: false, short: false, .. });
    // "March: The garrison gives in." opens an entry of a chronology.
    let entry = at == 0 && r.mark(at + 1, b':');
    if weak { timely || joined || entry } else { timely || !named(r, at) }
}

/// Whether capitals on both sides, or a first name, make the month part of a name.
fn named(r: &Reader<'_>, at: usize) -> bool {
    let prior = at.checked_sub(1).is_some_and(|b| {
        r.capital(b) && matches!(r.word(b), Word::Plain | Word::PastForm) && !r.opens(b)
    });
    // "Ms. April", "said April Jones"
    let title = r.mark(at.wrapping_sub(1), b'.')
        && r.capital(at.wrapping_sub(2))
        && r.listed(at.wrapping_sub(2), list::TITLE);
    let next = r.capital(at + 1) && r.word(at + 1) == Word::Plain;
    let article = r.any(at.wrapping_sub(1), &DETERMINERS);
    let person = matches!(r.word(at), Word::Month { number: 4 | 6 | 8, .. });
    prior || title || next && (r.opens(at) || person && !article)
}

/// A weekday by name, with its index after the full stop of an abbreviation.
pub(super) fn weekday(r: &Reader<'_>, at: usize) -> Option<(u8, usize)> {
    let Word::Weekday { number, short, plural: false } = r.word(at) else { return None };
    let end = if short { r.pass(at + 1, b'.') } else { at + 1 };
    if short {
        let next = r.pass(end, b',');
        let dated = matches!(r.word(next), Word::Digits(1..=31, 1..=2) | Word::Month { .. });
        return (dated && r.capital(at)).then_some((number, end));
    }
    r.capital(at).then_some((number, end))
}

/// "Saturday, June 24, 1950", "Sunday, 25 June", "Friday the 13th", "Monday 21".
pub(super) fn weekday_date(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (weekday, after) = weekday(r, at)?;
    let next = if r.mark(after, b',') || r.mark(after, b'-') {
        after + 1
    } else {
        r.skip(after, Key::The)
    };
    let next = r.pass(next, b'(');
    let mut found = month_day(r, next).or_else(|| day_month(r, next)).or_else(|| {
        r.digits(next)?;
        let (day, end) = r.ordinal(next).filter(|(n, _)| (1..=31).contains(n))?;
        (next == after || r.key(after, Key::The)).then(|| {
            Found::point(end, Year::Missing, Part::WeekdayOfDay(weekday, day as u8), "date.day")
        })
    })?;
    if r.mark(next.wrapping_sub(1), b'(') {
        found.end = r.pass(found.end, b')');
    }
    found.rule = "date.weekday-date";
    Some(found)
}

/// A weekday alone, or with the word that picks it: "Friday", "last Friday", "the following Monday".
pub(super) fn free_weekday(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (number, end) = weekday(r, at)?;
    // "Black Monday", "Bloody Sunday" are names; "Sunday Times" too.
    let named = |at: usize, list| r.capital(at) && r.listed(at, list);
    // "The Saturday Evening Post said": where the capitals do not run on as in a headline.
    let part = matches!(super::dayparts::daypart(r, end), Word::Daypart(..)) && r.capital(end);
    let show = part && r.capital(end + 1) && r.word(end + 1) == Word::Plain && !r.capital(end + 2);
    if named(at.wrapping_sub(1), list::NAMED_DAY) || named(end, list::NEWSPAPER) || show {
        return None;
    }
    let body = Body::Point(Year::Missing, Part::Weekday(number), Pick::Nearest);
    Some(Found::new(end, body, "date.weekday"))
}
