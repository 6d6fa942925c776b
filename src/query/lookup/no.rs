//! The proof of a no: what is nearest when one part of the question is dropped, and which sentences speak of a gap.
//! Marks come in, rows go out.

use super::answer::Match;
use super::answer::{Nearest, No};
use super::forms::Run;
use super::rank::Marks;
use super::row::Maker;
use super::tables::{split, tables};
use crate::model::DocId;
use crate::query::Index;
use crate::text::Span;
use std::cmp::Reverse;

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
    nearest.sort_by_key(|nearest| Reverse(nearest.row.score));
    No { nearest, gaps: told(maker) }
}

/// Sentences that say that something is not known, those first that meet most of the question.
fn told(maker: &Maker<'_>) -> Vec<(DocId, Span)> {
    let (words, marks) = (maker.words, maker.marks);
    let gaps = words.book.gaps.iter();
    let mut found: Vec<(usize, u32)> = gaps.map(|&text| (met(marks, text), text)).collect();
    found.sort_unstable_by_key(|&(met, text)| (Reverse(met), text));
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

/// The sentences that hold a cue of a gap, rising.
pub(super) fn gaps(index: &Index) -> Vec<u32> {
    let cues = tables().gaps.iter().filter_map(|cue| {
        let numbers = |word: &String| index.vocabulary().numbers(word).collect::<Vec<u32>>();
        let words: Vec<Vec<u32>> = split(cue).iter().map(numbers).collect();
        let known = words.iter().all(|numbers| !numbers.is_empty());
        known.then_some(Run { words, matched: Match::Word, glued: false })
    });
    let mut found: Vec<u32> =
        cues.flat_map(|run| run.sentences(index).collect::<Vec<_>>()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// How many parts of the question a sentence meets.
fn met(marks: &Marks<'_>, sentence: u32) -> usize {
    let met = |met: &&super::gather::Met| met.grades.met().contains(sentence as usize);
    marks.met.iter().flatten().copied().filter(met).count()
}
