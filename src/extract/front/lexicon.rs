//! How documents speak of themselves, read once from `assets/front.toml`. Never looks at a text.

use serde::Deserialize;
use std::sync::LazyLock;

/// Openings of lines, all in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    pub(super) title: Vec<String>,
    pub(super) published: Vec<String>,
    pub(super) author: Vec<String>,
    pub(super) publisher: Vec<String>,
    pub(super) promoted: Vec<String>,
    pub(super) not_a_name: Vec<String>,
    /// What an issue of a series is called.
    pub(super) series: Vec<String>,
    /// Small words inside a person's name.
    pub(super) particle: Vec<String>,
    /// What names a line or section of tags.
    pub(super) tags: Vec<String>,
    /// Labels of a journal's sections, in the capitals they are printed in.
    pub(super) label: Vec<String>,
}

/// The lexicon; empty if the asset were broken, which a test forbids.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        toml::from_str(include_str!("../../../assets/front.toml")).unwrap_or_default()
    });
    &LEXICON
}

/// How many bytes of a line one of the openings takes; the longest wins.
pub(super) fn opening(line: &str, openings: &[String]) -> Option<usize> {
    let fits = |o: &&String| line.get(..o.len()).is_some_and(|head| head.eq_ignore_ascii_case(o));
    openings.iter().filter(fits).map(String::len).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_asset_parses() {
        let parsed: Result<Lexicon, _> = toml::from_str(include_str!("../../../assets/front.toml"));
        assert!(parsed.is_ok_and(|l| !l.title.is_empty()));
    }

    #[test]
    fn the_longest_opening_wins_in_any_case() {
        let openings = ["published".to_owned(), "published on".to_owned()];
        assert_eq!(opening("PUBLISHED ON: 2025", &openings), Some(12));
        assert_eq!(opening("Unpublished", &openings), None);
    }
}
