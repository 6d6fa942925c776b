//! The analyst's file: what a hand wrote stays, what is broken is never written, an error leaves what was there.

use bluf::signposts::{
    Change, Diagnosticity, Field, Kept, Observation, Quoted, Rating, Signpost, State, Store, Task,
    diagnosticity,
};
use pretty_assertions::assert_eq;
use std::path::Path;

const HAND: &str = r#"# my signs
scenarios = ["Status quo", "Escalation"]   # more to come

# The oldest one.
[[signpost]]
id = "troops"          # by hand
text = "troops near the border"
scenario = "Escalation"
state = "emerging"  # since March
ratings = { "Escalation" = "HL", "Status quo" = "U" } # first guess
colour = "red"

# About trade.

# The second.
[[signpost]]
text = "grain exports"
id = "grain"
[[signpost.observation]]
date = 2025-04-25
doc = "reports/a.txt"
sha256 = "00ff"
bytes = [12, 40]
quote = "No ship left the port."
note = "first week"
"#;

fn put(folder: &Path, text: &str) -> Store {
    let path = folder.join("signposts.toml");
    std::fs::write(&path, text).unwrap();
    Store::at(path)
}

fn text(store: &Store) -> String {
    std::fs::read_to_string(store.path()).unwrap()
}

fn change(store: &Store, change: Change) -> Kept {
    store.perform(&Task::Change(change)).unwrap()
}

fn set(id: &str, field: Field, to: &str) -> Change {
    Change::Set(id.into(), field, to.into())
}

fn new(text: &str) -> Change {
    Change::Add(Box::new(Signpost { text: text.into(), ..Signpost::default() }))
}

#[test]
fn a_file_written_by_hand_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    let kept = put(folder.path(), HAND).perform(&Task::Read).unwrap();
    let register = kept.register;
    assert_eq!(register.scenarios, ["Status quo", "Escalation"]);
    let troops = register.get("troops").unwrap();
    assert_eq!(
        (troops.state, troops.rating("Escalation")),
        (State::Emerging, Some(Rating::HighlyLikely))
    );
    assert_eq!(
        diagnosticity(troops, &register.scenarios),
        Diagnosticity::Sum { sum: 4, rated: 1, of: 1 }
    );
    let grain = register.get("grain").unwrap();
    let cited = Quoted {
        doc: "reports/a.txt".into(),
        sha256: "00ff".into(),
        start: 12,
        end: 40,
        quote: "No ship left the port.".into(),
        words: String::new(),
    };
    let seen =
        Observation { date: "2025-04-25".into(), cited: Some(cited), note: "first week".into() };
    assert_eq!(grain.observations, [seen]);
    let flaws: Vec<String> = register.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(flaws, ["line 11, signpost troops: no such key: colour"]);
}

#[test]
fn changes_leave_comments_order_and_what_is_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), HAND);
    change(&store, set("troops", Field::State, "seen"));
    change(&store, set("grain", Field::Threshold, "no ship in a week"));
    change(
        &store,
        Change::Rate("troops".into(), "Status quo".into(), Some(Rating::HighlyUnlikely)),
    );
    let expected = HAND
        .replace("state = \"emerging\"", "state = \"seen\"")
        .replace("\"Status quo\" = \"U\"", "\"Status quo\" = \"HU\"")
        .replace("id = \"grain\"\n", "id = \"grain\"\nthreshold = \"no ship in a week\"\n");
    assert_eq!(text(&store), expected);
}

