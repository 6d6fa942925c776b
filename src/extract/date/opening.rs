//! Where it pays to ask the grammar: in comes a token, out comes whether an expression may begin there.
//! Saves time only; whatever it lets through, the grammar still judges.

use super::reader::Reader;
use super::reference::other_date;
use super::word::{Key, Unit, Word};

/// How many tokens may stand between the first word of an expression and its first word of time.
const REACH: usize = 9;

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
            _ if key.is_never_first() => false,
            // "St. Patrick's Day"
            Key::St => {
                let day = |i: usize| matches!(r.word(i), Word::Unit { unit: Unit::Day, .. });
                r.capital(at) && (at + 2..at + 4).any(|i| r.mark(i, b'\'') || day(i))
            }
            Key::Present if r.key(at.wrapping_sub(1), Key::At) => true,
            // An era's name before its year.
            Key::Ad => r.letters(at) == "AD",
            Key::A | Key::An if other_date(r, at + 1) => true,
            // "the small hours of Friday"
            Key::The => {
                led(r, at + 1) || matches!(r.word(at + 2), Word::Unit { unit: Unit::Hour, .. })
            }
            _ => led(r, at + 1),
        },
        Word::Holiday => r.capital(at),
        // "three o'clock"
        Word::Cardinal(_) if r.key(at + 1, Key::O) => true,
        Word::Cardinal(_) | Word::Ordinal(_) => counts_time(r, at),
        // One unit alone needs a number or a word of the grammar behind it: "year 2000", "year-end".
        Word::Unit { plural: false, .. } => !matches!(
            r.word(at + 1),
            Word::Plain | Word::PastForm | Word::PastTense | Word::FutureTense
        ),
        Word::Numbering => r.letters(at).eq_ignore_ascii_case("no") && led(r, at + 1),
        _ => true,
    }
}

/// Whether a number in words may count or name a time: a word of time follows, with nothing between but numbers and the
/// grammar's own words, or another number, as in a year that is spoken.
fn counts_time(r: &Reader<'_>, at: usize) -> bool {
    for next in at + 1..at + REACH {
        match r.word(next) {
            Word::Plain | Word::PastForm | Word::PastTense | Word::FutureTense => return false,
            Word::Mark(mark) if !matches!(mark, b'-' | b'\'' | b'/') => return false,
            Word::Holiday if !r.capital(next) => return false,
            Word::Mark(_) | Word::Key(_) | Word::Holiday => {}
            _ => return true,
        }
    }
    false
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
            // A year that is spoken is two numbers.
            Word::Cardinal(_) if matches!(r.word(at + 1), Word::Cardinal(_)) => return true,
            Word::Cardinal(_)
            | Word::Ordinal(_)
            | Word::Scale(_)
            | Word::Mark(_)
            | Word::Key(_) => {}
            _ => return true,
        }
    }
    false
}
