//! Reads a range of days as an analyst types it: "2025", "april 2025", "2018..2022", "since 2020", EDTF.
//! Typed text comes in, a first and a last day go out, or a sentence that says what was not understood.
//! Never guesses: "2021-22" is refused, not read as a month or as two years.

use crate::model::Day;
use chrono::{Days, Months, NaiveDate};
use std::fmt;

/// A range of days, as typed and as meant; an item matches when its bounds overlap it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRange {
    /// As typed: "2025", "2018..2022", "since 2020".
    pub typed: String,
    /// First day; [`Day::MIN`] where it has no start.
    pub earliest: Day,
    /// Last day; [`Day::MAX`] where it has no end.
    pub latest: Day,
}

/// First and last day, each open where it is `None`.
type Bounds = (Option<NaiveDate>, Option<NaiveDate>);

impl DateRange {
    /// Reads what was typed: a day, month, quarter, year, decade or century (`2025-04-25`, `25 april 2025`,
    /// `2025-Q2`, `1990s`, `199X`), a range of them (`2018..2022`, `2018-2022`, `2018/2022`, `from 2018 to 2022`), or
    /// one open end (`since 2020`, `after 2020`, `until 2019`, `before 2019`, `2018/..`).
    ///
    /// # Errors
    /// A sentence that names the part that was not understood and shows what is.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
        let (earliest, latest) = bounds(&words.join(" "))?;
        if let (Some(first), Some(last)) = (earliest, latest)
            && first > last
        {
            return Err(format!("{:?} ends before it starts", typed.trim()));
        }
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Self { typed, earliest: Day::earliest(earliest), latest: Day::latest(latest) })
    }

    /// Whether an item with these bounds has a day in common with the range.
    pub fn overlaps(&self, earliest: Day, latest: Day) -> bool {
        earliest <= self.latest && self.earliest <= latest
    }
}

/// As typed.
impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

fn bounds(text: &str) -> Result<Bounds, String> {
    for (word, open) in OPEN {
        let Some(rest) = text.strip_prefix(word) else { continue };
        let symbol = !word.ends_with(' ');
        let rest = rest.trim_start();
        if let Some((from, to)) = open.range.then(|| two(rest)).flatten() {
            return range(from, to);
        }
        let (first, last) = point(rest)?;
        let day_before = || first.checked_sub_days(Days::new(1));
        let day_after = || last.checked_add_days(Days::new(1));
        debug_assert!(symbol || word.ends_with(' '));
        return Ok(match open.side {
            Side::Since => (Some(first), None),
            Side::After => (day_after(), None),
            Side::Until => (None, Some(last)),
            Side::Before => (None, day_before()),
        });
    }
    match two(text) {
        Some((from, to)) => range(from, to),
        None => point(text).map(|(first, last)| (Some(first), Some(last))),
    }
}

enum Side {
    Since,
    After,
    Until,
    Before,
}

struct Open {
    side: Side,
    /// Whether two dates may follow: "from 2018 to 2022".
    range: bool,
}

/// The words and signs that open one end. Longer ones first.
const OPEN: [(&str, Open); 14] = [
    (">=", Open { side: Side::Since, range: false }),
    ("<=", Open { side: Side::Until, range: false }),
    (">", Open { side: Side::After, range: false }),
    ("<", Open { side: Side::Before, range: false }),
    ("since ", Open { side: Side::Since, range: false }),
    ("from ", Open { side: Side::Since, range: true }),
    ("between ", Open { side: Side::Since, range: true }),
    ("after ", Open { side: Side::After, range: false }),
    ("until ", Open { side: Side::Until, range: false }),
    ("till ", Open { side: Side::Until, range: false }),
    ("to ", Open { side: Side::Until, range: false }),
    ("by ", Open { side: Side::Until, range: false }),
    ("through ", Open { side: Side::Until, range: false }),
    ("before ", Open { side: Side::Before, range: false }),
];

