//! Short words for what is shown: dates with their precision, types, countries, the lens itself.

use crate::extract::country::Country;
use crate::extract::{Mode, Via};
use crate::model::{Corpus, Document, Event};
use crate::text::Furniture;

pub use crate::query::counts::counted as count;

/// An event's date as precise as it is: "2025-04-25", "2011–2012", "since 2018", "undated".
pub fn date(corpus: &Corpus, event: &Event) -> String {
    edtf(corpus.string(event.edtf))
}

/// A document's title, or its file's name where it has none.
pub fn document(document: &Document) -> &str {
    document.title().filter(|t| !t.is_empty()).unwrap_or_else(|| document.name())
}

/// An EDTF value in words as short as it can be read.
pub fn edtf(value: &str) -> String {
    match value.split_once('/') {
        Some(("" | "..", "" | "..")) => "undated".into(),
        Some((from, "" | "..")) => format!("since {}", point(from)),
        Some(("" | "..", to)) => format!("until {}", point(to)),
        Some((from, to)) => format!("{}–{}", point(from), ending(from, to)),
        None => point(value),
    }
}

/// One point: "c." for what is approximate, a decade as "1990s".
fn point(value: &str) -> String {
    let exact = value.trim_end_matches(['~', '?', '%']);
    let about = if exact.len() < value.len() { "c. " } else { "" };
    // "XXXX-04-25" is a day of a year that nobody told.
    if let Some(day) = exact.strip_prefix("XXXX") {
        let told = day.contains(|c: char| c.is_ascii_digit());
        return if told { format!("????{day}") } else { "undated".into() };
    }
    match exact.strip_suffix('X').filter(|d| d.len() == 3 && d.bytes().all(|b| b.is_ascii_digit()))
    {
        Some(decade) => format!("{about}{decade}0s"),
        None => format!("{about}{exact}"),
    }
}

/// The end of a range without what it shares with the beginning: "2025-03–04".
fn ending(from: &str, to: &str) -> String {
    let shared = from.len() == to.len() && !from.contains(['~', '?', '%', 'X']);
    for cut in [8, 5] {
        if shared && from.len() > cut && from.get(..cut) == to.get(..cut) {
            return point(to.get(cut..).unwrap_or(to));
        }
    }
    point(to)
}

/// The mark of an event that is not told as past: `»` planned, `?` supposed, `¬` denied.
pub fn mode_mark(mode: Mode) -> &'static str {
    match mode {
        Mode::Historical => " ",
        Mode::Planned => "»",
        Mode::Hypothetical => "?",
        Mode::Negated => "¬",
    }
}

/// How old something is today, in days: "9.9 years old today", "12 days ahead of today".
pub fn age(days: i64) -> String {
    let length = match days.unsigned_abs() {
        days @ 0..60 => count(usize::try_from(days).unwrap_or(usize::MAX), "day"),
        days @ 60..700 => format!("{} months", days / 30),
        days => format!("{:.1} years", days as f64 / 365.25),
    };
    if days < 0 { format!("{length} ahead of today") } else { format!("{length} old today") }
}

/// A size: "812 B", "7.3 MB"; thousands are decimal.
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.1} GB", bytes as f64 / 1e9),
    }
}

/// A number in digits, thousands parted: "2,700,000", "0.25".
pub fn number(value: f64) -> String {
    let digits = value.abs().to_string();
    let (whole, rest) = digits.split_once('.').map_or((digits.as_str(), ""), |parts| parts);
    let mut parted = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            parted.push(',');
        }
        parted.push(c);
    }
    let sign = if value < 0.0 { "−" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{parted}{point}{rest}")
}

/// A computed number, rounded to what can be taken in: three digits, or whole where it is larger.
pub fn computed(value: f64) -> String {
    let scale = match value.abs() {
        100.0.. => 1.0,
        10.0.. => 10.0,
        1.0.. => 100.0,
        _ => 1000.0,
    };
    number((value * scale).round() / scale)
}

/// The mark of a qualifier before a number: "≥".
pub fn bound(qualifier: &str) -> &'static str {
    match qualifier {
        ">" => ">",
        "<" => "<",
        ">=" => "≥",
        "<=" => "≤",
        "~" => "~",
        _ => "",
    }
}

/// The word for a kind of furniture.
pub fn furniture(kind: Furniture) -> &'static str {
    match kind {
        Furniture::RunningHead => "running head",
        Furniture::PullQuote => "pull quote",
        Furniture::Advert => "advert",
        Furniture::Boilerplate => "boilerplate",
    }
}

/// An event's countries by code, those named most directly first: "KZ UZ", "UZ KG+3".
pub fn countries(corpus: &Corpus, event: &Event, most: usize) -> String {
    codes(corpus.countries(event), most)
}

/// Countries by code, those named most directly first: "KZ UZ", "UZ KG+3"; at most so many codes.
pub fn codes(countries: &[(Country, Via)], most: usize) -> String {
    let all = by_directness(countries);
    let kept = if all.len() > most { most.saturating_sub(1).max(1) } else { most };
    let codes: Vec<&str> = all.iter().take(kept).map(|(country, _)| country.code()).collect();
    let rest = all.len().saturating_sub(kept);
    let more = if rest > 0 { format!("+{rest}") } else { String::new() };
    codes.join(" ") + &more
}

/// An event's countries with the way they are named, where that is not their name: "UZ, KG KZ TJ TM (group)".
pub fn concerned(corpus: &Corpus, event: &Event) -> String {
    let all = by_directness(corpus.countries(event));
    let named = |chunk: &[(Country, Via)]| {
        let codes: Vec<&str> = chunk.iter().map(|(country, _)| country.code()).collect();
        match chunk.first() {
            Some((_, via)) if *via != Via::Name => format!("{} ({})", codes.join(" "), via.name()),
            _ => codes.join(" "),
        }
    };
    all.chunk_by(|a, b| a.1 == b.1).map(named).collect::<Vec<_>>().join(", ")
}

fn by_directness(countries: &[(Country, Via)]) -> Vec<(Country, Via)> {
    let mut all = countries.to_vec();
    all.sort_by_key(|&(country, via)| (via, country));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_by_thousands() {
        for (value, exact, rounded) in [
            (2_700_000.0, "2,700,000", "2,700,000"),
            (440.0, "440", "440"),
            (-74.5, "−74.5", "−74.5"),
            (0.666_666, "0.666666", "0.667"),
            (533.333_333, "533.333333", "533"),
        ] {
            assert_eq!((number(value).as_str(), computed(value).as_str()), (exact, rounded));
        }
    }

    #[test]
    fn dates_show_their_precision() {
        for (value, expected) in [
            ("2025-04-25", "2025-04-25"),
            ("2025-03", "2025-03"),
            ("2011/2012", "2011–2012"),
            ("2025-03/2025-04", "2025-03–04"),
            ("2025-03-01/2025-03-09", "2025-03-01–09"),
            ("2018/..", "since 2018"),
            ("/2029", "until 2029"),
            ("199X", "1990s"),
            ("2010~", "c. 2010"),
            ("XXXX", "undated"),
            ("XXXX-XX-XX", "undated"),
            ("XXXX-04-25", "????-04-25"),
        ] {
            assert_eq!(edtf(value), expected, "{value}");
        }
    }
}
