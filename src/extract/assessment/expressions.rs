//! The expressions of likelihood in a judgement, and how far ahead it looks. Words found come in; expressions with the
//! negation that belongs to them go out, rising. Gives nothing a number.

use super::lexicon::{Found, Use};
use super::told::{Expression, Sense};
use super::turns;
use crate::extract::DateMention;
use crate::text::{Span, Text};

/// The expressions within a span. A "will" beside a likelihood in its sentence is not without one.
pub(super) fn expressions(text: &Text, span: Span, found: &[Found]) -> Box<[Expression]> {
    let inside = found.iter().filter(|f| span.covers(f.span));
    let mut all: Vec<Expression> = inside.filter_map(|f| expression(text, span, f)).collect();
    let hedged: Vec<u32> = all
        .iter()
        .filter(|e| matches!(e.sense, Sense::Term(_)))
        .map(|e| sentence(text, e.span))
        .collect();
    all.retain(|e| e.sense != Sense::UnhedgedFuture || !hedged.contains(&sentence(text, e.span)));
    all.into_boxed_slice()
}

/// The number of the sentence that a place stands in; a heading or cell has none of its own.
fn sentence(text: &Text, span: Span) -> u32 {
    text.sentence_at(span.start).map_or(u32::MAX, |at| at as u32)
}

fn expression(text: &Text, bounds: Span, f: &Found) -> Option<Expression> {
    let sense = f.sense()?;
    let words = text.words(f.span);
    let before = text.words(Span { start: bounds.start, end: f.span.start });
    let after = text.words(Span { start: f.span.end, end: bounds.end });
    if is_other(words, before, after, sense) {
        return None;
    }
    let own = words.to_lowercase();
    let negation = if own.ends_with(" not") { None } else { negation(before) };
    let start = negation.map_or(f.span.start, |bytes| f.span.start - bytes as u32);
    let negated = negation.is_some() || own.ends_with(" not") && !matches!(sense, Sense::Term(_));
    // "signals a turn": the article belongs to what is signalled.
    let tail = [" an", " a", " the", " that"].iter().find(|tail| own.ends_with(**tail));
    let end = f.span.end - tail.map_or(0, |tail| tail.len() as u32);
    Some(Expression { span: Span { start, end }, sense, negated })
}

/// How many bytes of a negation stand right before: "not ", "not very ".
fn negation(before: &str) -> Option<usize> {
    let lower = before.to_ascii_lowercase();
    turns::NEGATION.ends(&lower).and_then(|n| {
        let start = before.len() - n.len();
        let free = before.get(..start)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        free.then_some(n.len())
    })
}

/// Whether a term of a scale is none here; the words before and behind it come in.
fn is_other_term(term: &str, last: &str, next: &str) -> bool {
    match term {
        "certain" => {
            !(turns::COPULA.has(last) || last == "not") || !matches!(next, "that" | "to" | "" | ",")
        }
        "remote" => {
            !turns::COPULA.has(last)
                && last != "very"
                && !next.starts_with("possib")
                && !next.starts_with("chance")
                && !next.starts_with("prospect")
                && !next.starts_with("likelihood")
        }
        "probable" => next == "cause",
        "impossible" => matches!(last, "the" | "almost" | "nearly"),
        _ => false,
    }
}

/// Whether the words mean something else here: the month, the will of a people, certain officials, a remote village.
fn is_other(words: &str, before: &str, after: &str, sense: Sense) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default().to_ascii_lowercase();
    let next = after.split_whitespace().next().unwrap_or_default();
    match sense {
        Sense::Hedge if words.eq_ignore_ascii_case("may") => {
            let month = next.starts_with(|c: char| c.is_ascii_digit())
                || last.ends_with(|c: char| c.is_ascii_digit())
                || turns::MONTH.has(&last);
            words.starts_with('M') && (month || !before.is_empty()) || words == "MAY"
        }
        Sense::Hedge if words.eq_ignore_ascii_case("can") => {
            words.starts_with('C') && !before.is_empty()
        }
        Sense::UnhedgedFuture if words.eq_ignore_ascii_case("will") => {
            words.starts_with('W') && !before.is_empty()
                || next.starts_with("of")
                || turns::WILL.has(&last)
        }
        // "a critical need to" is a noun.
        Sense::Obligation if words.to_ascii_lowercase().starts_with("need") => {
            turns::NEED.has(&last)
        }
        Sense::Term(term) => is_other_term(term, &last, next),
        _ => false,
    }
}

/// The words that say how far ahead a judgement looks: those of the table, gone on to their unit of time, or a date behind
/// "by", "until" and the like.
pub(super) fn horizon(
    text: &Text,
    span: Span,
    found: &[Found],
    dates: &[DateMention],
) -> Option<Span> {
    let told = found.iter().filter(|f| span.covers(f.span)).find(|f| f.is(Use::Horizon));
    if let Some(told) = told {
        return unit(text, span, told.span);
    }
    let first = dates.partition_point(|date| date.span.start < span.start);
    let inside = dates.iter().skip(first).take_while(|date| date.span.end <= span.end);
    inside.filter(|date| date.date.is_some()).find_map(|date| {
        let before = text.words(Span { start: span.start, end: date.span.start });
        let word = before.split_whitespace().next_back()?;
        if turns::AHEAD.has(word) {
            let start = span.start + before.trim_end().len() as u32 - word.len() as u32;
            return Some(Span { start, end: date.span.end });
        }
        let (first, _) = text.words(date.span).split_once(' ')?;
        turns::AHEAD.has(first).then_some(date.span)
    })
}

/// "over the next" goes on to "over the next five years"; without a unit of time within four words it says nothing.
fn unit(text: &Text, bounds: Span, told: Span) -> Option<Span> {
    let words = text.words(told).to_ascii_lowercase();
    let open = ["next", "coming", "end of"].iter().any(|end| words.ends_with(end));
    if !open {
        return Some(told);
    }
    let after = text.words(Span { start: told.end, end: bounds.end });
    let mut end = 0;
    for word in after.split_inclusive(' ').take(5) {
        end += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
        let year = bare.len() == 4 && bare.bytes().all(|b| b.is_ascii_digit());
        if year || turns::UNIT.has(&bare) {
            let kept = after.get(..end)?.trim_end_matches(|c: char| !c.is_alphanumeric());
            return Some(Span { start: told.start, end: told.end + kept.len() as u32 });
        }
    }
    None
}
