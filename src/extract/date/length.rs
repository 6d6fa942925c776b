//! Lengths of time: in come tokens, out come the values TIMEX3 writes for them.
//! Never places a length on the calendar.

use super::expression::{Amount, Body, Found, Year};
use super::list;
use super::measure::{compound, measure, or_so, written};
use super::reader::Reader;
use super::word::{Key, Reference, Unit, Word};

/// "five years", "a week", "two-day", "23-year-old", "several months", "months"; "a year" after a number recurs.
pub(super) fn length(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = approximate(r, at);
    let (amount, unit, mut end) = measure(r, start)?;
    if start == at && rate(r, at) {
        let value = written(Amount::Exact(1.0), unit);
        return Some(Found::new(end, Body::Set(value), "set.rate"));
    }
    if let Some((value, end)) = compound(r, (amount, unit, end)) {
        let body = Body::Length(value, None, Year::Missing);
        return Some(Found::new(end, body, "duration.compound"));
    }
    // "on weekends"
    if matches!(r.word(start), Word::Unit { unit: Unit::Weekend, plural: true }) {
        return Some(Found::new(end, Body::Set("XXXX-WXX-WE".to_owned()), "set.weekdays"));
    }
    if unit == Unit::Night && amount == Amount::Vague || fraction(r, start, end, unit) {
        return None;
    }
    end = or_so(r, end);
    let dash = r.pass(end, b'-');
    if r.key(dash, Key::Old) || r.key(end, Key::Of) && r.key(end + 1, Key::Age) {
        let old = if r.key(dash, Key::Old) { dash + 1 } else { end + 2 };
        let body = Body::Length(written(amount, unit), None, Year::Missing);
        let rule = if unit == Unit::Year { "duration.age" } else { "duration.measure" };
        return Some(Found::new(old, body, rule));
    }
    if r.key(dash, Key::Long) {
        end = dash + 1;
    }
    if amount == Amount::Vague && matches!(r.word(start), Word::Unit { .. }) {
        end = or_units(r, end);
    }
    let side = i8::from(r.key(end, Key::Ahead));
    let shift = (side != 0).then_some((amount, unit, side));
    Some(Found::new(
        end,
        Body::Length(written(amount, unit), shift, Year::Missing),
        "duration.measure",
    ))
}

/// "yearlong", "monthslong": a length in one word.
pub(super) fn lasting(r: &Reader<'_>, at: usize) -> Option<Found> {
    let Word::Lasting { unit, plural } = r.word(at) else { return None };
    let amount = if plural { Amount::Vague } else { Amount::Exact(1.0) };
    let body = Body::Length(written(amount, unit), None, Year::Missing);
    Some(Found::new(at + 1, body, "duration.measure"))
}

/// "weeks or months", "weeks and months": the index after the second of two vague units.
fn or_units(r: &Reader<'_>, at: usize) -> usize {
    let more = r.any(at, &[Key::Or, Key::And])
        && matches!(r.word(at + 1), Word::Unit { plural: true, .. });
    if more { at + 2 } else { at }
}

/// "a three-year period", "the sixty-day period": a period and its length; "some time", "a while".
pub(super) fn period(r: &Reader<'_>, at: usize) -> Option<Found> {
    if let Some(end) = some_time(r, at) {
        // "a long time ago", "a short time later"
        let far = match r.word(end) {
            Word::Key(Key::Ago) => Some(Reference::Past),
            Word::Key(Key::Later | Key::Afterwards) => Some(Reference::Future),
            _ => None,
        };
        if let Some(to) = far {
            return Some(Found::new(end + 1, Body::Reference(to), "date.vague-shift"));
        }
        let body = Body::Length("PXX".to_owned(), None, Year::Missing);
        return Some(Found::new(end, body, "duration.vague"));
    }
    if !r.any(at, &[Key::A, Key::An, Key::The]) {
        return None;
    }
    let (amount, unit, end) = measure(r, at + 1).filter(|_| r.amount(at + 1).is_some())?;
    let body = Body::Length(written(amount, unit), None, Year::Missing);
    r.key(end, Key::Period).then(|| Found::new(end + 1, body, "duration.period"))
}

/// "some time", "a while", "a long time", "a short period of time": the index after a length that nobody counts.
fn some_time(r: &Reader<'_>, at: usize) -> Option<usize> {
    if r.key(at, Key::Some) && r.key(at + 1, Key::Time) {
        return Some(at + 2);
    }
    if !r.key(at, Key::A) {
        return None;
    }
    if r.key(at + 1, Key::While) {
        return Some(at + 2);
    }
    let next = r.skip(at + 1, Key::Very);
    if !r.any(next, &[Key::Long, Key::Short, Key::Brief]) {
        return None;
    }
    if r.key(next + 1, Key::Period) && r.key(next + 2, Key::Of) && r.key(next + 3, Key::Time) {
        return Some(next + 4);
    }
    r.key(next + 1, Key::Time).then_some(next + 2)
}

