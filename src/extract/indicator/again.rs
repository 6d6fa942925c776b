//! Names a figure by the row before it, where it goes on with that one: a chain, a list of countries, "of them", "of these".
//! The words between the two come in, spans of the earlier name go out. Adds no word of its own.

use super::beside::Beside;
use super::clause::trim;
use super::counting::done;
use super::shift;
use super::told;
use super::words::{first_tokens, tokens};
use super::{list, phrases};
use crate::extract::{IndicatorFinding, Quantity, Rule};
use crate::text::{Span, Text};

/// The name of a figure that goes on with the row `earlier` in its sentence, or with the one before the sentence; `lead` is
/// what stands before it, with its words, `last` the quantity before it.
pub(super) fn find(
    beside: &Beside<'_>,
    (lead, all): (Span, &[Span]),
    last: Option<&Quantity>,
    earlier: Option<&IndicatorFinding>,
) -> Option<(Vec<Span>, Rule)> {
    let Beside { text, .. } = *beside;
    let told = earlier.or(beside.before);
    if let Some(first) = told
        && let Some(deed) = of_them(beside)
    {
        let noun = first.name.first().copied();
        return Some((noun.into_iter().chain([deed]).collect(), "indicator.continued"));
    }
    if let Some(first) = earlier {
        if let Some(span) = risen(beside, first) {
            return Some((vec![span], "indicator.chain"));
        }
        if let Some(name) = last.and_then(|l| gapped(beside, l, first)) {
            return Some((name, "indicator.gapped"));
        }
        if last.is_some_and(|l| chained(beside, l) && fits(beside, l, first)) {
            return Some((shift::level(text, &first.name), "indicator.chain"));
        }
        // "75% of attacks had no victims, compared to 44% globally"
        let words = text.words(lead).trim_end();
        let set = || {
            phrases::COMPARED.ends(words).is_some()
                || words.ends_with("up from")
                || words.ends_with("down from")
        };
        let same = last.is_some_and(|l| l.unit == beside.quantity.unit && l.unit.is_some());
        if same && set() {
            return Some((shift::level(text, &first.name), "indicator.chain"));
        }
    }
    let words = text.words(lead).trim_end();
    let words = words.strip_suffix(" by").unwrap_or(words);
    let up = [" up", " down", "(up", "(down"].iter().any(|w| words.ends_with(w));
    if let Some(first) = earlier.filter(|_| up && shift::of(beside).is_some()) {
        return Some((shift::level(text, &first.name), "indicator.chain"));
    }
    let told = told?;
    let name = pronoun(beside, all, told).or_else(|| of_these(beside, earlier))?;
    Some((name, "indicator.continued"))
}

/// "it fell by 22 per cent", "in Asia it rose to 5": the measure told before, with the place that this clause names.
fn pronoun(beside: &Beside<'_>, all: &[Span], first: &IndicatorFinding) -> Option<Vec<Span>> {
    let Beside { text, quantity, .. } = *beside;
    quantity.unit.as_ref()?;
    let verb = all.iter().rposition(|t| {
        let word = text.words(*t);
        !list::IDLE.has(word) || list::VERBS.has(word) && word.len() > 3
    })?;
    let told = text.words(*all.get(verb)?);
    let who = verb.checked_sub(1).and_then(|i| all.get(i).map(|t| (i, *t)))?;
    let spoken = match text.words(who.1) {
        "it" | "It" | "they" | "They" => true,
        noun if list::FIGURES.says(noun) => {
            let led = who.0.checked_sub(1).and_then(|i| all.get(i));
            led.is_some_and(|t| matches!(text.words(*t), "this" | "that" | "This" | "That"))
        }
        _ => false,
    };
    if !spoken || !(list::LEVELS | list::SHIFTS).has(told) {
        return None;
    }
    if let Some(own) = own_subject(beside, *all.get(who.0)?) {
        return Some(vec![own]);
    }
    let named = |t: &&Span| text.words(**t).starts_with(char::is_uppercase);
    let many = all.get(..who.0)?.iter().rev().take_while(named).count();
    let place = who.0.checked_sub(many + 1).and_then(|i| all.get(i));
    let place = place.filter(|t| many > 0 && matches!(text.words(**t), "in" | "In"));
    let mut name = shift::level(text, &first.name);
    if let Some(place) = place {
        let end = all.get(who.0 - 1)?.end;
        let cut = |span: &mut Span| *span = before_last(text, *span, &[" in "]);
        name.last_mut().map(cut);
        name.push(Span { start: place.start, end });
    }
    Some(name)
}

