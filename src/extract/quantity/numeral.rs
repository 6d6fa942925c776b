//! Reads one number, in digits or in words, with its scale. Knows nothing of units or of what is counted.

use super::class::NumberWord;
use super::fraction::{self, run};
use super::lexicon::lexicon;
use super::list;
use super::number::{Number, Shape};
use super::spelled;
use super::step::{char_at, char_before, is_space, letters_at, skip_spaces, word_before, words};

/// Reads the number that starts at `at`; the error is where to go on.
pub(super) fn read(text: &str, at: usize) -> Result<Number, usize> {
    let mut number = match text.as_bytes().get(at) {
        Some(b) if b.is_ascii_digit() => digits(text, at)?,
        _ => spelled::read(text, at)?,
    };
    if number.shape == Shape::Digits {
        add_scales(text, &mut number);
    }
    Ok(number)
}

fn digits(text: &str, at: usize) -> Result<Number, usize> {
    let bytes = text.as_bytes();
    let (mut start, first) = (at, run(bytes, at));
    let mut end = at + first;
    let indian = if first <= 2 { indian(bytes, end) } else { None };
    let separator = if first <= 3 && indian.is_none() { separator(text, at, end) } else { None };
    if let Some(stop) = indian {
        end = stop;
    }
    if let Some(separator) = separator {
        while text.get(end..).is_some_and(|r| r.starts_with(separator))
            && run(bytes, end + separator.len()) == 3
        {
            end += separator.len() + 3;
        }
        if separator == "," && bytes.get(end) == Some(&b',') && run(bytes, end + 1) > 3 {
            return Err(end);
        }
    }
    let mut decimals = false;
    if bytes.get(end) == Some(&b'.') && run(bytes, end + 1) > 0 {
        end += 1 + run(bytes, end + 1);
        decimals = true;
        if bytes.get(end) == Some(&b'.') && run(bytes, end + 1) > 0 {
            return Err(end + 1 + run(bytes, end + 1));
        }
    }
    if separator.is_none() && !decimals && char_before(text, at) == Some('.') {
        let before = char_before(text, at - 1);
        if before.is_none_or(|c| is_space(c) || matches!(c, '(' | '$' | '-')) {
            start -= 1;
            decimals = true;
        } else {
            return Err(end);
        }
    }
    let figures = words(text, start..end);
    let value = if let Some(value) = whole(figures) {
        value
    } else {
        let counts = |c: &char| c.is_ascii_digit() || (*c == '.' && separator != Some("."));
        let plain: String = figures.chars().filter(counts).collect();
        plain.parse().map_err(|_| end)?
    };
    let mut number = Number::new(start, end, value, Shape::Digits);
    number.grouped = separator.is_some() || indian.is_some() || decimals;
    fraction::complete(text, &mut number)?;
    Ok(number)
}

/// The value of figures that are digits alone, and few enough to be told exactly.
fn whole(figures: &str) -> Option<f64> {
    let few = (1..=EXACT).contains(&figures.len());
    if !few || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(figures.bytes().fold(0, |all, b| all * 10 + u64::from(b - b'0')) as f64)
}

/// Digits of a whole number that a floating-point number holds, whatever they are.
const EXACT: usize = 15;

/// What parts the thousands after the first group, if anything does.
fn separator(text: &str, start: usize, at: usize) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let rest = text.get(at..)?;
    let group = |len: usize| run(bytes, at + len) == 3;
    for separator in [",", "\u{a0}", "\u{2009}", "\u{202f}"] {
        if rest.starts_with(separator) && group(separator.len()) {
            return Some(separator);
        }
    }
    if rest.starts_with(' ') && group(1) && is_counted(text, start, at + 4) {
        return Some(" ");
    }
    // A plain space or a stop parts too much else: two groups at least make a number of them.
    [" ", "."].into_iter().find(|s| {
        rest.starts_with(s)
            && group(1)
            && rest.get(4..).is_some_and(|r| r.starts_with(s))
            && run(bytes, at + 5) == 3
    })
}

