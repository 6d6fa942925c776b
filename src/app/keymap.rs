//! Looks keys up in the command table: which action, or more keys to come. Holds no state.

use super::command::{self, Context};
use super::{Action, Key};
use std::sync::LazyLock;

/// What keys pressed one after another mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// They mean an action.
    Action(Action),
    /// They begin a longer sequence.
    Prefix,
    /// They mean nothing here.
    Nothing,
}

static BINDINGS: LazyLock<Vec<(Context, Vec<Key>, Action)>> = LazyLock::new(|| {
    let rows = command::table().iter();
    let bind = rows.flat_map(|c| c.keys.iter().map(move |k| (c.context, k, c.action)));
    bind.filter_map(|(c, keys, action)| Some((c, Key::sequence(keys)?, action))).collect()
});

/// Looks up keys in the first of the contexts that knows them.
pub fn lookup(contexts: &[Context], keys: &[Key]) -> Meaning {
    for context in contexts {
        let here = || BINDINGS.iter().filter(|(c, ..)| c == context);
        if let Some((.., action)) = here().find(|(_, bound, _)| bound == keys) {
            return Meaning::Action(*action);
        }
        if here().any(|(_, bound, _)| bound.starts_with(keys)) {
            return Meaning::Prefix;
        }
    }
    Meaning::Nothing
}
