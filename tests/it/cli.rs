//! The command line: exact exit codes and streams, and the proof that every row leads back to its bytes.

use pretty_assertions::assert_eq;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run printed.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn bluf(arguments: &[&str]) -> Run {
    with_input(arguments, b"")
}

fn with_input(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bluf"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its arguments ends without reading: what it left in the pipe is no failure of the test.
    match child.stdin.take().unwrap().write_all(input) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => panic!("{error}"),
        _ => (),
    }
    let done = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let run = bluf(arguments);
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn seed(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name)).unwrap()
}

/// What is left of a text when all that reflow may change is gone: spaces, hyphens at line ends, the height of
/// footnote digits.
fn essence(text: &str) -> String {
    const HEIGHTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let level =
        |c: char| HEIGHTS.chars().position(|h| h == c).map_or(c, |n| (b'0' + n as u8) as char);
    text.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '\u{ad}').map(level).collect()
}

fn bytes_of(file: &[u8], ranges: &Value) -> String {
    let ranges = ranges.as_array().unwrap().iter();
    let part = |range: &Value| {
        let at = |i: usize| range[i].as_u64().unwrap() as usize;
        String::from_utf8(file[at(0)..at(1)].to_vec()).unwrap()
    };
    ranges.map(part).collect()
}

#[test]
fn every_event_quotes_its_own_bytes() {
    let rows = rows(&["events", "--format", "jsonl"]);
    assert!(!rows.is_empty());
    for row in &rows {
        let file = seed(row["doc"].as_str().unwrap());
        let quote = row["quote"].as_str().unwrap();
        let sentence = &row["spans"]["sentence"];
        assert_eq!(essence(&bytes_of(&file, sentence)), essence(quote), "{row}");
        let ranges = sentence.as_array().unwrap();
        let starts = ranges.iter().map(|r| r[0].as_u64().unwrap()).min();
        let ends = ranges.iter().map(|r| r[1].as_u64().unwrap()).max();
        assert_eq!((starts, ends), (row["start"].as_u64(), row["end"].as_u64()), "{row}");
        let title = bytes_of(&file, &row["spans"]["title"]);
        assert_eq!(essence(&title), essence(row["title"].as_str().unwrap()), "{row}");
    }
}

#[test]
fn every_indicator_stands_on_its_own_number() {
    let rows = rows(&["indicators", "--format", "jsonl"]);
    assert!(!rows.is_empty());
    for row in &rows {
        let file = seed(row["doc"].as_str().unwrap());
        let quote = row["quote"].as_str().unwrap();
        assert_eq!(essence(&bytes_of(&file, &row["spans"]["clause"])), essence(quote), "{row}");
        let number = bytes_of(&file, &serde_json::json!([[row["start"], row["end"]]]));
        assert!(essence(quote).contains(&essence(&number)), "{row}");
    }
}

#[test]
fn every_mention_stands_on_its_own_words() {
    let rows = rows(&["mentions", "--format", "jsonl"]);
    assert!(!rows.is_empty());
    let kinds: BTreeSet<&str> = rows.iter().map(|r| r["kind"].as_str().unwrap()).collect();
    let all = ["country", "date", "organisation", "person", "quantity"];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), all);
    for row in &rows {
        let file = seed(row["doc"].as_str().unwrap());
        let words = bytes_of(&file, &serde_json::json!([[row["start"], row["end"]]]));
        assert_eq!(essence(&words), essence(row["text"].as_str().unwrap()), "{row}");
    }
}

#[test]
fn rows_have_the_keys_that_others_build_on() {
    let expected: BTreeMap<&str, &[&str]> = BTreeMap::from([
        (
            "events",
            &[
                "id",
                "doc",
                "start",
                "end",
                "quote",
                "date",
                "earliest",
                "latest",
                "countries",
                "type",
                "title",
                "rule",
            ][..],
        ),
        (
            "indicators",
            &[
                "id",
                "doc",
                "start",
                "end",
                "quote",
                "name",
                "country",
                "period",
                "value",
                "qualifier",
                "unit",
                "rule",
                "written",
                "series",
                "status",
                "total_of",
                "sum",
                "superseded_by",
                "conflicts",
            ][..],
        ),
        ("mentions", &["doc", "kind", "start", "end", "text", "value", "type", "rule"][..]),
        ("documents", &["doc", "title", "date", "publisher", "authors", "sections"][..]),
    ]);
    for (command, keys) in expected {
        for row in rows(&[command, "--format", "jsonl"]) {
            for key in keys {
                assert!(row.get(key).is_some(), "{command} rows lack {key}: {row}");
            }
        }
    }
}

