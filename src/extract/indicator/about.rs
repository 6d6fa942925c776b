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
    let first = countries.partition_point(|c| c.span.start < span.start);
    let mut counts: BTreeMap<Country, (usize, Via)> = BTreeMap::new();
    let mut total = 0;
    for mention in countries.iter().skip(first).take_while(|c| c.span.start < span.end) {
        if matches!(mention.via, Via::Name | Via::Demonym | Via::Capital) {
            let entry = counts.entry(mention.country).or_insert((0, mention.via));
            entry.0 += 1;
            entry.1 = entry.1.min(mention.via);
            total += 1;
        }
    }
    let (country, (count, via)) = counts.into_iter().max_by_key(|(_, (count, _))| *count)?;
    let own = countries.iter().skip(first).take_while(|c| c.span.start < span.end);
    let mut places = own.filter(|c| c.country == country).map(|c| text.sentence_at(c.span.start));
    let once = places.next();
    let apart = places.any(|other| Some(other) != once);
    // What a text is about is named at its head, or again and again.
    let own = countries.iter().skip(first).find(|c| c.country == country);
    let head = own.is_some_and(|c| c.span.start.saturating_sub(span.start) < HEAD) || count > 2;
    (count >= 2 && apart && head && count * 3 >= total * 2).then_some((country, via))
}

/// How far on the head of a text or a section goes, in bytes.
const HEAD: u32 = 300;
