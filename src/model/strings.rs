//! Strings that many rows share, kept once. Never forgets one.

use super::StrId;
use std::collections::HashMap;

/// A table of distinct strings.
#[derive(Debug, Clone, Default)]
pub struct Strings {
    rows: Vec<Box<str>>,
    index: HashMap<Box<str>, StrId>,
}

impl Strings {
    /// The id of a string, added where it is new.
    pub fn intern(&mut self, text: &str) -> StrId {
        if let Some(&id) = self.index.get(text) {
            return id;
        }
        let id = StrId(self.rows.len() as u32);
        self.rows.push(text.into());
        self.index.insert(text.into(), id);
        id
    }

    /// The string of an id.
    pub fn get(&self, id: StrId) -> &str {
        self.rows.get(id.index()).map_or("", |s| s)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
