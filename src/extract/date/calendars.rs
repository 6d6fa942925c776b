//! The calendars that holidays follow: in comes a year, out come the days on which Easter, Rosh Hashanah and the first
//! days of Islamic months fall. Never reads a name.

use chrono::{Datelike, NaiveDate};

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15).rem_euclid(30);
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32)
}

/// Easter Sunday of the Eastern churches, on the Gregorian calendar (Meeus).
pub(super) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (four, seven, golden) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let moon = (19 * golden + 15).rem_euclid(30);
    let sunday = (2 * four + 4 * seven - moon + 34).rem_euclid(7);
    let days = moon + sunday + 114;
    let julian = NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32)?;
    let behind = year.div_euclid(100) - year.div_euclid(400) - 2;
    later(julian, i64::from(behind))
}

/// Rosh Hashanah, which falls in September or October of a year.
pub(super) fn rosh_hashanah(year: i32) -> Option<NaiveDate> {
    new_year(i64::from(year) + 3761)
}

/// The first day of Hanukkah: the 25th of Kislev, a day later where the month before has thirty.
pub(super) fn hanukkah(year: i32) -> Option<NaiveDate> {
    let first = rosh_hashanah(year)?;
    let length = (rosh_hashanah(year.checked_add(1)?)? - first).num_days();
    later(first, if length % 10 == 5 { 84 } else { 83 })
}

/// The first day of a year of the Hebrew calendar (Reingold and Dershowitz).
fn new_year(hebrew: i64) -> Option<NaiveDate> {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        day + i64::from((3 * (day + 1)).rem_euclid(7) < 3)
    };
    let (before, this, next) = (elapsed(hebrew - 1), elapsed(hebrew), elapsed(hebrew + 1));
    let put_off = if next - this == 356 { 2 } else { i64::from(this - before == 382) };
    let day = -1_373_427 + this + put_off;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

/// A day of the tabular Islamic calendar in a year of ours, the first where there are two.
pub(super) fn islamic(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let near = (i64::from(year) - 622) * 33 / 32;
    (near - 1..=near + 2).find_map(|hijri| {
        let months = 29 * (i64::from(month) - 1) + i64::from(month) / 2;
        let days = i64::from(day) + months + (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
        let found = NaiveDate::from_num_days_from_ce_opt(i32::try_from(days + 227_014).ok()?)?;
        (found.year() == year).then_some(found)
    })
}

/// A day some days later or earlier.
pub(super) fn later(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let number = i64::from(day.num_days_from_ce()) + days;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(number).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendars_agree_with_the_almanac() {
        let shown = |day: Option<NaiveDate>| day.unwrap().to_string();
        assert_eq!(shown(easter(2025)), "2025-04-20");
        assert_eq!(shown(orthodox_easter(2024)), "2024-05-05");
        assert_eq!(shown(orthodox_easter(2025)), "2025-04-20");
        assert_eq!(shown(rosh_hashanah(2023)), "2023-09-16");
        assert_eq!(shown(rosh_hashanah(2024)), "2024-10-03");
        assert_eq!(shown(hanukkah(2023)), "2023-12-08");
        assert_eq!(shown(hanukkah(2024)), "2024-12-26");
        assert_eq!(shown(later(rosh_hashanah(2023).unwrap(), -163)), "2023-04-06");
        assert_eq!(shown(islamic(2024, 10, 1)), "2024-04-10");
        assert_eq!(shown(islamic(2025, 12, 10)), "2025-06-07");
    }
}
