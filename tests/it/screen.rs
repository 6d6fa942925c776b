//! What the screen shows, as text and looks, for the states that matter at the sizes that matter.

use crate::support::{picture, started, text};
use insta::assert_snapshot;

#[test]
fn eighty_columns_show_events_over_the_text() {
    assert_snapshot!(picture(&started(80, 24)));
}

#[test]
fn a_wide_screen_shows_three_panes() {
    assert_snapshot!(text(&started(120, 40)));
}
