//! Holds the names of one document together that mean one person or body, and finds them again by a part of the name.
//! Never joins what two persons could share.

use super::claim::Claim;
use super::class;
use super::token::{Shape, Token};
use crate::extract::{Entity, EntityKind, EntityMention};
use crate::text::Span;
use crate::text::hash::Packed;
use std::collections::HashMap;

/// The entities of a document, while its names come in.
pub(super) struct Gather<'a> {
    text: &'a str,
    tokens: &'a mut [Token],
    entities: Vec<Entity>,
    /// Of each entity, the words of its longest name.
    names: Vec<Vec<Packed>>,
    mentions: Vec<EntityMention>,
    /// Of each entity, whether an office stands with its full name.
    officed: Vec<bool>,
    /// Persons by each word of their names.
    by_word: HashMap<Packed, Vec<usize>>,
    /// Bodies by their names, told alike.
    by_name: HashMap<Packed, usize>,
    /// Bodies by the initials that the document gives them.
    by_initials: HashMap<String, usize>,
    /// Companies by the first word of their names.
    by_first: HashMap<Packed, Vec<usize>>,
    /// A bit for each word that begins or ends a name: most words of a text are none, and are passed at once.
    gate: [u64; 64],
}

impl<'a> Gather<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a mut [Token]) -> Self {
        Self {
            text,
            tokens,
            entities: Vec::new(),
            names: Vec::new(),
            mentions: Vec::new(),
            officed: Vec::new(),
            by_word: HashMap::new(),
            by_name: HashMap::new(),
            by_initials: HashMap::new(),
            by_first: HashMap::new(),
            gate: [0; 64],
        }
    }

    /// The entities and their mentions, rising by place. `initials` are those that claims are given in brackets.
    pub(super) fn all(
        mut self,
        claims: &[Claim],
        initials: &[(usize, usize)],
    ) -> (Vec<Entity>, Vec<EntityMention>) {
        let (mut held, mut room) = (vec![None; claims.len()], Vec::new());
        for (claim, held) in claims.iter().zip(&mut held) {
            self.take(claim);
            if claim.kind == EntityKind::Organisation {
                *held = Some(self.body(claim, &mut room));
            } else if claim.tokens.len() > 1 {
                *held = Some(self.full(claim));
            }
        }
        for (claim, held) in claims.iter().zip(&mut held) {
            if held.is_none() {
                *held = Some(self.alone(claim));
            }
        }
        for &(claim, word) in initials {
            if let (Some(Some(entity)), Some(token)) = (held.get(claim), self.tokens.get(word)) {
                self.by_initials.entry(token.text(self.text).to_owned()).or_insert(*entity);
            }
        }
        for (claim, held) in claims.iter().zip(&held) {
            self.mention(claim, *held);
        }
        self.again();
        self.mentions.sort_unstable_by_key(|m| (m.span.start, m.span.end));
        (self.entities, self.mentions)
    }

    fn take(&mut self, claim: &Claim) {
        for token in self.tokens.get_mut(claim.tokens.clone()).unwrap_or_default() {
            token.taken = true;
        }
    }

    fn mention(&mut self, claim: &Claim, held: Option<usize>) {
        let Some(mut entity) = held else { return };
        // Initials that the document defines are its own, whatever they mean elsewhere.
        if claim.kind == EntityKind::Organisation && claim.tokens.len() == 1 {
            let own = self.by_initials.get(self.text.get(claim.span.range()).unwrap_or_default());
            entity = own.copied().unwrap_or(entity);
        }
        if let Some(entity) = self.entities.get_mut(entity)
            && entity.office.is_none()
        {
            entity.office = claim.office;
        }
        self.say(claim.span, entity, claim.office, claim.rule);
    }

    fn say(&mut self, span: Span, entity: usize, office: Option<Span>, rule: &'static str) {
        let Some(kind) = self.entities.get(entity).map(|e| e.kind) else { return };
        let entity = u32::try_from(entity).unwrap_or(u32::MAX);
        self.mentions.push(EntityMention { span, entity, kind, office, rule });
    }

    fn found(&mut self, claim: &Claim, words: Vec<Packed>) -> usize {
        let (name, kind) = (claim.span, claim.kind);
        self.entities.push(Entity { name, kind, office: None, known: claim.known });
        self.names.push(words);
        self.officed.push(claim.office.is_some());
        self.entities.len() - 1
    }

    /// A longer name is the better one to show.
    fn longer(&mut self, entity: usize, claim: &Claim, words: Vec<Packed>) {
        if let (Some(known), Some(held)) =
            (self.names.get_mut(entity), self.entities.get_mut(entity))
            && words.len() > known.len()
        {
            *known = words;
            held.name = claim.span;
        }
    }

    /// The words of a claim's name.
    fn words(&self, claim: &Claim) -> Vec<Packed> {
        let tokens = self.tokens.get(claim.tokens.clone()).unwrap_or_default();
        tokens.iter().map(|token| self.word(token)).collect()
    }

    /// A word of a name, without the particle that some write with it: "al-Assad".
    fn word(&self, token: &Token) -> Packed {
        let word = token.text(self.text);
        let bare = word
            .get(..3)
            .is_some_and(|p| p.eq_ignore_ascii_case("al-") || p.eq_ignore_ascii_case("el-"));
        if bare { Packed::of(self.text.as_bytes(), token.start + 3, token.end) } else { token.word }
    }

    /// A body, told alike however its name is spelled.
    fn body(&mut self, claim: &Claim, room: &mut Vec<u8>) -> usize {
        let words = self.words(claim);
        let name = self.alike(claim, room);
        if let Some(&entity) = self.by_name.get(&name) {
            self.longer(entity, claim, words);
            return entity;
        }
        let company = claim.rule == "entity.company";
        let entity = self.found(claim, words);
        self.by_name.insert(name, entity);
        let first = self.tokens.get(claim.tokens.start).filter(|_| company).map(|first| first.word);
        if let Some(first) = first {
            self.open(first);
            self.by_first.entry(first).or_default().push(entity);
        }
        entity
    }

    /// The name of a body in one spelling, as a packed word.
    fn alike(&self, claim: &Claim, room: &mut Vec<u8>) -> Packed {
        room.clear();
        let tokens = self.tokens.get(claim.tokens.clone()).unwrap_or_default();
        if let Some(known) = claim.known {
            known.split(' ').for_each(|word| alike(word, room));
        } else {
            let words = tokens.iter().filter(|t| !t.is(class::LEGAL));
            words.for_each(|token| alike(token.text(self.text), room));
        }
        Packed::of(room, 0, room.len())
    }

    /// Lets a word pass the gate.
    fn open(&mut self, word: Packed) {
        let (at, bit) = gate(word);
        if let Some(bits) = self.gate.get_mut(at) {
            *bits |= bit;
        }
    }

    fn passes(&self, word: Packed) -> bool {
        let (at, bit) = gate(word);
        self.gate.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// A person by a name of two words or more.
    fn full(&mut self, claim: &Claim) -> usize {
        let words = self.words(claim);
        let mut same: Vec<usize> = Vec::new();
        for word in words.last().into_iter().chain(words.get(1)) {
            let known = self.by_word.get(word).into_iter().flatten().copied();
            same.extend(
                known.filter(|&e| self.names.get(e).is_some_and(|name| agree(name, &words))),
            );
        }
        same.sort_unstable();
        same.dedup();
        let entity = match same.as_slice() {
            &[entity] => entity,
            _ => self.found(claim, words.clone()),
        };
        for word in &words {
            self.open(*word);
            let held = self.by_word.entry(*word).or_default();
            if held.last() != Some(&entity) && !held.contains(&entity) && held.len() < 64 {
                held.push(entity);
            }
        }
        self.longer(entity, claim, words);
        if let Some(officed) = self.officed.get_mut(entity) {
            *officed |= claim.office.is_some();
        }
        entity
    }

    /// A person by one word after a title: the only one of that name, or one of its own.
    fn alone(&mut self, claim: &Claim) -> usize {
        let words = self.words(claim);
        let word = words.first().copied().unwrap_or_default();
        let persons = self.by_word.get(&word).map(Vec::as_slice).unwrap_or_default();
        let ends = |e: &usize| self.names.get(*e).is_some_and(|name| name.last() == Some(&word));
        let last: Vec<usize> = persons.iter().copied().filter(ends).collect();
        let family = self.tokens.get(claim.tokens.start).is_some_and(|t| t.is(class::FAMILY));
        let inner = |e: &usize| {
            family || self.names.get(*e).is_some_and(|name| name.first() != Some(&word))
        };
        let found = match (last.as_slice(), persons) {
            ([one], _) => Some(*one),
            ([], [one]) if inner(one) => Some(*one),
            (several, _) => several
                .iter()
                .copied()
                .find(|e| self.names.get(*e).is_some_and(|name| name.len() == 1)),
        };
        // "Minister Dorval left. Jane Dorval …": somebody known already, who is not introduced again.
        let other = |e: &usize| {
            let later = self.entities.get(*e).is_some_and(|e| e.name.start > claim.span.start);
            let full = self.names.get(*e).is_some_and(|name| name.len() > 1);
            later && full && claim.office.is_some() && self.officed.get(*e) == Some(&false)
        };
        let found = found.filter(|e| !other(e));
        let entity = found.unwrap_or_else(|| self.found(claim, words));
        self.open(word);
        let held = self.by_word.entry(word).or_default();
        if !held.contains(&entity) {
            held.push(entity);
        }
        entity
    }

    /// Names told before, by their last word, their initials or a company's first word.
    fn again(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at).filter(|t| !t.taken && !t.small()) else {
                continue;
            };
            let known = self.passes(token.word) || self.passes(self.word(token));
            if !known && (self.by_initials.is_empty() || token.shape == Shape::Initial) {
                continue;
            }
            let span = Span::new(token.start, token.end);
            let initials = self.initials(token).map(|entity| (entity, "entity.initials", span));
            let surname = || self.surname(at, token).map(|(entity, rule)| (entity, rule, span));
            let company = || self.company(at, token);
            let part = || if known { surname().or_else(company) } else { None };
            if let Some((entity, rule, span)) = initials.or_else(part) {
                self.say(span, entity, None, rule);
            }
        }
    }

    /// The body whose initials the document has defined.
    fn initials(&self, token: &Token) -> Option<usize> {
        self.by_initials.get(token.text(self.text)).copied()
    }

    /// Whether the word beside one in its run is capitalised too and would make it another name.
    fn beside(&self, at: usize) -> (Option<&Token>, Option<&Token>) {
        let run = |i: usize, first: usize| {
            let begins = self.tokens.get(first).is_none_or(|t| t.first);
            self.tokens.get(i).filter(|t| !begins && !t.small())
        };
        (at.checked_sub(1).and_then(|i| run(i, at)), run(at + 1, at + 1))
    }

    /// The only person of the document whose name ends with a word.
    fn surname(&self, at: usize, token: &Token) -> Option<(usize, &'static str)> {
        let persons = self.by_word.get(&self.word(token))?;
        let &[entity] = persons.as_slice() else { return None };
        let name = self.names.get(entity)?;
        let held = self.entities.get(entity)?;
        let ends = name.last() == Some(&self.word(token));
        let family = name.first() == Some(&self.word(token)) && token.is(class::FAMILY);
        let (before, after) = self.beside(at);
        let other = |t: &Token| !t.is(class::TITLE | class::RANK | class::OPENER);
        let joined = after.is_some_and(other) || before.is_some_and(other);
        let unsure = token.is(class::NO_PERSON) || (token.end - token.start < 3 && !family);
        let later = held.name.start < u32::try_from(token.start).unwrap_or(u32::MAX);
        let fits = (ends || family) && !joined && !unsure && (later || !token.english(self.text));
        fits.then_some((entity, "entity.person-again"))
    }

    /// The only company whose name begins with some words: two or more, all but the legal form, or one that is no
    /// common word.
    fn company(&self, at: usize, token: &Token) -> Option<(usize, &'static str, Span)> {
        let &[entity] = self.by_first.get(&token.word)?.as_slice() else { return None };
        let name = self.names.get(entity)?;
        let rest = self.tokens.get(at..)?;
        let part = |(n, (token, word)): &(usize, (&Token, &Packed))| {
            token.word == **word && !token.taken && (*n == 0 || !token.first)
        };
        let words = rest.iter().zip(name).enumerate().take_while(part).count();
        let last = rest.get(words.checked_sub(1)?).filter(|t| !t.small())?;
        let (before, _) = self.beside(at);
        let (_, after) = self.beside(at + words - 1);
        let free = before.is_none_or(|t| t.is(class::OPENER))
            && after.is_none_or(|t| t.is(class::TITLE | class::RANK | class::THING | class::PLAIN));
        let common = token.is(class::NO_PERSON) || token.english(self.text);
        let whole =
            name.len() == words + 1 && !token.is(class::OPENER | class::PLACE | class::PEOPLE);
        let enough = words > 1 || whole || (!common && token.shape == Shape::Name);
        let span = Span::new(token.start, last.end);
        (free && enough).then_some((entity, "entity.company-again", span))
    }
}

/// Whether two names are one person's: one begins or ends the other, or both have the same first and last word.
fn agree(a: &[Packed], b: &[Packed]) -> bool {
    let part = |a: &[Packed], b: &[Packed]| a.ends_with(b) || a.starts_with(b);
    part(a, b) || part(b, a) || (a.last() == b.last() && a.first() == b.first())
}

/// The place of a word's bit in the gate.
fn gate(word: Packed) -> (usize, u64) {
    let bits = word.hash() >> 52;
    ((bits / 64) as usize, 1 << (bits % 64))
}

/// Adds a word of a name to what the name is known by: in small letters, "the" left out, and one spelling of
/// "organization", "centre", "co-operation" and the like.
pub(super) fn alike(word: &str, room: &mut Vec<u8>) {
    let word = match word {
        "the" => return,
        "Centre" => "Center",
        "Defence" => "Defense",
        "Labour" => "Labor",
        _ => word,
    };
    let small = |b: u8| if b == b'z' { b's' } else { b.to_ascii_lowercase() };
    room.extend(word.bytes().filter(|b| *b != b'-').map(small));
    room.push(b' ');
}
