//! The words of numbers and units, read once from `assets/`. Answers look-ups; never reads a text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NumberWord {
    /// Adds: seven, forty.
    Cardinal(f64),
    /// Multiplies: dozen, hundred, million.
    Scale(f64),
    /// Divides one into so many parts: half, third.
    Part(f64),
    /// Names an order of magnitude: tens, dozens, thousands.
    Order(f64),
}

/// What kind of thing a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A sign or code before the number: $, US$, EUR.
    Sign,
    /// Money, named after the number.
    Money,
    /// A share: percent, percentage point.
    Percent,
    /// A length of time.
    Time,
    /// Years of age.
    Age,
    /// Anything physical.
    Measure,
}

/// A unit as the table has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Singular, normalised.
    pub(super) name: &'static str,
    /// What it measures.
    pub(super) kind: UnitKind,
}

/// All tables.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: HashMap<&'static str, NumberWord>,
    /// For each pair of first letters, a bit for each length that a number word has.
    gate: Vec<u16>,
    suffixes: HashMap<String, f64>,
    letters: HashMap<String, f64>,
    qualifiers: HashMap<String, &'static str>,
    signs: Vec<(String, &'static str)>,
    trailing: Vec<(String, &'static str)>,
    words: HashMap<String, HashSet<String>>,
    exact: HashMap<String, Unit>,
    folded: HashMap<String, Unit>,
    before: Vec<(String, Unit)>,
}

/// The tables, parsed on first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
    &LEXICON
}

type Make = fn(f64) -> NumberWord;

#[derive(serde::Deserialize, Default)]
struct Numbers {
    cardinals: HashMap<String, f64>,
    scales: HashMap<String, f64>,
    suffixes: HashMap<String, f64>,
    letters: HashMap<String, f64>,
    fractions: HashMap<String, f64>,
    orders: HashMap<String, f64>,
    qualifiers: HashMap<String, String>,
    signs: HashMap<String, String>,
    trailing: HashMap<String, String>,
    words: HashMap<String, Vec<String>>,
}

const NUMBERS: &str = include_str!("../../../assets/numbers.toml");
const UNITS: &str = include_str!("../../../assets/units.tsv");

impl Lexicon {
    /// What a word does in a number; in any case.
    pub(super) fn number(&self, word: &str) -> Option<NumberWord> {
        if !self.may_be_number(word.as_bytes()) {
            return None;
        }
        if word.bytes().any(|b| b.is_ascii_uppercase()) {
            return self.numbers.get(word.to_ascii_lowercase().as_str()).copied();
        }
        self.numbers.get(word).copied()
    }

    /// Whether the first two letters and the length are those of a number word: a cheap "no" for nearly all words.
    pub(super) fn may_be_number(&self, word: &[u8]) -> bool {
        let [a, b, ..] = word else { return false };
        let key = gate_key(*a, *b);
        word.len() < 16 && self.gate.get(key).is_some_and(|lens| lens >> word.len() & 1 == 1)
    }

    /// A short scale: bn, mn.
    pub(super) fn suffix(&self, word: &str) -> Option<f64> {
        self.suffixes.get(folded(word).as_ref()).copied()
    }

    /// A one-letter scale: k, m, B.
    pub(super) fn letter(&self, word: &str) -> Option<f64> {
        self.letters.get(word).copied()
    }

