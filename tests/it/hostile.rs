//! Text that nobody wrote to be read: megabytes of one thing. Whatever it is, reading it ends, in time that grows with
//! its length alone, and every finding lies inside it. (A step that looked back over all it had seen would take hours.)

use bluf::extract::{Findings, Trace, extract};
use bluf::text::{Span, Text, read};

const MEGABYTE: usize = 1_000_000;

/// Reads `unit` over and over, so many bytes of it in all.
fn filled(unit: &str, bytes: usize) -> (Text, Findings) {
    let file = unit.repeat(bytes / unit.len());
    let text = read(file.as_bytes());
    let findings = extract(&text, None, &mut Trace::off());
    (text, findings)
}

/// All spans of the findings, kind by kind.
fn spans(findings: &Findings) -> [Vec<Span>; 3] {
    [
        findings.dates.iter().map(|d| d.span).collect(),
        findings.countries.iter().map(|c| c.span).collect(),
        findings.quantities.iter().map(|q| q.span).collect(),
    ]
}

fn check(unit: &str, bytes: usize) -> Findings {
    let (text, findings) = filled(unit, bytes);
    for spans in spans(&findings) {
        assert!(spans.is_sorted_by_key(|s| s.start), "{unit:?}: out of order");
        let inside = |s: &Span| s.start < s.end && text.clean.get(s.range()).is_some();
        assert!(spans.iter().all(inside), "{unit:?}: a span outside the text");
    }
    findings
}

#[test]
fn ten_megabytes_of_digits_are_read() {
    let found = check("1234567890", 10 * MEGABYTE);
    assert!(found.dates.is_empty() && found.events.is_empty());
}

#[test]
fn ten_megabytes_of_capitals_are_read() {
    let found = check("A", 10 * MEGABYTE);
    assert!(found.countries.is_empty());
}

#[test]
fn ten_megabytes_of_one_word_are_read() {
    let found = check("word ", 10 * MEGABYTE);
    assert_eq!(spans(&found), [vec![], vec![], vec![]]);
}

#[test]
fn two_megabytes_of_one_people_are_read() {
    let found = check("Russian ", 2 * MEGABYTE);
    assert_eq!(found.countries.len(), 2 * MEGABYTE / "Russian ".len());
}

#[test]
fn ten_megabytes_of_nested_brackets_are_read() {
    let found = check("([{", 10 * MEGABYTE);
    assert_eq!(spans(&found), [vec![], vec![], vec![]]);
}

#[test]
fn a_sentence_without_end_is_read_whatever_it_is_full_of() {
    for unit in [
        "1990 ",
        "5% ",
        "$1 ",
        "1,1,",
        "1-",
        "1/1/",
        "one ",
        "million ",
        "May ",
        "last ",
        "two years ago ",
        "from 1990 to ",
        "Georgia ",
        "Kenya, ",
        "Kenya and ",
        "On 3 May 2019 Kenya and 12 men ",
        "which was ",
        "said that ",
        "“a ”b ",
        "(a [b {c ",
        "a: ",
        "a-",
        "é",
    ] {
        check(unit, MEGABYTE / 5);
    }
}

#[test]
fn lines_without_end_are_read_whatever_they_are() {
    for unit in [
        "\n",
        "ab\n",
        "ab-\n",
        "- a\n",
        "a   b   c\n",
        "\u{c}1\n",
        "word.1\n",
        "\t",
        "\u{1b}[",
        "\u{200b}",
    ] {
        check(unit, MEGABYTE / 5);
    }
}

#[test]
fn a_cable_in_capitals_is_read_as_any_report_and_shown_as_it_stands() {
    let text = read(include_bytes!("../fixtures/text/capitals.txt"));
    let found = extract(&text, None, &mut Trace::off());
    let happened = found.events.iter().map(|event| {
        let title: Vec<&str> = event.title.iter().map(|span| text.words(*span)).collect();
        let day = found.dates.get(event.date).map(|date| date.value.as_str());
        (day.unwrap_or_default().to_owned(), title.join(" "))
    });
    let expected = [
        (
            "1990-01-03",
            "THE THIRD BRIGADE COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED BY TERRORISTS",
        ),
        ("1989-12-30", "THE MASS KIDNAPPING TOOK PLACE IN SAN TELMO"),
        ("1990-01-02", "THREE SUBVERSIVES WERE WOUNDED DURING A CLASH"),
    ];
    assert_eq!(happened.collect::<Vec<_>>(), expected.map(|(d, t)| (d.to_owned(), t.to_owned())));
}
