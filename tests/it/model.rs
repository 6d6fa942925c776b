//! The model's promises: rows small enough for millions.

use bluf::model::{Event, Indicator};

#[test]
fn rows_are_as_small_as_the_architecture_says() {
    let page = std::fs::read_to_string("ARCHITECTURE.md").unwrap();
    let event = format!("An `Event` is {} bytes", size_of::<Event>());
    let indicator = format!("an `Indicator` is {}", size_of::<Indicator>());
    assert!(page.contains(&event), "ARCHITECTURE.md does not say: {event}");
    assert!(page.contains(&indicator), "ARCHITECTURE.md does not say: {indicator}");
}
