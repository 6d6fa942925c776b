//! The proof of a no: what is nearest when one part of the question is dropped, and which sentences speak of a gap.
//! Marks come in, rows go out.

use super::answer::Match;
use super::answer::{Nearest, No};
use super::forms::{Run, Words};
use super::rank::Marks;
use super::row::Maker;
use super::tables::{split, tables};
use crate::model::DocId;
use crate::text::Span;

/// The most gaps that are told.
const GAPS: usize = 3;

/// The proof that nothing meets the question.
pub(super) fn prove(maker: &Maker<'_>) -> No {
    let mut nearest: Vec<Nearest> = Vec::new();
    for (dropped, part) in maker.marks.question.parts.iter().enumerate() {
        if !part.is_required() {
            continue;
        }
        let (sentences, best) = maker.marks.best(maker.words, Some(dropped), 1);
        let row = best.first().and_then(|ranked| maker.row(*ranked, Vec::new(), vec![dropped]));
        nearest.extend(row.map(|row| Nearest { dropped, sentences, row }));
    }
    nearest.sort_by_key(|nearest| std::cmp::Reverse(nearest.row.score));
    No { nearest, gaps: gaps(maker) }
}

/// Sentences that say that something is not known, those first that meet most of the question.
fn gaps(maker: &Maker<'_>) -> Vec<(DocId, Span)> {
    let (words, marks) = (maker.words, maker.marks);
    let mut found: Vec<(usize, u32)> = Vec::new();
    for run in cues(words) {
        let Some(rarest) = run.words.iter().min_by_key(|numbers| count(numbers, words)) else {
            continue;
        };
        for text in rarest.iter().flat_map(|&word| words.index.texts_of(word)) {
            if run.places(words, text).next().is_some() {
                found.push((met(marks, text), text));
            }
        }
    }
    found.sort_unstable_by_key(|&(met, text)| (std::cmp::Reverse(met), text));
    found.dedup();
    // Of many gaps only those that have to do with the question are worth telling.
    if found.len() > GAPS {
        found.retain(|(met, _)| *met > 0);
    }
    let place = |(_, number): (usize, u32)| {
        let (id, at) = words.index.sentence(number)?;
        let span = maker.corpus.document(id)?.text.sentences.get(at)?;
        Some((id, *span))
    };
    found.into_iter().filter_map(place).take(GAPS).collect()
}

/// The cues of a gap whose words the corpus has.
fn cues(words: Words<'_>) -> impl Iterator<Item = Run> {
    tables().gaps.iter().filter_map(move |cue| {
        let vocabulary = words.index.vocabulary();
        let numbers = |word: &String| vocabulary.numbers(word).collect::<Vec<u32>>();
        let words: Vec<Vec<u32>> = split(cue).iter().map(numbers).collect();
        let known = words.iter().all(|numbers| !numbers.is_empty());
        known.then_some(Run { words, matched: Match::Word, glued: false })
    })
}

fn count(numbers: &[u32], words: Words<'_>) -> usize {
    numbers.iter().map(|&number| words.index.vocabulary().count(number as usize)).sum()
}

/// How many parts of the question a sentence meets.
fn met(marks: &Marks<'_>, sentence: u32) -> usize {
    let mark = |met: &&super::gather::Met| met.marks.get(sentence as usize).is_some_and(|m| *m > 0);
    marks.met.iter().flatten().copied().filter(mark).count()
}
