//! Finds dated happenings: text, dates and countries come in; one row for each happening goes out, with its date,
//! countries, type, mode and a short title made of the document's own words.
//!
//! How: a sentence that holds a usable date is cut into clauses ([`clause`]); the predicate or event noun that the
//! date hangs on is the trigger ([`trigger`]), which gives the type; the words around the predicate give the mode
//! ([`mode`]) and the title ([`title`]). A date that only names or measures something makes no event ([`guard`]).
//!
//! Countries are those named in the clause and the title, else in the sentence. Where the sentence names none, the
//! nearest of the three sentences before it in the same paragraph that names any lends its country if it names
//! exactly one; nothing further away is ever borrowed. A document's line "Published on: …" makes one event of type publication, titled by the
//! document's title; other lines about the document, headings and furniture make none.
//!
//! Never resolves a date, never looks at the clock, and never makes a row of a sentence without a date.

mod clause;
mod found;
mod guard;
mod lexicon;
mod mode;
mod parties;
mod phrase;
mod publication;
mod sentence;
mod title;
mod trigger;
mod weigh;
mod word;

use super::{CountryMention, DateMention, EventFinding};
use crate::text::{Block, Span, Text};
use chrono::NaiveDate;
use sentence::Sentence;

/// Finds the events of a document, rising by sentence and date.
///
/// `published` is the document's own date: what is dated after it is told as planned.
pub fn find(
    text: &Text,
    dates: &[DateMention],
    countries: &[CountryMention],
    published: Option<NaiveDate>,
) -> Vec<EventFinding> {
    let reader = Reader { text, dates, countries, published };
    let mut events = Vec::new();
    let mut at = 0;
    while let Some(date) = dates.get(at) {
        let index = text.sentence_at(date.span.start);
        let end = index
            .and_then(|i| text.sentences.get(i))
            .map_or(date.span.end, |s| s.end.max(date.span.end));
        let next = at + dates.get(at..).unwrap_or_default().partition_point(|d| d.span.start < end);
        if let Some(index) = index {
            reader.sentence(index, at..next.max(at + 1), &mut events);
        }
        at = next.max(at + 1);
    }
    publication::add(&reader, &mut events);
    events
}

/// What all steps read.
struct Reader<'a> {
    text: &'a Text,
    dates: &'a [DateMention],
    countries: &'a [CountryMention],
    published: Option<NaiveDate>,
}

impl Reader<'_> {
    /// The events of one sentence, whose dates are `dates`.
    fn sentence(
        &self,
        index: usize,
        dates: std::ops::Range<usize>,
        events: &mut Vec<EventFinding>,
    ) {
        let Some(&span) = self.text.sentences.get(index) else { return };
        let kind = self.block(span).map(|b| b.kind);
        if !kind.is_some_and(guard::tells) || guard::names_a_source(self.text.words(span)) {
            return;
        }
        let sentence = Sentence::read(self.text, span, self.dates, dates.clone());
        let first = events.len();
        for date in dates {
            let Some(mention) = self.dates.get(date) else { continue };
            if !guard::usable(mention) || guard::ends_a_range(self.dates, date) {
                continue;
            }
            let Some(found) = trigger::of(&sentence, date, mention) else { continue };
            let Some(title) = title::of(&sentence, &found) else { continue };
            events.push(EventFinding {
                sentence: index,
                date,
                countries: parties::of(self, &sentence, &found, &title),
                kind: found.word.kind,
                mode: mode::of(&sentence, &found, mention, self.published),
                title,
                rule: found.word.rule,
            });
        }
        guard::drop_repeats(self.dates, events, first);
    }

    fn block(&self, span: Span) -> Option<&Block> {
        self.text.blocks.get(self.text.block_at(span.start)?)
    }

    /// The document's title, where it has one.
    fn title(&self) -> Option<Span> {
        super::front::title(self.text)
    }
}
