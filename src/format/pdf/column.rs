//! Pieces of lines in; groups of them in reading order out: one a column, table row or stretch across the page. A column
//! ends where a gutter runs down the page that no piece crosses. Never looks at words, only at where they stand.

use super::piece::Piece;
use super::side::{Side, are_columns, rows_between};

/// How deep columns may lie in columns.
const DEEPEST: usize = 12;
/// How many places for a gutter are looked at in one stretch.
const PLACES: usize = 12;
/// Width in points of the bins that gutters are looked for in.
const BIN: f32 = 2.0;
/// The most bins a stretch is cut into.
const BINS: usize = 2000;

/// Groups of pieces in reading order, each in the order its lines are read. `rtl` has columns read from the right.
pub(super) fn groups(pieces: &[Piece], rtl: bool) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by(|&a, &b| down(pieces, a, b));
    let mut found = Vec::new();
    split(&Sheet { pieces, rtl }, order, 0, &mut found);
    found
}

struct Sheet<'a> {
    pieces: &'a [Piece],
    rtl: bool,
}

fn down(pieces: &[Piece], a: usize, b: usize) -> std::cmp::Ordering {
    let at = |i: usize| pieces.get(i).map_or((0.0, 0.0), |p| (p.y, p.x0));
    let ((ya, xa), (yb, xb)) = (at(a), at(b));
    ya.total_cmp(&yb).then(xa.total_cmp(&xb)).then(a.cmp(&b))
}

/// Parts a stretch, whose pieces come from top to bottom, at its best gutter; a stretch without one is a group.
fn split(sheet: &Sheet<'_>, order: Vec<usize>, depth: usize, found: &mut Vec<Vec<usize>>) {
    if order.is_empty() {
        return;
    }
    let gutter = if depth < DEEPEST { best(sheet, &order) } else { None };
    let Some(gutter) = gutter else {
        found.push(order);
        return;
    };
    let (mut above, mut inside, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for (n, i) in order.into_iter().enumerate() {
        if n < gutter.first {
            above.push(i);
        } else if n < gutter.end {
            inside.push(i);
        } else {
            below.push(i);
        }
    }
    split(sheet, above, depth + 1, found);
    let stretches = rows_between(sheet.pieces, &inside, gutter.x).unwrap_or_else(|| vec![inside]);
    for stretch in stretches {
        let (left, right): (Vec<usize>, Vec<usize>) =
            stretch.into_iter().partition(|&i| is_left(sheet.pieces, i, gutter.x));
        let (first, second) = if sheet.rtl { (right, left) } else { (left, right) };
        split(sheet, first, depth + 1, found);
        split(sheet, second, depth + 1, found);
    }
    split(sheet, below, depth + 1, found);
}

/// Whether most of a piece stands left of a place.
fn is_left(pieces: &[Piece], i: usize, x: f32) -> bool {
    pieces.get(i).is_some_and(|p| p.x0 + p.x1 < 2.0 * x)
}

/// A gutter at `x` past some of a stretch's pieces.
struct Gutter {
    x: f32,
    first: usize,
    end: usize,
    worth: usize,
}

/// The gutter that parts the most lines of a stretch.
fn best(sheet: &Sheet<'_>, order: &[usize]) -> Option<Gutter> {
    if order.len() < 6 {
        return None;
    }
    let mut best: Option<Gutter> = None;
    for x in places(sheet.pieces, order) {
        for (first, end) in clear(sheet.pieces, order, x) {
            let Some(run) = order.get(first..end) else { continue };
            let (left, right): (Vec<usize>, Vec<usize>) =
                run.iter().partition(|&&i| is_left(sheet.pieces, i, x));
            let (left, right) = (Side::of(sheet.pieces, &left), Side::of(sheet.pieces, &right));
            let (Some(left), Some(right)) = (left, right) else { continue };
            let worth = left.lines.min(right.lines);
            if best.as_ref().is_some_and(|b| b.worth >= worth) || !are_columns(&left, &right) {
                continue;
            }
            best = Some(Gutter { x, first, end, worth });
        }
    }
    best
}

/// Runs of a stretch's pieces, from top to bottom, none of which crosses a place. A piece that reaches over by less than
/// two letters does not cross.
fn clear(pieces: &[Piece], order: &[usize], x: f32) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut first = 0;
    for (n, &i) in order.iter().enumerate() {
        let Some(piece) = pieces.get(i) else { continue };
        let over = (x - piece.x0).min(piece.x1 - x);
        if over > piece.size.min(12.0) {
            runs.push((first, n));
            first = n + 1;
        }
    }
    runs.push((first, order.len()));
    runs.retain(|(first, end)| end - first >= 4);
    runs
}

