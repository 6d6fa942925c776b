//! A block's words in; its sentences out, as byte ranges. Driven by the stops in the text: a scan for them and a look
//! at the words beside each. Never looks beyond the block.

use super::abbreviation::{Abbreviation, abbreviation, begins_sentences};
use super::line::{CLOSERS, OPENERS};
use super::mark::is_raised;
use super::span::Span;

/// Adds the sentences of the block at `block` of `clean`: no spaces around, footnote marks after a stop left outside.
pub(super) fn sentences(clean: &str, block: Span, found: &mut Vec<Span>) {
    let text = block.of(clean);
    let base = block.start as usize;
    let mut start = 0;
    let mut at = 0;
    let rare = has_rare_stop(text);
    while let Some(stop) = next_stop(text, at, rare) {
        let after = past_stops(text, stop);
        at = after;
        let Some(end) = sentence_end(text, start, stop, after) else { continue };
        push(text, base, start, end.words, found);
        start = end.next;
        at = at.max(start);
    }
    push(text, base, start, text.len(), found);
}

/// One block as one sentence.
pub(super) fn whole(clean: &str, block: Span, found: &mut Vec<Span>) {
    let text = block.of(clean);
    push(text, block.start as usize, 0, text.len(), found);
}

fn push(text: &str, base: usize, start: usize, end: usize, found: &mut Vec<Span>) {
    let Some(words) = text.get(start..end) else { return };
    let body = words.trim_end_matches(is_raised).trim();
    let head = start + words.len() - words.trim_start().len();
    if body.chars().any(char::is_alphanumeric) {
        found.push(Span::new(base + head, base + head + body.len()));
    }
}

/// The end of a sentence and the beginning of the next.
struct End {
    words: usize,
    next: usize,
}

/// Whether a text may have stops that are no ASCII.
fn has_rare_stop(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(0xe3, 0xef, 0xd8, bytes).is_some()
        || memchr::memchr2(0xdb, 0xe0, bytes).is_some()
        || memchr::memchr(0xa6, bytes).is_some()
}

