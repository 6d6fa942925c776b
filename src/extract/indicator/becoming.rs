//! Names a figure by the noun phrase before a verb that is no finite one: "exports rising 5 per cent", "expects the
//! deficit to reach 3 per cent". The sentence comes in, the phrase goes out. Adds no word of its own.

use super::beside::Beside;
use super::list;
use super::words::tokens;
use crate::text::{Span, Text};

/// The most words of such a noun phrase.
const MOST: usize = 18;

/// The noun phrase that rises, falls or is to reach so much; `lead` are the words before the figure.
pub(super) fn becoming(beside: &Beside<'_>, lead: &[Span]) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    // A cheap no for most figures.
    last_form(text, lead)?;
    let start = setting.sentence.start;
    let all = tokens(text, Span { start, end: quantity.span.start.max(start) });
    let at = last_form(text, &all)?;
    let form = text.words(*all.get(at)?);
    let end = if let Some(passive) = foreseen(text, &all, at) {
        passive
    } else if form.ends_with("ing") {
        at
    } else if at > 0 && all.get(at - 1).is_some_and(|t| text.words(*t) == "to") {
        let who = at.checked_sub(2).and_then(|i| all.get(i)).map_or("", |t| text.words(*t));
        let told = who.ends_with("ed") || (list::TELLING | list::BOUND).has(who);
        if told { 0 } else { at - 1 }
    } else if all.get(..at)?.iter().any(|t| list::SEEING.has(text.words(*t))) {
        at
    } else {
        0
    };
    let found = phrase(text, all.get(..end)?)?;
    // "the output fell, accounting for 5 per cent": a mark parts the phrase from its verb.
    let gap = text.words(Span { start: found.end, end: all.get(end)?.start });
    let sums = matches!(form, "totalling" | "totaling") && gap == ", ";
    let one = !text.words(found).contains(" of ");
    (sums && one || !gap.contains([',', ';', ':', '–', '—'])).then_some(found)
}

/// The most words of who foresees something, with "by" and "to".
const SEER: usize = 7;

/// Where "is forecast by the bank" begins, for the verb at `at` behind it: "growth is forecast by the bank to reach 4 per cent".
fn foreseen(text: &Text, all: &[Span], at: usize) -> Option<usize> {
    let word = |i: usize| all.get(i).map_or("", |t| text.words(*t));
    if at == 0 || word(at - 1) != "to" {
        return None;
    }
    let told = |i: usize| word(i).ends_with("ed") || matches!(word(i), "forecast" | "seen");
    let by = (at.saturating_sub(SEER)..at).find(|&i| word(i) == "by" && i > 0 && told(i - 1))?;
    let mut start = by - 1;
    while start > 0 && list::VERBS.has(word(start - 1)) {
        start -= 1;
    }
    (start < by - 1).then_some(start)
}

/// Where the verb before a figure stands, if it is no finite one.
fn last_form(text: &Text, all: &[Span]) -> Option<usize> {
    let small =
        |word: &str| list::BEFORE_FIGURE.says(word) || word.len() > 3 && word.ends_with("ly");
    let at = all.iter().rposition(|t| !small(text.words(*t)))?;
    let word = text.words(*all.get(at)?);
    let bare = || !word.ends_with("ed") && !matches!(word, "down" | "rose" | "fell" | "grew");
    (list::BECOMING.has(word) || list::SHIFTS.has(word) && bare()).then_some(at)
}

/// The noun phrase at the end of a stretch of words, back to the verb, the mark or the conjunction before it.
pub(super) fn phrase(text: &Text, all: &[Span]) -> Option<Span> {
    let mut first: Option<usize> = None;
    let mut next = None;
    for (at, token) in all.iter().enumerate().rev().take(MOST) {
        let word = text.words(*token);
        if next.is_some_and(|next| !joins(text.words(Span { start: token.end, end: next })))
            || parts(text, all, at)
        {
            break;
        }
        let ended =
            list::VERBS.has(word) && word != "total" || (list::TELLING | list::SEEING).has(word);
        // "the Fund projects inflation to reach": a noun's plural, were it not for who does it.
        let before = at.checked_sub(1).and_then(|i| all.get(i)).map_or("", |t| text.words(*t));
        let seer = word == "projects" && before.starts_with(char::is_uppercase);
        if ended || seer {
            break;
        }
        first = Some(at);
        next = Some(token.start);
    }
    let mut kept = all.get(first?..)?;
    while let Some((head, rest)) = kept.split_first()
        && (list::OPENERS | list::LINKS | list::IDLE).has(text.words(*head))
    {
        kept = rest;
    }
    let (head, last) = (kept.first()?, kept.last()?);
    let said = text.words(*last);
    let words = text.words(Span { start: head.start, end: last.end });
    let digit = words.starts_with(|c: char| c.is_ascii_digit());
    let torn = (list::OPENERS | list::LINKS | list::VERBS).has(said) || said.ends_with("ly");
    (!digit && !torn && words.len() > 3).then_some(Span { start: head.start, end: last.end })
}

/// Whether a word stands before a noun phrase and is no part of it: "despite", "led to".
fn parts(text: &Text, all: &[Span], at: usize) -> bool {
    let Some(token) = all.get(at) else { return true };
    let word = text.words(*token);
    let before = at.checked_sub(1).and_then(|i| all.get(i)).map_or("", |t| text.words(*t));
    let due = || before.ends_with("ed") || list::OWING.has(before);
    if word == "to" { due() } else { list::BEFORE_NOUN.has(word) }
}

/// Whether nothing but a space, a bracket or the inside of a number parts two words of a noun phrase.
fn joins(gap: &str) -> bool {
    let plain = gap.trim_matches([' ', '$', '€', '£', '“', '”']);
    matches!(plain, "" | "." | "(" | ")") && gap != ". "
}
