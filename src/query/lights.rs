//! Says what to light in a stretch of reading text, and why: the words, countries and dates a lens asked for.
//! A lens and a span come in, places with reasons go out. Never colours anything.

use super::Lens;
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::Document;
use crate::text::Span;

/// A place to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Light {
    /// Where, in the document's reading text.
    pub span: Span,
    /// What asked for it.
    pub why: Why,
}

/// The part of the lens that a place answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The text.
    Text,
    /// The countries.
    Country,
    /// The dates.
    Date,
}

impl Lens {
    /// What to light in a span of a document (a sentence, a paragraph), in order of place. Lights may overlap.
    pub fn lights(&self, document: &Document, span: Span) -> Vec<Light> {
        let start = span.start as usize;
        let ranges = self.text.highlights(document.text.words(span)).into_iter();
        let mut lights: Vec<Light> = ranges
            .map(|r| Light { span: Span::new(r.start + start, r.end + start), why: Why::Text })
            .collect();
        let first = document.countries.partition_point(|c| c.span.start < span.start);
        let inside = document.countries.iter().skip(first).take_while(|c| c.span.start < span.end);
        for mention in inside {
            if self.countries.admits(mention.country, mention.via) {
                lights.push(Light { span: mention.span, why: Why::Country });
            }
            if self.text.names(mention.country, mention.via) {
                lights.push(Light { span: mention.span, why: Why::Text });
            }
        }
        let first = document.dates.partition_point(|d| d.span.start < span.start);
        let inside = document.dates.iter().skip(first).take_while(|d| d.span.start < span.end);
        let dated = inside.filter(|d| self.dates.as_ref().is_some_and(|range| range.holds(d)));
        lights.extend(dated.map(|d| Light { span: d.span, why: Why::Date }));
        lights.sort_unstable_by_key(|l| (l.span, l.why));
        lights.dedup();
        lights
    }

    /// Whether a country's code on an event's row is to be lit: the lens asks for it, or its text names it.
    pub fn lights_country(&self, country: Country, via: Via) -> bool {
        self.countries.admits(country, via) || self.text.names(country, via)
    }
}