    /// The sign of a hedge: "more than" is ">".
    pub(super) fn qualifier(&self, phrase: &str) -> Option<&'static str> {
        self.qualifiers.get(folded(phrase).as_ref()).copied()
    }

    /// The hedging sign that a text ends with.
    pub(super) fn sign(&self, before: &str) -> Option<(usize, &'static str)> {
        let found = self.signs.iter().find(|(form, _)| before.ends_with(form.as_str()));
        found.map(|(form, sign)| (form.len(), *sign))
    }

    /// The hedge that a text begins with.
    pub(super) fn trailing(&self, after: &str) -> Option<(usize, &'static str)> {
        let found = self.trailing.iter().find(|(form, _)| {
            after
                .strip_prefix(form.as_str())
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        found.map(|(form, sign)| (form.len(), *sign))
    }

    /// Whether a word is on one of the lists of `numbers.toml`; in any case.
    pub(super) fn is(&self, list: &str, word: &str) -> bool {
        let Some(words) = self.words.get(list) else { return false };
        words.contains(folded(word).as_ref())
    }

    /// The unit a form stands for.
    pub(super) fn unit(&self, form: &str) -> Option<Unit> {
        if let Some(&unit) = self.exact.get(form) {
            return Some(unit);
        }
        let lower = folded(form);
        if let Some(&unit) = self.folded.get(lower.as_ref()) {
            return Some(unit);
        }
        let singular = lower.strip_suffix('s')?;
        let short = || self.exact.get(singular);
        (singular.len() > 2).then(|| self.folded.get(singular).or_else(short).copied()).flatten()
    }

    /// The sign of money that a text ends with, the longest first, with its length.
    pub(super) fn money_sign(&self, before: &str) -> Option<(usize, Unit)> {
        // Nearly every number stands after a plain word: its last letter ends no sign.
        let last = *before.as_bytes().last()?;
        if last.is_ascii_digit()
            || (last.is_ascii_lowercase() && !matches!(last, b's' | b'h' | b'p' | b'r'))
        {
            return None;
        }
        self.before
            .iter()
            .find(|(form, _)| before.ends_with(form.as_str()))
            .map(|(f, u)| (f.len(), *u))
    }

    fn load() -> Self {
        let numbers: Numbers = toml::from_str(NUMBERS).unwrap_or_default();
        let mut lexicon = Self { gate: vec![0; 26 * 26], ..Self::default() };
        let tables: [(_, Make); 4] = [
            (&numbers.cardinals, NumberWord::Cardinal),
            (&numbers.scales, NumberWord::Scale),
            (&numbers.fractions, NumberWord::Part),
            (&numbers.orders, NumberWord::Order),
        ];
        for (table, make) in tables {
            for (word, value) in sorted(table) {
                lexicon.add_number(word, make(*value));
            }
        }
        lexicon.qualifiers = signs(&numbers.qualifiers).into_iter().collect();
        lexicon.signs = signs(&numbers.signs);
        lexicon.trailing = signs(&numbers.trailing);
        lexicon.suffixes = numbers.suffixes;
        lexicon.letters = numbers.letters;
        lexicon.words =
            numbers.words.into_iter().map(|(k, v)| (k, v.into_iter().collect())).collect();
        for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
            lexicon.add_unit(line);
        }
        lexicon.before.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        lexicon
    }

    fn add_number(&mut self, word: &str, number: NumberWord) {
        if let [a, b, ..] = word.as_bytes()
            && let Some(lens) = self.gate.get_mut(gate_key(*a, *b))
        {
            *lens |= 1 << word.len().min(15);
        }
        self.numbers.insert(String::from(word).leak(), number);
    }

    fn add_unit(&mut self, line: &'static str) {
        let mut columns = line.split('\t');
        let (Some(name), Some(kind), Some(forms)) =
            (columns.next(), columns.next(), columns.next())
        else {
            return;
        };
        let kind = match kind {
            "sign" => UnitKind::Sign,
            "money" => UnitKind::Money,
            "percent" => UnitKind::Percent,
            "time" => UnitKind::Time,
            "age" => UnitKind::Age,
            _ => UnitKind::Measure,
        };
        let unit = Unit { name, kind };
        for form in forms.split(" | ").map(str::trim) {
            if kind == UnitKind::Sign {
                self.before.push((form.into(), unit));
            } else if form.chars().count() <= 3
                || form.chars().any(|c| !c.is_lowercase() && c != ' ' && c != '-')
            {
                self.exact.insert(form.into(), unit);
                if form.len() > 4 {
                    self.folded.insert(form.to_lowercase(), unit);
                }
            } else {
                self.folded.insert(form.into(), unit);
            }
        }
    }
}

/// The word in lower case, as it is where it has no capital.
fn folded(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

fn gate_key(a: u8, b: u8) -> usize {
    let letter = |b: u8| usize::from((b | 32).wrapping_sub(b'a').min(25));
    letter(a) * 26 + letter(b)
}

fn sorted(table: &HashMap<String, f64>) -> Vec<(&String, &f64)> {
    let mut rows: Vec<_> = table.iter().collect();
    rows.sort_by(|a, b| a.0.cmp(b.0));
    rows
}

/// The signs of a table, longest form first.
fn signs(table: &HashMap<String, String>) -> Vec<(String, &'static str)> {
    let mut rows: Vec<(String, &'static str)> = table
        .iter()
        .map(|(form, sign)| {
            let sign = match sign.as_str() {
                ">" => ">",
                "<" => "<",
                ">=" => ">=",
                "<=" => "<=",
                "~" => "~",
                _ => "=",
            };
            (form.clone(), sign)
        })
        .collect();
    rows.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_parse() {
        assert!(toml::from_str::<Numbers>(NUMBERS).is_ok());
        for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 3, "{line}");
        }
    }

    #[test]
    fn number_words_are_found_in_any_case_and_others_are_not() {
        assert_eq!(lexicon().number("Forty"), Some(NumberWord::Cardinal(40.0)));
        assert_eq!(lexicon().number("millions"), Some(NumberWord::Order(1e6)));
        assert_eq!(lexicon().number("the"), None);
        assert!(!lexicon().may_be_number(b"the"));
    }

    #[test]
    fn symbols_keep_their_case_and_names_do_not() {
        let name = |form| lexicon().unit(form).map(|u| u.name);
        assert_eq!(name("MW"), Some("megawatt"));
        assert_eq!(name("mw"), None);
        assert_eq!(name("Danish crowns"), Some("Danish krone"));
        assert_eq!(name("Miles Per Hour"), Some("mile per hour"));
    }
}
