//! The word tables of `assets/lookup/`: what questions ask for, what is never searched, how words are spelled and which
//! tell of one thing. Read once; looks at no document.

use super::stem::{self, lines};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Want {
    /// "How many": a figure.
    Figure,
    /// "When": a date.
    Date,
    /// "Who": a person.
    Person,
    /// "Where": a place.
    Place,
}

impl Want {
    /// In words: "a figure".
    pub fn name(self) -> &'static str {
        match self {
            Self::Figure => "a figure",
            Self::Date => "a date",
            Self::Person => "a person",
            Self::Place => "a place",
        }
    }
}

/// Words of a name or phrase, folded.
pub(super) type Phrase = Vec<String>;

/// Groups of words of which one stands for all, and where each word is found in them.
#[derive(Debug, Default)]
pub(super) struct Groups {
    all: Vec<Vec<Phrase>>,
    /// By the key of a member's words: the groups it is in.
    members: HashMap<String, Vec<usize>>,
    /// The most words of a member.
    longest: usize,
}

/// All tables.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// Phrases that ask for something, the longest first.
    pub(super) wants: Vec<(Want, Phrase)>,
    /// Words that are never searched.
    pub(super) dropped: HashSet<&'static str>,
    /// Words that are liked, not required.
    pub(super) weak: HashSet<&'static str>,
    /// Names in several spellings.
    pub(super) spellings: Groups,
    /// Words that tell of one thing.
    pub(super) related: Groups,
    /// Cues by which a document says that it does not say.
    pub(super) gaps: Vec<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(read);

/// The tables.
pub(super) fn tables() -> &'static Tables {
    &TABLES
}

fn read() -> Tables {
    let mut tables = Tables::default();
    for line in lines(include_str!("../../../assets/lookup/questions.tsv")) {
        let Some((kind, words)) = line.split_once('\t') else { continue };
        let want = match kind {
            "figure" => Want::Figure,
            "date" => Want::Date,
            "person" => Want::Person,
            "place" => Want::Place,
            "drop" => {
                tables.dropped.extend(words.split('|'));
                continue;
            }
            _ => {
                tables.weak.extend(words.split('|'));
                continue;
            }
        };
        tables.wants.extend(words.split('|').map(|phrase| (want, split(phrase))));
    }
    tables.wants.sort_by_key(|(_, phrase)| std::cmp::Reverse(phrase.len()));
    // A name is found by its letters, a word by its stem.
    let spellings = lines(include_str!("../../../assets/lookup/spellings.tsv"));
    tables.spellings = Groups::new(spellings, str::to_owned);
    let related = lines(include_str!("../../../assets/lookup/related.tsv"));
    tables.related = Groups::new(related, stem::key);
    tables.gaps = lines(include_str!("../../../assets/lookup/gaps.tsv")).collect();
    tables
}

/// The words of a phrase; a hyphen parts two.
pub(super) fn split(phrase: &str) -> Phrase {
    phrase.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

impl Groups {
    fn new(rows: impl Iterator<Item = &'static str>, key: impl Fn(&str) -> String) -> Self {
        let mut new = Self::default();
        for (number, row) in rows.enumerate() {
            let group: Vec<Phrase> = row.split('|').map(split).collect();
            for phrase in &group {
                let words: Vec<String> = phrase.iter().map(|word| key(word)).collect();
                new.longest = new.longest.max(words.len());
                new.members.entry(words.join(" ")).or_default().push(number);
            }
            new.all.push(group);
        }
        new
    }

    /// The most words of a member.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// Whether a group has a member of this key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.members.contains_key(key)
    }

    /// All members of the groups that have one of this key, that one among them.
    pub(super) fn of(&self, key: &str) -> impl Iterator<Item = &Phrase> {
        let numbers = self.members.get(key).map(Vec::as_slice).unwrap_or_default();
        numbers.iter().filter_map(|&number| self.all.get(number)).flatten()
    }
}
