//! Predicates without a parser: tagged words come in; where each predicate stands goes out. Closed word classes and
//! the shape of words decide; nothing is learned.

use super::class;
use super::form::Form;
use super::hint;
use super::look::{
    counted, described, gerund_clause, graded, is_owner, is_thing, looks_gerund, looks_past,
    renamed, stands_alone,
};
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// Plans that are a subject have their verb within so many words.
const PLANNED: usize = 16;

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Predicate {
    /// The first auxiliary, or the verb itself.
    pub(super) first: usize,
    /// The word that carries the meaning; an auxiliary where no other verb follows ("was", "had").
    pub(super) head: usize,
    /// The last word that belongs to it: with "failed to reach" it is "reach".
    pub(super) last: usize,
    /// Whether it can be the verb of a sentence.
    pub(super) finite: bool,
    /// Whether the head is only an auxiliary.
    pub(super) copula: bool,
}

/// The predicates whose head stands in a range of words; they rise, so two look-ups find them.
pub(super) fn within<'a>(predicates: &'a [Predicate], range: &Range<usize>) -> &'a [Predicate] {
    let first = predicates.partition_point(|p| p.head < range.start);
    let last = predicates.partition_point(|p| p.head < range.end);
    predicates.get(first..last).unwrap_or_default()
}

/// Whether a word belongs to a predicate.
pub(super) fn is_inside(predicates: &[Predicate], word: usize) -> bool {
    let at = predicates.partition_point(|p| p.last < word);
    predicates.get(at).is_some_and(|p| p.first <= word)
}

/// Finds the predicates, rising and apart.
pub(super) fn predicates(words: &[Word<'_>]) -> Vec<Predicate> {
    let mut found: Vec<Predicate> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = if word.is(class::AUXILIARY) {
            auxiliary(words, at)
        } else {
            plain(words, at, found.last())
        };
        if let Some(mut predicate) = next {
            predicate.last = extended(words, predicate);
            at = predicate.last;
            found.push(predicate);
        }
        at += 1;
    }
    found
}

/// A chain that begins with an auxiliary: "has been focusing", "will not sign", "was".
fn auxiliary(words: &[Word<'_>], first: usize) -> Option<Predicate> {
    let lead = words.get(first)?;
    if matches!(lead.text, "May" | "Will") {
        return None;
    }
    let mut at = first + 1;
    let mut verb = None;
    while let Some(word) = words.get(at).filter(|_| at < first + 7) {
        let quote = word.mark(&['"', '“']) && at > first;
        if quote
            || word.date.is_some()
            || word.is(class::ADVERB | class::NEGATION | class::AUXILIARY)
        {
            at += 1;
        } else if is_verb_after_auxiliary(words, at) {
            verb = Some(at);
            break;
        } else {
            break;
        }
    }
    let bare = (first..at).rev().find(|&i| words.get(i).is_some_and(|w| w.is(class::AUXILIARY)));
    let head = verb.or(bare)?;
    let infinitive =
        first.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.text == "to");
    Some(Predicate { first, head, last: head, finite: !infinitive, copula: verb.is_none() })
}

