//! Whether a name can stand for a figure: the words found for one come in, the guard that refuses them goes out; and a
//! name's last words that say nothing without what followed them are cut. Adds no word.

use super::beside::Beside;
use super::deed;
use super::mark::Marks;
use super::name;
use super::shift;
use super::words::{is_adverb, is_spoken, tokens};
use super::{list, phrases};
use crate::extract::{IndicatorFinding, Quantity, Rule};
use crate::text::{Span, Text};
use std::sync::LazyLock;

/// A figure that no words name.
const UNNAMED: Rule = "indicator.not-named";

/// A figure's name that can stand for it, with the rule that found it, or the guard that refuses the figure; `earlier` is the
/// row before it in the same sentence, `last` the quantity before it.
pub(super) fn name(
    beside: &Beside<'_>,
    last: Option<&Quantity>,
    earlier: Option<&IndicatorFinding>,
) -> Result<(Vec<Span>, Rule), Rule> {
    let Beside { text, setting, quantity, .. } = *beside;
    let found = name::find(beside, last, earlier).filter(|(name, _)| !name.is_empty());
    let (mut name, rule) = found.ok_or(UNNAMED)?;
    if !matches!(rule, "indicator.count" | "indicator.share")
        && let Some(first) = name.first_mut()
    {
        *first = headed(text, *first);
    }
    if is_empty(beside, &name, rule) {
        return Err(UNNAMED);
    }
    if let Some(guard) = refuses(text, setting.clause, quantity, &name, rule) {
        return Err(guard);
    }
    let mut name = if rule == "indicator.subject" && ends_deed(text, &name) {
        name
    } else {
        trimmed(text, quantity, name)
    };
    let counts = matches!(rule, "indicator.count" | "indicator.tally");
    let shift = shift::of(beside).filter(|_| !counts);
    name.extend(shift.filter(|s| !name.iter().any(|n| n.overlaps(*s))));
    Ok((name, rule))
}

/// Refuses a name that names nothing; `clause` is the one that the figure stands in.
fn refuses(
    text: &Text,
    clause: Span,
    quantity: &Quantity,
    name: &[Span],
    rule: Rule,
) -> Option<Rule> {
    let letters = |span: Span| text.words(span).bytes().any(|b| b.is_ascii_alphabetic() || b > 127);
    // "(804)": a figure that stands alone between marks belongs to no words around it.
    let placed = ["indicator.gapped", "indicator.bracketed", "indicator.measure"].contains(&rule);
    let bare = !placed && !letters(clause);
    if bare || name.iter().all(|n| says_nothing(text, quantity, *n)) {
        return Some(UNNAMED);
    }
    // "the 64-bit version", "has not moved one bit"
    if quantity.unit.as_deref() == Some("bit") {
        return Some("indicator.not-an-attribute");
    }
    if rule != "indicator.count" {
        let first = name.first().and_then(|n| text.words(*n).split(' ').next());
        return first.filter(|word| is_spoken(word)).map(|_| UNNAMED);
    }
    let counted = quantity.counted.filter(|c| name.first().is_some_and(|n| n.start == c.start))?;
    if is_attribute(text, quantity) {
        return Some("indicator.not-an-attribute");
    }
    // "5.1 Board Governance": a section's number.
    let named = text.words(counted).starts_with(char::is_uppercase);
    let tenths = quantity.unit.is_none() && quantity.value.fract() != 0.0;
    if named && tenths && text.words(quantity.number).contains('.') {
        return Some("indicator.not-a-figure");
    }
    // "25 D", "18 ASSAULT ASSAULT": labels of a form or a list; not "27 bcm of LNG".
    let small = |c: char| c.is_lowercase() || !c.is_ascii() && c.is_alphabetic();
    let label = quantity.unit.is_none() && !text.words(counted).contains(small);
    label.then_some(UNNAMED)
}

/// Whether a name is one that says nothing: a place alone, a verb alone, "first time", "hit a record".
fn is_empty(beside: &Beside<'_>, name: &[Span], rule: Rule) -> bool {
    let [only] = name else { return false };
    let words = beside.text.words(*only);
    let first = words.split(' ').next().unwrap_or_default();
    if rule == "indicator.count" {
        return false;
    }
    let alone = first.len() == words.len();
    let place = beside.places.first_in(*only).is_some_and(|c| c.len() + 1 >= only.len());
    // "the Caribbean": a part of the world is no name either.
    let part = |r: &str| r.strip_suffix(words).is_some_and(|h| matches!(h, " in " | " in the "));
    let place = place || alone && phrases::REGIONS.all().iter().any(|r| part(r));
    let bare = alone && (list::TELLING.has(words) || phrases::LONE.says(words));
    let noun = (list::MEASURES | list::CHANGES | list::SHIFTS).has(first) || alone;
    let verb = list::VERBS.has(first) && first.starts_with(char::is_lowercase) && !noun;
    // Nobody reads a whole clause as a name.
    let long = only.len() > LONG;
    let said = matches!(first, "said" | "says" | "say");
    // "three months to December", "including both", "in Peru the figure"
    let torn = list::NUMBERS.has(first)
        || matches!(first, "including" | "of" | "Of")
        || words.ends_with(" the figure");
    bare || place
        || said
        || long
        || torn
        || alone && list::SEEING.has(words)
        || words.len() < 26 && phrases::EMPTY.says(words)
        || verb && !first.ends_with('s')
}

