//! Letters in the order a page draws them in; pieces of lines out: letters on one baseline, of one size, without a wide
//! gap. Never puts pieces together: what stands side by side may be two columns.

use super::glyph::Glyph;

/// The widest gap inside a piece, in sizes of its font.
const GAP: f32 = 0.9;

/// Letters that stand together.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The first of its letters on the page.
    pub(super) first: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Its left edge.
    pub(super) x0: f32,
    /// Its right edge.
    pub(super) x1: f32,
    /// Its baseline.
    pub(super) y: f32,
    /// The size of its font.
    pub(super) size: f32,
    /// How many of its letters are of an alphabet or the like, and no figures or signs.
    pub(super) alphabetic: usize,
}

impl Piece {
    /// How many letters it has.
    pub(super) fn letters(&self) -> usize {
        self.end - self.first
    }

    /// About where its letters' upper edge is.
    pub(super) fn top(&self) -> f32 {
        self.y - self.size * 0.75
    }

    /// About where its letters' lower edge is.
    pub(super) fn bottom(&self) -> f32 {
        self.y + self.size * 0.2
    }
}

/// The pieces of a page, in the order they were drawn.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for (i, glyph) in glyphs.iter().enumerate() {
        let end = glyph.end();
        let alphabetic = usize::from(glyph.letter.is_alphabetic());
        if let Some(last) = found.last_mut()
            && joins(last, glyph)
        {
            last.end = i + 1;
            last.x0 = last.x0.min(glyph.x);
            last.x1 = last.x1.max(end);
            last.alphabetic += alphabetic;
            continue;
        }
        let Glyph { x, y, size, .. } = *glyph;
        found.push(Piece { first: i, end: i + 1, x0: x, x1: end, y, size, alphabetic });
    }
    found
}

fn joins(piece: &Piece, glyph: &Glyph) -> bool {
    let size = piece.size.max(glyph.size);
    let same = (glyph.size - piece.size).abs() <= 0.12 * size;
    if !same || (glyph.y - piece.y).abs() > 0.12 * size {
        return false;
    }
    let after = glyph.x - piece.x1;
    let before = piece.x0 - glyph.end();
    let fits = |gap: f32| (-0.5 * size..=GAP * size).contains(&gap);
    fits(after) || glyph.is_rtl() && fits(before)
}

/// Leaves out letters that are struck a second time to look bold or cast a shadow.
pub(super) fn struck_once(glyphs: &mut Vec<Glyph>) {
    use std::collections::HashMap;
    let mut at: HashMap<(char, i32, i32), (f32, f32)> = HashMap::with_capacity(glyphs.len());
    glyphs.retain(|glyph| {
        let near = 0.15 * glyph.size;
        let cell = |v: f32| (v / 4.0).floor() as i32;
        let (x, y) = (cell(glyph.x), cell(glyph.y));
        let (left, right) = (cell(glyph.x - near), cell(glyph.x + near));
        let (above, below) = (cell(glyph.y - near), cell(glyph.y + near));
        // Letters large enough to reach further than the next cell are seldom struck twice.
        let cells = [(left, above), (right, above), (left, below), (right, below), (x, y)];
        let twice = cells.iter().any(|&(cx, cy)| {
            at.get(&(glyph.letter, cx, cy))
                .is_some_and(|&(px, py)| (px - glyph.x).abs() < near && (py - glyph.y).abs() < near)
        });
        if !twice {
            at.insert((glyph.letter, x, y), (glyph.x, glyph.y));
        }
        !twice
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(words: &str, x: f32, y: f32) -> Vec<Glyph> {
        let glyph = |(i, letter): (usize, char)| Glyph {
            letter,
            more: None,
            x: x + 5.0 * i as f32,
            y,
            width: 5.0,
            size: 10.0,
            spaced: false,
        };
        words.chars().enumerate().map(glyph).filter(|g| g.letter != ' ').collect()
    }

    #[test]
    fn pieces_end_at_wide_gaps_and_at_other_baselines() {
        let mut page = glyphs("one two", 0.0, 100.0);
        page.extend(glyphs("far", 60.0, 100.0));
        page.extend(glyphs("below", 0.0, 112.0));
        let found: Vec<_> = pieces(&page).iter().map(|p| (p.first, p.end)).collect();
        assert_eq!(found, [(0, 6), (6, 9), (9, 14)]);
    }

    #[test]
    fn what_is_struck_twice_is_read_once_and_double_letters_stay() {
        let mut page = glyphs("all", 0.0, 100.0);
        page.extend(glyphs("all", 0.4, 100.3));
        struck_once(&mut page);
        assert_eq!(page.len(), 3);
    }
}
