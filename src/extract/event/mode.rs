//! Past, planned, supposed or denied: the words around a happening come in, its mode goes out.
//! Never decides whether something is an event.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Found};
use super::sentence::Sentence;
use super::word::Word;
use crate::extract::{DateMention, Mode};
use chrono::NaiveDate;

/// The mode of a happening. What is denied is not planned; what is supposed is not, either.
pub(super) fn of(
    sentence: &Sentence<'_>,
    found: &Found,
    date: &DateMention,
    published: Option<NaiveDate>,
) -> Mode {
    let chain = match found.anchor {
        Anchor::Predicate(p) => p.first..p.last + 1,
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun.saturating_sub(3)..noun,
    };
    let any = |class: u32| chain.clone().any(|i| sentence.word(i).is_some_and(|w| w.is(class)));
    let predicate = matches!(found.anchor, Anchor::Predicate(_));
    let refused =
        matches!(found.anchor, Anchor::Predicate(p) if p.last > p.head) && any(class::DENY);
    let none = !predicate
        && chain
            .clone()
            .rev()
            .map_while(|i| sentence.word(i))
            .any(|w| matches!(w.text, "no" | "No"));
    if none
        || (predicate && (any(class::NEGATION) || refused))
        || denied_subject(sentence, found, chain.start)
    {
        return Mode::Negated;
    }
    if supposed(sentence, found) || (predicate && any(class::MAY)) {
        return Mode::Hypothetical;
    }
    if predicate && any(class::WOULD) {
        return if would_have(sentence, found) { Mode::Hypothetical } else { Mode::Planned };
    }
    if let Some(mode) = borne(sentence, found) {
        return mode;
    }
    let later = date.date.as_ref().and_then(|d| d.earliest).zip(published);
    // What is told in the past is past, whatever day its date was counted to.
    let told = matches!(found.anchor, Anchor::Predicate(p) if p.first == p.head && p.last == p.head
        && sentence.word(p.head).is_some_and(|w| w.text.ends_with("ed") || w.form() == Some(Form::Past)));
    let planned = (predicate && any(class::WILL))
        || any(class::PLAN) && is_plan(sentence, found, chain.end)
        || !told && later.is_some_and(|(day, published)| day > published);
    if planned { Mode::Planned } else { Mode::Historical }
}

/// "No meeting was held", "neither side signed".
fn denied_subject(sentence: &Sentence<'_>, found: &Found, first: usize) -> bool {
    let Some(clause) = sentence.clauses.get(found.clause) else { return false };
    let subject = clause.words.start..first;
    let near = subject.rev().take(5);
    near.filter_map(|i| sentence.word(i)).take_while(|w| !w.is_mark()).any(|w| {
        matches!(w.text, "No" | "no" | "Neither" | "neither" | "Nobody" | "None" | "without")
    })
}

fn supposed(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Some(clause) = sentence.clauses.get(found.clause) else { return false };
    let mut lead = clause.words.clone().filter_map(|i| sentence.word(i)).filter(|w| !w.is_mark());
    let first = lead.next().map(|w| w.text.to_lowercase()).unwrap_or_default();
    let opens = clause.link == Link::Subordinate || clause.words.start == 0;
    let chain = match found.anchor {
        Anchor::Predicate(p) => p.first.saturating_sub(1)..p.last + 2,
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun.saturating_sub(2)..noun,
    };
    let hedged = chain.filter_map(|i| sentence.word(i)).any(|w| w.is(class::SUPPOSE));
    (opens && matches!(first.as_str(), "if" | "unless" | "whether")) || hedged
}

/// A noun behind a verb that tells of a plan: "will submit its review during the forum in 2023".
fn borne(sentence: &Sentence<'_>, found: &Found) -> Option<Mode> {
    let Anchor::Noun(noun) = found.anchor else { return None };
    let words = &sentence.clauses.get(found.clause)?.words;
    let verb = sentence.predicates_in(words).rfind(|p| p.last < noun)?;
    let any = |class: u32| {
        (verb.first..=verb.last).any(|i| sentence.word(i).is_some_and(|w| w.is(class)))
    };
    (any(class::WILL) || any(class::WOULD)).then_some(Mode::Planned)
}

/// "would have": what did not come about.
fn would_have(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(predicate) = found.anchor else { return false };
    (predicate.first..predicate.head).any(|i| sentence.word(i).is_some_and(|w| w.is(class::HAVE)))
}

/// A word of planning plans only with "to", "for", "until" or "by" after it: "planned until 2029", "plans to build".
fn is_plan(sentence: &Sentence<'_>, found: &Found, end: usize) -> bool {
    let extended = matches!(found.anchor, Anchor::Predicate(p) if p.last > p.head);
    let text = |i: usize| sentence.word(i).map_or("", |w: &Word<'_>| w.text);
    extended
        || matches!(text(end), "for" | "until" | "till" | "by" | "to")
        || text(end).is_empty()
        || found.date.start == end
        || matches!(found.anchor, Anchor::Noun(_))
}
