//! Tells a number that counts or measures from one that names: years, times, versions, resolutions, streets, list marks.
//! Errs on the side of the name only where the words around it say so.

use super::class::UnitKind;
use super::counted::counts_plural;
use super::lexicon::lexicon;
use super::list;
use super::mark::{is_cited, is_code, is_early, is_hour, is_lettered, is_mark};
use super::number::Shape;
use super::point::Point;
use super::step::{
    char_at, char_before, is_space, letters_at, skip_spaces, word_after, word_before, word_ending,
    words,
};
use crate::extract::Rule;

/// One test of a number in its text.
type Check = fn(&str, &Point) -> bool;

/// The guard that takes the number for a name or part of one, and no quantity.
pub(super) fn refuses(text: &str, point: &Point) -> Option<Rule> {
    if point.is_signed() {
        return is_goal(text, point).then_some("quantity.not-a-label");
    }
    let bare = point.unit.is_none();
    match point.number.shape {
        Shape::Digits => {
            let checks: [(Rule, Check); 7] = [
                ("quantity.not-glued", touches),
                ("quantity.not-a-size", is_side),
                ("quantity.not-a-code", is_code),
                ("quantity.not-a-list-mark", is_mark),
                ("quantity.not-a-clock", is_clock),
                ("quantity.not-a-year", is_calendar),
                ("quantity.not-a-label", |t, p| match &p.unit {
                    None => is_labelled(t, p),
                    Some(_) => is_lettered(t, p),
                }),
            ];
            let first =
                checks.iter().find(|(_, refuses)| refuses(text, point)).map(|(rule, _)| *rule);
            first.or((bare && is_address(text, point)).then_some("quantity.not-an-address"))
        }
        Shape::Spelled => is_spelled_name(text, point).then_some("quantity.not-a-name"),
        Shape::Part | Shape::Order | Shape::Group | Shape::Fold => None,
    }
}

/// "480 x 360 pixels", "a 4×4 car": one side of a size, and no count.
fn is_side(text: &str, point: &Point) -> bool {
    let number = &point.number;
    // "4 × 100 m": a measure stays one.
    if point.unit.as_ref().is_some_and(|u| u.name != "pixel") {
        return false;
    }
    let times = |c: char| matches!(c, 'x' | 'X' | '×');
    let head = text.get(..number.start).unwrap_or_default().trim_end_matches(is_space);
    let rest = text.get(skip_spaces(text, number.end)..).unwrap_or_default();
    let first = head.strip_suffix(times).map(|h| h.trim_end_matches(is_space));
    let second = rest.strip_prefix(times).map(|r| r.trim_start_matches(is_space));
    first.is_some_and(|h| h.ends_with(|c: char| c.is_ascii_digit()))
        || second.is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
}

/// "SDG 6": a goal of the United Nations, and no pounds of the Sudan.
fn is_goal(text: &str, point: &Point) -> bool {
    let coded = text.get(..point.number.start).is_some_and(|t| t.trim_end().ends_with("SDG"));
    coded && point.number.value <= GOALS && point.number.value.fract() == 0.0
}

/// How many Sustainable Development Goals the United Nations have set (A/RES/70/1 of 2015).
const GOALS: f64 = 17.0;

/// Glued to letters or other figures: F-16, G20, 4:39, 90s, x86, P5+1.
fn touches(text: &str, point: &Point) -> bool {
    if point.unit.as_ref().is_some_and(|u| u.name == "inch" && u.end == point.end)
        && is_quoted(text, point)
    {
        return false;
    }
    let before = char_before(text, point.start);
    let inside = match before {
        Some(c) if c.is_alphanumeric() => true,
        Some('_' | '@' | '#' | '/' | '=' | '&' | '\\' | '№') => true,
        Some(c @ ('-' | '‑' | '–' | ':' | '.' | ',' | '\'' | '’' | '+')) => {
            word_ending(text, point.start - c.len_utf8()).is_some_and(|w| ties(words(text, w), c))
        }
        _ => false,
    };
    inside
        || is_model_unit(text, point)
        || (point.unit.as_ref().is_none_or(|u| u.hyphen) && touches_after(text, point))
}

