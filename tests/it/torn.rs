//! Folders that nobody would make on purpose: a thousand torn files, names full of control characters, pipes, files that
//! vanish. Nothing hangs, everything is listed, and nothing but text reaches the terminal.

use bluf::cli::{self, Arguments};
use bluf::model::{Corpus, FileState};
use bluf::{source, work};
use clap::Parser;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn load(folder: &TempDir) -> Corpus {
    work::load(source::open(&[folder.path().to_owned()]), None)
}

/// What is said of the first file with such a path.
fn said(corpus: &Corpus, end: &str) -> String {
    let file = corpus.files.iter().find(|file| file.path.ends_with(end)).unwrap();
    match &file.state {
        FileState::Refused { message, error } => format!("{error}: {message}"),
        other => format!("{other:?}"),
    }
}

/// What a command prints: rows and messages.
fn printed(command: &str, folder: &Path) -> String {
    let folder = folder.to_str().unwrap();
    let arguments = Arguments::parse_from(["bluf", command, "--format", "plain", folder]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    cli::run(&arguments.command.unwrap(), &mut out, &mut err).unwrap();
    out.extend(err);
    String::from_utf8(out).unwrap()
}

#[test]
fn a_thousand_torn_files_are_all_listed() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let endings = [
        ("html", "html"),
        ("markdown", "md"),
        ("rtf", "rtf"),
        ("mail", "eml"),
        ("pdf", "pdf"),
        ("archive", "zip"),
        ("reflow", "txt"),
        ("table", "csv"),
        ("decode", "txt"),
    ];
    let mut files: Vec<(Vec<u8>, &str)> = Vec::new();
    for (target, ending) in endings {
        for entry in fs::read_dir(seeds.join(target)).unwrap() {
            files.push((fs::read(entry.unwrap().path()).unwrap(), ending));
        }
    }
    files.sort();
    let folder = tempfile::tempdir().unwrap();
    let mut at = 7usize;
    for number in 0..1000 {
        let (whole, ending) = &files[number % files.len()];
        at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let torn = &whole[..(at >> 33) % (whole.len() + 1)];
        fs::write(folder.path().join(format!("{number:04}.{ending}")), torn).unwrap();
    }
    let corpus = load(&folder);
    let names: std::collections::BTreeSet<&str> = corpus
        .files
        .iter()
        .filter_map(|file| {
            file.path.split('/').rev().find(|part| part.as_bytes()[0].is_ascii_digit())
        })
        .collect();
    assert_eq!(names.len(), 1000);
    let defects = corpus.files.iter().filter(
        |f| matches!(&f.state, FileState::Refused { message, .. } if message.contains("defect")),
    );
    assert_eq!(defects.count(), 0);
    assert!(corpus.files.iter().all(|file| file.state != FileState::Waiting));
}

#[cfg(unix)]
#[test]
fn control_characters_in_names_and_files_reach_no_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let long = "ab".repeat(120);
    let page = "<html><head><title>a\u{1b}]0;owned\u{7}b \u{202e}c</title><meta name=author content='d\u{1b}[31me'></head><body><p>On 3 May \
                2019, Kenya signed \u{9b}31m a treaty.</p></body></html>";
    for name in ["a\nb\x1b[31m.txt", "c\u{202e}d.html", "e\u{9b}31m.pdf", &long] {
        fs::write(folder.path().join(name), page).unwrap();
    }
    fs::write(folder.path().join("f\x1b]0;owned\x07.zip"), b"PK\x03\x04 torn").unwrap();
    fs::write(folder.path().join("g.csv"), "na\x1b[31mme;b\r\n1;2\r\n").unwrap();
    fs::write(
        folder.path().join("bluf.toml"),
        "[documents.\"\\u001b[31m.txt\"]\ntitle = \"\\u001b[31m\"\n\n[\"\\u001b\"]\n",
    )
    .unwrap();
    for command in ["sources", "documents", "events"] {
        let printed = printed(command, folder.path());
        let odd = printed.chars().find(|c| {
            c.is_control() && !"\n\t".contains(*c) || ('\u{202a}'..='\u{202e}').contains(c)
        });
        assert_eq!(odd, None, "{command}: {printed:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "Kenya.").unwrap();
    let made =
        std::process::Command::new("mkfifo").arg(folder.path().join("pipe.txt")).status().unwrap();
    assert!(made.success());
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("s.txt")).unwrap();
    let corpus = load(&folder);
    assert_eq!(said(&corpus, "pipe.txt"), "false: no file: a named pipe");
    assert_eq!(said(&corpus, "s.txt"), "false: no file: a socket");
    assert_eq!(corpus.documents.len(), 1);
    std::os::unix::fs::symlink("nowhere", folder.path().join("l.txt")).unwrap();
    assert_eq!(said(&load(&folder), "/l.txt"), "true: entity not found");
    let device = work::load(source::open(&["/dev/zero".into()]), None);
    assert_eq!(said(&device, "zero"), "true: no file: a device");
}

#[test]
fn what_vanishes_is_named_and_what_is_empty_says_so() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(said(&load(&folder), ""), "true: no file in this folder");
    for name in ["a.txt", "b.txt", "c.txt"] {
        fs::write(folder.path().join(name), "Kenya.").unwrap();
    }
    let found = source::open(&[folder.path().to_owned()]);
    fs::remove_file(folder.path().join("b.txt")).unwrap();
    fs::remove_file(folder.path().join("c.txt")).unwrap();
    fs::create_dir(folder.path().join("c.txt")).unwrap();
    let corpus = work::load(found, None);
    assert!(said(&corpus, "b.txt").starts_with("true: No such file"), "{}", said(&corpus, "b.txt"));
    assert!(said(&corpus, "c.txt").starts_with("true: "), "{}", said(&corpus, "c.txt"));
    assert_eq!(corpus.documents.len(), 1);
}
