//! Sentences whose noun says "sign": "a key indicator would be X", "X would be a warning sign of Y". Words come in, what is
//! watched and what it would show go out, or the guard that refused the reading.

use super::class::{
    ARTICLE, FINITE, LINK, MEASURE, MODAL, PREPOSITION, PRONOUN, RELATIVE, REPORT, SIGN, STRONG,
};
use super::phrase::{goal, parts, subject, trimmed, warns};
use super::reading::{Reading, Sign, from, refuse, says, to};
use super::word::{Word, hull};
use crate::extract::Rule;

/// Whether a noun for a sign stands here and is one: a plain "sign" or "flag" needs a word of warning or an article.
fn is_sign(words: &[Word], at: usize) -> bool {
    let Some(noun) = words.get(at).filter(|word| word.is(SIGN)) else { return false };
    let flag = noun.says("flag") || noun.says("flags");
    !flag || at.checked_sub(1).is_some_and(|red| says(words, red, "red"))
}

/// Whether the words before a noun make it a measure: "economic indicators".
fn measures(words: &[Word], noun: usize) -> bool {
    let before = to(words, noun).iter().rev().take(2);
    let plural = words.get(noun).is_some_and(|word| word.low.starts_with("indicator"));
    plural && before.clone().any(|word| word.is(MEASURE))
}

/// "A key indicator would be X", "Indicators of Y include A, B and C", "the main thing to watch is X".
pub(super) fn as_subject(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.indicator";
    let (noun, tail) = subject_noun(words)?;
    let (link, firm) = link(words, tail)?;
    let span = to(words, link);
    let whether = says(words, link, "whether") || says(words, link, "if");
    let watch = words.get(noun).is_some_and(|word| word.says("watch"));
    let warning = words.get(noun).is_some_and(|word| word.is(STRONG)) || warns(to(words, noun));
    if measures(words, noun) {
        return refuse(span, RULE, "signpost.not-a-measure");
    }
    // "The first warning sign is a rise in prices", but not "the warning signs are ignored".
    let named = warning && words.get(link).is_some_and(|word| word.is(ARTICLE));
    if !(firm || whether || watch || named) {
        return refuse(span, RULE, "signpost.not-to-come");
    }
    let behind = from(words, link);
    let object = trimmed(behind);
    let first = object.first()?;
    let hollow = first.is(PRONOUN) && !first.says("what") || first.says("not") || object.len() < 2;
    let number = object.iter().any(|word| word.says("%") || word.says("percent"));
    if hollow || number || object.len() > 40 {
        let guard = if number { "signpost.not-a-measure" } else { "signpost.not-a-pronoun" };
        return refuse(span, RULE, guard);
    }
    let of = ["of", "that", "for"].iter().any(|word| says(words, noun + 1, word));
    let points_to = goal(words.get(noun + 2..tail).unwrap_or_default()).filter(|_| of);
    let watched = if whether { hull(object).into_iter().collect() } else { parts(object) };
    Some(Ok(Sign { watched, points_to, rule: RULE }))
}

/// A noun for a sign at the head of a clause, and where its own words end.
fn subject_noun(words: &[Word]) -> Option<(usize, usize)> {
    let is_noun = |at: &usize| {
        is_sign(words, *at)
            || (says(words, *at, "watch")
                && at.checked_sub(1).is_some_and(|to| says(words, to, "to")))
    };
    let noun = (0..words.len().min(14)).find(is_noun)?;
    let before = to(words, noun);
    let head = before.iter().rposition(|word| word.mark && !word.says("-")).map_or(0, |at| at + 1);
    let own = from(before, head);
    // Nothing but articles, numbers and adjectives may stand before it.
    let plain = |word: &Word| !word.is(FINITE | REPORT);
    let prepositions = own.iter().filter(|word| word.is(PREPOSITION)).count();
    let things = own.iter().any(|word| {
        word.low.starts_with("thing") || word.says("what") || word.low.starts_with("sign")
    });
    let allowed = if things { 2 } else { 0 };
    if own.len() > 7 || !own.iter().all(plain) || prepositions > allowed {
        return None;
    }
    // "Indicators that would change this assessment include …": the relative clause has a predicate of its own.
    let relative = words.get(noun + 1).is_some_and(|word| word.is(RELATIVE) && !word.says("who"));
    let verb = |word: &Word| word.is(FINITE) || matches!(&*word.low, "include" | "includes");
    let mut tails = words.iter().enumerate().skip(noun + 1).take(16).filter(|(_, w)| verb(w));
    let tail = tails.nth(usize::from(relative));
    tail.map(|(at, _)| (noun, at))
}

