//! Reads EDTF: in comes a value of level 0 or 1 (and the seasons and quarters of level 2), out come its first and
//! last day. Refuses what the standard refuses; never guesses an order of day and month.

use chrono::{Datelike, Days, NaiveDate};

/// First and last day; `None` on a side that has no end.
pub type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

/// Reads an EDTF value into its first and last day; `None` on either side where the interval is open or unknown,
/// and `None` in all where it is no EDTF.
///
/// Understood are days, months, years, intervals (`1964/2008`, open `2004/..`, unknown `/1985`), unspecified
/// digits from the right (`199X`, `2004-XX`, `1985-04-XX`), seasons 21 to 24, quarters 33 to 36, the qualifiers
/// `?`, `~` and `%`, and long years (`Y170000002`). Seasons are those of the northern hemisphere by whole months.
/// Source: Library of Congress, Extended Date/Time Format, 4 February 2019.
///
/// ```
/// # use bluf::edtf::bounds;
/// let (first, last) = bounds("2016-02").unwrap();
/// assert_eq!(first.unwrap().to_string(), "2016-02-01");
/// assert_eq!(last.unwrap().to_string(), "2016-02-29");
/// assert!(bounds("2016-02-30").is_none());
/// ```
pub fn bounds(edtf: &str) -> Option<Bounds> {
    match edtf.split_once('/') {
        None => point(edtf),
        Some((first, last)) => {
            if last.contains('/') || (open(first) && open(last)) {
                return None;
            }
            let earliest = if open(first) { None } else { point(first)?.0 };
            let latest = if open(last) { None } else { point(last)?.1 };
            let ordered = !matches!((earliest, latest), (Some(a), Some(b)) if a > b);
            ordered.then_some((earliest, latest))
        }
    }
}

/// An end that is open (`..`) or unknown (nothing).
fn open(end: &str) -> bool {
    end.is_empty() || end == ".."
}

fn point(value: &str) -> Option<Bounds> {
    let value = value.strip_suffix(['?', '~', '%']).unwrap_or(value);
    if let Some(long) = value.strip_prefix('Y') {
        let digits = long.strip_prefix('-').unwrap_or(long);
        let shape = digits.len() > 4 && digits.bytes().all(|b| b.is_ascii_digit());
        return shape.then_some((None, None));
    }
    let (sign, rest) = value.strip_prefix('-').map_or((1, value), |rest| (-1, rest));
    let mut parts = rest.split('-');
    let year = parts.next()?;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (low, high) = unspecified(year)?;
    let (from, to) = if sign < 0 { (-high, -low) } else { (low, high) };
    match (month, day) {
        (None, None) if year == "XXXX" => Some((None, None)),
        (None, None) => Some((first_day(from, 1), last_day(to, 12))),
        (Some("XX"), None | Some("XX")) => {
            if year == "XXXX" {
                return Some((None, None));
            }
            Some((first_day(from, 1), last_day(to, 12)))
        }
        (Some(month), day) => {
            let month = two(month)?;
            if year == "XXXX" {
                return known_month(month, day).then_some((None, None));
            }
            if year.contains('X') {
                return None;
            }
            in_month(from, month, day)
        }
        (None, Some(_)) => None,
    }
}

/// Whether a month and day of no known year can be: `XXXX-04-25`.
fn known_month(month: u32, day: Option<&str>) -> bool {
    match day {
        None => season_months(month).is_some() || (1..=12).contains(&month),
        Some("XX") => (1..=12).contains(&month),
        Some(day) => two(day).is_some_and(|d| NaiveDate::from_ymd_opt(2000, month, d).is_some()),
    }
}

