//! A resolved place on the calendar: its first day and its grain, and how TIMEX3 and EDTF write it.
//! Never chooses between two readings.

use super::word::{Season, Unit};
use crate::edtf::{last_day, monday};
use crate::extract::DateValue;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The size of a calendar place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season(Season),
    /// A winter without its year: it begins in its first December, and TIMEX3 names it by its January.
    Winter,
    Half,
    Year,
    Decade,
    Century,
}

/// A place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its first day.
    pub(super) day: NaiveDate,
    pub(super) grain: Grain,
}

impl Stamp {
    /// Whether it lies in the years that EDTF and TIMEX3 write with four digits, and is counted from its own era:
    /// "5,000 years ago" is no year.
    pub(super) fn is_plain(self, from: NaiveDate) -> bool {
        let year = self.day.year();
        (1..=9999).contains(&year) || from.year() < 1 && (-9900..1).contains(&year)
    }

    pub(super) fn new(day: NaiveDate, grain: Grain) -> Self {
        let day = match grain {
            Grain::Week => monday(day),
            Grain::Weekend => monday(day).checked_add_days(Days::new(5)).unwrap_or(day),
            Grain::Month => day.with_day(1).unwrap_or(day),
            Grain::Quarter => first(day.year(), (day.month0() / 3) * 3 + 1, day),
            Grain::Half => first(day.year(), (day.month0() / 6) * 6 + 1, day),
            Grain::Year => first(day.year(), 1, day),
            Grain::Decade => first(day.year().div_euclid(10) * 10, 1, day),
            Grain::Day | Grain::Season(_) | Grain::Winter | Grain::Century => day,
        };
        Self { day, grain }
    }

    /// The place a document's own date is, of any precision; one that reaches over years is none.
    pub(super) fn of(value: &DateValue) -> Option<Self> {
        let (first, last) = (value.earliest.filter(|_| value.anchored)?, value.latest?);
        let grains = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Half];
        let exact = grains.into_iter().map(|grain| Self::new(first, grain));
        let year = Some(Self::new(first, Grain::Year)).filter(|s| last <= s.last());
        exact.into_iter().find(|s| s.day == first && s.last() == last).or(year)
    }

    /// Whether it lies in another that is larger.
    pub(super) fn within(self, other: Self) -> bool {
        self.day >= other.day && self.last() <= other.last() && self != other
    }

    /// The season of a year; a winter begins in its December.
    pub(super) fn season(season: Season, year: i32) -> Option<Self> {
        let month = match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        };
        let day = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self { day, grain: Grain::Season(season) })
    }

    pub(super) fn year(year: i32) -> Option<Self> {
        Some(Self { day: NaiveDate::from_ymd_opt(year, 1, 1)?, grain: Grain::Year })
    }

    /// A decade by the year without its last digit.
    pub(super) fn decade(decade: i32) -> Option<Self> {
        let day = NaiveDate::from_ymd_opt(decade.checked_mul(10)?, 1, 1)?;
        Some(Self { day, grain: Grain::Decade })
    }

    /// The year of its first day.
    pub(super) fn year_number(self) -> i32 {
        self.day.year()
    }

    /// The last day.
    pub(super) fn last(self) -> NaiveDate {
        let years = |n: i32| last_day(self.day.year() + n - 1, 12);
        let months = |n: u32| {
            let next = self.day.checked_add_months(Months::new(n))?;
            next.checked_sub_days(Days::new(1))
        };
        let end = match self.grain {
            Grain::Day => Some(self.day),
            Grain::Weekend => self.day.checked_add_days(Days::new(1)),
            Grain::Week => self.day.checked_add_days(Days::new(6)),
            Grain::Month => months(1),
            Grain::Quarter | Grain::Season(_) | Grain::Winter => months(3),
            Grain::Half => months(6),
            Grain::Year => years(1),
            Grain::Decade => years(10),
            Grain::Century => years(100),
        };
        end.unwrap_or(self.day)
    }

    /// The TIMEX3 value.
    pub(super) fn timex(self) -> String {
        let day = self.day;
        let year = timex_year(day.year());
        match self.grain {
            Grain::Day => dated(year, &[day.month(), day.day()]),
            Grain::Week => week(day),
            Grain::Weekend => format!("{}-WE", week(day)),
            Grain::Month => dated(year, &[day.month()]),
            Grain::Quarter => format!("{year}-Q{}", day.month0() / 3 + 1),
            Grain::Half => format!("{year}-H{}", day.month0() / 6 + 1),
            Grain::Season(season) => format!("{year}-{}", season.name()),
            Grain::Winter => format!("{}-WI", timex_year(day.year() + 1)),
            Grain::Year => year,
            Grain::Decade => cut(day.year(), &year, 1),
            Grain::Century => cut(day.year(), &year, 2),
        }
    }

    /// The EDTF value: level 1, weeks and quarters as intervals of days and months.
    pub(super) fn edtf(self) -> String {
        let year = edtf_year(self.day.year());
        let month = |day: NaiveDate| dated(edtf_year(day.year()), &[day.month()]);
        let whole = |day: NaiveDate| dated(edtf_year(day.year()), &[day.month(), day.day()]);
        let plain = self.day.year() >= 0;
        match self.grain {
            Grain::Day => whole(self.day),
            Grain::Week | Grain::Weekend => format!("{}/{}", whole(self.day), whole(self.last())),
            Grain::Month => month(self.day),
            Grain::Quarter | Grain::Half => format!("{}/{}", month(self.day), month(self.last())),
            Grain::Season(season) => format!("{year}-{}", season as u8 + 21),
            Grain::Winter => format!("{year}-24"),
            Grain::Year => year,
            Grain::Decade if plain => format!("{}X", year.get(..3).unwrap_or_default()),
            Grain::Century if plain => format!("{}XX", year.get(..2).unwrap_or_default()),
            Grain::Decade | Grain::Century => {
                format!("{year}/{}", edtf_year(self.last().year()))
            }
        }
    }

    /// The calendar reading.
    pub(super) fn value(self) -> DateValue {
        DateValue {
            edtf: self.edtf(),
            earliest: Some(self.day),
            latest: Some(self.last()),
            anchored: true,
        }
    }
}

