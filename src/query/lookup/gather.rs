//! How well each sentence meets one part of a question. Forms, countries and dates come in; sets of sentences go
//! out. Ranks nothing.

use super::answer::{Match, Tried};
use super::forms::{Forms, Run, Words};
use super::grades::Grades;
use super::question::{Part, Role};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, DocId, EventId, IndicatorId};
use crate::query::bits::Bits;
use crate::query::pattern::closeness;
use crate::query::projection::Token;
use crate::query::{DateRange, Index};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How well each sentence meets a part, and by which words.
#[derive(Debug, Clone, Default)]
pub(super) struct Met {
    /// How well each sentence meets it.
    pub(super) grades: Grades,
    /// The words that meet it by themselves, by number.
    pub(super) words: BTreeMap<u32, Match>,
    /// The same words as a set.
    holds: Bits,
    /// The words that meet it one after another.
    pub(super) runs: Vec<Run>,
    /// For each word that is a slip away, fuzzy-matcher's score of it, where it is not 0.
    skim: BTreeMap<u32, u32>,
    /// The words of the corpus that meet it, and how many sentences do.
    pub(super) tried: Tried,
}

impl Met {
    /// How the sentences meet a part.
    pub(super) fn of(part: &Part, corpus: &Corpus, words: Words<'_>) -> Self {
        let mut met = Self::none(words);
        let forms = Forms::of(part, words);
        match &part.role {
            Role::Country(country) => met.country(*country, corpus, words),
            Role::Dates(range) => met.dates(range, corpus, words),
            _ => {}
        }
        met.take(forms, words);
        if part.role == Role::Word && part.words.len() > 1 {
            met.apart(part, words);
        }
        let wanted = matches!(part.role, Role::Word);
        if wanted && met.grades.met().is_empty() {
            let mut forms = Forms::default();
            forms.slips(part, words);
            met.skim = skim(&forms, &part.text, words);
            met.take(forms, words);
        }
        met.holds = Bits::none(words.index.vocabulary().len());
        met.words.keys().for_each(|&word| met.holds.insert(word as usize));
        met.tried = met.tell(words);
        met
    }

    fn none(words: Words<'_>) -> Self {
        Self { grades: Grades::none(words.index.sentence_count()), ..Self::default() }
    }

    /// Raises the marks of all sentences that hold these words.
    fn take(&mut self, forms: Forms, words: Words<'_>) {
        for (&word, &matched) in &forms.words {
            if let Some(set) = self.grades.set_mut(matched) {
                words.index.add_texts_of(word, set);
            }
        }
        for run in &forms.runs {
            if let Some(set) = self.grades.set_mut(run.matched) {
                run.sentences(words.index).for_each(|sentence| set.insert(sentence as usize));
            }
        }
        self.grades.settle();
        self.words = forms.words;
        self.runs = forms.runs;
    }

    /// Raises the marks of the sentences that hold all words of a phrase, though not one after another.
    fn apart(&mut self, phrase: &Part, words: Words<'_>) {
        let mut all: Option<Grades> = None;
        for one in phrase.single_words() {
            let mut met = Self::none(words);
            met.take(Forms::of(&one, words), words);
            self.words.append(&mut met.words);
            match &mut all {
                Some(all) => all.intersect(&met.grades),
                None => all = Some(met.grades),
            }
        }
        if let Some(all) = all {
            self.grades.unite(&all, Match::Form);
        }
    }

    fn raise(&mut self, sentence: u32, matched: Match) {
        self.grades.raise(sentence, matched);
    }

    fn country(&mut self, country: Country, corpus: &Corpus, words: Words<'_>) {
        let matched = |via: Via| match via {
            Via::Name | Via::Demonym => Match::Word,
            Via::Capital | Via::City | Via::Region | Via::Metonym => Match::Form,
            Via::Group => Match::Related,
        };
        for (at, document) in corpus.documents.iter().enumerate() {
            for mention in document.countries.iter().filter(|mention| mention.country == country) {
                let sentence = document.text.sentence_at(mention.span.start);
                let number =
                    sentence.and_then(|s| words.index.sentence_number(DocId(at as u32), s));
                if let Some(number) = number {
                    self.raise(number, matched(mention.via));
                }
            }
        }
        // What an event or a figure is of may be said in another sentence.
        let apart = |via: Via| matched(via).min(Match::Form);
        for (at, event) in corpus.events.iter().enumerate() {
            let of = corpus.countries(event).iter().filter(|(of, _)| *of == country);
            for (_, via) in of {
                let sentence = words.index.sentence_of(EventId(at as u32));
                self.raise(sentence as u32, apart(*via));
            }
        }
        for (at, row) in corpus.indicators.iter().enumerate() {
            if let Some((_, via)) = row.country.filter(|(of, _)| *of == country) {
                let sentence = words.index.sentence_of_indicator(IndicatorId(at as u32));
                self.raise(sentence as u32, apart(via));
            }
        }
    }

