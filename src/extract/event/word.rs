//! The words of a sentence, each with what it looks like and what the lexicon knows of it.
//! Never looks at the words around.

use super::class::{self, Class};
use super::form::Form;
use super::hint::{self, Hint};
use super::lexicon::{Entry, Trigger, lexicon};
use crate::text::{Span, Text, scan};

/// A word, number or mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// What the lexicon knows of its lower-case form.
    pub(super) entry: &'static Entry,
    pub(super) shape: Shape,
    /// The date mention it belongs to.
    pub(super) date: Option<usize>,
    /// Whether it stands between brackets that hold no predicate.
    pub(super) aside: bool,
}

/// What a word looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    Capital,
    Number,
    Mark(char),
}

impl Word<'_> {
    pub(super) fn is(&self, class: Class) -> bool {
        self.entry.class & class != 0 && self.date.is_none()
    }

    /// Whether it hints at something, in any case.
    pub(super) fn hints(&self, hint: Hint) -> bool {
        self.entry.hint & hint != 0
    }

    /// Whether it hints at something, in small letters.
    pub(super) fn says(&self, hint: Hint) -> bool {
        self.shape == Shape::Lower && self.hints(hint)
    }

    /// "Mr", "Lady"
    pub(super) fn is_courtesy(&self) -> bool {
        self.shape == Shape::Capital && self.hints(hint::COURTESY)
    }

    pub(super) fn mark(&self, marks: &[char]) -> bool {
        matches!(self.shape, Shape::Mark(c) if marks.contains(&c))
    }

    pub(super) fn is_mark(&self) -> bool {
        matches!(self.shape, Shape::Mark(_))
    }

    pub(super) fn form(&self) -> Option<Form> {
        if self.date.is_some() {
            return None;
        }
        self.entry.verb.map(|verb| verb.form)
    }

    /// Whether it is a past form, or ends like one.
    pub(super) fn is_past(&self) -> bool {
        self.text.ends_with("ed") || matches!(self.form(), Some(Form::Past | Form::Participle))
    }

    /// What it tells as a verb, where it is one that tells something.
    pub(super) fn told(&self) -> Option<Trigger> {
        self.entry.verb?.told
    }

    /// Its plain form as a verb: "sign" of "signed"; nothing for what is no verb.
    pub(super) fn lemma(&self) -> &'static str {
        self.entry.verb.map_or("", |verb| lexicon().lemma(verb))
    }

    /// "third-quarter": a date that is part of a phrase.
    pub(super) fn is_compound(&self) -> bool {
        self.date.is_some() && self.shape == Shape::Lower && self.text.contains('-')
    }

    /// A word of content: no mark, no date, no function word.
    pub(super) fn is_content(&self) -> bool {
        !self.is_mark() && self.date.is_none() && !self.is(class::FUNCTION | class::PRONOUN)
    }
}

/// Cuts a sentence into words, numbers and marks.
pub(super) fn words(text: &Text, sentence: Span) -> Vec<Word<'_>> {
    let all = text.words(sentence);
    let mut words = Vec::with_capacity(all.len() / 5 + 1);
    let bytes = all.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b' ' {
            at += 1;
            continue;
        }
        let wide = || all.get(at..).and_then(|rest| rest.chars().next());
        let first = if byte.is_ascii() { Some(char::from(*byte)) } else { wide() };
        let Some(first) = first else { break };
        let start = at;
        at += first.len_utf8();
        if first.is_whitespace() {
            continue;
        }
        if first.is_alphanumeric() || matches!(first, '$' | '€' | '£') {
            at = end_of_word(all, at);
        }
        let word = all.get(start..at).unwrap_or_default();
        let from = sentence.start as usize;
        let shape = match shape(first) {
            Shape::Mark('-') if is_spaced(bytes, start, at) => Shape::Mark('–'),
            shape => shape,
        };
        let entry = match shape {
            Shape::Lower | Shape::Capital | Shape::Mark('&') => look(all, start, at),
            Shape::Number | Shape::Mark(_) => Entry::UNKNOWN,
        };
        words.push(Word {
            span: Span::new(from + start, from + at),
            text: word,
            entry,
            shape,
            date: None,
            aside: false,
        });
    }
    words
}

/// "the plan - agreed in May - was": a hyphen between spaces is a dash.
fn is_spaced(bytes: &[u8], start: usize, end: usize) -> bool {
    let space = |at: Option<usize>| at.and_then(|i| bytes.get(i)) == Some(&b' ');
    space(start.checked_sub(1)) && space(Some(end))
}

/// Where a word ends that goes on at a byte.
fn end_of_word(all: &str, mut at: usize) -> usize {
    let bytes = all.as_bytes();
    loop {
        at = scan::word(bytes, at);
        match bytes.get(at) {
            None | Some(b' ') => return at,
            Some(_) => {
                let mut rest = all.get(at..).unwrap_or_default().chars();
                let Some(c) = rest.next().filter(|&c| continues(c, rest.next())) else { return at };
                at += c.len_utf8();
            }
        }
    }
}

/// What the word `start..end` of a text can be; one that ends like an adverb is one.
fn look(all: &str, start: usize, end: usize) -> &'static Entry {
    if let Some(entry) = Entry::at(all, start..end) {
        return entry;
    }
    let word = all.get(start..end).unwrap_or_default();
    let adverb = word.len() > 5 && word.ends_with("ly") && !word.contains(char::is_uppercase);
    if adverb { Entry::ADVERB } else { Entry::UNKNOWN }
}

/// Whether a character goes on with a word, given the one after it.
fn continues(c: char, next: Option<char>) -> bool {
    let joins = next.is_some_and(char::is_alphanumeric);
    match c {
        c if c.is_alphanumeric() || c == '%' => true,
        '-' | '\u{2011}' | '&' | '/' | '\'' | '’' => joins,
        ',' => next.is_some_and(|n| n.is_ascii_digit()),
        '.' => next.is_some_and(|n| n.is_ascii_digit() || n.is_uppercase()),
        _ => false,
    }
}

fn shape(first: char) -> Shape {
    match first {
        c if c.is_numeric() || matches!(c, '$' | '€' | '£') => Shape::Number,
        c if c.is_uppercase() => Shape::Capital,
        c if c.is_alphabetic() => Shape::Lower,
        c => Shape::Mark(c),
    }
}
