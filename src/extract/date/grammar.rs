//! The grammar: in come the tokens of a block, out come typed expressions with the hints of their clause.
//! Reads from left to right, takes the longest expression that begins at a token, and never looks back into one.

use super::clock;
use super::context;
use super::dayparts;
use super::eras;
use super::expression::{Body, Clock, Expression, Found, Lead, Opens, Part, Pick, Tense, Year};
use super::fiscal;
use super::guards;
use super::holiday;
use super::length;
use super::monthly;
use super::named;
use super::numeric;
use super::opening::may_open;
use super::reader::Reader;
use super::reference::reference;
use super::relative;
use super::series;
use super::sets;
use super::span;
use super::tense;
use super::units;
use super::word::{Key, STAGES, Unit, Word};
use super::years;
use crate::extract::Trace;

type GrammarRule = fn(&Reader<'_>, usize) -> Option<Found>;

/// The rules that may begin with a word, in the order they are tried; the longest finding wins, the first among
/// equals.
fn rules(word: Word) -> &'static [GrammarRule] {
    match word {
        Word::Digits(..) => &[
            numeric::date,
            named::day_month,
            span::decade,
            span::century,
            fiscal::quarter,
            span::week,
            relative::shift,
            clock::time,
            length::length,
            years::bare_year,
            years::year_part,
            holiday::named,
            eras::waiting,
        ],
        Word::Month { .. } => {
            &[named::month_day, named::month_year, holiday::named, monthly::month_quarter]
        }
        Word::Weekday { .. } => {
            &[named::weekday_date, sets::set, named::free_weekday, monthly::weekday_of_week]
        }
        Word::Season { .. } => &[span::season],
        Word::Mark(_) => &[span::decade, years::short_year],
        Word::Tens(_) => &[span::decade],
        Word::Day(..) => &[relative::day],
        Word::Frequency(_) => &[sets::set],
        Word::Reference(_) => &[reference],
        Word::Daypart(..) => &[dayparts::bare_part],
        Word::Holiday | Word::Key(Key::D | Key::St) => &[holiday::named],
        Word::Key(Key::Ad) => &[years::bare_year],
        Word::Lasting { .. } => &[length::lasting],
        Word::Twilight(_) => &[dayparts::twilight],
        Word::Zone(_) => &[],
        _ => &WORDY,
    }
}

/// The rules that begin with a number in words, a unit or one of the grammar's own words.
const WORDY: [GrammarRule; 24] = [
    named::day_month,
    span::decade,
    span::century,
    span::decade_of_century,
    fiscal::quarter,
    fiscal::fiscal,
    span::week,
    span::numbered_day,
    monthly::nth_day,
    span::unit_of,
    relative::day,
    relative::picked,
    relative::year_ago,
    relative::same_period,
    relative::beside,
    relative::shift,
    clock::time,
    length::framed,
    length::period,
    sets::set,
    length::length,
    years::bare_year,
    reference_or_end,
    dayparts::bare_part,
];

/// A reference, or the end of a unit.
fn reference_or_end(r: &Reader<'_>, at: usize) -> Option<Found> {
    units::unit_end(r, at).or_else(|| reference(r, at))
}

/// Finds the expressions of a block. `stretch` counts on over the document.
pub(super) fn read(
    r: &Reader<'_>,
    stretch: &mut u32,
    out: &mut Vec<Expression>,
    trace: &mut Trace,
) {
    let mut at = 0;
    let wakes = |at: usize| r.tokens.get(at..)?.iter().position(|token| token.wakes);
    while let Some(asleep) = wakes(at) {
        at += asleep;
        match r.word(at) {
            Word::Mark(mark) if mark != b'\'' => {
                *stretch += u32::from(mark == b'.' && !r.glued(at + 1));
                at += 1;
            }
            _ if !may_open(r, at) => at += 1,
            _ => at = taken(r, at, *stretch, out, trace),
        }
    }
}

/// Takes the expression that begins at a token, with the members that follow in its series; the index after it.
fn taken(
    r: &Reader<'_>,
    at: usize,
    stretch: u32,
    out: &mut Vec<Expression>,
    trace: &mut Trace,
) -> usize {
    let found = series::heads(r, at).or_else(|| parse(r, at)).filter(|found| found.end > at);
    if trace.listens() {
        weighed(r, at, found.as_ref(), trace);
    }
    let Some(found) = found else { return at + 1 };
    let mut end = found.end;
    let mut next = series::more(r, &found);
    out.push(expression(r, at, found, stretch));
    while let Some((start, found)) = next {
        next = series::more(r, &found);
        end = found.end;
        out.push(expression(r, start, found, stretch));
    }
    end
}

