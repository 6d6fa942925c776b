//! Quantities and indicators against tables of sentences in `tests/fixtures/figure`.

use bluf::extract::{Trace, extract, indicator, quantity};
use bluf::text::runs::Runs;
use bluf::text::{Text, read};
use std::fmt::Write;

fn text(words: &str) -> Text {
    read(words.as_bytes())
}

/// One line for each quantity: `value | upper | qualifier | unit | counted | span`.
fn quantities(sentence: &str) -> String {
    let text = text(sentence);
    let mut out = String::new();
    for q in quantity::find(&text, &Runs::of(&text), &[], &mut Trace::off()) {
        let upper = q.upper.map_or("-".into(), |u| u.to_string());
        let counted = q.counted.map_or("-", |s| text.words(s));
        let unit = q.unit.as_deref().unwrap_or("-");
        let span = text.words(q.span);
        let _ = writeln!(
            out,
            "  {} | {upper} | {} | {unit} | {counted} | {span}",
            q.value, q.qualifier
        );
    }
    out
}

/// Each `> sentence` of a fixture with the lines that follow it.
fn stories(fixture: &str) -> Vec<(String, String)> {
    let mut stories: Vec<(String, String)> = Vec::new();
    for line in fixture.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        if let Some(sentence) = line.strip_prefix("> ") {
            stories.push((sentence.into(), String::new()));
        } else if let Some((_, rows)) = stories.last_mut() {
            rows.push_str(line);
            rows.push('\n');
        }
    }
    stories
}

/// One line for each indicator: `value | qualifier | unit | name | country | words of the period | clause`.
fn indicators(words: &str, clause: bool) -> String {
    let text = text(words);
    let found = extract(&text, None, &mut Trace::off());
    let mut out = String::new();
    for row in &found.indicators {
        let quantity = &found.quantities[row.quantity];
        let name: Vec<&str> = row.name.iter().map(|&s| text.words(s)).collect();
        let country = row.country.map_or("-".to_owned(), |(c, _)| c.code().to_owned());
        let period = row.period.map_or("-", |i| text.words(found.dates[i].span));
        let unit = quantity.unit.as_deref().unwrap_or("-");
        let clause = if clause { format!(" | {}", text.words(row.clause)) } else { String::new() };
        let _ = writeln!(
            out,
            "  {} | {} | {unit} | {} | {country} | {period}{clause}",
            row.value,
            quantity.qualifier,
            name.join(" … "),
        );
    }
    out
}

/// Compares each story of a fixture with what is found in its sentence.
fn compare(fixture: &str, find: impl Fn(&str) -> String) {
    let mut wrong = String::new();
    for (sentence, expected) in stories(fixture) {
        let found = find(&sentence);
        if found != expected {
            let _ = write!(wrong, "> {sentence}\nexpected\n{expected}found\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn indicators_are_as_the_table_says() {
    compare(include_str!("../fixtures/figure/indicators.txt"), |s| indicators(s, true));
}

#[test]
fn the_seeds_give_their_indicators() {
    compare(include_str!("../fixtures/figure/seeds.txt"), |name| {
        let seed = bluf::source::seeds::SEEDS.iter().find(|s| s.0 == name);
        let bytes = seed.map_or(&b""[..], |s| s.1);
        indicators(&String::from_utf8_lossy(bytes), false)
    });
}

#[test]
fn quantities_are_as_the_table_says() {
    compare(include_str!("../fixtures/figure/quantities.txt"), quantities);
}

/// Twenty thousand bytes of anything take no more than a moment, in a debug build too: the time would be hours
/// if each number read its whole block.
#[test]
fn no_text_takes_time_that_grows_faster_than_it() {
    for unit in [
        "7",
        "A",
        "5-",
        "(5",
        "-",
        "five ",
        "5 ",
        "1,234,",
        "tens of ",
        "from 5 to ",
        "a-5-",
        "5\u{a0}",
        "million ",
        "12,34,",
        "1,1,1,1 ",
        "one ",
        "$5 or ",
        "5 people per ",
        "5 big “a ",
        "5 miles ",
        "a million and a half ",
    ] {
        let text = text(&unit.repeat(20_000 / unit.len()));
        let quantities = quantity::find(&text, &Runs::of(&text), &[], &mut Trace::off());
        let rows = indicator::find(&text, &[], &[], &quantities, &mut Trace::off());
        assert!(rows.len() <= 2 * quantities.len() && quantities.len() <= 20_000, "{unit}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_is_read_without_a_panic_and_spans_stay_inside(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "5", "1,234", ".5", "1/16", "US$", "$", "-", "–", " ", " ", " ", "million", "two", "half", "a", "of", "to",
                "from", "between", "and", "tens", "%", "per", "cent", "km2", "é", "½", "\u{a0}", "²", "’s", "(", ")", "x", "one",
                "Resolution", "people", "\n", "2013", ":", ".", ",", "bn", "m", "𝟙", "٣",
            ]),
            0..40,
        )
    ) {
        let text = text(&words.concat());
        let mut last = 0;
        for q in quantity::find(&text, &Runs::of(&text), &[], &mut Trace::off()) {
            for span in [q.span, q.number].into_iter().chain(q.counted) {
                proptest::prop_assert!(span.end as usize <= text.clean.len());
                proptest::prop_assert!(text.clean.get(span.range()).is_some());
                proptest::prop_assert!(!span.is_empty());
            }
            proptest::prop_assert!(q.span.covers(q.number));
            proptest::prop_assert!(q.number.start >= last);
            last = q.number.start;
        }
        for row in extract(&text, None, &mut Trace::off()).indicators {
            for span in row.name.iter().chain([&row.clause, &row.number]) {
                proptest::prop_assert!(text.clean.get(span.range()).is_some());
            }
        }
    }
}
