//! What is kept of a corpus for lookups, beside its index: which words are forms of one word, what stands in each sentence,
//! how recent it is. A corpus and its index come in, once. Answers nothing itself.

use super::stem;
use crate::extract::EntityKind;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, DocId, Document, EventId, IndicatorId};
use crate::query::bits::Bits;
use crate::query::fold::folded;
use crate::query::{Index, Roster};
use crate::text::BlockKind;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// The words by what they have in common, and the sentences by what they hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    /// The words by the hash of their stem.
    stems: Vec<(u64, u32)>,
    /// The names by the hash of what their transliterations have in common.
    names: Vec<(u64, u32)>,
    /// The sentences that hold an event.
    pub(super) events: Bits,
    /// The sentences that hold a figure.
    pub(super) figures: Bits,
    /// The sentences that are a heading or a title.
    pub(super) headings: Bits,
    /// The sentences that name a person.
    pub(super) persons: Bits,
    /// The sentences that begin a paragraph, or stand outside the paragraph of the one before.
    pub(super) paragraphs: Bits,
    /// The last day that each sentence tells of, else that its document was published on.
    pub(super) recent: Vec<Day>,
    /// All sentences, the most recent first, then by place.
    pub(super) by_recency: Vec<u32>,
    /// The sentences that have words, by the number of the first one, then by place.
    openers: Vec<u32>,
    /// The sentences that speak of a gap, rising.
    pub(super) gaps: Vec<u32>,
    /// The countries that a document names.
    pub(super) countries: BTreeSet<Country>,
    /// For each document, its folded title, path and publisher.
    pub(super) documents: Vec<[Box<str>; 3]>,
}

impl Book {
    /// Reads all words and sentences of a corpus.
    pub(super) fn new(corpus: &Corpus, index: &Index) -> Self {
        let words = index.vocabulary();
        let mut book = Self::default();
        let mut last = String::new();
        let mut key = String::new();
        for number in 0..words.len() as u32 {
            let word = words.word(number);
            // The same word with a capital follows at once.
            if word != last || number == 0 {
                word.clone_into(&mut last);
                key = stem::key(word);
            }
            book.stems.push((hash(&key), number));
            if words.is_capital(number)
                && let Some(name) = stem::name_key(word)
            {
                book.names.push((hash(&name), number));
            }
        }
        book.stems.sort_unstable();
        book.names.sort_unstable();
        book.stems.shrink_to_fit();
        book.names.shrink_to_fit();
        book.hold(corpus, index);
        book.place(corpus, index);
        book.order(index);
        book.name(corpus);
        book
    }

    /// Notes what goes by a name.
    fn name(&mut self, corpus: &Corpus) {
        let documents = corpus.documents.iter();
        let mentions = documents.flat_map(|document| &document.countries);
        self.countries = mentions.map(|mention| mention.country).collect();
        let names = |document: &Arc<Document>| {
            let title = document.title().unwrap_or_default();
            let publisher = document.publisher().unwrap_or_default();
            [title, &*document.path, publisher].map(|name| folded(name).into_boxed_str())
        };
        self.documents = corpus.documents.iter().map(names).collect();
    }

    /// Puts the sentences in the orders that questions go through them.
    fn order(&mut self, index: &Index) {
        let all = 0..index.sentence_count() as u32;
        let first = |sentence: u32| index.tokens(sentence).first().map(|word| word.word_number());
        let mut openers: Vec<(u32, u32)> =
            all.clone().filter_map(|sentence| Some((first(sentence)?, sentence))).collect();
        openers.sort_unstable();
        self.openers = openers.into_iter().map(|(_, sentence)| sentence).collect();
        self.by_recency = all.collect();
        let recent = &self.recent;
        self.by_recency.sort_by_key(|&sentence| Reverse(recent.get(sentence as usize).copied()));
    }

    /// The sentences whose first word is one of these.
    pub(super) fn opened_by(&self, index: &Index, words: &Range<u32>) -> &[u32] {
        let first = |sentence: u32| index.tokens(sentence).first().map(|word| word.word_number());
        let from = self.openers.partition_point(|&s| first(s) < Some(words.start));
        let to = self.openers.partition_point(|&s| first(s) < Some(words.end));
        self.openers.get(from..to).unwrap_or_default()
    }

