//! Reads a number in words: cardinals, scales, shares and orders of magnitude. Knows nothing of digits or units.

use super::lexicon::{NumberWord, lexicon};
use super::number::{Number, Shape};
use super::step::{char_before, letters_at, word_before, words};

/// Reads a number in words.
pub(super) fn read(text: &str, at: usize) -> Result<Number, usize> {
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
