//! Tells the name of a person from the name of a place: "Michael Jordan", "Chad Johnson", "Mr. London".
//! Never looks further than the words beside it.

use super::context::{after, before, blank, capital};
use super::iso::lines;
use crate::extract::Via;
use crate::text::hash::WordSet;
use std::sync::LazyLock;

#[derive(Default)]
struct Lists {
    titles: WordSet,
    given: WordSet,
    both: WordSet,
    surnames: WordSet,
    heads: WordSet,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut lists = Lists::default();
    for line in lines(include_str!("../../../assets/given-names.tsv")) {
        let (kind, names) = line.split_once('\t').unwrap_or((line, ""));
        let list = match kind {
            "title" => &mut lists.titles,
            "given" => &mut lists.given,
            "both" => &mut lists.both,
            "surname" => &mut lists.surnames,
            _ => &mut lists.heads,
        };
        list.extend(names.split('|'));
    }
    lists
});

/// Whether the name between two offsets is a person's surname, by a title, a given name or an initial before it.
pub(super) fn surname(text: &str, start: usize, end: usize, via: Via) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if name.contains(char::is_whitespace) || (via == Via::Demonym && !LISTS.surnames.contains(name))
    {
        return false;
    }
    let (word, gap) = before(text, start);
    if LISTS.titles.contains(word) && (blank(gap) || gap.strip_prefix('.').is_some_and(blank)) {
        return true;
    }
    if LISTS.given.contains(word) && blank(gap) {
        return true;
    }
    let initial = word.len() == 1 && capital(word) && gap.strip_prefix('.').is_some_and(blank);
    let (first, gap) = before(text, start - gap.len() - word.len());
    initial && blank(gap) && (LISTS.given.contains(first) || LISTS.both.contains(first))
}

/// Whether the name between two offsets is a given name, by the surname after it.
pub(super) fn given_name(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if !LISTS.both.contains(name) {
        return false;
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
    let small = next.chars().skip(1).any(char::is_lowercase);
    capital(next)
        && small
        && !LISTS.heads.contains(next)
        && next.len() > 2
        && !within_title(text, at + next.len())
}

/// Whether the words that follow are capitalised too, as in a headline.
fn within_title(text: &str, at: usize) -> bool {
    let (gap, next) = after(text, at);
    let (gap2, second) = after(text, at + gap.len() + next.len());
    blank(gap) && capital(next) && blank(gap2) && capital(second)
}
