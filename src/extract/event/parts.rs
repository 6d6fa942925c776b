//! The words around a predicate: a sentence, the words of a date and a predicate come in; what it is said of and what
//! follows it go out. Never judges them.

use super::found::Parts;
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
