//! Sentences that meet a question only with what stands beside them: the sentence before or after in the paragraph, the
//! heading, the title, the date or the country of the document. Marks come in; sentences with the parts that are met
//! beside them go out.

use super::answer::Match;
use super::question::{Question, Role};
use super::rank::Marks;
use crate::extract::Via;
use crate::model::{Corpus, Day, DocId, Document};
use crate::query::Index;

/// A sentence and the parts of the question that are met beside it only, as indices of the question's parts.
pub(super) type Beside = (u32, Vec<usize>);

/// The fewest mentions by which a document speaks of a country.
const MENTIONS: usize = 3;

/// What is looked at around a sentence.
struct Around<'a> {
    index: &'a Index,
    marks: &'a Marks<'a>,
}

/// The sentences that meet the question with what stands beside them and not without; each meets most of it itself, and
/// none misses more than the best do.
pub(super) fn find(corpus: &Corpus, index: &Index, marks: &Marks<'_>) -> Vec<Beside> {
    let around = Around { index, marks };
    let question = marks.question;
    let required: Vec<usize> = (0..question.parts.len())
        .filter(|&at| question.parts.get(at).is_some_and(super::question::Part::is_required))
        .collect();
    let most = if required.len() > 3 { 2 } else { 1 };
    if required.len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut number = 0;
    for (id, document) in corpus.documents.iter().enumerate() {
        for sentence in 0..document.text.sentences.len() {
            let missing = around.missing(&required, number);
            if !missing.is_empty() && missing.len() <= most && Around::tells(question, &missing) {
                let id = DocId(id as u32);
                if missing.iter().all(|&part| around.met(part, (id, document), sentence)) {
                    found.push((number, missing));
                }
            }
            number += 1;
        }
    }
    // What misses two words is worth showing only where nothing misses but one.
    let fewest = found.iter().map(|(_, missing)| missing.len()).min();
    found.retain(|(_, missing)| Some(missing.len()) == fewest);
    found
}

impl Around<'_> {
    fn mark(&self, part: usize, sentence: u32) -> u8 {
        let met = self.marks.met.get(part).copied().flatten();
        met.and_then(|met| met.marks.get(sentence as usize)).copied().unwrap_or_default()
    }

    fn missing(&self, required: &[usize], sentence: u32) -> Vec<usize> {
        required.iter().copied().filter(|&part| self.mark(part, sentence) == 0).collect()
    }

    /// Whether a word that was asked for is in the sentence itself, where any was.
    fn tells(question: &Question, missing: &[usize]) -> bool {
        let mut words = question.parts.iter().enumerate();
        let spoken = |role: &Role| matches!(role, Role::Word | Role::Verbatim);
        let any = question.parts.iter().any(|part| spoken(&part.role));
        !any || words.any(|(at, part)| spoken(&part.role) && !missing.contains(&at))
    }

    /// Whether a part is met beside a sentence.
    fn met(&self, part: usize, (id, document): (DocId, &Document), sentence: usize) -> bool {
        let good = |at: usize| {
            let number = self.index.sentence_number(id, at);
            number.is_some_and(|number| self.mark(part, number) >= Match::Form as u8)
        };
        let section = |at: usize| {
            document.text.sentences.get(at).and_then(|span| document.section_at(span.start))
        };
        let paragraph = |at: usize| {
            document.text.sentences.get(at).and_then(|span| document.text.block_at(span.start))
        };
        let here = section(sentence);
        let neighbour = |at: usize| paragraph(at) == paragraph(sentence) && good(at);
        let heading = |at: Option<usize>| {
            let section = at.and_then(|at| document.sections.get(at));
            let first = section.map(|section| {
                document.text.sentences.partition_point(|s| s.start < section.heading.start)
            });
            first.is_some_and(good)
        };
        let titled = || {
            document.front.title.is_some_and(|title| {
                good(document.text.sentences.partition_point(|s| s.start < title.start))
            })
        };
        sentence.checked_sub(1).is_some_and(neighbour)
            || neighbour(sentence + 1)
            || heading(here)
            || titled()
            || self.dated(part, document)
            || self.speaks_of(part, document)
    }

    /// Whether a part asks for the country that the document speaks of more than of any other: every third mention of a
    /// country or more.
    fn speaks_of(&self, part: usize, document: &Document) -> bool {
        let role = self.marks.question.parts.get(part).map(|part| &part.role);
        let Some(Role::Country(country)) = role else { return false };
        let named = document.countries.iter().filter(|mention| mention.via != Via::Group);
        let own = named.clone().filter(|mention| mention.country == *country).count();
        own >= MENTIONS && own * 3 >= named.count()
    }

    /// Whether a part asks for dates that the document was published in.
    fn dated(&self, part: usize, document: &Document) -> bool {
        let role = self.marks.question.parts.get(part).map(|part| &part.role);
        let (Some(Role::Dates(range)), Some(day)) = (role, &document.published) else {
            return false;
        };
        range.overlaps(Day::earliest(day.earliest), Day::latest(day.latest))
    }
}
