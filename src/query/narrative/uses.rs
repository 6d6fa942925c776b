//! A theme and the sentences that are searched in; its uses by place, out. Counts nothing.

use super::theme::Theme;
use crate::query::Index;
use crate::query::bits::Bits;
use crate::query::projection::Token;

/// A use of the term: words of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The sentence, counted over all documents.
    pub(in crate::query) sentence: u32,
    /// Its first word in the sentence.
    pub(in crate::query) at: u32,
    /// How many words it has.
    pub(in crate::query) words: u32,
}

/// The uses of a theme, by document and place; where two phrases begin at one word the longer counts.
pub(super) fn find(index: &Index, theme: &Theme, searched: &Bits) -> Vec<Use> {
    let mut candidates = Bits::none(searched.len());
    for phrase in &theme.phrases {
        let rarest = phrase.iter().min_by_key(|numbers| places(index, numbers));
        let mut texts = Bits::none(index.all_texts());
        for &word in rarest.into_iter().flatten() {
            index.add_texts_of(word, &mut texts);
        }
        texts.truncate(searched.len());
        candidates.unite(&texts);
    }
    candidates.intersect(searched);
    let mut uses = Vec::new();
    for sentence in candidates.iter() {
        let tokens = index.tokens(sentence as u32);
        let mut at = 0;
        while at < tokens.len() {
            let rest = tokens.get(at..).unwrap_or_default();
            let fits = |phrase: &&Vec<Vec<u32>>| begins(rest, phrase);
            let words = theme.phrases.iter().filter(fits).map(Vec::len).max().unwrap_or(0);
            if words > 0 {
                uses.push(Use { sentence: sentence as u32, at: at as u32, words: words as u32 });
            }
            at += words.max(1);
        }
    }
    uses
}

fn places(index: &Index, numbers: &[u32]) -> usize {
    numbers.iter().map(|word| index.vocabulary().count(*word as usize)).sum()
}

/// Whether words begin with a phrase, nothing but a space or a hyphen between its own.
fn begins(tokens: &[Token], phrase: &[Vec<u32>]) -> bool {
    let fits = |at: usize, numbers: &Vec<u32>| {
        tokens.get(at).is_some_and(|token| {
            (at == 0 || !token.is_apart()) && numbers.binary_search(&token.word_number()).is_ok()
        })
    };
    phrase.iter().enumerate().all(|(at, numbers)| fits(at, numbers))
}
