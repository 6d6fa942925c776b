//! Texts and the warning signs they must give, and those they must not.

use bluf::extract::{Findings, SignpostFinding, Trace, extract, rules, signpost, signposts};
use bluf::text::{Span, Text, read};
use pretty_assertions::assert_eq;

/// A text, what was found in it, and its warning signs.
fn found(text: &str) -> (Text, Findings, Vec<SignpostFinding>) {
    let text = read(text.as_bytes());
    let findings = extract(&text, None, &mut Trace::off());
    let signs =
        signposts(&text, &findings.countries, &findings.front, &findings.tables, &mut Trace::off());
    (text, findings, signs)
}

fn line(text: &Text, sign: &SignpostFinding) -> String {
    let mut parts = vec![sign.rule.trim_start_matches("signpost.").to_owned()];
    parts.push(text.words(sign.span).to_owned());
    if let Some(points_to) = sign.points_to {
        parts.push(format!("=> {}", text.words(points_to)));
    }
    parts.extend(sign.kind.map(|kind| format!("({})", kind.name())));
    if let Some(told) = sign.told {
        let codes: Vec<&str> = sign.countries.iter().map(|(country, _)| country.code()).collect();
        parts.push(format!("[{} by {}]", codes.join(" "), told.name()));
    }
    parts.join(" | ")
}

/// Stories of a fixture: a text, then two spaces before each warning sign it must give. `\n` in a text is a line end.
fn check(table: &str) {
    let mut expected = String::new();
    let mut got = String::new();
    for story in table.split("\n\n").filter(|s| !s.starts_with('#') && !s.trim().is_empty()) {
        let said: Vec<&str> = story.lines().filter(|line| !line.starts_with("  ")).collect();
        expected.push_str(story.trim_end());
        expected.push_str("\n\n");
        let (text, _, signs) = found(&said.join("\n").replace("\\n", "\n"));
        got.push_str(&said.join("\n"));
        for sign in &signs {
            got.push_str("\n  ");
            got.push_str(&line(&text, sign));
        }
        got.push_str("\n\n");
    }
    assert_eq!(expected, got);
}

#[test]
fn sentences_give_the_signs_of_the_table() {
    check(include_str!("../fixtures/signpost/sentences.txt"));
}

#[test]
fn lists_give_the_signs_of_the_table() {
    check(include_str!("../fixtures/signpost/lists.txt"));
}

#[test]
fn what_only_looks_like_a_sign_is_none() {
    check(include_str!("../fixtures/signpost/refused.txt"));
}

#[test]
fn cells_of_factors_are_signs_and_point_to_what_the_caption_says() {
    let clean = "Table 1: Drivers of Unrest in Chad\nDrought in the south\n12\nPropaganda from abroad\n\
                 Inner Drivers\nEconomic Indicators";
    let text = read(clean.as_bytes());
    let findings = extract(&text, None, &mut Trace::off());
    let span = |words: &str| {
        let start = text.clean.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let cells = [span("Drought in the south"), span("12"), span("Propaganda from abroad")];
    let caption = Some(span("Table 1: Drivers of Unrest in Chad"));
    let column = |head| signpost::Column { caption, head: span(head), cells: &cells };
    let find = |head| {
        let countries = (&*findings.countries, None);
        signpost::find(&text, countries, &[column(head)], &mut Trace::off())
    };
    let lines: Vec<String> = find("Inner Drivers").iter().map(|sign| line(&text, sign)).collect();
    assert_eq!(
        lines,
        [
            "factors | Drought in the south | => Unrest in Chad | [TD by section]",
            "factors | Propaganda from abroad | => Unrest in Chad | (informational) | [TD by section]",
        ]
    );
    assert_eq!(find("Economic Indicators"), []);
}

#[test]
fn a_sign_leads_back_to_its_bytes_and_its_rule_is_told() {
    for (name, bytes) in bluf::source::seeds::SEEDS {
        let text = read(bytes);
        let findings = extract(&text, None, &mut Trace::off());
        let mut trace = Trace::on();
        let signs =
            signposts(&text, &findings.countries, &findings.front, &findings.tables, &mut trace);
        for sign in &signs {
            assert!(rules::described(sign.rule).is_some(), "{name}: {}", sign.rule);
            assert!(sign.sentence.covers(sign.span), "{name}: {sign:?}");
            assert!(!text.map.parts(sign.span).is_empty(), "{name}: {sign:?}");
        }
        for loss in trace.losses() {
            assert!(rules::described(loss.to).is_some(), "{name}: {}", loss.to);
        }
    }
}

#[test]
fn the_embedded_documents_name_ten_signs() {
    let counts = bluf::source::seeds::SEEDS.iter().map(|(name, bytes)| {
        let text = read(bytes);
        let findings = extract(&text, None, &mut Trace::off());
        let (countries, tables) = (&findings.countries, &findings.tables);
        let signs = signposts(&text, countries, &findings.front, tables, &mut Trace::off());
        let under = |head: &str| {
            let is = |sign: &&SignpostFinding| sign.under.is_some_and(|s| text.words(s) == head);
            signs.iter().filter(is).count()
        };
        (name.get(..3).unwrap(), signs.len(), under("External Factors"), under("Internal Factors"))
    });
    let counts: Vec<_> = counts.collect();
    assert_eq!(counts, [("000", 0, 0, 0), ("001", 8, 4, 4), ("002", 2, 0, 0), ("003", 0, 0, 0)]);
}
