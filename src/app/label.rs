//! Short words for what is shown: dates with their precision, types, countries, the lens itself.

use crate::extract::{Mode, Via};
use crate::model::{Corpus, Event};
use crate::text::Furniture;

/// An event's date as precise as it is: "2025-04-25", "2011–2012", "since 2018", "undated".
pub fn date(corpus: &Corpus, event: &Event) -> String {
    edtf(corpus.string(event.edtf))
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
    if exact.starts_with("XXXX") {
        return "undated".into();
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

/// An event's countries with the way they are named, where that is not their name: "KZ, UZ (capital)".
pub fn concerned(corpus: &Corpus, event: &Event) -> String {
    let all = corpus.countries(event);
    let mut parts: Vec<String> = all
        .iter()
        .take(6)
        .map(|(country, via)| match via {
            Via::Name => country.code().to_owned(),
            via => format!("{} ({})", country.code(), via.name()),
        })
        .collect();
    if all.len() > 6 {
        parts.push(format!("{} more", all.len() - 6));
    }
    parts.join(", ")
}

/// "1 event", "2 events".
pub fn count(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
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

/// An event's countries by code: "KZ UZ", "KG KZ TJ+2".
pub fn countries(corpus: &Corpus, event: &Event, most: usize) -> String {
    let all = corpus.countries(event);
    let mut text = String::new();
    let kept = if all.len() > most { most.saturating_sub(1).max(1) } else { most };
    for (country, _) in all.iter().take(kept) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(country.code());
    }
    if all.len() > kept {
        text.push('+');
        text.push_str(&(all.len() - kept).to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(edtf(value), expected, "{value}");
        }
    }
}
