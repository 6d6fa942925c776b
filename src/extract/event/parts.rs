//! The words around a predicate: a sentence, the words of a date and a predicate come in; what it is said of and what
//! follows it go out. Never judges them.

use super::class;
use super::found::{Anchor, Parts};
use super::hint;
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::reach::Reach;
use super::rest::Rest;
use super::sentence::Sentence;
use super::subject::Subjects;
use super::word::Shape;
use std::ops::Range;

/// Subject and complement of a predicate; `run` holds the words of the date, which belong to neither.
pub(super) fn of(sentence: &Sentence<'_>, run: &Range<usize>, predicate: Predicate) -> Parts {
    let reach = Reach { sentence };
    let mut subject = Subjects { sentence, reach: &reach }.of(predicate);
    subject.retain(|i| {
        sentence.word(*i).is_some_and(|w| !w.aside && (w.is_compound() || !run.contains(i)))
    });
    let asked = behind_question(sentence, &subject);
    subject.drain(..asked);
    // "The board recently met and will vote": the first verb's time is no part of the subject.
    let end = undated_end(sentence, &subject);
    subject.truncate(end);
    // "A statement released (on 3 May) said"
    let issued = |i: &&usize| **i + 1 == run.start && sentence.says(**i, hint::ISSUED);
    if subject.len() > 1 && subject.last().is_some_and(|i| issued(&i)) {
        subject.pop();
    }
    let before =
        run.start.checked_sub(1).filter(|_| subject.is_empty() && run.end <= predicate.first);
    let paper = before.filter(|i| issued(&i)).and_then(|i| sentence.predicate_at(i));
    if let Some(paper) = paper {
        subject = Subjects { sentence, reach: &reach }.of(*paper);
    }
    let rest = Rest { sentence, run }.of(predicate);
    let torn = rest.is_none();
    let (rest, told) = rest.unwrap_or_default();
    Parts { subject, rest, told, torn, fronted: None }
}

/// "Asked about the plan Mr Roy said": how many words of a subject only say what somebody was asked.
fn behind_question(sentence: &Sentence<'_>, subject: &[usize]) -> usize {
    let word = |k: usize| subject.get(k).and_then(|&i| sentence.word(i));
    let asked = word(0).is_some_and(|w| w.shape == Shape::Capital && w.hints(hint::QUESTIONED));
    let name = |k: usize| word(k).is_some_and(|w| w.shape == Shape::Capital && w.is_content());
    let noun = |k: usize| word(k).is_some_and(|w| w.shape == Shape::Lower && w.is_content());
    let opens = |&k: &usize| name(k) && noun(k - 1);
    if asked { (2..subject.len()).rev().find(opens).unwrap_or(0) } else { 0 }
}

/// Where a subject ends without the time behind it: "The board recently", "The founding of the state 70 years ago"; what
/// hangs on a preposition or is part of a name stays.
fn undated_end(sentence: &Sentence<'_>, subject: &[usize]) -> usize {
    let word = |i: &usize| sentence.word(*i);
    let dated = |i: &usize| word(i).is_some_and(|w| w.date.is_some() && !w.is_compound());
    let own = subject.iter().rposition(|i| !dated(i));
    let Some((head, time)) = own.and_then(|k| subject.split_at_checked(k + 1)) else {
        return subject.len();
    };
    let hangs = head.last().and_then(word).is_none_or(|w| {
        w.is(class::PREPOSITION | class::CONJUNCTION | class::DETERMINER) || w.is_mark()
    });
    let number = time.iter().any(|i| word(i).is_some_and(|w| w.shape == Shape::Number));
    let ago = time.last().and_then(word).is_some_and(|w| w.text == "ago");
    if hangs || number && !ago { subject.len() } else { head.len() }
}

/// "The agreement of March 2025 was signed by both": a predicate right behind a date that says of the noun before it how
/// it came about, with the words around it.
pub(super) fn done(
    sentence: &Sentence<'_>,
    run: &Range<usize>,
    clause: &Range<usize>,
    noun: Trigger,
) -> Option<(Anchor, Parts)> {
    let follows = |p: &&Predicate| p.finite && p.first == run.end;
    let predicate = *sentence.predicates_in(clause).find(follows)?;
    let verb = sentence.word(predicate.head)?;
    let kind = verb.told().map(|told| told.kind);
    let done = verb.is(class::CARRIER) || kind == Some(noun.kind);
    let parts = done.then(|| of(sentence, run, predicate))?;
    let whole = !parts.torn && !parts.subject.is_empty() && !parts.rest.is_empty();
    whole.then_some((Anchor::Predicate(predicate), parts))
}
