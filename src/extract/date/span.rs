//! Years and what is larger or smaller by name: decades, centuries, seasons.
//! In come tokens, out come points of the calendar.

use super::expression::{Base, Body, Found, Part, Year};
use super::list;
use super::named::{bc, ce, day_month, month_day, year_after};
use super::reader::Reader;
use super::word::{DETERMINERS, Key, Season, Unit, Word, picks, timely};

/// "the 1990s", "'60s", "mid-eighties", "nineteen-nineties".
pub(super) fn decade(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |year, part, end| Some(Found::point(end, year, part, "date.decade"));
    match r.word(at) {
        Word::Digits(value @ 1000..=2190, 4) if value % 10 == 0 => {
            let end = plural(r, at + 1)?;
            // "Vision 2030's goals"
            let owner = r.capital(at.wrapping_sub(1)) && r.before(at) == Word::Plain;
            if owner && end > at + 2 {
                return None;
            }
            let part = if value % 100 == 0 && value < 2000 {
                Part::Century(value as i32 / 100)
            } else {
                Part::Decade(value as i32 / 10)
            };
            close(Year::Missing, part, end)
        }
        Word::Digits(value @ 10..=990, 2..=3) if value % 10 == 0 => {
            let end = plural(r, at + 1)?;
            if let Some(end) = bc(r, end) {
                return close(Year::Missing, Part::Decade(-(value as i32)), end);
            }
            // "temperatures in the 30s°F"
            let degrees = matches!(r.letters(end), "°" | "º");
            let led = lead(r, at) && value >= 20 && !degrees;
            led.then(|| close(Year::Missing, Part::Decade(value as i32 / 10), end)).flatten()
        }
        Word::Mark(b'\'') if r.glued(at + 1) => {
            let (value @ 10..=90, 2) = r.digits(at + 1)? else { return None };
            let end = plural(r, at + 2).filter(|_| value % 10 == 0)?;
            close(Year::Missing, Part::Decade(value as i32 / 10), end)
        }
        Word::Cardinal(head @ 17..=19) => {
            let next = r.pass(at + 1, b'-');
            let Word::Tens(n) = r.word(next) else { return None };
            close(Year::Missing, Part::Decade(head as i32 * 10 + i32::from(n)), next + 1)
        }
        Word::Tens(n) if lead(r, at) => close(Year::Missing, Part::Decade(i32::from(n)), at + 1),
        _ => None,
    }
}

/// "the", "early", "mid-": what a decade without its century needs before it.
fn lead(r: &Reader<'_>, at: usize) -> bool {
    let Some(b) = at.checked_sub(1) else { return false };
    let b = if r.mark(b, b'-') || r.mark(b, b'\'') { b.saturating_sub(1) } else { b };
    // "in her early 20s" is an age.
    if r.any(b.wrapping_sub(1), &[Key::His, Key::Her, Key::Their, Key::My, Key::Our]) {
        return false;
    }
    r.any(b, &[Key::The, Key::Early, Key::Late, Key::Mid, Key::And])
}

/// The plural ending of a number: "s", "'s".
fn plural(r: &Reader<'_>, at: usize) -> Option<usize> {
    let at = if r.mark(at, b'\'') && r.glued(at) { at + 1 } else { at };
    (r.key(at, Key::S) && r.glued(at)).then_some(at + 1)
}

/// "the first decade of the 21st century".
pub(super) fn decade_of_century(r: &Reader<'_>, at: usize) -> Option<Found> {
    let at = r.skip(at, Key::The);
    let nth = match r.word(at) {
        Word::Key(Key::Last | Key::Final) => 10,
        _ => r.ordinal(at).filter(|(n, end)| (1..=10).contains(n) && *end == at + 1)?.0 as i32,
    };
    if !matches!(r.word(at + 1), Word::Unit { unit: Unit::Decade, plural: false }) {
        return None;
    }
    let of = r.skip(at + 2, Key::Of);
    let found = century(r, r.skip(of, Key::The)).filter(|_| of > at + 2)?;
    match found.body {
        Body::Point(year, Part::Century(century @ 1..), pick) => {
            let body = Body::Point(year, Part::Decade(century * 10 + nth - 1), pick);
            Some(Found { body, rule: "date.decade-of-century", ..found })
        }
        _ => None,
    }
}

