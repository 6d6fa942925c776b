//! Names a figure by the measure before it: "an average of", "the number of people convicted". Words of the sentence come in,
//! spans of them go out. Adds no word of its own.

use super::beside::Beside;
use super::list;
use super::words::tokens;
use crate::text::{Span, Text};

/// The noun right before "of" and the number: "the world's average of $11,310".
pub(super) fn direct(text: &Text, lead: Span) -> Option<Span> {
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
        // "a per capita income of"
        let link = list::LINKS.has(word)
            && !(word == "per"
                && text.words(Span { start: token.end, end }).starts_with(" capita"));
        // "a payment from Kenya of $5": the noun stands before the name.
        let named = start.filter(|s| {
            let rest = text.words(Span { start: *s, end });
            matches!(word, "from" | "to" | "in" | "for") && rest.starts_with(char::is_uppercase)
        });
        if named.is_some() && !marked {
            start = Some(token.start);
            continue;
        }
        if marked
            || (list::OPENERS | list::VERBS | list::SEEING).has(word)
            || link
            || list::DANGLING.has(word)
            || word.ends_with("ing")
        {
            break;
        }
        start = Some(token.start);
    }
    let span = Span { start: start?, end };
    let first = *tokens(text, span).first()?;
    if list::LINKS.has(text.words(first)) && text.words(first) != "per" {
        return None;
    }

    let head = text.words(span).rsplit(' ').next().unwrap_or_default();
    let alone = !text.words(span).contains(' ');
    let lead = Span { start: lead.start, end: span.start };
    let verb = alone && !list::MEASURES.has(head) && text.words(lead).trim_end().ends_with(" to");
    // "rebound to an average of 6 per cent": the subject says of what.
    let before = text.words(span).rsplit(' ').nth(1).unwrap_or_default();
    let rated = matches!(head, "rate" | "level") && is_rated(before);
    let empty = list::BARE.has(head) && !rated || alone && matches!(head, "average" | "share");
    (!empty && !verb).then_some(span)
}

/// What a rate or a level is of: "growth rate", "inflation rate".
fn is_rated(word: &str) -> bool {
    (list::CHANGES | list::MEASURES).has(word) || list::RATED.says(word)
}

/// The most words before a measure that say of what kind it is.
const KINDS: usize = 3;

/// Where the words begin that say of what kind a measure is: "gas production of the region", "trade volume of both states".
fn qualified(text: &Text, all: &[Span], measure: usize) -> usize {
    let mut first = measure;
    // "a large number of refugees"
    if all.get(measure).is_some_and(|m| matches!(text.words(*m), "number" | "amount")) {
        return measure;
    }
    while let Some(before) = first.checked_sub(1).filter(|_| measure - first < KINDS) {
        let (Some(word), Some(next)) = (all.get(before), all.get(first)) else { break };
        let form = text.words(*word);
        let lower = form.to_lowercase();
        let apart = text.words(Span { start: word.end, end: next.start }) != " ";
        let small = (list::OPENERS | list::LINKS | list::IDLE | list::DANGLING).has(&lower);
        let told = (list::VERBS | list::TELLING | list::SEEING | list::SHIFTS).has(form);
        let ends = form.ends_with("ing") || form.ends_with("ly") || form.ends_with("ed");
        let figure = form.contains(|c: char| c.is_ascii_digit())
            || form.split('-').any(|w| list::NUMBERS.has(w))
            // "to buy shares of"
            || before.checked_sub(1).is_some_and(|i| all.get(i).is_some_and(|t| text.words(*t) == "to"));
        if apart || small || told || ends || figure {
            break;
        }
        first = before;
    }
    first
}

/// "the number of people convicted of terrorist crimes": the last measure before the figure.
pub(super) fn measure(text: &Text, lead: Span, all: &[Span]) -> Option<Span> {
    let start = all.windows(3).rposition(|w| match w {
        [head, of, _] => text.words(*of) == "of" && list::MEASURES.has(text.words(*head)),
        _ => false,
    })?;
    let first = *all.get(qualified(text, all, start))?;
    let mut end = all.get(start)?.end;
    let grows = |at: usize| {
        let next = all.get(at + 1).map_or("", |t| text.words(*t));
        // "the ratio of equity to total assets"
        (list::SHIFTS | list::BECOMING).has(next) && !matches!(next, "total" | "average" | "top")
    };
    for (at, token) in all.iter().enumerate().skip(start + 1) {
        let word = text.words(*token);
        let gap = text.words(Span { start: end, end: token.start });
        let marked = gap.contains(|c: char| !c.is_whitespace());
        if marked
            || list::VERBS.has(word)
            || word.ends_with("ing") && (list::SHIFTS | list::BECOMING).has(word)
            || list::MEASURE_ENDS.says(word)
            // "the number of cars to grow from 16 to 80"
            || word == "to" && grows(at)
        {
            break;
        }
        end = token.end;
    }
    let span = Span { start: first.start, end: listed_names(text, end, lead.end) };
    let words = text.words(span);
    // "from the total of 152,617 to 7,498": the other end is no name; "the number of transfers in 2013": a date neither.
    let digit = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    let (head, tail) = words.rsplit_once(' ').unwrap_or((words, ""));
    let figure = digit(tail) && head.ends_with(" of");
    let cut = head.rsplit_once(' ').filter(|(_, w)| list::TIMING.says(w) || *w == "for");
    let kept = cut.filter(|_| digit(tail)).map_or(words.len(), |(rest, _)| rest.len());
    let span =
        Span { start: span.start, end: span.start + u32::try_from(kept).unwrap_or_default() };
    let words = text.words(span);
    (words.contains(" of ") && !figure && span.end < lead.end).then_some(span)
}

/// Where a list of names ends that goes on behind a phrase: "arrivals to Peru, Chile and Cuba".
fn listed_names(text: &Text, from: u32, limit: u32) -> u32 {
    let all = tokens(text, Span { start: from, end: limit });
    let (mut end, mut ended) = (from, false);
    for token in all.iter().take(12) {
        let word = text.words(*token);
        let gap = text.words(Span { start: end, end: token.start });
        if word == "and" && matches!(gap.trim(), "" | ",") {
            ended = true;
            continue;
        }
        let joined = gap.trim() == ","
            || gap.trim() == "" && end > from
            || gap.trim() == "and"
            || gap.trim() == ", and";
        if !joined || !word.starts_with(char::is_uppercase) {
            break;
        }
        end = token.end;
    }
    if ended { end } else { from }
}

/// "the number of states that lost more than 50 people rose to 15": the measure before a relative clause with a figure.
pub(super) fn relative(beside: &Beside<'_>, lead: &[Span]) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    if lead.len() > 8 {
        return None;
    }
    let own = |t: &&Span| !list::IDLE.has(text.words(**t)) || list::VERBS.has(text.words(**t));
    let verbs = lead.iter().filter(|t| list::VERBS.has(text.words(**t))).count();
    let last = lead.iter().rev().find(own).filter(|t| list::VERBS.has(text.words(**t)))?;
    if verbs != 1 || last.len() < 3 {
        return None;
    }
    let whole = Span { start: setting.sentence.start, end: quantity.span.start };
    let words = text.words(whole);
    let link = [" that ", " which ", " who "].iter().filter_map(|l| words.rfind(l)).max()?;
    let head = Span { start: whole.start, end: whole.start + u32::try_from(link).ok()? + 1 };
    // The clause between holds the figure before, whose words lead up to this one.
    let inner = Span { start: head.end, end: lead.first()?.start };
    if inner.start >= inner.end || !text.words(inner).contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    measure(text, head, &tokens(text, head))
}
