//! Which words of a corpus a word of a question can mean, and how well: the word itself, its forms and spellings, words
//! that tell of the same, words that begin with it; slips of the keyboard only where nothing else is there. Words in,
//! numbers of the vocabulary out. Reads no sentence.

use super::answer::Match;
use super::book::Book;
use super::question::{Part, Role};
use super::stem;
use super::tables::{Groups, Phrase, split, tables};
use crate::model::Corpus;
use crate::query::fold::folded;
use crate::query::fuzzy::skipping;
use crate::query::{Index, Roster};
use std::collections::BTreeMap;

/// What a part of a question can mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Forms {
    /// Words, by number.
    pub(super) words: BTreeMap<u32, Match>,
    /// Words that must follow one another, each as the numbers it can be.
    pub(super) runs: Vec<Run>,
}

/// Words that must follow one another.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// For each, the numbers it can be, rising.
    pub(super) words: Vec<Vec<u32>>,
    /// How well it meets the part.
    pub(super) matched: Match,
    /// Whether nothing but a hyphen may stand between them.
    pub(super) glued: bool,
}

/// Where forms are looked for.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) index: &'a Index,
    pub(super) book: &'a Book,
    /// Who is named in the corpus, where that is known already.
    pub(super) names: Option<(&'a Corpus, &'a Roster)>,
}

/// The shortest closed word that may stand for longer ones that begin with it.
const START: usize = 3;

/// The most bits of [`bytes_of`] that one slip changes: a letter is gone and another one there.
fn step(one: &str, other: &str) -> usize {
    if one.is_ascii() && other.is_ascii() { 2 } else { 8 }
}

/// Which bytes a word has, as bits, several bytes to one bit: what is far apart here has too many slips between.
fn bytes_of(word: &str) -> u32 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte % 32))
}

impl Forms {
    /// What a part can mean. What is only liked, or left out, is read like what is required.
    pub(super) fn of(part: &Part, words: Words<'_>) -> Self {
        let mut forms = Self::default();
        let verbatim = matches!(part.role, Role::Verbatim | Role::Without);
        match part.words.as_slice() {
            [word] => forms.word(word, part, words),
            several => {
                forms.run(several, if verbatim { None } else { Some(Match::Word) }, words);
                if !verbatim {
                    forms.raise(words.index.vocabulary().numbers(&several.concat()), Match::Form);
                }
            }
        }
        if !verbatim {
            forms.groups(part, words);
            forms.glosses(part, words);
        }
        let alone = forms.is_direct_empty() && !verbatim && part.text.len() >= START;
        if alone || part.open && part.words.len() == 1 {
            forms.starts(&part.text, words);
        }
        forms
    }

    /// Whether neither the word nor a form of it was found.
    fn is_direct_empty(&self) -> bool {
        let direct = |matched: &Match| *matched > Match::Related;
        !self.words.values().any(direct) && !self.runs.iter().any(|run| direct(&run.matched))
    }

    fn raise(&mut self, words: impl Iterator<Item = u32>, matched: Match) {
        for word in words {
            let known = self.words.entry(word).or_default();
            *known = (*known).max(matched);
        }
    }

    fn word(&mut self, word: &str, part: &Part, words: Words<'_>) {
        let vocabulary = words.index.vocabulary();
        let named = |number: &u32| !part.acronym || vocabulary.case(*number).capitals;
        self.raise(vocabulary.numbers(word).filter(named), Match::Word);
        if part.acronym || matches!(part.role, Role::Verbatim | Role::Without) {
            return;
        }
        self.raise(words.book.of_stem(words.index, &stem::key(word)), Match::Form);
        if let Some(key) = stem::name_key(word) {
            self.raise(words.book.of_name(words.index, &key), Match::Form);
        }
        self.parts_of_one(word, words);
    }

