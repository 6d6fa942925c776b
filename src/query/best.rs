//! The sentences that match a pattern best, without scoring all that match. A pattern comes in; the few best of all
//! sentences go out, with the very scores and in the very order that [`Pattern::score`] on each of them would give.
//!
//! No sentence can score higher than its words allow: the kind of match is told by which words it holds, and
//! fuzzy-matcher's score by the length of a term and by the sentence's first letter. Sentences are scored from the
//! highest such bound down, until no other can come up to the worst of the best.

use super::Index;
use super::bits::Bits;
use super::pattern::{MatchKind, Pattern};
use super::term::{Shape, Term};
use crate::model::{Corpus, DocId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A sentence and how well it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Its document.
    pub document: DocId,
    /// Its place among the document's sentences.
    pub sentence: usize,
    /// The score, as [`Pattern::score`] has it.
    pub score: i64,
}

impl Index {
    /// The so many best of all sentences, by falling score, then by document and place.
    pub fn best(&self, corpus: &Corpus, pattern: &Pattern, count: usize) -> Vec<Ranked> {
        let mut best: Vec<(i64, usize)> = Vec::new();
        let bounded = self.bounded(corpus, pattern);
        for (&bound, numbers) in bounded.iter().rev() {
            for &number in numbers {
                let number = number as usize;
                let beaten =
                    |&(score, at): &(i64, usize)| (score, Reverse(at)) > (bound, Reverse(number));
                if best.len() >= count && best.last().is_none_or(beaten) {
                    break;
                }
                let Some(score) = pattern.score(&self.text(corpus, number)) else { continue };
                let before =
                    |&(other, at): &(i64, usize)| (other, Reverse(at)) > (score, Reverse(number));
                best.insert(best.partition_point(before), (score, number));
                best.truncate(count);
            }
        }
        let ranked = |(score, number): (i64, usize)| {
            let (document, sentence) = self.sentence(number as u32)?;
            Some(Ranked { document, sentence, score })
        };
        best.into_iter().filter_map(ranked).collect()
    }

    /// The matching sentences, rising, by the most that each can score.
    fn bounded(&self, corpus: &Corpus, pattern: &Pattern) -> BTreeMap<i64, Vec<u32>> {
        let groups: Vec<Vec<Bound<'_>>> = pattern
            .groups
            .iter()
            .map(|group| group.iter().map(|term| Bound::new(self, term)).collect())
            .collect();
        let mut bounded: BTreeMap<i64, Vec<u32>> = BTreeMap::new();
        for number in self.matches(corpus, pattern).sentences.iter() {
            let kinds = groups.iter().map(|group| group.iter().map(|b| b.kind(number)).max());
            let kind = kinds.min().flatten().unwrap_or(MatchKind::Exact);
            let most = |group: &Vec<Bound<'_>>| group.iter().filter_map(|b| b.score(number)).max();
            let score: i64 = groups.iter().filter_map(most).sum();
            let bound = Pattern::scored(kind, score, groups.len());
            bounded.entry(bound).or_default().push(number as u32);
        }
        bounded
    }
}

/// The most that one term can give a sentence.
struct Bound<'a> {
    index: &'a Index,
    term: &'a Term,
    /// What is known of a term that is one run of letters and digits.
    plain: Option<Plain>,
}

/// The sentences that hold a word that is the term, and one that begins with it.
struct Plain {
    whole: Bits,
    start: Bits,
}

impl<'a> Bound<'a> {
    fn new(index: &'a Index, term: &'a Term) -> Self {
        let texts = &index.texts;
        let union = |words: std::ops::Range<u32>| {
            let mut set = Bits::none(texts.len());
            words.for_each(|word| texts.postings().add(word, &mut set));
            set
        };
        let free = matches!(term.shape, Shape::Fuzzy | Shape::Substring) && !term.negated;
        let plain = (free && term.bare().as_ref() == Some(&term.text)).then(|| Plain {
            whole: union(texts.lexicon().numbers(&term.text)),
            start: union(texts.lexicon().beginning(&term.text)),
        });
        Self { index, term, plain }
    }

    /// The best kind of match that a sentence can be.
    fn kind(&self, sentence: usize) -> MatchKind {
        let Some(plain) = &self.plain else { return MatchKind::Exact };
        if plain.start.contains(sentence) {
            let words = self.index.texts.words_of(sentence);
            let lexicon = self.index.texts.lexicon();
            let first = words.first().map_or("", |token| lexicon.word(token.word_number()));
            match first.starts_with(&self.term.text) {
                true if words.len() == 1 => MatchKind::Exact,
                true => MatchKind::Prefix,
                false if plain.whole.contains(sentence) => MatchKind::Word,
                false => MatchKind::Start,
            }
        } else if self.index.texts.glued().contains(sentence) {
            MatchKind::Start
        } else {
            MatchKind::Inside
        }
    }

    /// The most that fuzzy-matcher can give. A letter found counts 16, after another one 4 more; where letters are left
    /// out, a word's start gives 8 and the gap takes at least 4, so that a row of letters from a word's start is the
    /// most there is; the first letter of all counts 8 more. A capital's bonus is what its penalty takes.
    fn score(&self, sentence: usize) -> Option<i64> {
        if self.term.negated {
            return None;
        }
        let letters: Vec<char> = self.term.text.chars().collect();
        let length = letters.len() as i64;
        // Where a letter stands two before itself, the matcher may count a bonus twice.
        let twice = letters.iter().zip(letters.iter().skip(2)).any(|(one, two)| one == two);
        if self.plain.is_none() || twice {
            return Some(32 * length);
        }
        let texts = &self.index.texts;
        let first = texts.words_of(sentence).first().map(|token| token.word_number());
        let head = first.and_then(|word| texts.lexicon().word(word).chars().next());
        let from_start = match first.filter(|_| head == letters.first().copied()) {
            Some(word) if texts.lexicon().is_capital(word) => 6,
            Some(_) => 8,
            None => 0,
        };
        Some(20 * length + 3 + from_start)
    }
}
