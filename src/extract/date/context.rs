//! What the clause around an expression tells of it: tense, the preposition before it, the link to the next one,
//! and whether a document tells a story of its own time. Never resolves a date.

use super::expression::{Base, Body, Expression, Lead, Link, Part, Tense, Year};
use super::reader::Reader;
use super::stamp::Stamp;
use super::word::{Key, Word};
use chrono::Datelike;

/// How many tokens before an expression are asked for their tense, and how many after it.
const BACK: usize = 20;
const AHEAD: usize = 10;

/// How near the present of an arranged happening must stand before a date.
const NEAR: usize = 8;

/// The tense of the nearest verb of the sentence, first before, then after the expression.
pub(super) fn tense(r: &Reader<'_>, start: usize, end: usize) -> Tense {
    for back in 1..=BACK.min(start) {
        match told(r, start - back) {
            Some(Tense::Unknown) => break,
            Some(tense) => return tense,
            None if back <= NEAR && arranged(r, start - back) => return Tense::Future,
            None => {}
        }
    }
    for at in end..end + AHEAD {
        match told(r, at) {
            Some(Tense::Unknown) => break,
            Some(tense) => return tense,
            None => {}
        }
    }
    Tense::Unknown
}

/// Whether a weekday is to come: a modal or a verb of the future stands before it in its sentence and no past form
/// nearer, or "will" comes next after it.
pub(super) fn ahead(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let will = |at: usize| matches!(r.letters(at), "will" | "shall" | "ll" | "would" | "Will");
    // "as soon as Monday"
    if r.key(start.wrapping_sub(1), Key::As)
        && r.any(start.wrapping_sub(2), &[Key::Soon, Key::Early])
    {
        return true;
    }
    for back in 1..=BACK.min(start) {
        match told(r, start - back) {
            Some(Tense::Future) => return true,
            Some(_) => return false,
            None if modal(r, start - back) || arranged(r, start - back) => return true,
            None => {}
        }
    }
    for at in end..end + 6 {
        match told(r, at) {
            _ if will(at) => return true,
            Some(_) => return false,
            None => {}
        }
    }
    false
}

/// Modals that put a weekday ahead; of a month or a year they may as well tell back: "could not be had in the summer".
fn modal(r: &Reader<'_>, at: usize) -> bool {
    r.word(at) == Word::Plain
        && matches!(r.letters(at), "would" | "could" | "might" | "can" | "must" | "cannot")
}

/// The present of verbs of what is arranged: "the fair ends on Saturday"; "failed to meet" tells by its own verb.
fn arranged(r: &Reader<'_>, at: usize) -> bool {
    if r.word(at) != Word::Plain {
        return false;
    }
    let present = matches!(
        r.letters(at),
        "ends"
            | "opens"
            | "closes"
            | "meets"
            | "meet"
            | "arrives"
            | "arrive"
            | "departs"
            | "depart"
            | "resumes"
            | "resume"
            | "begin"
            | "convenes"
            | "convene"
            | "returns"
            | "premieres"
    );
    present && !r.key(at.wrapping_sub(1), Key::To)
}

/// What a token says of tense; unknown at the end of a sentence.
fn told(r: &Reader<'_>, at: usize) -> Option<Tense> {
    match r.word(at) {
        Word::FutureTense if is_noun(r, at) => None,
        Word::FutureTense | Word::Key(Key::Until) => Some(Tense::Future),
        Word::PastTense if r.letters(at) == "set" && r.key(at + 1, Key::To) => Some(Tense::Future),
        // "will be named", "to be completed": the word before "be" tells.
        Word::PastForm | Word::PastTense if be_before(r, at).is_some() => {
            to_be(r, be_before(r, at)?)
        }
        // "will cut", "to put": a form that is the same in every tense.
        Word::PastTense if r.letters(at.wrapping_sub(1)) == "will" => Some(Tense::Future),
        Word::PastTense if r.key(at.wrapping_sub(1), Key::To) => None,
        Word::PastTense | Word::PastForm | Word::Key(Key::Ended) => Some(Tense::Past),
        Word::Mark(b'.') if !r.glued(at + 1) && r.capital(at + 1) => Some(Tense::Unknown),
        Word::Mark(0 | b'!' | b'?' | b';') => Some(Tense::Unknown),
        _ => None,
    }
}

/// "announced the plan", "due to its loss": no verb of the future.
fn is_noun(r: &Reader<'_>, at: usize) -> bool {
    let determined = |i: usize| {
        r.any(
            i,
            &[
                Key::The,
                Key::A,
                Key::An,
                Key::Its,
                Key::His,
                Key::Her,
                Key::Their,
                Key::This,
                Key::That,
                Key::Our,
            ],
        )
    };
    match r.letters(at) {
        "plan" | "plans" => determined(at.wrapping_sub(1)),
        "due" => r.key(at + 1, Key::To) && determined(at + 2),
        _ => false,
    }
}

/// The "be" before a participle, with or without an adverb between: "be held", "be officially opened".
fn be_before(r: &Reader<'_>, at: usize) -> Option<usize> {
    let near = at.checked_sub(1)?;
    let be = if r.letters(near).ends_with("ly") { near.checked_sub(1)? } else { near };
    (r.letters(be) == "be").then_some(be)
}

