//! Puts a quantity together from its parts: number, range, unit, hedge, counted noun. Offsets are those of one block.

use super::calendar::Calendar;
use super::class::UnitKind;
use super::guard;
use super::mark;
use super::number::Shape;
use super::point::{self, Point};
use super::range::{self, Join};
use super::step::{letters_at, words};
use super::unit::{self, Found};
use super::{counted, hedge, list};
use crate::extract::Rule;
use std::ops::Range;

/// A quantity inside a block.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) span: Range<usize>,
    pub(super) number: Range<usize>,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    pub(super) ends: Option<(Range<usize>, Range<usize>)>,
    pub(super) qualifier: &'static str,
    pub(super) unit: Option<String>,
    pub(super) kind: Option<UnitKind>,
    pub(super) counted: Option<Range<usize>>,
    pub(super) rule: Rule,
    /// Where the scan goes on.
    pub(super) next: usize,
}

/// No quantity stands here.
pub(super) struct Refused {
    /// Where the scan goes on.
    pub(super) next: usize,
    /// The end of the name, where the number was one: "Resolutions 1267 and 1988" names two.
    pub(super) name: Option<usize>,
    /// What was read there, by which rule, and the guard that refused it.
    pub(super) lost: Option<(Range<usize>, Rule, Rule)>,
}

/// Reads the quantity whose number starts at `at`; `named` is where the last name with a number ended.
pub(super) fn read(
    text: &str,
    at: usize,
    named: usize,
    calendar: &Calendar<'_>,
) -> Result<Draft, Refused> {
    let quiet = |next| Refused { next, name: None, lost: None };
    if let Some(date) = calendar.takes_year(text, at) {
        let lost = Some((at..at + 4, "quantity.count", date));
        return Err(Refused { next: at + 4, name: None, lost });
    }
    let first = point::read(text, at).map_err(quiet)?;
    let read = first.start..first.end;
    let before = hedge::before(text, first.start);
    let second = range::find(text, &first, before.map_or(first.start, |(from, _)| from))
        .filter(|(p, _)| calendar.takes(&p.number, p.kind()).is_none());
    let kind = second.as_ref().filter(|(p, _)| calendar.holds(&first, p)).and_then(|s| s.0.kind());
    if let Some(date) = calendar.takes(&first.number, first.kind().or(kind)) {
        let lost = Some((read, rule(&first, first.kind(), None), date));
        return Err(Refused { next: first.number.end, name: None, lost });
    }
    let last = second.as_ref().map_or(&first, |(point, _)| point);
    let tail = words(text, named..first.start);
    let listed = named > 0
        && first.unit.is_none()
        && matches!(tail, " and " | ", " | " or " | "/" | "-" | "–" | ", and " | " of ");
    let checked = Point { start: first.start, ..last.clone() };
    let guard = if listed {
        Some("quantity.not-a-label")
    } else {
        name_guard(text, &first, last, second.is_some())
    };
    if let Some(guard) = guard {
        let next = if guard == "quantity.not-a-code" {
            mark::code_end(text, last.number.end)
        } else {
            last.number.end
        };
        return Err(Refused {
            next,
            name: guard::is_labelled(text, &checked).then_some(checked.number.end),
            lost: Some((read, rule(&first, first.kind(), second.as_ref().map(|s| s.1)), guard)),
        });
    }
    if second.is_none()
        && let Some(draft) = ratio(text, &first)
    {
        return Ok(draft);
    }
    assemble(text, &first, second.as_ref(), before)
}

/// The guard that takes the number, or either end of the range, for a name.
fn name_guard(text: &str, first: &Point, last: &Point, range: bool) -> Option<Rule> {
    if !range {
        return guard::refuses(text, first);
    }
    // The first end is looked at with what follows the second, and the other way round.
    let mut whole = first.clone();
    whole.number.end = last.number.end;
    whole.unit.clone_from(&last.unit);
    let years = |p: &Point| {
        (1000.0..2100.0).contains(&p.number.value) && p.number.end - p.number.start == 4
    };
    // "from 1890 – 91"
    let short = |p: &Point| {
        let length = p.number.end - p.number.start;
        length == 2 && p.number.value > first.number.value % 100.0
    };
    let dated = years(first)
        && (years(last) || short(last))
        && last.unit.is_none()
        && !last.number.scaled();
    if [first, last].iter().any(|p| p.unit.is_none() && mark::is_code(text, p)) {
        return Some("quantity.not-a-code");
    }
    if dated { Some("quantity.not-a-year") } else { guard::refuses(text, &whole) }
}

