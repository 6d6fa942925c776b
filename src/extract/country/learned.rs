//! Names that a document itself shows to be towns, and the places where they stand again. Never learns more than a few
//! hundred, so that no text makes the search slow.

use super::iso::Country;
use super::letter::letter;
use crate::text::Text;
use std::collections::HashMap;

/// How many names one document can teach.
const MOST: usize = 200;
/// How many of them may begin with the same word.
const MOST_ALIKE: usize = 8;

/// The names learned, by their first word.
#[derive(Debug, Default)]
pub(super) struct Learned<'a> {
    by_first: HashMap<String, Vec<(&'a str, Country)>>,
    count: usize,
}

impl<'a> Learned<'a> {
    /// Adds a name, once.
    pub(super) fn add(&mut self, name: &'a str, country: Country) {
        if self.count >= MOST {
            return;
        }
        let first = first_word(name).to_ascii_uppercase();
        let alike = self.by_first.entry(first).or_default();
        if alike.len() < MOST_ALIKE && alike.iter().all(|(n, _)| !n.eq_ignore_ascii_case(name)) {
            alike.push((name, country));
            alike.sort_by_key(|(n, _)| usize::MAX - n.len());
            self.count += 1;
        }
    }

    /// Where the names stand in the body of the document, as written or in capitals, where nothing else was found.
    pub(super) fn again(
        &self,
        text: &Text,
        taken: &dyn Fn(usize, usize) -> bool,
    ) -> Vec<(usize, usize, Country)> {
        let mut found = Vec::new();
        for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
            let span = block.span.range();
            let mut at = span.start;
            while let Some(start) = next_capital(text.clean.as_bytes(), at, span.end) {
                let rest = text.clean.get(start..span.end).unwrap_or_default();
                let word = first_word(rest);
                at = start + word.len().max(1);
                if let Some((end, country)) = self.longest(rest, word).map(|(n, c)| (start + n, c))
                    && !taken(start, end)
                {
                    found.push((start, end, country));
                    at = end;
                }
            }
        }
        found
    }

    /// The longest name that a text begins with, and its country.
    fn longest(&self, rest: &str, word: &str) -> Option<(usize, Country)> {
        if word.len() > 40 {
            return None;
        }
        let alike = self.by_first.get(&word.to_ascii_uppercase())?;
        alike.iter().find_map(|(name, country)| {
            let there = rest.get(..name.len())?;
            let shouted =
                there.eq_ignore_ascii_case(name) && !there.bytes().any(|b| b.is_ascii_lowercase());
            let plain = same_words(there, name);
            let ends = letter(rest.as_bytes(), name.len()) == 0;
            (ends && (plain || shouted)).then_some((name.len(), *country))
        })
    }
}

/// Whether two names are the same, or the first is what the second, in capitals, would be in small letters.
fn same_words(there: &str, name: &str) -> bool {
    let capitals = !name.bytes().any(|b| b.is_ascii_lowercase());
    let titled = |s: &str| {
        s.split([' ', '-']).all(|w| {
            let mut letters = w.chars();
            letters.next().is_none_or(char::is_uppercase) && letters.all(|c| !c.is_uppercase())
        })
    };
    there == name || (capitals && there.eq_ignore_ascii_case(name) && titled(there))
}

/// The letters that a text begins with.
fn first_word(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        match letter(bytes, end) {
            0 => break text.get(..end).unwrap_or_default(),
            n => end += n,
        }
    }
}

/// Where the next word begins that has a capital, between two offsets.
fn next_capital(bytes: &[u8], from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        let step = bytes.get(at..to)?.iter().position(u8::is_ascii_uppercase)?;
        at += step;
        let inside = at.checked_sub(1).is_some_and(|last| letter(bytes, last) == 1);
        if !inside {
            return Some(at);
        }
        at += 1;
    }
    None
}
