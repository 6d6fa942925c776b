//! The loop on a terminal that is only a buffer: messages in, the last state out.

use crate::support::{keys, started};
use anyhow::Result as Done;
use bluf::app::{App, Message, Pane};
use bluf::model::{Corpus, Left};
use bluf::query::{Index, Lens};
use bluf::signposts::{Kept, Task};
use bluf::source;
use bluf::ui::{Perform, Styles, run_loop};
use bluf::work::{self, Asked, Order, Report, Study};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::sync::{Arc, mpsc};

/// Hands that count how often they are asked.
#[derive(Default)]
struct Hands {
    suspended: usize,
    asked: Vec<String>,
    copied: Vec<String>,
}

impl Perform for Hands {
    fn suspend(&mut self) -> Done<()> {
        self.suspended += 1;
        Ok(())
    }

    fn fetch(&mut self, left: &Left) -> Result<Arc<[u8]>, String> {
        source::again(&left.path, left.sha256).map_err(|refusal| refusal.to_string())
    }

    fn ask(&mut self, asked: Asked) {
        self.asked.push(asked.ask.question);
    }

    fn keep(&mut self, _: &Task) -> Result<Kept, String> {
        Ok(Kept::default())
    }

    fn study(&mut self, study: Study, _: Arc<Corpus>, _: Arc<Index>) {
        self.asked.push(study.term);
    }

    fn copy(&mut self, text: &str) -> Done<()> {
        self.copied.push(text.to_owned());
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
    messages.extend(press("G l R c ?"));
    run(messages);
}

#[test]
fn bytes_that_were_left_in_their_file_are_read_again_when_they_are_to_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "On 3 May 2019, Kenya signed\na treaty with Uganda.\n").unwrap();
    let whole = || {
        let (outbox, inbox) = mpsc::channel();
        let paths = vec![path.clone()];
        let find = move |most| source::open_first(&paths, most);
        let order = Order { find, eager: false, cache: None, watched: Vec::new() };
        work::follow(order, |report| outbox.send(report).is_ok());
        let corpus = inbox.into_iter().find_map(|report| match report {
            Report::Whole(corpus, index) => Some(Message::Loaded(corpus, index)),
            Report::Progress(_) | Report::SoFar(..) => None,
        });
        corpus.unwrap()
    };
    let seen = |keys: &str, last: &str| {
        let mut messages = vec![whole()];
        messages.extend(press(keys));
        if !last.is_empty() {
            std::fs::write(&path, last).unwrap();
        }
        let (outbox, inbox) = mpsc::channel();
        for message in messages {
            outbox.send(message).unwrap();
        }
        drop(outbox);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let app = App::new(Size { width: 80, height: 24 }, Lens::default());
        let app = run_loop(&mut terminal, app, &Styles::new(true), &inbox, &mut Hands::default())
            .unwrap();
        (app, terminal.backend().to_string())
    };
    let (app, screen) = seen("R", "");
    assert!(app.document().unwrap().bytes.held().is_none(), "nothing is kept");
    assert!(screen.contains("2 a treaty with Uganda."), "{screen}");
    let (app, screen) = seen("R", "Something else.");
    assert!(!app.reader.raw && screen.contains("has changed"), "{screen}");
    std::fs::write(&path, "On 3 May 2019, Kenya signed.\n").unwrap();
    let (app, screen) = seen("R R", "Changed once more.");
    assert!(!app.reader.raw && screen.contains("has changed"), "asked again: {screen}");
}
