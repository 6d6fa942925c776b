//! Picks the figures worth a row of their own and gives each its name, country and period. Findings come in, rows go out.
//! Never invents a period or a country: what neither clause, sentence nor section states stays empty.

mod about;
mod again;
mod aside;
mod becoming;
mod beside;
mod changed;
mod clause;
mod counting;
mod deed;
mod list;
mod listed;
mod mark;
mod measure;
mod name;
mod period;
mod phrases;
mod place;
mod shift;
mod tally;
mod tie;
mod told;
mod twice;
mod whole;
mod words;
mod worth;

use super::country::Country;
use super::{CountryMention, DateMention, IndicatorFinding, Quantity, Rule, Trace, Via};
use crate::text::{Span, Text};
use beside::Beside;
use clause::Setting;

/// Finds the indicators of a document, rising by place; a change gives one for each of its ends.
pub fn find(
    text: &Text,
    dates: &[DateMention],
    countries: &[CountryMention],
    quantities: &[Quantity],
    trace: &mut Trace,
) -> Vec<IndicatorFinding> {
    let places = place::Places::new(text, countries);
    let mut found: Vec<IndicatorFinding> = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        if let Some(guard) = worth::refuses(text, dates, quantity) {
            trace.lose(quantity.span, quantity.rule, guard);
            continue;
        }
        let last = index.checked_sub(1).and_then(|i| quantities.get(i));
        if twice::is_conversion(text, last, quantity) {
            trace.lose(quantity.span, quantity.rule, "indicator.not-twice");
            continue;
        }
        let setting = Setting::new(text, quantity);
        if worth::is_small(text, quantity) && !places.are_told(&setting, dates, quantity) {
            trace.lose(quantity.span, quantity.rule, "indicator.not-told");
            continue;
        }
        let earlier = found.last().filter(|f| setting.sentence.covers(f.clause));
        let before = found.last().filter(|f| told_before(text, &setting, f));
        let has_row = |l: &&Quantity| found.last().is_some_and(|f| l.span.covers(f.number));
        let (places, rowless) = (&places, last.filter(|l| !has_row(l)));
        let beside = Beside { text, setting: &setting, quantity, dates, places, before, rowless };
        let last = last.filter(has_row);
        let (name, rule) = match whole::name(&beside, last, earlier) {
            Ok(named) => named,
            Err(guard) => {
                trace.lose(quantity.span, quantity.rule, guard);
                continue;
            }
        };
        let named = rule;
        let listed = listed::place(text, quantities, index);
        let (country, rule) = located(&beside, earlier, &name, listed, rule);
        let chained = named == "indicator.chain";
        let [first, second] = match listed.and_then(|l| period::listed(text, &setting, dates, l)) {
            Some(date) => [Some(date), Some(date)],
            None => period::find(text, &setting, dates, quantity, chained),
        };
        // "$1.69 billion, or $7.03 a share" are one figure in two units.
        let same = chained && period::is_same(text, quantity);
        let first = if same { found.last().and_then(|f| f.period).or(first) } else { first };
        let carried =
            carried(text, &found, quantities, quantity, named).filter(|_| first.is_none());
        let (first, rule) =
            carried.map_or((first, rule), |date| (Some(date), "indicator.carried-period"));
        let one = IndicatorFinding {
            quantity: index,
            number: quantity.number,
            value: quantity.value,
            clause: setting.clause,
            name,
            country,
            period: first,
            end: None,
            rule,
        };
        ends(dates, quantity, one, second, &mut found);
    }
    found
}

/// The country of a figure that has a name, and the rule that says where it was found.
fn located(
    beside: &Beside<'_>,
    earlier: Option<&IndicatorFinding>,
    name: &[Span],
    listed: Option<listed::Place>,
    rule: Rule,
) -> (Option<(Country, Via)>, Rule) {
    let Beside { setting, quantity, places, .. } = *beside;
    if let Some(country) = listed.and_then(|place| places.listed(setting, place)) {
        return (Some(country), rule);
    }
    let own = places.of(setting, quantity, name, rule);
    inherited(beside, earlier.filter(|_| listed.is_none()), name, own)
}

