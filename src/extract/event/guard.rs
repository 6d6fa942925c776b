//! What keeps dates out of the events: blocks that tell nothing, sentences that name a source, dates that are no
//! point on a calendar, and rows that say the same twice. Never looks at verbs.

use super::lexicon::lexicon;
use crate::extract::{DateMention, EventFinding, TimexKind};
use crate::text::BlockKind;
use std::collections::BTreeSet;

/// Whether a block of this kind can tell of a happening.
pub(super) fn tells(kind: BlockKind) -> bool {
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

/// Whether a sentence is a reference, a source line or a note of rights.
pub(super) fn names_a_source(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    lexicon().citation.iter().any(|mark| {
        let lead = mark.ends_with(':') || mark == "see also";
        if lead { lower.starts_with(mark.as_str()) } else { lower.contains(mark.as_str()) }
    })
}

/// Whether a mention can date a happening: it has a calendar reading, or one it would have if it were anchored.
pub(super) fn usable(mention: &DateMention) -> bool {
    let timeless = matches!(mention.value.as_str(), "PRESENT_REF" | "FUTURE_REF");
    mention.kind != TimexKind::Set && mention.date.is_some() && !timeless
}

/// Whether a mention is only the end of the range that the mention before it opens: that one carries the whole
/// interval, as [`crate::extract::date`] says.
pub(super) fn ends_a_range(dates: &[DateMention], index: usize) -> bool {
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

/// Drops rows of one sentence, from `first` on, that tell the same happening at the same date, and the coarser of
/// two dates where one lies inside the other ("in 2013 … in May").
pub(super) fn drop_repeats(dates: &[DateMention], events: &mut Vec<EventFinding>, first: usize) {
    let rows = events.split_off(first.min(events.len()));
    let mut told = BTreeSet::new();
    for row in rows {
        let value = dates.get(row.date).map(|d| &d.value);
        let words: Vec<(u32, u32)> = row.title.iter().map(|s| (s.start, s.end)).collect();
        if told.insert((value, words)) {
            events.push(row);
        }
    }
}
