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
        Word::Key(Key::The) => article_reference(r, at + 1),
        _ => None,
    }
}

fn article_reference(r: &Reader<'_>, at: usize) -> Option<Found> {
    let close = |end, to| Some(Found::new(end, Body::Reference(to), "date.reference"));
    let noun = |i: usize| !matches!(r.word(i), Word::Plain | Word::PastForm) || r.opens(i);
    match r.word(at) {
        Word::Key(Key::Near | Key::Foreseeable | Key::Distant | Key::Immediate)
            if r.any(at + 1, &[Key::Future, Key::Term]) =>
        {
            close(at + 2, Reference::Future)
        }
        Word::Key(Key::Future) if noun(at + 1) => close(at + 1, Reference::Future),
        Word::Key(Key::Past) if noun(at + 1) => close(at + 1, Reference::Past),
        Word::Key(Key::Present) if noun(at + 1) => close(at + 1, Reference::Present),
        Word::Key(Key::Time) if r.letters(at + 1) == "being" => close(at + 2, Reference::Present),
        _ => None,
    }
}
