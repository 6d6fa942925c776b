//! Finds the verb that says what is done with a figure's money or things: "could claim", "had been fined", "killed". The words
//! between a noun and the figure come in, a span of them goes out. Adds no word of its own.

use super::beside::Beside;
use super::words::{first_tokens, tokens};
use super::{list, phrases};
use crate::text::{Span, Text};

/// Whether a word tells of a deed: one of the list, or one with a participle's ending.
pub(super) fn is_deed(word: &str) -> bool {
    // "nose-dived", not "rose a lower-than-anticipated 5%"
    let tied = word.find('-').is_some_and(|at| at > 4);
    let lower = word.starts_with(|c: char| c.is_ascii_lowercase()) && !tied;
    let formed = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    lower && (formed || phrases::DEEDS.has(word))
}

/// A subject with the verb that tells what it does with the figure: "passengers could claim"; `all` are the words before it.
pub(super) fn with_deed(text: &Text, all: &[Span], subject: Span, figure: u32) -> Option<Span> {
    let from = all.partition_point(|t| t.start < subject.end);
    let tail = all.get(from..)?;
    let at = tail.iter().rposition(|t| {
        let word = text.words(*t);
        let level = (list::SHIFTS | list::BECOMING | list::VERBS).has(word);
        is_deed(word) && !level && !(list::TELLING | list::SEEING).has(word)
    })?;
    // "faces a fine up to": the object of the deed says more.
    let object = tail.get(at + 1..)?.iter().take_while(|t| !parts(text.words(**t)));
    let noun = object.filter(|t| !list::IDLE.has(text.words(**t))).last();
    let noun = noun.filter(|t| {
        let word = text.words(**t);
        t.end + 3 < figure && !word.ends_with("ly") && !list::VERBS.has(word)
    });
    // "brought in $5 million": a particle belongs to its verb.
    let passive = tail.iter().take(at).any(|t| list::BE.has(text.words(*t)));
    let last = tail.last().filter(|t| tail.len() == at + 2 && is_particle(text.words(**t)));
    let last = last.filter(|_| !passive);
    let end = noun.or(last).unwrap_or(tail.get(at)?).end;
    let gap = text.words(Span { start: subject.end, end });
    (!gap.contains([',', ';', ':', '(', '"'])).then_some(Span { start: subject.start, end })
}

/// Whether a word is a particle that verbs of paying and getting have right before a figure.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(word, "in" | "out" | "back" | "aside")
}

/// Whether a word parts the object of a deed from its figure.
fn parts(word: &str) -> bool {
    list::LINKS.has(word) || list::BOUNDS.says(word)
}

/// Whether a stretch before a figure is a clause of its own: a subject, and a verb that the figure is the object of.
pub(super) fn is_clause(beside: &Beside<'_>, span: Span) -> bool {
    let Beside { text, setting, quantity, .. } = *beside;
    let all = tokens(text, span);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return false };
    let ends = |word: &str| {
        is_deed(word) || list::SHIFTS.has(word) || list::VERBS.has(word) && word.len() > 4
    };
    let inner = |t: &Span| list::INNER.says(text.words(*t));
    let head = text.words(*first);
    let opened = ends(head) && !head.ends_with('s')
        || head.ends_with("ing")
        || list::IDLE.has(head)
        || phrases::LONE.says(head)
        || head.starts_with(|c: char| c.is_ascii_digit());
    let small = |word: &str| list::IDLE.has(word) || word.ends_with("ly");
    let gap = Span { start: last.end, end: quantity.span.start.max(last.end) };
    let rest = first_tokens(text, gap, 6);
    let near = rest.iter().all(|t| small(text.words(*t)));
    // "private consumption up": the word of change is told with the name.
    let shifted = rest.iter().any(|t| matches!(text.words(*t), "up" | "down"));
    let plain = |t: &Span| !(list::LINKS | list::IDLE).has(text.words(*t));
    // "the rules set compensation": a short object.
    let verb = all.iter().rposition(|t| ends(text.words(*t)));
    let object = verb.is_some_and(|v| {
        v > 0 && all.len() - v <= 4 && all.get(v + 1..).is_some_and(|o| o.iter().all(plain))
    });
    let whole = text.words(span);
    let marked = [" - ", " – ", " — ", ", ", "; ", ": "].iter().any(|m| whole.contains(m));
    let before =
        text.words(Span { start: setting.sentence.start.min(span.start), end: span.start });
    (object || shifted && verb.is_none())
        && near
        && !opened
        && !marked
        && !all.iter().any(inner)
        && begins(before)
}

/// Whether a clause can begin behind these words: behind a mark, a conjunction, an article or nothing.
fn begins(before: &str) -> bool {
    let before = before.trim_end();
    let (rest, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let before = if list::ARTICLES.has(last) { rest.trim_end() } else { before };
    let word = before.rsplit(' ').next().unwrap_or_default();
    before.is_empty()
        || before.ends_with([',', ';', ':', '–', '—', '“', '"', ')'])
        || list::OPENERS.has(word) && !matches!(word, "so" | "as")
        || list::TELLING.has(word)
        || matches!(word, "with" | "-")
}

/// What was done with what is counted, where the verb stands before the figure: "killed 40 civilians".
pub(super) fn before(text: &Text, lead: Span) -> Option<Span> {
    let mut start = lead.start.max(lead.end.saturating_sub(60)).min(lead.end);
    while !text.clean.is_char_boundary(start as usize) {
        start += 1;
    }
    let all = tokens(text, Span { start, end: lead.end });
    let at = all.iter().rposition(|t| {
        let word = text.words(*t);
        !(list::IDLE.has(word) || word.ends_with("ly")) || word == "up"
    })?;
    let verb = *all.get(at)?;
    let word = text.words(verb);
    if !phrases::DONE.says(word) {
        return None;
    }
    let helper = at.checked_sub(1).and_then(|i| all.get(i)).map_or("", |t| text.words(*t));
    let gap = text.words(Span { start: verb.end, end: lead.end });
    // "to cut 40 jobs", "would cut 40 jobs" are not done yet; "were killed, 40 people" tells of others.
    let plain = matches!(word, "cut" | "shed");
    let due = helper == "to" || list::MODALS.says(helper);
    let done = !(list::BE.says(helper)
        || plain && due
        || plain && !matches!(helper, "has" | "have" | "had"));
    // "47 people killed and 50 missing", "the paper released by the 16 parties": done with others.
    let others = gap.split(' ').any(|w| matches!(w, "and" | "or" | "by"));
    (done && !others && !gap.contains([',', ';', ':', '(', '"'])).then_some(verb)
}
