//! bluf's `/` beside nucleo and frizbee over a million events, and `bluf find` beside `fzf --filter`. Run, in this folder:
//!
//!     cargo run --release
//!
//! A number behind it (`-- 100000`) takes as many events instead, a word (`-- bluf`) one engine alone, further words are typed
//! instead of the queries here (`-- bluf "tash intel"`). The palette's answers (`-- lookup`) are beside the peers in a table of
//! their own. Every key is a
//! letter typed or deleted; its CPU time is that of all threads of the process. Only ratios of one run compare.
//!
//! fzf is a program of its own: `go install github.com/junegunn/fzf@latest`, `apt install fzf` or `brew install fzf`.
//! nucleo and frizbee come with this crate's lock. `bluf find` is taken from `../../target/release/bluf` or `$BLUF`.

mod corpus;
mod engines;
mod lines;
mod memory;
mod programs;
mod table;

use engines::Engine;
use table::Row;

#[global_allocator]
static COUNTED: memory::Counted = memory::Counted;

/// Queries typed to the end and deleted again, letter by letter; the last three stop being a word.
const QUERIES: [&str; 6] =
    ["tashkentinte", "minister for", "tash intel", "tashkentzqxw", "governmentzq", "thekremlinbx"];

/// Questions typed to the palette, likewise.
const QUESTIONS: [&str; 3] = ["tashkentinte", "minister for", "recruits stopped 2016"];

fn main() {
    let mut events = 1_000_000;
    let mut only = None;
    let mut queries = Vec::new();
    for word in std::env::args().skip(1) {
        match word.parse() {
            Ok(number) => events = number,
            Err(_) if only.is_none() => only = Some(word),
            Err(_) => queries.push(word),
        }
    }
    let or = |all: &[&str]| {
        if queries.is_empty() {
            all.iter().map(|&q| q.to_owned()).collect()
        } else {
            queries.clone()
        }
    };
    let (queries, questions): (Vec<String>, Vec<String>) = (or(&QUERIES), or(&QUESTIONS));
    let lines = lines::lines(events);
    let bytes: usize = lines.iter().map(String::len).sum();
    println!("{events} events, {:.1} MB, {}", bytes as f64 / 1e6, load());
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let (mut rows, mut answers) = (Vec::new(), Vec::new());
    if wanted("bluf") || wanted("lookup") {
        let mut bluf = engines::Bluf::new(&lines);
        if wanted("lookup") {
            answers.push(measure(&mut engines::Asked::new(&bluf), &questions));
        }
        if wanted("bluf") {
            bluf.draw(80, 24);
            bluf.draw(200, 60);
            queries.iter().for_each(|query| bluf.rank(query));
            rows.push(measure(&mut bluf, &queries));
        }
    }
    if wanted("nucleo") {
        let mut nucleo = engines::Nucleo::new(&lines);
        answers.push(measure(&mut nucleo, &questions));
        rows.push(measure(&mut nucleo, &queries));
    }
    if wanted("frizbee") {
        let mut frizbee = engines::Frizbee::new(&lines);
        answers.push(measure(&mut frizbee, &questions));
        rows.push(measure(&mut frizbee, &queries));
    }
    table::print(&answers);
    table::print(&rows);
    if wanted("programs") {
        programs::compare(&lines);
    }
}

/// What else the machine does.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("load {}", load.split(' ').next().unwrap_or("unknown"))
}

/// Types and deletes every query.
fn measure(engine: &mut dyn Engine, queries: &[String]) -> Row {
    let mut row = Row { engine: engine.name(), keys: Vec::new() };
    for query in queries {
        let states = (1..=query.len()).chain((0..query.len()).rev());
        for length in states.filter(|&length| length > 0) {
            let typed = &query[..length];
            let (milliseconds, found) = engine.key(typed);
            row.keys.push((typed.to_owned(), milliseconds, found));
        }
    }
    row
}
