//! Whole processes over a file of the lines: `bluf find` beside `fzf --filter`. Skipped with a word where one is missing.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What both are asked.
const QUERIES: [&str; 3] = ["tashkentinte", "minister for", "tash intel"];

/// Prints seconds of CPU and the most memory held, as the system counts them.
pub fn compare(lines: &[String]) {
    let folder = std::env::temp_dir().join("bluf-million");
    let file = folder.join("lines.txt");
    if fs::create_dir_all(&folder).and_then(|()| fs::write(&file, lines.join("\n"))).is_err() {
        println!("programs: no room for {}", file.display());
        return;
    }
    let bluf = std::env::var_os("BLUF")
        .map_or_else(|| PathBuf::from("../../target/release/bluf"), PathBuf::from);
    let able = |command: &mut Command| {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    let finds = able(Command::new(&bluf).args(["find", "--help"]));
    let fzf = able(Command::new("fzf").arg("--version"));
    if !finds {
        println!("bluf find: skipped, {} has no such command", bluf.display());
    }
    if !fzf {
        println!("fzf --filter: skipped, fzf is not installed");
    }
    for query in QUERIES {
        if finds {
            run(
                "bluf find",
                query,
                Command::new(&bluf).args(["find", query]).arg(&file).args(["--limit", "100"]),
            );
        }
        if fzf {
            let lines = File::open(&file).map_or_else(|_| Stdio::null(), Stdio::from);
            run("fzf --filter", query, Command::new("fzf").args(["--filter", query]).stdin(lines));
        }
    }
    let _ = fs::remove_dir_all(&folder);
}

/// Runs one to its end and says what it took.
fn run(name: &str, query: &str, command: &mut Command) {
    let Ok(child) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        println!("{name}: could not be started");
        return;
    };
    // SAFETY: plain data that the call fills in, and a child that nothing else waits for.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        let mut status = 0;
        libc::wait4(child.id() as libc::pid_t, &raw mut status, 0, &raw mut usage);
        usage
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    let (cpu, memory) =
        (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss as f64 / 1024.0);
    println!("{name:14}{query:16}{cpu:>8.2} s of CPU{memory:>8.0} MiB");
}
