//! Rows for persons and bodies: by their name in any of its forms, or by an office. A roster comes in once, then questions;
//! rows go out. Holds nobody together who is not in the roster.

use super::answer::{Match, Person, Row, Subject};
use super::question::{Part, Role};
use super::rank::score_of;
use super::stem;
use super::tables::{split, tables};
use crate::extract::EntityKind;
use crate::model::Corpus;
use crate::query::fold::folded;
use crate::query::roster::{Entry, Roster, Words};
use crate::query::texts::Texts;
use crate::text::Span;
use std::collections::HashMap;
use std::sync::Arc;

/// The most persons and bodies that are told.
const MOST: usize = 3;

/// A roster made ready for questions.
#[derive(Debug, Clone)]
pub(super) struct People {
    pub(super) roster: Arc<Roster>,
    /// For each entry, what it is known by.
    known: Vec<Known>,
    /// Every form of every name, folded.
    names: Texts,
    /// The entry of each of these.
    owners: Vec<u32>,
    /// What stems and transliteration keys are numbered as.
    keys: Keys,
}

/// What a person or a body is known by; numbers of keys, rising.
#[derive(Debug, Clone, Default)]
struct Known {
    /// The stems of all words of all forms of the name.
    name: Box<[u32]>,
    /// The transliteration keys of these.
    spelled: Box<[u32]>,
    /// For each office, the stems of its words.
    offices: Box<[Box<[u32]>]>,
}

/// Stems and transliteration keys by number.
#[derive(Debug, Clone, Default)]
struct Keys {
    stems: HashMap<Box<str>, u32>,
    names: HashMap<Box<str>, u32>,
}

/// The stem of a word and its transliteration key, as numbers.
type Keyed = (u32, Option<u32>);

/// One part of a question as numbers of keys; no number for what the roster does not have.
struct Sought {
    /// For each word its stem and its transliteration key.
    words: Vec<(Option<u32>, Option<u32>)>,
    /// The stems of the words that are not small.
    stems: Vec<Option<u32>>,
    /// The stems of what tells of the same.
    related: Vec<Vec<Option<u32>>>,
}

impl People {
    /// Makes a roster ready.
    pub(super) fn new(corpus: &Corpus, roster: Arc<Roster>) -> Self {
        let (mut names, mut owners, mut keys) = (Texts::default(), Vec::new(), Keys::default());
        // Most words come back: each is stemmed once.
        let mut words: HashMap<String, Keyed> = HashMap::new();
        let mut known = Vec::with_capacity(roster.entries().len());
        for (at, entry) in roster.entries().iter().enumerate() {
            let forms = Known::forms(corpus, entry);
            known.push(Known::of(corpus, (entry, &forms), |word| keys.keyed(word, &mut words)));
            for form in forms {
                names.push(&form);
                owners.push(at as u32);
            }
        }
        names.shrink();
        Self { roster, known, names, owners, keys }
    }

