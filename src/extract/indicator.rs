//! Picks the figures worth a row of their own and gives each its name, country and period. Findings come in, rows go out.
//! Never invents a period or a country: what neither clause, sentence nor section states stays empty.

mod clause;
mod counting;
mod mark;
mod name;
mod period;
mod place;
mod words;

use super::{CountryMention, DateMention, IndicatorFinding, Quantity, Trace};
use crate::text::{BlockKind, Span, Text};
use clause::Setting;

/// Finds the indicators of a document, rising by place; a change gives one for each of its ends.
pub fn find(
    text: &Text,
    dates: &[DateMention],
    countries: &[CountryMention],
    quantities: &[Quantity],
    _trace: &mut Trace,
) -> Vec<IndicatorFinding> {
    let places = place::Places::new(text, countries);
    let mut found: Vec<IndicatorFinding> = Vec::new();
    for (index, quantity) in quantities.iter().enumerate() {
        if !may_stand(text, quantity) || !worth(text, dates, quantity) {
            continue;
        }
        let setting = Setting::new(text, quantity);
        let earlier = found.last().filter(|f| setting.sentence.covers(f.clause));
        let Some((name, rule)) = name::find(text, &setting, quantity, earlier) else { continue };
        if name.is_empty() {
            continue;
        }
        let (country, rule) = places.of(&setting, quantity, &name, rule);
        let [first, second] = period::find(text, &setting, dates, quantity);
        let row = |number: Span, value: f64, period, end| IndicatorFinding {
            quantity: index,
            number,
            value,
            clause: setting.clause,
            name: name.clone(),
            country,
            period,
            end,
            rule,
        };
        match (quantity.ends, quantity.upper) {
            (Some((from, to)), Some(upper)) if quantity.rule == "quantity.change" => {
                let end = first.filter(|_| first != second).and_then(|i| period::start(dates, i));
                found.push(row(from, quantity.value, first, end));
                found.push(row(to, upper, second, None));
            }
            _ => found.push(row(quantity.number, quantity.value, first, None)),
        }
    }
    found
}

/// Whether the place and the rule of a quantity allow a row: running text, and neither age, score nor part of a name.
fn may_stand(text: &Text, quantity: &Quantity) -> bool {
    let block = text.block_at(quantity.number.start).and_then(|i| text.blocks.get(i));
    let running = block.is_some_and(|b| !b.kind.is_heading() && b.kind != BlockKind::Metadata);
    running && !matches!(quantity.rule, "quantity.age" | "quantity.score")
}

/// Whether the quantity measures something an analyst would note: not "the two countries", "for three days", "one proposal".
fn worth(text: &Text, dates: &[DateMention], quantity: &Quantity) -> bool {
    let hedged = quantity.qualifier != "=";
    if quantity.rule == "quantity.time" {
        let at = dates.partition_point(|d| d.span.end <= quantity.number.start);
        let covered =
            dates.get(at).is_some_and(|d| d.span.overlaps(quantity.number) && d.date.is_some());
        return hedged && !covered;
    }
    if quantity.rule != "quantity.spelled" || hedged || quantity.value > 12.0 {
        return true;
    }
    let counted = quantity.counted.map_or("", |s| text.words(s));
    let head = counted.rsplit(' ').next().unwrap_or_default();
    let before = text.clean.get(..quantity.span.start as usize).unwrap_or_default().trim_end();
    let last = before.rsplit([' ', '\n']).next().unwrap_or_default().to_lowercase();
    quantity.value > 1.0
        && !counted.is_empty()
        && !words::is_determiner(&last)
        && !words::is_structural(head)
}
