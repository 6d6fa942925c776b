//! Names what is counted: the noun with its "of" phrase and what was done with it. Adds no word of its own.

use super::clause::Setting;
use super::words::{first_tokens, is_adverb};
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
    // "20 monthly payments of $20": what each is worth is another figure.
    let of = of.filter(|of| text.words(*of).starts_with(|c: char| c.is_alphabetic() || c == '“'));
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
            || i > 0 && is_adverb(word)
            || named && word.ends_with("ed") && !capital(word)
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
    let mut passive = false;
    while let Some(token) =
        all.get(next).filter(|t| !loose(at, t.start) && list::AUXILIARIES.has(text.words(**t)))
    {
        passive |= list::BE.has(text.words(*token));
        at = token.end;
        next += 1;
    }
    let rest = all.get(next..).unwrap_or_default();
    let first = rest.first()?;
    let word = text.words(*first);
    let doing = at == span.start && phrases::DOING.says(word);
    let participle =
        word.len() > 3 && (word.ends_with("ed") || doing || (at > span.start && is_given(word)));
    // "people, respectively, died"; not "indicators of poverty, decreased".
    let marked = text.words(Span { start: at, end: first.start }).contains(',');
    if !participle || loose(at, first.start) || marked && next == 0 {
        return None;
    }
    if !passive && !doing && is_active(text, rest) {
        return None;
    }
    let words = whole(text, rest, span.end);
    // "traffickers carrying 160 kilograms": the figure behind is what they carry.
    let counts = |t: &Span| {
        let word = text.words(*t);
        word.starts_with(|c: char| c.is_ascii_digit()) || list::NUMBERS.has(word)
    };
    let open = doing && !words.contains(' ') && rest.get(1).is_some_and(counts);
    // "deaths recorded", "cases reported": the figure says that itself.
    if open || list::LIGHT.has(words) {
        return None;
    }
    Some(Span {
        start: first.start,
        end: first.start + u32::try_from(words.len()).unwrap_or_default(),
    })
}

/// "two bombs killed six officers", "men rammed their car", "people tried to enter": done by what is counted, and to others.
fn is_active(text: &Text, all: &[Span]) -> bool {
    let [first, next, ..] = all else { return false };
    let gap = text.words(Span { start: first.end, end: next.start });
    let (deed, word) = (text.words(*first), text.words(*next));
    // "had received “finishing shots”": an object between quotation marks.
    let quoted = gap.starts_with(' ') && matches!(gap.trim(), "\"" | "“") && deed.ends_with("ed");
    let quoted = quoted && !phrases::NAMING.has(deed);
    if !quoted && gap.contains(|c: char| !c.is_whitespace()) {
        return false;
    }
    let counts = word.starts_with(|c: char| c.is_ascii_digit()) || list::NUMBERS.has(word);
    // "participants discussed alternative concepts", not "homes damaged nationwide", "states considered safe".
    let small = (list::LINKS | list::NO_NOUN | list::IDLE | list::TURNS).has(word);
    let noun = !small
        && !word.ends_with("ly")
        && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        && !phrases::BEHIND_DEED.has(word)
        && !phrases::NAMING.has(deed);
    // "bombs rocked San Salvador", not "people killed Monday"
    let name = word.starts_with(char::is_uppercase)
        && deed.starts_with(char::is_lowercase)
        && !deed.contains('-')
        && !list::DAYS.has(word)
        && !phrases::NAMING.has(deed);
    counts
        || noun
        || name
        || phrases::OBJECTS.has(word)
        || word == "that"
        || word == "to" && phrases::STRIVING.has(deed)
}

