//! How well each sentence meets one part of a question. Forms, countries and dates come in; a mark for each sentence goes
//! out. Ranks nothing.

use super::answer::{Match, Tried};
use super::forms::{Forms, Run, Words};
use super::question::{Part, Role};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, DocId, EventId, IndicatorId};
use crate::query::DateRange;
use std::collections::BTreeMap;

/// How well each sentence meets a part, and by which words.
#[derive(Debug, Clone, Default)]
pub(super) struct Met {
    /// For each sentence a [`Match`], as its number.
    pub(super) marks: Vec<u8>,
    /// The words that meet it by themselves, by number.
    pub(super) words: BTreeMap<u32, Match>,
    /// The words that meet it one after another.
    pub(super) runs: Vec<Run>,
}

impl Met {
    /// How the sentences meet a part.
    pub(super) fn of(part: &Part, corpus: &Corpus, words: Words<'_>) -> Self {
        let mut met = Self { marks: vec![0; words.index.sentence_count()], ..Self::default() };
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
        if wanted && met.marks.iter().all(|mark| *mark == 0) {
            let mut forms = Forms::default();
            forms.slips(part, words);
            met.take(forms, words);
        }
        met
    }

    /// Raises the marks of all sentences that hold these words.
    fn take(&mut self, forms: Forms, words: Words<'_>) {
        for (&word, &matched) in &forms.words {
            for text in words.index.texts_of(word) {
                self.raise(text, matched);
            }
        }
        for run in &forms.runs {
            self.take_run(run, words);
        }
        self.words = forms.words;
        self.runs = forms.runs;
    }

    /// Raises the marks of the sentences that hold all words of a phrase, though not one after another.
    fn apart(&mut self, phrase: &Part, words: Words<'_>) {
        let mut all: Option<Vec<u8>> = None;
        for one in phrase.single_words() {
            let mut met = Self { marks: vec![0; self.marks.len()], ..Self::default() };
            met.take(Forms::of(&one, words), words);
            self.words.append(&mut met.words);
            match &mut all {
                Some(all) => {
                    all.iter_mut().zip(&met.marks).for_each(|(a, mark)| *a = (*a).min(*mark));
                }
                None => all = Some(met.marks),
            }
        }
        let all = all.unwrap_or_default();
        for (mark, apart) in self.marks.iter_mut().zip(all).filter(|(_, apart)| *apart > 0) {
            *mark = (*mark).max(apart.min(Match::Form as u8));
        }
    }

    /// Raises the marks of the sentences in which words follow one another.
    fn take_run(&mut self, run: &Run, words: Words<'_>) {
        let vocabulary = words.index.vocabulary();
        let places = |numbers: &Vec<u32>| -> usize {
            numbers.iter().map(|&number| vocabulary.count(number as usize)).sum()
        };
        let Some(rarest) = run.words.iter().min_by_key(|numbers| places(numbers)) else { return };
        for &word in rarest {
            for text in words.index.texts_of(word) {
                if run.places(words, text).next().is_some() {
                    self.raise(text, run.matched);
                }
            }
        }
    }

    fn raise(&mut self, sentence: u32, matched: Match) {
        if let Some(mark) = self.marks.get_mut(sentence as usize) {
            *mark = (*mark).max(matched as u8);
        }
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
    pub(super) fn places(&self, words: Words<'_>, sentence: u32) -> Vec<(usize, usize)> {
        let tokens = words.index.tokens(sentence).enumerate();
        let single = tokens.filter(|(_, token)| self.words.contains_key(&token.word_number()));
        let mut places: Vec<(usize, usize)> = single.map(|(at, _)| (at, 1)).collect();
        for run in &self.runs {
            places.extend(run.places(words, sentence).map(|at| (at, run.words.len())));
        }
        places.sort_unstable();
        places
    }

    /// The words of the corpus that meet the part, and how many sentences do.
    pub(super) fn tried(&self, words: Words<'_>) -> Tried {
        let vocabulary = words.index.vocabulary();
        let single = self.words.iter().map(|(&number, &matched)| {
            (vocabulary.word(number).to_owned(), matched, vocabulary.count(number as usize))
        });
        let run = |run: &Run| {
            let first = run.words.iter().filter_map(|numbers| numbers.first());
            let text: Vec<&str> = first.map(|&number| vocabulary.word(number)).collect();
            (text.join(if run.glued { "-" } else { " " }), run.matched, 0)
        };
        let mut all: Vec<(String, Match, usize)> =
            single.chain(self.runs.iter().map(run)).collect();
        all.sort_by(|a, b| (b.1, b.2).cmp(&(a.1, a.2)).then_with(|| a.0.cmp(&b.0)));
        all.dedup_by(|a, b| a.0 == b.0);
        let shown = all.into_iter().map(|(word, matched, _)| (word, matched)).take(SHOWN);
        let sentences = self.marks.iter().filter(|mark| **mark > 0).count();
        Tried { words: shown.collect(), sentences }
    }
}

/// How many of the words that were tried are told.
const SHOWN: usize = 12;

impl Run {
    /// The places of a sentence's words at which these begin.
    pub(super) fn places<'a>(
        &'a self,
        words: Words<'a>,
        sentence: u32,
    ) -> impl Iterator<Item = usize> {
        let tokens: Vec<_> = words.index.tokens(sentence).collect();
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
