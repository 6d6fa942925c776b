//! Names what a figure measures, in the document's own words: the counted noun, the measure before it, or the clause's
//! subject. Adds no word of its own.

use super::clause::{Setting, trim};
use super::words::{MEASURES, is_opener, is_verb};
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
    let counted =
        quantity.counted.filter(|_| quantity.unit.is_none() || quantity.rule != "quantity.measure");
    if let Some(counted) = counted
        && !change
        && quantity.rule != "quantity.percent"
    {
        return Some((counting(text, setting, counted, earlier), "indicator.count"));
    }
    if let Some(name) = continued(text, lead, earlier) {
        return Some((name, "indicator.continued"));
    }
    if let Some(span) = direct(text, lead) {
        return Some((vec![span], "indicator.measure"));
    }
    if let Some(span) = measure(text, lead) {
        return Some((vec![span], "indicator.measure"));
    }
    if let Some(counted) = counted {
        return Some((vec![counted], "indicator.share"));
    }
    if let Some(span) = subject(text, lead) {
        return Some((vec![span], "indicator.subject"));
    }
    let bare = quantity.unit.is_none();
    if bare { None } else { Some((around(text, setting, quantity), "indicator.clause")) }
}

/// The words of a stretch with their places.
fn tokens(text: &Text, span: Span) -> Vec<Span> {
    let words = text.words(span);
    let base = span.start as usize;
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in words.char_indices().chain([(words.len(), ' ')]) {
        let inside = c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '/');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Span::new(base + from, base + at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A counted noun with what tells it apart: "citizens of Kazakhstan", "materials … blocked".
fn counting(
    text: &Text,
    setting: &Setting,
    counted: Span,
    earlier: Option<&IndicatorFinding>,
) -> Vec<Span> {
    let head = |span: Span| text.words(span).rsplit(' ').next().unwrap_or_default().to_lowercase();
    if setting.bracket.is_some()
        && let Some(first) = earlier.and_then(|e| e.name.first())
        && head(*first).ends_with(&head(counted))
    {
        return earlier.map(|e| e.name.clone()).unwrap_or_default();
    }
    let mut name = vec![counted];
    let mut end = counted.end;
    let rest = Span { start: end, end: setting.sentence.end };
    if text.words(rest).starts_with(" of ") {
        let words = phrase(text, Span { start: end + 4, end: rest.end });
        if let Some(words) = words {
            end = words.end;
            name = vec![Span { start: counted.start, end }];
        }
    }
    name.extend(done(text, Span { start: end, end: setting.sentence.end }));
    name
}

/// The words of a noun phrase from the start of a stretch, to the next verb, mark or preposition but "of".
fn phrase(text: &Text, span: Span) -> Option<Span> {
    let mut end = None;
    for (i, token) in tokens(text, span).into_iter().enumerate() {
        let word = text.words(token);
        let gap = text.words(Span { start: end.unwrap_or(span.start), end: token.start });
        let marked = i > 0 && gap.contains(|c: char| !c.is_whitespace());
        if i >= 7
            || marked
            || is_verb(word)
            || (word != "of" && (i > 0 || !is_opener(word)) && is_link(word))
        {
            break;
        }
        end = Some(token.end);
    }
    end.map(|end| Span { start: span.start, end })
}

/// Whether a word links phrases: prepositions, relatives, conjunctions.
fn is_link(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "by"
            | "to"
            | "for"
            | "from"
            | "with"
            | "into"
            | "who"
            | "which"
            | "that"
            | "where"
            | "while"
            | "and"
            | "or"
            | "but"
            | "as"
            | "than"
            | "over"
            | "under"
            | "during"
            | "since"
            | "until"
            | "per"
            | "after"
            | "before"
            | "against"
            | "whose"
    )
}

/// What was done with what is counted: "have been posted on the Internet", "respectively, died".
fn done(text: &Text, span: Span) -> Option<Span> {
    let all = tokens(text, span);
    let loose = |from: u32, to: u32| {
        text.words(Span { start: from, end: to }).contains(|c: char| !c.is_whitespace() && c != ',')
    };
    let mut at = span.start;
    let mut next = 0;
    while let Some(token) =
        all.get(next).filter(|t| !loose(at, t.start) && is_auxiliary(text.words(**t)))
    {
        at = token.end;
        next += 1;
    }
    let first = all.get(next)?;
    let word = text.words(*first);
    let participle =
        word.len() > 3 && (word.ends_with("ed") || (at > span.start && word.ends_with("en")));
    if !participle || loose(at, first.start) {
        return None;
    }
    let mut end = first.end;
    for token in all.iter().skip(next + 1).take(6) {
        let marked = !text.words(Span { start: end, end: token.start }).trim().is_empty();
        let word = text.words(*token);
        let dated = word == "in" && next_is_digit(text, token.end);
        if marked || dated || word.starts_with(|c: char| c.is_ascii_digit()) || ends_deed(word) {
            break;
        }
        end = token.end;
    }
    let mut words = text.words(Span { start: first.start, end });
    for dangling in [" the", " a", " in", " by", " to", " of", " on"] {
        words = words.strip_suffix(dangling).unwrap_or(words);
    }
    Some(Span {
        start: first.start,
        end: first.start + u32::try_from(words.len()).unwrap_or_default(),
    })
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "have"
            | "has"
            | "had"
            | "been"
            | "were"
            | "was"
            | "are"
            | "is"
            | "being"
            | "be"
            | "respectively"
    )
}

/// Whether a word begins another clause, and is no more of what was done.
fn ends_deed(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "while"
            | "as"
            | "but"
            | "who"
            | "which"
            | "that"
            | "because"
            | "since"
            | "during"
    )
}

fn next_is_digit(text: &Text, at: u32) -> bool {
    text.clean
        .get(at as usize..)
        .is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit()))
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
fn measure(text: &Text, lead: Span) -> Option<Span> {
    let all = tokens(text, lead);
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
            || matches!(word, "to" | "who" | "which" | "that" | "from" | "by" | "at")
        {
            break;
        }
        end = token.end;
    }
    let span = Span { start: first.start, end };
    (text.words(span).contains(" of ") && span.end < lead.end).then_some(span)
}

/// The subject of the clause: what stands before its first verb.
fn subject(text: &Text, lead: Span) -> Option<Span> {
    let words = text.words(lead);
    let parts = [", ", "; ", ": ", " while ", " and ", " but ", " as ", " where ", " that "];
    let mut end = words.len();
    for _ in 0..6 {
        let segment = words.get(..end)?;
        let start =
            parts.iter().filter_map(|p| segment.rfind(p).map(|at| at + p.len())).max().unwrap_or(0);
        let base = lead.start as usize;
        if let Some(found) = subject_in(text, Span::new(base + start, base + end)) {
            return Some(found);
        }
        if start == 0 {
            return None;
        }
        end = parts.iter().filter_map(|p| segment.rfind(p)).max()?;
    }
    None
}

fn subject_in(text: &Text, segment: Span) -> Option<Span> {
    let all = tokens(text, segment);
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
