//! A group of pieces in; its lines from top to bottom out, each with its words: spaces where gaps are, tabs between the
//! cells of a row, raised digits as such, right-to-left script in the order it is read. Never decides where a paragraph
//! ends.

use super::bidi::{Sign, in_order, tokens};
use super::glyph::Glyph;
use super::piece::Piece;

/// A printed line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Its words.
    pub(super) text: String,
    /// Its left edge.
    pub(super) x0: f32,
    /// Its right edge.
    pub(super) x1: f32,
    /// Its baseline.
    pub(super) y: f32,
    /// The size of most of its letters.
    pub(super) size: f32,
    /// Which group of the page it is of.
    pub(super) group: usize,
}

/// The pieces of a line; raised and lowered ones too.
struct Row {
    y: f32,
    size: f32,
    x0: f32,
    x1: f32,
    pieces: Vec<usize>,
}

/// The lines of a group, whose pieces come from top to bottom.
pub(super) fn lines(
    glyphs: &[Glyph],
    pieces: &[Piece],
    group: &[usize],
    number: usize,
) -> Vec<Line> {
    let mut rows = rows(pieces, group);
    rows.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let line = |row: &Row| {
        let text = words(glyphs, pieces, row);
        let Row { x0, x1, y, size, .. } = *row;
        Line { text, x0, x1, y, size, group: number }
    };
    rows.iter().map(line).filter(|l| !l.text.is_empty()).collect()
}

/// Puts pieces on one baseline together; then the small ones that stand a little higher or lower to the line they touch.
fn rows(pieces: &[Piece], group: &[usize]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut small = Vec::new();
    for &i in group {
        let Some(piece) = pieces.get(i) else { continue };
        let near = |row: &&mut Row| (row.y - piece.y).abs() <= 0.3 * row.size.min(piece.size);
        // Pieces come from top to bottom: a line that still may take one is among the last.
        if let Some(row) = rows.iter_mut().rev().take(6).find(near) {
            if piece.size < 0.85 * row.size && (row.y - piece.y).abs() > 0.1 * row.size {
                small.push(i);
            } else {
                add(row, i, piece);
            }
            continue;
        }
        let Piece { x0, x1, y, size, .. } = *piece;
        rows.push(Row { y, size, x0, x1, pieces: vec![i] });
    }
    touching(pieces, &mut rows, small);
    rows
}

fn add(row: &mut Row, i: usize, piece: &Piece) {
    row.x0 = row.x0.min(piece.x0);
    row.x1 = row.x1.max(piece.x1);
    if piece.size > row.size {
        row.size = piece.size;
        row.y = piece.y;
    }
    row.pieces.push(i);
}

/// How many rows before and after one are looked at for the line it belongs to.
const REACH: usize = 12;

/// Takes rows of small letters, piece by piece, into the line whose letters they touch: marks, exponents, indexes.
fn touching(pieces: &[Piece], rows: &mut Vec<Row>, small: Vec<usize>) {
    let near: Vec<(f32, f32)> = rows.iter().map(|r| (r.y, r.size)).collect();
    let (mut lines, mut loose): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for (n, row) in rows.drain(..).enumerate() {
        let around = near.iter().skip(n.saturating_sub(REACH)).take(2 * REACH + 1);
        let beside =
            |&(y, size): &(f32, f32)| row.size < 0.88 * size && (y - row.y).abs() < 0.6 * size;
        if around.copied().any(|other| beside(&other)) { loose.push(row) } else { lines.push(row) }
    }
    let singles = small.into_iter().filter_map(|i| {
        pieces.get(i).map(|p| Row { y: p.y, size: p.size, x0: p.x0, x1: p.x1, pieces: vec![i] })
    });
    let mut kept = Vec::new();
    for row in loose.into_iter().chain(singles) {
        let mut left = Vec::new();
        for &i in &row.pieces {
            let Some(piece) = pieces.get(i) else { continue };
            match host(pieces, &mut lines, piece) {
                Some(line) => {
                    line.x0 = line.x0.min(piece.x0);
                    line.x1 = line.x1.max(piece.x1);
                    line.pieces.push(i);
                }
                None => left.push(i),
            }
        }
        if !left.is_empty() {
            kept.push(Row { pieces: left, ..row });
        }
    }
    rows.append(&mut lines);
    rows.append(&mut kept);
}

/// The line beside which a small piece stands, at most a letter away from one of its pieces.
fn host<'r>(pieces: &[Piece], lines: &'r mut [Row], small: &Piece) -> Option<&'r mut Row> {
    let beside = |row: &Row| {
        let rise = row.y - small.y;
        let level =
            small.size < 0.9 * row.size && (-0.35 * row.size..=0.6 * row.size).contains(&rise);
        level
            && row.pieces.iter().filter_map(|&i| pieces.get(i)).any(|p| {
                let (after, before) = (small.x0 - p.x1, p.x0 - small.x1);
                let reach = 0.6 * row.size;
                (-0.5 * row.size..=reach).contains(&after)
                    || (-0.2 * row.size..=reach).contains(&before)
            })
    };
    // Lines come from top to bottom; only those near it in height are looked at.
    let from = lines.partition_point(|l| l.y < small.y - small.size * 2.0);
    lines.iter_mut().skip(from).take(24).find(|row| beside(row))
}