/// The two ends of a range, either of which may be empty.
fn two(text: &str) -> Option<(&str, &str)> {
    for sign in ["..", "/", "–", "—", " - ", " to ", " until ", " till ", " through ", " and "]
    {
        // An EDTF interval may have an open end of its own: "2018/..".
        if let Some((from, to)) = text.split_once('/').filter(|_| sign == "..") {
            return Some((from.trim(), to.trim()));
        }
        if let Some((from, to)) = text.split_once(sign) {
            return Some((from.trim(), to.trim()));
        }
    }
    let (from, to) = text.split_once('-')?;
    let year = |t: &str| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit());
    (year(from) && year(to)).then_some((from, to))
}

fn range(from: &str, to: &str) -> Result<Bounds, String> {
    let open = |text: &str| text.is_empty() || text == "..";
    let end = |text: &str| if open(text) { Ok(None) } else { point(text).map(Some) };
    if open(from) && open(to) {
        return Err(unread(""));
    }
    Ok((end(from)?.map(|(first, _)| first), end(to)?.map(|(_, last)| last)))
}

/// One day, month, quarter, half, year, decade or century: its first and last day.
fn point(text: &str) -> Result<(NaiveDate, NaiveDate), String> {
    let plain = text.trim_end_matches(['~', '?', '%']);
    numeric(plain).or_else(|| named(plain)).ok_or_else(|| unread(text))
}

fn unread(text: &str) -> String {
    if text.is_empty() {
        return "a date is missing: type 2025, 2018..2022 or since 2020".to_owned();
    }
    format!("{text:?} is no date: type 2025, 2025-04, 25 april 2025, 2018..2022 or since 2020")
}

/// `2025`, `2025-04`, `2025-04-25`, `2025-q2`, `199x`, `1990s`, `19xx`.
fn numeric(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts = text.split('-');
    let year = parts.next()?;
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(month) = month else { return years(year) };
    let year = digits(year, 4)? as i32;
    if let Some(quarter) = month.strip_prefix('q') {
        let quarter = digits(quarter, 1).filter(|q| (1..=4).contains(q) && day.is_none())?;
        return months(year, quarter * 3 - 2, 3);
    }
    let month = digits(month, 2)?;
    let Some(day) = day else { return months(year, month, 1) };
    NaiveDate::from_ymd_opt(year, month, digits(day, 2)?).map(|date| (date, date))
}

fn years(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let decade = text.strip_suffix("0s").or_else(|| text.strip_suffix('x'));
    let (first, count) = match decade {
        Some(head) => match head.strip_suffix('x') {
            Some(head) => (digits(head, 2)? * 100, 100),
            None => (digits(head, 3)? * 10, 10),
        },
        None => (digits(text, 4)?, 1),
    };
    months(first as i32, 1, count * 12)
}

/// "april 2025", "25 april 2025", "april 25, 2025", "q2 2025", "2025 april".
fn named(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let text = text.replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "of").collect();
    let at = words.iter().position(|word| digits(word, 4).is_some())?;
    let year = digits(words.get(at)?, 4)? as i32;
    let others: Vec<&str> =
        words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| *w).collect();
    if let [quarter] = others.as_slice()
        && let Some(number) = quarter.strip_prefix('q')
    {
        let number = digits(number, 1).filter(|q| (1..=4).contains(q))?;
        return months(year, number * 3 - 2, 3);
    }
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = word.get(digits.len()..).unwrap_or_default();
        let ordinal = matches!(ending, "" | "st" | "nd" | "rd" | "th");
        digits.parse::<u32>().ok().filter(|_| ordinal && digits.len() <= 2)
    };
    let day = match others.as_slice() {
        [name] => return months(year, month(name)?, 1),
        [day, name] if month(name).is_some() => number(day).zip(month(name)),
        [name, day] => number(day).zip(month(name)),
        _ => None,
    };
    let (day, month) = day?;
    NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, date))
}

