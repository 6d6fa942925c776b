//! Holidays: in come tokens, out comes an entry of `assets/dates-holidays.tsv`, and for a year its day.
//! Never knows a holiday that the table does not.

use super::expression::{Found, Part, Year};
use super::named::year_after;
use super::reader::Reader;
use super::word::Word;
use crate::edtf;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::sync::LazyLock;

/// How a holiday's day follows from the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    Fixed(u32, u32),
    Easter(i64),
    /// The nth weekday of a month; 0 is the last.
    Nth(u8, u8, u32),
}

struct Holiday {
    name: &'static str,
    rule: Rule,
}

static TABLE: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/dates-holidays.tsv").lines();
    rows.filter(|row| !row.starts_with('#')).filter_map(parse).collect()
});

fn parse(row: &'static str) -> Option<Holiday> {
    let (name, rule) = row.split_once('\t')?;
    let rule = if let Some(days) = rule.strip_prefix("easter") {
        Rule::Easter(days.parse().ok()?)
    } else if let Some(nth) = rule.strip_prefix("nth ") {
        let mut parts = nth.split(' ');
        let (n, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Rule::Nth(n, day, parts.next()?.parse().ok()?)
    } else {
        let (month, day) = rule.split_once('-')?;
        Rule::Fixed(month.parse().ok()?, day.parse().ok()?)
    };
    Some(Holiday { name, rule })
}

/// A holiday by name, with the year that may follow: "Christmas 1963", "Good Friday".
pub(super) fn named(r: &Reader<'_>, at: usize) -> Option<Found> {
    let first = matches!(r.word(at), Word::Holiday | Word::Month { .. });
    if !first || !r.capital(at) {
        return None;
    }
    let mut best: Option<(usize, u16)> = None;
    for (index, holiday) in TABLE.iter().enumerate() {
        if let Some(end) = spells(r, at, holiday.name)
            && best.is_none_or(|(held, _)| end > held)
        {
            best = Some((end, index as u16));
        }
    }
    let (end, index) = best?;
    let (year, end) = year_after(r, end).unwrap_or((Year::Missing, end));
    Some(Found::point(end, year, Part::Holiday(index), "date.holiday"))
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
            if r.glued(i + 1) || !r.capital(i + 1) {
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
    match TABLE.get(usize::from(index))?.rule {
        Rule::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Rule::Easter(days) => {
            let sunday = easter(year)?;
            let ordinal = i64::from(sunday.num_days_from_ce()) + days;
            NaiveDate::from_num_days_from_ce_opt(i32::try_from(ordinal).ok()?)
        }
        Rule::Nth(n, day, month) => {
            let weekday = Weekday::try_from(day.checked_sub(1)?).ok()?;
            if n > 0 {
                return NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
            }
            let last = edtf::last_day(year, month)?;
            let back = (7 + last.weekday().num_days_from_monday() - u32::from(day - 1)) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
    }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32)
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
        ] {
            let index = TABLE.iter().position(|h| h.name == name).unwrap();
            assert_eq!(day(index as u16, year).unwrap().to_string(), expected, "{name}");
        }
    }
}
