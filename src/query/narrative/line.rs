//! A use in; its words with what stands before and after them, out; and the orders that lines can stand in. Keeps places,
//! never words.

use super::uses::Use;
use crate::model::{Corpus, DocId};
use crate::query::Index;
use crate::query::fold::Folded;
use crate::query::words::words;
use crate::text::Span;

/// A use with its context: places of the document's reading text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub document: DocId,
    /// The sentence.
    pub sentence: Span,
    /// The paragraph's words before the term.
    pub before: Span,
    /// The words of the term.
    pub keyword: Span,
    /// The paragraph's words after it.
    pub after: Span,
}

/// How lines are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By document and place.
    #[default]
    Place,
    /// By the word before the term, then the one before that.
    Left,
    /// By the word after the term, then the one after that.
    Right,
}

impl Order {
    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Place => Self::Right,
            Self::Right => Self::Left,
            Self::Left => Self::Place,
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "by place",
            Self::Left => "by the words before",
            Self::Right => "by the words after",
        }
    }
}

impl Use {
    /// Its words and context; `None` where the corpus is another.
    pub fn line(&self, corpus: &Corpus, index: &Index) -> Option<Line> {
        let (document, at) = index.sentence(self.sentence)?;
        let text = &corpus.document(document)?.text;
        let sentence = text.sentences.get(at).copied()?;
        let folded = Folded::new(text.words(sentence));
        let places = words(&folded);
        let first = places.get(self.at as usize)?;
        let last = places.get((self.at + self.words).checked_sub(1)? as usize)?;
        let range = folded.original(&(first.start..last.start + last.word.text.len()));
        let start = sentence.start as usize;
        let keyword = Span::new(start + range.start, start + range.end);
        let block = text.block_at(keyword.start).and_then(|block| text.blocks.get(block));
        let block = block.map_or(sentence, |block| block.span.hull(sentence));
        let before = Span { start: block.start, end: keyword.start };
        let after = Span { start: keyword.end, end: block.end };
        Some(Line { document, sentence, before, keyword, after })
    }
}

/// The order of uses, as places in their list.
pub(super) fn ordered(index: &Index, uses: &[Use], order: Order) -> Vec<u32> {
    let mut places: Vec<u32> = (0..uses.len() as u32).collect();
    // Words are numbered in the order of their letters, small ones before capitals; nothing comes before every word.
    let word = |one: &Use, at: Option<usize>| {
        let token = at.and_then(|at| index.tokens(one.sentence).get(at).copied());
        token.map_or(0, |token| token.word_number() + 1)
    };
    let key = |place: &u32| {
        let Some(one) = uses.get(*place as usize) else { return [0; 2] };
        let (start, end) = (one.at as usize, (one.at + one.words) as usize);
        match order {
            Order::Place => [0; 2],
            Order::Left => [start.checked_sub(1), start.checked_sub(2)].map(|at| word(one, at)),
            Order::Right => [Some(end), Some(end + 1)].map(|at| word(one, at)),
        }
    };
    if order != Order::Place {
        places.sort_by_cached_key(|place| (key(place), *place));
    }
    places
}
