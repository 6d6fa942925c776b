//! Folders of many files, read for a command and for somebody who watches: nothing is lost, nothing depends on how many
//! threads there are, and what changes on disk is seen.

use bluf::cache::Cache;
use bluf::model::{Corpus, FileState};
use bluf::source;
use bluf::work::{self, Order, Report};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A machine may be slow; a report that never comes is a failure.
const PATIENCE: Duration = Duration::from_secs(30);

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

fn load(folder: &Path) -> Corpus {
    work::load(source::open(&[folder.to_owned()]), None)
}

/// Each file with what became of it: its name inside the folder, and the document's number, or what is said of it.
fn outcomes(folder: &Path, corpus: &Corpus) -> Vec<String> {
    let inside = format!("{}/", folder.display());
    let outcome = |state: &FileState| match state {
        FileState::Waiting => "waiting".to_owned(),
        FileState::Opened(id) => format!("document {}", id.index()),
        FileState::Unpacked(members) => format!("{members} inside"),
        FileState::Refused { message, error: true } => format!("error: {message}"),
        FileState::Refused { message, error: false } => format!("left out: {message}"),
    };
    let name = |path: &str| path.strip_prefix(&inside).unwrap_or(path).to_owned();
    corpus.files.iter().map(|f| format!("{}: {}", name(&f.path), outcome(&f.state))).collect()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn every_file_is_a_document_or_says_why_not() {
    let archive =
        zip(&[("in/one.txt", b"Kenya signed in 2019."), ("two.bin", b"\0\0"), (".hidden", b"x")]);
    let matryoshka = (0..5).fold(b"words".to_vec(), |inner, _| zip(&[("a.zip", &inner)]));
    let folder = folder(&[
        ("a.txt", b"On 3 May 2019, Kenya and Uganda signed a treaty."),
        ("b.zip", &archive),
        ("c.txt.gz", &gzip(b"Uganda signed in 2018.")),
        ("d.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("e.txt", b" \n"),
        ("f.zip", b"PK\x03\x04 and no more"),
        ("g.zip", &matryoshka),
        ("h.csv", b"name,age\nA,3\n"),
    ]);
    let corpus = load(folder.path());
    let said = outcomes(folder.path(), &corpus);
    let expected = [
        "a.txt: document 0",
        "b.zip: 2 inside",
        "b.zip/in/one.txt: document 1",
        "b.zip/two.bin: left out: not a document: a NUL byte at byte 0",
        "c.txt.gz: 1 inside",
        "c.txt.gz/c.txt: document 2",
        "d.png: left out: not a document: a NUL byte at byte 8",
        "e.txt: error: no text in it",
    ];
    for line in expected {
        assert!(said.iter().any(|s| s == line), "no {line:?} in {said:#?}");
    }
    let has =
        |start: &str, what: &str| said.iter().any(|s| s.starts_with(start) && s.contains(what));
    assert!(has("f.zip: error: zip: broken", ""), "{said:#?}");
    assert!(has("g.zip/a.zip/a.zip/a.zip: error", "archives deep"), "{said:#?}");
    assert!(has("h.csv: left out: CSV", ""), "{said:#?}");
}

#[test]
fn what_unpacks_to_too_much_is_refused_and_the_rest_is_read() {
    let zeros = vec![b'a'; 300 << 20];
    let bomb = zip(&[("bomb.txt", &zeros), ("note.txt", b"Kenya signed in 2019.")]);
    let folder = folder(&[("bomb.zip", &bomb), ("c.gz", &gzip(&zeros)), ("d.txt", b"Words.")]);
    drop(zeros);
    let corpus = load(folder.path());
    let said = outcomes(folder.path(), &corpus);
    assert!(said.iter().any(|s| s.contains("bomb.txt: error: unpacks to more than")), "{said:#?}");
    assert!(said.iter().any(|s| s.starts_with("bomb.zip/note.txt: document")), "{said:#?}");
    assert!(said.iter().any(|s| s.starts_with("c.gz: error: too large")), "{said:#?}");
    assert!(said.iter().any(|s| s.starts_with("d.txt: document")), "{said:#?}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_a_circle() {
    let outside = folder(&[("there.txt", b"Kenya.")]);
    let folder = folder(&[("sub/a.txt", b"Uganda.")]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("sub/loop")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("there.txt"), folder.path().join("b.txt"))
        .unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("c.txt")).unwrap();
    let corpus = load(folder.path());
    let said = outcomes(folder.path(), &corpus);
    assert_eq!(corpus.documents.len(), 2, "{said:#?}");
    assert!(said.iter().any(|s| s.contains("left out") && s.contains("loop")), "{said:#?}");
    assert!(said.iter().any(|s| s.contains("c.txt") && s.contains("error")), "{said:#?}");
}

#[test]
fn patterns_and_several_paths_are_opened_in_their_order() {
    let folder = folder(&[
        ("x/b.txt", b"Two."),
        ("x/a.txt", b"One."),
        ("x/c.md", b"Three."),
        ("z.txt", b"Four."),
    ]);
    let path = |name: &str| folder.path().join(name);
    let corpus =
        work::load(source::open(&[path("z.txt"), path("x/*.txt"), path("x/*.none")]), None);
    let names: Vec<&str> = corpus.documents.iter().map(|d| d.name()).collect();
    assert_eq!(names, ["z", "a", "b"]);
    let said = outcomes(folder.path(), &corpus);
    assert!(said.iter().any(|s| s == "x/*.none: error: no file fits the pattern"), "{said:#?}");
}

#[test]
fn encodings_are_told_and_offsets_lead_to_the_files_own_bytes() {
    let russian =
        "Совет Безопасности собрался 3 мая 2019 года. Казахстан и Узбекистан подписали договор.";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
    let wide: Vec<u8> =
        "\u{feff}On 3 May 2019, Kenya signed.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = folder(&[
        ("a.txt", &bytes),
        ("b.txt", &wide),
        ("c.txt", b"caf\xe9 in Kenya, na\xefve, 3 May 2019"),
    ]);
    let corpus = load(folder.path());
    let named: Vec<Option<&str>> =
        corpus.documents.iter().map(|d| d.origin.encoding.as_deref()).collect();
    assert_eq!(named, [Some("windows-1251"), Some("UTF-16LE"), Some("windows-1252")]);
    assert_eq!(&*corpus.documents[0].text.clean, russian);
    let kenya = &corpus.documents[1];
    let at = kenya.text.source(kenya.countries[0].span);
    let word: Vec<u16> =
        wide[at.range()].chunks(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect();
    assert_eq!(String::from_utf16(&word).unwrap(), "Kenya");
    let third = &corpus.documents[2];
    assert!(third.text.clean.starts_with("café in Kenya, naïve"), "{}", third.text.clean);
    assert_eq!(
        &third.bytes.held().unwrap()[third.text.source(third.countries[0].span).range()],
        b"Kenya"
    );
}

/// Follows a folder on a thread of its own.
fn follow(folder: &Path, cache: Option<Cache>, watch: bool) -> Receiver<Report> {
    let (outbox, inbox) = channel();
    let paths = vec![folder.to_owned()];
    let watched = if watch { paths.clone() } else { Vec::new() };
    let order =
        Order { find: move |most| source::open_first(&paths, most), eager: true, cache, watched };
    std::thread::spawn(move || work::follow(order, move |report| outbox.send(report).is_ok()));
    inbox
}

/// The next whole corpus; on the way nothing that was there may be gone.
fn whole(reports: &Receiver<Report>) -> Arc<Corpus> {
    let mut documents = 0;
    loop {
        match reports.recv_timeout(PATIENCE).unwrap() {
            Report::Progress(progress) => assert!(progress.read <= progress.found),
            Report::SoFar(corpus, _) => {
                assert!(corpus.documents.len() >= documents, "documents were lost");
                documents = corpus.documents.len();
                let order: Vec<_> = corpus.documents.iter().map(|d| &d.path).collect();
                assert!(order.is_sorted(), "out of order: {order:?}");
            }
            Report::Whole(corpus, _) => return corpus,
        }
    }
}

#[test]
fn documents_stream_in_and_end_as_a_command_would_have_them() {
    let names: Vec<String> = (0..300).map(|n| format!("{n:03}.txt")).collect();
    let text =
        "On 3 May 2019, Kenya and Uganda signed a treaty on water in Nairobi.\n\n".repeat(40);
    let files: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), text.as_bytes())).collect();
    let folder = folder(&files);
    let reports = follow(folder.path(), None, false);
    let streamed = whole(&reports);
    let loaded = load(folder.path());
    assert_eq!(streamed.events, loaded.events);
    assert_eq!(streamed.files, loaded.files);
    assert_eq!(streamed.candidates, loaded.candidates);
    assert!(reports.recv_timeout(PATIENCE).is_err(), "nothing is watched, so the reading ends");
}

