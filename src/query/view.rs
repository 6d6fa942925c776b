//! What a lens leaves of a corpus, with the counts that must never be hidden. A corpus, its index and a lens come
//! in; ids in their own order, hits and counts go out. Never reorders time, never drops an item uncounted.

use super::bits::Bits;
use super::counts::{Counts, DocumentCounts};
use super::index::Matches;
use super::{DateRange, Index, Lens};
use crate::extract::DateMention;
use crate::extract::country::Country;
use crate::model::{AssessmentId, Corpus, Day, DocId, Document, EventId, IndicatorId};
use crate::text::Span;
use std::borrow::Cow;

/// What is left to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Events in chronological order.
    pub events: Vec<EventId>,
    /// Documents with at least one hit, event or indicator left, in corpus order; all under an empty lens.
    pub documents: Vec<DocId>,
    /// Indicators left, in corpus order.
    pub indicators: Vec<IndicatorId>,
    /// Assessments left, in corpus order.
    pub assessments: Vec<AssessmentId>,
    /// Sentences that match, by document and place: what `n` and `N` run through. None under an empty lens.
    pub hits: Vec<Hit>,
    /// Shown, total and hidden.
    pub counts: Counts,
    /// The same for each document of the corpus, left or not, by [`DocId::index`].
    pub per_document: Vec<DocumentCounts>,
}

/// One matching sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub document: DocId,
    /// The sentence.
    pub sentence: Span,
}

impl View {
    /// Applies a lens, for a single question. Where many follow, keep an [`Index`] and ask it.
    pub fn new(corpus: &Corpus, lens: &Lens) -> Self {
        Index::for_lens(corpus, lens).view(corpus, lens)
    }

    /// Like [`Index::country_counts`], for a single question.
    pub fn country_counts(corpus: &Corpus, lens: &Lens) -> Vec<(Country, usize)> {
        Index::for_lens(corpus, lens).country_counts(corpus, lens)
    }
}

impl Index {
    pub(super) fn for_lens(corpus: &Corpus, lens: &Lens) -> Self {
        if lens.text.is_empty() { Self::places(corpus) } else { Self::new(corpus) }
    }

    /// Applies a lens to the corpus this index was made of.
    pub fn view(&self, corpus: &Corpus, lens: &Lens) -> View {
        let text = (!lens.text.is_empty()).then(|| self.matches(corpus, &lens.text));
        let text = text.as_ref();
        let mut view = View { per_document: self.totals.clone(), ..View::default() };
        view.add_events(corpus, lens, text, self);
        view.add_indicators(corpus, lens, |at| {
            text.is_none_or(|t| t.leaves(self.indicators.get(at).copied().unwrap_or(u32::MAX)))
        });
        view.add_assessments(corpus, lens, text, self);
        view.add_hits(corpus, lens, text, self);
        let left = |(_, c): &(usize, &DocumentCounts)| {
            lens.is_empty()
                || c.hits + c.events_shown + c.indicators_shown + c.assessments_shown > 0
        };
        let documents = view.per_document.iter().enumerate().filter(left);
        view.documents = documents.map(|(at, _)| DocId(at as u32)).collect();
        view.counts.documents_shown = view.documents.len();
        view.counts.documents_total = corpus.documents.len();
        view
    }

    /// How many events each country has under the rest of the lens (text and dates, not its countries), by falling
    /// count, then name.
    pub fn country_counts(&self, corpus: &Corpus, lens: &Lens) -> Vec<(Country, usize)> {
        let rest = Lens { text: lens.text.clone(), dates: lens.dates.clone(), ..Lens::default() };
        let mut counts = std::collections::BTreeMap::new();
        for event in self.view(corpus, &rest).events.iter().filter_map(|&id| corpus.event(id)) {
            for &(country, via) in corpus.countries(event) {
                *counts.entry(country).or_insert(0) += usize::from(lens.countries.admits_via(via));
            }
        }
        let mut counts: Vec<_> = counts.into_iter().filter(|&(_, count)| count > 0).collect();
        counts.sort_by_key(|&(country, count)| (std::cmp::Reverse(count), country.name()));
        counts
    }
}

impl View {
    fn add_events(&mut self, corpus: &Corpus, lens: &Lens, text: Option<&Matches>, index: &Index) {
        let all = || Bits::all(corpus.events.len());
        let left = text.map_or_else(|| Cow::Owned(all()), |text| Cow::Borrowed(&text.events));
        self.events.reserve_exact(left.count());
        if lens.countries.is_empty() && lens.dates.is_none() {
            self.events.extend(left.iter().map(|at| EventId(at as u32)));
            index.count_events(corpus, &left, &mut self.per_document);
        } else {
            for at in left.iter() {
                self.add_event(corpus, lens, at);
            }
        }
        self.counts.events_shown = self.events.len();
        self.counts.events_total = corpus.events.len();
    }

