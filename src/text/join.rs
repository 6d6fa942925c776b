//! Two halves of a word that a line end has parted in; whether they stand together, with a hyphen or as two words out.
//! Never looks beyond the two halves: the document's words decide, then a common word list.

use super::vocabulary::Vocabulary;
use super::words::is_english;

/// How the words on both sides of a line end belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// One word: the hyphen goes.
    Join,
    /// A compound: the hyphen stays.
    Keep,
    /// Two words, parted by a space.
    Space,
}

/// Decides a line end between two lines' words.
pub(super) fn seam(above: &str, below: &str, vocabulary: &Vocabulary<'_>) -> Seam {
    let Some(next) = below.chars().next() else { return Seam::Space };
    let mut back = above.chars().rev();
    let (last, before) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    match last {
        '-' if before.is_alphanumeric() => {}
        '–' if before.is_numeric() && next.is_numeric() => return Seam::Keep,
        '—' if !before.is_whitespace() => return Seam::Keep,
        '/' if !before.is_whitespace() && next.is_alphanumeric() => return Seam::Keep,
        _ if wide(last) && wide(next) => return Seam::Keep,
        _ => return Seam::Space,
    }
    if !next.is_alphanumeric() {
        // "counter- (and", "pre- and": the hyphen hangs in the air.
        return Seam::Space;
    }
    if before.is_numeric() || next.is_numeric() {
        return Seam::Keep;
    }
    let (left, right) = halves(above, below);
    if hangs(left, right) {
        return Seam::Space;
    }
    halves_seam(left, right, vocabulary)
}

/// Whether joining two halves, or a hyphen between them, makes a word that is known for certain.
pub(super) fn is_known(above: &str, below: &str, vocabulary: &Vocabulary<'_>) -> bool {
    let (left, right) = halves(above, below);
    count(&[left, right], vocabulary) > 0
        || count(&[left, "-", right], vocabulary) > 0
        || is_word(last_part(left), first_part(right), vocabulary)
}

fn halves_seam(left: &str, right: &str, vocabulary: &Vocabulary<'_>) -> Seam {
    let whole = count(&[left, right], vocabulary);
    let hyphened = count(&[left, "-", right], vocabulary);
    if whole > 0 || hyphened > 0 {
        return if whole >= hyphened { Seam::Join } else { Seam::Keep };
    }
    let (before, after) = (last_part(left), first_part(right));
    let compound = count(&[before, "-", after], vocabulary);
    let one = count(&[before, after], vocabulary);
    if compound > one {
        return Seam::Keep;
    }
    if is_word(before, after, vocabulary) {
        return Seam::Join;
    }
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let shouted = before.chars().all(char::is_uppercase);
    if capital(after) && !shouted {
        return Seam::Keep;
    }
    let english = |half: &str| half.len() > 2 && is_english(&half.to_lowercase());
    let counted = |count: u32, half: &str| half.len() > 2 && count > 0;
    // "inter-" stands before hyphens elsewhere, and "religious" is a word: "inter-religious".
    let hyphenates = english(before)
        || counted(vocabulary.count(before), before)
        || vocabulary.count_before_hyphen(before) > 0;
    let goes_on = || english(after) || counted(vocabulary.count_any(after), after);
    if hyphenates && goes_on() { Seam::Keep } else { Seam::Join }
}

/// Whether two halves make one word that the document or the word list knows.
fn is_word(before: &str, after: &str, vocabulary: &Vocabulary<'_>) -> bool {
    let known = |word: &str| vocabulary.count(word) > 0 || is_english(&word.to_lowercase());
    before.len() + after.len() > 3 && together(&[before, after], known)
}

/// How often the document has a word that some parts make.
fn count(parts: &[&str], vocabulary: &Vocabulary<'_>) -> u32 {
    together(parts, |word| vocabulary.count(word))
}

/// The longest word that is put together in place.
const SHORT: usize = 64;

/// Asks something of the word that some parts make, without making room for it where it is short.
fn together<T>(parts: &[&str], ask: impl FnOnce(&str) -> T) -> T {
    let mut room = [0; SHORT];
    let mut end = 0;
    for part in parts {
        match room.get_mut(end..end + part.len()) {
            Some(place) => place.copy_from_slice(part.as_bytes()),
            None => return ask(&parts.concat()),
        }
        end += part.len();
    }
    ask(room.get(..end).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default())
}

/// "pre- and post-war": the hyphen waits for a word that comes later.
fn hangs(left: &str, right: &str) -> bool {
    matches!(right, "and" | "or" | "to" | "und" | "oder" | "et" | "ou") && !left.is_empty()
}

/// The letters before the hyphen that ends a line, those that words are asked for by.
pub(super) fn first_half(above: &str) -> &str {
    halves(above, "").0
}

/// The letters before the hyphen that ends a line, and those that begin the next, with hyphens inside.
fn halves<'a>(above: &'a str, below: &'a str) -> (&'a str, &'a str) {
    let letter = |c: char| c.is_alphanumeric() || c == '-';
    let above = above.strip_suffix('-').unwrap_or(above);
    let left = above.rsplit(|c| !letter(c)).next().unwrap_or_default();
    let right = below.split(|c| !letter(c)).next().unwrap_or_default();
    (left, right.trim_end_matches('-'))
}

fn last_part(word: &str) -> &str {
    word.rsplit('-').next().unwrap_or_default()
}

fn first_part(word: &str) -> &str {
    word.split('-').next().unwrap_or_default()
}

/// Han and kana, which are written without spaces.
fn wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_decides_first_then_the_word_list_then_the_halves() {
        let known = Vocabulary::of(
            b"Kazakhstan Nursultan multi-vector ANSAs inter-ethnic inter-state anti-terrorist non-state \
              percent socio-economic multivector multi-vector",
            [""].into_iter(),
        );
        for (above, below, expected) in [
            ("Ka-", "zakhstan", Seam::Join),
            ("Nursul-", "tan Nazarbayev", Seam::Join),
            ("a multi-", "vector policy", Seam::Keep),
            ("counter-ter-", "rorism", Seam::Join),
            ("AN-", "SAs", Seam::Join),
            ("inter-", "religious and", Seam::Keep),
            ("inter-", "national", Seam::Join),
            ("non-", "state", Seam::Keep),
            ("an-", "ti-terrorist", Seam::Join),
            ("so-", "cio-economic", Seam::Join),
            ("40 per-", "cent.34", Seam::Join),
            ("law-", "making bodies", Seam::Keep),
            ("debel-", "licization", Seam::Join),
            ("during 2011-", "2012, 12", Seam::Keep),
            ("a 5-", "year plan", Seam::Keep),
            ("Asia-", "Pacific", Seam::Keep),
            ("pre- and post-", "war", Seam::Keep),
            ("pre-", "and post-war", Seam::Space),
            ("word –", "from", Seam::Space),
            ("2011–", "2012", Seam::Keep),
            ("plain", "words", Seam::Space),
            ("中国", "人民", Seam::Keep),
        ] {
            assert_eq!(seam(above, below, &known), expected, "{above}|{below}");
        }
    }
}