#[test]
fn a_watched_folder_is_read_again_when_it_changes() {
    let folder =
        folder(&[("a.txt", b"Kenya signed a treaty on 3 May 2019."), ("c.txt", b"Uganda.")]);
    let path = |name: &str| folder.path().join(name);
    let names =
        |corpus: &Corpus| corpus.documents.iter().map(|d| d.name().to_owned()).collect::<Vec<_>>();
    let reports = follow(folder.path(), None, true);
    let first = whole(&reports);
    assert_eq!(names(&first), ["a", "c"]);
    // The watcher starts after the first corpus is out: a change is repeated until it is seen.
    let write = |name: &str, text: &str| std::fs::write(path(name), text).unwrap();
    let mut added = None;
    for round in 0..100 {
        write("b.txt", &format!("Rwanda. {}", "x".repeat(round)));
        if let Ok(report) = reports.recv_timeout(Duration::from_millis(600)) {
            added = Some(match report {
                Report::Whole(corpus, _) => corpus,
                _ => whole(&reports),
            });
            break;
        }
    }
    let added = added.unwrap();
    assert_eq!(names(&added), ["a", "b", "c"]);
    assert!(
        Arc::ptr_eq(&first.documents[0], &added.documents[0]),
        "what has not changed is not read again"
    );
    std::fs::remove_file(path("a.txt")).unwrap();
    let mut last = whole(&reports);
    while names(&last) != ["b", "c"] {
        last = whole(&reports);
    }
}