/// The subject of the sentence that a pronoun further on in it speaks of: "Poverty fell in 2017, when it was 5 per cent".
fn own_subject(beside: &Beside<'_>, who: Span) -> Option<Span> {
    let Beside { text, setting, .. } = *beside;
    let start = setting.sentence.start;
    let all = tokens(text, Span { start, end: who.start.max(start) });
    let told = all
        .iter()
        .any(|t| text.words(*t).starts_with(|c: char| c.is_ascii_digit()) && !beside.is_dated(*t));
    let verb = all.iter().position(|t| (list::VERBS | list::SHIFTS).has(text.words(*t)))?;
    let small = |t: &Span| {
        let word = text.words(*t);
        (list::OPENERS | list::IDLE | list::TIMING).has(word) || beside.is_dated(*t)
    };
    let from = all.iter().position(|t| !small(t))?;
    let mut last = verb.checked_sub(1)?;
    while last > from && text.words(*all.get(last)?).ends_with("ly") {
        last -= 1;
    }
    let (first, last) = (all.get(from)?, all.get(last)?);
    let span = Span { start: first.start, end: last.end };
    let fits = from < verb && verb - from <= 7 && span.len() > 4 && !told;
    let plain =
        !text.words(span).contains([',', ';', '(']) && !list::PRONOUNS.has(text.words(*first));
    (fits && plain).then_some(span)
}

/// "Of that total, Peru accounted for 28 per cent", "Of these, 40 were sent back": part of what was counted before the sentence.
fn of_these(beside: &Beside<'_>, earlier: Option<&IndicatorFinding>) -> Option<Vec<Span>> {
    let Beside { text, setting, quantity, .. } = *beside;
    let before = beside.before.filter(|_| earlier.is_none())?;
    let words = text.words(setting.sentence);
    if !words.starts_with(['O', 'A', 'I', 'T']) {
        return None;
    }
    let share = quantity.unit.as_deref() == Some("percent");
    let mut name = shift::level(text, &before.name);
    if phrases::OF_THESE.begins(words).is_some() && (share || quantity.unit.is_none()) {
        if !share {
            name.truncate(1);
            name.extend(told::of(beside, quantity.span.end));
        }
        return Some(name);
    }
    // "That figure is over 47% for Peru"
    if share && phrases::FIGURE.begins(words).is_some() && shift::of(beside).is_none() {
        return Some(carried(beside, before, setting.sentence));
    }
    // "This is 8 per cent more than in 2014"
    let set = share && phrases::THIS.begins(words).is_some() && shift::of(beside).is_some();
    set.then_some(name)
}

/// "Peru 28 per cent and Chile 16 per cent", "to Italy (49%) and Spain (29%)", "including 800 in Greece, some 50 in Italy":
/// the next country of a list has the measure of the one before it.
fn gapped(beside: &Beside<'_>, last: &Quantity, first: &IndicatorFinding) -> Option<Vec<Span>> {
    let Beside { text, quantity, places, .. } = *beside;
    // "and Peru had 69 per cent of all thefts": a share of its own.
    if quantity.rule == "quantity.percent" && quantity.counted.is_some() {
        return None;
    }
    let start = last.counted.map_or(last.span.end, |c| c.end.max(last.span.end));
    let gap = Span { start, end: quantity.span.start };
    if gap.start >= gap.end || gap.len() > 200 {
        return None;
    }
    let words = text.words(gap);
    if [". ", "? ", "! ", "\n"].iter().any(|m| words.contains(m)) {
        return None;
    }
    let quiet = |span: Span| {
        let told = |t: &Span| {
            let word = text.words(*t);
            (list::VERBS | list::TELLING | list::SHIFTS).has(word)
        };
        span.len() < 90
            && text.words(span).contains([',', ';', ')']) | text.words(span).contains(" and ")
            && !tokens(text, span).iter().any(told)
    };
    // The country stands behind the figure.
    if let Some(behind) = places.behind(quantity) {
        return quiet(gap).then(|| carried(beside, first, behind));
    }
    let place = places.last_in(gap)?;
    let tail = text.words(Span { start: place.end, end: gap.end });
    let bracket = tail.trim_start().starts_with('(');
    let link = tail.trim_matches([' ', '(', ':', '–', '—', '-', ',']);
    let plain = link.is_empty() || phrases::BEFORE_NEXT.has(link);
    let head = Span { start, end: place.start };
    (plain && (bracket || quiet(head))).then(|| carried(beside, first, place))
}

