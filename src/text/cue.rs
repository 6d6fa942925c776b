//! What surrounds an article on a web page: invitations to subscribe, share, buy, notes on the author. Knows it by cues
//! kept as data, and folds a whole run of it at the foot of a document. Never looks at a line without a cue otherwise.

use super::block::{BlockKind, Furniture};
use super::phrase::Phrases;
use super::print::{Paragraph, Print};
use std::sync::LazyLock;

/// Where a cue must stand to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The line is nothing but the cue and a few words more.
    Line,
    /// The line begins with it.
    Head,
    /// Anywhere in a short paragraph.
    Any,
    /// Begins a line, but is trusted only among other cues.
    Hint,
    /// Is the whole line, among other short lines: an entry of a menu.
    Menu,
}

struct Cues {
    finder: Phrases,
    rows: Vec<(Furniture, Place, &'static str)>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let rows: Vec<_> = include_str!("../../assets/furniture.tsv").lines().filter_map(row).collect();
    let finder = Phrases::new(rows.iter().map(|(_, _, phrase)| *phrase));
    Cues { finder, rows }
});

fn row(line: &'static str) -> Option<(Furniture, Place, &'static str)> {
    let mut columns = line.split('\t').filter(|_| !line.starts_with('#'));
    let kind = match columns.next()? {
        "advert" => Furniture::Advert,
        "boilerplate" => Furniture::Boilerplate,
        _ => return None,
    };
    let place = match columns.next()? {
        "line" => Place::Line,
        "head" => Place::Head,
        "any" => Place::Any,
        "hint" => Place::Hint,
        "menu" => Place::Menu,
        _ => return None,
    };
    Some((kind, place, columns.next().filter(|p| !p.is_empty())?))
}

/// A paragraph with a cue.
#[derive(Debug, Clone, Copy)]
struct Cued {
    index: usize,
    kind: Furniture,
    /// Trusted by itself.
    sure: bool,
}

/// The longest paragraph that is searched for cues, in bytes: invitations are short.
const LONGEST: usize = 420;

/// Folds paragraphs that are furniture by their words.
pub(super) fn fold(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    let cued: Vec<Cued> = (0..paragraphs.len()).filter_map(|i| cue(print, paragraphs, i)).collect();
    for here in cued.iter().filter(|c| c.sure) {
        if let Some(paragraph) = paragraphs.get_mut(here.index) {
            paragraph.kind = BlockKind::Furniture(here.kind);
        }
    }
    menus(print, paragraphs);
    for paragraph in paragraphs.iter_mut().filter(|p| p.kind.is_body() && p.height() == 1) {
        if !paragraph.continues && paragraph.next.is_none() && is_menu_line(print.all(paragraph)) {
            paragraph.kind = BlockKind::Furniture(Furniture::Boilerplate);
        }
    }
    if let Some(first) = foot(print, paragraphs, &cued) {
        fold_foot(paragraphs, &cued, first);
    }
}

/// The cue of a paragraph.
fn cue(print: &Print<'_>, paragraphs: &[Paragraph], index: usize) -> Option<Cued> {
    let paragraph =
        paragraphs.get(index).filter(|p| p.kind.is_body() && !p.continues && p.next.is_none())?;
    let (kind, sure) = cue_in(print.all(paragraph))?;
    Some(Cued { index, kind, sure })
}

/// Whether a paragraph is furniture by its words alone, whatever stands beside it.
pub fn furniture(words: &str) -> Option<Furniture> {
    let sure = cue_in(words).filter(|(_, sure)| *sure).map(|(kind, _)| kind);
    sure.or_else(|| is_menu_line(words).then_some(Furniture::Boilerplate))
}

/// The cue in a paragraph's words, and whether it is trusted by itself.
fn cue_in(words: &str) -> Option<(Furniture, bool)> {
    if words.len() > LONGEST {
        return None;
    }
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let head = words.len() - bare.len();
    let mut best: Option<(Furniture, bool)> = None;
    for (hit, row) in CUES.finder.find_iter(words) {
        let Some(&(kind, place, _)) = CUES.rows.get(row) else { continue };
        if !whole_words(words, hit.start, hit.end) {
            continue;
        }
        let rest = words.get(hit.end..).unwrap_or_default();
        let begins = hit.start == head;
        let few =
            rest.split_whitespace().count() <= 4 && !rest.trim_end_matches('!').ends_with('.');
        let contact = words.contains('@')
            || words.contains("http")
            || words.contains("www.")
            || words.ends_with('!');
        let (counts, sure) = match place {
            Place::Line => (begins && few, begins && few),
            Place::Head => (begins, begins && (words.len() <= 90 || contact)),
            Place::Any => (true, contact),
            Place::Hint => (begins && few, false),
            Place::Menu => (false, false),
        };
        if counts && best.is_none_or(|(_, b)| sure && !b) {
            best = Some((kind, sure));
        }
    }
    best
}

