//! Sentences that meet a question only with what stands beside them: the sentence before or after in the paragraph, the
//! heading, the title, the date or the country of the document. Grades come in; sentences with the parts that are met
//! beside them go out.

use super::answer::Match;
use super::forms::Words;
use super::question::{Part, Role};
use super::rank::Marks;
use crate::extract::Via;
use crate::model::{Corpus, Day, DocId, Document};
use crate::query::Index;
use crate::query::bits::Bits;
use std::sync::Arc;

/// The parts of the question that are met beside sentences only, as indices of the question's parts, and these sentences.
pub(super) type Beside = (Vec<usize>, Bits);

/// The sentences that meet the question with what stands beside them and not without; each meets most of it itself. No
/// sentence is in two of the sets.
pub(super) fn find(corpus: &Corpus, words: Words<'_>, marks: &Marks<'_>) -> Vec<Beside> {
    let parts = || marks.question.parts.iter().enumerate();
    let required: Vec<usize> =
        parts().filter(|(_, part)| part.is_required()).map(|(at, _)| at).collect();
    if required.len() < 2 {
        return Vec::new();
    }
    // The sentences that meet a part beside them only.
    let beside = required.iter().filter_map(|&at| {
        let met = marks.met.get(at).copied().flatten()?;
        let mut beside = around(
            corpus,
            words,
            (marks.question.parts.get(at)?, met.grades.at_least(Match::Form)),
        );
        beside.subtract(met.grades.met());
        (!beside.is_empty()).then_some((at, beside))
    });
    let beside: Vec<(usize, Bits)> = beside.collect();
    let mut found: Vec<Beside> = Vec::new();
    for (n, (one, sentences)) in beside.iter().enumerate() {
        found.push((vec![*one], sentences.clone()));
        for (two, others) in beside.iter().skip(n + 1).filter(|_| required.len() > 3) {
            let mut both = sentences.clone();
            both.intersect(others);
            found.push((vec![*one, *two], both));
        }
    }
    for (missing, sentences) in &mut found {
        let told = tells(&marks.question.parts, missing);
        for at in required.iter().filter(|at| !missing.contains(at)) {
            let met = marks.met.get(*at).copied().flatten().filter(|_| told);
            sentences.intersect(met.map_or(&Bits::nothing(), |met| met.grades.met()));
        }
        if !told {
            *sentences = Bits::nothing();
        }
    }
    found.retain(|(_, sentences)| !sentences.is_empty());
    // What misses two words is worth showing only where nothing misses but one.
    let fewest = found.iter().map(|(missing, _)| missing.len()).min();
    found.retain(|(missing, _)| Some(missing.len()) == fewest);
    found
}

/// Whether a word that was asked for is in the sentence itself, where any was.
fn tells(parts: &[Part], missing: &[usize]) -> bool {
    let spoken = |part: &Part| matches!(part.role, Role::Word | Role::Verbatim);
    let any = parts.iter().any(spoken);
    !any || parts.iter().enumerate().any(|(at, part)| spoken(part) && !missing.contains(&at))
}

/// The sentences beside which a part is met well, which comes with the sentences that meet it so.
fn around(corpus: &Corpus, words: Words<'_>, (part, good): (&Part, &Bits)) -> Bits {
    let mut around = Bits::none(good.len());
    let any = !good.is_empty();
    if any {
        let paragraphs = &words.book.paragraphs;
        let mut behind = good.clone();
        behind.step_up();
        behind.subtract(paragraphs);
        let mut before = good.clone();
        before.subtract(paragraphs);
        before.step_down();
        around.unite(&behind);
        around.unite(&before);
    }
    let documents = corpus.documents.iter().enumerate();
    for (id, document) in documents.map(|(at, document)| (DocId(at as u32), document)) {
        let all = words.index.sentences(id);
        let whole = titled(words.index, (id, document), good);
        if whole || dated(part, document) || speaks_of(part, document) {
            all.for_each(|sentence| around.insert(sentence));
        } else if any {
            under_headings(words.index, (id, document), good, &mut around);
        }
    }
    around
}

/// Adds the sentences of the sections whose heading is among the good.
fn under_headings(
    index: &Index,
    (id, document): (DocId, &Arc<Document>),
    good: &Bits,
    around: &mut Bits,
) {
    let all = index.sentences(id);
    let place = |start: u32| document.text.sentences.partition_point(|s| s.start < start);
    for (at, section) in document.sections.iter().enumerate() {
        if is_good(index, id, place(section.heading.start), good) {
            let next = document.sections.get(at + 1);
            let end = next.map_or(all.len(), |next| place(next.span.start));
            for sentence in place(section.span.start)..end {
                around.insert(all.start + sentence);
            }
        }
    }
}

/// Whether the title of a document is among the good.
fn titled(index: &Index, (id, document): (DocId, &Arc<Document>), good: &Bits) -> bool {
    let place = |start: u32| document.text.sentences.partition_point(|s| s.start < start);
    document.front.title.is_some_and(|title| is_good(index, id, place(title.start), good))
}

fn is_good(index: &Index, id: DocId, sentence: usize, good: &Bits) -> bool {
    let number = index.sentence_number(id, sentence);
    number.is_some_and(|number| good.contains(number as usize))
}

/// The fewest mentions by which a document speaks of a country.
const MENTIONS: usize = 3;

/// Whether a part asks for the country that the document speaks of more than of any other: every third mention of a
/// country or more.
fn speaks_of(part: &Part, document: &Document) -> bool {
    let Role::Country(country) = &part.role else { return false };
    let named = document.countries.iter().filter(|mention| mention.via != Via::Group);
    let own = named.clone().filter(|mention| mention.country == *country).count();
    own >= MENTIONS && own * 3 >= named.count()
}

/// Whether a part asks for dates that the document was published in.
fn dated(part: &Part, document: &Document) -> bool {
    let (Role::Dates(range), Some(day)) = (&part.role, &document.published) else {
        return false;
    };
    range.overlaps(Day::earliest(day.earliest), Day::latest(day.latest))
}