#[test]
fn text_that_was_kept_reads_as_text_taken_anew() {
    let page = "<html><head><title>Talks</title></head><body><article><h1>Talks in Nairobi</h1>".to_owned()
        + &"<p>On 3 May 2019, Kenya and Uganda signed a treaty on water in Nairobi, after long talks.</p>".repeat(9)
        + "</article></body></html>";
    let folder = folder(&[("a.html", page.as_bytes())]);
    let kept = tempfile::tempdir().unwrap();
    let cache = Cache::at(kept.path());
    let paths = [folder.path().to_owned()];
    let anew = work::load(source::open(&paths), None);
    let first = work::load(source::open(&paths), Some(cache.clone()));
    assert_eq!(cache.usage().entries, 1);
    let again = work::load(source::open(&paths), Some(cache));
    for corpus in [first, again] {
        assert_eq!(corpus.events, anew.events);
        assert_eq!(corpus.documents[0].bytes, anew.documents[0].bytes);
        assert_eq!(corpus.documents[0].origin, anew.documents[0].origin);
    }
}

#[test]
fn exported_events_come_back_as_they_were() {
    let text = "Talks\n\nPublished on: 2025-05-26\n\nOn April 25, 2025, Uzbekistan convened a meeting of ministers in \
                Tashkent.\n\nIn March 2025, Kyrgyzstan and Tajikistan signed an agreement on their border.\n\nKazakhstan \
                will host a summit in Astana in 2026.\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let told = |corpus: &Corpus| -> Vec<String> {
        let row = |event| {
            let codes: Vec<&str> = corpus.countries(event).iter().map(|(c, _)| c.code()).collect();
            let (date, title) = (corpus.string(event.edtf), corpus.title(event));
            format!(
                "{date} {} {} {} {title}",
                codes.join(" "),
                event.kind.name(),
                event.mode.name()
            )
        };
        corpus.events.iter().map(row).collect()
    };
    let own = told(&load(folder.path()));
    assert!(own.len() >= 3, "{own:#?}");
    for format in ["csv", "jsonl", "json"] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_bluf"))
            .args(["events", "--format", format])
            .arg(folder.path())
            .output()
            .unwrap();
        let tables = tempfile::tempdir().unwrap();
        std::fs::write(tables.path().join("events").with_extension(format), run.stdout).unwrap();
        let corpus = load(tables.path());
        assert_eq!(told(&corpus), own, "{format}");
        let imported = corpus.events.iter().all(|e| corpus.string(e.rule) == "event.imported");
        assert!(imported, "{format}");
    }
}

/// The rules of sentences are English: in another language they would read page numbers of an index as figures.
#[test]
fn a_text_in_another_language_yields_dates_and_places_alone_and_says_so() {
    let german = "Am 4. Mai 2019 wurden in Kenya 440 Rekruten und 25 glatte Flächen gezählt. \
        Die Regierung ist nicht an der Macht, und das Volk wählte in Nairobi am 5. Mai 2019.\n";
    let folder = folder(&[("a.txt", german.as_bytes()), ("b.txt", b"Kenya held 440 recruits.\n")]);
    let corpus = load(folder.path());
    let [foreign, english] = &*corpus.documents else { panic!("two documents") };
    assert!(!foreign.countries.is_empty() && !foreign.quantities.is_empty());
    assert!(foreign.indicators.is_empty() && foreign.events.is_empty());
    assert_eq!(foreign.origin.warnings.len(), 1, "{:?}", foreign.origin.warnings);
    assert!(foreign.origin.warnings[0].starts_with("not English"));
    assert!(!english.indicators.is_empty() && english.origin.warnings.is_empty());
}
