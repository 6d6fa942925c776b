//! A date as files write it in fields of their own in; the day as EDTF has it out. Never reads prose.

/// The day of a date in a metadata field: ISO 8601 with or without a time, `20 November 2019`, `Nov. 20, 2019`, a mail's
/// date. A field that names a month or a year only gives that. The day is the one that is written, whatever the zone.
pub(super) fn day(field: &str) -> Option<String> {
    let field = field.trim();
    let edtf = iso(field).or_else(|| worded(field))?;
    crate::edtf::bounds(&edtf).map(|_| edtf)
}

fn iso(field: &str) -> Option<String> {
    let date = field.split(['T', ' ', 't']).next()?.replace(['/', '.'], "-");
    let mut parts = date.split('-');
    let year = parts.next()?;
    let number = |part: &str, most: u32| {
        let two = !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|n| two && (1..=most).contains(n))
    };
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if year.len() == 8 && parts.next().is_none() {
        let (year, month, day) = (year.get(..4)?, year.get(4..6)?, year.get(6..)?);
        return Some(format!("{year}-{:02}-{:02}", number(month, 12)?, number(day, 31)?));
    }
    let year = Some(year).filter(|y| y.len() == 4 && ("1000".."2200").contains(y))?;
    let Some(month) = parts.next() else { return Some(year.to_owned()) };
    let month = number(month, 12)?;
    let Some(day) = parts.next() else { return Some(format!("{year}-{month:02}")) };
    Some(format!("{year}-{month:02}-{:02}", number(day, 31)?))
}

/// A date with its month in English words.
fn worded(field: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words = field.split(|c: char| !c.is_alphanumeric() && c != ':').filter(|w| !w.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words.take(8) {
        let lower = word.to_lowercase();
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let named = MONTHS.iter().position(|m| lower.starts_with(m)).filter(|_| digits.is_empty());
        match digits.parse::<u32>() {
            Ok(n) if digits.len() == 4 && (1000..2200).contains(&n) => year = year.or(Some(n)),
            Ok(n) if digits.len() <= 2 && (1..=31).contains(&n) => day = day.or(Some(n)),
            _ => month = month.or(named.map(|m| m + 1)),
        }
    }
    match (year?, month?, day) {
        (year, month, Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
        (year, month, None) => Some(format!("{year:04}-{month:02}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_gives_its_day() {
        for (field, expected) in [
            ("2019-11-20T23:30:00-05:00", Some("2019-11-20")),
            ("2019-11-20 06:00", Some("2019-11-20")),
            (" 20191120 ", Some("2019-11-20")),
            ("2019/1/2", Some("2019-01-02")),
            ("2019-11", Some("2019-11")),
            ("2019", Some("2019")),
            ("November 20, 2019 6:00 am", Some("2019-11-20")),
            ("Wed, 20 Nov 2019 23:30:00 -0500", Some("2019-11-20")),
            ("20th Sept. 2019", Some("2019-09-20")),
            ("2019-02-31", None),
            ("1574230000", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(day(field).as_deref(), expected, "{field}");
        }
    }
}
