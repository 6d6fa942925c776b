//! Sentences that say what is to be watched, or what would be a sign of what. The words of one sentence come in; what is
//! watched, what it would show and the rule go out, or the guard that refused the reading.

use super::class::{
    CLOSE, DETECT, HEAD, IF_VERB, MERIT, MODAL, MUST, PRONOUN, SHIFT, TOKEN, VERB, VITAL, WATCHED,
    WATCHING,
};
use super::lexicon::LEXICON;
use super::noun;
use super::phrase::{goal, is_duty, parts, subject, trimmed};
use super::reading::{Reading, Refused, Sign, from, refuse, says, skip, to};
use super::word::{Word, hull};
use crate::extract::Rule;
use crate::text::Span;

/// What the first of the patterns that reads the sentence says, and what guards refused before it.
pub(super) fn find(words: &[Word]) -> (Option<Sign>, Vec<Refused>) {
    let patterns =
        [labelled, condition, monitoring, must_be_watched, merits, watch_for, monitor_for];
    let nouns = [noun::as_subject, noun::as_complement, signals];
    let mut refused = Vec::new();
    for pattern in patterns.into_iter().chain(nouns) {
        match pattern(words) {
            Some(Ok(sign)) => return (Some(sign), refused),
            Some(Err(guard)) => refused.push(guard),
            None => {}
        }
    }
    (None, refused)
}

/// "What to watch: X; Y".
fn labelled(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.labelled";
    let colon = words.iter().take(7).position(|word| word.says(":"))?;
    let label: Vec<&str> = to(words, colon).iter().map(|word| &*word.low).collect();
    if LEXICON.classes(&label.join(" ")) & HEAD == 0 {
        return None;
    }
    let object = trimmed(from(words, colon + 1));
    (object.len() > 1).then(|| Ok(Sign { watched: parts(object), points_to: None, rule: RULE }))
}

/// "Should X happen, that would suggest Y", "If X, it would signal Y".
fn condition(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.condition";
    let first = words.first()?;
    let open = first.says("should") || first.says("if") || first.says("were");
    let verb = words.iter().position(|word| word.is(MODAL)).filter(|_| open)?;
    let (told, sign) = stands_for(words, verb)?;
    let comma = to(words, verb).iter().rposition(|word| word.says(","))?;
    let what = trimmed(words.get(1..comma).unwrap_or_default());
    let stands = to(words, verb).get(comma + 1..).unwrap_or_default();
    let pronoun =
        stands.iter().all(|word| word.is(PRONOUN) || word.low.ends_with("ly") || word.says("then"));
    let named =
        stands.len() > 1 && stands.first().is_some_and(|word| word.is(PRONOUN)) && stands.len() < 5;
    if stands.is_empty() || !(pronoun || named) {
        return refuse(to(words, told), RULE, "signpost.not-what-follows");
    }
    if what.len() < 3 || what.first().is_some_and(|word| word.is(PRONOUN)) {
        return refuse(to(words, told), RULE, "signpost.not-a-pronoun");
    }
    let watched = hull(what).into_iter().collect();
    Some(Ok(Sign { watched, points_to: goal(from(words, sign)), rule: RULE }))
}

/// Behind a modal: where the verb that says "sign" begins, and where what it points to begins.
fn stands_for(words: &[Word], modal: usize) -> Option<(usize, usize)> {
    let verb = words
        .iter()
        .enumerate()
        .skip(modal + 1)
        .take(3)
        .find(|(_, word)| !word.low.ends_with("ly"));
    let (at, verb) = verb?;
    if verb.is(VERB | IF_VERB) {
        let behind = skip(words, at + 1, 0);
        let to = usize::from(says(words, behind, "to") || says(words, behind, "that"));
        return Some((at, behind + to));
    }
    if !verb.says("be") {
        return None;
    }
    noun::goal_of(words, at + 1).map(|goal| (at, goal))
}

