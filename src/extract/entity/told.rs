//! Reads a full name of words in no list by its surname, which the document tells elsewhere after a title: "Asil Dorvan"
//! where "Mr. Dorvan" is spoken of. Never reads a name that another has taken.

use super::body::Run;
use super::claim::{Claim, span};
use super::token::{Shape, Token};
use crate::extract::EntityKind;
use crate::text::hash::Packed;
use std::collections::HashSet;

/// Adds the full names of persons who have a claim by their surname alone; claims rise by place before and after.
pub(super) fn find(run: Run<'_>, claims: &mut Vec<Claim>) {
    let person = |claim: &&Claim| claim.kind == EntityKind::Person && claim.tokens.len() == 1;
    let alone = claims.iter().filter(person).filter_map(|claim| run.at(claim.tokens.start));
    let known: HashSet<Packed> = alone.map(|token| token.word).collect();
    if known.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for at in 1..run.tokens.len() {
        let last = run.at(at).filter(|t| named(t) && !t.first && known.contains(&t.word));
        if last.is_none() || !run.foreign(at - 1) || (run.capital(at + 1) && !starts(run, at + 1)) {
            continue;
        }
        let before = at.checked_sub(2).filter(|&i| run.capital(i) && !starts(run, at - 1));
        if before.is_some() {
            continue;
        }
        let tokens = at - 1..at + 1;
        let next = claims.partition_point(|c| c.tokens.end <= tokens.start);
        if claims.get(next).is_none_or(|c| c.tokens.start >= tokens.end) {
            let span = span(run.tokens, tokens.clone());
            let (kind, rule) = (EntityKind::Person, "entity.person-told");
            found.push(Claim { tokens, span, kind, office: None, known: None, rule });
        }
    }
    claims.append(&mut found);
    claims.sort_by_key(|claim| claim.tokens.start);
}

fn named(token: &Token) -> bool {
    token.shape == Shape::Name
}

fn starts(run: Run<'_>, at: usize) -> bool {
    run.at(at).is_some_and(|token| token.first)
}
