//! Questions drawn from a corpus itself, each with the sentences that answer it. A corpus and a number come in, questions go
//! out; the same number gives the same questions. Asks nobody anything.

use super::lookup::Subject;
use super::roster::Roster;
use super::series;
use crate::model::{Corpus, DocId, EventId, IndicatorId};
use crate::text::Span;

/// A question and where it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// The question, in plain words.
    pub question: String,
    /// The sentences that answer it.
    pub answers: Vec<(DocId, Span)>,
}

/// The most words of a name or title that a question repeats.
const LONGEST: usize = 9;

/// Draws at most so many questions: figures, events and persons in turn, from all over the corpus.
pub fn draw(corpus: &Corpus, roster: &Roster, count: usize, seed: u64) -> Vec<Drill> {
    let mut kinds = [figures(corpus), events(corpus), persons(corpus, roster)];
    let mut random = fastrand::Rng::with_seed(seed);
    for kind in &mut kinds {
        random.shuffle(kind);
    }
    let mut drawn: Vec<Drill> = Vec::new();
    let mut turn = 0;
    while drawn.len() < count && kinds.iter().any(|kind| !kind.is_empty()) {
        let next = kinds.get_mut(turn % 3).and_then(Vec::pop);
        turn += 1;
        if let Some(next) = next.filter(|next| drawn.iter().all(|d| d.question != next.question)) {
            drawn.push(next);
        }
    }
    drawn
}

/// "how many Kazakhstani recruits disallowed to enter … in 2016": what a figure counts, when and where.
fn figures(corpus: &Corpus) -> Vec<Drill> {
    let drill = |(at, row): (usize, &crate::model::Indicator)| {
        let name = corpus.string(row.name);
        let words = name.split(' ').count();
        if name.is_empty() || words > LONGEST || !row.is_dated() {
            return None;
        }
        let id = IndicatorId(at as u32);
        let ask = if corpus.string(row.unit).is_empty() { "how many" } else { "how much" };
        let question = format!("{ask} {name} {}", corpus.string(row.edtf));
        let others = series::restated(corpus, id).into_iter().map(|other| other.other);
        let answers = std::iter::once(id).chain(others);
        let answers = answers.filter_map(|id| Subject::Indicator(id).sentence(corpus)).collect();
        Some(Drill { question, answers })
    };
    corpus.indicators.iter().enumerate().filter_map(drill).collect()
}

/// "when the presidents of … concluded a historic border agreement".
fn events(corpus: &Corpus) -> Vec<Drill> {
    let drill = |(at, event): (usize, &crate::model::Event)| {
        let title = corpus.title(event);
        let words = title.split(' ').count();
        if title.is_empty() || !(3..=LONGEST).contains(&words) || !event.is_dated() {
            return None;
        }
        let id = EventId(at as u32);
        let others = corpus.candidates_of(id).iter().map(|candidate| candidate.other);
        let answers = std::iter::once(id).chain(others);
        let answers = answers.filter_map(|id| Subject::Event(id).sentence(corpus)).collect();
        Some(Drill { question: format!("when {title}"), answers })
    };
    corpus.events.iter().enumerate().filter_map(drill).collect()
}

/// "who is CSTO Secretary General".
fn persons(corpus: &Corpus, roster: &Roster) -> Vec<Drill> {
    let drill = |entry: &super::Entry| {
        let office = entry.offices.first()?;
        let words = office.words.of(corpus);
        let count = words.split(' ').count();
        // "President" alone is asked of too many.
        if !(2..=LONGEST).contains(&count) {
            return None;
        }
        let same = |other: &&super::Office| other.words.of(corpus) == words;
        let all = roster.entries().iter().flat_map(|entry| &entry.offices);
        let told = all.filter(same).map(|office| office.told);
        let answers = told.filter_map(|told| {
            let text = &corpus.document(told.document)?.text;
            let at = text.sentence_at(told.span.start)?;
            Some((told.document, *text.sentences.get(at)?))
        });
        Some(Drill { question: format!("who is {words}"), answers: answers.collect() })
    };
    let drills = roster.entries().iter().filter_map(drill);
    drills.filter(|drill| !drill.answers.is_empty()).collect()
}
