//! Finds persons and bodies (organisations) in running text: reading text and the countries found in it in, names out.
//! Never reads furniture or headings, whose capitals say nothing, and names nobody whose name could be a place's or a thing's.
//!
//! [`token`] cuts runs of capitalised words, [`body`] and [`person`] read names in them, [`gather`] holds together what
//! means one person or body and finds it again.

mod acronym;
mod body;
mod claim;
mod class;
mod definition;
mod gather;
mod lexicon;
mod list;
mod near;
mod person;
mod token;
mod told;

use super::language::is_english;
use super::{CountryMention, Definition, EntityKind, EntityMention, Names, Via};
use crate::text::hash::Packed;
use crate::text::{Span, Text};
use body::Run;
use claim::Claim;
use lexicon::Lexicon;
use std::collections::HashSet;
use token::{Shape, Token, prose};

pub use definition::initials;

/// The persons and bodies of a document, their mentions, and the short forms it writes out.
pub(super) fn find(text: &Text, countries: &[CountryMention]) -> Names {
    let known = lexicon::lexicon();
    let mut tokens = Vec::with_capacity(text.clean.len() / 32);
    for block in text.blocks.iter().filter(|block| prose(block.kind)) {
        let span = block.span.range();
        token::runs(&text.clean, span.start, span.end, known, &mut tokens);
    }
    place(&mut tokens, countries);
    let mut claims = Vec::new();
    let english = is_english(&text.clean);
    let mut start = 0;
    while english && start < tokens.len() {
        let rest = tokens.get(start + 1..).unwrap_or_default();
        let end = rest.iter().position(|t| t.first).map_or(tokens.len(), |n| start + 1 + n);
        read(&text.clean, &tokens, start..end, known, &mut claims);
        start = end;
    }
    let all = Run::new(&text.clean, &tokens, known);
    told::find(all, &mut claims);
    let mut told = definition::find(text);
    acronym::listed(&text.clean, &tokens, &mut claims, &mut told);
    let given = acronym::defined(&text.clean, &tokens, &claims, &told);
    let definitions = acronym::joined(told, &given, &tokens, &claims);
    let (entities, mentions) = gather::Gather::new(&text.clean, &mut tokens).all(&claims, &given);
    let loose = loose(&text.clean, &tokens, &mentions, &definitions);
    Names { entities, mentions, definitions, initials: loose }
}

/// Words in capitals that name nobody and are not written out: another document may do it.
fn loose(
    text: &str,
    tokens: &[Token],
    mentions: &[EntityMention],
    definitions: &[Definition],
) -> Vec<Span> {
    let word = |span: &Span| text.get(span.range()).unwrap_or_default();
    let known: HashSet<&str> = definitions.iter().map(|d| initials(word(&d.short))).collect();
    let mut at = 0;
    let mut found = Vec::new();
    for token in tokens.iter().filter(|token| token.shape == Shape::Upper) {
        while mentions.get(at).is_some_and(|m| m.span.end as usize <= token.start) {
            at += 1;
        }
        let named = mentions.get(at).is_some_and(|m| (m.span.start as usize) < token.end);
        let span = Span::new(token.start, token.end);
        let letters = initials(word(&span));
        let other = class::PLACE | class::PEOPLE | class::OPENER | class::LEGAL | class::HONORIFIC;
        let number = letters.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
        let fits = (2..=8).contains(&letters.len()) && !number && !token.is(other);
        if fits && !named && !known.contains(letters) {
            found.push(span);
        }
    }
    found
}

/// The name of a body as all its spellings have it: "organisation" for "organization", without its legal form.
pub fn alike(name: &str) -> String {
    let known = lexicon::lexicon();
    let mut room = Vec::with_capacity(name.len() + 1);
    for word in name.split([' ', '\n']) {
        let bare = word.trim_end_matches(['.', ',']);
        if known.class(Packed::of(bare.as_bytes(), 0, bare.len())) & class::LEGAL == 0 {
            gather::alike(word, &mut room);
        }
    }
    String::from_utf8(room).unwrap_or_else(|_| name.to_lowercase())
}

/// Whether a family name stands first in the names it is part of: "Xi".
pub fn family_first(word: &str) -> bool {
    lexicon::lexicon().class(Packed::of(word.as_bytes(), 0, word.len())) & class::FAMILY != 0
}

/// Marks the words that lie in the name of a country, place or people.
fn place(tokens: &mut [Token], countries: &[CountryMention]) {
    let mut at = 0;
    for token in tokens {
        while countries.get(at).is_some_and(|c| c.span.end as usize <= token.start) {
            at += 1;
        }
        let inside = countries.get(at).filter(|c| (c.span.start as usize) < token.end);
        // "Bank of England" leads to a country and is a body all the same.
        if let Some(country) = inside.filter(|c| c.via != Via::Metonym) {
            let people = matches!(country.via, Via::Demonym | Via::Group);
            token.class |= if people { class::PEOPLE } else { class::PLACE };
        }
    }
}

/// Reads the names of a run.
fn read(
    text: &str,
    tokens: &[Token],
    range: std::ops::Range<usize>,
    known: &'static Lexicon,
    claims: &mut Vec<Claim>,
) {
    let offset = range.start;
    let Some(words) = tokens.get(range) else { return };
    if title_case(words) {
        return;
    }
    let run = Run::new(text, words, known);
    let mut at = 0;
    while at < words.len() {
        at = match name(run, at) {
            Some((end, found)) => {
                claims.extend(found.into_iter().flatten().map(|claim| Claim {
                    tokens: claim.tokens.start + offset..claim.tokens.end + offset,
                    ..claim
                }));
                end.max(at + 1)
            }
            None => at + 1,
        };
    }
}

/// A heading that was not told apart, or shouting: more capitalised words in a row than names have.
fn title_case(words: &[Token]) -> bool {
    let mut row = 0;
    let long = words.iter().any(|token| {
        row = if token.small() { 0 } else { row + 1 };
        row > 9
    });
    let shouts = words.iter().filter(|t| t.shape == Shape::Upper && t.end - t.start > 4).count();
    long || shouts > 2
}

/// The name that begins at a word, with the body whose office a person holds; and where both end.
fn name(run: Run<'_>, at: usize) -> Option<(usize, [Option<Claim>; 2])> {
    if !run.capital(at) {
        return None;
    }
    let body = body::body(run, at);
    let titled = person::titled(run, at);
    let person = match (&body, titled) {
        (_, Some(person)) if body.is_none_or(|body| body.to < person.from) => Some(person),
        (None, _) => person::person(run, at),
        _ => None,
    };
    let end = person.map(|p| p.to).into_iter().chain(body.map(|b| b.to)).max()?;
    let body = body.map(|b| Claim {
        tokens: b.from..b.to,
        span: claim::span(run.tokens, b.from..b.to),
        kind: EntityKind::Organisation,
        office: None,
        known: b.known,
        rule: b.rule,
    });
    let person = person.map(|p| Claim {
        tokens: p.from..p.to,
        span: claim::span(run.tokens, p.from..p.to),
        kind: EntityKind::Person,
        office: p.office,
        known: None,
        rule: p.rule,
    });
    Some((end, [body, person]))
}