/// What "be" before a participle tells: "to be completed" is to come, "had to be completed" is past.
fn to_be(r: &Reader<'_>, be: usize) -> Option<Tense> {
    if !r.key(be.wrapping_sub(1), Key::To) {
        return None;
    }
    let past = be >= 2 && matches!(r.word(be - 2), Word::PastTense | Word::PastForm);
    Some(if past { Tense::Past } else { Tense::Future })
}

/// Whether the words around a date look back from where a story stands: a year in brackets, a date that names a
/// happening ("the August 1792 uprising"), the past perfect ("had fallen in 1943"), a likeness ("as in 1614").
pub(super) fn looks_back(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let bracketed = r.mark(start.wrapping_sub(1), b'(') && r.mark(end, b')') && end == start + 1;
    let names = r.key(start.wrapping_sub(1), Key::The)
        && matches!(r.word(end), Word::Plain | Word::PastForm)
        && !r.opens(end);
    let alike = r.key(start.wrapping_sub(1), Key::In) && r.key(start.wrapping_sub(2), Key::As);
    bracketed || names || alike || perfect(r, start)
}

/// Whether the nearest verb before is in the past perfect.
fn perfect(r: &Reader<'_>, start: usize) -> bool {
    for back in 1..=8.min(start) {
        let at = start - back;
        match r.word(at) {
            Word::Mark(mark) if mark != b'-' => return false,
            Word::PastForm | Word::PastTense => {
                return (at.saturating_sub(2)..=at).any(|i| r.letters(i) == "had");
            }
            _ => {}
        }
    }
    false
}

/// The preposition before an expression.
pub(super) fn lead(r: &Reader<'_>, start: usize) -> Lead {
    match r.before(start) {
        Word::Key(Key::Since) => Lead::Since,
        Word::Key(Key::Till | Key::Until) => Lead::Until,
        Word::Key(Key::By) => Lead::By,
        Word::Key(Key::From | Key::Between) => Lead::From,
        Word::Key(Key::On | Key::At) => Lead::Point,
        Word::Key(Key::In | Key::During) => Lead::In,
        _ => Lead::None,
    }
}

/// How the tokens after an expression tie it to the next; the caller checks that one follows.
pub(super) fn link(r: &Reader<'_>, start: usize, end: usize) -> Link {
    let led = matches!(r.before(start), Word::Key(Key::From | Key::Between));
    match r.word(end) {
        Word::Mark(b'-') | Word::Key(Key::To | Key::Through | Key::Till | Key::Until) => {
            Link::Range
        }
        Word::Mark(b'/') if r.glued(end) && r.glued(end + 1) => Link::Range,
        Word::Key(Key::And) if led && r.key(start.wrapping_sub(1), Key::Between) => Link::Range,
        Word::Key(Key::And | Key::Or) | Word::Mark(b',') => Link::And,
        _ => Link::None,
    }
}

/// Whether a document tells a story of its own time, so that a date without a year takes it from the story and not
/// from the day of publication: it names years before that of publication, and does so more often than it speaks
/// from its own day ("yesterday", "Friday", "last week"). A short one need only never speak from its own day or year.
/// One without a date must tell several dates in full: a speech names years too.
pub(super) fn narrates(expressions: &[Expression], published: Option<Stamp>) -> bool {
    let published = published.map(|now| now.day.year());
    let is_recent = |year: i32| published.is_some_and(|now| year >= now - 1);
    let (mut told, mut dated, mut spoken, mut recent) = (0usize, 0usize, 0usize, 0usize);
    for expression in expressions {
        match expression.body {
            Body::Point(Year::Given(year), ..) if is_recent(year) => recent += 1,
            Body::Point(Year::Given(_), Part::Month(_) | Part::Day(..) | Part::Season(_), _) => {
                told += 2;
                dated += 1;
            }
            Body::Point(Year::Given(_), ..) => told += 1,
            Body::Point(Year::Missing, Part::Weekday(_), _)
            | Body::Period { base: Base::Now, .. }
            | Body::Shift { base: Base::Now, .. }
            | Body::Point(Year::Step(_, Base::Now), ..) => spoken += 2,
            _ => {}
        }
    }
    if published.is_none() {
        let short = expressions.len() <= SHORT;
        return dated >= 3 && told > 4 * spoken || short && told > 0 && spoken == 0;
    }
    told >= 6 && told > 4 * spoken || dated > 0 && spoken == 0 && recent == 0
}

/// How many expressions of time a short document has at most.
const SHORT: usize = 10;

/// Whether the document's dates in figures put the day first; unknown where none of them tells.
pub(super) fn day_first(expressions: &[Expression]) -> Option<bool> {
    let told = expressions.iter().filter(|e| e.rule == "date.figures-day-first").count();
    let other = expressions.iter().filter(|e| e.rule == "date.figures-month-first").count();
    (told != other).then_some(told > other)
}

/// The first year a document names: where its story opens.
pub(super) fn opening(expressions: &[Expression]) -> Option<i32> {
    expressions.iter().find_map(|e| match e.body {
        Body::Point(Year::Given(year), ..) => Some(year),
        _ => None,
    })
}
