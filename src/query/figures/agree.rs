//! Whether two values can both be true, as far as they are written: "over 400" and 440, "2.7 million" and 2,724,900.
//! Figures come in. Never says which is right.

use crate::model::{Corpus, Indicator};

/// How far "about" reaches: a tenth of the larger value.
const ABOUT: f64 = 0.1;

/// A value as it is stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stated<'a> {
    pub(super) value: f64,
    /// `=`, `>`, `<`, `>=`, `<=` or `~`.
    pub(super) qualifier: &'a str,
    /// Half of the last place that is written.
    slack: f64,
    /// Whether it is the lower end of a range.
    range: bool,
}

impl<'a> Stated<'a> {
    /// The value of a figure.
    pub(super) fn of(corpus: &'a Corpus, row: &Indicator) -> Self {
        let written = corpus.document(row.document).map_or("", |d| d.text.words(row.number));
        let qualifier = corpus.string(row.qualifier);
        let range = is_range(corpus, row);
        Self { value: row.value, qualifier, slack: slack(written, row.value), range }
    }

    /// Whether both can be true.
    pub(super) fn agrees(self, other: Self) -> bool {
        let slack = self.slack.max(other.slack) + near(self.value, other.value);
        let apart = (self.value - other.value).abs();
        let most = self.value.abs().max(other.value.abs());
        match (self.qualifier, other.qualifier) {
            _ if self.range || other.range => true,
            ("~", _) | (_, "~") => apart <= slack.max(most * ABOUT),
            ("=", "=") => apart <= slack,
            ("=", bound) => holds(self.value, bound, other.value, slack),
            (bound, "=") => holds(other.value, bound, self.value, slack),
            (one, two) if is_lower(one) == is_lower(two) => true,
            (one, _) if is_lower(one) => self.value <= other.value + slack,
            _ => other.value <= self.value + slack,
        }
    }
}

/// Whether a figure is a range, of which its row gives the lower end: "33–41".
pub(super) fn is_range(corpus: &Corpus, row: &Indicator) -> bool {
    let Some(document) = corpus.document(row.document) else { return false };
    let all = &document.quantities;
    let at = all.partition_point(|q| q.number.start < row.number.start);
    all.get(at).is_some_and(|q| q.number == row.number && q.upper.is_some())
}

/// What the last place of a float may be off by.
fn near(one: f64, other: f64) -> f64 {
    one.abs().max(other.abs()) * 1e-9
}

/// Whether two values are one, but for the last place of a float.
pub(super) fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= near(one, other)
}

fn is_lower(qualifier: &str) -> bool {
    matches!(qualifier, ">" | ">=")
}

/// Whether a value keeps to a bound.
pub(super) fn holds(value: f64, qualifier: &str, bound: f64, slack: f64) -> bool {
    match qualifier {
        ">" | ">=" => value + slack >= bound,
        "<" | "<=" => value <= bound + slack,
        "~" => (value - bound).abs() <= bound.abs() * ABOUT,
        _ => (value - bound).abs() <= slack + near(value, bound),
    }
}

/// Half of the last place of a number that is written with a scale word or a fraction; none of whole numbers.
fn slack(written: &str, value: f64) -> f64 {
    let digits: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let scaled = written.chars().any(char::is_alphabetic);
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    let Some(number) = digits.parse::<f64>().ok().filter(|n| *n > 0.0) else { return 0.0 };
    if !scaled && places == 0 {
        return 0.0;
    }
    let scale = (value.abs() / number).max(1.0);
    scale * 0.5 / 10f64.powi(i32::try_from(places).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated<'a>(qualifier: &'a str, written: &str, value: f64) -> Stated<'a> {
        Stated { value, qualifier, slack: slack(written, value), range: false }
    }

    #[test]
    fn values_agree_as_far_as_they_are_written() {
        let exact = |value: f64| stated("=", &value.to_string(), value);
        for (one, other, agree) in [
            (exact(440.0), exact(440.0), true),
            (exact(440.0), exact(441.0), false),
            (stated(">", "400", 400.0), exact(440.0), true),
            (stated(">", "450", 450.0), exact(440.0), false),
            (stated("<", "450", 450.0), stated(">", "440", 440.0), true),
            (stated("<", "430", 430.0), stated(">", "440", 440.0), false),
            (stated(">", "430", 430.0), stated(">", "440", 440.0), true),
            (stated("~", "4,500", 4_500.0), exact(4_620.0), true),
            (stated("~", "4,500", 4_500.0), exact(6_000.0), false),
            (stated("=", "2.7 million", 2.7e6), exact(2_724_900.0), true),
            (stated("=", "2.7 million", 2.7e6), exact(2_824_900.0), false),
        ] {
            assert_eq!(one.agrees(other), agree, "{one:?} {other:?}");
            assert_eq!(other.agrees(one), agree, "{other:?} {one:?}");
        }
    }
}
