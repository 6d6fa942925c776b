//! What is kept of a corpus so that every keystroke is answered at once. A corpus comes in, once; for each pattern,
//! which sentences, events and indicators match its text goes out. Knows nothing of countries or dates but names.

use super::bits::Bits;
use super::counts::DocumentCounts;
use super::pattern::Pattern;
use super::projection::Projection;
use super::states::SourceCounts;
use super::term::{self, Shape, Term};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, DocId, Document, EventId};
use crate::text::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The searchable side of one corpus. It must be asked about that corpus only.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// All sentences, by document and place, then the titles of events whose words stand elsewhere.
    pub(super) texts: Projection,
    /// The number of each document's first sentence, then the number of all sentences.
    pub(super) first: Vec<u32>,
    /// For each event, its sentence.
    events: Vec<u32>,
    /// The events whose title's words stand outside their sentence, rising.
    titled: Vec<u32>,
    /// For each country, the events that concern it by more than a group, rising.
    concerned: Vec<(Country, Vec<u32>)>,
    /// For each indicator, the sentence of its number.
    pub(super) indicators: Vec<u32>,
    /// For each assessment, the numbers of its first sentence and of the one behind its last.
    pub(super) assessments: Vec<[u32; 2]>,
    /// The events by their sentence.
    pub(super) events_by_sentence: Vec<u32>,
    /// The indicators by their sentence.
    pub(super) indicators_by_sentence: Vec<u32>,
    /// The tags of each document, as they are held against terms.
    tags: Vec<Box<[String]>>,
    /// What each document holds, nothing of it shown.
    pub(super) totals: Vec<DocumentCounts>,
    /// How many files are in which state: no frame counts them.
    pub files: SourceCounts,
}

/// No text: a number past all others.
const NONE: u32 = u32::MAX;

/// Fewer than one of so many sentences: their events are looked up, else all are gone through.
const FEW: usize = 128;

/// What the text of a lens leaves.
pub(super) struct Matches {
    /// By number of sentence, all documents in a row.
    pub(super) sentences: Bits,
    /// By event.
    pub(super) events: Bits,
    /// Events that are left though their sentence is not, or the other way round: their title or country says so.
    pub(super) apart: Bits,
    /// Whether what stands in no sentence is left.
    nowhere: bool,
}

impl Matches {
    /// Whether what stands in a sentence is left.
    pub(super) fn leaves(&self, sentence: u32) -> bool {
        if sentence == NONE { self.nowhere } else { self.sentences.contains(sentence as usize) }
    }
}

impl Index {
    /// Reads all sentences and titles of a corpus.
    pub fn new(corpus: &Corpus) -> Self {
        let mut index = Self::places(corpus);
        for (at, event) in corpus.events.iter().enumerate() {
            let inside = |&span: &Span| event.sentence.covers(span);
            if !corpus.title_spans(event).iter().all(inside) {
                index.titled.push(at as u32);
            }
        }
        index.titled.shrink_to_fit();
        index.concern(corpus);
        let documents = corpus.documents.iter();
        let sentences = documents.flat_map(|d| d.text.sentences.iter().map(|&s| d.text.words(s)));
        let titles = index.titled.iter().map(|&event| title(corpus, event));
        index.texts = Projection::new(sentences.map(Cow::from).chain(titles));
        index
    }

    /// An index that knows where everything stands but not what it says: enough for a lens without text.
    pub fn places(corpus: &Corpus) -> Self {
        let mut index = Self::default();
        index.place(corpus);
        index.count(corpus);
        index
    }

    /// Counts what each document holds.
    fn count(&mut self, corpus: &Corpus) {
        self.files = SourceCounts::of(corpus);
        self.totals = vec![DocumentCounts::default(); corpus.documents.len()];
        for event in &corpus.events {
            if let Some(counts) = self.totals.get_mut(event.document.index()) {
                counts.events_total += 1;
            }
        }
        for indicator in &corpus.indicators {
            if let Some(counts) = self.totals.get_mut(indicator.document.index()) {
                counts.indicators_total += 1;
            }
        }
    }

