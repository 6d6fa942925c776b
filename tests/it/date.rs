//! Dates: each row of `tests/fixtures/date/*.tsv` is a sentence, its day of publication, and what must be found in it.
//! A row without findings is filled in by `UPDATE_DATES=1 cargo test date`, to be read before it is kept.

use bluf::edtf;
use bluf::extract::{DateMention, DateValue, TimexKind, Trace, date};
use bluf::text::runs::Runs;
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
    let mentions = date::find(
        &text,
        &Runs::of(&text),
        DateValue::parse(published).as_ref(),
        &mut Trace::off(),
    );
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
        let published = columns.next().and_then(DateValue::parse);
        let words = columns.next().unwrap_or_default();
        let words = text(words);
        let mentions = date::find(&words, &Runs::of(&words), published.as_ref(), &mut Trace::off());
        used.extend(mentions.iter().map(|m| m.rule));
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
    !word.contains(".not-")
        && rooms.iter().any(|room| word.strip_prefix(room).is_some_and(|rest| !rest.is_empty()))
        && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'.' || b == b'-')
}

#[test]
fn what_lost_says_to_what() {
    let lost = |words: &str, published: &str| {
        let text = text(words);
        let mut trace = Trace::on();
        date::find(&text, &Runs::of(&text), DateValue::parse(published).as_ref(), &mut trace);
        let losses = trace.losses();
        let shown =
            losses.iter().map(|l| format!("{}: {} to {}", text.words(l.span), l.rule, l.to));
        shown.collect::<Vec<_>>()
    };
    for (words, loss) in [
        ("It may rain.", "may: date.month to date.not-a-modal"),
        ("They march on.", "march: date.month to date.not-a-verb"),
        ("Theresa May spoke.", "May: date.month to date.not-a-name"),
        ("On Bloody Sunday.", "Sunday: date.weekday to date.not-a-name"),
        ("The sun rose.", "sun: date.weekday to date.not-a-word"),
        ("Resolution 1988 stands.", "1988: date.year to date.not-a-number-of-a-thing"),
        ("Some 1500 troops.", "1500: date.year to date.not-a-count"),
        ("Call 555-1990 now.", "1990: date.year to date.not-a-part-of-a-number"),
        ("Up by 2000% now.", "2000: date.year to date.not-an-amount"),
        ("The Vision 2030.", "2030: date.year to date.not-a-title"),
        ("Order 2018-23-51 stands.", "2018: date.year to date.not-a-code"),
        ("A screen of 1920 x 1200 pixels.", "1200: date.year to date.not-a-size"),
        ("The former minister.", "former: date.reference-adjective to date.not-in-the-news"),
        ("On April 25, 2025 they met.", "April 25: date.month to date.month-day-year"),
    ] {
        let all = lost(words, "2025-05-26");
        let (words, rules) = loss.split_once(": ").unwrap();
        let held = all.iter().any(|l| l == loss || l.ends_with(rules) && l.starts_with(words));
        assert!(held || words == "April 25" && !all.is_empty(), "{loss} in {all:?}");
    }
    assert!(lost("Nothing to see here.", "2025").is_empty());
}

#[test]
fn long_rows_of_one_thing_are_read_once() {
    let parts = [
        "0",
        "000,",
        "2012, ",
        "5-",
        "the ",
        "early ",
        "two hundred ",
        "a year ",
        "and 5 ",
        "(",
        "1/",
        "May ",
        "last ",
        "the day after ",
        "ten or ",
        "264 to ",
        "early to late ",
        "'99 ",
        "mid-",
        "A.D. ",
        "the night of 3-4 May 1915, ",
        "on 3 May 1915 and two days later, ",
        "c. ",
        "every other ",
        "no more than ",
        "Tuesday ",
        "thousand ",
        "5 May-",
        "New Year ",
        "said Friday that ",
        "1914-",
        "second ",
    ];
    for part in parts {
        let text = text(&part.repeat(40_000));
        let mentions = date::find(&text, &Runs::of(&text), None, &mut Trace::off());
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
        for mention in date::find(&text, &Runs::of(&text), day.map(DateValue::day).as_ref(), &mut Trace::off()) {
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
