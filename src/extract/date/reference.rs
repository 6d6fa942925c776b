//! Words that point at past, present or future as such: in come tokens, out come references without a place.

use super::expression::{Body, Found};
use super::reader::Reader;
use super::word::{Key, Reference, Word};

/// Words that refer to past, present or future as such.
pub(super) fn reference(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, to| Some(Found::new(end, Body::Reference(to), "date.reference"));
    let adjective =
        |end, to| Some(Found::new(end, Body::Reference(to), "date.reference-adjective"));
    match r.word(at) {
        // "as recently as 2009" names the time itself.
        Word::Reference(_) if r.key(at.wrapping_sub(1), Key::As) && r.key(at + 1, Key::As) => None,
        Word::Reference(to) => close(at + 1, to),
        Word::Key(Key::Recent) => close(at + 1, Reference::Past),
        Word::Key(Key::Former) => adjective(at + 1, Reference::Past),
        Word::Key(Key::Current) => close(at + 1, Reference::Present),
        Word::Key(Key::Right) if matches!(r.word(at + 1), Word::Reference(Reference::Present)) => {
            close(at + 2, Reference::Present)
        }
        Word::Key(Key::More | Key::Very) => match r.word(at + 1) {
            Word::Reference(to) => close(at + 2, to),
            _ => None,
        },
        Word::Key(Key::As) if r.letters(at + 1) == "soon" && r.key(at + 3, Key::Possible) => {
            close(at + 4, Reference::Future)
        }
        Word::Key(Key::Future) => adjective(at + 1, Reference::Future),
        Word::Key(Key::These) if r.letters(at + 1) == "days" => close(at + 2, Reference::Present),
        Word::Key(Key::The) => article_reference(r, at + 1).or_else(|| that_time(r, at)),
        Word::Key(Key::A | Key::An) if other_date(r, at + 1) => {
            let to = if r.key(at + 1, Key::Later) { Reference::Future } else { Reference::Past };
            close(at + 3, to)
        }
        Word::Key(Key::This | Key::That) => that_time(r, at),
        // "at present"; "at present levels" is of a kind.
        Word::Key(Key::Present)
            if r.key(at.wrapping_sub(1), Key::At)
                && !(r.word(at + 1) == Word::Plain && r.letters(at + 1).ends_with('s')) =>
        {
            close(at + 1, Reference::Present)
        }
        // "present-day Serbia"
        Word::Key(Key::Present) if day_of_ours(r, at) => close(at + 3, Reference::Present),
        _ => None,
    }
}

fn article_reference(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, to| Some(Found::new(end, Body::Reference(to), "date.reference"));
    let noun = |i: usize| {
        (!matches!(r.word(i), Word::Plain | Word::PastForm | Word::Cardinal(_) | Word::Digits(..))
            || r.opens(i))
            && !(r.mark(i, b'-') && r.glued(i + 1))
    };
    match r.word(at) {
        Word::Key(Key::Near | Key::Foreseeable | Key::Distant | Key::Immediate)
            if r.any(at + 1, &[Key::Future, Key::Term]) =>
        {
            close(at + 2, Reference::Future)
        }
        // "in the short term"; "the long-term plan" is of a kind.
        Word::Key(Key::Short | Key::Long) if r.key(at + 1, Key::Term) && noun(at + 2) => {
            close(at + 2, Reference::Future)
        }
        Word::Key(Key::Future) if noun(at + 1) => close(at + 1, Reference::Future),
        Word::Key(Key::Past) if noun(at + 1) => close(at + 1, Reference::Past),
        Word::Key(Key::Present) if noun(at + 1) => close(at + 1, Reference::Present),
        Word::Key(Key::Time) if r.letters(at + 1) == "being" => close(at + 2, Reference::Present),
        _ => None,
    }
}

/// "later date", "earlier time": a date that is not told, before or after another.
pub(super) fn other_date(r: &Reader<'_>, at: usize) -> bool {
    r.any(at, &[Key::Later, Key::Earlier])
        && (r.key(at + 1, Key::Time) || r.letters(at + 1) == "date")
}

/// The rest of "present-day".
fn day_of_ours(r: &Reader<'_>, at: usize) -> bool {
    r.mark(at + 1, b'-') && r.letters(at + 2) == "day"
}

/// "at the time", "during this period", "by that time": the time the story is in. Kept in histories only, where it
/// tells when; in the news it connects sentences.
fn that_time(r: &Reader<'_>, at: usize) -> Option<Found> {
    let the = r.key(at, Key::The);
    let next = r.skip(at + 1, Key::Same);
    let same = next > at + 1;
    let led = matches!(
        r.before(at),
        Word::Key(
            Key::At
                | Key::By
                | Key::During
                | Key::Around
                | Key::About
                | Key::From
                | Key::Until
                | Key::Till
                | Key::Since
                | Key::Throughout
        )
    );
    let apart = matches!(
        r.word(next + 1),
        Word::Mark(_) | Word::PastTense | Word::Key(Key::And | Key::In | Key::The | Key::Its)
    );
    let stands = match r.word(next) {
        Word::Key(Key::Time) if the && !same => {
            (led || r.key(at.wrapping_sub(1), Key::Of)) && apart
        }
        Word::Key(Key::Time) => led,
        Word::Key(Key::Period) => !the || same,
        _ => false,
    };
    let body = if same { Body::Same } else { Body::Reference(Reference::Present) };
    stands.then(|| Found::new(next + 1, body, "date.that-time"))
}