fn in_month(year: i32, month: u32, day: Option<&str>) -> Option<Bounds> {
    if let Some((from, to)) = season_months(month) {
        let ends = if to < from { year.checked_add(1)? } else { year };
        return day.is_none().then(|| (first_day(year, from), last_day(ends, to)));
    }
    if !(1..=12).contains(&month) {
        return None;
    }
    match day {
        None | Some("XX") => Some((first_day(year, month), last_day(year, month))),
        Some(day) => {
            let day = NaiveDate::from_ymd_opt(year, month, two(day)?)?;
            Some((Some(day), Some(day)))
        }
    }
}

/// First and last month of the seasons 21 to 24 and the quarters 33 to 36.
fn season_months(code: u32) -> Option<(u32, u32)> {
    Some(match code {
        21 => (3, 5),
        22 => (6, 8),
        23 => (9, 11),
        24 => (12, 2),
        33 => (1, 3),
        34 => (4, 6),
        35 => (7, 9),
        36 => (10, 12),
        40 => (1, 6),
        41 => (7, 12),
        _ => return None,
    })
}

/// The lowest and highest year that four digits, the last of them perhaps `X`, can mean.
fn unspecified(year: &str) -> Option<(i32, i32)> {
    let known = year.trim_end_matches('X');
    if !known.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let low = format!("{known:0<4}").parse().ok()?;
    let high = format!("{known:9<4}").parse().ok()?;
    Some((low, high))
}

fn two(part: &str) -> Option<u32> {
    let shape = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    shape.then(|| part.parse().ok()).flatten()
}

fn first_day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// The last day of a month, which runs from 1 to 12.
pub fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_sub_days(Days::new(1))
}

/// The Monday of the week a day lies in.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let back = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(edtf: &str) -> String {
        let day = |d: Option<NaiveDate>| d.map_or("..".to_owned(), |d| d.to_string());
        bounds(edtf).map_or("none".to_owned(), |(a, b)| format!("{} {}", day(a), day(b)))
    }

    #[test]
    fn values_have_their_first_and_last_day() {
        for (edtf, expected) in [
            ("1985-04-12", "1985-04-12 1985-04-12"),
            ("2016-02", "2016-02-01 2016-02-29"),
            ("1985", "1985-01-01 1985-12-31"),
            ("199X", "1990-01-01 1999-12-31"),
            ("19XX", "1900-01-01 1999-12-31"),
            ("2004-XX", "2004-01-01 2004-12-31"),
            ("1985-04-XX", "1985-04-01 1985-04-30"),
            ("1985-XX-XX", "1985-01-01 1985-12-31"),
            ("XXXX", ".. .."),
            ("XXXX-04-25", ".. .."),
            ("1964/2008", "1964-01-01 2008-12-31"),
            ("2004-02-01/2005-02", "2004-02-01 2005-02-28"),
            ("2018/..", "2018-01-01 .."),
            ("2018/", "2018-01-01 .."),
            ("/2029", ".. 2029-12-31"),
            ("../1985", ".. 1985-12-31"),
            ("1984?/2004-06~", "1984-01-01 2004-06-30"),
            ("2001-21", "2001-03-01 2001-05-31"),
            ("2001-24", "2001-12-01 2002-02-28"),
            ("2016-34", "2016-04-01 2016-06-30"),
            ("1984-06%", "1984-06-01 1984-06-30"),
            ("-0218", "-0218-01-01 -0218-12-31"),
            ("Y170000002", ".. .."),
        ] {
            assert_eq!(shown(edtf), expected, "{edtf}");
        }
    }

    #[test]
    fn what_is_no_edtf_is_refused() {
        for edtf in [
            "",
            "2016-13",
            "2016-00",
            "2016-02-30",
            "2016-04-31",
            "20250426",
            "2016-2X-XX",
            "2016-XX-32",
            "Y9999",
            "[1999}",
            "2025/2018",
            "/",
            "../..",
            "1/2",
            "2016-1",
            "2016-01-1",
            "04",
            "2016-04-25-01",
            "today",
            "2018..2022",
            "X999",
            "199x",
        ] {
            assert_eq!(bounds(edtf), None, "{edtf}");
        }
    }
}
