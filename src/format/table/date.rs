//! A date as a table has it in; the same as EDTF out, as exact as the table says it is. Never guesses which of two small
//! numbers is the month.

use crate::edtf::bounds;
use chrono::{Datelike, NaiveDate};

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exact {
    /// To the day, or whatever the two dates say.
    Day,
    /// About the day.
    About,
    /// To the days between the two dates.
    Days,
    /// To the month.
    Month,
    /// To the year or less.
    Year,
}

/// A date, or the span between two, as EDTF; `None` where it is no date.
pub(super) fn edtf(start: &str, end: &str, exact: Exact) -> Option<String> {
    let start = start.trim();
    let Some(first) = day(start) else {
        return bounds(start).map(|_| start.to_owned());
    };
    let last = day(end.trim()).filter(|last| *last >= first).unwrap_or(first);
    let year = first.year() == last.year();
    let month = year && first.month() == last.month();
    let between = |form: &str| {
        let (from, to) = (first.format(form).to_string(), last.format(form).to_string());
        if from == to { from } else { format!("{from}/{to}") }
    };
    Some(match exact {
        Exact::Month if month => first.format("%Y-%m").to_string(),
        Exact::Month => between("%Y-%m"),
        Exact::Year => between("%Y"),
        Exact::About => format!("{first}~"),
        Exact::Day | Exact::Days => between("%Y-%m-%d"),
    })
}

/// A day in one of the ways that tables write it.
fn day(words: &str) -> Option<NaiveDate> {
    let plain = |words: &str| {
        let forms =
            ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y"];
        forms.iter().find_map(|form| NaiveDate::parse_from_str(words, form).ok())
    };
    let fits = |d: &NaiveDate| (1..=9999).contains(&d.year());
    if words.len() == 8 && words.bytes().all(|b| b.is_ascii_digit()) {
        return NaiveDate::parse_from_str(words, "%Y%m%d").ok().filter(fits);
    }
    let whole = plain(words).or_else(|| {
        // "2019-03-04 00:00:00.000", "2019-03-04T10:00:00Z"
        let (date, time) = words.split_at_checked(10)?;
        time.starts_with(['T', ' ']).then(|| plain(date)).flatten()
    });
    whole.or_else(|| numbers(words)).filter(fits)
}

/// "14/3/2019", "3.14.2019": where one of the two can only be the day.
fn numbers(words: &str) -> Option<NaiveDate> {
    let words = words.split(' ').next()?;
    let parts: Option<Vec<u32>> = words.split(['/', '.', '-']).map(|p| p.parse().ok()).collect();
    let [a, b, year @ 1000..=9999] = *parts?.as_slice() else { return None };
    let (day, month) = match (a > 12, b > 12) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ if a == b => (a, b),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_the_table_says() {
        for (start, end, exact, expected) in [
            ("20240131", "", Exact::Day, Some("2024-01-31")),
            ("31 January 2024", "", Exact::Day, Some("2024-01-31")),
            ("2019-03-04 00:00:00.000", "2019-03-04 00:00:00.000", Exact::Day, Some("2019-03-04")),
            ("2019-03-04", "2019-03-08", Exact::Days, Some("2019-03-04/2019-03-08")),
            ("2019-03-01", "2019-03-31", Exact::Month, Some("2019-03")),
            ("2019-03-01", "2019-05-31", Exact::Month, Some("2019-03/2019-05")),
            ("2019-01-01", "2019-12-31", Exact::Year, Some("2019")),
            ("2019-03-04", "", Exact::About, Some("2019-03-04~")),
            ("2004-XX", "", Exact::Day, Some("2004-XX")),
            ("14/3/2019", "", Exact::Day, Some("2019-03-14")),
            ("3/4/2019", "", Exact::Day, None),
            ("00000000", "", Exact::Day, None),
            ("soon", "", Exact::Day, None),
            ("é2019-03-0", "", Exact::Day, None),
        ] {
            assert_eq!(edtf(start, end, exact).as_deref(), expected, "{start}");
            assert!(expected.is_none_or(|e| bounds(e).is_some()), "{start}");
        }
    }
}
