//! Finds countries, and what leads to them, in running text: reading text in, mentions out.
//! Never decides what a mention is for, and never reads furniture.
//!
//! Names come from the tables in `assets/`; [`scan`] finds them, [`sift`] drops what is a person, a paper or an
//! address, and [`resolve`] settles those that several countries share, each by a named rule.

mod context;
mod evidence;
mod gazetteer;
mod group;
mod iso;
mod letter;
mod person;
mod resolve;
mod scan;
mod sense;
mod sift;

pub use iso::{Country, lookup};

use super::{CountryMention, Rule, Trace, Via};
use crate::text::{Span, Text};
use gazetteer::{Kind, gazetteer};

/// Finds every mention of a country in the body of a document, rising by place; a group's members rise by code.
pub fn find(text: &Text, _trace: &mut Trace) -> Vec<CountryMention> {
    let names = gazetteer();
    let mut hits = Vec::new();
    for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
        let span = block.span.range();
        scan::scan(&text.clean, span.start, span.end, names, &mut hits);
    }
    let hits = sift::sift(&text.clean, hits, names);
    let chosen = resolve::resolve(&text.clean, &hits, names);
    let mut mentions = Vec::with_capacity(hits.len());
    for (hit, chosen) in hits.iter().zip(chosen) {
        let kind = names.entry(hit.entry).map_or(Kind::Decoy, |entry| entry.kind);
        if let Some((country, via, rule)) = chosen {
            mentions.push(mention(hit.start, hit.end, (country, via, rule)));
        } else if let Kind::Group(index) = kind {
            expand(text, hit, index, &mut mentions);
        }
    }
    mentions
}

fn mention(start: usize, end: usize, (country, via, rule): (Country, Via, Rule)) -> CountryMention {
    CountryMention { span: Span::new(start, end), country, via, rule }
}

/// One mention for each member of a group whose members are meant.
fn expand(text: &Text, hit: &scan::Hit, index: usize, mentions: &mut Vec<CountryMention>) {
    let Some(group) = group::all().get(index) else { return };
    let Some(end) = group::meant(&text.clean, hit.start, hit.end, group) else { return };
    let at = u32::try_from(hit.start).unwrap_or(u32::MAX);
    let sentence = text.sentence_at(at).and_then(|i| text.sentences.get(i));
    let year = sentence.and_then(|span| group::year(text.words(*span)));
    let rule = if year.is_some() { "country.group-in-year" } else { "country.group" };
    mentions.extend(
        group.members(year).map(|country| mention(hit.start, end, (country, Via::Group, rule))),
    );
}
