//! Holidays: in come tokens, out comes an entry of `assets/dates-holidays.tsv`, and for a year its day.
//! Never knows a holiday that the table does not.

use super::calendars::{easter, hanukkah, islamic, later, orthodox_easter, rosh_hashanah};
use super::expression::{Found, Part, Year};
use super::list;
use super::named::year_after;
use super::reader::Reader;
use super::word::{Key, Unit, Word};
use crate::edtf;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::sync::LazyLock;

/// How a holiday's day follows from the year.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Rule {
    Fixed(u32, u32),
    /// One day of history, in whatever year it is told.
    Once(NaiveDate),
    Easter(i64),
    Orthodox(i64),
    Hebrew(i64),
    Hanukkah,
    Islamic(u32, u32),
    /// The nth weekday of a month, 0 the last, and days from it.
    Nth(u8, u8, u32, i64),
    /// Days that the table lists.
    Listed(Vec<NaiveDate>),
}

struct Holiday {
    name: &'static str,
    rule: Rule,
}

struct Table {
    holidays: Vec<Holiday>,
    /// The holidays by the first byte of their name.
    initials: Vec<Vec<u16>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/dates-holidays.tsv").lines();
    let holidays: Vec<_> = rows.filter(|row| !row.starts_with('#')).filter_map(parse).collect();
    let mut initials = vec![Vec::new(); 128];
    for (index, holiday) in holidays.iter().enumerate() {
        let first = holiday.name.bytes().next().unwrap_or_default();
        if let Some(list) = initials.get_mut(usize::from(first)) {
            list.push(index as u16);
        }
    }
    Table { holidays, initials }
});

fn parse(row: &'static str) -> Option<Holiday> {
    let (name, rule) = row.split_once('\t')?;
    let (kind, rest) = rule.split_once(' ').unwrap_or((rule, ""));
    let days = |prefix: &str| kind.strip_prefix(prefix).and_then(|days| days.parse::<i64>().ok());
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    let two = |text: &str| {
        let (month, day) = text.split_once('-')?;
        Some((month.parse().ok()?, day.parse().ok()?))
    };
    let rule = match kind {
        "hanukkah" => Rule::Hanukkah,
        "islamic" => two(rest).map(|(month, day)| Rule::Islamic(month, day))?,
        "on" => Rule::Listed(rest.split(' ').map(day).collect::<Option<_>>()?),
        "nth" => {
            let mut parts = rest.split(' ');
            let (n, weekday) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Rule::Nth(n, weekday, parts.next()?.parse().ok()?, 0)
        }
        _ => None
            .or_else(|| days("easter").map(Rule::Easter))
            .or_else(|| days("orthodox").map(Rule::Orthodox))
            .or_else(|| days("hebrew").map(Rule::Hebrew))
            .or_else(|| days("thanksgiving").map(|days| Rule::Nth(4, 4, 11, days)))
            .or_else(|| day(kind).map(Rule::Once))
            .or_else(|| two(kind).map(|(month, day)| Rule::Fixed(month, day)))?,
    };
    Some(Holiday { name, rule })
}

/// A holiday by name, with the year that may follow: "Christmas 1963", "Good Friday", "D-Day".
pub(super) fn named(r: &Reader<'_>, at: usize) -> Option<Found> {
    let figure = matches!(r.word(at), Word::Digits(9, 1)) && !r.glued(at);
    let first =
        matches!(r.word(at), Word::Holiday | Word::Month { .. } | Word::Key(Key::D | Key::St));
    if !figure && (!first || !r.capital(at)) {
        return None;
    }
    let table = &*TABLE;
    let initial = r.letters(at).bytes().next()?.to_ascii_lowercase();
    let second = r.letters(at).as_bytes().get(1).map(u8::to_ascii_lowercase);
    let mut best: Option<(usize, u16)> = None;
    for &index in table.initials.get(usize::from(initial))? {
        let Some(holiday) = table.holidays.get(usize::from(index)) else { continue };
        // The second letter tells most names apart without a walk over the words.
        if second.is_some_and(|letter| holiday.name.as_bytes().get(1) != Some(&letter)) {
            continue;
        }
        if let Some(end) = spells(r, at, holiday.name)
            && best.is_none_or(|(held, _)| end > held)
        {
            best = Some((end, index));
        }
    }
    let (end, index) = best?;
    let goes_on = r.glued(end) && matches!(r.word(end), Word::Digits(..) | Word::Mark(b'/' | b'-'));
    if figure && goes_on {
        return None;
    }
    let rule = &table.holidays.get(usize::from(index))?.rule;
    if let Rule::Once(day) = rule {
        let year = Year::Given(day.year());
        let end = year_after(r, end).filter(|(told, _)| *told == year).map_or(end, |(_, end)| end);
        return Some(Found::point(end, year, Part::Holiday(index), "date.holiday"));
    }
    if let Word::Unit { unit: Unit::Weekend, plural: false } = r.word(end) {
        let (year, end) = year_after(r, end + 1).unwrap_or((Year::Missing, end + 1));
        return Some(Found::point(end, year, Part::WeekendOf(index), "date.holiday"));
    }
    let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
    let about = matches!(rule, Rule::Islamic(..));
    Some(Found { about, ..Found::point(end, year, Part::Holiday(index), "date.holiday") })
}

