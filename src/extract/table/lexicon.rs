//! Heads that are set against each other and the words that tell of each, read once from `assets/table-heads.tsv`.
//! Never looks at a text.

use crate::text::hash::WordTable;
use std::sync::LazyLock;

/// A head with its words.
pub(super) struct Head {
    /// The set it belongs to.
    pub(super) set: &'static str,
    /// Its name, in the singular and in small letters.
    pub(super) name: &'static str,
    /// Words that tell of it.
    words: WordTable<bool>,
    /// Beginnings of words that tell of it, and a bit for the first letter of each: most words have none of them.
    stems: Vec<&'static str>,
    letters: u32,
}

static HEADS: LazyLock<Vec<Head>> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/table-heads.tsv").lines();
    let head = |line: &'static str| {
        let mut columns = line.split('\t');
        let (set, name, words) = (columns.next()?, columns.next()?, columns.next()?);
        Some(Head::new(set, name, words))
    };
    rows.filter(|line| !line.starts_with('#')).filter_map(head).collect()
});

/// The head that words begin with: "Strengths", "External Factors".
pub(super) fn head(words: &str) -> Option<&'static Head> {
    let first = words.split_whitespace().next()?.to_lowercase();
    HEADS.iter().find(|known| {
        let rest = first.strip_prefix(known.name);
        let plural = known.name.strip_suffix('y').map(|stem| format!("{stem}ies"));
        rest.is_some_and(|rest| matches!(rest, "" | "s" | "es")) || plural.as_ref() == Some(&first)
    })
}

impl Head {
    /// A head with its words, a blank between; `*` at the end of one stands for any ending.
    fn new(set: &'static str, name: &'static str, words: &'static str) -> Self {
        let mut head =
            Self { set, name, words: WordTable::default(), stems: Vec::new(), letters: 0 };
        for word in words.split_whitespace() {
            match word.strip_suffix('*') {
                Some(stem) => {
                    head.letters |= letter(stem);
                    head.stems.push(stem);
                }
                None => head.words.insert(word, true),
            }
        }
        head
    }

    /// How many of the words of a cell tell of it.
    pub(super) fn tells(&self, cell: &str) -> usize {
        let words = cell.split(|c: char| !c.is_alphanumeric() && c != '-');
        words.filter(|word| !word.is_empty() && self.has(word)).count()
    }

    fn has(&self, word: &str) -> bool {
        let begins = |stem: &&str| {
            let head = word.as_bytes().get(..stem.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(stem.as_bytes()))
        };
        let stem = self.letters & letter(word) != 0 && self.stems.iter().any(begins);
        stem || self.words.find(word).is_some()
    }
}

/// The bit of a word's first letter, in any case.
fn letter(word: &str) -> u32 {
    word.as_bytes().first().map_or(0, |byte| 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_tells_of_two_heads_of_a_set() {
        assert!(HEADS.len() > 10);
        let rows = include_str!("../../../assets/table-heads.tsv").lines();
        let rows: Vec<Vec<&str>> =
            rows.filter(|row| !row.starts_with('#')).map(|row| row.split('\t').collect()).collect();
        for one in &rows {
            for other in rows.iter().filter(|other| other[0] == one[0] && other[1] > one[1]) {
                let both = one[2].split(' ').find(|word| other[2].split(' ').any(|o| o == *word));
                assert_eq!(both.filter(|word| !word.is_empty()), None, "{} {}", one[1], other[1]);
            }
        }
        assert_eq!(head("Weaknesses").map(|h| h.name), Some("weakness"));
        assert_eq!(head("Opportunities").map(|h| h.name), Some("opportunity"));
        assert_eq!(head("External Factors").map(|h| h.set), Some("side"));
        assert!(head("Contrast").is_none() && head("Prose").is_none());
    }
}
