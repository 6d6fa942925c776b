//! A common English word list, asked when the corpus itself does not know a word.
//! Never loaded into a table: the file is in byte order and is searched as it stands.

/// The list, with its origin and licence at its head.
static LIST: &str = include_str!("../../assets/words.txt");

/// Whether a lower-case word is in the list. Words with other letters than a to z are not.
pub fn is_english(word: &str) -> bool {
    let list = LIST.as_bytes();
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = list
            .get(..middle)
            .and_then(|head| memchr::memrchr(b'\n', head))
            .map_or(0, |newline| newline + 1);
        let rest = list.get(start..).unwrap_or_default();
        let len = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        match rest.get(..len).unwrap_or_default().cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return !word.starts_with('#'),
            std::cmp::Ordering::Less => low = start + len + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_from_the_first_to_the_last() {
        let words: Vec<&str> = LIST.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(words.is_sorted(), "searched by halves");
        for word in words.iter().step_by(997).chain(words.last()).chain(words.first()) {
            assert!(is_english(word), "{word}");
        }
        assert!(!is_english("zakhstan") && !is_english("") && !is_english("zzzz"));
    }

    #[test]
    fn the_head_of_the_list_is_no_word() {
        assert!(LIST.starts_with('#') && LIST.contains("Copyright"));
        assert!(LIST.lines().filter(|l| l.starts_with('#')).all(|l| !is_english(l)));
    }
}
