//! The words that warning signs are known by, from `assets/signposts.tsv`. Finds nothing itself.

use super::finding::SignpostKind;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Classes of words, as bits.
pub(super) mod class {
    pub(in crate::extract::signpost) const SIGN: u32 = 1;
    pub(in crate::extract::signpost) const STRONG: u32 = 1 << 1;
    pub(in crate::extract::signpost) const WARN: u32 = 1 << 2;
    pub(in crate::extract::signpost) const MEASURE: u32 = 1 << 3;
    pub(in crate::extract::signpost) const VERB: u32 = 1 << 4;
    pub(in crate::extract::signpost) const IF_VERB: u32 = 1 << 5;
    pub(in crate::extract::signpost) const MODAL: u32 = 1 << 6;
    pub(in crate::extract::signpost) const MUST: u32 = 1 << 7;
    pub(in crate::extract::signpost) const DETECT: u32 = 1 << 8;
    pub(in crate::extract::signpost) const VITAL: u32 = 1 << 9;
    pub(in crate::extract::signpost) const WATCHED: u32 = 1 << 10;
    pub(in crate::extract::signpost) const WATCHING: u32 = 1 << 11;
    pub(in crate::extract::signpost) const MERIT: u32 = 1 << 12;
    pub(in crate::extract::signpost) const CLOSE: u32 = 1 << 13;
    pub(in crate::extract::signpost) const SHIFT: u32 = 1 << 14;
    pub(in crate::extract::signpost) const DUTY: u32 = 1 << 15;
    pub(in crate::extract::signpost) const PRONOUN: u32 = 1 << 16;
    pub(in crate::extract::signpost) const REPORT: u32 = 1 << 17;
    pub(in crate::extract::signpost) const FINITE: u32 = 1 << 18;
    pub(in crate::extract::signpost) const INTRO: u32 = 1 << 19;
    pub(in crate::extract::signpost) const PREPOSITION: u32 = 1 << 20;
    pub(in crate::extract::signpost) const ARTICLE: u32 = 1 << 21;
    pub(in crate::extract::signpost) const FACTORS: u32 = 1 << 22;
    pub(in crate::extract::signpost) const LEADS: u32 = 1 << 23;
    pub(in crate::extract::signpost) const GOAL: u32 = 1 << 24;
    pub(in crate::extract::signpost) const HEAD: u32 = 1 << 25;
    pub(in crate::extract::signpost) const WEAK: u32 = 1 << 26;
}

/// The names of the classes in the table.
const CLASSES: [(&str, u32); 27] = [
    ("sign", class::SIGN),
    ("strong", class::STRONG),
    ("warn", class::WARN),
    ("measure", class::MEASURE),
    ("verb", class::VERB),
    ("if-verb", class::IF_VERB),
    ("modal", class::MODAL),
    ("must", class::MUST),
    ("detect", class::DETECT),
    ("vital", class::VITAL),
    ("watched", class::WATCHED),
    ("watching", class::WATCHING),
    ("merit", class::MERIT),
    ("close", class::CLOSE),
    ("shift", class::SHIFT),
    ("duty", class::DUTY),
    ("pronoun", class::PRONOUN),
    ("report", class::REPORT),
    ("finite", class::FINITE),
    ("intro", class::INTRO),
    ("preposition", class::PREPOSITION),
    ("article", class::ARTICLE),
    ("factors", class::FACTORS),
    ("leads", class::LEADS),
    ("goal", class::GOAL),
    ("head", class::HEAD),
    ("weak", class::WEAK),
];

/// The table, ready to be asked.
pub(super) struct Lexicon {
    classes: HashMap<&'static str, u32>,
    kinds: HashMap<&'static str, SignpostKind>,
    /// What is looked for before anything else.
    pub(super) gate: Option<AhoCorasick>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (mut classes, mut kinds, mut gate) = (HashMap::new(), HashMap::new(), Vec::new());
    for line in include_str!("../../../assets/signposts.tsv").lines() {
        let mut columns = line.split('\t').filter(|_| !line.starts_with('#'));
        let (Some(class), Some(word)) = (columns.next(), columns.next()) else { continue };
        match class {
            "gate" => gate.push(word),
            "kind" => {
                let kind = columns.next().and_then(SignpostKind::parse);
                kinds.extend(kind.map(|kind| (word, kind)));
            }
            _ => {
                let bit =
                    CLASSES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit);
                *classes.entry(word).or_insert(0) |= bit;
            }
        }
    }
    let gate = AhoCorasickBuilder::new().ascii_case_insensitive(true).build(gate).ok();
    Lexicon { classes, kinds, gate }
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
