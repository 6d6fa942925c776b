//! Who is named in a corpus: one entry for each person and organisation, whatever the names they go by, with every place
//! they are named at; and what short forms stand for by the corpus's own words. Reads the documents' names, which are
//! found on the way where nobody has asked for them yet. Never holds two full names of persons together because they share
//! a surname.
//!
//! A body is held together by its name alone: the Ministry of Defence of two countries is one entry where the name says no
//! country.

mod bodies;
mod entries;
pub mod entry;
mod glosses;
mod key;
mod people;
mod told;

use crate::model::{Corpus, DocId};
use std::collections::HashMap;

pub use entry::{Entry, Gloss, Office, Variant, Words};

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
        let made = entries::Made::new(corpus, &told, &groups, &glosses);
        Self {
            entries: made.entries,
            mentions: made.mentions,
            order: made.order,
            glosses: glosses.all,
        }
    }

    /// All entries, those named most often first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The places an entry is named at, in document order.
    pub fn mentions(&self, entry: &Entry) -> &[Words] {
        self.mentions.get(entry.mentions()).unwrap_or_default()
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