/// The name of a row for another country: what named the first one's country is left out, or its place taken.
fn carried(beside: &Beside<'_>, first: &IndicatorFinding, place: Span) -> Vec<Span> {
    let Beside { text, places, .. } = *beside;
    let mut name = shift::level(text, &first.name);
    let Some(head) = name.first_mut() else { return name };
    let Some(own) = places.first_in(*head) else { return name };
    if own.start <= head.start + 4 {
        let rest = text.words(Span { start: own.end, end: head.end });
        let owned = ["’s ", "'s ", "’ ", "' "].iter().find(|s| rest.starts_with(**s));
        let skip = u32::try_from(owned.map_or(1, |s| s.len())).unwrap_or_default();
        let rest = Span { start: own.end + skip, end: head.end };
        if rest.start < rest.end {
            *head = rest;
            if owned.is_none() {
                name.insert(0, place);
            }
        }
        return name;
    }
    let before = Span { start: head.start, end: own.start };
    *head = before_last(text, before, phrases::NAME_LINKS.all());
    name
}

/// A span up to the last of some marks; the whole where it has none.
fn before_last(text: &Text, span: Span, marks: &[&str]) -> Span {
    let words = text.words(span);
    let at = marks.iter().filter_map(|m| words.rfind(m)).max().unwrap_or(words.len());
    Span { start: span.start, end: span.start + u32::try_from(at).unwrap_or_default() }
}

/// What a noun of change without a complement is told of: the measure of the row before it, in its sentence or, behind
/// "This represents", before it.
pub(super) fn changed(
    beside: &Beside<'_>,
    noun: Span,
    earlier: Option<&IndicatorFinding>,
) -> Option<Vec<Span>> {
    let Beside { text, setting, .. } = *beside;
    let words = text.words(noun);
    let head = tokens(text, noun).into_iter().find(|t| list::CHANGES.has(text.words(*t)))?;
    if has_complement(words) || words.split(' ').count() > 3 {
        return None;
    }
    let opened = text.words(setting.sentence);
    let spoken = phrases::THIS.begins(opened).is_some();
    let shares = beside.before.is_some_and(|b| b.rule != "indicator.count");
    let before = beside.before.filter(|_| spoken || shares);
    let first = earlier.or(before)?;
    // "In Peru, there was 7% growth", behind a figure of Chile's.
    let own = beside.places.first_in(setting.sentence).filter(|_| earlier.is_none());
    let mut name = match own {
        Some(place) => carried(beside, first, place),
        None => shift::level(text, &first.name),
    };
    name.push(head);
    Some(name)
}

/// "and 57 of them were charged": what was done with part of what was counted before.
fn of_them(beside: &Beside<'_>) -> Option<Span> {
    let Beside { text, setting, quantity, .. } = *beside;
    let end = quantity.span.end;
    let rest = text.words(Span { start: end, end: setting.sentence.end.max(end) });
    let them = [" of them", " of whom", " of which", " of these"]
        .into_iter()
        .find(|t| rest.starts_with(t))?;
    let start = end + u32::try_from(them.len()).ok()?;
    done(text, Span { start, end: setting.sentence.end.max(start) })
        .or_else(|| told::of(beside, start))
}