/// "Monitoring of X is essential to detect Y".
fn monitoring(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.monitoring";
    let at = words.iter().position(|word| word.says("monitoring") || word.says("tracking"))?;
    let begins = to(words, at).iter().all(|word| word.is(CLOSE) || word.says("the"));
    let is = words
        .iter()
        .skip(at)
        .position(|word| word.says("is") || word.says("remains") || word.says("be"));
    let is = at + is.filter(|_| begins)?;
    let vital = words.iter().enumerate().skip(is + 1).take(2).find(|(_, word)| word.is(VITAL));
    let (vital, _) = vital?;
    let of = usize::from(says(words, at + 1, "of"));
    let object = words.get(at + 1 + of..is).unwrap_or_default();
    let object = match object.last() {
        Some(modal) if modal.is(MODAL | MUST) || modal.says("will") => to(object, object.len() - 1),
        _ => object,
    };
    let purpose = to_detect(words, vital + 1);
    let Some(purpose) = purpose else {
        return refuse(from(words, at), RULE, "signpost.not-to-detect");
    };
    if object.is_empty() || is_duty(object) {
        return refuse(from(words, at), RULE, "signpost.not-a-duty");
    }
    Some(Ok(Sign { watched: parts(object), points_to: goal(from(words, purpose)), rule: RULE }))
}

/// Where what is to be detected begins, if the words from `at` on say so: "to detect Y", "for detecting Y".
fn to_detect(words: &[Word], at: usize) -> Option<usize> {
    let order = usize::from(says(words, at, "in")) * 2;
    let at = at + order;
    let to = says(words, at, "to") || says(words, at, "for");
    let verb = skip_ly(words, at + 1);
    let detects = words.get(verb).is_some_and(|word| {
        let stem = word.low.strip_suffix("ing").unwrap_or(&word.low);
        word.is(DETECT) || LEXICON.classes(stem) & DETECT != 0
    });
    (to && detects).then_some(verb + 1)
}

fn skip_ly(words: &[Word], at: usize) -> usize {
    at + usize::from(
        words.get(at).is_some_and(|word| word.low.ends_with("ly") || word.says("early")),
    )
}

/// "X should be closely monitored for Y", "X needs to be watched to detect Y".
fn must_be_watched(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.must-be-watched";
    let watched = words.iter().position(|word| word.is(WATCHED))?;
    let be = to(words, watched).iter().rposition(|word| word.says("be"))?;
    let close = words.get(be + 1..watched).unwrap_or_default();
    let closely = !close.is_empty() && close.iter().all(|word| word.is(CLOSE));
    let before = to(words, be);
    let to_be = usize::from(before.last().is_some_and(|word| word.says("to")));
    let must = before.len().checked_sub(1 + to_be)?;
    if !words.get(must)?.is(MUST) || !(close.is_empty() || closely) {
        return None;
    }
    let (behind, goal) = shows(words, skip(words, watched + 1, CLOSE));
    if !behind && !closely {
        return refuse(words, RULE, "signpost.not-to-detect");
    }
    object_before(words, must, (goal, RULE))
}

/// "X bears close watching".
fn merits(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.merits-watching";
    let watching = words.iter().position(|word| word.is(WATCHING))?;
    let mut verb = watching.checked_sub(1)?;
    while verb > 0 && words.get(verb).is_some_and(|word| word.is(CLOSE)) {
        verb -= 1;
    }
    let merit = words.get(verb).filter(|word| word.is(MERIT))?;
    // What only "requires monitoring" may be watched over as a duty.
    if merit.low.starts_with("require") && verb + 1 == watching {
        return refuse(from(words, verb), RULE, "signpost.not-to-detect");
    }
    let (_, goal) = shows(words, watching + 1);
    object_before(words, verb, (goal, RULE))
}

/// A sign whose thing is the subject before `at`.
fn object_before(words: &[Word], at: usize, (goal, rule): (Option<Span>, Rule)) -> Reading {
    let Some(object) = subject(to(words, at)) else {
        return refuse(words, rule, "signpost.not-a-subject");
    };
    if is_duty(object) {
        return refuse(words, rule, "signpost.not-a-duty");
    }
    Some(Ok(Sign { watched: parts(object), points_to: goal, rule }))
}

/// Whether the words from `at` on say what is looked for ("for signs of Y", "to detect Y"), and what that is.
fn shows(words: &[Word], at: usize) -> (bool, Option<Span>) {
    if let Some(purpose) = to_detect(words, at) {
        return (true, goal(from(words, purpose)));
    }
    if !says(words, at, "for") {
        return (false, None);
    }
    let Some(sign) =
        words.iter().enumerate().skip(at + 1).take(3).find(|(_, word)| word.is(SHIFT | TOKEN))
    else {
        return (false, None);
    };
    // "for signs of Y" points to Y; "for changes in Y" to the changes.
    let of = says(words, sign.0 + 1, "of") || says(words, sign.0 + 1, "that");
    let only = of && sign.1.is(TOKEN);
    (true, goal(from(words, if only { sign.0 + 2 } else { at + 1 })))
}

