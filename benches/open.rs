//! How soon a folder can be read: from starting the real binary in a terminal to its first screen, to the first document,
//! to the last one; and the most memory it took. Run `cargo bench --bench open`; a folder behind it is opened instead of
//! the ones made here: `cargo bench --bench open -- reports/`.
//!
//! Beside it, in the same run and on the same text: `less` of all files in one, `fzf` and `rg` where they are installed
//! (`apt install fzf ripgrep`).

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench looks at the clock and prints figures"
)]

#[path = "../tests/it/pty/terminal.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "the tests' terminal, which fails by panicking, and does more"
)]
mod terminal;

use bluf::source::seeds;
use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use terminal::Terminal;

/// How often each is started; the median counts.
const TIMES: usize = 7;
/// Rows and columns of the terminal.
const CELLS: (u16, u16) = (40, 120);

fn main() -> Result<(), Box<dyn Error>> {
    let named: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    for folder in &named {
        measure(Path::new(folder))?;
    }
    if named.is_empty() {
        for files in [600, 12_000] {
            let folder = tempfile::tempdir()?;
            fill(folder.path(), files)?;
            measure(folder.path())?;
        }
    }
    Ok(())
}

/// Writes so many files: the seeds in turn, each with a head of its own.
fn fill(folder: &Path, files: usize) -> std::io::Result<()> {
    for (number, (name, bytes)) in (0..files).zip(seeds::SEEDS.iter().cycle()) {
        let shelf = folder.join(format!("{:03}", number / 100));
        std::fs::create_dir_all(&shelf)?;
        let text = [format!("Copy {number}\n\n").as_bytes(), *bytes].concat();
        std::fs::write(shelf.join(format!("{number}-{name}")), text)?;
    }
    Ok(())
}

fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    let path = folder.display().to_string();
    let all = tempfile::NamedTempFile::new()?;
    let mut bytes = 0;
    let mut files = 0;
    let mut joined = std::fs::File::create(all.path())?;
    for entry in ignore::WalkBuilder::new(folder).sort_by_file_path(Ord::cmp).build().flatten() {
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            bytes += std::io::copy(&mut std::fs::File::open(entry.path())?, &mut joined)?;
            files += 1;
        }
    }
    let megabytes = bytes as f64 / 1e6;
    println!("{files} files, {megabytes:.1} MB");
    let bluf = env!("CARGO_BIN_EXE_bluf");
    let open = [bluf, "--no-cache", &path];
    let screen = |s: &vt100::Screen| s.contents().contains("3 Events");
    let document = |s: &vt100::Screen| {
        s.contents().contains(" in 1 doc") || s.contents().contains(" documents, none")
    };
    let whole = |s: &vt100::Screen| {
        let said = s.contents();
        said.contains("none hidden") && !said.contains("reading ") && !said.contains("loading")
    };
    say("bluf, first screen", &times(&open, &screen));
    say("bluf, first document", &times(&open, &document));
    let runs: Vec<(Duration, u64)> = (0..3).map(|_| once(&open, &whole)).collect();
    let took: Vec<Duration> = runs.iter().map(|run| run.0).collect();
    let seconds = median(&took).as_secs_f64();
    let memory = runs.iter().map(|run| run.1).max().unwrap_or_default() as f64 * 1024.0;
    println!(
        "  {:<28}{:8.0} ms, {:.1} MB/s, {:.2} times the text in memory",
        "bluf, last document",
        seconds * 1e3,
        megabytes / seconds,
        memory / bytes as f64
    );
    let one = all.path().display().to_string();
    let any = |s: &vt100::Screen| s.contents().trim().len() > 100;
    say("less, first screen", &times(&["less", &one], &any));
    if there("fzf") {
        let shell = format!("fzf < {one}");
        say("fzf, first screen", &times(&["sh", "-c", &shell], &any));
    }
    batch("bluf documents", Command::new(bluf).args(["documents", "--no-cache", &path]), megabytes);
    if there("rg") {
        batch("rg, counting a word", Command::new("rg").args(["-c", "security", &path]), megabytes);
    }
    Ok(())
}

/// The times from starting a program to a screen, sorted.
fn times(words: &[&str], wanted: &dyn Fn(&vt100::Screen) -> bool) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..TIMES).map(|_| once(words, wanted).0).collect();
    times.sort_unstable();
    times
}

/// Starts a program, waits for a screen; the time that took and the most memory so far, in KiB.
fn once(words: &[&str], wanted: &dyn Fn(&vt100::Screen) -> bool) -> (Duration, u64) {
    let begun = Instant::now();
    let terminal = Terminal::open_with(words, &[], CELLS);
    terminal.wait("the screen", wanted);
    let took = begun.elapsed();
    let status = std::fs::read_to_string(format!("/proc/{}/status", terminal.process()));
    let status = status.unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let most = most.and_then(|kib| kib.trim().trim_end_matches(" kB").parse().ok());
    (took, most.unwrap_or_default())
}

fn batch(what: &str, command: &mut Command, megabytes: f64) {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut took: Vec<Duration> = (0..3)
        .map(|_| {
            let begun = Instant::now();
            drop(command.status());
            begun.elapsed()
        })
        .collect();
    took.sort_unstable();
    let seconds = median(&took).as_secs_f64();
    println!("  {what:<28}{:8.0} ms, {:.1} MB/s", seconds * 1e3, megabytes / seconds);
}

fn say(what: &str, times: &[Duration]) {
    let of = |time: Option<&Duration>| time.copied().unwrap_or_default().as_secs_f64() * 1e3;
    println!(
        "  {what:<28}{:8.1} ms (least {:.1}, most {:.1})",
        of(Some(&median(times))),
        of(times.first()),
        of(times.last())
    );
}

fn median(times: &[Duration]) -> Duration {
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn there(program: &str) -> bool {
    let mut run = Command::new(program);
    run.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    run.status().is_ok_and(|status| status.success())
}
