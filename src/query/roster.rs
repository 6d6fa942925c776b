//! Who is named in a corpus: one entry for each person and organisation, whatever the names they go by, with every place
//! they are named at; and what short forms stand for by the corpus's own words. Reads the documents' names, which are
//! found on the way where nobody has asked for them yet. Never holds two full names of persons together because they share
//! a surname.
//!
//! A body is held together by its name alone: the Ministry of Defence of two countries is one entry where the name says no
//! country.

mod bodies;
mod entries;
mod glosses;
mod key;
mod people;
mod told;

use crate::extract::EntityKind;
use crate::model::{Corpus, DocId};
use crate::text::Span;
use std::collections::HashMap;

/// Some words of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// The document.
    pub document: DocId,
    /// Their place in its reading text.
    pub span: Span,
}

/// A person or organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The fullest form of the name.
    pub name: Words,
    /// Person or organisation.
    pub kind: EntityKind,
    /// Every form of the name, the most frequent first.
    pub variants: Box<[Variant]>,
    /// The offices of a person, the one told most often first.
    pub offices: Box<[Office]>,
    /// Whom a bare surname may mean where the corpus does not say it, as indices of [`Roster::entries`]; it then has an
    /// entry of its own.
    pub perhaps: Box<[u32]>,
    /// In how many documents it is named.
    pub documents: u32,
    /// Its mentions, as a range of the roster's.
    first: u32,
    /// How many there are.
    count: u32,
}

/// A form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// Where it stands first.
    pub words: Words,
    /// How often it stands.
    pub count: u32,
}

/// An office that a text gives a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office {
    /// The words of the office, where they stand first: "CSTO Secretary General".
    pub words: Words,
    /// Office and name together, which proves it.
    pub told: Words,
    /// How often it stands.
    pub count: u32,
}

/// What a short form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gloss {
    /// The words it stands for, where they are first given: "Collective Security Treaty Organisation".
    pub long: Words,
    /// Short form and words together, which proves it.
    pub told: Words,
    /// How many documents give it.
    pub documents: u32,
}

/// Everybody named in a corpus.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    entries: Vec<Entry>,
    /// Those of one entry stand together, in document order.
    mentions: Vec<Words>,
    /// All mentions in document order, with their entries.
    order: Vec<(Words, u32)>,
    glosses: HashMap<Box<str>, Vec<Gloss>>,
}

impl Roster {
    /// Reads the names of all documents of a corpus, as far as they have not been read yet, and holds together what is one.
    pub fn new(corpus: &Corpus) -> Self {
        let told = told::Told::new(corpus);
        let glosses = glosses::Glosses::new(corpus, &told);
        let mut groups = told::Groups::new(&told);
        people::join(&told, &mut groups);
        bodies::join(&told, &mut groups);
        entries::roster(corpus, &told, &groups, glosses)
    }

    /// All entries, those named most often first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The places an entry is named at, in document order.
    pub fn mentions(&self, entry: &Entry) -> &[Words] {
        let start = entry.first as usize;
        self.mentions.get(start..start + entry.count as usize).unwrap_or_default()
    }

    /// The mentions in a document, rising by place, each with the index of its entry.
    pub fn mentions_in(&self, document: DocId) -> &[(Words, u32)] {
        let first = self.order.partition_point(|(words, _)| words.document < document);
        let last = self.order.partition_point(|(words, _)| words.document <= document);
        self.order.get(first..last).unwrap_or_default()
    }

    /// Who is named at an offset of a document's reading text.
    pub fn at(&self, document: DocId, offset: u32) -> Option<&Entry> {
        let after =
            self.order.partition_point(|(w, _)| (w.document, w.span.start) <= (document, offset));
        let (words, entry) = self.order.get(after.checked_sub(1)?)?;
        let inside = words.document == document && words.span.contains(offset);
        self.entries.get(*entry as usize).filter(|_| inside)
    }

    /// What the corpus itself says that a short form stands for, what most documents say first; nothing where none says it.
    pub fn gloss(&self, short: &str) -> &[Gloss] {
        self.glosses.get(&*key::short(short)).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Words {
    /// The words themselves.
    pub fn of(self, corpus: &Corpus) -> &str {
        corpus.document(self.document).map_or("", |document| document.text.words(self.span))
    }
}

impl Entry {
    /// How often it is named.
    pub fn count(&self) -> usize {
        self.count as usize
    }
}
