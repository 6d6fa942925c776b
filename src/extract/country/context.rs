//! The words around a place in the text. Never knows what a country is.

use super::letter::letter;

/// The word that ends before an offset, and what lies between them; empty where a line or more does.
pub(super) fn before(text: &str, at: usize) -> (&str, &str) {
    plain_before(text, at).unwrap_or_else(|| any_before(text, at))
}

/// The same, where all bytes looked at are ASCII.
#[inline]
fn plain_before(text: &str, at: usize) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        match end.checked_sub(1).map(|i| bytes.get(i)) {
            None => return Some(("", text.get(..at)?)),
            Some(Some(b)) if b.is_ascii_alphanumeric() => break,
            Some(Some(b)) if b.is_ascii() => end -= 1,
            _ => return None,
        }
        if at - end > 8 {
            return Some(("", ""));
        }
    }
    let mut start = end;
    while let Some(b) = start.checked_sub(1).and_then(|i| bytes.get(i)) {
        if !b.is_ascii() {
            return None;
        }
        if !b.is_ascii_alphanumeric() {
            break;
        }
        start -= 1;
    }
    Some((text.get(start..end)?, text.get(end..at)?))
}

fn any_before(text: &str, at: usize) -> (&str, &str) {
    let head = text.get(..at).unwrap_or_default();
    let gap = head.len() - head.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    if gap > 8 {
        return ("", "");
    }
    let end = head.len() - gap;
    let word = head.get(..end).unwrap_or_default();
    let start = word.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| {
        i + word.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    (word.get(start..).unwrap_or_default(), head.get(end..).unwrap_or_default())
}

/// What lies after an offset, and the word that begins then; empty where more than a few bytes lie between.
pub(super) fn after(text: &str, at: usize) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut start = at;
    while start < bytes.len() && letter(bytes, start) == 0 {
        if start - at > 8 {
            return ("", "");
        }
        start += 1;
    }
    let mut end = start;
    while letter(bytes, end) != 0 {
        end += letter(bytes, end);
    }
    (text.get(at..start).unwrap_or_default(), text.get(start..end).unwrap_or_default())
}

/// Whether a gap between two words is white space alone.
pub(super) fn blank(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}

/// Whether a gap is a comma and white space.
pub(super) fn comma(gap: &str) -> bool {
    gap.strip_prefix(',').is_some_and(blank)
}

/// Whether a word begins with a capital.
pub(super) fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a word is a name's: a capital, then small letters.
pub(super) fn named(word: &str) -> bool {
    capital(word) && word.chars().skip(1).any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_on_both_sides() {
        let text = "King Abdullah of Jordan, Ohio.";
        assert_eq!(before(text, 17), ("of", " "));
        assert_eq!(after(text, 23), (", ", "Ohio"));
        assert_eq!(before(text, 0), ("", ""));
        assert_eq!(after(text, text.len()), ("", ""));
        assert_eq!(before("“é Jordan", 6), ("é", " "));
    }
}
