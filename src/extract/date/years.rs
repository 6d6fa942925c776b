//! Years alone: in come tokens, out come the years that their neighbours leave free, with the guards that keep counts,
//! codes, pages and titles out. Never reads a part of a year but one that stands right behind it.

use super::eras;
use super::expression::{Body, Found, Part, Year};
use super::fiscal::quarter;
use super::list;
use super::named::{era, of_era, spoken, year};
use super::reader::Reader;
use super::word::{Key, Unit, Word, leads, timely};
use crate::extract::Rule;

/// A year on its own: only a number that its neighbours leave free.
pub(super) fn bare_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = match (r.word(at), r.word(at + 1)) {
        (Word::Unit { unit: Unit::Year, .. }, Word::Digits(..) | Word::Cardinal(_)) => at + 1,
        // "the year of 2009"
        (Word::Unit { unit: Unit::Year, plural: false }, Word::Key(Key::Of))
            if matches!(r.word(at + 2), Word::Digits(1000..=2199, 4)) =>
        {
            at + 2
        }
        _ => at,
    };
    if let Some(found) = eras::numbered(r, at).filter(|_| start == at + 1) {
        return Some(found);
    }
    if let Some((year, end)) = of_era(r, start) {
        return Some(whole(end, year, "date.year-era"));
    }
    let (value, end) = year(r, start)?;
    if r.digits(start).is_none() {
        let _ = spoken(r, start)?;
        let exact = value != 2000 || start > at || timely(r.before(at));
        return exact.then(|| whole(end, Year::Given(value), "date.year-words"));
    }
    if start == at && refuses(r, at, value).is_some() {
        return None;
    }
    let (year, end) = era(r, value, end);
    Some(whole(end, year, "date.year"))
}

/// "the 1988 third quarter", "the 1989 period", "1982 summer": a year before the name of its part.
pub(super) fn year_part(r: &Reader<'_>, at: usize) -> Option<Found> {
    let (value, next) = r.digits(at).and_then(|_| year(r, at))?;
    let year = Year::Given(value);
    let quarter_of = matches!(r.word(next), Word::Unit { unit: Unit::Quarter, plural: false });
    if quarter_of || r.key(next, Key::Period) && r.key(at.wrapping_sub(1), Key::The) {
        let body = Body::Compared { year, quarter: quarter_of };
        return Some(Found::new(next + 1, body, "date.year-part"));
    }
    let kind = r.any(next, &[Key::Fiscal, Key::Financial, Key::Calendar, Key::School]);
    if kind && matches!(r.word(next + 1), Word::Unit { unit: Unit::Year, plural: false }) {
        return Some(Found::point(next + 2, year, Part::Whole, "date.year-part"));
    }
    if let Word::Season { season, weak: false, plural: false } = r.word(next)
        && !r.capital(next)
    {
        return Some(Found::point(next + 1, year, Part::Season(season), "date.year-part"));
    }
    let found = quarter(r, next)?;
    let Body::Point(Year::Missing, part, _) = found.body else { return None };
    Some(Found::point(found.end, year, part, "date.year-part"))
}

/// "in '99", "the class of '68": the last two digits of a year behind an apostrophe.
pub(super) fn short_year(r: &Reader<'_>, at: usize) -> Option<Found> {
    if !r.mark(at, b'\'') || r.glued(at) || !r.glued(at + 1) || !timely(r.before(at)) {
        return None;
    }
    let (value, 2) = r.digits(at + 1)? else { return None };
    let alone = !r.glued(at + 2) || matches!(r.word(at + 2), Word::Mark(mark) if mark != b'%');
    alone.then(|| whole(at + 2, Year::Short(value as u8), "date.year-short"))
}

fn whole(end: usize, year: Year, rule: &'static str) -> Found {
    Found::point(end, year, Part::Whole, rule)
}

/// The guard that refuses a four-digit number as a year: it counts, numbers or names something.
fn refuses(r: &Reader<'_>, at: usize, value: i32) -> Option<Rule> {
    if glued(r, at) {
        return Some("date.not-a-part-of-a-number");
    }
    if matches!(r.word(at + 1), Word::Mark(b'%' | b'$')) {
        return Some("date.not-an-amount");
    }
    if numbered(r, at) || in_session(r, at) || is_page(r, at) {
        return Some("date.not-a-number-of-a-thing");
    }
    if is_side(r, at) {
        return Some("date.not-a-size");
    }
    if code(r, at) {
        return Some("date.not-a-code");
    }
    if plural_after(r, at, value) {
        return Some("date.not-a-count");
    }
    if addressed(r, at) {
        return Some("date.not-an-address");
    }
    titled(r, at, value).then_some("date.not-a-title")
}

