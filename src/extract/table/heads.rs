//! A line that may hold the heads of several columns, and the table's caption, in; the heads out. Splits only where the
//! caption lists them, where one noun ends each, or where the file has a gap between them.

use super::block::{WIDE, parts_by, tokens};
use super::lexicon;
use crate::text::{Span, Text};

/// The most columns of a torn table.
const MOST: usize = 6;
/// The longest line of heads, in bytes.
const LONGEST: usize = 160;

/// The heads of a line, two and more.
pub(super) fn of(text: &Text, line: Span, caption: Option<Span>) -> Option<Vec<Span>> {
    let words = tokens(text, line);
    if line.len() > LONGEST || words.len() < 2 || text.words(line).ends_with(['.', ',', ';', ':']) {
        return None;
    }
    let apart = parts_by(text, line, |width| width >= WIDE);
    let fits = |heads: &Vec<Span>| (2..=MOST).contains(&heads.len());
    Some(apart)
        .filter(|heads| fits(heads))
        .or_else(|| one_noun(text, &words).filter(fits))
        .or_else(|| listed(text, &words, caption).filter(fits))
        .or_else(|| known(text, &words).filter(fits))
}

/// "External Factors Internal Factors": each head as long as the others, its last word the same.
fn one_noun(text: &Text, words: &[Span]) -> Option<Vec<Span>> {
    let last = text.words(*words.last()?);
    let each = words.iter().position(|w| text.words(*w) == last)? + 1;
    if each < 2 || words.len() == each || !words.len().is_multiple_of(each) {
        return None;
    }
    let heads = words.chunks(each);
    let same = heads.clone().all(|head| head.last().is_some_and(|w| text.words(*w) == last));
    let again = words.iter().filter(|w| text.words(**w) == last).count() == words.len() / each;
    (same && again).then(|| heads.filter_map(hull).collect())
}

/// "Strengths Weaknesses" under "Strengths and Weaknesses of …": one word each, in the caption's order, with nothing but
/// "and", "or", "versus" and commas between.
fn listed(text: &Text, words: &[Span], caption: Option<Span>) -> Option<Vec<Span>> {
    let caption = tokens(text, caption?);
    let same = |a: &Span, b: &Span| bare(text.words(*a)).eq_ignore_ascii_case(bare(text.words(*b)));
    let first = words.first()?;
    let from = caption.iter().position(|word| same(word, first))?;
    let mut rest = caption.iter().skip(from).peekable();
    for (i, word) in words.iter().enumerate() {
        let mut linked = i == 0;
        while let Some(next) = rest.peek().map(|next| text.words(**next)) {
            if !matches!(bare(next), "" | "and" | "or" | "versus" | "vs") {
                break;
            }
            linked = true;
            rest.next();
        }
        let next = rest.next().filter(|next| same(next, word))?;
        linked |= i > 0 && comma_before(text, *next);
        if !linked {
            return None;
        }
    }
    Some(words.to_vec())
}

/// Whether a comma or a slash stands before a word.
fn comma_before(text: &Text, word: Span) -> bool {
    let before = text.clean.get(..word.start as usize).unwrap_or_default();
    before.trim_end().ends_with([',', '/'])
}

/// "Strengths Weaknesses Opportunities Threats": words that are set against each other wherever they stand.
fn known(text: &Text, words: &[Span]) -> Option<Vec<Span>> {
    let sets: Option<Vec<&lexicon::Head>> =
        words.iter().map(|word| lexicon::head(text.words(*word))).collect();
    let paired = sets?.chunks(2).all(|pair| match pair {
        [one, other] => one.set == other.set && one.name != other.name,
        _ => false,
    });
    paired.then(|| words.to_vec())
}

fn hull(words: &[Span]) -> Option<Span> {
    Some(words.first()?.hull(*words.last()?))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