/// The inches of 6'2".
fn is_quoted(text: &str, point: &Point) -> bool {
    matches!(char_before(text, point.start), Some('\'' | '’' | '′'))
        && matches!(char_at(text, point.number.end), Some('"' | '”' | '″'))
}

/// Whether a mark ties a number to the word before it: "F-16", "4:39"; not "sub-7", "people,16", "crimes –56".
fn ties(word: &str, mark: char) -> bool {
    let digit = word.ends_with(char::is_numeric);
    !list::FREE.has(word) && (digit || !matches!(mark, ',' | '–'))
}

fn touches_after(text: &str, point: &Point) -> bool {
    let end = point.number.end;
    let Some(next) = char_at(text, end) else { return false };
    let then = char_at(text, end + next.len_utf8());
    let digit = then.is_some_and(|c| c.is_ascii_digit());
    match next {
        c if c.is_alphabetic() || c == '_' || c == '@' => true,
        '\'' | '’' => then.is_some_and(char::is_alphabetic),
        ':' | '+' | '–' | '/' => digit,
        '-' | '‑' => match &point.unit {
            Some(unit) => unit.kind == UnitKind::Time,
            None => {
                digit
                    || then.is_some_and(char::is_uppercase)
                    || hyphen_name(text, end + next.len_utf8())
            }
        },
        _ => false,
    }
}

/// "the 5200W-T router": a letter tied to a unit makes both a name.
fn is_model_unit(text: &str, point: &Point) -> bool {
    let rest = text.get(point.end..).unwrap_or_default();
    let letter = rest.strip_prefix('-').filter(|r| r.starts_with(|c: char| c.is_ascii_uppercase()));
    point.unit.is_some()
        && letter.is_some_and(|r| !r.get(1..).is_some_and(|r| r.starts_with(char::is_alphanumeric)))
}

/// "3-to-1", "50-plus" stay names; "15-member" counts members.
fn hyphen_name(text: &str, at: usize) -> bool {
    let word = words(text, letters_at(text, at));
    word.is_empty() || list::TYING.has(word)
}

/// A time of day.
fn is_clock(text: &str, point: &Point) -> bool {
    let rest = text.get(skip_spaces(text, point.number.end)..).unwrap_or_default();
    let lower: String = rest.chars().take(7).collect::<String>().to_lowercase();
    let clock = list::CLOCK.begins(&lower).is_some_and(|c| {
        !lower.get(c.len()..).is_some_and(|r| r.starts_with(char::is_alphanumeric))
    });
    clock || is_hour(text, point)
}

/// A day or a year that no date mention covers.
fn is_calendar(text: &str, point: &Point) -> bool {
    let number = &point.number;
    if number.grouped || number.scaled() || (point.unit.is_some() && number.value < 1900.0) {
        return false;
    }
    let head = text.get(..point.start).unwrap_or_default();
    let head = head.trim_end_matches(' ').trim_end_matches('.');
    let before = if head.len() == point.start { None } else { word_ending(text, head.len()) };
    let before = before.map_or("", |w| words(text, w));
    let after = word_after(text, number.end).map_or("", |w| words(text, w));
    let apostrophe = matches!(char_before(text, point.start), Some('\'' | '’' | '‘'));
    if apostrophe && number.end - number.start == 2 && !counts_plural(text, number.end) {
        return true;
    }
    let month = |w: &str| list::MONTHS.has(w) && (w != "may" && w != "march");
    if number.value <= 31.0 && (month(before) || month(after)) {
        return true;
    }
    if point.unit.is_none() && is_early(text, point, (before, after)) {
        return true;
    }
    let four = number.end - number.start == 4;
    if !four || point.unit.is_some() || !(1000.0..2200.0).contains(&number.value) {
        return false;
    }
    if super::hedge::before(text, point.start).is_some_and(|(_, sign)| sign != "=") {
        return false;
    }
    let round = number.value % 100.0 == 0.0;
    let plural = super::noun::is_plural(after) && after.starts_with(char::is_lowercase);
    if number.value >= 1900.0 {
        return !(round && plural && number.value >= 2000.0);
    }
    list::YEAR_LEADS.has(before) && !plural
}

