//! Whether a name can stand for a figure: the words found for one come in, the guard that refuses them goes out; and a
//! name's last words that say nothing without what followed them are cut. Adds no word.

use super::beside::Beside;
use super::name;
use super::shift;
use super::words::{is_dangling, is_idle, is_link, is_opener, tokens};
use crate::extract::{IndicatorFinding, Quantity, Rule};
use crate::text::{Span, Text};

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
    let (name, rule) = found.ok_or(UNNAMED)?;
    if let Some(guard) = refuses(text, setting.clause, quantity, &name, rule) {
        return Err(guard);
    }
    let mut name = trimmed(text, quantity, name);
    let shift = shift::of(beside).filter(|_| rule != "indicator.count");
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

/// Whether a name only says the unit again, or has but small words: "20 times", "even though".
fn says_nothing(text: &Text, quantity: &Quantity, name: Span) -> bool {
    let unit =
        quantity.unit.is_some() && quantity.unit.as_deref() == text.words(name).split(' ').next();
    let counted = quantity.counted.is_some_and(|counted| counted.overlaps(name));
    unit || !counted && tokens(text, name).iter().all(|t| hangs(text.words(*t)))
}

/// Whether a word says nothing of its own at the end of a name.
fn hangs(word: &str) -> bool {
    is_dangling(word) || is_link(word) || is_opener(word) || is_idle(word)
}

/// "you're getting", "I've": what is told of somebody who speaks is no name.
fn is_spoken(word: &str) -> bool {
    let (stem, end) = word.split_once(['\'', '’']).unwrap_or((word, ""));
    let who = ["i", "you", "we", "they", "he", "she", "it", "that", "there"];
    matches!(end, "re" | "ve" | "s" | "m" | "ll" | "d" | "")
        && who.iter().any(|w| stem.eq_ignore_ascii_case(w))
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
        let loose = |t: &&Span| hangs(text.words(**t)) && !t.overlaps(counted);
        // "the city got": a verb says more than nothing.
        let most = if many { all.len() } else { all.len().saturating_sub(2) };
        let kept = all.len() - all.iter().rev().take(most).take_while(loose).count();
        match kept.checked_sub(1).and_then(|i| all.get(i)) {
            Some(_) if kept == all.len() => Some(span),
            Some(last) => Some(Span { start: span.start, end: last.end }),
            None => (!many).then_some(span),
        }
    };
    name.into_iter().filter_map(cut).collect()
}
