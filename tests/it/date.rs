//! Dates: each row of `tests/fixtures/date/*.tsv` is a sentence, its day of publication, and what must be found in it.
//! A row without findings is filled in by `UPDATE_DATES=1 cargo test date`, to be read before it is kept.

use bluf::edtf;
use bluf::extract::{DateMention, DateValue, TimexKind, Trace, date};
use bluf::text::{Block, BlockKind, Span, Text};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::fmt::Write;

/// A text of paragraphs, one a line, as reading makes it.
fn text(words: &str) -> Text {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in words.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end_matches('\n').len());
        blocks.push(Block { kind: BlockKind::Paragraph, span });
        at += line.len();
    }
    Text { clean: words.into(), blocks, ..Text::default() }
}

fn shown(text: &Text, mention: &DateMention) -> String {
    let kind = match mention.kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    };
    let edtf = mention.date.as_ref().map_or("-", |d| &*d.edtf);
    format!("{} | {kind} | {} | {edtf}", text.words(mention.span), mention.value)
}

fn found(words: &str, published: &str) -> String {
    let text = text(&words.replace("\\n", "\n"));
    let day = NaiveDate::parse_from_str(published, "%Y-%m-%d").ok();
    let mentions = date::find(&text, day.map(DateValue::day).as_ref(), &mut Trace::off());
    let all: Vec<_> = mentions.iter().map(|m| shown(&text, m)).collect();
    if all.is_empty() { "none".to_owned() } else { all.join(" ; ") }
}

#[test]
fn each_sentence_gives_its_dates() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/date/sentences.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let update = std::env::var_os("UPDATE_DATES").is_some();
    let (mut wrong, mut filled) = (String::new(), String::new());
    for (number, line) in table.lines().enumerate() {
        let columns: Vec<_> = line.split('\t').collect();
        if line.starts_with('#') || columns.len() < 2 {
            writeln!(filled, "{line}").unwrap();
            continue;
        }
        let found = found(columns[1], columns[0]);
        let expected = columns.get(2).copied().unwrap_or_default();
        let kept = if expected.is_empty() && update { &found } else { expected };
        writeln!(filled, "{}\t{}\t{kept}", columns[0], columns[1]).unwrap();
        if found != kept {
            let at = number + 1;
            writeln!(wrong, "{at}: {}\n  want {kept}\n  find {found}", columns[1]).unwrap();
        }
    }
    if update {
        std::fs::write(path, filled).unwrap();
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_rule_of_the_grammar_has_a_sentence() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/date/sentences.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let mut used = std::collections::BTreeSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let day = columns.next().and_then(|d| NaiveDate::parse_from_str(d, "%Y-%m-%d").ok());
        let words = columns.next().unwrap_or_default();
        used.extend(
            date::find(&text(words), day.map(DateValue::day).as_ref(), &mut Trace::off())
                .iter()
                .map(|m| m.rule),
        );
    }
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/extract/date");
    let mut unused = Vec::new();
    for file in std::fs::read_dir(source).unwrap() {
        let code = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let names = code.split('"').filter(|name| is_rule(name) && !used.contains(name));
        unused.extend(names.map(str::to_owned));
    }
    assert!(unused.is_empty(), "no sentence uses {unused:?}");
}

fn is_rule(word: &str) -> bool {
    let rooms = ["date.", "time.", "duration.", "set."];
    rooms.iter().any(|room| word.strip_prefix(room).is_some_and(|rest| !rest.is_empty()))
        && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'.' || b == b'-')
}

#[test]
fn long_rows_of_one_thing_are_read_once() {
    for part in
        ["000,", "2012, ", "5-", "the ", "early ", "two hundred ", "a year ", "and 5 ", "(", "1/"]
    {
        let text = text(&part.repeat(40_000));
        let mentions = date::find(&text, None, &mut Trace::off());
        assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{part}");
    }
}

/// Words that dates are made of, with some that look like them.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "last",
        "next",
        "May",
        "march",
        "Sept.",
        "5",
        "25",
        "31",
        "1990s",
        "2013",
        "’80s",
        "two",
        "twenty",
        "-",
        "–",
        "/",
        "years",
        "week",
        "ago",
        "later",
        "Friday",
        "of",
        "and",
        "to",
        ",",
        ".",
        "3:30",
        "p.m.",
        "early",
        "mid",
        "end",
        "century",
        "20th",
        "quarter",
        "BC",
        "a",
        "every",
        "2005²⁸",
        "é",
        "since",
        "until",
        "morning",
        "Easter",
        "99999999999",
        "year",
        "'",
        "s",
        "2",
        "1/2",
    ]);
    let space = prop::sample::select(vec![" ", "", "\n"]);
    prop::collection::vec((word, space), 0..24)
        .prop_map(|parts| parts.iter().flat_map(|(word, space)| [*word, *space]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn mentions_lie_in_the_text_and_rise(words in prop_oneof![words(), "\\PC{0,80}"], dated: bool) {
        let text = text(&words);
        let day = dated.then(|| NaiveDate::from_ymd_opt(1998, 2, 27).unwrap());
        let mut last = 0;
        for mention in date::find(&text, day.map(DateValue::day).as_ref(), &mut Trace::off()) {
            prop_assert!(mention.span.start >= last, "overlap in {words:?}");
            prop_assert!(!text.words(mention.span).is_empty(), "{words:?}");
            last = mention.span.end;
            let Some(value) = mention.date else { continue };
            prop_assert!(edtf::bounds(&value.edtf).is_some(), "{} in {words:?}", value.edtf);
            if let (Some(first), Some(last)) = (value.earliest, value.latest) {
                prop_assert!(first <= last, "{} in {words:?}", value.edtf);
                prop_assert_eq!(edtf::bounds(&value.edtf), Some((Some(first), Some(last))));
            }
        }
    }

    #[test]
    fn reading_edtf_never_panics(value in "[0-9XY/.?~%-]{0,14}") {
        if let Some((Some(first), Some(last))) = edtf::bounds(&value) {
            prop_assert!(first <= last);
        }
    }
}
