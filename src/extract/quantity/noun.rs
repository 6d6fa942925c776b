//! Tells nouns, plurals, verbs and stops by closed lists and by their endings. Looks at one word at a time.

use super::class::List;
use super::lexicon::lexicon;

/// A word that begins with a figure and is no plural of a model: "12th", not "747s".
pub(super) fn starts_figure(form: &str) -> bool {
    form.starts_with(|c: char| c.is_ascii_digit()) && !form.ends_with('s')
}

/// Whether a word tells what the noun before it does: a verb of the closed lists, or one with a verb's ending.
pub(super) fn follows(form: &str) -> bool {
    let noun = matches!(
        form,
        "supply"
            | "family"
            | "assembly"
            | "ally"
            | "rally"
            | "reply"
            | "monopoly"
            | "anomaly"
            | "tally"
    );
    lexicon().is(List::Deeds, form) || form.ends_with("ly") && !noun
}

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
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDS: [&str; 12] =
        ["al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ed", "est", "ern"];
    lexicon().is(List::Adjectives, word)
        || (word.len() > 4 && ENDS.iter().any(|e| word.ends_with(e)))
}

/// Whether a word names a whole that shares are taken of, and ends its phrase: "a third of the population lives".
pub(super) fn is_whole(word: &str) -> bool {
    lexicon().is(List::Wholes, word)
}
