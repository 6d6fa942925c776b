//! The law of the house: stairs go one way, no import circle, small rooms, a sign on every door.

mod imports;
mod lists;

use imports::House;
use std::collections::BTreeMap;

/// The floors. A room imports only rooms on floors below its own.
const FLOORS: [(&str, u8); 14] = [
    ("main", 7),
    ("ui", 6),
    ("cli", 6),
    ("app", 5),
    ("work", 4),
    ("query", 3),
    ("model", 2),
    ("cache", 2),
    ("signposts", 2),
    ("extract", 1),
    ("format", 1),
    ("source", 1),
    ("text", 0),
    ("edtf", 0),
];

/// The room whose words are data in `assets/`.
const WORDLESS: &str = "extract";

/// The most words that stand side by side in the code of such a room.
const WORDS: usize = 4;

/// The most lines a file has, tests not counted.
const LINES: usize = 400;

#[test]
fn stairs_go_one_way() {
    let floors: BTreeMap<&str, u8> = FLOORS.into();
    let house = House::read();
    let mut wrong = Vec::new();
    for (from, to) in house.imports() {
        let (Some(above), Some(below)) = (from.room(), to.room()) else { continue };
        if above != below && floors[above] <= floors[below] {
            wrong.push(format!("{from} imports {to}"));
        }
    }
    assert!(wrong.is_empty(), "imports that do not go down:\n{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    let floors: BTreeMap<&str, u8> = FLOORS.into();
    for file in House::read().files() {
        let room = file.module.room();
        assert!(room.is_none_or(|r| floors.contains_key(r)), "{} stands on no floor", file.module);
    }
}

#[test]
fn no_import_circle() {
    let circles = House::read().circles();
    assert!(
        circles.is_empty(),
        "files that import each other in a circle:\n{}",
        circles.join("\n")
    );
}

#[test]
fn rooms_are_small() {
    let house = House::read();
    let large = house.files().filter(|f| f.lines > LINES);
    let large: Vec<String> = large.map(|f| format!("{}: {} lines", f.module, f.lines)).collect();
    assert!(large.is_empty(), "files over {LINES} lines:\n{}", large.join("\n"));
}

#[test]
fn every_door_has_a_sign() {
    for file in House::read().files() {
        assert!(file.text.starts_with("//! "), "{} does not open with what it is", file.module);
        assert!(!file.path.ends_with("mod.rs"), "{}: no mod.rs in this house", file.module);
        for word in ["TODO", "FIXME", "PROVISIONAL"] {
            assert!(!file.text.contains(word), "{} holds a {word}", file.module);
        }
        for name in ["utils", "common", "helpers", "misc"] {
            assert!(
                !file.module.to_string().contains(name),
                "{}: a room for anything",
                file.module
            );
        }
    }
}

#[test]
fn word_lists_are_data() {
    let mut wrong = Vec::new();
    for file in House::read().files() {
        let module = file.module.to_string();
        let inside = module
            .strip_prefix(WORDLESS)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
        if inside {
            let lists = lists::longer_than(WORDS, &file.text);
            wrong.extend(lists.into_iter().map(|words| format!("{module}: {words}")));
        }
    }
    assert!(wrong.is_empty(), "lists that belong into a table of assets/:\n{}", wrong.join("\n"));
}

#[test]
fn a_list_is_found_wherever_it_stands() {
    let found = lists::longer_than(2, include_str!("../fixtures/house/lists.rs"));
    assert_eq!(found, ["a b c", "d e f", "g h i", "j k l", "m n o", "p q r"]);
}
