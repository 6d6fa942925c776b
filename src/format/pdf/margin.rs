//! Line numbers in a margin, as proofs, bills and transcripts have them: finds a column of rising numbers with all other
//! text to its right, and leaves it out. Never touches numbers within the text.

use super::glyph::Glyph;
use super::piece::Piece;

/// The fewest numbers that make a column of line numbers.
const FEWEST: usize = 8;

/// Leaves out the numbers of lines.
pub(super) fn leave_out(glyphs: &[Glyph], pieces: &mut Vec<Piece>) {
    let number = |piece: &Piece| -> Option<u32> {
        let letters = glyphs.get(piece.first..piece.end)?;
        if letters.len() > 4 {
            return None;
        }
        letters.iter().try_fold(0, |n, g| Some(n * 10 + g.letter.to_digit(10)?))
    };
    let mut numbers: Vec<(usize, u32)> =
        pieces.iter().enumerate().filter_map(|(i, p)| number(p).map(|n| (i, n))).collect();
    let Some(left) =
        numbers.iter().filter_map(|(i, _)| pieces.get(*i)).map(|p| p.x1).min_by(f32::total_cmp)
    else {
        return;
    };
    numbers.retain(|(i, _)| pieces.get(*i).is_some_and(|p| (p.x1 - left).abs() <= 0.7 * p.size));
    if numbers.len() < FEWEST {
        return;
    }
    numbers.sort_by(|a, b| {
        let y = |i: usize| pieces.get(i).map_or(0.0, |p| p.y);
        y(a.0).total_cmp(&y(b.0))
    });
    let step = |w: &[(usize, u32)]| matches!(w, [a, b] if b.1 == a.1 + 1);
    let rising = numbers.windows(2).filter(|w| step(w)).count();
    let edge = left + 2.0;
    let inside = pieces.iter().filter(|p| p.x0 < edge).count();
    // Nearly nothing else begins as far to the left, and the numbers count up.
    if rising * 10 < (numbers.len() - 1) * 9 || inside > numbers.len() + 3 {
        return;
    }
    let mut at = 0;
    let mut out: Vec<usize> = numbers.iter().map(|(i, _)| *i).collect();
    out.sort_unstable();
    pieces.retain(|_| {
        at += 1;
        out.binary_search(&(at - 1)).is_err()
    });
}

#[cfg(test)]
mod tests {
    use super::super::piece::pieces;
    use super::*;

    #[test]
    fn numbers_of_lines_go_and_a_column_of_figures_stays() {
        let mut page = Vec::new();
        let mut set = |words: &str, x: f32, y: f32| {
            for (i, letter) in words.chars().enumerate() {
                let x = x + 5.0 * i as f32;
                page.push(Glyph {
                    letter,
                    more: None,
                    x,
                    y,
                    width: 5.0,
                    size: 10.0,
                    spaced: false,
                });
            }
        };
        for line in 1..=10u8 {
            let y = 20.0 * f32::from(line);
            let number = line.to_string();
            set(&number, 40.0 - 5.0 * number.len() as f32, y);
            set("words", 60.0, y);
            set(&(line * 7).to_string(), 120.0, y);
        }
        let mut found = pieces(&page);
        leave_out(&page, &mut found);
        assert_eq!(found.len(), 20);
        leave_out(&page, &mut found);
        assert_eq!(found.len(), 20);
    }
}
