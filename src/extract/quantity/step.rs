//! Steps over the words of a block: the word after a place, the word before it. Knows no meanings.

use std::ops::Range;

/// The longest word that is read, in characters: what is longer is no word, and reading it again and again is not free.
const LONGEST: usize = 64;

/// Whether a character belongs to a word.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Whether an ASCII byte belongs to a word.
fn in_ascii_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'')
}

/// How many of the first bytes are of a class of ASCII; nothing where a character beyond ASCII follows them, or where they
/// are more than a word has: these are counted one by one.
#[inline]
fn plain(bytes: impl Iterator<Item = u8>, is: impl Fn(u8) -> bool) -> Option<usize> {
    let mut length = 0;
    for byte in bytes.take(LONGEST) {
        if !is(byte) {
            return byte.is_ascii().then_some(length);
        }
        length += 1;
    }
    (length < LONGEST).then_some(length)
}

/// The end of the spaces that start at `at`; `at` itself where there are none.
pub(super) fn skip_spaces(text: &str, at: usize) -> usize {
    let ahead = text.as_bytes().get(at..).unwrap_or_default();
    let plain = plain(ahead.iter().copied(), |byte| matches!(byte, b' ' | b'\t'));
    if let Some(length) = plain.filter(|_| text.is_char_boundary(at)) {
        return at + length;
    }
    let rest = text.get(at..).unwrap_or_default();
    let spaces = rest.chars().take_while(|c| is_space(*c)).map(char::len_utf8).sum::<usize>();
    at + spaces
}

/// A space of any kind that may stand inside a line.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The word that follows `at` after at least one space, hyphens and apostrophes inside it.
pub(super) fn word_after(text: &str, at: usize) -> Option<Range<usize>> {
    let start = skip_spaces(text, at);
    if start == at { None } else { word_at(text, start) }
}

/// The word that starts at `start`.
pub(super) fn word_at(text: &str, start: usize) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    let len = plain(rest.bytes(), in_ascii_word).unwrap_or_else(|| {
        rest.chars().take(LONGEST).take_while(|c| in_word(*c)).map(char::len_utf8).sum::<usize>()
    });
    let word = rest.get(..len)?;
    // "engineers--two Peruvians": two hyphens are a dash.
    let tied = memchr::memchr(b'-', word.as_bytes()).is_some();
    let dash = if tied { word.find("--") } else { None };
    let word = dash.and_then(|at| word.get(..at)).unwrap_or(word);
    let word = word.trim_end_matches(['-', '\'', '’']);
    word.starts_with(char::is_alphanumeric).then(|| start..start + word.len())
}

/// The run of letters that starts at `start`.
pub(super) fn letters_at(text: &str, start: usize) -> Range<usize> {
    let rest = text.get(start..).unwrap_or_default();
    let letters = rest.chars().take(LONGEST).take_while(|c| c.is_alphabetic());
    let len = plain(rest.bytes(), |byte| byte.is_ascii_alphabetic())
        .unwrap_or_else(|| letters.map(char::len_utf8).sum::<usize>());
    start..start + len
}

/// The word that ends before `at`, with at least one space between.
pub(super) fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let head = text.get(..at)?;
    let spaces = plain(head.bytes().rev(), |byte| matches!(byte, b' ' | b'\t'));
    let slowly = || head.len() - head.trim_end_matches(is_space).len();
    let spaces = spaces.unwrap_or_else(slowly);
    if spaces == 0 {
        return None;
    }
    word_ending(text, at - spaces)
}

/// The word that ends at `end`.
pub(super) fn word_ending(text: &str, end: usize) -> Option<Range<usize>> {
    let head = text.get(..end)?;
    let letters = head.chars().rev().take(LONGEST).take_while(|c| in_word(*c));
    let len = plain(head.bytes().rev(), in_ascii_word)
        .unwrap_or_else(|| letters.map(char::len_utf8).sum::<usize>());
    (len > 0).then(|| end - len..end)
}

/// The character that ends at `at`.
pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that starts at `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The words of a range.
pub(super) fn words(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_find_the_words_around_a_place() {
        let text = "over 70 first-team players";
        assert_eq!(word_after(text, 7).map(|r| words(text, r)), Some("first-team"));
        assert_eq!(word_before(text, 5).map(|r| words(text, r)), Some("over"));
        assert_eq!(word_before(text, 6), None);
        assert_eq!(word_after(text, 6), None);
    }
}
