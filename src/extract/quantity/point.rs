//! Reads one number with its money sign, its minus and its unit. Knows nothing of ranges or of what is counted.

use super::class::UnitKind;
use super::counted;
use super::lexicon::{Sign, lexicon};
use super::list;
use super::noun;
use super::number::{Number, Shape};
use super::numeral;
use super::step::{
    char_at, char_before, is_space, letters_at, skip_spaces, word_after, word_before, word_ending,
    words,
};
use super::unit::{self, Found};

/// One number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    /// First byte: of the sign of money, the minus or the number.
    pub(super) start: usize,
    /// One past the unit.
    pub(super) end: usize,
    /// One past what belongs to the number, a rate's "per" left out.
    pub(super) core: usize,
    /// The number.
    pub(super) number: Number,
    /// Its unit.
    pub(super) unit: Option<Found>,
}

impl Point {
    /// Whether a sign of money stands before the number.
    pub(super) fn is_signed(&self) -> bool {
        self.unit.as_ref().is_some_and(|u| u.kind == UnitKind::Sign)
    }

    /// The kind of its unit.
    pub(super) fn kind(&self) -> Option<UnitKind> {
        self.unit.as_ref().map(|u| u.kind)
    }
}

/// Reads the number whose first digit or letter stands at `at`; the error is where to go on.
pub(super) fn read(text: &str, at: usize) -> Result<Point, usize> {
    let mut number = numeral::read(text, at)?;
    let mut start = number.start;
    let mut negative = false;
    if let Some(from) = minus(text, start) {
        start = from;
        negative = true;
    }
    let sign = if number.shape == Shape::Digits { unit::before(text, start) } else { None };
    let sign = sign.filter(|(_, s)| !s.loose || number.scaled() || number.grouped);
    let sign = sign.filter(|(_, s)| !is_acronym(text, s.form, &number, number.end));
    if let Some((from, _)) = sign {
        start = from;
        if let Some(from) = minus(text, start) {
            start = from;
            negative = true;
        }
    }
    letter_scale(text, &mut number, sign.is_some());
    let found = match sign {
        Some((_, Sign { unit, .. })) => Some(Found::plain(unit.name, unit.kind, number.end)),
        None => after(text, &number)
            .or_else(|| magnitude(text, &number))
            .or_else(|| age(text, &number))
            .or_else(|| unit::rate(text, number.end)),
    };
    let found = found.map(|f| as_money(text, f, &number));
    let unit = found.map(|f| unit::extend(text, f)).filter(|u| !is_verb(u, &number));
    if negative {
        number.value = -number.value;
        number.mantissa = -number.mantissa;
    }
    let end = unit.as_ref().map_or(number.end, |u| u.end.max(number.end));
    let core = unit.as_ref().map_or(number.end, |u| u.core.max(number.end));
    Ok(Point { start, end, core, number, unit })
}

/// Reads the number that stands at `at`, its sign of money included.
pub(super) fn read_signed(text: &str, at: usize) -> Option<Point> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if first.is_ascii_digit() {
        return read(text, at).ok();
    }
    if lexicon().number(words(text, letters_at(text, at))).is_some() {
        return read(text, at).ok().filter(|p| p.start == at);
    }
    let article = ["a ", "an "].into_iter().find(|a| rest.starts_with(a)).map_or(0, str::len);
    if article > 0 {
        return read(text, at + article).ok().filter(|p| p.number.start == at);
    }
    let digit = rest.char_indices().take(8).find(|(_, c)| c.is_ascii_digit())?.0;
    read(text, at + digit).ok().filter(|p| p.start == at)
}

/// Where the minus before a number begins: "-5" after a space, "−5", "minus 5", "minus-5".
fn minus(text: &str, start: usize) -> Option<usize> {
    let sign = char_before(text, start)?;
    if matches!(sign, '-' | '−') {
        let from = start - sign.len_utf8();
        let before = char_before(text, from);
        if before.is_none_or(|c| is_space(c) || matches!(c, '(' | '$' | '€' | '£')) {
            return Some(from);
        }
        let word = word_ending(text, from)?;
        return words(text, word.clone()).eq_ignore_ascii_case("minus").then_some(word.start);
    }
    let word = word_before(text, start)?;
    let form = words(text, word.clone());
    let minus = ["minus", "negative"].iter().any(|m| form.eq_ignore_ascii_case(m));
    let either = text.get(..word.start).is_some_and(|h| h.ends_with("plus or "));
    (minus && !either).then_some(word.start)
}

/// Multiplies by a one-letter scale, where money or a counted plural shows that the letter is no unit.
fn letter_scale(text: &str, number: &mut Number, signed: bool) {
    if number.shape != Shape::Digits || number.scaled() {
        return;
    }
    let start = if signed { skip_spaces(text, number.end) } else { number.end };
    let word = letters_at(text, start);
    let form = words(text, word.clone());
    let Some(by) = lexicon().letter(form) else { return };
    if char_at(text, word.end).is_some_and(char::is_numeric) {
        return;
    }
    let sure = match form {
        _ if signed => true,
        "M" | "B" => !is_model(text, number, word.end),
        "k" | "K" => true,
        "m" | "b" => {
            unit::after(text, word.end).is_some_and(|u| u.kind == UnitKind::Money)
                || counted::plural_phrase(text, word.end).is_some_and(|r| {
                    words(text, r).split(' ').next_back().is_some_and(noun::is_plural)
                })
        }
        _ => false,
    };
    if sure {
        number.scale(by, word.end);
    }
}

