//! Writes characters that may be read, one run after another, and notes what was changed on the way. What may not reach
//! the reader vanishes here or is shown as something else. Never looks at lines or words.

use crate::text::scan;

/// A run of the decoded text that is not the same bytes as in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) struct Swap {
    /// Where the replacement stands in the decoded text; empty when the bytes were dropped.
    pub(in crate::text) at: (u32, u32),
    /// The bytes of the file it stands for.
    pub(in crate::text) source: (u32, u32),
}

/// What is decoded so far.
pub(super) struct Writer {
    /// What may be read.
    pub(super) text: String,
    /// What was changed.
    pub(super) swaps: Vec<Swap>,
}

impl Writer {
    /// Writes characters of the file that begin at a byte of it.
    pub(super) fn valid(&mut self, text: &str, base: usize) {
        let mut done = 0;
        while let Some((start, end, shown)) = next_odd(text, done) {
            self.text.push_str(text.get(done..start).unwrap_or_default());
            self.swap(shown, base + start, base + end);
            done = end;
        }
        self.text.push_str(text.get(done..).unwrap_or_default());
    }

    /// Writes what is shown for bytes of the file.
    pub(super) fn swap(&mut self, shown: &str, start: usize, end: usize) {
        let at = self.text.len() as u32;
        self.text.push_str(shown);
        let at = (at, self.text.len() as u32);
        self.swaps.push(Swap { at, source: (start as u32, end as u32) });
    }

    /// Bytes that are no characters: one replacement for each run of them.
    pub(super) fn invalid(&mut self, start: usize, end: usize) {
        match self.swaps.last_mut() {
            Some(last)
                if last.source.1 as usize == start
                    && last.at.1 as usize == self.text.len()
                    && self.text.ends_with('\u{FFFD}') =>
            {
                last.source.1 = end as u32;
            }
            _ => self.swap("\u{FFFD}", start, end),
        }
    }
}

/// The next character at or after `from` that may not be read as it stands: its bytes and what is shown for it.
pub(super) fn next_odd(text: &str, from: usize) -> Option<(usize, usize, &'static str)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at = scan::next_unprintable(bytes, at)?;
        if bytes.get(at).is_some_and(|&b| !SUSPECT[b as usize]) {
            at += 1;
            continue;
        }
        let rest = text.get(at..)?;
        let character = rest.chars().next()?;
        let after = at + character.len_utf8();
        if character == '\u{1b}' {
            return Some((at, at + escape_len(rest.as_bytes()), ""));
        }
        if let Some(shown) = instead(character, rest) {
            return Some((at, after, shown));
        }
        at = after;
    }
}

/// First bytes of characters that [`instead`] may change.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let control = byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0c && byte != 0x0d;
        table[byte] = control || matches!(byte, 0x7f | 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef);
        byte += 1;
    }
    table
};

/// What is shown for a character that may not reach the reader; `None` when it may.
pub(super) fn instead(character: char, rest: &str) -> Option<&'static str> {
    Some(match character {
        '\t' | '\n' | '\u{c}' | '\r' => return None,
        '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            " "
        }
        '\u{ad}' => soft_hyphen(rest),
        // Controls, zero-width spaces, marks that turn the direction of writing, stray byte-order marks.
        _ if character.is_control() || is_unseen(character) => "",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Zero-width spaces, marks that turn the direction of writing, stray byte-order marks.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}')
        || matches!(character, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A soft hyphen is seen only where a line ends after it: there it is the hyphen of a broken word.
fn soft_hyphen(rest: &str) -> &'static str {
    let after = rest.trim_start_matches(['\u{ad}', ' ', '\t']);
    if after.starts_with(['\n', '\r']) { "-" } else { "" }
}

/// Length of a terminal's escape sequence (ECMA-48: CSI, OSC and the two-byte ones); at most 256 bytes are one.
fn escape_len(bytes: &[u8]) -> usize {
    let body = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let until = |from: usize, last: fn(&u8) -> bool| {
        let found = body.get(from..)?.iter().position(|b| last(b) || *b == b'\n')?;
        let end = from + found;
        Some(if body.get(end) == Some(&b'\n') { end } else { end + 1 })
    };
    let len = match body.get(1) {
        Some(b'[') => until(2, |b| (0x40..0x7f).contains(b)),
        Some(b']' | b'P' | b'X' | b'^' | b'_') => until(2, |b| *b == 7 || *b == b'\\'),
        Some(b) if (0x20..0x7f).contains(b) => Some(2),
        _ => Some(1),
    };
    // A sequence without an end hides nothing but its first byte; nor may a character be cut.
    len.filter(|&n| body.get(..n).is_some_and(|s| std::str::from_utf8(s).is_ok())).unwrap_or(1)
}
