//! Footnote marks: digits glued to words, told from years and numbers by the rising row they make through a document.
//! A draft in; a draft out with the marks raised. Documents without such a row are left as they are.

use super::compose::Draft;
use super::scan;
use super::span::Span;

/// Digits that may be a mark.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    /// Its digits in the draft.
    span: Span,
    /// Its number.
    number: u32,
    /// 2 after a full stop, comma or bracket; 1 after a small letter; 0 where it could be part of a year or number.
    trust: u8,
}

/// Raises the footnote marks of a draft. Gives their places.
pub(super) fn raise(draft: &mut Draft) -> Vec<Span> {
    let candidates = candidates(&draft.clean);
    let mut chosen = Vec::new();
    rows(&candidates, &mut chosen, 0);
    chosen.sort_unstable();
    let raised = raised_already(&draft.clean);
    if chosen.is_empty() {
        return raised;
    }
    rewrite(draft, &chosen)
}

/// All digits that may be marks, rising.
fn candidates(clean: &str) -> Vec<Candidate> {
    let bytes = clean.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = scan::next_digit(bytes, at) {
        let len = bytes
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        at = start + len;
        if let Some(candidate) = candidate(clean, start, at) {
            found.push(candidate);
        }
    }
    found
}

/// A run of digits as a mark, when what stands before and after allows it.
fn candidate(clean: &str, start: usize, end: usize) -> Option<Candidate> {
    let after = clean.get(end..)?.chars().next();
    if after.is_some_and(|c| {
        c.is_alphanumeric() || matches!(c, '%' | '+' | '-' | '–' | '/' | '$' | '€')
    }) {
        return None;
    }
    if matches!(after, Some('.' | ','))
        && clean.as_bytes().get(end + 1).is_some_and(u8::is_ascii_digit)
    {
        return None;
    }
    let digits = clean.get(start..end)?;
    let head = clean.get(..start)?;
    let glued = |from: usize, trust: u8| {
        let words = digits.get(from..).filter(|d| !d.starts_with('0') && d.len() <= 3)?;
        let number = words.parse().ok()?;
        Some(Candidate { span: Span::new(start + from, end), number, trust })
    };
    let mut back = head.chars().rev();
    let (last, before) = (back.next()?, back.next());
    match last {
        '.' | ',' | ';' | ':' | '!' | '?' | '…' => match before? {
            c if c.is_alphabetic()
                || matches!(c, ')' | ']' | '”' | '’' | '"' | '\'' | '%' | '.') =>
            {
                glued(0, 2)
            }
            c if c.is_ascii_digit() && last != ':' => glued(0, 0),
            _ => None,
        },
        ')' | ']' | '”' | '’' | '"' | '»' => glued(0, 2),
        c if c.is_lowercase() => glued(0, 1),
        _ => {
            // "200528": a year and a mark.
            let year = digits.get(..4).and_then(|y| y.parse::<u32>().ok())?;
            let free = !last.is_alphanumeric() && !matches!(last, '$' | '€' | '£' | '#');
            if free && (1000..2100).contains(&year) && digits.len() > 4 {
                glued(4, 0)
            } else {
                None
            }
        }
    }
}

/// Finds rows that count 1, 2, 3 … among candidates, the best one first, then what lies before and after it.
fn rows(candidates: &[Candidate], chosen: &mut Vec<Span>, depth: usize) {
    if candidates.len() < 3 || depth > 64 {
        return;
    }
    let row = best_row(candidates);
    let (Some(&first), Some(&last)) = (row.first(), row.last()) else { return };
    if !is_credible(candidates, &row) {
        return;
    }
    chosen.extend(row.iter().filter_map(|&i| candidates.get(i)).map(|c| c.span));
    rows(candidates.get(..first).unwrap_or_default(), chosen, depth + 1);
    rows(candidates.get(last + 1..).unwrap_or_default(), chosen, depth + 1);
}

/// The row of rising numbers with the most trust: each step is 1, seldom 2 or 3. Indexes of `candidates`.
fn best_row(candidates: &[Candidate]) -> Vec<usize> {
    // For each number below 1000: the best row so far that ends with it, as (score, index).
    let mut ends: Vec<Option<(i32, usize)>> = vec![None; 1000];
    let mut above: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    let mut best: Option<(i32, usize)> = None;
    for (i, candidate) in candidates.iter().enumerate() {
        let number = candidate.number as usize;
        let step = (1..=3).filter_map(|step| {
            let (score, from) = ends.get(number.checked_sub(step)?).copied().flatten()?;
            Some((score - 3 * (step as i32 - 1), from))
        });
        let before = step.max_by_key(|&(score, from)| (score, from));
        let gain = 2 + i32::from(candidate.trust);
        // A row that begins late has lost its beginning.
        let late = -4 * (number as i32 - 1).min(5);
        let (score, from) = match before {
            Some((score, from)) if score > late => (score + gain, Some(from)),
            _ => (late + gain, None),
        };
        above.push(from);
        if let Some(slot) = ends.get_mut(number)
            && slot.is_none_or(|(s, _)| score >= s)
        {
            *slot = Some((score, i));
        }
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, i));
        }
    }
    let mut row: Vec<usize> =
        std::iter::successors(best.map(|(_, i)| i), |&i| above.get(i).copied().flatten()).collect();
    row.reverse();
    row
}

/// Whether a row is one of footnote marks: long enough, nearly without gaps, mostly after full stops and commas,
/// and not the numbering of one word ("phase1, phase2").
fn is_credible(candidates: &[Candidate], row: &[usize]) -> bool {
    let members: Vec<&Candidate> = row.iter().filter_map(|&i| candidates.get(i)).collect();
    let (Some(first), Some(last)) = (members.first(), members.last()) else { return false };
    let count = members.len() as u32;
    let range = last.number - first.number + 1;
    let sure = members.iter().filter(|c| c.trust == 2).count() as u32;
    let begins = first.number <= 2 || count >= 8;
    begins && sure >= 3 && sure * 2 >= count && count * 10 >= range * 7
}

