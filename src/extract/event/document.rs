//! What every step reads of a document: its text, the dates and countries found in it, and its own date.
//! Plain values.

use crate::extract::{CountryMention, DateMention};
use crate::text::{Block, Span, Text};
use chrono::NaiveDate;

/// A document with what was found in it before its events.
pub(super) struct Document<'a> {
    pub(super) text: &'a Text,
    pub(super) dates: &'a [DateMention],
    pub(super) countries: &'a [CountryMention],
    pub(super) published: Option<NaiveDate>,
}

impl Document<'_> {
    /// The block that holds the start of a span.
    pub(super) fn block(&self, span: Span) -> Option<&Block> {
        self.text.blocks.get(self.text.block_at(span.start)?)
    }
}