/// Reports the readings that a longer one beat, and the guard that refused a word of time.
fn weighed(r: &Reader<'_>, at: usize, won: Option<&Found>, trace: &mut Trace) {
    let Some(won) = won else {
        if let Some((rule, guard)) = guards::refused(r, at) {
            trace.lose(r.span(at, at + 1), rule, guard);
        }
        return;
    };
    let plain = rules(r.word(at)).iter().map(|rule| rule(r, at));
    let others = [edge(r, at), approximated(r, at), dayparts::part_of(r, at, simple)];
    for lost in plain.chain(others).flatten().filter(|found| found.rule != won.rule) {
        trace.lose(r.span(at, lost.end), lost.rule, won.rule);
    }
}

fn expression(r: &Reader<'_>, at: usize, mut found: Found, stretch: u32) -> Expression {
    let first = at + usize::from(monthly::borrows_article(r, at, &found));
    let (span, end) = (r.span(first, found.end), found.end);
    let given = matches!(found.body, Body::Point(Year::Given(_), ..));
    let weekday = matches!(found.body, Body::Point(_, Part::Weekday(_), _));
    let tense = match weekday {
        true if tense::ahead(r, at, found.end) => Tense::Future,
        true => Tense::Past,
        false if !given && context::since(r, at) => Tense::Since,
        false => tense::tense(r, at, found.end),
    };
    // "snow will fall overnight"
    if let (Body::Period { steps, .. }, true, Tense::Future) =
        (&mut found.body, found.rule == "date.day-word" && found.clock.is_some(), tense)
    {
        *steps = 0;
    }
    let weekday = matches!(found.body, Body::Point(Year::Missing, Part::Weekday(_), Pick::Nearest));
    let yearly = matches!(
        found.body,
        Body::Point(
            Year::Missing,
            Part::Month(_) | Part::Day(..) | Part::Season(_) | Part::Weekday(_),
            Pick::Nearest
        )
    );
    if yearly && context::recurs(r, at, end) {
        found.rule = "date.recurring";
    }
    let said = weekday && context::said(r, at, found.end);
    let lead = if said { Lead::Said } else { context::lead(r, at) };
    let link = context::link(r, at, found.end);
    Expression {
        span,
        body: found.body,
        clock: found.clock,
        rule: found.rule,
        tense,
        lead,
        link,
        about: found.about,
        back: if given { context::looks_back(r, at, end) } else { context::perfect(r, at) },
        inset: context::inset(r, at) || given && r.key(at.wrapping_sub(1), Key::For),
        edge: context::edge(r, at),
        opens: Opens::Within,
        stretch,
    }
}

/// The expression that begins at a token.
fn parse(r: &Reader<'_>, at: usize) -> Option<Found> {
    let plain = simple(r, at);
    let edged = edge(r, at);
    let found = longer(plain, edged);
    let found = longer(found, approximated(r, at));
    let found = longer(found, dayparts::part_of(r, at, simple));
    found.map(|found| dayparts::joined(r, found, simple))
}