/// Writes the draft anew with the chosen digits raised; gives their new places.
fn rewrite(draft: &mut Draft, chosen: &[Span]) -> Vec<Span> {
    let old = std::mem::take(draft);
    let mut places = chosen.iter().copied().peekable();
    let mut moved = Moved::default();
    draft.clean.reserve(old.clean.len() + chosen.len() * 6);
    for piece in &old.pieces {
        let mut at = piece.clean.start;
        while let Some(mark) = places.next_if(|m| m.start < piece.clean.end) {
            let source = |clean: u32| {
                if piece.verbatim {
                    piece.source.start + clean - piece.clean.start
                } else {
                    piece.source.start
                }
            };
            draft.push(
                Span { start: at, end: mark.start }.of(&old.clean),
                (source(at), source(mark.start)),
                piece.verbatim,
            );
            let start = draft.clean.len();
            for (n, digit) in mark.of(&old.clean).bytes().enumerate() {
                let place = source(mark.start + n as u32);
                draft.push(superscript(digit), (place, place + 1), false);
            }
            at = mark.end;
            moved.marks.push(Span::new(start, draft.clean.len()));
            moved.shifts.push((mark.end, draft.clean.len() as u32 - mark.end));
        }
        let rest = Span { start: at, end: piece.clean.end };
        let source = if piece.verbatim {
            piece.source.start + at - piece.clean.start
        } else {
            piece.source.start
        };
        draft.push(rest.of(&old.clean), (source, piece.source.end), piece.verbatim);
    }
    draft.blocks = old
        .blocks
        .into_iter()
        .map(|mut block| {
            block.span =
                Span { start: moved.place(block.span.start), end: moved.place(block.span.end) };
            block
        })
        .collect();
    moved.marks
}

/// Where old places went.
#[derive(Default)]
struct Moved {
    marks: Vec<Span>,
    /// An old place and how far it and all after it moved.
    shifts: Vec<(u32, u32)>,
}

impl Moved {
    fn place(&self, old: u32) -> u32 {
        let before = self.shifts.partition_point(|s| s.0 <= old);
        let shift = before.checked_sub(1).and_then(|i| self.shifts.get(i)).map_or(0, |s| s.1);
        old + shift
    }
}

fn superscript(digit: u8) -> &'static str {
    const RAISED: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
    RAISED.get(usize::from(digit.wrapping_sub(b'0'))).copied().unwrap_or("")
}

/// Marks that the file itself has raised, after a word or full stop; "10³" and "km²" are none.
fn raised_already(clean: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for at in memchr::memchr2_iter(0xc2, 0xe2, clean.as_bytes()) {
        let rest = clean.get(at..).unwrap_or_default();
        let Some(digit) = rest.chars().next().filter(|c| is_raised(*c)) else { continue };
        let end = (at + digit.len_utf8()) as u32;
        if let Some(last) = found.last_mut().filter(|last| last.end as usize == at) {
            last.end = end;
            continue;
        }
        let head = clean.get(..at).unwrap_or_default();
        let unit = ["m", "km", "cm", "mm", "ft", "mi"].iter().any(|unit| {
            head.strip_suffix(unit).is_some_and(|h| {
                h.ends_with([' ', '\u{a0}']) || h.ends_with(|c: char| c.is_ascii_digit())
            })
        });
        let glued = head.ends_with(|c: char| {
            c.is_alphabetic() || matches!(c, '.' | ',' | ';' | ')' | '”' | '’' | '"')
        });
        if glued && !unit {
            found.push(Span { start: at as u32, end });
        }
    }
    found
}

/// Whether a character is a raised digit.
pub(super) fn is_raised(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(text: &str) -> (String, usize) {
        let mut draft = Draft::default();
        draft.push(text, (0, text.len() as u32), true);
        let marks = raise(&mut draft);
        for (mark, piece) in marks.iter().zip(draft.pieces.iter().filter(|p| !p.verbatim)) {
            assert!(piece.clean.overlaps(*mark) || marks.len() < 10);
        }
        (draft.clean, marks.len())
    }

    #[test]
    fn a_rising_row_of_marks_is_raised() {
        let (text, marks) = raised(
            "observers.1 discussion,2 regimes,3 in the law of 20054 and of 1999.5 for 2018-20226 as Keohane7 says. The \
             area is 5 km2, the end.8",
        );
        assert_eq!(marks, 8);
        assert!(text.contains("observers.¹") && text.contains("2005⁴") && text.contains("1999.⁵"));
        assert!(
            text.contains("2018-2022⁶") && text.contains("Keohane⁷ says") && text.contains("km2,")
        );
    }

    #[test]
    fn marks_the_file_has_raised_are_found_but_no_squares_and_powers() {
        let clean = "observers.¹ Keohane¹² on 5 km² and 10³ at 3 m²";
        let words: Vec<_> = raised_already(clean).iter().map(|m| m.of(clean)).collect();
        assert_eq!(words, ["¹", "¹²"]);
    }

    #[test]
    fn texts_without_such_a_row_are_left_alone() {
        for text in [
            "F16 and F35, G20 and COVID19, 1995.5 and 3.5, P5+1 in H1 of 2018.",
            "phase1, phase2, phase3 and phase4 of 200528",
            "at 10.1 and 10.2 and 10.3",
            "Chapter.1 is all",
        ] {
            assert_eq!(raised(text), (text.to_owned(), 0));
        }
    }
}