#[test]
fn assessments_have_their_keys_and_their_bands() {
    let rows = rows(&["assessments", "--scale", "phia", "--format", "jsonl"]);
    let keys = "kind doc start end text likelihood countries horizon section lints case rule";
    for row in &rows {
        for key in keys.split(' ') {
            assert!(row.get(key).is_some(), "no {key}: {row}");
        }
        let file = seed(row["doc"].as_str().unwrap());
        let text = row["text"].as_str().unwrap();
        assert_eq!(essence(&bytes_of(&file, &row["spans"]["text"])), essence(text), "{row}");
    }
    let words = rows.iter().flat_map(|row| row["likelihood"].as_array().unwrap());
    let told =
        words.map(|w| (w["word"].as_str().unwrap(), w["class"].as_str().unwrap(), &w["low"]));
    let told: Vec<_> = told.collect();
    assert!(told.contains(&("unlikely", "standard", &Value::from(25))), "{told:?}");
    assert!(told.contains(&("may", "hedge", &Value::Null)), "{told:?}");
    let only = bluf(&["assessments", "--kind", "scenario", "--format", "plain"]);
    assert_eq!(only.out.lines().count(), 3);
    let wrong = bluf(&["assessments", "--kind", "guess"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("no kind of assessment"), "{}", wrong.err);
}

#[test]
fn a_brief_is_about_countries_or_a_path() {
    let run = bluf(&["brief", "KZ", "--format", "json"]);
    let page: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, page["about"].as_str()), (Some(0), Some("Kazakhstan")));
    let source = &page["sources"][0];
    let file = seed(source["doc"].as_str().unwrap());
    let quote = source["quote"].as_str().unwrap();
    assert_eq!(essence(&bytes_of(&file, &source["spans"])), essence(quote));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    std::fs::write(&path, "Kenya opened the pier in March 2024, and it was busy.\n").unwrap();
    let run = bluf(&["brief", &path.display().to_string()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.out.contains("the whole corpus") && run.out.contains("Kenya opened"),
        "{}",
        run.out
    );
    let wrong = bluf(&["brief", "Ruritania"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("no such file or folder"), "{}", wrong.err);
}

#[test]
fn ids_are_unique_and_events_in_order() {
    let rows = rows(&["events", "--format", "jsonl"]);
    let ids: BTreeSet<&str> = rows.iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rows.len());
    let day = |row: &Value| row["earliest"].as_str().unwrap_or_default().to_owned();
    let anchored = rows.iter().filter(|r| r["anchored"] == true).map(day);
    let days: Vec<String> = anchored.collect();
    assert!(days.is_sorted(), "{days:?}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for command in ["documents", "events", "indicators", "mentions", "assessments"] {
        let first = bluf(&[command, "--format", "json"]);
        assert_eq!(first.out, bluf(&[command, "--format", "json"]).out);
    }
}

#[test]
fn series_and_what_is_computed_name_the_figures_they_are_made_of() {
    let figures = rows(&["indicators", "--format", "jsonl"]);
    let ids: BTreeSet<&str> = figures.iter().map(|row| row["id"].as_str().unwrap()).collect();
    let known = |id: &Value| ids.contains(id.as_str().unwrap());
    let series = rows(&["indicators", "--series", "--format", "jsonl"]);
    assert!(!series.is_empty());
    for row in &series {
        let points = row["points"].as_array().unwrap();
        assert!(points.len() > 1 && points.iter().all(|point| known(&point["id"])), "{row}");
        assert_eq!(row["id"], points[0]["id"]);
    }
    let members = figures.iter().filter(|row| row["series"] == series[0]["id"]);
    assert_eq!(members.count(), series[0]["points"].as_array().unwrap().len());
    let derived = rows(&["indicators", "--derived", "--format", "jsonl"]);
    assert!(!derived.is_empty());
    for row in &derived {
        assert_eq!(row["status"], "derived");
        assert!(row["operands"].as_array().unwrap().iter().all(known), "{row}");
    }
    let totals = figures.iter().filter(|row| row["status"] == "total");
    assert!(totals.flat_map(|row| row["total_of"].as_array().unwrap()).all(known));
    assert_eq!(bluf(&["indicators", "--series", "--derived"]).code, Some(2));
}

