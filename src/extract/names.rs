//! What is found of names: persons, organisations, the initials that a text gives. Plain values with spans of the reading
//! text; finds nothing itself.

use super::Rule;
use crate::text::Span;

/// The names of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Persons and organisations, in the order they are first told.
    pub entities: Vec<Entity>,
    /// Where they are named, rising by place.
    pub mentions: Vec<EntityMention>,
    /// Short forms that the document writes out, rising by place.
    pub definitions: Vec<Definition>,
    /// Words in capitals that the document neither writes out nor names anybody with, rising by place.
    pub initials: Vec<Span>,
}

/// What has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A body: ministry, agency, company, party, armed group, court, university.
    Organisation,
}

/// A person or organisation of one document, however often it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest name in the document.
    pub name: Span,
    /// Person or organisation.
    pub kind: EntityKind,
    /// The office of a person, where the text first gives one: "Secretary General".
    pub office: Option<Span>,
    /// The first name of its row of `assets/bodies.tsv`, where it is known by name.
    pub known: Option<&'static str>,
}

/// A name, or a part of one that the document has told in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityMention {
    /// The name's words, without titles and offices.
    pub span: Span,
    /// Whose it is, as an index of [`Names::entities`].
    pub entity: u32,
    /// Person or organisation.
    pub kind: EntityKind,
    /// The office that stands with this name.
    pub office: Option<Span>,
    /// The rule that found it.
    pub rule: Rule,
}

/// A short form and the words that a document writes it out with: "Border Security Agency (BSA)".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// "BSA".
    pub short: Span,
    /// "Border Security Agency".
    pub long: Span,
}

impl EntityKind {
    /// The word of exports and screens: `person`, `organisation`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
        }
    }
}
