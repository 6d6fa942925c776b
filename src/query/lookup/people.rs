//! Rows for persons and bodies: by their name in any of its forms, or by an office. A roster comes in once, then questions;
//! rows go out. Holds nobody together who is not in the roster.

use super::answer::{Match, Person, Row, Subject};
use super::named::named;
use super::question::{Part, Role};
use super::rank::score_of;
use super::stem;
use super::tables::{split, tables};
use crate::extract::EntityKind;
use crate::model::Corpus;
use crate::query::fold::folded;
use crate::query::roster::{Entry, Roster, Words};
use crate::text::Span;
use std::collections::HashSet;
use std::sync::Arc;

/// The most persons and bodies that are told.
const MOST: usize = 3;

/// A roster made ready for questions.
#[derive(Debug, Clone)]
pub(super) struct People {
    pub(super) roster: Arc<Roster>,
    /// For each entry, what it is known by.
    known: Vec<Known>,
}

/// What a person or a body is known by, folded.
#[derive(Debug, Clone, Default)]
struct Known {
    /// Every form of the name.
    names: Vec<String>,
    /// The stems of all words of these.
    name: HashSet<String>,
    /// The transliteration keys of all words of these.
    spelled: HashSet<String>,
    /// For each office, the stems of its words.
    offices: Vec<HashSet<String>>,
}

impl People {
    /// Makes a roster ready.
    pub(super) fn new(corpus: &Corpus, roster: Arc<Roster>) -> Self {
        let known = roster.entries().iter().map(|entry| Known::of(corpus, entry)).collect();
        Self { roster, known }
    }

    /// The persons and bodies that a question names by words alone, the best first. Whether a person is asked for says
    /// what comes first.
    pub(super) fn rows(&self, corpus: &Corpus, parts: &[&Part], asked: bool) -> Vec<Row> {
        let spoken =
            |part: &&Part| matches!(part.role, Role::Word | Role::Verbatim | Role::Country(_));
        let word = |part: &&Part| !matches!(part.role, Role::Country(_));
        if !parts.iter().all(spoken) || !parts.iter().any(word) {
            return Vec::new();
        }
        let mut found: Vec<(Row, usize)> = Vec::new();
        for (at, (entry, known)) in self.roster.entries().iter().zip(&self.known).enumerate() {
            let Some((marks, office)) = known.met(parts) else { continue };
            let matched = marks.iter().min().copied().unwrap_or_default();
            let person = if entry.kind == EntityKind::Person {
                Person::Person
            } else {
                Person::Organisation
            };
            let wanted = asked && person == Person::Person;
            let told = office.and_then(|office| entry.offices.get(office));
            let words = told.map_or(entry.name, |office| office.told);
            found.push((
                Row {
                    subject: Subject::Entry(at as u32, person),
                    matched,
                    score: score_of(matched, &marks, wanted),
                    place: place(corpus, words),
                    lit: vec![words.span],
                    near: Vec::new(),
                    counts: None,
                    missing: Vec::new(),
                },
                entry.count(),
            ));
        }
        found.sort_by_key(|(row, count)| std::cmp::Reverse((row.score, *count)));
        found.into_iter().map(|(row, _)| row).take(MOST).collect()
    }
}

/// The sentence some words stand in; the words themselves where they stand in none.
fn place(corpus: &Corpus, words: Words) -> Option<(crate::model::DocId, Span)> {
    let text = &corpus.document(words.document)?.text;
    let sentence = text.sentence_at(words.span.start).and_then(|at| text.sentences.get(at));
    Some((words.document, sentence.copied().unwrap_or(words.span)))
}

impl Known {
    fn of(corpus: &Corpus, entry: &Entry) -> Self {
        let mut known = Self::default();
        let own = std::iter::once(entry.name);
        for words in own.chain(entry.variants.iter().map(|variant| variant.words)) {
            let name = folded(words.of(corpus));
            for word in split(&name) {
                known.spelled.extend(stem::name_key(&word));
                known.name.insert(stem::key(&word));
            }
            if !known.names.contains(&name) {
                known.names.push(name);
            }
        }
        for office in &entry.offices {
            let words = split(&folded(office.words.of(corpus)));
            known.offices.push(words.iter().map(|word| stem::key(word)).collect());
        }
        known
    }

    /// How each part is met by the name, or else by the name and one office; which office.
    fn met(&self, parts: &[&Part]) -> Option<(Vec<Match>, Option<usize>)> {
        let named = self.names.iter().filter_map(|name| named(name, parts)).max();
        if let Some(matched) = named {
            return Some((vec![matched; parts.len()], None));
        }
        let alone: Option<Vec<Match>> = parts.iter().map(|part| self.by_name(part)).collect();
        if let Some(marks) = alone {
            return Some((marks, None));
        }
        self.offices.iter().enumerate().find_map(|(at, office)| {
            let met = |part: &&Part| self.by_name(part).or_else(|| by_office(office, part));
            let marks: Option<Vec<Match>> = parts.iter().map(met).collect();
            marks.map(|marks| (marks, Some(at)))
        })
    }

    fn by_name(&self, part: &Part) -> Option<Match> {
        let stemmed = |word: &String| self.name.contains(&stem::key(word));
        let spelled =
            |word: &String| stem::name_key(word).is_some_and(|key| self.spelled.contains(&key));
        let met = part.words.iter().all(|word| stemmed(word) || spelled(word));
        (met && !part.words.is_empty()).then_some(Match::Form)
    }
}

/// How an office, as the stems of its words, meets a part.
fn by_office(office: &HashSet<String>, part: &Part) -> Option<Match> {
    let small = |word: &&String| !tables().dropped.contains(word.as_str());
    let stems: Vec<String> = part.words.iter().filter(small).map(|word| stem::key(word)).collect();
    if stems.iter().all(|stem| office.contains(stem)) {
        return Some(Match::Word);
    }
    let all: Vec<String> = part.words.iter().map(|word| stem::key(word)).collect();
    let told = |phrase: &Vec<String>| phrase.iter().all(|word| office.contains(&stem::key(word)));
    tables().related.of(&all.join(" ")).any(told).then_some(Match::Related)
}
