//! A one-line field with readline's keys. Holds text and cursor; knows nothing of what is typed into it.

use super::{Code, Key};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

/// A one-line field.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
}

impl Field {
    /// A field with text in it, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether the cursor stands behind the text.
    pub fn at_end(&self) -> bool {
        self.input.cursor() >= self.text().chars().count()
    }

    /// Cells before the cursor.
    pub fn cursor(&self) -> usize {
        let text = self.input.value();
        let end = text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(i, _)| i);
        text.get(..end).map_or(0, super::glyph::width)
    }

    /// The part of the text that shows the cursor in so many cells, and the cells before the cursor in it.
    pub fn window(&self, cells: usize) -> (&str, usize) {
        let (mut shown, mut cursor) = (self.text(), self.cursor());
        while cursor >= cells.max(1)
            && let Some(first) = shown.graphemes(true).next()
        {
            cursor -= super::glyph::cells(first).min(cursor);
            shown = shown.get(first.len()..).unwrap_or_default();
        }
        (shown, cursor)
    }

    /// Types or edits; whether the text changed.
    pub fn press(&mut self, key: Key) -> bool {
        request(key).and_then(|r| self.input.handle(r)).is_some_and(|changed| changed.value)
    }

    /// Types a pasted text: line ends become spaces, other control characters are left out.
    pub fn paste(&mut self, text: &str) {
        let line = text.trim_end_matches(['\n', '\r']).replace(['\n', '\r', '\t'], " ");
        for c in line.chars().filter(|c| !c.is_control()) {
            self.input.handle(InputRequest::InsertChar(c));
        }
    }
}

fn request(key: Key) -> Option<InputRequest> {
    use InputRequest as Ask;
    if let Some(c) = key.typed() {
        return Some(Ask::InsertChar(c));
    }
    Some(match (key.ctrl, key.alt, key.code) {
        (false, false, Code::Backspace) | (true, false, Code::Char('h')) => Ask::DeletePrevChar,
        (false, false, Code::Delete) | (true, false, Code::Char('d')) => Ask::DeleteNextChar,
        (false, false, Code::Left) | (true, false, Code::Char('b')) => Ask::GoToPrevChar,
        (false, false, Code::Right) | (true, false, Code::Char('f')) => Ask::GoToNextChar,
        (true, false, Code::Left) | (false, true, Code::Left | Code::Char('b')) => {
            Ask::GoToPrevWord
        }
        (true, false, Code::Right) | (false, true, Code::Right | Code::Char('f')) => {
            Ask::GoToNextWord
        }
        (false, false, Code::Home) | (true, false, Code::Char('a')) => Ask::GoToStart,
        (false, false, Code::End) | (true, false, Code::Char('e')) => Ask::GoToEnd,
        (true, false, Code::Char('w')) | (_, true, Code::Backspace) => Ask::DeletePrevWord,
        (false, true, Code::Char('d')) | (true, false, Code::Delete) => Ask::DeleteNextWord,
        (true, false, Code::Char('u')) => Ask::DeleteFromStart,
        (true, false, Code::Char('k')) => Ask::DeleteTillEnd,
        (true, false, Code::Char('y')) => Ask::Yank,
        _ => return None,
    })
}