#[test]
fn exit_codes_are_greps() {
    assert_eq!(bluf(&["events"]).code, Some(0));
    let nothing = bluf(&["events", "--match", "'zzzzqqq"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(1), ""));
    assert!(nothing.err.starts_with("bluf: nothing found for "), "{}", nothing.err);
    assert!(nothing.err.contains("searched 4 documents"), "{}", nothing.err);
    let wrong = bluf(&["events", "--country", "Ruritania"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
    assert!(wrong.err.contains("Ruritania"), "{}", wrong.err);
    let wrong = bluf(&["events", "--since", "2016-13"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("2016-13"), "{}", wrong.err);
    assert_eq!(bluf(&["events", "--no-such-flag"]).code, Some(2));
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_rest_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("good.txt"), "On 3 May 2019, Kenya and Uganda signed a treaty.").unwrap();
    std::fs::write(path("image.txt"), b"\x89PNG\0\0").unwrap();
    let run = bluf(&["mentions", &path("good.txt"), &path("image.txt"), &path("missing.txt")]);
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("Kenya"), "{}", run.out);
    let named = |name: &str| run.err.lines().any(|l| l.contains(name));
    assert!(named("image.txt: not a document: a NUL byte at byte 4"), "{}", run.err);
    assert!(named("missing.txt: No such file"), "{}", run.err);
}

#[test]
fn a_folder_says_what_it_left_out_and_takes_dates_from_its_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("a.txt"), "Kenya signed a treaty yesterday.").unwrap();
    std::fs::write(path("b.bin"), b"\0\0\0").unwrap();
    std::fs::write(path("bluf.toml"), "[documents.\"a.txt\"]\npublished = \"2019-05-03\"\n")
        .unwrap();
    let root = folder.path().display().to_string();
    let run = bluf(&["mentions", &root, "--kind", "date", "--format", "jsonl"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("\"value\":\"2019-05-02\""), "{}", run.out);
    assert!(run.err.contains("bluf: 1 file left out, no document"), "{}", run.err);
    std::fs::write(path("bluf.toml"), "[documents.\"a.txt\"]\npublished = \"3 May\"\n").unwrap();
    let run = bluf(&["documents", &root]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("bluf.toml") && run.err.contains("line 2"), "{}", run.err);
    assert!(run.out.contains("a.txt"), "{}", run.out);
}

#[test]
fn a_manifest_states_facts_and_its_mistakes_stop_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("sub")).unwrap();
    std::fs::write(path("a.txt"), "Kenya signed a treaty last year.").unwrap();
    std::fs::write(path("sub/b.txt"), "Kenya signed a treaty yesterday.").unwrap();
    let said = "[documents.\"a.txt\"]\ntitle = \"Wells\"\nauthors = [\"J. Roe\"]\npublisher = \"Harbour Press\"\n\
                published = \"2019\"\nurl = \"https://example.org/a\"\ngrade = \"b\"\nnotes = \"dry\"\n\n\
                [documents.\"sub/b.txt\"]\npublished = 2019-05-03\ngrade = \"Z\"\n\n\
                [documents.\"gone.txt\"]\ntitle = \"Gone\"\n";
    std::fs::write(path("bluf.toml"), said).unwrap();
    let root = folder.path().display().to_string();
    let run = bluf(&["documents", &root, "--format", "json"]);
    let rows: Value = serde_json::from_str(&run.out).unwrap();
    let a = &rows[0];
    for (key, value) in [
        ("title", "Wells"),
        ("date", "2019"),
        ("publisher", "Harbour Press"),
        ("url", "https://example.org/a"),
        ("grade", "B"),
        ("notes", "dry"),
    ] {
        assert_eq!(a[key], value, "{key}");
    }
    assert_eq!(a["authors"][0], "J. Roe");
    assert_eq!(a["stated"].as_array().unwrap().len(), 7);
    assert_eq!(rows[1]["date"], "2019-05-03");
    assert!(run.err.contains("line 12: \"Z\" is no grade"), "{}", run.err);
    assert!(run.err.contains("line 14: there is no file \"gone.txt\""), "{}", run.err);
    assert_eq!(run.code, Some(2));
}

