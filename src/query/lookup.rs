//! Answers a question typed in plain words: the sentences that answer it, the best first, or a no with its proof.
//! A corpus and its index come in once, then questions; answers go out. Never guesses: what meets a question only in part
//! is told as that.
//!
//! ```text
//! typed ─▶ question ─▶ forms ─▶ gather ─▶ rank ─▶ row ─▶ Answer
//!          parts       words    sets      order   event, figure, sentence
//!                                     └─▶ beside, no: what is near, what is not there
//! ```

mod answer;
mod beside;
mod book;
mod forms;
mod gather;
mod grades;
mod names;
mod no;
mod people;
#[cfg(test)]
mod plain;
mod planes;
mod question;
mod rank;
mod row;
pub(super) mod stem;
mod tables;
mod told;

pub use answer::{Answer, Match, Nearest, No, Person, Row, Searched, Subject, Tried};
pub use question::{Change, Changes, Part, Question, Role};
pub use tables::Want;

use super::bits::Bits;
use super::{Index, Roster};
use crate::model::Corpus;
use crate::text::is_english;
use book::Book;
use forms::Words;
use gather::Met;
use people::People;
use rank::Marks;
use row::Maker;
use std::sync::Arc;

/// What answers questions about one corpus. It remembers what it found for the parts of the last questions, so that a
/// question that is being typed is searched for its last word only.
#[derive(Debug, Clone)]
pub struct Lookup {
    corpus: Arc<Corpus>,
    index: Arc<Index>,
    book: Book,
    /// Who is named in the corpus, once that is known.
    people: Option<People>,
    memory: Vec<(Part, Arc<Met>)>,
}

/// How many parts of questions are remembered.
const REMEMBERED: usize = 12;

impl Lookup {
    /// Makes ready for questions about a corpus, of which this must be the index.
    pub fn new(corpus: Arc<Corpus>, index: Arc<Index>) -> Self {
        let mut book = Book::new(&corpus, &index);
        book.gaps = no::gaps(&index);
        Self { corpus, index, book, people: None, memory: Vec::new() }
    }

    /// Takes who is named in the corpus: persons and bodies become rows, acronyms are known by what they stand for.
    pub fn meet(&mut self, roster: Arc<Roster>) {
        self.book.meet(&self.corpus, &self.index, &roster);
        self.people = Some(People::new(&self.corpus, roster));
        self.memory.clear();
    }

    /// Who is named in the corpus, where that is known.
    pub fn roster(&self) -> Option<&Arc<Roster>> {
        self.people.as_ref().map(|people| &people.roster)
    }

    /// The corpus that is asked.
    pub fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// Answers what was typed with at most so many rows.
    pub fn ask(&mut self, typed: &str, changes: &Changes, limit: usize) -> Answer {
        let question = Question::parse(typed, changes);
        let mut answer = Answer { searched: self.searched(), ..Answer::default() };
        if question.is_empty() {
            answer.question = question;
            return answer;
        }
        let met: Vec<Option<Arc<Met>>> = question.parts.iter().map(|part| self.met(part)).collect();
        let words = self.words();
        let marks = Marks {
            question: &question,
            met: met.iter().map(Option::as_deref).collect(),
            typed: typed_words(&question, &self.index),
        };
        let maker = Maker { corpus: &self.corpus, words, marks: &marks };
        let (matching, best) = marks.best(words, None, limit);
        answer.matching = matching;
        answer.rows =
            best.into_iter().filter_map(|r| maker.row(r, Vec::new(), Vec::new())).collect();
        // Where the words themselves are nowhere together, what stands beside a sentence may tell.
        if answer.rows.iter().all(|row| row.matched < Match::Form) {
            self.add_beside(&maker, &mut answer, limit);
        }
        if answer.rows.is_empty() {
            add_partial(&maker, &mut answer, limit);
        }
        names::add(&maker, self.people.as_ref(), &mut answer, limit);
        let tried = met.iter().map(|met| met.as_ref().map(|met| met.tried.clone()));
        answer.tried = tried.map(Option::unwrap_or_default).collect();
        if answer.rows.is_empty() {
            answer.no = Some(no::prove(&maker));
        }
        answer.question = question;
        answer
    }

