//! Finds the lines that come back page after page: running heads, printers' marks, page numbers that count up. Knows
//! them by repetition alone, numbers masked, never by their words. Only flags lines, and in wrapped files only.

use super::print::{Print, Way};
use super::reflow;
use super::shape;
use std::collections::BTreeMap;

/// How often a line must stand alone to be one that comes back.
const OFTEN: usize = 3;
/// How many times what is known for furniture is spread to its neighbours: printers' marks stand in rows.
const ROUNDS: usize = 8;
/// Letters from which on a line that comes back is known wherever it touches one blank line.
const TELLING: usize = 24;

/// Flags running heads and page numbers.
pub(super) fn find(print: &mut Print<'_>) {
    if !print.wrapped {
        return;
    }
    let mut alone = Vec::new();
    let mut numbers = Vec::new();
    let mut decorated = false;
    for i in 0..print.lines.len() {
        let words = print.words(i);
        if !((print.gap(i) > 0 || i == 0) && print.gap(i + 1) > 0) || words.len() > 100 {
            continue;
        }
        if shape::is_page_number(words) {
            if !reflow::numbers_heading(print, i) {
                numbers.push(i);
                // "- 12 -" is one by itself, a bare number only among others.
                decorated |= !words.starts_with(|c: char| c.is_ascii_digit());
            }
        } else if !words.ends_with(['.', ':', '?', '!', ';', ',']) {
            alone.push(i);
        }
    }
    let mut found = vec![false; print.lines.len()];
    if numbers.len() >= 2 || decorated {
        note(&mut found, numbers);
    }
    note(&mut found, counted_up(print, &alone));
    let heads = heads(print, &alone, &mut found);
    touching(print, &heads, &mut found);
    spread(print, &alone, &mut found);
    for line in (0..found.len()).filter(|&i| found.get(i) == Some(&true)) {
        if matches!(print.way(line), Way::Text | Way::Intrudes) {
            print.set_way(line, Way::Recurs);
        }
    }
}

fn note(found: &mut [bool], lines: impl IntoIterator<Item = usize>) {
    for line in lines {
        if let Some(slot) = found.get_mut(line) {
            *slot = true;
        }
    }
}

/// Notes the lines whose letters come back, and gives those letters.
fn heads(print: &Print<'_>, alone: &[usize], found: &mut [bool]) -> Vec<String> {
    let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &i in alone {
        let words = print.words(i);
        // "Chapter 1" and "Chapter 2" are two headings, not one head.
        let heading = shape::heading_depth(words).is_some();
        let key = if heading { without_page(words).into() } else { letters(words) };
        same.entry(key).or_default().push(i);
    }
    same.retain(|key, at| key.len() > 3 && at.len() >= OFTEN && !counts_from_one(print, at));
    note(found, same.values().flatten().copied());
    same.into_keys().collect()
}

/// "CHAPTER 2. RESULTS 15" without the page's number; "Chapter 2" as it is.
fn without_page(words: &str) -> &str {
    let number = |n: &str| n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit());
    match words.rsplit_once([' ', '\t']) {
        Some((head, last)) if number(last) && shape::heading_depth(head).is_some() => {
            head.trim_end()
        }
        _ => words,
    }
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphabetic()).collect()
}

/// "Day 1", "Day 2", "Day 3": headings that count their sections, not pages.
fn counts_from_one(print: &Print<'_>, at: &[usize]) -> bool {
    let last = |i: usize| {
        let number = print.words(i).rsplit(' ').next()?;
        if number.starts_with('0') { None } else { number.parse::<usize>().ok() }
    };
    let page = at.first().is_some_and(|&i| print.words(i).to_lowercase().starts_with("page"));
    !page && at.iter().enumerate().all(|(n, &i)| last(i) == Some(n + 1))
}

/// Notes lines that are a telling head and touch a blank line on one side only: the column below begins at once.
fn touching(print: &Print<'_>, heads: &[String], found: &mut [bool]) {
    if !heads.iter().any(|h| h.len() >= TELLING) {
        return;
    }
    for i in 0..print.lines.len() {
        let words = print.words(i);
        let edge = print.gap(i) > 0 || print.gap(i + 1) > 0;
        if edge && (TELLING..=100).contains(&words.len()) {
            let key = letters(words);
            if key.len() >= TELLING && heads.binary_search(&key).is_ok() {
                note(found, [i]);
            }
        }
    }
}

/// Numbers of five and six digits that count up from page to page.
fn counted_up(print: &Print<'_>, alone: &[usize]) -> Vec<usize> {
    let number = |i: usize| {
        let words = print.words(i);
        (5..=6).contains(&words.len()).then(|| words.parse::<u32>().ok()).flatten()
    };
    let pages: Vec<(usize, u32)> =
        alone.iter().filter_map(|&i| number(i).map(|n| (i, n))).collect();
    let steps = pages
        .windows(2)
        .filter(|w| matches!(w, [a, b] if (1..=4).contains(&b.1.wrapping_sub(a.1))));
    let rises = pages.len() >= OFTEN && steps.count() * 10 >= (pages.len() - 1) * 8;
    if rises { pages.into_iter().map(|(i, _)| i).collect() } else { Vec::new() }
}

/// Spreads to lines too short to tell by themselves ("Frm 00012"): those with a number in them that come back with only
/// it changed, and most times beside a line that is known.
fn spread(print: &Print<'_>, alone: &[usize], found: &mut [bool]) {
    let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &i in alone.iter().filter(|&&i| found.get(i) == Some(&false)) {
        let words = print.words(i);
        if words.bytes().any(|b| b.is_ascii_digit()) && words.len() <= 40 {
            same.entry(masked(words)).or_default().push(i);
        }
    }
    same.retain(|_, at| at.len() >= OFTEN);
    for _ in 0..ROUNDS {
        let known = |i: usize| found.get(i) == Some(&true);
        let beside = |i: usize| known(i + 1) || i.checked_sub(1).is_some_and(known);
        let spread: Vec<usize> = same
            .values()
            .filter(|at| at.iter().filter(|&&i| beside(i)).count() * 10 > at.len() * 6)
            .flatten()
            .copied()
            .filter(|&i| !known(i))
            .collect();
        if spread.is_empty() {
            return;
        }
        note(found, spread);
    }
}

/// The words with every run of digits as one sign.
fn masked(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for c in words.chars() {
        if !c.is_ascii_digit() {
            key.push(c);
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    key
}
