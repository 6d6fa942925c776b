//! Makes entries of groups: forms, offices and mentions of each, the most frequent first. Decides nothing about who is who.

use super::entry::{Entry, Office, Variant, Words};
use super::glosses::Glosses;
use super::told::{Groups, Told};
use crate::extract::EntityKind;
use crate::model::{Corpus, DocId};
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::HashMap;

/// A mention with its group.
#[derive(Debug, Clone, Copy)]
struct Mention {
    words: Words,
    group: u32,
    kind: EntityKind,
    office: Option<Span>,
}

/// The entries of some groups, with their mentions.
pub(super) struct Made {
    /// Those named most often first.
    pub(super) entries: Vec<Entry>,
    /// Those of one entry stand together, in document order.
    pub(super) mentions: Vec<Words>,
    /// All mentions in document order, with their entries.
    pub(super) order: Vec<(Words, u32)>,
}

impl Made {
    pub(super) fn new(
        corpus: &Corpus,
        told: &Told<'_>,
        groups: &Groups,
        glosses: &Glosses,
    ) -> Self {
        let mut mentions = mentions(told, groups, glosses);
        let order: Vec<(Words, u32)> = mentions.iter().map(|m| (m.words, m.group)).collect();
        mentions.sort_by_key(|mention| mention.group);
        let mut room = Room::default();
        let mut made: Vec<(u32, Entry)> = Vec::new();
        let mut first = 0;
        for of_one in mentions.chunk_by(|a, b| a.group == b.group) {
            if let Some(entry) = room.entry(corpus, of_one, first) {
                made.push((of_one.first().map_or(0, |m| m.group), entry));
            }
            first += of_one.len() as u32;
        }
        made.sort_by_key(|(_, entry)| (Reverse(entry.count), entry.first));
        let mut places = vec![u32::MAX; groups.count()];
        for (place, (group, _)) in made.iter().enumerate() {
            if let Some(held) = places.get_mut(*group as usize) {
                *held = place as u32;
            }
        }
        let at = |group: u32| places.get(group as usize).copied().filter(|p| *p != u32::MAX);
        let entries = made.into_iter().map(|(group, mut entry)| {
            let perhaps = groups.perhaps.get(group as usize).into_iter().flatten();
            entry.perhaps = perhaps.filter_map(|&group| at(group)).collect();
            entry
        });
        Self {
            entries: entries.collect(),
            mentions: mentions.iter().map(|mention| mention.words).collect(),
            order: order
                .into_iter()
                .filter_map(|(words, group)| Some((words, at(group)?)))
                .collect(),
        }
    }
}

/// All mentions in document order, with those by short forms that another document writes out.
fn mentions(told: &Told<'_>, groups: &Groups, glosses: &Glosses) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    for (at, (document, names)) in told.documents().iter().enumerate() {
        let words = |span| Words { document: DocId(at as u32), span };
        let before = all.len();
        all.extend(names.mentions.iter().filter_map(|mention| {
            let group = groups.of(told.place(at, mention.entity))?;
            let (kind, office) = (mention.kind, mention.office);
            Some(Mention { words: words(mention.span), group, kind, office })
        }));
        let named = all.len();
        all.extend(names.initials.iter().filter_map(|&span| {
            let group = groups.of(glosses.named(document.text.words(span))?)?;
            let kind = EntityKind::Organisation;
            Some(Mention { words: words(span), group, kind, office: None })
        }));
        if all.len() > named
            && let Some(both) = all.get_mut(before..)
        {
            both.sort_by_key(|mention| mention.words);
        }
    }
    all
}

/// Room for making one entry after the other.
#[derive(Default)]
struct Room<'a> {
    forms: HashMap<&'a str, usize>,
    offices: HashMap<String, usize>,
}

impl<'a> Room<'a> {
    /// The entry of all mentions of one group.
    fn entry(&mut self, corpus: &'a Corpus, mentions: &[Mention], first: u32) -> Option<Entry> {
        self.forms.clear();
        self.offices.clear();
        let (mut variants, mut offices): (Vec<Variant>, Vec<Office>) = Default::default();
        let (mut documents, mut last) = (0, None);
        for mention in mentions {
            let place = *self.forms.entry(mention.words.of(corpus)).or_insert(variants.len());
            match variants.get_mut(place) {
                Some(variant) => variant.count += 1,
                None => variants.push(Variant { words: mention.words, count: 1 }),
            }
            if let Some(span) = mention.office {
                self.office(corpus, mention.words, span, &mut offices);
            }
            documents +=
                u32::from(last.replace(mention.words.document) != Some(mention.words.document));
        }
        let name = fullest(corpus, &variants)?;
        variants.sort_by_key(|variant| (Reverse(variant.count), variant.words));
        offices.sort_by_key(|office| (Reverse(office.count), office.words));
        Some(Entry {
            name,
            kind: mentions.first()?.kind,
            variants: variants.into(),
            offices: offices.into(),
            perhaps: Box::default(),
            documents,
            first,
            count: mentions.len() as u32,
        })
    }

    fn office(&mut self, corpus: &Corpus, name: Words, span: Span, offices: &mut Vec<Office>) {
        let words = Words { span, ..name };
        let key = words.of(corpus).to_lowercase();
        let place = *self.offices.entry(key).or_insert(offices.len());
        if let Some(office) = offices.get_mut(place) {
            office.count += 1;
        } else {
            let told = Words { span: span.hull(name.span), ..name };
            offices.push(Office { words, told, count: 1 });
        }
    }
}

/// The form with most words, articles not counted; of those the most frequent, then the first. One in capitals alone only
/// where all are.
fn fullest(corpus: &Corpus, variants: &[Variant]) -> Option<Words> {
    let rank = |variant: &&Variant| {
        let words = variant.words.of(corpus);
        let small = words.contains(char::is_lowercase);
        let parts = words.split([' ', '-', '\n']).filter(|word| *word != "the").count();
        (small, parts, variant.count, Reverse(variant.words))
    };
    variants.iter().max_by_key(rank).map(|variant| variant.words)
}
