//! Whether a text is English, which the rules of names, figures, happenings and judgements are written for: in a language that
//! writes every noun with a capital names would be nothing but nouns. The words are `assets/languages.tsv`. Reads a few
//! thousand bytes; never says which other language it is.

use crate::text::hash::{Packed, WordTable};
use crate::text::lists::list;
use std::sync::LazyLock;

/// How many bytes of the beginning and of the middle are looked at.
const LOOK: usize = 1_500;

/// Both lists: whether a word is English.
static WORDS: LazyLock<WordTable<bool>> = LazyLock::new(|| {
    let mut words = WordTable::default();
    for (name, is_english) in [("english", true), ("other", false)] {
        for word in list(include_str!("../../assets/languages.tsv"), name) {
            words.insert(word, is_english);
        }
    }
    words
});

/// Whether a text is English, as far as it can be told; what has no sentences counts as English.
pub(super) fn is_english(text: &str) -> bool {
    let (mut english, mut others) = (0, 0);
    for from in [0, (text.len() / 2).max(LOOK)] {
        let part = text.as_bytes().get(from..(from + LOOK).min(text.len())).unwrap_or_default();
        let mut start = 0;
        for end in memchr::memchr2_iter(b' ', b'\n', part) {
            match WORDS.get(Packed::of(part, start, end)) {
                Some(true) => english += 1,
                Some(false) => others += 1,
                None => {}
            }
            start = end + 1;
        }
    }
    others < 4 || english * 2 > others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_small_words() {
        assert!(is_english("The end of the war and the peace that was made."));
        assert!(is_english("Dorval, 12\nVasco, 13"));
        assert!(is_english("They read “Die Welt” and “Der Spiegel”."));
        assert!(!is_english("Sei der Punkt auf der Geraden, und das Dreieck ist nicht die Ebene."));
        assert!(!is_english(
            "Les bords des rivières et les ponts que les enfants voient dans la ville."
        ));
    }
}
