//! What is said of one command: plain data.

use crate::app::{Action, App};

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
    /// Keys in the notation of [`crate::app::Key`]; a space parts the keys of a sequence.
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
    /// In the lookup.
    Lookup,
    /// On an answer card.
    Card,
    /// In the table of coverage.
    Coverage,
    /// Where two countries stand side by side.
    Compare,
    /// In the brief.
    Brief,
    /// In all of these, on the board and on a table.
    Grid,
    /// On the board of warning signs.
    Board,
    /// In its ratings.
    Matrix,
    /// On a table.
    Sheet,
    /// In the narrative of a term.
    Narrative,
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
    /// On an answer card.
    Card,
    /// In the table of coverage and beside each other.
    Shape,
    /// On the board of warning signs.
    Signs,
    /// While typing in a prompt, picker or list.
    Typing,
    /// The program itself.
    Program,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Move,
        Self::Panes,
        Self::Read,
        Self::Lens,
        Self::Jump,
        Self::Card,
        Self::Shape,
        Self::Signs,
        Self::Typing,
        Self::Program,
    ];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Panes => "Panes",
            Self::Read => "Read",
            Self::Lens => "Lens",
            Self::Jump => "Jump",
            Self::Card => "On a card",
            Self::Shape => "Coverage, comparison, brief",
            Self::Signs => "Warning signs",
            Self::Typing => "While typing",
            Self::Program => "Program",
        }
    }
}
