//! Parts of the day and the hours of a date: in come tokens, out come times. Never finds the date itself: the rule
//! that does is handed in.

use super::clock;
use super::expression::{Body, Clock, Found, Part};
use super::reader::Reader;
use super::word::{Daypart, Key, Unit, Word, leads};

/// The rule that reads the date beside a part of the day.
type Dated = fn(&Reader<'_>, usize) -> Option<Found>;

/// "the morning of April 19", "the night of 3-4 May", "dawn on 25 June 1950", "the early hours of 30 April".
pub(super) fn part_of(r: &Reader<'_>, at: usize, dated: Dated) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let led = r.any(start, &[Key::Early, Key::Late, Key::Mid, Key::Earlier, Key::Later]);
    let start =
        if led { r.skip(r.skip(r.pass(start + 1, b'-'), Key::In), Key::The) } else { start };
    let (part, end) = match daypart(r, start) {
        Word::Daypart(part, false) | Word::Twilight(part) => (part.name(), hours(r, start + 1)),
        Word::Unit { unit: Unit::Hour, plural: true } if start > at => ("MO", start + 1),
        // "the small hours of Friday"
        Word::Plain
            if start > at
                && matches!(r.word(start + 1), Word::Unit { unit: Unit::Hour, plural: true })
                && r.letters(start) == "small" =>
        {
            ("MO", start + 2)
        }
        _ => return None,
    };
    // "dawn Wednesday" needs no word between.
    let beside = matches!(r.word(end), Word::Weekday { short: false, .. })
        && matches!(r.word(start), Word::Twilight(_));
    if !beside && !r.any(end, &[Key::Of, Key::On]) {
        return None;
    }
    let end = if beside { end - 1 } else { end };
    let next = r.skip(end + 1, Key::The);
    let found = match super::series::heads(r, next) {
        // A night has two dates: "the night of 3-4 May", "the night of 14/15 June".
        Some(first) => dated(r, first.end + 1).map(|f| Found { end: f.end, ..first }),
        None => dated(r, next).or_else(|| dated(r, end + 1)),
    };
    let mut found = found.filter(|f| day_like(&f.body))?;
    found.clock = Some(Clock::Part(part));
    found.rule = "time.part-of-day";
    // "the early hours of Sunday morning"
    if matches!(daypart(r, found.end), Word::Daypart(_, false)) {
        found.end += 1;
    }
    Some(found)
}

/// "the early morning hours": the index after "hours".
fn hours(r: &Reader<'_>, at: usize) -> usize {
    let hours = matches!(r.word(at), Word::Unit { unit: Unit::Hour, plural: true });
    if hours { at + 1 } else { at }
}

/// The class of a part of the day; "night" is also a unit.
pub(super) fn daypart(r: &Reader<'_>, at: usize) -> Word {
    match r.word(at) {
        Word::Unit { unit: Unit::Night, plural } => Word::Daypart(Daypart::Night, plural),
        word => word,
    }
}

/// "in the morning", "mid afternoon", "late in the evening": a part of the day the text is in.
pub(super) fn the_part(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Daypart(part, false) = daypart(r, at) else { return None };
    let led = at.checked_sub(2).is_some_and(|i| {
        r.any(
            i,
            &[Key::In, Key::During, Key::Throughout, Key::Until, Key::Till, Key::By, Key::Through],
        )
    });
    // "the evening news", "the night sky": the noun is what is meant.
    let noun = matches!(r.word(at + 1), Word::Plain | Word::PastForm | Word::Numbering)
        || r.mark(at + 1, b'-');
    (led || !noun).then(|| timed(at + 1, part.name(), "time.the-part"))
}

/// "at night", "in daytime", "night attacks": a part of any day. Kept in histories only.
pub(super) fn bare_part(r: &Reader<'_>, at: usize) -> Option<Found> {
    match daypart(r, at) {
        Word::Daypart(part, false) => Some(timed(at + 1, part.name(), "time.bare-part")),
        _ => None,
    }
}

/// "at dawn", "before sunset": a part of the day the text is in, where a preposition leads to it.
pub(super) fn twilight(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Twilight(part) = r.word(at) else { return None };
    let led = leads(r.before(at)) || r.key(at.wrapping_sub(1), Key::At);
    // "before sunset provisions"
    let noun = r.word(at + 1) == Word::Plain && r.letters(at + 1).ends_with('s');
    (led && !noun && !r.capital(at)).then(|| timed(at + 1, part.name(), "time.twilight"))
}

fn timed(end: usize, part: &'static str, rule: &'static str) -> Found {
    let clock = Some(Clock::Part(part));
    Found { clock, ..Found::new(end, Body::Time, rule) }
}

/// A day and its hour told side by side are one expression: "Thursday evening", "5 p.m. EST, Nov. 6".
pub(super) fn joined(r: &Reader<'_>, mut found: Found, dated: Dated) -> Found {
    let at = found.end;
    if found.body == Body::Time {
        let local = if r.letters(at) == "local" && r.key(at + 1, Key::Time) { at + 2 } else { at };
        let next = r.skip(r.pass(local, b','), Key::On);
        // "in the morning on Monday" is one time; "at night, Friday's guards" are two.
        let parted = next > at
            && !matches!(found.clock, Some(Clock::At(_) | Clock::Bare(_)))
            && r.mark(at, b',');
        if let Some(date) = dated(r, next).filter(|f| day_like(&f.body) && !parted) {
            let clock = found.clock.take();
            // "9 a.m. Saturday morning"
            let again = matches!(daypart(r, date.end), Word::Daypart(_, false));
            let end = date.end + usize::from(again);
            return Found { clock, rule: "time.clock-date", end, ..date };
        }
        return found;
    }
    // "overnight Sunday", "overnight on Monday"
    if found.rule == "date.day-word"
        && r.letters(at.wrapping_sub(1)).eq_ignore_ascii_case("overnight")
        && let Some(date) = dated(r, r.skip(at, Key::On)).filter(|f| day_like(&f.body))
    {
        return Found { clock: found.clock, rule: "time.clock-date", ..date };
    }
    if !day_like(&found.body) || found.clock.is_some() {
        return found;
    }
    if let Word::Daypart(part, false) | Word::Twilight(part) = daypart(r, at) {
        found.clock = Some(Clock::Part(part.name()));
        found.rule = "time.day-part";
        found.end = at + 1;
        // "Sunday dawn of 25 June 1950": the day by its name and by its date.
        let of = r.any(at + 1, &[Key::Of, Key::On])
            && matches!(found.body, Body::Point(_, Part::Weekday(_), _));
        if let Some(date) =
            dated(r, at + 2).filter(|f| of && matches!(f.body, Body::Point(_, Part::Day(..), _)))
        {
            return Found { clock: found.clock, rule: found.rule, ..date };
        }
        return found;
    }
    if let Some((clock, end)) = iso_time(r, at) {
        return Found { clock: Some(clock), rule: "time.date-clock", end, ..found };
    }
    let next = r.pass(at, b',');
    let about = r.any(next, &[Key::At, Key::Around, Key::About]);
    let next = if about { next + 1 } else { next };
    if let Some(time) = clock::time(r, next) {
        return Found { clock: time.clock, rule: "time.date-clock", end: time.end, ..found };
    }
    found
}

/// "T20:51:19Z" behind a date in figures.
fn iso_time(r: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    if !r.key(at, Key::T) || !r.glued(at) || !r.glued(at + 1) {
        return None;
    }
    let time = clock::time(r, at + 1)?;
    let zulu = r.letters(time.end) == "Z" && r.glued(time.end);
    let (Clock::At(told) | Clock::Bare(told)) = time.clock? else { return None };
    let told = if zulu { told + "Z" } else { told };
    Some((Clock::At(told), time.end + usize::from(zulu)))
}

fn day_like(body: &Body) -> bool {
    match body {
        Body::Point(_, part, _) => matches!(
            part,
            Part::Day(..)
                | Part::Weekday(_)
                | Part::Ambiguous(..)
                | Part::WeekdayIn(..)
                | Part::NthDay(..)
                | Part::LastDay(_)
                | Part::Holiday(_)
                | Part::DayOfMonth(_)
        ),
        Body::Period { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}
