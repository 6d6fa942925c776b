//! The day a document appeared: a line "Published on: …", a line that is nothing but a date, or a dateline in front
//! of the first paragraph. Only a whole day counts. Never takes a date that the text tells of.

use super::head::may_speak;
use super::lexicon::{lexicon, opening};
use crate::extract::{DateMention, Rule, Trace, date};
use crate::text::runs::Runs;
use crate::text::{Block, BlockKind, Span, Text};
use chrono::NaiveDate;

/// The words and the day.
pub(super) fn of(text: &Text, head: &[&Block]) -> Option<(Span, NaiveDate)> {
    let lines = || head.iter().filter(|b| may_speak(b.kind));
    let stated = lines().find_map(|b| {
        let line = text.words(b.span);
        let skip = opening(line, &lexicon().published)?;
        let rest = line.get(skip..)?;
        let short = rest.len() <= LINE;
        let says = rest.starts_with([':', ' ']) || line.get(..skip)?.ends_with(':');
        days(text, Span { start: b.span.start + skip as u32, end: b.span.end })
            .into_iter()
            .find(|_| short && says)
    });
    stated.or_else(|| lines().take(LONE).find_map(|b| lone(text, b))).or_else(|| {
        lines().find(|b| b.kind == BlockKind::Paragraph).and_then(|b| dateline(text, b))
    })
}

/// The rule of a date in figures that may have its day or its month first.
const OPEN: Rule = "date.figures";

/// The longest line about a date, in bytes.
const LINE: usize = 80;
/// A date by itself stands among so many first lines.
const LONE: usize = 6;

/// A line that holds a day and little else: "26 May 2025", "By Jane Doe | May 26, 2025".
fn lone(text: &Text, block: &Block) -> Option<(Span, NaiveDate)> {
    if block.span.len() > LINE {
        return None;
    }
    let (span, day) = *days(text, block.span).first()?;
    let rest = block.span.len() - span.len();
    let metadata = block.kind == BlockKind::Metadata;
    (rest <= 12 || metadata).then_some((span, day))
}

/// "ASTANA, April 3, 2024 —": a place in capitals and a day in front of a dash.
fn dateline(text: &Text, block: &Block) -> Option<(Span, NaiveDate)> {
    let words = text.words(block.span);
    let head = words.get(..words.char_indices().take_while(|(i, _)| *i < LINE).last()?.0)?;
    let dash = [" — ", " – ", " - ", " -- ", "—"].iter().filter_map(|d| head.find(d)).min()?;
    let place = head.split([',', '(']).next()?.trim();
    let capitals =
        place.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && place.len() > 2;
    let lead = Span { start: block.span.start, end: block.span.start + dash as u32 };
    capitals.then(|| days(text, lead).first().copied()).flatten()
}

/// The whole days named in a place, which is read by itself so that nothing around it lends it a year.
fn days(text: &Text, span: Span) -> Vec<(Span, NaiveDate)> {
    let clean: Box<str> = text.words(span).into();
    let whole = Span::new(0, clean.len());
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: whole }];
    let line = Text { clean, blocks, sentences: vec![whole], ..Text::default() };
    let day = |m: &DateMention| {
        // 3/10/2015 is two days: nobody is told that a document is of the one.
        if m.rule == OPEN {
            return None;
        }
        let value = m.date.as_ref()?;
        let day = value.earliest.filter(|_| value.anchored && value.earliest == value.latest)?;
        let words = Span { start: m.span.start + span.start, end: m.span.end + span.start };
        Some((words, day))
    };
    date::find(&line, &Runs::of(&line), None, &mut Trace::off()).iter().filter_map(day).collect()
}
