//! What is kept of a corpus for lookups, beside its index: which words are forms of one word, what stands in each sentence,
//! how recent it is. A corpus and its index come in, once. Answers nothing itself.

use super::stem;
use crate::extract::EntityKind;
use crate::model::{Corpus, Day, DocId, EventId, IndicatorId};
use crate::query::{Index, Roster};
use crate::text::BlockKind;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The words by what they have in common, and the sentences by what they hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    /// The words by the hash of their stem.
    stems: Vec<(u64, u32)>,
    /// The names by the hash of what their transliterations have in common.
    names: Vec<(u64, u32)>,
    /// What each sentence holds.
    pub(super) holds: Vec<Holds>,
    /// The last day that each sentence tells of, else that its document was published on.
    pub(super) recent: Vec<Day>,
}

/// What a sentence holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Holds(u8);

impl Holds {
    /// An event.
    pub(super) const EVENT: u8 = 1;
    /// A figure.
    pub(super) const INDICATOR: u8 = 2;
    /// It is a heading or a title.
    pub(super) const HEADING: u8 = 4;
    /// A person.
    pub(super) const PERSON: u8 = 8;

    /// Whether it holds one of these.
    pub(super) fn any(self, what: u8) -> bool {
        self.0 & what != 0
    }
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
        book.hold(corpus, index);
        book
    }

    fn hold(&mut self, corpus: &Corpus, index: &Index) {
        self.holds = vec![Holds::default(); index.sentence_count()];
        self.recent = Vec::with_capacity(self.holds.len());
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
                    self.add(number.map(|n| n as usize), Holds::HEADING);
                }
            }
        }
        let mut told = vec![Day::MIN; self.holds.len()];
        for (at, event) in corpus.events.iter().enumerate() {
            let sentence = index.sentence_of(EventId(at as u32));
            self.add(Some(sentence), Holds::EVENT);
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
            self.add(Some(sentence), Holds::INDICATOR);
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
    }

    fn add(&mut self, sentence: Option<usize>, what: u8) {
        if let Some(holds) = sentence.and_then(|at| self.holds.get_mut(at)) {
            holds.0 |= what;
        }
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
                    self.add(number.map(|number| number as usize), Holds::PERSON);
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