fn assemble(
    text: &str,
    first: &Point,
    second: Option<&(Point, Join)>,
    before: Option<(usize, &'static str)>,
) -> Result<Draft, Refused> {
    let last = second.map_or(first, |(point, _)| point);
    let unit = last.unit.as_ref().or(first.unit.as_ref());
    let trailing = hedge::after(text, last.end);
    let end = trailing.filter(|_| last.number.end == last.end).map_or(last.end, |(to, _)| to);
    let change = second.is_some_and(|(_, join)| *join == Join::Change);
    let counted = count(text, last, unit.is_some(), end)
        .or_else(|| count(text, first, unit.is_some(), first.end).filter(|_| change));
    let placed = super::step::word_before(text, before.map_or(first.start, |(from, _)| from))
        .is_some_and(|w| list::PLACING.has(words(text, w)));
    let unit = rated(text, unit.cloned(), counted.as_ref(), placed);
    let unit = unit.as_ref();
    let mut start = before.map_or(first.start, |(from, _)| from);
    if second.is_some()
        && let Some(word) = super::step::word_before(text, start)
        && words(text, word.clone()).eq_ignore_ascii_case("between")
    {
        start = word.start;
    }
    if refuses(text, first, unit.is_some(), counted.as_ref(), second.is_some()) {
        let read = first.start..first.end;
        return Err(Refused {
            next: first.number.end,
            name: None,
            lost: Some((read, rule(first, None, None), "quantity.not-a-pronoun")),
        });
    }
    // "two new 737 Max jets": the figure inside the counted words is part of a name.
    let inner =
        counted.clone().filter(|c| words(text, c.clone()).contains(|c: char| c.is_ascii_digit()));
    let next = inner.map_or(last.end.max(last.number.end), |c| c.end);
    // "71 murders per 100,000 residents": what it is per is no figure of its own.
    let next = unit.filter(|u| u.name.starts_with("per ")).map_or(next, |u| next.max(u.end));
    let scale = second.map_or(1.0, |(point, _)| range::lent_scale(first, point));
    let join = second.map(|(_, join)| *join);
    let upper = second.filter(|(_, join)| *join != Join::Score).map(|(p, _)| p.number.value);
    Ok(Draft {
        span: start..trailing.map_or(last.core, |(to, _)| to),
        number: first.number.start..last.number.end,
        value: first.number.value * scale,
        upper: upper.or(first.number.upper),
        ends: second
            .as_ref()
            .map(|(p, _)| (first.number.start..first.number.end, p.number.start..p.number.end)),
        qualifier: trailing.or(before).map_or(plain(first), |(_, sign)| sign),
        unit: unit.map(|u| u.name.clone()),
        kind: unit.map(|u| u.kind),
        counted,
        rule: rule(first, unit.map(|u| u.kind), join),
        next,
    })
}

/// What a number says without a hedge: an order of magnitude is no exact figure.
fn plain(first: &Point) -> &'static str {
    if first.number.shape == Shape::Order { "~" } else { "=" }
}

/// Numbers that need something to count before they are quantities.
fn refuses(
    text: &str,
    first: &Point,
    unit: bool,
    counted: Option<&Range<usize>>,
    range: bool,
) -> bool {
    let word = words(text, first.number.start..first.number.end);
    let needs = word.eq_ignore_ascii_case("one") || word.eq_ignore_ascii_case("zero");
    needs && !unit && !range && counted.is_none()
}

/// The rule's name, from what was found.
fn rule(first: &Point, kind: Option<UnitKind>, join: Option<Join>) -> Rule {
    match (join, kind, first.number.shape) {
        (Some(Join::Change), ..) => "quantity.change",
        (Some(Join::Range), ..) => "quantity.range",
        (Some(Join::Score), ..) => "quantity.score",
        (_, Some(UnitKind::Sign | UnitKind::Money), _) => "quantity.money",
        (_, Some(UnitKind::Percent), _) => "quantity.percent",
        (_, Some(UnitKind::Time), _) => "quantity.time",
        (_, Some(UnitKind::Age), _) => "quantity.age",
        (_, Some(UnitKind::Measure), _) => "quantity.measure",
        (_, None, Shape::Part | Shape::Fold) => "quantity.part",
        (_, None, Shape::Order) => "quantity.order",
        (_, None, Shape::Group) => "quantity.group",
        (_, None, Shape::Spelled) => "quantity.spelled",
        (_, None, Shape::Digits) => "quantity.count",
    }
}

/// What the number counts.
fn count(text: &str, last: &Point, has_unit: bool, end: usize) -> Option<Range<usize>> {
    if has_unit {
        return match last.kind() {
            _ if last.unit.as_ref().is_some_and(|u| u.name == point::MAGNITUDE) => {
                counted::quake(text, last.end)
            }
            Some(UnitKind::Percent | UnitKind::Measure) => counted::phrase_of(text, last.end),
            _ => None,
        };
    }
    let number = &last.number;
    if matches!(number.shape, Shape::Part | Shape::Order | Shape::Group) {
        let plural = || counted::plural_phrase(text, number.end);
        let whole = || counted::phrase_after(text, number.end);
        return counted::phrase_of(text, number.end).or_else(whole).or_else(plural);
    }
    let strong = "-strong";
    let end = if text.get(end..).is_some_and(|r| r.starts_with(strong)) {
        end + strong.len()
    } else {
        end
    };
    if text.get(end..).is_some_and(|r| r.starts_with(" of ")) {
        return counted::phrase_of(text, end);
    }
    if let Some(rest) = text.get(end..)
        && rest.starts_with('-')
    {
        let word = letters_at(text, end + 1);
        return (!word.is_empty()).then_some(word);
    }
    if (number.value - 1.0).abs() < f64::EPSILON {
        counted::singular_phrase(text, end)
    } else {
        counted::plural_phrase(text, end)
    }
}

