//! What the documents say that short forms stand for. Never guesses: a short form that no document writes out has none.

use super::told::Told;
use super::{Gloss, Words, key};
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

impl Glosses {
    pub(super) fn new(corpus: &Corpus, told: &Told<'_>) -> Self {
        let mut glosses = Self { all: HashMap::new(), named: HashMap::new() };
        let mut alike: HashMap<(Box<str>, String), usize> = HashMap::new();
        for (at, (document, names)) in told.documents().iter().enumerate() {
            let id = DocId(at as u32);
            for definition in &names.definitions {
                let short: Box<str> = key::short(document.text.words(definition.short)).into();
                let long = Words { document: id, span: definition.long };
                let hull = Words { document: id, span: definition.long.hull(definition.short) };
                let words = entity::alike(long.of(corpus));
                let same = (short.clone(), words);
                let all = glosses.all.entry(short.clone()).or_default();
                let place = *alike.entry(same.clone()).or_insert(all.len());
                match all.get_mut(place) {
                    // Several in one document count once.
                    Some(gloss) if gloss.told.document == id => {}
                    Some(gloss) => gloss.documents += 1,
                    None => all.push(Gloss { long, told: hull, documents: 1 }),
                }
                let mention = names.mentions.iter().find(|m| m.span == definition.short);
                let one = mention.map(|mention| told.place(at, mention.entity));
                glosses.name(short, one, same.1);
            }
        }
        for glosses in ordered(&mut glosses.all) {
            glosses.sort_by_key(|gloss| (std::cmp::Reverse(gloss.documents), gloss.told));
        }
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

/// Every list of a map; each is changed by itself, so that their order says nothing.
#[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
fn ordered(all: &mut HashMap<Box<str>, Vec<Gloss>>) -> Vec<&mut Vec<Gloss>> {
    let mut lists = Vec::with_capacity(all.len());
    for list in all.values_mut() {
        lists.push(list);
    }
    lists
}
