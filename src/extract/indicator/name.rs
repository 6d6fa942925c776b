//! Names what a figure measures, in the document's own words: the counted noun, the measure before it, or the clause's
//! subject. Adds no word of its own.

use super::again;
use super::aside::{aside, bracketed};
use super::becoming::becoming;
use super::beside::Beside;
use super::changed::changed;
use super::counting::{counting, with_of};
use super::deed;
use super::mark::Marks;
use super::measure::{direct, measure, relative};
use super::shift;
use super::tally;
use super::told;
use super::words::tokens;
use super::{list, phrases};
use crate::extract::{IndicatorFinding, Quantity, Rule};
use crate::text::{Span, Text};
use std::sync::LazyLock;

/// The spans of a figure's name, read in order, and the rule that found them; `earlier` is the row before it in the
/// same sentence, `last` the quantity before it.
pub(super) fn find(
    beside: &Beside<'_>,
    last: Option<&Quantity>,
    earlier: Option<&IndicatorFinding>,
) -> Option<(Vec<Span>, Rule)> {
    let Beside { text, setting, quantity, .. } = *beside;
    // A row of figures without a letter in it names nothing, however long it is.
    if !text.words(setting.sentence).bytes().any(|b| b.is_ascii_alphabetic() || b >= 0x80) {
        return None;
    }
    let from = earlier.map_or(setting.sentence.start, |e| e.number.end).min(quantity.span.start);
    // What the figure before counts, or its unit, is no part of what leads up to this one.
    let own = earlier.and(last).filter(|l| l.span.end > from && l.span.end <= quantity.span.start);
    let end = |l: &Quantity| {
        let shared = l.counted.filter(|c| l.rule == "quantity.percent" && c.start > l.span.end);
        shared.map_or(l.span.end, |c| with_of(text, c, quantity.span.start).end)
    };
    let from = own.map_or(from, end);
    let lead = Span { start: from, end: quantity.span.start };
    let change = quantity.rule == "quantity.change";
    let counted = quantity.counted.filter(|_| !change && quantity.rule != "quantity.percent");
    if let Some(name) = tally::find(beside, earlier) {
        return Some((name, "indicator.tally"));
    }
    if let Some(counted) = counted {
        let name = of_counted(beside, lead, counted, earlier);
        // What is counted stays: "ten successful years" are a date as well.
        let undated = |n: Span| if n.overlaps(counted) { n } else { beside.undated(n) };
        return Some((name.into_iter().map(undated).collect(), "indicator.count"));
    }
    if let Some(name) = again::continued(text, lead, earlier) {
        return Some((name, "indicator.continued"));
    }
    if let Some(span) = compared(text, lead) {
        return Some((vec![beside.undated(span)], "indicator.comparison"));
    }
    let all = tokens(text, lead);
    again::find(beside, (lead, &all), last, earlier)
        .or_else(|| measured(beside, lead, &all, earlier))
}

/// The name of a figure with a unit, or of a bare one with a verb.
fn measured(
    beside: &Beside<'_>,
    lead: Span,
    all: &[Span],
    earlier: Option<&IndicatorFinding>,
) -> Option<(Vec<Span>, Rule)> {
    let Beside { text, quantity, .. } = *beside;
    let one = |span: Span, rule| Some((vec![beside.undated(span)], rule));
    // "the most victims were from the north, accounting for 60 per cent of all casualties": a share of these.
    let words = text.words(lead).trim_end();
    let share = quantity.counted.filter(|c| {
        quantity.rule == "quantity.percent"
            && !is_whole(text.words(*c))
            && phrases::SHARES.ends(words).is_some()
    });
    if let Some(counted) = share {
        return Some(shared(beside, (lead, all), counted, None));
    }
    if let Some(span) = direct(text, lead) {
        let mut name = vec![span];
        let change = text.words(span).rsplit(' ').next().is_some_and(|w| list::CHANGES.has(w));
        name.extend(beside.paid_in().filter(|_| change));
        return Some((name, "indicator.measure"));
    }
    if let Some(span) = measure(text, lead, all) {
        return one(span, "indicator.measure");
    }
    let bare = quantity.unit.is_none();
    let totals = all.last().is_some_and(|t| matches!(text.words(*t), "totalling" | "totaling"));
    let formed = || becoming(beside, all).filter(|_| !bare || totals);
    let change = quantity.rule == "quantity.change";
    if let Some(counted) = quantity.counted.filter(|_| !change) {
        return Some(shared(beside, (lead, all), counted, formed()));
    }
    let noun = if bare { None } else { beside.qualified() };
    if let Some(span) = noun {
        let name = again::changed(beside, span, earlier);
        return Some((name.unwrap_or_else(|| vec![beside.undated(span)]), "indicator.noun"));
    }
    if let Some((verb, object)) = changed(text, all).filter(|_| !bare) {
        let name = verb.into_iter().chain([object]);
        return Some((name.collect(), "indicator.changed"));
    }
    if let Some(span) = formed() {
        return one(span, "indicator.becoming");
    }
    let paid = || beside.paid_in().or_else(|| beside.paid_for(&[" into "])).filter(|_| !bare);
    // "The region is to get $2 billion in aid": only a verb right before a figure tells it of its subject.
    let paid_first = if is_told(text, all) && !is_part(text, all) { None } else { paid() };
    if let Some(span) = paid_first {
        return one(span, "indicator.noun");
    }
    spoken(beside, lead, all).or_else(|| left(beside, lead, all, earlier))
}

