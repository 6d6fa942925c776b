//! What is done about violence: a sentence, a clause and the word that gives the type come in; the type of what is done to
//! settle a conflict or against a deed goes out. Never picks the word.

use super::class;
use super::lexicon::Trigger;
use super::sentence::Sentence;
use super::word::Word;
use crate::extract::EventKind;

/// A conflict that somebody works to end.
const SETTLED: Trigger =
    Trigger { kind: EventKind::Initiative, strength: 2, id: 1, rule: "event.initiative.settled" };
/// Violence that somebody works against.
const COUNTERED: Trigger = Trigger {
    kind: EventKind::Counterterror,
    strength: 2,
    id: 2,
    rule: "event.counterterror.against",
};

/// What is done about violence is no violence: "the settlement of the war", "the fight against terrorism".
pub(super) fn answered(sentence: &Sentence<'_>, clause: usize, word: Trigger) -> Trigger {
    if !matches!(word.kind, EventKind::Attack | EventKind::Conflict) {
        return word;
    }
    let words = sentence.clauses.get(clause).map_or(0..0, |c| c.words.clone());
    let near = |noun: usize| noun.saturating_sub(6).max(words.start)..noun;
    let noun = words
        .clone()
        .find(|&i| sentence.word(i).is_some_and(|w| w.entry.noun.is_some_and(|t| t.id == word.id)));
    let answer = noun.and_then(|noun| {
        near(noun).rev().find(|&i| sentence.is(i, class::SETTLE | class::COUNTER))
    });
    let linked = answer.zip(noun).filter(|&(from, to)| {
        !(from + 1..to)
            .any(|i| sentence.in_predicate(i) || sentence.word(i).is_some_and(Word::is_mark))
    });
    match linked.and_then(|(at, _)| sentence.word(at)) {
        Some(w) if w.is(class::SETTLE) => SETTLED,
        Some(_) if word.kind == EventKind::Attack => COUNTERED,
        _ => word,
    }
}