#[test]
fn a_date_may_be_given_for_one_document_only() {
    let dated = |date: &str, more: &[&str]| {
        let fixed = ["mentions", "--kind", "date", "--format", "jsonl", "--dated", date];
        with_input(&[&fixed, more].concat(), b"Kenya signed a treaty yesterday.")
    };
    assert!(dated("2019-05-03", &["-"]).out.contains("\"value\":\"2019-05-02\""));
    let run = dated("3 May", &["-"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--dated \"3 May\": no EDTF date"), "{}", run.err);
    let run = dated("2019-05-03", &[]);
    assert!(run.err.contains("--dated gives the date of one document"), "{}", run.err);
}

#[test]
fn a_line_is_explained_by_what_was_found_and_what_was_beaten() {
    let at = |line: &str, more: &[&str]| {
        let fixed = ["explain", "-", "--format", "jsonl", "--at", line];
        with_input(
            &[&fixed, more].concat(),
            b"Peru met Chile.\n\nIn 2019 Kenya signed two treaties.\n",
        )
    };
    let run = at("3", &[]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let rows: Vec<Value> = run.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let rules: Vec<&str> = rows.iter().filter_map(|r| r["rule"].as_str()).collect();
    assert!(rules.contains(&"date.year") && rules.contains(&"country.name"), "{rules:?}");
    assert!(!run.out.contains("Peru"), "{}", run.out);
    assert!(rows.iter().all(|r| r["line"] == 3 && r["why"].as_str().is_some()));
    assert!(at("9", &[]).err.contains("no line 9; it has 3"));
    let run = bluf(&["explain", "001_7955f991e146a58a.txt", "--at", "46"]);
    assert!(run.out.contains("136") && run.out.contains("date.year"), "{}", run.out);
    let run = bluf(&["explain", "003_77142f0cce69fa5b.txt", "--at", "50"]);
    assert!(run.out.contains("assessment.item") && run.out.contains("AF TJ (own)"), "{}", run.out);
    let run = bluf(&["explain", "001_7955f991e146a58a.txt", "--at", "332"]);
    assert!(
        run.out.contains("table.torn-words") && run.out.contains("signpost.factors"),
        "{}",
        run.out
    );
    assert!(bluf(&["explain", "nowhere.txt", "--at", "1"]).err.contains("nowhere.txt: "));
}

#[test]
fn standard_input_is_a_document() {
    let arguments = ["mentions", "-", "--kind", "country", "--format", "jsonl"];
    let run = with_input(&arguments, b"Uzbekistan met Kazakh-\nstan.");
    let values: Vec<Value> = run
        .out
        .lines()
        .map(|l| serde_json::from_str::<Value>(l).unwrap()["value"].clone())
        .collect();
    assert_eq!(values, ["UZ", "KZ"]);
}

#[test]
fn every_format_carries_the_same_rows() {
    let lines = |format: &str| bluf(&["events", "--format", format]).out.lines().count();
    let events = lines("jsonl");
    assert_eq!(lines("plain"), events);
    assert_eq!(lines("table"), events + 1);
    assert_eq!(lines("md"), events + 2);
    let csv = bluf(&["events", "--format", "csv"]).out;
    assert_eq!(csv::Reader::from_reader(csv.as_bytes()).records().count(), events);
    let json: Value = serde_json::from_str(&bluf(&["events", "--format", "json"]).out).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(events));
    assert_eq!(bluf(&["events"]).out, bluf(&["events", "--format", "plain"]).out);
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bluf"))
        .args(["mentions", "--format", "csv"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn the_explorer_says_which_path_is_not_there() {
    let run = bluf(&["/no/such/folder"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.err, "bluf: /no/such/folder: no such file or folder\n");
}

#[test]
fn strict_mentions_leave_groups_cities_regions_and_metonyms_aside() {
    let text = "Kazakhs of Almaty told the Kremlin, Texas and the Baltic states that Astana and Peru agreed.";
    let arguments = ["mentions", "-", "--kind", "country", "--strict", "--format", "jsonl"];
    let run = with_input(&arguments, text.as_bytes());
    let row = |line: &str| serde_json::from_str::<Value>(line).unwrap()["text"].clone();
    let told: Vec<Value> = run.out.lines().map(row).collect();
    assert_eq!(told, ["Kazakhs", "Astana", "Peru"]);
}

#[test]
fn names_come_with_office_and_expansion_and_change_no_other_row() {
    let named = rows(&["mentions", "--kind", "person,organisation", "--format", "jsonl"]);
    let of = |text: &str| named.iter().find(|row| row["text"] == text).unwrap();
    let person = of("Imangali Tasmagambetov");
    assert_eq!((&person["kind"], &person["type"]), (&"person".into(), &"name".into()));
    assert_eq!(person["office"], "CSTO Secretary General");
    let body = of("CSTO");
    assert_eq!((&body["kind"], &body["type"]), (&"organisation".into(), &"acronym".into()));
    assert_eq!(body["expansion"], "Collective Security Treaty Organisation");
    let all = bluf(&["mentions", "--format", "csv"]).out;
    let others = bluf(&["mentions", "--kind", "date,country,quantity", "--format", "csv"]).out;
    let is_name = |row: &&str| row.starts_with("person,") || row.starts_with("organisation,");
    let left: Vec<&str> = all.lines().filter(|row| !is_name(row)).collect();
    assert_eq!(left, others.lines().collect::<Vec<_>>());
}

#[test]
fn tables_stand_whole_in_json_and_cell_by_cell_in_csv() {
    let tables = rows(&["tables", "--format", "jsonl"]);
    let file = seed("001_7955f991e146a58a.txt");
    assert_eq!(tables.len(), 2);
    let heads = ["External Factors", "Internal Factors"];
    for (column, head) in heads.iter().enumerate() {
        let head_of = &tables[0]["heads"][column];
        assert_eq!(head_of["text"], *head);
        let at = |key: &str| usize::try_from(head_of[key].as_u64().unwrap()).unwrap();
        assert_eq!(file.get(at("start")..at("end")), Some(head.as_bytes()));
    }
    assert_eq!(tables[0]["rows"].as_array().unwrap().len(), 4);
    assert_eq!(tables[1]["rows"].as_array().unwrap().len(), 9);
    let cell = &tables[1]["rows"][0][1];
    let at = |key: &str| usize::try_from(cell[key].as_u64().unwrap()).unwrap();
    let bytes = String::from_utf8_lossy(&file[at("start")..at("end")]).into_owned();
    assert_eq!(essence(&bytes), essence(cell["text"].as_str().unwrap()));
    let csv = bluf(&["tables", "--format", "csv"]).out;
    assert_eq!(csv.lines().next(), Some("doc,table,row,column,head,text,start,end,rule"));
    assert_eq!(csv.lines().count(), 1 + 8 + 18);
    assert_eq!(bluf(&["tables", "--match", "corruption", "--format", "csv"]).out, csv);
    assert_eq!(bluf(&["tables", "--match", "xylophone"]).code, Some(1));
    let md = bluf(&["tables", "--format", "md"]).out;
    assert!(md.contains("| Strengths | Weaknesses |\n| --- | --- |\n"), "{md}");
    let drawn = bluf(&["tables", "--format", "table"]).out;
    assert!(drawn.contains("External Factors"), "{drawn}");
}

#[test]
fn a_narrative_is_told_line_by_line_and_in_counts() {
    let text = "In 2019 Kenya signed a water treaty. The treaty was signed in Nairobi.\n\n\
        Uganda left the treaties of 2020 alone. Nobody treated the water of the lake.\n";
    let run = with_input(&["narrative", "treaty", "-", "--format", "csv"], text.as_bytes());
    assert_eq!(
        run.err,
        "bluf: 3 uses in 1 document (treaty 2, treaties 1); searched 4 sentences\n"
    );
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "doc,left,keyword,right,start,end,quote");
    assert!(lines[1].starts_with("-,In 2019 Kenya signed a water ,treaty,. The treaty was"));
    let by = |what: &str, more: &[&str]| {
        let mut all = vec!["narrative", "treaty", "-", "--by", what, "--format", "csv"];
        all.extend(more);
        with_input(&all, text.as_bytes()).out
    };
    let told = by("told", &[]);
    assert!(
        told.starts_with("key,uses,words,per_thousand\n2019,1,7,142.86\n2020,1,7,142.86\nnone,1,")
    );
    assert!(by("countries", &[]).contains("\nKE,2,"), "Nairobi is in Kenya");
    assert!(by("countries", &["--country", "UG"]).contains("\nUG,1,7,142.86\n"));
    let exact = with_input(&["narrative", "'treaty", "-"], text.as_bytes());
    assert!(exact.err.starts_with("bluf: 2 uses"), "{}", exact.err);
    let phrase = with_input(&["narrative", "water treaty | lake", "-"], text.as_bytes());
    assert!(phrase.err.starts_with("bluf: 2 uses in 1 document (lake 1, water treaty 1)"));
    let open = with_input(&["narrative", "treat*", "-"], text.as_bytes());
    assert!(open.err.starts_with("bluf: 4 uses"), "{}", open.err);
    assert_eq!(with_input(&["narrative", "xylophone", "-"], text.as_bytes()).code, Some(1));
}

#[test]
fn tags_are_listed_and_asked_for() {
    let two = &rows(&["documents", "--format", "jsonl"])[2]["tags"];
    let tags =
        ["national security threats", "cybersecurity", "counter-terrorism", "regional focus"];
    assert_eq!(two.as_array().unwrap(), &tags);
    let count = |lens: &str| rows(&["documents", "--match", lens, "--format", "jsonl"]).len();
    assert_eq!(count("#cybersecurity"), 1);
    assert_eq!(count("#regional-focus"), 1);
    assert_eq!(count("#counter terror"), 1);
    assert_eq!(count("!#cyber"), 3);
    assert_eq!(count("#security"), 1, "a word of a tag is enough, the middle of one is not");
    assert_eq!(count("#ybersecurity"), 0);
    let page = "<html><head><meta name='keywords' content='ports, Red Sea'><meta property='article:tag' \
        content='Ports'></head><body><article><h1>On Ports</h1><p>The ports of the sea were closed in the \
        spring of that year, and nobody has opened them since then.</p></article></body></html>";
    let run = with_input(&["documents", "-", "--format", "jsonl"], page.as_bytes());
    assert!(run.out.contains("\"tags\":[\"ports\",\"Red Sea\"]"), "{}", run.out);
}

#[test]
fn coverage_counts_by_country_and_year_and_says_what_it_leaves_out() {
    let text = "On 3 May 2019, Kenya and Uganda signed a treaty on water.\n\n\
        On 9 June 2021, Kenya signed a treaty on trade.\n\nOn 10 June 2021, the ministers met.\n";
    let run = with_input(&["coverage", "-", "--format", "csv"], text.as_bytes());
    let rows: Vec<&str> = run.out.lines().collect();
    let expected = ["country,year,events,indicators", "KE,2019,1,0", "KE,2021,1,0", "UG,2019,1,0"];
    assert_eq!((rows, run.code), (expected.to_vec(), Some(0)));
    assert_eq!(run.err, "bluf: not counted, without a country: 1 event, 0 indicators\n");
    let one = ["coverage", "-", "--country", "uganda", "--format", "jsonl"];
    let run = with_input(&one, text.as_bytes());
    assert_eq!(run.out, "{\"country\":\"UG\",\"year\":2019,\"events\":1,\"indicators\":0}\n");
    let none = ["coverage", "-", "--country", "peru"];
    assert_eq!(with_input(&none, text.as_bytes()).code, Some(1));
}
