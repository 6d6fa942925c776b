//! Persons and organisations in running text, told as data: `tests/fixtures/entity`.

use bluf::extract::{EntityKind, Names, Trace, extract, names};
use bluf::text::{self, Text};
use pretty_assertions::assert_eq;
use proptest::prelude::*;

fn read(words: &str) -> (Text, Names) {
    let text = text::read(words.as_bytes());
    let found = found(&text);
    (text, found)
}

fn found(text: &Text) -> Names {
    names(text, &extract(text, None, &mut Trace::off()).countries)
}

/// The names as the fixture writes them.
fn told(text: &Text, found: &Names) -> String {
    let rows = found.mentions.iter().map(|name| {
        let entity = found.entities[name.entity as usize];
        let kind = if name.kind == EntityKind::Person { "P" } else { "O" };
        let mut row = format!("{kind} {}", text.words(name.span));
        if text.words(entity.name) != text.words(name.span) {
            row.extend([" =", text.words(entity.name)]);
        }
        if let Some(office) = name.office.or(entity.office) {
            row.extend([" <", text.words(office), ">"]);
        }
        row
    });
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() { "-".to_owned() } else { rows.join("; ") }
}

#[test]
fn each_text_of_the_fixture_tells_its_names() {
    let rows = include_str!("../fixtures/entity/names.tsv");
    let mut wrong = Vec::new();
    for line in rows.lines().filter(|line| !line.starts_with('#')) {
        let (words, expected) = line.split_once('\t').unwrap();
        let (text, found) = read(words);
        let found = told(&text, &found);
        if found != expected {
            wrong.push(format!("{words}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_secretary_general_of_the_seeds_has_his_office() {
    let seeds = bluf::source::seeds::SEEDS.iter();
    let all: Vec<String> =
        seeds.map(|(_, bytes)| text::read(bytes)).map(|text| told(&text, &found(&text))).collect();
    assert!(all.join("\n").contains("P Imangali Tasmagambetov <CSTO Secretary General>"));
    assert!(all.join("\n").contains("O CSTO =Collective Security Treaty Organisation"));
}

#[test]
fn headings_name_nobody() {
    let (text, found) =
        read("# Jane Dorval Wins The Day\n\nThe rest is told by Jane Dorval here.\n");
    assert!(found.mentions.len() <= 1 + usize::from(text.blocks.len() == 1));
}

#[test]
fn a_thousand_surnames_cost_no_more_than_their_length() {
    let words = "Jane Dorval and John Dorval met Dorval again. ".repeat(4000);
    let (_, found) = read(&words);
    assert_eq!(found.entities.len(), 2);
}

fn words() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "President",
        "Jane",
        "Dorval",
        "Ministry",
        "of",
        "the",
        "and",
        "Inc.",
        ", ",
        "(",
        ")",
        "BSA",
        "J.",
        "Mr.",
        "al-",
        "’s",
        "Bank",
        "for",
        "É",
        "United Nations",
        "- ",
        "\n",
        "Security Council",
        "who",
        ".",
        "-based",
    ]);
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.join(" "))
}

proptest! {
    #[test]
    fn names_lie_in_the_text_rise_and_lead_to_their_entity(words in prop_oneof![words(), "\\PC{0,80}"]) {
        let (text, found) = read(&words);
        for name in &found.mentions {
            let entity = found.entities.get(name.entity as usize);
            prop_assert_eq!(entity.map(|e| e.kind), Some(name.kind));
            prop_assert!(!text.words(name.span).is_empty());
            prop_assert!(entity.is_some_and(|e| !text.words(e.name).is_empty()));
            prop_assert!(name.office.is_none_or(|office| !text.words(office).is_empty()));
        }
        prop_assert!(found.mentions.windows(2).all(|n| n[0].span.end <= n[1].span.start));
    }
}