/// Places where a gutter may be: where fewer pieces stand than to both sides. The deepest come first.
fn places(pieces: &[Piece], order: &[usize]) -> Vec<f32> {
    let here = || order.iter().filter_map(|&i| pieces.get(i));
    let left = here().map(|p| p.x0).fold(f32::MAX, f32::min);
    let right = here().map(|p| p.x1).fold(f32::MIN, f32::max);
    if right <= left {
        return Vec::new();
    }
    let bin = BIN.max((right - left) / BINS as f32);
    let count = ((right - left) / bin) as usize + 2;
    let mut steps = vec![0i32; count + 1];
    for piece in here() {
        let from = ((piece.x0 - left) / bin).ceil().max(0.0) as usize;
        let to = ((piece.x1 - left) / bin).floor().max(0.0) as usize;
        if to > from {
            bump(&mut steps, from, 1);
            bump(&mut steps, to, -1);
        }
    }
    let mut cover = Vec::with_capacity(count);
    let mut now = 0;
    for step in steps.iter().take(count) {
        now += step;
        cover.push(now);
    }
    valleys(&cover).into_iter().map(|middle| left + middle * bin).collect()
}

fn bump(steps: &mut [i32], at: usize, by: i32) {
    if let Some(step) = steps.get_mut(at) {
        *step += by;
    }
}

/// The middles of the valleys of a row of heights, at least three deep, the deepest first.
fn valleys(cover: &[i32]) -> Vec<f32> {
    let mut after = vec![0i32; cover.len()];
    let mut peak = 0;
    for (slot, height) in after.iter_mut().zip(cover).rev() {
        peak = peak.max(*height);
        *slot = peak;
    }
    let mut found: Vec<(i32, f32)> = Vec::new();
    let (mut before, mut at) = (0, 0);
    while let Some(&height) = cover.get(at) {
        let len = cover.iter().skip(at).take_while(|h| **h == height).count();
        let above = before > height;
        let next = cover.get(at + len).copied().unwrap_or(0);
        let last = at.checked_sub(1).and_then(|i| cover.get(i)).copied().unwrap_or(0);
        let peak = after.get(at).copied().unwrap_or(0);
        let depth = before.min(peak) - height;
        if above && last > height && next > height && depth >= 3 {
            found.push((depth, at as f32 + len as f32 / 2.0));
        }
        before = before.max(height);
        at += len;
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));
    found.truncate(PLACES);
    found.into_iter().map(|(_, middle)| middle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(x0: f32, x1: f32, y: f32) -> Piece {
        let letters = ((x1 - x0) / 5.0) as usize;
        Piece { first: 0, end: letters, x0, x1, y, size: 10.0, alphabetic: letters }
    }

    /// Two columns of lines that fill them, drawn line by line across both, below a heading and above a foot.
    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut page = vec![piece(100.0, 450.0, 40.0)];
        for line in 0..10 {
            let y = 80.0 + 12.0 * line as f32;
            page.push(piece(50.0, 288.0, y));
            page.push(piece(300.0, 540.0, y));
        }
        page.push(piece(60.0, 500.0, 230.0));
        let groups = groups(&page, false);
        assert_eq!(groups.len(), 4);
        assert_eq!(groups[0], [0]);
        assert_eq!(groups[1], [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
        assert_eq!(groups[2], [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
        assert_eq!(groups[3], [21]);
        let from_the_right = super::groups(&page, true);
        assert_eq!(from_the_right[1], groups[2]);
    }

    #[test]
    fn a_table_of_names_and_numbers_is_no_pair_of_columns() {
        let mut page = Vec::new();
        for line in 0..10 {
            let y = 80.0 + 12.0 * line as f32;
            page.push(piece(50.0, 110.0 + 3.0 * line as f32, y));
            page.push(piece(300.0, 320.0, y));
            page.push(piece(400.0, 425.0, y));
        }
        assert_eq!(groups(&page, false).len(), 1);
    }

    #[test]
    fn valleys_lie_between_hills() {
        assert_eq!(valleys(&[5, 5, 1, 1, 6, 6]), [3.0]);
        assert!(valleys(&[1, 2, 3, 4, 5]).is_empty() && valleys(&[5, 4, 3]).is_empty());
        assert!(valleys(&[5, 3, 5]).is_empty());
    }
}
