//! Says which quantities are worth a row: what an analyst would note. Names the guard that refuses one.

use super::{list, phrases};
use crate::extract::{DateMention, Quantity, Rule};
use crate::text::{BlockKind, Span, Text};

/// The guard that refuses a quantity.
pub(super) fn refuses(text: &Text, dates: &[DateMention], quantity: &Quantity) -> Option<Rule> {
    if quantity.unit.as_deref() == Some("year of age") {
        return Some("indicator.not-an-age");
    }
    match quantity.rule {
        "quantity.age" => return Some("indicator.not-an-age"),
        "quantity.score" => return Some("indicator.not-a-score"),
        "quantity.group" => return Some("indicator.not-a-figure"),
        _ => {}
    }
    let block = text.block_at(quantity.number.start).and_then(|i| text.blocks.get(i));
    if block.is_none_or(|b| b.kind.is_heading() || b.kind == BlockKind::Metadata) {
        return Some("indicator.not-in-a-heading");
    }
    if is_time(quantity) && !is_term(text, dates, quantity) {
        return Some("indicator.not-a-duration");
    }
    if quantity.unit.as_deref() == Some("times") && quantity.qualifier != "=" {
        return None;
    }
    if is_way(text, quantity) {
        return Some("indicator.not-a-distance");
    }
    if is_aged(text, quantity) {
        return Some("indicator.not-an-age");
    }
    if is_price_base(text, quantity) {
        return Some("indicator.not-a-figure");
    }
    if is_calibre(text, quantity) {
        return Some("indicator.not-a-calibre");
    }
    if is_phone(text.words(quantity.span)) {
        return Some("indicator.not-a-figure");
    }
    if before(text, quantity.span).ends_with(" own") {
        return Some("indicator.not-a-figure");
    }
    let small = !is_counting(quantity) && quantity.unit.is_none();
    (small && is_known(text, quantity)).then_some("indicator.not-a-figure")
}

/// "two miles south of the town": how far off a place lies tells where something is, and nothing of it.
fn is_way(text: &Text, quantity: &Quantity) -> bool {
    let counted = quantity.counted.filter(|_| quantity.unit.is_none());
    let noun = counted.map(|c| text.words(c)).or(quantity.unit.as_deref());
    let length = noun.is_some_and(|w| list::LENGTHS.has(w));
    let end = counted.map_or(quantity.span.end, |c| c.end);
    let rest = text.clean.get(end as usize..).unwrap_or_default();
    let next = rest.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.']).next());
    // "at the 65-km mark"
    let tied = rest.strip_prefix([' ', '-']).is_some_and(|r| r.starts_with("mark "));
    // "shot at them from a distance of 20 metres"
    let lead = before(text, quantity.span);
    let apart = lead.ends_with("from a distance of") || lead.ends_with("at a distance of");
    length && (apart || tied || next.is_some_and(|w| list::WAYS.has(w)))
}

/// "in 2005 dollars", "constant 2010 US dollars": the year whose prices are meant.
fn is_price_base(text: &Text, quantity: &Quantity) -> bool {
    let figures = text.words(quantity.number);
    let year = figures.len() == 4 && (1900.0..2100.0).contains(&quantity.value);
    let based = list::PRICE_BASE.has(last_word(text, quantity.span));
    quantity.rule == "quantity.money"
        && year
        && quantity.span.start == quantity.number.start
        && based
}

/// "155 mm shells": the bore of a gun names a kind of arms and measures nothing.
fn is_calibre(text: &Text, quantity: &Quantity) -> bool {
    let rest = text.clean.get(quantity.span.end as usize..).unwrap_or_default();
    let next =
        rest.strip_prefix([' ', '-']).and_then(|r| r.split([' ', '-', ',', '.', ')', ';']).next());
    let bore = quantity.unit.is_none() && next.is_some_and(|w| phrases::BORES.has(w));
    // ".38 caliber pistol"
    let tied = quantity.counted.is_some_and(|c| {
        let first = text.words(c).split([' ', '-']).next().unwrap_or_default();
        phrases::BORES.has(first) && (quantity.value - 1.0).abs() > f64::EPSILON
    });
    let metric = quantity.unit.as_deref() == Some("millimetre");
    bore || tied || metric && next.is_some_and(|w| phrases::ARMS.has(w))
}

