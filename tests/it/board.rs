//! The board of warning signs over a corpus that tells of some: stories of one analyst each, and what the screen shows.

use crate::support::{analyst, analysts_file, loaded, picture, script, text};
use bluf::app::overlay::{Overlay, Sign};
use bluf::app::{App, Message, update};
use bluf::query::{Index, Lens};
use bluf::signposts::{Rating, State};
use insta::assert_snapshot;
use pretty_assertions::assert_eq;
use ratatui::layout::Size;
use std::sync::Arc;

const REPORT: &str = "\
Outlook for Mali\n\nPublished on: 2025-05-26\n\nSituation\n\nOn 25 April 2025, Mali closed its border with Niger.\n\n\
Monitoring of fuel prices and militia movements is essential to detect an advance on the capital.\n\n\
Warning signs\n\n• Convoys leave the northern bases\n• Envoys of Peru are called home\n\nAnnex\n\nNothing more is known.\n";

const NOTE: &str = "Notes on trade in Chad\n\nA ban on grain exports would signal a shortage.\n";

/// A file of the analyst's with three signs and two scenarios.
const FILE: &str = r#"scenarios = ["Status quo", "Coup", "Invasion"]

[[signpost]]
id = "s1"
text = "the general staff is replaced"
scenario = "Coup"
state = "emerging"
threshold = "three of five posts"
ratings = { "Status quo" = "U", "Coup" = "HL", "Invasion" = "C" }
[[signpost.observation]]
date = "2025-04-01"
doc = "elsewhere/old.txt"
sha256 = "00"
bytes = [3, 9]
quote = "Two generals were dismissed."
note = "two of five"

[[signpost]]
id = "s2"
text = "speeches on unity"
scenario = "Status quo"
ratings = { "Status quo" = "HL", "Coup" = "HL", "Invasion" = "HL" }

[[signpost]]
id = "s3"
text = "reserves are called up"
scenario = "Invasion"
state = "seen"
"#;

fn opened((width, height): (u16, u16), file: Option<&str>, keys: &str) -> App {
    analyst(file);
    let mut app = App::new(Size { width, height }, Lens::default());
    let corpus = loaded(&[("report.txt", REPORT), ("note.txt", NOTE)]);
    let index = Arc::new(Index::new(&corpus));
    update(&mut app, Message::Loaded(corpus.into(), index));
    script(&mut app, keys);
    app
}

fn story(file: Option<&str>, keys: &str) -> App {
    opened((120, 40), file, keys)
}

/// The rows of the board in words; own ones with their state, those of documents in brackets.
fn rows(app: &App) -> Vec<String> {
    let Some(Overlay::Board(board)) = &app.overlay else { panic!("no board: {:?}", app.notice) };
    let row = |sign: &Sign| match sign {
        Sign::Own(at) => {
            let own = &app.watch.kept.register.signposts[*at];
            format!("{} {}", own.state.name(), own.text)
        }
        Sign::Found(found) => {
            let (document, sign) = found.of(&app.corpus).unwrap();
            format!("[{}]", document.text.words(sign.span))
        }
    };
    board.rows.iter().map(row).collect()
}

#[test]
fn what_the_documents_tell_of_stands_below_ones_own() {
    assert_eq!(
        rows(&story(Some(FILE), "S")),
        [
            "emerging the general staff is replaced",
            "not-seen speeches on unity",
            "seen reserves are called up",
            "[fuel prices]",
            "[militia movements]",
            "[Convoys leave the northern bases]",
            "[Envoys of Peru are called home]",
            "[A ban on grain exports]",
        ]
    );
}