/// What follows a label or a name: page 12, Resolution 1267, Boeing 737.
pub(super) fn is_labelled(text: &str, point: &Point) -> bool {
    let after = word_after(text, point.number.end).map_or("", |w| words(text, w));
    // "the 15 de Septiembre neighbourhood": a day that a place is named by.
    if list::NAMED.has(after) || after == "de" {
        return true;
    }
    let head = text.get(..point.start).unwrap_or_default();
    if head.trim_end().ends_with(['#', '№'])
        || head.trim_end().ends_with("No.")
        || head.trim_end().ends_with("no.")
    {
        return true;
    }
    // "the BlackBerry® 10 platform"
    if head.trim_end().ends_with(['®', '™']) && !counts_plural(text, point.number.end) {
        return true;
    }
    if is_cited(text, point) {
        return true;
    }
    let Some(before) = word_before(text, point.start) else { return false };
    let word = words(text, before.clone());
    if is_version(text, point, word, after) {
        return true;
    }
    // "people can call 911"
    let whole = point.number.end - point.number.start == 3;
    if whole && list::DIALLING.has(word) && !counts_plural(text, point.number.end) {
        return true;
    }
    if list::LABELS.has(word) && !(word == "no" && super::noun::is_plural(after)) {
        return !words(text, point.number.start..point.number.end).contains(',');
    }
    if point.number.grouped || point.number.scaled() {
        return false;
    }
    let counts = counts_plural(text, point.number.end);
    if !counts && (after.starts_with(char::is_uppercase) || matches!(word, "a" | "an" | "A" | "An"))
    {
        return true;
    }
    if is_model(text, point, word, after) {
        return true;
    }
    if !word.contains(char::is_uppercase) {
        return false;
    }
    // "Japan's 120 jets" are counted, "Boeing's 787" is not.
    let model = !counts && point.number.value >= 100.0;
    let possessive = !model && (word.ends_with("'s") || word.ends_with("’s"));
    let plain = super::noun::stops(word)
        || (list::WEEKDAYS | list::SOFTENERS).has(word)
        || lexicon().qualifier(word).is_some()
        || list::PLURALS.has(after);
    let opens = before.start == 0
        || text.get(..before.start).is_some_and(|h| h.trim_end().ends_with(['.', '!', '?', ':']));
    let verb = opens && super::noun::is_plural(after) && word.ends_with("ing");
    !(possessive || plain || verb)
}

/// "USB 2.0 ports", "Web 2.0 was": a decimal behind a name, with a word behind it.
fn is_version(text: &str, point: &Point, before: &str, after: &str) -> bool {
    let number = &point.number;
    let figures = words(text, number.start..number.end);
    let decimal = figures.contains('.') && !figures.contains(',') && !number.scaled();
    let plain = super::noun::stops(before)
        || (list::WEEKDAYS | list::MONTHS | list::SOFTENERS).has(before)
        || lexicon().qualifier(before).is_some();
    // "CC BY 2.0"
    let initials = before.len() > 1 && before.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
    // "macOS 10.14"
    let system =
        before.len() > 2 && before.starts_with(char::is_lowercase) && before.ends_with("OS");
    let alone = after.is_empty() && !system && !(initials && figures.ends_with(".0"));
    if !decimal || plain && !initials || !before.starts_with(char::is_alphabetic) || alone {
        return false;
    }
    // "iOS 6.1 users", not "in Kenya 4.6 children"
    let coined = before.chars().skip(1).any(char::is_uppercase) && !super::noun::stops(after);
    coined || system || figures.ends_with(".0") && before.starts_with(char::is_uppercase)
}

