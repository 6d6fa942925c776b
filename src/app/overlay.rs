//! What can lie over the panes: two prompts, the country picker, the help, the list of sources, the lookup, the answer card,
//! the table of coverage, two countries side by side, the brief, the board of warning signs, the narrative of a term,
//! a table.

mod act;
mod before;
mod board;
mod brief;
mod card;
mod compare;
mod coverage;
mod look;
mod narrative;
mod palette;
mod picker;
mod shape;
mod sheet;
mod signs;
mod sources;
mod spread;
mod tell;

pub use before::Before;
pub use board::{Board, Order, Sign, Worded, Wording};
pub use brief::Briefing;
pub use card::{Card, Dial, Other};
pub use compare::Pair;
pub use coverage::Survey;
pub use narrative::{Key as ShareKey, Part, Telling};
pub use palette::{Palette, Pick};
pub use picker::Picker;
pub use sheet::{Sheet, SheetLine};
pub use sources::Sources;

use super::field::Field;

/// What lies over the panes.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// Words of the lens.
    Find(Prompt),
    /// Dates of the lens.
    Dates(Prompt),
    /// Countries of the lens.
    Countries(Picker),
    /// The commands.
    Help(Help),
    /// Every file.
    Sources(Sources),
    /// The lookup.
    Palette(Palette),
    /// The answer card.
    Card(Card),
    /// The table of coverage.
    Coverage(Box<Survey>),
    /// Two countries side by side.
    Compare(Pair),
    /// The brief.
    Brief(Briefing),
    /// The narrative of a term.
    Narrative(Box<Telling>),
    /// A table of a document.
    Sheet(Sheet),
    /// Another country to put beside.
    Choice(Picker),
    /// The board of warning signs.
    Board(Box<Board>),
}

/// A one-line prompt that changes the lens on every key.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What is typed.
    pub field: Field,
    /// What to restore on Escape.
    pub before: Before,
    /// Why what is typed cannot be used.
    pub error: Option<String>,
}

/// The help.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What is typed.
    pub field: Field,
    /// The selected row of what is left.
    pub selected: usize,
    /// First row shown.
    pub offset: usize,
    /// What lay over the panes before; it comes back.
    pub under: Option<Box<Overlay>>,
}

impl Overlay {
    /// The field one types into, if there is one.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Find(prompt) | Self::Dates(prompt) => Some(&mut prompt.field),
            Self::Countries(picker) | Self::Choice(picker) => Some(&mut picker.field),
            Self::Help(help) => Some(&mut help.field),
            Self::Sources(sources) => Some(&mut sources.field),
            Self::Palette(palette) => Some(&mut palette.field),
            Self::Board(board) => board.prompt.as_mut().map(|wording| &mut wording.field),
            Self::Narrative(telling) => Some(&mut telling.field),
            Self::Card(_)
            | Self::Coverage(_)
            | Self::Compare(_)
            | Self::Brief(_)
            | Self::Sheet(_) => None,
        }
    }
}
