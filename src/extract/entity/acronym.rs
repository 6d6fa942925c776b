//! Reads the initials that a document gives a body: "Border Security Agency (BSA)", "BSA (Border Security Agency)", and those
//! of another language right after its name: "Federal Border Office (FGA)". Never takes a country's or another body's.

use super::claim::Claim;
use super::class;
use super::token::{Shape, Token};
use crate::extract::{Definition, EntityKind};
use crate::text::Span;
use std::ops::Range;

/// For each claim that the text gives initials in brackets: its index, and the word of the initials.
pub(super) fn defined(
    text: &str,
    tokens: &[Token],
    claims: &[Claim],
    told: &[Definition],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, claim) in claims.iter().enumerate() {
        if claim.kind != EntityKind::Organisation {
            continue;
        }
        let next = told.partition_point(|d| d.long.start < claim.span.start);
        if let Some(told) = told.get(next).filter(|d| d.long == claim.span) {
            let word = tokens.partition_point(|t| t.start < told.short.start as usize);
            if tokens.get(word).is_some_and(|t| t.start == told.short.start as usize) {
                found.push((index, word));
                continue;
            }
        }
        let Range { start, end } = claim.tokens;
        let name = text.get(claim.span.range()).unwrap_or_default();
        let after = tokens.get(end).filter(|t| bracketed(text, name_end(claim), t.start, t.end));
        let before = start.checked_sub(1).and_then(|i| tokens.get(i));
        let before =
            before.filter(|t| bracketed(text, t.end, claim.span.start as usize, name_end(claim)));
        let initials = |token: &Token| {
            let word = token.text(text);
            // "Congress of the Farmers' Party (FP)" is not the Congress.
            let other = told.binary_search_by_key(&token.start, |d| d.short.start as usize).is_ok()
                && !word.get(..1).is_some_and(|first| name.starts_with(first));
            short(token, word) && spells(word, name) && !other
        };
        if after.is_some_and(|token| initials(token) || foreign(text, claim, token)) {
            found.push((index, end));
        } else if before.is_some_and(initials) {
            found.push((index, start - 1));
        }
    }
    found
}

/// Takes the initials off a name that follows them, as lists of abbreviations have it: "BSA Border Security Agency".
pub(super) fn listed(
    text: &str,
    tokens: &[Token],
    claims: &mut [Claim],
    told: &mut Vec<Definition>,
) {
    let before = told.len();
    for claim in claims.iter_mut().filter(|c| c.kind == EntityKind::Organisation) {
        let rest = claim.tokens.start + 1..claim.tokens.end;
        let (Some(first), 2..) = (tokens.get(claim.tokens.start), rest.len()) else { continue };
        let name = super::claim::span(tokens, rest.clone());
        let word = first.text(text);
        let whole = first.shape == Shape::Upper && word.len() == rest.len();
        let each = tokens.get(rest.clone()).unwrap_or_default().iter().map(|t| t.text(text));
        let same = word.chars().zip(each).all(|(letter, word)| word.starts_with(letter));
        if whole && same && word.len() > 2 {
            told.push(Definition { short: Span::new(first.start, first.end), long: name });
            (claim.tokens, claim.span) = (rest, name);
        }
    }
    if told.len() > before {
        told.sort_unstable_by_key(|d| (d.short.start, d.long.start));
    }
}

/// What the text writes out, with the initials of bodies added; the longer name counts where both have one.
pub(super) fn joined(
    mut told: Vec<Definition>,
    given: &[(usize, usize)],
    tokens: &[Token],
    claims: &[Claim],
) -> Vec<Definition> {
    for &(claim, word) in given {
        let (Some(claim), Some(token)) = (claims.get(claim), tokens.get(word)) else { continue };
        let new = Definition { short: Span::new(token.start, token.end), long: claim.span };
        match told.iter_mut().find(|d| d.short.start == new.short.start) {
            Some(old) if old.long.covers(new.long) => {}
            Some(old) => *old = new,
            None => told.push(new),
        }
    }
    told.sort_unstable_by_key(|d| (d.short.start, d.long.start));
    told
}

/// Initials of three capitals or more that the name does not have, right after it: those of its own language.
fn foreign(text: &str, claim: &Claim, token: &Token) -> bool {
    let word = token.text(text);
    let other = class::PLACE | class::PEOPLE | class::KNOWN | class::LEGAL | class::TITLE;
    (3..=6).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && !word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        && !token.is(other)
        && claim.tokens.len() > 1
        && text.get(token.end..).is_some_and(|rest| rest.starts_with(')'))
}

fn name_end(claim: &Claim) -> usize {
    claim.span.end as usize
}

/// Whether the words `start..end` stand in brackets right after `outside`.
fn bracketed(text: &str, outside: usize, start: usize, end: usize) -> bool {
    let opening = text.get(outside..start);
    let closing = text.get(end..).is_some_and(|rest| rest.starts_with([')', ',', ';']));
    matches!(opening, Some(" (" | " (the " | " (“" | " (\"")) && closing
        || (matches!(opening, Some(" (“" | " (\""))
            && text.get(end..).is_some_and(|r| r.starts_with(['”', '"'])))
}

/// Whether a word looks like initials: mostly capitals.
fn short(token: &Token, word: &str) -> bool {
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    token.shape == Shape::Upper || (capitals > 1 && capitals * 2 >= word.len())
}

/// Whether the letters of some initials stand in a name in order, most of them at the beginnings of its words.
fn spells(initials: &str, name: &str) -> bool {
    let mut letters = initials.chars().filter(|c| c.is_alphanumeric()).peekable();
    let (mut count, mut begins, mut begun) = (0, 0, true);
    for c in name.chars() {
        if letters.peek().is_some_and(|l| l.eq_ignore_ascii_case(&c)) && (begun || count > 0) {
            letters.next();
            count += 1;
            begins += usize::from(begun);
        }
        begun = !c.is_alphanumeric();
    }
    letters.peek().is_none() && count > 1 && begins * 2 >= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_name() {
        assert!(spells("CSTO", "Collective Security Treaty Organisation"));
        assert!(spells("AfDB", "African Development Bank"));
        assert!(spells("NSC", "National Security Committee of Borduria"));
        assert!(!spells("NSC", "Border Agency"));
        assert!(!spells("USA", "Ministry of Defence"));
    }
}
