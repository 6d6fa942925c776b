//! The words of numbers and units, read once from `assets/`. Answers look-ups; never reads a text.

use super::class::{NumberWord, Unit, UnitKind};
use crate::text::hash::{Packed, WordMap, WordTable};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A sign of money before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    /// As it is written.
    pub(super) form: &'static str,
    /// What it stands for.
    pub(super) unit: Unit,
    /// Much else as well: taken only before a number that has a scale, separators or decimals.
    pub(super) loose: bool,
}

/// All tables.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    numbers: WordTable<Option<NumberWord>>,
    suffixes: WordMap<f64>,
    letters: WordMap<f64>,
    /// Parts that are added to the number before them.
    added: Vec<(&'static str, f64)>,
    qualifiers: WordMap<&'static str>,
    /// Last words of hedges.
    hedging: WordTable<()>,
    /// Letters that units begin with, as far as they are ASCII.
    units: WordTable<()>,
    signs: Vec<(&'static str, &'static str)>,
    trailing: Vec<(&'static str, &'static str)>,
    exact: WordMap<Unit>,
    folded: WordMap<Unit>,
    /// Symbols that stand after a space and before no word.
    spaced: WordMap<Unit>,
    /// Signs of money by their last byte, the longest first.
    before: Vec<Vec<Sign>>,
}

/// The tables, parsed on first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);
    &LEXICON
}

const NUMBERS: &str = include_str!("../../../assets/numbers.tsv");
const UNITS: &str = include_str!("../../../assets/units.tsv");

impl Lexicon {
    /// What a word does in a number; in any case.
    pub(super) fn number(&self, word: &str) -> Option<NumberWord> {
        self.numbers.find(word).flatten()
    }

    /// Whether a word is part of a number.
    #[inline]
    pub(super) fn is_number(&self, word: Packed) -> bool {
        self.numbers.get(word).is_some()
    }

    /// A short scale: bn, mn.
    pub(super) fn suffix(&self, word: &str) -> Option<f64> {
        self.suffixes.get(folded(word).as_ref()).copied()
    }

    /// A one-letter scale: k, m, B.
    pub(super) fn letter(&self, word: &str) -> Option<f64> {
        self.letters.get(word).copied()
    }

    /// The part of one that a text begins with: " and a half".
    pub(super) fn added(&self, after: &str) -> Option<(usize, f64)> {
        let found = self.added.iter().find(|(form, _)| after.starts_with(form));
        found.map(|(form, part)| (form.len(), *part))
    }

    /// Whether a hedge may end with a word: a cheap "no" for most words before a number.
    pub(super) fn ends_hedge(&self, word: &str) -> bool {
        self.hedging.find(word).is_some()
    }

    /// Whether the form of a unit may begin at a place of a text: a cheap "no" for most words behind a number.
    pub(super) fn may_be_unit(&self, text: &[u8], at: usize) -> bool {
        let (end, word) = Packed::letters(text, at);
        let plural = || text.get(end - 1).is_some_and(|b| matches!(b, b's' | b'S'));
        let singular = || self.units.get(Packed::of(text, at, end - 1)).is_some();
        end == at || self.units.get(word).is_some() || plural() && singular()
    }

