//! The calendar's own arithmetic: where a part of a year lies, what is some steps away, and what TIMEX3 writes
//! where nothing tells. Never chooses between two readings.

use super::expression::{Part, days_of};
use super::holiday;
use super::stamp::{Grain, Stamp};
use super::word::{Reference, Unit};
use crate::edtf;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The unit some steps from the one a day lies in; none where it lies outside the four-digit years that EDTF writes
/// plainly: "2013 centuries ago" is no date.
pub(super) fn stepped(from: Stamp, unit: Unit, steps: i32) -> Option<Stamp> {
    let day = from.day;
    // Ten million of any unit from a day within the calendar leave it, and overflow nothing on the way.
    let steps = steps.clamp(-10_000_000, 10_000_000);
    let months = |n: i32, grain| {
        let months = Months::new(n.unsigned_abs());
        let moved =
            if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        moved.map(|day| Stamp::new(day, grain))
    };
    let first = |grain| Stamp::new(day, grain).day;
    let stamp = match unit {
        Unit::Day | Unit::Night => Some(Stamp::new(moved(day, i64::from(steps)), Grain::Day)),
        Unit::Week => Some(Stamp::new(moved(day, 7 * i64::from(steps)), Grain::Week)),
        Unit::Fortnight => Some(Stamp::new(moved(day, 14 * i64::from(steps)), Grain::Week)),
        Unit::Weekend => {
            // On a weekday "the weekend" of a report is the one before.
            Some(Stamp::new(moved(day, 7 * i64::from(steps)), Grain::Weekend))
        }
        Unit::Month => months(steps, Grain::Month),
        Unit::Quarter => months(3 * steps, Grain::Quarter),
        Unit::Year => Stamp::year(first(Grain::Year).year() + steps),
        Unit::Decade => Stamp::decade(day.year().div_euclid(10) + steps),
        Unit::Century => {
            let century = day.year().div_euclid(100) + steps;
            let day = NaiveDate::from_ymd_opt(century * 100, 1, 1)?;
            Some(Stamp { day, grain: Grain::Century })
        }
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => None,
    };
    stamp.filter(|stamp| stamp.is_plain(day))
}

pub(super) fn years(day: NaiveDate, steps: i32) -> Option<NaiveDate> {
    day.with_day(1)?.with_year(day.year() + steps)
}

/// A day some days away; the same day where the calendar ends.
pub(super) fn moved(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

/// The place of a part in a year.
pub(super) fn place(part: Part, year: i32) -> Option<Stamp> {
    let month =
        |month: u32, grain| Some(Stamp::new(NaiveDate::from_ymd_opt(year, month, 1)?, grain));
    match part {
        Part::Whole => Stamp::year(year),
        Part::Month(number) => month(u32::from(number), Grain::Month),
        Part::Day(number, day) => {
            let day = NaiveDate::from_ymd_opt(year, u32::from(number), u32::from(day))?;
            Some(Stamp::new(day, Grain::Day))
        }
        Part::LastDay(month) => {
            Some(Stamp::new(edtf::last_day(year, u32::from(month))?, Grain::Day))
        }
        Part::Season(season) => Stamp::season(season, year),
        Part::Quarter(n) => month(u32::from(n.clamp(1, 4)) * 3 - 2, Grain::Quarter),
        Part::Half(n) => month(if n == 1 { 1 } else { 7 }, Grain::Half),
        Part::Week(week) => {
            let day = NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon)?;
            Some(Stamp::new(day, Grain::Week))
        }
        Part::WeekOfMonth(number, n) => week_of_month(year, number, n),
        Part::WeekOfDay(number, day, weekend) => {
            let day = NaiveDate::from_ymd_opt(year, u32::from(number), u32::from(day))?;
            Some(Stamp::new(day, if weekend { Grain::Weekend } else { Grain::Week }))
        }
        Part::Holiday(index) => Some(Stamp::new(holiday::day(index, year)?, Grain::Day)),
        Part::WeekendOf(index) => Some(weekend_at(holiday::day(index, year)?)),
        Part::NthDay(n, weekday, month) => {
            let day = holiday::nth(year, n, weekday, u32::from(month))?;
            Some(Stamp::new(day, Grain::Day))
        }
        Part::Ambiguous(first, second, _) => place(Part::Day(first, second), year),
        Part::Decade(_)
        | Part::Century(_)
        | Part::DayOfMonth(_)
        | Part::WeekdayOfDay(..)
        | Part::WeekdayIn(..)
        | Part::Weekday(_) => None,
    }
}