/// The name of a share: what it is of, with what is told of that; `formed` is the phrase before a verb that is no finite one.
fn shared(
    beside: &Beside<'_>,
    (lead, all): (Span, &[Span]),
    counted: Span,
    formed: Option<Span>,
) -> (Vec<Span>, Rule) {
    let text = beside.text;
    // "the deficit is 3 per cent of GDP", "Youth are 60 per cent of the population": the whole names no share of it.
    let whole = is_whole(text.words(counted));
    let told = || subject(text, lead, all).filter(|_| is_told(text, all));
    if let Some(span) = formed.or_else(told).filter(|_| whole) {
        return (vec![beside.undated(span)], "indicator.subject");
    }
    let shared = with_of(text, counted, beside.setting.sentence.end);
    let near = told::of(beside, counted.end);
    let told = near.and_then(|near| told::of(beside, shared.end).or(Some(near)));
    (std::iter::once(shared).chain(told).collect(), "indicator.share")
}

/// The name of a figure by what its clause is about.
fn spoken(beside: &Beside<'_>, lead: Span, all: &[Span]) -> Option<(Vec<Span>, Rule)> {
    let text = beside.text;
    if let Some(name) = bracketed(beside) {
        return Some((name, "indicator.bracketed"));
    }
    if let Some(span) = relative(beside, all) {
        return Some((vec![beside.undated(span)], "indicator.measure"));
    }
    if let Some(span) = subject(text, lead, all) {
        // "India was the third biggest spender, with $23 billion": a country alone is no name.
        let alone = beside.places.first_in(span).is_some_and(|c| c.len() + 4 >= span.len());
        if let Some(span) = deed::with_deed(text, all, span, beside.quantity.span.start) {
            return Some((vec![beside.undated(span)], "indicator.subject"));
        }
        let told = told::of(beside, span.end).filter(|_| alone);
        let name = std::iter::once(beside.undated(span)).chain(told);
        return Some((name.collect(), "indicator.subject"));
    }
    aside(beside).map(|span| (vec![beside.undated(span)], "indicator.subject"))
}

/// The name of a figure that nothing before it names as a subject does.
fn left(
    beside: &Beside<'_>,
    lead: Span,
    all: &[Span],
    earlier: Option<&IndicatorFinding>,
) -> Option<(Vec<Span>, Rule)> {
    let Beside { text, quantity, .. } = *beside;
    let one = |span: Span, rule| Some((vec![beside.undated(span)], rule));
    let bare = quantity.unit.is_none();
    let paid = || beside.paid_in().or_else(|| beside.paid_for(&[" into "])).filter(|_| !bare);
    if let Some(span) = paid().or_else(|| beside.paid_for(&[" for ", " on ", " from "])) {
        return one(span, "indicator.noun");
    }
    // "rose 12 percent and reached $2 billion": the second verb has the first one's subject.
    let verb = all.last().is_some_and(|t| (list::VERBS | list::BECOMING).has(text.words(*t)));
    if let Some(first) = earlier.filter(|_| verb) {
        return Some((shift::level(text, &first.name), "indicator.continued"));
    }
    if let Some(counted) = quantity.counted {
        return one(counted, "indicator.count");
    }
    if bare {
        return None;
    }
    // Words that lead up to a figure name it only as a clause with a subject and a verb of its own.
    // A term, "longer than 30 days", says itself what it is.
    let term = quantity.unit.as_deref().is_some_and(|w| list::TIMES.has(w));
    if let Some(span) = beside.leading(lead.start).filter(|s| term || deed::is_clause(beside, *s)) {
        return one(span, "indicator.clause");
    }
    // "48% were afraid of a war": who is told in the text around it.
    let share = quantity.unit.as_deref() == Some("percent");
    let open = all.iter().all(|t| (list::IDLE | list::OPENERS).has(text.words(*t)));
    let told = if share && open { told::of(beside, quantity.span.end) } else { None };
    one(told?, "indicator.clause")
}