/// "Watch for X", "Analysts should watch for X", "should keep an eye on X".
fn watch_for(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.watch-for";
    let watch = |at: &usize| {
        let out = 1 + usize::from(says(words, at + 1, "out"));
        (says(words, *at, "watch") && says(words, at + out, "for"))
            || (says(words, *at, "keep")
                && words.iter().skip(at + 1).take(3).any(|word| word.says("eye")))
    };
    let at = (0..words.len()).find(watch)?;
    let for_ = words.iter().skip(at).position(|word| word.says("for") || word.says("on"))?;
    let object = to_end(from(words, at + for_ + 1));
    if !is_told_to(words, at) {
        return refuse(from(words, at), RULE, "signpost.not-told-to");
    }
    let hollow = object.first().is_none_or(|word| word.is(PRONOUN))
        || object.len() < 2
        || says(object, object.len() - 1, "following");
    if hollow || is_duty(object) {
        return refuse(from(words, at), RULE, "signpost.not-a-pronoun");
    }
    // "for signs of Y": the sign itself is not told, and Y is what one watches for.
    let (_, points_to) = shows(words, at + for_);
    let split = object.iter().position(|word| word.says("as") || word.says("that"));
    let object = to(object, split.unwrap_or(object.len()));
    Some(Ok(Sign { watched: parts(object), points_to, rule: RULE }))
}

/// "Monitor X for signs of Y", "should monitor X to detect Y".
fn monitor_for(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.monitor-for";
    let at = words
        .iter()
        .position(|word| word.says("monitor") || word.says("watch") || word.says("track"))?;
    let told = is_told_to(words, at);
    let rest = from(words, at + 1);
    let show = (1..rest.len()).find(|&at| shows(rest, at).0)?;
    let object = trimmed(to(rest, show));
    if !told {
        return refuse(from(words, at), RULE, "signpost.not-told-to");
    }
    if object.is_empty() || object.first().is_some_and(|word| word.is(PRONOUN)) || is_duty(object) {
        return refuse(from(words, at), RULE, "signpost.not-a-duty");
    }
    Some(Ok(Sign { watched: parts(object), points_to: shows(rest, show).1, rule: RULE }))
}

/// Whether a verb is an order or advice: at the head of its sentence or item, or behind "should", "must", "need to".
fn is_told_to(words: &[Word], at: usize) -> bool {
    let mut before = to(words, at);
    while before.last().is_some_and(|word| word.is(CLOSE) || word.says("also") || word.says("and"))
    {
        before = to(before, before.len() - 1);
    }
    let item = |word: &Word| word.mark || word.low.chars().all(|c| c.is_ascii_digit());
    let head = before.iter().all(item);
    let to_do = usize::from(before.last().is_some_and(|word| word.says("to")));
    let must = before.len().checked_sub(1 + to_do).and_then(|at| before.get(at));
    head || must.is_some_and(|word| word.is(MUST))
}

/// An object up to the end of its clause.
fn to_end(words: &[Word]) -> &[Word] {
    let end = |word: &Word| word.mark && matches!(&*word.low, ";" | ":" | "—" | "–");
    trimmed(to(words, words.iter().position(end).unwrap_or(words.len())))
}

/// "X would signal Y", "X could herald Y".
fn signals(words: &[Word]) -> Reading {
    const RULE: Rule = "signpost.signals";
    let verb = |at: &usize| {
        let modal = words.get(*at).is_some_and(|word| word.is(MODAL));
        let verb = skip_ly(words, at + 1);
        modal && words.get(verb).is_some_and(|word| word.is(VERB))
    };
    let modal = (0..words.len()).find(verb)?;
    let behind = skip_ly(words, modal + 1) + 1;
    let behind = behind + usize::from(says(words, behind, "that"));
    let Some(what) = subject(to(words, modal)) else {
        return refuse(to(words, behind), RULE, "signpost.not-a-subject");
    };
    let Some(points_to) = goal(from(words, behind)) else {
        return refuse(to(words, behind), RULE, "signpost.not-what-follows");
    };
    let watched = hull(what).into_iter().collect();
    Some(Ok(Sign { watched, points_to: Some(points_to), rule: RULE }))
}
