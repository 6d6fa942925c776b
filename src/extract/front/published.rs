//! When a document appeared: a line "Published on: …", a line that is nothing but a date, one that ends with it behind its
//! authors, a place or the name of a series, or a dateline in front of the first paragraph. A whole day counts, or a month where
//! a line says no more; a year never. Never takes a date that the text tells of.

use super::head::may_speak;
use super::lexicon::{lexicon, opening};
use crate::extract::{DateMention, DateValue, Rule, Trace, country, date};
use crate::text::runs::Runs;
use crate::text::{Block, BlockKind, Span, Text};
use chrono::Datelike;

/// Words and the day, or month, they give.
type Dated = (Span, DateValue);

/// The words and the day or month.
pub(super) fn of(text: &Text, head: &[&Block]) -> Option<Dated> {
    let lines = || head.iter().filter(|b| may_speak(b.kind));
    let stated = lines().find_map(|b| {
        let line = text.words(b.span);
        let skip = opening(line, &lexicon().published)?;
        let rest = line.get(skip..)?;
        let short = rest.len() <= LINE;
        let says = rest.starts_with([':', ' ']) || line.get(..skip)?.ends_with(':');
        let span = Span { start: b.span.start + skip as u32, end: b.span.end };
        dates(text, span)
            .into_iter()
            .find(|date| short && says && (is_day(date) || fills(text, span, date)))
    });
    stated
        .or_else(|| lines().take(LONE).find_map(|b| lone(text, b)))
        .or_else(|| lines().take(LONE).find_map(|b| dateline(text, b)))
        .or_else(|| lines().find_map(|b| only(text, b)))
}

/// The rule of a date in figures that may have its day or its month first.
const OPEN: Rule = "date.figures";

/// The longest line about a date, in bytes.
const LINE: usize = 80;
/// A date by itself stands among so many first lines.
const LONE: usize = 6;

/// The longest line of authors, in bytes.
const BYLINE: usize = 160;

/// A line that holds a day and little else: "26 May 2025", "By Jane Doe | May 26, 2025", "Nairobi/Brussels, 2 April 2021".
fn lone(text: &Text, block: &Block) -> Option<Dated> {
    let short = block.span.len() <= LINE;
    let authors = || opening(text.words(block.span), &lexicon().author).is_some();
    if !short && (block.span.len() > BYLINE || !authors()) {
        return None;
    }
    let mut days = dates(text, block.span);
    days.retain(is_day);
    let first = days.first()?;
    let little = block.span.len() - first.0.len() <= 12 || block.kind == BlockKind::Metadata;
    if short && little {
        return Some(first.clone());
    }
    let (span, day) = days.pop()?;
    let before = Span { start: block.span.start, end: span.start };
    let rest = text.words(Span { start: span.end, end: block.span.end });
    let ends = rest.trim_matches(['.', ' ']).is_empty();
    let speaks =
        || is_byline(text, before) || short && (is_place(text, before) || is_issue(text, before));
    (ends && speaks()).then_some((span, day))
}

/// A line that is a month or a day and nothing else, "July 2018", where no other line of the document is: a chronology has
/// many.
fn only(text: &Text, block: &Block) -> Option<Dated> {
    let date = |block: &Block| {
        let read = block.span.len() <= DATE && block.kind != BlockKind::Cell;
        let mut dates = if read { dates(text, block.span) } else { Vec::new() };
        dates.pop().filter(|date| fills(text, block.span, date))
    };
    let found = date(block)?;
    let mut others = text.blocks.iter().filter(|other| other.span != block.span);
    others.all(|other| date(other).is_none()).then_some(found)
}

/// The longest line that is a date, in bytes.
const DATE: usize = 20;

/// Whether a date is all that a line says.
fn fills(text: &Text, line: Span, date: &Dated) -> bool {
    let before = Span { start: line.start, end: date.0.start };
    let after = Span { start: date.0.end, end: line.end };
    [before, after].iter().all(|rest| !text.words(*rest).contains(char::is_alphanumeric))
}

/// Whether it is a whole day.
fn is_day(date: &Dated) -> bool {
    date.1.as_day().is_some()
}

/// "Europe Briefing N°91, ", "Policy Paper 12 | ": the name of a series in front of a day.
fn is_issue(text: &Text, span: Span) -> bool {
    let line = text.words(span);
    let parted = line.trim_end().ends_with([',', '|', '–', '—', '-', '·', '•', '(']);
    let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '°');
    let series = |word: &str| lexicon().series.iter().any(|s| word.eq_ignore_ascii_case(s));
    let digit = line.contains(|c: char| c.is_ascii_digit());
    parted && digit && words.any(series)
}

/// "By Jane Doe, Institute of Peace, " in front of a day.
fn is_byline(text: &Text, span: Span) -> bool {
    let line = text.words(span);
    let Some(names) = opening(line, &lexicon().author).and_then(|skip| line.get(skip..)) else {
        return false;
    };
    let mut name = names.split([',', '|']).next().unwrap_or_default().split_whitespace();
    let other = |word: &str| lexicon().not_a_name.iter().any(|no| word.eq_ignore_ascii_case(no));
    let parted = line.trim_end().ends_with([',', '|', '–', '—', '-', '·', '•', '(']);
    parted && names.trim_start().starts_with(char::is_uppercase) && !name.any(other)
}

