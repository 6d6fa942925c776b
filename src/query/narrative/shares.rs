//! Uses and the sentences that were searched in; how often by document, by year and by country, as counts and beside the
//! words that were searched, out. A sentence that names two countries counts for both.

use super::uses::Use;
use crate::extract::country::Country;
use crate::model::{Corpus, DocId, Document};
use crate::query::Index;
use crate::query::bits::Bits;
use crate::text::Span;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// How often among how many words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Uses.
    pub uses: usize,
    /// Words that were searched.
    pub words: usize,
}

/// How often, by what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares {
    /// All together.
    pub all: Share,
    /// By document, by falling count; those without a use are left out.
    pub documents: Vec<(DocId, Share)>,
    /// How many documents were searched that do not use it.
    pub silent: usize,
    /// By the year in which the document was published, rising; years without a use are there, documents without a date
    /// come last.
    pub published: Vec<(Option<i32>, Share)>,
    /// By the years of the dates in the sentence, each date in the year it begins, rising; sentences without a date last.
    pub told: Vec<(Option<i32>, Share)>,
    /// By the countries that the sentence names, by falling count; sentences without a country last. Countries without a
    /// use are left out.
    pub countries: Vec<(Option<Country>, Share)>,
}

impl Share {
    /// Uses in a thousand words; 0 where there are none.
    pub fn rate(self) -> f64 {
        if self.words == 0 { 0.0 } else { self.uses as f64 * 1000.0 / self.words as f64 }
    }

    fn add(&mut self, uses: usize, words: usize) {
        self.uses += uses;
        self.words += words;
    }
}

/// Counts the uses of a theme.
pub(super) fn count(corpus: &Corpus, index: &Index, searched: &Bits, uses: &[Use]) -> Shares {
    let mut shares = Shares::default();
    let mut rest = uses;
    let mut published = BTreeMap::new();
    let mut told = BTreeMap::new();
    let mut countries = BTreeMap::new();
    for (at, document) in corpus.documents.iter().enumerate() {
        let id = DocId(at as u32);
        let numbers = index.sentences(id);
        let mut own = Share::default();
        let mut mentions = Mentions::default();
        for number in searched.within(numbers.clone()) {
            let words = index.tokens(number as u32).len();
            let here = rest.iter().take_while(|one| one.sentence as usize == number).count();
            rest = rest.get(here..).unwrap_or_default();
            own.add(here, words);
            let sentence = document.text.sentences.get(number - numbers.start).copied();
            let sentence = sentence.unwrap_or_default();
            mentions.years(document, sentence).into_iter().for_each(|year| {
                told.entry(year).or_insert_with(Share::default).add(here, words);
            });
            mentions.countries(document, sentence).into_iter().for_each(|country| {
                countries.entry(country).or_insert_with(Share::default).add(here, words);
            });
        }
        let day = document.published.as_ref().and_then(|date| date.earliest);
        let year = day.map(|day| day.year());
        published.entry(year).or_insert_with(Share::default).add(own.uses, own.words);
        shares.all.add(own.uses, own.words);
        if own.uses > 0 {
            shares.documents.push((id, own));
        } else {
            shares.silent += usize::from(own.words > 0);
        }
    }
    shares.documents.sort_by_key(|(id, share)| (std::cmp::Reverse(share.uses), *id));
    shares.published = by_year(&published);
    shares.told = by_year(&told);
    shares.countries = countries.into_iter().filter(|(_, share)| share.uses > 0).collect();
    let order = |(country, share): &(Option<Country>, Share)| {
        (country.is_none(), std::cmp::Reverse(share.uses), country.map(Country::name))
    };
    shares.countries.sort_by_key(order);
    shares
}

/// From the first year that has a use to the last, years without one between them, and what has no year last.
fn by_year(counts: &BTreeMap<Option<i32>, Share>) -> Vec<(Option<i32>, Share)> {
    let used = || counts.iter().filter(|(year, share)| year.is_some() && share.uses > 0);
    let (first, last) = (used().next().map(|(y, _)| *y), used().next_back().map(|(y, _)| *y));
    let inside = |year: &Option<i32>| year.is_some() && Some(*year) >= first && Some(*year) <= last;
    let years = counts.iter().filter(|(year, _)| first.is_some() && inside(year));
    let mut rows: Vec<(Option<i32>, Share)> = years.map(|(year, share)| (*year, *share)).collect();
    rows.extend(counts.get(&None).filter(|share| share.uses > 0).map(|share| (None, *share)));
    rows
}

/// A document's mentions, walked along with its sentences.
#[derive(Default)]
struct Mentions {
    date: usize,
    country: usize,
}

impl Mentions {
    /// The years that the dates of a sentence begin in, once each; one nothing where there are none.
    fn years(&mut self, document: &Document, sentence: Span) -> Vec<Option<i32>> {
        let dates = document.dates.get(self.date..).unwrap_or_default();
        self.date += dates.iter().take_while(|d| d.span.start < sentence.start).count();
        let dates = document.dates.get(self.date..).unwrap_or_default();
        let inside = dates.iter().take_while(|d| d.span.start < sentence.end);
        let values = inside.filter_map(|d| d.date.as_ref()).filter(|value| value.anchored);
        let year = |day: Option<NaiveDate>| day.map(|day| day.year());
        once(values.filter_map(|value| year(value.earliest).or(year(value.latest))).collect())
    }

    /// The countries that a sentence names, once each; one nothing where there are none.
    fn countries(&mut self, document: &Document, sentence: Span) -> Vec<Option<Country>> {
        let found = document.countries.get(self.country..).unwrap_or_default();
        self.country += found.iter().take_while(|c| c.span.start < sentence.start).count();
        let found = document.countries.get(self.country..).unwrap_or_default();
        let inside = found.iter().take_while(|c| c.span.start < sentence.end);
        once(inside.map(|mention| mention.country).collect())
    }
}

fn once<T: Ord>(mut all: Vec<T>) -> Vec<Option<T>> {
    all.sort_unstable();
    all.dedup();
    if all.is_empty() { vec![None] } else { all.into_iter().map(Some).collect() }
}
