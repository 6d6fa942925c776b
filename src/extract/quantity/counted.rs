//! Finds the noun phrase that a number counts, by closed lists and the plural's form. Never looks past the sentence's
//! next stop, preposition or verb.

use super::lexicon::lexicon;
use super::list;
use super::noun::{follows, is_adjective, is_plural, is_whole, starts_figure, stops};
use super::numeral;
use super::step::{char_at, skip_spaces, word_after, words};
use std::ops::Range;

/// The counted noun phrase after `at`, for a number that asks for a plural.
pub(super) fn plural_phrase(text: &str, at: usize) -> Option<Range<usize>> {
    let mut first = word_after(text, at)?;
    let mut found: Option<usize> = None;
    // "300 more voters" are voters; "two most successful works" are the most successful ones.
    let degree = degree(words(text, first.clone()));
    let mut next = if degree.is_some() { word_after(text, first.end) } else { Some(first.clone()) };
    if let (Some(false), Some(word)) = (degree, &next) {
        first = word.clone();
    }
    let mut pending_and = false;
    for _ in 0..MOST_WORDS {
        let Some(word) = next else { break };
        let form = words(text, word.clone());
        // "24 bombs killed six": what was done is no part of what is counted.
        if found.is_some() && (!is_plural(form) || form.ends_with("ed")) {
            break;
        }
        if form.eq_ignore_ascii_case("and") && found.is_none() && word.start != first.start {
            pending_and = true;
        } else if stops(form)
            || (starts_figure(form)
                && !is_tied_measure(form)
                && (pending_and || word.start == first.start))
            || (pending_and && lexicon().number(form).is_some())
        {
            break;
        } else if is_plural(form) {
            found = Some(word.end);
        } else if pending_and && form.ends_with("ed") {
            break;
        }
        next = word_after(text, word.end);
    }
    match found {
        Some(end) => Some(first.start..end),
        None if degree.is_some() => None,
        None => singular_run(text, &first),
    }
}

/// "30 9-mm cartridges", "three 10-year bonds": a measure tied to its unit, which tells of what kind things are.
fn is_tied_measure(form: &str) -> bool {
    form.split_once('-').is_some_and(|(number, unit)| {
        number.bytes().all(|b| b.is_ascii_digit())
            && unit.len() > 1
            && unit.bytes().all(|b| b.is_ascii_lowercase())
    })
}

/// Whether a word of degree before a noun phrase belongs to it: "most" does, "more" does not.
fn degree(word: &str) -> Option<bool> {
    match word {
        "most" | "least" => Some(true),
        "more" | "fewer" => Some(false),
        _ => None,
    }
}

/// Whether a plural follows.
pub(super) fn counts_plural(text: &str, at: usize) -> bool {
    plural_phrase(text, at)
        .is_some_and(|r| words(text, r).split(' ').next_back().is_some_and(is_plural))
}

/// The noun phrase after `at` for the number one, and for numbers tied to a singular by a hyphen.
pub(super) fn singular_phrase(text: &str, at: usize) -> Option<Range<usize>> {
    let first = word_after(text, at)?;
    let mut end = None;
    let mut word = first.clone();
    for _ in 0..MOST_WORDS {
        let form = words(text, word.clone());
        if stops(form) || form.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        end = Some(word.end);
        let Some(next) = word_after(text, word.end) else { break };
        let after = words(text, next.clone());
        let verb = after.ends_with("ed") || after.ends_with("ing") || after.ends_with("ly");
        if after.ends_with('s') || (verb && !is_adjective(form)) {
            break;
        }
        word = next;
    }
    end.map(|end| first.start..end)
}

/// The earthquake behind `at`, at most three words on: "quake", "California earthquake".
pub(super) fn quake(text: &str, at: usize) -> Option<Range<usize>> {
    let first = word_after(text, at)?;
    let mut word = first.clone();
    for _ in 0..3 {
        let form = words(text, word.clone());
        if list::QUAKES.has(form) {
            return Some(first.start..word.end);
        }
        if stops(form) {
            break;
        }
        word = word_after(text, word.end)?;
    }
    None
}