/// "an Nvidia 9600M", "GT 650M graphics": four figures, or three behind capitals, with a letter that no unit follows.
fn is_model(text: &str, number: &Number, end: usize) -> bool {
    let before = word_before(text, number.start).map_or("", |w| words(text, w));
    let capitals = before.len() > 1 && before.bytes().all(|b| b.is_ascii_uppercase());
    let long = number.value >= 1000.0 || number.value >= 100.0 && capitals;
    long && !number.grouped && unit::after(text, end).is_none()
}

/// "a 4.6 quake", "a 5.6 magnitude earthquake": a decimal before an earthquake is its magnitude.
fn magnitude(text: &str, number: &Number) -> Option<Found> {
    let decimal = number.shape == Shape::Digits
        && !number.scaled()
        && number.value < 10.0
        && words(text, number.start..number.end).contains('.');
    let gap = usize::from(char_at(text, number.end) == Some('-'));
    let said = letters_at(text, skip_spaces(text, number.end) + gap);
    let end = if words(text, said.clone()).eq_ignore_ascii_case("magnitude") {
        said.end
    } else {
        number.end
    };
    counted::quake(text, end).filter(|_| decimal)?;
    Some(Found::plain(MAGNITUDE, UnitKind::Measure, end))
}

/// The unit of an earthquake's strength.
pub(super) const MAGNITUDE: &str = "magnitude";

/// The unit after a number; after "hundreds of" and "half a" it stands one word further.
fn after(text: &str, number: &Number) -> Option<Found> {
    if number.shape == Shape::Fold {
        return Some(Found::plain("times", UnitKind::Measure, number.end));
    }
    let coined = |f: &Found| {
        let form = words(text, skip_spaces(text, number.end)..f.end);
        f.kind == UnitKind::Money && is_acronym(text, form, number, f.end)
    };
    let found = unit::after(text, number.end).filter(|f| !coined(f));
    if found.is_some() || number.shape == Shape::Digits {
        return found;
    }
    let rest = text.get(number.end..)?;
    let skip = [" of a ", " of an ", " of "].into_iter().find(|s| rest.starts_with(s))?;
    let spelled = number.shape == Shape::Spelled && !number.scaled();
    if spelled { None } else { unit::after(text, number.end + skip.len() - 1) }
}

/// "two AOA sensors": a currency's code before things that it tells of is another word.
fn is_acronym(text: &str, form: &str, number: &Number, end: usize) -> bool {
    let code = form.len() == 3 && form.bytes().all(|b| b.is_ascii_uppercase());
    let few = !number.scaled() && !number.grouped && number.value < 1000.0;
    // "eight CVE-listed flaws"
    let tied = char_at(text, end) == Some('-');
    let things = || {
        word_after(text, end).is_some_and(|w| {
            let word = words(text, w);
            word.starts_with(char::is_lowercase) && noun::is_plural(word) && !noun::stops(word)
        })
    };
    code && few && (tied || things())
}

/// "aged 21", "over the age of 21", "Maddon, 66, has": years of age without saying so.
fn age(text: &str, number: &Number) -> Option<Found> {
    let head = text.get(..number.start)?;
    let aged = list::AGED.ends(head).is_some() || is_set_off(text, number);
    let found = || Found::plain("year of age", UnitKind::Age, number.end);
    (aged && number.value < 130.0).then(found)
}

/// A person's age set off by commas after the name.
fn is_set_off(text: &str, number: &Number) -> bool {
    let whole = number.shape == Shape::Digits && !number.grouped && !number.scaled();
    if !whole || !(1.0..=110.0).contains(&number.value) || number.end - number.start > 3 {
        return false;
    }
    let head = text.get(..number.start).unwrap_or_default();
    let Some(name) = head.strip_suffix(", ").map(str::trim_end) else { return false };
    // "Paul Block Jr., 49, of Waterloo"
    let born = ["Jr.", "Sr."].iter().any(|end| name.ends_with(end));
    let name = if born { name.trim_end_matches('.') } else { name };
    let named = word_ending(text, name.len()).is_some_and(|w| {
        let word = words(text, w);
        word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && !(list::MONTHS | list::WEEKDAYS).has(word)
    });
    let rest = text.get(skip_spaces(text, number.end)..).unwrap_or_default();
    let mark = rest.starts_with([',', ';']) || rest.starts_with(". ") || rest == ".";
    let listed =
        rest.get(1..).is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    named && mark && !listed
}

/// Millions of pounds are money, unless something is weighed: "2 million pounds of beef".
fn as_money(text: &str, mut found: Found, number: &Number) -> Found {
    let weighed = text.get(found.end..).is_some_and(|r| r.starts_with(" of "));
    if found.name == "pound" && number.value >= 1e6 && number.scaled() && !weighed {
        found.name = "pound sterling".into();
        found.kind = UnitKind::Money;
    }
    found
}

/// "Of twenty matches 12 won": a unit that is a verb as well needs a number that money would have.
fn is_verb(unit: &Found, number: &Number) -> bool {
    unit.name == "won" && unit.kind == UnitKind::Money && number.value < 100.0
}
