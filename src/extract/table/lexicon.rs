//! Heads that are set against each other and the words that tell of each, read once from `assets/table-heads.tsv`.
//! Never looks at a text.

use std::sync::LazyLock;

/// A head with its words.
#[derive(Debug)]
pub(super) struct Head {
    /// The set it belongs to.
    pub(super) set: &'static str,
    /// Its name, in the singular and in small letters.
    pub(super) name: &'static str,
    /// Words that tell of it; `*` at the end stands for any ending.
    words: Vec<&'static str>,
}

static HEADS: LazyLock<Vec<Head>> = LazyLock::new(|| {
    let rows = include_str!("../../../assets/table-heads.tsv").lines();
    let head = |line: &'static str| {
        let mut columns = line.split('\t');
        let (set, name, words) = (columns.next()?, columns.next()?, columns.next()?);
        Some(Head { set, name, words: words.split(' ').collect() })
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
    /// How many of the words of a cell tell of it.
    pub(super) fn tells(&self, cell: &str) -> usize {
        let folded = cell.to_lowercase();
        let words = folded.split(|c: char| !c.is_alphanumeric() && c != '-');
        let is = |word: &&str| self.words.iter().any(|known| fits(known, word));
        words.filter(|word| !word.is_empty()).filter(is).count()
    }
}

fn fits(known: &str, word: &str) -> bool {
    known.strip_suffix('*').map_or(known == word, |stem| word.starts_with(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_tells_of_two_heads_of_a_set() {
        assert!(HEADS.len() > 10);
        for one in HEADS.iter() {
            for other in HEADS.iter().filter(|o| o.set == one.set && o.name > one.name) {
                let both = one.words.iter().find(|w| other.words.contains(w));
                assert_eq!(both, None, "{} {}", one.name, other.name);
            }
        }
        assert_eq!(head("Weaknesses").map(|h| h.name), Some("weakness"));
        assert_eq!(head("Opportunities").map(|h| h.name), Some("opportunity"));
        assert_eq!(head("External Factors").map(|h| h.set), Some("side"));
        assert!(head("Contrast").is_none() && head("Prose").is_none());
    }
}
