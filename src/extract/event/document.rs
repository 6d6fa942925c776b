//! What every step reads of a document: its text, the dates and countries found in it, and its own date.
//! Plain values.

use crate::extract::country::Country;
use crate::extract::{CountryMention, DateMention, Via};
use crate::text::{Block, Span, Text};
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// A document with what was found in it before its events.
pub(super) struct Document<'a> {
    pub(super) text: &'a Text,
    pub(super) dates: &'a [DateMention],
    pub(super) countries: &'a [CountryMention],
    pub(super) published: Option<NaiveDate>,
    /// The country nearly all its mentions name, where there are enough.
    pub(super) own: Option<Country>,
    /// The country whose people speak where it says "we", once it was asked for.
    pub(super) voice: OnceCell<Option<Country>>,
}

/// A document speaks of one country where it names it so often, and in so many of a hundred mentions.
const NAMED: usize = 6;
const SHARE: usize = 70;

/// The country that nearly all mentions of a document name.
pub(super) fn own(countries: &[CountryMention]) -> Option<Country> {
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for mention in countries.iter().filter(|m| m.via != Via::Group) {
        *counts.entry(mention.country).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let (country, most) = counts.into_iter().max_by_key(|&(_, count)| count)?;
    (most >= NAMED && most * 100 >= all * SHARE).then_some(country)
}

/// The country that a document names much more often than any other: whose "we" it is.
fn voice(countries: &[CountryMention]) -> Option<Country> {
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for mention in countries.iter().filter(|m| m.via != Via::Group) {
        *counts.entry(mention.country).or_default() += 1;
    }
    let (country, most) = counts.iter().map(|(c, n)| (*c, *n)).max_by_key(|&(_, count)| count)?;
    let second = counts.iter().filter(|(c, _)| **c != country).map(|(_, n)| *n).max();
    (most > 2 && most >= 2 * second.unwrap_or_default()).then_some(country)
}

impl Document<'_> {
    /// The country whose "we" it is.
    pub(super) fn voice(&self) -> Option<Country> {
        *self.voice.get_or_init(|| voice(self.countries))
    }

    /// The block that holds the start of a span.
    pub(super) fn block(&self, span: Span) -> Option<&Block> {
        self.text.blocks.get(self.text.block_at(span.start)?)
    }
}