/// Whether one group behind a plain space is part of a number: "32 800 applicants", "(32 800, or 18%)"; not behind a name.
fn is_counted(text: &str, start: usize, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let noun =
        rest.strip_prefix(' ').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_lowercase()));
    let closed = rest.starts_with(')') || rest.starts_with(", or ");
    let before = char_before(text, start);
    let free = before.is_none_or(|c| matches!(c, ' ' | '('));
    let word = word_before(text, start).map_or("", |w| words(text, w));
    let plain = before == Some('(')
        || word.starts_with(char::is_lowercase) && !list::LABELS.has(word)
        || word.is_empty();
    (noun || closed) && free && plain && text.as_bytes().get(start) != Some(&b'0')
}

/// Where a number grouped by hundreds after its last thousand ends: 12,34,567. None has more than eight groups: a list
/// without end is read once, not from each of its members.
fn indian(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    while end < at + 24 && bytes.get(end) == Some(&b',') && run(bytes, end + 1) == 2 {
        end += 3;
    }
    let last = bytes.get(end) == Some(&b',') && run(bytes, end + 1) == 3;
    (end > at && last).then_some(end + 4)
}

/// Multiplies by the scale words that follow: "4 hundred million", "7.2 bn", "1.8 billion-mile".
fn add_scales(text: &str, number: &mut Number) {
    loop {
        let gap = skip_spaces(text, number.end);
        let hyphen = gap == number.end && char_at(text, gap) == Some('-');
        let word = letters_at(text, if hyphen { gap + 1 } else { gap });
        let form = words(text, word.clone());
        let by = match lexicon().number(form) {
            Some(NumberWord::Scale(by)) => Some(by),
            Some(NumberWord::Order(by)) if by >= 1e3 && !hyphen => Some(by),
            _ if !hyphen && form.len() < 5 && !form.is_empty() => lexicon().suffix(form),
            _ => None,
        };
        let Some(by) = by else { return };
        number.scale(by, word.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        read(text, at).ok().map(|n| n.value)
    }

    #[test]
    fn digits_are_read_with_separators_and_scales() {
        for (text, expected) in [
            ("1,234.5", 1234.5),
            ("1\u{a0}234\u{a0}567", 1_234_567.0),
            ("1 234 567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("2.7 million", 2_700_000.0),
            ("4.2bn", 4_200_000_000.0),
            ("4 hundred million", 400_000_000.0),
            ("2½ million", 2_500_000.0),
            ("527,226", 527_226.0),
            ("15 200", 15.0),
            ("15 200 people", 15_200.0),
            ("15 200 300", 15_200_300.0),
            ("3 1/4", 3.25),
            ("22-3/4", 22.75),
            ("1/8.", 0.125),
            ("2 ½", 2.5),
            ("12,34,567", 1_234_567.0),
            ("1,50,000", 150_000.0),
            ("2.4 × 10^6", 2_400_000.0),
            ("3 × 10⁸", 300_000_000.0),
            ("4 × 100 m", 4.0),
            ("10^6", 1_000_000.0),
            ("6.4e6", 6_400_000.0),
            ("5.2 ± 0.3", 5.2),
            ("3.5 millions", 3_500_000.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        assert_eq!(value("1.2.3"), None);
    }

    #[test]
    fn words_are_read_with_their_scales() {
        for (text, expected) in [
            ("forty-two", 42.0),
            ("two hundred and five thousand", 205_000.0),
            ("two and a half million", 2_500_000.0),
            ("two dozen", 24.0),
            ("two-thirds", 2.0 / 3.0),
            ("half a million", 500_000.0),
            ("half of them", 0.5),
            ("tens of thousands", 10_000.0),
            ("three quarters of it", 0.75),
            ("twenty five", 25.0),
        ] {
            assert_eq!(read(text, 0).ok().map(|n| n.value), Some(expected), "{text}");
        }
        assert_eq!(read("a hundred and five", 2).ok().map(|n| n.value), Some(105.0));
        assert!(read("half-time", 0).is_err());
        assert!(read("million", 0).is_err());
    }
}
