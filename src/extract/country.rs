//! Finds countries, and what leads to them, in running text: reading text in, mentions out.
//! Never decides what a mention is for, and never reads furniture.
//!
//! Names come from the tables in `assets/`; [`scan`] finds them, [`sift`] drops what is a person, a paper or an
//! address, and [`resolve`] settles those that several countries share, each by a named rule.

mod adjective;
mod context;
mod counties;
mod cue;
mod evidence;
mod folk;
mod gazetteer;
mod given;
mod group;
mod iso;
mod land;
mod learned;
mod letter;
mod list;
mod person;
mod qualify;
mod resolve;
mod run;
mod scan;
mod score;
mod sense;
mod sift;
mod town;

pub(super) use group::regions;
pub use iso::{Country, lookup, named};

use super::{CountryMention, Rule, Trace, Via};
use crate::text::{Span, Text};
use gazetteer::{Kind, gazetteer};

/// Finds every mention of a country in the body of a document, rising by place; a group's members rise by code. What was
/// read otherwise and refused goes to the trace.
pub fn find(text: &Text, trace: &mut Trace) -> Vec<CountryMention> {
    let names = gazetteer();
    let mut raw = Vec::new();
    for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
        let span = block.span.range();
        scan::scan(&text.clean, span.start, span.end, names, &mut raw);
    }
    let land = land::take(&mut raw, names);
    let kept = sift::sift(&text.clean, &raw, names, trace);
    let (chosen, evidence) = resolve::resolve(&text.clean, &kept, names, trace);
    let mut mentions = Vec::with_capacity(kept.len());
    let mut years = Years::default();
    for (hit, chosen) in kept.iter().zip(&chosen) {
        let kind = names.entry(hit.entry).map_or(Kind::Decoy, |entry| entry.kind);
        if let Some(choice) = *chosen {
            mentions.push(mention(hit.start, hit.end, choice));
        } else if let Kind::Group(index) = kind
            && !expand(text, hit, index, &mut years, &mut mentions)
        {
            let some = trace.listens() && group::some_of_them(&text.clean, hit.start);
            let guard = if some { "country.not-all-members" } else { "country.not-the-members" };
            trace.lose(Span::new(hit.start, hit.end), "country.group", guard);
        }
    }
    let known = town::Known { raw: &raw, kept: &kept, chosen: &chosen, names, evidence: &evidence };
    town::find(text, &known, &mut mentions);
    mentions.sort_by_key(|m| (m.span.start, m.span.end));
    let towns = mentions.len();
    land::find(&text.clean, &land, (&kept, names), &evidence, &mut mentions);
    if mentions.len() > towns {
        mentions.sort_by_key(|m| (m.span.start, m.span.end));
    }
    mentions
}

fn mention(start: usize, end: usize, (country, via, rule): (Country, Via, Rule)) -> CountryMention {
    CountryMention { span: Span::new(start, end), country, via, rule }
}

/// The years that sentences name, for groups; each sentence is read once, however many groups stand in it.
#[derive(Default)]
struct Years {
    last: Option<(usize, Option<u16>)>,
}

impl Years {
    fn of(&mut self, text: &Text, at: usize) -> Option<u16> {
        let sentence = text.sentence_at(u32::try_from(at).unwrap_or(u32::MAX))?;
        if let Some((_, year)) = self.last.filter(|(known, _)| *known == sentence) {
            return year;
        }
        let year = text.sentences.get(sentence).and_then(|span| group::year(text.words(*span)));
        self.last = Some((sentence, year));
        year
    }
}

/// One mention for each member of a group whose members are meant; says whether they are.
fn expand(
    text: &Text,
    hit: &scan::Hit,
    index: usize,
    years: &mut Years,
    mentions: &mut Vec<CountryMention>,
) -> bool {
    let Some(group) = group::all().get(index) else { return false };
    let Some(end) = group::meant(&text.clean, hit.start, hit.end, group) else { return false };
    let year = years.of(text, hit.start);
    let rule = if year.is_some() { "country.group-in-year" } else { "country.group" };
    mentions.extend(
        group.members(year).map(|country| mention(hit.start, end, (country, Via::Group, rule))),
    );
    true
}
