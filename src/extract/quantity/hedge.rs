//! Reads the hedge before or after a number: "more than", "~", "or so". Changes no value.

use super::lexicon::lexicon;
use super::step::{char_at, char_before, skip_spaces, word_before, words};

/// The hedge before `start`: where it begins and its sign.
pub(super) fn before(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let head = text.get(..start)?;
    let trimmed = head.trim_end_matches(' ');
    if let Some((len, sign)) = lexicon().sign(trimmed) {
        return Some((trimmed.len() - len, sign));
    }
    if char_before(text, start) == Some('-') {
        let word = super::step::word_ending(text, start - 1)?;
        return words(text, word.clone()).eq_ignore_ascii_case("sub").then_some((word.start, "<"));
    }
    let mut from = start;
    let mut found = None;
    for n in 0..LONGEST {
        let Some(word) = word_before(text, from) else { break };
        from = word.start;
        if n == 0 && !lexicon().ends_hedge(words(text, word)) {
            break;
        }
        let phrase = words(text, from..start).trim_end();
        if let Some(sign) = lexicon().qualifier(phrase) {
            found = Some((from, sign));
        }
    }
    found
}

/// The hedge after `end`: where it ends and its sign.
pub(super) fn after(text: &str, end: usize) -> Option<(usize, &'static str)> {
    if text.get(end..)?.starts_with('+') {
        return Some((end + 1, ">="));
    }
    let start = skip_spaces(text, end);
    if start == end && char_at(text, end) != Some('-') {
        return None;
    }
    lexicon().trailing(text.get(start..)?).map(|(len, sign)| (start + len, sign))
}

/// The longest hedge, in words.
const LONGEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_hedge_wins() {
        for (text, expected) in [
            ("no more than 5", Some("<=")),
            ("more than 5", Some(">")),
            ("of about 5", Some("~")),
            ("at least 5", Some(">=")),
            ("~5", Some("~")),
            ("the 5", None),
        ] {
            let found = before(text, text.len() - 1).map(|(_, sign)| sign);
            assert_eq!(found, expected, "{text}");
        }
    }
}