/// The weekend at a holiday: before a Monday or Tuesday, else that of its week.
fn weekend_at(day: NaiveDate) -> Stamp {
    let early = day.weekday().num_days_from_monday() < 2;
    Stamp::new(moved(day, if early { -7 } else { 0 }), Grain::Weekend)
}

/// The month nearest to an anchor in which a day falls on a weekday, earlier ones first where tense does not speak.
pub(super) fn weekday_of_day(
    weekday: u8,
    day: u8,
    anchor: NaiveDate,
    forward: bool,
) -> Option<Stamp> {
    (0..14u32).find_map(|n| {
        let first = anchor.with_day(1)?;
        let months = Months::new(n);
        let month = if forward {
            first.checked_add_months(months)
        } else {
            first.checked_sub_months(months)
        };
        let day = month?.with_day(u32::from(day))?;
        let falls = day.weekday().number_from_monday() == u32::from(weekday);
        falls.then(|| Stamp::new(day, Grain::Day))
    })
}

/// The nth week of a month that has its Thursday in it; 0 is the last.
fn week_of_month(year: i32, month: u8, n: u8) -> Option<Stamp> {
    let day = if n == 0 {
        let last = edtf::last_day(year, u32::from(month))?;
        moved(last, if last.weekday().num_days_from_monday() < 3 { -7 } else { 0 })
    } else {
        let first = NaiveDate::from_ymd_opt(year, u32::from(month), 4)?;
        moved(first, 7 * (i64::from(n) - 1))
    };
    Some(Stamp::new(day, Grain::Week))
}

/// A decade (`-480` for the 480s BC) or a century (`-400` for the fourth) before Christ, by its first year.
pub(super) fn before_christ(year: i32, grain: Grain) -> Option<Stamp> {
    let first = if grain == Grain::Century { year + 1 } else { year - 8 };
    Some(Stamp { day: NaiveDate::from_ymd_opt(first, 1, 1)?, grain })
}

/// The TIMEX3 value of a part whose year nothing tells.
pub(super) fn open(part: Part) -> String {
    match part {
        Part::Whole | Part::Decade(_) | Part::Century(_) => "XXXX".to_owned(),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::Day(month, day) | Part::Ambiguous(month, day, _) => {
            format!("XXXX-{month:02}-{day:02}")
        }
        // Which day that is in February hangs on the year.
        Part::LastDay(2) => "XXXX-02-XX".to_owned(),
        Part::LastDay(month) => format!("XXXX-{month:02}-{:02}", days_of(month)),
        Part::DayOfMonth(day) | Part::WeekdayOfDay(_, day) => format!("XXXX-XX-{day:02}"),
        Part::Weekday(number) | Part::WeekdayIn(number, ..) => format!("XXXX-WXX-{number}"),
        Part::NthDay(_, _, month) => format!("XXXX-{month:02}-XX"),
        Part::Season(season) => format!("XXXX-{}", season.name()),
        Part::Quarter(n) => format!("XXXX-Q{n}"),
        Part::Half(n) => format!("XXXX-H{n}"),
        Part::Week(week) => format!("XXXX-W{week:02}"),
        Part::WeekOfMonth(..) | Part::WeekOfDay(_, _, false) => "XXXX-WXX".to_owned(),
        Part::WeekOfDay(_, _, true) | Part::WeekendOf(_) => "XXXX-WXX-WE".to_owned(),
        Part::Holiday(index) => match holiday::fixed(index) {
            Some((month, day)) => format!("XXXX-{month:02}-{day:02}"),
            None => "XXXX-XX-XX".to_owned(),
        },
    }
}

pub(super) fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => "XXXX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => "XXXX-XX-XX",
    }
}

pub(super) fn reference(to: Reference) -> &'static str {
    match to {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}
