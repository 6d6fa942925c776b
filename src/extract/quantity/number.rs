//! Reads one number, in digits or in words, with its scale. Knows nothing of units or of what is counted.

use super::lexicon::{NumberWord, lexicon};
use super::step::{char_at, char_before, is_space, letters_at, skip_spaces, word_before, words};

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// 1,234.5
    Digits,
    /// forty-two
    Spelled,
    /// half, two-thirds, 1/16
    Part,
    /// tens of thousands
    Order,
}

/// A number with its place in the block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte, scale words included.
    pub(super) end: usize,
    /// Its value.
    pub(super) value: f64,
    /// The value before scale words: 2.7 of "2.7 million".
    pub(super) mantissa: f64,
    /// The upper end, for an order of magnitude.
    pub(super) upper: Option<f64>,
    /// How it is written.
    pub(super) shape: Shape,
    /// Written with separators or decimals, as names and years never are.
    pub(super) grouped: bool,
}

impl Number {
    fn new(start: usize, end: usize, value: f64, shape: Shape) -> Self {
        Self { start, end, value, mantissa: value, upper: None, shape, grouped: false }
    }

    /// Whether a scale word or suffix multiplies it.
    pub(super) fn scaled(&self) -> bool {
        (self.value - self.mantissa).abs() > f64::EPSILON
    }

    /// Multiplies by a scale that ends at `end`.
    pub(super) fn scale(&mut self, by: f64, end: usize) {
        self.value *= by;
        self.end = end;
    }
}

/// Reads the number that starts at `at`; the error is where to go on.
pub(super) fn read(text: &str, at: usize) -> Result<Number, usize> {
    let mut number = match text.as_bytes().get(at) {
        Some(b) if b.is_ascii_digit() => digits(text, at)?,
        _ => spelled(text, at)?,
    };
    if number.shape == Shape::Digits {
        add_half(text, &mut number);
        add_scales(text, &mut number);
    }
    Ok(number)
}

/// How many digits start at `at`.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
}

fn digits(text: &str, at: usize) -> Result<Number, usize> {
    let bytes = text.as_bytes();
    let (mut start, first) = (at, run(bytes, at));
    let mut end = at + first;
    let separator = if first <= 3 { separator(text, end) } else { None };
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
    let plain: String = words(text, start..end)
        .chars()
        .filter(|c| c.is_ascii_digit() || (*c == '.' && separator != Some(".")))
        .collect();
    let value: f64 = plain.parse().map_err(|_| end)?;
    let mut number = Number::new(start, end, value, Shape::Digits);
    number.grouped = separator.is_some() || decimals;
    slash(text, &mut number)?;
    power(text, &mut number);
    Ok(number)
}

/// What parts the thousands after the first group, if anything does.
fn separator(text: &str, at: usize) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let rest = text.get(at..)?;
    let group = |len: usize| run(bytes, at + len) == 3;
    for separator in [",", "\u{a0}", "\u{2009}", "\u{202f}"] {
        if rest.starts_with(separator) && group(separator.len()) {
            return Some(separator);
        }
    }
    // A plain space or a stop parts too much else: two groups at least make a number of them.
    [" ", "."].into_iter().find(|s| {
        rest.starts_with(s)
            && group(1)
            && rest.get(4..).is_some_and(|r| r.starts_with(s))
            && run(bytes, at + 5) == 3
    })
}

/// A written fraction: 1/16. Any other pair with a slash is a date, a score or a name.
fn slash(text: &str, number: &mut Number) -> Result<(), usize> {
    let Some(slash @ ('/' | '⁄')) = char_at(text, number.end) else { return Ok(()) };
    let below = number.end + slash.len_utf8();
    let len = run(text.as_bytes(), below);
    if len == 0 {
        return Ok(());
    }
    let end = below + len;
    let parts: f64 = words(text, below..end).parse().map_err(|_| end)?;
    let spaced = text.get(end..).is_some_and(|r| r.starts_with(' '));
    if number.grouped || parts <= number.value || !spaced || number.value > 9.0 {
        return Err(end);
    }
    *number = Number::new(number.start, end, number.value / parts, Shape::Part);
    Ok(())
}