    /// The sign of a hedge: "more than" is ">".
    pub(super) fn qualifier(&self, phrase: &str) -> Option<&'static str> {
        self.qualifiers.get(folded(phrase).as_ref()).copied()
    }

    /// The hedging sign that a text ends with.
    pub(super) fn sign(&self, before: &str) -> Option<(usize, &'static str)> {
        let found = self.signs.iter().find(|(form, _)| before.ends_with(form));
        found.map(|(form, sign)| (form.len(), *sign))
    }

    /// The hedge that a text begins with.
    pub(super) fn trailing(&self, after: &str) -> Option<(usize, &'static str)> {
        let found = self.trailing.iter().find(|(form, _)| {
            let rest = after.strip_prefix(form);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        });
        found.map(|(form, sign)| (form.len(), *sign))
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

    /// The unit of a symbol that stands alone.
    pub(super) fn spaced(&self, form: &str) -> Option<Unit> {
        self.spaced.get(form).copied()
    }

    /// The sign of money that a text ends with, the longest first.
    pub(super) fn money_sign(&self, before: &str) -> Option<Sign> {
        let last = *before.as_bytes().last()?;
        let signs = self.before.get(usize::from(last))?;
        signs.iter().find(|sign| before.ends_with(sign.form)).copied()
    }

    fn load() -> Self {
        let mut lexicon = Self { before: vec![Vec::new(); 256], ..Self::default() };
        for line in NUMBERS.lines().filter(|l| !l.starts_with('#')) {
            lexicon.add_line(line);
        }
        lexicon.signs.sort_by_key(longest_first);
        lexicon.trailing.sort_by_key(longest_first);
        for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
            lexicon.add_unit(line);
        }
        for signs in &mut lexicon.before {
            signs.sort_by_key(|sign| Reverse(sign.form.len()));
        }
        lexicon
    }

    /// Takes in a line of `numbers.tsv`; `None` where it is none.
    fn add_line(&mut self, line: &'static str) -> Option<()> {
        let (kind, rest) = line.split_once('\t')?;
        let (form, value) = rest.split_once('\t')?;
        let number = || value.parse::<f64>().ok();
        match kind {
            "cardinal" => self.add_number(form, NumberWord::Cardinal(number()?)),
            "scale" => self.add_number(form, NumberWord::Scale(number()?)),
            "part" => self.add_number(form, NumberWord::Part(number()?)),
            "order" => self.add_number(form, NumberWord::Order(number()?)),
            "group" => self.add_number(form, NumberWord::Group(number()?)),
            "fold" => self.add_number(form, NumberWord::Fold(number()?)),
            "suffix" => drop(self.suffixes.insert(form, number()?)),
            "letter" => drop(self.letters.insert(form, number()?)),
            "added" => self.added.push((form, number()?)),
            "qualifier" => {
                let last = form.rsplit(' ').next().unwrap_or_default();
                self.hedging.insert(last, ());
                self.qualifiers.insert(form, value);
            }
            "sign" => self.signs.push((form, value)),
            "trailing" => self.trailing.push((form, value)),
            _ => return None,
        }
        Some(())
    }

    fn add_number(&mut self, word: &'static str, number: NumberWord) {
        self.numbers.insert(word, Some(number));
    }

    fn add_unit(&mut self, line: &'static str) {
        let mut columns = line.split('\t');
        let (Some(name), Some(kind), Some(forms)) =
            (columns.next(), columns.next(), columns.next())
        else {
            return;
        };
        let class = match kind {
            "sign" | "loose" => UnitKind::Sign,
            "money" => UnitKind::Money,
            "percent" => UnitKind::Percent,
            "time" => UnitKind::Time,
            "age" => UnitKind::Age,
            _ => UnitKind::Measure,
        };
        let unit = Unit { name, kind: class };
        for form in forms.split(" | ") {
            let (end, word) = Packed::letters(form.as_bytes(), 0);
            if end > 0 {
                self.units.insert_packed(word, ());
            }
            match kind {
                "sign" | "loose" => self.add_sign(Sign { form, unit, loose: kind == "loose" }),
                "spaced" => drop(self.spaced.insert(form, unit)),
                _ => self.add_form(form, unit),
            }
        }
    }

    fn add_sign(&mut self, sign: Sign) {
        if let Some(&last) = sign.form.as_bytes().last()
            && let Some(signs) = self.before.get_mut(usize::from(last))
        {
            signs.push(sign);
        }
    }

    /// Short forms and symbols keep their case; names are found in any.
    fn add_form(&mut self, form: &'static str, unit: Unit) {
        let symbol = form.chars().any(|c| !c.is_lowercase() && c != ' ' && c != '-');
        if form.chars().count() > 3 && !symbol {
            self.folded.insert(form, unit);
            return;
        }
        self.exact.insert(form, unit);
        if form.len() > 4 {
            self.folded.insert(form.to_lowercase().leak(), unit);
        }
    }
}

fn longest_first(row: &(&'static str, &'static str)) -> (Reverse<usize>, &'static str) {
    (Reverse(row.0.len()), row.0)
}

/// The word in lower case, as it is where it has no capital.
fn folded(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if !small && word.chars().any(char::is_uppercase) {
        word.to_lowercase().into()
    } else {
        word.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_parse() {
        for line in NUMBERS.lines().filter(|l| !l.starts_with('#')) {
            assert!(Lexicon::default().add_line(line).is_some(), "{line}");
        }
        for sign in lexicon().qualifiers.values().chain(lexicon().signs.iter().map(|(_, s)| s)) {
            assert!(matches!(*sign, ">" | "<" | ">=" | "<=" | "~" | "="), "{sign}");
        }
        for line in UNITS.lines().filter(|l| !l.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 3, "{line}");
        }
    }

    #[test]
    fn number_words_are_found_in_any_case_and_others_are_not() {
        assert_eq!(lexicon().number("Forty"), Some(NumberWord::Cardinal(40.0)));
        assert_eq!(lexicon().number("millions"), Some(NumberWord::Order(1e6)));
        assert_eq!(lexicon().number("the"), None);
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
