//! What can lie over the panes: two prompts, the country picker, the help, the list of sources, the lookup, the answer card.

mod act;
mod before;
mod card;
mod look;
mod palette;
mod picker;
mod sources;

pub use before::Before;
pub use card::{Card, Dial, Other};
pub use palette::{Palette, Pick};
pub use picker::Picker;
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
            Self::Countries(picker) => Some(&mut picker.field),
            Self::Help(help) => Some(&mut help.field),
            Self::Sources(sources) => Some(&mut sources.field),
            Self::Palette(palette) => Some(&mut palette.field),
            Self::Card(_) => None,
        }
    }
}