/// The words of what was done, from its participle to the end of its clause; a phrase that is cut short is left out.
fn whole<'a>(text: &'a Text, all: &[Span], limit: u32) -> &'a str {
    let Some(first) = all.first() else { return "" };
    let (mut end, mut cut) = (first.end, false);
    for (at, token) in all.iter().enumerate().skip(1) {
        let marked = !text.words(Span { start: end, end: token.start }).trim().is_empty();
        let word = text.words(*token);
        // "reached out of the 4 million that were meant"
        let out = word == "out"
            && text.words(Span { start: token.end, end: limit.max(token.end) }).starts_with(" of ");
        let dated = out || word == "in" && next_is_digit(text, token.end);
        // "files associated with a firm were stored": what is told of them is another matter.
        let finite = (list::AUXILIARIES | list::MODALS).has(word) && !word.starts_with("be");
        if marked
            || dated
            || finite
            || at > 1 && is_next_deed(text, all, at)
            || word.starts_with(|c: char| c.is_ascii_digit())
            || list::TURNS.has(word) && !(word == "and" && joins_names(text, all, at))
        {
            break;
        }
        if at > MOST {
            cut = true;
            break;
        }
        end = token.end;
    }
    let mut words = text.words(Span { start: first.start, end });
    // "hit by a damage in one of the cables"
    if cut {
        words = uncut(words);
    }
    // "killed in clashes between the army and rebels": half a pair says less than none.
    let pair = words.rsplit_once(" between ").is_some_and(|(_, pair)| !pair.contains(" and "));
    // "killed in subversive and anti-subversive actions": the noun of both stands behind the second.
    let half =
        all.iter().position(|t| t.start >= first.start + words.len() as u32).is_some_and(|at| {
            let word = |i: usize| all.get(i).map_or("", |t| text.words(*t));
            let last = words.rsplit(' ').next().unwrap_or_default();
            word(at) == "and"
                && phrases::ADJECTIVE_ENDS.ends(last).is_some()
                && phrases::ADJECTIVE_ENDS.ends(word(at + 1)).is_some()
        });
    if pair || half || words.rsplit(' ').next().is_some_and(|w| list::NUMBERS.has(w)) {
        words = uncut(words);
    }
    let trails = |word: &str| list::TRAILING.says(word) || list::DAYS.has(word);
    while let Some((rest, _)) = words.rsplit_once(' ').filter(|(_, word)| trails(word)) {
        words = rest;
    }
    words
}

/// "guerrillas dressed in uniforms set the shacks on fire": a verb with an object behind a noun, which tells of another deed.
fn is_next_deed(text: &Text, all: &[Span], at: usize) -> bool {
    let (Some(before), Some(rest)) = (at.checked_sub(1).and_then(|i| all.get(i)), all.get(at..))
    else {
        return false;
    };
    let (noun, verb) = (text.words(*before), rest.first().map_or("", |t| text.words(*t)));
    let plural = noun.len() > 3 && noun.ends_with('s') && !noun.ends_with("ss");
    let named = noun.starts_with(char::is_uppercase);
    let past = verb.len() > 4 && verb.ends_with("ed") || phrases::PAST.says(verb);
    (plural || named) && past && is_active(text, rest)
}

/// "fighting in Iraq and Syria": whether the "and" at a place joins two names.
fn joins_names(text: &Text, all: &[Span], at: usize) -> bool {
    let name =
        |i: usize| all.get(i).is_some_and(|t| text.words(*t).starts_with(char::is_uppercase));
    let near = |i: usize| match all.get(i..i + 2) {
        Some([a, b]) => text.words(Span { start: a.end, end: b.start }) == " ",
        _ => false,
    };
    let before = at.checked_sub(1);
    before.is_some_and(|i| name(i) && near(i)) && near(at) && name(at + 1)
}

/// The most words of what was done behind its participle.
const MOST: usize = 9;

/// What somebody did to others, without where and how: "rammed their car", "lost their jobs".
pub(super) fn acted(text: &Text, span: Span) -> Option<Span> {
    let all = first_tokens(text, span, MOST);
    let (first, rest) = all.split_first()?;
    let whole = whole(text, &all, span.end);
    let link = rest.iter().find(|t| list::LINKS.has(text.words(**t)));
    let end = first.start + u32::try_from(whole.len()).ok()?;
    let object = Span { start: first.end, end: link.map_or(end, |t| t.start).min(end) };
    let near = text.words(Span { start: span.start, end: first.start }).trim().is_empty();
    let said = text.words(object).trim();
    let plain = near && is_active(text, &all) && !said.is_empty() && !list::NUMBERS.has(said);
    let words = text.words(Span { start: first.start, end: object.end }).trim_end();
    plain.then(|| Span { start: first.start, end: first.start + words.len() as u32 })
}

/// Words that were cut short, without the phrase that lacks its end: "rammed into a store" of "rammed into a store in central".
pub(super) fn uncut(words: &str) -> &str {
    let link = words.rmatch_indices(' ').find(|(at, _)| {
        let word = words.get(at + 1..).unwrap_or_default().split(' ').next();
        word.is_some_and(|w| list::LINKS.has(w) || w == "of")
    });
    let kept = link.and_then(|(at, _)| words.get(..at)).unwrap_or(words);
    // "a flaw in the script used to": nor does its participle stand alone.
    let verb = |w: &str| w.len() > 3 && (w.ends_with("ed") || w.ends_with("ing"));
    let after = |rest: &str| {
        let word = rest.rsplit(' ').next().unwrap_or_default();
        rest.contains(' ') && !list::AUXILIARIES.has(word) && !word.ends_with("ly") && word != "not"
    };
    let rest = kept.rsplit_once(' ').filter(|(rest, last)| after(rest) && verb(last));
    rest.map_or(kept, |(rest, _)| rest)
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
