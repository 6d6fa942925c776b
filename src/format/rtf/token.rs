//! The bytes of a Rich Text file in; groups, control words, control signs and letters out. Knows no control word but
//! `\bin`, whose bytes it steps over.

use memchr::memchr3;

/// What stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word12`, in ASCII letters.
    Word(&'a str, Option<i32>),
    /// `\*` and the like; line ends and tabs are words of their own.
    Sign(u8),
    /// `\'e9`
    Byte(u8),
    /// Letters between, line ends among them.
    Letters(&'a [u8]),
}

/// The tokens of a file.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at(length.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            self.take(1);
            let digits = self.rest.get(..2).and_then(|d| std::str::from_utf8(d).ok());
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            // Torn digits are letters.
            self.take(if byte.is_some() { 2 } else { 0 });
            return Some(byte.map_or(Token::Letters(b""), Token::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.take(1);
            return Some(match first {
                b'\n' | b'\r' => Token::Word("par", None),
                b'\t' => Token::Word("tab", None),
                sign => Token::Sign(sign),
            });
        }
        let letters = self.rest.iter().take(32).take_while(|b| b.is_ascii_alphabetic()).count();
        let word = std::str::from_utf8(self.take(letters)).unwrap_or_default();
        let signed = usize::from(self.rest.first() == Some(&b'-'));
        let digits =
            self.rest.iter().skip(signed).take(10).take_while(|b| b.is_ascii_digit()).count();
        let number = if digits > 0 {
            let digits = std::str::from_utf8(self.take(signed + digits)).unwrap_or_default();
            digits.parse::<i64>().ok().map(|n| n.clamp(i32::MIN.into(), i32::MAX.into()) as i32)
        } else {
            None
        };
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if word == "bin" {
            self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        match *self.rest.first()? {
            b'{' => {
                self.take(1);
                Some(Token::Open)
            }
            b'}' => {
                self.take(1);
                Some(Token::Close)
            }
            b'\\' => {
                self.take(1);
                self.control()
            }
            _ => {
                let end = memchr3(b'{', b'}', b'\\', self.rest).unwrap_or(self.rest.len());
                Some(Token::Letters(self.take(end)))
            }
        }
    }
}