/// Adds the row of a figure; a change gives one for each of its ends, `second` being the period of the other.
fn ends(
    dates: &[DateMention],
    quantity: &Quantity,
    row: IndicatorFinding,
    second: Option<usize>,
    found: &mut Vec<IndicatorFinding>,
) {
    match (quantity.ends, quantity.upper) {
        (Some((from, to)), Some(upper)) if quantity.rule == "quantity.change" => {
            let first = row.period.filter(|_| row.period != second);
            let end = first.and_then(|i| period::start(dates, i, second));
            let other =
                IndicatorFinding { number: to, value: upper, period: second, ..row.clone() };
            found.push(IndicatorFinding { number: from, end, ..row });
            found.push(other);
        }
        _ => found.push(row),
    }
}

/// The country of the row that a figure has its name from, or that "the country" at the start of its sentence means, where its
/// own sentence names none.
fn inherited(
    beside: &Beside<'_>,
    earlier: Option<&IndicatorFinding>,
    name: &[Span],
    found: (Option<(Country, Via)>, Rule),
) -> (Option<(Country, Via)>, Rule) {
    let same = |row: &&IndicatorFinding| {
        row.name.iter().any(|n| name.first().is_some_and(|first| n.overlaps(*first)))
    };
    let links = matches!(found.1, "indicator.chain" | "indicator.noun" | "indicator.tally");
    // "in Kenya it fell": a country of its own.
    let own = |row: &IndicatorFinding| {
        name.iter().any(|n| {
            beside.places.first_in(*n).is_some() && !row.name.iter().any(|r| r.overlaps(*n))
        })
    };
    let row = earlier.filter(same).filter(|r| links && r.country.is_some() && !own(r));
    if let Some(row) = row {
        return (row.country, found.1);
    }
    let far = found.0.is_none() || found.1.ends_with("-country");
    let row = beside.before.filter(|r| far && r.country.is_some());
    if row.is_none() {
        return found;
    }
    let meant = says_country(beside.text.words(beside.setting.sentence));
    let own = |r: &&IndicatorFinding| same(r) || meant;
    match row.filter(own) {
        Some(row) if found.1 != "indicator.many-countries" => {
            (row.country, "indicator.carried-country")
        }
        _ => found,
    }
}

/// Whether a sentence begins with what means a country told before: "The country", "This island nation".
fn says_country(sentence: &str) -> bool {
    let rest = ["The ", "This "].iter().find_map(|w| sentence.strip_prefix(*w));
    let near = |word: &str| matches!(word, "country" | "nation" | "country’s" | "country's");
    rest.is_some_and(|rest| rest.split(' ').take(4).any(near))
}

/// Whether a row stands in the block of a sentence, not far before it.
fn told_before(text: &Text, setting: &Setting, row: &IndicatorFinding) -> bool {
    let (end, start) = (row.number.end, setting.sentence.start);
    end < start && start - end < BEFORE && text.block_at(end) == text.block_at(start)
}

/// How far before a sentence a row may stand that it goes on with, in bytes.
const BEFORE: u32 = 400;

/// The period of the share told one sentence before, for a share that tells none: "In 2017 the level of … was at 92
/// percent. The share of … was at 90 percent."
fn carried(
    text: &Text,
    found: &[IndicatorFinding],
    quantities: &[Quantity],
    quantity: &Quantity,
    named: Rule,
) -> Option<usize> {
    let last = found.last()?;
    let before = quantities.get(last.quantity)?;
    let shares = [before, quantity].iter().all(|q| q.rule == "quantity.percent");
    let measures = named == "indicator.measure" && before.counted.is_none();
    let near = quantity.number.start.saturating_sub(last.number.end) < CARRY;
    let block = |q: &Quantity| text.block_at(q.number.start);
    last.period.filter(|_| shares && measures && near && block(before) == block(quantity))
}

/// How far on a period is carried, in bytes.
const CARRY: u32 = 300;
