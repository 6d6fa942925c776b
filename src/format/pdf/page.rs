//! The letters of one page in; its printed lines in reading order out. Chooses among what the page shows: visible text
//! before the text laid under a picture, level text before what stands across it. Never looks beyond the page.

use super::accent::unite;
use super::column::groups;
use super::device::Seen;
use super::glyph::{Glyph, Turn};
use super::line::{Line, lines};
use super::margin;
use super::piece::{pieces, struck_once};

/// The lines of a page in reading order.
pub(super) fn read(seen: Vec<Seen>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for mut glyphs in by_turn(shown(seen)) {
        struck_once(&mut glyphs);
        unite(&mut glyphs);
        let mut pieces = pieces(&glyphs);
        margin::leave_out(&glyphs, &mut pieces);
        let rtl = glyphs.iter().filter(|g| g.is_rtl()).count() * 2 > glyphs.len();
        for group in groups(&pieces, rtl) {
            let number = found.last().map_or(0, |l| l.group + 1);
            found.extend(lines(&glyphs, &pieces, &group, number));
        }
    }
    found
}

/// What a reader takes for the page's text: what is visible, unless next to nothing is; what is on the page, unless next
/// to nothing is.
fn shown(seen: Vec<Seen>) -> Vec<Seen> {
    let letters = |of: fn(&Seen) -> bool| {
        seen.iter().filter(|s| s.glyph.letter.is_alphanumeric() && of(s)).count()
    };
    let (visible, invisible) = (letters(|s| !s.invisible), letters(|s| s.invisible));
    let (inside, outside) = (letters(|s| !s.outside), letters(|s| s.outside));
    let layer = visible * 4 < invisible;
    let misplaced = inside * 4 < outside;
    let mut seen = seen;
    seen.retain(|s| (layer || !s.invisible) && (misplaced || !s.outside));
    seen
}

/// The letters of each turn that has a good part of the page, the one with most first. The rest are labels of axes, stamps
/// in the margin, watermarks.
fn by_turn(seen: Vec<Seen>) -> Vec<Vec<Glyph>> {
    const TURNS: [Turn; 6] =
        [Turn::Level, Turn::Down, Turn::Up, Turn::Over, Turn::Column, Turn::Aslant];
    let all = seen.len();
    let mut turns: Vec<Vec<Glyph>> = TURNS.iter().map(|_| Vec::new()).collect();
    for Seen { glyph, turn, .. } in seen {
        let slot = TURNS.iter().position(|t| *t == turn);
        if let Some(turn) = slot.and_then(|n| turns.get_mut(n)) {
            turn.push(glyph);
        }
    }
    let most = turns.iter().map(Vec::len).max().unwrap_or(0);
    turns.retain(|t| !t.is_empty() && (t.len() == most || t.len() >= 40 && t.len() * 5 >= all));
    turns.sort_by_key(|t| std::cmp::Reverse(t.len()));
    turns
}