/// The index after a name that the tokens spell.
fn spells(r: &Reader<'_>, at: usize, name: &str) -> Option<usize> {
    let mut rest = name;
    let mut i = at;
    while !rest.is_empty() {
        let letters = r.letters(i);
        let plain = if letters == "\u{2019}" { "'" } else { letters };
        let head = rest.get(..plain.len())?;
        if plain.is_empty() || !head.eq_ignore_ascii_case(plain) {
            return None;
        }
        rest = rest.get(plain.len()..)?;
        if let Some(next) = rest.strip_prefix(' ') {
            let word = next.split(|c: char| !c.is_ascii_alphabetic()).next();
            let small = word.is_some_and(|word| list::UNCAPITALIZED.has(word));
            if r.glued(i + 1) || !r.capital(i + 1) && !small {
                return None;
            }
            rest = next;
        } else if !rest.is_empty() && !r.glued(i + 1) {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// The day of a holiday in a year.
pub(super) fn day(index: u16, year: i32) -> Option<NaiveDate> {
    match &TABLE.holidays.get(usize::from(index))?.rule {
        Rule::Fixed(month, day) => NaiveDate::from_ymd_opt(year, *month, *day),
        Rule::Once(day) => Some(*day),
        Rule::Easter(days) => later(easter(year)?, *days),
        Rule::Orthodox(days) => later(orthodox_easter(year)?, *days),
        Rule::Hebrew(days) => later(rosh_hashanah(year)?, *days),
        Rule::Hanukkah => hanukkah(year),
        Rule::Islamic(month, day) => islamic(year, *month, *day),
        Rule::Listed(days) => days.iter().copied().find(|day| day.year() == year),
        Rule::Nth(n, day, month, days) => later(nth(year, *n, *day, *month)?, *days),
    }
}

/// The month and day of a holiday that has the same in every year.
pub(super) fn fixed(index: u16) -> Option<(u32, u32)> {
    match &TABLE.holidays.get(usize::from(index))?.rule {
        Rule::Fixed(month, day) => Some((*month, *day)),
        _ => None,
    }
}

/// The nth weekday of a month; 0 is the last.
pub(super) fn nth(year: i32, n: u8, day: u8, month: u32) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(day.checked_sub(1)?).ok()?;
    if n > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    }
    let last = edtf::last_day(year, month)?;
    let back = (7 + last.weekday().num_days_from_monday() - u32::from(day - 1)) % 7;
    last.checked_sub_days(Days::new(u64::from(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_table_is_understood() {
        let rows = include_str!("../../../assets/dates-holidays.tsv").lines();
        for row in rows.filter(|row| !row.starts_with('#')) {
            assert!(parse(row).is_some(), "{row}");
        }
    }

    #[test]
    fn moving_holidays_fall_on_their_days() {
        for (name, year, expected) in [
            ("easter", 2025, "2025-04-20"),
            ("good friday", 1998, "1998-04-10"),
            ("thanksgiving", 2010, "2010-11-25"),
            ("memorial day", 2021, "2021-05-31"),
            ("labor day", 2024, "2024-09-02"),
            ("black friday", 2024, "2024-11-29"),
            ("passover", 2024, "2024-04-23"),
            ("d-day", 2024, "1944-06-06"),
        ] {
            let index = TABLE.holidays.iter().position(|h| h.name == name).unwrap();
            assert_eq!(day(index as u16, year).unwrap().to_string(), expected, "{name}");
        }
    }
}