/// The next full stop or the like, at or after a place.
fn next_stop(text: &str, from: usize, rare: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    if !rare {
        return memchr::memchr3(b'.', b'!', b'?', bytes.get(from..)?).map(|at| from + at);
    }
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&b| STOP[b as usize])?;
        match bytes.get(at)? {
            b'.' | b'!' | b'?' => return Some(at),
            _ if text.get(at..)?.starts_with(['…', '。', '！', '？', '؟', '۔', '।']) => {
                return Some(at);
            }
            _ => at += 1,
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

/// First bytes of stops.
static STOP: [bool; 256] = {
    let mut table = [false; 256];
    table[b'.' as usize] = true;
    table[b'!' as usize] = true;
    table[b'?' as usize] = true;
    table[0xe2] = true; // …
    table[0xe3] = true; // 。
    table[0xef] = true; // ！ ？
    table[0xd8] = true; // ؟
    table[0xdb] = true; // ۔
    table[0xe0] = true; // ।
    table
};

/// One past a row of stops: "?!", "...".
fn past_stops(text: &str, stop: usize) -> usize {
    if text.as_bytes().get(stop + 1) == Some(&b' ') && text.is_char_boundary(stop + 1) {
        return stop + 1;
    }
    let rest = text.get(stop..).unwrap_or_default();
    let bare = rest.trim_start_matches(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।']);
    stop + rest.len() - bare.len()
}

/// Whether a sentence ends with the stops at `stop..after`.
fn sentence_end(text: &str, start: usize, stop: usize, after: usize) -> Option<End> {
    let rest = text.get(after..)?;
    let spaced = rest.starts_with(' ');
    let unclosed = if spaced { rest } else { rest.trim_start_matches(CLOSERS) };
    let closers = rest.len() - unclosed.len();
    let words = after + closers;
    let unmarked = unclosed.trim_start_matches(is_raised);
    let tail = past_brackets(unmarked);
    let next = tail.trim_start();
    let fullwidth = text.get(stop..).is_some_and(|s| s.starts_with(['。', '！', '？']));
    if next.is_empty() || (next.len() == tail.len() && !fullwidth) {
        return None;
    }
    let end = End { words, next: text.len() - next.len() };
    let sure =
        fullwidth || breaks(text.get(start..stop)?, text.get(stop..after)?, closers > 0, next);
    sure.then_some(end)
}

/// Past reference marks in brackets: `1996.[4] It`.
fn past_brackets(rest: &str) -> &str {
    let mut rest = rest;
    while let Some(open) = rest.strip_prefix('[') {
        let inner = open.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
        match open.get(inner..).and_then(|r| r.strip_prefix(']')) {
            Some(after) => rest = after,
            None => break,
        }
    }
    rest
}

/// Whether a sentence ends between `before` and `next`, parted by `stops`.
fn breaks(before: &str, stops: &str, closed: bool, next: &str) -> bool {
    let bare = next.trim_start_matches(OPENERS);
    let Some(first) = bare.chars().next() else { return false };
    let opened = bare.len() < next.len();
    if first.is_lowercase() {
        return false;
    }
    if stops.starts_with(['!', '?', '؟', '۔', '।']) {
        return !closed || !first.is_numeric();
    }
    if stops != "." {
        return first.is_uppercase() || opened && first.is_alphabetic();
    }
    if closed {
        return !matches!(first, ',' | ';' | ':' | '—' | '–' | '-');
    }
    let begins =
        begins_sentences(bare.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
    after_word(before, first, begins || opened && !next.starts_with(['(', '[']))
}

/// Whether the full stop after the last word of `before` ends a sentence.
fn after_word(before: &str, first: char, begins: bool) -> bool {
    let word = last_word(before);
    let alone = word.len() == before.trim_start().len();
    if alone && word.len() <= 5 && word.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return false; // "1. Introduction"
    }
    let listed =
        before.strip_suffix(word).is_some_and(|head| head.trim_end().ends_with([':', ';']));
    if listed && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
        return false; // "as follows: 1. Control"
    }
    match abbreviation(word) {
        Some(Abbreviation::Never) => return false,
        Some(Abbreviation::Number) => return first.is_uppercase() && !is_label(word) && begins,
        Some(Abbreviation::Month) => return !first.is_numeric() && begins,
        Some(Abbreviation::Maybe) => return begins,
        None => {}
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        // An initial: "J. Smith"; "Vitamin C. The" ends.
        (Some(c), None) if c.is_uppercase() => return begins && c != 'I',
        _ => {}
    }
    if is_dotted(word) {
        return begins;
    }
    matches!(first, '•' | '(' | '*' | '§' | '$' | '€' | '£' | '#' | '@')
        || first.is_alphanumeric()
        || first == '-'
        || first == '–'
}

/// What stands after the last space, dash, slash or opening mark.
fn last_word(before: &str) -> &str {
    let plain = before.bytes().rposition(|b| !b.is_ascii_alphanumeric());
    if let Some(space) = plain.filter(|at| before.as_bytes().get(*at) == Some(&b' ')) {
        return before.get(space + 1..).unwrap_or_default();
    }
    before.rsplit([' ', '(', '[', '“', '"', '‘', '—', '–', '/']).next().unwrap_or_default()
}

/// "U.S", "D.C", "U.N.H.C.R", "J.K".
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            part.chars().count() <= 2 && part.chars().all(char::is_alphabetic) && !part.is_empty()
        })
}

/// Abbreviations that stand before a number only: "Fig.", "pp.".
fn is_label(word: &str) -> bool {
    matches!(word, "Fig" | "Figs" | "p" | "pp" | "Vol" | "Art")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Marks each boundary with a bar.
    fn split(text: &str) -> String {
        let mut found = Vec::new();
        sentences(text, Span::new(0, text.len()), &mut found);
        found.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for expected in [
            "One. | Two! | Three?",
            "Gen. Smith met Mr. J. R. Jones on 14 Sept. 1996. | They talked.",
            "He left the U.S. | The ship sailed.",
            "The U.S. Government said no.",
            "See p. 5 and No. 7, Art. 3, vol. 2.",
            "It cost $3.5 million. | 125 citizens were returned.",
            "“Why?” he asked. | “Because.” | She left.",
            "1. Introduction to it",
            "Wait... he said. | So... | Then it ended.",
            "In Washington, D.C., they met.",
            "It rose 3 p.m. on Monday.",
            "Apple Inc. said so. | It paid Apple Inc. | The end.",
            "In the following: (i) one, (ii) two.",
            "They were: 1. Control of the river. | 2. The islands.",
            "See e.g. Kazakhstan, i.e. Astana, etc. | The rest.",
            "He said (“Go.”) and went. | Nobody came.",
            "دخل الرئيس. | خرج الوزير؟ | نعم.",
            "版本。 | 第二。",
        ] {
            assert_eq!(split(&expected.replace("。 | ", "。").replace(" | ", " ")), expected);
        }
    }

    #[test]
    fn marks_after_a_stop_stand_outside() {
        assert_eq!(
            split("It ended.¹² Then, as Keohane⁷ says, more.¹³"),
            "It ended. | Then, as Keohane⁷ says, more."
        );
        assert_eq!(split("It ended in 1996.[4] It began."), "It ended in 1996. | It began.");
    }
}