/// Whether the word before a figure is a verb: "revenue was about $5 billion".
fn is_told(text: &Text, all: &[Span]) -> bool {
    let word =
        all.iter().rev().map(|t| text.words(*t)).find(|w| list::VERBS.has(w) || !list::IDLE.has(w));
    word.is_some_and(|w| list::VERBS.has(w))
}

/// Whether the verb before a figure makes it a part of its subject: "the bill includes $2 million in fines".
fn is_part(text: &Text, all: &[Span]) -> bool {
    all.last().is_some_and(|t| matches!(text.words(*t), "includes" | "include" | "included"))
}

/// The counted noun, with the measure that stands before it: "a population of 4,500 people".
fn of_counted(
    beside: &Beside<'_>,
    lead: Span,
    counted: Span,
    earlier: Option<&IndicatorFinding>,
) -> Vec<Span> {
    let Beside { text, setting, .. } = *beside;
    let mut name = counting(text, setting, counted, earlier);
    // "people are going hungry": a number of people says nothing without what is told of them.
    if let [noun] = name.as_slice()
        && list::PEOPLE.has(text.words(*noun).rsplit(' ').next().unwrap_or_default())
    {
        // "The murder of 50 people was a tragedy": a verb of one tells of something else.
        let plural = text.words(*noun).ends_with('s') || text.words(*noun).ends_with("people");
        let one = |t: &Span| ["is ", "was ", "has "].iter().any(|v| text.words(*t).starts_with(v));
        name.extend(told::of(beside, noun.end).filter(|t| !(plural && one(t))));
    }
    // "killed 40 civilians": done with them by others.
    if let [_] = name.as_slice() {
        name.extend(deed::before(text, lead));
    }
    let noun = direct(text, lead).filter(|n| {
        let head = text.words(*n).rsplit(' ').next().unwrap_or_default();
        list::MEASURES.has(head) && head != "number"
    });
    match noun {
        // "a population of 4,500 people": what is counted goes without saying.
        Some(noun) if text.words(noun).ends_with("population") => vec![noun],
        Some(noun) => std::iter::once(noun).chain(name).collect(),
        None => name,
    }
}

/// What the sentence compares with, for the figure after "against": "twice as high as NAME, making up $2 against $1".
fn compared(text: &Text, lead: Span) -> Option<Span> {
    let words = text.words(lead).trim();
    if !phrases::COMPARED.has(words) {
        return None;
    }
    let block = text.sentence_at(lead.start).and_then(|i| text.sentences.get(i))?;
    let reach = block.start.max(lead.start.saturating_sub(300));
    let before = Span { start: reach, end: lead.start };
    let told = text.words(before);
    let leads = [" as ", " than ", " than the "];
    let at = leads.iter().filter_map(|l| told.rfind(l).map(|at| at + l.len())).max()?;
    let rest = told.get(at..)?;
    let len = rest.find(", ")?;
    let fits = len > 2
        && len < 80
        && rest.get(..len).is_some_and(|r| !r.contains(|c: char| c.is_ascii_digit()));
    let start = reach as usize + at;
    fits.then(|| Span::new(start, start + len))
}

/// What parts clauses, for the search of a subject.
static PARTS: LazyLock<Marks> = LazyLock::new(|| Marks::new(phrases::CLAUSE_PARTS.all()));

/// The subject of the clause: what stands before its first verb. `all` are the words of `lead`.
fn subject(text: &Text, lead: Span, all: &[Span]) -> Option<Span> {
    let words = text.words(lead);
    let base = lead.start as usize;
    let mut end = words.len();
    // "the rate was far higher, with 18 per 100,000": the verb before tells of it.
    let mut told = words.trim_end().ends_with(", with") || words.ends_with('(');
    for turn in 0..6 {
        let segment = words.get(..end)?;
        let start = part_start(segment);
        // No part begins or ends inside a word: its words are a stretch of all.
        let first = all.partition_point(|t| (t.start as usize) < base + start);
        let next = all.partition_point(|t| (t.start as usize) < base + end);
        let part = all.get(first..next).unwrap_or_default();
        if let Some(found) = subject_in(text, part, !told) {
            return Some(listed(text, all, first, found));
        }
        // "a budget that is 12 per cent lower": the subject is what the relative clause hangs on, not whoever has it.
        if [" that ", " where "]
            .iter()
            .any(|link| words.get(..start).is_some_and(|w| w.ends_with(link)))
        {
            return None;
        }
        // "…, accounting for $5": a participle tells of the clause's subject as a verb does.
        let tells = |word: &str| list::VERBS.has(word) || word.ends_with("ing");
        told |= part.iter().any(|t| tells(text.words(*t)));
        // Words that say something of their own are no rest of a clause told before.
        let own = part.iter().filter(|t| !(list::IDLE | list::VERBS).has(text.words(**t)));
        if start == 0 || (turn == 0 && own.count() > 1) {
            return None;
        }
        end = segment.get(..start).and_then(|s| PARTS.last_start(s))?;
    }
    None
}