/// The guard that keeps a number out, for those who ask why it is no year.
pub(super) fn refused(r: &Reader<'_>, at: usize) -> Option<Rule> {
    let (value, _) = year(r, at).filter(|_| r.digits(at).is_some())?;
    refuses(r, at, value)
}

/// Whether a number is part of a longer one, of a word, of a phone number or of a sum of money.
fn glued(r: &Reader<'_>, at: usize) -> bool {
    if r.glued(at) {
        let joined = at.checked_sub(2).map_or(Word::Mark(0), |i| r.word(i));
        let bound = match r.before(at) {
            Word::Mark(b'-') => {
                let phone = matches!(joined, Word::Digits(_, 1 | 3 | 5..));
                // "CVE-2018-1156, -1157"
                let ending = !r.glued(at - 1)
                    && matches!(joined, Word::Mark(b',' | b'(') | Word::Key(Key::And | Key::Or));
                let word = matches!(joined, Word::Plain | Word::PastForm) && r.glued(at - 1);
                phone || ending || word
            }
            Word::Mark(mark) => b"$#.+/:_=@,".contains(&mark),
            Word::Plain | Word::PastForm | Word::Key(_) => true,
            _ => false,
        };
        if bound {
            return true;
        }
    }
    if r.glued(at + 1) && !matches!(r.word(at + 1), Word::Mark(_)) {
        return true;
    }
    r.glued(at + 1)
        && r.glued(at + 2)
        && match r.word(at + 1) {
            Word::Mark(b',') => matches!(r.word(at + 2), Word::Digits(_, 3)),
            Word::Mark(b'.') => matches!(r.word(at + 2), Word::Digits(..)),
            _ => false,
        }
}

/// "1920 x 1200 pixels": one side of what is measured.
fn is_side(r: &Reader<'_>, at: usize) -> bool {
    let times = |mark: usize| matches!(r.letters(mark), "x" | "X" | "×");
    let number = |other: usize| r.digits(other).is_some();
    times(at + 1) && number(at + 2) || times(at.wrapping_sub(1)) && number(at.wrapping_sub(2))
}

/// "Resolution 1988", "No. 1912", "Resolutions 1267 and 1988", "pages 1990 to 2001".
fn numbered(r: &Reader<'_>, at: usize) -> bool {
    let mut i = at;
    while let Some(before) = i.checked_sub(1) {
        match r.word(before) {
            Word::Digits(..) => i = before,
            Word::Key(Key::And | Key::Or | Key::To) | Word::Mark(b',' | b'.' | b'-')
                if i > 1 && (before + 1 == at || r.digits(before + 1).is_some()) =>
            {
                let further = before.checked_sub(1).map_or(Word::Plain, |b| r.word(b));
                // "No. 1912", "CVE-2021-44228"
                let joined = r.mark(before, b'.') || r.mark(before, b'-') && r.glued(before);
                let dotted = joined && matches!(further, Word::Numbering);
                if !matches!(further, Word::Digits(..)) && !dotted {
                    return false;
                }
                i = before;
            }
            Word::Numbering => return true,
            _ => return false,
        }
        if at - i > 12 {
            return false;
        }
    }
    false
}

/// "Journal 92 (6): 1087-1101": the pages of a part of a volume.
fn is_page(r: &Reader<'_>, at: usize) -> bool {
    let range = |first: usize| r.mark(first + 1, b'-') && r.digits(first + 2).is_some();
    let first = if range(at) { at } else { at.saturating_sub(2) };
    let number = |back: usize| r.digits(first.wrapping_sub(back)).is_some();
    let mark = |back: usize, mark: u8| r.mark(first.wrapping_sub(back), mark);
    let part = mark(2, b')') && number(3) && mark(4, b'(') && number(5);
    range(first) && part && (mark(1, b':') || mark(1, b','))
}