    /// "multivector" finds "multi-vector".
    fn parts_of_one(&mut self, word: &str, words: Words<'_>) {
        let vocabulary = words.index.vocabulary();
        for (at, _) in word.char_indices().skip(2) {
            let Some((head, tail)) = word.split_at_checked(at) else { continue };
            if tail.len() < 2 {
                continue;
            }
            let numbers = [head, tail].map(|word| vocabulary.numbers(word).collect::<Vec<_>>());
            if numbers.iter().all(|numbers| !numbers.is_empty()) {
                let run = Run { words: numbers.into(), matched: Match::Form, glued: true };
                self.runs.push(run);
            }
        }
    }

    /// Adds words that must follow one another. Where they need not be as they are, `matched` says how they are met.
    fn run(&mut self, several: &[impl AsRef<str>], matched: Option<Match>, words: Words<'_>) {
        let vocabulary = words.index.vocabulary();
        let numbers = |word: &str| {
            let mut numbers: Vec<u32> = vocabulary.numbers(word).collect();
            if matched.is_some() {
                numbers.extend(words.book.of_stem(words.index, &stem::key(word)));
            }
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        let all: Vec<Vec<u32>> = several.iter().map(|word| numbers(word.as_ref())).collect();
        if all.iter().all(|numbers| !numbers.is_empty()) {
            let matched = matched.unwrap_or(Match::Word);
            self.runs.push(Run { words: all, matched, glued: false });
        }
    }

    /// Adds names in other spellings, and words that tell of the same.
    fn groups(&mut self, part: &Part, words: Words<'_>) {
        let tables = tables();
        let plain = split(&part.text).join(" ");
        self.members(&tables.spellings, &plain, Match::Form, words);
        if part.acronym {
            return;
        }
        let stems: Vec<String> = part.words.iter().map(|word| stem::key(word)).collect();
        self.members(&tables.related, &stems.join(" "), Match::Related, words);
    }

    /// Adds what the corpus says that an acronym stands for, and an acronym for what stands for it.
    fn glosses(&mut self, part: &Part, words: Words<'_>) {
        let (Some((corpus, roster)), [word]) = (words.names, part.words.as_slice()) else { return };
        for gloss in roster.gloss(word) {
            let long = folded(gloss.long.of(corpus));
            let long = split(&long);
            if long.len() > 1 {
                self.run(&long, Some(Match::Form), words);
            }
        }
    }

    fn members(&mut self, groups: &Groups, key: &str, matched: Match, words: Words<'_>) {
        let members: Vec<&Phrase> = groups.of(key).collect();
        for member in members {
            match member.as_slice() {
                [word] if matched == Match::Form => {
                    self.raise(words.index.vocabulary().numbers(word), matched);
                }
                [word] => self.raise(words.book.of_stem(words.index, &stem::key(word)), matched),
                several => self.run(several, Some(matched), words),
            }
        }
    }

    fn starts(&mut self, text: &str, words: Words<'_>) {
        self.raise(words.index.vocabulary().beginning(text), Match::Start);
    }

    /// Adds words that a slip of the keyboard is away.
    pub(super) fn slips(&mut self, part: &Part, words: Words<'_>) {
        let ([word], false) = (part.words.as_slice(), part.acronym) else { return };
        let most = match word.chars().count() {
            ..5 => return,
            5..9 => 1,
            _ => 2,
        };
        let vocabulary = words.index.vocabulary();
        let Some(first) = word.chars().next() else { return };
        let bytes = bytes_of(word);
        for number in vocabulary.beginning(first.encode_utf8(&mut [0; 4])) {
            let other = vocabulary.word(number);
            // What is still being typed is held against the beginning of a word.
            let head =
                other.char_indices().nth(word.chars().count()).map_or(other.len(), |(at, _)| at);
            let head = other.get(..head).filter(|_| part.open).unwrap_or(other);
            let near = head.len().abs_diff(word.len()) <= most
                && (bytes_of(head) ^ bytes).count_ones() as usize <= most * step(head, word)
                && strsim::osa_distance(head, word) <= most;
            if near || skipping(other, word).is_some() {
                self.raise(std::iter::once(number), Match::Fuzzy);
            }
        }
    }
}
