//! A key press in bluf's own notation: scripts, help and the command table all speak it. Knows no terminal.

use std::fmt;

/// A key with its modifiers. Shift is part of the character itself, or of [`Code::BackTab`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Held with Control.
    pub ctrl: bool,
    /// Held with Alt.
    pub alt: bool,
}

/// The keys a terminal can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, upper case where Shift was held.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; a terminal sends Ctrl-i as this.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// Names of the keys that are no single character.
const NAMES: [(&str, Code); 15] = [
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("shift-tab", Code::BackTab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
];

impl Key {
    /// A key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// Reads `j`, `G`, `ctrl-d`, `alt-left`, `f1`, `<enter>`; `None` where it names no key.
    pub fn parse(text: &str) -> Option<Self> {
        let inner = text.strip_prefix('<').and_then(|t| t.strip_suffix('>'));
        let mut name = inner.filter(|t| !t.is_empty()).unwrap_or(text);
        let (mut ctrl, mut alt) = (false, false);
        loop {
            if let Some(rest) = name.strip_prefix("ctrl-").filter(|_| !ctrl) {
                (ctrl, name) = (true, rest);
            } else if let Some(rest) = name.strip_prefix("alt-").filter(|_| !alt) {
                (alt, name) = (true, rest);
            } else {
                break;
            }
        }
        Code::parse(name).map(|code| Self { code, ctrl, alt })
    }

    /// Reads keys pressed one after another: `g g`.
    pub fn sequence(text: &str) -> Option<Vec<Self>> {
        text.split(' ').map(Self::parse).collect()
    }

    /// The character it types into a field, if it is one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl Code {
    fn parse(name: &str) -> Option<Self> {
        if let Some((_, code)) = NAMES.iter().find(|(n, _)| *n == name) {
            return Some(*code);
        }
        if let Some(number) = name.strip_prefix('f').and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::F(number));
        }
        let mut chars = name.chars();
        let first = chars.next()?;
        chars.next().is_none().then_some(Self::Char(first))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(n) => write!(f, "f{n}"),
            code => {
                let name = NAMES.iter().find(|(_, c)| *c == code).map_or("", |(n, _)| n);
                f.write_str(name)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printed_key_reads_back() {
        for text in ["j", "G", "ctrl-d", "alt-o", "ctrl-alt-x", "<", ">", "-", "f1", "f12"] {
            let key = Key::parse(text).expect(text);
            assert_eq!(key.to_string(), text);
        }
        for (_, code) in NAMES {
            let key = Key::plain(code);
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
    }

    #[test]
    fn brackets_may_stand_around_a_name() {
        assert_eq!(Key::parse("<shift-tab>"), Some(Key::plain(Code::BackTab)));
        assert_eq!(Key::parse("<ctrl-o>"), Key::parse("ctrl-o"));
    }

    #[test]
    fn what_names_no_key_is_refused() {
        for text in ["", "hyper-x", "f0", "f13", "entr"] {
            assert_eq!(Key::parse(text), None, "{text}");
        }
    }
}