/// A rate behind what is measured or counted: "40 tonnes of coal a day", "71 murders per 100,000 residents"; what is
/// `placed`, "fed people in 80 countries every year", comes no oftener for that.
fn rated(
    text: &str,
    unit: Option<Found>,
    counted: Option<&Range<usize>>,
    placed: bool,
) -> Option<Found> {
    let Some(mut unit) = unit else {
        let end = counted?.end;
        // "40 boxes of whiskey per week"
        let of = counted::phrase_of(text, end).map_or(end, |of| of.end);
        let (stop, per) =
            unit::per_many(text, end).or_else(|| unit::per_time(text, of).filter(|_| !placed))?;
        return Some(Found::plain(&format!("per {per}"), UnitKind::Measure, stop));
    };
    let plain = unit.kind == UnitKind::Measure && !unit.name.contains(" per ");
    if let Some(noun) = counted.filter(|_| plain)
        && text.get(noun.end..).is_some_and(|r| r.starts_with(' '))
        && let Some((_, per)) = unit::per(text, noun.end)
    {
        unit.name = format!("{} per {per}", unit.name);
    }
    Some(unit)
}

/// "one in five", "2 out of 3".
fn ratio(text: &str, first: &Point) -> Option<Draft> {
    if first.unit.is_some() || first.number.grouped || first.number.scaled() {
        return None;
    }
    let rest = text.get(first.number.end..)?;
    let joiner = list::RATIO.begins(rest)?;
    let second = point::read_signed(text, first.number.end + joiner.len())?;
    let (low, high) = (first.number.value, second.number.value);
    let hundreds = (low - 1.0).abs() < f64::EPSILON && high % 100.0 == 0.0;
    let round = high <= 10.0 || hundreds || [20.0, 50.0, 100.0, 1e3, 1e4, 1e5, 1e6].contains(&high);
    let sure = joiner != " in "
        || (round && (low <= 1.0 || high <= 10.0) && second.number.start == second.start);
    if second.unit.is_some() || low >= high || !sure {
        return None;
    }
    let end = second.number.end;
    let before = hedge::before(text, first.start);
    // "20 out of 100,000 people": a rate, as "20 per 100,000 people" is.
    let rate = (high >= 1e4 || high >= 1e3 && low > 1.0)
        .then(|| unit::of_many(text, second.number.start))
        .flatten();
    if let Some((stop, many)) = rate {
        return Some(Draft {
            span: before.map_or(first.start, |(from, _)| from)..stop,
            number: first.number.start..first.number.end,
            value: low,
            upper: None,
            ends: None,
            qualifier: before.map_or("=", |(_, sign)| sign),
            unit: Some(format!("per {many}")),
            kind: Some(UnitKind::Measure),
            counted: None,
            rule: "quantity.measure",
            next: stop,
        });
    }
    Some(Draft {
        span: before.map_or(first.start, |(from, _)| from)..end,
        number: first.number.start..end,
        value: low / high,
        upper: None,
        ends: None,
        qualifier: before.map_or("=", |(_, sign)| sign),
        unit: None,
        kind: None,
        counted: counted::plural_phrase(text, end),
        rule: "quantity.ratio",
        next: end,
    })
}

/// "$26,930 against $12,430 per capita": both are rates.
fn priced(text: &str, left: &Draft, right: &Draft) -> bool {
    let (Some(one), Some(other)) = (&left.unit, &right.unit) else { return false };
    let same = other.strip_prefix(one.as_str()).is_some_and(|rest| rest.starts_with(" per "));
    let gap = words(text, left.span.end..right.span.start).trim();
    let tail = text.get(right.next..).unwrap_or_default();
    same && (list::COMPARED.has(gap)
        || (matches!(gap, "and" | "or") && tail.starts_with(" respectively")))
}

/// Gives numbers of a list the unit or noun of the last one: "17 and 5 people", "four-, five- and six-cylinder".
pub(super) fn share(text: &str, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let Some([left, right]) = drafts.get_mut(i - 1..=i) else { continue };
        let gap = words(text, left.number.end..right.span.start);
        if priced(text, left, right) {
            left.unit.clone_from(&right.unit);
        }
        // "(32 800, or 18%)": a share says a count again.
        // "tumbled 5.39, or 1.2%": so does one that is smaller than what it says again.
        let smaller = gap.ends_with("or ") && left.value > right.value && left.upper.is_none();
        let again = right.kind == Some(UnitKind::Percent) && (left.value >= 1000.0 || smaller);
        if !list::JOINS.has(gap) || again || left.unit.is_some() || left.counted.is_some() {
            continue;
        }
        left.unit.clone_from(&right.unit);
        left.kind = right.kind;
        left.counted.clone_from(&right.counted);
    }
}