fn is_verb_after_auxiliary(words: &[Word<'_>], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let modal = words.get(..at).unwrap_or_default().iter().rev().find(|w| w.is(class::AUXILIARY));
    let bare = modal.is_some_and(|w| w.is(class::WILL | class::WOULD | class::MAY | class::DO));
    if bare {
        return word.shape == Shape::Lower
            && !word.is(class::PREPOSITION | class::DETERMINER | class::PRONOUN);
    }
    match word.form() {
        Some(Form::Past | Form::Participle | Form::Gerund) => true,
        _ => looks_past(word) || looks_gerund(word),
    }
}

/// A verb without an auxiliary.
fn plain(words: &[Word<'_>], at: usize, before: Option<&Predicate>) -> Option<Predicate> {
    let word = words.get(at)?;
    if word.shape != Shape::Lower || word.date.is_some() || word.is(class::PREPOSITION) {
        return None;
    }
    let previous = at.checked_sub(1).and_then(|i| words.get(i));
    let next = words.get(at + 1);
    let left = at.checked_sub(2).and_then(|i| words.get(i));
    // "remained closed", "helped overcome": what follows a verb at once is its complement.
    let complement = before.is_some_and(|p| p.finite && !p.copula && p.last + 1 == at);
    if complement && !next.is_some_and(|n| n.is(class::DETERMINER | class::PRONOUN)) {
        return None;
    }
    // "Ana Lopes, mayor, left, and Ben Roy": where a caption's people stand.
    let comma = |w: Option<&Word<'_>>| w.is_some_and(|w| w.mark(&[',']));
    if word.text == "left" && comma(previous) && comma(next) {
        return None;
    }
    // "the 30-day run will": before an auxiliary a word that may be a noun is one.
    // "the 30-day run in": so is one behind a compound, with no object.
    let compound = previous.is_some_and(|p| p.text.contains('-') && p.form().is_none())
        && left.is_some_and(|l| l.is(class::DETERMINER))
        && next.is_none_or(|n| n.is(class::PREPOSITION) || n.date.is_some() || n.is_mark());
    if (compound || next.is_some_and(|n| n.is(class::AUXILIARY))) && word.says(hint::UNCHANGED) {
        return None;
    }
    let one = |finite| Predicate { first: at, head: at, last: at, finite, copula: false };
    let modifies = previous.is_none_or(|p| {
        p.is(class::DETERMINER | class::PREPOSITION)
            && !stands_alone(p, next)
            && !is_floating(left, p)
            || joined(left, p, word)
    }) || counted(previous, next)
        || paired(words, at, before)
        || renamed(left, previous, word, next)
        || described(left, previous, next)
        || graded(left, previous, next)
        || before
            .is_some_and(|p| p.last + 1 == at && p.head == p.last && next.is_some_and(is_thing))
        || previous.is_some_and(is_owner);
    match word.form() {
        Some(Form::Past | Form::Participle) if !modifies => Some(one(true)),
        Some(Form::Gerund) if gerund_clause(previous) => Some(one(false)),
        Some(Form::Present)
            if !modifies && (takes_up(left, previous, word) || present(word, previous, next)) =>
        {
            Some(one(true))
        }
        Some(Form::Base)
            if before.is_none()
                && plural_subject(previous)
                && !previous.is_some_and(is_owner)
                && word.entry.noun.is_none()
                && next.is_some_and(opens_object) =>
        {
            Some(one(true))
        }
        Some(Form::Present) | None if !modifies && intends(words, at) => Some(one(true)),
        Some(Form::Base) if goes_on(left, previous, word) => Some(one(true)),
        Some(Form::Base) | None if told_by_pronoun(previous, word) => Some(one(true)),
        None if looks_past(word) && !modifies => Some(one(true)),
        None if looks_gerund(word) && gerund_clause(previous) => Some(one(false)),
        _ => None,
    }
}

/// "India and Pakistan each tested": a word that counts behind its noun.
fn is_floating(left: Option<&Word<'_>>, previous: &Word<'_>) -> bool {
    matches!(previous.text, "each" | "both" | "all") && left.is_some_and(Word::is_content)
}

/// "the torn and bloodied flag": two participles before one noun.
fn paired(words: &[Word<'_>], at: usize, before: Option<&Predicate>) -> bool {
    let Some(first) = at.checked_sub(2) else { return false };
    let free = before.is_none_or(|p| p.last < first);
    let joint = words.get(first + 1).is_some_and(|w| w.is(class::COORDINATOR));
    let described =
        words.get(first).is_some_and(|w| looks_past(w) || w.form() == Some(Form::Participle));
    free && joint && described && words.get(at + 1).is_some_and(is_thing)
}

/// Whether a hyphen joins a word to the one before: "odd-numbered", also where a line broke behind the hyphen.
fn joined(left: Option<&Word<'_>>, hyphen: &Word<'_>, word: &Word<'_>) -> bool {
    let left = left.is_some_and(|w| w.span.end == hyphen.span.start);
    hyphen.mark(&['-']) && (left || hyphen.span.end == word.span.start)
}

/// "signs" is a verb after a noun, unless it may be a noun itself and nothing follows that a verb would take.
/// So "the member states in" has no verb.
fn present(word: &Word<'_>, previous: Option<&Word<'_>>, next: Option<&Word<'_>>) -> bool {
    let subject = previous.is_some_and(|p| {
        p.is(class::PRONOUN | class::RELATIVE | class::ADVERB)
            || p.is(class::CONJUNCTION)
                && next.is_some_and(|n| matches!(n.text, "forward" | "to"))
                && word.entry.noun.is_none()
            || p.is_content()
            || p.mark(&[',', ')'])
    });
    let object = next.is_some_and(|n| {
        n.is(class::DETERMINER | class::PRONOUN)
            || n.shape == Shape::Capital
            || n.shape == Shape::Number
            || (n.date.is_some() && previous.is_some_and(|p| p.is(class::PRONOUN)))
            || (previous.is_some_and(|p| p.is(class::ADVERB)) && n.is_content())
            || (word.entry.noun.is_none() && n.is(class::PARTICLE))
            || (word.entry.noun.is_none() && matches!(n.text, "that" | "to"))
    });
    subject && object
}

/// "The government plans to hold a vote": a verb, unless another one follows of which the plans are the subject.
fn intends(words: &[Word<'_>], at: usize) -> bool {
    let word = |i: usize| words.get(i);
    let plans = word(at).is_some_and(|w| matches!(w.text, "plans" | "aims" | "hopes"));
    let subject = at.checked_sub(1).and_then(word).is_some_and(|w| {
        w.is_content() && !is_owner(w) && !w.text.ends_with('s') && w.form().is_none()
    });
    let to = word(at + 1).is_some_and(|w| w.text == "to");
    // "plans to move a rule next week that would bind all": another verb of a relative clause tells nothing of it.
    let onward = (at + 3..at + PLANNED).map_while(word);
    let onward = onward.take_while(|w| !w.is_mark() && !w.is(class::RELATIVE));
    let other = onward.filter(|w| w.is(class::AUXILIARY) || w.form() == Some(Form::Past)).count();
    plans && subject && to && other == 0
}

/// "who takes office", ", which runs until June": right behind a relative pronoun stands its verb.
fn takes_up(left: Option<&Word<'_>>, previous: Option<&Word<'_>>, word: &Word<'_>) -> bool {
    let comma = left.is_some_and(|w| w.mark(&[',']));
    // "A road that provides fairly good access was built"
    let noun =
        left.is_some_and(|l| l.is_content() && l.shape == Shape::Lower && l.form().is_none());
    let no_noun = word.entry.noun.is_none();
    previous.is_some_and(|p| {
        p.text == "who"
            || p.text == "which" && comma && no_noun
            || p.text == "that" && noun && no_noun
    })
}

/// "figures that show", "schools which remain": behind a plural and a relative pronoun stands a verb.
fn goes_on(left: Option<&Word<'_>>, previous: Option<&Word<'_>>, word: &Word<'_>) -> bool {
    let plural =
        left.is_some_and(|l| l.is_content() && l.shape == Shape::Lower && l.text.ends_with('s'));
    plural
        && word.entry.noun.is_none()
        && previous.is_some_and(|p| matches!(p.text, "that" | "which"))
}

/// "we remain", "they accept": what follows these is a verb.
fn told_by_pronoun(previous: Option<&Word<'_>>, word: &Word<'_>) -> bool {
    previous.is_some_and(|p| p.is(class::NOMINATIVE))
        && !word.is(class::FUNCTION | class::PRONOUN | class::AUXILIARY)
}

fn opens_object(next: &Word<'_>) -> bool {
    next.is(class::DETERMINER | class::PRONOUN | class::PREPOSITION)
        || matches!(next.shape, Shape::Capital | Shape::Number)
        || next.date.is_some()
}

fn plural_subject(previous: Option<&Word<'_>>) -> bool {
    previous.is_some_and(|p| p.is_content() && (p.text.ends_with('s') || p.shape == Shape::Capital))
}

/// Where "to" and a verb follow, they belong to the predicate: "failed to reach", "is unlikely to sign".
fn extended(words: &[Word<'_>], predicate: Predicate) -> usize {
    let mut at = predicate.last + 1;
    let skip = |w: &Word<'_>| {
        w.is(class::ADVERB | class::NEGATION)
            || (predicate.copula && w.is(class::PLAN | class::HEDGE))
            || (predicate.copula && matches!(w.text, "able" | "unable" | "ready" | "about"))
    };
    while words.get(at).is_some_and(skip) {
        at += 1;
    }
    let to = words.get(at).is_some_and(|w| w.text == "to");
    // "plans to redeem": behind a plan even an unknown word is a verb.
    let plan =
        (predicate.head..at).any(|i| words.get(i).is_some_and(|w| w.is(class::PLAN | class::DENY)));
    let verb = words.get(at + 1).is_some_and(|w| {
        w.shape == Shape::Lower
            && (w.form() == Some(Form::Base)
                || (plan || predicate.copula)
                    && (w.says(hint::UNCHANGED) || matches!(w.text, "come" | "become"))
                || w.is(class::BE | class::HAVE)
                || plan && w.entry.noun.is_none() && !w.is(class::PRONOUN))
            && !w.is(class::DETERMINER | class::PREPOSITION)
    });
    if !to || !verb {
        return predicate.last;
    }
    // "to be held", "to have been built"
    let mut last = at + 1;
    while words.get(last).is_some_and(|w| w.is(class::BE | class::HAVE))
        && words.get(last + 1).is_some_and(|w| {
            w.is(class::BE)
                || matches!(w.form(), Some(Form::Past | Form::Participle))
                || looks_past(w)
        })
    {
        last += 1;
    }
    last
}

/// Whether a predicate is "said", "told" and the like.
pub(super) fn says(words: &[Word<'_>], predicate: &Predicate) -> bool {
    words.get(predicate.head).is_some_and(|w| {
        w.told().is_some_and(|t| t.kind == EventKind::Statement && t.strength == 3)
    })
}
