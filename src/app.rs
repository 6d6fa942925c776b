//! Holds everything the screen can show and changes it in one place, [`update()`]. Never prints, waits, locks or spawns.

pub mod action;
pub mod around;
pub mod command;
pub mod field;
pub mod findings;
pub mod geometry;
pub mod gloss;
pub mod glyph;
pub mod help;
pub mod history;
pub mod jump;
pub mod key;
pub mod keymap;
pub mod label;
pub mod message;
pub mod moved;
pub mod narrow;
pub mod overlay;
pub mod page;
pub mod pane;
pub mod place;
pub mod raw;
pub mod rehearsal;
pub mod rehearse;
pub mod renew;
pub mod reports;
pub mod scroll;
pub mod state;
pub mod travel;
pub mod update;

pub use action::Action;
pub use key::{Code, Key};
pub use message::{Effect, Ending, Message, Mouse};
pub use pane::Pane;
pub use state::App;
pub use update::update;