/// Behind a subject: where what it is begins, and whether the words between say that it is to come.
fn link(words: &[Word], at: usize) -> Option<(usize, bool)> {
    let word = words.get(at)?;
    let to_come = word.is(MODAL) || word.says("will");
    let next = at + 1;
    let next =
        next + usize::from(to_come && words.get(next).is_some_and(|w| w.low.ends_with("ly")));
    let includes = |at: usize| says(words, at, "include") || says(words, at, "includes");
    if to_come && (says(words, next, "be") || includes(next)) {
        return Some((next + 1, true));
    }
    if includes(at) {
        return Some((next, true));
    }
    (word.says("is") || word.says("are")).then_some((next, false))
}

/// "X would be an early sign of Y", "X is a warning sign of Y", "X, which will serve as an indicator of Y".
pub(super) fn as_complement(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.sign-of";
    let (noun, verb, to_come) = complement(words)?;
    let warning =
        words.get(noun).is_some_and(|word| word.is(STRONG)) || warns(words.get(verb..noun)?);
    if measures(words, noun) {
        return refuse(to(words, noun + 1), RULE, "signpost.not-a-measure");
    }
    if !to_come && !warning {
        return refuse(to(words, noun + 1), RULE, "signpost.not-to-come");
    }
    let goal = goal(from(words, noun + 2));
    let Some(points_to) = goal.filter(|_| {
        says(words, noun + 1, "of") || says(words, noun + 1, "that") || says(words, noun + 1, "for")
    }) else {
        return refuse(to(words, noun + 1), RULE, "signpost.not-what-follows");
    };
    let Some(what) = subject(to(words, verb)) else {
        return refuse(to(words, noun + 1), RULE, "signpost.not-a-subject");
    };
    let watched = hull(what).into_iter().collect();
    Some(Ok(Sign { watched, points_to: Some(points_to), rule: RULE }))
}

/// A noun for a sign as what is said of a subject: the noun, the verb, whether it is to come.
fn complement(words: &[Word]) -> Option<(usize, usize, bool)> {
    for noun in (1..words.len()).filter(|&at| is_sign(words, at)) {
        let before = to(words, noun);
        let near = before.len().saturating_sub(7);
        let verb = before.iter().enumerate().skip(near).rfind(|(_, word)| word.is(LINK));
        let Some((verb, word)) = verb else { continue };
        let between = words.get(verb + 1..noun).unwrap_or_default();
        if between
            .iter()
            .any(|word| word.mark || word.is(PREPOSITION) || word.says("no") || word.says("not"))
        {
            continue;
        }
        let serves =
            word.says("as") && verb.checked_sub(1).is_some_and(|at| says(words, at, "serve"));
        if word.says("as") && !serves {
            continue;
        }
        let first = verb - usize::from(serves);
        let modal = first.checked_sub(1).filter(|&at| {
            words
                .get(at)
                .is_some_and(|word| word.is(MODAL) || word.says("will") || word.says("can"))
        });
        if (word.says("be") || serves) && modal.is_none() {
            continue;
        }
        // "X can be an early sign of Y" says that it is one, not that it would be.
        let to_come = modal.is_some_and(|at| !says(words, at, "can"));
        return Some((noun, modal.unwrap_or(first), to_come));
    }
    None
}

/// Behind "be": where what the sign is of begins, if a sign it is.
pub(super) fn goal_of(words: &[Word], at: usize) -> Option<usize> {
    let noun = (at..words.len().min(at + 6)).find(|&at| is_sign(words, at))?;
    (says(words, noun + 1, "of") || says(words, noun + 1, "that")).then_some(noun + 2)
}
