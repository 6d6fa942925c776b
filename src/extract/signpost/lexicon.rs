//! The words that warning signs are known by, from `assets/signposts.tsv`. Finds nothing itself.

use super::class;
use super::finding::SignpostKind;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The table, ready to be asked.
pub(super) struct Lexicon {
    classes: HashMap<&'static str, u32>,
    kinds: HashMap<&'static str, SignpostKind>,
    /// What a line says that is followed by a list of signs.
    pub(super) cues: Vec<&'static str>,
    /// What is looked for before anything else.
    pub(super) gate: Option<AhoCorasick>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (mut classes, mut kinds) = (HashMap::new(), HashMap::new());
    let (mut gate, mut cues) = (Vec::new(), Vec::new());
    for line in include_str!("../../../assets/signposts.tsv").lines() {
        let mut columns = line.split('\t').filter(|_| !line.starts_with('#'));
        let (Some(class), Some(word)) = (columns.next(), columns.next()) else { continue };
        match class {
            "gate" => gate.push(word),
            "cue" => cues.push(word),
            "kind" => {
                let kind = columns.next().and_then(SignpostKind::parse);
                kinds.extend(kind.map(|kind| (word, kind)));
            }
            _ => {
                *classes.entry(word).or_insert(0) |= class::named(class).unwrap_or_default();
            }
        }
    }
    let gate = AhoCorasickBuilder::new().ascii_case_insensitive(true).build(gate).ok();
    Lexicon { classes, kinds, cues, gate }
});

impl Lexicon {
    /// The classes of a word or phrase in small letters, as bits.
    pub(super) fn classes(&self, word: &str) -> u32 {
        self.classes.get(word).copied().unwrap_or(0)
    }

    /// The kind that a word in small letters tells of.
    pub(super) fn kind(&self, word: &str) -> Option<SignpostKind> {
        self.kinds.get(word).copied()
    }
}
