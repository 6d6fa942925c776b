//! Whether a text is English, which the rules of names are written for: in a language that writes every noun with a capital
//! they would find nothing but nouns. Reads a few thousand bytes; never says which other language it is.

/// Words that every English text has.
const ENGLISH: [&str; 8] = ["the", "of", "and", "to", "is", "was", "for", "that"];

/// Words that every text of some other language has, and no English one.
const OTHERS: [&str; 36] = [
    "der", "die", "und", "das", "ist", "nicht", "ein", "eine", "les", "des", "et", "est", "dans",
    "que", "los", "las", "del", "por", "il", "di", "che", "della", "het", "een", "och", "att",
    "som", "yang", "dan", "dengan", "não", "uma", "nie", "jest", "na", "się",
];

/// How many bytes of the beginning and of the middle are looked at.
const LOOK: usize = 2_000;

/// Whether a text is English, as far as it can be told; what has no sentences counts as English.
pub(super) fn english(text: &str) -> bool {
    let middle = text.len() / 2;
    let begin = words(text, 0).chain(words(text, middle.max(LOOK)));
    let (mut english, mut others) = (0, 0);
    for word in begin {
        english += usize::from(ENGLISH.contains(&word));
        others += usize::from(OTHERS.contains(&word));
    }
    others < 4 || english * 2 > others
}

fn words(text: &str, from: usize) -> impl Iterator<Item = &str> {
    let to = (from + LOOK).min(text.len());
    let floor = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let part = text.get(floor(from.min(text.len()))..floor(to)).unwrap_or_default();
    part.split([' ', '\n']).filter(|word| word.len() < 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_their_small_words() {
        assert!(english("The end of the war and the peace that was made."));
        assert!(english("Dorval, 12\nVasco, 13"));
        assert!(english("They read “Die Welt” and “Der Spiegel”."));
        assert!(!english("Sei der Punkt auf der Geraden, und das Dreieck ist nicht die Ebene."));
        assert!(!english(
            "Les bords des rivières et les ponts que les enfants voient dans la ville."
        ));
    }
}
