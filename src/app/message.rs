//! What reaches the application and what it asks for in return: plain values.

use super::Key;
use crate::model::Corpus;
use crate::query::Index;
use ratatui::layout::Size;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The screen has a new size.
    Resize(Size),
    /// The mouse did something at a cell.
    Mouse(Mouse, u16, u16),
    /// The corpus has been read, and its index made.
    Loaded(Arc<Corpus>, Arc<Index>),
    /// Reading the corpus broke off, and why.
    LoadFailed(String),
}

/// What a mouse can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The first button went down.
    Click,
    /// The wheel turned down.
    WheelDown,
    /// The wheel turned up.
    WheelUp,
}

/// What the shell is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// End the loop.
    Quit,
    /// Repaint every cell.
    Redraw,
    /// Stop the process until the user brings it back.
    Suspend,
}

/// How the explorer was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// The user, or a signal, broke off.
    Interrupted,
}
