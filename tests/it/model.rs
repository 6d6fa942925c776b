//! The model's promises: rows small enough for millions, reports of one happening held together and never merged.

use crate::support::loaded;
use bluf::model::{Event, Indicator, Likeness};

#[test]
fn rows_are_as_small_as_the_architecture_says() {
    let page = std::fs::read_to_string("ARCHITECTURE.md").unwrap();
    let event = format!("An `Event` is {} bytes", size_of::<Event>());
    let indicator = format!("an `Indicator` is {}", size_of::<Indicator>());
    assert!(page.contains(&event), "ARCHITECTURE.md does not say: {event}");
    assert!(page.contains(&indicator), "ARCHITECTURE.md does not say: {indicator}");
}

/// How like two events are, and what differs; nothing where they are no candidates.
type Said = Option<(Likeness, &'static [&'static str])>;

/// Two texts, and what is said of the pair of events in them.
const PAIRS: &[(&str, &str, Said)] = &[
    (
        "In March 2025, Kenya and Uganda signed a border agreement.",
        "Kenya and Uganda signed the border agreement on 14 March 2025.",
        Some((Likeness::Same, &["date"])),
    ),
    (
        "In March 2025, Kenya and Uganda signed a border agreement.",
        "Kenya, Uganda and Tanzania signed a border agreement in March 2025.",
        Some((Likeness::Possibly, &["countries"])),
    ),
    (
        "In March 2025, Kenya and Uganda signed a border agreement.",
        "In April 2025, Kenya and Uganda signed a border agreement.",
        None,
    ),
    (
        "In March 2025, Kenya and Uganda signed a border agreement.",
        "In March 2025, Peru and Chile signed a border agreement.",
        None,
    ),
    (
        "On 3 May 2019 a bomb killed 12 people in Nairobi.",
        "A bomb killed 14 people in Nairobi on 3 May 2019.",
        Some((Likeness::Possibly, &["values"])),
    ),
];

#[test]
fn reports_of_one_happening_are_candidates_with_what_differs() {
    for (one, two, expected) in PAIRS {
        let corpus = loaded(&[("one.txt", one), ("two.txt", two)]);
        let found = &corpus.candidates;
        let said = found.first().map(|c| (c.likeness, c.differs.names().collect::<Vec<_>>()));
        let expected = expected.map(|(likeness, differs)| (likeness, differs.to_vec()));
        assert_eq!(said, expected, "{one} | {two}");
        assert_eq!(corpus.events.len(), 2, "never merged: {one} | {two}");
        let back =
            found.iter().all(|c| found.iter().any(|d| (d.event, d.other) == (c.other, c.event)));
        assert!(back, "each leads to the other");
    }
}
