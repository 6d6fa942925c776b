//! The loop on a terminal that is only a buffer: messages in, the last state out.

use crate::support::{keys, started};
use anyhow::Result;
use bluf::app::{App, Message, Pane};
use bluf::ui::{Perform, Styles, run_loop};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::sync::mpsc;

/// Hands that count how often they are asked.
#[derive(Default)]
struct Hands {
    suspended: usize,
}

impl Perform for Hands {
    fn suspend(&mut self) -> Result<()> {
        self.suspended += 1;
        Ok(())
    }
}

fn run(messages: Vec<Message>) -> (App, Hands, Terminal<TestBackend>) {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let (outbox, inbox) = mpsc::channel();
    for message in messages {
        outbox.send(message).unwrap();
    }
    drop(outbox);
    let mut hands = Hands::default();
    let app = started(80, 24);
    let app = run_loop(&mut terminal, app, &Styles::new(true), &inbox, &mut hands).unwrap();
    (app, hands, terminal)
}

fn press(script: &str) -> Vec<Message> {
    keys(script).into_iter().map(Message::Key).collect()
}

#[test]
fn quitting_ends_the_loop_before_what_comes_after() {
    let (app, ..) = run(press("2 q 1"));
    assert_eq!(app.focus, Pane::Reader);
}

#[test]
fn the_loop_ends_when_nobody_can_send_any_more() {
    let (app, ..) = run(press("1"));
    assert_eq!(app.focus, Pane::Documents);
}

#[test]
fn suspending_is_left_to_the_hands_and_everything_is_drawn_anew() {
    let (_, hands, terminal) = run(press("<ctrl-z> <ctrl-l> <ctrl-z> 1"));
    assert_eq!(hands.suspended, 2);
    let first: String = (0..13).map(|x| terminal.backend().buffer()[(x, 0)].symbol()).collect();
    assert_eq!(first, "━ 1 Documents");
}

#[test]
fn a_screen_that_shrinks_between_message_and_frame_does_no_harm() {
    let large = Size { width: 200, height: 60 };
    let mut messages = vec![Message::Resize(large)];
    messages.extend(press("G <enter> R c ?"));
    run(messages);
}
