//! Joins two numbers to a range, a change or a score: "33–41", "between 5 and 7", "from 27 in 2008 to 171".
//! Never joins what a step and a level are: "fell 3 percent to 40".

use super::class::UnitKind;
use super::list;
use super::number::Shape;
use super::point::{Point, read_signed};
use super::step::{char_at, word_before, words};

/// How two numbers hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// From the one to the other, both ends of one figure.
    Range,
    /// From the one value to the other, in time.
    Change,
    /// Points of a game: 2-0.
    Score,
}

/// Looks for a second number that belongs to the first; `before` is where the first begins with its hedge.
pub(super) fn find(text: &str, first: &Point, before: usize) -> Option<(Point, Join)> {
    let lead = word_before(text, before).map_or("", |w| words(text, w)).to_ascii_lowercase();
    let joined = adjacent(text, first, before, &lead);
    if joined.is_some() {
        return joined;
    }
    if lead == "from" || lead == "of" { distant(text, first, lead == "from") } else { None }
}

fn adjacent(text: &str, first: &Point, before: usize, lead: &str) -> Option<(Point, Join)> {
    let rest = text.get(first.end..)?;
    let dash = ["-to-", "- to ", "- or ", " to-", " - ", " – ", " — ", "-", "‑", "–", "—", "−"]
        .into_iter()
        .find(|d| rest.starts_with(d));
    let word = [" to ", " or ", " and "].into_iter().find(|w| rest.starts_with(w));
    let joiner = dash.or(word)?;
    let mut second = read_signed(text, first.end + joiner.len())?;
    let spelled = |p: &Point| p.number.shape == Shape::Spelled;
    let odd = (joiner == "-" && spelled(&second) && !spelled(first))
        || (joiner == "−" && first.unit.is_some() && second.unit.is_none());
    if odd || (joiner.trim() == "—" && second.unit != first.unit) {
        return None;
    }
    if !fits(first, &second) {
        return None;
    }
    // "by 1 to 1.5 degrees" is a range, "by 1 percent to 40" a step and a level.
    let stepped = list::CHANGES.has(lead) && (first.unit.is_some() || second.unit.is_none());
    match joiner {
        " and " if lead != "between" => return None,
        " or " if first.unit.is_some() || second.number.value <= first.number.value => return None,
        " to " if stepped => return None,
        _ => {}
    }
    // "2-0", and the votes of "52 to 48"; a range rises.
    let glued =
        matches!(joiner, "-" | "–") || (joiner == " to " && lead != "from" && lead != "between");
    if glued
        && second.number.value <= first.number.value
        && first.unit.is_none()
        && !second.number.scaled()
    {
        let bare = second.unit.is_none() && !second.number.grouped && !first.number.grouped;
        let more =
            char_at(text, second.end).is_some_and(|c| c == '-' || c == '–' || c.is_alphanumeric());
        return (bare && !more && second.number.value < 200.0).then_some((second, Join::Score));
    }
    let change = joiner == " to " && lead == "from" && !ranges(text, before);
    let join = if change { Join::Change } else { Join::Range };
    share_unit(first, &mut second);
    Some((second, join))
}

/// "ranging from 5 to 7": both at one time.
fn ranges(text: &str, before: usize) -> bool {
    let from = word_before(text, before).and_then(|from| word_before(text, from.start));
    from.is_some_and(|w| list::RANGING.has(words(text, w)))
}

/// "from 240 horsepower in 2008 to 273": a second number a few words on, in the same clause.
fn distant(text: &str, first: &Point, from: bool) -> Option<(Point, Join)> {
    if !from {
        return None;
    }
    let rest = text.get(first.end..)?;
    let mut window = rest.len().min(REACH);
    while !rest.is_char_boundary(window) {
        window -= 1;
    }
    let rest = rest.get(..window)?;
    let clause = rest.find([';', ':', '(']).unwrap_or(rest.len());
    let at = rest.get(..clause)?.find(" to ")?;
    if tells_more(rest.get(..at)?) {
        return None;
    }
    let mut at = first.end + at + 4;
    for hedge in list::HEDGED.all() {
        if text.get(at..).is_some_and(|r| r.starts_with(*hedge)) {
            at += hedge.len();
        }
    }
    let mut second = read_signed(text, at)?;
    let rate = first.unit.as_ref().is_some_and(|u| u.name.starts_with("per "));
    let comparable =
        rate || second.unit.is_some() || first.unit.is_none() || second.number.value.abs() > 12.0;
    if !fits(first, &second) || !comparable {
        return None;
    }
    share_unit(first, &mut second);
    Some((second, Join::Change))
}

/// Whether the words between hold figures of their own or the end of a sentence.
fn tells_more(between: &str) -> bool {
    let figures = between.contains(['$', '€', '£', '%', '¥']) || between.contains(", or ");
    let ends = between
        .match_indices(". ")
        .any(|(at, _)| between.get(at + 2..).is_some_and(|r| r.starts_with(char::is_uppercase)));
    figures || ends
}

/// How far on the second number of a change may stand, in bytes.
const REACH: usize = 60;

/// Whether two numbers can be ends of one figure: same unit, or one of them without.
fn fits(first: &Point, second: &Point) -> bool {
    let shapes = |p: &Point| matches!(p.number.shape, Shape::Digits | Shape::Spelled);
    if !shapes(first) || !shapes(second) {
        return false;
    }
    match (&first.unit, &second.unit) {
        (Some(a), Some(b)) => {
            a.name == b.name
                || b.name.starts_with(&a.name)
                || (a.kind == UnitKind::Sign
                    && b.kind == UnitKind::Sign
                    && currency(&a.name).ends_with(currency(&b.name)))
        }
        (Some(a), None) => a.kind != UnitKind::Time || !a.hyphen,
        (None, _) => true,
    }
}

/// The money of a price: "dollar" of "dollar per barrel".
fn currency(unit: &str) -> &str {
    unit.split(" per ").next().unwrap_or(unit)
}

/// The second number takes the first one's sign of money where it has no unit of its own.
fn share_unit(first: &Point, second: &mut Point) {
    if second.unit.is_none() {
        second.unit.clone_from(&first.unit);
    }
}

/// The scale that the second number lends the first: "1 to 2 thousand", "$89 to $93 billion", "3-4,000", not "$200 to $4 million".
pub(super) fn lent_scale(first: &Point, second: &Point) -> f64 {
    let (low, high) = (&first.number, &second.number);
    let thousands = high.grouped && !high.scaled() && high.value % 1000.0 == 0.0;
    if thousands
        && !low.grouped
        && !low.scaled()
        && low.value < high.value / 1000.0
        && low.value >= 1.0
    {
        return 1000.0;
    }
    if low.scaled() || !high.scaled() || low.mantissa >= high.mantissa || high.mantissa == 0.0 {
        return 1.0;
    }
    high.value / high.mantissa
}