fn longer(one: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (one, other) {
        (Some(a), Some(b)) => Some(if b.end > a.end { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The longest of the plain rules, with or without the article.
fn simple(r: &Reader<'_>, at: usize) -> Option<Found> {
    let mut best: Option<Found> = None;
    for rule in rules(r.word(at)) {
        if let Some(found) = rule(r, at)
            && best.as_ref().is_none_or(|held| found.end > held.end)
        {
            best = Some(found);
        }
    }
    if best.is_none() && r.key(at, Key::The) {
        best = articled(r, at + 1);
    }
    best
}

/// What may follow "the" and takes it in.
fn articled(r: &Reader<'_>, at: usize) -> Option<Found> {
    if let Some(first) = series::century_before(r, at).or_else(|| series::day_before(r, at)) {
        return Some(first);
    }
    let hyphen = (1..=3).any(|i| relative::is_hyphen(r, at + i));
    if hyphen && fiscal::quarter(r, at).is_some() {
        return None;
    }
    for rule in [
        span::decade,
        span::century,
        fiscal::quarter,
        monthly::month_quarter,
        fiscal::fiscal,
        span::season,
        holiday::named,
    ] {
        // "the Spring Offensive": the article belongs to the offensive.
        if let Some(found) = rule(r, at).filter(|found| found.rule != "date.season-name") {
            return Some(found);
        }
    }
    if let Word::Unit { unit: Unit::Year, .. } = r.word(at)
        && let Some(found) = years::bare_year(r, at).filter(|f| f.end > at + 1)
    {
        return Some(found);
    }
    years::year_part(r, at)
        .or_else(|| dayparts::the_part(r, at))
        .or_else(|| units::the_unit(r, at))
        .or_else(|| units::the_day(r, at))
}

/// "the end of 1990", "early March", "mid-1996", "late in the year", "earlier this month", "year-end".
fn edge(r: &Reader<'_>, at: usize) -> Option<Found> {
    edge_within(r, at, DEPTH)
}

/// How many edges may stand in one another: "late in early" is odd, a long row of them is no date.
const DEPTH: u8 = 3;

fn edge_within(r: &Reader<'_>, at: usize, depth: u8) -> Option<Found> {
    let start = r.skip(r.skip(at, Key::The), Key::Very);
    let inner = match r.word(start) {
        Word::Key(key) if STAGES.contains(&key) && r.key(start + 1, Key::Of) => start + 2,
        Word::Key(Key::Early | Key::Late | Key::Mid | Key::Middle | Key::Later | Key::Earlier) => {
            r.skip(mid_to_late(r, start + 1), Key::In)
        }
        Word::Ordinal(1 | 2) | Word::Key(Key::Latter)
            if r.any(start + 1, &[Key::Half, Key::Part]) && r.key(start + 2, Key::Of) =>
        {
            return half_of(r, start + 3);
        }
        Word::Key(Key::Sometime) if start == at => start + 1,
        Word::Key(Key::Circa)
            if start == at && (r.letters(at).len() > 1 || r.mark(at + 1, b'.')) =>
        {
            r.pass(start + 1, b'.')
        }
        _ => return None,
    };
    // "worked for Late Night" on television
    let named = r.capital(start) && r.capital(inner) && !r.opens(start) && !r.shouts(inner);
    let part = dayparts::the_part(r, inner).filter(|_| inner > start);
    let found = part
        .or_else(|| simple(r, inner))
        .or_else(|| articled(r, inner))
        .or_else(|| edge_within(r, inner, depth.checked_sub(1)?))?;
    if let (Body::Time, Some(Clock::Part(_))) = (&found.body, &found.clock) {
        return (!named).then_some(Found { rule: "time.the-part", ..found });
    }
    let calendar = matches!(found.body, Body::Point(..) | Body::Period { .. });
    let about = r.key(start, Key::Circa);
    calendar.then_some(Found { about: found.about || about, ..found })
}

/// The index after the rest of "mid-", "mid-to-late ", "early to mid-".
fn mid_to_late(r: &Reader<'_>, at: usize) -> usize {
    let next = r.pass(at, b'-');
    if !r.key(next, Key::To) {
        return next;
    }
    let last = r.pass(next + 1, b'-');
    let ends = r.any(last, &[Key::Early, Key::Late, Key::Mid]);
    if ends { r.pass(last + 1, b'-') } else { next }
}

/// "the second half of the 19th century", "the latter part of 1944": what is halved, where it is no single year.
fn half_of(r: &Reader<'_>, at: usize) -> Option<Found> {
    let found = simple(r, at).or_else(|| articled(r, at))?;
    let single = matches!(found.body, Body::Point(_, Part::Whole, _)) && !r.key(at - 2, Key::Part);
    let calendar = matches!(found.body, Body::Point(..) | Body::Period { .. });
    (calendar && !single).then_some(found)
}

/// "nearly two years ago", "around Nov. 1", "about 1910".
fn approximated(r: &Reader<'_>, at: usize) -> Option<Found> {
    let next = length::approximate(r, at);
    // "over six years ago" is more than that, wherever it stands.
    if next == at && r.key(at, Key::Over) {
        let ago = relative::shift(r, at + 1).filter(|f| r.key(f.end - 1, Key::Ago));
        return ago.map(|found| Found { about: true, ..found });
    }
    if next == at {
        return None;
    }
    if let Some(found) = relative::shift(r, next) {
        return Some(Found { about: true, ..found });
    }
    let counted = r.any(at, &[Key::At, Key::Nearly, Key::Almost, Key::Roughly]);
    if let Some(found) = length::framed(r, next).filter(|_| counted) {
        return Some(found);
    }
    if !r.any(at, &[Key::About, Key::Around]) {
        return None;
    }
    let found = simple(r, next)?;
    let fits = matches!(found.body, Body::Point(..) | Body::Time) || found.rule == "date.unit-end";
    fits.then_some(Found { about: true, ..found })
}