/// Whether some words are places and nothing else: "Nairobi/Brussels, ".
fn is_place(text: &Text, span: Span) -> bool {
    let line = alone(text.words(span));
    let places = country::find(&line, &mut Trace::off());
    let mut letters = line.clean.char_indices().filter(|(_, c)| c.is_alphanumeric()).peekable();
    let inside = |at: usize| places.iter().any(|place| place.span.range().contains(&at));
    letters.peek().is_some() && letters.all(|(at, _)| inside(at))
}

/// "ASTANA, April 3, 2024 —", "Geneva, 5 May 2020 –": a place, known or in capitals, and a day in front of a dash; behind
/// any name where it says who reports: "Clandestine, 26 Aug 88 (Radio Venceremos) -- ".
fn dateline(text: &Text, block: &Block) -> Option<Dated> {
    let words = text.words(block.span);
    let head = words.get(..words.char_indices().take_while(|(i, _)| *i < LINE).last()?.0)?;
    let dash = [" — ", " – ", " - ", " -- ", "—"].iter().filter_map(|d| head.find(d)).min()?;
    let lead = Span { start: block.span.start, end: block.span.start + dash as u32 };
    let (span, day) = dates(text, lead).into_iter().find(is_day)?;
    let before = Span { start: block.span.start, end: span.start };
    let place = text.words(before).split([',', '(']).next()?.trim_matches([' ', '.']);
    let capitals =
        place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && place.len() > 2;
    let behind = text.words(Span { start: span.end, end: lead.end }).trim();
    let reported = behind.starts_with('(') && behind.ends_with(')') && is_name(place);
    (capitals || reported || is_place(text, before)).then_some((span, day))
}

/// Whether every word begins with a capital.
fn is_name(words: &str) -> bool {
    !words.is_empty() && words.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Some words as a text of their own.
fn alone(words: &str) -> Text {
    let whole = Span::new(0, words.len());
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: whole }];
    Text { clean: words.into(), blocks, sentences: vec![whole], ..Text::default() }
}

/// The days and months named in a place, which is read by itself so that nothing around it lends it a year.
fn dates(text: &Text, span: Span) -> Vec<Dated> {
    let line = alone(text.words(span));
    let dated = |m: &DateMention| {
        // 3/10/2015 is two days: nobody is told that a document is of the one.
        if m.rule == OPEN {
            return None;
        }
        let value = m.date.as_ref().filter(|value| value.anchored)?;
        let (earliest, latest) = (value.earliest?, value.latest?);
        let month = (earliest.year(), earliest.month0()) == (latest.year(), latest.month0())
            && value.edtf.len() == "2018-07".len();
        let words = Span { start: m.span.start + span.start, end: m.span.end + span.start };
        (earliest == latest || month).then(|| (words, value.clone()))
    };
    date::find(&line, &Runs::of(&line), None, &mut Trace::off()).iter().filter_map(dated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn published(words: &str) -> Option<String> {
        let text = text::read(words.as_bytes());
        let head: Vec<&Block> = text.blocks.iter().collect();
        of(&text, &head).map(|(_, date)| date.edtf)
    }

    const STORY: &str = "The talks of the two sides went on for a week, and nobody said what came of them in the end.";

    #[test]
    fn a_line_of_authors_or_places_may_end_with_the_day() {
        for (line, day) in [
            ("By Jane Doe, Institute for Peace, 16 December 2022", Some("2022-12-16")),
            ("By Jane Doe and John Roe | May 26, 2025", Some("2025-05-26")),
            ("Nairobi/Brussels, 2 April 2021", Some("2021-04-02")),
            ("Washington, May 26, 2025.", Some("2025-05-26")),
            ("Crisis Briefing N°91, 22 December 2020", Some("2020-12-22")),
            ("Policy Report No. 12 | 20 December 2019", Some("2019-12-20")),
            ("Update as of 29 February 2024", Some("2024-02-29")),
            ("Information Cutoff: July 11, 2024, at 10 a.m.", Some("2024-07-11")),
            ("July 2018", Some("2018-07")),
            ("Published: March 2015", Some("2015-03")),
            ("Published in March 2015 by nobody", None),
            ("2018", None),
            ("July 2018 and after", None),
            ("By the end of the long talks, 16 December 2022", None),
            ("Agreement of the Parties, 16 December 2022", None),
            ("The ruling of 16 December 2022", None),
        ] {
            assert_eq!(published(&format!("{line}\n\n{STORY}\n")).as_deref(), day, "{line}");
        }
    }

    #[test]
    fn the_months_of_a_chronology_date_nothing() {
        assert_eq!(
            published(&format!("A Year\n\nMay 2015\n\n{STORY}\n\nJune 2015\n\n{STORY}\n")),
            None
        );
    }

    #[test]
    fn a_dateline_has_a_place_and_a_dash() {
        for (lead, day) in [
            ("ASTANA, April 3, 2024 — ", Some("2024-04-03")),
            ("TASHKENT. April 22, 2010 - ", Some("2010-04-22")),
            ("Geneva, 5 May 2020 – ", Some("2020-05-05")),
            ("Clandestine, 26 Aug 88 (Radio Venceremos) -- [Text] ", Some("1988-08-26")),
            ("Berlin (FRG), 6 Nov 88 (ADN/ND) -- ", Some("1988-11-06")),
            ("SAN SALVADOR, 3 JAN 90 -- [REPORT] ", Some("1990-01-03")),
            ("On Monday, 5 May 2020 – ", None),
            ("Meanwhile, 5 May 2020 – ", None),
        ] {
            assert_eq!(
                published(&format!("{lead}{STORY} It was cold.\n")).as_deref(),
                day,
                "{lead}"
            );
        }
    }
}
