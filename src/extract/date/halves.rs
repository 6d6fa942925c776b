//! Hours without a word that says which half of the day is meant: in come the expressions of a document, out come those
//! hours in the half that the hours around them tell ("from 7:30 to 9 p.m.", "at 5:30 p.m. …, at 7:45"). Never reads a word.

use super::expression::{Clock, Expression, Link};

/// How many expressions, and how many ends of sentences, away an hour still tells the half of another.
const NEAR: usize = 5;
const SENTENCES: u32 = 2;

/// Minutes of a day: noon, how far back an hour before noon may be told, when an evening and a night end.
const NOON: u32 = 12 * 60;
const GAP: u32 = 3 * 60;
const LATE: u32 = 20 * 60;
const EARLY: u32 = 5 * 60;

/// Puts each bare hour in its half of the day; in a document that counts twenty-four hours it stays as it stands.
pub(super) fn settle(expressions: &mut [Expression]) {
    let whole = |e: &Expression| matches!(&e.clock, Some(Clock::Bare(time)) if !(1..=12).contains(&hour(time)));
    let whole = expressions.iter().any(whole);
    for at in 0..expressions.len() {
        if whole && expressions.get(at).is_none_or(|e| e.rule != "time.series") {
            continue;
        }
        let Some(Clock::Bare(time)) = expressions.get(at).and_then(|e| e.clock.clone()) else {
            continue;
        };
        let afternoon = told_half(expressions, at, minutes(&time)).unwrap_or(false);
        let hours = hour(&time) % 12 + if afternoon { 12 } else { 0 };
        // Twelve without a word is noon.
        let hours = if hour(&time) == 12 { 12 } else { hours };
        let rest = time.get(2..).unwrap_or_default();
        let held = Clock::At(format!("{hours:02}{rest}"));
        if let Some(expression) = expressions.get_mut(at) {
            expression.clock = Some(held);
        }
    }
}

/// Whether the hours around one say that it lies after noon: the end of its range, the last one told, the next one.
fn told_half(expressions: &[Expression], at: usize, bare: u32) -> Option<bool> {
    let own = expressions.get(at)?;
    let near = |e: &&Expression| e.stretch.abs_diff(own.stretch) <= SENTENCES;
    let stated = |e: &Expression| match &e.clock {
        Some(Clock::At(time)) if !time.ends_with('Z') && hour(time) < 24 => Some(minutes(time)),
        _ => None,
    };
    let after = |e: &Expression| {
        let end = stated(e)?;
        // The latest of the two that is not behind the end.
        Some(bare % NOON + NOON <= end)
    };
    let ends = expressions.get(at + 1).filter(|e| own.link == Link::Range && near(e));
    if let Some(half) = ends.and_then(after) {
        return Some(half);
    }
    let before = expressions.get(..at)?.iter().rev().take(NEAR);
    if let Some(told) = before.filter(near).find_map(stated) {
        let bare = bare % NOON;
        // After "11:30 a.m." 1:30 is past noon, and 10:50 is before it; after "10 p.m." 2:30 is past midnight.
        return Some(if told < NOON { bare + GAP < told } else { told < LATE || bare >= EARLY });
    }
    let behind = expressions.get(at + 1..)?.iter().take(NEAR);
    behind.filter(|e| e.stretch == own.stretch).find_map(stated).map(|told| told >= NOON)
}

fn hour(time: &str) -> u32 {
    time.get(..2).and_then(|hours| hours.parse().ok()).unwrap_or(24)
}

fn minutes(time: &str) -> u32 {
    let minutes = time.get(3..5).and_then(|minutes| minutes.parse().ok()).unwrap_or(0);
    hour(time) * 60 + minutes
}