/// A power of ten: 1.99×10−30.
fn power(text: &str, number: &mut Number) {
    let rest = text.get(number.end..).unwrap_or_default();
    let Some(tail) = rest.strip_prefix("×10").or_else(|| rest.strip_prefix(" × 10")) else {
        return;
    };
    let tail = tail.strip_prefix('^').unwrap_or(tail);
    let positive = tail.strip_prefix(['-', '−', '–']);
    let figures = positive.unwrap_or(tail);
    let len = run(figures.as_bytes(), 0);
    let Ok(exponent) = figures.get(..len).unwrap_or_default().parse::<i32>() else { return };
    let exponent = if positive.is_some() { -exponent } else { exponent };
    number.end = text.len() - figures.len() + len;
    number.value *= 10f64.powi(exponent);
    number.mantissa = number.value;
    number.grouped = true;
}

/// "2½" and "2 and a half".
fn add_half(text: &str, number: &mut Number) {
    let rest = text.get(number.end..).unwrap_or_default();
    let parts = [
        ("½", 0.5),
        ("¼", 0.25),
        ("¾", 0.75),
        ("⅓", 1.0 / 3.0),
        ("⅔", 2.0 / 3.0),
        (" and a half", 0.5),
        ("-and-a-half", 0.5),
        (" and a quarter", 0.25),
        (" and three quarters", 0.75),
    ];
    for (form, part) in parts {
        if rest.starts_with(form) {
            number.end += form.len();
            number.value += part;
            number.mantissa = number.value;
        }
    }
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
            _ if !hyphen && form.len() < 4 && !form.is_empty() => lexicon().suffix(form),
            _ => None,
        };
        let Some(by) = by else { return };
        number.scale(by, word.end);
    }
}

/// Reads a number in words.
fn spelled(text: &str, at: usize) -> Result<Number, usize> {
    let first = letters_at(text, at);
    let after = first.end.max(at + 1);
    match lexicon().number(words(text, first.clone())).ok_or(after)? {
        NumberWord::Cardinal(_) => cardinal(text, at),
        NumberWord::Scale(by) => article_scale(text, at, by, first.end).ok_or(after),
        NumberWord::Part(parts) => part(text, at, parts, first.end).ok_or(after),
        NumberWord::Order(order) => order_of(text, at, order, first.end).ok_or(after),
    }
}

/// The running state of a spelled number.
struct Sum {
    total: f64,
    current: f64,
}

impl Sum {
    /// Takes one more word in, or refuses it.
    fn add(&mut self, word: NumberWord) -> bool {
        match word {
            NumberWord::Cardinal(n) => {
                let room = (n < 10.0 && self.current >= 20.0 && self.current % 10.0 == 0.0)
                    || (n < 100.0 && self.current >= 100.0 && self.current % 100.0 == 0.0)
                    || (self.current == 0.0 && self.total > 0.0);
                self.current += if room { n } else { 0.0 };
                room
            }
            NumberWord::Scale(by) if by <= 100.0 => {
                let room = self.current > 0.0 && self.current < 100.0;
                self.current *= if room { by } else { 1.0 };
                room
            }
            NumberWord::Scale(by) => {
                let room = self.current > 0.0;
                self.total += self.current * by;
                self.current = 0.0;
                room
            }
            NumberWord::Part(_) | NumberWord::Order(_) => false,
        }
    }
}

/// "forty-two", "two hundred and five thousand", "two and a half million", "two-thirds".
fn cardinal(text: &str, at: usize) -> Result<Number, usize> {
    let first = letters_at(text, at);
    let Some(NumberWord::Cardinal(value)) = lexicon().number(words(text, first.clone())) else {
        return Err(first.end);
    };
    let mut sum = Sum { total: 0.0, current: value };
    let (mut end, mut mantissa) = (first.end, value);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        for half in [" and a half", "-and-a-half"] {
            if rest.starts_with(half) && sum.total == 0.0 {
                sum.current += 0.5;
                mantissa = sum.current;
                end += half.len();
            }
        }
        let rest = text.get(end..).unwrap_or_default();
        let joined = rest.starts_with(" and ") && (sum.total > 0.0 || sum.current >= 100.0);
        let gap = if joined { 5 } else { usize::from(rest.starts_with([' ', '-'])) };
        let next = letters_at(text, end + gap);
        let word = if gap == 0 { None } else { lexicon().number(words(text, next.clone())) };
        if let Some(NumberWord::Part(parts)) = word
            && let Some(number) = shares(text, &first, &next, sum.current, parts)
        {
            return Ok(number);
        }
        if !word.is_some_and(|w| sum.add(w)) {
            break;
        }
        if sum.total == 0.0 {
            mantissa = sum.current;
        }
        end = next.end;
    }
    let mut number = Number::new(at, end, sum.total + sum.current, Shape::Spelled);
    number.mantissa = mantissa;
    Ok(number)
}

