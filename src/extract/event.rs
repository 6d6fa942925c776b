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
//! The files use each other one way; each uses only those before it: `class`, `form` (small words, verb forms),
//! `lexicon`, `word`, `predicate`, `clause`, `guard`, `sentence`, `found` and `document` (plain values), `phrase`, `weigh`,
//! `trigger`, `mode`, `cut`, `subject`, `title`, `parties`, `publication`, and this one.
//!
//! Never resolves a date, never looks at the clock, and never makes a row of a sentence without a date.

mod class;
mod clause;
mod cut;
mod document;
mod form;
mod found;
mod guard;
mod lexicon;
mod mode;
mod parties;
mod phrase;
mod predicate;
mod publication;
mod sentence;
mod subject;
mod title;
mod trigger;
mod weigh;
mod word;

use super::{CountryMention, DateMention, DateValue, EventFinding, Trace};
use crate::text::Text;
use document::Document;
use sentence::Sentence;
use std::ops::Range;

/// Finds the events of a document, rising by sentence and date.
///
/// `published` is the document's own date: what is dated after it is told as planned.
pub fn find(
    text: &Text,
    dates: &[DateMention],
    countries: &[CountryMention],
    published: Option<&DateValue>,
    _trace: &mut Trace,
) -> Vec<EventFinding> {
    let published = published.and_then(|p| p.latest);
    let document = Document { text, dates, countries, published };
    let mut events = Vec::new();
    let mut at = 0;
    while let Some(date) = dates.get(at) {
        let index = text.sentence_at(date.span.start);
        let end = index
            .and_then(|i| text.sentences.get(i))
            .map_or(date.span.end, |s| s.end.max(date.span.end));
        let next = at + dates.get(at..).unwrap_or_default().partition_point(|d| d.span.start < end);
        if let Some(index) = index {
            tell(&document, index, at..next.max(at + 1), &mut events);
        }
        at = next.max(at + 1);
    }
    publication::add(&document, &mut events);
    events
}

/// The events of one sentence, whose dates are `dates`.
fn tell(
    document: &Document<'_>,
    index: usize,
    dates: Range<usize>,
    events: &mut Vec<EventFinding>,
) {
    let Some(&span) = document.text.sentences.get(index) else { return };
    let kind = document.block(span).map(|b| b.kind);
    if !kind.is_some_and(guard::tells) || guard::names_a_source(document.text.words(span)) {
        return;
    }
    let sentence = Sentence::read(document.text, span, document.dates, dates.clone());
    let first = events.len();
    for date in dates {
        let Some(mention) = document.dates.get(date) else { continue };
        if !guard::usable(mention) || guard::ends_a_range(document.dates, date) {
            continue;
        }
        let Some(found) = trigger::of(&sentence, date, mention) else { continue };
        let Some(title) = title::of(&sentence, &found) else { continue };
        events.push(EventFinding {
            sentence: index,
            date,
            countries: parties::of(document, &sentence, &found, &title),
            kind: found.word.kind,
            mode: mode::of(&sentence, &found, mention, document.published),
            title,
            rule: found.word.rule,
        });
    }
    guard::drop_repeats(document.dates, events, first);
}
