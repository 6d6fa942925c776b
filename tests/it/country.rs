//! Countries in running text, told as data: `tests/fixtures/country`.

use bluf::extract::country::{self, Country};
use bluf::extract::{CountryMention, Trace, Via};
use bluf::text::{self, Text};
use pretty_assertions::assert_eq;
use proptest::prelude::*;

fn read(words: &str) -> Text {
    text::read(words.as_bytes())
}

fn way(via: Via) -> String {
    format!("{via:?}").to_lowercase()
}

/// The mentions as the fixture writes them; those of one group in one go.
fn told(text: &Text, mentions: &[CountryMention]) -> String {
    let same = |a: &CountryMention, b: &CountryMention| a.span == b.span && a.via == b.via;
    let rows: Vec<String> = mentions
        .chunk_by(same)
        .map(|run| {
            let codes: Vec<String> = run.iter().map(|m| m.country.code().to_owned()).collect();
            format!("{}={}/{}", text.words(run[0].span), codes.join(","), way(run[0].via))
        })
        .collect();
    if rows.is_empty() { "-".to_owned() } else { rows.join("; ") }
}

#[test]
fn each_sentence_of_the_fixture_tells_its_countries() {
    let rows = include_str!("../fixtures/country/mentions.tsv");
    let mut wrong = Vec::new();
    for line in rows.lines().filter(|line| !line.starts_with('#')) {
        let (words, expected) = line.split_once('\t').unwrap();
        let text = read(words);
        let found = told(&text, &country::find(&text, &mut Trace::off()));
        if found != expected {
            wrong.push(format!("{words}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_refused_goes_to_the_trace_with_its_guard() {
    let rows = include_str!("../fixtures/country/refused.tsv");
    let mut wrong = Vec::new();
    for line in rows.lines().filter(|line| !line.starts_with('#')) {
        let (words, expected) = line.split_once('\t').unwrap();
        let text = read(words);
        let mut trace = Trace::on();
        country::find(&text, &mut trace);
        let losses = trace.losses();
        let told: Vec<String> =
            losses.iter().map(|l| format!("{}={}>{}", text.words(l.span), l.rule, l.to)).collect();
        if told.join("; ") != expected {
            wrong.push(format!("{words}\t{}", told.join("; ")));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Codes found in the sentence of a seed that holds some words.
fn around(seed: &str, words: &str) -> Vec<String> {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let bytes = std::fs::read(dir.join(seed)).unwrap();
    let text = text::read(&bytes);
    let at = u32::try_from(text.clean.find(words).unwrap()).unwrap();
    let sentence = text.sentences[text.sentence_at(at).unwrap()];
    let inside = |m: &CountryMention| sentence.covers(m.span);
    let mut codes: Vec<String> = country::find(&text, &mut Trace::off())
        .iter()
        .filter(|m| inside(m))
        .map(|m| m.country.code().to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn the_border_agreement_of_march_2025_concerns_kyrgyzstan_and_tajikistan() {
    assert_eq!(around("003_77142f0cce69fa5b.txt", "March 2025"), ["KG", "TJ"]);
}

#[test]
fn every_rule_is_named_after_its_room() {
    let text = read("Kazakhs of Almaty, Paris, Texas, and the EU member states of 2010.");
    assert!(country::find(&text, &mut Trace::off()).iter().all(|m| m.rule.starts_with("country.")));
}

#[test]
fn a_country_goes_there_and_back_through_its_code() {
    for country in Country::all() {
        assert_eq!(Country::parse(country.code()), Some(*country));
        assert!(country::lookup(country.name()).contains(country));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_spans_inside_it_in_order(words in "(Paris|Georgia|, |Ohio|U\\.S\\.|é|’s|\\n| |-|Sino-|Central Asian|states|Michael|Jordan|\\PC){0,40}") {
        let text = read(&words);
        let mentions = country::find(&text, &mut Trace::off());
        for mention in &mentions {
            prop_assert!(!text.words(mention.span).is_empty());
        }
        prop_assert!(mentions.windows(2).all(|m| m[0].span.start <= m[1].span.start));
    }
}
