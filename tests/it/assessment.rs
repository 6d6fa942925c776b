//! Assessments: sentences with what they are by themselves, and a document with what its structure makes of its text.

use bluf::extract::assessment::{AssessmentFinding, Scale};
use bluf::extract::{Trace, extract};
use bluf::text::{Text, read};
use pretty_assertions::assert_eq;
use std::fmt::Write;
use std::path::Path;

fn found(bytes: &[u8]) -> (Text, Vec<AssessmentFinding>) {
    let text = read(bytes);
    let findings = extract(&text, None, &mut Trace::off());
    (text, findings.assessments)
}

fn expressions(text: &Text, finding: &AssessmentFinding) -> String {
    let scale = Scale::named("icd203").unwrap();
    let told = finding.likelihood.iter().map(|expression| {
        let (class, band) = scale.read(expression);
        let band = band.map_or(String::new(), |b| format!(" {}-{}", b.low, b.high));
        format!("{} {}{band}", text.words(expression.span), class.name())
    });
    told.collect::<Vec<_>>().join(", ")
}

#[test]
fn sentences_are_what_their_words_make_them() {
    let table = std::fs::read_to_string("tests/fixtures/assessment/sentences.tsv").unwrap();
    let mut wrong = String::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [sentence, kind, expected] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else {
            panic!("no three columns: {line}")
        };
        // A paragraph before and behind it: one line alone would be a title.
        let around = "The lake lies between the hills, and a road runs along its western shore to the old harbour town.";
        let (text, all) = found(format!("{around}\n\n{sentence}\n\n{around}\n").as_bytes());
        let told = all.first().map_or("-", |f| f.kind.name());
        let words = all.first().map_or(String::new(), |f| expressions(&text, f));
        if told != kind || all.len() > 1 || (kind != "-" && words != expected) {
            let _ = writeln!(wrong, "{sentence}\n  {told} {words}, not {kind} {expected}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn structure_says_what_stands_under_it() {
    let path = Path::new("tests/fixtures/assessment/estimate.txt");
    let (text, all) = found(&std::fs::read(path).unwrap());
    let mut told = String::new();
    for finding in &all {
        let case = finding.case.map_or(String::new(), |case| format!(" ({})", case.name()));
        let horizon = finding.horizon.map_or(String::new(), |h| format!(" [{}]", text.words(h)));
        let codes: Vec<&str> = finding.countries.iter().map(|(c, _)| c.code()).collect();
        let (kind, reach) = (finding.kind.name(), finding.reach.name());
        let words = text.words(finding.span);
        let _ = writeln!(told, "{kind}{case}{horizon} {} {reach}: {words}", codes.join(" "));
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_word_of_likelihood_lies_in_its_assessment() {
    for (name, bytes) in bluf::source::seeds::SEEDS {
        let (text, all) = found(bytes);
        for finding in &all {
            assert!(finding.likelihood.iter().all(|e| finding.span.covers(e.span)), "{name}");
            assert!(!text.words(finding.span).is_empty(), "{name}");
        }
    }
}

/// A document in which each of the objections can be made once, and a clean one.
const OBJECTED: &str = "Outlook for the Lake

The border between Kenya and Uganda runs through the lake, and most of the ferries cross it twice a day.

Forecast

  1. Traffic on the lake will continue to grow.
  2. The northern pier is likely to stay open.
  3. The southern pier will probably close.
  4. We judge with high confidence that a new pier is likely.

Scenarios

  - Best case: both piers stay open.
  - Worst case: both piers close.
";

#[test]
fn a_standard_objects_with_its_reason() {
    let corpus = crate::support::loaded(&[("lake.txt", OBJECTED)]);
    let document = &corpus.documents[0];
    let told: Vec<(&str, &str)> = bluf::query::lints::lints(document)
        .into_iter()
        .map(|(at, lint)| (document.text.words(document.assessments[at].span), lint.name()))
        .collect();
    let expected = [
        ("Traffic on the lake will continue to grow.", "no-likelihood"),
        ("The southern pier will probably close.", "mixed-rows"),
        ("We judge with high confidence that a new pier is likely.", "likelihood-with-confidence"),
        ("Best case: both piers stay open.", "no-most-likely"),
    ];
    assert_eq!(told, expected);
    for (_, lint) in bluf::query::lints::lints(document) {
        assert!(lint.standard().contains("ICD 203") && !lint.reason().is_empty());
    }
}

#[test]
fn the_lens_leaves_what_concerns_its_countries_words_and_dates() {
    use bluf::query::{CountryFilter, DateRange, Lens, Pattern, View};
    let of_may = format!("{OBJECTED}\nPublished on: 2024-05-01\n");
    let other = "Rules for Japan\n\nJapan should open its ports to ferries, for they are many and the ports are few.\n";
    let corpus = crate::support::loaded(&[("lake.txt", &of_may), ("ports.txt", other)]);
    let shown = |lens: &Lens| {
        let view = View::new(&corpus, lens);
        (view.counts.assessments_shown, view.counts.assessments_undated)
    };
    let all = corpus.assessments.len();
    assert_eq!(shown(&Lens::default()), (all, 0));
    let countries = CountryFilter::parse("JP").unwrap();
    assert_eq!(shown(&Lens { countries, ..Lens::default() }), (1, 0));
    let text = Pattern::parse("pier");
    assert_eq!(shown(&Lens { text, ..Lens::default() }), (5, 0));
    let dates = Some(DateRange::parse("2024").unwrap());
    assert_eq!(shown(&Lens { dates, ..Lens::default() }), (all - 1, 1), "a forecast is of its day");
}