/// "two-thirds", "one third of"; not "one third-party", "two quarters".
fn shares(
    text: &str,
    first: &std::ops::Range<usize>,
    next: &std::ops::Range<usize>,
    count: f64,
    parts: f64,
) -> Option<Number> {
    let rest = text.get(next.end..)?;
    let hyphen = next.start == first.end + 1 && char_before(text, next.start) == Some('-');
    let sure = hyphen
        || rest.starts_with(" of")
        || ((parts - 4.0).abs() > 0.5 && words(text, next.clone()).ends_with('s'));
    (sure && count < parts && !rest.starts_with('-'))
        .then(|| Number::new(first.start, next.end, count / parts, Shape::Part))
}

/// "a hundred", "half a million" (met at "half"), "several thousand".
fn article_scale(text: &str, at: usize, by: f64, end: usize) -> Option<Number> {
    let before = word_before(text, at)?;
    let word = words(text, before.clone()).to_ascii_lowercase();
    if matches!(word.as_str(), "several" | "few" | "many") {
        let mut number = Number::new(before.start, end, by, Shape::Order);
        number.upper = Some(by * 10.0);
        return Some(number);
    }
    if !matches!(word.as_str(), "a" | "an") {
        return None;
    }
    let mut sum = Sum { total: 0.0, current: 1.0 };
    sum.add(NumberWord::Scale(by));
    let mut end = end;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let gap =
            if rest.starts_with(" and ") { 5 } else { usize::from(rest.starts_with([' ', '-'])) };
        let next = letters_at(text, end + gap);
        let word = if gap == 0 { None } else { lexicon().number(words(text, next.clone())) };
        if !word.is_some_and(|w| sum.add(w)) {
            break;
        }
        end = next.end;
    }
    let mut number = Number::new(before.start, end, sum.total + sum.current, Shape::Spelled);
    number.mantissa = 1.0;
    Some(number)
}

/// "half of", "half a million", "a third of".
fn part(text: &str, at: usize, parts: f64, end: usize) -> Option<Number> {
    let rest = text.get(end..)?;
    if (parts - 2.0).abs() > 0.5 {
        let article = word_before(text, at)?;
        let is_article = matches!(words(text, article.clone()), "a" | "A" | "one" | "One");
        return (is_article && rest.starts_with(" of "))
            .then(|| Number::new(article.start, end, 1.0 / parts, Shape::Part));
    }
    let tail = [" a ", "-a-", " an "].into_iter().find_map(|a| rest.strip_prefix(a));
    if let Some(tail) = tail {
        let scale = letters_at(text, text.len() - tail.len());
        if let Some(NumberWord::Scale(by)) = lexicon().number(words(text, scale.clone())) {
            let mut number = Number::new(at, scale.end, by / 2.0, Shape::Spelled);
            number.mantissa = 0.5;
            return Some(number);
        }
        // "half a percent", "half an hour": the unit follows.
        let article = text.len() - tail.len() - 1;
        let word = words(text, scale);
        return lexicon().unit(word).map(|_| Number::new(at, article, 0.5, Shape::Part));
    }
    let follows = [" of ", " the ", " its ", " their ", " our ", " all ", " those ", " these "];
    let hedged = word_before(text, at).is_some_and(|w| {
        let word = words(text, w);
        lexicon().qualifier(word).is_some() || word == "than" || word == "by"
    });
    let named = word_before(text, at).is_some_and(|w| {
        matches!(words(text, w), "first" | "second" | "other" | "top" | "latter" | "final" | "last")
    });
    let sure = hedged || follows.iter().any(|f| rest.starts_with(f));
    (sure && !named && !rest.starts_with('-')).then(|| Number::new(at, end, 0.5, Shape::Part))
}

/// "hundreds of", "tens of thousands".
fn order_of(text: &str, at: usize, order: f64, end: usize) -> Option<Number> {
    let (mut low, mut high, mut end) = (order, order * 10.0, end);
    let mut rest = text.get(end..)?;
    if rest.starts_with('-')
        || (order < 100.0 && (order - 12.0).abs() > 0.5 && !rest.starts_with(" of "))
    {
        return None;
    }
    while let Some(tail) = rest.strip_prefix(" of ") {
        let next = letters_at(text, text.len() - tail.len());
        let Some(NumberWord::Order(by)) = lexicon().number(words(text, next.clone())) else {
            break;
        };
        (low, high, end) = (low * by, high * by, next.end);
        rest = text.get(end..)?;
    }
    let mut number = Number::new(at, end, low, Shape::Order);
    number.upper = Some(high);
    Some(number)
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
