//! Finds what is told of the people or things that a number or a share counts: "lives below the line", "were small
//! firms". The words behind the noun come in, a span of them goes out. Adds no word of its own.

use super::beside::Beside;
use super::counting::{acted, done, uncut};
use super::words::first_tokens;
use super::{list, phrases};
use crate::text::{Span, Text};

/// The most words between a noun and what is told of it, and of what is told.
const MOST: usize = 9;

/// What is told of a noun that ends at `from`; a phrase may stand between.
pub(super) fn of(beside: &Beside<'_>, from: u32) -> Option<Span> {
    let Beside { text, setting, .. } = *beside;
    let limit = setting.sentence.end.max(from).min(from.saturating_add(240));
    let mut end = limit;
    while !text.clean.is_char_boundary(end as usize) {
        end -= 1;
    }
    let all = first_tokens(text, Span { start: from, end }, MOST);
    let whole = Span { start: from, end: limit };
    let opened = all.first().filter(|t| text.words(**t).ends_with("ed"));
    let deed = opened.and_then(|_| done(text, whole));
    // "80% of the areas held by rebels have been freed": what is told of them comes behind what was done.
    let more = deed.is_some_and(|deed| {
        let rest = Span { start: deed.end, end: limit.max(deed.end) };
        let next = first_tokens(text, rest, 1);
        next.first().is_some_and(|t| (list::AUXILIARIES | list::MODALS).has(text.words(*t)))
    });
    if !more && let Some(found) = deed.or_else(|| opened.and_then(|_| acted(text, whole))) {
        return Some(found);
    }
    let at = if more { 0 } else { verb(text, from, &all)? };
    let first = *all.get(at)?;
    let auxiliary = list::AUXILIARIES.has(text.words(first));
    // "were reported to the police": the participle says it all.
    if auxiliary && let Some(deed) = done(text, Span { start: first.start, end: limit }) {
        return Some(deed);
    }
    predicate(beside, first, (end, limit))
}

/// What is told from a verb on, to the end of its clause; the words end at the first of two places, the sentence at the other.
fn predicate(beside: &Beside<'_>, first: Span, (end, limit): (u32, u32)) -> Option<Span> {
    let text = beside.text;
    let all = first_tokens(text, Span { start: first.start, end }, MOST + 1);
    let (mut last, mut cut, mut ended, mut timed) = (first, false, false, false);
    for token in all.iter().skip(1) {
        let word = text.words(*token);
        let marked = !text.words(Span { start: last.end, end: token.start }).trim().is_empty();
        let dated = beside.is_dated(*token) && !word.ends_with("ly");
        let figure = word.starts_with(|c: char| c.is_ascii_digit()) || dated;
        if marked || figure || list::TURNS.has(word) && word != "and" {
            let comma = text.words(Span { start: last.end, end: token.start }).starts_with(',');
            cut = comma && word.starts_with(char::is_uppercase);
            (ended, timed) = (true, dated);
            break;
        }
        last = *token;
    }
    let kept = all.iter().skip(1).filter(|t| t.end <= last.end);
    let kept: Vec<Span> = kept.copied().collect();
    let hangs = |t: &&Span| {
        let word = text.words(**t);
        (list::LINKS | list::OPENERS | list::IDLE).has(word)
    };
    // "are hungry in Kenya, Malawi and Chad": the first of a list says less than none.
    let name = |t: &&Span| cut && text.words(**t).starts_with(char::is_uppercase);
    let names = kept.iter().rev().take_while(name).count();
    let tail = names + kept.iter().rev().skip(names).take_while(hangs).count();
    let last = kept.len().checked_sub(tail + 1).and_then(|i| kept.get(i))?;
    let told = Span { start: first.start, end: last.end };
    // "pay a ransom to get their financial data back": where the words are cut, the last phrase lacks its end.
    let next = text.words(Span { start: last.end, end: limit.max(last.end) });
    let goes_on = next.strip_prefix(' ').is_some_and(|r| r.starts_with(char::is_alphabetic));
    let words = text.words(told);
    // "is held in the second and fourth quarters"
    let half = kept.iter().rev().take(tail).any(|t| matches!(text.words(*t), "and" | "or"));
    let cut = !ended && goes_on && tail == 0 || half && timed;
    let whole = if cut { uncut(words) } else { words };
    Some(Span { start: told.start, end: told.start + u32::try_from(whole.len()).ok()? })
}

/// Where the verb stands that tells of a noun, right behind it or behind one phrase.
fn verb(text: &Text, from: u32, all: &[Span]) -> Option<usize> {
    let phrase = all.first().is_some_and(|t| list::BEHIND_NOUN.says(text.words(*t)));
    let mut end = from;
    for (at, token) in all.iter().enumerate().take(MOST) {
        let word = text.words(*token);
        if !text.words(Span { start: end, end: token.start }).trim().is_empty() {
            return None;
        }
        if list::AUXILIARIES.has(word) && word != "respectively" || phrases::LIVES.says(word) {
            return Some(at);
        }
        if !phrase && !word.ends_with("ly") || (list::TELLING | list::TURNS).has(word) {
            return None;
        }
        end = token.end;
    }
    None
}
