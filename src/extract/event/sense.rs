//! What a noun means where it stands: a noun that may name a happening comes in; what it names there goes out, or
//! nothing where it names none: a campaign is war only where armies lead it, and a best deal is no agreement. Looks
//! only at the words beside it.

use super::class;
use super::hint::{self, Hint};
use super::lexicon::Trigger;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::EventKind;

/// What people come to, and what they do there.
pub(super) const MET: Trigger =
    Trigger { kind: EventKind::Meeting, strength: 2, id: 9, rule: "event.meeting.noun" };

/// What armies do.
pub(super) const OF_ARMS: Trigger =
    Trigger { kind: EventKind::Conflict, strength: 2, id: 7, rule: "event.conflict.arms" };
/// Who sends a programme stands within so many words before it.
const AIRED: usize = 7;
/// Words that only open what a meeting is about: "the Conference of the Parties to the Convention".
const GOVERNED: usize = 16;

/// What the noun at a word names, where it names a happening.
pub(super) fn of(sentence: &Sentence<'_>, at: usize) -> Option<Trigger> {
    let word = sentence.word(at)?;
    let trigger = word.entry.noun?;
    let before = at.checked_sub(1).and_then(|i| sentence.word(i));
    let led = |hint: Hint| before.is_some_and(|w| w.hints(hint));
    let next = sentence.word(at + 1);
    let follows = next.map_or("", |w| w.text);
    let lower = word.shape == Shape::Lower;
    // "to address the problem": a verb.
    let verb = before.is_some_and(|w| w.text == "to")
        && next.is_some_and(|w| w.is(class::DETERMINER | class::ADVERB | class::PRONOUN));
    if verb && lower && !word.text.ends_with('s') {
        return None;
    }
    // "a Walk for Victims of Sexual Violence": what a name calls so.
    let named = !lower
        && trigger.kind == EventKind::Attack
        && trigger.strength < 3
        && before.is_some_and(|w| w.shape == Shape::Capital && w.is_content());
    if named {
        return None;
    }
    if !lower && next.is_some_and(is_office) {
        return None;
    }
    match word.text {
        "campaign" | "campaigns" | "Campaign" => {
            let war = led(hint::WARLIKE) || before.is_some_and(|w| w.is(class::ARMED));
            Some(if war { OF_ARMS } else { trigger })
        }
        "process" | "processes" if lower => {
            before.is_some_and(|w| w.says(hint::COURSE)).then_some(trigger)
        }
        "initiative" if before.is_some_and(|w| w.text == "the") && seized(sentence, at) => None,
        "programme" | "program" | "programmes" | "programs" if lower && is_on_air(sentence, at) => {
            None
        }
        "convention" | "conventions" if lower && !next.is_some_and(|w| w.says(hint::PACT)) => {
            Some(MET)
        }
        "probe" | "probes" => {
            (led(hint::PROBED) || matches!(follows, "into" | "of")).then_some(trigger)
        }
        "terrorist" | "Terrorist" if next.is_some_and(|w| w.says(hint::OUTFIT)) => None,
        "deal" | "deals" => (!led(hint::BARGAIN) && follows != "of").then_some(trigger),
        _ if trigger.strength < 2 && word.says(hint::ONSET) => {
            Some(of_change(sentence, at, trigger))
        }
        _ => Some(trigger),
    }
}

/// "told BBC Radio's morning programme": what is heard or seen is no plan.
fn is_on_air(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(AIRED)..at).rev().filter_map(|i| sentence.word(i));
    let mut before = before.take_while(|w| !w.is(class::DETERMINER) && !w.mark(&[',', ':', ';']));
    before.any(|w| {
        let name = w.text.split(['\'', '’']).next().unwrap_or_default();
        let sends = w.hints(hint::BROADCAST) || name.ends_with("TV") || name == "BBC";
        w.shape == Shape::Capital && sends
    })
}

/// "the Strategy Unit", "the Election Commission": a body, not what it is for.
fn is_office(next: &Word<'_>) -> bool {
    next.shape == Shape::Capital && next.hints(hint::BUREAU)
}

/// "took the initiative"
fn seized(sentence: &Sentence<'_>, at: usize) -> bool {
    let verb = at.checked_sub(2).and_then(|i| sentence.word(i));
    verb.is_some_and(|w| w.says(hint::SEIZE))
}

/// The meeting whose name a pact stands in: "the session of the Conference of the Parties to the Convention".
pub(super) fn governing(sentence: &Sentence<'_>, noun: usize) -> Option<(usize, Trigger)> {
    let pact = |w: &Word<'_>| {
        w.shape == Shape::Capital
            && w.entry.noun.is_some_and(|t| matches!(t.kind, EventKind::Agreement | EventKind::Law))
    };
    if !sentence.word(noun).is_some_and(pact) {
        return None;
    }
    let floor = noun.saturating_sub(GOVERNED);
    let stops = |i: usize| {
        sentence.in_predicate(i)
            || sentence.word(i).is_none_or(|w| w.is_mark() && !w.mark(&['-', '\u{2011}']))
    };
    let near = (floor..noun).rev().take_while(|&i| !stops(i));
    near.filter_map(|i| {
        let meets = sentence.word(i)?.entry.noun.filter(|t| t.kind == EventKind::Meeting)?;
        let opens = sentence.word(i + 1).is_some_and(|w| matches!(w.text, "of" | "to" | "on"));
        opens.then_some((i, meets))
    })
    .last()
}

/// "the fall of Kabul", "the end of the war": a word of a change is a happening only of something.
fn of_change(sentence: &Sentence<'_>, at: usize, trigger: Trigger) -> Trigger {
    let text = sentence.text(at);
    let article = usize::from(sentence.is(at + 2, class::DETERMINER));
    let named = sentence
        .word(at + 2 + article)
        .is_some_and(|w| w.is_content() && w.date.is_none() && w.shape != Shape::Number);
    let name = sentence
        .word(at + 2 + article)
        .is_some_and(|w| w.shape == Shape::Capital || w.entry.noun.is_some());
    let fall = matches!(text, "fall" | "downfall");
    let told = sentence.word(at + 1).is_some_and(|w| w.text == "of") && named && (name || !fall);
    if told { Trigger { strength: 2, ..trigger } } else { trigger }
}