/// "half the members", "half its size": the phrase after a determiner.
pub(super) fn phrase_after(text: &str, at: usize) -> Option<Range<usize>> {
    let first = word_after(text, at)?;
    let form = words(text, first.clone()).to_ascii_lowercase();
    if !list::DETERMINERS.has(&form) {
        return None;
    }
    noun_run(text, first.end)
}

/// The phrase after "of", with its determiner left out: "60 per cent of its revenue" shares out revenue.
pub(super) fn phrase_of(text: &str, at: usize) -> Option<Range<usize>> {
    let of = word_after(text, at).filter(|w| words(text, w.clone()) == "of")?;
    // "30% of them arrived": what they did is no noun.
    let them = word_after(text, of.end).filter(|w| matches!(words(text, w.clone()), "them" | "us"));
    let deed = them.and_then(|w| word_after(text, w.end));
    if deed.is_some_and(|w| words(text, w).ends_with("ed")) {
        return None;
    }
    noun_run(text, of.end)
}

/// The noun phrase after determiners, to its first plural or to the next stop.
fn noun_run(text: &str, at: usize) -> Option<Range<usize>> {
    let start = skip_determiners(text, at);
    let first = word_after(text, start)?;
    let mut end = None;
    let mut next = Some(first.clone());
    // "80% of public transport": without an article the word is no noun.
    let open = start == at && words(text, first.clone()) == "public";
    for i in 0..MOST_WORDS {
        let Some(word) = next else { break };
        let form = words(text, word.clone());
        // "its processing and refining capacity": both tell of one noun.
        let both = form == "and"
            && end.is_some_and(|end| words(text, first.start..end).ends_with("ing"))
            && word_after(text, word.end).is_some_and(|w| words(text, w).ends_with("ing"));
        if both {
            next = word_after(text, word.end);
            continue;
        }
        // "half of the firm's 1,774,326 shares": a number before the noun is told with it.
        if i > 0
            && form.starts_with(|c: char| c.is_ascii_digit())
            && is_owner(words(text, first.start..word.start).trim_end())
        {
            let number = numeral::read(text, word.start).ok();
            let Some(number) = number.filter(|n| word_after(text, n.end).is_some()) else { break };
            end = Some(number.end);
            next = word_after(text, number.end);
            continue;
        }
        // "12% of total output", "46% of the region's total trade"
        let so_far = || end.map_or("", |end| words(text, first.start..end));
        if matches!(form, "total" | "combined") && (i == 0 || is_owner(so_far())) {
            next = word_after(text, word.end);
            continue;
        }
        let then = i > 0
            && (matches!(form, "last" | "next")
                || is_deed(text, word.clone()) && !is_raised(text, first.start..word.start));
        if then || stops(form) || (follows(form) && (i > 0 || !form.ends_with("ly"))) {
            break;
        }
        end = Some(word.end);
        next = word_after(text, word.end);
        // "60% of the settlers' oil": what the plural owns.
        let owned = ["' ", "’ "].iter().find(|o| {
            form.ends_with('s') && text.get(word.end..).is_some_and(|rest| rest.starts_with(**o))
        });
        if let Some(owned) = owned {
            next = word_after(text, word.end + owned.len());
            continue;
        }
        // "30% of arms exports": the plural says of what kind.
        let kind = list::COMPOUNDS.has(form)
            && next
                .clone()
                .is_some_and(|n| is_lower_plural(words(text, n.clone())) && !stops(words(text, n)));
        if kind {
            continue;
        }
        // "hundreds of Hamas operatives": a name may end like a plural.
        let goes_on = form.starts_with(char::is_uppercase)
            && next.clone().is_some_and(|n| is_lower_plural(words(text, n)));
        if (is_plural(form) || is_whole(form) && !(open && i == 0)) && !goes_on {
            break;
        }
    }
    end.map(|end| first.start..quoted(text, &first, end))
}

/// "the most highly regarded": whether an adverb ends a phrase, and a participle goes with it.
fn is_raised(text: &str, phrase: Range<usize>) -> bool {
    words(text, phrase).trim_end().ends_with("ly")
}