/// A code of three numbers, which is no date where its parts are no month and day: "2018–23–51".
fn code(r: &Reader<'_>, at: usize) -> bool {
    let tail = |i: usize| {
        r.glued(i) && r.mark(i, b'-') && r.glued(i + 1) && matches!(r.word(i + 1), Word::Digits(..))
    };
    tail(at + 1) && tail(at + 3)
}

/// A number with the Roman number of a session in brackets after it: "1514 (XV)".
fn in_session(r: &Reader<'_>, at: usize) -> bool {
    let roman =
        |letters: &str| !letters.is_empty() && letters.chars().all(|c| "IVXLCivxlc".contains(c));
    r.mark(at + 1, b'(') && roman(r.letters(at + 2)) && r.mark(at + 3, b')')
}

/// A round number with a plural after it and no word of time before it counts: "1500 troops", "about 2000 words", "over
/// 1000 featured articles".
fn plural_after(r: &Reader<'_>, at: usize, value: i32) -> bool {
    let next = r.letters(at + 1);
    if matches!(r.word(at + 1), Word::Unit { plural: true, .. } | Word::Scale(_)) {
        return true;
    }
    if list::COUNTED.has(next) || r.mark(at + 1, b'+') {
        return true;
    }
    let plural = |i: usize| {
        let word = r.letters(i);
        let noun = matches!(r.word(i), Word::Plain | Word::PastForm | Word::Numbering);
        let plain = noun && !r.capital(i);
        plain && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
    };
    let round = value % 100 == 0;
    let near = super::length::approximate(r, at.wrapping_sub(1)) == at
        || r.any(at.wrapping_sub(1), &[Key::Only, Key::Over, Key::Than]);
    let described = matches!(r.word(at + 1), Word::Plain | Word::PastForm) && !r.capital(at + 1);
    if near && round && (plural(at + 1) || described && plural(at + 2)) {
        return true;
    }
    let timely = timely(r.before(at)) || r.key(at.wrapping_sub(1), Key::The);
    let modern = (1800..=2050).contains(&value);
    // "the index closed at 1735"
    let measured = r.key(at.wrapping_sub(1), Key::At) && !modern;
    measured || plural(at + 1) && !timely && (round || !modern)
}

/// The number of a house: "1600 Pennsylvania Avenue", "1200 E. Broad St.".
fn addressed(r: &Reader<'_>, at: usize) -> bool {
    let street = |i: usize| r.capital(i) && r.listed(i, list::STREET);
    // "the 1200 block of Elm Street", "1119 Eighth St.", "1450 East 9th Street"
    if matches!(r.letters(at + 1), "block" | "blocks" | "Block") {
        return true;
    }
    if leads(r.before(at)) || r.key(at.wrapping_sub(1), Key::The) {
        return false;
    }
    if named_street(r, at + 1) {
        return true;
    }
    let side = r.capital(at + 1) && r.listed(at + 1, list::SIDE);
    if side && r.capital(r.pass(at + 2, b'.')) {
        return true;
    }
    r.capital(at + 1) && (street(at + 2) || r.capital(at + 2) && street(at + 3))
}

/// Whether one to three names or numbers lead to the name of a street's kind.
fn named_street(r: &Reader<'_>, at: usize) -> bool {
    let mut next = at;
    for _ in 0..3 {
        let numbered = r.ordinal(next).filter(|_| r.digits(next).is_some());
        next = match numbered {
            Some((_, end)) => end,
            None if r.capital(next) => r.pass(next + 1, b'.'),
            None => return false,
        };
        if r.capital(next) && r.listed(next, list::SHORT_STREET) {
            return true;
        }
    }
    false
}

/// A number inside a title of its own: "Kazakhstan 2050 Strategy", "Vision 2030".
fn titled(r: &Reader<'_>, at: usize, value: i32) -> bool {
    let named = |i: usize| r.capital(i) && matches!(r.word(i), Word::Plain | Word::PastForm);
    let prior = at.checked_sub(1).is_some_and(|b| named(b) && !r.glued(at));
    let both = prior && named(at + 1);
    let quoted = r.mark(at.wrapping_sub(1), b'-') && r.glued(at) && at > 1 && named(at - 2);
    // "the 2030 Agenda", "the 2050 Strategy"
    let plan = r.capital(at + 1) && r.listed(at + 1, list::PLAN);
    (prior || quoted || plan) && value >= 2026
        || both && (value >= 2020 || value % 1000 == 0)
        || value > 2100 && !timely(r.before(at))
}