    /// Notes where paragraphs begin.
    fn place(&mut self, corpus: &Corpus, index: &Index) {
        self.paragraphs = Bits::none(index.sentence_count());
        let mut number = 0;
        for document in &corpus.documents {
            let mut before = None;
            for sentence in &document.text.sentences {
                let here = Some(document.text.block_at(sentence.start));
                if here != before {
                    self.paragraphs.insert(number);
                }
                before = here;
                number += 1;
            }
        }
    }

    fn hold(&mut self, corpus: &Corpus, index: &Index) {
        let count = index.sentence_count();
        let mut headings = Bits::none(count);
        let (mut events, mut figures) = (headings.clone(), headings.clone());
        self.persons = headings.clone();
        self.recent = Vec::with_capacity(count);
        for document in &corpus.documents {
            let published = document.published.as_ref().and_then(|date| date.latest);
            let day = published.map_or(Day::MIN, |day| Day::latest(Some(day)));
            self.recent.resize(self.recent.len() + document.text.sentences.len(), day);
        }
        for (at, document) in corpus.documents.iter().enumerate() {
            let blocks = document.text.blocks.iter();
            for block in
                blocks.filter(|b| matches!(b.kind, BlockKind::Title | BlockKind::Heading(_)))
            {
                let first = document.text.sentences.partition_point(|s| s.start < block.span.start);
                let inside = document.text.sentences_in(block.span).len();
                for sentence in first..first + inside {
                    let number = index.sentence_number(DocId(at as u32), sentence);
                    headings.insert(number.map_or(usize::MAX, |n| n as usize));
                }
            }
        }
        let mut told = vec![Day::MIN; count];
        for (at, event) in corpus.events.iter().enumerate() {
            let sentence = index.sentence_of(EventId(at as u32));
            events.insert(sentence);
            if let Some(day) = told.get_mut(sentence).filter(|_| event.anchored) {
                *day = (*day).max(if event.latest == Day::MAX {
                    event.earliest
                } else {
                    event.latest
                });
            }
        }
        for at in 0..corpus.indicators.len() {
            let sentence = index.sentence_of_indicator(IndicatorId(at as u32));
            figures.insert(sentence);
            let row =
                corpus.indicators.get(at).filter(|row| row.is_dated() && row.latest != Day::MAX);
            if let (Some(day), Some(row)) = (told.get_mut(sentence), row) {
                *day = (*day).max(row.latest);
            }
        }
        for (recent, told) in self.recent.iter_mut().zip(told).filter(|(_, told)| *told != Day::MIN)
        {
            *recent = told;
        }
        (self.events, self.figures, self.headings) = (events, figures, headings);
    }

    /// Notes which sentences name a person.
    pub(super) fn meet(&mut self, corpus: &Corpus, index: &Index, roster: &Roster) {
        for (at, document) in corpus.documents.iter().enumerate() {
            let id = DocId(at as u32);
            for (words, entry) in roster.mentions_in(id) {
                let entry = roster.entries().get(*entry as usize);
                if entry.is_some_and(|entry| entry.kind == EntityKind::Person) {
                    let sentence = document.text.sentence_at(words.span.start);
                    let number = sentence.and_then(|sentence| index.sentence_number(id, sentence));
                    self.persons.insert(number.map_or(usize::MAX, |number| number as usize));
                }
            }
        }
    }

    /// The words of a stem.
    pub(super) fn of_stem<'a>(
        &'a self,
        index: &'a Index,
        key: &'a str,
    ) -> impl Iterator<Item = u32> {
        let same = move |word: &u32| stem::key(index.vocabulary().word(*word)) == key;
        run(&self.stems, hash(key)).filter(same)
    }

    /// The names that may be transliterations of one.
    pub(super) fn of_name<'a>(
        &'a self,
        index: &'a Index,
        key: &'a str,
    ) -> impl Iterator<Item = u32> {
        let same = move |word: &u32| {
            stem::name_key(index.vocabulary().word(*word)).as_deref() == Some(key)
        };
        run(&self.names, hash(key)).filter(same)
    }
}

/// The words of one hash.
fn run(sorted: &[(u64, u32)], hash: u64) -> impl Iterator<Item = u32> {
    let first = sorted.partition_point(|(h, _)| *h < hash);
    let rest = sorted.get(first..).unwrap_or_default().iter();
    rest.take_while(move |(h, _)| *h == hash).map(|(_, word)| *word)
}

fn hash(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
