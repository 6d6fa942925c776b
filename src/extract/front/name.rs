//! Authors and publisher, from lines that name them: "By Jane Doe and John Roe", "Written by …", a running head of
//! authors in capitals. Never takes a name from prose.

use super::lexicon::{lexicon, opening};
use crate::text::{Block, BlockKind, Furniture, Span, Text};

/// One span for each author.
pub(super) fn authors(text: &Text, head: &[&Block]) -> Vec<Span> {
    let byline = head.iter().find_map(|b| {
        let line = text.words(b.span);
        let skip = opening(line, &lexicon().author).filter(|_| b.span.len() <= LINE)?;
        let names = names(text, Span { start: b.span.start + skip as u32, end: b.span.end });
        (!names.is_empty()).then_some(names)
    });
    byline.or_else(|| running_head(text)).unwrap_or_default()
}

/// Who published it, where a line says so.
pub(super) fn publisher(text: &Text, head: &[&Block]) -> Option<Span> {
    head.iter().find_map(|b| {
        let line = text.words(b.span);
        let skip = opening(line, &lexicon().publisher).filter(|_| b.span.len() <= LINE)?;
        let rest = line.get(skip..)?;
        let name = rest.trim_matches([' ', ':', '.']);
        let start = b.span.start as usize + skip + rest.find(name)?;
        let capital = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 6;
        capital.then(|| Span::new(start, start + name.len()))
    })
}

/// The longest line of names, in bytes.
const LINE: usize = 160;

/// A running head that is nothing but names in capitals: "JANE DOE, JOHN ROE, and RICHARD MILES".
fn running_head(text: &Text) -> Option<Vec<Span>> {
    let heads =
        text.blocks.iter().filter(|b| b.kind == BlockKind::Furniture(Furniture::RunningHead));
    heads.take(8).find_map(|b| {
        let line = text.words(b.span);
        let listed = line.contains(", ") && line.contains(" and ");
        let capital = |w: &str| w == "and" || !w.chars().any(char::is_lowercase);
        if !listed || !line.split_whitespace().all(capital) {
            return None;
        }
        let names = names(text, b.span);
        (names.len() >= 2).then_some(names)
    })
}

/// Splits a line at commas, "and", "&" and ";" into names; empty if any part is none.
fn names(text: &Text, span: Span) -> Vec<Span> {
    let line = text.words(span);
    let mut found = Vec::new();
    let mut from = 0;
    let mut cuts: Vec<(usize, usize)> = [", and ", " and ", ", ", "; ", " & ", " | "]
        .iter()
        .flat_map(|s| line.match_indices(s).map(|(at, m)| (at, m.len())))
        .collect();
    cuts.sort_by_key(|&(at, len)| (at, std::cmp::Reverse(len)));
    cuts.push((line.len(), 0));
    for (at, len) in cuts {
        if at < from {
            continue;
        }
        let part = line.get(from..at).unwrap_or_default();
        let name = part.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | ','));
        if !is_name(name) {
            break;
        }
        let name = unlabelled(name);
        let start = span.start as usize + from + part.find(name).unwrap_or_default();
        found.push(Span::new(start, start + name.len()));
        from = at + len;
    }
    found
}

/// A name without the section's label that print has glued to it: "SADRIARTICLE".
fn unlabelled(name: &str) -> &str {
    let labels = &lexicon().label;
    labels.iter().find_map(|l| name.strip_suffix(l.as_str())).map_or(name, str::trim_end)
}

/// Two to five words, each with a capital but for "de", "von" and the like; no digit.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital =
        |w: &&str| w.starts_with(char::is_uppercase) || lexicon().particle.iter().any(|p| p == w);
    let common = |w: &&str| lexicon().not_a_name.iter().any(|n| n.eq_ignore_ascii_case(w));
    (2..=5).contains(&words.len())
        && words.iter().all(capital)
        && !words.iter().any(common)
        && !name.contains(|c: char| c.is_numeric() || matches!(c, '?' | '!' | '@'))
}
