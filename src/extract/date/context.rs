//! What the words around an expression tell of it: the preposition before it, the link to the next one,
//! and whether a document tells a story of its own time. Never resolves a date.

use super::expression::{Base, Body, Edge, Expression, Lead, Link, Part, Tense, Year};
use super::list;
use super::reader::Reader;
use super::stamp::Stamp;
use super::tense;
use super::word::{DETERMINERS, Key, Unit, Word};
use chrono::Datelike;

/// Whether the words around a date look back from where a story stands: a year in brackets, a date that names a
/// happening ("the August 1792 uprising"), the past perfect ("had fallen in 1943"), a likeness ("as in 1614").
pub(super) fn looks_back(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let bracketed = r.mark(start.wrapping_sub(1), b'(') && r.mark(end, b')') && end == start + 1;
    let names = r.key(start.wrapping_sub(1), Key::The)
        && matches!(r.word(end), Word::Plain | Word::PastForm)
        && !r.opens(end);
    let alike = r.key(start.wrapping_sub(1), Key::In) && r.key(start.wrapping_sub(2), Key::As);
    bracketed || names || alike || perfect(r, start) || since_then(r, start) || compared(r, start)
}

/// "less than in June 2019", "compared to May 2019", "up from 17 in June 2019": whether something else is held against what
/// was then.
fn compared(r: &Reader<'_>, start: usize) -> bool {
    for back in 1..=LIKENESS.min(start) {
        let at = start - back;
        match r.word(at) {
            Word::Mark(mark) if mark != b'-' => return false,
            Word::Key(Key::From) => {
                return matches!(r.letters(at.wrapping_sub(1)), "up" | "down");
            }
            _ if r.listed(at, list::COMPARING) => return true,
            _ => {}
        }
    }
    false
}

/// How many words before a date a comparison with it may begin.
const LIKENESS: usize = 6;

/// "Since the war began in 1943": whether a clause that "since" opens tells of the date.
fn since_then(r: &Reader<'_>, start: usize) -> bool {
    let mut told = false;
    for back in 1..=CLAUSE.min(start) {
        match r.word(start - back) {
            Word::Key(Key::Since) => return told,
            Word::PastForm | Word::PastTense => told = true,
            Word::Mark(mark) if mark != b'-' => return false,
            _ => {}
        }
    }
    false
}

/// How many words a clause may have before the date that it tells.
const CLAUSE: usize = 9;