    fn dates(&mut self, range: &DateRange, corpus: &Corpus, words: Words<'_>) {
        let matched = |earliest: Day, latest: Day| {
            let inside = range.earliest <= earliest && latest <= range.latest;
            let around = earliest <= range.earliest && range.latest <= latest;
            match (inside, around, range.overlaps(earliest, latest)) {
                (true, ..) => Match::Word,
                (_, _, false) => Match::None,
                _ => Match::Related,
            }
        };
        for (at, document) in corpus.documents.iter().enumerate() {
            for mention in document.dates.iter().filter(|mention| range.holds(mention)) {
                let Some(date) = &mention.date else { continue };
                let bounds = (Day::earliest(date.earliest), Day::latest(date.latest));
                let sentence = document.text.sentence_at(mention.span.start);
                let number =
                    sentence.and_then(|s| words.index.sentence_number(DocId(at as u32), s));
                if let Some(number) = number {
                    self.raise(number, matched(bounds.0, bounds.1));
                }
            }
        }
        for (at, event) in corpus.events.iter().enumerate().filter(|(_, event)| event.is_dated()) {
            let sentence = words.index.sentence_of(EventId(at as u32));
            self.raise(sentence as u32, matched(event.earliest, event.latest));
        }
        for (at, row) in corpus.indicators.iter().enumerate().filter(|(_, row)| row.is_dated()) {
            let sentence = words.index.sentence_of_indicator(IndicatorId(at as u32));
            self.raise(sentence as u32, matched(row.earliest, row.latest));
        }
    }

    /// The places of a sentence's words that meet the part, rising, each with how many words follow one another there.
    pub(super) fn places(&self, index: &Index, sentence: u32) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        self.add_places(index.tokens(sentence), &mut places);
        places
    }

    /// Adds these places to a list that is empty.
    pub(super) fn add_places(&self, tokens: &[Token], places: &mut Vec<(usize, usize)>) {
        let held = |token: &Token| self.holds.contains(token.word_number() as usize);
        let single = tokens.iter().enumerate().filter(|(_, token)| held(token));
        places.extend(single.map(|(at, _)| (at, 1)));
        if !self.runs.is_empty() {
            for run in &self.runs {
                places.extend(run.places(tokens).map(|at| (at, run.words.len())));
            }
            places.sort_unstable();
        }
    }

    /// Whether it is met by slips that fuzzy-matcher scores.
    pub(super) fn is_scored(&self) -> bool {
        !self.skim.is_empty()
    }

    /// Fuzzy-matcher's score of the best of these words.
    pub(super) fn score(&self, tokens: &[Token]) -> u32 {
        let scores = tokens.iter().filter_map(|token| self.skim.get(&token.word_number()));
        scores.copied().max().unwrap_or(0)
    }

    /// The words of the corpus that meet the part, and how many sentences do.
    fn tell(&self, words: Words<'_>) -> Tried {
        let vocabulary = words.index.vocabulary();
        let single = self.words.iter().map(|(&number, &matched)| {
            let word = Cow::from(vocabulary.word(number));
            (word, matched, vocabulary.count(number as usize))
        });
        let run = |run: &Run| {
            let first = run.words.iter().filter_map(|numbers| numbers.first());
            let text: Vec<&str> = first.map(|&number| vocabulary.word(number)).collect();
            (text.join(if run.glued { "-" } else { " " }).into(), run.matched, 0)
        };
        let mut all: Vec<(Cow<'_, str>, Match, usize)> =
            single.chain(self.runs.iter().map(run)).collect();
        all.sort_by(|a, b| (b.1, b.2).cmp(&(a.1, a.2)).then_with(|| a.0.cmp(&b.0)));
        all.dedup_by(|a, b| a.0 == b.0);
        let shown = all.into_iter().map(|(word, matched, _)| (word.into_owned(), matched));
        Tried { words: shown.take(SHOWN).collect(), sentences: self.grades.met().count() }
    }
}

/// How many of the words that were tried are told.
const SHOWN: usize = 12;

/// Fuzzy-matcher's score of each word that is a slip away from what was typed.
fn skim(forms: &Forms, typed: &str, words: Words<'_>) -> BTreeMap<u32, u32> {
    let vocabulary = words.index.vocabulary();
    let scores =
        forms.words.keys().map(|&number| (number, closeness(vocabulary.word(number), typed)));
    scores.filter(|(_, score)| *score > 0).collect()
}

impl Run {
    /// The sentences in which these words follow one another.
    pub(super) fn sentences(&self, index: &Index) -> impl Iterator<Item = u32> {
        let holding = |numbers: &Vec<u32>| {
            let mut set = Bits::none(index.sentence_count());
            for &word in numbers {
                index.add_texts_of(word, &mut set);
            }
            set
        };
        let mut all = Bits::all(index.sentence_count());
        if self.glued {
            all.intersect(index.glued());
        }
        self.words.iter().for_each(|numbers| all.intersect(&holding(numbers)));
        all.retain(|sentence| self.places(index.tokens(sentence as u32)).next().is_some());
        let found: Vec<u32> = all.iter().map(|sentence| sentence as u32).collect();
        found.into_iter()
    }

    /// The places of a sentence's words at which these begin.
    pub(super) fn places<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = usize> + 'a {
        let last = (tokens.len() + 1).saturating_sub(self.words.len());
        (0..last).filter(move |&at| {
            self.words.iter().enumerate().all(|(n, numbers)| {
                tokens.get(at + n).is_some_and(|token| {
                    let joined = n == 0 || !self.glued || token.is_glued();
                    joined && numbers.binary_search(&token.word_number()).is_ok()
                })
            })
        })
    }
}
