//! A short run of what the fuzz targets do, the same every time: small files of every kind, torn in a few hundred ways;
//! and whatever once did harm, as it was.

#[path = "../../fuzz/checks.rs"]
mod checks;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// How often each target is run.
const ROUNDS: usize = 400;

/// What parsers look for: put where it does not belong.
const TOKENS: [&[u8]; 24] = [
    b"<",
    b">",
    b"</",
    b"/>",
    b"<<",
    b"&#x110000;",
    b"{",
    b"}",
    b"\\",
    b"\"",
    b"\n",
    b"\r\n\r\n",
    b"\x0c",
    b"\x1b[31m",
    b"\0",
    b"\xff",
    b"\xe2\x80\xae",
    b"-1",
    b"4294967295",
    b"99999999999999999999",
    b"0 R",
    b"endobj",
    b"2019",
    b"\xcc\x81",
];

/// A row of numbers that is the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    /// A file with a few things changed.
    fn torn(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        for _ in 0..=self.below(4) {
            let (a, b) = (self.below(bytes.len() + 1), self.below(bytes.len() + 1));
            let (from, to) = (a.min(b), a.max(b));
            match self.below(6) {
                0 if from < bytes.len() => bytes[from] ^= 1 << self.below(8),
                1 => bytes.truncate(to),
                2 => drop(bytes.drain(from..to)),
                3 => {
                    let again = bytes[from..to].to_vec();
                    bytes.splice(to..to, again);
                }
                4 if from < bytes.len() => bytes[from] = self.below(256) as u8,
                _ => {
                    drop(
                        bytes.splice(from..from, TOKENS[self.below(TOKENS.len())].iter().copied()),
                    );
                }
            }
        }
        bytes
    }
}

/// The files of a folder of this repository, in order of their names.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Runs a target; on failure leaves the input behind, and says where.
fn run(target: &str, bytes: &[u8]) {
    let ran = catch_unwind(AssertUnwindSafe(|| {
        assert!(checks::run(target, bytes), "no target {target}");
    }));
    if ran.is_err() {
        let path = std::env::temp_dir().join(format!("bluf-fuzz-{target}"));
        fs::write(&path, bytes).unwrap();
        panic!("{target} does not hold for {}", path.display());
    }
}

/// Whole files and torn ones, for every target whose number leaves `part` when divided by two.
fn tear(part: usize) {
    for (number, (target, _)) in checks::TARGETS.iter().enumerate().filter(|(n, _)| n % 2 == part) {
        let seeds: Vec<Vec<u8>> = files(&format!("fuzz/seeds/{target}"))
            .iter()
            .map(|path| fs::read(path).unwrap())
            .collect();
        for whole in &seeds {
            run(target, whole);
        }
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 + number as u64);
        for round in 0..ROUNDS {
            run(target, &dice.torn(&seeds[round % seeds.len()]));
        }
    }
}

#[test]
fn torn_files_of_one_half_of_the_kinds_do_no_harm() {
    tear(0);
}

#[test]
fn torn_files_of_the_other_half_do_no_harm() {
    tear(1);
}

/// A file of `hostile/` begins with the name of its target.
#[test]
fn what_once_did_harm_does_so_no_more() {
    for path in files("tests/fixtures/hostile") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        run(name.split('-').next().unwrap(), &fs::read(&path).unwrap());
    }
}