/// "a 19 per cent rise in profits to $450 million": what rose to so much.
fn risen(beside: &Beside<'_>, first: &IndicatorFinding) -> Option<Span> {
    let Beside { text, quantity, .. } = *beside;
    let name = *first.name.first().filter(|n| n.end < quantity.span.start)?;
    let gap = text.words(Span { start: name.end, end: quantity.span.start }).trim();
    if !phrases::RISE_TO.has(gap) {
        return None;
    }
    let words = text.words(name);
    let head = words.split(' ').next().filter(|w| list::CHANGES.has(w))?;
    let rest = words.get(head.len()..)?;
    let link = [" in ", " of "].into_iter().find(|l| rest.starts_with(*l))?;
    let start = name.start + u32::try_from(head.len() + link.len()).ok()?;
    let own = rest.get(link.len()..)?.split(' ').next().filter(|w| list::ARTICLES.says(w));
    let start = start + own.map_or(0, |w| u32::try_from(w.len() + 1).unwrap_or_default());
    (start < name.end).then_some(Span { start, end: name.end })
}

/// Whether a figure can have the name of the row it is chained to: "60% of gas, 80% of oil" have each their own, "12 planes in
/// a $2 billion deal" and "5 million people, up 0.3 percentage points" measure two things.
fn fits(beside: &Beside<'_>, last: &Quantity, first: &IndicatorFinding) -> bool {
    let Beside { text, quantity, .. } = *beside;
    let own = |q: &Quantity| q.rule == "quantity.percent" && q.counted.is_some();
    let head = |q: &Quantity| q.counted.map_or("", |c| text.words(c));
    if own(quantity) && !(own(last) && head(quantity) == head(last)) {
        return false;
    }
    let gap =
        text.words(Span { start: last.span.end, end: quantity.span.start.max(last.span.end) });
    let again = gap.contains('(') || gap.contains(" or ") || gap.contains("worth");
    let money = quantity.rule == "quantity.money" && last.rule != "quantity.money";
    let points = quantity.unit.as_deref() == Some("percentage point");
    first.rule != "indicator.count" || !(money && !again || points) || quantity.unit == last.unit
}

/// Whether nothing but links stands between the figure and the one before it: ", or", "up", "from", "(".
fn chained(beside: &Beside<'_>, last: &Quantity) -> bool {
    let start = last.counted.map_or(last.span.end, |c| c.end.max(last.span.end));
    let end = beside.quantity.span.start;
    if start > end || end - start > 60 {
        return false;
    }
    let gap = Span { start, end };
    let marks = beside.text.words(gap).contains([';', '.', ':', '!', '?', '"']);
    if marks {
        return false;
    }
    let all = first_tokens(beside.text, gap, 8);
    let links = all.len() <= 7
        && all.iter().all(|t| list::CHAIN.has(beside.text.words(*t)) || beside.is_dated(*t));
    if !links {
        return false;
    }
    // "$5 million, a 20 per cent rise in exports": the noun names it.
    if let Some(noun) = beside.qualified() {
        let words = beside.text.words(noun);
        let head = words.split(' ').next().unwrap_or_default();
        if list::CHANGES.has(head) && has_complement(words) {
            return false;
        }
    }
    true
}

/// Whether a noun of change has what changed beside it: "rise in exports".
fn has_complement(words: &str) -> bool {
    phrases::COMPLEMENT.all().iter().any(|link| words.contains(link))
}

/// "and for extremist crimes – from 56 to 168" goes on with the measure of the figure before it.
pub(super) fn continued(
    text: &Text,
    lead: Span,
    earlier: Option<&IndicatorFinding>,
) -> Option<Vec<Span>> {
    let first = *earlier?.name.first()?;
    let mut span = trim(text, lead);
    for opener in ["and ", "but ", "while "] {
        if text.words(span).starts_with(opener) {
            span.start += u32::try_from(opener.len()).unwrap_or_default();
        }
    }
    let words = text.words(span);
    let words =
        words.strip_suffix("from").unwrap_or(words).trim_end_matches([' ', '–', '—', '-', ',']);
    let links = ["for ", "of ", "among ", "in "];
    let joined = text.words(lead).starts_with([',', ';']) || text.words(lead).starts_with(" and ");
    if !joined || !links.iter().any(|l| words.starts_with(l)) || words.len() > 60 {
        return None;
    }
    // "while in Asia it fell by": a clause of its own.
    if tokens(text, span).iter().any(|t| (list::VERBS | list::PRONOUNS).has(text.words(*t))) {
        return None;
    }
    let span = Span {
        start: span.start,
        end: span.start + u32::try_from(words.len()).unwrap_or_default(),
    };
    Some(vec![before_last(text, first, phrases::COMPLEMENT.all()), span])
}
