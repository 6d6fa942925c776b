//! The words of one sentence with what they can be in a warning sign. A span of the reading text comes in; words and the
//! marks between them go out. Decides nothing.

use super::lexicon::LEXICON;
use crate::text::{Span, Text};

/// A word, or a mark that stands between words.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands.
    pub(super) span: Span,
    /// It in small letters.
    pub(super) low: String,
    /// Its classes, as bits.
    pub(super) classes: u32,
    /// Whether it begins with a capital or a digit.
    pub(super) capital: bool,
    /// Whether it is a mark.
    pub(super) mark: bool,
}

impl Word {
    /// Whether it is of any of these classes.
    pub(super) fn is(&self, classes: u32) -> bool {
        self.classes & classes != 0
    }

    /// Whether it is this very word or mark.
    pub(super) fn says(&self, word: &str) -> bool {
        self.low == word
    }
}

/// The words and marks of a span.
pub(super) fn words(text: &Text, span: Span) -> Vec<Word> {
    let whole = text.words(span);
    let mut words = Vec::new();
    let mut rest = whole;
    while let Some(first) = rest.chars().next() {
        let start = whole.len() - rest.len();
        let end = if first.is_alphanumeric() { word_end(rest) } else { first.len_utf8() };
        let (word, after) = rest.split_at(end);
        rest = after;
        if !first.is_whitespace() {
            let at = Span::new(span.start as usize + start, span.start as usize + start + end);
            let low = word.to_lowercase();
            let mark = !first.is_alphanumeric();
            let classes = if mark { 0 } else { LEXICON.classes(&low) };
            let capital = first.is_uppercase() || first.is_numeric();
            words.push(Word { span: at, low, classes, capital, mark });
        }
    }
    words
}

/// Where the word at the start of a text ends; a hyphen or an apostrophe inside belongs to it.
fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = matches!(c, '-' | '\'' | '’' | '\u{2011}');
        let next = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let inside = inside && next;
        if !c.is_alphanumeric() && !inside {
            return at;
        }
    }
    text.len()
}

/// The span of a run of words, without marks at either end; nothing where none is left.
pub(super) fn hull(words: &[Word]) -> Option<Span> {
    let dash = |word: &&Word| !word.mark;
    let first = words.iter().find(dash)?;
    let last = words.iter().rfind(dash)?;
    // A bracket or a quotation mark that was opened inside is closed inside.
    let after = words.iter().find(|word| word.span.start == last.span.end && word.mark);
    let opens = words.iter().any(|word| matches!(&*word.low, "(" | "“"));
    let end = match after {
        Some(mark) if opens && matches!(&*mark.low, ")" | "”") => mark.span.end,
        _ => last.span.end,
    };
    Some(Span { start: first.span.start, end })
}
