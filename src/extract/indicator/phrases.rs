//! Phrases beside a figure: the lists of `assets/indicator-phrases.tsv`. Looks at no text.

use crate::text::lists::list;
use std::sync::LazyLock;

/// The lists.
pub(super) struct Phrases {
    /// What stands behind a country's name that is told of the whole world.
    pub(super) world: Vec<&'static str>,
    /// What stands between what is counted and the country it lies in.
    pub(super) within: Vec<&'static str>,
    /// What may stand between brackets before a measure in another unit.
    pub(super) hedges: Vec<&'static str>,
}

/// All of them.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases =
        |name| list(include_str!("../../../assets/indicator-phrases.tsv"), name).collect();
    Phrases { world: phrases("world"), within: phrases("within"), hedges: phrases("hedge") }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_is_empty() {
        let Phrases { world, within, hedges } = &*PHRASES;
        assert!([world, within, hedges].iter().all(|list| list.len() > 5));
    }
}
