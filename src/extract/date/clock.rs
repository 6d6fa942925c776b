//! Times of day: in come tokens, out comes what TIMEX3 writes after its T. Twelve-hour times without "a.m." or
//! "p.m." are taken as they stand; of zones only universal time and stated offsets are written.

use super::expression::{Body, Clock, Found};
use super::reader::Reader;
use super::word::{Daypart, Key, Unit, Word};

/// "5 p.m.", "14:58 UTC", "around 7:15 p.m." without its first word, "noon", "0800 UTC", "3 o'clock".
pub(super) fn time(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (clock, end) = match r.word(at) {
        Word::Key(Key::Noon) => (Clock::At("12:00".to_owned()), at + 1),
        Word::Key(Key::Midnight) => (Clock::At("24:00".to_owned()), at + 1),
        Word::Key(Key::Half | Key::A) | Word::Unit { unit: Unit::Quarter, .. } => past(r, at)?,
        Word::Digits(..) => past(r, at).or_else(|| by_the_day(r, at)).or_else(|| hour(r, at))?,
        Word::Cardinal(..=30) => {
            past(r, at).or_else(|| by_the_day(r, at)).or_else(|| spelled(r, at))?
        }
        _ => return None,
    };
    let mut found = Found::new(end, Body::Time, "time.clock");
    found.clock = Some(clock);
    Some(found)
}

/// "2" of "2-4 p.m.", "from 7 to 9 p.m.", "between 7 and 9 p.m.": an hour that leaves its half of the day to the next.
pub(super) fn hour_before(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (value @ 1..=12, 1..=2) = r.digits(at)? else { return None };
    let led = r.any(at.wrapping_sub(1), &[Key::Between, Key::At, Key::From, Key::Around]);
    let joined = r.mark(at + 1, b'-') || r.key(at + 1, Key::To) || r.key(at + 1, Key::And) && led;
    let end = minutes(r, at + 3).map(|(_, _, end)| end)?;
    half_of_day(r, end)
        .filter(|_| joined && matches!(r.word(at + 2), Word::Digits(1..=12, 1..=2)))?;
    let clock = Some(Clock::Bare(format!("{value:02}:00")));
    Some(Found { clock, ..Found::new(at + 1, Body::Time, "time.series") })
}

/// "10 o'clock in the morning", "at three in the afternoon": the part of the day tells the half.
fn by_the_day(r: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let (Word::Digits(value @ 1..=12, 1..=2) | Word::Cardinal(value @ 1..=12)) = r.word(at) else {
        return None;
    };
    if ![1, 3, 4, 6].iter().any(|next| r.key(at + next, Key::In)) {
        return None;
    }
    let (minute, _, after) = minutes(r, at + 1)?;
    let after_clock = oclock(r, after);
    let led = after_clock.is_some()
        || minute.is_some()
        || r.any(at.wrapping_sub(1), &[Key::At, Key::By, Key::Until, Key::Before, Key::About]);
    let next = after_clock.unwrap_or(after);
    if !led || r.glued(at) || !r.key(next, Key::In) || !r.key(next + 1, Key::The) {
        return None;
    }
    let Word::Daypart(part, false) = r.word(next + 2) else { return None };
    let late = matches!(part, Daypart::Afternoon | Daypart::Evening);
    let hours = value % 12 + if late { 12 } else { 0 };
    Some((Clock::At(format!("{hours:02}:{:02}", minute.unwrap_or(0))), next + 3))
}

/// "half past six", "a quarter to nine", "ten minutes past four": minutes before or after an hour.
fn past(r: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let quarter = if r.key(at, Key::A) { at + 1 } else { at };
    let (minutes, next) = match r.word(quarter) {
        Word::Key(Key::Half) if quarter == at => (30, at + 1),
        Word::Unit { unit: Unit::Quarter, plural: false } => (15, quarter + 1),
        Word::Digits(n @ 1..=29, _) | Word::Cardinal(n @ 1..=29) if quarter == at => {
            let minutes = matches!(r.word(at + 1), Word::Unit { unit: Unit::Minute, plural: true });
            (n, minutes.then_some(at + 2)?)
        }
        _ => return None,
    };
    let back = r.key(next, Key::To);
    let (Word::Digits(hour @ 1..=12, 1..=2) | Word::Cardinal(hour @ 1..=12)) = r.word(next + 1)
    else {
        return None;
    };
    let end = oclock(r, next + 2).unwrap_or(next + 2);
    let goes_on = end == next + 2
        && (r.mark(end, b'-')
            || r.glued(end) && r.mark(end, b':')
            || matches!(r.word(end), Word::Plain | Word::Unit { .. } | Word::Scale(_)));
    if goes_on || !back && !r.key(next, Key::Past) || back && minutes == 30 {
        return None;
    }
    let told = hour * 60 + 12 * 60;
    let told = if back { told - minutes } else { told + minutes };
    let hours = match told / 60 % 12 {
        0 => 12,
        hours => hours,
    };
    Some((Clock::Bare(format!("{hours:02}:{:02}", told % 60)), end))
}