#[test]
fn what_is_added_can_be_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path().join("deep/er/signposts.toml"));
    assert_eq!(store.perform(&Task::Read).unwrap().register.signposts, []);
    let odd = "quotes \" and \\ and 'both', a\ttab, Қазақстан";
    let kept = change(&store, new(odd));
    assert_eq!(kept.touched.as_deref(), Some("s1"));
    let cited = Quoted {
        doc: "a.txt".into(),
        sha256: "ff".into(),
        start: 1,
        end: 2,
        quote: "Line one.\nLine two.".into(),
        words: "one".into(),
    };
    let source = Some(cited.clone());
    let full = Signpost { text: "b".into(), scenario: "War".into(), source, ..Signpost::default() };
    assert_eq!(change(&store, Change::Add(Box::new(full))).touched.as_deref(), Some("s2"));
    let seen = Observation { date: "2025".into(), cited: Some(cited.clone()), note: "n".into() };
    change(&store, Change::Observe("s1".into(), Box::new(seen.clone())));
    let register =
        change(&store, Change::Rate("s2".into(), "War".into(), Some(Rating::Likely))).register;
    assert_eq!(register.flaws, []);
    assert_eq!(register.get("s1").unwrap().text, odd);
    assert_eq!(register.get("s1").unwrap().observations, [seen]);
    assert_eq!(register.get("s2").unwrap().source, Some(cited));
    assert_eq!(register.scenarios, ["War"]);
    assert!(text(&store).contains("scenarios = []"), "what is rated is compared, listed or not");
    change(&store, set("s1", Field::Scenario, "Peace"));
    change(&store, set("s2", Field::Scenario, "Peace"));
    assert!(text(&store).contains("scenarios = [\"Peace\"]"));
    let register = change(&store, Change::Rate("s2".into(), "War".into(), None)).register;
    assert_eq!(register.get("s2").unwrap().ratings, []);
}

#[test]
fn a_mistake_costs_its_own_entry_and_names_line_and_entry() {
    let folder = tempfile::tempdir().unwrap();
    let wrong =
        HAND.replace("state = \"emerging\"", "state = \"sen\"").replace("\"U\" }", "\"X\" }");
    let store = put(folder.path(), &wrong);
    let register = store.perform(&Task::Read).unwrap().register;
    let ids: Vec<&str> = register.signposts.iter().map(|sign| &*sign.id).collect();
    assert_eq!((ids, register.broken), (vec!["grain"], false));
    let flaws: Vec<String> = register.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(
        flaws,
        [
            "line 9, signpost troops: state \"sen\" is none of not-seen, emerging, seen, reversed",
            "line 10, signpost troops: a rating is one of HL, L, C, U, HU",
            "line 11, signpost troops: no such key: colour",
        ]
    );
    change(&store, set("grain", Field::State, "seen"));
    assert!(text(&store).contains("\"sen\""), "what is wrong elsewhere stays as it was");
}

#[test]
fn entries_without_a_name_or_with_anothers_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = "[[signpost]]\ntext = \"a\"\n[[signpost]]\nid = \"x\"\ntext = \"b\"\n[[signpost]]\nid = \"x\"\ntext = \"c\"\n";
    let register = put(folder.path(), file).perform(&Task::Read).unwrap().register;
    let flaws: Vec<String> = register.flaws.iter().map(ToString::to_string).collect();
    assert_eq!(
        flaws,
        [
            "line 1, signpost number 1: it has no id",
            "line 6, signpost x: another entry has this id; give it one of its own",
        ]
    );
    assert_eq!(register.signposts.len(), 1);
}

#[test]
fn a_broken_file_is_never_written_and_its_other_entries_stay_usable() {
    let folder = tempfile::tempdir().unwrap();
    for (good, bad) in [
        ("text = \"troops near the border\"", "text = \"troops near the border"),
        ("text = \"troops near the border\"", "text = troops"),
        ("state = \"emerging\"", "state \"emerging\""),
        ("state = \"emerging\"", "state ="),
        ("scenario = \"Escalation\"", "id = \"again\""),
    ] {
        let broken = HAND.replace(good, bad);
        let store = put(folder.path(), &broken);
        let register = store.perform(&Task::Read).unwrap().register;
        assert!(register.broken, "{bad}");
        assert!(register.get("grain").is_some(), "{bad}: {:?}", register.flaws);
        assert!(register.get("troops").is_none(), "{bad}");
        let first = register.flaws.first().unwrap();
        assert!((6..=10).contains(&first.line), "{bad}: {first}");
        assert_eq!(first.entry.as_deref(), Some("troops"), "{bad}: {first}");
        let why = store.perform(&Task::Change(new("more"))).unwrap_err();
        assert!(
            why.contains("signposts.toml")
                && why.contains("line ")
                && why.contains("nothing was written"),
            "{why}"
        );
        assert_eq!(text(&store), broken);
    }
}

#[test]
fn what_is_no_text_or_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), "");
    std::fs::write(store.path(), b"id = \"\xff\"").unwrap();
    assert!(store.perform(&Task::Read).unwrap_err().ends_with("it is no UTF-8 text"));
    assert!(store.perform(&Task::Change(new("a"))).is_err());
    assert_eq!(std::fs::read(store.path()).unwrap(), b"id = \"\xff\"");
    let store = Store::at(folder.path());
    assert!(store.perform(&Task::Read).unwrap_err().ends_with("it is no file"));
}