/// The number of a month by its English name or the first three letters of it, or more.
fn month(name: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let name = name.trim_end_matches('.');
    let long = name.len() >= 3;
    NAMES.iter().position(|full| long && full.starts_with(name)).map(|at| at as u32 + 1)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let all = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

fn months(year: i32, month: u32, count: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(count))?.pred_opt()?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pretty_assertions::assert_eq;

    fn show(typed: &str) -> String {
        let day = |d: Day| d.date().map_or("..".to_owned(), |d| d.to_string());
        DateRange::parse(typed)
            .map_or_else(|e| e, |r| format!("{} {}", day(r.earliest), day(r.latest)))
    }

    #[test]
    fn what_analysts_type_is_understood() {
        for (typed, expected) in [
            ("2025", "2025-01-01 2025-12-31"),
            ("2025-04", "2025-04-01 2025-04-30"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2025-04-25", "2025-04-25 2025-04-25"),
            ("April 2025", "2025-04-01 2025-04-30"),
            ("sept. 2025", "2025-09-01 2025-09-30"),
            ("25 april 2025", "2025-04-25 2025-04-25"),
            ("April 25th, 2025", "2025-04-25 2025-04-25"),
            ("2025-Q2", "2025-04-01 2025-06-30"),
            ("q4 2024", "2024-10-01 2024-12-31"),
            ("199X", "1990-01-01 1999-12-31"),
            ("1990s", "1990-01-01 1999-12-31"),
            ("19XX", "1900-01-01 1999-12-31"),
            ("2018..2022", "2018-01-01 2022-12-31"),
            ("2018-2022", "2018-01-01 2022-12-31"),
            ("2018–2022", "2018-01-01 2022-12-31"),
            ("2018 - 2022", "2018-01-01 2022-12-31"),
            ("2018/2022", "2018-01-01 2022-12-31"),
            ("2018-03/2022-04-05", "2018-03-01 2022-04-05"),
            ("march 2018 to may 2019", "2018-03-01 2019-05-31"),
            ("from 2018 to 2022", "2018-01-01 2022-12-31"),
            ("between 2018 and 2022", "2018-01-01 2022-12-31"),
            ("2018/..", "2018-01-01 .."),
            ("2018/", "2018-01-01 .."),
            ("../2018", ".. 2018-12-31"),
            ("2018..", "2018-01-01 .."),
            ("..2018", ".. 2018-12-31"),
            ("since 2020", "2020-01-01 .."),
            ("from 2020", "2020-01-01 .."),
            ("Since  April 2020", "2020-04-01 .."),
            ("after 2020", "2021-01-01 .."),
            ("until 2019", ".. 2019-12-31"),
            ("before 2019", ".. 2018-12-31"),
            (">2020", "2021-01-01 .."),
            (">= 2020", "2020-01-01 .."),
            ("<2019-05", ".. 2019-04-30"),
            ("2005~", "2005-01-01 2005-12-31"),
        ] {
            assert_eq!(show(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_by_name() {
        for (typed, part) in [
            ("", "missing"),
            ("..", "missing"),
            ("since", "\"since\""),
            ("2025-13", "2025-13"),
            ("2025-02-30", "2025-02-30"),
            ("2021-22", "2021-22"),
            ("soon", "soon"),
            ("2022..2018", "ends before"),
            ("2018..soon", "\"soon\""),
            ("april", "april"),
            ("25", "25"),
            ("99999", "99999"),
        ] {
            let said = DateRange::parse(typed).unwrap_err();
            assert!(said.contains(part), "{typed}: {said}");
        }
    }

    proptest::proptest! {
        #[test]
        fn anything_typed_is_read_or_refused_without_a_panic(typed in r"[0-9a-zé./ \-–~XQ<>=]{0,20}") {
            if let Ok(range) = DateRange::parse(&typed) {
                proptest::prop_assert!(range.earliest <= range.latest);
            }
        }
    }
}
