//! Rows for what goes by a name: countries and documents. A question comes in; rows are added to an answer.

use super::answer::{Answer, Match, Row, Subject};
use super::book::Book;
use super::people::{People, named};
use super::question::{Part, Role};
use super::rank::score_of;
use super::row::Maker;
use super::tables::Want;
use crate::extract::country::{self, Country};
use crate::model::{Corpus, DocId, Event};
use crate::text::Span;

/// The most countries, and the most documents, that are told.
const MOST: usize = 3;
/// The shortest beginning of a country's name, in bytes.
const SHORTEST: usize = 3;

/// Adds the countries and documents that the question names, and puts all rows in order.
pub(super) fn add(maker: &Maker<'_>, people: Option<&People>, answer: &mut Answer, limit: usize) {
    let parts: Vec<&Part> = maker.marks.question.required().collect();
    let mut rows = countries(maker.corpus, maker.words.book, &parts);
    rows.extend(documents(maker, &parts));
    let asked = maker.marks.question.want == Some(Want::Person);
    rows.extend(people.map(|people| people.rows(maker.corpus, &parts, asked)).unwrap_or_default());
    if rows.is_empty() {
        return;
    }
    answer.rows.extend(rows);
    answer.rows.sort_by_key(|row| std::cmp::Reverse(row.score));
    // A name comes with its sentence: the same sentence is not shown again behind it.
    let mut seen: Vec<Row> = Vec::new();
    answer.rows.retain(|row| {
        let named = |other: &Row| {
            let entry = matches!(other.subject, Subject::Entry(..));
            entry && other.place == row.place && !matches!(row.subject, Subject::Entry(..))
        };
        let twice = |other: &Row| {
            matches!(row.subject, Subject::Document(_)) && other.subject == row.subject
        };
        let again = seen.iter().any(|other| named(other) || twice(other));
        if !again {
            seen.push(row.clone());
        }
        !again
    });
    answer.rows.truncate(limit);
}

/// The one country that is asked for, or those whose name begins so.
fn countries(corpus: &Corpus, book: &Book, parts: &[&Part]) -> Vec<Row> {
    let [part] = parts else { return Vec::new() };
    let (countries, matched) = match &part.role {
        Role::Country(country) => (vec![*country], Match::Exact),
        Role::Word if part.open && part.text.len() >= SHORTEST => {
            (country::lookup(&part.text), Match::Prefix)
        }
        _ => return Vec::new(),
    };
    let known = |country: &Country| book.countries.contains(country);
    let rows = countries.into_iter().filter(known).take(MOST).map(|country| Row {
        subject: Subject::Country(country),
        matched,
        score: score_of(matched, &[matched], false),
        place: None,
        lit: Vec::new(),
        near: Vec::new(),
        counts: Some(concerning(corpus, country)),
        missing: Vec::new(),
    });
    rows.collect()
}

/// How many events and figures concern a country.
fn concerning(corpus: &Corpus, country: Country) -> (usize, usize) {
    let of = |event: &&Event| corpus.countries(event).iter().any(|(c, _)| *c == country);
    let events = corpus.events.iter().filter(of).count();
    let figures =
        corpus.indicators.iter().filter(|row| row.country.is_some_and(|c| c.0 == country));
    (events, figures.count())
}

/// The documents whose title, file or publisher has all the words.
fn documents(maker: &Maker<'_>, parts: &[&Part]) -> Vec<Row> {
    let spoken = |part: &&Part| matches!(part.role, Role::Word | Role::Verbatim);
    if parts.is_empty() || !parts.iter().all(spoken) {
        return Vec::new();
    }
    let documents = maker.corpus.documents.iter().zip(&maker.words.book.documents).enumerate();
    let rows = documents.filter_map(|(at, (document, names))| {
        let matched = names.iter().filter_map(|name| named(name, parts)).max()?;
        let span = document.front.title.unwrap_or_default();
        Some(Row {
            subject: Subject::Document(DocId(at as u32)),
            matched,
            score: score_of(matched, &vec![matched; parts.len()], false),
            place: Some((DocId(at as u32), Span { end: span.end.max(span.start), ..span })),
            lit: Vec::new(),
            near: Vec::new(),
            counts: None,
            missing: Vec::new(),
        })
    });
    let mut rows: Vec<Row> = rows.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.matched));
    rows.truncate(MOST);
    rows
}
