//! The tables of rules: each rule and guard of the code has a row that says what it reads, and no row is left over.

use bluf::extract::rules;
use bluf::extract::{Findings, Trace, extract};
use bluf::source::seeds::SEEDS;
use bluf::text::read;
use std::collections::BTreeSet;
use std::path::Path;

/// What a rule's name begins with.
const FAMILIES: [&str; 12] = [
    "date.",
    "time.",
    "duration.",
    "set.",
    "country.",
    "quantity.",
    "indicator.",
    "event.",
    "entity.",
    "assessment.",
    "signpost.",
    "table.",
];

/// The names of rules that stand in the code of a folder, in quotes.
fn named_in(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named_in(&path, names);
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let letter =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
        for family in FAMILIES {
            for (at, _) in code.match_indices(&format!("\"{family}")) {
                let name = code.split_at(at + 1).1.split('"').next().unwrap_or_default();
                if name.chars().all(letter) {
                    names.insert(name.to_owned());
                }
            }
        }
    }
}

fn in_the_code() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    named_in(Path::new("src/extract"), &mut names);
    names
}

#[test]
fn every_rule_of_the_code_has_a_row() {
    let missing: Vec<String> =
        in_the_code().into_iter().filter(|name| rules::described(name).is_none()).collect();
    assert!(missing.is_empty(), "rules that no table tells of:\n{}", missing.join("\n"));
}

#[test]
fn every_row_is_of_a_rule_of_the_code() {
    let names = in_the_code();
    let used = |rule: &str| names.iter().any(|n| n == rule || n.starts_with(&format!("{rule}.")));
    let left: Vec<&str> = rules::all().iter().map(|r| r.rule).filter(|r| !used(r)).collect();
    assert!(left.is_empty(), "rows of rules that are not in the code:\n{}", left.join("\n"));
}

#[test]
fn every_row_says_something_once() {
    let mut seen = BTreeSet::new();
    for row in rules::all() {
        assert!(seen.insert(row.rule), "{} stands twice", row.rule);
        assert!(row.sentence.len() > 20 && row.sentence.ends_with('.'), "{}", row.rule);
        assert!(!row.example.is_empty(), "{}", row.rule);
    }
}

#[test]
fn every_finding_and_loss_in_the_seeds_names_a_described_rule() {
    for (name, bytes) in SEEDS {
        let mut trace = Trace::on();
        let text = read(bytes);
        let found = extract(&text, None, &mut trace);
        let losses = trace.losses();
        let persons = bluf::extract::names(&text, &found.countries);
        let persons = persons.mentions.iter().map(|name| name.rule);
        let named = rules_of(&found)
            .into_iter()
            .chain(persons)
            .chain(losses.iter().flat_map(|l| [l.rule, l.to]));
        for rule in named {
            assert!(rules::described(rule).is_some(), "{name}: {rule}");
        }
        assert!(!losses.is_empty(), "{name}: nothing was weighed and left");
    }
}

fn rules_of(found: &Findings) -> Vec<&'static str> {
    let dates = found.dates.iter().map(|d| d.rule);
    let countries = found.countries.iter().map(|c| c.rule);
    let quantities = found.quantities.iter().map(|q| q.rule);
    let indicators = found.indicators.iter().map(|i| i.rule);
    let events = found.events.iter().map(|e| e.rule);
    let assessments = found.assessments.iter().map(|a| a.rule);
    dates
        .chain(countries)
        .chain(quantities)
        .chain(indicators)
        .chain(events)
        .chain(assessments)
        .chain(found.tables.iter().map(|t| t.rule))
        .collect()
}
