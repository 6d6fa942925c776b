//! What makes two figures values of one thing: the name's key, unit, country, whether it is a level or a change, and,
//! where the name alone does not prove it, the document. Never looks at values or periods.

use super::words::{Name, Strength};
use crate::extract::country::Country;
use crate::model::{Corpus, DocId, Indicator, StrId};
use crate::query::fold::{folded, is_word};
use crate::text::Span;
use std::collections::HashMap;

/// What two values of one thing have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Key {
    name: u32,
    unit: StrId,
    country: Option<Country>,
    change: bool,
    document: Option<DocId>,
}

/// What is known of a name.
#[derive(Debug, Clone, Copy)]
struct Known {
    number: u32,
    strength: Strength,
    barely: bool,
}

/// The keys of names read so far.
#[derive(Debug, Default)]
pub(super) struct Keys {
    names: HashMap<(StrId, bool), Known>,
    numbers: HashMap<String, u32>,
}

impl Keys {
    /// The key of a figure, and how much its name proves.
    pub(super) fn of(&mut self, corpus: &Corpus, row: &Indicator) -> (Key, Strength) {
        let Known { number: name, mut strength, barely } = self.name(corpus, row);
        if barely && names_its_country(corpus, row) {
            strength = Strength::Own;
        }
        let country = row.country.map(|(country, _)| country);
        let anywhere = strength == Strength::Telling && country.is_some();
        let document = (!anywhere).then_some(row.document);
        let change = is_change(corpus, row);
        (Key { name, unit: row.unit, country, change, document }, strength)
    }

    fn name(&mut self, corpus: &Corpus, row: &Indicator) -> Known {
        let place = (row.name, corpus.string(row.unit) == "percent");
        if let Some(known) = self.names.get(&place) {
            return *known;
        }
        let Name { key, strength, barely } = Name::of(corpus.string(row.name), place.1);
        let next = self.numbers.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        let known = Known { number, strength, barely };
        self.names.insert(place, known);
        known
    }
}

/// Whether the name of a figure names a country that its clause speaks of: the country is known beside it.
fn names_its_country(corpus: &Corpus, row: &Indicator) -> bool {
    let Some(document) = corpus.document(row.document) else { return false };
    let all = &document.countries;
    let from = all.partition_point(|mention| mention.span.start < row.clause.start);
    let mentions = all.iter().skip(from).take_while(|m| m.span.start < row.clause.end);
    let name = folded(corpus.string(row.name));
    let names = |span: Span| {
        let mention = folded(document.text.words(span));
        let mut words = mention.split(|c| !is_word(c)).filter(|word| word.len() > 2);
        words.any(|word| name.split(|c| !is_word(c)).any(|other| other == word))
    };
    mentions.take(MENTIONS).any(|mention| names(mention.span))
}

/// The most mentions of countries that are looked at in a clause.
const MENTIONS: usize = 16;
/// How far before a number it is looked for what leads to it, in bytes.
const LEAD: u32 = 40;

/// Whether a figure says by how much something changed, not what it was: "fell by about 10 percent".
pub(super) fn is_change(corpus: &Corpus, row: &Indicator) -> bool {
    let Some(document) = corpus.document(row.document) else { return false };
    let lead = Span { start: row.clause.start.min(row.number.start), end: row.number.start };
    let words = document.text.words(lead);
    let far = words.len().saturating_sub(LEAD as usize);
    let from = (far..=words.len()).find(|at| words.is_char_boundary(*at)).unwrap_or(far);
    let near = words.get(from..).unwrap_or_default();
    let mut back = near.split(|c| !is_word(c)).rev().filter(|word| !word.is_empty());
    back.find(|word| !HEDGES.iter().any(|hedge| word.eq_ignore_ascii_case(hedge)))
        .is_some_and(|word| word.eq_ignore_ascii_case("by"))
}

/// Words between "by" and its number.
#[rustfmt::skip]
const HEDGES: [&str; 18] = [
    "about", "around", "nearly", "almost", "over", "more", "less", "than", "at", "least", "most", "up", "to", "some",
    "roughly", "only", "just", "another",
];
