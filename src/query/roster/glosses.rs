//! What the documents say that short forms stand for. Never guesses: a short form that no document writes out has none.

use super::entry::{Gloss, Words};
use super::key;
use super::told::Told;
use crate::extract::entity;
use crate::model::{Corpus, DocId};
use std::collections::HashMap;

/// The glosses of a corpus, and whom short forms name.
pub(super) struct Glosses {
    pub(super) all: HashMap<Box<str>, Vec<Gloss>>,
    named: HashMap<Box<str>, Named>,
}

/// Whom a short form names by the documents that write it out.
#[derive(Debug, Clone)]
struct Named {
    /// A place of `Told::all`; none where it is nobody's name.
    one: Option<usize>,
    /// What it stands for, as all spellings have it.
    alike: String,
    /// Documents differ.
    several: bool,
}

/// A gloss, and the last document that gave it: several in one document count once.
struct Counted {
    gloss: Gloss,
    last: DocId,
}

impl Counted {
    fn again(&mut self, document: DocId) {
        self.gloss.documents += u32::from(self.last != document);
        self.last = document;
    }
}

impl Glosses {
    pub(super) fn new(corpus: &Corpus, told: &Told<'_>) -> Self {
        let mut glosses = Self { all: HashMap::new(), named: HashMap::new() };
        // Short forms in the order they are first told, so that nothing depends on a map's.
        let mut lists: Vec<(Box<str>, Vec<Counted>)> = Vec::new();
        let mut list_of: HashMap<Box<str>, usize> = HashMap::new();
        let mut place_of: HashMap<(usize, String), usize> = HashMap::new();
        for (at, (document, names)) in told.documents().iter().enumerate() {
            let id = DocId(at as u32);
            for definition in &names.definitions {
                let short: Box<str> = key::short(document.text.words(definition.short)).into();
                let long = Words { document: id, span: definition.long };
                let hull = Words { document: id, span: definition.long.hull(definition.short) };
                let alike = entity::alike(long.of(corpus));
                let list = *list_of.entry(short.clone()).or_insert_with(|| {
                    lists.push((short.clone(), Vec::new()));
                    lists.len() - 1
                });
                let Some((_, all)) = lists.get_mut(list) else { continue };
                let place = *place_of.entry((list, alike.clone())).or_insert(all.len());
                if let Some(counted) = all.get_mut(place) {
                    counted.again(id);
                } else {
                    let gloss = Gloss { long, told: hull, documents: 1 };
                    all.push(Counted { gloss, last: id });
                }
                let short_at = definition.short.start;
                let next = names.mentions.partition_point(|m| m.span.start < short_at);
                let mention = names.mentions.get(next).filter(|m| m.span == definition.short);
                let one = mention.map(|mention| told.place(at, mention.entity));
                glosses.name(short, one, alike);
            }
        }
        let sorted = lists.into_iter().map(|(short, list)| {
            let mut list: Vec<Gloss> = list.into_iter().map(|counted| counted.gloss).collect();
            list.sort_by_key(|gloss| (std::cmp::Reverse(gloss.documents), gloss.told));
            (short, list)
        });
        glosses.all = sorted.collect();
        glosses
    }

    /// Keeps whom a short form names.
    fn name(&mut self, short: Box<str>, one: Option<usize>, alike: String) {
        match self.named.get_mut(&short) {
            Some(held) => {
                held.several |= held.alike != alike;
                held.one = held.one.or(one);
            }
            None => {
                self.named.insert(short, Named { one, alike, several: false });
            }
        }
    }

    /// Whom a short form names, as a place of `Told::all`, where all documents that write it out say the same.
    pub(super) fn named(&self, word: &str) -> Option<usize> {
        self.named.get(&*key::short(word)).filter(|named| !named.several)?.one
    }
}
