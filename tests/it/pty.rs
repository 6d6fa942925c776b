//! The real binary in a real terminal: it starts, draws, resizes, quits, and gives the terminal back.

mod terminal;

use std::process::{Command, Stdio};
use terminal::Terminal;

const BLUF: &str = env!("CARGO_BIN_EXE_bluf");

#[test]
fn it_starts_draws_resizes_and_quits() {
    let mut terminal = Terminal::open(BLUF, &[], 24, 80);
    terminal.wait("the seeds are drawn", |s| {
        s.alternate_screen() && s.contents().contains("in 4 documents")
    });
    terminal.resize(40, 120);
    terminal.wait("three panes", |s| s.contents().contains("1 Documents 4"));
    terminal.press("/caspian\r");
    terminal.wait("the lens", |s| s.contents().contains("caspian”"));
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0);
    terminal.wait("the terminal is given back", given_back);
}

#[test]
fn escape_never_quits_and_control_c_always_does() {
    let mut terminal = Terminal::open(BLUF, &[], 24, 80);
    terminal.wait("a frame", |s| s.contents().contains("3 Events"));
    terminal.press("\u{1b}");
    terminal.wait("a word on how to quit", |s| s.contents().contains("q quits"));
    terminal.press("/q");
    terminal.wait("q is typed", |s| s.contents().contains("/q"));
    terminal.press("\u{3}");
    assert_eq!(terminal.exit_code(), 130);
    terminal.wait("the terminal is given back", given_back);
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::open(BLUF, &[], 24, 80);
        terminal.wait("a frame", |s| s.alternate_screen() && s.contents().contains("3 Events"));
        let process = terminal.process().to_string();
        assert!(Command::new("kill").args(["-s", signal, &process]).status().unwrap().success());
        assert_eq!(terminal.exit_code(), 130);
        terminal.wait("the terminal is given back", given_back);
    }
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut terminal = Terminal::open(BLUF, &[("BLUF_FAULT", "1")], 24, 80);
    terminal.wait("a frame", |s| s.alternate_screen() && s.contents().contains("3 Events"));
    terminal.press("\u{1a}");
    assert_eq!(terminal.exit_code(), 101);
    terminal.wait("the terminal is given back", given_back);
    terminal.wait("the panic is told", |s| s.contents().contains("failing on purpose"));
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    let mut terminal = Terminal::open(BLUF, &[("NO_COLOR", "1")], 24, 80);
    terminal.wait("the seeds are drawn", |s| s.contents().contains("in 4 documents"));
    terminal.wait("no cell is coloured", |s| {
        let cells = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        cells.filter_map(|(row, column)| s.cell(row, column)).all(|cell| {
            cell.fgcolor() == vt100::Color::Default && cell.bgcolor() == vt100::Color::Default
        })
    });
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn without_a_terminal_it_says_what_to_do() {
    let run = Command::new(BLUF).stdin(Stdio::null()).output().unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(run.stdout.is_empty());
    let message = String::from_utf8(run.stderr).unwrap();
    assert!(message.contains("needs a terminal") && message.contains("bluf events"), "{message}");
}

fn given_back(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}
