//! The names of all documents in one list, and the groups they are put into. Decides nothing.

use crate::extract::{EntityKind, Names};
use crate::model::{Corpus, Document};

/// A person or organisation of one document.
#[derive(Debug, Clone, Copy)]
pub(super) struct One<'a> {
    pub(super) kind: EntityKind,
    /// Its fullest name there.
    pub(super) name: &'a str,
    /// The first office there.
    pub(super) office: Option<&'a str>,
    /// The first name of its row, where it is known by name.
    pub(super) known: Option<&'static str>,
}

/// Everybody told of, document by document.
pub(super) struct Told<'a> {
    pub(super) all: Vec<One<'a>>,
    /// Of each document, the place of its first in `all`.
    first: Vec<u32>,
    documents: Vec<(&'a Document, &'a Names)>,
}

impl<'a> Told<'a> {
    pub(super) fn new(corpus: &'a Corpus) -> Self {
        let mut told = Self { all: Vec::new(), first: Vec::new(), documents: Vec::new() };
        for document in &corpus.documents {
            let names = document.names();
            told.first.push(told.all.len() as u32);
            told.documents.push((document, names));
            told.all.extend(names.entities.iter().map(|entity| One {
                kind: entity.kind,
                name: document.text.words(entity.name),
                office: entity.office.map(|office| document.text.words(office)),
                known: entity.known,
            }));
        }
        told
    }

    /// The documents with their names, in order.
    pub(super) fn documents(&self) -> &[(&'a Document, &'a Names)] {
        &self.documents
    }

    /// The place in `all` of a document's entity.
    pub(super) fn place(&self, document: usize, entity: u32) -> usize {
        self.first.get(document).map_or(usize::MAX, |first| (first + entity) as usize)
    }
}

/// Which of those told of are one.
pub(super) struct Groups {
    /// The group of each of `Told::all`.
    of: Vec<u32>,
    /// Whom the members of a group may be, as groups.
    pub(super) perhaps: Vec<Vec<u32>>,
}

impl Groups {
    pub(super) fn new(told: &Told<'_>) -> Self {
        Self { of: vec![u32::MAX; told.all.len()], perhaps: Vec::new() }
    }

    /// A group of its own.
    pub(super) fn open(&mut self) -> u32 {
        self.perhaps.push(Vec::new());
        self.perhaps.len() as u32 - 1
    }

    pub(super) fn count(&self) -> usize {
        self.perhaps.len()
    }

    pub(super) fn put(&mut self, one: usize, group: u32) {
        if let Some(of) = self.of.get_mut(one) {
            *of = group;
        }
    }

    pub(super) fn of(&self, one: usize) -> Option<u32> {
        self.of.get(one).copied().filter(|group| *group != u32::MAX)
    }
}