    /// How the best of their names meets all parts, for the entries of which one does.
    fn by_names(&self, parts: &[&Part]) -> HashMap<u32, Match> {
        let mut met: HashMap<u32, Match> = HashMap::new();
        // A name that meets a part holds it.
        let Some(longest) = parts.iter().max_by_key(|part| part.text.len()) else { return met };
        self.names.find(&longest.text, |name, _| {
            let matched = named(self.names.get(name), parts);
            if let (Some(matched), Some(&entry)) = (matched, self.owners.get(name)) {
                let known = met.entry(entry).or_default();
                *known = (*known).max(matched);
            }
            true
        });
        met
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
        let named = self.by_names(parts);
        let sought: Vec<Sought> = parts.iter().map(|part| self.keys.sought(part)).collect();
        for (at, (entry, known)) in self.roster.entries().iter().zip(&self.known).enumerate() {
            let whole = named.get(&(at as u32)).map(|matched| (vec![*matched; parts.len()], None));
            let Some((marks, office)) = whole.or_else(|| known.met(&sought)) else { continue };
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

impl Keys {
    /// The numbers of a folded word's keys, new ones where it has none.
    fn keyed(&mut self, word: &str, known: &mut HashMap<String, Keyed>) -> Keyed {
        if let Some(keyed) = known.get(word) {
            return *keyed;
        }
        let stem = number(&mut self.stems, stem::key(word));
        let name = stem::name_key(word).map(|key| number(&mut self.names, key));
        known.insert(word.to_owned(), (stem, name));
        (stem, name)
    }

    fn stem(&self, word: &str) -> Option<u32> {
        self.stems.get(&*stem::key(word)).copied()
    }

    fn sought(&self, part: &Part) -> Sought {
        let spelled = |word: &String| self.names.get(&*stem::name_key(word)?).copied();
        let small = |word: &&String| !tables().dropped.contains(word.as_str());
        let all: Vec<String> = part.words.iter().map(|word| stem::key(word)).collect();
        let all = all.join(" ");
        let related = tables().related.of(&all);
        let stems = |phrase: &Vec<String>| phrase.iter().map(|word| self.stem(word)).collect();
        Sought {
            words: part.words.iter().map(|word| (self.stem(word), spelled(word))).collect(),
            stems: part.words.iter().filter(small).map(|word| self.stem(word)).collect(),
            related: related.map(stems).collect(),
        }
    }
}

/// The number of a key.
fn number(keys: &mut HashMap<Box<str>, u32>, key: String) -> u32 {
    let next = keys.len() as u32;
    *keys.entry(key.into_boxed_str()).or_insert(next)
}

/// Numbers in order, each once.
fn rising(mut numbers: Vec<u32>) -> Box<[u32]> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into()
}

fn has(numbers: &[u32], number: Option<u32>) -> bool {
    number.is_some_and(|number| numbers.binary_search(&number).is_ok())
}

impl Known {
    /// Every form of a name, folded, each once.
    fn forms(corpus: &Corpus, entry: &Entry) -> Vec<String> {
        let own = std::iter::once(entry.name);
        let mut forms: Vec<String> = Vec::new();
        for words in own.chain(entry.variants.iter().map(|variant| variant.words)) {
            let name = folded(words.of(corpus));
            if !forms.contains(&name) {
                forms.push(name);
            }
        }
        forms
    }

    fn of(
        corpus: &Corpus,
        (entry, forms): (&Entry, &[String]),
        mut keyed: impl FnMut(&str) -> Keyed,
    ) -> Self {
        let (mut name, mut spelled) = (Vec::new(), Vec::new());
        for word in forms.iter().flat_map(|form| split(form)) {
            let (stem, key) = keyed(&word);
            name.push(stem);
            spelled.extend(key);
        }
        let offices = entry.offices.iter().map(|office| {
            let words = split(&folded(office.words.of(corpus)));
            rising(words.iter().map(|word| keyed(word).0).collect())
        });
        let offices = offices.collect();
        Self { name: rising(name), spelled: rising(spelled), offices }
    }

    /// How each part is met by the words of the name, or else by these and one office; which office.
    fn met(&self, parts: &[Sought]) -> Option<(Vec<Match>, Option<usize>)> {
        if parts.iter().all(|part| self.by_name(part).is_some()) {
            return Some((parts.iter().filter_map(|part| self.by_name(part)).collect(), None));
        }
        self.offices.iter().enumerate().find_map(|(at, office)| {
            let met = |part: &Sought| self.by_name(part).or_else(|| by_office(office, part));
            let marks: Option<Vec<Match>> = parts.iter().map(met).collect();
            marks.map(|marks| (marks, Some(at)))
        })
    }

    fn by_name(&self, part: &Sought) -> Option<Match> {
        let met = |&(stem, key): &(Option<u32>, Option<u32>)| {
            has(&self.name, stem) || has(&self.spelled, key)
        };
        (!part.words.is_empty() && part.words.iter().all(met)).then_some(Match::Form)
    }
}

/// How an office, as the stems of its words, meets a part.
fn by_office(office: &[u32], part: &Sought) -> Option<Match> {
    let told = |stems: &Vec<Option<u32>>| stems.iter().all(|stem| has(office, *stem));
    if told(&part.stems) {
        return Some(Match::Word);
    }
    part.related.iter().any(told).then_some(Match::Related)
}

/// How a name meets all parts.
pub(super) fn named(name: &str, parts: &[&Part]) -> Option<Match> {
    let typed: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let typed = typed.join(" ");
    if name == typed {
        return Some(Match::Exact);
    }
    if name.starts_with(&typed) {
        return Some(Match::Prefix);
    }
    let words = || name.split(|c: char| !c.is_alphanumeric());
    let met = |part: &&Part| {
        let whole = words().any(|word| word == part.text);
        let start = part.open && words().any(|word| word.starts_with(&part.text));
        if whole { Some(Match::Word) } else { start.then_some(Match::Start) }
    };
    parts.iter().map(met).min().flatten()
}