/// "20th century", "nineteenth-century", "the 4th century BC".
pub(super) fn century(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (n, end) = r.ordinal(at)?;
    let unit = r.pass(end, b'-');
    if !matches!(r.word(unit), Word::Unit { unit: Unit::Century, .. }) || !(1..=30).contains(&n) {
        return None;
    }
    let n = n as i32;
    let (part, end) = match bc(r, unit + 1) {
        Some(end) => (Part::Century(-n), end),
        None => (Part::Century(n - 1), ce(r, unit + 1).unwrap_or(unit + 1)),
    };
    Some(Found::point(end, Year::Missing, part, "date.century"))
}

/// "the summer of 1918", "Spring 1918", "autumn"; "fall" and "spring" only where a season can stand.
pub(super) fn season(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Season { season, weak, plural: false } = r.word(at) else { return None };
    if let Some((year, end)) = winter_of_era(r, at + 1) {
        return Some(Found::point(end, year, Part::Season(season), "date.season-year"));
    }
    if let Some((year, end)) = year_after(r, at + 1) {
        let end = over_new_year(r, year, end);
        return Some(Found::point(end, year, Part::Season(season), "date.season-year"));
    }
    let before = r.before(at);
    let picked = picks(before);
    let of = r.key(at + 1, Key::Of);
    let led = match before {
        Word::Key(Key::The) => {
            !of && season == Season::Spring || weak && !of && timely(prior(r, at))
        }
        Word::Key(
            Key::In
            | Key::By
            | Key::During
            | Key::Until
            | Key::Since
            | Key::Through
            | Key::Throughout,
        ) => true,
        _ => false,
    };
    let close = |rule| Some(Found::point(at + 1, Year::Missing, Part::Season(season), rule));
    // "the Spring Offensive", "the fall campaign": in a history the name tells the season.
    let warlike = r.listed(at + 1, list::CAMPAIGN);
    if warlike && !picked && (weak || r.capital(at)) {
        return close("date.season-name");
    }
    // A capital inside a sentence makes a name: "Winter Olympics", "Prague Spring".
    let name = r.capital(at)
        && (r.capital(at + 1) || !r.opens(at) && r.capital(at.wrapping_sub(1)) && !picked);
    if !picked && (name || weak && !led) {
        return None;
    }
    let kind = !picked && !warlike && !led && names_a_kind(r, at);
    close(if kind { "date.season-kind" } else { "date.season" })
}

/// "winter quarters", "summer dresses": a kind, and no winter of a year.
fn names_a_kind(r: &Reader<'_>, at: usize) -> bool {
    let noun = r.word(at + 1) == Word::Plain || r.letters(at + 1) == "quarters";
    let article = r.any(at.wrapping_sub(1), &[Key::The, Key::A, Key::An]);
    noun && !article && !r.capital(at) && !r.capital(at + 1) && !timely(r.before(at))
}

/// "the winter of 1979-80", "1941/42": the index after the second year of one season.
fn over_new_year(r: &Reader<'_>, year: Year, at: usize) -> usize {
    let Year::Given(first) = year else { return at };
    if !matches!(r.word(at), Word::Mark(b'-' | b'/')) || !r.glued(at) || !r.glued(at + 1) {
        return at;
    }
    let next = match r.digits(at + 1) {
        Some((short, 2)) => first.div_euclid(100) * 100 + short as i32,
        Some((whole, 4)) => whole as i32,
        _ => return at,
    };
    if next == first + 1 { at + 2 } else { at }
}

/// "the winter of 430/29 BC": the first of the two years, which run down to the era.
fn winter_of_era(r: &Reader<'_>, at: usize) -> Option<(Year, usize)> {
    let start = r.skip(at, Key::Of);
    let (first @ 1..=999, 1..=3) = r.digits(start)? else { return None };
    let joined = matches!(r.word(start + 1), Word::Mark(b'-' | b'/'));
    r.digits(start + 2).filter(|_| joined && r.glued(start + 1) && r.glued(start + 2))?;
    let end = bc(r, start + 3)?;
    Some((Year::Given(1 - first as i32), end))
}