    fn words(&self) -> Words<'_> {
        let names = self.people.as_ref().map(|people| (&*self.corpus, &*people.roster));
        Words { index: &self.index, book: &self.book, names }
    }

    fn searched(&self) -> Searched {
        Searched {
            documents: self.corpus.documents.len(),
            sentences: self.index.sentence_count(),
            events: self.corpus.events.len(),
            indicators: self.corpus.indicators.len(),
        }
    }

    /// What meets a part; nothing for one that is left out.
    fn met(&mut self, part: &Part) -> Option<Arc<Met>> {
        if part.role == Role::Out {
            return None;
        }
        let same = |(known, _): &(Part, Arc<Met>)| {
            let kind = |part: &Part| (part.open && part.words.len() == 1, part.acronym);
            known.text == part.text && known.role == part.role && kind(known) == kind(part)
        };
        if let Some(at) = self.memory.iter().position(same) {
            let known = self.memory.remove(at);
            let met = Arc::clone(&known.1);
            self.memory.push(known);
            return Some(met);
        }
        let words = self.words();
        let met = Arc::new(Met::of(part, &self.corpus, words));
        if self.memory.len() >= REMEMBERED {
            self.memory.remove(0);
        }
        self.memory.push((part.clone(), Arc::clone(&met)));
        Some(met)
    }

    /// Adds the sentences that meet the question with what stands beside them.
    fn add_beside(&self, maker: &Maker<'_>, answer: &mut Answer, limit: usize) {
        let found = beside::find(&self.corpus, maker.words, maker.marks);
        let mut all = Bits::none(self.index.sentence_count());
        for (_, sentences) in &found {
            all.unite(sentences);
        }
        let room = limit.saturating_sub(answer.rows.len());
        for ranked in maker.marks.best_beside(maker.words, all, room) {
            let mut met = found.iter();
            let met = met.find(|(_, sentences)| sentences.contains(ranked.sentence.0 as usize));
            let missing = met.map(|(missing, _)| missing.clone()).unwrap_or_default();
            answer.rows.extend(maker.row(ranked, missing, Vec::new()));
        }
        // What is asked for comes first, however it is met.
        answer.rows.sort_by_key(|row| std::cmp::Reverse(row.score));
    }
}

/// The fewest parts of a question of which one word may be missing.
const LONG: usize = 4;
/// The most rows that miss a word.
const PARTIAL: usize = 5;

/// Adds the sentences that meet a long question but for one common word. A name, a country, a date and what stands in
/// quotation marks must always be met: without them it would be another question.
fn add_partial(maker: &Maker<'_>, answer: &mut Answer, limit: usize) {
    let question = maker.marks.question;
    if question.required().count() < LONG {
        return;
    }
    let common = |part: &Part| {
        part.role == Role::Word
            && !part.acronym
            && part.words.iter().all(|word| is_english(word))
            && !question
                .typed
                .get(part.typed.clone())
                .is_some_and(|t| t.starts_with(char::is_uppercase))
    };
    let mut found: Vec<(usize, rank::Ranked)> = Vec::new();
    for (at, _) in question.parts.iter().enumerate().filter(|(_, part)| common(part)) {
        let (_, best) = maker.marks.best(maker.words, Some(at), PARTIAL);
        // The other words must be there themselves.
        let good = best.into_iter().filter(|ranked| ranked.matched() >= Match::Start);
        found.extend(good.map(|ranked| (at, ranked)));
    }
    found.sort_by_key(|(_, ranked)| std::cmp::Reverse(*ranked));
    let mut seen = Vec::new();
    for (at, ranked) in found {
        if !seen.contains(&ranked.sentence) && answer.rows.len() < limit.min(PARTIAL) {
            seen.push(ranked.sentence);
            let partial = ranked.as_partial();
            answer.rows.extend(maker.row(partial, Vec::new(), vec![at]));
        }
    }
}

/// The words a question was typed with, as the numbers each can be, the last one by its start where it may go on; nothing
/// where the corpus has not all of them, or signs say that the words are no beginning.
fn typed_words(question: &Question, index: &Index) -> Vec<std::ops::Range<u32>> {
    let words = question.parts.iter().flat_map(|part| {
        part.words.iter().enumerate().map(move |(at, word)| {
            let open = part.open && at + 1 == part.words.len();
            (word.as_str(), open)
        })
    });
    let vocabulary = index.vocabulary();
    let numbers =
        words.map(
            |(word, open)| {
                if open { vocabulary.beginning(word) } else { vocabulary.numbers(word) }
            },
        );
    let numbers: Vec<_> = numbers.collect();
    if numbers.iter().any(std::ops::Range::is_empty) { Vec::new() } else { numbers }
}
