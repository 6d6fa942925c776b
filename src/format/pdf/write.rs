//! The lines of all pages in; the text out: a blank line where a paragraph is parted, a form feed between pages, heads and
//! feet that come back page after page apart from the text, first and last on their page. Never drops a line.

use super::super::converted::{Locator, Mark, Script};
use super::line::Line;
use std::collections::BTreeMap;

/// How many lines at the top and bottom of a page may be its head and foot.
const EDGE: usize = 4;
/// On how many pages a line stands that comes back.
const OFTEN: usize = 3;

/// A page's number in the file, from 1, and its lines in reading order.
pub(super) struct Page {
    /// Its number.
    pub(super) number: u32,
    /// Its lines.
    pub(super) lines: Vec<Line>,
}

/// The text of the pages and where each begins.
pub(super) fn text(pages: &[Page]) -> (Script, Vec<Mark>) {
    let known = recurring(pages);
    let mut text = String::new();
    let mut marks = Vec::new();
    for page in pages.iter().filter(|p| !p.lines.is_empty()) {
        if !text.is_empty() {
            text.push('\u{c}');
        }
        marks.push(Mark { at: text.len() as u32, locator: Locator::Page(page.number) });
        let edges = Edges::of(page, &known);
        for &i in &edges.heads {
            alone(&mut text, page.lines.get(i));
        }
        body(&mut text, page, &edges);
        for &i in &edges.feet {
            alone(&mut text, page.lines.get(i));
        }
    }
    (Script::Lines(text.into()), marks)
}

fn alone(text: &mut String, line: Option<&Line>) {
    let Some(line) = line else { return };
    part(text);
    text.push_str(&line.text);
    text.push_str("\n\n");
}

/// Ends what is written with a blank line.
fn part(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") && !text.ends_with('\u{c}') {
        text.push('\n');
    }
}

/// Writes what stands between a page's heads and feet.
fn body(text: &mut String, page: &Page, edges: &Edges) {
    let lines: Vec<&Line> = page
        .lines
        .iter()
        .enumerate()
        .filter(|(i, _)| !edges.heads.contains(i) && !edges.feet.contains(i))
        .map(|(_, line)| line)
        .collect();
    let mut first = 0;
    while let Some(group) = lines.get(first).map(|l| l.group) {
        let end = first + lines.iter().skip(first).take_while(|l| l.group == group).count();
        part(text);
        if let Some(run) = lines.get(first..end) {
            column(text, run);
        }
        first = end;
    }
}

/// Writes the lines of one group.
fn column(text: &mut String, lines: &[&Line]) {
    let usual = leading(lines);
    let left = left(lines);
    let mut above: Option<&Line> = None;
    for &line in lines {
        if above.is_some_and(|a| is_apart(a, line, usual)) {
            part(text);
        }
        let indent = ((line.x0 - left) / (0.5 * line.size)).round().clamp(0.0, 24.0) as usize;
        text.extend(std::iter::repeat_n(' ', if indent >= 2 { indent } else { 0 }));
        text.push_str(&line.text);
        text.push('\n');
        above = Some(line);
    }
}

/// Whether a paragraph ends between two lines: they stand clearly further apart than lines do here, or are of clearly
/// different sizes.
fn is_apart(above: &Line, below: &Line, usual: f32) -> bool {
    let (small, large) = (above.size.min(below.size), above.size.max(below.size));
    let gap = below.y - above.y;
    large > small * 1.13 || gap > usual * 1.3 && gap > large * 1.25
}

/// The usual distance from line to line.
fn leading(lines: &[&Line]) -> f32 {
    let pairs = lines.windows(2).filter_map(|w| match w {
        [a, b] => Some((b.y - a.y, a.size.max(b.size))),
        _ => None,
    });
    // Lines of one paragraph are seldom set further apart than twice their size.
    let mut gaps: Vec<f32> = pairs
        .filter(|(gap, size)| *gap > 0.5 * size && *gap < 2.6 * size)
        .map(|(gap, _)| gap)
        .collect();
    gaps.sort_by(f32::total_cmp);
    // The paragraphs of a list are often one line each: what is usual is less than the middle then.
    gaps.get(gaps.len() * 2 / 5).copied().unwrap_or(f32::MAX)
}

/// The left edge of most lines.
fn left(lines: &[&Line]) -> f32 {
    let mut edges: Vec<f32> = lines.iter().map(|l| l.x0).collect();
    edges.sort_by(f32::total_cmp);
    edges.get(edges.len() / 10).copied().unwrap_or_default()
}

/// Which lines of a page are its heads and feet, by their places among its lines.
struct Edges {
    heads: Vec<usize>,
    feet: Vec<usize>,
}

impl Edges {
    fn of(page: &Page, known: &BTreeMap<Key, usize>) -> Self {
        let recurs = |i: &usize| {
            page.lines.get(*i).is_some_and(|line| {
                keys(line).iter().any(|k| known.get(k).is_some_and(|n| *n >= OFTEN))
            })
        };
        let (top, bottom) = outermost(page);
        let heads: Vec<usize> = top.into_iter().filter(recurs).collect();
        let feet = bottom.into_iter().filter(recurs).filter(|i| !heads.contains(i)).collect();
        Self { heads, feet }
    }
}

/// The highest and the lowest lines of a page, each from top to bottom.
fn outermost(page: &Page) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> = (0..page.lines.len()).collect();
    let y = |i: &usize| page.lines.get(*i).map_or(0.0, |l| l.y);
    order.sort_by(|a, b| y(a).total_cmp(&y(b)).then(a.cmp(b)));
    let edge = EDGE.min(order.len());
    let bottom = order.split_off(order.len() - edge.min(order.len()));
    order.truncate(edge);
    if order.is_empty() { (bottom, Vec::new()) } else { (order, bottom) }
}

/// What a line reads but for its numbers, and how high it stands.
type Key = (String, i32);

/// The keys of a line: its height is that of two bands, so that a line near the border of one is found in the other.
fn keys(line: &Line) -> [Key; 2] {
    let mut words = String::new();
    for c in line.text.chars() {
        if !c.is_numeric() {
            words.push(c);
        } else if !words.ends_with('#') {
            words.push('#');
        }
    }
    let band = |y: f32| (y / 8.0).floor() as i32;
    [(words.clone(), band(line.y)), (words, band(line.y + 4.0) + 1_000_000)]
}

/// On how many pages the lines at the edges of pages come back at the same height.
fn recurring(pages: &[Page]) -> BTreeMap<Key, usize> {
    let mut found: BTreeMap<Key, usize> = BTreeMap::new();
    for page in pages {
        let (top, bottom) = outermost(page);
        let mut here: Vec<Key> = top
            .iter()
            .chain(&bottom)
            .filter_map(|&i| page.lines.get(i))
            .filter(|line| line.text.len() <= 200)
            .flat_map(keys)
            .collect();
        here.sort();
        here.dedup();
        for key in here {
            *found.entry(key).or_default() += 1;
        }
    }
    found.retain(|_, pages| *pages >= OFTEN);
    found
}
