//! Finds the noun phrase that a number counts, by closed lists and the plural's form. Never looks past the sentence's
//! next stop, preposition or verb.

use super::lexicon::{List, lexicon};
use super::step::{char_at, skip_spaces, word_after, words};
use std::ops::Range;

/// The counted noun phrase after `at`, for a number that asks for a plural.
pub(super) fn plural_phrase(text: &str, at: usize) -> Option<Range<usize>> {
    let first = word_after(text, at)?;
    let mut found: Option<usize> = None;
    let mut next = Some(first.clone());
    let mut pending_and = false;
    for _ in 0..MOST_WORDS {
        let Some(word) = next else { break };
        let form = words(text, word.clone());
        if found.is_some() && !is_plural(form) {
            break;
        }
        if form.eq_ignore_ascii_case("and") && found.is_none() && word.start != first.start {
            pending_and = true;
        } else if stops(form)
            || (form.starts_with(|c: char| c.is_ascii_digit()) && word.start == first.start)
        {
            break;
        } else if is_plural(form) {
            found = Some(word.end);
        } else if pending_and && form.ends_with("ed") {
            break;
        }
        next = word_after(text, word.end);
    }
    match found {
        Some(end) => Some(first.start..end),
        None => singular_run(text, &first),
    }
}

/// The noun phrase after `at` for the number one, and for numbers tied to a singular by a hyphen.
pub(super) fn singular_phrase(text: &str, at: usize) -> Option<Range<usize>> {
    let first = word_after(text, at)?;
    let mut end = None;
    let mut word = first.clone();
    for _ in 0..MOST_WORDS {
        let form = words(text, word.clone());
        if stops(form) || form.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end = Some(word.end);
        let Some(next) = word_after(text, word.end) else { break };
        let after = words(text, next.clone());
        let verb = after.ends_with("ed") || after.ends_with("ing") || after.ends_with("ly");
        if after.ends_with('s') || (verb && !is_adjective(form)) {
            break;
        }
        word = next;
    }
    end.map(|end| first.start..end)
}

/// The phrase after "of", with its determiner left out: "60 per cent of its revenue" shares out revenue.
pub(super) fn phrase_of(text: &str, at: usize) -> Option<Range<usize>> {
    let of = word_after(text, at).filter(|w| words(text, w.clone()) == "of")?;
    let at = skip_determiners(text, of.end);
    let first = word_after(text, at)?;
    let mut end = None;
    let mut next = Some(first.clone());
    for _ in 0..MOST_WORDS {
        let Some(word) = next else { break };
        let form = words(text, word.clone());
        if stops(form) {
            break;
        }
        end = Some(word.end);
        if is_plural(form) {
            break;
        }
        next = word_after(text, word.end);
    }
    end.map(|end| first.start..end)
}

/// Where a noun phrase begins after determiners and numbers: "of the 19 resolutions" begins at "resolutions".
pub(super) fn skip_determiners(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(word) = word_after(text, at) {
        let form = words(text, word.clone()).to_ascii_lowercase();
        let skip = DETERMINERS.contains(&form.as_str())
            || form.bytes().all(|b| b.is_ascii_digit())
            || lexicon().number(&form).is_some();
        if !skip {
            break;
        }
        at = word.end;
    }
    at
}

/// Words that stand before a noun phrase and are no part of it.
const DETERMINERS: [&str; 18] = [
    "most", "least", "the", "these", "those", "its", "their", "his", "her", "our", "my", "your",
    "all", "this", "that", "a", "an", "them",
];

/// The longest noun phrase looked for, in words.
const MOST_WORDS: usize = 6;

/// Whether a word ends a noun phrase.
pub(super) fn stops(word: &str) -> bool {
    lexicon().is(List::Stops, word)
}

/// Whether a word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    if lexicon().is(List::Plurals, word) {
        return true;
    }
    let lower = word.trim_end_matches(['\'', '’']);
    let people = ["men", "women", "people", "folk", "children"];
    (lower.len() > 3
        && lower.ends_with('s')
        && !["ss", "us", "is", "'s", "’s"].iter().any(|e| lower.ends_with(e))
        && !lexicon().is(List::Singulars, lower))
        || (lower.len() > 5 && people.iter().any(|e| lower.ends_with(e)))
}

/// Whether a word has an ending that adjectives have.
fn is_adjective(word: &str) -> bool {
    const ENDS: [&str; 12] =
        ["al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ed", "est", "ern"];
    const COMMON: [&str; 12] = [
        "new", "old", "big", "small", "major", "single", "more", "such", "main", "other",
        "further", "large",
    ];
    COMMON.contains(&word) || (word.len() > 4 && ENDS.iter().any(|e| word.ends_with(e)))
}

/// The words up to the next stop, where no plural came: "11 member trade agreement"; nothing after a verb.
fn singular_run(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let form = words(text, first.clone());
    let verb = form.ends_with("ed") || form.ends_with("ing") || form.ends_with("ly");
    if stops(form) || verb || form.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut end = first.end;
    for _ in 0..2 {
        let Some(next) = word_after(text, end) else { break };
        let form = words(text, next.clone());
        if stops(form)
            || form.ends_with("ed")
            || form.ends_with("ing")
            || char_at(text, skip_spaces(text, end)).is_some_and(|c| c.is_ascii_digit())
        {
            break;
        }
        end = next.end;
    }
    Some(first.start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counted_phrase_ends_at_its_plural() {
        for (text, expected) in [
            ("70 foreigners in the last", Some("foreigners")),
            ("15 information stories have", Some("information stories")),
            ("44 Kazakhstani recruits joined", Some("Kazakhstani recruits")),
            ("36 league games.", Some("league games")),
            ("43 digital and physical sales of", Some("digital and physical sales")),
            ("12 were killed", None),
            ("12 died Friday", None),
            ("16 departures, with", Some("departures")),
            ("17 people respectively", Some("people")),
            ("11 member trade agreement, dubbed", Some("member trade agreement")),
        ] {
            let found = plural_phrase(text, 2).map(|r| words(text, r));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn one_takes_a_singular() {
        for (text, expected) in [
            ("one proposal asks Amazons", Some("proposal")),
            ("one police officer was", Some("police officer")),
            ("one of them", None),
        ] {
            let found = singular_phrase(text, 3).map(|r| words(text, r));
            assert_eq!(found, expected, "{text}");
        }
    }
}