fn prior(r: &Reader<'_>, at: usize) -> Word {
    at.checked_sub(2).map_or(Word::Plain, |i| r.word(i))
}

/// "the second day of the talks", "a third straight day": a day by its number in a row, the one the text is in; "the
/// first day of May" has its place.
pub(super) fn numbered_day(r: &Reader<'_>, at: usize) -> Option<Found> {
    if !r.any(at, &[Key::The, Key::A]) {
        return None;
    }
    // "the last day of the war"
    let last = r.any(at + 1, &[Key::Last, Key::Final]) && r.key(at + 3, Key::Of);
    let (n, next) = if last { (0, at + 2) } else { r.ordinal(at + 1)? };
    let unit =
        if r.any(next, &[Key::Straight, Key::Consecutive, Key::Full]) { next + 1 } else { next };
    // "the last week of the festival", which need not be the week before
    let thing = r.any(unit + 2, &DETERMINERS) && r.word(unit + 3) == Word::Plain;
    let kind = match r.word(unit) {
        Word::Unit { unit: Unit::Day, plural: false } => Unit::Day,
        Word::Unit {
            unit: kind @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year),
            plural: false,
        } if last && thing => kind,
        _ => return None,
    };
    if r.capital(unit) || r.mark(unit + 1, b'-') {
        return None;
    }
    // "the last day of March" has its place too.
    if last && super::named::month(r, unit + 2).is_some() {
        return None;
    }
    if r.key(unit + 1, Key::Of)
        && let Some((month, end)) = super::named::month(r, unit + 2)
    {
        let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
        let part = Part::Day(month, u8::try_from(n).ok()?);
        return Some(Found::point(end, year, part, "date.numbered-day"));
    }
    let body = Body::Period { unit: kind, steps: 0, base: Base::Story };
    let rule = if last { "date.last-of" } else { "date.numbered-day" };
    Some(Found::new(unit + 1, body, rule))
}

/// "the week of March 11", "the weekend of 16 March", "the month of April": a unit with the date that names it.
pub(super) fn unit_of(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let Word::Unit { unit, plural: false } = r.word(start) else { return None };
    if start == at || !r.key(start + 1, Key::Of) {
        return None;
    }
    if unit == Unit::Month {
        let (month, end) = super::named::month(r, start + 2)?;
        let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
        return Some(Found::point(end, year, Part::Month(month), "date.unit-of"));
    }
    let weekend = match unit {
        Unit::Week => false,
        Unit::Weekend => true,
        _ => return None,
    };
    let found = month_day(r, start + 2).or_else(|| day_month(r, start + 2))?;
    let Body::Point(year, Part::Day(month, day), _) = found.body else { return None };
    Some(Found::point(found.end, year, Part::WeekOfDay(month, day, weekend), "date.unit-of"))
}

/// "the last week of March", "the first week of April 1994", "week 10 of 2019".
pub(super) fn week(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let week = |i| matches!(r.word(i), Word::Unit { unit: Unit::Week, plural: false });
    let (n, next) = match r.word(start) {
        Word::Key(Key::Last | Key::Final) => (0, start + 1),
        _ if week(start) => {
            let (n @ 1..=53, 1..=2) = r.digits(start + 1)? else { return None };
            let of = r.skip(start + 2, Key::Of);
            let (year, end) = year_after(r, of).filter(|_| of > start + 2)?;
            return Some(Found::point(end, year, Part::Week(n as u8), "date.week"));
        }
        _ => r.ordinal(start).filter(|(n, _)| *n <= 5)?,
    };
    if !week(next) || !r.key(next + 1, Key::Of) {
        return None;
    }
    let (month, end) = super::named::month(r, next + 2)?;
    let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
    Some(Found::point(end, year, Part::WeekOfMonth(month, n as u8), "date.week"))
}
