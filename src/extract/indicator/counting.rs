//! Names what is counted: the noun with its "of" phrase and what was done with it. Adds no word of its own.

use super::clause::Setting;
use super::words::first_tokens;
use super::{list, phrases};
use crate::extract::IndicatorFinding;
use crate::text::{Span, Text};

/// A counted noun with what tells it apart: "citizens of Kazakhstan", "materials … blocked".
pub(super) fn counting(
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
    let whole = with_of(text, counted, setting.sentence.end);
    let mut name = vec![whole];
    name.extend(done(text, Span { start: whole.end, end: setting.sentence.end }));
    name
}

/// A counted noun with its "of" phrase, which ends before `end`: "citizens of Kazakhstan".
pub(super) fn with_of(text: &Text, counted: Span, end: u32) -> Span {
    let rest = Span { start: counted.end, end: end.max(counted.end) };
    if !text.words(rest).starts_with(" of ") {
        return counted;
    }
    let of = phrase(text, Span { start: counted.end + 4, end: rest.end });
    // "the populations of both towns and the county": half a pair says less than none.
    let of = of.filter(|of| !text.words(*of).starts_with("both "));
    of.map_or(counted, |of| Span { start: counted.start, end: of.end })
}

/// The words of a noun phrase from the start of a stretch, to the next verb, mark or preposition but "of".
fn phrase(text: &Text, span: Span) -> Option<Span> {
    let (mut end, mut last) = (None, None::<&str>);
    let all = first_tokens(text, span, 9);
    for (i, &token) in all.iter().enumerate() {
        let word = text.words(token);
        let gap = text.words(Span { start: end.unwrap_or(span.start), end: token.start });
        let marked = i > 0 && gap.contains(|c: char| !c.is_whitespace());
        // "of the Assembly marks the end": a verb behind a name.
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let object = all.get(i + 1).is_some_and(|t| list::OPENERS.has(text.words(*t)));
        let people = |word: &str| ["n", "sh", "se"].iter().any(|end| word.ends_with(end));
        let named = last.is_some_and(|l| capital(l) && !people(l));
        let over = !capital(word) && word.ends_with('s') && object && named;
        last = Some(word);
        if i >= 7
            || marked
            || over
            || list::VERBS.has(word)
            || (word != "of" && (i > 0 || !list::OPENERS.has(word)) && list::LINKS.has(word))
        {
            break;
        }
        end = Some(token.end);
    }
    end.map(|end| Span { start: span.start, end })
}

/// What was done with what is counted: "have been posted on the Internet", "respectively, died".
pub(super) fn done(text: &Text, span: Span) -> Option<Span> {
    let all = first_tokens(text, span, 24);
    let loose = |from: u32, to: u32| {
        text.words(Span { start: from, end: to }).contains(|c: char| !c.is_whitespace() && c != ',')
    };
    let mut at = span.start;
    let mut next = 0;
    while let Some(token) =
        all.get(next).filter(|t| !loose(at, t.start) && list::AUXILIARIES.has(text.words(**t)))
    {
        at = token.end;
        next += 1;
    }
    let first = all.get(next)?;
    let word = text.words(*first);
    let doing = at == span.start && phrases::DOING.says(word);
    let participle =
        word.len() > 3 && (word.ends_with("ed") || doing || (at > span.start && is_given(word)));
    // "people, respectively, died"; not "indicators of poverty, decreased".
    let marked = text.words(Span { start: at, end: first.start }).contains(',');
    if !participle || loose(at, first.start) || marked && next == 0 {
        return None;
    }
    // "two bombs killed six officers", "students stated that": done by what is counted, and to others.
    let active = at == span.start
        && all.get(next + 1).is_some_and(|t| {
            let word = text.words(*t);
            let counts = word.starts_with(|c: char| c.is_ascii_digit()) || list::NUMBERS.has(word);
            !loose(first.end, t.start) && (counts || word == "that")
        });
    if active {
        return None;
    }
    let mut end = first.end;
    for token in all.iter().skip(next + 1).take(9) {
        let marked = !text.words(Span { start: end, end: token.start }).trim().is_empty();
        let word = text.words(*token);
        // "reached out of the 4 million that were meant"
        let out = word == "out"
            && text
                .words(Span { start: token.end, end: span.end.max(token.end) })
                .starts_with(" of ");
        let dated = out || word == "in" && next_is_digit(text, token.end);
        if marked
            || dated
            || word.starts_with(|c: char| c.is_ascii_digit())
            || list::TURNS.has(word)
        {
            break;
        }
        end = token.end;
    }
    let mut words = text.words(Span { start: first.start, end });
    while let Some((rest, _)) = words.rsplit_once(' ').filter(|(_, w)| list::TRAILING.says(w)) {
        words = rest;
    }
    // "deaths recorded", "cases reported": the figure says that itself.
    if list::LIGHT.has(words) {
        return None;
    }
    Some(Span {
        start: first.start,
        end: first.start + u32::try_from(words.len()).unwrap_or_default(),
    })
}

/// Whether a word behind an auxiliary is a participle like "given", and no noun.
fn is_given(word: &str) -> bool {
    word.ends_with("en") && !list::EN_WORDS.says(word)
}

fn next_is_digit(text: &Text, at: u32) -> bool {
    text.clean
        .get(at as usize..)
        .is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}