/// "the first 787", "the new 911": a number of three figures or more with an article and nothing to count.
fn is_model(text: &str, point: &Point, before: &str, after: &str) -> bool {
    let number = &point.number;
    let told = list::TOLD.has(after)
        || after.ends_with("ed")
        || char_at(text, skip_spaces(text, number.end)) == Some('+');
    number.value >= 100.0 && list::MODELS.has(before) && !told && !counts_plural(text, number.end)
}

/// A number in a street: "575 Wilbraham Road".
fn is_address(text: &str, point: &Point) -> bool {
    // "placed at 16 west street in": told as a place, however it is written.
    let placed = word_before(text, point.start).is_some_and(|w| words(text, w) == "at");
    let mut at = point.number.end;
    for step in 0..4 {
        let Some(word) = word_after(text, at) else { return false };
        let form = words(text, word.clone());
        let small = placed && step < 2 && form.len() > 2 && !super::noun::stops(form);
        if !small && !form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return false;
        }
        let street = list::STREETS.has(form) && !form.starts_with(char::is_lowercase);
        if street || small && step == 1 && matches!(form, "street" | "avenue") {
            return true;
        }
        at = word.end;
    }
    false
}

/// "Group of Seven", "high-five", "third-party", "one-off", "no one".
fn is_spelled_name(text: &str, point: &Point) -> bool {
    let start = point.number.start;
    let word = words(text, start..point.number.end);
    if char_before(text, start)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '/'))
        && point.start == start
    {
        return true;
    }
    match char_at(text, point.number.end) {
        Some('\'' | '’') => return true,
        Some('-' | '‑') => {
            return point.unit.as_ref().is_none_or(|u| !u.hyphen || u.kind == UnitKind::Time);
        }
        _ => {}
    }
    // "season four", "law number three"
    let label = word_before(text, start).is_some_and(|w| list::LABELS.has(words(text, w)));
    if label
        && point.unit.is_none()
        && !point.number.scaled()
        && !counts_plural(text, point.number.end)
    {
        return true;
    }
    let head = text.get(..start).unwrap_or_default().trim_end();
    let opens =
        head.is_empty() || head.ends_with(['.', '!', '?', ':', ';', '"', '“', '‘', '(', '—', '•']);
    if word.starts_with(char::is_uppercase) && !opens {
        return true;
    }
    let after = word_after(text, point.number.end).map_or("", |w| words(text, w));
    if opens
        && after.starts_with(char::is_uppercase)
        && point.unit.is_none()
        && word.eq_ignore_ascii_case("one")
    {
        return true;
    }
    word.eq_ignore_ascii_case("one") && is_pronoun(text, point, after)
}

/// "one" that stands for a noun: "no one", "each one", "one must".
fn is_pronoun(text: &str, point: &Point, after: &str) -> bool {
    let before = word_before(text, point.start).map_or("", |w| words(text, w));
    let verb = after.is_empty()
        || (super::noun::stops(after) && after != "of" && after != "in" && after != "out");
    let next = word_after(text, point.number.end).and_then(|w| word_after(text, w.end));
    let next = next.map_or("", |w| words(text, w));
    let ends = next.is_empty() || super::noun::stops(next);
    // "the one provided by", "if one wants to"
    let done = after.len() > 4 && after.ends_with("ed");
    let does = super::noun::is_plural(after)
        && after.starts_with(char::is_lowercase)
        && !(list::PLURALS | list::COMPOUNDS).has(after);
    let verb = verb || ends && (done || does);
    let once = before.eq_ignore_ascii_case("at") && list::AT_ONE.says(after);
    once || (point.unit.is_none() && (list::ONE_BEFORE.has(before) || verb))
        || list::ONE_AFTER.says(after)
}
