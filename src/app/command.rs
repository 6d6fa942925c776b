//! The one table of commands. Keymap, help, footer, `bluf keys` and the README's key table are projections of it.
//! Never acts.

mod row;
mod rows;

use super::Action;
use std::fmt::Write;

pub use row::{Command, Context, Group};
pub use rows::table;

/// The row of an action.
pub fn of(action: Action) -> Option<&'static Command> {
    table().iter().find(|c| c.action == action)
}

/// Why a command does nothing now.
pub fn refusal(command: &Command) -> String {
    match command.action {
        Action::Leave => "nothing to leave; q quits".into(),
        Action::NextHit | Action::PreviousHit => {
            "no hits: narrow with /, c or d first; n and N then run through what is left".into()
        }
        Action::Clear => "the lens is empty: nothing is hidden".into(),
        Action::NextReport => "single report: no other tells of this happening".into(),
        Action::Table => "no table here that could be put together with certainty".into(),
        Action::Around => "no dated event here to look around".into(),
        Action::Wider | Action::Narrower => {
            "w on an event first: then + and - change the days".into()
        }
        Action::SignConfirm => "nothing is to be deleted".into(),
        Action::SignUndo => "nothing to take back".into(),
        Action::SignAdopt => "only what stands in a document can be adopted".into(),
        action if action.is_of_board() => {
            "not one of your own: a takes a sign of a document among them, n adds one".into()
        }
        Action::Back => "nowhere to go back to".into(),
        Action::Forward => "nowhere to go forward to".into(),
        _ => format!("{}: nothing to act on here", command.title.to_lowercase()),
    }
}

/// The table as Markdown, one row a command.
pub fn markdown() -> String {
    let mut out = String::from("| keys | command | what it does |\n| --- | --- | --- |\n");
    for group in Group::ALL {
        for command in table().iter().filter(|c| c.group == group) {
            let keys: Vec<String> = command.keys.iter().map(|k| format!("`{k}`")).collect();
            let doc = command.doc.replace('|', "\\|");
            let _ = writeln!(out, "| {} | {} | {doc} |", keys.join(" "), command.title);
        }
    }
    out
}
