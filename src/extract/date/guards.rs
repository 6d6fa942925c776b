//! Why a word that dates are made of was no date here: in comes a token that no rule took, out come the reading it
//! might have had and the guard that refused it. Only asked where somebody wants to know.

use super::reader::Reader;
use super::word::{Season, Word};
use super::years;
use crate::extract::Rule;

/// The rule whose reading was refused, and the guard.
pub(super) fn refused(r: &Reader<'_>, at: usize) -> Option<(Rule, Rule)> {
    match r.word(at) {
        Word::Month { number: 5, .. } if !r.capital(at) => Some(("date.month", "date.not-a-modal")),
        Word::Month { number: 3, short: false, .. } if !r.capital(at) => {
            Some(("date.month", "date.not-a-verb"))
        }
        Word::Month { short: false, .. } => Some(("date.month", "date.not-a-name")),
        Word::Month { .. } => Some(("date.month", "date.not-a-word")),
        Word::Weekday { short: false, plural: false, .. } => {
            Some(("date.weekday", "date.not-a-name"))
        }
        Word::Weekday { short: true, .. } => Some(("date.weekday", "date.not-a-word")),
        Word::Season { season: Season::Autumn | Season::Spring, weak: true, .. }
            if !r.capital(at) =>
        {
            Some(("date.season", "date.not-a-verb"))
        }
        Word::Season { .. } => Some(("date.season", "date.not-a-name")),
        Word::Digits(..) => years::refused(r, at).map(|guard| ("date.year", guard)),
        _ => None,
    }
}
