//! Names a figure by what stands on the other side of commas or brackets: "Poverty, which hit the poor, rose", "almost all
//! youths (97%) work". The sentence comes in, spans of it go out. Adds no word of its own.

use super::becoming::phrase;
use super::beside::Beside;
use super::told;
use super::words::tokens;
use super::{list, phrases};
use crate::text::Span;

/// "Poverty, which hit the poor, rose by 5 per cent": the subject before words between commas that a verb follows.
pub(super) fn aside(beside: &Beside<'_>) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    quantity.unit.as_ref()?;
    let start = setting.sentence.start;
    let head = Span { start, end: quantity.span.start.max(start) };
    let said = text.words(head);
    if !said.contains(',') && !said.contains(" as ") {
        return None;
    }
    let all = tokens(text, head);
    let at = all.iter().rposition(|t| {
        let word = text.words(*t);
        !list::IDLE.has(word) || list::VERBS.has(word) && word.len() > 3
    })?;
    let verb = all.get(at).filter(|t| list::VERBS.has(text.words(**t)))?;
    let words = text.words(Span { start, end: verb.start });
    let passed = words.rfind(" as ").filter(|at| {
        let first = words.get(at + 4..).and_then(|w| w.split(' ').next());
        first.is_some_and(|w| w.ends_with("ed"))
    });
    let inner = words.strip_suffix(", ").or(passed.map(|_| words))?;
    let open = phrases::ASIDE.all().iter().filter_map(|a| inner.rfind(a)).max();
    let open = passed.or(open.filter(|_| inner.len() < words.len()))?;
    let far = inner.len() - open > ASIDE;
    let before = Span { start, end: start + u32::try_from(open).ok()? };
    let before = Span { start: before.start + past_mark(text.words(before)), end: before.end };
    let own = tokens(text, before);
    let from = own.iter().position(|t| !(list::OPENERS | list::IDLE).has(text.words(*t)))?;
    let own = own.get(from..)?;
    let (first, last) = (own.first()?, own.last()?);
    let told = own.iter().any(|t| (list::VERBS | list::TELLING).has(text.words(*t)));
    let linked = (list::LINKS | list::PRONOUNS).has(text.words(*first));
    let figure = text.words(*first).starts_with(|c: char| c.is_ascii_digit());
    let fits = own.len() <= 12 && !told && !linked && !figure && !far;
    fits.then_some(Span { start: first.start, end: last.end })
}

/// The longest words between commas, in bytes.
const ASIDE: usize = 160;

/// Where the words behind the last mark of a clause begin.
fn past_mark(words: &str) -> u32 {
    let at = [", ", "; ", ": ", " that ", " but "]
        .iter()
        .filter_map(|m| words.rfind(m).map(|a| a + m.len()));
    at.max().and_then(|at| u32::try_from(at).ok()).unwrap_or_default()
}

/// "almost all youths (97%) work", "the greatest drop in deaths (80%)": the words before brackets that hold a share alone, with
/// what is told behind them.
pub(super) fn bracketed(beside: &Beside<'_>) -> Option<Vec<Span>> {
    let Beside { text, setting, quantity, places, .. } = *beside;
    let share = quantity.unit.as_deref() == Some("percent");
    let inside = setting.bracket.filter(|b| share && b.len() <= quantity.span.len() + 1)?;
    let start = setting.sentence.start;
    let open = inside.start.saturating_sub(1).max(start);
    let all = tokens(text, Span { start, end: open });
    let noun = phrase(text, &all)?;
    let country = places.last_in(noun).is_some_and(|c| c.end == noun.end);
    let near = open.saturating_sub(noun.end) <= 2;
    let told = told::of(beside, inside.end + 1);
    (near && !country).then(|| std::iter::once(noun).chain(told).collect())
}
