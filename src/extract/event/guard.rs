//! What keeps dates out of the events: blocks that tell nothing, sentences that name a source, dates that are no
//! point on a calendar, and rows that say the same twice. Never looks at verbs.

use super::found::Anchor;
use super::lexicon::lexicon;
use crate::extract::{DateMention, EventFinding, Rule, TimexKind, Trace};
use crate::text::BlockKind;
use std::collections::BTreeMap;
use std::ops::Range;

/// Whether a block of this kind can tell of a happening.
fn tells(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph
        | BlockKind::Bullet
        | BlockKind::Numbered
        | BlockKind::Caption
        | BlockKind::Cell => true,
        BlockKind::Title
        | BlockKind::Heading(_)
        | BlockKind::Metadata
        | BlockKind::Furniture(_) => false,
    }
}

/// The guard that refuses a whole sentence.
pub(super) fn of_sentence(kind: Option<BlockKind>, sentence: &str) -> Option<Rule> {
    if !kind.is_some_and(tells) {
        return Some("event.not-a-heading");
    }
    lexicon().names_a_source(sentence).then_some("event.not-a-source")
}

/// Whether a mention can date a happening: it has a calendar reading, or one it would have if it were anchored.
fn usable(mention: &DateMention) -> Result<(), Rule> {
    let timeless = matches!(mention.value.as_str(), "PRESENT_REF" | "FUTURE_REF");
    if mention.kind == TimexKind::Set || mention.date.is_none() || timeless {
        return Err("event.not-a-point");
    }
    Ok(())
}

/// Whether a date of a document can date a happening by itself.
pub(super) fn fits(dates: &[DateMention], index: usize) -> Result<(), Rule> {
    usable(dates.get(index).ok_or("event.not-a-point")?)?;
    if ends_a_range(dates, index) { Err("event.not-an-end") } else { Ok(()) }
}

/// Whether a mention is only the end of the range that the mention before it opens: that one carries the whole
/// interval, as [`crate::extract::date`] says.
fn ends_a_range(dates: &[DateMention], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| dates.get(i));
    before.zip(dates.get(index)).is_some_and(|(a, b)| opens_a_range(a, b))
}

/// Whether the first of two mentions carries the interval that the second one ends.
pub(super) fn opens_a_range(first: &DateMention, second: &DateMention) -> bool {
    let (Some(whole), Some(end)) = (&first.date, &second.date) else { return false };
    let near = second.span.start.saturating_sub(first.span.end) <= RANGE_GAP;
    near && whole.edtf.contains('/') && whole.latest.is_some() && whole.latest == end.latest
}

/// The most bytes between the two ends of a range: " to the ", " through ".
const RANGE_GAP: u32 = 12;

/// An event with what its date hangs on.
pub(super) struct Row {
    pub(super) event: EventFinding,
    pub(super) anchor: Anchor,
    /// The words of the date with those joined to it.
    pub(super) run: Range<usize>,
    pub(super) date: Range<usize>,
    /// Whether the date is a goal or an end: "by 2030", "until May".
    pub(super) goal: bool,
    /// Whether "and" stands among those dates, and makes several times of them.
    pub(super) listed: bool,
    /// Whether the dates are the two periods that a change is told between: "between 2013–17 and 2018–22".
    pub(super) compared: bool,
}

/// Keeps one row of a sentence for each happening: of several dates of one predicate the most exact one, then the
/// nearest. Dates told in one breath ("in February and May 2013") are several happenings.
pub(super) fn keep_one(dates: &[DateMention], rows: &mut Vec<Row>, trace: &mut Trace) {
    let rank = |row: &Row| {
        let mention = dates.get(row.event.date);
        let date = mention.and_then(|m| m.date.as_ref());
        let loose = date.is_none_or(|d| !d.anchored);
        let days =
            date.and_then(|d| Some((d.latest? - d.earliest?).num_days())).unwrap_or(i64::MAX);
        let length = mention.is_some_and(|m| m.kind == TimexKind::Duration);
        let at = match row.anchor {
            Anchor::Predicate(p) => p.head,
            Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun,
        };
        // Of two periods that are compared the later one is when it happened.
        let (days, near) = if row.compared {
            (0, usize::MAX - row.date.start)
        } else {
            (days, row.date.start.abs_diff(at))
        };
        (row.goal, loose, length, days, near, row.event.date)
    };
    let mut best: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let known = best.entry(row.head()).or_insert(at);
        if rows.get(*known).is_some_and(|k| rank(row) < rank(k)) {
            *known = at;
        }
    }
    let keeps: Vec<bool> = rows
        .iter()
        .map(|row| {
            let best = best.get(&row.head()).and_then(|&b| rows.get(b));
            best.is_some_and(|b| {
                b.event.date == row.event.date
                    || b.run == row.run && row.listed && apart(dates, b, row)
            })
        })
        .collect();
    let mut keeps = keeps.into_iter();
    rows.retain(|row| {
        let keep = keeps.next().unwrap_or(true);
        if !keep && let Some(mention) = dates.get(row.event.date) {
            trace.lose(mention.span, row.event.rule, "event.not-twice");
        }
        keep
    });
}

/// Whether the dates of two rows have no day in common.
fn apart(dates: &[DateMention], a: &Row, b: &Row) -> bool {
    let bounds = |row: &Row| {
        let date = dates.get(row.event.date)?.date.as_ref()?;
        Some((date.earliest?, date.latest?))
    };
    bounds(a).zip(bounds(b)).is_none_or(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

impl Row {
    /// The word that says what happened.
    fn head(&self) -> usize {
        match self.anchor {
            Anchor::Predicate(p) => p.head,
            Anchor::Noun(noun) => noun,
            Anchor::Name(_, start, _) => start,
        }
    }
}
