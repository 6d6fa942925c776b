//! The bytes of a page in, its characters out: by its byte-order mark, by being UTF-8, by what the page says of itself,
//! then by the look of its bytes. Never looks at elements.

use crate::format::failure::Failure;
use crate::format::plain;
use encoding_rs::{Encoding, UTF_8};
use std::borrow::Cow;

/// How far into a page its encoding may be declared, in bytes; browsers look at as many.
const DECLARED: usize = 4096;

/// Decodes a page; the name of the encoding where it is not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<String>), Failure> {
    let encoding = encoding(bytes)?;
    let (text, encoding, _) = encoding.decode(bytes);
    Ok((text, (encoding != UTF_8).then(|| encoding.name().to_owned())))
}

fn encoding(bytes: &[u8]) -> Result<&'static Encoding, Failure> {
    let told = plain::encoding(bytes)?;
    // A mark, or two bytes a letter: nothing a page says can be truer.
    if Encoding::for_bom(bytes).is_some() || !told.is_ascii_compatible() {
        return Ok(told);
    }
    // Letters beyond ASCII that happen to be good UTF-8 are UTF-8, whatever the page says; bytes of ASCII alone may be
    // an encoding with shifts.
    if told == UTF_8 && !bytes.is_ascii() {
        return Ok(UTF_8);
    }
    Ok(declared(bytes).unwrap_or(told))
}

/// The encoding that `charset=` or `encoding=` names near the beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED).unwrap_or(bytes).to_ascii_lowercase();
    let after = |mark: &[u8]| {
        let at = memchr::memmem::find(&head, mark)?;
        let rest = head.get(at + mark.len()..)?.trim_ascii_start();
        let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
        let label = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = label.iter().position(|b| b"\"'; >/?".contains(b)).unwrap_or(label.len());
        Encoding::for_label(label.get(..end)?)
    };
    let named = after(b"charset").or_else(|| after(b"encoding"))?;
    // The declaration could be read, so its letters are one byte each.
    if named.is_ascii_compatible() || named == encoding_rs::ISO_2022_JP {
        return Some(named);
    }
    Some(UTF_8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, name: Option<&str>) {
        let (got, encoding) = decode(bytes).unwrap();
        assert!(got.contains(text), "{got}");
        assert_eq!(encoding.as_deref(), name);
    }

    #[test]
    fn a_page_says_its_encoding() {
        check("\u{feff}<p>naïve".as_bytes(), "naïve", None);
        check("<meta charset=windows-1251><p>naïve".as_bytes(), "naïve", None);
        check(b"<meta charset=\"windows-1251\"><p>\xcc\xe8\xf0", "Мир", Some("windows-1251"));
        check(
            b"<meta http-equiv=x content='text/html; charset=koi8-r'><p>\xed\xc9\xd2",
            "Мир",
            Some("KOI8-R"),
        );
        check(
            b"<?xml version='1.0' encoding='iso-8859-1'?><p>\xe9t\xe9",
            "été",
            Some("windows-1252"),
        );
        check(b"<meta charset=iso-2022-jp><p>\x1b$B\x46\x7c\x1b(B", "日", Some("ISO-2022-JP"));
        let wide: Vec<u8> = "<p>wide words".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "wide words", Some("UTF-16LE"));
    }

    #[test]
    fn a_page_that_says_nothing_is_told_by_its_bytes() {
        let bytes = b"<p>\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xef\xf0\xe8\xe1\xfb\xeb \xe2 \xf1\xf2\xee\xeb\xe8\xf6\xf3.";
        check(bytes, "Президент", Some("windows-1251"));
    }
}
