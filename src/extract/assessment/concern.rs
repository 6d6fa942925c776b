//! Which countries a judgement is about: those of its own words, else those nearest before it in its paragraph, else those of its
//! heading, else those of the title. Says which; never takes a country from further away.

use super::lexicon::Found;
use super::told::Reach;
use crate::extract::country::Country;
use crate::extract::{CountryMention, Via};
use crate::text::{BlockKind, Span, Text};

/// The countries of a document, and what stands over the text at hand.
pub(super) struct Concern<'a> {
    text: &'a Text,
    countries: &'a [CountryMention],
    heading: Option<Span>,
    title: Option<Span>,
}

/// Countries and where they are named.
pub(super) type Concerned = (Box<[(Country, Via)]>, Reach);

impl<'a> Concern<'a> {
    pub(super) fn new(text: &'a Text, countries: &'a [CountryMention]) -> Self {
        let title = text.blocks.iter().find(|block| block.kind == BlockKind::Title);
        Self { text, countries, heading: None, title: title.map(|block| block.span) }
    }

    /// Notes the heading that the text goes on under.
    pub(super) fn under(&mut self, heading: Span) {
        self.heading = Some(heading);
    }

    /// The countries of a judgement within a block, in which these words were found.
    pub(super) fn of(&self, span: Span, block: Span, found: &[Found]) -> Concerned {
        let own = self.within(span, found);
        if !own.is_empty() {
            return (own, Reach::Own);
        }
        let before = Span { start: block.start, end: span.start };
        let sentences = self.text.sentences_in(before);
        let near =
            sentences.iter().rev().map(|&s| self.within(s, found)).find(|found| !found.is_empty());
        if let Some(near) = near {
            return (near, Reach::Paragraph);
        }
        let over = [(self.heading, Reach::Heading), (self.title, Reach::Title)];
        for (place, reach) in over {
            let found = place.map(|span| self.within(span, &[])).unwrap_or_default();
            if !found.is_empty() {
                return (found, reach);
            }
        }
        (Box::default(), Reach::Nowhere)
    }

    /// The countries that a stretch of text names, those of a region it names included.
    fn within(&self, span: Span, words: &[Found]) -> Box<[(Country, Via)]> {
        let first = self.countries.partition_point(|c| c.span.start < span.start);
        let inside = self.countries.iter().skip(first).take_while(|c| c.span.start < span.end);
        let mut found: Vec<(Country, Via)> = inside.map(|c| (c.country, c.via)).collect();
        let regions = words.iter().filter(|f| span.covers(f.span)).flat_map(Found::region);
        found.extend(regions.map(|country| (*country, Via::Group)));
        found.sort_unstable();
        found.dedup_by_key(|(country, _)| *country);
        found.into_boxed_slice()
    }
}
