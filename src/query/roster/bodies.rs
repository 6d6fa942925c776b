//! Holds organisations together by their names, spellings being alike. Never by a part of a name.

use super::told::{Groups, Told};
use crate::extract::{EntityKind, entity};
use std::collections::HashMap;

/// Puts each organisation into the group of its name.
pub(super) fn join(told: &Told<'_>, groups: &mut Groups) {
    // Most names are told again and again in the same letters.
    let mut by_letters: HashMap<&str, u32> = HashMap::new();
    let mut by_name: HashMap<String, u32> = HashMap::new();
    for (place, one) in told.all.iter().enumerate() {
        if one.kind != EntityKind::Organisation {
            continue;
        }
        // Known by name: "CSTO" is its row's, unless the document says otherwise, and then it is not told by its row.
        let letters = one.known.unwrap_or(one.name);
        let group = by_letters.get(letters).copied().unwrap_or_else(|| {
            let group = *by_name.entry(name(letters)).or_insert_with(|| groups.open());
            by_letters.insert(letters, group);
            group
        });
        groups.put(place, group);
    }
}

/// The name as all its spellings have it.
fn name(letters: &str) -> String {
    let name = entity::alike(letters);
    if name.is_empty() { letters.to_owned() } else { name }
}
