//! What stands on either side of a cue: the subject before it, the object behind it, the parts of a list. Words come in,
//! runs of words go out; what cannot be told for certain is nothing.

use super::class::{
    ARTICLE, DUTY, EXAMPLE, FINITE, INTRO, MODAL, PREPOSITION, PRONOUN, RELATIVE, REPORT, TURN,
    WARN,
};
use super::word::{Word, hull};
use crate::text::Span;

/// The most words that a thing to be watched is told in.
const LONGEST: usize = 32;

/// The subject of the predicate that begins behind these words of its sentence: what is left of introductions and of who
/// says so. Nothing where it is a pronoun, a relative clause, or has a predicate of its own.
pub(super) fn subject(before: &[Word]) -> Option<&[Word]> {
    let clause = clause(before);
    let (first, last) = (clause.first()?, clause.last()?);
    let own = |word: &Word| word.is(FINITE | MODAL);
    let relative = last.is(RELATIVE) || ["than", "what", "as"].iter().any(|w| last.says(w));
    let inner = clause.iter().position(|word| word.says("that") || word.says("which"));
    let main = clause.get(..inner.unwrap_or(clause.len())).unwrap_or_default();
    let unclear = relative || main.iter().any(own) || clause.len() > LONGEST;
    // "X continues to … and still requires": the predicate is one of several.
    let still = last.is(INTRO) || last.says("and");
    let unclear = unclear || still;
    let hollow = first.is(PRONOUN) || (first.mark && clause.len() < 3);
    (!unclear && !hollow && !clause.is_empty()).then_some(clause)
}

/// The clause that a run of words ends in.
fn clause(before: &[Word]) -> &[Word] {
    let parted = |word: &Word| [";", ":", "—", "–", "("].iter().any(|mark| word.says(mark));
    let mut rest = after(before, before.iter().rposition(parted));
    let report = rest.iter().rposition(|word| word.is(REPORT));
    rest = after(rest, report);
    if report.is_some() && rest.first().is_some_and(|word| word.says("that")) {
        rest = rest.get(1..).unwrap_or_default();
    }
    while rest.first().is_some_and(|word| word.mark) {
        rest = rest.get(1..).unwrap_or_default();
    }
    // "In the north, …", "However, …": as often as there is one.
    while rest.first().is_some_and(|word| word.is(INTRO) || introduces(word, rest)) {
        match rest.iter().position(|word| word.says(",")) {
            Some(comma) => rest = rest.get(comma + 1..).unwrap_or_default(),
            None if rest.first().is_some_and(|w| w.says("and") || w.says("but")) => {
                rest = rest.get(1..).unwrap_or_default();
            }
            None => break,
        }
    }
    if let Some(and) = rest.iter().rposition(|word| word.says(","))
        && rest.get(and + 1).is_some_and(|word| word.says("and") || word.says("but"))
        && rest.get(..and).is_some_and(|left| left.iter().any(|word| word.is(FINITE)))
    {
        rest = rest.get(and + 2..).unwrap_or_default();
    }
    while rest.last().is_some_and(|word| word.mark && word.says(",")) {
        rest = rest.get(..rest.len() - 1).unwrap_or_default();
    }
    rest
}

/// "Undoubtedly, …".
fn introduces(word: &Word, rest: &[Word]) -> bool {
    word.low.ends_with("ly") && rest.get(1).is_some_and(|next| next.says(","))
}

fn after(words: &[Word], at: Option<usize>) -> &[Word] {
    words.get(at.map_or(0, |at| at + 1)..).unwrap_or_default()
}

/// Whether what is watched over is a duty rather than a sign.
pub(super) fn is_duty(object: &[Word]) -> bool {
    let end = object.iter().position(|word| word.is(PREPOSITION)).unwrap_or(object.len());
    let heads = object.get(..end).unwrap_or_default();
    heads.last().is_some_and(|word| word.is(DUTY))
}

/// The parts of "A, B and C", each as a span; the whole where it cannot be told that it is a list.
pub(super) fn parts(object: &[Word]) -> Vec<Span> {
    let object = trimmed(object);
    let mut cuts = Vec::new();
    for (at, word) in object.iter().enumerate() {
        let and = word.says("and") || word.says("or");
        let comma = word.says(",") || word.says(";");
        if (and || comma) && depth(object.get(..at).unwrap_or_default()) == 0 {
            cuts.push(at);
        }
    }
    let mut runs: Vec<&[Word]> = Vec::new();
    let mut from = 0;
    for &cut in &cuts {
        let left = object.get(from..cut).unwrap_or_default();
        let next = cuts.iter().find(|&&other| other > cut + 1).copied().unwrap_or(object.len());
        let right = trimmed(object.get(cut + 1..next).unwrap_or_default());
        if left.is_empty() {
            from = cut + 1;
        } else if lists(left, right, cuts.len() > 1) {
            runs.push(left);
            from = cut + 1;
        }
    }
    runs.push(object.get(from..).unwrap_or_default());
    runs.into_iter().filter_map(|run| hull(trimmed(run))).collect()
}

/// Whether both sides of a comma or an "and" are things of their own, and no words of one thing.
fn lists(left: &[Word], right: &[Word], long: bool) -> bool {
    let Some(first) = right.first() else { return false };
    let own = first.is(ARTICLE) || right.iter().any(|word| word.is(PREPOSITION));
    let attached = left.iter().any(|word| word.is(PREPOSITION));
    let names = right.iter().all(|word| word.capital || word.is(PREPOSITION | ARTICLE));
    if names || first.is(RELATIVE | EXAMPLE | FINITE | MODAL) {
        return false;
    }
    (left.len() > 1 || long) && right.len() > 1 && (!attached || own)
}

/// How many brackets are open behind these words.
fn depth(words: &[Word]) -> usize {
    let count = |mark: &str| words.iter().filter(|word| word.says(mark)).count();
    count("(").saturating_sub(count(")"))
}

/// Without marks, "and" and articles of a list at either end.
pub(super) fn trimmed(mut words: &[Word]) -> &[Word] {
    let loose = |word: &Word| {
        (word.mark && !matches!(&*word.low, "(" | ")" | "“" | "”" | "\""))
            || word.says("and")
            || word.says("or")
    };
    while words.first().is_some_and(loose) {
        words = words.get(1..).unwrap_or_default();
    }
    while words.last().is_some_and(loose) {
        words = words.get(..words.len() - 1).unwrap_or_default();
    }
    words
}

/// What a cue points to: the words behind it, to the end of the clause.
pub(super) fn goal(behind: &[Word]) -> Option<Span> {
    let end = |word: &Word| [";", ":", "—", "("].iter().any(|mark| word.says(mark));
    let stop = behind.iter().position(end).unwrap_or(behind.len());
    let comma = behind.iter().enumerate().position(|(at, word)| {
        let next = behind.get(at + 1);
        word.says(",")
            && next.is_some_and(|next| next.is(TURN))
            && behind.get(at + 2).is_some_and(|word| word.is(PRONOUN | FINITE | MODAL))
    });
    let run = trimmed(behind.get(..comma.unwrap_or(stop).min(stop)).unwrap_or_default());
    let hollow = run.first().is_none_or(|word| word.is(PRONOUN) && run.len() == 1);
    (!hollow).then(|| hull(run)).flatten()
}

/// Whether the words right before a noun make it a warning.
pub(super) fn warns(before: &[Word]) -> bool {
    before.iter().rev().take(3).any(|word| word.is(WARN))
}