/// Where the last part of a stretch begins; "in 2010 and 2011" parts nothing.
fn part_start(segment: &str) -> usize {
    let start = PARTS.last_end(segment).unwrap_or(0);
    let dated =
        |at: usize| segment.get(at..).is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()));
    let joined = segment.get(..start).is_some_and(|s| s.ends_with(" and "));
    if !(joined && dated(start)) {
        return start;
    }
    segment.get(..start.saturating_sub(5)).and_then(|s| PARTS.last_end(s)).unwrap_or(0)
}

/// The most words of their own between a verb and the figure it tells of its subject.
const OWN: usize = 2;

/// "Profit for the mining, transport and services firms was": a list before the verb belongs to its subject.
fn listed(text: &Text, all: &[Span], first: usize, found: Span) -> Span {
    let before = all.get(..first).unwrap_or_default();
    let told = |t: &&Span| list::TELLING.has(text.words(**t));
    if all.iter().skip(first).take_while(|t| t.start < found.start).any(|t| told(&t)) {
        return found;
    }
    let verb = before.iter().rposition(|t| (list::VERBS | list::TELLING).has(text.words(*t)));
    let open = verb.map_or(0, |v| v + 1);
    let head = before.get(open..).unwrap_or_default();
    let lower = text.words(found).starts_with(char::is_lowercase)
        || text.words(Span { start: found.start.saturating_sub(4), end: found.start }) == "and ";
    let Some(start) = head.first().filter(|_| lower && (2..=9).contains(&head.len())) else {
        return found;
    };
    let word = text.words(*start).to_lowercase();
    // "Even during the drought, the economy": a circumstance is no item.
    let second = matches!(word.as_str(), "even" | "only" | "especially" | "particularly")
        && head.get(1).is_some_and(|t| list::LINKS.has(text.words(*t)));
    let linked = (list::LINKS | list::OPENERS).has(&word) || second;
    if linked || verb.is_some() { found } else { Span { start: start.start, end: found.end } }
}

/// The subject in a part of a clause; `last` where no verb stands between the part and the figure, so that the part's own
/// must tell of it.
fn subject_in(text: &Text, all: &[Span], last: bool) -> Option<Span> {
    let verb = all.iter().position(|t| list::VERBS.has(text.words(*t)))?;
    // "Ann was ready to put down $5": what else is told between verb and figure takes the figure.
    let own = |t: &&Span| {
        let word = text.words(**t);
        let small = (list::IDLE | list::VERBS | list::LINKS | list::OPENERS).has(word);
        // "grew at a respectable annual rate of"
        !small
            && !list::PACES.says(word)
            && !word.ends_with("ly")
            && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    if last && all.iter().skip(verb + 1).filter(own).count() > OWN {
        return None;
    }
    let told = all.iter().take(verb).rposition(|t| list::TELLING.has(text.words(*t)));
    let mut from = told.map_or(0, |t| t + 1);
    while let Some(token) = all.get(from).filter(|_| from < verb) {
        let word = text.words(*token);
        let timed = list::TIMING.has(word)
            || word == "On"
            || word.starts_with(|c: char| c.is_ascii_digit());
        // "In the period 1997–2006 world spending rose"
        let stretch = from > 0 && list::STRETCHES.says(word);
        if !(list::OPENERS.has(word) || timed || stretch) {
            break;
        }
        from += 1;
    }
    let (first, last) = (all.get(from)?, all.get(verb.checked_sub(1)?)?);
    // "turnover as reported by the bank totalled": who reports is no subject.
    let by = |t: &Span| matches!(text.words(*t), "by" | "in" | "under");
    let passed = text.words(*first).ends_with("ed") && all.get(from + 1).is_some_and(by)
        || told.and_then(|t| all.get(t + 1)).is_some_and(by);
    let pronoun = list::PRONOUNS.has(text.words(*first)) || passed || text.words(*first) == "Of";
    let found = Span { start: first.start, end: last.end };
    let words = text.words(found);
    // "support for which we", "per cent", "3 percent"
    let torn = list::TORN.has(text.words(*last))
        || words.starts_with(|c: char| c.is_ascii_digit())
        || matches!(words, "figure" | "number" | "total" | "amount");
    (from < verb && !pronoun && !torn && found.len() > 2).then_some(found)
}

/// Whether a share's whole says nothing of what the share is: GDP, the population.
fn is_whole(counted: &str) -> bool {
    let head = counted.rsplit(' ').next().unwrap_or_default();
    list::WHOLES.has(head)
}