/// "a quarter", "three-quarters" and lodgings are no time; "two consecutive quarters" is.
fn fraction(r: &Reader<'_>, start: usize, end: usize, unit: Unit) -> bool {
    unit == Unit::Quarter
        && end <= start + 3
        && !(start..end)
            .any(|i| r.any(i, &[Key::Consecutive, Key::Straight, Key::Several, Key::Fiscal]))
        && (r.any(start, &[Key::A, Key::An]) || !r.any(end, &[Key::Ago, Key::Later]))
}

/// "two to three weeks", "12 to 18 months", "two or three days": the first number counts.
fn to_range(r: &Reader<'_>, at: usize) -> Option<(Amount, Unit, usize)> {
    let (first, next) = r.amount(at)?;
    if !r.any(next, &[Key::To, Key::Or]) && !r.mark(next, b'-') {
        return None;
    }
    let (_, unit, end) = measure(r, next + 1).filter(|_| r.amount(next + 1).is_some())?;
    Some((first, unit, end))
}

/// Words before a length that belong to it: "about", "at least", "more than", "nearly".
pub(super) fn approximate(r: &Reader<'_>, at: usize) -> usize {
    let than = |i: usize| r.any(i, &[Key::More, Key::Less, Key::Fewer]) && r.key(i + 1, Key::Than);
    match r.word(at) {
        Word::Key(Key::At) if r.any(at + 1, &[Key::Least, Key::Most]) => at + 2,
        Word::Key(Key::Up) if r.key(at + 1, Key::To) => at + 2,
        _ if than(at) => at + 2,
        _ if r.letters(at).eq_ignore_ascii_case("no") && than(at + 1) => at + 3,
        Word::Key(Key::Well) if r.any(at + 1, &[Key::Over, Key::Under]) => at + 2,
        Word::Key(Key::Close) if r.key(at + 1, Key::To) => at + 2,
        Word::Key(Key::A) if r.key(at + 1, Key::Mere) => at + 2,
        Word::Key(Key::Over) if !exceeds(r, at) => at,
        // "another four-year term": the word belongs to the term; "another year" counts one.
        Word::Key(Key::Another)
            if r.mark(at + 2, b'-') || matches!(r.word(at + 1), Word::Unit { .. }) =>
        {
            at
        }
        Word::Key(
            Key::About
            | Key::Around
            | Key::Nearly
            | Key::Almost
            | Key::Over
            | Key::Under
            | Key::Some
            | Key::Roughly
            | Key::Approximately
            | Key::Another,
        ) => {
            let next = at + 1;
            if than(next) {
                next + 2
            } else {
                r.skip(r.skip(next, Key::A), Key::Mere).max(next).min(next)
            }
        }
        _ => at,
    }
}

/// Whether "over" means more than: after a preposition or a verb ("for over a year"), not where it spans the time
/// ("sorties over 42 days").
fn exceeds(r: &Reader<'_>, at: usize) -> bool {
    let vague = r.any(at + 1, &[Key::Several, Key::Many, Key::Few, Key::The])
        || matches!(r.word(at + 1), Word::Unit { .. });
    let led = matches!(
        r.before(at),
        Word::Key(
            Key::For
                | Key::In
                | Key::After
                | Key::Of
                | Key::Within
                | Key::By
                | Key::Just
                | Key::To
                | Key::Than
                | Key::And
        ) | Word::PastTense
            | Word::PastForm
    );
    !vague && (led || r.opens(at))
}

/// Whether "a year" here means "each year": after a number, a unit of money, "times", "per cent".
fn rate(r: &Reader<'_>, at: usize) -> bool {
    if !r.any(at, &[Key::A, Key::An]) || !matches!(r.word(at + 1), Word::Unit { plural: false, .. })
    {
        return false;
    }
    let shifted = shifts(r, at + 2);
    counted(r, at)
        || matches!(r.before(at), Word::Cardinal(_)) && !shifted
        || r.listed(at.wrapping_sub(1), list::RATED)
        || matches!(r.before(at), Word::Mark(b'%') | Word::Digits(..) | Word::Scale(_))
            && !matches!(at.checked_sub(2).map(|i| r.word(i)), Some(Word::Month { .. }))
}

