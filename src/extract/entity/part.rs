//! Parts of names: the lists of `assets/name-parts.tsv`. Looks at no text.

use crate::text::lists::list;
use std::sync::LazyLock;

/// The lists.
pub(super) struct Parts {
    /// Ends of family names.
    pub(super) family_ends: Vec<&'static str>,
    /// What makes an adjective of the name before its hyphen.
    pub(super) adjective_ends: Vec<&'static str>,
    /// Small words within the long form of an abbreviation.
    pub(super) small: Vec<&'static str>,
    /// Small words within the name of a body.
    pub(super) within: Vec<&'static str>,
}

/// All of them.
pub(super) static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let words = |name| list(include_str!("../../../assets/name-parts.tsv"), name).collect();
    Parts {
        family_ends: words("family-end"),
        adjective_ends: words("adjective-end"),
        small: words("small"),
        within: words("within"),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty() {
        let Parts { family_ends, adjective_ends, small, within } = &*PARTS;
        let lists = [family_ends, adjective_ends, small, within];
        assert!(lists.iter().all(|list| list.len() > 7));
    }
}
