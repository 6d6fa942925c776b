//! Opens an index to other questions than a lens asks: its distinct words, the sentences that hold them, what stands in
//! a sentence. Numbers come in, numbers and words go out. Decides nothing.

use super::Index;
use super::bits::Bits;
use super::fold::folded;
use super::lexicon::Lexicon;
use super::projection::Token;
use crate::model::{DocId, EventId, IndicatorId};

impl Index {
    /// The distinct words of all sentences and of the titles beside them.
    pub(super) fn vocabulary(&self) -> &Lexicon {
        self.texts.lexicon()
    }

    /// The sentences that hold a word of the vocabulary, rising, each once. Numbers from [`Index::sentence_count`] on
    /// are no sentences but titles of events whose words stand elsewhere: they come last and can be left out.
    #[cfg(test)]
    pub(super) fn texts_of(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        self.texts.postings().texts(word)
    }

    /// Adds the sentences that hold a word of the vocabulary to a set of sentences.
    pub(super) fn add_texts_of(&self, word: u32, set: &mut Bits) {
        self.texts.postings().add(word, set);
    }

    /// The sentences with a word that is one with the word before it, and such titles.
    pub(super) fn glued(&self) -> &Bits {
        self.texts.glued()
    }

    /// The words of a sentence in order; none where there is no such sentence.
    pub(super) fn tokens(&self, sentence: u32) -> &[Token] {
        self.texts.words_of(sentence as usize)
    }

    /// The number of a document's sentence, counted over all documents. Its place in `text.sentences` comes in.
    pub(super) fn sentence_number(&self, document: DocId, sentence: usize) -> Option<u32> {
        let numbers = self.sentences(document);
        let number = numbers.start.checked_add(sentence)?;
        numbers.contains(&number).then_some(number as u32)
    }

    /// The document of a sentence, and the sentence's place in its `text.sentences`.
    pub(super) fn sentence(&self, number: u32) -> Option<(DocId, usize)> {
        if number as usize >= self.sentence_count() {
            return None;
        }
        let document = self.first.partition_point(|&first| first <= number).checked_sub(1)?;
        let first = self.first.get(document).copied()?;
        Some((DocId(document as u32), (number - first) as usize))
    }

    /// The events told in a sentence, in chronological order.
    pub(super) fn events_in(&self, sentence: u32) -> impl Iterator<Item = EventId> + '_ {
        let of = |event: u32| self.sentence_of(EventId(event));
        within(&self.events_by_sentence, sentence, of).iter().map(|&event| EventId(event))
    }

    /// Whether a sentence has a word that begins so, in any case.
    pub fn knows(&self, start: &str) -> bool {
        !self.vocabulary().beginning(&folded(start)).is_empty()
    }

    /// The number of an indicator's sentence; past all others where it stands in none.
    pub(super) fn sentence_of_indicator(&self, indicator: IndicatorId) -> usize {
        self.indicators.get(indicator.index()).map_or(usize::MAX, |&sentence| sentence as usize)
    }

    /// The indicators whose number stands in a sentence, in order of place.
    pub(super) fn indicators_in(&self, sentence: u32) -> impl Iterator<Item = IndicatorId> + '_ {
        let of = |at: u32| self.sentence_of_indicator(IndicatorId(at));
        within(&self.indicators_by_sentence, sentence, of).iter().map(|&at| IndicatorId(at))
    }
}

/// The items of one sentence, of items that stand in order of their sentences.
fn within(items: &[u32], sentence: u32, of: impl Fn(u32) -> usize) -> &[u32] {
    let sentence = sentence as usize;
    let first = items.partition_point(|&item| of(item) < sentence);
    let rest = items.get(first..).unwrap_or_default();
    // A sentence tells of few: looking on is sooner done than searching.
    let count = rest.iter().take_while(|&&item| of(item) == sentence).count();
    rest.get(..count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::seeds;
    use crate::work;
    use std::collections::BTreeSet;

    #[test]
    fn every_sentence_holds_the_words_that_lead_to_it() {
        let corpus = work::load(seeds::open(), None);
        let index = Index::new(&corpus);
        let words = index.vocabulary();
        let mut held = vec![BTreeSet::new(); words.len()];
        let mut places = vec![0; words.len()];
        for sentence in 0..index.sentence_count() as u32 {
            for token in index.tokens(sentence) {
                held[token.word_number() as usize].insert(sentence);
                places[token.word_number() as usize] += 1;
            }
        }
        let count = index.sentence_count() as u32;
        for (word, held) in held.iter().enumerate() {
            let texts: Vec<u32> = index.texts_of(word as u32).filter(|&t| t < count).collect();
            assert!(texts.iter().eq(held), "{}", words.word(word as u32));
            assert!(places[word] <= words.count(word), "{}", words.word(word as u32));
        }
        assert_eq!(index.tokens(u32::MAX).len(), 0);
        let tash = words.beginning("tashk");
        assert!(tash.clone().all(|n| words.word(n).starts_with("tashk")) && !tash.is_empty());
    }

    #[test]
    fn sentences_lead_to_what_stands_in_them() {
        let corpus = work::load(seeds::open(), None);
        let index = Index::new(&corpus);
        let mut number = 0;
        let (mut events, mut indicators) = (0, 0);
        for (at, document) in corpus.documents.iter().enumerate() {
            for (place, &span) in document.text.sentences.iter().enumerate() {
                let id = DocId(at as u32);
                assert_eq!(index.sentence_number(id, place), Some(number));
                assert_eq!(index.sentence(number), Some((id, place)));
                for event in index.events_in(number).filter_map(|id| corpus.event(id)) {
                    assert_eq!((event.document, event.sentence), (id, span));
                    events += 1;
                }
                for indicator in index.indicators_in(number) {
                    let row = &corpus.indicators[indicator.index()];
                    assert!(row.document == id && span.covers(row.number));
                    indicators += 1;
                }
                number += 1;
            }
            assert_eq!(
                index.sentence_number(DocId(at as u32), document.text.sentences.len()),
                None
            );
        }
        assert_eq!((index.sentence(number), index.sentence_number(DocId(99), 0)), (None, None));
        assert_eq!((events, indicators), (corpus.events.len(), corpus.indicators.len()));
    }
}