    /// Numbers the sentences and finds those of events and indicators.
    fn place(&mut self, corpus: &Corpus) {
        let mut number = 0;
        for document in &corpus.documents {
            self.first.push(number);
            number += document.text.sentences.len() as u32;
        }
        self.first.push(number);
        let tags = |document: &Document| document.tags().into_iter().map(term::tag).collect();
        self.tags = corpus.documents.iter().map(|document| tags(document)).collect();
        let events = corpus.events.iter();
        self.events = events.map(|e| self.sentence_at(corpus, e.document, e.sentence)).collect();
        let numbers = corpus.indicators.iter().map(|i| (i.document, i.number));
        self.indicators = numbers.map(|(d, span)| self.sentence_at(corpus, d, span)).collect();
        for (document, &first) in corpus.documents.iter().zip(&self.first) {
            let sentences = &document.text.sentences;
            self.assessments.extend(document.assessments.iter().map(|finding| {
                let from = sentences.partition_point(|s| s.end <= finding.span.start);
                let rest = sentences.iter().skip(from);
                let inside = rest.take_while(|s| s.start < finding.span.end).count();
                [first + from as u32, first + (from + inside) as u32]
            }));
        }
        self.events_by_sentence = by_sentence(&self.events);
        self.indicators_by_sentence = by_sentence(&self.indicators);
    }

    /// Notes the events of each country.
    fn concern(&mut self, corpus: &Corpus) {
        let mut concerned: BTreeMap<Country, Vec<u32>> = BTreeMap::new();
        for (at, event) in corpus.events.iter().enumerate() {
            for &(country, _) in
                corpus.countries(event).iter().filter(|(_, via)| *via != Via::Group)
            {
                let events = concerned.entry(country).or_default();
                if events.last() != Some(&(at as u32)) {
                    events.push(at as u32);
                }
            }
        }
        self.concerned = concerned.into_iter().collect();
        self.concerned.iter_mut().for_each(|(_, events)| events.shrink_to_fit());
    }

    /// Counts a set of events in the documents that tell of them.
    pub(super) fn count_events(&self, corpus: &Corpus, set: &Bits, counts: &mut [DocumentCounts]) {
        let few = set.count() < self.events.len() / 16;
        if few
            || self
                .events_by_sentence
                .last()
                .is_some_and(|&e| self.events.get(e as usize) == Some(&NONE))
        {
            for event in set.iter().filter_map(|at| corpus.events.get(at)) {
                if let Some(counts) = counts.get_mut(event.document.index()) {
                    counts.events_shown += 1;
                }
            }
            return;
        }
        // By sentence is by document: no row need be looked at.
        let mut rest = self.events_by_sentence.as_slice();
        for counts in counts {
            let (here, more) = rest.split_at_checked(counts.events_total).unwrap_or_default();
            counts.events_shown =
                here.iter().filter(|&&event| set.contains(event as usize)).count();
            rest = more;
        }
    }

    /// How many sentences there are.
    pub(super) fn sentence_count(&self) -> usize {
        self.first.last().map_or(0, |&n| n as usize)
    }

    /// The number of an event's sentence; past all others where it stands in none.
    pub(super) fn sentence_of(&self, event: EventId) -> usize {
        self.events.get(event.index()).copied().unwrap_or(NONE) as usize
    }

    /// The numbers of a document's sentences.
    pub(super) fn sentences(&self, document: DocId) -> std::ops::Range<usize> {
        let at = |i: usize| self.first.get(i).map_or(0, |&n| n as usize);
        at(document.index())..at(document.index() + 1)
    }

