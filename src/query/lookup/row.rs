//! Makes a row of a ranked sentence: which of its events and figures answers best, what is lit. Never ranks.

use super::answer::{Row, Subject};
use super::forms::Words;
use super::question::{Part, Role};
use super::rank::{Marks, Ranked};
use super::tables::Want;
use crate::extract::country::Country;
use crate::model::{Corpus, Day, DocId, Document, EventId, IndicatorId};
use crate::query::fold::Folded;
use crate::query::words::words as split;
use crate::query::{DateRange, Index};
use crate::text::Span;

/// What rows are made of.
pub(super) struct Maker<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) words: Words<'a>,
    pub(super) marks: &'a Marks<'a>,
}

impl Maker<'_> {
    /// The row of a sentence.
    pub(super) fn row(&self, ranked: Ranked, near: Vec<usize>, missing: Vec<usize>) -> Option<Row> {
        let number = ranked.sentence.0;
        let (id, at) = self.words.index.sentence(number)?;
        let document = self.corpus.document(id)?;
        let sentence = *document.text.sentences.get(at)?;
        let lit = self.lit(document, sentence, number);
        let subject = self.subject(number, (id, document, sentence), &lit);
        let (matched, score) = (ranked.matched(), ranked.score());
        Some(Row {
            subject,
            matched,
            score,
            place: Some((id, sentence)),
            lit,
            near,
            counts: None,
            missing,
        })
    }

    /// What of a sentence answers best.
    fn subject(
        &self,
        number: u32,
        (id, document, sentence): (DocId, &Document, Span),
        lit: &[Span],
    ) -> Subject {
        let event = self.event(number, lit);
        let figure = self.figure(number, lit);
        let asked = |want| self.marks.question.want == Some(want);
        let heading = self.words.book.headings.contains(number as usize);
        match (event, figure) {
            (_, Some((_, figure))) if asked(Want::Figure) => Subject::Indicator(figure),
            (Some((_, event)), _) if asked(Want::Date) => Subject::Event(event),
            (Some((told, event)), Some((said, _))) if told >= said => Subject::Event(event),
            (_, Some((_, figure))) => Subject::Indicator(figure),
            (Some((_, event)), None) => Subject::Event(event),
            (None, None) if document.front.title.is_some_and(|title| title.covers(sentence)) => {
                Subject::Document(id)
            }
            (None, None) if heading => Subject::Heading,
            (None, None) => Subject::Sentence,
        }
    }

    /// The event of a sentence that meets most, and how much it meets.
    fn event(&self, number: u32, lit: &[Span]) -> Option<(usize, EventId)> {
        let told = self.words.index.events_in(number).filter_map(|id| {
            let event = self.corpus.event(id)?;
            let dated =
                |range: &DateRange| event.is_dated() && inside(range, event.earliest, event.latest);
            let of = |country| self.corpus.countries(event).iter().any(|(c, _)| *c == country);
            let title = self.corpus.title_spans(event);
            let said =
                lit.iter().filter(|lit| title.iter().any(|span| span.overlaps(**lit))).count();
            Some((self.meets(dated, of) * 8 + said, id))
        });
        told.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// The figure of a sentence that meets most, and how much it meets.
    fn figure(&self, number: u32, lit: &[Span]) -> Option<(usize, IndicatorId)> {
        let told = self.words.index.indicators_in(number).filter_map(|id| {
            let row = self.corpus.indicators.get(id.index())?;
            let dated =
                |range: &DateRange| row.is_dated() && inside(range, row.earliest, row.latest);
            let of = |country| row.country.is_some_and(|(c, _)| c == country);
            let said = lit.iter().filter(|lit| row.clause.overlaps(**lit)).count();
            Some((self.meets(dated, of) * 8 + said, id))
        });
        told.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// How many of the dates and countries that are asked for are those of an item.
    fn meets(&self, dated: impl Fn(&DateRange) -> bool, of: impl Fn(Country) -> bool) -> usize {
        let met = |part: &&Part| match &part.role {
            Role::Dates(range) => dated(range),
            Role::Country(country) => of(*country),
            _ => false,
        };
        self.marks.question.parts.iter().filter(met).count()
    }

    /// What made a sentence match.
    fn lit(&self, document: &Document, sentence: Span, number: u32) -> Vec<Span> {
        let mut lit = Vec::new();
        let folded = Folded::new(document.text.words(sentence));
        let words = split(&folded);
        for (part, met) in self.marks.question.parts.iter().zip(&self.marks.met) {
            let Some(met) = met.filter(|_| !matches!(part.role, Role::Without | Role::Out)) else {
                continue;
            };
            for (first, length) in met.places(self.words.index, number) {
                let ends = (words.get(first), words.get(first + length - 1));
                if let (Some(first), Some(last)) = ends {
                    let range = folded.original(&(first.start..last.start + last.word.text.len()));
                    let start = sentence.start as usize;
                    lit.push(Span::new(start + range.start, start + range.end));
                }
            }
            match &part.role {
                Role::Country(country) => lit.extend(named(document, sentence, *country)),
                Role::Dates(range) => lit.extend(dated(document, sentence, range)),
                _ => {}
            }
        }
        lit.sort_unstable();
        lit.dedup();
        lit
    }
}

impl Index {
    /// What a sentence tells first: an event, else a figure, else nothing but itself. An offset of its document's reading
    /// text comes in.
    pub fn item_at(&self, corpus: &Corpus, document: DocId, at: u32) -> Subject {
        let sentence = corpus.document(document).and_then(|d| d.text.sentence_at(at));
        let number = sentence.and_then(|sentence| self.sentence_number(document, sentence));
        let event = number.and_then(|number| self.events_in(number).next()).map(Subject::Event);
        let figure = || number.and_then(|number| self.indicators_in(number).next());
        event.or_else(|| figure().map(Subject::Indicator)).unwrap_or(Subject::Sentence)
    }
}

/// Whether an item's days lie within a range.
fn inside(range: &DateRange, earliest: Day, latest: Day) -> bool {
    range.earliest <= earliest && latest <= range.latest
}

/// Where a sentence names a country.
fn named(document: &Document, sentence: Span, country: Country) -> impl Iterator<Item = Span> {
    let first = document.countries.partition_point(|m| m.span.start < sentence.start);
    let rest = document.countries.iter().skip(first);
    let inside = rest.take_while(move |m| m.span.start < sentence.end);
    inside.filter(move |m| m.country == country).map(|m| m.span)
}

/// Where a sentence has dates of a range.
fn dated(document: &Document, sentence: Span, range: &DateRange) -> impl Iterator<Item = Span> {
    let first = document.dates.partition_point(|m| m.span.start < sentence.start);
    let rest = document.dates.iter().skip(first);
    let inside = rest.take_while(move |m| m.span.start < sentence.end);
    inside.filter(|m| range.holds(m)).map(|m| m.span)
}
