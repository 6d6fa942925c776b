//! Uses of a term in; which forms of its words they have, and how many each, out.

use super::uses::Use;
use crate::query::Index;
use std::collections::BTreeMap;

/// A form that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its words in small letters, without accents.
    pub words: String,
    /// How many uses have it.
    pub uses: usize,
}

/// The forms that were met, by falling count.
pub(super) fn of(index: &Index, uses: &[Use]) -> Vec<Form> {
    let mut counts: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
    let first = |word: u32| index.vocabulary().numbers(index.vocabulary().word(word)).start;
    for one in uses {
        let tokens = index.tokens(one.sentence).iter().skip(one.at as usize);
        let words = tokens.take(one.words as usize).map(|token| first(token.word_number()));
        *counts.entry(words.collect()).or_default() += 1;
    }
    let said = |words: &[u32]| {
        let words = words.iter().map(|word| index.vocabulary().word(*word));
        words.collect::<Vec<_>>().join(" ")
    };
    let mut forms: Vec<Form> =
        counts.iter().map(|(words, uses)| Form { words: said(words), uses: *uses }).collect();
    forms.sort_by(|a, b| b.uses.cmp(&a.uses).then_with(|| a.words.cmp(&b.words)));
    forms
}
