//! Tells the name of a person from the name of a place: "Michael Jordan", "Chad Johnson", "Mr. London".
//! Never looks further than the words beside it.

use super::context::{after, before, blank, capital, comma, named};
use super::given;
use super::list;
use crate::extract::Via;
use crate::text::is_english;

/// Whether the name between two offsets is a person's surname, by a title, a given name or an initial before it.
pub(super) fn surname(text: &str, start: usize, end: usize, via: Via) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if name.contains(char::is_whitespace) || (via == Via::Demonym && !given::SURNAME.has(name)) {
        return false;
    }
    let (word, gap) = before(text, start);
    let stopped = gap.strip_prefix('.').is_some_and(blank);
    if named(word) && given::TITLE.has(word) && (blank(gap) || stopped) {
        return true;
    }
    if blank(gap) && is_given(word) {
        return true;
    }
    if !(capital(word) && (blank(gap) || stopped)) {
        return false;
    }
    // "Paul M. Chester", "Peter Lee Everett": an initial or another name between.
    let initial = word.len() == 1 && stopped;
    let (first, space) = before(text, start - gap.len() - word.len());
    if !blank(space) || space.contains('\n') {
        return false;
    }
    let name = first.len() > 2 && named(first) && !list::OPENER.has(first);
    (initial && name) || (is_given(first) && (initial || (blank(gap) && !given::HEAD.has(word))))
}

/// A given name, however its letters stand.
fn is_given(word: &str) -> bool {
    given::GIVEN.names(word) || given::BOTH.names(word)
}

/// Whether a word of more than one letter stands in capitals.
pub(super) fn shouted(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Whether the name between two offsets is a given name, by the surname after it.
pub(super) fn given_name(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if !given::BOTH.names(name) {
        return false;
    }
    if shouted(name) {
        return signed(text, start, end);
    }
    let (gap, mut next) = after(text, end);
    let mut at = end + gap.len();
    if !blank(gap) || gap.contains('\n') {
        return false;
    }
    let irish = next == "O" && text.get(at + 1..).is_some_and(|t| t.starts_with(['\'', '’']));
    if irish {
        return true;
    }
    // "Chad M. Johnson"
    if next.len() == 1 {
        let (dot, surname) = after(text, at + 1);
        if !dot.strip_prefix('.').is_some_and(blank) {
            return false;
        }
        at += 1 + dot.len();
        next = surname;
    }
    // "the envoy to Jordan Paul Weber", "the union of Georgia Librarians"
    let many = next.len() > 6 && next.ends_with('s') && is_english(&next.to_lowercase());
    named(next)
        && !many
        && !given::GIVEN.has(next)
        && !given::HEAD.has(next)
        && !list::STREET.has(next)
        && next.len() > 2
        && !within_title(text, at + next.len())
}

/// Whether the word at a place is no place's name but a family's, by its form: "Aden O'Hara", or one in Mc or Mac.
pub(super) fn family_name(text: &str, at: usize, word: &str) -> bool {
    let rest = text.get(at + word.len()..).unwrap_or_default();
    if word == "O" {
        return rest.trim_start_matches(['\'', '’']).starts_with(char::is_uppercase)
            && rest.starts_with(['\'', '’']);
    }
    let inner = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac"));
    inner.is_some_and(|name| name.len() > 2 && capital(name)) && !rest.starts_with(['\'', '’'])
}

/// Whether what follows a name is told of a person alone: "Valeska Paris, an Australian woman,", "Dorvan Milan, 37,",
/// "Paris's mother", "Constantine the Great".
pub(super) fn told_of(text: &str, start: usize, end: usize) -> bool {
    let (gap, next) = after(text, end);
    let (space, then) = after(text, end + gap.len() + next.len());
    if blank(gap) {
        let born = next == "was" && blank(space) && then == "born";
        return born || next == "the" && blank(space) && list::EPITHET.names(then);
    }
    if matches!(gap, "'" | "’") && next == "s" {
        return blank(space) && list::KIN.says(then);
    }
    let (word, lead) = before(text, start);
    let small = word.chars().skip(1).any(char::is_lowercase);
    let full = lead == " " && capital(word) && small && !list::OPENER.has(word);
    if !(full && comma(gap)) || list::BEFORE_TOWN.has(word) || given::HEAD.has(word) {
        return false;
    }
    let aged = (1..=2).contains(&next.len()) && next.bytes().all(|b| b.is_ascii_digit());
    if aged {
        return space.starts_with([',', ';', '.', ')']);
    }
    matches!(next, "a" | "an" | "the") && called(text, end + gap.len() + next.len())
}

/// Whether one of the next few words says what somebody is: "an Australian woman".
fn called(text: &str, mut at: usize) -> bool {
    for _ in 0..FEW {
        let (gap, word) = after(text, at);
        if !(blank(gap) || gap == "-") {
            return false;
        }
        if list::APPOSED.says(word) {
            return true;
        }
        at += gap.len() + word.len();
    }
    false
}

/// How many words may stand before the one that says what somebody is.
const FEW: usize = 5;

/// The name of somebody who signs: "BY CHAD KLIMACK".
fn signed(text: &str, start: usize, end: usize) -> bool {
    let (word, gap) = before(text, start);
    let (space, next) = after(text, end);
    word.eq_ignore_ascii_case("by") && blank(gap) && blank(space) && capital(next)
}

/// Whether the words that follow are capitalised too, as in a headline.
fn within_title(text: &str, at: usize) -> bool {
    let (gap, next) = after(text, at);
    let (gap2, second) = after(text, at + gap.len() + next.len());
    blank(gap) && capital(next) && blank(gap2) && capital(second)
}
