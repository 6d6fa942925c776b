//! Values that bluf computes from stated ones: how much something changed, a share, a ratio, a net flow. Each names the
//! figures it is made of. Never stated by a document, and never printed among those that are.

use super::agree::is_range;
use super::key::is_change;
use super::series::Series;
use super::words::{Name, is_pair, sets_against};
use crate::model::{Corpus, Indicator, IndicatorId};
use crate::text::Span;

/// What is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// The last value less the first, of a series.
    Change,
    /// The same in percent of the first.
    Growth,
    /// The first in percent of the second: "15 of the 19".
    Share,
    /// The first divided by the second: "26,930 against 12,430".
    Ratio,
    /// What comes in less what goes out.
    Net,
}

impl Formula {
    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Growth => "change in percent",
            Self::Share => "share in percent",
            Self::Ratio => "ratio",
            Self::Net => "net",
        }
    }
}

/// A computed value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Derived {
    /// How it is computed.
    pub formula: Formula,
    /// The value to twelve digits; in the unit of its operands for a change or a net flow.
    pub value: f64,
    /// `=`, `>`, `<`, `>=`, `<=` or `~`, by the qualifiers of its operands.
    pub qualifier: &'static str,
    /// The figures it is made of, in the order of the formula.
    pub operands: [IndicatorId; 2],
}

/// How a series changed from its first period to its last; nothing where either has several values, or tells of a
/// change itself.
pub fn change(corpus: &Corpus, series: &Series) -> Vec<Derived> {
    let row = |id: &IndicatorId| corpus.indicators.get(id.index());
    let (Some(first), Some(last)) = (series.points.first(), series.points.last()) else {
        return Vec::new();
    };
    let (Some(from), Some(to)) = (row(first), row(last)) else { return Vec::new() };
    let single = |period: &Indicator| {
        let same = |id: &&IndicatorId| row(id).is_some_and(|r| r.earliest == period.earliest);
        series.points.iter().filter(same).count() == 1
    };
    if !single(from) || !single(to) || is_change(corpus, from) || is_change(corpus, to) {
        return Vec::new();
    }
    let pair = Pair { corpus, rows: [(*first, from), (*last, to)] };
    let mut found = vec![pair.less([1, 0], Formula::Change)];
    if from.value > 0.0 && corpus.string(from.unit) != "percent" {
        let ratio = pair.by([1, 0], Formula::Growth);
        found.push(ratio.map(|d| Derived { value: rounded((d.value - 1.0) * 100.0), ..d }));
    }
    let in_order = |d: Derived| Derived { operands: [*first, *last], ..d };
    found.into_iter().flatten().map(in_order).collect()
}

/// What two neighbouring figures of one sentence give, where the words between them pair them.
pub(super) fn pairs(corpus: &Corpus) -> Vec<Derived> {
    let mut found = Vec::new();
    let numbered = corpus.indicators.iter().enumerate();
    for ((at, one), other) in numbered.zip(corpus.indicators.iter().skip(1)) {
        let rows = [(IndicatorId(at as u32), one), (IndicatorId(at as u32 + 1), other)];
        Pair { corpus, rows }.add(&mut found);
    }
    found
}

/// The most bytes between two figures that are set against each other.
const FAR: usize = 80;

/// Two figures.
struct Pair<'a> {
    corpus: &'a Corpus,
    rows: [(IndicatorId, &'a Indicator); 2],
}

impl Pair<'_> {
    fn add(&self, found: &mut Vec<Derived>) {
        let [(_, one), (_, other)] = self.rows;
        let period = |row: &Indicator| (row.earliest, row.latest);
        if one.document != other.document || one.unit != other.unit || period(one) != period(other)
        {
            return;
        }
        let between = Span { start: one.number.end, end: other.number.start };
        let Some(document) = self.corpus.document(one.document) else { return };
        let words = document.text.words(between);
        if words.is_empty() || words.len() > FAR || words.contains(['.', ';', '\n']) {
            return;
        }
        if matches!(words.trim(), "of the" | "out of" | "out of the") && one.value <= other.value {
            found.extend(
                self.by([0, 1], Formula::Share).map(|d| Derived { value: d.value * 100.0, ..d }),
            );
            return;
        }
        if !sets_against(words) || self.corpus.string(one.unit) == "percent" {
            return;
        }
        let measured = !self.corpus.string(one.unit).is_empty();
        let [one, other] =
            [one, other].map(|row| Name::of(self.corpus.string(row.name), false).key);
        if is_pair(&one, &other) {
            found.extend(self.less([0, 1], Formula::Net));
        } else if is_pair(&other, &one) {
            found.extend(self.less([1, 0], Formula::Net));
        }
        let alike = one.split(' ').any(|word| other.split(' ').any(|o| o == word));
        if measured || alike || is_pair(&one, &other) || is_pair(&other, &one) {
            found.extend(self.by([0, 1], Formula::Ratio));
        }
    }

    fn row(&self, at: usize) -> Option<(IndicatorId, &Indicator)> {
        self.rows.get(at).copied()
    }

    /// One less the other.
    fn less(&self, [one, other]: [usize; 2], formula: Formula) -> Option<Derived> {
        let (left, right) = (self.row(one)?, self.row(other)?);
        let value = rounded(left.1.value - right.1.value);
        self.derived([left, right], formula, value)
    }

    /// One divided by the other.
    fn by(&self, [one, other]: [usize; 2], formula: Formula) -> Option<Derived> {
        let (left, right) = (self.row(one)?, self.row(other)?);
        let value = rounded(left.1.value / right.1.value);
        let meant = left.1.value >= 0.0 && right.1.value > 0.0;
        self.derived([left, right], formula, value).filter(|_| meant)
    }

    /// A value of two figures, where neither is a range and it is known which way it is off.
    fn derived(
        &self,
        rows: [(IndicatorId, &Indicator); 2],
        formula: Formula,
        value: f64,
    ) -> Option<Derived> {
        let [one, other] = rows.map(|(_, row)| self.corpus.string(row.qualifier));
        let qualifier = combined(one, other)?;
        let range = rows.iter().any(|(_, row)| is_range(self.corpus, row));
        (!range).then_some(Derived { formula, value, qualifier, operands: rows.map(|row| row.0) })
    }
}

/// The qualifier of one value less, or divided by, another; nothing where it is not known which way the result is off.
fn combined(one: &str, other: &str) -> Option<&'static str> {
    match (one, other) {
        ("=", "=") => Some("="),
        ("~", "~" | "=") | ("=", "~") => Some("~"),
        (">=", "=" | "<=") | ("=", "<=") => Some(">="),
        ("<=", "=" | ">=") | ("=", ">=") => Some("<="),
        (">" | ">=", "=" | "<" | "<=") | ("=", "<") => Some(">"),
        ("<" | "<=", "=" | ">" | ">=") | ("=", ">") => Some("<"),
        _ => None,
    }
}

/// A value to twelve digits: what a float adds behind them was not computed.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}
