//! Drawing instructions in, in pieces; the place where one of them shows more text at once than any page does, out. The
//! library places all letters of an instruction before it hands on the first, and cannot be stopped in between.

/// The most bytes of text that one instruction may show.
const MOST: usize = 1 << 20;

/// Reads on through drawing instructions.
#[derive(Debug, Default)]
pub(super) struct Shows {
    within: Within,
    /// Bytes of text since the last operator.
    shown: usize,
    /// The last bytes that were read, the latest lowest.
    last: u32,
}

/// What the next byte stands in.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Operators and numbers.
    #[default]
    Code,
    /// Text in round brackets, so many deep.
    Text(u32),
    /// Text in round brackets, after a backslash.
    Escaped(u32),
    /// Text in hexadecimal digits.
    Hex,
    /// The bytes of a picture.
    Picture,
}

impl Shows {
    /// Reads the next bytes; gives the place among them where too much is shown.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, &byte) in bytes.iter().enumerate() {
            self.last = self.last << 8 | u32::from(byte);
            self.within = match self.within {
                Within::Code => self.code(byte),
                Within::Text(depth) => match byte {
                    b'\\' => Within::Escaped(depth),
                    b'(' => Within::Text(depth + 1),
                    b')' if depth == 0 => Within::Code,
                    b')' => Within::Text(depth - 1),
                    _ => self.shows(Within::Text(depth)),
                },
                Within::Escaped(depth) => self.shows(Within::Text(depth)),
                Within::Hex if byte == b'>' => Within::Code,
                Within::Hex => self.shows(Within::Hex),
                Within::Picture if self.ends(*b"EI") => Within::Code,
                Within::Picture => Within::Picture,
            };
            if self.shown > MOST {
                return Some(at);
            }
        }
        None
    }

    fn code(&mut self, byte: u8) -> Within {
        match byte {
            b'(' => Within::Text(0),
            b'<' if self.last & 0xff00 != u32::from(b'<') << 8 => Within::Hex,
            // The second bracket of a dictionary: the first was taken for text.
            b'<' => Within::Code,
            b'A'..=b'Z' | b'a'..=b'z' | b'\'' | b'"' => {
                self.shown = 0;
                Within::Code
            }
            _ if self.ends(*b"ID") => Within::Picture,
            _ => Within::Code,
        }
    }

    fn shows(&mut self, within: Within) -> Within {
        self.shown += 1;
        within
    }

    /// Whether the last bytes are two letters between blanks.
    fn ends(&self, word: [u8; 2]) -> bool {
        let [before, first, second, after] = self.last.to_be_bytes();
        [first, second] == word && before.is_ascii_whitespace() && after.is_ascii_whitespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_one_instruction_shows_is_counted() {
        let read = |words: &str| Shows::default().read(words.as_bytes());
        let long = "x".repeat(MOST);
        assert_eq!(read(&format!("(\\){long}) Tj")), Some(MOST + 2));
        assert!(read(&format!("[{}] TJ", "(xy) -5 <41> ".repeat(MOST / 3))).is_some());
        assert_eq!(read(&"(xyz) Tj ".repeat(MOST)), None);
        assert_eq!(read(&format!("<< /A 1 >> BI /W 1 ID ({long} EI (x) Tj")), None);
    }
}
