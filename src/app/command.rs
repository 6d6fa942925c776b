//! The one table of commands. Keymap, help, footer, `bluf keys` and the README's key table are projections of it.
//! Never acts.

mod rows;

use super::{Action, App};
use std::fmt::Write;

pub use rows::table;

/// One thing a user can do, with all that is said of it anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// What it does.
    pub action: Action,
    /// Its stable name, kebab-case.
    pub name: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// One sentence.
    pub doc: &'static str,
    /// Keys in the notation of [`super::Key`]; a space parts the keys of a sequence.
    pub keys: &'static [&'static str],
    /// Where its keys work.
    pub context: Context,
    /// Under which heading it is listed.
    pub group: Group,
    /// Its place in the footer, higher first; 0 keeps it out.
    pub hint: u8,
    /// Whether it can act now.
    pub enabled: fn(&App) -> bool,
}

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Everywhere, prompts and lists included.
    Anywhere,
    /// In the three panes.
    Panes,
    /// While something lies over the panes: a prompt, a picker, a list.
    Overlay,
    /// In the country picker.
    Picker,
}

/// The headings commands are listed under, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Moving within a pane.
    Move,
    /// Choosing and sizing panes.
    Panes,
    /// Reading.
    Read,
    /// Narrowing what is shown.
    Lens,
    /// Going from place to place.
    Jump,
    /// While typing in a prompt, picker or list.
    Typing,
    /// The program itself.
    Program,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Move, Self::Panes, Self::Read, Self::Lens, Self::Jump, Self::Typing, Self::Program];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Panes => "Panes",
            Self::Read => "Read",
            Self::Lens => "Lens",
            Self::Jump => "Jump",
            Self::Typing => "While typing",
            Self::Program => "Program",
        }
    }
}

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
