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
fn a_question_is_answered_with_its_source() {
    let mut terminal = Terminal::open(BLUF, &[], 24, 80);
    terminal.wait("the seeds are drawn", |s| s.contents().contains("in 4 documents"));
    // Enter comes before any answer can: the card is of what was typed in the end.
    terminal.press(" how many recruits were stopped in 2016\r");
    terminal.wait("the card", |s| {
        let shown = s.contents();
        shown.contains("Figure") && shown.contains("91 recruits") && shown.contains("line 46")
    });
    terminal.press("y");
    terminal.wait("it is copied", |s| s.contents().contains("clipboard"));
    terminal.press("\r");
    terminal.wait("the text", |s| s.contents().contains("2 Reader Introduction"));
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0);
}

#[test]
fn a_rehearsal_prints_what_came_of_it() {
    let mut terminal = Terminal::open_with(&[BLUF, "rehearse", "-n", "2"], &[], (24, 80));
    terminal.wait("the first question", |s| s.contents().contains("1/2 "));
    terminal.press("\u{7}");
    terminal.wait("the second question", |s| s.contents().contains("2/2 "));
    terminal.press("\u{7}q");
    terminal.wait("the scores", |s| s.contents().contains("0 of 2 found"));
    assert_eq!(terminal.exit_code(), 0);
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

/// Only debug builds can be made to fail on purpose.
#[cfg(debug_assertions)]
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

#[test]
fn killed_while_it_reads_it_leaves_a_cache_that_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let cache = tempfile::tempdir().unwrap();
    let paragraph =
        "<p>On 3 May 2019, Kenya and Uganda signed a treaty on water in Nairobi, after talks.</p>";
    for number in 0..400 {
        let page = format!(
            "<html><title>Talks</title><article><h1>Talk {number}</h1>{}</article></html>",
            paragraph.repeat(60)
        );
        std::fs::write(folder.path().join(format!("{number:03}.html")), page).unwrap();
    }
    let path = folder.path().display().to_string();
    let kept = cache.path().display().to_string();
    let terminal = Terminal::open_with(&[BLUF, &path], &[("XDG_CACHE_HOME", &kept)], (24, 80));
    terminal.wait("a first document", |s| {
        s.contents().contains("3 Events") && !s.contents().contains("3 Events 0")
    });
    let process = terminal.process().to_string();
    assert!(Command::new("kill").args(["-s", "KILL", &process]).status().unwrap().success());
    drop(terminal);
    let read = |cached: bool| {
        let mut run = Command::new(BLUF);
        run.args(["mentions", &path, "--format", "jsonl"]).env("XDG_CACHE_HOME", &kept);
        if !cached {
            run.arg("--no-cache");
        }
        let run = run.output().unwrap();
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        run.stdout
    };
    let anew = read(false);
    assert!(read(true) == anew, "what was kept is what is taken anew");
    assert!(read(true) == anew, "and so it is once all of it is kept");
}

#[test]
fn a_folder_that_changes_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "On 3 May 2019, Kenya signed a treaty.").unwrap();
    let path = folder.path().display().to_string();
    let mut terminal = Terminal::open_with(&[BLUF, &path], &[], (24, 80));
    terminal.wait("one document", |s| s.contents().contains("in 1 document, none hidden"));
    for round in 0..40 {
        // The watcher starts after the first corpus is on screen: the change is repeated until it is seen.
        let text =
            format!("On 4 May 2019, Uganda signed a treaty. {}", "It rained. ".repeat(round));
        std::fs::write(folder.path().join("b.txt"), text).unwrap();
        if terminal.shows(std::time::Duration::from_millis(700), |s| {
            s.contents().contains("in 2 documents")
        }) {
            break;
        }
    }
    terminal.wait("two documents", |s| s.contents().contains("in 2 documents, none hidden"));
    terminal.press("q");
    assert_eq!(terminal.exit_code(), 0);
}
