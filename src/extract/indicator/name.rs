//! Names what a figure measures, in the document's own words: the counted noun, the measure before it, or the clause's
//! subject. Adds no word of its own.

use super::clause::{Setting, trim};
use super::counting::{counting, is_link};
use super::mark::Marks;
use super::words::{MEASURES, is_opener, is_verb, tokens};
use crate::extract::{IndicatorFinding, Quantity, Rule};
use crate::text::{Span, Text};

/// The spans of a figure's name, read in order, and the rule that found them; `earlier` is the row before it in the
/// same sentence.
pub(super) fn find(
    text: &Text,
    setting: &Setting,
    quantity: &Quantity,
    earlier: Option<&IndicatorFinding>,
) -> Option<(Vec<Span>, Rule)> {
    let from = earlier.map_or(setting.sentence.start, |e| e.number.end).min(quantity.span.start);
    let lead = Span { start: from, end: quantity.span.start };
    let change = quantity.rule == "quantity.change";
    let counted = quantity.counted;
    if let Some(counted) = counted
        && !change
        && quantity.rule != "quantity.percent"
    {
        let mut name = counting(text, setting, counted, earlier);
        let noun = direct(text, lead).filter(|n| {
            let head = text.words(*n).rsplit(' ').next().unwrap_or_default();
            MEASURES.contains(&head) && head != "number"
        });
        if let Some(noun) = noun {
            name.insert(0, noun);
        }
        return Some((name, "indicator.count"));
    }
    if let Some(name) = continued(text, lead, earlier) {
        return Some((name, "indicator.continued"));
    }
    if let Some(span) = compared(text, lead) {
        return Some((vec![span], "indicator.comparison"));
    }
    if let Some(span) = direct(text, lead) {
        return Some((vec![span], "indicator.measure"));
    }
    let all = tokens(text, lead);
    if let Some(span) = measure(text, lead, &all) {
        return Some((vec![span], "indicator.measure"));
    }
    if let Some(counted) = counted {
        return Some((vec![counted], "indicator.share"));
    }
    if let Some(span) = subject(text, lead, &all) {
        return Some((vec![span], "indicator.subject"));
    }
    // "rose 12 percent and reached $2 billion": the second verb has the first one's subject.
    let verb = all.last().is_some_and(|t| is_verb(text.words(*t)));
    if let Some(first) = earlier.filter(|_| verb) {
        return Some((first.name.clone(), "indicator.continued"));
    }
    let bare = quantity.unit.is_none();
    if bare { None } else { Some((around(text, setting, quantity), "indicator.clause")) }
}

/// "and for extremist crimes – from 56 to 168" goes on with the measure of the figure before it.
fn continued(text: &Text, lead: Span, earlier: Option<&IndicatorFinding>) -> Option<Vec<Span>> {
    let first = *earlier?.name.first()?;
    let mut span = trim(text, lead);
    for opener in ["and ", "but ", "while "] {
        if text.words(span).starts_with(opener) {
            span.start += u32::try_from(opener.len()).unwrap_or_default();
        }
    }
    let words = text.words(span);
    let words =
        words.strip_suffix("from").unwrap_or(words).trim_end_matches([' ', '–', '—', '-', ',']);
    let links = ["for ", "of ", "among ", "in "];
    if !links.iter().any(|l| words.starts_with(l)) || words.len() > 60 {
        return None;
    }
    let span = Span {
        start: span.start,
        end: span.start + u32::try_from(words.len()).unwrap_or_default(),
    };
    let head = text.words(first);
    let cut =
        [" of ", " for ", " in "].iter().filter_map(|l| head.rfind(l)).max().unwrap_or(head.len());
    let head =
        Span { start: first.start, end: first.start + u32::try_from(cut).unwrap_or_default() };
    Some(vec![head, span])
}

/// What the sentence compares with, for the figure after "against": "twice as high as NAME, making up $2 against $1".
fn compared(text: &Text, lead: Span) -> Option<Span> {
    let words = text.words(lead).trim();
    if !matches!(words, "against" | "versus" | "compared to" | "compared with") {
        return None;
    }
    let block = text.sentence_at(lead.start).and_then(|i| text.sentences.get(i))?;
    let reach = block.start.max(lead.start.saturating_sub(300));
    let before = Span { start: reach, end: lead.start };
    let told = text.words(before);
    let at =
        [" as ", " than "].iter().filter_map(|l| told.rfind(l).map(|at| at + l.len())).max()?;
    let rest = told.get(at..)?;
    let len = rest.find(", ")?;
    let fits = len > 2
        && len < 80
        && rest.get(..len).is_some_and(|r| !r.contains(|c: char| c.is_ascii_digit()));
    let start = reach as usize + at;
    fits.then(|| Span::new(start, start + len))
}

