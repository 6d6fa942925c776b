//! The words around a predicate: a sentence, the words of a date and a predicate come in; what it is said of and what
//! follows it go out. Never judges them.

use super::class;
use super::found::{Anchor, Parts};
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::reach::Reach;
use super::rest::Rest;
use super::sentence::Sentence;
use super::subject::Subjects;
use std::ops::Range;

/// Subject and complement of a predicate; `run` holds the words of the date, which belong to neither.
pub(super) fn of(sentence: &Sentence<'_>, run: &Range<usize>, predicate: Predicate) -> Parts {
    let reach = Reach { sentence };
    let mut subject = Subjects { sentence, reach: &reach }.of(predicate);
    subject.retain(|i| {
        sentence.word(*i).is_some_and(|w| !w.aside && (w.is_compound() || !run.contains(i)))
    });
    let rest = Rest { sentence, run }.of(predicate);
    let torn = rest.is_none();
    let (rest, told) = rest.unwrap_or_default();
    Parts { subject, rest, told, torn }
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
    let kind = verb.entry.verb.and_then(|(_, trigger)| trigger).map(|trigger| trigger.kind);
    let done = verb.is(class::CARRIER) || kind == Some(noun.kind);
    let parts = done.then(|| of(sentence, run, predicate))?;
    let whole = !parts.torn && !parts.subject.is_empty() && !parts.rest.is_empty();
    whole.then_some((Anchor::Predicate(predicate), parts))
}
