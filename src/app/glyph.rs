//! What a piece of text looks like in cells: its safe form and its width. Never lets a control character through.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells a tab takes.
const TAB: &str = "    ";

/// The form of one grapheme that may reach a terminal: control characters become their pictures, direction
/// overrides a replacement mark, a tab four spaces, and what has no width vanishes.
pub fn safe(grapheme: &str) -> Cow<'_, str> {
    let Some(first) = grapheme.chars().next() else { return Cow::Borrowed("") };
    match first {
        '\t' => Cow::Borrowed(TAB),
        '\r' if grapheme == "\r\n" => Cow::Borrowed(" "),
        '\n' => Cow::Borrowed(" "),
        '\u{0}'..='\u{1f}' => picture(0x2400 + first as u32),
        '\u{7f}' => Cow::Borrowed("\u{2421}"),
        '\u{80}'..='\u{9f}' => Cow::Borrowed("\u{fffd}"),
        _ if grapheme.chars().any(is_unsafe) => Cow::Borrowed("\u{fffd}"),
        _ if grapheme.width() == 0 => Cow::Borrowed(""),
        _ => Cow::Borrowed(grapheme),
    }
}

/// Cells one grapheme takes once it is safe.
pub fn cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => 1,
        _ => safe(grapheme).width(),
    }
}

/// Cells a text takes.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        return text.len();
    }
    text.graphemes(true).map(cells).sum()
}

fn picture(code: u32) -> Cow<'static, str> {
    Cow::Owned(char::from_u32(code).unwrap_or('\u{fffd}').to_string())
}

/// Controls and direction overrides, wherever in a grapheme they hide.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_never_come_through() {
        for c in (0..0x20).chain(0x7f..0xa0).filter_map(char::from_u32) {
            let text = c.to_string();
            assert!(!safe(&text).chars().any(char::is_control), "{c:?}");
        }
        assert_eq!(safe("\u{1b}"), "\u{241b}");
        assert_eq!(safe("\u{202e}"), "\u{fffd}");
    }

    #[test]
    fn width_is_counted_by_grapheme() {
        assert_eq!(width("Tashkent"), 8);
        assert_eq!(width("外交"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("\t"), 4);
        assert_eq!(width("\u{200b}"), 0);
    }
}