/// "three o'clock".
fn spelled(r: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let Word::Cardinal(value) = r.word(at) else { return None };
    let end = oclock(r, at + 1)?;
    Some((Clock::Bare(format!("{value:02}:00")), end))
}

fn hour(r: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let (value, length) = r.digits(at)?;
    // "9 a.m.-5 p.m."
    let ends = r.mark(at.wrapping_sub(1), b'-')
        && length < 3
        && (r.any(at.wrapping_sub(2), &[Key::Am, Key::Pm])
            || r.mark(at.wrapping_sub(2), b'.')
            || matches!(at.checked_sub(2).map(|i| r.word(i)), Some(Word::Digits(1..=12, 1..=2))))
        && minutes(r, at + 1).is_some_and(|(_, _, next)| half_of_day(r, next).is_some());
    if r.glued(at)
        && matches!(
            r.before(at),
            Word::Mark(b'.' | b':' | b'/' | b'$' | b',' | b'-') | Word::Digits(..)
        )
        && !(r.mark(at.wrapping_sub(1), b'-') && at >= 3 && r.mark(at - 3, b':'))
        && !ends
    {
        return None;
    }
    if (value, r.word(at + 1)) == (12, Word::Key(Key::Noon)) {
        return Some((Clock::At("12:00".to_owned()), at + 2));
    }
    if length == 4 {
        let (hours, minutes) = (value / 100, value % 100);
        // "the 2015 NPT conference": a likely year is a time before universal time or "hours" only.
        let sure = !(1900..=2100).contains(&value) || !matches!(r.word(at + 1), Word::Zone(false));
        let zoned = zone(r, at + 1).filter(|_| sure).or_else(|| told_twice(r, at));
        let (zone, end) = zoned.or_else(|| military(r, at, value))?;
        return (hours < 24 && minutes < 60)
            .then(|| (Clock::At(format!("{hours:02}:{minutes:02}{zone}")), end));
    }
    if value > 24 || length > 2 {
        return None;
    }
    let (minutes, seconds, next) = minutes(r, at + 1)?;
    let half = half_of_day(r, next);
    let (hours, next, marked) = match half {
        Some((true, end)) if value <= 12 => (value % 12 + 12, end, true),
        Some((false, end)) if value <= 12 => (value % 12, end, true),
        Some(_) => return None,
        None => (value, next, false),
    };
    // "24 hours" is a length: only with minutes do hours tell a time.
    let counted = minutes.is_none() && matches!(r.word(next), Word::Unit { .. });
    let zone = zone(r, next).filter(|_| !counted);
    let zoned = zone.is_some();
    let (suffix, end) = zone.unwrap_or((String::new(), next));
    let stated = marked || end > next || oclock(r, at + 1).is_some();
    let end = if end == at + 1 { oclock(r, end).unwrap_or(end) } else { end };
    // "07:30" is told in twenty-four hours.
    let bare = !(marked || zoned || !seconds.is_empty() || length == 2 && value < 10);
    let held = |written: String| if bare { Clock::Bare(written) } else { Clock::At(written) };
    match minutes {
        Some(minutes) => Some((held(format!("{hours:02}:{minutes:02}{seconds}{suffix}")), end)),
        None if stated => Some((held(format!("{hours:02}:00{suffix}")), end)),
        None => None,
    }
}

/// "at 1353 (1023 GMT)": local time before the same in universal time, and the index after it.
fn told_twice(r: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let led = r.any(at.wrapping_sub(1), &[Key::At, Key::About, Key::Around]);
    let again = r.mark(at + 1, b'(') && matches!(r.word(at + 2), Word::Digits(0..=2359, 4));
    let zoned = matches!(r.word(at + 3), Word::Zone(true));
    (led && again && zoned).then(|| (String::new(), at + 1))
}

