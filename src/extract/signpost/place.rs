//! Which countries a warning sign concerns, and of which kind it is. Findings come in without both, and go out with what
//! the text tells.

use super::finding::{SignpostFinding, SignpostKind, Told};
use super::lexicon::LEXICON;
use super::word::words;
use crate::extract::country::Country;
use crate::extract::{CountryMention, Via};
use crate::text::{BlockKind, Span, Text};

/// Where countries are named.
pub(super) struct Places<'a> {
    text: &'a Text,
    countries: &'a [CountryMention],
    title: Option<Span>,
}

impl<'a> Places<'a> {
    /// The places of a text.
    pub(super) fn new(
        text: &'a Text,
        countries: &'a [CountryMention],
        title: Option<Span>,
    ) -> Self {
        Self { text, countries, title }
    }

    /// Adds countries and kind to a finding: its own sentence's, else its section's, else the title's.
    pub(super) fn complete(&self, sign: &mut SignpostFinding) {
        let places = [
            (Some(sign.sentence), Told::Sentence),
            (sign.under, Told::Section),
            (sign.points_to, Told::Section),
            (self.heading(sign.span.start), Told::Section),
            (self.title, Told::Title),
        ];
        for (span, told) in places {
            let named = span.map(|span| self.named(span)).unwrap_or_default();
            if !named.is_empty() {
                (sign.countries, sign.told) = (named, Some(told));
                break;
            }
        }
        sign.kind = kind(self.text, sign.span).or_else(|| kind(self.text, sign.under?));
    }

    /// The countries named in a span.
    fn named(&self, span: Span) -> Vec<(Country, Via)> {
        let first = self.countries.partition_point(|mention| mention.span.start < span.start);
        let inside = self.countries.iter().skip(first);
        let inside = inside.take_while(|mention| mention.span.start < span.end);
        let mut named: Vec<(Country, Via)> =
            inside.map(|mention| (mention.country, mention.via)).collect();
        named.sort_unstable();
        named.dedup_by_key(|(country, _)| *country);
        named
    }

    /// The heading of the section that a place stands in.
    fn heading(&self, at: u32) -> Option<Span> {
        let before = self.text.blocks.partition_point(|block| block.span.start <= at);
        let blocks = self.text.blocks.get(..before).unwrap_or_default().iter();
        blocks.rev().find(|b| matches!(b.kind, BlockKind::Heading(_))).map(|block| block.span)
    }
}

/// The kind that the words of a span tell of; nothing where they tell of several.
fn kind(text: &Text, span: Span) -> Option<SignpostKind> {
    let mut told = None;
    for word in words(text, span) {
        match LEXICON.kind(&word.low) {
            Some(kind) if told.is_some_and(|other| other != kind) => return None,
            Some(kind) => told = Some(kind),
            None => {}
        }
    }
    told
}
