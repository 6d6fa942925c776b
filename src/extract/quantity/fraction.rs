//! Reads what follows the digits of a number and changes its value: parts, powers of ten, tolerances.
//! Knows nothing of scale words or units.

use super::lexicon::lexicon;
use super::number::{Number, Shape};
use super::step::{char_at, is_space, words};

/// How many digits start at `at`.
pub(super) fn run(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Takes in all that follows the digits; the error is where to go on, where they are no number.
pub(super) fn complete(text: &str, number: &mut Number) -> Result<(), usize> {
    if !may_follow(text.as_bytes().get(number.end..).unwrap_or_default()) {
        return Ok(());
    }
    slash(text, number)?;
    mixed(text, number);
    and_part(text, number);
    power(text, number);
    tolerance(text, number);
    Ok(())
}

/// Whether what follows the digits may change their value: for nearly all numbers two bytes say no.
fn may_follow(rest: &[u8]) -> bool {
    match rest {
        [b' ', next, ..] => {
            next.is_ascii_digit() || matches!(next, b'a' | b'x' | b'*' | b'+') || *next >= 0x80
        }
        [b'/' | b'-' | b'x' | b'*' | b'^' | b'e' | b'E', _, ..] => true,
        [first, ..] => *first >= 0x80,
        [] => false,
    }
}

/// What a written fraction is divided by in print: halves to tenths, inches and prices of shares.
fn divides(below: f64) -> bool {
    (2.0..=10.0).contains(&below) || [12.0, 16.0, 32.0, 64.0, 100.0].contains(&below)
}

/// The fraction whose upper figures stand from `start` to `end`: its value and where it ends.
fn fraction(text: &str, start: usize, end: usize) -> Option<(f64, usize)> {
    let slash = char_at(text, end).filter(|c| matches!(c, '/' | '⁄'))?;
    let below = end + slash.len_utf8();
    let stop = below + run(text.as_bytes(), below);
    let upper: f64 = words(text, start..end).parse().ok()?;
    let lower: f64 = words(text, below..stop).parse().ok()?;
    let lowest = !(upper % 2.0 == 0.0 && lower % 2.0 == 0.0);
    let next = char_at(text, stop);
    let after = next.map_or(stop, |c| stop + c.len_utf8());
    let free = match next {
        Some('.' | ',') => !char_at(text, after).is_some_and(|c| c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric() && !matches!(c, '/' | '⁄' | '%' | '_' | '='),
        None => true,
    };
    let fits = slash == '⁄' || (divides(lower) && lowest);
    (upper >= 1.0 && upper < lower && fits && free).then_some((upper / lower, stop))
}

/// A written fraction: 1/16. Any other pair with a slash is a date, a score or a name.
fn slash(text: &str, number: &mut Number) -> Result<(), usize> {
    let Some(slash @ ('/' | '⁄')) = char_at(text, number.end) else { return Ok(()) };
    let below = number.end + slash.len_utf8();
    let len = run(text.as_bytes(), below);
    if len == 0 {
        return Ok(());
    }
    let found = fraction(text, number.start, number.end).filter(|_| !number.grouped);
    let (value, end) = found.ok_or(below + len)?;
    *number = Number::new(number.start, end, value, Shape::Part);
    Ok(())
}

/// "3 1/4", "22-3/4".
fn mixed(text: &str, number: &mut Number) {
    let whole = words(text, number.start..number.end);
    let cents = whole.rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
    if (number.grouped && !cents) || number.shape == Shape::Part {
        return;
    }
    let Some(gap) = char_at(text, number.end).filter(|c| is_space(*c) || *c == '-') else { return };
    let start = number.end + gap.len_utf8();
    let len = run(text.as_bytes(), start);
    if len == 0 || len > 2 {
        return;
    }
    if let Some((part, end)) = fraction(text, start, start + len) {
        // A price of grain: $3.62 3/4.
        take(number, if cents { part / 100.0 } else { part }, end);
    }
}

fn take(number: &mut Number, part: f64, end: usize) {
    number.value += part;
    number.mantissa = number.value;
    number.end = end;
    number.grouped = true;
}

/// Parts in one sign.
const SIGNS: [(char, f64); 15] = [
    ('½', 0.5),
    ('¼', 0.25),
    ('¾', 0.75),
    ('⅓', 1.0 / 3.0),
    ('⅔', 2.0 / 3.0),
    ('⅕', 0.2),
    ('⅖', 0.4),
    ('⅗', 0.6),
    ('⅘', 0.8),
    ('⅙', 1.0 / 6.0),
    ('⅚', 5.0 / 6.0),
    ('⅛', 0.125),
    ('⅜', 0.375),
    ('⅝', 0.625),
    ('⅞', 0.875),
];

/// The part that stands at `at` and adds to the number before it: "½", " and a half".
pub(super) fn part_at(text: &str, at: usize) -> Option<(f64, usize)> {
    lexicon().added(text.get(at..)?).map(|(len, part)| (part, at + len))
}

/// "2½", "2 ½" and "2 and a half".
fn and_part(text: &str, number: &mut Number) {
    if number.shape == Shape::Part {
        return;
    }
    let spaces = usize::from(text.get(number.end..).is_some_and(|r| r.starts_with(' ')));
    let sign = char_at(text, number.end + spaces);
    let sign = sign.and_then(|c| SIGNS.iter().find(|(form, _)| *form == c));
    if let Some((form, part)) = sign {
        take(number, *part, number.end + spaces + form.len_utf8());
    } else if let Some((part, end)) = part_at(text, number.end) {
        take(number, part, end);
    }
}

/// A power of ten: "1.99×10−30", "2.4 × 10^6", "3 × 10⁸", "10^6", "6.4e6".
fn power(text: &str, number: &mut Number) {
    let whole = words(text, number.start..number.end);
    let (decimals, ten) = (whole.contains('.'), whole == "10");
    let rest = text.get(number.end..).unwrap_or_default();
    let tail = ["×10", " × 10", "x10", " x 10", "·10", " · 10", "*10", " * 10"]
        .into_iter()
        .find_map(|times| rest.strip_prefix(times));
    let found = match tail {
        Some(tail) => exponent(tail, true, decimals),
        None if ten => exponent(rest, false, false),
        None => rest
            .strip_prefix(['e', 'E'])
            .filter(|r| decimals || r.starts_with(['+', '-']))
            .and_then(|r| exponent(r.strip_prefix('+').unwrap_or(r), true, true)),
    };
    let Some((by, after)) = found else { return };
    if after.starts_with(char::is_alphanumeric) {
        return;
    }
    number.end = text.len() - after.len();
    let base = if tail.is_none() && ten { 1.0 } else { number.value };
    number.value = format!("{base}e{by}").parse().unwrap_or(base);
    number.mantissa = number.value;
    number.grouped = true;
}

/// An exponent at the start of a text, told by its mark or its height, or by a minus or nothing where that is allowed.
fn exponent(text: &str, by_minus: bool, plain: bool) -> Option<(i32, &str)> {
    const HIGH: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let marked = text.strip_prefix('^').or_else(|| text.strip_prefix("**"));
    let body = marked.unwrap_or(text);
    let minus = body.strip_prefix(['-', '−', '–', '⁻']);
    let figures = minus.unwrap_or(body);
    let high = figures.starts_with(HIGH);
    let digit = |c: char| HIGH.iter().position(|h| *h == c).and_then(|d| u32::try_from(d).ok());
    let mut value = 0;
    let mut rest = figures;
    for c in figures.chars().take(3) {
        let Some(d) = (if high { digit(c) } else { c.to_digit(10) }) else { break };
        value = value * 10 + i32::try_from(d).ok()?;
        rest = rest.get(c.len_utf8()..)?;
    }
    let told = high || marked.is_some() || (minus.is_some() && by_minus) || plain;
    let fits = rest.len() < figures.len() && told && value > 0 && value <= 99;
    fits.then_some((if minus.is_some() { -value } else { value }, rest))
}

/// "5.2 ± 0.3": the tolerance belongs to the number and changes nothing.
fn tolerance(text: &str, number: &mut Number) {
    let rest = text.get(number.end..).unwrap_or_default();
    let Some(sign) = [" ± ", "±", " ±", " +/- "].into_iter().find(|s| rest.starts_with(s))
    else {
        return;
    };
    let bytes = text.as_bytes();
    let start = number.end + sign.len();
    let mut end = start + run(bytes, start);
    if end == start {
        return;
    }
    if bytes.get(end) == Some(&b'.') && run(bytes, end + 1) > 0 {
        end += 1 + run(bytes, end + 1);
    }
    number.end = end;
    number.grouped = true;
}
