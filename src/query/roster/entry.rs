//! Rows of a roster: plain values that keep places, never a copy of words.

use crate::extract::EntityKind;
use crate::model::{Corpus, DocId};
use crate::text::Span;

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
    /// Whom a bare surname may mean where the corpus does not say it, as indices of the roster's entries; it then has an
    /// entry of its own.
    pub perhaps: Box<[u32]>,
    /// In how many documents it is named.
    pub documents: u32,
    /// Its mentions, as a range of the roster's.
    pub(super) first: u32,
    /// How many there are.
    pub(super) count: u32,
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

    /// Its mentions, as a range of the roster's.
    pub(super) fn mentions(&self) -> std::ops::Range<usize> {
        let first = self.first as usize;
        first..first + self.count()
    }
}
