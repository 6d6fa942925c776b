//! Finds the one country that a text or a section is about. The countries named in it come in, one of them or none goes out.
//! Never looks at figures.

use crate::extract::country::Country;
use crate::extract::{CountryMention, Via};
use crate::text::{Span, Text};
use std::collections::BTreeMap;

/// The one country that a stretch of text is about: named in two sentences at least, and two times in three.
pub(super) fn subject(
    text: &Text,
    countries: &[CountryMention],
    span: Span,
) -> Option<(Country, Via)> {
    let place = |at: u32| countries.partition_point(|c| c.span.start < at);
    let inside = countries.get(place(span.start)..place(span.end)).unwrap_or_default();
    let mut counts: BTreeMap<Country, (usize, Via)> = BTreeMap::new();
    let mut total = 0;
    for mention in inside {
        if matches!(mention.via, Via::Name | Via::Demonym | Via::Capital) {
            let entry = counts.entry(mention.country).or_insert((0, mention.via));
            entry.0 += 1;
            entry.1 = entry.1.min(mention.via);
            total += 1;
        }
    }
    let (country, (count, via)) = counts.into_iter().max_by_key(|(_, (count, _))| *count)?;
    let mut own = inside.iter().filter(|c| c.country == country).map(|c| c.span.start);
    let first = own.next()?;
    let apart = own.any(|other| text.sentence_at(other) != text.sentence_at(first));
    // What a text is about is named at its head, or again and again.
    let head = first.saturating_sub(span.start) < HEAD || count > 2;
    (count >= 2 && apart && head && count * 3 >= total * 2).then_some((country, via))
}

/// How far on the head of a text or a section goes, in bytes.
const HEAD: u32 = 300;