#[test]
fn a_sign_that_is_adopted_stands_once_with_its_source() {
    let app = story(None, "S j a");
    assert_eq!(
        rows(&app)[..3],
        ["not-seen militia movements", "[fuel prices]", "[Convoys leave the northern bases]"]
    );
    let own = &app.watch.kept.register.signposts[0];
    assert_eq!(own.scenario, "an advance on the capital");
    let source = own.source.as_ref().unwrap();
    assert_eq!((&*source.doc, &*source.words), ("report.txt", "militia movements"));
    assert!(source.quote.starts_with("Monitoring of fuel prices"));
    let said = source.start as usize..source.end as usize;
    assert_eq!(&REPORT.as_bytes()[said], source.quote.as_bytes());
    assert!(analysts_file().contains("text = \"militia movements\""));
    let renamed = story(Some(&analysts_file()), "S e <ctrl-u> columns <enter>");
    assert_eq!(rows(&renamed).len(), 5, "another wording does not bring the found one back");
    let undone = story(None, "S j a u");
    assert_eq!(rows(&undone).len(), 5);
    assert!(rows(&undone)[1].starts_with('['), "what was taken back is no longer adopted");
}

#[test]
fn the_lens_narrows_what_the_documents_tell_of() {
    assert_eq!(rows(&story(None, "c peru <enter> S")), ["[Envoys of Peru are called home]"]);
    assert_eq!(rows(&story(None, "/ grain <enter> S")), ["[A ban on grain exports]"]);
    let dated = story(Some(FILE), "d 2025 <enter> S");
    assert_eq!(rows(&dated).len(), 7, "a sign is as old as its document");
    let Some(Overlay::Board(board)) = &dated.overlay else { panic!("no board") };
    assert_eq!(board.hidden, 1);
}

#[test]
fn rows_are_ordered_by_state_and_by_diagnosticity() {
    let states = rows(&story(Some(FILE), "S s"));
    assert_eq!(
        states[..3],
        [
            "seen reserves are called up",
            "emerging the general staff is replaced",
            "not-seen speeches on unity"
        ]
    );
    let sums = rows(&story(Some(FILE), "S s s"));
    assert_eq!(
        sums[..3],
        [
            "emerging the general staff is replaced",
            "not-seen speeches on unity",
            "seen reserves are called up"
        ]
    );
    assert_eq!(rows(&story(Some(FILE), "S s s s")), rows(&story(Some(FILE), "S")));
}

#[test]
fn ratings_are_set_by_digits_and_arrows() {
    let app = story(Some(FILE), "S j j r 5 4 1 <enter>");
    let sheet = &app.watch.kept.register;
    let rated: Vec<&str> = sheet
        .scenarios
        .iter()
        .filter_map(|s| sheet.signposts[2].rating(s))
        .map(Rating::name)
        .collect();
    assert_eq!(rated, ["HU", "U", "HL"]);
    assert_eq!(
        sheet.signposts[0].ratings,
        story(Some(FILE), "S").watch.kept.register.signposts[0].ratings
    );
}

#[test]
fn a_hand_that_edits_while_the_board_is_open_loses_nothing() {
    let mut app = story(Some(FILE), "S");
    analyst(Some(&FILE.replace("speeches on unity", "marches for unity")));
    script(&mut app, "<space>");
    assert_eq!(
        rows(&app)[..2],
        ["seen the general staff is replaced", "not-seen marches for unity"]
    );
    assert_eq!(app.watch.kept.register.signposts[0].state, State::Seen);
}

#[test]
fn a_broken_file_is_shown_and_left_alone() {
    let broken = FILE.replace("id = \"s2\"", "id = s2");
    let app = story(Some(&broken), "S n x <enter>");
    assert_eq!(
        rows(&app)[..2],
        ["emerging the general staff is replaced", "seen reserves are called up"]
    );
    assert!(app.notice.as_deref().unwrap().contains("nothing was written"), "{:?}", app.notice);
    assert_eq!(analysts_file(), broken);
    assert!(text(&app).contains("mistake in signposts.toml"), "{}", text(&app));
}

#[test]
fn the_card_behind_a_sign_is_its_sentence() {
    let app = story(None, "S j j <enter>");
    let Some(Overlay::Card(card)) = &app.overlay else { panic!("no card: {:?}", app.notice) };
    let document = app.corpus.document(card.document).unwrap();
    assert_eq!(document.text.words(card.lit[0]), "Convoys leave the northern bases");
    let elsewhere = story(Some(FILE), "S <enter>");
    assert_eq!(elsewhere.notice.as_deref(), Some("no sentence of this corpus stands behind it"));
}