    /// What a pattern leaves: an item must match every group of terms.
    pub(super) fn matches(&self, corpus: &Corpus, pattern: &Pattern) -> Matches {
        let text = |number: usize| self.text(corpus, number);
        let found = |term: &Term| match term.shape {
            Shape::Tag => self.tagged(term),
            _ => self.texts.found(term, &text),
        };
        let found: Vec<Vec<Bits>> =
            pattern.groups.iter().map(|group| group.iter().map(found).collect()).collect();
        let groups = || pattern.groups.iter().zip(&found);
        let mut texts = Bits::all(self.texts.len());
        for (terms, sets) in groups() {
            let mut any = Bits::none(self.texts.len());
            for (term, set) in terms.iter().zip(sets) {
                if term.negated { any.unite_rest(set) } else { any.unite(set) }
            }
            texts.intersect(&any);
        }
        texts.truncate(self.sentence_count());
        let nowhere = pattern.groups.iter().all(|group| group.iter().any(|term| term.negated));
        let mut all = Matches {
            sentences: texts,
            events: Bits::none(self.events.len()),
            apart: self.apart(pattern),
            nowhere,
        };
        let left = all.sentences.count();
        if nowhere || left > self.events.len() / FEW {
            all.events = Bits::of(self.events.iter().map(|&sentence| all.leaves(sentence)));
        } else {
            for sentence in all.sentences.iter() {
                self.events_in(sentence as u32).for_each(|event| all.events.insert(event.index()));
            }
        }
        for event in all.apart.iter() {
            let title = self.titled.binary_search(&(event as u32)).ok();
            let title = title.map_or(usize::MAX, |at| self.sentence_count() + at);
            let sentence = self.sentence_of(EventId(event as u32));
            let matches = groups().all(|(terms, sets)| {
                terms.iter().zip(sets).any(|(term, set)| {
                    let found = set.contains(sentence) || set.contains(title);
                    (found || self.is_named(term, event as u32)) != term.negated
                })
            });
            all.events.set(event, matches);
        }
        all
    }

    /// The sentences of the documents that have a tag.
    fn tagged(&self, term: &Term) -> Bits {
        let mut set = Bits::none(self.texts.len());
        for (at, tags) in self.tags.iter().enumerate() {
            if tags.iter().any(|tag| term.is_tag(tag)) {
                self.sentences(DocId(at as u32)).for_each(|sentence| set.insert(sentence));
            }
        }
        set
    }

    /// How many texts are known: all sentences, then the titles beside them.
    pub(super) fn all_texts(&self) -> usize {
        self.texts.len()
    }

    /// The events that a pattern may treat otherwise than their sentences.
    fn apart(&self, pattern: &Pattern) -> Bits {
        let mut apart = Bits::none(self.events.len());
        self.titled.iter().for_each(|&event| apart.insert(event as usize));
        for (country, events) in &self.concerned {
            let mut terms = pattern.groups.iter().flatten();
            if terms.any(|term| term.named.contains(*country, Via::Name)) {
                for &event in events {
                    apart.insert(event as usize);
                }
            }
        }
        apart
    }

    /// Whether a term names a country that an event concerns.
    fn is_named(&self, term: &Term, event: u32) -> bool {
        let mut named = self.concerned.iter().filter(|(c, _)| term.named.contains(*c, Via::Name));
        named.any(|(_, events)| events.binary_search(&event).is_ok())
    }

    /// The text of a number: a sentence, or the title of an event.
    pub(super) fn text<'a>(&self, corpus: &'a Corpus, number: usize) -> Cow<'a, str> {
        if let Some(at) = number.checked_sub(self.sentence_count()) {
            return self.titled.get(at).map_or(Cow::from(""), |&event| title(corpus, event));
        }
        let sentence = self.sentence(number as u32).and_then(|(id, at)| {
            let text = &corpus.document(id)?.text;
            text.sentences.get(at).map(|&span| text.words(span))
        });
        Cow::from(sentence.unwrap_or_default())
    }

    pub(super) fn sentence_at(&self, corpus: &Corpus, document: DocId, span: Span) -> u32 {
        let at = corpus.document(document).and_then(|d| d.text.sentence_at(span.start));
        at.map_or(NONE, |at| self.sentences(document).start as u32 + at as u32)
    }
}

/// Items in order of their sentences, in their own order within each. The sentence of each item comes in.
fn by_sentence(sentences: &[u32]) -> Vec<u32> {
    let mut items: Vec<u32> = (0..sentences.len() as u32).collect();
    items.sort_by_key(|&item| sentences.get(item as usize).copied());
    items
}

fn title(corpus: &Corpus, event: u32) -> Cow<'_, str> {
    corpus.event(EventId(event)).map_or(Cow::from(""), |event| corpus.title(event).into())
}