fn whole_words(words: &str, start: usize, end: usize) -> bool {
    let before = words.get(..start).and_then(|w| w.chars().next_back());
    let after = words.get(end..).and_then(|w| w.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Entries of menus, in byte order.
static MENU: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let entries =
        CUES.rows.iter().filter(|(_, place, _)| *place != Place::Any && *place != Place::Head);
    let mut entries: Vec<&str> = entries.map(|(_, _, phrase)| *phrase).collect();
    entries.sort_unstable();
    entries
});

/// The fewest short lines that are a menu.
const ENTRIES: usize = 8;

/// Folds menus: many short lines on end, at least three of which are what menus say ("Home", "Sign in").
fn menus(print: &Print<'_>, paragraphs: &mut [Paragraph]) {
    if print.wrapped {
        return;
    }
    let mut first = 0;
    while first < paragraphs.len() {
        let run = paragraphs.iter().skip(first).take_while(|p| is_entry(print, p)).count();
        let lines = paragraphs.get_mut(first..first + run).unwrap_or_default();
        let says: Vec<usize> =
            (0..run).filter(|&i| lines.get(i).is_some_and(|p| says_menu(print, p))).collect();
        // Before the first such entry and after the last may stand the article's own title.
        if let (true, [head, _, .., tail]) = (run >= ENTRIES, says.as_slice()) {
            for line in lines
                .get_mut(*head..=*tail)
                .unwrap_or_default()
                .iter_mut()
                .filter(|p| p.kind.is_body())
            {
                line.kind = BlockKind::Furniture(Furniture::Boilerplate);
            }
        }
        first += run + 1;
    }
}

/// Whether a paragraph is short enough for a menu and no sentence.
fn is_entry(print: &Print<'_>, paragraph: &Paragraph) -> bool {
    let words = print.all(paragraph);
    words.len() <= 40
        && !words.ends_with(['.', '!', '?', ':', ';', ',', '”', '"'])
        && words.split(' ').count() <= 5
}

fn says_menu(print: &Print<'_>, paragraph: &Paragraph) -> bool {
    let folded = print.all(paragraph).to_lowercase();
    MENU.binary_search(&folded.as_str()).is_ok()
}

/// Whether a line is entries of a menu side by side: "Subscribe to our newsletter | Share this | Cookie policy". Half
/// of them, and two at least, must be what menus say.
fn is_menu_line(words: &str) -> bool {
    const PARTS: [&str; 5] = ["|", "·", "•", ">", " / "];
    let may = |b: u8| matches!(b, b'|' | b'>' | b'/' | 0xb7 | 0xa2);
    if words.len() > 240 || words.ends_with('.') || !words.bytes().any(may) {
        return false;
    }
    PARTS.iter().filter(|part| words.contains(**part)).any(|part| {
        let entries = || words.split(part).map(str::trim).filter(|e| !e.is_empty());
        let (all, says) = (entries().count(), entries().filter(|e| says_furniture(e)).count());
        says >= 2 && says * 2 >= all && entries().all(|e| e.split(' ').count() <= 6)
    })
}

/// Whether an entry is a cue, with no more than a few words behind it.
fn says_furniture(entry: &str) -> bool {
    CUES.finder.find_iter(entry).take(1).any(|(hit, _)| {
        let rest = entry.get(hit.end..).unwrap_or_default();
        let begins = hit.start == 0 && whole_words(entry, 0, hit.end);
        begins && rest.split_whitespace().count() <= 2
    })
}

/// The first paragraph of the furniture at the foot of a document: from there on cues follow each other closely, at
/// least two of them and one that is sure, in the last half of the text.
fn foot(print: &Print<'_>, paragraphs: &[Paragraph], cued: &[Cued]) -> Option<usize> {
    let size = |from: usize, to: usize| -> usize {
        paragraphs.get(from..to).unwrap_or_default().iter().map(|p| print.all(p).len()).sum()
    };
    let total = size(0, paragraphs.len());
    let mut next = paragraphs.len();
    let mut first = None;
    let (mut count, mut sure) = (0, 0);
    for here in cued.iter().rev() {
        let between = size(here.index + 1, next);
        if next - here.index > 7 || between > 1500 || size(here.index, paragraphs.len()) * 2 > total
        {
            break;
        }
        count += 1;
        sure += usize::from(here.sure);
        next = here.index;
        if here.sure {
            first = Some(here.index);
        }
    }
    first.filter(|_| count >= 2 && sure >= 1)
}

fn fold_foot(paragraphs: &mut [Paragraph], cued: &[Cued], first: usize) {
    let mut kind = Furniture::Boilerplate;
    for (index, paragraph) in paragraphs.iter_mut().enumerate().skip(first) {
        if let Ok(at) = cued.binary_search_by_key(&index, |c| c.index)
            && let Some(cue) = cued.get(at)
        {
            kind = cue.kind;
        }
        if paragraph.kind.is_body() {
            paragraph.kind = BlockKind::Furniture(kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_cues_is_read() {
        for line in
            include_str!("../../assets/furniture.tsv").lines().filter(|l| !l.starts_with('#'))
        {
            assert!(row(line).is_some(), "{line}");
        }
        assert!(CUES.rows.len() > 50 && CUES.rows.iter().all(|(_, _, phrase)| phrase.len() > 1));
    }
}
