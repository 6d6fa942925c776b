//! Things to be watched that stand in a list: under a heading that says so, or behind a line that ends in a colon. A text
//! comes in, items go out.

use super::class::{GOAL, HEAD, MEASURE, WEAK};
use super::finding::SignpostFinding;
use super::lexicon::LEXICON;
use super::phrase;
use super::word::{Word, hull, words};
use crate::extract::Rule;
use crate::text::{Block, BlockKind, Span, Text};

/// The most bytes of a heading that is looked at.
const HEADING: usize = 120;
/// The most words of a paragraph that is a thing to be watched.
const SHORT: usize = 60;

/// What is being listed.
#[derive(Debug, Clone, Copy)]
struct Heading {
    /// Its level; a line with a colon has none.
    level: Option<u8>,
    /// Its words.
    span: Span,
    /// What everything under it points to.
    points_to: Option<Span>,
    /// Whether only items of a list count.
    weak: bool,
    /// A heading inside it: "Political".
    inner: Option<Span>,
    rule: Rule,
}

/// The items of all lists.
pub(super) fn find(text: &Text) -> Vec<SignpostFinding> {
    let mut lists = Lists { text, open: None, found: Vec::new(), prose: Vec::new() };
    for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
        lists.read(block);
    }
    lists.close();
    lists.found
}

/// What has been listed so far.
struct Lists<'a> {
    text: &'a Text,
    open: Option<Heading>,
    found: Vec<SignpostFinding>,
    /// Paragraphs under the open heading: what is watched, if no item of a list follows.
    prose: Vec<SignpostFinding>,
}

impl Lists<'_> {
    fn read(&mut self, block: &Block) {
        match block.kind {
            BlockKind::Title => self.turn(None),
            BlockKind::Heading(level) => {
                let next = headed(self.text, block, level, self.open);
                self.turn(next);
            }
            BlockKind::Bullet | BlockKind::Numbered => {
                let item = self.open.and_then(|heading| item(self.text, block, heading));
                if let Some(item) = item {
                    self.prose.clear();
                    self.open = self.open.map(|heading| Heading { weak: true, ..heading });
                    self.found.push(item);
                }
            }
            BlockKind::Paragraph => {
                if let Some(next) = introduced(self.text, block) {
                    self.turn(Some(next));
                } else if self.open.is_some_and(|heading| heading.level.is_none()) {
                    self.turn(None);
                } else if let Some(heading) = self.open.filter(|heading| !heading.weak) {
                    self.prose.extend(item(self.text, block, heading));
                }
            }
            _ => {}
        }
    }

    /// Opens another list, or none.
    fn turn(&mut self, next: Option<Heading>) {
        let same = self.open.zip(next).is_some_and(|(open, next)| open.span == next.span);
        if !same {
            self.close();
        }
        self.open = next;
    }

    /// Keeps the paragraphs of a heading that had no list.
    fn close(&mut self) {
        self.found.append(&mut self.prose);
    }
}

/// What a heading opens, or leaves open.
fn headed(text: &Text, block: &Block, level: u8, open: Option<Heading>) -> Option<Heading> {
    let own = opens(text, block.span).map(|heading| Heading { level: Some(level), ..heading });
    let above = open.filter(|heading| heading.level.is_some_and(|above| above < level));
    own.or_else(|| above.map(|heading| Heading { inner: Some(block.span), ..heading }))
}

/// What a heading says is listed under it.
fn opens(text: &Text, span: Span) -> Option<Heading> {
    if span.len() > HEADING {
        return None;
    }
    let all = words(text, span);
    let number = |word: &&Word| word.mark || word.low.chars().all(|c| c.is_ascii_digit());
    let skipped = all.iter().take_while(number).count();
    let words = phrase::trimmed(all.get(skipped..).unwrap_or_default());
    if words.iter().any(|word| word.is(MEASURE)) {
        return None;
    }
    // The longest run of words from the start that is a head; what follows must say of what.
    for end in (1..=words.len().min(6)).rev() {
        let head: Vec<&str> = words.iter().take(end).map(|word| &*word.low).collect();
        let classes = LEXICON.classes(&head.join(" "));
        if classes & (HEAD | WEAK) == 0 {
            continue;
        }
        let rest = words.get(end..).unwrap_or_default();
        let goes_on = rest.first().is_none_or(|word| word.is(GOAL) || word.mark || word.says("in"));
        if !goes_on {
            return None;
        }
        let points_to =
            rest.first().filter(|word| word.is(GOAL)).and_then(|_| hull(rest.get(1..)?));
        let weak = classes & HEAD == 0;
        return Some(Heading {
            level: None,
            span,
            points_to,
            weak,
            inner: None,
            rule: "signpost.list",
        });
    }
    None
}

/// What a line that ends in a colon says is listed behind it: "Analysts should watch for the following:".
fn introduced(text: &Text, block: &Block) -> Option<Heading> {
    let said = text.words(block.span);
    if !said.trim_end().ends_with(':') {
        return None;
    }
    let &last = text.sentences_in(block.span).last()?;
    let low = text.words(last).to_lowercase();
    let told = LEXICON.cues.iter().any(|cue| low.contains(cue));
    let measured = words(text, last).iter().any(|word| word.is(MEASURE));
    (told && !measured).then_some(Heading {
        level: None,
        span: last,
        points_to: None,
        weak: true,
        inner: None,
        rule: "signpost.introduced",
    })
}

/// An item as a thing to be watched; nothing where it is a measure or too long to be one thing.
fn item(text: &Text, block: &Block, heading: Heading) -> Option<SignpostFinding> {
    let all = words(text, block.span);
    let mark = |word: &&Word| word.mark || word.low.chars().all(|c| c.is_ascii_digit());
    let skipped =
        if block.kind == BlockKind::Paragraph { 0 } else { all.iter().take_while(mark).count() };
    let words = all.get(skipped..).unwrap_or_default();
    let last = words.iter().rfind(|word| !word.mark)?;
    let number = |word: &Word| word.low.chars().any(|c| c.is_ascii_digit());
    let measure = words.iter().any(|word| word.says("%")) || (heading.weak && number(last));
    if measure || words.len() < 2 || words.len() > SHORT {
        return None;
    }
    let span = hull(words)?;
    Some(SignpostFinding {
        span,
        sentence: block.span,
        points_to: heading.points_to,
        under: Some(heading.inner.unwrap_or(heading.span)),
        kind: None,
        countries: Vec::new(),
        told: None,
        rule: heading.rule,
    })
}