/// Writes the words of a line.
fn words(glyphs: &[Glyph], pieces: &[Piece], row: &Row) -> String {
    let mut here: Vec<&Piece> = row.pieces.iter().filter_map(|&i| pieces.get(i)).collect();
    here.sort_by(|a, b| a.x0.total_cmp(&b.x0).then(a.first.cmp(&b.first)));
    let mut line: Vec<usize> = here.iter().flat_map(|p| p.first..p.end).collect();
    let at = |i: &usize| glyphs.get(*i);
    let right_to_left = line.iter().filter_map(at).filter(|g| g.is_rtl()).count();
    if right_to_left > 0 {
        let middle = |i: &usize| at(i).map_or(0.0, |g| g.x + g.width / 2.0);
        line.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        let tokens = tokens(&marks_of(glyphs, row, &line));
        return in_order(&tokens, right_to_left * 2 > line.len());
    }
    let mut text = String::with_capacity(line.len() + line.len() / 4);
    for sign in marks_of(glyphs, row, &line) {
        sign.write(&mut text);
    }
    text
}

/// The letters of a line from left to right, with the blanks between them.
fn marks_of(glyphs: &[Glyph], row: &Row, line: &[usize]) -> Vec<Sign> {
    let wide = tracked(glyphs, line);
    let mut signs: Vec<Sign> = Vec::with_capacity(line.len());
    let mut above: Option<(usize, &Glyph)> = None;
    for &i in line {
        let Some(glyph) = glyphs.get(i) else { continue };
        let before = above.and_then(|(j, last)| blank(last, glyph, j + 1 == i || i + 1 == j, wide));
        let raised = row.y - glyph.y > 0.15 * row.size && glyph.size < 0.85 * row.size;
        let mut shown = String::new();
        match glyph.letter.to_digit(10).filter(|_| raised) {
            Some(digit) => shown.extend(RAISED.get(digit as usize)),
            None => glyph.write(&mut shown),
        }
        // A mark belongs to the word it follows, however it was set.
        let before = before.filter(|b| {
            !(raised && *b == ' ' && glyph.letter.is_ascii_digit() && is_tight(above, glyph))
        });
        signs.push(Sign { before, shown, rtl: glyph.is_rtl() });
        above = Some((i, glyph));
    }
    signs
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn is_tight(above: Option<(usize, &Glyph)>, glyph: &Glyph) -> bool {
    above.is_some_and(|(_, last)| glyph.x - last.end() < 0.2 * last.size)
}

/// What stands between two neighbours: `adjacent` are those that were drawn one after the other, `wide` is how far the
/// letters of the line's words stand apart.
fn blank(left: &Glyph, right: &Glyph, adjacent: bool, wide: f32) -> Option<char> {
    let size = left.size.max(right.size);
    let gap = (right.x - left.end()) / size;
    let drawn = adjacent && (right.spaced || left.is_rtl() && left.spaced) && gap > 0.05;
    let least = if left.is_spaceless() && right.is_spaceless() { 0.5 } else { 0.15 + wide };
    if gap > 2.0 + wide {
        Some('\t')
    } else if gap > least || drawn && gap > 0.05 + wide.min(0.1) {
        Some(' ')
    } else {
        None
    }
}

/// How far apart letters of a line stand whose words are set wide ("R E P O R T"), in sizes of the font; 0 in most lines.
fn tracked(glyphs: &[Glyph], line: &[usize]) -> f32 {
    let letters = line.iter().filter_map(|&i| glyphs.get(i));
    let pairs = letters.clone().zip(letters.skip(1));
    let mut gaps: Vec<f32> = pairs
        .filter(|(a, b)| a.letter.is_alphabetic() && b.letter.is_alphabetic() && !b.spaced)
        .map(|(a, b)| (b.x - a.end()) / a.size.max(b.size))
        .collect();
    if gaps.len() < 6 {
        return 0.0;
    }
    gaps.sort_by(f32::total_cmp);
    let middle = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    if (0.05..0.8).contains(&middle) { middle } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::piece::pieces;
    use super::*;

    fn set(page: &mut Vec<Glyph>, words: &str, (x, y): (f32, f32), size: f32) {
        for (i, letter) in words.chars().enumerate() {
            let x = x + 0.5 * size * i as f32;
            if letter != ' ' {
                let (more, width) = (None, 0.5 * size);
                page.push(Glyph { letter, more, x, y, width, size, spaced: false });
            }
        }
    }

    fn read(page: &[Glyph]) -> Vec<String> {
        let pieces = pieces(page);
        let mut all: Vec<usize> = (0..pieces.len()).collect();
        all.sort_by(|&a, &b| pieces[a].y.total_cmp(&pieces[b].y));
        lines(page, &pieces, &all, 0).into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn marks_are_raised_and_stay_with_their_word() {
        let mut page = Vec::new();
        set(&mut page, "in 2005", (0.0, 100.0), 10.0);
        set(&mut page, "28", (35.5, 96.0), 6.0);
        set(&mut page, "they left", (46.0, 100.0), 10.0);
        set(&mut page, "H", (0.0, 120.0), 10.0);
        set(&mut page, "2", (5.0, 122.0), 6.0);
        set(&mut page, "O and more", (8.0, 120.0), 10.0);
        assert_eq!(read(&page), ["in 2005²⁸ they left", "H2O and more"]);
    }

    #[test]
    fn wide_gaps_are_cells_and_wide_letters_are_words() {
        let mut page = Vec::new();
        set(&mut page, "Total", (0.0, 100.0), 10.0);
        set(&mut page, "12", (80.0, 100.0), 10.0);
        for (i, letter) in "REPORT OF".chars().enumerate().filter(|(_, c)| *c != ' ') {
            set(&mut page, &letter.to_string(), (9.0 * i as f32, 130.0), 10.0);
        }
        assert_eq!(read(&page), ["Total\t12", "REPORT OF"]);
    }
}