#[test]
fn a_corpus_that_changes_keeps_the_board() {
    let mut app = story(Some(FILE), "S j j j");
    let corpus = loaded(&[("note.txt", NOTE)]);
    let index = Arc::new(Index::new(&corpus));
    update(&mut app, Message::Loaded(corpus.into(), index));
    assert_eq!(rows(&app).len(), 4);
    assert_eq!(rows(&app)[3], "[A ban on grain exports]");
}

#[test]
fn the_board_shows_ones_own_and_what_is_found() {
    assert_snapshot!(picture(&opened((80, 24), Some(FILE), "S")));
    assert_snapshot!(text(&opened((120, 40), Some(FILE), "S j j j a o")));
    assert_snapshot!(text(&opened((200, 60), Some(FILE), "S")));
    assert_snapshot!(text(&opened((80, 24), None, "S")));
}

#[test]
fn ratings_stand_in_a_matrix() {
    assert_snapshot!(picture(&opened((80, 24), Some(FILE), "S r l")));
    assert_snapshot!(text(&opened((120, 40), Some(FILE), "S r j")));
    assert_snapshot!(text(&opened((200, 60), Some(FILE), "S r j j 2")));
}

#[test]
fn a_deletion_is_asked_about() {
    assert_snapshot!(text(&opened((80, 24), Some(FILE), "S d")));
}

#[test]
fn the_command_line_lists_both_with_stable_keys() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own.toml");
    std::fs::write(&own, FILE.replace("state = \"seen\"", "state = \"gone\"")).unwrap();
    std::fs::write(folder.path().join("note.txt"), NOTE).unwrap();
    let run = |arguments: &[&str]| {
        let mut bluf = std::process::Command::new(env!("CARGO_BIN_EXE_bluf"));
        let bluf = bluf.current_dir(folder.path()).env("BLUF_SIGNPOSTS", &own);
        let done = bluf.arg("signposts").args(arguments).args(["-f", "jsonl"]).output().unwrap();
        let rows = String::from_utf8(done.stdout).unwrap();
        let rows: Vec<serde_json::Value> =
            rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
        (rows, String::from_utf8(done.stderr).unwrap())
    };
    let (rows, told) = run(&["note.txt"]);
    let all: Vec<&str> = rows.iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(
        all,
        ["the general staff is replaced", "speeches on unity", "A ban on grain exports"]
    );
    assert!(told.contains("own.toml: line 28, signpost s3: state \"gone\" is none of"), "{told}");
    let keys = [
        "id",
        "text",
        "scenario",
        "kind",
        "state",
        "threshold",
        "diagnosticity",
        "countries",
        "doc",
        "start",
        "end",
        "quote",
        "section",
        "rule",
        "origin",
        "observations",
    ];
    for row in &rows {
        assert!(keys.iter().all(|key| row.get(key).is_some()), "{row}");
    }
    assert_eq!((&rows[0]["diagnosticity"], &rows[0]["origin"]), (&6.into(), &"analyst".into()));
    assert_eq!(rows[0]["observations"][0]["quote"], "Two generals were dismissed.");
    let (start, end) = (rows[2]["start"].as_u64().unwrap(), rows[2]["end"].as_u64().unwrap());
    assert_eq!(NOTE.as_bytes()[start as usize..end as usize], *b"A ban on grain exports");
    let (narrowed, told) = run(&["note.txt", "--country", "TD"]);
    assert_eq!((narrowed.len(), narrowed[0]["told"].as_str()), (1, Some("title")));
    assert!(told.contains("2 signposts of the analyst's own left out"), "{told}");
    let (absent, _) = run(&["note.txt", "--signposts", "nowhere.toml"]);
    assert_eq!(absent.len(), 1);
}
