//! Reads the small words beside a name that say whose it is: "foreign minister" before it, ", a researcher", ", 45," or
//! ", who" after it. Never reads the name.

use super::body::Run;
use super::class;
use super::list;
use crate::text::Span;
use crate::text::hash::Packed;

/// What stands beside a name and says that it is a person's; with the office where it is one.
pub(super) struct Beside {
    pub(super) office: Option<Span>,
}

/// Whether the word in small letters before a run is an office or role; with the words of the office where it is one.
pub(super) fn before(run: Run<'_>, from: usize) -> Option<Beside> {
    let token = run.at(from)?;
    if from > 0 {
        return None;
    }
    let (start, end, found) = word_before(run, token.start)?;
    if found & class::OFFICE == 0 {
        let weak = found & (class::ROLE | class::WEAK) != 0;
        return weak.then_some(Beside { office: None });
    }
    let mut first = start;
    while let Some((start, _, found)) = word_before(run, first) {
        if found & (class::RANK | class::OFFICE) == 0 {
            break;
        }
        first = start;
    }
    Some(Beside { office: Some(Span::new(first, end)) })
}

/// Whether a preposition before a run says that a place follows.
pub(super) fn placed(run: Run<'_>, from: usize) -> bool {
    let before = run.at(from).filter(|_| from == 0).and_then(|t| run.text.get(..t.start));
    let word = before.and_then(|text| text.trim_end().rsplit(' ').next());
    word.is_some_and(|word| list::PLACING.has(word))
}

/// The word in small letters that ends one space before a place, with its classes.
fn word_before(run: Run<'_>, at: usize) -> Option<(usize, usize, u32)> {
    let bytes = run.text.as_bytes();
    let end = at.checked_sub(1).filter(|end| bytes.get(*end) == Some(&b' '))?;
    let letters = |b: &&u8| b.is_ascii_lowercase() || **b == b'-';
    let length = bytes.get(..end)?.iter().rev().take(24).take_while(letters).count();
    let start = end - length;
    let free =
        start.checked_sub(1).and_then(|i| bytes.get(i)).is_none_or(|b| matches!(b, b' ' | b'\n'));
    let found = run.lexicon.class(Packed::of(bytes, start, end));
    (free && length > 2).then_some((start, end, found))
}

/// What follows a name after a comma, where it says that a person is meant; with the office where it names one.
pub(super) fn after(run: Run<'_>, to: usize) -> Option<Beside> {
    let end = run.at(to.checked_sub(1)?)?.end;
    let rest = run.text.get(end..)?.strip_prefix(", ")?;
    let start = end + 2;
    if rest.starts_with("who ") || rest.starts_with("whose ") || rest.starts_with("aged ") {
        return Some(Beside { office: None });
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 && matches!(rest.as_bytes().get(2), Some(b',' | b'.')) {
        return Some(Beside { office: None });
    }
    office_after(run, start, rest.split(['\n', ',', '.', ';']).next()?)
}

/// The office or role among the first words of an apposition.
fn office_after(run: Run<'_>, start: usize, rest: &str) -> Option<Beside> {
    let (mut at, mut first, mut article) = (start, start, "");
    for (n, word) in rest.split(' ').take(5).enumerate() {
        let end = at + word.len();
        let found = run.lexicon.class(Packed::of(run.text.as_bytes(), at, end));
        if n == 0 && list::DETERMINER.has(word) {
            (article, first) = (word, end + 1);
        } else if found & (class::OFFICE | class::ROLE | class::WEAK) != 0 {
            let holds =
                found & class::OFFICE != 0 || found & (class::WEAK | class::ROLE) == class::WEAK;
            let holder = holds && !matches!(article, "a" | "an");
            let office = holder.then(|| Span::new(first, of(run.text, whole(run, end))));
            return Some(Beside { office });
        } else if !word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
            || found & class::OPENER != 0
        {
            return None;
        }
        at = end + 1;
    }
    None
}

/// Where the words of an office end that one of them begins: "Secretary General".
fn whole(run: Run<'_>, end: usize) -> usize {
    let bytes = run.text.as_bytes();
    let mut end = end;
    while bytes.get(end) == Some(&b' ') {
        let (next, word) = Packed::letters(bytes, end + 1);
        if run.lexicon.class(word) & (class::OFFICE | class::WEAK) == 0 {
            break;
        }
        end = next;
    }
    end
}

/// Where the "of …" ends that follows an office; its own end where none does.
fn of(text: &str, end: usize) -> usize {
    let Some(rest) = text.get(end..) else { return end };
    let link = if rest.starts_with(" for ") { " for " } else { " of " };
    let Some(tail) = rest.strip_prefix(link) else { return end };
    let (mut at, mut last) = (end + link.len(), end);
    for word in tail.split(' ').take(8) {
        let name = word.trim_end_matches([',', '.', ';', ':', ')', '”', '"']);
        if name.chars().next().is_some_and(char::is_uppercase) && !name.contains(['\n', '’', '\''])
        {
            last = at + name.len();
        } else if !matches!(name, "the" | "of" | "for" | "and") {
            break;
        }
        if name.len() < word.len() {
            break;
        }
        at += word.len() + 1;
    }
    last
}
