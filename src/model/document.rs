//! One document: its bytes, its reading text, what it says of itself, its sections.

use crate::extract::{CountryMention, DateMention, DateValue, Front, Quantity};
use crate::source::Facts;
use crate::text::{Span, Text};
use std::sync::Arc;

/// A document of the corpus.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where it was read from, as the user would name it; the `doc` of every export.
    pub path: Box<str>,
    /// The file's own bytes.
    pub bytes: Arc<[u8]>,
    /// The reading text.
    pub text: Text,
    /// Title, date, authors, publisher, as the text gives them.
    pub front: Front,
    /// What is stated of it outside the text; it counts before what the text gives.
    pub facts: Facts,
    /// The date of publication: the manifest's, else the text's own. `None` is "undated".
    pub published: Option<DateValue>,
    /// The outline, in reading order.
    pub sections: Vec<Section>,
    /// Dates found, rising by place.
    pub dates: Vec<DateMention>,
    /// Countries found, rising by place.
    pub countries: Vec<CountryMention>,
    /// Quantities found, rising by place.
    pub quantities: Vec<Quantity>,
}

/// A heading and the text under it, down to the next heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The heading's words.
    pub heading: Span,
    /// 0 for the title, 1 and up for headings.
    pub level: u8,
    /// Heading and text together.
    pub span: Span,
}

impl Document {
    /// The file's name without folder and extension.
    pub fn name(&self) -> &str {
        let file = self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path);
        file.rsplit_once('.').map_or(file, |(stem, _)| if stem.is_empty() { file } else { stem })
    }

    /// Its title, as stated, else as the text gives it.
    pub fn title(&self) -> Option<&str> {
        self.facts.title.as_deref().or_else(|| self.front.title.map(|span| self.text.words(span)))
    }

    /// Its authors, as stated, else as the text gives them.
    pub fn authors(&self) -> Vec<&str> {
        if self.facts.authors.is_empty() {
            return self.front.authors.iter().map(|&span| self.text.words(span)).collect();
        }
        self.facts.authors.iter().map(String::as_str).collect()
    }

    /// Who published it, as stated, else as the text gives it.
    pub fn publisher(&self) -> Option<&str> {
        let own = || self.front.publisher.map(|span| self.text.words(span));
        self.facts.publisher.as_deref().or_else(own)
    }

    /// What to call it on screen: its title, else its first words, else its file name.
    pub fn label(&self) -> &str {
        let opening = || self.text.sentences.first().map(|&s| self.text.words(s));
        self.title().or_else(opening).filter(|s| !s.is_empty()).unwrap_or_else(|| self.name())
    }

    /// The innermost section at an offset of the reading text, as an index of `sections`.
    pub fn section_at(&self, at: u32) -> Option<usize> {
        let after = self.sections.partition_point(|s| s.span.start <= at);
        after.checked_sub(1)
    }
}
