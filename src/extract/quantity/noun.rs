//! Tells nouns, plurals, verbs and stops by closed lists and by their endings. Looks at one word at a time.

use super::list;

/// A word that begins with a figure and is no plural of a model: "12th", not "747s".
pub(super) fn starts_figure(form: &str) -> bool {
    form.starts_with(|c: char| c.is_ascii_digit()) && !form.ends_with('s')
}

/// Whether a word tells what the noun before it does: a verb of the closed lists, or one with a verb's ending.
pub(super) fn follows(form: &str) -> bool {
    list::DEEDS.has(form) || form.ends_with("ly") && !list::LY_NOUNS.has(form)
}

/// Whether a word ends a noun phrase.
pub(super) fn stops(word: &str) -> bool {
    list::STOPS.has(word) || is_drawn(word)
}

/// "you're", "I've", "they'll": a pronoun drawn together with its verb.
fn is_drawn(word: &str) -> bool {
    let Some((stem, end)) = word.split_once(['\'', '’']) else { return false };
    matches!(end, "re" | "ve" | "ll" | "d") && list::STOPS.has(stem)
}

/// Whether a word looks like a plural noun.
pub(super) fn is_plural(word: &str) -> bool {
    if list::PLURALS.has(word) {
        return true;
    }
    let lower = word.trim_end_matches(['\'', '’']);
    (lower.len() > 3
        && lower.ends_with('s')
        && list::SINGULAR_ENDS.ends(lower).is_none()
        && !list::SINGULARS.has(lower))
        || (lower.len() > 5 && list::PEOPLE_ENDS.ends(lower).is_some())
}

/// Whether a word has an ending that adjectives have.
pub(super) fn is_adjective(word: &str) -> bool {
    list::ADJECTIVES.has(word) || (word.len() > 4 && list::ADJECTIVE_ENDS.ends(word).is_some())
}

/// Whether a word names a whole that shares are taken of, and ends its phrase: "a third of the population lives".
pub(super) fn is_whole(word: &str) -> bool {
    list::WHOLES.has(word)
}
