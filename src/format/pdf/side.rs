//! The two sides of a gutter in; whether they are columns of prose, rows of a table or neither out. Never parts anything.

use super::piece::Piece;

/// What stands on one side of a gutter.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// How many lines it has.
    pub(super) lines: usize,
    /// How many of them reach its right edge.
    full: usize,
    /// Its letters.
    letters: usize,
    /// Those of an alphabet.
    alphabetic: usize,
    /// Its left and right edge, but for a line in ten that reaches further.
    edges: (f32, f32),
    /// The usual size of its font.
    size: f32,
    /// The baselines of its lines, from top to bottom.
    baselines: Vec<f32>,
    /// The places of its pieces among those drawn on the page.
    drawn: Vec<usize>,
}

impl Side {
    /// Looks at pieces that come from top to bottom; None where there are none.
    pub(super) fn of(pieces: &[Piece], here: &[usize]) -> Option<Self> {
        let mut lines: Vec<Line> = Vec::new();
        let mut sizes = Vec::with_capacity(here.len());
        let (mut letters, mut alphabetic) = (0, 0);
        for piece in here.iter().filter_map(|&i| pieces.get(i)) {
            letters += piece.letters();
            alphabetic += piece.alphabetic;
            sizes.push(piece.size);
            match lines.last_mut() {
                Some(last) if piece.y - last.y < 0.5 * piece.size => {
                    last.x0 = last.x0.min(piece.x0);
                    last.x1 = last.x1.max(piece.x1);
                }
                _ => lines.push(Line { y: piece.y, x0: piece.x0, x1: piece.x1 }),
            }
        }
        sizes.sort_by(f32::total_cmp);
        let size = sizes.get(sizes.len() / 2).copied()?;
        let mut ends: Vec<f32> = lines.iter().map(|l| l.x1).collect();
        ends.sort_by(f32::total_cmp);
        let mut starts: Vec<f32> = lines.iter().map(|l| l.x0).collect();
        starts.sort_by(f32::total_cmp);
        let odd = lines.len() / 10;
        let right = ends.get(ends.len().saturating_sub(1 + odd)).copied()?;
        let left = starts.get(odd).copied()?;
        let slack = (right - left) * 0.12;
        let full = lines.iter().filter(|l| l.x1 >= right - slack && l.x0 <= left + slack).count();
        let baselines = lines.iter().map(|l| l.y).collect();
        let drawn = here.to_vec();
        let lines = lines.len();
        Some(Self {
            lines,
            full,
            letters,
            alphabetic,
            edges: (left, right),
            size,
            baselines,
            drawn,
        })
    }

    fn mean(&self) -> usize {
        self.letters / self.lines.max(1)
    }

    /// Whether its lines are broken because the column ends: they fill it, without wide gaps, and are made of words.
    fn is_prose(&self) -> bool {
        self.full * 100 >= self.lines * 45
            && self.mean() >= 16
            && self.alphabetic * 10 >= self.letters * 6
            && self.drawn.len() * 2 <= self.lines * 5
    }
}

struct Line {
    y: f32,
    x0: f32,
    x1: f32,
}

/// Whether what stands on two sides of a gutter is read one side after the other.
pub(super) fn are_columns(left: &Side, right: &Side) -> bool {
    let size = left.size.max(right.size);
    let gap = right.edges.0 - left.edges.1;
    let few = left.lines.min(right.lines);
    let widest = if few < 5 { 1.2 } else { 0.65 };
    if few < 3 || gap < widest * size || left.mean().min(right.mean()) < 7 {
        return false;
    }
    if left.is_prose() && right.is_prose() {
        return true;
    }
    // Drawn one after the other, and not line beside line as the rows of a table are.
    let apart = turns(left, right) * 100 <= (left.lines + right.lines) * 15;
    let level = level(left, right) * 10 >= few * 8;
    apart
        && (!level || (left.is_prose() || right.is_prose()) && left.mean().min(right.mean()) >= 14)
}

/// How often the drawing of a page goes from one side to the other.
fn turns(left: &Side, right: &Side) -> usize {
    let mut all: Vec<(usize, bool)> = left.drawn.iter().map(|&i| (i, true)).collect();
    all.extend(right.drawn.iter().map(|&i| (i, false)));
    all.sort_unstable();
    all.windows(2).filter(|w| matches!(w, [a, b] if a.1 != b.1)).count()
}

/// How many lines of two sides stand on one level.
fn level(left: &Side, right: &Side) -> usize {
    let near = 0.2 * left.size.min(right.size);
    let mut others = right.baselines.iter().peekable();
    let mut count = 0;
    for y in &left.baselines {
        while others.next_if(|o| **o < y - near).is_some() {}
        count += usize::from(others.peek().is_some_and(|o| (**o - y).abs() <= near));
    }
    count
}

/// The rows of a table whose cells hold several lines: stretches parted by gaps that go across both sides, in which both
/// sides begin on one level. None where the sides are columns.
pub(super) fn rows_between(pieces: &[Piece], here: &[usize], x: f32) -> Option<Vec<Vec<usize>>> {
    let size = {
        let mut sizes: Vec<f32> =
            here.iter().filter_map(|&i| pieces.get(i)).map(|p| p.size).collect();
        sizes.sort_by(f32::total_cmp);
        sizes.get(sizes.len() / 2).copied()?
    };
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut bottom = f32::MIN;
    for &i in here {
        let piece = pieces.get(i)?;
        if rows.is_empty() || piece.top() - bottom > 0.35 * size {
            rows.push(Vec::new());
        }
        bottom = bottom.max(piece.bottom());
        rows.last_mut()?.push(i);
    }
    let first = |row: &[usize], left: bool| {
        let mut here = row.iter().filter_map(|&i| pieces.get(i));
        here.find(|p| (p.x0 + p.x1 < 2.0 * x) == left).map(|p| p.y)
    };
    let begins = |row: &&Vec<usize>| {
        let (left, right) = (first(row, true), first(row, false));
        left.zip(right).is_some_and(|(l, r)| (l - r).abs() <= 0.3 * size)
    };
    let lines: usize = rows.len();
    let level = rows.iter().filter(begins).count();
    // Rows of one line each are no sign: lines set wide apart are that too.
    let tall = here.len() >= rows.len() * 3;
    (lines >= 3 && level * 10 >= lines * 7 && tall).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(x0: f32, x1: f32, y: f32) -> Piece {
        let letters = ((x1 - x0) / 5.0) as usize;
        Piece { first: 0, end: letters, x0, x1, y, size: 10.0, alphabetic: letters }
    }

    #[test]
    fn rows_of_tall_cells_are_parted_and_columns_are_not() {
        let mut page = Vec::new();
        for row in 0..4 {
            for line in 0..3 {
                let y = 100.0 + 60.0 * row as f32 + 12.0 * line as f32;
                page.push(piece(50.0, 150.0, y));
                page.push(piece(170.0, 400.0, y));
            }
        }
        let all: Vec<usize> = (0..page.len()).collect();
        assert_eq!(rows_between(&page, &all, 160.0).map(|rows| rows.len()), Some(4));
        let columns: Vec<Piece> = (0..12)
            .flat_map(|n| {
                [piece(50.0, 150.0, 12.0 * n as f32), piece(170.0, 400.0, 12.0 * n as f32)]
            })
            .collect();
        assert_eq!(rows_between(&columns, &all, 160.0), None);
    }
}