#[test]
fn a_hand_that_edits_meanwhile_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), HAND);
    store.perform(&Task::Read).unwrap();
    let edited = HAND
        .replace("# About trade.", "# About trade, and more.")
        .replace("grain exports", "wheat exports");
    std::fs::write(store.path(), &edited).unwrap();
    let kept = change(&store, set("troops", Field::State, "seen"));
    assert_eq!(text(&store), edited.replace("\"emerging\"", "\"seen\""));
    assert_eq!(kept.register.get("grain").unwrap().text, "wheat exports");
    std::fs::write(store.path(), "").unwrap();
    let why = store.perform(&Task::Change(set("grain", Field::State, "seen"))).unwrap_err();
    assert!(why.contains("no signpost \"grain\" any more"), "{why}");
    assert_eq!(text(&store), "");
}

#[test]
fn a_change_is_taken_back_to_the_byte_unless_a_hand_came_between() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), HAND);
    let first = change(&store, Change::Remove("troops".into())).undo.unwrap();
    assert!(!text(&store).contains("troops") && text(&store).contains("# my signs"));
    let second = change(&store, new("c")).undo.unwrap();
    assert!(store.perform(&Task::Undo(first.clone())).is_err(), "the last one first");
    store.perform(&Task::Undo(second)).unwrap();
    store.perform(&Task::Undo(first)).unwrap();
    assert_eq!(text(&store), HAND);
    let undo = change(&store, Change::Remove("grain".into())).undo.unwrap();
    assert!(text(&store).contains("# About trade."), "what stands apart above an entry stays");
    let by_hand = text(&store) + "# and this\n";
    std::fs::write(store.path(), &by_hand).unwrap();
    let why = store.perform(&Task::Undo(undo)).unwrap_err();
    assert!(why.ends_with("it has been edited since; the change was not taken back"), "{why}");
    assert_eq!(text(&store), by_hand);
}

#[test]
fn line_ends_of_two_bytes_stay() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), &HAND.replace('\n', "\r\n"));
    change(&store, set("troops", Field::State, "seen"));
    assert_eq!(text(&store), HAND.replace("\"emerging\"", "\"seen\"").replace('\n', "\r\n"));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), HAND);
    let bits = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    std::fs::set_permissions(store.path(), std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.toml");
    symlink(store.path(), &link).unwrap();
    change(&Store::at(&link), new("a"));
    assert_eq!(bits(store.path()), 0o640);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(text(&store).contains("text = \"a\""));
}

#[test]
fn a_folder_that_cannot_be_written_leaves_the_file_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = put(folder.path(), HAND);
    let inside = Store::at(file.path().join("signposts.toml"));
    let why = inside.perform(&Task::Change(new("a"))).unwrap_err();
    assert!(why.contains("signposts.toml: "), "{why}");
    assert_eq!(text(&file), HAND);
}

/// Run by the next test in a process that may not write: `BLUF_FULL` names the file.
#[test]
fn write_where_there_is_no_room() {
    let Some(path) = std::env::var_os("BLUF_FULL") else { return };
    let why = Store::at(&path).perform(&Task::Change(new("a"))).unwrap_err();
    assert!(why.contains("signposts.toml: ") && why.ends_with("nothing was written"), "{why}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_file_and_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), HAND);
    // A limit on the size of files fails in the middle of a write, as a full disk does.
    let test = std::env::current_exe().unwrap();
    let run = format!(
        "trap '' XFSZ; ulimit -f 0; exec '{}' --exact watchfile::write_where_there_is_no_room >/dev/null",
        test.display()
    );
    let done =
        std::process::Command::new("sh").arg("-c").arg(run).env("BLUF_FULL", store.path()).status();
    assert!(done.unwrap().success());
    assert_eq!(text(&store), HAND);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn many_writers_lose_no_change() {
    let folder = tempfile::tempdir().unwrap();
    let store = put(folder.path(), "");
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for n in 0..10 {
                    while store.perform(&Task::Change(new(&format!("{writer}-{n}")))).is_err() {}
                }
            });
        }
    });
    let register = store.perform(&Task::Read).unwrap().register;
    assert_eq!((register.signposts.len(), register.flaws.len()), (40, 0));
}