    /// Adds an event that the text leaves, if countries and dates leave it too.
    fn add_event(&mut self, corpus: &Corpus, lens: &Lens, at: usize) {
        let Some(event) = corpus.events.get(at) else { return };
        let Some(counts) = self.per_document.get_mut(event.document.index()) else { return };
        let matches = lens.countries.matches(corpus.countries(event).iter().copied());
        match &lens.dates {
            Some(_) if matches && !event.is_dated() => self.counts.events_undated += 1,
            Some(range) if !(event.is_dated() && range.overlaps(event.earliest, event.latest)) => {}
            _ if matches => {
                counts.events_shown += 1;
                self.events.push(EventId(at as u32));
            }
            _ => {}
        }
    }

    fn add_indicators(&mut self, corpus: &Corpus, lens: &Lens, text: impl Fn(usize) -> bool) {
        for (at, indicator) in corpus.indicators.iter().enumerate() {
            let Some(counts) = self.per_document.get_mut(indicator.document.index()) else {
                continue;
            };
            let dated = |range: &DateRange| {
                indicator.is_dated() && range.overlaps(indicator.earliest, indicator.latest)
            };
            let matches = text(at)
                && lens.countries.matches(indicator.country.into_iter())
                && lens.dates.as_ref().is_none_or(dated);
            if matches {
                counts.indicators_shown += 1;
                self.indicators.push(IndicatorId(at as u32));
            }
        }
        self.counts.indicators_shown = self.indicators.len();
        self.counts.indicators_total = corpus.indicators.len();
    }

    /// A sentence is a hit when it matches text, countries and dates itself, or tells of an event that is left.
    fn add_hits(&mut self, corpus: &Corpus, lens: &Lens, text: Option<&Matches>, index: &Index) {
        self.counts.sentences = index.sentence_count();
        if lens.is_empty() {
            return;
        }
        let plain = lens.countries.is_empty() && lens.dates.is_none();
        let mut told = Bits::none(index.sentence_count());
        match text {
            // Where only words count, an event is left because its sentence is, but for some.
            Some(text) if plain => {
                for event in text.apart.iter().filter(|&event| text.events.contains(event)) {
                    told.insert(index.sentence_of(EventId(event as u32)));
                }
            }
            _ => self.events.iter().for_each(|&event| told.insert(index.sentence_of(event))),
        }
        let mut left = text.map_or_else(|| Bits::all(told.len()), |text| text.sentences.clone());
        left.unite(&told);
        self.hits.reserve_exact(if plain { left.count() } else { 0 });
        for (at, document) in corpus.documents.iter().enumerate() {
            let id = DocId(at as u32);
            let mut mentions = Mentions::new(document);
            let numbers = index.sentences(id);
            for number in left.within(numbers.clone()) {
                let sentence = document.text.sentences.get(number - numbers.start).copied();
                let Some(sentence) = sentence else { continue };
                if plain || told.contains(number) || mentions.concern(lens, sentence) {
                    self.hits.push(Hit { document: id, sentence });
                }
            }
        }
        for hit in &self.hits {
            if let Some(counts) = self.per_document.get_mut(hit.document.index()) {
                counts.hits += 1;
            }
        }
        self.counts.hits = self.hits.len();
    }
}

/// A document's mentions, walked along with its sentences.
struct Mentions<'a> {
    document: &'a Document,
    country: usize,
    date: usize,
}

impl<'a> Mentions<'a> {
    fn new(document: &'a Document) -> Self {
        Self { document, country: 0, date: 0 }
    }

    /// Whether a sentence concerns the countries and dates of a lens. Sentences must rise from call to call.
    fn concern(&mut self, lens: &Lens, sentence: Span) -> bool {
        if !lens.countries.is_empty() {
            let rest = self.document.countries.get(self.country..).unwrap_or_default();
            self.country += rest.partition_point(|c| c.span.start < sentence.start);
            let rest = self.document.countries.get(self.country..).unwrap_or_default();
            let inside = rest.iter().take_while(|c| c.span.start < sentence.end);
            if !lens.countries.matches(inside.map(|c| (c.country, c.via))) {
                return false;
            }
        }
        let Some(range) = &lens.dates else { return true };
        let rest = self.document.dates.get(self.date..).unwrap_or_default();
        self.date += rest.partition_point(|d| d.span.start < sentence.start);
        let rest = self.document.dates.get(self.date..).unwrap_or_default();
        rest.iter().take_while(|d| d.span.start < sentence.end).any(|d| range.holds(d))
    }
}

impl DateRange {
    /// Whether a mention stands on the calendar and overlaps the range.
    pub fn holds(&self, mention: &DateMention) -> bool {
        let Some(value) = mention.date.as_ref().filter(|value| value.anchored) else {
            return false;
        };
        let bounded = value.earliest.is_some() || value.latest.is_some();
        bounded && self.overlaps(Day::earliest(value.earliest), Day::latest(value.latest))
    }
}