/// "of the liver removed and", "of memory running the": a participle behind a noun, and no part of its phrase.
fn is_deed(text: &str, word: Range<usize>) -> bool {
    let form = words(text, word.clone());
    let next = word_after(text, word.end).map_or("", |w| words(text, w));
    let lower = form.starts_with(char::is_lowercase) && form.len() > 4;
    let done = form.ends_with("ed") && !form.ends_with("eed") && (next.is_empty() || stops(next));
    let doing = form.ends_with("ing") && list::DETERMINERS.has(next);
    lower && (done || doing)
}

/// Whether a phrase says whose something is.
fn is_owner(words: &str) -> bool {
    ["'s", "’s", "s'", "s’"].iter().any(|end| words.ends_with(end))
}

/// Whether a word is a plural and no name.
fn is_lower_plural(form: &str) -> bool {
    form.starts_with(char::is_lowercase) && is_plural(form)
}

/// The end of a phrase with the noun that quotation marks part from its adjective: "dozens of prominent “influencers”".
fn quoted(text: &str, first: &Range<usize>, end: usize) -> usize {
    let last = words(text, first.start..end).rsplit(' ').next().unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let mark = [" “", " \"", " ‘"].into_iter().find(|mark| rest.starts_with(mark));
    let Some(mark) = mark.filter(|_| !is_plural(last)) else { return end };
    let noun = rest.get(mark.len()..).unwrap_or_default();
    let mut near = noun.char_indices().take(QUOTED).skip(1);
    let close = near.find(|(_, c)| matches!(c, '”' | '"' | '’'));
    close.map_or(end, |(at, c)| end + mark.len() + at + c.len_utf8())
}

/// The longest noun between quotation marks, in characters.
const QUOTED: usize = 30;

/// Where a noun phrase begins after determiners and numbers: "of the 19 resolutions" begins at "resolutions".
pub(super) fn skip_determiners(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(word) = word_after(text, at) {
        let form = words(text, word.clone()).to_ascii_lowercase();
        if form.starts_with(|c: char| c.is_ascii_digit()) && !form.ends_with('s') {
            let Ok(number) = numeral::read(text, word.start) else { break };
            at = number.end;
            continue;
        }
        if !list::DETERMINERS.has(&form) && lexicon().number(&form).is_none() {
            break;
        }
        at = word.end;
    }
    at
}

/// The longest noun phrase looked for, in words.
const MOST_WORDS: usize = 6;

/// The words up to the next stop, where no plural came: "11 member trade agreement"; nothing after a verb.
fn singular_run(text: &str, first: &Range<usize>) -> Option<Range<usize>> {
    let form = words(text, first.clone());
    let verb = form.ends_with("ed") || form.ends_with("ing") || follows(form);
    if stops(form) || verb || form.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut end = first.end;
    let mut last = form;
    for _ in 0..2 {
        let Some(next) = word_after(text, end) else { break };
        let form = words(text, next.clone());
        if stops(form)
            || form.ends_with("ed")
            || form.ends_with("ing")
            || follows(form)
            || char_at(text, skip_spaces(text, end)).is_some_and(|c| c.is_ascii_digit())
        {
            break;
        }
        end = next.end;
        last = form;
    }
    // "some 400 strong", "two large, modern ships": an adjective alone names nothing.
    (!list::ADJECTIVES.has(last)).then_some(first.start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counted_phrase_ends_at_its_plural() {
        for (text, expected) in [
            ("70 foreigners in the last", Some("foreigners")),
            ("15 information stories have", Some("information stories")),
            ("44 Kazakhstani recruits joined", Some("Kazakhstani recruits")),
            ("36 league games.", Some("league games")),
            ("43 digital and physical sales of", Some("digital and physical sales")),
            ("12 were killed", None),
            ("12 died Friday", None),
            ("16 departures, with", Some("departures")),
            ("17 people respectively", Some("people")),
            ("11 member trade agreement, dubbed", Some("member trade agreement")),
        ] {
            let found = plural_phrase(text, 2).map(|r| words(text, r));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn one_takes_a_singular() {
        for (text, expected) in [
            ("one proposal asks Amazons", Some("proposal")),
            ("one police officer was", Some("police officer")),
            ("one of them", None),
        ] {
            let found = singular_phrase(text, 3).map(|r| words(text, r));
            assert_eq!(found, expected, "{text}");
        }
    }
}