/// Whether the nearest verb before is in the past perfect.
pub(super) fn perfect(r: &Reader<'_>, start: usize) -> bool {
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

/// Whether a clause of the present tells what comes again each time: "it usually closes in July", "is held each year in
/// May"; "the normally quiet town" does not.
pub(super) fn recurs(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let parts = |at: usize| match r.word(at) {
        Word::Mark(mark) => mark != b'-',
        word => matches!(word, Word::PastTense | Word::PastForm),
    };
    let before = (1..=HABIT.min(start)).map(|back| start - back).take_while(|at| !parts(*at));
    let after = (end..end + HABIT).take_while(|at| !parts(*at));
    before.chain(after).any(|at| {
        let yearly = r.any(at, &[Key::Each, Key::Every])
            && matches!(r.word(at + 1), Word::Unit { unit: Unit::Year, plural: false });
        yearly || r.listed(at, list::HABITUAL) && !r.any(at.wrapping_sub(1), &DETERMINERS)
    })
}

/// How many words around a date are asked whether it recurs.
const HABIT: usize = 8;

/// Whether an expression stands in brackets that open a few words before it.
pub(super) fn inset(r: &Reader<'_>, start: usize) -> bool {
    let marks = (1..=INSET.min(start)).map(|back| r.word(start - back));
    let mut brackets = marks.filter(|word| matches!(word, Word::Mark(b'(' | b')')));
    brackets.next() == Some(Word::Mark(b'('))
}

/// How many words before an expression its bracket may open.
const INSET: usize = 8;

/// Which part of what it names an expression means: "late 1853", "the end of May".
pub(super) fn edge(r: &Reader<'_>, start: usize) -> Edge {
    match r.word(r.skip(start, Key::The)) {
        Word::Key(Key::Early | Key::Beginning | Key::Start | Key::Outset) => Edge::Early,
        Word::Key(Key::Mid | Key::Middle) => Edge::Mid,
        Word::Key(Key::Late | Key::End | Key::Close) => Edge::Late,
        Word::Unit { .. } if r.key(start + 1, Key::End) || r.key(start + 3, Key::End) => Edge::Late,
        _ => Edge::None,
    }
}

/// Whether a weekday is that of what somebody said: "the ministry said on Tuesday", "figures released Monday showed".
pub(super) fn said(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let on = if r.key(start.wrapping_sub(1), Key::On) { start.wrapping_sub(1) } else { start };
    r.listed(on.wrapping_sub(1), list::SAYING) || r.listed(end, list::SAYING) && !r.mark(end, b',')
}

/// The preposition before an expression.
pub(super) fn lead(r: &Reader<'_>, start: usize) -> Lead {
    match r.before(start) {
        Word::Key(Key::Since) => Lead::Since,
        // "did not open until 2015": it opened then.
        Word::Key(Key::Till | Key::Until) if tense::denied(r, start) => Lead::None,
        Word::Key(Key::Till | Key::Until) => Lead::Until,
        // "just before 3 May", "the week before 3 May": how long before is told.
        Word::Key(Key::Before) if is_far(r, start.wrapping_sub(2)) => Lead::Before,
        Word::Key(Key::To)
            if r.key(start.wrapping_sub(2), Key::Prior) && is_far(r, start.wrapping_sub(3)) =>
        {
            Lead::Before
        }
        Word::Key(Key::By) => Lead::By,
        Word::Key(Key::From | Key::Between) => Lead::From,
        Word::Key(Key::On | Key::At) => Lead::Point,
        Word::Key(Key::In | Key::During) => Lead::In,
        _ => Lead::None,
    }
}

/// Whether a word before "before" leaves open how long before.
fn is_far(r: &Reader<'_>, at: usize) -> bool {
    !r.any(at, &[Key::Just, Key::Right, Key::Soon])
        && !matches!(r.word(at), Word::Unit { .. } | Word::Weekday { .. } | Word::Daypart(..))
        && !r.letters(at).ends_with("ly")
}

/// Whether a few words before an expression say that it is over: "since July", "since a failed July coup".
pub(super) fn since(r: &Reader<'_>, start: usize) -> bool {
    for back in 1..=SINCE.min(start) {
        match r.word(start - back) {
            Word::Key(Key::Since) => return true,
            Word::Plain | Word::PastForm | Word::Key(Key::A | Key::An | Key::The | Key::Last) => {}
            _ => return false,
        }
    }
    false
}

/// How many words may stand between "since" and a date.
const SINCE: usize = 4;

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
    let mut modern = false;
    for expression in expressions {
        if let Body::Point(Year::Given(year), ..) = expression.body {
            modern |= year >= ANTIQUITY;
        }
        match expression.body {
            Body::Point(Year::Given(year), ..) if is_recent(year) => recent += 1,
            Body::Point(Year::Given(_), Part::Month(_) | Part::Day(..) | Part::Season(_), _) => {
                told += 2;
                dated += 1;
            }
            // A goal is no story: "by 2034", where nothing tells from when.
            Body::Point(Year::Given(_), Part::Whole, _)
                if published.is_none() && is_goal(expression) => {}
            Body::Point(Year::Given(_), ..) => told += 1,
            // "by year's end", "the end of the decade" are those of the story as often as those of the day of speaking.
            _ if matches!(expression.rule, "date.the-unit" | "date.unit-end") => {}
            Body::Point(Year::Missing, Part::Weekday(_) | Part::WeekdayIn(..), _)
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
    let past = spoken == 0 && recent == 0;
    told >= 6 && told > 4 * spoken || past && (dated > 0 || told > 0 && !modern)
}

/// A document whose years all lie before this one, with their era, tells a history.
const ANTIQUITY: i32 = 1000;

/// How many expressions of time a short document has at most.
const SHORT: usize = 10;

/// Whether the document's dates in figures put the day first; unknown where none of them tells.
pub(super) fn day_first(expressions: &[Expression]) -> Option<bool> {
    let told = expressions.iter().filter(|e| e.rule == "date.figures-day-first").count();
    let other = expressions.iter().filter(|e| e.rule == "date.figures-month-first").count();
    (told != other).then_some(told > other)
}

/// Whether a year is told as one to come: "by 2034", "it will end in 2034".
pub(super) fn is_goal(expression: &Expression) -> bool {
    let ahead = expression.tense == Tense::Future && expression.lead != Lead::Until;
    ahead || expression.lead == Lead::By
}

/// The first year a document names, where its story opens, and which expression names it.
pub(super) fn opening(expressions: &[Expression]) -> Option<(usize, i32)> {
    expressions.iter().enumerate().find_map(|(at, e)| Some((at, given(e)?)))
}

/// Whether an expression is told as what lies before or behind the story: "since the war began in 2020", "by 2030".
pub(super) fn looks_aside(expression: &Expression) -> bool {
    let bounds = matches!(expression.lead, Lead::Since | Lead::Until | Lead::By);
    bounds || expression.back || expression.inset
}

/// The last of the years a document names with all their digits, near the ones its short years mean.
pub(super) fn last_named(expressions: &[Expression]) -> Option<i32> {
    expressions.iter().filter_map(given).filter(|year| *year >= ANTIQUITY).max()
}

/// The year that an expression names.
fn given(expression: &Expression) -> Option<i32> {
    match expression.body {
        Body::Point(Year::Given(year), ..) => Some(year),
        _ => None,
    }
}
