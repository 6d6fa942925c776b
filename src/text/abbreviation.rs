//! Abbreviations by what may follow their full stop. Data and a lookup; never reads beyond the word it is given.

use super::hash::{WordMap, WordSet};
use std::sync::LazyLock;

/// What an abbreviation says about the full stop after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A title before a name, or a link inside a sentence: never ends one.
    Never,
    /// Stands before a number: ends a sentence only before a word.
    Number,
    /// A month or day: ends a sentence only before a capital word that seldom stands inside one.
    Month,
    /// May end a sentence: does so before a word that usually begins one.
    Maybe,
}

static TABLE: LazyLock<WordMap<Abbreviation>> = LazyLock::new(|| {
    let rows = include_str!("../../assets/abbreviations.tsv");
    rows.lines().filter_map(row).flatten().collect()
});

fn row(line: &'static str) -> Option<impl Iterator<Item = (&'static str, Abbreviation)>> {
    let (class, words) = line.split_once('\t').filter(|_| !line.starts_with('#'))?;
    let class = match class {
        "never" => Abbreviation::Never,
        "number" => Abbreviation::Number,
        "month" => Abbreviation::Month,
        "maybe" => Abbreviation::Maybe,
        _ => return None,
    };
    Some(words.split(' ').map(move |word| (word, class)))
}

static STARTERS: LazyLock<WordSet> = LazyLock::new(|| {
    let rows = include_str!("../../assets/abbreviations.tsv").lines();
    rows.filter_map(|l| l.strip_prefix("starter\t")).flat_map(|words| words.split(' ')).collect()
});

/// What is known of a word before a full stop, without the stop. Case matters: "No." and "no." are not one.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    TABLE.get(word).copied()
}

/// Words that usually begin a sentence when they have a capital.
pub(super) fn begins_sentences(word: &str) -> bool {
    STARTERS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_no_word_stands_twice() {
        let rows = include_str!("../../assets/abbreviations.tsv");
        for line in rows.lines().filter(|l| !l.starts_with('#') && !l.starts_with("starter")) {
            assert!(row(line).is_some(), "{line}");
        }
        let words = rows.lines().filter_map(row).flatten().count();
        assert_eq!(TABLE.len(), words, "a word stands twice");
        assert_eq!(abbreviation("Gen"), Some(Abbreviation::Never));
        assert_eq!(abbreviation("Sept"), Some(Abbreviation::Month));
        assert_eq!(abbreviation("end"), None);
        assert!(
            begins_sentences("The") && begins_sentences("You") && !begins_sentences("Government")
        );
    }
}
