//! Key scripts and the states they lead to.

use crate::support::{script, started};
use bluf::app::{Effect, Pane};

#[test]
fn enter_puts_the_reader_on_the_sentence_of_the_event() {
    let mut app = started(120, 40);
    let effects = script(&mut app, "G <enter>");
    assert!(effects.is_empty());
    assert_eq!(app.focus, Pane::Reader);
    let document = app.document().unwrap();
    let lit = document.text.words(app.reader.lit(document).unwrap());
    assert_eq!(lit, "It was agreed to meet again in 2026.");
    assert_eq!(script(&mut app, "q"), [Effect::Quit]);
}
