//! Cells and the heads they may stand under in; what speaks for the columns, and what against them, out.
//! Never lets an even count alone decide.

use super::block::{is_figure, lines, tokens};
use super::lexicon;
use crate::extract::via::Rule;
use crate::text::{Span, Text};

/// What the cells say of a split into columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They stand so, by a rule.
    For(Rule),
    /// They cannot all stand so, by a guard.
    Against(Rule),
}

/// Columns by the numbers of the cells: each begins again with the first. They need not be even.
pub(super) fn numbered(text: &Text, cells: &[Span], count: usize) -> Option<Vec<Vec<Span>>> {
    let mut columns: Vec<Vec<Span>> = Vec::new();
    let mut next = 0;
    for cell in cells {
        let number = label(text.words(*cell))?;
        if number == 1 {
            columns.push(Vec::new());
        } else if number != next {
            return None;
        }
        next = number + 1;
        columns.last_mut()?.push(*cell);
    }
    (columns.len() == count && columns.iter().all(|c| c.len() >= 2)).then_some(columns)
}

/// The number of an item: "1. Word", "(2) Word", "c) Word".
fn label(words: &str) -> Option<u32> {
    let first = words.split(' ').next()?;
    let bare = first.strip_suffix(['.', ')'])?;
    let bare = bare.strip_prefix('(').unwrap_or(bare);
    match bare.as_bytes() {
        [letter] if letter.is_ascii_lowercase() => Some(u32::from(letter - b'a') + 1),
        [_] | [_, _] => bare.parse().ok(),
        _ => None,
    }
}

/// What speaks for even columns of the cells under heads.
pub(super) fn of(text: &Text, columns: &[&[Span]], heads: &[Span]) -> Option<Verdict> {
    let words = by_words(text, columns, heads);
    if matches!(words, Some(Verdict::Against(_))) {
        return words;
    }
    if columns
        .iter()
        .any(|column| widths(text, column).is_some_and(|(low, high)| low > slack(high)))
    {
        return Some(Verdict::Against("table.not-one-width"));
    }
    words.or_else(|| by_figures(text, columns)).or_else(|| by_width(text, columns))
}

/// Whether the words of the cells tell of the heads they would stand under.
fn by_words(text: &Text, columns: &[&[Span]], heads: &[Span]) -> Option<Verdict> {
    let known: Option<Vec<&lexicon::Head>> =
        heads.iter().map(|head| lexicon::head(text.words(*head))).collect();
    let known = known?;
    let meant = |cell: &Span| {
        let told: Vec<usize> = known.iter().map(|h| h.tells(text.words(*cell))).collect();
        let most = told.iter().max().copied().filter(|most| *most > 0)?;
        let at = told.iter().position(|count| *count == most)?;
        (told.iter().filter(|count| **count == most).count() == 1).then_some(at)
    };
    let meant: Vec<Option<usize>> = columns.iter().flat_map(|c| c.iter().map(meant)).collect();
    let each = columns.first().map_or(1, |c| c.len().max(1));
    let agree = |place: &dyn Fn(usize) -> usize| {
        meant.iter().enumerate().filter(|(i, m)| **m == Some(place(*i))).count()
    };
    let told = meant.iter().flatten().count();
    let here = agree(&|i| i / each);
    let by_rows = agree(&|i| i % heads.len());
    let every = (0..heads.len()).all(|h| {
        let own = meant.iter().skip(h * each).take(each);
        own.flatten().any(|m| *m == h)
    });
    if told >= 3 && (told - here) * 4 > here {
        return Some(Verdict::Against("table.not-the-heads"));
    }
    (here >= 3 && every && here > by_rows).then_some(Verdict::For("table.torn-words"))
}

/// Whether figures and words take turns from column to column, so that each begins where they change.
fn by_figures(text: &Text, columns: &[&[Span]]) -> Option<Verdict> {
    let kinds: Vec<Option<bool>> = columns
        .iter()
        .map(|column| {
            let figures = column.iter().filter(|c| is_figure(text.words(**c))).count();
            (figures == 0 || figures == column.len()).then_some(figures > 0)
        })
        .collect();
    let turns = kinds.windows(2).all(|pair| match pair {
        [Some(one), Some(other)] => one != other,
        _ => false,
    });
    turns.then_some(Verdict::For("table.torn-figures"))
}

/// Whether the columns were set in plainly different widths, so that no cell can stand in its neighbour's.
fn by_width(text: &Text, columns: &[&[Span]]) -> Option<Verdict> {
    let apart = |one: (usize, usize), other: (usize, usize)| {
        slack(one.1) < other.0 || slack(other.1) < one.0
    };
    let neighbours = columns.windows(2).all(|pair| {
        let [left, right] = pair else { return false };
        let (Some(l), Some(r)) = (widths(text, left), widths(text, right)) else { return false };
        let edge = |cell: Option<&Span>, other: (usize, usize)| {
            let own = cell.and_then(|cell| widths(text, std::slice::from_ref(cell)));
            own.is_some_and(|own| apart(own, other))
        };
        apart(l, r) && edge(left.last(), r) && edge(right.first(), l)
    });
    neighbours.then_some(Verdict::For("table.torn-widths"))
}

/// An eighth more: letters of print differ in width.
fn slack(width: usize) -> usize {
    width + width / 8
}

/// The width that wrapped cells were set in, in characters: their longest line, and the shortest that the next word would
/// not have fitted. `None` where no cell is wrapped.
fn widths(text: &Text, cells: &[Span]) -> Option<(usize, usize)> {
    let count = |span: Span| text.words(span).chars().count();
    let (mut longest, mut limit) = (0, usize::MAX);
    for cell in cells {
        let lines = lines(text, *cell);
        for pair in lines.windows(2) {
            let [line, next] = pair else { continue };
            let word = tokens(text, *next).first().map_or(0, |word| count(*word));
            longest = longest.max(count(*line));
            limit = limit.min(count(*line) + 1 + word);
        }
        if lines.len() > 1 {
            longest = longest.max(lines.last().map_or(0, |line| count(*line)));
        }
    }
    (limit != usize::MAX).then_some((longest, limit))
}
