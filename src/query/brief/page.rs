//! A page of quotes with numbered sources, as it is put together. Spans come in; the same place always has the same number.

use crate::model::{Corpus, DocId};
use crate::query::Citation;
use crate::text::Span;
use std::collections::HashMap;

/// A brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// What it is about: "Kazakhstan, 2025".
    pub title: String,
    /// What was read and searched, counted by bluf.
    pub facts: Vec<String>,
    /// Its parts, in their order; one without lines says why.
    pub parts: Vec<Part>,
    /// Every place that is quoted; the first is number 1.
    pub sources: Vec<Source>,
}

/// A place that is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: DocId,
    /// The words.
    pub span: Span,
}

/// A part of a brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which one.
    pub section: Section,
    /// Its quotes.
    pub lines: Vec<Line>,
    /// How many more there are that the page has no room for.
    pub left: usize,
    /// What bluf counted: never a sentence about the world.
    pub facts: Vec<String>,
}

/// A quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is, in a few words: "2025-03 · agreement · KG TJ".
    pub label: String,
    /// Its source, as a number from 1.
    pub source: usize,
    /// What is to be known of it: words of likelihood with their scale, a trend, what another document says.
    pub notes: Vec<String>,
}

/// The parts of a brief, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The bottom line.
    BottomLine,
    /// What happened.
    Events,
    /// Figures with their trend.
    Figures,
    /// Judgements with their likelihood.
    Judgements,
    /// Scenarios.
    Scenarios,
    /// Signs to watch.
    Signs,
    /// Where documents differ.
    Differences,
    /// What the corpus does not say.
    Gaps,
}

impl Section {
    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::BottomLine => "Bottom line",
            Self::Events => "What happened",
            Self::Figures => "Figures",
            Self::Judgements => "Judgements",
            Self::Scenarios => "Scenarios",
            Self::Signs => "Signs to watch",
            Self::Differences => "Where documents differ",
            Self::Gaps => "What the corpus does not say",
        }
    }

    /// The word of exports: `bottom-line`, `events`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::BottomLine => "bottom-line",
            Self::Events => "events",
            Self::Figures => "figures",
            Self::Judgements => "judgements",
            Self::Scenarios => "scenarios",
            Self::Signs => "signs",
            Self::Differences => "differences",
            Self::Gaps => "gaps",
        }
    }
}

impl Brief {
    /// How many quotes it has.
    pub fn quotes(&self) -> usize {
        self.parts.iter().map(|part| part.lines.len()).sum()
    }

    /// The sources by document, in the order they are first quoted, each with its number.
    pub(super) fn by_document(&self) -> Vec<(DocId, Vec<(usize, Source)>)> {
        let mut all: Vec<(DocId, Vec<(usize, Source)>)> = Vec::new();
        for (number, &source) in (1..).zip(&self.sources) {
            match all.iter_mut().find(|(id, _)| *id == source.document) {
                Some((_, sources)) => sources.push((number, source)),
                None => all.push((source.document, vec![(number, source)])),
            }
        }
        all
    }

    /// The citation of a line.
    pub fn citation<'a>(&self, corpus: &'a Corpus, line: &Line) -> Option<Citation<'a>> {
        self.sources.get(line.source.checked_sub(1)?)?.citation(corpus)
    }
}

impl Source {
    /// Its citation.
    pub fn citation<'a>(&self, corpus: &'a Corpus) -> Option<Citation<'a>> {
        Some(Citation::of(corpus.document(self.document)?, self.span))
    }
}

/// A brief in the making.
#[derive(Default)]
pub(super) struct Draft {
    parts: Vec<Part>,
    sources: Vec<Source>,
    /// The place of each among the sources.
    numbers: HashMap<(DocId, Span), usize>,
}

impl Draft {
    /// The number of a place, a new one where it is not quoted yet.
    pub(super) fn number(&mut self, document: DocId, span: Span) -> usize {
        let source = Source { document, span };
        let next = self.sources.len();
        let at = *self.numbers.entry((document, span)).or_insert(next);
        if at == next {
            self.sources.push(source);
        }
        at + 1
    }

    /// A line that quotes a place.
    pub(super) fn line(
        &mut self,
        label: String,
        (document, span): (DocId, Span),
        notes: Vec<String>,
    ) -> Line {
        Line { label, source: self.number(document, span), notes }
    }

    pub(super) fn part(
        &mut self,
        section: Section,
        lines: Vec<Line>,
        left: usize,
        facts: Vec<String>,
    ) {
        self.parts.push(Part { section, lines, left, facts });
    }

    pub(super) fn finish(self, (title, facts): (String, Vec<String>)) -> Brief {
        Brief { title, facts, parts: self.parts, sources: self.sources }
    }
}
