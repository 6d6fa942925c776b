//! What each rule reads and why, in one sentence with an example: the tables of `assets/rules/`. Never applies one.

use std::sync::LazyLock;

/// A rule or guard as its table tells of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Described {
    /// Its name, as findings carry it.
    pub rule: &'static str,
    /// What it reads or refuses, and why.
    pub sentence: &'static str,
    /// Words that it reads or refuses.
    pub example: &'static str,
}

/// All rules and guards, by name.
pub fn all() -> &'static [Described] {
    &RULES
}

/// The row of a rule, or of the family it belongs to (`event.attack` for `event.attack.bomb`); none where the tables
/// have forgotten it, which a test forbids.
pub fn described(rule: &str) -> Option<&'static Described> {
    match RULES.binary_search_by_key(&rule, |row| row.rule) {
        Ok(at) => RULES.get(at),
        Err(_) => rule.rsplit_once('.').and_then(|(family, _)| described(family)),
    }
}

static RULES: LazyLock<Vec<Described>> = LazyLock::new(|| {
    let tables = [
        include_str!("../../assets/rules/date.tsv"),
        include_str!("../../assets/rules/country.tsv"),
        include_str!("../../assets/rules/quantity.tsv"),
        include_str!("../../assets/rules/indicator.tsv"),
        include_str!("../../assets/rules/event.tsv"),
        include_str!("../../assets/rules/entity.tsv"),
        include_str!("../../assets/rules/assessment.tsv"),
        include_str!("../../assets/rules/signpost.tsv"),
        include_str!("../../assets/rules/table.tsv"),
    ];
    let mut rules: Vec<Described> =
        tables.iter().flat_map(|table| table.lines()).filter_map(row).collect();
    rules.sort_unstable_by_key(|row| row.rule);
    rules
});

fn row(line: &'static str) -> Option<Described> {
    let mut columns = line.split('\t').filter(|_| !line.starts_with('#'));
    let (rule, sentence) = (columns.next()?, columns.next()?);
    Some(Described { rule, sentence, example: columns.next().unwrap_or_default() })
}