/// The noun right before "of" and the number: "the world's average of $11,310".
fn direct(text: &Text, lead: Span) -> Option<Span> {
    let words = text.words(lead).trim_end();
    let words = ["only", "just", "exactly"]
        .iter()
        .find_map(|w| words.strip_suffix(w))
        .unwrap_or(words)
        .trim_end();
    let words = words.strip_suffix(" of")?;
    let end = lead.start + u32::try_from(words.len()).unwrap_or_default();
    let all = tokens(text, Span { start: lead.start, end });
    let mut start = None;
    for token in all.iter().rev().take(5) {
        let word = text.words(*token);
        let gap = text.words(Span { start: token.end, end: start.unwrap_or(end) });
        let marked = gap.contains(|c: char| !c.is_whitespace());
        if marked || is_opener(word) || is_verb(word) || is_link(word) || word.ends_with("ing") {
            break;
        }
        start = Some(token.start);
    }
    let span = Span { start: start?, end };
    let head = text.words(span).rsplit(' ').next().unwrap_or_default();
    (!matches!(head, "level" | "total" | "rate" | "maximum" | "minimum")).then_some(span)
}

/// "the number of people convicted of terrorist crimes": the last measure before the figure.
fn measure(text: &Text, lead: Span, all: &[Span]) -> Option<Span> {
    let start = all.windows(3).rposition(|w| match w {
        [head, of, _] => {
            text.words(*of) == "of" && MEASURES.contains(&text.words(*head).to_lowercase().as_str())
        }
        _ => false,
    })?;
    let first = *all.get(start)?;
    let mut end = first.end;
    for token in all.iter().skip(start + 1) {
        let word = text.words(*token);
        let gap = text.words(Span { start: end, end: token.start });
        let marked = gap.contains(|c: char| !c.is_whitespace());
        if marked
            || is_verb(word)
            || matches!(word, "who" | "which" | "that" | "from" | "by" | "at")
        {
            break;
        }
        end = token.end;
    }
    let span = Span { start: first.start, end };
    (text.words(span).contains(" of ") && span.end < lead.end).then_some(span)
}

/// What parts clauses, for the search of a subject.
static PARTS: Marks =
    Marks::new(&[", ", "; ", ": ", " while ", " and ", " but ", " as ", " where ", " that "]);

/// The subject of the clause: what stands before its first verb. `all` are the words of `lead`.
fn subject(text: &Text, lead: Span, all: &[Span]) -> Option<Span> {
    let words = text.words(lead);
    let mut end = words.len();
    for _ in 0..6 {
        let segment = words.get(..end)?;
        let start = PARTS.last_end(segment).unwrap_or(0);
        // No part begins or ends inside a word: its words are a stretch of all.
        let base = lead.start as usize;
        let first = all.partition_point(|t| (t.start as usize) < base + start);
        let next = all.partition_point(|t| (t.start as usize) < base + end);
        if let Some(found) = subject_in(text, all.get(first..next).unwrap_or_default()) {
            return Some(found);
        }
        if start == 0 {
            return None;
        }
        end = PARTS.last_start(segment)?;
    }
    None
}

fn subject_in(text: &Text, all: &[Span]) -> Option<Span> {
    let verb = all.iter().position(|t| is_verb(text.words(*t)))?;
    let mut from = 0;
    while let Some(token) = all.get(from).filter(|_| from < verb) {
        let word = text.words(*token);
        let timed = matches!(
            word,
            "In" | "in" | "By" | "by" | "Since" | "During" | "during" | "since" | "On"
        ) || word.starts_with(|c: char| c.is_ascii_digit());
        if !is_opener(word) && !timed {
            break;
        }
        from += 1;
    }
    let (first, last) = (all.get(from)?, all.get(verb.checked_sub(1)?)?);
    let pronoun = matches!(
        text.words(*first).to_lowercase().as_str(),
        "it" | "they"
            | "he"
            | "she"
            | "we"
            | "i"
            | "this"
            | "there"
            | "these"
            | "who"
            | "you"
            | "those"
    );
    let found = Span { start: first.start, end: last.end };
    (from < verb && !pronoun && found.len() > 2).then_some(found)
}

/// The clause around the figure, where nothing better names it.
fn around(text: &Text, setting: &Setting, quantity: &Quantity) -> Vec<Span> {
    let before =
        Span { start: setting.clause.start.min(quantity.span.start), end: quantity.span.start };
    let after = Span { start: quantity.span.end, end: setting.clause.end.max(quantity.span.end) };
    let before = tokens(text, before);
    let after = tokens(text, after);
    let short = |words: &[Span]| match (words.first(), words.last()) {
        (Some(a), Some(b)) => Some(Span { start: a.start, end: b.end }),
        _ => None,
    };
    let skip = before.len().saturating_sub(8);
    [
        short(before.get(skip..).unwrap_or_default()),
        short(after.get(..after.len().min(8)).unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