/// "at 0630 the house was attacked", "on 29 July at 2220", "at approximately 2230 last night": an hour in four digits, by its
/// zero or the day beside it.
fn military(r: &Reader<'_>, at: usize, value: u32) -> Option<(String, usize)> {
    let near = [Key::About, Key::Around, Key::Approximately];
    let first = if r.any(at.wrapping_sub(1), &near) { at.wrapping_sub(1) } else { at };
    let between = [Key::At, Key::From, Key::By, Key::Until, Key::Before, Key::After, Key::Since];
    let led = r.any(first.wrapping_sub(1), &between) || first < at;
    let alone = r.glued(at + 1) && !matches!(r.word(at + 1), Word::Mark(b'.' | b',' | b';' | b')'));
    if !led || alone || r.glued(at + 2) && r.digits(at + 2).is_some() {
        return None;
    }
    let day = |i: usize| {
        matches!(
            r.word(i),
            Word::Month { .. }
                | Word::Weekday { .. }
                | Word::Day(..)
                | Word::Daypart(..)
                | Word::Unit { unit: Unit::Night, .. }
        )
    };
    let at_all = r.key(first.wrapping_sub(1), Key::At);
    let behind =
        r.any(at + 1, &[Key::Last, Key::This, Key::On, Key::That]) && (day(at + 2) || day(at + 3));
    let beside = at_all && (day(first.wrapping_sub(2)) || day(at + 1) || behind);
    let counts = matches!(r.word(at + 1), Word::Plain | Word::Unit { .. } | Word::Scale(_))
        && !r.capital(at + 1)
        && r.letters(at + 1).ends_with('s');
    // "at approximately 1330" is no year.
    let quarter = at_all && first < at && (value % 100).is_multiple_of(15) && value < 1800;
    ((value < 1000 || quarter) && !counts || beside).then(|| (String::new(), at + 1))
}

/// ":30", ":30:15", and ".30" before "p.m.".
fn minutes(r: &Reader<'_>, at: usize) -> Option<(Option<u32>, String, usize)> {
    let separated = r.mark(at, b':') || r.mark(at, b'.') && half_of_day(r, at + 2).is_some();
    if !separated || !r.glued(at) || !r.glued(at + 1) {
        return Some((None, String::new(), at));
    }
    let (minutes @ 0..=59, 2) = r.digits(at + 1)? else { return None };
    if r.mark(at + 2, b':') && r.glued(at + 2) {
        let (seconds @ 0..=59, 2) = r.digits(at + 3)? else { return None };
        return Some((Some(minutes), format!(":{seconds:02}"), at + 4));
    }
    let longer =
        r.mark(at + 2, b'.') && r.glued(at + 2) && r.glued(at + 3) && r.digits(at + 3).is_some();
    (!longer).then(|| (Some(minutes), String::new(), at + 2))
}

/// "a.m.", "PM": whether it is the second half of the day, and the index after it.
fn half_of_day(r: &Reader<'_>, at: usize) -> Option<(bool, usize)> {
    if r.any(at, &[Key::Am, Key::Pm]) {
        // "I am" is no time: the word must follow the figure in capitals or glued, or stand before no verb.
        return Some((r.key(at, Key::Pm), at + 1));
    }
    let letter = r.letters(at);
    let dotted =
        r.mark(at + 1, b'.') && r.glued(at + 1) && r.letters(at + 2).eq_ignore_ascii_case("m");
    if dotted && (letter.eq_ignore_ascii_case("a") || letter.eq_ignore_ascii_case("p")) {
        let end = if r.mark(at + 3, b'.') && r.glued(at + 3) { at + 4 } else { at + 3 };
        return Some((letter.eq_ignore_ascii_case("p"), end));
    }
    None
}

/// "o'clock": the index after it.
fn oclock(r: &Reader<'_>, at: usize) -> Option<usize> {
    (r.key(at, Key::O) && r.mark(at + 1, b'\'') && r.key(at + 2, Key::Clock)).then_some(at + 3)
}

/// "UTC", "GMT+8", "EST", "hrs": the suffix of the value and the index after it. Only universal time and stated
/// offsets are written: what "ET" or "BST" is off changes with the season and the continent.
fn zone(r: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let open = r.pass(at, b'(');
    if let Word::Zone(universal) = r.word(open) {
        let whole = r.letters(open).bytes().all(|b| b.is_ascii_uppercase());
        let (suffix, end) = offset(r, open + 1)
            .filter(|_| universal)
            .unwrap_or((if universal { "Z".to_owned() } else { String::new() }, open + 1));
        let closes = open == at || r.mark(end, b')');
        return (whole && closes)
            .then(|| (suffix, r.pass(end, b')').min(if open > at { end + 1 } else { end })));
    }
    match r.word(at) {
        Word::Unit { unit: Unit::Hour, plural: true }
            if matches!(r.letters(at), "hrs" | "hours" | "hr") =>
        {
            Some((String::new(), at + 1))
        }
        _ => None,
    }
}

/// "+8", "-05:30" after universal time.
fn offset(r: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    let Word::Mark(sign @ (b'+' | b'-')) = r.word(at) else { return None };
    let (hours @ 0..=14, 1..=2) = r.digits(at + 1)? else { return None };
    let minutes = match r.digits(at + 3) {
        Some((minutes @ 0..=59, 2)) if r.mark(at + 2, b':') => Some(minutes),
        _ => None,
    };
    let end = if minutes.is_some() { at + 4 } else { at + 2 };
    let glued = r.glued(at + 1);
    glued.then(|| (format!("{}{hours:02}:{:02}", char::from(sign), minutes.unwrap_or(0)), end))
}