/// "four flights a week": a number of things by the unit, unless a time is counted from it.
fn counted(r: &Reader<'_>, at: usize) -> bool {
    let Some(thing) = at.checked_sub(1).filter(|thing| *thing > 0) else { return false };
    let number =
        matches!(r.word(thing - 1), Word::Digits(..) | Word::Cardinal(2..) | Word::Scale(_));
    let word = r.letters(thing);
    let one = r.word(thing - 1) == Word::Cardinal(1);
    (number && word.ends_with('s') && !word.ends_with("ss") || one)
        && matches!(r.word(thing), Word::Plain | Word::Numbering)
        && !r.capital(thing)
        && !shifts(r, at + 2)
}

/// Whether a word behind a length counts from it: "a year ago".
fn shifts(r: &Reader<'_>, at: usize) -> bool {
    let keys =
        [Key::Ago, Key::Later, Key::Earlier, Key::Before, Key::After, Key::Afterwards, Key::From];
    r.any(at, &keys)
}

/// "the last five years", "the first nine months", "the next few days", "these two weeks", "the nine months".
pub(super) fn framed(r: &Reader<'_>, at: usize) -> Option<Found> {
    let start = r.skip(at, Key::The);
    let (sign, inner) = match r.word(start) {
        // "the talks will last three days"
        Word::Key(Key::Last) if start == at && is_verb(r, at) => return None,
        Word::Key(Key::Last | Key::Past | Key::Previous | Key::Preceding | Key::Recent) => {
            (-1, start + 1)
        }
        Word::Key(Key::Next | Key::Coming) => (1, start + 1),
        Word::Key(
            Key::Following
            | Key::Latest
            | Key::Final
            | Key::Same
            | Key::Entire
            | Key::This
            | Key::These
            | Key::Those,
        )
        | Word::Ordinal(1..=4) => (0, start + 1),
        _ if start > at => (0, start),
        _ => return None,
    };
    let Some((amount, unit, end)) = to_range(r, inner).or_else(|| measure(r, inner)) else {
        return super::sets::seasons(r, inner);
    };
    if inner == start && named(r, inner, end) {
        return None;
    }
    // "the weeks-long strike": the article belongs to the strike.
    if inner == start && r.mark(end, b'-') && r.any(end + 1, &[Key::Long, Key::Old]) {
        return None;
    }
    if inner == at + 1 && start > at && r.mark(end.wrapping_sub(2), b'-')
        || r.letters(inner) == "days" && r.key(start, Key::These)
    {
        return None;
    }
    let recent = r.any(start, &[Key::Recent, Key::Coming]);
    let end = if amount == Amount::Vague { or_units(r, end) } else { end };
    if amount == Amount::Vague && recent && matches!(r.word(inner), Word::Unit { .. }) {
        let to = if sign < 0 { Reference::Past } else { Reference::Future };
        return Some(Found::new(end, Body::Reference(to), "date.recent-units"));
    }
    if r.any(inner, &[Key::A, Key::An])
        || inner == start && matches!(r.word(inner), Word::Unit { .. }) && unit < Unit::Day
    {
        return None;
    }
    let side = (sign != 0).then_some((amount, unit, sign));
    let end = or_so(r, end);
    let end = if r.any(end, &[Key::Ahead]) { end + 1 } else { end };
    let (year, tail) = (r.skip(end, Key::Of), end);
    let part = matches!(r.word(start), Word::Ordinal(_) | Word::Key(Key::Last | Key::Final));
    let (year, end) = match super::named::year(r, year).filter(|_| part && year > tail) {
        Some((year, end)) => (Year::Given(year), end),
        None => (Year::Missing, end),
    };
    let body = Body::Length(written(amount, unit), side, year);
    Some(Found::new(end, body, "duration.framed"))
}

/// Whether "last" is what something does: after "to", a modal or "not".
fn is_verb(r: &Reader<'_>, at: usize) -> bool {
    let verb = at.wrapping_sub(1);
    r.listed(verb, list::MODAL)
        || matches!(r.letters(verb), "did" | "does" | "t")
        || r.any(verb, &[Key::To, Key::Not])
        || r.word(verb) == Word::FutureTense
}

/// "the Seven Years' War", "the two day rally", "the years 1955-1957": the article belongs to what follows.
fn named(r: &Reader<'_>, inner: usize, end: usize) -> bool {
    let bare = matches!(r.word(inner), Word::Unit { .. });
    let single = matches!(r.word(end.wrapping_sub(1)), Word::Unit { plural: false, .. });
    if bare {
        return matches!(r.digits(end), Some((1000..=2199, 4)));
    }
    r.capital(inner) || r.mark(end, b'\'') || single
}
