//! A writer before a terminal: what is written to it comes out as it is, but for control characters, which would command
//! the terminal, and marks that turn the direction of writing. Never changes what a file or a pipe gets.

use std::io::{Result, Write};

/// Writes to a terminal. Carriage returns vanish; control characters but line feed and tab become
/// U+FFFD, as do bytes that are no UTF-8.
#[derive(Debug)]
pub struct Safe<W: Write> {
    inner: W,
    /// The first bytes of a character whose others have not come yet.
    begun: Vec<u8>,
}

impl<W: Write> Safe<W> {
    /// A writer to a terminal.
    pub fn new(inner: W) -> Self {
        Self { inner, begun: Vec::new() }
    }
}

impl<W: Write> Write for Safe<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let mut all = std::mem::take(&mut self.begun);
        all.extend_from_slice(bytes);
        let mut shown = String::with_capacity(all.len());
        let mut at = 0;
        for chunk in all.utf8_chunks() {
            shown.extend(chunk.valid().chars().filter(|c| *c != '\r').map(safe));
            at += chunk.valid().len() + chunk.invalid().len();
            let open = at == all.len() && is_open(chunk.invalid());
            match chunk.invalid() {
                [] => {}
                begun if open => self.begun = begun.to_vec(),
                _ => shown.push(char::REPLACEMENT_CHARACTER),
            }
        }
        self.inner.write_all(shown.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}

/// Whether bytes begin a character that more bytes may end.
fn is_open(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

fn safe(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_comes_out_however_it_is_parted() {
        let given = "a\u{1b}[31m é\u{9b}31m\u{202e}\tx\r\n外".as_bytes();
        let whole = "a\u{fffd}[31m é\u{fffd}31m\u{fffd}\tx\n外";
        for part in 1..given.len() {
            let mut safe = Safe::new(Vec::new());
            given.chunks(part).for_each(|bytes| safe.write_all(bytes).unwrap());
            assert_eq!(String::from_utf8(safe.inner).unwrap(), whole, "{part}");
        }
        let mut safe = Safe::new(Vec::new());
        safe.write_all(b"a\xff\xfeb").unwrap();
        assert_eq!(safe.inner, "a\u{fffd}\u{fffd}b".as_bytes());
    }
}
