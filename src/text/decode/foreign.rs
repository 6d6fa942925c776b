//! Decodes what is no UTF-8: bytes in an encoding come in; their characters go out, ASCII byte for byte, the rest in runs
//! that lead back to the bytes they stand for as wholes. Never guesses an encoding.

use super::writer::{Writer, instead};
use encoding_rs::{CoderResult, Encoding};

/// The first byte that may be the second half of a character in any of the encodings whose words are mixed with ASCII.
const TRAIL: u8 = 0x30;

/// Writes the characters of a file.
pub(super) fn write(writer: &mut Writer, bytes: &[u8], encoding: &'static Encoding) {
    let mut at = Encoding::for_bom(bytes).map_or(0, |(_, len)| len);
    if encoding.is_ascii_compatible() {
        while at < bytes.len() {
            let rest = bytes.get(at..).unwrap_or_default();
            let plain = rest.iter().take_while(|b| b.is_ascii()).count();
            let ascii = rest.get(..plain).and_then(|b| std::str::from_utf8(b).ok());
            writer.valid(ascii.unwrap_or_default(), at);
            let rest = rest.get(plain..).unwrap_or_default();
            let len = rest.iter().take_while(|b| **b >= TRAIL).count();
            run(writer, rest.get(..len).unwrap_or_default(), at + plain, encoding);
            at += plain + len;
        }
        return;
    }
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let len = if encoding.output_encoding() == encoding {
            memchr::memchr(b'\n', rest).map_or(rest.len(), |n| n + 1)
        } else {
            word(rest, encoding == encoding_rs::UTF_16LE)
        };
        run(writer, rest.get(..len).unwrap_or_default(), at, encoding);
        at += len;
    }
}

/// How many bytes of UTF-16 are one word, or the one character that is none.
fn word(bytes: &[u8], little: bool) -> usize {
    let unit = |pair: &[u8]| match *pair {
        [low, high] if little => u16::from_le_bytes([low, high]),
        [high, low] => u16::from_be_bytes([high, low]),
        _ => 0,
    };
    let units = bytes.chunks(2).map(unit).take_while(|unit| *unit >= u16::from(TRAIL)).count();
    (units * 2).max(2).min(bytes.len())
}

/// Writes a run of bytes as one piece; characters that may not be read vanish, as they do in UTF-8.
fn run(writer: &mut Writer, bytes: &[u8], at: usize, encoding: &'static Encoding) {
    if bytes.is_empty() {
        return;
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3);
    let mut text = String::with_capacity(room);
    let (result, ..) = decoder.decode_to_string(bytes, &mut text, true);
    debug_assert_eq!(result, CoderResult::InputEmpty);
    let mut shown = String::with_capacity(text.len());
    for (i, character) in text.char_indices() {
        let rest = text.get(i..).unwrap_or_default();
        match instead(character, rest) {
            Some(other) => shown.push_str(other),
            None => shown.push(character),
        }
    }
    writer.swap(&shown, at, at + bytes.len());
}

#[cfg(test)]
mod tests {
    use super::super::decode_in;
    use encoding_rs::{GBK, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1251};

    #[test]
    fn words_of_other_encodings_lead_back_to_their_bytes() {
        let words = "Visa за 5 дней";
        let (bytes, _, bad) = WINDOWS_1251.encode(words);
        assert!(!bad);
        let decoded = decode_in(&bytes, WINDOWS_1251);
        assert_eq!(decoded.text, words);
        let at = words.find("дней").expect("there") as u32;
        assert_eq!(decoded.source(at), 10);
        assert_eq!(decoded.source_end(words.len() as u32), 14);
    }

    #[test]
    fn blanks_and_line_ends_inside_a_run_are_written_once() {
        for encoding in [GBK, SHIFT_JIS, ISO_2022_JP] {
            let (bytes, ..) = encoding.encode("\u{3000}\u{3000}外務省\u{3000}\u{3000}会議。\n東京");
            let text = crate::text::read_encoded(&bytes, encoding);
            assert_eq!(
                text.clean.split_whitespace().collect::<Vec<_>>(),
                ["外務省", "会議。", "東京"]
            );
            let whole = text.map.pieces().iter();
            assert!(whole.clone().all(|p| p.source.start <= p.source.end), "{:?}", text.map);
        }
    }

    #[test]
    fn wide_and_shifted_encodings_are_read() {
        for encoding in [GBK, SHIFT_JIS, ISO_2022_JP] {
            let (bytes, ..) = encoding.encode("東京 2016.\n二");
            assert_eq!(decode_in(&bytes, encoding).text, "東京 2016.\n二", "{}", encoding.name());
        }
        let text = "In 2016, 雨\r\n\u{202e}x";
        for (encoding, mark) in [(UTF_16LE, [0xff, 0xfe]), (UTF_16BE, [0xfe, 0xff])] {
            let little = encoding == UTF_16LE;
            let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            let bytes: Vec<u8> =
                mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect();
            let decoded = decode_in(&bytes, encoding);
            assert_eq!(decoded.text, "In 2016, 雨\r\nx");
            assert_eq!(decoded.source(3), 8);
        }
    }
}