/// "986-8456": a number to call.
fn is_phone(words: &str) -> bool {
    let Some((first, last)) = words.trim().split_once('-') else { return false };
    let digits = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    first.len() == 3 && last.len() == 4 && digits(first) && digits(last)
}

fn is_time(quantity: &Quantity) -> bool {
    quantity.rule == "quantity.time" || quantity.unit.as_deref().is_some_and(|w| list::TIMES.has(w))
}

/// A term set in days, hours or months: "for longer than 30 days". Other lengths of time are no figures of the world.
fn is_term(text: &Text, dates: &[DateMention], quantity: &Quantity) -> bool {
    let at = dates.partition_point(|d| d.span.end <= quantity.number.start);
    let known = dates.get(at).is_some_and(|d| d.span.overlaps(quantity.number) && d.date.is_some());
    let term = quantity.unit.as_deref().is_some_and(|u| matches!(u, "day" | "hour" | "month"));
    let digits = text.words(quantity.number).starts_with(|c: char| c.is_ascii_digit());
    quantity.qualifier != "=" && quantity.qualifier != "~" && term && digits && !known
}

/// A number in figures, or one in words above twelve.
fn is_counting(quantity: &Quantity) -> bool {
    match quantity.rule {
        "quantity.spelled" => quantity.value > 12.0,
        "quantity.part" | "quantity.order" | "quantity.ratio" => false,
        _ => true,
    }
}

/// "people over 60 will", "those under 25": how old somebody is.
fn is_aged(text: &Text, quantity: &Quantity) -> bool {
    let bare = quantity.unit.is_none() && matches!(quantity.qualifier, ">" | "<" | ">=" | "<=");
    if !bare || quantity.value > 110.0 {
        return false;
    }
    list::PERSONS.says(last_word(text, quantity.span))
}

/// Small numbers in words, parts and orders of magnitude: noted only where place or time are told with them.
pub(super) fn is_small(text: &Text, quantity: &Quantity) -> bool {
    let share = matches!(quantity.rule, "quantity.part" | "quantity.ratio")
        && quantity.counted.is_some_and(|c| text.words(c).split(' ').any(|w| list::PEOPLE.has(w)));
    !is_counting(quantity) && quantity.unit.is_none() && !share
}

/// "the two countries", "three reasons", "two recent trends", "half the battle": known things, parts of a text.
fn is_known(text: &Text, quantity: &Quantity) -> bool {
    let counted = quantity.counted.map_or("", |s| text.words(s));
    let head = counted.rsplit(' ').next().unwrap_or_default();
    let vague = counted.split(' ').any(|w| list::VAGUE.has(w));
    let led =
        list::DETERMINERS.has(last_word(text, quantity.span)) && quantity.rule != "quantity.ratio";
    let one = (quantity.value - 1.0).abs() < f64::EPSILON && quantity.qualifier == "=";
    // "from Chad and Mali, two countries in the Sahel": named, and no two of the world.
    let pair = (quantity.value - 2.0).abs() < f64::EPSILON && list::STATES.all().contains(&head);
    one || pair || counted.is_empty() || led || vague || list::STRUCTURAL.has(head)
}

/// The word before a place.
fn last_word(text: &Text, span: Span) -> &str {
    before(text, span).rsplit([' ', '\n']).next().unwrap_or_default()
}

/// The words before a place, as far as one word may reach.
fn before(text: &Text, span: Span) -> &str {
    let end = span.start as usize;
    let mut start = end.saturating_sub(64);
    while !text.clean.is_char_boundary(start) {
        start += 1;
    }
    text.clean.get(start..end).unwrap_or_default().trim_end()
}
