//! Reads a number in words: cardinals, scales, shares and orders of magnitude. Knows nothing of digits or units.

use super::class::{NumberWord, UnitKind};
use super::fraction::part_at;
use super::lexicon::lexicon;
use super::list;
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
        NumberWord::Group(count) => group(text, at, count, first.end).ok_or(after),
        NumberWord::Fold(times) => Ok(Number::new(at, first.end, times, Shape::Fold)),
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
            _ => false,
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
        if sum.total == 0.0
            && let Some((part, stop)) = part_at(text, end)
        {
            sum.current += part;
            mantissa = sum.current;
            end = stop;
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
    if !sure || count >= parts || rest.starts_with('-') {
        return None;
    }
    Some(of_whole(text, Number::new(first.start, next.end, count / parts, Shape::Part)))
}

/// "a quarter of a million" is a number, "three-tenths of 1 percent" a share of one.
fn of_whole(text: &str, mut number: Number) -> Number {
    let rest = text.get(number.end..).unwrap_or_default();
    for article in [" of a ", " of one "] {
        let start = number.end + article.len();
        let word = letters_at(text, start);
        if rest.starts_with(article)
            && let Some(NumberWord::Scale(by)) = lexicon().number(words(text, word.clone()))
        {
            number.scale(by, word.end);
            number.shape = Shape::Spelled;
            return number;
        }
    }
    for one in [" of 1", " of one"] {
        if rest.strip_prefix(one).and_then(|tail| list::PERCENT.begins(tail)).is_some() {
            number.end += one.len();
        }
    }
    number
}

/// "a couple of", "a couple hundred", "a score of aircraft".
fn group(text: &str, at: usize, count: f64, end: usize) -> Option<Number> {
    let article = word_before(text, at)?;
    if !words(text, article.clone()).eq_ignore_ascii_case("a") {
        return None;
    }
    let rest = text.get(end..)?;
    let of = if rest.starts_with(" of ") { 4 } else { 1 };
    let next = letters_at(text, end + of);
    let word = words(text, next.clone());
    let mut number = Number::new(article.start, end, count, Shape::Group);
    if let Some(NumberWord::Scale(by)) = lexicon().number(word) {
        number.scale(by, next.end);
        number.shape = Shape::Spelled;
        return Some(number);
    }
    let counts = word.ends_with('s') || super::noun::is_plural(word);
    (of == 4 && (counts || count < 10.0) && !word.is_empty()).then_some(number)
}

/// "a hundred", "half a million" (met at "half"), "several thousand".
fn article_scale(text: &str, at: usize, by: f64, end: usize) -> Option<Number> {
    let before = word_before(text, at)?;
    let word = words(text, before.clone()).to_ascii_lowercase();
    if matches!(word.as_str(), "several" | "few" | "many") {
        let lead = text.get(..before.start)?;
        let few = word == "few" && (lead.ends_with("a ") || lead.ends_with("A "));
        let start = if few { before.start - 2 } else { before.start };
        let mut number = Number::new(start, end, by, Shape::Order);
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
    let mut value = sum.total + sum.current;
    // "a million and a half"
    if let Some((part, stop)) = part_at(text, end) {
        value += part * by;
        end = stop;
    }
    let mut number = Number::new(before.start, end, value, Shape::Spelled);
    number.mantissa = 1.0;
    Some(number)
}

/// "half of", "half a million", "a third of", "quarter-point".
fn part(text: &str, at: usize, parts: f64, end: usize) -> Option<Number> {
    let rest = text.get(end..)?;
    if rest.starts_with('-') {
        return tied(text, at, parts, end);
    }
    if (parts - 2.0).abs() > 0.5 {
        let article = word_before(text, at)?;
        let is_article = matches!(words(text, article.clone()), "a" | "A" | "one" | "One");
        let whole = rest.starts_with(" of ")
            || names_share(text, end)
            || stands_alone(text, &article, rest);
        return (is_article && whole)
            .then(|| of_whole(text, Number::new(article.start, end, 1.0 / parts, Shape::Part)));
    }
    if let Some(article) = half_article(rest) {
        let found = half_a(text, at, end, article);
        if found.is_some() || article != " " {
            return found;
        }
    }
    let before = word_before(text, at).map_or("", |w| words(text, w));
    let hedged = lexicon().qualifier(before).is_some() || before == "than" || before == "by";
    let sure = hedged || list::HALF_OF.begins(rest).is_some();
    (sure && !list::HALVES.says(before))
        .then(|| of_whole(text, Number::new(at, end, 0.5, Shape::Part)))
}

/// "cut by a third.", "a quarter were undecided": a share of what went before.
fn stands_alone(text: &str, article: &std::ops::Range<usize>, rest: &str) -> bool {
    let lead = word_before(text, article.start).map_or("", |w| words(text, w));
    let cut = matches!(lead, "by" | "than") || lexicon().qualifier(lead).is_some();
    (cut && (rest.is_empty() || rest.starts_with(['.', ',', ';', ')'])))
        || list::SHARE_VERBS.begins(rest).is_some()
}

/// Whether the word after `end` is a unit of share: "a quarter percentage point".
fn names_share(text: &str, end: usize) -> bool {
    list::PERCENT.begins(text.get(end..).unwrap_or_default()).is_some()
}

/// "half-point", "quarter-mile": a part tied to a unit that is no time.
fn tied(text: &str, at: usize, parts: f64, end: usize) -> Option<Number> {
    let scale = letters_at(text, end + 1);
    let word = words(text, scale.clone());
    if let Some(NumberWord::Scale(by)) = lexicon().number(word) {
        let mut number = Number::new(at, scale.end, by / parts, Shape::Spelled);
        number.mantissa = 1.0 / parts;
        return Some(number);
    }
    let unit = lexicon().unit(word)?;
    let measures = matches!(unit.kind, UnitKind::Percent | UnitKind::Measure);
    measures.then(|| Number::new(at, end, 1.0 / parts, Shape::Part))
}

/// What stands between "half" and what it is half of.
fn half_article(rest: &str) -> Option<&'static str> {
    [" a ", "-a-", " an ", " "].into_iter().find(|a| rest.starts_with(a))
}

/// "half a million", "half-a-dozen", "a half million", "half an hour".
fn half_a(text: &str, at: usize, end: usize, article: &str) -> Option<Number> {
    let word = letters_at(text, end + article.len());
    if let Some(NumberWord::Scale(by)) = lexicon().number(words(text, word.clone())) {
        let start = if article == " " && text.get(..at)?.ends_with(" a ") { at - 2 } else { at };
        let mut number = Number::new(start, word.end, by / 2.0, Shape::Spelled);
        number.mantissa = 0.5;
        return Some(number);
    }
    if article == " " && !names_share(text, end) {
        return None;
    }
    // "half a percent", "half an hour": the unit follows.
    let before = end + article.len() - 1;
    lexicon().unit(words(text, word)).map(|_| Number::new(at, before, 0.5, Shape::Part))
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