fn first(year: i32, month: u32, otherwise: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(otherwise)
}

/// A year with the numbers of its parts behind it, two digits each.
fn dated(mut year: String, parts: &[u32]) -> String {
    for part in parts {
        year.push('-');
        digits(&mut year, *part, 10);
    }
    year
}

/// Four digits; more where the number has more.
fn four(number: i32) -> String {
    let mut written = String::with_capacity(12);
    match u32::try_from(number) {
        Ok(number @ 0..=9999) => digits(&mut written, number, 1000),
        _ => written.push_str(&number.to_string()),
    }
    written
}

/// Writes the digits of a number, from that of the given place down.
fn digits(written: &mut String, number: u32, mut place: u32) {
    while place > 0 {
        written.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

/// A year as TIMEX3 writes it: 1 BC is year 0 here.
fn timex_year(year: i32) -> String {
    if year > 0 { four(year) } else { format!("BC{}", four(1 - year)) }
}

/// A year as EDTF writes it.
fn edtf_year(year: i32) -> String {
    if year >= 0 { four(year) } else { format!("-{}", four(-year)) }
}

/// A year's first digits. Before Christ the decade of 479 to 470 is BC047.
fn cut(year: i32, written: &str, digits: usize) -> String {
    if year >= 0 {
        return format!("{year:04}").get(..4 - digits).unwrap_or(written).to_owned();
    }
    let last = if digits == 1 { 1 - (year + 9) } else { 1 - (year + 99) };
    let (size, width) = if digits == 1 { (10, 3) } else { (100, 2) };
    format!("BC{:0width$}", last.max(0) / size)
}

fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", timex_year(week.year()), week.week())
}

/// Whether a unit is no finer than a grain.
pub(super) fn fits(unit: Unit, grain: Grain) -> bool {
    let least = match grain {
        Grain::Day => Unit::Day,
        Grain::Weekend | Grain::Week => Unit::Week,
        Grain::Month => Unit::Month,
        Grain::Quarter => Unit::Quarter,
        Grain::Season(_) | Grain::Winter | Grain::Half | Grain::Year => Unit::Year,
        Grain::Decade => Unit::Decade,
        Grain::Century => Unit::Century,
    };
    unit >= least
}

/// Whether a unit is too fine to be counted from something of this grain.
pub(super) fn finer(unit: Unit, grain: Grain) -> bool {
    match grain {
        Grain::Day | Grain::Weekend | Grain::Week => false,
        Grain::Month => unit < Unit::Week,
        Grain::Quarter | Grain::Season(_) | Grain::Winter | Grain::Half | Grain::Year => {
            unit < Unit::Quarter
        }
        Grain::Decade | Grain::Century => unit < Unit::Decade,
    }
}
