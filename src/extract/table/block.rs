//! A block in; the parts that gaps and line ends of the file part it into, and what kind of word a token is, out.
//! Never sees the file: the source map tells how wide a gap was there.

use crate::text::{Piece, Span, Text};

/// The fewest blanks of the file that part two cells, as for the rows that the text's own reading knows.
pub(super) const WIDE: usize = 3;

/// The pieces of a block.
fn pieces(text: &Text, block: Span) -> impl Iterator<Item = &Piece> {
    let all = text.map.pieces();
    let first = all.partition_point(|p| p.clean.end <= block.start);
    all.iter().skip(first).take_while(move |p| p.clean.start < block.end)
}

/// The parts of a block between tabs, line ends and runs of at least so many blanks.
pub(super) fn parts(text: &Text, block: Span, wide: usize) -> Vec<Span> {
    parts_by(text, block, |width| width == 1 || width >= wide)
}

/// The parts of a block between gaps of a width in bytes of the file; one is a tab or a line end.
pub(super) fn parts_by(text: &Text, block: Span, is: impl Fn(usize) -> bool) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut from = block.start;
    for piece in pieces(text, block) {
        let gap = !piece.verbatim && text.words(piece.clean) == " ";
        if gap && is(piece.source.len()) {
            parts.push(Span { start: from, end: piece.clean.start });
            from = piece.clean.end;
        }
    }
    parts.push(Span { start: from, end: block.end });
    parts.retain(|part| !part.is_empty());
    parts
}

/// The lines of the file that a block was made of; words that a line end broke are parted too.
pub(super) fn lines(text: &Text, block: Span) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut from = block.start;
    let mut end: Option<u32> = None;
    for piece in pieces(text, block) {
        let gap = !piece.verbatim && text.words(piece.clean) == " ";
        let broken = end.is_some_and(|end| end != piece.source.start);
        if piece.clean.start > from && (gap || broken) {
            lines.push(Span { start: from, end: piece.clean.start });
            from = if gap { piece.clean.end } else { piece.clean.start };
        }
        end = Some(piece.source.end);
    }
    lines.push(Span { start: from, end: block.end });
    lines.retain(|line| !line.is_empty());
    lines
}

/// The tokens of a part, each with its place.
pub(super) fn tokens(text: &Text, part: Span) -> Vec<Span> {
    let words = text.words(part);
    let mut tokens = Vec::new();
    let mut at = part.start as usize;
    for token in words.split(' ') {
        if !token.is_empty() {
            tokens.push(Span::new(at, at + token.len()));
        }
        at += token.len() + 1;
    }
    tokens
}

/// The year that a token is: "2014", "2014*", "2013/14".
pub(super) fn year(token: &str) -> Option<u16> {
    let bare = token.trim_end_matches(|c: char| !c.is_ascii_digit());
    if token.len() > bare.len() + 4 {
        return None;
    }
    let (first, second) = bare.split_once(['/', '-', '–']).unwrap_or((bare, "00"));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let fits = first.len() == 4 && digits(first) && digits(second) && matches!(second.len(), 2 | 4);
    let year = fits.then(|| first.parse().ok()).flatten();
    year.filter(|year| (1500..=2100).contains(year))
}

/// Whether a token is a number of a table, or the mark of one that is missing: "1,204", "12.5%", "–", "n/a".
pub(super) fn is_number(token: &str) -> bool {
    if matches!(token, "-" | "–" | "—" | ".." | "..." | "…" | "n/a" | "N/A" | "n.a." | "NA") {
        return true;
    }
    let bare = token.trim_start_matches(['(', '+', '-', '−', '–', '~', '<', '>', '$', '€', '£']);
    let bare = bare.trim_end_matches(|c: char| {
        matches!(c, ')' | '%' | '*' | '†') || !c.is_ascii() && c.is_numeric()
    });
    bare.bytes().any(|b| b.is_ascii_digit())
        && bare.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
        && !bare.ends_with(',')
}

/// Whether a cell is nothing but a number, a date or the mark of one that is missing.
pub(super) fn is_figure(words: &str) -> bool {
    let mut tokens = words.split_whitespace();
    let first = tokens.next().is_some_and(is_number);
    first && tokens.all(|t| is_number(t) || matches!(t, "million" | "billion" | "%" | "percent"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_years_are_told_from_words() {
        for token in ["1,204", "12.5%", "–", "n/a", "(3)", "-4", "$12", "7*", "12²"] {
            assert!(is_number(token), "{token}");
        }
        for token in ["4th", "B2", "12,", "two", "3x4", ""] {
            assert!(!is_number(token), "{token}");
        }
        for (token, expected) in
            [("2014", Some(2014)), ("2013/14", Some(2013)), ("2015*", Some(2015)), ("20140", None)]
        {
            assert_eq!(year(token), expected, "{token}");
        }
        assert_eq!((year("204"), year("2014-word"), year("9999")), (None, None, None));
    }
}
