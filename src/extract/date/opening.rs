//! Where it pays to ask the grammar: in comes a token, out comes whether an expression may begin there.
//! Saves time only; whatever it lets through, the grammar still judges.

use super::reader::Reader;
use super::word::{Key, Word};

/// How many tokens may stand between the first word of an expression and its first word of time.
const REACH: usize = 7;

/// Whether an expression may begin at a token.
pub(super) fn may_open(r: &Reader<'_>, at: usize) -> bool {
    match r.word(at) {
        Word::Plain | Word::PastForm | Word::PastTense | Word::FutureTense => false,
        // "the Hundred Days"
        Word::Scale(_) => r.capital(at) && matches!(r.word(at + 1), Word::Unit { .. }),
        Word::Mark(mark) => mark == b'\'' && r.digits(at + 1).is_some(),
        Word::Key(key) => match key {
            Key::Noon
            | Key::Midnight
            | Key::Recent
            | Key::Former
            | Key::Current
            | Key::Future
            | Key::Circa => true,
            Key::Of
            | Key::In
            | Key::To
            | Key::And
            | Key::For
            | Key::From
            | Key::On
            | Key::By
            | Key::Or
            | Key::Its
            | Key::His
            | Key::Her
            | Key::Their
            | Key::Our
            | Key::My
            | Key::Not
            | Key::It
            | Key::Since
            | Key::Until
            | Key::Before
            | Key::After => false,
            // An era's name before its year.
            Key::Ad => r.letters(at) == "AD",
            _ => led(r, at + 1),
        },
        Word::Holiday => r.capital(at),
        Word::Numbering => r.letters(at).eq_ignore_ascii_case("no") && led(r, at + 1),
        _ => true,
    }
}

/// Whether a word of time follows, with nothing between but the grammar's own words.
fn led(r: &Reader<'_>, from: usize) -> bool {
    for at in from..from + REACH {
        match r.word(at) {
            Word::Plain | Word::PastForm | Word::PastTense | Word::FutureTense => return false,
            Word::Mark(mark) if !matches!(mark, b'-' | b'\'') => return false,
            Word::Key(
                Key::Future
                | Key::Past
                | Key::Present
                | Key::Term
                | Key::Time
                | Key::Soon
                | Key::While
                | Key::Period,
            ) => {
                return true;
            }
            Word::Holiday if !r.capital(at) => return false,
            Word::Mark(_) | Word::Key(_) => {}
            _ => return true,
        }
    }
    false
}