/// The longest name, in bytes.
const LONG: usize = 130;

/// "the creditors would get": a subject whose verb the figure is the object of.
fn ends_deed(text: &Text, name: &[Span]) -> bool {
    let mut words = name.last().map_or("", |n| text.words(*n)).rsplit(' ');
    // "has brought in"
    let last = words.next().filter(|w| !deed::is_particle(w)).or_else(|| words.next());
    last.is_some_and(|w| deed::is_deed(w) && w != "aged")
}

/// A name without what only leads up to it: "the minister predicted", "whether the", "in brief -".
fn headed(text: &Text, mut span: Span) -> Span {
    let at = LEADS.last_end(text.words(span));
    unclosed(text, &mut span);
    let cut = |span: &mut Span, by: usize| {
        let start = span.start + u32::try_from(by).unwrap_or_default();
        if start + 3 < span.end {
            span.start = start;
        }
    };
    cut(&mut span, at.unwrap_or_default());
    // "in the Amazon region, deforestation rates"
    let words = text.words(span);
    let framed = words.split(' ').next().is_some_and(|w| phrases::FRAMING.all().contains(&w));
    let comma = words.rfind(", ").filter(|_| framed).map_or(0, |at| at + 2);
    cut(&mut span, comma);
    loop {
        let words = text.words(span);
        let head = phrases::HEADS.begins(words).map(str::len);
        let word = words.split(' ').next().unwrap_or_default();
        let small =
            (list::OPENERS.has(word) || is_estimate(word) && at.is_some()).then(|| word.len() + 1);
        // "three decades on, the territory"
        let link = word.strip_suffix(',').filter(|w| (list::LINKS | list::IDLE).has(w));
        let small = small.or(link.map(|_| word.len() + 1));
        let Some(by) = head.or(small).filter(|by| by + 3 < words.len()) else { return span };
        span.start += u32::try_from(by).unwrap_or_default();
    }
}

/// Words of telling that stand in no name, and dashes.
static LEADS: LazyLock<Marks> = LazyLock::new(|| Marks::new(phrases::LEADS.all()));

/// Cuts what stands behind a bracket that the name does not close.
fn unclosed(text: &Text, span: &mut Span) {
    let words = text.words(*span);
    let Some(at) =
        words.rfind(" (").filter(|at| !words.get(*at..).is_some_and(|w| w.contains(')')))
    else {
        return;
    };
    span.end = span.start + u32::try_from(at).unwrap_or_default();
}

/// "estimated cost savings": what somebody only thinks is so.
fn is_estimate(word: &str) -> bool {
    matches!(word, "estimated" | "expected" | "projected" | "forecast")
}

/// Whether a name only says the unit again, or has but small words: "20 times", "even though".
fn says_nothing(text: &Text, quantity: &Quantity, name: Span) -> bool {
    let unit =
        quantity.unit.is_some() && quantity.unit.as_deref() == text.words(name).split(' ').next();
    let counted = quantity.counted.is_some_and(|counted| counted.overlaps(name));
    unit || !counted && tokens(text, name).iter().all(|t| hangs(text.words(*t)))
}

/// Whether a word says nothing of its own at the end of a name.
fn hangs(word: &str) -> bool {
    (list::DANGLING | list::LINKS | list::OPENERS | list::IDLE).has(word)
}

/// "the 30-date tour", "a 12-question quiz": a number that a hyphen ties to its noun tells what a thing is like.
fn is_attribute(text: &Text, quantity: &Quantity) -> bool {
    let rest = text.clean.get(quantity.number.end as usize..).unwrap_or_default();
    let tied = rest.strip_prefix('-').is_some_and(|r| r.starts_with(|c: char| c.is_alphabetic()));
    tied && quantity.unit.is_none()
}

/// A name without the words at its ends that hang on what is not told: "projects worth", "teenagers aged", "agreed to give".
/// What is counted stays whole.
fn trimmed(text: &Text, quantity: &Quantity, name: Vec<Span>) -> Vec<Span> {
    let counted = quantity.counted.unwrap_or_default();
    let many = name.len() > 1;
    let cut = |span: Span| {
        let all = tokens(text, span);
        let loose = |t: &&Span| {
            let word = text.words(**t);
            (hangs(word) || is_adverb(word)) && !t.overlaps(counted)
        };
        // "the city got": a verb says more than nothing.
        // "savings mainly"
        let last = all.last().map_or("", |t| text.words(*t));
        let link = all.len() > 1
            && ((list::LINKS | list::OPENERS).has(last) || last == "of" || is_adverb(last));
        let most =
            if many || link { all.len() - usize::from(!many) } else { all.len().saturating_sub(2) };
        let kept = all.len() - all.iter().rev().take(most).take_while(loose).count();
        match kept.checked_sub(1).and_then(|i| all.get(i)) {
            Some(_) if kept == all.len() => Some(span),
            Some(last) => Some(Span { start: span.start, end: last.end }),
            None => (!many).then_some(span),
        }
    };
    name.into_iter().filter_map(cut).collect()
}
